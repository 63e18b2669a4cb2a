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

// The columns that a fact consists of; ids that are given anew at each assembly stay out.
std::vector<std::string> said_columns(std::string_view table) {
  if (table == "observation") return {"value", "absence", "valuation", "origin", "flags", "price_base", "note"};
  constexpr std::array<std::string_view, 6> given_anew = {"pair", "key", "source", "file", "record", "col"};
  std::vector<std::string> out;
  for (const auto& column : store::table(table).columns) {
    if (std::ranges::find(given_anew, column.name) == given_anew.end()) out.push_back(sql_name(column.name));
  }
  return out;
}

// Everything a fact says, as text.
std::string content(std::string_view table) {
  if (table == "observation") {
    return "concat_ws(' ', coalesce(t.value::VARCHAR, t.absence::VARCHAR), CASE WHEN t.absence <> 'value' AND t.value IS NOT NULL THEN t.absence::VARCHAR END, t.valuation::VARCHAR, "
           "t.origin::VARCHAR, CASE WHEN t.flags > 0 THEN 'flags ' || t.flags END, t.price_base::VARCHAR, t.note)";
  }
  std::string out = "concat_ws(' | '";
  for (const auto& column : said_columns(table)) out += fmt::format(", t.{}::VARCHAR", column);
  return out + ")";
}

std::string_view pair_of(std::string_view table) {
  if (table == "membership") return "t.state::UINTEGER";
  if (table == "fx_rate") return "0::UINTEGER";
  return "t.pair";
}

constexpr std::string_view editions[] = {"before_edition", "after_edition"};

std::string property(store::Connection& connection, std::string_view database, std::string_view name) {
  return connection.text(fmt::format("SELECT max(value) FROM {}.edition WHERE name = {}", database, sql_text(name)));
}

// Where both editions were put together from the same derived facts by the same code, only the rows read from files of a source
// that is another can differ.
bool rests_on_the_same(store::Connection& connection) {
  const std::string inputs = property(connection, editions[0], "inputs of derivation");
  return !inputs.empty() && inputs == property(connection, editions[1], "inputs of derivation");
}

bool is_same_table(store::Connection& connection, std::string_view table) {
  return connection.number(fmt::format("SELECT count(*) FROM before_edition.table_hash b JOIN after_edition.table_hash a USING (table_name, rows, hash) WHERE table_name = {}", sql_text(table))) > 0;
}

// The files of sources that are others, as numbers: those a scan passes over rows by, where a subquery would have it read them all.
std::string other_files(store::Connection& connection, std::string_view database) {
  const std::string files = connection.text(fmt::format("SELECT string_agg(f.id, ', ' ORDER BY f.id) FROM {0}.source_file f JOIN {0}.source s ON s.id = f.source WHERE s.key IN (SELECT key FROM other_source)", database));
  return files.empty() ? "false" : fmt::format("t.file IN ({})", files);
}

// The rows of a table that may differ, as far as conditions on one row say. `in_files`: that they are of some files; empty where any may.
std::string condition(std::string_view table, std::string_view database, const DiffRequest& request, const std::string& in_files) {
  std::string where = "true";
  if (!request.source.empty()) where += fmt::format(" AND t.source = (SELECT id FROM {}.source WHERE key = {})", database, sql_text(request.source));
  if (request.pair) where += fmt::format(" AND {} = {}", pair_of(table), request.pair);
  if (request.shared_only) where += fmt::format(" AND t.source IN (SELECT s.id FROM {}.source s WHERE s.key IN (SELECT key FROM before_edition.source INTERSECT SELECT key FROM after_edition.source))", database);
  if (!in_files.empty()) where += " AND " + in_files;
  return where;
}

// Rows by source, of figures by indicator too: a sum of hashes tells groups that are the same apart before any row is held against another.
void find_differing_groups(store::Connection& connection, std::string_view table, const DiffRequest& request) {
  const bool is_figures = table == "observation";
  std::string sides;
  for (const auto database : editions) {
    sides += fmt::format("{}SELECT s.key AS source_key, {} AS part, n, digest FROM (SELECT t.source, {} AS part, count(*) AS n, sum(hash(t.key, {})::HUGEINT) AS digest FROM {}.{} t WHERE {} GROUP BY ALL) g "
                         "JOIN {}.source s ON s.id = g.source {}",
                         sides.empty() ? "" : " UNION ALL ", is_figures ? "i.key" : "''", is_figures ? "t.indicator" : "0", fmt::join(said_columns(table), ", "), database, table,
                         condition(table, database, request, {}), database, is_figures ? fmt::format("JOIN {}.indicator i ON i.id = g.part", database) : "");
  }
  connection.run(fmt::format("CREATE TEMP TABLE differing_group AS SELECT source_key, part FROM ({}) GROUP BY ALL HAVING count(*) = 1 OR min(n) <> max(n) OR min(digest) <> max(digest)", sides));
}

std::string join_of_groups(std::string_view table, std::string_view database) {
  const bool is_figures = table == "observation";
  return fmt::format("JOIN (SELECT s.id AS source{} FROM differing_group g JOIN {}.source s ON s.key = g.source_key {}) d ON d.source = t.source{}", is_figures ? ", i.id AS indicator" : "", database,
                     is_figures ? fmt::format("JOIN {}.indicator i ON i.key = g.part", database) : "", is_figures ? " AND d.indicator = t.indicator" : "");
}

// Key and hash of every row of a group that differs: a few bytes each, so that the equal ones are told apart from the few others before any text is made.
void find_differing_keys(store::Connection& connection, std::string_view table, const DiffRequest& request, bool same_ground) {
  if (is_same_table(connection, table)) {
    connection.run(fmt::format("CREATE TEMP TABLE differing_{} (key UBIGINT, pair UINTEGER)", table));
    return;
  }
  // Where few rows may differ at all, finding out which groups do is no shorter.
  if (!same_ground) find_differing_groups(connection, table, request);
  std::string sides;
  for (const auto database : editions) {
    sides += fmt::format("{}SELECT t.key, {} AS pair, hash({}) AS said, {} AS is_after FROM {}.{} t {} WHERE {}", sides.empty() ? "" : " UNION ALL ", pair_of(table), fmt::join(said_columns(table), ", "),
                         database == editions[1], database, table, same_ground ? "" : join_of_groups(table, database), condition(table, database, request, same_ground ? other_files(connection, database) : ""));
  }
  connection.run(fmt::format("CREATE TEMP TABLE differing_{} AS SELECT DISTINCT key, pair FROM (SELECT key, any_value(pair) AS pair FROM ({}) GROUP BY key, said HAVING bool_and(is_after) OR NOT bool_or(is_after))", table, sides));
  connection.run("DROP TABLE IF EXISTS differing_group");
}

// A key holds its states, so that its rows lie in one pair: where facts lie by pair, the others are not looked at.
std::string only_differing(std::string_view table) {
  const std::string by_pair = pair_of(table) == "t.pair" ? fmt::format(" AND t.pair IN (SELECT pair FROM differing_{})", table) : "";
  return fmt::format("t.key IN (SELECT key FROM differing_{}){}", table, by_pair);
}

// One edition's rows of one table that differ, with the hashes of what their file was read from.
std::string side(std::string_view table, std::string_view database, bool in_words) {
  const std::string name = in_words ? fmt::format("any_value({})", what(table, database)) : "NULL::VARCHAR";
  const std::string said = in_words ? fmt::format("string_agg({}, ' || ' ORDER BY t.record, t.col)", content(table)) : "NULL::VARCHAR";
  return fmt::format(
      "SELECT t.key, any_value(t.source) AS source, any_value(f.source) AS read, any_value({3}) AS pair, {1} AS what, {2} AS content "
      "FROM {0}.{4} t LEFT JOIN {0}.source_file f ON f.id = t.file WHERE {5} GROUP BY t.key",
      database, name, said, pair_of(table), table, only_differing(table));
}

std::string differences_of(std::string_view table, bool in_words) {
  return fmt::format(
      "SELECT {0} AS fact_table, coalesce(a.key, b.key) AS key, coalesce(a.pair, b.pair) AS pair, a.source AS a_source, a.read AS a_read, b.source AS b_source, b.read AS b_read, "
      "CASE WHEN b.key IS NULL THEN 'added' WHEN a.key IS NULL THEN 'gone' ELSE 'changed' END AS change, coalesce(a.what, b.what) AS what, b.content AS before, a.content AS after "
      "FROM ({1}) a FULL JOIN ({2}) b ON a.key = b.key",
      sql_text(table), side(table, "after_edition", in_words), side(table, "before_edition", in_words));
}

}  // namespace

void make_fact_diff(store::Connection& connection, const DiffRequest& request) {
  attach(connection, request.before, "before_edition");
  attach(connection, request.after, "after_edition");
  connection.run("CREATE TEMP TABLE other_source AS SELECT key FROM (SELECT key, hash FROM before_edition.source UNION ALL SELECT key, hash FROM after_edition.source) GROUP BY key HAVING count(*) = 1 OR min(hash) IS DISTINCT FROM max(hash)");
  const bool same_ground = rests_on_the_same(connection);
  std::string all;
  for (const char* table : fact_tables) {
    find_differing_keys(connection, table, request, same_ground);
    all += (all.empty() ? "" : " UNION ALL ") + differences_of(table, request.in_words);
  }
  connection.run("CREATE TEMP TABLE derived_key AS SELECT DISTINCT key FROM (SELECT key FROM before_edition.derivation UNION ALL SELECT key FROM after_edition.derivation) WHERE key IN (SELECT key FROM differing_observation)");
  // Of a source that only one edition holds, and of a fact that is gone, the other side's row is looked up by the source's key. A
  // fact whose own source was not read from files (a reference of a curated row) has the hashes of the source whose file names it.
  connection.run(fmt::format(
      "CREATE TEMP TABLE fact_diff AS SELECT d.fact_table, d.key, d.pair, coalesce(a.key, b.key) AS source, d.change, "
      "CASE WHEN same_before.key IS NULL THEN 'new_source' WHEN same_after.key IS NULL THEN 'source_gone' "
      "WHEN d.key IN (SELECT key FROM derived_key) THEN 'derived' "
      "WHEN coalesce(a.files_hash, a_read.files_hash, same_after.files_hash) IS DISTINCT FROM coalesce(b.files_hash, b_read.files_hash, same_before.files_hash) THEN 'revision' "
      "WHEN coalesce(a.hash, a_read.hash, same_after.hash) IS DISTINCT FROM coalesce(b.hash, b_read.hash, same_before.hash) THEN 'new_rule' ELSE 'derived' END AS reason, "
      "(SELECT key FROM after_edition.state WHERE id = CASE WHEN d.pair < 65536 THEN d.pair ELSE d.pair // 65536 END) AS state_a, "
      "(SELECT key FROM after_edition.state WHERE id = CASE WHEN d.pair >= 65536 THEN d.pair % 65536 END) AS state_b, d.what, d.before, d.after FROM ({}) d "
      "LEFT JOIN after_edition.source a ON a.id = d.a_source LEFT JOIN after_edition.source a_read ON a_read.id = d.a_read "
      "LEFT JOIN before_edition.source b ON b.id = d.b_source LEFT JOIN before_edition.source b_read ON b_read.id = d.b_read "
      "LEFT JOIN after_edition.source same_after ON same_after.key = coalesce(a.key, b.key) LEFT JOIN before_edition.source same_before ON same_before.key = coalesce(a.key, b.key)",
      all));
}

}  // namespace comity::sources
