// What the readers of treaties share: the phrase of a treaty's noun, what it is about, the date that stands with it.
#pragma once

#include <string>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {

// The topic of a treaty noun: words before it in its phrase, behind "on", "of", "to", or the noun's own.
std::string topic_of(const Document& d, const Sentence& s, const CueSpot& noun, std::uint32_t end);
// The phrase of a noun: from its adjectives to the next comma, verb or conjunction.
Spot phrase_of(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause);
// A date in brackets behind the phrase: "Air Transport Agreement (1997)".
bool bracketed_date(const Document& d, const Sentence& s, Spot phrase, const When*& out);
// "the Treaty of 1920", "vom 26. Juni 1991"; nullptr: none.
const When* of_date(const Document& d, const Sentence& s, Spot phrase);

}  // namespace comity::claims
