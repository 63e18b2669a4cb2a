// What a regressor does on average, in units of the outcome, where a coefficient of a Poisson model is the logarithm of a
// factor. For a regressor of 0 and 1 the mean over the used rows of what it changes, E[y | x = 1] - E[y | x = 0]; for any other
// the mean derivative of E[y]. Rows count by their given weights. Errors by the delta method from the estimate's covariance, with the
// fixed effects moving as the coefficients do (the cleaned regressors say how): for a model with effects the mean derivative is the
// coefficient times the mean outcome, exactly.
// Percent: 100 (exp(b) - 1), the change of one unit of the regressor (Yotov et al. 2016, ch. 1); empty (NaN) for OLS.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "comity/analysis/standard_errors.hpp"

namespace comity::analysis {

struct AverageEffect {
  std::string name;
  bool is_switch = false;  // 0 and 1 only
  double effect = 0, standard_error = 0;
  double percent = 0, percent_error = 0;
};

// `x`: the regressors kept (estimate.names), each over the rows of the problem.
std::vector<AverageEffect> average_effects(const Estimate& estimate, const Covariance& covariance, const std::vector<const Column*>& x);

}  // namespace comity::analysis
