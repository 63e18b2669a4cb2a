// Why a cell is missing, and how many are: counts for the join report, and status columns.
#pragma once

#include <vector>

#include "comity/panel/panel.hpp"
#include "comity/store/column_rows.hpp"

namespace comity::panel {

// Fills values, missing and missing_covered of a report from the finished column and the panel's years.
void count_cells(const Column& year, const Column& column, ColumnReport& report);

// Adds behind each variable a column <name>_status: "value", "zero by coverage" is a value too; else the kind of absence
// (data/absence_kinds.toml): what the source says itself where it says so, "not_reported" inside its years, "not_covered"
// outside them.
void add_status(const Frame& frame, const std::vector<std::vector<std::uint8_t>>& absences, Panel& panel);

std::vector<store::ColumnView> views_of(const Panel& panel);

}  // namespace comity::panel
