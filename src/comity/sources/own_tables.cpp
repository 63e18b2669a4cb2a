#include "comity/sources/own_tables.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include "comity/base/error.hpp"
#include "comity/base/table.hpp"

namespace comity::sources {
namespace {

using store::sql_name;

// Appends every row as text; an empty field is NULL.
void append(store::Connection& connection, const Table& table, const std::string& name) {
  duckdb_appender appender = nullptr;
  if (duckdb_appender_create_ext(connection.handle(), "temp", nullptr, name.c_str(), &appender) != DuckDBSuccess) {
    const std::string why = duckdb_appender_error(appender) ? duckdb_appender_error(appender) : "unknown error";
    duckdb_appender_destroy(&appender);
    throw StoreError(fmt::format("cannot fill {}: {}", name, why));
  }
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
      const auto text = table.at(row, column);
      if (text.empty()) {
        duckdb_append_null(appender);
      } else {
        duckdb_append_varchar_length(appender, text.data(), text.size());
      }
    }
    duckdb_appender_end_row(appender);
  }
  const bool fine = duckdb_appender_close(appender) == DuckDBSuccess;
  duckdb_appender_destroy(&appender);
  if (!fine) throw StoreError(fmt::format("cannot fill {}", name));
}

void make_table(store::Connection& connection, const Table& table, const std::string& name) {
  std::string columns;
  for (const auto& column : table.columns()) columns += fmt::format("{}{} VARCHAR", columns.empty() ? "" : ", ", sql_name(column));
  connection.run(fmt::format("CREATE TEMP TABLE {} ({})", sql_name(name), columns));
  append(connection, table, name);
}

void load_references(store::Connection& connection, const std::filesystem::path& folder) {
  connection.run(
      "CREATE TEMP TABLE own_references (id VARCHAR, class VARCHAR, publisher VARCHAR, title VARCHAR, edition VARCHAR, url VARCHAR, licence VARCHAR, of_state VARCHAR, "
      "derives_from VARCHAR)");
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".csv") continue;
    const std::string name = "reference_" + entry.path().stem().string();
    make_table(connection, Table::read(entry.path()), name);
    connection.run(fmt::format("INSERT INTO own_references BY NAME SELECT * FROM {}", sql_name(name)));
  }
}

toml::table read_indicator_file(const std::filesystem::path& file, const std::string& name) {
  toml::table table;
  try {
    table = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    throw DataError(fmt::format("{}, line {}: {}", name, error.source().begin.line, error.description()));
  }
  if (!table["indicator"].is_array_of_tables()) throw DataError(name + " has no [[indicator]]", "Add one, or remove the file.");
  return table;
}

std::string indicator_values(const toml::table& row) {
  std::string values;
  for (const char* key : {"id", "title", "measure", "unit_kind", "direction", "description"}) {
    values += store::sql_text(row[key].value_or(std::string())) + ", ";
  }
  for (const char* key : {"symmetric", "may_be_negative", "sums_over_time"}) values += row[key].value_or(false) ? "true, " : "false, ";
  values.resize(values.size() - 2);
  return values;
}

}  // namespace

void load_own_tables(store::Connection& connection, const std::filesystem::path& data_folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(data_folder)) {
    if (entry.path().extension() == ".csv" && entry.path().parent_path().filename() != "references") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  for (const auto& file : files) {
    std::string name = file.lexically_relative(data_folder).replace_extension().string();
    std::ranges::replace(name, '/', '_');
    make_table(connection, Table::read(file), "own_" + name);
  }
  load_references(connection, data_folder / "references");
}

void load_indicators(store::Connection& connection, const std::filesystem::path& data_folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(data_folder / "indicators")) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  connection.run(
      "CREATE TEMP TABLE own_indicators (key VARCHAR, title VARCHAR, measure VARCHAR, unit VARCHAR, direction VARCHAR, description VARCHAR, undirected BOOLEAN, "
      "may_be_negative BOOLEAN, sums_over_time BOOLEAN)");
  std::set<std::string> known;
  std::string rows;  // one statement for all: each costs as much as a hundred rows
  for (const auto& file : files) {
    const auto name = "data/indicators/" + file.filename().string();
    const auto table = read_indicator_file(file, name);
    for (const auto& item : *table["indicator"].as_array()) {
      const auto& row = *item.as_table();
      const auto id = row["id"].value_or(std::string());
      if (!known.insert(id).second) {
        throw DataError(fmt::format("{}, line {}: the indicator '{}' stands in the vocabulary twice", name, row.source().begin.line, id), "Keep one of them.");
      }
      rows += fmt::format("{}({})", rows.empty() ? "" : ", ", indicator_values(row));
    }
  }
  if (!rows.empty()) connection.run("INSERT INTO own_indicators VALUES " + rows);
}

}  // namespace comity::sources
