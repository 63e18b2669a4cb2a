// The register of states as tables of an edition: states, spans, codes, names, outlines.
#pragma once

#include "comity/sources/source.hpp"
#include "comity/store/duckdb.hpp"
#include "comity/world/register.hpp"

namespace comity::sources {

// Needs own_state_spans, own_codes and own_names. Fills state, state_span, state_code; leaves the register's names in
// the temporary table register_name, to be joined with those of other sources.
void write_register_tables(store::Connection& connection, const world::Register& states);
// The readings of data/dossier/*.csv. Needs the own_dossier_ tables. Throws DataError when one names an unknown state.
void write_policies(store::Connection& connection);
// Outlines after the policy for disputed territories; nothing when the atlas is not among the packages.
void write_shapes(store::Connection& connection, const Places& places, const world::Register& states);

}  // namespace comity::sources
