// What the readers of trade share: the year of a sum, the order of the pair.
#pragma once

#include <string>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {

// EDTF of the date that goes with a sum; the heading's where the sentence has none.
std::string period_of(const Document& d, const Sentence& s, const Amount& amount, Spot clause);
// Subject and object of a claim; `first` = neither side: sorted by code.
void fill_pair(const Document& d, Claim& claim, Side first);

}  // namespace comity::claims
