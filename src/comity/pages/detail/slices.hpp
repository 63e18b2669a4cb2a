// SQL that the questions of rankings, countries and comparisons share.
#pragma once

#include <string>

#include "comity/pages/gather.hpp"

namespace comity::pages {

// The columns that make rows comparable, in the order that read_slice() takes them.
inline constexpr std::string_view slice_columns =
    "indicator, source, coalesce(variant, '') AS variant, reporter_kind::VARCHAR AS books, period_start, period_months, at_end, coalesce(unit, '') AS unit, coalesce(currency, '') AS currency, "
    "origin IN ('compiler', 'modelled') AS estimated";

Slice read_slice(const store::Chunk& chunk, std::size_t row, std::size_t first);

// Those that the edition has, in the order in which pages show them.
std::vector<IndicatorId> rankable_indicators(const facts::Context& context);
// A condition on observations: usable yearly totals of pairs, of sources that are shown.
std::string usable_totals(const facts::Context& context, const Limits& limits);

}  // namespace comity::pages
