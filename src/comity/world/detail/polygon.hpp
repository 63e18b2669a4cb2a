// Plane geometry on longitudes and latitudes, enough for maps and for "whose is this point": rings are simple,
// not closed (the first point is not repeated), and end at the 180th meridian. Not for areas or lengths.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "comity/world/geography.hpp"

namespace comity::world::detail {

using Line = std::vector<Point>;

bool inside(std::span<const Point> ring, double longitude, double latitude);

// Cuts a ring along a line that begins and ends outside it: the piece that holds the point, and the other pieces.
// nullopt when the point is not in the ring or the line does not cross it.
struct Cut {
  Line piece;
  std::vector<Line> rest;
};
std::optional<Cut> cut(const Line& ring, const Line& line, double longitude, double latitude);

}  // namespace comity::world::detail
