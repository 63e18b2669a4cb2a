#include "comity/sources/edition_diff.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/store/schema.hpp"

namespace comity::sources {
namespace {

using store::sql_name;
using store::sql_text;

constexpr const char* fact_tables[] = {"observation", "event", "mission", "membership", "agreement", "presence", "fx_rate"};

void attach(store::Connection& connection, const std::filesystem::path& file, const char* name) {
  if (!std::filesystem::exists(file)) throw NotFound(fmt::format("there is no edition {}", file.string()), "Name two files that comity build made.");
  connection.run(fmt::format("ATTACH {} AS {} (READ_ONLY)", sql_text(file.string()), name));
  std::string schema;
  try {
    schema = connection.text(fmt::format("SELECT value FROM {}.edition WHERE name = 'schema'", name));
  } catch (const StoreError&) {
    throw StoreError(fmt::format("{} is a DuckDB file, but no edition", file.string()), "Name two files that comity build made.");
  }
  if (schema != store::schema_version) {
    throw StoreError(fmt::format("{} was made by another version of Comity", file.string()), "Only editions of one schema can be compared; make it again with comity build.");
  }
}

std::string key_of_state(std::string_view database, std::string_view column) { return fmt::format("(SELECT s.key FROM {}.state s WHERE s.id = t.{})", database, column); }

// The words that name a fact: what its natural key is made of, without its states.
std::string what(std::string_view table, std::string_view database) {
  if (table == "observation") {
    return fmt::format("concat_ws(' ', (SELECT i.key FROM {0}.indicator i WHERE i.id = t.indicator), CASE WHEN t.to_state IS NOT NULL THEN {1} || '>' || {2} END, "
                       "CASE WHEN t.reporter IS NOT NULL THEN 'by ' || {3} END, t.period_start::VARCHAR, CASE WHEN t.period_months = 1 THEN 'month' END, "
                       "CASE WHEN t.product <> 'total' THEN t.product END, t.variant, t.currency)",
                       database, key_of_state(database, "from_state"), key_of_state(database, "to_state"), key_of_state(database, "reporter"));
  }
  if (table == "event") return "concat_ws(' ', t.kind, t.date_edtf, t.person, t.title)";
  if (table == "mission") return fmt::format("concat_ws(' ', t.kind, 'of', {}, 'in', coalesce(t.city, {}), t.name)", key_of_state(database, "sending"), key_of_state(database, "receiving"));
  if (table == "membership") return "concat_ws(' ', t.organization, t.kind, t.date_from)";
  if (table == "agreement") return "concat_ws(' ', t.kind, t.title, t.signed_on)";
  if (table == "presence") return "concat_ws(' ', t.kind, t.name, t.place, t.basis)";
  return "concat_ws(' ', t.base, t.currency, t.kind, t.year::VARCHAR)";
}

// Everything a fact says, as text; ids that are given anew at each assembly stay out.
std::string content(std::string_view table) {
  if (table == "observation") {
    return "concat_ws(' ', coalesce(t.value::VARCHAR, t.absence::VARCHAR), CASE WHEN t.absence <> 'value' AND t.value IS NOT NULL THEN t.absence::VARCHAR END, t.valuation::VARCHAR, "
           "t.origin::VARCHAR, CASE WHEN t.flags > 0 THEN 'flags ' || t.flags END, t.price_base::VARCHAR, t.note)";
  }
  constexpr std::array<std::string_view, 6> given_anew = {"pair", "key", "source", "file", "record", "col"};
  std::string out = "concat_ws(' | '";
  for (const auto& column : store::table(table).columns) {
    if (std::ranges::find(given_anew, column.name) == given_anew.end()) out += fmt::format(", t.{}::VARCHAR", sql_name(column.name));
  }
  return out + ")";
}

std::string_view pair_of(std::string_view table) {
  if (table == "membership") return "t.state::UINTEGER";
  if (table == "fx_rate") return "0::UINTEGER";
  return "t.pair";
}

// One edition's rows of one table, with the hashes of what its file was read from.
std::string side(std::string_view table, std::string_view database, const DiffRequest& request) {
  std::string where;
  if (!request.source.empty()) where += fmt::format(" AND src.key = {}", sql_text(request.source));
  if (request.pair) where += fmt::format(" AND {} = {}", pair_of(table), request.pair);
  return fmt::format(
      "SELECT t.key, any_value(src.key) AS source, any_value({3}) AS pair, any_value({1}) AS what, string_agg({2}, ' || ' ORDER BY t.record, t.col) AS content, "
      "any_value(coalesce(src.hash, read.hash)) AS read, any_value(coalesce(src.files_hash, read.files_hash)) AS files "
      "FROM {0}.{4} t JOIN {0}.source src ON src.id = t.source LEFT JOIN {0}.source_file f ON f.id = t.file LEFT JOIN {0}.source read ON read.id = f.source "
      "WHERE true{5} GROUP BY t.key",
      database, what(table, database), content(table), pair_of(table), table, where);
}

std::string differences_of(std::string_view table, const DiffRequest& request) {
  return fmt::format(
      "SELECT {0} AS fact_table, coalesce(a.key, b.key) AS key, coalesce(a.source, b.source) AS source, coalesce(a.pair, b.pair) AS pair, "
      "CASE WHEN b.key IS NULL THEN 'added' WHEN a.key IS NULL THEN 'gone' ELSE 'changed' END AS change, coalesce(a.what, b.what) AS what, b.content AS before, a.content AS after, "
      "b.key AS key_before, a.read AS read_after, b.read AS read_before, a.files AS files_after, b.files AS files_before, "
      "coalesce(a.key, b.key) IN (SELECT key FROM {1}.derivation) AS is_derived "
      "FROM ({2}) a FULL JOIN ({3}) b ON a.key = b.key WHERE a.key IS NULL OR b.key IS NULL OR a.content IS DISTINCT FROM b.content",
      sql_text(table), "after_edition", side(table, "after_edition", request), side(table, "before_edition", request));
}

}  // namespace

void make_fact_diff(store::Connection& connection, const DiffRequest& request) {
  attach(connection, request.before, "before_edition");
  attach(connection, request.after, "after_edition");
  std::string all;
  for (const char* table : fact_tables) all += (all.empty() ? "" : " UNION ALL ") + differences_of(table, request);
  // A fact that is gone has no row in the later edition: its source's hashes there are looked up by the source's key.
  connection.run(fmt::format(
      "CREATE TEMP VIEW fact_diff AS SELECT d.fact_table, d.key, d.source, d.change, "
      "CASE WHEN s_before.key IS NULL THEN 'new_source' WHEN s_after.key IS NULL THEN 'source_gone' "
      "WHEN d.is_derived OR d.key IN (SELECT key FROM before_edition.derivation) THEN 'derived' "
      "WHEN coalesce(d.files_after, s_after.files_hash) IS DISTINCT FROM coalesce(d.files_before, s_before.files_hash) THEN 'revision' "
      "WHEN coalesce(d.read_after, s_after.hash) IS DISTINCT FROM coalesce(d.read_before, s_before.hash) THEN 'new_rule' ELSE 'derived' END AS reason, "
      "(SELECT key FROM after_edition.state WHERE id = CASE WHEN d.pair < 65536 THEN d.pair ELSE d.pair // 65536 END) AS state_a, "
      "(SELECT key FROM after_edition.state WHERE id = CASE WHEN d.pair >= 65536 THEN d.pair % 65536 END) AS state_b, d.what, d.before, d.after "
      "FROM ({}) d LEFT JOIN before_edition.source s_before ON s_before.key = d.source LEFT JOIN after_edition.source s_after ON s_after.key = d.source",
      all));
}

}  // namespace comity::sources
