#include "comity/document/detail/projection.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace comity::document {
namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr double margin = 0.10;               // of the picture, around what matters
constexpr double least_angle = 2.5 * degree;  // two small islands are not magnified beyond this
constexpr double globe_from = 72 * degree, globe_to = 88 * degree;

bool sound(double longitude, double latitude) { return std::isfinite(longitude) && std::isfinite(latitude) && std::abs(latitude) <= 90.0001; }

// The parts of the two countries that decide the view: far islands do not (a twentieth of the largest part or more do).
std::vector<std::pair<double, double>> what_matters(const Map& map) {
  std::vector<std::pair<double, double>> out;
  for (const auto& shape : map.shapes) {
    if (shape.hue == Hue::none) continue;
    double largest = 0;
    for (const Ring& ring : shape.rings) largest = std::max(largest, ring_area(ring));
    for (const Ring& ring : shape.rings) {
      if (ring_area(ring) >= largest / 20) out.insert(out.end(), ring.begin(), ring.end());
    }
  }
  for (const auto& point : map.points) out.emplace_back(point.longitude, point.latitude);
  std::erase_if(out, [](const auto& p) { return !sound(p.first, p.second); });
  return out;
}

}  // namespace

double ring_area(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const double middle = std::cos((ring[i].second + ring[i + 1].second) / 2 * degree);
    sum += (ring[i + 1].first - ring[i].first) * (ring[i].second + ring[i + 1].second) / 2 * middle;
  }
  return std::abs(sum);
}

Projection::Projection(double longitude, double latitude)
    : center_longitude_(longitude), sin_center_(std::sin(latitude * degree)), cos_center_(std::cos(latitude * degree)) {}

Projection::Polar Projection::polar(double longitude, double latitude) const {
  const double turn = (longitude - center_longitude_) * degree, phi = latitude * degree;
  const double sin_phi = std::sin(phi), cos_phi = std::cos(phi), cos_turn = std::cos(turn);
  return {sin_center_ * sin_phi + cos_center_ * cos_phi * cos_turn, cos_phi * std::sin(turn), cos_center_ * sin_phi - sin_center_ * cos_phi * cos_turn};
}

double Projection::Polar::angle() const { return std::acos(std::clamp(cosine, -1.0, 1.0)); }

Projection::Polar Projection::at_edge(double east, double north) const {
  const double length = std::sqrt(east * east + north * north), by = sin_limit_ / length;
  return length > 1e-12 ? Polar{cos_limit_, east * by, north * by} : Polar{cos_limit_, 0, sin_limit_};
}

double Projection::rho(double angle) const { return globe_ ? std::sin(angle) : 2 * std::sin(angle / 2); }

PlanePoint Projection::on_unit_plane(const Polar& p) const {
  // (east, north) is sin(angle) long, and half the angle has the cosine sqrt((1 + cos) / 2): the plane's distance needs no angle.
  const double stretch = globe_ ? 1 : std::sqrt(2 / std::max(1 + p.cosine, 1e-12));
  return {stretch * p.east, -stretch * p.north};
}

PlanePoint Projection::place(const Polar& p) const {
  const PlanePoint at = on_unit_plane(p);
  return {shift_x_ + at.x * scale_, shift_y_ + at.y * scale_};
}

Projection Projection::fit(const Map& map, double width, double height) {
  const bool centered = sound(map.center_longitude, map.center_latitude);
  Projection view(centered ? map.center_longitude : 0, centered ? map.center_latitude : 0);
  view.width_ = width;
  view.height_ = height;
  double farthest = least_angle;
  std::vector<Polar> kept;
  for (const auto& [longitude, latitude] : what_matters(map)) {
    kept.push_back(view.polar(longitude, latitude));
    farthest = std::max(farthest, kept.back().angle());
  }
  view.globe_ = farthest > globe_from && farthest <= globe_to;
  if (view.globe_ || farthest > globe_to) {
    view.limit_ = view.globe_ ? 90 * degree : std::min(farthest + 10 * degree, 172 * degree);
    view.show_all(width, height);
  } else {
    view.crop_to(kept, width, height);
  }
  view.cos_limit_ = std::cos(view.limit_);
  view.sin_limit_ = std::sin(view.limit_);
  return view;
}

void Projection::show_all(double width, double height) {
  disc_ = true;
  scale_ = std::min(width, height) * 0.49 / rho(limit_);
  shift_x_ = width / 2;
  shift_y_ = height / 2;
}

void Projection::crop_to(std::span<const Polar> kept, double width, double height) {
  const double least = rho(least_angle);
  double left = 0, right = 0, top = 0, bottom = 0;
  bool first = true;
  for (const Polar& p : kept) {
    const auto [x, y] = on_unit_plane(p);
    left = first ? x : std::min(left, x);
    right = first ? x : std::max(right, x);
    top = first ? y : std::min(top, y);
    bottom = first ? y : std::max(bottom, y);
    first = false;
  }
  const double across = std::max(right - left, least), down = std::max(bottom - top, least);
  scale_ = std::min(width * (1 - 2 * margin) / across, height * (1 - 2 * margin) / down);
  shift_x_ = width / 2 - (left + right) / 2 * scale_;
  shift_y_ = height / 2 - (top + bottom) / 2 * scale_;
  // Nothing farther than the farthest corner of the picture needs drawing.
  double corner = 0;
  for (const double x : {0.0, width}) {
    for (const double y : {0.0, height}) corner = std::max(corner, std::hypot(x - shift_x_, y - shift_y_) / scale_);
  }
  limit_ = corner >= 1.98 ? 172 * degree : std::min(2 * std::asin(corner / 2) + 2 * degree, 172 * degree);
}

std::optional<PlanePoint> Projection::point(double longitude, double latitude) const {
  if (!sound(longitude, latitude)) return std::nullopt;
  const Polar p = polar(longitude, latitude);
  if (p.cosine < cos_limit_) return std::nullopt;
  return place(p);
}

std::vector<PlanePoint> Projection::ring(const Ring& ring) const {
  std::vector<PlanePoint> out;
  out.reserve(ring.size() + ring.size() / 8);
  bool any = false, open = false, before_cut = false;
  double before_direction = 0;
  const auto add = [&](double longitude, double latitude) {
    Polar p = polar(longitude, latitude);
    const bool cut = p.cosine < cos_limit_;
    if (cut) {
      const double direction = std::atan2(p.east, p.north);
      // Along the edge a straight line would cut into the picture: walk the arc.
      if (open && before_cut) {
        const double turn = std::remainder(direction - before_direction, 2 * std::numbers::pi);
        const int steps = static_cast<int>(std::abs(turn) / (4 * degree));
        for (int i = 1; i <= steps; ++i) {
          const double d = before_direction + turn * i / (steps + 1);
          out.push_back(place(at_edge(std::sin(d), std::cos(d))));
        }
      }
      before_direction = direction;
      p = at_edge(p.east, p.north);
    }
    out.push_back(place(p));
    any = any || !cut;
    open = true;
    before_cut = cut;
  };
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto [longitude, latitude] = ring[i];
    if (!sound(longitude, latitude)) continue;
    if (i > 0 && sound(ring[i - 1].first, ring[i - 1].second)) {
      const auto [x, y] = ring[i - 1];
      // From 180 to -180 is no way at all, not the way round the earth.
      const double across = longitude - x, east = std::abs(across) < 3 ? across : std::remainder(across, 360.0), north = latitude - y;
      const int steps = static_cast<int>(std::max(std::abs(east), std::abs(north)) / 3);
      for (int s = 1; s <= steps; ++s) add(x + east * s / (steps + 1), y + north * s / (steps + 1));
    }
    add(longitude, latitude);
  }
  if (!any) return {};
  const auto seen = [&](const PlanePoint& p) { return p.x > -2 && p.x < width_ + 2 && p.y > -2 && p.y < height_ + 2; };
  if (std::ranges::any_of(out, seen)) return out;
  // No corner of it in the picture: drawn only when it may surround the picture.
  const auto [l, r] = std::ranges::minmax(out, {}, &PlanePoint::x);
  const auto [t, b] = std::ranges::minmax(out, {}, &PlanePoint::y);
  return l.x < width_ && r.x > 0 && t.y < height_ && b.y > 0 ? out : std::vector<PlanePoint>{};
}

}  // namespace comity::document
