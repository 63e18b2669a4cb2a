#include "comity/sources/register_tables.hpp"

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/world/geography.hpp"
#include "comity/world/territories.hpp"

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

void write_policies(store::Connection& connection) {
  struct Columns {
    const char *table, *id, *kind, *state, *side, *partners, *indicator, *data_source, *detail, *from_year, *to_year;
  };
  constexpr const char* none = "NULL";
  constexpr Columns all[] = {
      {"capital_notes", "id", none, "state", none, none, none, none, none, none, none},
      {"fdi_hubs", none, "basis", "state", none, none, none, none, none, none, none},
      {"fob_importers", none, "valuation", "reporter", none, none, none, none, none, "year_from", "year_to"},
      {"former_names", "id", none, "state", none, none, none, none, "last_day", "year_from", "year_to"},
      {"oil_first_destination", none, none, "state", none, none, none, none, "commodity", "year_from", "year_to"},
      {"series_breaks", "id", "kind", "state", "side", "partners", "indicator", "data_source", none, "year_from", "year_to"},
      {"source_readings", "id", "topic", none, none, none, none, "data_source", none, none, none},
      {"transit_hubs", none, none, "state", none, none, none, none, "ports", none, none},
  };
  for (const auto& c : all) {
    const std::string unknown = connection.text(fmt::format("SELECT min({0}) FROM own_dossier_{1} WHERE {0} IS NOT NULL AND state_by_key({0}) IS NULL", c.state == none ? "NULL::VARCHAR" : c.state, c.table));
    if (!unknown.empty()) throw DataError(fmt::format("data/dossier/{}.csv: no state has the key '{}'", c.table, unknown), "data/states.csv lists them.");
    connection.run(fmt::format(
        "INSERT INTO policy SELECT {}, {}, {}, {}, {}, (SELECT string_agg(state_by_key(k)::VARCHAR, '|') FROM (SELECT unnest(string_split({}, '|')) AS k)), "
        "coalesce(TRY_CAST({} AS SMALLINT), 0), coalesce(TRY_CAST({} AS SMALLINT), 0), {}, {}, reading, {}, source FROM own_dossier_{}",
        sql_text(c.table), c.id, c.kind, c.state == none ? none : fmt::format("state_by_key({})", c.state), c.side, c.partners == none ? "NULL::VARCHAR" : c.partners, c.from_year,
        c.to_year, c.indicator, c.data_source, c.detail, c.table));
  }
}

namespace {

// Rings as the table `shape` keeps them: a count, then so many pairs of 32-bit floats, again and again.
std::string pack_rings(const world::Shape& shape) {
  std::string out;
  for (const auto& ring : shape.rings) {
    const auto count = static_cast<std::uint32_t>(ring.points.size());
    for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(count >> shift & 0xff);
    out += world::encode_points(ring.points);
  }
  return out;
}

}  // namespace

void write_shapes(store::Connection& connection, const Places& places, const world::Register& states) {
  if (!std::filesystem::exists(places.packages / "world-atlas")) return;
  const auto territories = world::Territories::load(places.share / "data", states);
  const auto geography = world::Geography::load(states, *territories, places.share / "data", places.packages);
  duckdb_appender appender = nullptr;
  if (duckdb_appender_create(connection.handle(), nullptr, "shape", &appender) != DuckDBSuccess) throw StoreError("cannot fill the table shape");
  for (const auto& outline : geography->shapes()) {
    // A fiftieth of a degree is less than a pixel on the maps of a dossier.
    const world::Shape shape = world::simplify(outline, 0.02);
    const auto* disputed = outline.territory.empty() ? nullptr : territories->disputed(outline.territory);
    if (shape.state) {
      duckdb_append_uint16(appender, shape.state.value);
    } else {
      duckdb_append_null(appender);
    }
    duckdb_append_varchar(appender, shape.territory.c_str());
    duckdb_append_bool(appender, shape.hatched);
    duckdb_append_varchar(appender, disputed ? disputed->name.c_str() : "");
    const std::string rings = pack_rings(shape);
    duckdb_append_blob(appender, rings.data(), rings.size());
    duckdb_appender_end_row(appender);
  }
  const bool fine = duckdb_appender_close(appender) == DuckDBSuccess;
  duckdb_appender_destroy(&appender);
  if (!fine) throw StoreError("cannot fill the table shape");
}

}  // namespace comity::sources
