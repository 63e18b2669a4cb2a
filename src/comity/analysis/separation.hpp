// Rows of zero outcome that a Poisson model predicts perfectly: some combination z of regressors and effects is 0 on
// every row with a positive outcome and nowhere negative on the others, and where it is positive the likelihood rises
// for ever along -z. Such rows say nothing of the remaining coefficients and are dropped (Correia, Guimarães and Zylkin
// 2019, "Verifying the existence of maximum likelihood estimates for generalized linear models").
// Levels whose outcomes are all zero are dropped before (detail/sample.hpp); here are the two other tests.
#pragma once

#include <vector>

#include "comity/analysis/estimation.hpp"

namespace comity::analysis {

// `fading` marks the zero rows whose fit went to zero in estimation: separated rows are among them, since Newton's steps
// lower their linear predictor by one each. Marks in `fate` what is separated, first by regressors that the effects
// absorb wherever the outcome is positive (the simplex test; the few combinations that count are searched by the
// rectifier instead of by pivoting), else by the iterative rectifier over everything. Returns how many rows it marked.
std::size_t find_separation(const Problem& problem, const Options& options, const std::vector<bool>& fading, std::vector<Fate>& fate);

}  // namespace comity::analysis
