// The small tables of an edition as a facts::Context.
#pragma once

#include "comity/facts/pair_facts.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::store {

facts::Context load_context(Database& database, std::shared_ptr<const world::Register> states);
// The outlines of all states: some 2 MB, only for renderers that draw maps.
void load_shapes(Connection& connection, facts::Context& out);

}  // namespace comity::store
