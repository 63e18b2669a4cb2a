// Which regressors a model can do without: those that the fixed effects absorb, and those that are sums of others.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "comity/analysis/estimation.hpp"

namespace comity::analysis {

struct Collinearity {
  std::vector<std::size_t> kept;  // columns, in their order
  std::vector<Dropped> dropped;
  double smallest = 1;            // smallest share that a kept column has of its own, squared lengths
};

// products: cross products of the cleaned columns (columns × columns); lengths: their squared lengths before the effects
// were swept out. A column goes when less than 1e-10 of its length is left, or less than 1e-9 beside the columns before it.
Collinearity find_collinearity(std::span<const double> products, std::span<const double> lengths, const std::vector<std::string>& names);

}  // namespace comity::analysis
