// Expected figures as derived facts, made once when an edition is assembled, so that a dossier of one pair only reads
// them: for each modelled indicator X the indicator X_expected, with the reporter, year, source and record of the figure
// it stands beside. Its variant says what it is: "expected", "low", "high" and, in the newest year, "typical",
// "driver size", "driver distance", … (factors; year_model.hpp).
#pragma once

#include <span>

#include "comity/store/duckdb.hpp"
#include "comity/world/register.hpp"

namespace comity::expect {

// Which figures have an expectation: the indicator in the books of one source that covers all pairs (of one revision,
// where it holds several); or counts of what one state has with each other (of_partners), from whichever list covers that state's wholly.
struct ModelledIndicator {
  const char* indicator;
  const char* source;
  const char* variant = "";
  bool of_partners = false;
  // What its books can tell from nothing, in the figure's unit (docs/gravity.md): a smaller amount of money is a token, and neither it nor
  // what is expected to be smaller is compared.
  double least = 0;
};
std::span<const ModelledIndicator> modelled_indicators();

// During assembly, behind the other derived facts: reads all_observation, all_agreement and marked, adds to
// derivation, and makes the view expected_observation: rows as all_observation has them. Needs the functions of register_functions.hpp. The view is empty where the sources are not
// part of the edition.
void add_expectations(store::Connection& connection, const world::Register& states, int threads);

}  // namespace comity::expect
