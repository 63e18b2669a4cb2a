// Up to six pairs beside each other in one indicator: lines over time, absolute or against a common first year.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "comity/pages/rankings.hpp"

namespace comity::pages {

struct ComparedSeries {
  StateId from, to, reporter;
  Slice slice;                                   // of its newest point
  std::vector<std::pair<int, double>> points;    // year, value; ascending
};

struct CompareData {
  std::string indicator;
  std::vector<std::pair<StateId, StateId>> pairs;
  std::vector<ComparedSeries> series;
  bool indexed = false;
  std::vector<Slice> indicators;   // what can be chosen
};

inline constexpr std::size_t most_compared = 6;
std::string compare_page(const Site& site, const CompareData& data);

}  // namespace comity::pages
