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

}  // namespace

void frame_map(document::Map& map, const Shelf& shelf) {
  Middle middle;
  for (const auto& point : map.points) middle.add(point.longitude, point.latitude);
  for (const StateId id : {shelf.facts.a, shelf.facts.b}) {
    const world::Capital* capital = shelf.context.states->capital(id, edition_day(shelf.context));
    if (capital) middle.add(capital->longitude, capital->latitude);
  }
  middle.put(map);
  bool disputed = false;
  for (const facts::Shape& shape : shelf.context.shapes) {
    document::Map::Shape drawn;
    const world::State* state = shape.state ? shelf.context.states->try_state(shape.state) : nullptr;
    drawn.name = !shape.territory.empty() ? shape.territory : state ? state->name : std::string();
    drawn.hue = shape.disputed ? document::Hue::none : shelf.hue(shape.state);
    drawn.hatched = shape.disputed;
    drawn.rings = shape.rings;
    disputed |= shape.disputed;
    map.shapes.push_back(std::move(drawn));
  }
  if (map.shapes.empty()) return;
  const auto note = shelf.context.notes.find("map_policy");
  map.policy = note != shelf.context.notes.end() ? note->second
               : disputed ? "Territory that several states claim is hatched and given to none." : "";
}

}  // namespace comity::dossier
