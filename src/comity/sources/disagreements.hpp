// The disagreements of every pair of an edition that is being assembled: asks the rule that the caller gives (facts/
// found_disagreement.hpp) for each pair and adds what it finds to the table. Holds no rule of its own.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "comity/facts/found_disagreement.hpp"
#include "comity/store/duckdb.hpp"
#include "comity/world/register.hpp"

namespace comity::sources {

struct PairDisagreement {
  std::uint32_t pair = 0;
  facts::FoundDisagreement found;
};

// In pair order, as the rule orders them within a pair. `edition` is closed again on return. `indicators`: those whose
// observations the rule looks at.
std::vector<PairDisagreement> find_all_disagreements(const std::filesystem::path& edition, std::shared_ptr<const world::Register> states, const facts::FindDisagreements& rule,
                                                     const std::vector<std::string>& indicators, int threads);
// Adds them to the table `disagreement`, in its order.
void add_disagreements(store::Connection& connection, const std::vector<PairDisagreement>& all);

}  // namespace comity::sources
