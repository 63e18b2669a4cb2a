// The answer to one SELECT as rows of a RowWriter. Doubles come with at most 15 significant digits; every other type
// as DuckDB writes it. Statements that are no query cannot pass: the text is put into a FROM.
#pragma once

#include <string>

#include "apps/cli/rows.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::cli {

// Throws StoreError with DuckDB's words. Rows are written while the query runs. `most` rows at most, 0: all; false when there
// were more.
bool write_query(store::Connection& connection, const std::string& sql, RowWriter& rows, std::size_t most = 0);

// `sql` as something that can stand in a FROM: without a closing semicolon. Throws UsageError when it is empty.
std::string as_subquery(std::string sql);

}  // namespace comity::cli
