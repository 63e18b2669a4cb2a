// Groups of rows and the effects that hang on them: made from keys, crossed, counted for the degrees of freedom, and
// recovered after estimation.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "comity/analysis/estimation.hpp"

namespace comity::analysis {

// Levels in the order of their first rows. An empty key is a missing one (no_level).
Grouping make_grouping(std::string name, std::span<const std::string_view> keys);
Grouping make_grouping(std::string name, std::span<const std::int64_t> keys);
// Levels that occur together: exporter and year. Missing where either is.
Grouping cross_groupings(const Grouping& a, const Grouping& b);

// Of one level each: a value such that the effects' values add up to the given part of the linear predictor.
struct RecoveredEffect {
  std::string name;
  std::vector<double> value;       // per level; NaN: no used row
  std::vector<std::uint32_t> set;  // per level: values compare within one connected set only. 0 for the first effect's own
};
// Exact for one and two effects without slopes: the second effect's first level in each connected set is 0. Beyond, one
// of many solutions: the effects after the first have mean zero, and only sums are identified.
std::vector<RecoveredEffect> recover_effects(const Estimate& estimate);

// Connected sets of two groupings over the same rows, as a bipartite graph: set of each level of `a`, then of `b`;
// no_level where a level has no row. Returns how many.
std::uint32_t connected_sets(const Grouping& a, const Grouping& b, std::vector<std::uint32_t>& set_of_a, std::vector<std::uint32_t>& set_of_b);

namespace detail {
class Crew;
}
// Levels with rows and redundant ones, in the order given; nested in which clusters. `crew`: who shares the work, or nobody.
std::vector<EffectSummary> summarize_effects(std::span<const Grouping> effects, std::span<const std::vector<double>> slopes, std::span<const Grouping> clusters,
                                             detail::Crew* crew = nullptr);

}  // namespace comity::analysis
