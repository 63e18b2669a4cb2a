#include "apps/cli/estimate_spec.hpp"

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::cli {
namespace {

constexpr const char* example = "For example: comity estimate ppml \"trade ~ rta + cu | exp^year + imp^year + exp^imp | exp^imp\" --data FILE";

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\n") - from + 1);
}

// Parts between separators that stand outside brackets.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  int depth = 0;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (text[i] == '(' || text[i] == '[')) ++depth;
    if (i < text.size() && (text[i] == ')' || text[i] == ']')) --depth;
    if (i < text.size() && (text[i] != separator || depth > 0)) continue;
    out.push_back(trimmed(text.substr(from, i - from)));
    from = i + 1;
  }
  return out;
}

// Terms of a sum; "0" and "1" stand for none.
std::vector<std::string_view> terms(std::string_view text, std::string_view formula) {
  std::vector<std::string_view> out;
  if (trimmed(text) == "0" || trimmed(text) == "1") return out;
  for (const auto term : split(text, '+')) {
    if (term.empty()) throw UsageError(fmt::format("'{}' has an empty term", formula), example);
    out.push_back(term);
  }
  return out;
}

}  // namespace

std::vector<std::string> read_crossing(std::string_view text) {
  std::vector<std::string> out;
  for (const auto key : split(text, '^')) {
    if (key.empty()) throw UsageError(fmt::format("'{}' names no column on one side of ^", text), "Crossed keys are written exp^year.");
    out.emplace_back(key);
  }
  return out;
}

EffectSpec read_effect(std::string_view text) {
  EffectSpec out;
  text = trimmed(text);
  if (const auto open = text.find('['); open != std::string_view::npos && text.back() == ']') {
    std::string_view slope = text.substr(open + 1, text.size() - open - 2);
    if (!slope.empty() && slope.front() == '[' && slope.back() == ']') out.intercepts = false, slope = slope.substr(1, slope.size() - 2);
    out.slope = trimmed(slope);
    if (out.slope.empty()) throw UsageError(fmt::format("'{}' names no variable for its slopes", text), "Slopes are written exp[t] (with intercepts) or exp[[t]] (without).");
    text = trimmed(text.substr(0, open));
  }
  out.keys = read_crossing(text);
  return out;
}

ModelSpec read_formula(std::string_view formula) {
  ModelSpec out;
  const auto tilde = formula.find('~');
  if (tilde == std::string_view::npos) throw UsageError(fmt::format("'{}' is no formula: there is no ~", formula), example);
  out.y = trimmed(formula.substr(0, tilde));
  if (out.y.empty()) throw UsageError(fmt::format("'{}' names no outcome before ~", formula), example);
  const auto parts = split(formula.substr(tilde + 1), '|');
  if (parts.size() > 3) throw UsageError(fmt::format("'{}' has more than three parts behind ~", formula), "They are regressors | fixed effects | clusters.");
  for (const auto term : terms(parts[0], formula)) out.x.emplace_back(term);
  if (parts.size() > 1) {
    for (const auto term : terms(parts[1], formula)) out.effects.push_back(read_effect(term));
  }
  if (parts.size() > 2) {
    for (const auto term : terms(parts[2], formula)) out.clusters.push_back(read_crossing(term));
  }
  return out;
}

}  // namespace comity::cli
