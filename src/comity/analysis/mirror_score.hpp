// How well a method guesses the side that is hidden: over flows that both sides report independently, one side is hidden and
// predicted from the other, with margin and reliability fitted on other pairs only.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "comity/analysis/mirror_flow.hpp"

namespace comity::analysis {

struct MirrorScore {
  std::string method;       // same (the other side as it is), larger (8 per cent of freight), weighted (the fitted margin)
  bool import_hidden = true;
  std::size_t flows = 0;
  double median_error = 0;  // median of |ln(guess / actual)|
  double mean_bias = 0;     // mean of ln(guess / actual)
  double within_a_tenth = 0, within_a_quarter = 0, within_a_factor_of_two = 0;  // shares of the flows
  double interval_holds = -1;  // share of actual figures inside the interval that is to hold nine in ten; -1 = none given
};

// All pairs of one pair of states fall into one of `folds` parts; what is predicted was never fitted on. Flows below `least`
// dollars on either side and flows that are not independent are left out. Empty when too few are left.
std::vector<MirrorScore> score_mirror(std::span<const MirrorFlow> flows, int folds = 5, double least = 5e6);

}  // namespace comity::analysis
