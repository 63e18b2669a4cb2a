// Text on its way into HTML and SVG: escaped so that no field can become markup, positions with one decimal, widths of
// words as a browser will roughly draw them (labels are placed without one). Not here: any element.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comity/document/html.hpp"

namespace comity::document {

std::string px(double value);  // "12.3", "40"; not finite: "0"
void append_px(std::string& out, double value);
double text_px(std::string_view text, double font_px);
// Lines of at most `width` pixels, broken at spaces; a word too long stays whole. No more than `most` lines, the last
// one with an ellipsis where something is left out.
std::vector<std::string> text_lines(std::string_view text, double font_px, double width, std::size_t most = 99);
std::string shortened(std::string_view text, double font_px, double width);

}  // namespace comity::document
