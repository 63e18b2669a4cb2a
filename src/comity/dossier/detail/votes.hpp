// Agreement in the votes of the United Nations General Assembly, by session: only with its measure, the number of common
// votes and the rank in each state's own distribution, and never on fewer than 30 votes (rules.md 24).
#pragma once

#include <string>
#include <vector>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

inline constexpr double fewest_common_votes = 30;

struct VoteYear {
  const facts::Observation* agreement = nullptr;  // percent
  const facts::Observation* common = nullptr;     // number of votes in which both took part
};

// What a figure's period is called: "session 74 (2019–20)" where the source counts by session, else its year.
std::string vote_period(const facts::Observation& agreement);

// Sessions (each under the year in which it begins) with at least 30 common votes, oldest first.
std::vector<VoteYear> vote_years(const Shelf& shelf);

}  // namespace comity::dossier
