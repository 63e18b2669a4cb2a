// Every fact of the pair as a machine reads it, for the JSON renderer.
#pragma once

#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// In the order of PairFacts: observations, events, missions, agreements, presences, standings, disagreements, then the
// facts of either state alone (of its figures the newest of each indicator and source). Each carries its provenance as a citation, except standings and disagreements, whose
// keys name the facts they rest on.
document::FactRecords fact_records(const Shelf& shelf);

}  // namespace comity::dossier
