#include "comity/sources/register_tables.hpp"

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::sources {

using store::sql_text;

void write_register_tables(store::Connection& connection, const world::Register& states) {
  std::string rows;
  for (const auto& state : states.states()) {
    rows += fmt::format("{}({}, {}, {}, {}, {}, {})", rows.empty() ? "" : ", ", state.id.value, sql_text(state.key), sql_text(state.name), sql_text(state.kind),
                        sql_text(state.adjective), sql_text(state.wikidata));
  }
  connection.run("INSERT INTO state VALUES " + rows);
  connection.run(
      "INSERT INTO state_span SELECT state_by_key(state), TRY_CAST(day_from AS DATE), TRY_CAST(day_to AS DATE) FROM own_state_spans WHERE state_by_key(state) IS NOT NULL ORDER BY ALL;"
      "INSERT INTO state_code SELECT state_by_key(state), scheme, code, TRY_CAST(day_from AS DATE), TRY_CAST(day_to AS DATE) FROM own_codes "
      "WHERE state_by_key(state) IS NOT NULL ORDER BY ALL;"
      "CREATE TEMP TABLE register_name AS SELECT state_by_key(state) AS state, language, kind, name, TRY_CAST(day_from AS DATE) AS day_from, TRY_CAST(day_to AS DATE) AS day_to "
      "FROM own_names WHERE state_by_key(state) IS NOT NULL UNION ALL SELECT id, 'en', 'short', name, NULL, NULL FROM state");
}

void write_shapes(store::Connection&, const Places&, const world::Register&) {}

}  // namespace comity::sources
