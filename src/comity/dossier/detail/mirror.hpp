// Trade in goods in two sets of books: what each of the two books as exports and as imports, year by year, and what an
// expert reads into the distance between the books. Estimates are no side (rules.md 7); nothing is reconciled (rules.md 16).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comity/dossier/detail/series.hpp"

namespace comity::dossier {

// One flow in the books of one of the two.
struct Book {
  StateId from, to, reporter;
  bool exports = true;  // the reporter sells; false: it buys
  std::vector<FactSeries> series;

  // The figure of a year that leads: not an estimate, not a suspect zero; a series before a statement. Null: none.
  const facts::Observation* at(int year) const;
  // The same, from one source only.
  const facts::Observation* at(int year, SourceId source) const;
  const facts::Observation* newest() const;
  const FactSeries* series_with(const facts::Observation& observation) const;
};

struct TradeBooks {
  Book a_exports, a_imports, b_exports, b_imports;
  std::optional<int> common_year;  // the latest with a figure of each

  std::vector<const Book*> all() const { return {&a_exports, &a_imports, &b_exports, &b_imports}; }
  std::vector<const Book*> of(StateId reporter) const;
  std::vector<const FactSeries*> series() const;
  bool any() const;         // any cell at all
  bool any_figure() const;  // any that leads
};

TradeBooks trade_books(const Shelf& shelf);

// Both ends of a balance or of a growth rate: same reporter, source, valuation where it matters, currency and length.
struct Ends {
  const facts::Observation* one = nullptr;
  const facts::Observation* other = nullptr;
  explicit operator bool() const { return one && other; }
};
Ends latest_balance(const TradeBooks& books, StateId reporter);  // exports, imports; of one source
// A year and the year before within one series, with no break between; the later first.
Ends latest_growth(const Shelf& shelf, const Book& book);
// One flow as both book it in the latest such year, the exporter's figure first; in one currency or not.
// How far two figures of one flow stand apart at the least: where a source rounds to whole millions, what it booked may lie half a
// million off (rules.md 11). `rounded`: whether that matters, so that the factor is a lower bound and no measure.
struct Distance {
  double factor = 1;
  bool rounded = false;
};
Distance distance_of(const Shelf& shelf, const facts::Observation& one, double value, const facts::Observation& other, double other_value);
// The freight and insurance in a buyer's figure (CIF) that explains a difference; what goes beyond contradicts.
inline constexpr double usual_margin = 1.25;
bool within_margin(const Ends& mirror, double sold, double bought);

Ends latest_mirror(const TradeBooks& books, StateId exporter);

// What may lie behind the distance: oil's first destination, hubs, customs unions, freight; one sentence each.
std::vector<document::Inlines> mirror_readings(const Shelf& shelf, const Ends& mirror, double factor);

}  // namespace comity::dossier
