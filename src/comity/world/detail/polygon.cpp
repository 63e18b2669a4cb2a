#include "comity/world/detail/polygon.hpp"

#include <algorithm>

namespace comity::world::detail {

bool inside(std::span<const Point> ring, double longitude, double latitude) {
  bool in = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const double ax = ring[i].longitude, ay = ring[i].latitude, bx = ring[j].longitude, by = ring[j].latitude;
    if ((ay > latitude) != (by > latitude) && longitude < (bx - ax) * (latitude - ay) / (by - ay) + ax) in = !in;
  }
  return in;
}

namespace {

// Whether the point lies on the ring itself, as the middle of a section does along which the ring was cut already.
bool on_edge(const Line& ring, double x, double y) {
  constexpr double near = 1e-4;  // degrees: ten metres
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const double ax = ring[j].longitude, ay = ring[j].latitude, dx = ring[i].longitude - ax, dy = ring[i].latitude - ay;
    const double length = dx * dx + dy * dy;
    const double t = length == 0 ? 0 : std::clamp(((x - ax) * dx + (y - ay) * dy) / length, 0.0, 1.0);
    const double ex = ax + t * dx - x, ey = ay + t * dy - y;
    if (ex * ex + ey * ey < near * near) return true;
  }
  return false;
}

// Where a line crosses a ring: on its own segment `along` at `t`, on the ring's edge `edge` at `u`.
struct Crossing {
  std::size_t along;
  double t;
  std::size_t edge;
  double u;
  Point point;
};

std::vector<Crossing> crossings(const Line& ring, const Line& line) {
  std::vector<Crossing> out;
  for (std::size_t s = 0; s + 1 < line.size(); ++s) {
    const double px = line[s].longitude, py = line[s].latitude, rx = line[s + 1].longitude - px, ry = line[s + 1].latitude - py;
    for (std::size_t e = 0; e < ring.size(); ++e) {
      const Point &a = ring[e], &b = ring[(e + 1) % ring.size()];
      const double qx = a.longitude, qy = a.latitude, sx = b.longitude - qx, sy = b.latitude - qy;
      const double cross = rx * sy - ry * sx;
      if (cross == 0) continue;
      const double t = ((qx - px) * sy - (qy - py) * sx) / cross, u = ((qx - px) * ry - (qy - py) * rx) / cross;
      if (t < 0 || t >= 1 || u < 0 || u >= 1) continue;
      out.push_back({s, t, e, u, {static_cast<float>(px + t * rx), static_cast<float>(py + t * ry)}});
    }
  }
  std::sort(out.begin(), out.end(), [](const Crossing& a, const Crossing& b) { return a.along != b.along ? a.along < b.along : a.t < b.t; });
  return out;
}

// The points of the ring from crossing `a` forward to crossing `b`, both included.
Line walk(const Line& ring, const Crossing& a, const Crossing& b) {
  Line out{a.point};
  // On the same edge, ahead of a: nothing of the ring lies between.
  if (!(a.edge == b.edge && b.u > a.u)) {
    std::size_t e = a.edge;
    do {
      e = (e + 1) % ring.size();
      out.push_back(ring[e]);
    } while (e != b.edge);
  }
  out.push_back(b.point);
  return out;
}

}  // namespace

std::optional<Cut> cut(const Line& ring, const Line& line, double longitude, double latitude) {
  if (!inside(ring, longitude, latitude)) return std::nullopt;
  Cut out{ring, {}};
  // Each section of the line between two crossings lies inside or outside. An inside one splits the piece at hand; the
  // half without the point is put aside, and the sections that lay in it do no more harm.
  for (bool again = true; again;) {
    again = false;
    const auto all = crossings(out.piece, line);
    for (std::size_t i = 0; i + 1 < all.size() && !again; ++i) {
      const Crossing &a = all[i], &b = all[i + 1];
      Line chord(line.begin() + static_cast<std::ptrdiff_t>(a.along) + 1, line.begin() + static_cast<std::ptrdiff_t>(b.along) + 1);
      const Point from = a.point, to = chord.empty() ? b.point : chord.front();
      const double x = (double{from.longitude} + to.longitude) / 2, y = (double{from.latitude} + to.latitude) / 2;
      if (!inside(out.piece, x, y) || on_edge(out.piece, x, y)) continue;
      Line one = walk(out.piece, b, a);  // then along the chord from a to b
      one.insert(one.end(), chord.begin(), chord.end());
      Line two = walk(out.piece, a, b);  // then back from b to a
      two.insert(two.end(), chord.rbegin(), chord.rend());
      if (one.size() < 3 || two.size() < 3) continue;
      if (!inside(one, longitude, latitude)) std::swap(one, two);
      if (!inside(one, longitude, latitude)) return std::nullopt;
      out.piece = std::move(one);
      out.rest.push_back(std::move(two));
      again = out.rest.size() < 100;
    }
  }
  if (out.rest.empty()) return std::nullopt;
  return out;
}

}  // namespace comity::world::detail
