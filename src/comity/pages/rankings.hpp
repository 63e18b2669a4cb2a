// Rankings: one indicator over all pairs, in one set of rows that may be compared: one source, one variant, one side's books,
// one period. The table, and the heat map of the states with most of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "comity/pages/frame.hpp"

namespace comity::pages {

struct Slice {
  IndicatorId indicator;
  SourceId source;
  std::string variant;
  facts::Side books = facts::Side::third;
  Day period_start{};
  std::uint8_t period_months = 12;
  bool at_end = false;
  std::string unit, currency;
  bool estimated = false;      // modelled or compiled, not reported
  std::uint32_t pairs = 0;     // directed pairs with a figure
};

struct RankedRow {
  StateId from, to, reporter;
  double value = 0;
  SourceId source;
  std::uint64_t key = 0;
};

struct RankingData {
  Slice slice;
  std::vector<RankedRow> rows;        // largest first
  std::vector<Slice> others;          // the other indicators' slices, for the way there
  std::string csv;                    // where the whole table is, relative to the page; empty: nowhere
};

std::string rankings_index_page(const Site& site, const std::vector<Slice>& slices);
// `most`: rows in the page; the rest is in the table behind the link.
std::string ranking_page(const Site& site, const RankingData& data, std::size_t most = 500);
std::string matrix_page(const Site& site, const RankingData& data, std::size_t states = 40);
// The whole table: from, to, value, unit, currency, period, books, source, key.
std::string ranking_csv(const Site& site, const RankingData& data);

std::string period_text(const Site& site, const Slice& slice);  // "2023", "end of 2018", "1 July 2020"
// Whose books, which source and which period, in one line.
std::string slice_line(const Site& site, const Place& place, const Slice& slice);

}  // namespace comity::pages
