#include "sources/expectations.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"

namespace comity::tests {
namespace {

using store::Connection;
using store::sql_name;
using store::sql_text;

constexpr const char* state_columns[] = {"from_state", "to_state",  "reporter", "state_a", "state_b",    "actor_state", "third_state",
                                         "sending",    "receiving", "covered_from_state", "state", "home_state", "host_state"};

std::map<std::string, std::string> types_of(Connection& connection, const std::string& table) {
  std::map<std::string, std::string> out;
  auto result = connection.query(fmt::format(
      "SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = 'fragment' AND table_name = {}", sql_text(table)));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out.emplace(chunk.text(0, i), chunk.text(1, i));
  }
  return out;
}

// "a=1 b=two words c=" → pairs. A new pair begins where a word is a known column with '=' behind it; so texts may
// hold blanks and '='.
std::vector<std::pair<std::string, std::string>> pairs_of(const std::string& line, const std::map<std::string, std::string>& types) {
  std::vector<std::pair<std::string, std::string>> out;
  std::istringstream words(line);
  std::string word;
  while (std::getline(words, word, ' ')) {
    const auto mark = word.find('=');
    const std::string name = word.substr(0, mark);
    if (mark != std::string::npos && (types.contains(name) || out.empty())) {
      out.emplace_back(name, word.substr(mark + 1));
    } else if (!out.empty()) {
      out.back().second += " " + word;
    }
  }
  return out;
}

bool is_number(const std::string& type) { return type == "DOUBLE" || type == "FLOAT"; }

// The condition that one pair stands for. An empty text is NULL.
std::string condition(const std::string& column, const std::string& text, const std::string& type, const world::Register& states) {
  if (text.empty()) return fmt::format("t.{} IS NULL", sql_name(column));
  if (std::ranges::find(state_columns, column) != std::end(state_columns)) {
    const StateId id = states.by_key(text);
    if (!id) throw DataError(fmt::format("expected.txt names the state '{}', which is none", text));
    return fmt::format("t.{} = {}", sql_name(column), states.state(id).id.value);
  }
  if (column == "file") return fmt::format("f.path = {}", sql_text(text));
  if (is_number(type)) return fmt::format("abs(t.{0} - ({1})::DOUBLE) <= 1e-9 * abs(t.{0})", sql_name(column), text);
  return fmt::format("t.{}::VARCHAR = {}", sql_name(column), sql_text(text));
}

std::vector<std::string> lines_of(Connection& connection, const std::string& sql) {
  std::vector<std::string> out;
  auto result = connection.query(sql);
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out.emplace_back(chunk.text(0, i));
  }
  return out;
}

void compare_lists(const char* what, std::vector<std::string> expected, std::vector<std::string> found, std::vector<std::string>& out) {
  std::ranges::sort(expected);
  std::ranges::sort(found);
  std::vector<std::string> missing, surplus;
  std::ranges::set_difference(expected, found, std::back_inserter(missing));
  std::ranges::set_difference(found, expected, std::back_inserter(surplus));
  for (const auto& line : missing) out.push_back(fmt::format("{}: expected, but not there: {}", what, line));
  for (const auto& line : surplus) out.push_back(fmt::format("{}: there, but not expected: {}", what, line));
}

}  // namespace

Expectations read_expectations(const std::filesystem::path& file) {
  Expectations out;
  std::istringstream lines(read_file(file));
  std::string line, section, table;
  for (int number = 1; std::getline(lines, line); ++number) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (line.empty() || line.starts_with("--")) continue;
    if (line.starts_with("# ")) {
      std::istringstream words(line.substr(2));
      table.clear();
      words >> section >> table;
      long count = -1;
      if (section == "count") {
        if (!(words >> count)) throw DataError(fmt::format("{}, line {}: '# count <table> <number>' lacks its number", file.string(), number));
        out.counts.emplace_back(table, count);
      } else if (section == "rejects") {
        out.has_rejects = true;
      } else if (section == "ledger") {
        out.has_ledger = true;
      } else if (section == "unwanted") {
        out.has_unwanted = true;
      } else if (section != "facts") {
        throw DataError(fmt::format("{}, line {}: '{}' is no section", file.string(), number, section), "Sections: facts, count, rejects, unwanted, ledger.");
      }
      continue;
    }
    if (section == "facts") out.facts.push_back({table, line, number});
    else if (section == "rejects") out.rejects.push_back(line);
    else if (section == "ledger") out.ledger.push_back(line);
    else if (section == "unwanted") out.unwanted.push_back(line);
    else throw DataError(fmt::format("{}, line {}: stands in no section", file.string(), number));
  }
  return out;
}

std::vector<std::string> differences(Connection& connection, const Expectations& expected, const world::Register& states) {
  std::vector<std::string> out;
  std::map<std::string, std::map<std::string, std::string>> types;
  for (const auto& fact : expected.facts) {
    auto& known = types[fact.table];
    if (known.empty()) known = types_of(connection, fact.table);
    if (known.empty()) {
      out.push_back(fmt::format("line {}: the source fills no table {}", fact.number, fact.table));
      continue;
    }
    std::string where;
    for (const auto& [column, text] : pairs_of(fact.line, known)) {
      const auto type = known.find(column);
      if (type == known.end()) throw DataError(fmt::format("expected.txt, line {}: {} has no column '{}'", fact.number, fact.table, column));
      where += (where.empty() ? "" : " AND ") + condition(column, text, type->second, states);
    }
    const auto found = connection.number(
        fmt::format("SELECT count(*) FROM fragment.{} t LEFT JOIN fragment.file f ON f.id = t.file WHERE {}", sql_name(fact.table), where));
    if (found != 1) out.push_back(fmt::format("line {}: {} facts instead of one: {}", fact.number, found, fact.line));
  }
  for (const auto& [table, count] : expected.counts) {
    const bool is_there = !types_of(connection, table).empty();
    const auto found = is_there ? connection.number(fmt::format("SELECT count(*) FROM fragment.{}", sql_name(table))) : 0;
    if (found != count) out.push_back(fmt::format("{} has {} rows, not {}", table, found, count));
  }
  if (expected.has_rejects) {
    compare_lists("rejects", expected.rejects,
                  lines_of(connection, "SELECT rtrim(f.path || ' ' || r.record || ' ' || r.reason) FROM fragment.reject r JOIN fragment.file f ON f.id = r.file"), out);
  }
  if (expected.has_unwanted) {
    compare_lists("unwanted", expected.unwanted, lines_of(connection, "SELECT records || ' ' || reason FROM fragment.unwanted"), out);
  }
  if (expected.has_ledger) {
    compare_lists("ledger", expected.ledger,
                  lines_of(connection, "SELECT f.path || ' ' || records_read || ' ' || used || ' ' || rejected || ' ' || unwanted FROM fragment.ledger l "
                                       "JOIN fragment.file f ON f.id = l.file"),
                  out);
  }
  return out;
}

}  // namespace comity::tests
