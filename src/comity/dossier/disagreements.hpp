// The rule by which statements on one pair contradict each other: the only place that knows it. The section "Where the
// sources disagree" words it for readers; an edition's table `disagreement` is this, asked for every pair when the edition is
// assembled, so that table and dossier cannot part. Across independence classes only (rule 8). What needs all pairs or one
// state alone (revisions, spans) is derive/80-disagreements.sql; both read the same table.
#pragma once

#include <vector>

#include "comity/facts/found_disagreement.hpp"

namespace comity::dossier {

// Most consequential first, larger first among equals. Pure.
std::vector<facts::FoundDisagreement> find_disagreements(const facts::PairFacts& facts, const facts::Context& context);

// Indicators that the rule looks at: an edition need not read others for it.
std::vector<std::string> indicators_disagreed_on();

}  // namespace comity::dossier
