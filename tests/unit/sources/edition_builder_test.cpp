#include <gmock/gmock.h>
#include <unistd.h>

#include <chrono>

#include "comity/base/error.hpp"
#include "comity/store/edition.hpp"
#include "tests/unit/sources/little_mirror.hpp"

namespace comity::sources::test {
namespace {

using ::testing::HasSubstr;

const char* const of_the_year = "SELECT value FROM observation o JOIN indicator i ON i.id = o.indicator WHERE i.key = 'goods_exports' AND period_months = 12";

// Samples and data for estimation are read and counted; no year is summed from their months, nothing ranked.
TEST_F(LittleMirror, Rule10NothingIsDerivedFromFixturesAndEstimationData) {
  for (const std::string role : {"fixture", "estimation"}) {
    std::string declared = toml;
    declared.replace(declared.find("role = \"facts\""), 14, "role = \"" + role + "\"");
    put("share/sources/toy_trade/source.toml", declared);
    build();
    EXPECT_EQ(ask("SELECT role FROM source WHERE key = 'toy_trade'"), role);
    EXPECT_EQ(ask("SELECT records_read || ' ' || used || ' ' || rejected || ' ' || unwanted || ' ' || facts FROM ledger"), "12 12 0 0 12");
    EXPECT_EQ(ask("SELECT (SELECT count(*) FROM observation) || ' ' || (SELECT count(*) FROM derivation) || ' ' || (SELECT count(*) FROM standing)"), "12 0 0");
  }
}

TEST_F(LittleMirror, TwelveMonthsAreAYear) {
  build();
  EXPECT_EQ(ask("SELECT count(*) FROM observation WHERE period_months = 1"), "12");
  EXPECT_EQ(ask(of_the_year), "78000000.0");
  EXPECT_EQ(ask("SELECT origin FROM observation WHERE period_months = 12"), "derived");
  EXPECT_EQ(ask("SELECT count(*) FROM derivation"), "12");
}

TEST_F(LittleMirror, Rule19ElevenMonthsAreNoYear) {
  put("mirror/toy-trade/flows.csv", year_of_months(11));
  build();
  EXPECT_EQ(ask("SELECT count(*) FROM observation WHERE period_months = 12"), "0");
}

TEST_F(LittleMirror, EveryRecordIsUsedRejectedOrUnwanted) {
  put("mirror/toy-trade/flows.csv", year_of_months() + "Germany,Atlantis,2001-01,5\nGermany,World,2001-01,7\nGermany,Kazakhstan,2002-01,n/a\n");
  build();
  EXPECT_EQ(ask("SELECT records_read || ' ' || used || ' ' || rejected || ' ' || unwanted || ' ' || facts FROM ledger"), "15 12 2 1 12");
  EXPECT_EQ(ask("SELECT line || ': ' || reason || ' | ' || raw FROM reject ORDER BY record LIMIT 1"), "14: unknown state: Atlantis | Germany,Atlantis,2001-01,5");
  EXPECT_EQ(ask("SELECT reason FROM unwanted"), "not a state: aggregate");
}

TEST_F(LittleMirror, ALostRecordStopsTheBuild) {
  std::string losing = sql;
  losing.replace(losing.rfind("read_delimited('flows'))"), 24, "read_delimited('flows') WHERE importer <> 'France')");
  put("share/sources/toy_trade/load.sql", losing);
  put("mirror/toy-trade/flows.csv", year_of_months() + "Germany,France,2001-01,5\n");
  EXPECT_THAT(what_build_says(), HasSubstr("13 records read, but 12 used + 0 rejected + 0 unwanted"));
  EXPECT_FALSE(std::filesystem::exists(edition()));
}

TEST_F(LittleMirror, TheSameFactTwiceCountsOnce) {
  put("mirror/toy-trade/flows.csv", year_of_months() + "Germany,Kazakhstan,2001-03,3000000\nGermany,Kazakhstan,2001-04,9\n");
  build();
  EXPECT_EQ(ask("SELECT used || ' ' || rejected || ' ' || unwanted FROM ledger"), "12 1 1");
  EXPECT_EQ(ask(of_the_year), "78000000.0");
  EXPECT_EQ(ask("SELECT reason FROM reject"), "another value for what an earlier record gives");
}

TEST_F(LittleMirror, NothingChangedNothingDone) {
  const auto first = build();
  const auto second = build();
  EXPECT_TRUE(second.unchanged);
  EXPECT_EQ(second.edition, first.edition);
  EXPECT_TRUE(second.sources.at(0).was_cached);
}

TEST_F(LittleMirror, Law7TheSameInputsGiveTheSameFacts) {
  const std::string first = build().edition;
  std::filesystem::remove_all(folder_ / "cache");
  std::filesystem::remove(edition());
  EXPECT_EQ(build().edition, first);
}

// What a dossier is made of: a source that only serves to check (reference), to estimate, or to show a format (rule 10) is in
// the edition, and in no pair's facts.
TEST_F(LittleMirror, Rule10OnlyFactsReachAPair) {
  const auto states = world::Register::load(std::filesystem::path(COMITY_SOURCE_DIR) / "data");
  const auto seen = [&](const std::string& role) {
    std::string declared = toml;
    declared.replace(declared.find("\"facts\""), 7, "\"" + role + "\"");
    put("share/sources/toy_trade/source.toml", declared);
    build();
    // Twelve months, and the year's sum where something may be derived from them.
    EXPECT_EQ(ask("SELECT count(*) FROM observation"), role == "facts" || role == "reference" ? "13" : "12") << role;
    const store::Edition opened(edition(), states);
    store::Session session(opened);
    const std::size_t alone = session.pair_facts(states->by_key("DEU"), states->by_key("KAZ")).observations.size();
    std::size_t pairs = 0, together = 0;
    opened.for_each_pair(1, [&](std::size_t, const facts::PairFacts& facts) {
      ++pairs;
      together += facts.observations.size();
    });
    EXPECT_EQ(opened.pair_count(), pairs) << role;
    EXPECT_EQ(alone, together) << role;
    return alone;
  };
  EXPECT_EQ(seen("facts"), 13u);
  for (const char* role : {"reference", "estimation", "fixture"}) EXPECT_EQ(seen(role), 0u) << role;
}

TEST_F(LittleMirror, AFailedBuildLeavesTheEditionThatWasThere) {
  const std::string good = build().edition;
  put("mirror/toy-trade/flows.csv", "exporter,importer,month\nGermany,Kazakhstan,2001-01\n");
  const std::string said = what_build_says();
  EXPECT_THAT(said, HasSubstr("flows.csv"));
  EXPECT_THAT(said, HasSubstr("value"));
  EXPECT_EQ(ask("SELECT value FROM edition WHERE name = 'hash'"), good);
  EXPECT_FALSE(std::filesystem::exists(edition().string() + ".wal"));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) EXPECT_NE(entry.path().extension(), ".part") << entry.path();
}

// Parts of builds that were killed go with a later build; those of a process that runs, or that were written to lately, stay.
TEST_F(LittleMirror, WhatKilledBuildsLeftGoes) {
  const std::string dead = "999999999", living = std::to_string(::getppid());
  const std::vector<std::string> old = {"edition.duckdb." + dead + ".part", "edition.duckdb." + dead + ".part.wal", "edition.duckdb.pairs." + dead + ".part",
                                        "edition.duckdb." + dead + ".changes.part", "cache/toy_trade-0123456789abcdef.duckdb." + dead + ".part"};
  const std::vector<std::string> kept = {"edition.duckdb." + living + ".part.kept", "edition.duckdb.pairs." + living + ".part", "other.duckdb." + dead + ".part",
                                         "edition.duckdb.notes.part", "edition.duckdb.5x.part"};
  const std::string fresh = "edition.duckdb.pairs.999999998.part";
  std::filesystem::create_directories(folder_ / "cache");
  for (const auto& names : {old, kept, {fresh}}) {
    for (const std::string& name : names) put(name, "half");
  }
  const auto long_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours(2);
  for (const auto& names : {old, kept}) {
    for (const std::string& name : names) std::filesystem::last_write_time(folder_ / name, long_ago);
  }
  build();
  for (const std::string& name : old) EXPECT_FALSE(std::filesystem::exists(folder_ / name)) << name;
  for (const std::string& name : kept) EXPECT_TRUE(std::filesystem::exists(folder_ / name)) << name;
  EXPECT_TRUE(std::filesystem::exists(folder_ / fresh));
}

TEST_F(LittleMirror, WithoutOverwriteAnEditionStays) {
  build();
  put("mirror/toy-trade/flows.csv", year_of_months(6));
  EXPECT_THROW(build(false), UsageError);
  EXPECT_EQ(ask("SELECT count(*) FROM observation WHERE period_months = 1"), "12");
}

TEST_F(LittleMirror, TroubleIsNamed) {
  put("share/sources/toy_trade/source.toml", std::string(toml) + "\n[[file]]\nname = \"other\"\npath = \"other.csv\"\nformat = \"delimited\"\n");
  EXPECT_THAT(what_build_says(), HasSubstr("there is no file toy-trade/other.csv"));
  put("mirror/toy-trade/other.csv", "a\n1\n");
  EXPECT_THAT(what_build_says(), HasSubstr("never reads 'other'"));
  put("share/sources/toy_trade/source.toml", "id = \"toy_trade\"\ncolour = \"red\"\n" + std::string(toml).substr(17));
  EXPECT_THAT(what_build_says(), HasSubstr("unknown key 'colour'"));
  put("share/sources/toy_trade/source.toml", toml);
  put("share/sources/toy_trade/load.sql", "CREATE VIEW observation AS SELECT 1 AS colour, _file, _record FROM read_delimited('flows');");
  EXPECT_THAT(what_build_says(), HasSubstr("gives 'colour', which observation has not"));
  put("share/sources/toy_trade/load.sql", "SELECT 1;");
  EXPECT_THAT(what_build_says(), HasSubstr("makes no staging view"));
}

TEST_F(LittleMirror, AWebPageIsNoTable) {
  put("mirror/toy-trade/flows.csv", "<!DOCTYPE html><html><body>Please log in</body></html>\n");
  EXPECT_THAT(what_build_says(), HasSubstr("flows.csv"));
}

}  // namespace
}  // namespace comity::sources::test
