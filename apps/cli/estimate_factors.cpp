#include "apps/cli/estimate_factors.hpp"

#include <cstdlib>
#include <map>

#include <fmt/format.h>

#include "apps/cli/arguments.hpp"
#include "comity/base/error.hpp"
#include "comity/base/number.hpp"

namespace comity::cli {
namespace {

using analysis::EffectsCounted;
using analysis::FixestFactors;

const std::map<std::string, std::string> older_name = {
    {"adj", "adj"},       {"fixef.K", "fixef.K"},  {"fixef.force_exact", "fixef.force_exact"}, {"cluster.adj", "cluster.adj"}, {"cluster.df", "cluster.df"}, {"t.df", "t.df"},
    {"K.adj", "adj"},     {"K.fixef", "fixef.K"},  {"K.exact", "fixef.force_exact"},           {"G.adj", "cluster.adj"},       {"G.df", "cluster.df"}};

[[noreturn]] void refuse(const std::string& name, const std::string& value, const char* may_be) {
  throw UsageError(fmt::format("--ssc: {} cannot be '{}'", name, value), fmt::format("It may be {}.", may_be));
}

bool yes_or_no(const std::string& name, const std::string& value) {
  if (value != "true" && value != "false" && value != "TRUE" && value != "FALSE") refuse(name, value, "true or false");
  return value == "true" || value == "TRUE";
}

// One word or another; true for the first.
bool one_of(const std::string& name, const std::string& value, const char* first, const char* second) {
  if (value != first && value != second) refuse(name, value, fmt::format("{} or {}", first, second).c_str());
  return value == first;
}

void set(FixestFactors& out, const std::string& name, const std::string& value) {
  if (name == "adj") {
    out.adj = yes_or_no(name, value);
  } else if (name == "fixef.force_exact") {
    out.force_exact = yes_or_no(name, value);
  } else if (name == "cluster.adj") {
    out.cluster_adj = yes_or_no(name, value);
  } else if (name == "cluster.df") {
    out.cluster_df_min = one_of(name, value, "min", "conventional");
  } else if (name == "fixef.K") {
    if (value != "none" && value != "nested" && value != "nonnested" && value != "full") refuse(name, value, "none, nested (also called nonnested) or full");
    out.fixef_k = value == "none" ? EffectsCounted::none : value == "full" ? EffectsCounted::full : EffectsCounted::nested;
  } else {
    char* end = nullptr;
    const double number = std::strtod(value.c_str(), &end);
    const bool is_number = !value.empty() && *end == 0 && number >= 1 && number < 1e15;
    if (!is_number && value != "min" && value != "conventional") refuse(name, value, "min, conventional or a number of degrees of freedom from 1 on");
    out.t_df = is_number ? number : 0;
    out.t_df_min = is_number || value == "min";
  }
}

}  // namespace

FixestFactors read_factors(const std::vector<std::string>& asked) {
  FixestFactors out;
  for (const std::string& one : asked) {
    const auto equals = one.find('=');
    const auto trimmed = [](const std::string& text) {
      const auto from = text.find_first_not_of(" \""), to = text.find_last_not_of(" \"");
      return from == std::string::npos ? std::string() : text.substr(from, to - from + 1);
    };
    const std::string name = trimmed(one.substr(0, equals));
    const auto known = older_name.find(name);
    if (equals == std::string::npos || known == older_name.end()) {
      std::vector<std::string> names;
      for (const auto& [any, older] : older_name) names.push_back(any);
      const std::string near = nearest_word(name, names);
      throw UsageError(equals == std::string::npos ? fmt::format("--ssc: '{}' has no =", one) : fmt::format("--ssc knows no '{}'", name),
                       near.empty() || near == name ? "For example: --ssc fixef.K=full,cluster.df=conventional" : fmt::format("Did you mean {}=…?", near));
    }
    set(out, known->second, trimmed(one.substr(equals + 1)));
  }
  if (out.force_exact && out.fixef_k == EffectsCounted::nested) {
    throw UsageError("--ssc: fixef.force_exact counts all effects, fixef.K=nested does not", "Add fixef.K=full, or take --convention reghdfe, which counts both exactly.");
  }
  return out;
}

std::string factors_json(const FixestFactors& factors) {
  constexpr const char* counted[] = {"none", "nested", "full"};
  const std::string tests = factors.t_df > 0 ? exact(factors.t_df) : factors.t_df_min ? "\"min\"" : "\"conventional\"";
  return fmt::format("{{\"adj\":{},\"fixef.K\":\"{}\",\"fixef.force_exact\":{},\"cluster.adj\":{},\"cluster.df\":\"{}\",\"t.df\":{}}}", factors.adj, counted[std::size_t(factors.fixef_k)],
                     factors.force_exact, factors.cluster_adj, factors.cluster_df_min ? "min" : "conventional", tests);
}

}  // namespace comity::cli
