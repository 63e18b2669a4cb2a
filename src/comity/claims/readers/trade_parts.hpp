// What the readers of trade share: the year of a sum, the order of the pair.
#pragma once

#include <string>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {

// EDTF of the date that goes with a sum; the heading's where the sentence has none.
std::string period_of(const Document& d, const Sentence& s, const Amount& amount, Spot clause);
// "compared to 161 million in 2019", "against": between two places.
bool is_compared(const Document& d, std::uint32_t from, std::uint32_t to);
// Whether goods follow a verb that may be of anything: "exports were tea", not "exports were negligible".
bool lists_goods(const Document& d, const Sentence& s, const CueSpot& verb);
// The year of goods that are told without a sum: the noun's own; of what the sentences before told where the verb is past.
std::string goods_period(const Document& d, const Sentence& s, Spot noun, std::uint32_t end);
// Of two sums told in the order of two flows or two sides: whose noun and side is this one's. No noun: they are not so told.
struct Turn {
  const CueSpot* noun = nullptr;
  Side side = Side::none;
};
Turn turn_of(const Document& d, const Sentence& s, const Amount& amount, const CueSpot& noun);
// The date of a sum among as many dates as sums, side by side or "respectively"; empty: they are not so told.
std::string date_in_order(const Document& d, const Sentence& s, const Amount& amount);
// "agreed to increase bilateral trade to $1 billion": what is aimed at
bool is_target(const Document& d, const Sentence& s, Spot noun, std::uint32_t at);
// "More than half of Peru's exports go to Norway" (trade_fractions.cpp)
void read_fraction_shares(Document& d, const Sentence& s);
// Whether a sum is of a bloc, or of all the world ("Peru's foreign trade"), and not of the two; whether the partner told of is a bloc.
bool is_of_others(const Document& d, const Sentence& s, Spot noun, const Amount& amount, bool total);
bool partner_is_a_bloc(const Document& d, const Sentence& s, std::uint32_t noun);
// "320 million kilowatt hours", "124 thousand tons": goods, and no sum (trade_plain.cpp)
bool is_quantity(const Document& d, const Sentence& s, const Amount& amount);
// Subject and object of a claim; `first` = neither side: sorted by code.
void fill_pair(const Document& d, Claim& claim, Side first);

// "In 2022 Peru was Norway's 58th trading partner. Exports: 14 million": the rank told right before, which says whose exports they are (its
// object) and of when; nullptr: none.
const Claim* rank_before(const Document& d);

}  // namespace comity::claims
