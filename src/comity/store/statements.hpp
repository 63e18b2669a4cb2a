// What a text of SQL is, before it is run.
#pragma once

#include <string>

#include "comity/store/duckdb.hpp"

namespace comity::store {

// Whether the text is exactly one statement, and that one reads (SELECT, and what DuckDB makes one of: WITH, FROM, VALUES, DESCRIBE,
// SHOW, SUMMARIZE). Nothing is run. Throws StoreError with DuckDB's words where it cannot be understood.
bool is_one_select(Connection& connection, const std::string& sql);

}  // namespace comity::store
