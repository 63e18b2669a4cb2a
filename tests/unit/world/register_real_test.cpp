// The project's own register: the decisions of docs/design.md, law 4, to the day.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "comity/base/error.hpp"
#include "unit/world/specimen.hpp"

namespace comity::world {
namespace {

using testing::HasSubstr;

Day day(const char* text) { return parse_day(text); }
std::string key(StateId id) { return id ? real_register().state(id).key : std::string("none"); }
std::string by_code(const char* scheme, const char* code, const char* on) { return key(real_register().by_code(scheme, code, day(on))); }
std::string understood(const char* text) { return key(real_register().understand(text)); }

TEST(RealRegister, has_every_state_once) {
  std::set<std::string> keys;
  for (const auto& state : real_register().states()) {
    EXPECT_TRUE(keys.insert(state.key).second) << state.key;
    EXPECT_FALSE(state.name.empty()) << state.key;
    EXPECT_EQ(real_register().by_key(state.key), state.id);
  }
  EXPECT_GE(keys.size(), 300u);
  for (const char* expected : {"DEU", "DDR", "DEU_1871", "SUN", "RUS", "YUG", "SRB", "CSK", "YAR", "YMD", "YEM", "VNR", "VNM", "TWN", "CHN", "PSE", "ESH", "XKX"})
    EXPECT_TRUE(keys.contains(expected)) << expected;
}

TEST(RealRegister, Germany_is_260_then_255_in_cow_and_always_260_in_gw) {
  EXPECT_EQ(by_code("cow", "260", "1990-10-02"), "DEU");
  EXPECT_EQ(by_code("cow", "255", "1990-10-03"), "DEU");
  EXPECT_EQ(by_code("cow", "255", "1990-10-02"), "none");
  EXPECT_EQ(by_code("cow", "260", "1990-10-03"), "none");
  EXPECT_EQ(by_code("cow", "255", "1945-05-08"), "DEU_1871");
  EXPECT_EQ(by_code("cow", "265", "1990-10-02"), "DDR");
  EXPECT_EQ(by_code("gw", "260", "1960-01-01"), "DEU");
  EXPECT_EQ(by_code("gw", "260", "2020-01-01"), "DEU");
  EXPECT_EQ(real_register().code("cow", real_register().by_key("DEU"), day("1990-10-02")), "260");
  EXPECT_EQ(real_register().code("cow", real_register().by_key("DEU")), "255");
}

TEST(RealRegister, cow_345_splits_by_day) {
  EXPECT_EQ(by_code("cow", "345", "1918-11-30"), "SRB_1878");
  EXPECT_EQ(by_code("cow", "345", "1918-12-01"), "YUG");
  EXPECT_EQ(by_code("cow", "345", "2006-06-05"), "YUG");
  EXPECT_EQ(by_code("cow", "345", "2006-06-06"), "SRB");
  EXPECT_EQ(key(real_register().by_code_in_year("cow", "345", 2006)), "SRB") << "209 of its 365 days";
  EXPECT_EQ(key(real_register().by_code_in_year("cow", "345", 2005)), "YUG");
}

TEST(RealRegister, Russia_is_not_the_Soviet_Union) {
  EXPECT_EQ(by_code("cow", "365", "1991-12-25"), "SUN");
  EXPECT_EQ(by_code("cow", "365", "1991-12-26"), "RUS");
  EXPECT_EQ(key(real_register().by_code_in_year("cow", "365", 1991)), "SUN");
}

TEST(RealRegister, China_is_the_republic_to_1949) {
  EXPECT_EQ(by_code("cow", "710", "1949-09-30"), "TWN");
  EXPECT_EQ(by_code("cow", "710", "1949-10-01"), "CHN");
  EXPECT_EQ(key(real_register().by_name("China", day("1930-01-01")).state), "TWN");
  EXPECT_EQ(key(real_register().by_name("China", day("2000-01-01")).state), "CHN");
}

TEST(RealRegister, SER_is_not_Yugoslavia) {
  for (const char* scheme : {"iso3", "cow_alpha", "gw_alpha", "wb"}) EXPECT_NE(by_code(scheme, "SER", "1990-01-01"), "YUG") << scheme;
  EXPECT_EQ(by_code("iso3", "YUG", "1990-01-01"), "YUG");
  EXPECT_EQ(by_code("iso3", "SCG", "2004-01-01"), "YUG");
  EXPECT_EQ(by_code("iso3", "SRB", "2010-01-01"), "SRB");
}

TEST(RealRegister, Namibia_NA_is_a_code_and_not_a_gap) {
  EXPECT_EQ(by_code("iso2", "NA", "2000-01-01"), "NAM");
  EXPECT_EQ(by_code("iso2", "na", "2000-01-01"), "NAM");
  EXPECT_EQ(real_register().code("iso2", real_register().by_key("NAM")), "NA");
  EXPECT_EQ(understood("NA"), "NAM");
}

TEST(RealRegister, iso_codes_change_hands) {
  EXPECT_EQ(by_code("iso2", "CS", "1990-01-01"), "CSK");
  EXPECT_EQ(by_code("iso2", "CS", "2004-01-01"), "YUG");
  EXPECT_EQ(by_code("iso2", "CS", "2000-01-01"), "none");
  EXPECT_EQ(by_code("iso3", "DEU", "1949-05-22"), "none");
}

TEST(RealRegister, same_states_stay_the_same) {
  EXPECT_EQ(by_code("cow", "625", "2011-07-08"), "SDN");
  EXPECT_EQ(by_code("cow", "625", "2011-07-10"), "SDN");
  EXPECT_EQ(by_code("cow", "770", "1965-01-01"), by_code("cow", "770", "2000-01-01"));
  EXPECT_EQ(by_code("cow", "530", "1970-01-01"), by_code("cow", "530", "2000-01-01"));
  EXPECT_EQ(by_code("cow", "817", "1966-10-26"), "VNR");
  EXPECT_EQ(by_code("cow", "678", "1990-05-21"), "YAR");
  EXPECT_EQ(by_code("cow", "679", "1990-05-22"), "YEM");
}

TEST(RealRegister, states_live_for_days) {
  const Register& states = real_register();
  const State& ddr = states.state(states.by_key("DDR"));
  EXPECT_FALSE(ddr.exists_on(day("1949-10-06")));
  EXPECT_TRUE(ddr.exists_on(day("1949-10-07")));
  EXPECT_TRUE(ddr.exists_on(day("1990-10-02")));
  EXPECT_FALSE(ddr.exists_on(day("1990-10-03")));
  EXPECT_FALSE(ddr.is_current());
  EXPECT_TRUE(states.state(states.by_key("KAZ")).is_current());
  EXPECT_FALSE(states.state(states.by_key("KAZ")).exists_on(day("1990-01-01")));
}

TEST(RealRegister, capitals_to_the_day) {
  const Register& states = real_register();
  const auto city = [&](const char* state, const char* on) {
    const Capital* found = states.capital(states.by_key(state), day(on));
    return found ? found->city : std::string("none");
  };
  EXPECT_EQ(city("DEU", "1990-10-02"), "Bonn");
  EXPECT_EQ(city("DEU", "1990-10-03"), "Berlin");
  EXPECT_EQ(city("KAZ", "1997-12-09"), "Almaty");
  EXPECT_EQ(city("KAZ", "1997-12-10"), "Astana");
  EXPECT_EQ(city("KAZ", "1990-01-01"), "none");
  EXPECT_EQ(states.city_of("Nur-Sultan"), "Astana");
  EXPECT_EQ(states.city_of("Esil District"), "Astana");
  EXPECT_EQ(states.city_of("Nowhere at all"), "Nowhere at all");
  for (const auto& capital : states.capitals()) {
    if (!capital.timezone.empty()) {
      EXPECT_TRUE(hours_apart("UTC", capital.timezone)) << capital.city << " " << capital.timezone;
    }
  }
}

TEST(RealRegister, understands_what_people_type) {
  EXPECT_EQ(understood("KAZ"), "KAZ");
  EXPECT_EQ(understood("KZ"), "KAZ");
  EXPECT_EQ(understood("kaz"), "KAZ");
  EXPECT_EQ(understood("Q232"), "KAZ");
  EXPECT_EQ(understood("  Kazakhstan "), "KAZ");
  EXPECT_EQ(understood("Germany"), "DEU");
  EXPECT_EQ(understood("West Germany"), "DEU");
  EXPECT_EQ(understood("East Germany"), "DDR");
  EXPECT_EQ(understood("Soviet Union"), "SUN");
  EXPECT_EQ(understood("China"), "CHN");
  EXPECT_EQ(understood("Korea, Republic of"), "KOR");
  EXPECT_EQ(understood("Iran (Islamic Republic of)"), "IRN");
  EXPECT_EQ(understood("DEU_1871"), "DEU_1871");
  EXPECT_EQ(understood("Türkiye"), "TUR");
  EXPECT_EQ(understood("côte d’ivoire"), "CIV");
}

TEST(RealRegister, names_the_candidates_of_an_ambiguous_name) {
  for (const char* name : {"Congo", "Korea"}) {
    try {
      real_register().understand(name);
      FAIL() << name;
    } catch (const NotFound& error) {
      EXPECT_THAT(error.what(), HasSubstr(" or "));
      EXPECT_THAT(error.what(), HasSubstr(name == std::string("Congo") ? "COD" : "PRK"));
    }
  }
}

TEST(RealRegister, names_three_near_ones_for_an_unknown_name) {
  const auto first = [](const char* text) { return real_register().nearest_names(text, 3).at(0); };
  EXPECT_EQ(first("Kazakstann"), "Kazakhstan");
  EXPECT_EQ(first("Untied States"), "United States");
  EXPECT_EQ(first("Unted Kingdom"), "United Kingdom");
  EXPECT_EQ(first("Nigeira"), "Nigeria");
  EXPECT_EQ(first("South Koria"), "South Korea");
  EXPECT_EQ(first("Kazakh"), "Kazakhstan");
  EXPECT_EQ(real_register().nearest_names("zzz", 3).size(), 3u);
  try {
    real_register().understand("Untied States");
    FAIL();
  } catch (const NotFound& error) {
    EXPECT_THAT(error.what(), HasSubstr("'Untied States'"));
    EXPECT_THAT(error.hint(), HasSubstr("United States"));
  }
  EXPECT_THROW(real_register().understand(""), UsageError);
  EXPECT_THROW(real_register().understand("   "), UsageError);
  EXPECT_THROW(real_register().understand("World"), NotFound);
}

TEST(RealRegister, knows_what_is_no_state) {
  EXPECT_FALSE(real_register().non_state_kind("World").empty());
  EXPECT_TRUE(real_register().non_state_kind("Kazakhstan").empty());
  EXPECT_EQ(real_register().by_name("World", day("2000-01-01")).how, "non-state");
}

TEST(RealRegister, Central_Asia_is_five_states) {
  const Region* region = real_register().region("central_asia");
  ASSERT_NE(region, nullptr);
  EXPECT_EQ(real_register().region_by_name("central asia"), region);
  EXPECT_EQ(real_register().region_by_name("Kazakhstan"), nullptr);
  std::set<std::string> members;
  for (const auto& [state, span] : region->members) members.insert(key(state));
  EXPECT_EQ(members, (std::set<std::string>{"KAZ", "KGZ", "TJK", "TKM", "UZB"}));
  const auto regions = real_register().regions_of(real_register().by_key("KAZ"), day("2020-01-01"));
  ASSERT_GE(regions.size(), 2u);
  EXPECT_LE(regions.front()->members.size(), regions.back()->members.size());
}

TEST(RealRegister, lineage_names_states_that_are_there) {
  EXPECT_FALSE(real_register().lineage().empty());
  bool ddr_to_germany = false;
  for (const auto& row : real_register().lineage()) ddr_to_germany |= key(row.predecessor) == "DDR" && key(row.successor) == "DEU";
  EXPECT_TRUE(ddr_to_germany);
}

TEST(Distances, rule_28_follow_the_ellipsoid_and_standard_time) {
  EXPECT_NEAR(distance_km(52.5238, 13.3996, 51.1694, 71.4491), 3900, 60);   // Berlin to Astana
  EXPECT_NEAR(distance_km(0, 0, 0, 1), 111.319, 0.001);                     // a degree of the equator
  EXPECT_NEAR(distance_km(0, 0, 1, 0), 110.574, 0.001);                     // a degree of a meridian there
  EXPECT_EQ(distance_km(10, 20, 10, 20), 0);
  EXPECT_EQ(hours_apart("Europe/Berlin", "Asia/Tashkent"), 4);
  EXPECT_EQ(hours_apart("Asia/Kolkata", "UTC"), -5.5);
  EXPECT_EQ(hours_apart("Africa/Casablanca", "Europe/Paris"), 0) << "Morocco's legal time since 2018, outside Ramadan";
  EXPECT_EQ(hours_apart("Europe/Berlin", "Mars/Olympus"), std::nullopt);
}

}  // namespace
}  // namespace comity::world
