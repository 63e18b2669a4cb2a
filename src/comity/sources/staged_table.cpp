#include "comity/sources/staged_table.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "comity/base/error.hpp"
#include "comity/sources/fact_columns.hpp"
#include "comity/sources/row_rules.hpp"
#include "comity/store/schema.hpp"

namespace comity::sources {
namespace {

using store::Connection;
using store::sql_name;
using store::sql_text;

std::vector<std::string> columns_of(Connection& connection, const std::string& view) {
  std::vector<std::string> out;
  auto result = connection.query(fmt::format("DESCRIBE {}", sql_name(view)));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out.emplace_back(chunk.text(0, i));
  }
  return out;
}

constexpr const char* service_columns[] = {"_file", "_record", "_col", "_reject", "_unwanted"};

// SELECT of one view with every staged column cast or defaulted, and the service columns. Adds the columns that it gives to `given`.
std::string staged_select(Connection& connection, const std::string& id, const std::string& table, const std::string& view, std::set<std::string>& given) {
  const auto have = columns_of(connection, view);
  const auto has = [&](std::string_view name) { return std::ranges::find(have, name) != have.end(); };
  for (const char* name : {"_file", "_record"}) {
    if (!has(name)) throw DataError(fmt::format("sources/{}/load.sql: the view {} lacks the column {}", id, view, name), "Pass it on from the table function.");
  }
  std::string out = "SELECT ";
  const auto staged = store::staged_columns(table);
  for (const auto& column : staged) {
    out += has(column.name) ? fmt::format("CAST({0} AS {1}) AS {0}, ", sql_name(column.name), column.type)
                            : fmt::format("CAST({} AS {}) AS {}, ", column.fallback, column.type, sql_name(column.name));
  }
  for (const auto& name : have) {
    const bool known = std::ranges::any_of(staged, [&](const auto& c) { return name == c.name; }) ||
                       std::ranges::any_of(service_columns, [&](const char* c) { return name == c; });
    if (!known) throw DataError(fmt::format("sources/{}/load.sql: the view {} gives '{}', which {} has not", id, view, name, table), "docs/schema.md lists the columns.");
  }
  given.insert(have.begin(), have.end());
  out += "_file::file_t AS _file, _record::UBIGINT AS _record, ";
  for (const char* name : {"_col", "_reject", "_unwanted"}) out += has(name) ? fmt::format("{0}::VARCHAR AS {0}, ", name) : fmt::format("NULL::VARCHAR AS {}, ", name);
  out.resize(out.size() - 2);
  return out + fmt::format(" FROM {}", sql_name(view));
}

// An enumeration is a type of this session alone, and one byte a row.
bool may_be_constant(const store::StagedColumn& column) { return !std::string_view(column.type).ends_with("_t"); }

// Keys that more than one row has, of rows that may be used. A set of our own: to group all rows by key takes several times as long, and few keys come again.
std::vector<std::uint64_t> repeated_keys(Connection& connection, const std::string& table) {
  std::vector<std::uint64_t> keys, out;
  auto result = connection.stream(fmt::format("SELECT key FROM staged_{} WHERE _reject IS NULL AND _unwanted IS NULL", table));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) keys.push_back(chunk.get<std::uint64_t>(0, i));
  }
  const std::size_t size = std::bit_ceil(2 * keys.size() + 2);
  std::vector<std::uint64_t> places(size);  // 0: free
  std::size_t noughts = 0;
  for (const std::uint64_t key : keys) {
    std::size_t at = key & (size - 1);  // a key is a hash already
    while (places[at] != 0 && places[at] != key) at = (at + 1) & (size - 1);
    if (places[at] == key && (key != 0 || noughts > 0)) out.push_back(key);
    places[at] = key;
    noughts += key == 0;
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void mark_repeated(Connection& connection, const std::string& table) {
  const auto keys = repeated_keys(connection, table);
  if (keys.empty()) return;
  const std::string content = table == "observation" ? "coalesce(value, 0) || '/' || absence" : table == "series" ? "value" : "''";
  connection.run(fmt::format("CREATE TEMP TABLE repeated_key AS SELECT unnest([{}]::UBIGINT[]) AS key", fmt::join(keys, ", ")));
  connection.run(fmt::format(
      "CREATE TEMP TABLE repeated AS SELECT id, same FROM (SELECT _row AS id, key, {1} = first_value({1}) OVER w AS same, row_number() OVER w AS n "
      "FROM staged_{0} WHERE _reject IS NULL AND _unwanted IS NULL AND key IN (SELECT key FROM repeated_key) WINDOW w AS (PARTITION BY key ORDER BY _file, _record, _col)) WHERE n > 1",
      table, content));
  connection.run(fmt::format("UPDATE given_{0} SET _unwanted = CASE WHEN r.same THEN 'repeats an earlier record' END, "
                             "_reject = CASE WHEN NOT r.same THEN 'another value for what an earlier record gives' END "
                             "FROM repeated r WHERE r.id = given_{0}.rowid",
                             table));
  connection.run("DROP TABLE repeated; DROP TABLE repeated_key");
}

// Texts that are the same in every row that is used, as SQL: what the first rows do not already tell apart is held against all of them.
std::map<std::string, std::string> constant_texts(Connection& connection, const StagedTable& staged) {
  const std::string used = fmt::format("FROM staged_{} WHERE _reject IS NULL AND _unwanted IS NULL", staged.table);
  std::map<std::string, std::string> out;
  std::vector<std::string> names;
  std::string asked, shown;
  for (const auto& column : store::staged_columns(staged.table)) {
    if (std::string_view(column.type) != "VARCHAR" || std::ranges::find(staged.given, column.name) == staged.given.end()) continue;
    names.emplace_back(column.name);
    const char* glue = asked.empty() ? "" : ", ";
    shown += glue + sql_name(column.name);
    asked += fmt::format("{0}CASE WHEN count({1}) = 0 THEN 'NULL' WHEN count({1}) = count(*) AND min({1}) = max({1}) THEN '''' || replace(min({1}), '''', '''''') || '''' END", glue, sql_name(column.name));
  }
  if (names.empty()) return out;
  auto first_rows = connection.query(fmt::format("SELECT {} FROM (SELECT {} {} LIMIT 2048)", asked, shown, used));
  const auto first = first_rows.next();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!first.is_null(i, 0)) out.emplace(names[i], first.text(i, 0));
  }
  if (out.empty()) return out;
  std::string compared;
  for (const auto& [name, text] : out) compared += fmt::format("{}count(*) FILTER ({} IS DISTINCT FROM {})", compared.empty() ? "" : ", ", sql_name(name), text);
  auto all_rows = connection.query(fmt::format("SELECT {} {}", compared, used));
  const auto differing = all_rows.next();
  std::size_t i = 0;
  std::erase_if(out, [&](const auto&) { return differing.get<std::int64_t>(i++, 0) > 0; });
  return out;
}

}  // namespace

StagedTable stage(Connection& connection, const Source& source, const std::string& table, const std::vector<std::string>& views) {
  std::string all;
  std::set<std::string> have;
  for (const auto& view : views) all += (all.empty() ? "" : " UNION ALL ") + staged_select(connection, source.id, table, view, have);
  StagedTable out{table, {}};
  std::string given, whole;
  for (const auto& column : store::staged_columns(table)) {
    const std::string name = sql_name(column.name);
    const bool is_given = have.contains(column.name) || !may_be_constant(column);
    if (is_given) given += name + ", ", out.given.emplace_back(column.name);
    whole += is_given ? name + ", " : fmt::format("CAST({} AS {}) AS {}, ", column.fallback, column.type, name);
  }
  connection.run(fmt::format("CREATE TEMP TABLE given_{0} AS SELECT {7} _file, _record, _col, coalesce(_reject, CASE WHEN _unwanted IS NULL THEN {2} END) AS _reject, _unwanted, "
                             "fact_key_of({3}, coalesce({5}, {4}), {6}) AS key FROM ({1})",
                             table, all, reject_expression(table), sql_text(table), sql_text(source.id), table == "state_name" ? "NULL" : "reference", store::natural_key(table), given));
  connection.run(fmt::format("CREATE TEMP VIEW staged_{0} AS SELECT rowid AS _row, {1} _file, _record, _col, _reject, _unwanted, key FROM given_{0}", table, whole));
  mark_repeated(connection, table);
  return out;
}

// _col is a column's name or number.
void write_facts(Connection& connection, const StagedTable& staged) {
  const std::string& table = staged.table;
  const auto constants = constant_texts(connection, staged);
  const auto is_written = [&](const std::string& name) { return std::ranges::find(staged.given, name) != staged.given.end() && !constants.contains(name); };
  std::string written, whole;
  for (const auto& column : store::staged_columns(table)) {
    const std::string name = sql_name(column.name);
    const auto constant = constants.find(column.name);
    if (is_written(column.name)) written += "o." + name + ", ", whole += name + ", ";
    else whole += fmt::format("CAST({} AS {}) AS {}, ", constant != constants.end() ? constant->second : column.fallback, column.type, name);
  }
  std::string order;
  const std::vector<std::string> wanted = table == "observation" ? std::vector<std::string>{"indicator", "period_start", "reporter", "reference", "variant", "product"}
                                          : table == "series"    ? std::vector<std::string>{"indicator", "scheme", "from_code", "to_code", "item", "day_from"}
                                                                 : std::vector<std::string>{};
  for (const auto& name : wanted) order += is_written(name) ? sql_name(name) + ", " : "";
  if (table == "observation") order = "ORDER BY pair, " + order + "key, record, col";
  if (table == "series") order = "ORDER BY " + order + "file, record, col";
  connection.run(fmt::format(
      "CREATE TABLE fragment.kept_{0} AS SELECT {1} {3} o.key, file_number(enum_code(o._file)::UINTEGER) AS file, o._record AS record, column_number(enum_code(o._file)::UINTEGER, o._col) AS col "
      "FROM staged_{0} o WHERE o._reject IS NULL AND o._unwanted IS NULL {2}",
      table, table == "observation" ? pair_expression(table) + " AS pair," : "", order, written));
  // Whoever attaches the fragment gives it a name of his own, so that the view names no database: it looks into its own first.
  connection.run(fmt::format("CREATE VIEW fragment.{0} AS SELECT {1} {2} key, file, record, col FROM kept_{0}", table, table == "observation" ? "pair," : "", whole));
}

}  // namespace comity::sources
