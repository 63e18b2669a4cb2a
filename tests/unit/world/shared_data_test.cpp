// The register held against publishers' lists of states (COMITY_DATA_DIR).
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <set>

#include "comity/base/table.hpp"
#include "unit/world/specimen.hpp"

namespace comity::world {
namespace {

namespace fs = std::filesystem;

#define NEED(file)                                                             \
  if (shared_data().empty()) GTEST_SKIP() << "COMITY_DATA_DIR is not set";     \
  const fs::path file_path = shared_data() / (file);                           \
  if (!fs::exists(file_path)) GTEST_SKIP() << file_path << " is not there";    \
  const Table t = Table::read(file_path)

std::string key(StateId id) { return id ? real_register().state(id).key : std::string("none"); }

Day day_of(std::string_view year, std::string_view month, std::string_view day) {
  return make_day(std::stoi(std::string(year)), static_cast<unsigned>(std::stoi(std::string(month))), static_cast<unsigned>(std::stoi(std::string(day))));
}

// Spells that the publisher counts as one state and law 4 of docs/design.md as several (678: North Yemen, then Yemen, in GW).
const std::set<std::string> split_by_us = {"255", "345", "365", "678", "710"};

TEST(SharedData, every_cow_spell_begins_and_ends_with_a_state) {
  NEED("cow-states/states2016.csv");
  const auto code = t.column("ccode"), name = t.column("statenme");
  for (std::size_t row = 0; row < t.rows(); ++row) {
    const auto at = [&](const char* column) { return t.at(row, t.column(column)); };
    const StateId first = real_register().by_code("cow", t.at(row, code), day_of(at("styear"), at("stmonth"), at("stday")));
    const StateId last = real_register().by_code("cow", t.at(row, code), day_of(at("endyear"), at("endmonth"), at("endday")));
    EXPECT_TRUE(first) << t.at(row, name) << " " << at("styear") << "-" << at("stmonth") << "-" << at("stday");
    EXPECT_TRUE(last) << t.at(row, name) << " " << at("endyear") << "-" << at("endmonth") << "-" << at("endday");
    if (!split_by_us.contains(std::string(t.at(row, code)))) {
      EXPECT_EQ(key(first), key(last)) << t.at(row, name);
    }
  }
  EXPECT_EQ(t.rows(), 243u);
}

TEST(SharedData, every_gw_spell_begins_and_ends_with_a_state) {
  NEED("gw-states/gwstates_states-pkg.csv");
  const auto code = t.column("gwcode"), name = t.column("country_name"), start = t.column("start"), end = t.column("end");
  for (std::size_t row = 0; row < t.rows(); ++row) {
    const StateId first = real_register().by_code("gw", t.at(row, code), parse_day(t.at(row, start)));
    const StateId last = real_register().by_code("gw", t.at(row, code), parse_day(t.at(row, end)));
    EXPECT_TRUE(first) << t.at(row, name) << " " << t.at(row, code) << " " << t.at(row, start);
    EXPECT_TRUE(last) << t.at(row, name) << " " << t.at(row, code) << " " << t.at(row, end);
    if (!split_by_us.contains(std::string(t.at(row, code)))) {
      EXPECT_EQ(key(first), key(last)) << t.at(row, name);
    }
  }
}

TEST(SharedData, every_iso_entity_goes_round) {
  NEED("country-codes/country-codes.csv");
  const auto iso2 = t.column("ISO3166-1-Alpha-2"), iso3 = t.column("ISO3166-1-Alpha-3"), m49 = t.column("M49"), numeric = t.column("ISO3166-1-numeric");
  const Day on = make_day(2020, 1, 1);
  std::size_t entities = 0;
  for (std::size_t row = 0; row < t.rows(); ++row) {
    if (t.at(row, iso3).empty()) continue;
    ++entities;
    const StateId state = real_register().by_code("iso3", t.at(row, iso3), on);
    ASSERT_TRUE(state) << t.at(row, iso3);
    EXPECT_EQ(real_register().by_code("iso2", t.at(row, iso2), on), state) << t.at(row, iso2);
    EXPECT_EQ(real_register().code("iso3", state, on), t.at(row, iso3));
    EXPECT_EQ(real_register().code("iso2", state, on), t.at(row, iso2));
    const auto padded = [](std::string_view number) { return fmt::format("{:0>3}", number); };
    if (!t.at(row, numeric).empty()) {
      EXPECT_EQ(real_register().code("iso3n", state, on), padded(t.at(row, numeric))) << t.at(row, iso3);
    }
    if (!t.at(row, m49).empty()) {
      EXPECT_EQ(real_register().code("m49", state, on), padded(t.at(row, m49))) << t.at(row, iso3);
      EXPECT_EQ(real_register().by_code("m49", padded(t.at(row, m49)), on), state);
    }
  }
  EXPECT_GE(entities, 249u);
}

TEST(SharedData, names_of_country_codes_resolve_to_their_state) {
  NEED("country-codes/country-codes.csv");
  const auto iso3 = t.column("ISO3166-1-Alpha-3"), cldr = t.column("CLDR display name"), official = t.column("official_name_en");
  std::size_t right = 0, tried = 0;
  for (std::size_t row = 0; row < t.rows(); ++row) {
    for (const auto column : {cldr, official}) {
      if (t.at(row, column).empty() || t.at(row, iso3).empty()) continue;
      ++tried;
      const Match match = real_register().by_name(t.at(row, column), make_day(2020, 1, 1));
      if (match.state) {
        EXPECT_EQ(key(match.state), key(real_register().by_code("iso3", t.at(row, iso3), make_day(2020, 1, 1)))) << t.at(row, column);
      }
      right += static_cast<bool>(match.state);
    }
  }
  EXPECT_GE(right, tried * 90 / 100) << "of " << tried;
}

}  // namespace
}  // namespace comity::world
