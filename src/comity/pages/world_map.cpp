// The world in Equal Earth (Šavrič, Patterson and Jenny, "The Equal Earth map projection", 2018), an equal-area projection:
// outlines as the edition keeps them, with its policy for disputed territory.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "comity/pages/elements.hpp"
#include "comity/pages/start.hpp"

namespace comity::pages {
namespace {

constexpr double width = 960, scale = 177.3, height = 467;
constexpr double least_step = 0.7;    // pixels: points nearer to the last one add nothing to see
constexpr double least_ring = 1.6;    // pixels: smaller islands are left out
constexpr double dot = 2.6;           // pixels: a state of which nothing is left is a dot

struct XY {
  double x = 0, y = 0;
};

XY project(double longitude, double latitude) {
  constexpr double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796;
  const double root3 = std::sqrt(3.0), radians = std::numbers::pi / 180;
  const double t = std::asin(root3 / 2 * std::sin(latitude * radians)), t2 = t * t, t6 = t2 * t2 * t2;
  const double x = 2 * root3 * longitude * radians * std::cos(t) / (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1));
  const double y = t * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1);
  return {width / 2 + x * scale, height / 2 - y * scale};
}

// One ring as path data with relative steps of tenths of a pixel; empty when it is too small to see.
std::string ring_path(const std::vector<std::pair<double, double>>& ring) {
  std::vector<XY> kept;
  double left = width, right = 0, top = height, bottom = 0;
  for (const auto& [longitude, latitude] : ring) {
    const XY p = project(longitude, latitude);
    left = std::min(left, p.x), right = std::max(right, p.x), top = std::min(top, p.y), bottom = std::max(bottom, p.y);
    if (kept.empty() || std::hypot(p.x - kept.back().x, p.y - kept.back().y) >= least_step) kept.push_back(p);
  }
  if (kept.size() < 3 || (right - left < least_ring && bottom - top < least_ring)) return {};
  std::string out;
  long x = 0, y = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const long nx = std::lround(kept[i].x * 10), ny = std::lround(kept[i].y * 10);
    out += i == 0 ? fmt::format("M{} {}l", nx, ny) : fmt::format("{}{} {}", i > 1 ? " " : "", nx - x, ny - y);
    x = nx, y = ny;
  }
  return out + "z";
}

struct Drawn {
  std::string path;
  XY middle;
};

Drawn draw(const facts::Shape& shape) {
  Drawn out;
  std::size_t most = 0;
  for (const auto& ring : shape.rings) {
    out.path += ring_path(ring);
    if (ring.size() <= most) continue;
    most = ring.size();
    double x = 0, y = 0;
    for (const auto& [longitude, latitude] : ring) x += longitude, y += latitude;
    out.middle = project(x / static_cast<double>(most), y / static_cast<double>(most));
  }
  return out;
}

}  // namespace

std::string world_map(const Site& site, const Place& place, const std::vector<StateId>& linked) {
  if (site.context.shapes.empty()) return {};
  std::string out = fmt::format("<svg class=\"world\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"group\" aria-label=\"{}\"><g transform=\"scale(.1)\">\n", width, height, site.words("start.map"));
  std::string dots;
  for (const auto& shape : site.context.shapes) {
    const Drawn drawn = draw(shape);
    const auto* state = shape.state ? site.context.states->try_state(shape.state) : nullptr;
    if (!state || shape.disputed) {
      if (!drawn.path.empty()) out += fmt::format("<path class=\"nobody\" d=\"{}\"><title>{}</title></path>\n", drawn.path, html_escaped(shape.territory));
      continue;
    }
    const bool is_linked = std::ranges::find(linked, shape.state) != linked.end();
    const std::string name = html_escaped(site.names.of(shape.state));
    const std::string open = is_linked ? fmt::format("<a href=\"{}\" data-key=\"{}\" tabindex=\"-1\" aria-label=\"{}\">", html_escaped(place.to(country_path(state->key))), html_escaped(state->key), name) : "<g>";
    const std::string close = is_linked ? "</a>\n" : "</g>\n";
    if (!drawn.path.empty()) out += fmt::format("{}<path class=\"state\" d=\"{}\"><title>{}</title></path>{}", open, drawn.path, name, close);
    else if (!shape.rings.empty()) dots += fmt::format("{}<circle class=\"state\" cx=\"{:.0f}\" cy=\"{:.0f}\" r=\"{:.0f}\"><title>{}</title></circle>{}", open, drawn.middle.x * 10, drawn.middle.y * 10, dot * 10, name, close);
  }
  return out + dots + "</g></svg>\n";
}

}  // namespace comity::pages
