#include "comity/sources/corrections.hpp"

#include <fmt/format.h>
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include "comity/base/error.hpp"

namespace comity::sources {

using store::sql_text;

void make_corrections(store::Connection& connection, const Source& source) {
  connection.run(
      "CREATE TEMP TABLE correction (id VARCHAR, file VARCHAR, record UBIGINT, col VARCHAR, expect VARCHAR, value VARCHAR, reason VARCHAR, reported VARCHAR, status VARCHAR)");
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
        throw DataError(fmt::format("sources/{}/corrections.toml: a correction lacks '{}'", source.id, key), "Every repair says what it expects to find and why it is one.");
      }
      values += (values.empty() ? "" : ", ") + sql_text(text);
    }
    connection.run(fmt::format("INSERT INTO correction VALUES ({})", values));
  }
}

void write_corrections(store::Connection& connection, const Source&) {
  connection.run("CREATE TABLE fragment.correction AS SELECT id, reason, reported, status, count(*)::UBIGINT AS records FROM correction GROUP BY ALL");
}

}  // namespace comity::sources
