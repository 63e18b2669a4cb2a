#include "comity/sources/export.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/sources/redistribution.hpp"
#include "comity/store/schema.hpp"

namespace comity::sources {
namespace {

using store::sql_name;
using store::sql_text;

// Outlines are pictures of maps; hashes speak of the edition's own file.
constexpr std::array<std::string_view, 2> not_for_others = {"shape", "table_hash"};

constexpr std::array<std::string_view, 15> state_columns = {"from_state", "to_state", "reporter", "state_a",   "state_b",    "actor_state", "third_state", "sending",
                                                            "receiving",  "covered_from_state", "state", "home_state", "host_state", "of_state", "other_state"};

bool is_in(const auto& list, std::string_view name) { return std::ranges::find(list, name) != list.end(); }

// How a column leaves: numbers that mean something only inside the edition as the keys they stand for.
std::string leaving(std::string_view table, const store::ColumnDefinition& column) {
  const std::string_view name = column.name;
  const std::string quoted = "t." + sql_name(name);
  if (is_in(state_columns, name)) return fmt::format("(SELECT s.key FROM state s WHERE s.id = {})", quoted);
  if (name == "indicator" && std::string_view(column.type) == "USMALLINT") return fmt::format("(SELECT i.key FROM indicator i WHERE i.id = {})", quoted);
  if (name == "source" || name == "export_source" || name == "import_source") return fmt::format("(SELECT s.key FROM source s WHERE s.id = {})", quoted);
  if (name == "file") return fmt::format("(SELECT f.path FROM source_file f WHERE f.id = {})", quoted);
  if (name == "key" || name == "from_key" || name.ends_with("_key") || name == "key_a" || name == "key_b") {
    if (std::string_view(column.type) == "UBIGINT") return fmt::format("lower(printf('%016x', {}))", quoted);
  }
  if (name == "columns") return fmt::format("array_to_string({}, ', ')", quoted);
  if (table == "reject" && name == "raw") return "NULL::VARCHAR";
  return quoted;
}

std::string frictionless_type(std::string_view duckdb_type) {
  if (duckdb_type.starts_with("ENUM") || duckdb_type == "VARCHAR") return "string";
  if (duckdb_type == "BOOLEAN") return "boolean";
  if (duckdb_type == "DOUBLE") return "number";
  if (duckdb_type == "DATE") return "date";
  return "integer";
}

ExportedColumn described(std::string_view table, const store::ColumnDefinition& column) {
  const bool rewritten = leaving(table, column) != "t." + sql_name(column.name);
  return {column.name, rewritten ? "string" : frictionless_type(column.type), column.meaning};
}

// Facts that stay: of sources that stay, and what was derived from them, to any depth.
void mark_what_stays(store::Connection& connection, const ExportRequest& request) {
  mark_what_leaves(connection, request.include);
  std::string facts;
  for (const auto& table : store::tables()) {
    if (!table.is_fact || std::string_view(table.name) == "state_name") continue;
    facts += fmt::format("SELECT key FROM {} WHERE source NOT IN (SELECT id FROM source_that_leaves) UNION ", table.name);
  }
  connection.run(fmt::format("CREATE TEMP TABLE fact_that_stays AS {} SELECT key FROM derived_that_stays", facts));
}

// Which rows of a table may leave.
std::string condition_on(const store::TableDefinition& table) {
  const std::string_view name = table.name;
  if (name == "state_name" || name == "organization") return "true";
  if (table.is_fact || name == "derivation") return "t.key NOT IN (SELECT key FROM fact_that_stays)";
  if (name == "standing") return "t.source IN (SELECT id FROM source_that_leaves)";
  if (name == "mirror") return "t.export_key NOT IN (SELECT key FROM fact_that_stays) AND t.import_key NOT IN (SELECT key FROM fact_that_stays)";
  if (name == "disagreement") return "t.key_a NOT IN (SELECT key FROM fact_that_stays) AND t.key_b NOT IN (SELECT key FROM fact_that_stays)";
  return "true";
}

ExportedTable export_table(store::Connection& connection, const store::TableDefinition& table, const ExportRequest& request) {
  ExportedTable out{table.name, table.meaning, fmt::format("{}.{}", table.name, request.format), {}, 0, 0, 0, {}};
  std::string columns;
  for (const auto& column : table.columns) {
    columns += fmt::format("{}{} AS {}", columns.empty() ? "" : ", ", leaving(table.name, column), sql_name(column.name));
    out.columns.push_back(described(table.name, column));
  }
  const std::string from = fmt::format("FROM {} t WHERE {}", sql_name(table.name), condition_on(table));
  out.rows = static_cast<std::uint64_t>(connection.number("SELECT count(*) " + from));
  out.left_out = static_cast<std::uint64_t>(connection.number(fmt::format("SELECT count(*) FROM {}", sql_name(table.name)))) - out.rows;
  const auto file = request.folder / out.file;
  const std::string part = file.string() + ".part";
  const char* how = request.format == "parquet" ? "FORMAT parquet" : "FORMAT csv, HEADER true";
  connection.run(fmt::format("COPY (SELECT {} {} ORDER BY t.rowid) TO {} ({})", columns, from, sql_text(part), how));
  std::filesystem::rename(part, file);
  out.bytes = std::filesystem::file_size(file);
  out.sha256 = sha256_of_file(file);
  return out;
}

void check_names(store::Connection& connection, const ExportRequest& request) {
  const auto known = exportable_tables();
  for (const auto& name : request.tables) {
    if (!is_in(known, name)) throw UsageError(fmt::format("there is no table '{}' to export", name), fmt::format("Tables: {}", fmt::join(known, ", ")));
  }
  for (const auto& key : request.include) {
    if (connection.number(fmt::format("SELECT count(*) FROM source WHERE key = {}", sql_text(key))) == 0) {
      throw UsageError(fmt::format("the edition has no source '{}'", key), "comity sources lists them.");
    }
  }
  if (request.format != "csv" && request.format != "parquet") throw UsageError(fmt::format("'{}' is no format of export", request.format), "csv or parquet.");
}

}  // namespace

std::vector<std::string> exportable_tables() {
  std::vector<std::string> out;
  for (const auto& table : store::tables()) {
    if (!is_in(not_for_others, table.name)) out.emplace_back(table.name);
  }
  return out;
}

Exported export_edition(store::Connection& connection, const ExportRequest& request) {
  check_names(connection, request);
  std::filesystem::create_directories(request.folder);
  mark_what_stays(connection, request);
  Exported out;
  for (const auto& table : store::tables()) {
    if (is_in(not_for_others, table.name) || (!request.tables.empty() && !is_in(request.tables, table.name))) continue;
    out.tables.push_back(export_table(connection, table, request));
  }
  auto result = connection.query(
      "SELECT s.key, l.id IS NOT NULL, coalesce(l.asked, false) FROM source s LEFT JOIN source_that_leaves l ON l.id = s.id WHERE s.role IN ('facts', 'reference') ORDER BY s.key");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out.sources.push_back({std::string(chunk.text(0, i)), chunk.get<bool>(1, i), chunk.get<bool>(2, i)});
  }
  return out;
}

}  // namespace comity::sources
