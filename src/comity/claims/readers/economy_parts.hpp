// What the readers of investment and aid share: sums, who gives.
#pragma once

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {

bool money_like(const Amount& amount);
// The giving side of investment and aid: a demonym at the noun, "from A", the subject; the other side receives.
Side giver(const Document& d, const Sentence& s, Spot noun, Spot clause);
// The kind of aid in a word or two: "loan", "military"; empty: aid in general.
std::string_view aid_unit(std::string_view noun);
void fill_giver(const Document& d, Claim& claim, Side from);
const When* date_near(const Document& d, const Sentence& s, const Amount& amount);

// "Norwegian cooperation in health began in 1962", "800 Peruvians have been trained in Norway" (aid_begun.cpp)
void read_aid_begun(Document& d, const Sentence& s);

}  // namespace comity::claims
