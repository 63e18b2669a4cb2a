// Counts of visits and what is expected of them, from files to an edition: a made-up traveller's list, links and sizes for all
// states of the register; and, where COMITY_DATA_DIR is set, the publishers' own.
#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "comity/expect/expectations.hpp"
#include "tests/unit/sources/little_mirror.hpp"

namespace comity::sources::test {
namespace {

std::string source_toml(const std::string& id, const std::string& columns, const std::string& indicator) {
  return fmt::format("id = \"{0}\"\nfolder = \"{0}\"\ntitle = \"{0}\"\npublisher = \"Toy office\"\nversion = \"1\"\nas_of = \"2020\"\nlicence = \"CC0\"\nurl = \"https://example.org/\"\nrole = \"facts\"\n"
                     "class = \"scholarly\"\n[[file]]\nname = \"rows\"\npath = \"rows.csv\"\nformat = \"delimited\"\ncolumns = [{1}]\n[[coverage]]\nindicator = \"{2}\"\nyears = [2000, 2020]\n",
                     id, columns, indicator);
}

class ExpectedFigures : public LittleMirror {
 protected:
  void SetUp() override {
    LittleMirror::SetUp();
    states_ = world::Register::load(std::filesystem::path(COMITY_SOURCE_DIR) / "data");
    add("cepii_geodist", "\"a\", \"b\"", "land_border",
        "CREATE VIEW observation AS SELECT i AS indicator, state_by_key(a) AS from_state, state_by_key(b) AS to_state, DATE '2004-01-01' AS period_start, 0 AS period_months, 0 AS value, 'score' AS unit, "
        "'compiler' AS origin, _file, _record, i AS _col, NULL AS _reject, NULL AS _unwanted FROM read_delimited('rows'), (SELECT unnest(['land_border', 'language_official_common', 'colonial_link']) AS i);");
    for (const auto& [id, indicator, unit] : {std::array{"wb_gdp", "gdp", "'money' AS unit, 'USD' AS currency"}, std::array{"wb_population", "population", "'persons' AS unit"}}) {
      add(id, "\"state\", \"value\"", indicator,
          fmt::format("CREATE VIEW observation AS SELECT '{}' AS indicator, state_by_key(state) AS from_state, DATE '2009-01-01' AS period_start, 12 AS period_months, number(value) AS value, {}, "
                      "'compiler' AS origin, _file, _record, 'value' AS _col, NULL AS _reject, NULL AS _unwanted FROM read_delimited('rows');", indicator, unit));
    }
    add("us_leader_travel", "\"host\", \"day\", \"occasion\"", "events:visits",
        "CREATE VIEW event AS SELECT 'visit' AS kind, state_by_key('USA') AS state_a, state_by_key(host) AS state_b, state_by_key('USA') AS actor_state, day AS date_edtf, occasion, "
        "'asserted' AS status, _file, _record, 'day' AS _col, NULL AS _reject, NULL AS _unwanted FROM read_delimited('rows');");
    write_rows();
  }

  void add(const std::string& id, const std::string& columns, const std::string& indicator, const std::string& load) {
    std::filesystem::create_directories(folder_ / "share/sources" / id);
    std::filesystem::create_directories(folder_ / "mirror" / id);
    put("share/sources/" + id + "/source.toml", source_toml(id, columns, indicator));
    put("share/sources/" + id + "/load.sql", load);
  }

  // The richer a state the oftener it is visited; Kazakhstan never, and Kenya only for a meeting of many states.
  void write_rows() {
    std::string links = "a,b\n", gdp = "state,value\n", people = gdp, visits = "host,day,occasion\n";
    int i = 0;
    for (const world::State& state : states_->states()) {
      if (state.kind != "state" || state.key == "USA") continue;
      links += (state.id < states_->by_key("USA") ? state.key + ",USA\n" : "USA," + state.key + "\n");
      const bool unvisited = state.key == "KAZ" || state.key == "KEN";
      const double size = unvisited ? 12 : 8 + 5 * double((i++ * 37) % 101) / 101;
      gdp += fmt::format("{},{:.0f}\n", state.key, std::pow(10, size));
      people += fmt::format("{},{:.0f}\n", state.key, std::pow(10, size - 4));
      const int count = unvisited ? 0 : int(std::exp(0.9 * (size - 9)));
      for (int v = 0; v < count; ++v) visits += fmt::format("{},{}-03-{:02},bilateral\n", state.key, 2000 + v % 20, 1 + v / 20);
      visits += fmt::format("{},1999-05-05,bilateral\n", state.key);
    }
    visits += "KEN,2004-05-05,multilateral meeting\n";
    put("mirror/cepii_geodist/rows.csv", links), put("mirror/wb_gdp/rows.csv", gdp), put("mirror/wb_population/rows.csv", people), put("mirror/us_leader_travel/rows.csv", visits);
  }

  std::string figure(const std::string& key, const std::string& what, const std::string& host) {
    return ask(fmt::format("SELECT {} FROM observation o JOIN indicator i ON i.id = o.indicator JOIN state a ON a.id = o.from_state JOIN state b ON b.id = o.to_state WHERE i.key = '{}' AND a.key = 'USA' AND b.key = '{}'",
                           what, key, host));
  }

  std::shared_ptr<const world::Register> states_;
};

TEST_F(ExpectedFigures, VisitsAreCountedWithinTheSpanAndAZeroOfAWholeListIsTrue) {
  build();
  EXPECT_EQ(figure("leader_visits", "value || ' ' || absence || ' ' || period_months", "KAZ"), "0.0 true_zero 240");
  EXPECT_EQ(figure("leader_visits", "value || ' ' || absence", "KEN"), "0.0 true_zero");  // a meeting of many is no visit
  EXPECT_EQ(figure("leader_visits", "count(*)", "MNE"), "0");
  EXPECT_EQ(ask("SELECT count(*) FROM observation o JOIN indicator i ON i.id = o.indicator WHERE i.key = 'career_posts'"), "0");
  EXPECT_EQ(ask("SELECT count(*) = (SELECT sum(value) FROM observation o JOIN indicator i ON i.id = o.indicator WHERE i.key = 'leader_visits') FROM derivation WHERE method = 'counted'"), "true");
}

TEST_F(ExpectedFigures, AStateNeverVisitedIsExpectedToBe) {
  build();
  EXPECT_EQ(figure("leader_visits_expected", "count(*) || ' ' || any_value(origin)", "KAZ"), "10 modelled");
  EXPECT_EQ(figure("leader_visits_expected", "max(value) FILTER (variant = 'expected') > 1 AND max(value) FILTER (variant = 'low') > 0", "KAZ"), "true");
  EXPECT_THAT(figure("leader_visits_expected", "any_value(note)", "KAZ"), ::testing::HasSubstr("gravity model over the partners of one state, this one left out; learned from 1"));
}

TEST_F(ExpectedFigures, WithoutTheTravellersListNothingIsCounted) {
  std::filesystem::remove_all(folder_ / "share/sources/us_leader_travel");
  build();
  EXPECT_EQ(ask("SELECT count(*) FROM observation o JOIN indicator i ON i.id = o.indicator WHERE i.key LIKE 'leader_visits%'"), "0");
}

// Real figures: what is known of these pairs whatever the model's details.
TEST_F(ExpectedFigures, RealMigrantsVisitsPostsAndInvestment) {
  const char* data = std::getenv("COMITY_DATA_DIR");
  if (!data) GTEST_SKIP() << "COMITY_DATA_DIR is not set";
  BuildOptions options;
  options.places = {COMITY_SOURCE_DIR, COMITY_PARTS, data};
  options.states = states_;
  options.output = edition();
  options.cache = folder_ / "cache";
  options.overwrite = true;
  options.only = {"cepii_geodist", "desta_02_02", "undesa_migrant_stock", "imf_cdis", "us_leader_travel", "ceias_chinese_leader_travel", "aa_missions_2016", "wb_gdp", "wb_population"};
  Progress silent;
  build_edition(options, silent);
  const auto ratio = [&](const std::string& indicator, const std::string& from, const std::string& to, int year, const std::string& variant, const std::string& against) {
    return std::stod(ask(fmt::format("SELECT coalesce(max(a.value / e.value), -1) FROM observation a JOIN observation e ON e.pair = a.pair AND e.from_state = a.from_state AND e.period_start = a.period_start AND e.source = a.source "
                                     "AND e.variant = '{5}' JOIN indicator i ON i.id = a.indicator AND i.key = '{0}' JOIN indicator x ON x.id = e.indicator AND x.key = '{0}_expected' JOIN state f ON f.id = a.from_state JOIN "
                                     "state t ON t.id = a.to_state WHERE f.key = '{1}' AND t.key = '{2}' AND year(a.period_start) = {3} AND coalesce(a.variant, '') = '{4}'",
                                     indicator, from, to, year, variant, against)));
  };
  EXPECT_GT(ratio("migrant_stock_born", "KAZ", "DEU", 2020, "rev2020", "high"), 1);  // the resettlers
  // A token position has an expectation beside it and taught none.
  EXPECT_LT(ratio("fdi_outward_stock", "KAZ", "POL", 2022, "", "low"), 0.1);
  const auto number = [&](const std::string& sql) { return std::stod(ask(sql)); };
  EXPECT_LE(number("SELECT max(regexp_extract(note, 'from ([0-9]+) figures', 1)::INTEGER) FROM observation o JOIN indicator i ON i.id = o.indicator WHERE i.key = 'fdi_outward_stock_expected' AND year(period_start) = 2022"),
            number("SELECT count(*) FROM observation o JOIN indicator i ON i.id = o.indicator WHERE i.key = 'fdi_outward_stock' AND year(period_start) = 2022 AND product = 'total' AND value >= 500000"));
  EXPECT_GT(ratio("leader_visits", "USA", "ISR", 2000, "", "expected"), 5);
  EXPECT_EQ(ratio("leader_visits", "USA", "VEN", 2000, "", "expected"), 0);
  EXPECT_EQ(ratio("leader_visits", "CHN", "NOR", 2000, "", "expected"), 0);
  EXPECT_GT(ratio("career_posts", "DEU", "POL", 2016, "", "high"), 1);
  // A revision that is not modelled, imputed hosts and negative positions have no place in it.
  EXPECT_EQ(ask("SELECT count(*) FROM observation o JOIN indicator i ON i.id = o.indicator WHERE i.key = 'migrant_stock_mixed_expected' OR (i.key = 'migrant_stock_born_expected' AND year(period_start) = 2019)"), "0");
  // Most of what is reported and compared (no token positions) lies within what its own books' model says, in every kind.
  for (const std::string indicator : {"migrant_stock_born", "migrant_stock_citizen", "fdi_outward_stock", "leader_visits", "career_posts"}) {
    const double within = std::stod(ask(fmt::format("SELECT avg((a.value BETWEEN l.value AND h.value)::INTEGER) FROM derivation d JOIN observation e ON e.key = d.key JOIN observation a ON a.key = d.from_key JOIN observation l ON "
                                                    "l.pair = e.pair AND l.indicator = e.indicator AND l.from_state = e.from_state AND l.period_start = e.period_start AND l.variant = 'low' AND l.source = e.source JOIN observation h ON "
                                                    "h.pair = e.pair AND h.indicator = e.indicator AND h.from_state = e.from_state AND h.period_start = e.period_start AND h.variant = 'high' AND h.source = e.source JOIN indicator i "
                                                    "ON i.id = e.indicator WHERE i.key = '{}_expected' AND e.variant = 'expected' AND a.value >= {} AND a.absence IN ('value', 'true_zero')",
                                                    indicator, indicator == "fdi_outward_stock" ? 500'000 : 0)));
    EXPECT_NEAR(within, 0.8, 0.08) << indicator;
  }
}

}  // namespace
}  // namespace comity::sources::test
