// The project's own tables (data/*.csv, data/*.toml) as temporary tables of text columns in a DuckDB connection, named
// own_<file>: what assembly turns into the register and vocabulary tables of an edition.
#pragma once

#include <filesystem>
#include <string>

#include "comity/store/duckdb.hpp"

namespace comity::sources {

// data/x.csv → own_x; data/folder/x.csv → own_folder_x. Files of data/references/ together → own_references.
void load_own_tables(store::Connection& connection, const std::filesystem::path& data_folder);
// data/indicators/ → own_indicators.
void load_indicators(store::Connection& connection, const std::filesystem::path& data_folder);

}  // namespace comity::sources
