// Charts in characters: series as eight block heights on one common scale, bars with eighths of a block, for text and
// Markdown. Gaps are dots, places without any point blanks, suspect values question marks; nothing is joined.
#pragma once

#include <string>
#include <vector>

#include "comity/document/report.hpp"

namespace comity::document {

// One line or more per series: "Imports   1992 ▁▂▃··▆█ 2014   5 770 in 2014", then a line on the scale.
std::vector<std::string> sparkline_rows(const LineChart& chart, std::size_t width);
// "Mineral fuels  ████████▌  4 123"
std::vector<std::string> bar_rows(const BarChart& chart, std::size_t width);

}  // namespace comity::document
