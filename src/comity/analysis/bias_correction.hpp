// The three-way gravity model (exporter-year, importer-year and pair effects) estimated by PPML has, when years are few,
// a bias of the order of one over the number of countries, and clustered errors that are too small. Both are corrected
// analytically after Weidner and Zylkin (2021, "Bias and consistency in three-way gravity models", Journal of
// International Economics 132): a Taylor expansion of the pair-profiled likelihood for the coefficients, leverages for
// the errors. Not here: two-way models, whose coefficients have no such bias.
#pragma once

#include <string>
#include <vector>

#include "comity/analysis/estimation.hpp"

namespace comity::analysis {

struct BiasCorrection {
  std::vector<double> bias;             // to be taken from the coefficients
  std::vector<double> coefficients;     // corrected
  std::vector<double> standard_errors;  // clustered by pair, corrected for leverage, factor G/(G-1); empty: not made
  std::vector<double> plain_errors;     // the same without the correction
  std::size_t exporters = 0, importers = 0, periods = 0, pairs = 0;
  std::string remark;                   // why something was not made
};

// Groupings over the rows of the problem. `most_effects`: exporter-periods and importer-periods beyond which the
// leverages, a dense inverse of that size, are not made.
BiasCorrection correct_three_way_bias(const Estimate& estimate, const Grouping& exporter, const Grouping& importer, const Grouping& period, std::size_t most_effects = 2500);

}  // namespace comity::analysis
