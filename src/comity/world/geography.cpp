#include "comity/world/geography.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "comity/base/error.hpp"
#include "comity/world/detail/polygon.hpp"

namespace comity::world {

Geography::Geography(std::vector<Shape> shapes, std::vector<Pair> borders) : shapes_(std::move(shapes)), borders_(std::move(borders)) {
  for (const auto& shape : shapes_) {
    for (const auto& ring : shape.rings) {
      Box box;
      for (const Point& p : ring.points) {
        box.west = std::min(box.west, p.longitude), box.east = std::max(box.east, p.longitude);
        box.south = std::min(box.south, p.latitude), box.north = std::max(box.north, p.latitude);
      }
      boxes_.push_back(box);
    }
  }
  std::sort(borders_.begin(), borders_.end());
  borders_.erase(std::unique(borders_.begin(), borders_.end()), borders_.end());
}

std::vector<const Shape*> Geography::shapes_of(StateId state) const {
  std::vector<const Shape*> out;
  for (const auto& shape : shapes_) {
    if (shape.state == state) out.push_back(&shape);
  }
  return out;
}

const Shape* Geography::shape_at(double latitude, double longitude, bool disputed) const {
  auto box = boxes_.begin();
  for (const Shape& shape : shapes_) {
    const auto first = box;
    box += static_cast<std::ptrdiff_t>(shape.rings.size());
    if (shape.territory.empty() == disputed) continue;
    int depth = 0;
    for (std::size_t i = 0; i < shape.rings.size(); ++i) {
      const Box& b = first[static_cast<std::ptrdiff_t>(i)];
      if (longitude < b.west || longitude > b.east || latitude < b.south || latitude > b.north) continue;
      if (detail::inside(shape.rings[i].points, longitude, latitude)) depth += shape.rings[i].hole ? -1 : 1;
    }
    if (depth > 0) return &shape;
  }
  return nullptr;
}

std::string_view Geography::territory_at(double latitude, double longitude) const {
  const Shape* shape = shape_at(latitude, longitude, true);
  return shape ? std::string_view(shape->territory) : std::string_view{};
}

StateId Geography::state_at(double latitude, double longitude) const {
  const Shape* shape = shape_at(latitude, longitude, true);
  if (!shape) shape = shape_at(latitude, longitude, false);
  return shape ? shape->state : StateId{};
}

bool Geography::borders(StateId a, StateId b) const { return std::binary_search(borders_.begin(), borders_.end(), Pair(a, b)); }

std::vector<StateId> Geography::neighbours(StateId state) const {
  std::vector<StateId> out;
  for (const Pair& pair : borders_) {
    if (pair.low == state || pair.high == state) out.push_back(pair.low == state ? pair.high : pair.low);
  }
  return out;
}

std::string encode_points(const std::vector<Point>& points) {
  static_assert(std::endian::native == std::endian::little && sizeof(Point) == 8, "points are written as they stand in memory");
  return {reinterpret_cast<const char*>(points.data()), points.size() * sizeof(Point)};
}

std::vector<Point> decode_points(std::string_view bytes) {
  if (bytes.size() % sizeof(Point) != 0) throw DataError(fmt::format("a ring of {} bytes: no multiple of 8", bytes.size()), "Build the edition anew.");
  std::vector<Point> out(bytes.size() / sizeof(Point));
  if (!out.empty()) std::memcpy(out.data(), bytes.data(), bytes.size());
  return out;
}

namespace {

double distance_to_segment(const Point& p, const Point& a, const Point& b) {
  const double dx = double{b.longitude} - a.longitude, dy = double{b.latitude} - a.latitude, length = dx * dx + dy * dy;
  const double x = double{p.longitude} - a.longitude, y = double{p.latitude} - a.latitude;
  const double t = length == 0 ? 0 : std::clamp((x * dx + y * dy) / length, 0.0, 1.0);
  return std::hypot(x - t * dx, y - t * dy);
}

// Marks the points to keep between two that are kept. Without recursion: a coast may have tens of thousands.
void mark(const std::vector<Point>& points, std::size_t first, std::size_t last, double tolerance, std::vector<char>& keep) {
  std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
  while (!open.empty()) {
    const auto [a, b] = open.back();
    open.pop_back();
    double furthest = tolerance;
    std::size_t at = 0;
    for (std::size_t i = a + 1; i < b; ++i) {
      const double d = distance_to_segment(points[i % points.size()], points[a % points.size()], points[b % points.size()]);
      if (d > furthest) furthest = d, at = i;
    }
    if (at == 0) continue;
    keep[at % points.size()] = 1;
    open.push_back({a, at});
    open.push_back({at, b});
  }
}

}  // namespace

std::vector<Point> simplify(const std::vector<Point>& ring, double tolerance) {
  if (ring.size() < 3 || tolerance <= 0) return ring;
  // A ring has no ends: the first point and the one furthest from it serve as such.
  std::size_t far = 0;
  double furthest = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const double d = std::hypot(double{ring[i].longitude} - ring[0].longitude, double{ring[i].latitude} - ring[0].latitude);
    if (d > furthest) furthest = d, far = i;
  }
  if (furthest <= tolerance) return {};
  std::vector<char> keep(ring.size());
  keep[0] = keep[far] = 1;
  mark(ring, 0, far, tolerance, keep);
  mark(ring, far, ring.size(), tolerance, keep);
  std::vector<Point> out;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (keep[i]) out.push_back(ring[i]);
  }
  if (out.size() < 3) out.clear();
  return out;
}

Shape simplify(const Shape& shape, double tolerance) {
  Shape out{shape.state, shape.territory, shape.hatched, {}};
  for (const auto& ring : shape.rings) {
    if (auto points = simplify(ring.points, tolerance); !points.empty()) out.rings.push_back({std::move(points), ring.hole});
  }
  return out;
}

}  // namespace comity::world
