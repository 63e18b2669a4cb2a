// What PPML and OLS share at both ends: the choice of regressors before, the answer's design and summaries after.
#pragma once

#include "comity/analysis/detail/least_squares.hpp"

namespace comity::analysis::detail {

// Cleans the regressors, and drops those that are absorbed or collinear. `columns` (indices into the problem) and
// `dropped` follow.
void choose_regressors(LeastSquares& system, const Problem& problem, std::vector<std::size_t>& columns, std::vector<Dropped>& dropped);

// Coefficients, bread, design, effects' summaries. `weight` is of the last least squares, `residual` y - fitted,
// `linear` the linear predictor with the offset; all in the sample's order. Takes the sample apart, which needs no y any more.
void fill_estimate(Estimate& out, const Problem& problem, const Effects& effects, Sample& sample, LeastSquares& system,
                   const std::vector<std::size_t>& columns, std::vector<double> weight, std::vector<double> residual, std::vector<double> linear, bool keep_effects);

// A bare estimate for a problem without a usable row.
Estimate empty_estimate(const char* model, const Problem& problem, std::vector<Fate> fate);

}  // namespace comity::analysis::detail
