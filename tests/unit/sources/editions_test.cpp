// Editions over time: what is not read again, what two editions do not share, totals that fall, tables for others.
#include <gmock/gmock.h>

#include "comity/base/error.hpp"
#include "comity/sources/change_file.hpp"
#include "comity/sources/edition_diff.hpp"
#include "comity/sources/export.hpp"
#include "comity/sources/file_hashes.hpp"
#include "tests/unit/sources/little_mirror.hpp"

namespace comity::sources::test {
namespace {

using ::testing::HasSubstr;

class Editions : public LittleMirror {
 protected:
  std::filesystem::path keep(const char* name) {
    std::filesystem::copy_file(edition(), folder_ / name, std::filesystem::copy_options::overwrite_existing);
    return folder_ / name;
  }
  std::string differing(const std::filesystem::path& before, const std::filesystem::path& after) {
    store::Database database({}, {.may_read_files = true});
    auto connection = database.connect();
    make_fact_diff(connection, {before, after, {}, 0});
    return connection.text("SELECT coalesce(string_agg(line, '; ' ORDER BY line), '') FROM (SELECT change || ' ' || reason || ' ' || count(*) AS line FROM fact_diff GROUP BY change, reason)");
  }
};

TEST_F(Editions, AFragmentDependsOnWhatReadsIt) {
  build();
  const auto was_cached = [&] { return build().sources.at(0).was_cached; };
  EXPECT_TRUE(was_cached());
  // Another derivation makes another edition of the same fragments.
  std::filesystem::remove(folder_ / "share/derive");
  std::filesystem::copy(std::filesystem::path(COMITY_SOURCE_DIR) / "derive", folder_ / "share/derive");
  put("share/derive/99-more.sql", "SELECT 1;");
  const auto again = build();
  EXPECT_TRUE(again.sources.at(0).was_cached);
  EXPECT_FALSE(again.unchanged);
  // Another rule of reading reads again.
  put("share/sources/toy_trade/load.sql", std::string(sql) + "-- the same in other words\n");
  EXPECT_FALSE(was_cached());
  put("mirror/toy-trade/flows.csv", year_of_months(11));
  EXPECT_FALSE(was_cached());
}

TEST_F(Editions, AFilesHashIsRememberedWhileItsTimesStand) {
  const auto memory = folder_ / "hashes.tsv";
  const auto file = folder_ / "mirror/toy-trade/flows.csv";
  const auto old = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
  std::filesystem::last_write_time(file, old);
  std::string first;
  { first = FileHashes(memory).of(file); }
  EXPECT_EQ(first, sha256_of_file(file));
  EXPECT_THAT(read_file(memory), HasSubstr(first));
  // Same length, same time of writing: the time of the change gives it away.
  std::string other = year_of_months();
  other.back() = ' ';
  put("mirror/toy-trade/flows.csv", other);
  std::filesystem::last_write_time(file, old);
  EXPECT_EQ(FileHashes(memory).of(file), sha256_of_file(file));
  // A damaged memory is as good as none.
  put("hashes.tsv", "nonsense\n\t\t\n");
  EXPECT_EQ(FileHashes(memory).of(file), sha256_of_file(file));
}

TEST_F(Editions, TheDiffSaysWhatAndWhy) {
  build();
  const auto first = keep("first.duckdb");
  EXPECT_EQ(differing(first, edition()), "");
  // The publisher revised March and dropped December: the year falls silent with it.
  std::string revised = year_of_months(11);
  revised.replace(revised.find("2001-03,3000000"), 15, "2001-03,3500000");
  put("mirror/toy-trade/flows.csv", revised);
  build();
  EXPECT_EQ(differing(first, edition()), "changed revision 1; gone derived 1; gone revision 1");
  EXPECT_EQ(differing(edition(), first), "added derived 1; added revision 1; changed revision 1");
  // Another rule over the same file.
  const auto second = keep("second.duckdb");
  std::string rule = sql;
  rule.replace(rule.find("'fob'"), 5, "'cif'");
  put("share/sources/toy_trade/load.sql", rule);
  build();
  EXPECT_EQ(differing(second, edition()), "changed new_rule 11");
}

TEST_F(Editions, TheDiffNamesAFact) {
  build();
  const auto first = keep("first.duckdb");
  std::string revised = year_of_months();
  revised.replace(revised.find("2001-03,3000000"), 15, "2001-03,3500000");
  put("mirror/toy-trade/flows.csv", revised);
  build();
  store::Database database({}, {.may_read_files = true});
  auto connection = database.connect();
  make_fact_diff(connection, {first, edition(), "toy_trade", 0});
  EXPECT_EQ(connection.text("SELECT what FROM fact_diff WHERE reason = 'revision'"), "goods_exports DEU>KAZ by DEU 2001-03-01 month USD");
  EXPECT_THAT(connection.text("SELECT before || ' → ' || after FROM fact_diff WHERE reason = 'revision'"), HasSubstr("3000000.0 fob reported → 3500000.0 fob reported"));
  EXPECT_EQ(connection.text("SELECT state_a || state_b FROM fact_diff WHERE reason = 'revision'"), "DEUKAZ");
}

TEST_F(Editions, WhatChangedStaysBesideTheEdition) {
  build();
  EXPECT_FALSE(std::filesystem::exists(change_file_of(edition()))) << "there was nothing to compare it with";
  const std::string before = ask("SELECT left(value, 12) FROM edition WHERE name = 'hash'");
  std::string revised = year_of_months(11);
  revised.replace(revised.find("2001-03,3000000"), 15, "2001-03,3500000");
  put("mirror/toy-trade/flows.csv", revised);
  EXPECT_TRUE(build().compared);
  const std::string after = ask("SELECT left(value, 12) FROM edition WHERE name = 'hash'");
  const auto changes = ChangeFile::try_open(edition(), after);
  ASSERT_TRUE(changes);
  EXPECT_EQ(changes->editions().before, before);
  EXPECT_EQ(changes->editions().after, after);
  const auto states = world::Register::load(std::filesystem::path(COMITY_SOURCE_DIR) / "data");
  const StateId a = states->by_key("DEU"), b = states->by_key("KAZ"), c = states->by_key("FRA");
  EXPECT_EQ(changes->pairs(), std::set<std::uint32_t>{Pair(a, b).code()});
  const auto pair = changes->of_pair(b, a);
  std::uint64_t gone = 0, changed = 0, added = 0;
  for (const auto& one : pair.counts) gone += one.gone, changed += one.changed, added += one.added;
  EXPECT_EQ(changed, 1u);  // March
  EXPECT_EQ(gone, 2u);     // December, and the year that needs it
  EXPECT_EQ(added, 0u);
  const auto march = std::ranges::find(pair.examples, "changed", &facts::ChangedFact::change);
  ASSERT_NE(march, pair.examples.end());
  EXPECT_EQ(march->subject, "goods_exports");
  EXPECT_EQ(march->when, "2001-03");
  EXPECT_EQ(march->before, 3000000);
  EXPECT_EQ(march->after, 3500000);
  EXPECT_EQ(march->from, a);
  EXPECT_EQ(march->to, b);
  EXPECT_EQ(march->reason, "revision");
  const auto state = changes->of_state(a);
  ASSERT_EQ(state.pairs.size(), 1u);
  EXPECT_EQ(state.pairs[0].facts, 3u);
  EXPECT_TRUE(changes->of_state(c).counts.empty());
  EXPECT_TRUE(changes->of_pair(a, c).counts.empty());
  // What follows from several sources is not told where only some may be shown.
  EXPECT_EQ(changes->of_state(a, {"toy_trade"}).pairs.at(0).facts, 2u);
  EXPECT_TRUE(changes->of_state(a, {"another"}).counts.empty());
  // Left behind by another edition, or cut short: as good as none.
  EXPECT_FALSE(ChangeFile::try_open(edition(), "000000000000"));
  std::filesystem::resize_file(change_file_of(edition()), 5000);
  EXPECT_FALSE(ChangeFile::try_open(edition(), after));
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) EXPECT_EQ(entry.path().string().find(".part"), std::string::npos) << entry.path();
}

TEST_F(Editions, OnlyEditionsCanBeCompared) {
  build();
  put("other.duckdb", "no database");
  store::Database database({}, {.may_read_files = true});
  auto connection = database.connect();
  EXPECT_THROW(make_fact_diff(connection, {edition(), folder_ / "nowhere.duckdb", {}, 0}), NotFound);
}

TEST_F(Editions, TotalsThatFallKeepTheEdition) {
  check_ = true;
  const std::string good = build().edition;
  put("mirror/toy-trade/flows.csv", year_of_months(6));
  const std::string said = what_build_says();
  EXPECT_THAT(said, HasSubstr("toy_trade, observation, goods_exports: 13 before, 6 now"));
  EXPECT_EQ(ask("SELECT value FROM edition WHERE name = 'hash'"), good);
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) EXPECT_EQ(entry.path().string().find(".part"), std::string::npos) << entry.path();
  // More is no loss.
  put("mirror/toy-trade/flows.csv", year_of_months() + "Germany,France,2001-01,5000000\n");
  EXPECT_NE(build().edition, good);
  check_ = false;
  put("mirror/toy-trade/flows.csv", year_of_months(6));
  build();
  EXPECT_EQ(ask("SELECT count(*) FROM observation WHERE period_months = 1"), "6");
}

class Exporting : public Editions {
 protected:
  Exported out(std::vector<std::string> include = {}) {
    store::Database database(edition(), {.read_only = true, .may_read_files = true});
    auto connection = database.connect();
    return export_edition(connection, {folder_ / "out", "csv", {"observation", "derivation", "source", "reject"}, std::move(include)});
  }
  std::string text(const char* name) { return read_file(folder_ / "out" / name); }
};

TEST_F(Exporting, Rule30UnknownTermsKeepFactsHere) {
  build();  // toy_trade says nothing of redistribution
  const auto none = out();
  EXPECT_EQ(none.tables.at(0).rows, 0u);
  EXPECT_EQ(none.tables.at(0).left_out, 13u);
  const auto asked = out({"toy_trade"});
  EXPECT_EQ(asked.tables.at(0).rows, 13u);
  EXPECT_TRUE(asked.sources.at(0).was_asked_for);
  EXPECT_THAT(text("observation.csv"), HasSubstr("goods_exports,DEU,KAZ,DEU,from_side,2001-01-01,1,"));
  EXPECT_EQ(asked.tables.at(0).sha256, sha256_of(text("observation.csv")));
}

TEST_F(Exporting, WhatTermsAllowGoesOutWithItsDerivation) {
  put("share/sources/toy_trade/source.toml", "redistributable = true\n" + std::string(toml));
  put("mirror/toy-trade/flows.csv", year_of_months() + "Germany,Atlantis,2001-01,5\n");
  build();
  const auto all = out();
  EXPECT_EQ(all.tables.at(0).rows, 13u);
  EXPECT_EQ(all.tables.at(0).left_out, 0u);
  EXPECT_THAT(text("derivation.csv"), HasSubstr("sum of twelve months"));
  EXPECT_THAT(text("reject.csv"), HasSubstr("unknown state: Atlantis"));
  EXPECT_THAT(text("reject.csv"), ::testing::Not(HasSubstr("Germany,Atlantis")));  // the publisher's own row stays here
}

TEST_F(Exporting, UnknownNamesAreNamed) {
  build();
  store::Database database(edition(), {.read_only = true, .may_read_files = true});
  auto connection = database.connect();
  EXPECT_THROW(export_edition(connection, {folder_ / "out", "csv", {"nonsense"}, {}}), UsageError);
  EXPECT_THROW(export_edition(connection, {folder_ / "out", "csv", {}, {"nonsense"}}), UsageError);
  EXPECT_THROW(export_edition(connection, {folder_ / "out", "xml", {}, {}}), UsageError);
}

}  // namespace
}  // namespace comity::sources::test
