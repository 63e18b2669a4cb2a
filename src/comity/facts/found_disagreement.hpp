// A disagreement as it is found when an edition is assembled, before it is a row of the edition: owns its texts. What
// a row read back looks like: facts::Disagreement.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "comity/facts/pair_facts.hpp"

namespace comity::facts {

struct FoundDisagreement {
  std::string kind;         // as in Disagreement
  int consequence = 5;      // 1 weighs most
  std::string title, said, reading;
  double size = 0;
  std::string unit;         // of size: days, factor; empty = none
  std::uint64_t key_a = 0, key_b = 0;
};

// The rule that finds them for one pair; dossier/disagreements.hpp has it. Called from several threads.
using FindDisagreements = std::function<std::vector<FoundDisagreement>(const PairFacts&, const Context&)>;

}  // namespace comity::facts
