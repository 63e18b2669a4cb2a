// Typed cells of the project's own tables, for the loaders of this room. Each throws DataError with file, line and
// column. An empty first or last day is open.
#pragma once

#include <vector>

#include "comity/base/table.hpp"
#include "comity/world/register.hpp"

namespace comity::world::detail {

Day day_cell(const Table& table, std::size_t row, std::size_t column, Day open);
double number_cell(const Table& table, std::size_t row, std::size_t column, double low, double high);
StateId state_cell(const Table& table, std::size_t row, std::size_t column, const Register& states);              // empty: none
std::vector<StateId> states_cell(const Table& table, std::size_t row, std::size_t column, const Register& states);  // "CHN|TWN"

struct SpanColumns {
  explicit SpanColumns(const Table& table) : from(table.column("day_from")), to(table.column("day_to")) {}
  DaySpan at(const Table& table, std::size_t row) const;
  std::size_t from, to;
};

}  // namespace comity::world::detail
