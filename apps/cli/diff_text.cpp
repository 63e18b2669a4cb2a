#include "apps/cli/diff_text.hpp"

#include <fmt/format.h>

#include "apps/cli/rows.hpp"
#include "apps/cli/sql_rows.hpp"

namespace comity::cli {

const char* const diff_summary_sql =
    "SELECT source, reason, fact_table, count(*) FILTER (change = 'added') AS added, count(*) FILTER (change = 'gone') AS gone, count(*) FILTER (change = 'changed') AS changed "
    "FROM fact_diff GROUP BY ALL ORDER BY source, reason, fact_table";

std::string diffed_edition(store::Connection& connection, const char* name) {
  return connection.text(fmt::format("SELECT left(value, 12) FROM {}.edition WHERE name = 'hash'", name));
}

void write_diff_text(store::Connection& connection, Output& out, bool each) {
  const auto all = connection.number("SELECT count(*) FROM fact_diff");
  out.write(fmt::format("Edition {} → {}: {}\n", diffed_edition(connection, "before_edition"), diffed_edition(connection, "after_edition"),
                        all == 0 ? "no fact differs" : fmt::format("{} facts differ", all)));
  if (all == 0) return;
  out.write("\n");
  write_query(connection, diff_summary_sql, *make_row_writer("table", out));
  out.write("\nReasons: new_source, source_gone: only one edition has the source; revision: the publisher's files are others; new_rule: the same files, read by\n"
            "another rule; derived: made of facts that changed, or by a derivation that did.\n");
  if (!each) return;
  out.write("\n");
  write_query(connection, "SELECT change, source, what, before, after FROM fact_diff ORDER BY source, fact_table, what, key", *make_row_writer("table", out));
}

}  // namespace comity::cli
