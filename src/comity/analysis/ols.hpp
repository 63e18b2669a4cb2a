// Ordinary and weighted least squares with high-dimensional fixed effects: y = offset + x'b + effects + e.
#pragma once

#include "comity/analysis/estimation.hpp"

namespace comity::analysis {

// Throws DataError, with row and column, for infinite values and negative weights. Everything else is in the answer.
Estimate estimate_ols(const Problem& problem, const Options& options = {});

}  // namespace comity::analysis
