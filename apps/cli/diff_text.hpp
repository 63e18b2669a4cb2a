// The text in which two editions' difference is shown, by diff and by update: a table by source and reason, and each fact on request.
#pragma once

#include "apps/cli/output.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::cli {

// SQL over the view fact_diff (sources/edition_diff.hpp).
extern const char* const diff_summary_sql;
// The first twelve letters of the hash of `name`'s edition: before_edition or after_edition.
std::string diffed_edition(store::Connection& connection, const char* name);
// `fact_diff` as a table: it is computed once.
void keep_fact_diff(store::Connection& connection);
void write_diff_text(store::Connection& connection, Output& out, bool each);

}  // namespace comity::cli
