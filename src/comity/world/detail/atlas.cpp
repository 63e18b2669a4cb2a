#include "comity/world/detail/atlas.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/world/detail/seam.hpp"

namespace comity::world::detail {
namespace {

using Json = nlohmann::json;

// Arcs are delta-coded integers; a polygon's ring is a row of arcs, ~i meaning arc i backwards.
class Topology {
 public:
  explicit Topology(const Json& json) {
    const Json& transform = json.at("transform");
    const double scale_x = transform.at("scale").at(0), scale_y = transform.at("scale").at(1);
    const double base_x = transform.at("translate").at(0), base_y = transform.at("translate").at(1);
    for (const Json& arc : json.at("arcs")) {
      std::vector<Point>& points = arcs_.emplace_back();
      points.reserve(arc.size());
      std::int64_t x = 0, y = 0;
      for (const Json& step : arc) {
        x += step.at(0).get<std::int64_t>(), y += step.at(1).get<std::int64_t>();
        points.push_back({static_cast<float>(static_cast<double>(x) * scale_x + base_x), static_cast<float>(static_cast<double>(y) * scale_y + base_y)});
      }
    }
  }

  Ring ring(const Json& arcs, bool hole) const {
    Ring out{{}, hole};
    for (const Json& number : arcs) {
      const auto index = number.get<std::int64_t>();
      const auto& arc = arcs_.at(static_cast<std::size_t>(index < 0 ? ~index : index));
      // The first point of an arc is the last of the one before it, and the ring's last is its first.
      if (index < 0) {
        out.points.insert(out.points.end(), arc.rbegin(), arc.rend() - 1);
      } else {
        out.points.insert(out.points.end(), arc.begin(), arc.end() - 1);
      }
    }
    return out;
  }

  void add_polygon(const Json& polygon, std::vector<Ring>& rings) const {
    for (std::size_t i = 0; i < polygon.size(); ++i) {
      for (auto& part : cut_at_seam(ring(polygon[i], i > 0))) rings.push_back(std::move(part));
    }
  }

 private:
  std::vector<std::vector<Point>> arcs_;
};

Json parse(const std::filesystem::path& file) { return Json::parse(read_file(file)); }

[[noreturn]] void fail(const std::filesystem::path& file, const std::exception& error) {
  throw DataError(fmt::format("{}: {}", file.filename().string(), error.what()), "Install the packages again: npm ci --ignore-scripts.");
}

}  // namespace

std::vector<AtlasFeature> read_atlas(const std::filesystem::path& file) try {
  const Json json = parse(file);
  const Topology topology(json);
  std::vector<AtlasFeature> out;
  for (const Json& geometry : json.at("objects").at("countries").at("geometries")) {
    AtlasFeature& feature = out.emplace_back();
    feature.name = geometry.at("properties").at("name");
    feature.iso_numeric = geometry.value("id", "");
    if (geometry.at("type") == "Polygon") {
      topology.add_polygon(geometry.at("arcs"), feature.rings);
    } else {
      for (const Json& polygon : geometry.at("arcs")) topology.add_polygon(polygon, feature.rings);
    }
  }
  return out;
} catch (const Json::exception& error) {
  fail(file, error);
} catch (const std::out_of_range& error) {
  fail(file, error);
}

std::vector<std::pair<std::string, std::string>> read_borders(const std::filesystem::path& file) try {
  std::vector<std::pair<std::string, std::string>> out;
  for (const Json& country : parse(file)) {
    for (const Json& other : country.at("borders")) out.emplace_back(country.at("cca3"), other);
  }
  return out;
} catch (const Json::exception& error) {
  fail(file, error);
}

}  // namespace comity::world::detail
