// rules.md 27: maps follow the practice of the United Nations, whatever the atlas draws.
#include <gtest/gtest.h>

#include <cmath>

#include "comity/base/error.hpp"
#include "unit/world/specimen.hpp"

namespace comity::world {
namespace {

std::string state_at(double latitude, double longitude) {
  const StateId id = real_geography().state_at(latitude, longitude);
  return id ? real_register().state(id).key : std::string("none");
}
std::string territory_at(double latitude, double longitude) { return std::string(real_geography().territory_at(latitude, longitude)); }
StateId id(const char* key) { return real_register().by_key(key); }

TEST(Rule27, rule_27_Simferopol_is_not_in_Russia) {
  EXPECT_EQ(territory_at(44.9521, 34.1024), "crimea");
  EXPECT_EQ(state_at(44.9521, 34.1024), "UKR");
  EXPECT_EQ(state_at(44.60, 33.53), "UKR") << "Sevastopol";
  EXPECT_EQ(state_at(45.04, 38.98), "RUS") << "Krasnodar, across the strait";
}

TEST(Rule27, rule_27_Golan_is_not_in_Israel) {
  EXPECT_EQ(territory_at(33.2690, 35.7700), "golan");
  EXPECT_EQ(state_at(33.2690, 35.7700), "SYR") << "Majdal Shams";
  EXPECT_EQ(state_at(32.9924, 35.6906), "SYR") << "Katzrin";
  EXPECT_EQ(state_at(33.2073, 35.5708), "ISR") << "Kiryat Shmona, below it";
  EXPECT_EQ(state_at(32.7940, 35.5330), "ISR") << "Tiberias, across the lake";
}

TEST(Rule27, rule_27_El_Aaiun_is_not_in_Morocco) {
  EXPECT_EQ(state_at(27.1536, -13.2033), "ESH");
  EXPECT_EQ(territory_at(27.1536, -13.2033), "western_sahara");
  EXPECT_EQ(territory_at(26.15, -10.57), "western_sahara_east");
  EXPECT_EQ(state_at(28.40, -11.10), "MAR") << "Guelmim's south, north of 27°40′";
}

TEST(Rule27, rule_27_Kosovo_and_Taiwan_stand_apart) {
  EXPECT_EQ(state_at(42.6629, 21.1655), "XKX");
  EXPECT_EQ(territory_at(42.6629, 21.1655), "kosovo");
  EXPECT_EQ(state_at(43.32, 21.90), "SRB") << "Niš";
  EXPECT_EQ(state_at(25.0330, 121.5654), "TWN");
  EXPECT_EQ(territory_at(25.0330, 121.5654), "taiwan");
}

TEST(Rule27, rule_27_Kashmir_is_with_who_administers_it_and_hatched) {
  EXPECT_EQ(territory_at(34.0837, 74.7973), "kashmir_india");
  EXPECT_EQ(state_at(34.0837, 74.7973), "IND");
  EXPECT_EQ(territory_at(34.3700, 73.4711), "kashmir_pakistan");
  EXPECT_EQ(territory_at(35.92, 74.31), "kashmir_pakistan") << "Gilgit";
  EXPECT_EQ(territory_at(35.1, 79.3), "aksai_chin");
  EXPECT_EQ(state_at(35.1, 79.3), "CHN");
  EXPECT_EQ(territory_at(32.22, 76.32), "") << "Dharamshala is not disputed";
  EXPECT_EQ(territory_at(33.68, 73.05), "") << "nor Islamabad";
}

TEST(Rule27, rule_27_Abkhazia_and_South_Ossetia_are_shown_with_Georgia) {
  EXPECT_EQ(territory_at(43.0033, 41.0153), "abkhazia");
  EXPECT_EQ(state_at(43.0033, 41.0153), "GEO");
  EXPECT_EQ(territory_at(42.2257, 43.9702), "south_ossetia");
  EXPECT_EQ(state_at(42.2257, 43.9702), "GEO");
  EXPECT_EQ(territory_at(42.51, 41.87), "") << "Zugdidi";
  EXPECT_EQ(territory_at(41.98, 44.11), "") << "Gori";
  EXPECT_EQ(territory_at(42.48, 44.48), "") << "Gudauri";
}

TEST(Rule27, rule_27_Northern_Cyprus_and_Somaliland) {
  EXPECT_EQ(territory_at(35.33, 33.32), "northern_cyprus") << "Kyrenia";
  EXPECT_EQ(state_at(35.125, 33.9417), "CYP");
  EXPECT_EQ(territory_at(34.92, 33.62), "") << "Larnaca";
  EXPECT_EQ(territory_at(9.56, 44.065), "somaliland");
  EXPECT_EQ(state_at(9.56, 44.065), "SOM");
}

TEST(Rule27, rule_27_every_test_point_of_the_table_is_as_the_policy_says) {
  for (const auto& territory : real_territories().disputed()) {
    if (territory.key == "mayotte") continue;  // its town lies outside the island as generalised to 1:50 million
    EXPECT_EQ(real_geography().state_at(territory.test_latitude, territory.test_longitude), territory.expected) << territory.key;
  }
}

TEST(Rule27, rule_27_disputed_territories_are_hatched_and_taken_out_of_the_atlas_state) {
  int hatched = 0;
  for (const auto& shape : real_geography().shapes()) {
    if (shape.territory.empty()) {
      EXPECT_FALSE(shape.hatched);
      continue;
    }
    const DisputedTerritory* territory = real_territories().disputed(shape.territory);
    ASSERT_NE(territory, nullptr) << shape.territory;
    EXPECT_EQ(shape.hatched, territory->hatched);
    EXPECT_EQ(shape.state, territory->expected);
    hatched += shape.hatched;
  }
  EXPECT_GE(hatched, 20);
}

TEST(Rule27, rule_27_viewpoint_switch) {
  const DisputedTerritory* crimea = real_territories().disputed("crimea");
  ASSERT_NE(crimea, nullptr);
  EXPECT_EQ(crimea->shown_with({}), id("UKR"));
  EXPECT_EQ(crimea->shown_with(id("RUS")), id("RUS"));
  EXPECT_EQ(crimea->shown_with(id("DEU")), id("UKR"));
}

TEST(Geography, areas_cut_out_are_of_the_right_size) {
  const auto area = [](const char* key) {  // km², on a sphere, good to some per cent
    double sum = 0;
    for (const auto& shape : real_geography().shapes()) {
      if (shape.territory != key) continue;
      for (const auto& ring : shape.rings) {
        double twice = 0;
        for (std::size_t i = 0, j = ring.points.size() - 1; i < ring.points.size(); j = i++) {
          const Point &a = ring.points[j], &b = ring.points[i];
          twice += (b.longitude - a.longitude) * M_PI / 180 * (2 + std::sin(a.latitude * M_PI / 180) + std::sin(b.latitude * M_PI / 180));
        }
        sum += std::abs(twice) / 2 * 6371 * 6371;
      }
    }
    return sum;
  };
  EXPECT_NEAR(area("crimea"), 27000, 1500);
  EXPECT_NEAR(area("golan"), 1300, 400);
  EXPECT_NEAR(area("western_sahara") + area("western_sahara_east"), 266000, 8000);
  EXPECT_NEAR(area("abkhazia"), 8660, 900);
  EXPECT_NEAR(area("south_ossetia"), 3900, 700);
  EXPECT_NEAR(area("arunachal"), 83700, 6000);
  EXPECT_NEAR(area("kashmir_pakistan"), 85800, 9000);
  EXPECT_NEAR(area("kashmir_india"), 101400, 12000);
  EXPECT_NEAR(area("transnistria"), 4160, 1300);
}

}  // namespace
}  // namespace comity::world
