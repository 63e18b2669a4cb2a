// What is asked of fixest's small-sample factors otherwise than it does unasked: --ssc fixef.K=full,cluster.df=conventional. The names are those
// of the arguments of its ssc(), before version 0.13 and since.
#pragma once

#include <string>
#include <vector>

#include "comity/analysis/standard_errors.hpp"

namespace comity::cli {

// Throws UsageError (an unknown name, a value that it does not take).
analysis::FixestFactors read_factors(const std::vector<std::string>& asked);

// As an object of JSON, by the older names.
std::string factors_json(const analysis::FixestFactors& factors);

}  // namespace comity::cli
