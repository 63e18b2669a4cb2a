// How far the books of each reporter stray, as exporter and as importer: a decomposition of the absolute log ratios of
// mirror flows, after Gaulier and Zignago (2010, section 2.3). docs/mirror.md has the model and where it differs.
#pragma once

#include <map>
#include <span>

#include "comity/analysis/mirror_flow.hpp"
#include "comity/analysis/mirror_margin.hpp"

namespace comity::analysis {

// |ln(imported / exported) − margin| = exporter's share + importer's share + year's share + rest
struct Reliability {
  double overall = 0;                       // mean absolute log distance over all flows; 0 = no flows
  std::map<StateId, double> as_exporter, as_importer;  // each at least 0.01; small = reliable
  std::map<int, double> of_year;            // around 0
  double ninetieth = 2.3;                   // nine in ten flows lie within this many times their predicted distance
  double explained_by_exporter = 0, explained_by_importer = 0, explained_by_year = 0;  // shares of the variance of the absolute log distance
  std::size_t flows = 0;

  // Half of `overall` for a reporter that no flow is known of (0.25 where there are no flows at all).
  double exporter(StateId state) const;
  double importer(StateId state) const;
  // The distance to be expected of a flow: both shares and the year's, at least 0.02.
  double expected(const MirrorFlow& flow) const;
};

// By backfitting with shrinkage: each share is drawn to its mean as if `shrink` average flows more were known of the
// reporter. Distances above 3 (a factor of twenty) count as 3. Takes independent flows only. Never throws.
Reliability fit_reliability(std::span<const MirrorFlow> flows, const FreightMargin& margin, double shrink = 5);

}  // namespace comity::analysis
