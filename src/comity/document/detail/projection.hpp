// Longitudes and latitudes on a plane: Lambert's azimuthal equal-area projection, or the orthographic one (a globe)
// where the two countries are far apart. Rings are cut at the edge of what is shown. Not here: SVG.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "comity/document/report.hpp"

namespace comity::document {

struct PlanePoint {
  double x = 0, y = 0;  // pixels, y down
};
using Ring = std::vector<std::pair<double, double>>;  // longitude, latitude

class Projection {
 public:
  // Shows what matters of the map (its points and the larger parts of the two countries) within width × height.
  static Projection fit(const Map& map, double width, double height);

  // nullopt on the side of the earth that is not shown.
  std::optional<PlanePoint> point(double longitude, double latitude) const;
  // One outline, cut along the edge of the shown part; empty when nothing of it is visible.
  std::vector<PlanePoint> ring(const Ring& ring) const;
  bool whole_disc() const { return disc_; }     // the edge of the earth's shown part is inside the picture
  PlanePoint disc_center() const { return {shift_x_, shift_y_}; }
  double disc_radius() const { return rho(limit_) * scale_; }
  bool globe() const { return globe_; }

 private:
  Projection(double longitude, double latitude);
  struct Polar {
    double cosine = 1;           // of the angle from the centre
    double east = 0, north = 0;  // the direction, as long as the angle's sine
    double angle() const;        // radians
  };
  Polar polar(double longitude, double latitude) const;
  double rho(double angle) const;  // distance from the centre on the plane of the unit sphere
  Polar at_edge(double east, double north) const;  // in this direction, on the edge of what is drawn
  PlanePoint on_unit_plane(const Polar& p) const;
  PlanePoint place(const Polar& p) const;
  void show_all(double width, double height);
  void crop_to(std::span<const Polar> kept, double width, double height);

  double center_longitude_, sin_center_, cos_center_;
  bool globe_ = false, disc_ = false;
  double limit_ = 3.0, cos_limit_ = -1, sin_limit_ = 0;  // radians; nothing beyond is drawn
  double scale_ = 1, shift_x_ = 0, shift_y_ = 0;
  double width_ = 0, height_ = 0;
};

double ring_area(const Ring& ring);  // in square degrees shrunk towards the poles; for comparing only

}  // namespace comity::document
