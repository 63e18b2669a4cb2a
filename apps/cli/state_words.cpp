#include "apps/cli/state_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "apps/cli/arguments.hpp"
#include "comity/base/error.hpp"

namespace comity::cli {

const std::vector<std::string>& code_schemes() {
  static const std::vector<std::string> schemes = {"iso3", "iso2", "iso3n", "cow", "cow_alpha", "gw", "gw_alpha", "m49", "comtrade", "imf", "wb", "gec", "unhcr", "ioc", "eurostat", "wikidata"};
  return schemes;
}

StateWords::StateWords(const world::Resolver& resolver, const std::string& to, std::optional<Day> day) : states_(resolver.states()), to_(to), day_(day) {
  if (to.starts_with("name:")) {
    language_ = to.substr(5);
    names_ = resolver.names_in(language_);
    if (!names_.empty()) return;
    const std::string near = nearest_word(language_, resolver.languages());
    throw UsageError(fmt::format("no names of states in the language '{}'", language_),
                     fmt::format("Languages are named as CLDR does: de, kk, zh-Hant.{}", near.empty() ? "" : fmt::format(" Did you mean {}?", near)));
  }
  std::vector<std::string> known = code_schemes();
  known.insert(known.end(), {"key", "name"});
  if (std::ranges::find(known, to) != known.end()) return;
  known.push_back("name:LANGUAGE");
  throw UsageError(fmt::format("--to cannot be '{}'", to), fmt::format("It may be {}.", or_list(known)));
}

std::string StateWords::word_of(StateId state) const {
  if (to_ == "key") return states_.state(state).key;
  if (to_ == "name") return states_.state(state).name;
  if (!language_.empty()) return state.value < names_.size() ? std::string(names_[state.value]) : std::string();
  return std::string(day_ ? states_.code(to_, state, *day_) : states_.code(to_, state));
}

std::string StateWords::answer(StateId state, bool pick, double& confidence, std::string& reason) const {
  if (!state) return {};
  std::string text = word_of(state);
  if (!text.empty()) return text;
  const std::string& name = states_.state(state).name;
  reason = language_.empty() ? fmt::format("{} has no {} code{}", name, to_, day_ ? " on that day" : "") : fmt::format("{} has no name in {}", name, language_);
  // The state that came out of it, one step after the other.
  for (int step = 0; pick && step < 8; ++step) {
    const auto& all = states_.lineage();
    const auto next = std::find_if(all.begin(), all.end(), [&](const world::Lineage& row) { return row.predecessor == state; });
    if (next == all.end()) break;
    state = next->successor;
    if (text = word_of(state); text.empty()) continue;
    confidence = 0.3;
    reason += fmt::format("; it led to {}", states_.state(state).name);
    return text;
  }
  confidence = 0;
  return {};
}

}  // namespace comity::cli
