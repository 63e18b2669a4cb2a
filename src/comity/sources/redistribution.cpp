#include "comity/sources/redistribution.hpp"

#include <fmt/format.h>

#include "comity/store/schema.hpp"

namespace comity::sources {

void mark_what_leaves(store::Connection& connection, const std::vector<std::string>& include) {
  std::string asked;
  for (const auto& key : include) asked += (asked.empty() ? "" : ", ") + store::sql_text(key);
  connection.run(fmt::format("CREATE TEMP TABLE source_that_leaves AS SELECT id, key, NOT redistributable AS asked FROM source WHERE redistributable{}",
                             asked.empty() ? "" : fmt::format(" OR key IN ({})", asked)));
  std::string staying, leaving;
  for (const auto& table : store::tables()) {
    if (!table.is_fact || std::string_view(table.name) == "state_name") continue;
    const char* const join = staying.empty() ? "" : " UNION ALL ";
    staying += fmt::format("{}SELECT key FROM {} WHERE source NOT IN (SELECT id FROM source_that_leaves) AND key IN (SELECT from_key FROM derivation)", join, table.name);
    leaving += fmt::format("{}SELECT key FROM {} WHERE source IN (SELECT id FROM source_that_leaves) AND key IN (SELECT key FROM derivation)", join, table.name);
  }
  // Of a million derived facts that stay, nearly all do so by their own source: only the others need to be known.
  connection.run(fmt::format("CREATE TEMP TABLE derived_that_stays AS WITH RECURSIVE first AS MATERIALIZED ({}),\n"
                             "stays(key) AS (SELECT d.key FROM derivation d WHERE d.from_key IN (SELECT key FROM first) UNION SELECT d.key FROM derivation d JOIN stays s ON s.key = d.from_key)\n"
                             "SELECT DISTINCT key FROM ({}) WHERE key IN (SELECT key FROM stays)",
                             staying, leaving));
}

std::unordered_set<std::uint64_t> derived_keys_that_stay(store::Connection& marked) {
  std::unordered_set<std::uint64_t> out;
  auto result = marked.query("SELECT key FROM derived_that_stays");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out.insert(chunk.get<std::uint64_t>(0, i));
  }
  return out;
}

}  // namespace comity::sources
