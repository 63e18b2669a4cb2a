// Where states lie: their rings, with the project's policy for disputed territory laid over them (rules.md 27), whose
// a point is, and who borders on whom. From the npm packages world-atlas and world-countries and data/disputed_*.csv.
// Not for measuring: rings are generalised (1:50 million) and lines of disputed territories are coarse.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "comity/world/register.hpp"
#include "comity/world/territories.hpp"

namespace comity::world {

struct Point {
  float longitude = 0, latitude = 0;  // degrees, WGS84
  friend bool operator==(const Point&, const Point&) = default;
};

struct Ring {
  std::vector<Point> points;  // simple, not closed, within -180 and 180: the first point is not repeated
  bool hole = false;          // cut out of the rings before it
};

// What is drawn in one piece: a state without its disputed territories, or one disputed territory.
struct Shape {
  StateId state;          // with which it is shown; none: with no state
  std::string territory;  // key in disputed_territories.csv; empty for a state
  bool hatched = false;
  std::vector<Ring> rings;
};

class Geography {
 public:
  enum class Scale { medium, small };  // 1:50 and 1:110 million

  // Reads world-atlas and world-countries under `parts_folder` (node_modules). Cost: some 100 ms at medium scale.
  // Throws NotFound when a package is missing, DataError when its file is not what it should be.
  static std::shared_ptr<const Geography> load(const Register& states, const Territories& territories, const std::filesystem::path& data_folder,
                                               const std::filesystem::path& parts_folder, Scale scale = Scale::medium);
  // From what an edition keeps. `borders` in any order, each pair once or twice.
  Geography(std::vector<Shape> shapes, std::vector<Pair> borders);

  const std::vector<Shape>& shapes() const { return shapes_; }
  std::vector<const Shape*> shapes_of(StateId state) const;  // the state's own and the territories shown with it
  const std::vector<Pair>& border_pairs() const { return borders_; }

  // The disputed territory at a point; empty when there is none. Cost: some microseconds.
  std::string_view territory_at(double latitude, double longitude) const;
  // The state at a point under the policy; none at sea and where the policy names no state.
  StateId state_at(double latitude, double longitude) const;

  bool borders(StateId a, StateId b) const;  // a land border, today
  std::vector<StateId> neighbours(StateId state) const;

 private:
  const Shape* shape_at(double latitude, double longitude, bool disputed) const;

  struct Box {
    float west = 180, south = 90, east = -180, north = -90;
  };
  std::vector<Shape> shapes_;
  std::vector<Box> boxes_;      // of the rings of shapes_, one after another
  std::vector<Pair> borders_;   // ascending, each once
};

// A ring for a BLOB: longitude and latitude of each point as 32-bit floats, low byte first.
std::string encode_points(const std::vector<Point>& points);
std::vector<Point> decode_points(std::string_view bytes);  // throws DataError when the size is not a multiple of 8

// Douglas–Peucker: no dropped point is further than `tolerance` degrees from the simplified ring. A ring of which less
// than three points would stay is given back empty.
std::vector<Point> simplify(const std::vector<Point>& ring, double tolerance);
// All rings of a shape; empty ones are dropped.
Shape simplify(const Shape& shape, double tolerance);

}  // namespace comity::world
