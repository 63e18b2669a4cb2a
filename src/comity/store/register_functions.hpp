// The register of states and the reading of dates as DuckDB scalar functions, for load.sql only: a state is looked up
// by the very code that the resolver uses. An unknown code, name or date is NULL, never an error.
//   state_by_code(scheme, code, day)      → USMALLINT    state_by_code_in_year(scheme, code, year)
//   state_by_name(name, day)              → USMALLINT    state_by_name_in_year(name, year)
//   state_by_key(key)                     → USMALLINT    non_state(name) → kind of what is no state ("aggregate")
//   state_name_of(id)                     → VARCHAR      city_of(place)  → the city that a district or old name means
//   edtf_from(text), edtf_to(text)        → DATE         fact_key(text)  → UBIGINT
//   fact_key_of(a, b, …) → UBIGINT        the same as fact_key(concat_ws('|', a, b, …)), for texts, whole numbers, truths and dates
//   plain_number(text), plain_whole(text) → DOUBLE, INTEGER: what is written as digits, blanks around it allowed; else NULL (sources/prelude.sql)
#pragma once

#include "comity/store/duckdb.hpp"
#include "comity/world/register.hpp"

namespace comity::store {

// The register must outlive the connection.
void register_world_functions(Connection& connection, const world::Register& states);

}  // namespace comity::store
