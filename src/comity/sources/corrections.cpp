#include "comity/sources/corrections.hpp"

#include <fmt/format.h>
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include "comity/base/error.hpp"

namespace comity::sources {

using store::sql_text;

void make_corrections(store::Connection& connection, const Source& source) {
  connection.run(
      "CREATE TEMP TABLE correction (id VARCHAR, file VARCHAR, record UBIGINT, col VARCHAR, expect VARCHAR, value VARCHAR, reason VARCHAR, reported VARCHAR, status VARCHAR, line UBIGINT)");
  const auto path = source.place / "corrections.toml";
  if (!std::filesystem::exists(path)) return;
  toml::table table;
  try {
    table = toml::parse_file(path.string());
  } catch (const toml::parse_error& error) {
    throw DataError(fmt::format("sources/{}/corrections.toml, line {}: {}", source.id, error.source().begin.line, error.description()));
  }
  const auto* list = table["correction"].as_array();
  if (!list) return;
  for (const auto& item : *list) {
    const auto& row = *item.as_table();
    std::string values;
    for (const char* key : {"id", "file", "record", "column", "expect", "value", "reason", "reported", "status"}) {
      std::string text;
      if (const auto* node = row.get(key)) text = node->is_integer() ? std::to_string(node->value_or<std::int64_t>(0)) : node->value_or(std::string());
      if (text.empty() && std::string_view(key) != "reported" && std::string_view(key) != "value") {
        throw DataError(fmt::format("sources/{}/corrections.toml, line {}: a correction lacks '{}'", source.id, row.source().begin.line, key), "Every repair says what it expects to find and why it is one.");
      }
      values += (values.empty() ? "" : ", ") + sql_text(text);
    }
    connection.run(fmt::format("INSERT INTO correction VALUES ({}, {})", values, row.source().begin.line));
  }
}

void check_corrections(store::Connection& connection, const Source& source) {
  if (connection.number("SELECT count(*) FROM correction") == 0) return;
  if (connection.number("SELECT count(*) FROM duckdb_views() WHERE view_name = 'applied_correction'") == 0) {
    throw DataError(fmt::format("sources/{}/load.sql: corrections.toml declares repairs, and no view applied_correction(id) says which were made", source.id),
                    "Select the id of every row of `correction` that fitted a record: without it nobody sees when the publisher has mended the error.");
  }
  // A file that ends before the record, as an excerpt does, says nothing of it.
  auto result = connection.query(
      "SELECT c.id, c.line, c.file, c.record, c.col, c.expect FROM correction c JOIN fragment.file f ON f.path = c.file "
      "WHERE f.records >= c.record AND c.id NOT IN (SELECT id FROM applied_correction WHERE id IS NOT NULL) ORDER BY c.line LIMIT 1");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      throw DataError(fmt::format("sources/{}/corrections.toml, line {}: the repair {} expects '{}' in {} of record {} of {}, which is not there", source.id,
                                  chunk.get<std::uint64_t>(1, i), chunk.text(0, i), chunk.text(5, i), chunk.text(4, i), chunk.get<std::uint64_t>(3, i), chunk.text(2, i)),
                      "The publisher may have mended the error or moved the record: look at the file, then remove the repair or say what stands there now.");
    }
  }
}

void write_corrections(store::Connection& connection, const Source&) {
  connection.run("CREATE TABLE fragment.correction AS SELECT id, reason, reported, status, count(*)::UBIGINT AS records FROM correction GROUP BY ALL");
}

}  // namespace comity::sources
