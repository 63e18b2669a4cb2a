// Whether a verb of opening or closing a mission tells what was done, or only what was meant.
#pragma once

#include "comity/claims/document.hpp"

namespace comity::claims {

// "to open the embassy", "where Armenia opens its embassy": without a date nothing was opened yet.
bool is_unfinished(const Document& d, const Sentence& s, const CueSpot& verb);
// "decided in 2019 to open an embassy", "discussed the opening of embassies": meant, not done.
bool is_decided(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause);
// "announced", "said": its day is that of the word.
bool is_word_of_saying(std::string_view word);
// "the possibility of", "talks on".
bool is_thought(std::string_view what, std::string_view link);

}  // namespace comity::claims
