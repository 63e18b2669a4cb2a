// Every fact of the pair as a machine reads it, for the JSON renderer.
#pragma once

#include <vector>

#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// In the order of PairFacts: observations, events, missions, agreements, presences, standings, disagreements, then the
// facts of either state alone (of its figures the newest of each indicator and source). Each carries its provenance as a citation, except standings and disagreements, whose
// keys name the facts they rest on.
std::vector<document::FactRecord> fact_records(const Shelf& shelf);

std::string key_text(std::uint64_t key);  // 16 hexadecimal digits

}  // namespace comity::dossier
