// One model as the user asks for it: "trade ~ rta + cu | exp^year + imp^year + exp^imp | exp^imp", or the same by
// options. Names are those of the data's columns; log(name) is the natural logarithm.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace comity::cli {

// exp^year: crossed keys. exp[t]: intercepts and slopes of t; exp[[t]]: slopes alone.
struct EffectSpec {
  std::vector<std::string> keys;
  std::string slope;
  bool intercepts = true;
};

struct ModelSpec {
  std::string y;
  std::vector<std::string> x;
  std::vector<EffectSpec> effects;
  std::vector<std::vector<std::string>> clusters;  // each one way, of crossed keys
};

// Throw UsageError that quotes the part at fault.
ModelSpec read_formula(std::string_view formula);
EffectSpec read_effect(std::string_view text);
std::vector<std::string> read_crossing(std::string_view text);  // "exp^imp"

}  // namespace comity::cli
