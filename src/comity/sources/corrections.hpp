// Declared repairs (corrections.toml): what is wrong in a publisher's file, since when it is known, and what stands
// instead. load.sql reads them from the table `correction(id, file, record, column, expect, value)`; a repair whose
// `expect` no longer matches stops the build, because the publisher has mended the error.
#pragma once

#include "comity/sources/source.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::sources {

// Makes the temporary table `correction` (empty when the source declares none).
void make_corrections(store::Connection& connection, const Source& source);
// Throws DataError, naming the line of corrections.toml, for a repair that fitted no record: load.sql says in a view applied_correction(id)
// which did. Without the view, where repairs are declared, throws as well. To be called when fragment.file is written.
void check_corrections(store::Connection& connection, const Source& source);
// Copies what was declared into the fragment.
void write_corrections(store::Connection& connection, const Source& source);

}  // namespace comity::sources
