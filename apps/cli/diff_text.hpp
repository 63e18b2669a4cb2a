// The text in which two editions' difference is shown, by diff and by update: a table by source and reason, and each fact on request.
#pragma once

#include "apps/cli/output.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::cli {

// SQL over the table fact_diff (sources/edition_diff.hpp).
extern const char* const diff_summary_sql;
// The first twelve letters of the hash of `name`'s edition: before_edition or after_edition.
std::string diffed_edition(store::Connection& connection, const char* name);
void write_diff_text(store::Connection& connection, Output& out, bool each);

}  // namespace comity::cli
