// What the readers of German share that look once more at what the general readers left: German says direction by prepositions
// ("nach", "aus"), who acts by word order that is free, and puts its verb last.
#pragma once

#include <initializer_list>
#include <string_view>

#include "comity/claims/document.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims::german {

// The first token of [from, to) that is one of the words; `to` where none is.
std::uint32_t find_word(const Document& d, std::uint32_t from, std::uint32_t to, std::initializer_list<std::string_view> words);
bool is_one_of(const Document& d, std::uint32_t i, std::initializer_list<std::string_view> words);
// Whether this sentence has a claim of the kind.
bool has_claim(const Document& d, Kind kind);
bool names_third(const Document& d, Spot where);
// The mention behind one of the prepositions, an article or a few words between them; nullptr: none of the pair.
const Mention* behind(const Document& d, Spot where, std::initializer_list<std::string_view> prepositions);
// The first of the two that a clause names without a preposition before it and not in the genitive: its subject. nullptr: none.
const Mention* subject(const Document& d, Spot where);
// The one of the two that a noun carries: "deutsche Exporte", "Exporte Ghanas", "Ghanas Exporte"; none where neither.
Side of_noun(const Document& d, Spot noun);
// The genitive of a name: "Ghanas", "Deutschlands"; not "Laos".
bool is_genitive(const Document& d, const Mention& one);
// The period for an anchor: date_for, else the only date of the sentence.
std::string period_of(const Document& d, const Sentence& s, Spot anchor, Spot clause);

}  // namespace comity::claims::german
