// The figures of one indicator and direction, parted into series that may be read as one: same reporter, source, revision
// and currency (of yearbooks of trade the newest book of each year, where the policy says so). Values of two series are never averaged, spliced or compared as growth (rules.md 17, 19, 21).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

struct FactSeries {
  std::string_view indicator;
  StateId from, to, reporter;
  SourceId source;
  facts::Text variant, currency;
  // A statement: what an office, a paper or a page says of a year, not a series that a source keeps.
  bool statement = false;
  std::vector<const facts::Observation*> cells;  // one a period, oldest first; those without a value as well
  int price_base = 0;  // year of constant prices; 0: current prices

  const facts::Observation* at(int year) const;  // null when there is no cell
  const facts::Observation* last_usable() const;  // no estimates
  const facts::Observation* first_usable() const;
  const facts::Observation* newest() const;  // estimates as well, where there is nothing else to have
  int spacing() const;  // 4: the source has every fourth year; 1: every year, or no rule
  std::vector<facts::Provenance> from_where() const;
};

// Whole years, ends of years and points in time, in current prices, all products, within the years asked for. Best series
// first: those a source keeps before statements, offices of statistics before scholars, the newest before older ones.
// A reporter that is none takes every reporter's, and figures without one.
std::vector<FactSeries> series_of(const Shelf& shelf, std::string_view indicator, StateId from, StateId to, StateId reporter = {});

// The same in constant prices, which stand in no headline and in no series with current ones (rules.md 19).
std::vector<FactSeries> constant_price_series_of(const Shelf& shelf, std::string_view indicator, StateId from, StateId to);
// The same of one part (a product of the source's own scheme), in whatever prices the source has it.
std::vector<FactSeries> part_series_of(const Shelf& shelf, std::string_view indicator, StateId from, StateId to, std::string_view product);

bool is_within(const Shelf& shelf, const facts::Observation& observation);  // the years asked for
// Filled in from the partner, by the compiler or by a model: no second voice, no end of a ratio (rules.md 7).
bool is_estimate(const facts::Observation& observation);
bool is_suspect(const facts::Observation& observation);
// A zero, or what stands in a zero's place without being one.
bool is_zero_like(const facts::Observation& observation);
// May stand on one side of a comparison.
bool speaks_for_itself(const facts::Observation& observation);

// The line of a series: its figures, its gaps with their reasons, its suspect zeros apart (rules.md 12). `value_of` gives
// the value in the chart's unit or nothing. Years that the series skips are gaps, unless it counts every few years only
// and the chart says so (`joined`).
template <class ValueOf>
document::Series line_of(const Shelf& shelf, const FactSeries& series, ValueOf&& value_of, bool joined = false);
std::string why_gap(const Shelf& shelf, const facts::Observation& cell);

// A series's name in a table's head: "Eurostat", "Eurostat, rev2020".
std::string source_words(const Shelf& shelf, const FactSeries& series);
// "Sources: Eurostat (2024); Correlates of War Project (4.0)." for the line under a chart.
std::string source_line(const Shelf& shelf, const std::vector<const FactSeries*>& all);

// Several series side by side, a row a year, newest first: folded under a chart. The first row carries the marks.
document::Table table_of(const Shelf& shelf, const std::vector<const FactSeries*>& all, const std::vector<std::string>& heads, std::string caption, double scale,
                         std::string_view unit, int decimals);

// --- templates --------------------------------------------------------------------------------------------------

template <class ValueOf>
document::Series line_of(const Shelf& shelf, const FactSeries& series, ValueOf&& value_of, bool joined) {
  document::Series line;
  for (const facts::Observation* cell : series.cells) {
    const double x = cell->year();
    // A year without a cell: the line must not run through it.
    if (!joined && !line.points.empty() && line.points.back().x + 1 < x) line.points.push_back({line.points.back().x + 1, std::nullopt, "no figure in the source", "", false});
    document::Series::Point point;
    point.x = x;
    if (is_suspect(*cell)) {
      point.y = 0;
      point.suspect = true;
    } else if (cell->usable() && !is_estimate(*cell)) {
      if (const std::optional<double> value = value_of(*cell)) point.y = *value;
      else point.why = "no rate of exchange";
    } else {
      point.why = why_gap(shelf, *cell);
    }
    line.points.push_back(std::move(point));
  }
  return line;
}

}  // namespace comity::dossier
