#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "comity/document/detail/html_text.hpp"
#include "comity/document/detail/inlines.hpp"
#include "comity/document/detail/projection.hpp"
#include "comity/document/detail/svg.hpp"

namespace comity::document {
namespace {

constexpr double map_width = wide_page, map_height = 420;
constexpr double label_font = 12.5, country_font = 14;
constexpr double small_country = 9;  // pixels: below, a ring shows where to look

struct Outline {
  std::string d;     // closed outlines to fill
  std::string seam;  // the same without the cut at 180°, to stroke; empty when there is no cut
  Box box;
  std::optional<PlanePoint> middle;  // of one of the two countries: where its name stands
  bool is_small() const { return box.is_smaller_than(small_country); }
};

// Every shape of a map is projected once; the two pictures of it put their names over the same outlines.
struct DrawnShape {
  const Map::Shape* shape;
  Outline outline;
};

void append_corner(std::string& d, char command, const PlanePoint& p) {
  d += command;
  append_px(d, p.x);
  d += ' ';
  append_px(d, p.y);
}

// Points nearer than half a pixel say nothing.
void append_path(std::string& d, std::span<const PlanePoint> points) {
  PlanePoint last{-1e9, -1e9};
  bool first = true;
  for (const PlanePoint& p : points) {
    if (!first && std::abs(p.x - last.x) < 0.6 && std::abs(p.y - last.y) < 0.6) continue;
    append_corner(d, first ? 'M' : 'L', p);
    last = p;
    first = false;
  }
  d += 'Z';
}

bool at_seam(double longitude) { return std::abs(std::abs(longitude) - 180) < 0.01; }

// Shapes that cross the 180th meridian come in two parts: their common edge is no border.
void append_seam(std::string& d, const Ring& ring, const Projection& view) {
  bool drawing = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto p = view.point(ring[i].first, ring[i].second);
    const bool cut = i > 0 && at_seam(ring[i].first) && at_seam(ring[i - 1].first);
    if (!p) {
      drawing = false;
      continue;
    }
    append_corner(d, drawing && !cut ? 'L' : 'M', *p);
    drawing = true;
  }
}

Box box_around(std::span<const PlanePoint> points) {
  Box box{1e9, 1e9, -1e9, -1e9};
  for (const PlanePoint& p : points) {
    box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x), std::max(box.bottom, p.y)};
  }
  return box;
}

// Where the name of a country stands: the middle of its largest visible part.
std::optional<PlanePoint> middle_of(const std::vector<std::vector<PlanePoint>>& parts) {
  double largest = 0;
  std::optional<PlanePoint> out;
  for (const auto& points : parts) {
    double area = 0, x = 0, y = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const PlanePoint p = points[i], q = points[i + 1 < points.size() ? i + 1 : 0];
      const double cross = p.x * q.y - q.x * p.y;
      area += cross;
      x += (p.x + q.x) * cross;
      y += (p.y + q.y) * cross;
    }
    if (std::abs(area) <= largest) continue;
    largest = std::abs(area);
    out = PlanePoint{std::clamp(x / (3 * area), 0.0, map_width), std::clamp(y / (3 * area), 0.0, map_height)};
  }
  return out;
}

Outline outline_of(const Map::Shape& shape, const Projection& view) {
  Outline out;
  out.box = {1e9, 1e9, -1e9, -1e9};
  const bool seam = std::ranges::any_of(shape.rings, [](const Ring& ring) {
    return std::ranges::count_if(ring, [](const auto& p) { return at_seam(p.first); }) > 1;
  });
  std::vector<std::vector<PlanePoint>> parts;
  bool only_specks = shape.hue != Hue::none;
  for (const Ring& ring : shape.rings) {
    if (auto points = view.ring(ring); points.size() > 2) {
      only_specks = only_specks && box_around(points).is_smaller_than(small_country);
      parts.push_back(std::move(points));
      if (seam) append_seam(out.seam, ring, view);
    }
  }
  for (const auto& points : parts) {
    const Box box = box_around(points);
    out.box = {std::min(out.box.left, box.left), std::min(out.box.top, box.top), std::max(out.box.right, box.right), std::max(out.box.bottom, box.bottom)};
    if (box.is_smaller_than(0.8) && shape.hue == Hue::none) continue;
    if (box.is_smaller_than(1.6) && only_specks) {
      // A state of small islands is never too small to be seen.
      out.d += fmt::format("M{} {}a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0Z", px((box.left + box.right) / 2 - 1.6), px((box.top + box.bottom) / 2));
      continue;
    }
    append_path(out.d, points);
  }
  if (shape.hue != Hue::none) out.middle = middle_of(parts);
  return out;
}

std::string shape_path(const Map::Shape& shape, const Outline& outline, const std::string& id) {
  const std::string name = html_escaped(shape.name);
  std::string out;
  if (shape.hatched) {
    out = fmt::format(R"svg(<path class="disputed" fill="url(#{}-hatch)" d="{}"><title>{} (disputed)</title></path>)svg", id, outline.d, name);
  } else {
    out = fmt::format(R"(<path class="land {}{}" d="{}"><title>{}</title></path>)", hue_class(shape.hue), outline.seam.empty() ? "" : " seamed", outline.d, name);
    if (!outline.seam.empty()) out += fmt::format(R"(<path class="land-edge {}" d="{}"/>)", hue_class(shape.hue), outline.seam);
  }
  const Box& box = outline.box;
  if (shape.hue != Hue::none && outline.is_small()) {
    out += fmt::format(R"(<circle class="finder {}" cx="{}" cy="{}" r="11"/>)", hue_class(shape.hue), px((box.left + box.right) / 2), px((box.top + box.bottom) / 2));
  }
  return out;
}

// --- labels: the first free place around the point, with a line to it from afar ---------------------------------
class Labels {
 public:
  Labels(double width, double height) : frame_{2, 2, width - 2, height - 2} {}
  void block(const Box& box) { taken_.push_back(box); }

  struct Place {
    Box box;
    bool far = false;
  };
  std::optional<Place> find(double x, double y, double width, double height) {
    for (const double distance : {9.0, 13.0, 22.0, 34.0, 48.0, 66.0}) {
      for (const auto& [right, down] : directions) {
        const double cx = x + right * (distance + width / 2), cy = y + down * (distance + height / 2);
        const Box box{cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2};
        if (!is_free(box)) continue;
        taken_.push_back(box);
        return Place{box, distance > 15};
      }
    }
    return std::nullopt;
  }
  std::optional<Box> centered(double x, double y, double width, double height) {
    for (const double down : {0.0, -16.0, 16.0, -30.0, 30.0, -44.0, 44.0}) {
      for (const double right : {0.0, -30.0, 30.0, -60.0, 60.0}) {
        const Box box{x + right - width / 2, y + down - height / 2, x + right + width / 2, y + down + height / 2};
        if (!is_free(box)) continue;
        taken_.push_back(box);
        return box;
      }
    }
    return std::nullopt;
  }

 private:
  bool is_free(const Box& box) const {
    return box.within(frame_) && std::ranges::none_of(taken_, [&](const Box& other) { return box.overlaps(other); });
  }
  static constexpr std::pair<double, double> directions[] = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}};
  Box frame_;
  std::vector<Box> taken_;
};

struct Sign {
  const Map::Point* point;
  double x, y;
};

// Two signs at one place stand side by side, but none is moved farther than its own size: where many crowd, they overlap.
std::vector<Sign> place_signs(const Map& map, const Projection& view, double scale) {
  std::vector<Sign> out;
  for (const auto& point : map.points) {
    const auto at = view.point(point.longitude, point.latitude);
    if (!at) continue;
    Sign sign{&point, at->x * scale, at->y * scale};
    const auto near = [&](const Sign& other) { return std::hypot(sign.x - other.x, sign.y - other.y) < 9.5; };
    const Sign exact = sign;
    for (const auto& [right, down] : {std::pair{0.0, 0.0}, {10.0, 0.0}, {-10.0, 0.0}, {0.0, -10.0}, {0.0, 10.0}}) {
      sign.x = exact.x + right;
      sign.y = exact.y + down;
      if (std::ranges::none_of(out, near)) break;
      sign = exact;
    }
    out.push_back(sign);
  }
  return out;
}

// Signs, names of the countries and labels on a picture `scale` times as large as the outlines.
std::string overlay(const Map& map, std::span<const DrawnShape> drawn_shapes, const Projection& view, double scale) {
  Labels labels(map_width * scale, map_height * scale);
  const auto signs = place_signs(map, view, scale);
  for (const Sign& sign : signs) labels.block({sign.x - 6, sign.y - 6, sign.x + 6, sign.y + 6});
  std::string lines, words;
  for (const auto& [shape, outline] : drawn_shapes) {
    const auto& middle = outline.middle;
    if (!middle) continue;
    const std::string name = clean(shape->name);
    const double x = middle->x * scale, y = middle->y * scale, wide = text_px(name, country_font) * 1.1 + 4, high = country_font + 3;
    std::optional<Box> box;
    if (outline.is_small()) {
      labels.block({x - 11, y - 11, x + 11, y + 11});
      if (const auto place = labels.find(x, y, wide, high)) box = place->box;
    } else {
      box = labels.centered(x, y, wide, high);
    }
    if (!box) continue;
    words += fmt::format(R"(<text class="country {}" text-anchor="middle" x="{}" y="{}">{}</text>)", hue_class(shape->hue), px((box->left + box->right) / 2),
                         px(box->bottom - 4), html_escaped(name));
  }
  std::vector<std::pair<std::string, PlanePoint>> named;
  std::string drawn;
  for (const Sign& sign : signs) {
    const std::string label = shortened(clean(sign.point->label), label_font, 170);
    drawn += fmt::format("<g>{}<title>{}: {}</title></g>", place_sign(sign.point->kind, sign.point->hue, sign.x, sign.y), html_escaped(sign.point->kind),
                         html_escaped(sign.point->label));
    // An embassy and a consulate in one city share the city's name.
    const bool again = std::ranges::any_of(named, [&](const auto& n) { return n.first == label && std::hypot(n.second.x - sign.x, n.second.y - sign.y) < 40; });
    if (label.empty() || again) continue;
    const auto place = labels.find(sign.x, sign.y, text_px(label, label_font) + 3, label_font + 3);
    if (!place) continue;
    named.emplace_back(label, PlanePoint{sign.x, sign.y});
    const Box& box = place->box;
    const auto away = [&](const Sign& s) { return std::hypot(s.x - std::clamp(s.x, box.left, box.right), s.y - std::clamp(s.y, box.top, box.bottom)); };
    const bool ambiguous = std::ranges::any_of(signs, [&](const Sign& s) { return s.point != sign.point && away(s) < away(sign) + 1; });
    if (place->far || ambiguous) {
      lines += fmt::format(R"(<line class="leader" x1="{}" y1="{}" x2="{}" y2="{}"/>)", px(sign.x), px(sign.y), px(std::clamp(sign.x, box.left, box.right)),
                           px(std::clamp(sign.y, box.top, box.bottom)));
    }
    words += fmt::format(R"(<text class="place" x="{}" y="{}">{}</text>)", px(box.left + 1.5), px(box.bottom - 4), html_escaped(label));
  }
  return lines + drawn + words;
}

std::string description(const Map& map) {
  std::string out;
  for (const auto& point : map.points) out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", clean(point.kind), clean(point.label));
  return out.empty() ? "A map of the two countries." : out + ".";
}

std::string picture(const Map& map, std::span<const DrawnShape> shapes, const Projection& view, const std::string& id, std::string_view variant, double scale) {
  const double width = map_width * scale, height = map_height * scale;
  std::string out = svg_open(fmt::format("{}-{}", id, variant), fmt::format(R"(class="drawing map {}" viewBox="0 0 {} {}" width="{}" height="{}")", variant, px(width), px(height), px(width), px(height)),
                             map.title, description(map));
  out += fmt::format(R"(<use href="#{}-land"{}/>)", id, scale == 1 ? "" : fmt::format(R"svg( transform="scale({:.4f})")svg", scale));
  return out + overlay(map, shapes, view, scale) + "</svg>";
}

}  // namespace

std::string svg_map(const Map& map, const std::string& id) {
  const Projection view = Projection::fit(map, map_width, map_height);
  std::vector<DrawnShape> shapes;
  for (const auto& shape : map.shapes) shapes.push_back({&shape, outline_of(shape, view)});
  std::string land;
  // The two countries over their neighbours, what is disputed over all.
  for (const int layer : {0, 1, 2}) {
    for (const auto& [shape, outline] : shapes) {
      if (layer != (shape->hatched ? 2 : shape->hue == Hue::none ? 0 : 1)) continue;
      if (!outline.d.empty()) land += shape_path(*shape, outline, id);
    }
  }
  if (land.empty()) return {};
  std::string sea = fmt::format(R"(<rect class="sea" width="{}" height="{}"/>)", px(map_width), px(map_height));
  if (view.whole_disc()) {
    sea = fmt::format(R"(<circle class="sea edge" cx="{}" cy="{}" r="{}"/>)", px(view.disc_center().x), px(view.disc_center().y), px(view.disc_radius()));
  }
  std::string out = fmt::format(
      R"svg(<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="{0}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="5" height="5"/><path class="hatch-line" d="M0 0v5"/></pattern><g id="{0}-land">{1}{2}</g></defs></svg>)svg",
      id, sea, land);
  out += picture(map, shapes, view, id, "wide", 1);
  return out + picture(map, shapes, view, id, "narrow", narrow_page / map_width);
}

}  // namespace comity::document
