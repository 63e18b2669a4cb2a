// A state in the scheme that was asked for with --to: a code on a day, a key, a name, or its name in a language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comity/world/resolver.hpp"

namespace comity::cli {

// The schemes of codes that --to and --from take.
const std::vector<std::string>& code_schemes();

class StateWords {
 public:
  // Throws UsageError where `to` is none of them, or names a language without names.
  StateWords(const world::Resolver& resolver, const std::string& to, std::optional<Day> day);

  // The answer; empty for no state, and for one without a code on that day: then `reason` says so and `confidence` is 0.
  // With `pick` the code of the state that came out of it will do.
  std::string answer(StateId state, bool pick, double& confidence, std::string& reason) const;

 private:
  std::string word_of(StateId state) const;

  const world::Register& states_;
  std::string to_, language_;
  std::optional<Day> day_;
  std::vector<std::string_view> names_;  // by StateId, with a language
};

}  // namespace comity::cli
