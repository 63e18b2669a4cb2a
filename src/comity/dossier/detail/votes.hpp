// Agreement in the votes of the United Nations General Assembly, by year: only with its measure, the number of common
// votes and the rank in each state's own distribution, and never on fewer than 30 votes (rules.md 24).
#pragma once

#include <vector>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

inline constexpr double fewest_common_votes = 30;

struct VoteYear {
  const facts::Observation* agreement = nullptr;  // percent
  const facts::Observation* common = nullptr;     // number of votes in which both took part
};

// Years with at least 30 common votes, oldest first.
std::vector<VoteYear> vote_years(const Shelf& shelf);

}  // namespace comity::dossier
