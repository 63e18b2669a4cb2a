// The shared sentence makers: lists, dates in their own precision, ages by the edition, hedges.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/words.hpp"
#include "tests/support/world.hpp"

namespace comity::dossier {
namespace {

using test::World;

TEST(Words, JoinLists) {
  const std::vector<std::string> three = {"A", "B", "C"}, two = {"A", "B"}, one = {"A"};
  EXPECT_EQ(join_words(three), "A, B and C");
  EXPECT_EQ(join_words(two, "or"), "A or B");
  EXPECT_EQ(join_words(one), "A");
  EXPECT_EQ(join_words({}), "");
}

TEST(Words, Names) {
  const auto states = test::test_register();
  EXPECT_EQ(in_text(states->state(states->by_key("USA"))), "the United States");
  EXPECT_EQ(in_text(states->state(states->by_key("KAZ"))), "Kazakhstan");
  EXPECT_EQ(in_text(states->state(states->by_key("SUN"))), "the Soviet Union");
  EXPECT_EQ(in_text(states->state(states->by_key("NLD"))), "the Netherlands");
  EXPECT_EQ(possessive("Germany"), "Germany’s");
  EXPECT_EQ(possessive("the Netherlands"), "the Netherlands’");
  EXPECT_EQ(count_of(1, "embassy", "embassies"), "one embassy");
  EXPECT_EQ(count_of(14, "trip", "trips"), "14 trips");
}

TEST(Words, DatesKeepTheirPrecision) {
  EXPECT_EQ(on_date(parse_edtf("1992-02-11")), "on 11 February 1992");
  EXPECT_EQ(on_date(parse_edtf("2017-07")), "in July 2017");
  EXPECT_EQ(on_date(parse_edtf("1991")), "in 1991");
  EXPECT_EQ(on_date(parse_edtf("1939/1945")), "from 1939 to 1945");
  EXPECT_EQ(on_date(parse_edtf("2012-02-07/2012-02-08")), "from 7 to 8 February 2012");
  EXPECT_EQ(on_date(parse_edtf("")), "at a date not given");
}

TEST(Words, AgesAreRelativeToTheEdition) {
  facts::Context context;
  context.edition_date = "2024-12-31";
  EXPECT_EQ(age_badge(parse_day("2024-03-01"), context).text, "under a year old");
  EXPECT_EQ(age_badge(parse_day("2023-12-31"), context).text, "1 year old");
  EXPECT_EQ(age_badge(parse_day("2017-12-31"), context).text, "7 years old");
  EXPECT_EQ(age_badge(parse_day("2030-01-01"), context).text, "under a year old");
}

TEST(Rule20, FiveYearsAreHistory) {
  facts::Context context;
  context.edition_date = "2024-12-31";
  EXPECT_FALSE(is_history(parse_day("2020-12-31"), context));
  EXPECT_TRUE(is_history(parse_day("2019-12-31"), context));
  EXPECT_EQ(age_badge(parse_day("2019-12-31"), context).kind, document::Badge::age);
}

TEST(Words, PeriodsAndHedges) {
  const World world(R"(
pair DEU KAZ
observe goods_exports DEU->KAZ 2023 3218100000 EUR source a
observe goods_exports DEU->KAZ 2024-01..2024-08 1 EUR source a
observe goods_exports DEU->KAZ 2024-03 1 EUR source a
observe fdi_outward_stock DEU->KAZ end-2018 541585000 USD source a
observe migrant_stock_born KAZ->DEU 2020-07-01 1128201 persons source a
observe affiliates_registered DEU->KAZ undated 1450 companies flags hedge_gt source a
observe fdi_outward_stock DEU->KAZ end-2020 confidential USD source a
)");
  std::map<std::string, std::string> seen;
  for (const auto& o : world.facts().observations) seen[period_words(o)] = figure_text(o);
  EXPECT_EQ(seen["2023"], "3.22\u00a0bn\u00a0EUR");
  EXPECT_TRUE(seen.contains("January to August 2024"));
  EXPECT_TRUE(seen.contains("March 2024"));
  EXPECT_EQ(seen["end of 2018"], "541.6\u00a0million\u00a0USD");
  EXPECT_EQ(seen["1 July 2020"], "1\u202f128\u202f201");
  EXPECT_EQ(seen["undated"], "over 1450");
  EXPECT_EQ(seen["end of 2020"], "confidential");
}

TEST(Words, CoverageSpeaksOfATopicOrAKindWithinIt) {
  EXPECT_TRUE(speaks_of("visits", "visits"));
  EXPECT_TRUE(speaks_of("event:visit", "visits"));
  EXPECT_TRUE(speaks_of("agreements:double_taxation", "agreements"));
  EXPECT_TRUE(speaks_of("presence:institute", "presences"));
  EXPECT_TRUE(speaks_of("relations_established", "relations"));
  EXPECT_TRUE(speaks_of("event:relations_established", "relations"));
  EXPECT_TRUE(speaks_of("events:relations", "relations"));
  EXPECT_TRUE(speaks_of("events:currency", "events"));
  EXPECT_FALSE(speaks_of("events:currency", "relations"));
  EXPECT_FALSE(speaks_of("missions", "visits"));
  EXPECT_FALSE(speaks_of("presence:institute", "agreements"));
}

TEST(Words, RunsOfRowsAreOneMark) {
  facts::Context context;
  context.sources.resize(2);
  context.sources[1].id = "s";
  context.files.resize(2);
  context.files[1] = {SourceId(1), "a.csv", {}};
  CitationBook book(context);
  std::vector<facts::Provenance> rows;
  for (std::uint64_t row : {12u, 3u, 13u, 14u, 20u, 21u}) rows.push_back({SourceId(1), FileId(1), row, 0, 0});
  const auto marks = book.enter_rows(rows);
  ASSERT_EQ(marks.size(), 1u);
  EXPECT_EQ(book.citations()[0].record, "rows 3, 12–14, 20, 21");
  EXPECT_EQ(book.enter_rows(rows), marks);
}

}  // namespace
}  // namespace comity::dossier
