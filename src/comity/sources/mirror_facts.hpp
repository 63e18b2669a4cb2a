// Between derive/70-mirror.sql and 75-mirror-facts.sql: reads the table `mirrored` (both sides of each flow), adds what
// geography knows, reconciles by both methods of analysis/ and fills `mirror_computed`. Holds no rule of its own about
// which facts may stand for a side.
#pragma once

#include <vector>

#include "comity/analysis/mirror_flow.hpp"
#include "comity/sources/source.hpp"
#include "comity/store/duckdb.hpp"
#include "comity/world/register.hpp"

namespace comity::sources {

// Without the package world-countries no pair is contiguous and no state landlocked.
void compute_mirror(store::Connection& connection, const world::Register& states, const Places& places);

// The flows of a finished edition's table `mirror`, for scoring: in the order of pair, exporter, year.
std::vector<analysis::MirrorFlow> mirror_flows(store::Connection& edition);

}  // namespace comity::sources
