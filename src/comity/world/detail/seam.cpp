#include "comity/world/detail/seam.hpp"

#include <algorithm>
#include <cmath>

namespace comity::world::detail {
namespace {

// The part of a ring on one side of longitude 180 (Sutherland and Hodgman): side 1 is west of it, -1 east.
std::vector<Point> side_of_180(const std::vector<Point>& ring, float side) {
  std::vector<Point> out;
  const auto depth = [&](const Point& p) { return (180 - p.longitude) * side; };
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Point &a = ring[j], &b = ring[i];
    const float da = depth(a), db = depth(b);
    if ((da < 0 && db > 0) || (da > 0 && db < 0)) out.push_back({180, a.latitude + (b.latitude - a.latitude) * da / (da - db)});
    if (db >= 0) out.push_back(b);
  }
  const auto beside = [&](const Point& p) { return depth(p) > 0; };
  if (std::none_of(out.begin(), out.end(), beside)) out.clear();  // only touches the meridian
  return out;
}

// Round the pole: begins at -180, ends at 180, closed along the pole.
Ring round_the_pole(std::vector<Point> unwrapped) {
  if (unwrapped.front().longitude > unwrapped.back().longitude) std::reverse(unwrapped.begin(), unwrapped.end());
  // Where the ring was opened is arbitrary; what runs over 180 belongs at the west end.
  const float base = std::floor((unwrapped.front().longitude + 180) / 360) * 360;
  for (Point& p : unwrapped) p.longitude -= base;
  const auto seam = std::find_if(unwrapped.begin(), unwrapped.end(), [](const Point& p) { return p.longitude > 180; });
  std::vector<Point> out;
  for (auto p = seam; p != unwrapped.end(); ++p) out.push_back({p->longitude - 360, p->latitude});
  out.insert(out.end(), unwrapped.begin(), seam);
  const float edge = (out.front().latitude + out.back().latitude) / 2;
  out.push_back({180, edge});
  out.push_back({180, -90});
  out.push_back({-180, -90});
  out.push_back({-180, edge});
  return {std::move(out), false};
}

}  // namespace

std::vector<Ring> cut_at_seam(Ring ring) {
  std::vector<Point> unwrapped;
  float offset = 0, low = 180, south_most = -90, last = ring.points.empty() ? 0 : ring.points.front().longitude;
  const auto step = [&](float longitude) {
    if (longitude - last > 180) offset -= 360;
    if (longitude - last < -180) offset += 360;
    last = longitude;
  };
  for (const Point& p : ring.points) {
    step(p.longitude);
    unwrapped.push_back({p.longitude + offset, p.latitude});
    low = std::min(low, p.longitude + offset), south_most = std::max(south_most, p.latitude);
  }
  if (south_most < -89.9f) return {};
  std::vector<Ring> out;
  const bool jumped = std::any_of(unwrapped.begin(), unwrapped.end(), [](const Point& p) { return p.longitude < -180.01f || p.longitude > 180.01f; });
  if (!ring.points.empty()) step(ring.points.front().longitude);  // the closing edge
  if (offset != 0) {
    out.push_back(round_the_pole(std::move(unwrapped)));
    return out;
  }
  if (!jumped) {
    // A ring may touch the meridian under both its signs; unwrapped it has one.
    ring.points = std::move(unwrapped);
    out.push_back(std::move(ring));
    return out;
  }
  if (low < -180) {
    for (Point& p : unwrapped) p.longitude += 360;
  }
  if (auto west = side_of_180(unwrapped, 1); west.size() > 2) out.push_back({std::move(west), ring.hole});
  if (auto east = side_of_180(unwrapped, -1); east.size() > 2) {
    for (Point& p : east) p.longitude -= 360;
    out.push_back({std::move(east), ring.hole});
  }
  return out;
}

}  // namespace comity::world::detail
