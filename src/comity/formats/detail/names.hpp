// Header cells → column names, and the complaint when a source's columns are not among them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace comity::formats::detail {

// Trims, joins lines, names the nameless ("column_3") and makes doubles unique ("x_2").
void make_column_names(std::vector<std::string>& names);
// Throws DataError naming file, line, the first missing column and the nearest header found. delimiter 0: not text.
void check_columns(const std::vector<std::string>& found, const std::vector<std::string>& expected, const std::string& file, std::uint64_t line, char delimiter = 0);
// The most similar of the candidates, letters' case apart; empty when there is none.
std::string_view find_nearest(std::string_view wanted, const std::vector<std::string>& candidates);
}  // namespace comity::formats::detail
