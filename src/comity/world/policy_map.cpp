// Lays the policy for disputed territory over the atlas: takes rings out of the states in which the atlas has them, or
// cuts them out along the project's own lines, and gives each territory a shape of its own.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "comity/base/error.hpp"
#include "comity/base/table.hpp"
#include "comity/world/detail/atlas.hpp"
#include "comity/world/detail/cells.hpp"
#include "comity/world/detail/polygon.hpp"

namespace comity::world {
namespace {

using detail::AtlasFeature;
using detail::Line;

// One row of disputed_parts.csv: where the geometry of (a part of) a territory comes from.
struct Part {
  std::string territory, number, feature, how;  // how: whole, ring, cut, drawn
  double latitude = 0, longitude = 0;           // a point within the part
};

std::vector<Part> read_parts(const std::filesystem::path& folder, const Territories& territories) {
  const Table t = Table::read(folder / "disputed_parts.csv");
  const auto territory = t.column("territory"), part = t.column("part"), feature = t.column("feature"), how = t.column("how"), lat = t.column("lat"),
             lon = t.column("lon");
  std::vector<Part> out;
  for (std::size_t row = 0; row < t.rows(); ++row) {
    Part p{std::string(t.at(row, territory)), std::string(t.at(row, part)), std::string(t.at(row, feature)), std::string(t.at(row, how))};
    if (territories.disputed(p.territory) == nullptr) t.fail(row, "territory", fmt::format("'{}' is not in disputed_territories.csv", p.territory));
    if (p.how != "whole" && p.how != "ring" && p.how != "cut" && p.how != "drawn") t.fail(row, "how", fmt::format("'{}' is none of whole, ring, cut, drawn", p.how));
    if (p.how != "whole") p.latitude = detail::number_cell(t, row, lat, -90, 90), p.longitude = detail::number_cell(t, row, lon, -180, 180);
    out.push_back(std::move(p));
  }
  return out;
}

std::map<std::pair<std::string, std::string>, Line> read_lines(const std::filesystem::path& folder) {
  const Table t = Table::read(folder / "disputed_shapes.csv");
  const auto territory = t.column("territory"), ring = t.column("ring"), order = t.column("order"), lon = t.column("lon"), lat = t.column("lat");
  std::map<std::pair<std::string, std::string>, Line> out;
  for (std::size_t row = 0; row < t.rows(); ++row) {
    Line& line = out[{std::string(t.at(row, territory)), std::string(t.at(row, ring))}];
    if (t.at(row, order) != std::to_string(line.size() + 1)) t.fail(row, "order", "the points of a line are numbered from 1 and in order");
    line.push_back({static_cast<float>(detail::number_cell(t, row, lon, -180, 180)), static_cast<float>(detail::number_cell(t, row, lat, -90, 90))});
  }
  return out;
}

// The outer ring of the feature that holds the point.
std::vector<Ring>::iterator ring_at(AtlasFeature& feature, double latitude, double longitude) {
  return std::find_if(feature.rings.begin(), feature.rings.end(),
                      [&](const Ring& ring) { return !ring.hole && detail::inside(ring.points, longitude, latitude); });
}

void move_ring(AtlasFeature& feature, const Part& part, Shape& to) {
  const auto at = ring_at(feature, part.latitude, part.longitude);
  if (at == feature.rings.end()) return;
  auto end = at + 1;
  while (end != feature.rings.end() && end->hole) ++end;
  to.rings.insert(to.rings.end(), std::make_move_iterator(at), std::make_move_iterator(end));
  feature.rings.erase(at, end);
}

void move_cut(AtlasFeature& feature, const Part& part, const Line& line, Shape& to) {
  const auto at = ring_at(feature, part.latitude, part.longitude);
  if (at == feature.rings.end()) return;
  auto pieces = detail::cut(at->points, line, part.longitude, part.latitude);
  if (!pieces) return;
  to.rings.push_back({std::move(pieces->piece), false});
  // The first of the rest takes the place of the ring, so that holes behind it stay with it; none of ours has any.
  at->points = std::move(pieces->rest.front());
  std::vector<Ring> more;
  for (std::size_t i = 1; i < pieces->rest.size(); ++i) more.push_back({std::move(pieces->rest[i]), false});
  feature.rings.insert(feature.rings.end(), more.begin(), more.end());
}

// A coarse atlas may lack the feature or the ring: then the territory has no shape at that scale.
void take_part(std::vector<AtlasFeature>& features, const Part& part, const Line& line, Shape& to) {
  if (part.how == "drawn") {
    to.rings.push_back({line, false});
    return;
  }
  const auto feature = std::find_if(features.begin(), features.end(), [&](const AtlasFeature& f) { return f.name == part.feature; });
  if (feature == features.end()) return;
  if (part.how == "whole") {
    to.rings.insert(to.rings.end(), std::make_move_iterator(feature->rings.begin()), std::make_move_iterator(feature->rings.end()));
    feature->rings.clear();
  } else if (part.how == "ring") {
    move_ring(*feature, part, to);
  } else {
    move_cut(*feature, part, line, to);
  }
}

// The two islands of one feature without a code.
StateId indian_ocean_territory(const Register& states, const Ring& ring) {
  return states.by_key(!ring.points.empty() && ring.points.front().longitude > 100 ? "CXR" : "CCK");
}

void add_state_shapes(const Register& states, std::vector<AtlasFeature>& features, std::vector<Shape>& out) {
  std::map<StateId, Shape> shapes;
  for (auto& feature : features) {
    for (auto& ring : feature.rings) {
      const StateId state = !feature.iso_numeric.empty() ? states.by_code("iso3n", feature.iso_numeric, last_day)
                            : feature.name == "Indian Ocean Ter." ? indian_ocean_territory(states, ring)
                                                                  : states.by_name(feature.name, last_day).state;
      if (!state) throw DataError(fmt::format("world-atlas: no state for the feature '{}' ({})", feature.name, feature.iso_numeric), "Give it a row in data/disputed_parts.csv or a code.");
      Shape& shape = shapes[state];
      shape.state = state;
      shape.rings.push_back(std::move(ring));
    }
  }
  for (auto& [state, shape] : shapes) out.push_back(std::move(shape));
}

// A border stands in the lists of both its sides. What stands in one alone (Sri Lanka's with India, a chain of shoals) is none.
std::vector<Pair> read_border_pairs(const Register& states, const std::filesystem::path& file) {
  std::set<std::pair<StateId, StateId>> listed;
  for (const auto& [a, b] : detail::read_borders(file)) {
    const auto state = [&](const std::string& code) { return states.by_key(code == "UNK" ? "XKX" : code); };
    if (state(a) && state(b)) listed.emplace(state(a), state(b));
  }
  std::vector<Pair> out;
  for (const auto& [a, b] : listed) {
    if (a < b && listed.contains({b, a})) out.emplace_back(a, b);
  }
  return out;
}

}  // namespace

std::shared_ptr<const Geography> Geography::load(const Register& states, const Territories& territories, const std::filesystem::path& data_folder,
                                                 const std::filesystem::path& parts_folder, Scale scale) {
  auto features = detail::read_atlas(parts_folder / "world-atlas" / (scale == Scale::medium ? "countries-50m.json" : "countries-110m.json"));
  const auto parts = read_parts(data_folder, territories);
  const auto lines = read_lines(data_folder);
  std::vector<Shape> shapes;
  for (const auto& territory : territories.disputed()) {
    Shape shape{territory.expected, territory.key, territory.hatched, {}};
    for (const auto& part : parts) {
      if (part.territory != territory.key) continue;
      const auto line = lines.find({part.territory, part.number});
      if (line == lines.end() && (part.how == "cut" || part.how == "drawn"))
        throw DataError(fmt::format("disputed_shapes.csv: no line for part {} of '{}'", part.number, part.territory), "disputed_parts.csv says that it is there.");
      take_part(features, part, line == lines.end() ? Line{} : line->second, shape);
    }
    if (!shape.rings.empty()) shapes.push_back(std::move(shape));
  }
  add_state_shapes(states, features, shapes);
  return std::make_shared<const Geography>(std::move(shapes), read_border_pairs(states, parts_folder / "world-countries" / "countries.json"));
}

}  // namespace comity::world
