// Estimates as a table for people (models side by side), CSV (a row a term), JSON and LaTeX.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "apps/cli/output.hpp"
#include "comity/analysis/average_effects.hpp"
#include "comity/analysis/bias_correction.hpp"
#include "comity/analysis/standard_errors.hpp"

namespace comity::cli {

struct FittedModel {
  analysis::Estimate estimate;
  analysis::ErrorKind kind = analysis::ErrorKind::hetero;
  analysis::Convention convention = analysis::Convention::fixest;
  analysis::FixestFactors factors;
  analysis::Covariance covariance;
  std::vector<std::string> clusters;  // names of the ways
  std::optional<analysis::BiasCorrection> correction;
  std::vector<analysis::AverageEffect> average_effects;  // empty, or of each coefficient
};

// "table", "csv", "json" or "latex".
void write_models(const std::vector<FittedModel>& models, const std::string& format, Output& output);

}  // namespace comity::cli
