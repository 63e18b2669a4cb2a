// Cells of columns from what the shelf holds: one function a sort of variable, each writing only into the column it is
// given, so that columns can be filled at once on several threads.
#pragma once

#include "comity/panel/column.hpp"
#include "comity/panel/shelf.hpp"
#include "comity/panel/variables.hpp"

namespace comity::panel {

// The frame's own columns: codes, keys, periods, common_day.
Column frame_column(const Shelf& shelf, const ColumnRequest& request);
// Values of single members over periods: members × periods, with a bit a cell.
struct Grid {
  std::size_t periods = 0;
  std::vector<double> values;
  std::vector<std::uint64_t> valid;
  bool has(std::size_t member, std::size_t period) const { return get_bit(valid.data(), member * periods + period); }
  double at(std::size_t member, std::size_t period) const { return values[member * periods + period]; }
};
// Codes of the same states in another list, on the last day of the period on which both lists have it; missing where none is.
Grid other_code_grid(const Shelf& shelf, const System& other);
Grid make_grid(const Frame& frame, const std::vector<Span>& spans, Rule rule, const Coverage& coverage);
Column state_column(const Frame& frame, const Grid& grid, const std::string& name, Side side);

// A series of pairs. symmetric: one span counts for both directions. by_item: the value is the item's number.
Column pair_column(const Frame& frame, const std::vector<Span>& spans, const Coverage& coverage, const std::string& name, Rule rule, bool symmetric, bool by_item);

// Great circle between capitals, in km.
Column capital_distance_column(const Frame& frame, const Grid& latitude, const Grid& longitude, const std::string& name);

// Organisations in which both have full or associate status, in periods in which both are observed.
Column joint_igos_column(const Frame& frame, const std::vector<Span>& memberships, const std::vector<Span>& observed, const std::string& name);

// Marks zero in every cell without a value of periods that the coverage holds, where no row means zero.
void fill_zeros(const Frame& frame, const Coverage& coverage, Column& column);

// The cells of one column from pairs of (row, value), in the narrowest type that holds them.
struct Cell {
  std::uint32_t row;
  double value;
};
Column column_of_cells(const Frame& frame, const std::vector<Cell>& cells, const std::string& name);

}  // namespace comity::panel
