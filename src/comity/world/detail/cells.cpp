#include "comity/world/detail/cells.hpp"

#include <fmt/format.h>

#include <charconv>

namespace comity::world::detail {

Day day_cell(const Table& table, std::size_t row, std::size_t column, Day open) {
  const std::string_view text = table.at(row, column);
  if (text.empty()) return open;
  if (const auto day = try_parse_day(text)) return *day;
  table.fail(row, table.columns()[column], fmt::format("'{}' is no day such as 1991-12-26", text));
}

double number_cell(const Table& table, std::size_t row, std::size_t column, double low, double high) {
  const std::string_view text = table.at(row, column);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !(value >= low && value <= high))
    table.fail(row, table.columns()[column], fmt::format("'{}' is no number from {} to {}", text, low, high));
  return value;
}

StateId state_cell(const Table& table, std::size_t row, std::size_t column, const Register& states) {
  const std::string_view key = table.at(row, column);
  if (key.empty()) return {};
  if (const StateId state = states.by_key(key)) return state;
  table.fail(row, table.columns()[column], fmt::format("no state has the key '{}'", key));
}

std::vector<StateId> states_cell(const Table& table, std::size_t row, std::size_t column, const Register& states) {
  std::vector<StateId> out;
  for (std::string_view rest = table.at(row, column); !rest.empty();) {
    const std::string_view key = rest.substr(0, rest.find('|'));
    const StateId state = states.by_key(key);
    if (!state) table.fail(row, table.columns()[column], fmt::format("no state has the key '{}'", key));
    out.push_back(state);
    rest.remove_prefix(std::min(key.size() + 1, rest.size()));
  }
  return out;
}

DaySpan SpanColumns::at(const Table& table, std::size_t row) const {
  const DaySpan span{day_cell(table, row, from, first_day), day_cell(table, row, to, last_day)};
  if (span.to < span.from) table.fail(row, "day_to", fmt::format("{} is before the first day, {}", table.at(row, to), table.at(row, from)));
  return span;
}

}  // namespace comity::world::detail
