// Poisson pseudo-maximum likelihood with high-dimensional fixed effects:
//   E[y | x] = exp(offset + x'b + effects),  y >= 0 of any scale,
// by Newton's method (iteratively reweighted least squares) with the effects swept out of each step (demean.hpp).
// Rows whose zero is predicted perfectly are found and dropped (separation.hpp). Santos Silva and Tenreyro 2006;
// Correia, Guimarães and Zylkin 2020.
#pragma once

#include "comity/analysis/estimation.hpp"

namespace comity::analysis {

// Throws DataError, with row and column, for what no such model can take. Everything else is in the answer.
Estimate estimate_ppml(const Problem& problem, const Options& options = {});

}  // namespace comity::analysis
