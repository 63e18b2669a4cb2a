// What the register must know of every state: codes of each scheme, a capital with its place and time, regions, days,
// lineage of what ended, the day of admission to the United Nations. Gaps stand here by name, with the reason.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "comity/base/table.hpp"
#include "unit/world/specimen.hpp"

namespace comity::world {
namespace {

using Names = std::set<std::string>;
const Day today = make_day(2025, 1, 1);
// States that are no members of the United Nations and that scholars and the World Bank do not count.
const Names uncounted = {"COK", "NIU", "VAT"};

// Keys of the states of a kind.
std::vector<const State*> of_kind(std::string_view kind) {
  std::vector<const State*> out;
  for (const State& state : real_register().states()) {
    if (state.kind == kind) out.push_back(&state);
  }
  return out;
}

TEST(RegisterIsComplete, every_state_has_a_code_of_every_scheme) {
  EXPECT_EQ(of_kind("state").size(), 196u);  // 193 members of the United Nations, the Holy See, the Cook Islands, Niue
  const std::map<std::string, Names> without = {
      {"iso2", {}}, {"iso3", {}}, {"iso3n", {}}, {"m49", {}}, {"comtrade", {}}, {"gec", {}}, {"unhcr", {}}, {"wikidata", {}}, {"eurostat", {}},
      // Three states that the lists of scholars and the World Bank do not count, two without an Olympic committee.
      {"cow", {"COK", "NIU", "VAT"}}, {"gw", {"COK", "NIU", "VAT"}}, {"wb", {"COK", "NIU", "VAT"}}, {"ioc", {"NIU", "VAT"}},
      // The Fund's statistics have no code of their own for these.
      {"imf", {"AND", "LIE", "MCO", "NIU", "PRK", "TUV", "VAT"}}};
  for (const auto& [scheme, expected] : without) {
    Names found;
    for (const State* state : of_kind("state")) {
      if (real_register().code(scheme, state->id, today).empty()) found.insert(state->key);
    }
    EXPECT_EQ(found, expected) << scheme;
  }
}

TEST(RegisterIsComplete, every_code_of_a_state_leads_back_to_it) {
  for (const State& state : real_register().states()) {
    for (const auto& scheme : real_register().code_schemes()) {
      const auto code = real_register().code(scheme, state.id, today);
      if (!code.empty()) {
        EXPECT_EQ(real_register().by_code(scheme, code, today), state.id) << state.key << " " << scheme << " " << code;
      }
    }
  }
}

TEST(RegisterIsComplete, every_state_has_a_capital_with_place_and_time) {
  for (const State* state : of_kind("state")) {
    const Capital* capital = real_register().capital(state->id, today);
    ASSERT_NE(capital, nullptr) << state->key;
    EXPECT_FALSE(capital->timezone.empty()) << state->key;
    EXPECT_TRUE(hours_apart("UTC", capital->timezone)) << capital->timezone;
    EXPECT_TRUE(std::abs(capital->latitude) <= 90 && std::abs(capital->longitude) <= 180 && (capital->latitude != 0 || capital->longitude != 0)) << state->key;
  }
}

TEST(RegisterIsComplete, capitals_that_moved_have_their_days) {
  const std::pair<const char*, std::vector<std::string>> moved[] = {
      {"DEU", {"Bonn", "Berlin"}}, {"KAZ", {"Almaty", "Astana"}}, {"MMR", {"Yangon", "Nay Pyi Taw"}}, {"NGA", {"Lagos", "Abuja"}}, {"BRA", {"Rio de Janeiro", "Brasília"}},
      {"PAK", {"Karachi", "Islamabad"}}};
  for (const auto& [key, cities] : moved) {
    std::vector<std::string> found;
    std::optional<Day> ended;
    for (const Capital& capital : real_register().capitals()) {
      if (real_register().state(capital.state).key != key || capital.role != "capital") continue;
      if (found.empty() || found.back() != capital.city) found.push_back(capital.city);
      if (ended) {
        EXPECT_EQ(capital.span.from, *ended + std::chrono::days{1}) << key << ": one capital follows another without a gap";
      }
      ended = capital.span.to;
    }
    for (const auto& city : cities) EXPECT_TRUE(std::ranges::find(found, city) != found.end()) << key << " " << city;
    EXPECT_EQ(found.back(), cities.back()) << key;
  }
}

TEST(RegisterIsComplete, every_state_lies_in_regions) {
  for (const State* state : of_kind("state")) {
    Names schemes;
    for (const Region* region : real_register().regions_of(state->id, today)) schemes.insert(region->scheme);
    EXPECT_TRUE(schemes.contains("m49")) << state->key;
    EXPECT_TRUE(schemes.contains("worldbank") || uncounted.contains(state->key)) << state->key;
  }
}

TEST(RegisterIsComplete, every_state_has_its_days_and_what_ended_its_lineage) {
  Names in_lineage;
  for (const Lineage& row : real_register().lineage()) {
    in_lineage.insert(real_register().state(row.predecessor).key);
    in_lineage.insert(real_register().state(row.successor).key);
  }
  for (const State& state : real_register().states()) {
    EXPECT_FALSE(state.spans.empty()) << state.key;
    if (state.kind != "former" && state.kind != "historical") continue;
    EXPECT_FALSE(state.is_current()) << state.key;
    // The neutral zone between Iraq and Saudi Arabia was divided; it never was a state.
    EXPECT_TRUE(in_lineage.contains(state.key) || state.key == "NTZ") << state.key;
  }
}

TEST(RegisterIsComplete, every_member_of_the_United_Nations_has_its_day_of_admission) {
  const Table t = Table::read(std::filesystem::path(COMITY_SOURCE_DIR) / "data/memberships.csv");
  std::map<std::string, std::string> admitted;
  for (std::size_t row = 0; row < t.rows(); ++row) {
    if (t.at(row, t.column("organization")) == "UN" && t.at(row, t.column("kind")) != "observer") admitted.emplace(t.at(row, t.column("state")), t.at(row, t.column("day_from")));
  }
  for (const State* state : of_kind("state")) {
    const bool expected = !uncounted.contains(state->key);
    EXPECT_EQ(admitted.contains(state->key), expected) << state->key;
    if (expected) {
      EXPECT_TRUE(try_parse_day(admitted[state->key])) << state->key << " " << admitted[state->key];
    }
  }
  EXPECT_EQ(admitted["KAZ"], "1992-03-02");
  EXPECT_EQ(admitted["DEU"], "1973-09-18");
  EXPECT_EQ(admitted["DDR"], "1973-09-18");
}

TEST(RegisterIsComplete, land_neighbours_are_mutual) {
  for (const Pair& pair : real_geography().border_pairs()) {
    EXPECT_TRUE(real_geography().borders(pair.low, pair.high) && real_geography().borders(pair.high, pair.low));
  }
  const auto id = [](const char* key) { return real_register().by_key(key); };
  EXPECT_FALSE(real_geography().borders(id("IND"), id("LKA"))) << "a chain of shoals is no land border";
  EXPECT_EQ(real_geography().neighbours(id("KAZ")).size(), 5u);
  EXPECT_EQ(real_geography().neighbours(id("DEU")).size(), 9u);
  EXPECT_TRUE(real_geography().neighbours(id("ISL")).empty());
}

}  // namespace
}  // namespace comity::world
