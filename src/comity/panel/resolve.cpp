#include "comity/panel/resolve.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/panel/changes.hpp"
#include "comity/panel/observations.hpp"

namespace comity::panel {
namespace {

// Letters to change, leave out or add, to make one word of the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = corner + (a[i - 1] != b[j - 1]);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row.back();
}

[[noreturn]] void fail_unknown(store::Connection& connection, const std::string& word) {
  auto words = known_words(connection);
  const auto far = [&](const std::string& other) { return other.starts_with(word) || word.starts_with(other) ? std::size_t{1} : distance(word, other); };
  std::ranges::stable_sort(words, {}, far);
  std::string nearest;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, words.size()); ++i) nearest += (i ? ", " : "") + words[i];
  throw NotFound(fmt::format("there is no variable '{}'", word), fmt::format("Nearest: {}. All of them: comity panel --list", nearest));
}

const char* family(const Variable& variable) {
  switch (variable.sort) {
    case Sort::memberships: return "memberships";
    case Sort::agreements: return "agreements:%";
    case Sort::visits: return "events:visit";
    case Sort::missions: return "missions";
    case Sort::trade: return "goods_imports";
    default: return nullptr;
  }
}

}  // namespace

std::vector<std::string> known_words(store::Connection& connection) {
  std::set<std::string> out;
  for (auto& name : variable_names()) out.insert(std::move(name));
  auto result = connection.query("SELECT key FROM indicator WHERE id IN (SELECT DISTINCT indicator FROM observation)");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out.emplace(chunk.text(0, i));
  }
  return {out.begin(), out.end()};
}

std::vector<ColumnRequest> resolve_word(store::Connection& connection, const Frame& frame, const std::string& word) {
  const auto colon = word.find(':');
  const std::string stem = word.substr(0, colon);
  std::vector<std::string> changes;
  for (std::size_t at = colon; at != std::string::npos;) {
    const std::size_t end = word.find(':', at + 1);
    changes.push_back(word.substr(at + 1, end == std::string::npos ? end : end - at - 1));
    check_change(word, changes.back());
    at = end;
  }
  auto out = table_columns(stem, frame.pairs());
  if (out.empty() && !frame.pairs()) {
    if (const auto of_pairs = table_columns(stem, true); !of_pairs.empty()) {
      throw UsageError(fmt::format("{} is of two states; a panel of states has no place for it", stem), "Take --unit directed-dyad-year or dyad-year.");
    }
  }
  if (out.empty()) out = observation_columns(connection, frame, stem);
  if (out.empty()) fail_unknown(connection, stem);
  for (auto& one : out) {
    one.changes = changes;
    for (const auto& change : changes) one.name += "_" + change;
  }
  return out;
}

std::string coverage_key(const Variable& variable) {
  if (const char* name = family(variable)) return name;
  if (variable.sort == Sort::dispute) {
    const std::string_view indicator = variable.indicator;
    return indicator == "number" || indicator == "init" ? "gml_sidea" : std::string(indicator);
  }
  return variable.indicator;
}

void describe_observation(store::Connection& connection, const ColumnRequest& request, ColumnReport& report) {
  auto result = connection.query(fmt::format(
      "SELECT i.title, coalesce(any_value(o.currency), any_value(o.unit), ''), coalesce(min(c.from_year), 0)::INTEGER, coalesce(max(c.to_year), -1)::INTEGER, coalesce(any_value(c.blank), '') "
      "FROM indicator i JOIN observation o ON o.indicator = i.id JOIN source s ON s.id = o.source LEFT JOIN coverage c ON c.source = s.id AND c.indicator = i.key "
      "WHERE i.key = {} AND s.key = {} GROUP BY i.title",
      store::sql_text(request.indicator), store::sql_text(request.source)));
  report.sources = {request.source};
  const auto chunk = result.next();
  if (!chunk || !chunk.rows()) return;
  report.title = std::string(chunk.text(0, 0));
  if (request.side == Side::pair) {
    report.title += request.back ? ", from the second to the first" : ", from the first to the second";
    if (request.reporter == "third") report.title += ", by a third party";
    if (request.reporter != "third") report.title += (request.reporter == "from_side") != request.back ? ", in the first's books" : ", in the second's books";
  }
  report.unit = std::string(chunk.text(1, 0));
  report.from_year = chunk.get<std::int32_t>(2, 0);
  report.to_year = chunk.get<std::int32_t>(3, 0);
}

namespace {
constexpr std::pair<const char*, Unit> units[] = {{"directed-dyad-year", Unit::directed_dyad_year}, {"dyad-year", Unit::dyad_year},
                                                  {"state-year", Unit::state_year},                 {"state-organization-year", Unit::state_organization_year}};
constexpr std::pair<const char*, Step> steps[] = {{"year", Step::year}, {"month", Step::month}, {"day", Step::day}};

template <class Table, class Value>
std::string name_in(const Table& table, Value value) {
  for (const auto& [name, one] : table) {
    if (one == value) return name;
  }
  return {};
}
}  // namespace

std::string unit_name(Unit unit) { return name_in(units, unit); }
std::string step_name(Step step) { return name_in(steps, step); }

Unit unit_of(const std::string& name) {
  for (const auto& [known, unit] : units) {
    if (name == known) return unit;
  }
  throw UsageError(fmt::format("there is no unit '{}'", name), "directed-dyad-year, dyad-year, state-year or state-organization-year.");
}

Step step_of(const std::string& name) {
  for (const auto& [known, step] : steps) {
    if (name == known) return step;
  }
  throw UsageError(fmt::format("there is no step '{}'", name), "year, month or day.");
}

}  // namespace comity::panel
