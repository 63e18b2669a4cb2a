// What the readers of things told without a figure share ("Norway provides development aid to Peru", "many Norwegians settled in
// Peru"): who does it, whom it reaches, whether another reader has it already.
#pragma once

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {

// An adjective of a state within `reach` words before a noun, with nothing but words between: "Norwegian development aid".
const Mention* adjective_before(const Document& d, const Sentence& s, Spot noun, std::uint32_t reach);
// Whether a word of a class stands right before a mention ("to Peru", "from the Norwegian government").
bool led_by(const Document& d, const Sentence& s, const Mention& one, Cue cue);
// Who does what a verb says: the last name before it in its clause that no preposition leads, or an adjective with its government.
const Mention* doer_of(const Document& d, const Sentence& s, std::uint32_t verb, Spot clause);
// Whether a side of the pair is spoken of within `where`, by name, town, "it" or "the country".
bool speaks_of(const Document& d, const Sentence& s, Side side, Spot where);
// Whether a third state or a region stands within `where`.
bool has_third(const Document& d, const Sentence& s, Spot where);
// Whether this sentence gave a claim of this kind on these tokens.
bool is_told(const Document& d, Kind kind, Spot where);
// "stopped giving aid", "refused Norwegian aid"
bool is_ended(const Document& d, std::uint32_t noun, Spot clause);
// "Norway is not …", "has never …" before a place in its clause.
bool is_denied(const Sentence& s, std::uint32_t before, Spot clause);
// EDTF of the date that goes with an anchor; empty: none.
std::string told_period(const Document& d, const Sentence& s, Spot anchor, Spot clause, std::uint32_t reach = 14);

}  // namespace comity::claims
