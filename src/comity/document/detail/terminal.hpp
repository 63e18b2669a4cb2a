// Text on a grid of equal cells: how many columns a text takes (combining marks none, East Asian wide ones two), lines
// broken at spaces, padding. Escape codes of our own for bold and dim take no columns. Not here: what is printed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace comity::document {

inline constexpr std::string_view bold_on = "\033[1m", dim_on = "\033[2m", style_off = "\033[0m";

std::size_t display_width(std::string_view text);
// Breaks at plain spaces only, never at no-break ones; a word longer than a line is cut. At least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);
std::string pad_right(std::string text, std::size_t width);  // spaces behind
std::string pad_left(std::string text, std::size_t width);   // spaces before
std::string repeat(std::string_view what, std::size_t times);

struct TextColumn {
  std::string title;
  bool numeric = false;
};
// Aligned columns within `width`, text cells wrapped, numbers never; one block of "Title: value" lines per row where
// the columns cannot fit.
std::vector<std::string> text_table(const std::vector<TextColumn>& columns, const std::vector<std::vector<std::string>>& rows,
                                    std::size_t width);

}  // namespace comity::document
