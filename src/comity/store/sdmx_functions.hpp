// read_sdmx('file', structure = 'file') and sdmx_structure('file') over any file of the disk, for people who ask in SQL.
// (For sources they read what the source declares: record_functions.hpp.)
#pragma once

#include "comity/store/duckdb.hpp"

namespace comity::store {

// For as long as the process lives: the functions keep nothing.
void register_sdmx_functions(Connection& connection);

}  // namespace comity::store
