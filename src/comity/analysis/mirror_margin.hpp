// The CIF margin: by how much an importer's figure stands above the exporter's because it counts freight and insurance,
// as Gaulier and Zignago (2010, BACI, section 2.2) estimate it. docs/mirror.md has the model and where it differs.
#pragma once

#include <span>

#include "comity/analysis/mirror_flow.hpp"

namespace comity::analysis {

// ln(imported / exported) = constant + log_distance · ln(km / 1000) + contiguous · border + landlocked · (0, 1 or 2)
//                           + decade · (year − 2000) / 10 + rest
struct FreightMargin {
  double constant = 0, log_distance = 0, contiguous = 0, landlocked = 0, decade = 0;
  double spread = 0;        // 1.4826 times the median absolute rest
  std::size_t flows = 0;    // that carried weight in the end
  int rounds = 0;
  bool converged = false;   // false: too few flows or no convergence; of() then gives the flat 8 per cent

  // ln(1 + margin) of a flow, between 0 and ln 2; 0 where the importer values FOB.
  double of(const MirrorFlow& flow) const;
};

// By iteratively reweighted least squares with Tukey's biweight (c = 4.685 times the spread), begun from ordinary least
// squares over ratios below 3. Takes CIF flows that are independent, have a distance, and of which both sides reach
// `least` dollars (below, rounding to whole millions would speak). Stops when no coefficient moves by more than 1e-8.
// Never throws: look at `converged`. Cost: some ten passes over the flows.
FreightMargin fit_margin(std::span<const MirrorFlow> flows, double least = 5e6);

}  // namespace comity::analysis
