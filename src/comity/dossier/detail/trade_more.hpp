// What stands beside the yearly books of trade: months of a year that is not over, shares in a region's trade, and what
// papers and offices say of a total without saying whose books were added.
#pragma once

#include "comity/dossier/detail/mirror.hpp"

namespace comity::dossier {

// "January to August 2024: 1.9 bn EUR, a sum of eight months, no year" with the same months of the year before.
void add_partial_years(document::Section& section, const Shelf& shelf);
// The partner's share in the reporter's trade with a region, one reporter, source, flow and year at both ends.
void add_regions(document::Section& section, const Shelf& shelf, const TradeBooks& books);
// Totals, shares and sentences as said, each with its publisher; no part of a series.
void add_trade_statements(document::Section& section, const Shelf& shelf, const TradeBooks& books);

}  // namespace comity::dossier
