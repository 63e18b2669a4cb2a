// The drawings of the HTML page as inline SVG. Lines and bars stretch with the page while their words keep their size
// (positions in percent); maps and timelines are drawn twice, for wide and for narrow screens, over the same outlines.
// Each returns an empty text when there is nothing to draw. Not here: titles, source lines and tables around them.
#pragma once

#include <string>
#include <string_view>

#include "comity/document/report.hpp"

namespace comity::document {

// `id` is unique on the page and fit for an id attribute.
std::string svg_line_chart(const LineChart& chart, const std::string& id);
std::string svg_bars(const BarChart& chart, const std::string& id);
std::string svg_map(const Map& map, const std::string& id);
std::string svg_timeline(const Timeline& timeline, const std::string& id);

// --- shared by them -----------------------------------------------------------------------------------------------
inline constexpr double narrow_page = 350, wide_page = 600;  // pixels that a drawing has at least, and at most

std::string_view hue_class(Hue hue);  // "hue-a", "hue-b", "hue-none"
// role="img" with the title and a description that says in words what the drawing shows.
std::string svg_open(const std::string& id, std::string_view attributes, std::string_view title, std::string_view description);

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool overlaps(const Box& other) const { return left < other.right && other.left < right && top < other.bottom && other.top < bottom; }
  bool is_smaller_than(double size) const { return right - left < size && bottom - top < size; }
  bool within(const Box& other) const { return left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom; }
};

// The sign of a kind of place, drawn around (x, y): its shape differs, not only its colour.
std::string place_sign(std::string_view kind, Hue hue, double x, double y);

}  // namespace comity::document
