#include <gtest/gtest.h>

#include <cmath>

#include "comity/base/error.hpp"
#include "comity/world/detail/polygon.hpp"
#include "comity/world/detail/seam.hpp"
#include "unit/world/specimen.hpp"

namespace comity::world {
namespace {

const std::vector<Point> square = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
StateId id(const char* key) { return real_register().by_key(key); }

TEST(Polygon, inside) {
  EXPECT_TRUE(detail::inside(square, 5, 5));
  EXPECT_FALSE(detail::inside(square, 11, 5));
  EXPECT_FALSE(detail::inside(square, 5, -1));
}

TEST(Polygon, cuts_along_a_line) {
  const auto cut = detail::cut(square, {{-1, 4}, {5, 6}, {11, 4}}, 5, 9);
  ASSERT_TRUE(cut);
  EXPECT_TRUE(detail::inside(cut->piece, 5, 9));
  EXPECT_FALSE(detail::inside(cut->piece, 5, 5));
  ASSERT_EQ(cut->rest.size(), 1u);
  EXPECT_TRUE(detail::inside(cut->rest[0], 5, 5));
  EXPECT_FALSE(detail::inside(cut->rest[0], 5, 9));
}

TEST(Polygon, cuts_a_bay_that_the_line_crosses_twice) {
  const std::vector<Point> horseshoe = {{0, 0}, {10, 0}, {10, 10}, {7, 10}, {7, 3}, {3, 3}, {3, 10}, {0, 10}};
  const auto cut = detail::cut(horseshoe, {{-1, 6}, {11, 6}}, 5, 1);
  ASSERT_TRUE(cut);
  EXPECT_EQ(cut->rest.size(), 2u);
  EXPECT_TRUE(detail::inside(cut->piece, 1, 5));
  EXPECT_TRUE(detail::inside(cut->piece, 9, 5));
  EXPECT_FALSE(detail::inside(cut->piece, 1, 8));
  EXPECT_FALSE(detail::inside(cut->piece, 9, 8));
}

TEST(Polygon, does_not_cut_beside_the_ring) {
  EXPECT_FALSE(detail::cut(square, {{-1, 20}, {11, 20}}, 5, 5));
  EXPECT_FALSE(detail::cut(square, {{-1, 5}, {11, 5}}, 50, 50)) << "the point is not in the ring";
}

TEST(Seam, cuts_a_ring_that_crosses_the_180th_meridian) {
  const auto parts = detail::cut_at_seam({{{170, 60}, {-170, 60}, {-170, 70}, {170, 70}}, false});
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_TRUE(detail::inside(parts[0].points, 175, 65));
  EXPECT_TRUE(detail::inside(parts[1].points, -175, 65));
  EXPECT_FALSE(detail::inside(parts[0].points, 0, 65));
}

TEST(Seam, closes_a_ring_round_the_south_pole) {
  const auto parts = detail::cut_at_seam({{{-180, -70}, {-90, -71}, {0, -72}, {90, -71}, {179, -70}}, false});
  ASSERT_EQ(parts.size(), 1u);
  EXPECT_TRUE(detail::inside(parts[0].points, 0, -85));
  EXPECT_TRUE(detail::inside(parts[0].points, -179, -85));
  EXPECT_FALSE(detail::inside(parts[0].points, 0, -60));
  EXPECT_TRUE(detail::cut_at_seam({{{-180, -89.99f}, {0, -89.99f}, {179, -89.99f}}, false}).empty());
}

TEST(Simplify, keeps_what_is_further_than_the_tolerance) {
  const std::vector<Point> ring = {{0, 0}, {5, 0.01f}, {10, 0}, {10, 10}, {5, 14}, {0, 10}};
  EXPECT_EQ(simplify(ring, 0.1).size(), 5u);
  EXPECT_EQ(simplify(ring, 0.001).size(), 6u);
  EXPECT_EQ(simplify(ring, 0).size(), 6u);
  EXPECT_TRUE(simplify(ring, 100).empty());
  const Shape shape{StateId(1), "", false, {{ring, false}, {{{0, 0}, {0.01f, 0}, {0, 0.01f}}, false}}};
  EXPECT_EQ(simplify(shape, 0.1).rings.size(), 1u) << "an islet vanishes";
}

TEST(Simplify, no_dropped_point_is_far_from_what_is_left) {
  std::vector<Point> ring;
  for (int i = 0; i < 360; ++i) ring.push_back({static_cast<float>(10 * std::cos(i * M_PI / 180) + 0.3 * std::sin(i)), static_cast<float>(10 * std::sin(i * M_PI / 180))});
  const auto less = simplify(ring, 0.2);
  EXPECT_LT(less.size(), 180u);
  for (const Point& p : ring) {
    double nearest = 1e9;
    for (std::size_t i = 0; i < less.size(); ++i) {
      const Point &a = less[i], &b = less[(i + 1) % less.size()];
      const double dx = b.longitude - a.longitude, dy = b.latitude - a.latitude, l = dx * dx + dy * dy;
      const double t = std::clamp(((p.longitude - a.longitude) * dx + (p.latitude - a.latitude) * dy) / l, 0.0, 1.0);
      nearest = std::min(nearest, std::hypot(p.longitude - a.longitude - t * dx, p.latitude - a.latitude - t * dy));
    }
    EXPECT_LE(nearest, 0.2001);
  }
}

TEST(Points, survive_the_blob) {
  EXPECT_EQ(decode_points(encode_points(square)), square);
  EXPECT_EQ(encode_points(square).size(), 32u);
  EXPECT_TRUE(decode_points("").empty());
  EXPECT_THROW(decode_points("abc"), DataError);
}

TEST(Geography, finds_states_all_over_the_world) {
  const auto at = [](double latitude, double longitude) {
    const StateId found = real_geography().state_at(latitude, longitude);
    return found ? real_register().state(found).key : std::string("none");
  };
  EXPECT_EQ(at(52.52, 13.40), "DEU");
  EXPECT_EQ(at(51.17, 71.45), "KAZ");
  EXPECT_EQ(at(-29.6, 28.2), "LSO") << "a hole in South Africa";
  EXPECT_EQ(at(-33.0, 25.0), "ZAF");
  EXPECT_EQ(at(66.5, -175.0), "RUS") << "Chukotka, beyond the 180th meridian";
  EXPECT_EQ(at(66.5, 175.0), "RUS");
  EXPECT_EQ(at(-85, 0), "ATA");
  EXPECT_EQ(at(-85, -179), "ATA");
  EXPECT_EQ(at(0, -30), "none") << "the Atlantic";
  EXPECT_EQ(at(70, 0), "none");
  EXPECT_EQ(at(43.94, 12.46), "SMR");
}

TEST(Geography, every_current_capital_lies_in_its_state_or_by_the_sea) {
  int wrong = 0, tried = 0;
  for (const auto& capital : real_register().capitals()) {
    if (capital.role != "capital" || capital.span.to != last_day || !real_register().state(capital.state).is_current()) continue;
    const StateId found = real_geography().state_at(capital.latitude, capital.longitude);
    ++tried;
    const bool disputed = !real_geography().territory_at(capital.latitude, capital.longitude).empty();
    if (!found || found == capital.state || disputed) continue;
    // A town on a border may fall over a generalised line; a territory may be drawn as part of its state.
    if (real_geography().borders(found, capital.state) || real_register().state(capital.state).kind != "state") continue;
    ADD_FAILURE() << capital.city << " of " << real_register().state(capital.state).key << " lies in " << real_register().state(found).key;
    ++wrong;
  }
  EXPECT_GT(tried, 190);
}

TEST(Geography, borders_from_world_countries) {
  const Geography& map = real_geography();
  EXPECT_TRUE(map.borders(id("DEU"), id("FRA")));
  EXPECT_TRUE(map.borders(id("FRA"), id("DEU")));
  EXPECT_FALSE(map.borders(id("DEU"), id("KAZ")));
  EXPECT_TRUE(map.borders(id("SRB"), id("XKX")));
  EXPECT_EQ(map.neighbours(id("DEU")).size(), 9u);
  EXPECT_EQ(map.neighbours(id("KAZ")).size(), 5u);
  EXPECT_TRUE(map.neighbours(id("NRU")).empty());
}

TEST(Geography, small_scale_keeps_the_policy_where_it_has_the_ring) {
  const auto map = Geography::load(real_register(), real_territories(), std::string(COMITY_SOURCE_DIR) + "/data", COMITY_PARTS, Geography::Scale::small);
  EXPECT_EQ(map->state_at(44.9521, 34.1024), id("UKR"));
  EXPECT_EQ(map->state_at(33.2690, 35.7700), id("SYR"));
  EXPECT_EQ(map->state_at(27.1536, -13.18), id("ESH"));
  EXPECT_EQ(map->state_at(43.0033, 41.0153), id("GEO"));
}

TEST(Geography, says_which_package_is_missing) {
  EXPECT_THROW(Geography::load(real_register(), real_territories(), std::string(COMITY_SOURCE_DIR) + "/data", "/nonexistent"), Error);
}

TEST(Territories, report_together_for_a_time) {
  const auto union_of = real_territories().reporting("comtrade", "58");
  ASSERT_EQ(union_of.size(), 1u);
  EXPECT_TRUE(union_of[0]->holds(id("LUX"), parse_day("1998-12-31")));
  EXPECT_FALSE(union_of[0]->holds(id("LUX"), parse_day("1999-01-01")));
  EXPECT_FALSE(union_of[0]->holds(id("DEU"), parse_day("1990-01-01")));
  bool sacu = false;
  for (const auto* territory : real_territories().reporting_of(id("BWA"), parse_day("1990-01-01"))) sacu |= territory->key == "sacu";
  EXPECT_TRUE(sacu);
}

TEST(Territories, say_who_codes_whom_how) {
  EXPECT_GE(real_territories().recognition(id("XKX")).size(), 3u);
  EXPECT_GE(real_territories().recognition(id("TWN")).size(), 3u);
  EXPECT_TRUE(real_territories().recognition(id("DEU")).empty());
  EXPECT_EQ(real_territories().disputed("atlantis"), nullptr);
  EXPECT_EQ(real_territories().disputed("abkhazia")->name, "Abkhazia");
}

}  // namespace
}  // namespace comity::world
