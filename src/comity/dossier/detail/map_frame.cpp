#include "comity/dossier/detail/map_frame.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

// Mean of directions on the sphere: right across the date line and near the poles.
struct Middle {
  double x = 0, y = 0, z = 0;

  void add(double longitude, double latitude) {
    const double a = longitude * std::numbers::pi / 180, b = latitude * std::numbers::pi / 180;
    x += std::cos(b) * std::cos(a), y += std::cos(b) * std::sin(a), z += std::sin(b);
  }
  void put(document::Map& map) const {
    map.center_longitude = std::atan2(y, x) * 180 / std::numbers::pi;
    map.center_latitude = std::atan2(z, std::hypot(x, y)) * 180 / std::numbers::pi;
  }
};

// The part of the globe that is drawn, in degrees around the middle, so that the date line is no edge.
struct Frame {
  double middle = 0;
  double west = 180, east = -180, south = 90, north = -90;

  double turned(double longitude) const {
    double out = longitude - middle;
    while (out > 180) out -= 360;
    while (out < -180) out += 360;
    return out;
  }
  void add(double longitude, double latitude) {
    west = std::min(west, turned(longitude)), east = std::max(east, turned(longitude));
    south = std::min(south, latitude), north = std::max(north, latitude);
  }
  bool meets(const Frame& other) const {
    constexpr double margin = 8;
    return west - margin <= other.east && other.west <= east + margin && south - margin <= other.north && other.south <= north + margin;
  }
};

using Ring = std::vector<std::pair<double, double>>;

// A state's largest ring: far islands do not widen the map.
const Ring* main_ring(const facts::Shape& shape) {
  const auto it = std::ranges::max_element(shape.rings, {}, &Ring::size);
  return it == shape.rings.end() ? nullptr : &*it;
}

Frame frame_of(const document::Map& map, const Shelf& shelf) {
  Frame out{map.center_longitude};
  for (const auto& point : map.points) out.add(point.longitude, point.latitude);
  for (const facts::Shape& shape : shelf.context.shapes) {
    if (shelf.hue(shape.state) == document::Hue::none || shape.disputed || !main_ring(shape)) continue;
    for (const auto& [longitude, latitude] : *main_ring(shape)) out.add(longitude, latitude);
  }
  return out;
}

// The rings that reach into the frame; the two states whole.
std::vector<Ring> rings_in(const facts::Shape& shape, const Frame& frame, bool whole) {
  if (whole) return shape.rings;
  std::vector<Ring> out;
  for (const Ring& ring : shape.rings) {
    Frame box{frame.middle};
    for (const auto& [longitude, latitude] : ring) box.add(longitude, latitude);
    // A ring across the far side of the globe comes out as wide as all of it.
    if (box.east - box.west < 340 && frame.meets(box)) out.push_back(ring);
  }
  return out;
}

}  // namespace

void frame_map(document::Map& map, const Shelf& shelf) {
  Middle middle;
  for (const auto& point : map.points) middle.add(point.longitude, point.latitude);
  for (const StateId id : {shelf.facts.a, shelf.facts.b}) {
    const world::Capital* capital = shelf.context.states->capital(id, edition_day(shelf.context));
    if (capital) middle.add(capital->longitude, capital->latitude);
  }
  middle.put(map);
  const Frame frame = frame_of(map, shelf);
  bool disputed = false;
  for (const facts::Shape& shape : shelf.context.shapes) {
    document::Map::Shape drawn;
    const world::State* state = shape.state ? shelf.context.states->try_state(shape.state) : nullptr;
    drawn.name = !shape.territory.empty() ? shape.territory : state ? state->name : std::string();
    drawn.hue = shape.disputed ? document::Hue::none : shelf.hue(shape.state);
    drawn.hatched = shape.disputed;
    drawn.rings = rings_in(shape, frame, drawn.hue != document::Hue::none);
    if (drawn.rings.empty()) continue;
    disputed |= shape.disputed;
    map.shapes.push_back(std::move(drawn));
  }
  if (map.shapes.empty()) return;
  const auto note = shelf.context.notes.find("map_policy");
  map.policy = note != shelf.context.notes.end() ? note->second
               : disputed ? "Territory that several states claim is hatched and given to none." : "";
}

}  // namespace comity::dossier
