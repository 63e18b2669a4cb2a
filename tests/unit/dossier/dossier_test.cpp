// The whole: profiles, empty sections, states with themselves and with others' centuries, and what every fact carries.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "comity/dossier/sections.hpp"
#include "tests/support/world.hpp"

namespace comity::dossier {
namespace {

using document::Report;
using test::lines_of;
using test::words_of;
using test::World;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> ids(const Report& report) {
  std::vector<std::string> out;
  for (const auto& section : report.sections) {
    out.push_back(section.id);
    for (const auto& child : section.children) out.push_back(section.id + "/" + child.id);
  }
  return out;
}

constexpr std::string_view rich = R"(
pair DEU KAZ
edition 2025-12-31
source cow scholarly "COW Trade 4.0" publisher "Correlates of War" as_of 2014
source embassy official:KAZ "Page on relations"
source doe crowd "Database of Embassies"
source sample scholarly "A sample" role fixture
relations DEU KAZ 1992-02-11 source embassy
recognition DEU->KAZ 1991-12-31 source embassy
embassy DEU->KAZ Astana listed 2022-11-16 source doe
trade KAZ->DEU 2012 5008 usd_million by DEU cif source cow
trade DEU->KAZ 2012 2271 usd_million by KAZ cif source cow
trade KAZ->DEU 2012 1805 usd_million by KAZ fob source embassy
trade KAZ->DEU 2013 99999 usd_million by DEU cif source sample
visit DEU->KAZ 2017-07 "Frank-Walter Steinmeier" source embassy
agreement bilateral_investment_treaty "BIT" signed 1992-09-22 in_force 1995-05-10 status in_force source embassy
observe population DEU 2023 83000000 persons source cow
observe remittances DEU->KAZ 2021 5000000 USD origin modelled source cow
observe flights DEU->KAZ undated 3 routes source cow
)";

TEST(Dossier, FullProfileHasTheOrderOfTheDesign) {
  const World world(rich);
  const auto order = ids(world.dossier());
  std::vector<std::string> expected;
  for (const char* id : {"at_glance", "relations", "missions", "history", "economy", "politics", "visits", "disagreements", "not_known", "sources"}) {
    if (std::ranges::find(order, id) != order.end()) expected.emplace_back(id);
  }
  std::vector<std::string> found;
  for (const auto& id : order) {
    if (std::ranges::find(expected, id) != expected.end()) found.push_back(id);
  }
  EXPECT_EQ(found, expected);
  EXPECT_THAT(order, testing::Contains("economy/agreements"));
}

TEST(Dossier, ArticleProfileHasTheOrderOfTheSeed) {
  const World world(rich);
  const auto order = ids(world.dossier(Profile::article));
  ASSERT_FALSE(order.empty());
  EXPECT_EQ(order.front(), "relations");
  EXPECT_EQ(order.back(), "missions");
  EXPECT_THAT(order, Not(testing::Contains("at_glance")));
}

TEST(Dossier, AtAGlanceHasAtMostTwelveLines) {
  const World world(rich);
  const auto section = world.section(at_glance_section);
  const auto& table = std::get<document::Definitions>(section.blocks.at(0));
  EXPECT_LE(table.rows.size(), 12u);
  EXPECT_GE(table.rows.size(), 5u);
  EXPECT_THAT(test::uncited_figures(section), IsEmpty());
}

TEST(Dossier, BothSidesSpeakAtAGlance) {
  const World world(rich);
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("Germany books, 2012: imports 5.01\u00a0bn\u00a0USD"));
  EXPECT_THAT(words, HasSubstr("Kazakhstan books, 2012: exports 1.8\u00a0bn\u00a0USD"));
  EXPECT_THAT(words, HasSubstr("13 years old"));
}

TEST(Rule28, TheDistanceIsBetweenTheCapitalsOfTheDay) {
  const World today("pair DEU KAZ\nedition 2025-12-31\n");
  const auto section = today.section(at_glance_section);
  EXPECT_THAT(words_of(section), HasSubstr("km between the capitals, Berlin and Astana"));
  EXPECT_THAT(words_of(section), HasSubstr("Astana is 4 hours ahead of Berlin"));  // Kazakhstan keeps UTC+5 since 2024-03-01
  EXPECT_THAT(test::uncited_figures(section), IsEmpty());
  const World then("pair DDR SUN\nedition 2025-12-31\n");
  EXPECT_THAT(words_of(then.section(at_glance_section)), HasSubstr("East Berlin and Moscow"));
}

TEST(Rule23, UndatedAndModelledFiguresNeverStandAtAGlance) {
  const World world(rich);
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, Not(HasSubstr("routes")));
  EXPECT_THAT(words, Not(HasSubstr("modelled")));
  EXPECT_THAT(words, Not(HasSubstr("5\u00a0million\u00a0USD")));
}

TEST(Rule10, FixturesAreNotFacts) {
  const World world(rich);
  const Report report = world.dossier();
  EXPECT_THAT(words_of(report), Not(HasSubstr("99.9")));
  EXPECT_THAT(words_of(report), Not(HasSubstr("100\u00a0bn")));
  for (const auto& citation : report.citations) EXPECT_NE(citation.source->id, "sample");
  for (const auto& fact : report.facts.records()) {
    for (const auto& field : report.facts.fields(fact)) {
      const auto* number = std::get_if<double>(&field.value);
      EXPECT_FALSE(number && *number == 99999e6);
    }
  }
}

TEST(Dossier, EveryFactIsThereWithItsMark) {
  const World world(rich);
  const Report report = world.dossier();
  std::size_t observations = 0;
  for (const auto& fact : report.facts.records()) {
    if (fact.table == "standing" || fact.table == "disagreement") continue;
    EXPECT_TRUE(fact.key) << fact.table;
    ASSERT_TRUE(fact.cite) << fact.table;
    ASSERT_LT(*fact.cite, report.citations.size());
    EXPECT_FALSE(report.citations[*fact.cite].record.empty());
    observations += fact.table == "observation";
  }
  EXPECT_EQ(observations, 6u);  // all but the fixture's
}

TEST(Dossier, CitationsAreNumberedInTheOrderOfFirstUse) {
  const World world(rich);
  const Report report = world.dossier();
  // The first mark of the first section is the first citation.
  std::optional<document::CitationIndex> first;
  const auto& table = std::get<document::Definitions>(report.sections.at(0).blocks.at(0));
  for (const auto& part : table.rows.at(0).content) {
    if (const auto* cite = std::get_if<document::Cite>(&part); cite && !first) first = cite->to.at(0);
  }
  EXPECT_EQ(first, 0u);
}

TEST(Dossier, TwiceTheSameIsTheSame) {
  const World x(rich), y(rich);
  EXPECT_EQ(words_of(x.dossier()), words_of(y.dossier()));
  EXPECT_EQ(x.dossier().citations, y.dossier().citations);
}

TEST(Dossier, AThinPairFitsOneScreen) {
  const World world(R"(
pair NRU BTN
edition 2025-12-31
source un depositary "Members" as_of 2025-12-31
organization UN "United Nations" importance 5 coverage_to 2025-12-31
member UN NRU from 1999-09-14 source un
member UN BTN from 1971-09-21 source un
coverage un relations 1945..2025
coverage un goods_exports 1962..2014
)");
  const Report report = world.dossier();
  EXPECT_LE(lines_of(report), 45u) << words_of(report);
  EXPECT_THAT(words_of(report), HasSubstr("What is not known"));
  for (const auto& section : report.sections) EXPECT_FALSE(is_empty(section)) << section.id;
}

TEST(Dossier, AStateWithItselfIsAClearAnswer) {
  const World world("pair DEU DEU\n");
  const Report report = world.dossier();
  EXPECT_THAT(ids(report), ElementsAre("same_state"));
  EXPECT_THAT(words_of(report), HasSubstr("one and the same state"));
}

TEST(Dossier, StatesThatNeverMetSayWhen) {
  const World world("pair DDR KAZ\nedition 2025-12-31\n");
  const Report report = world.dossier();
  EXPECT_THAT(ids(report), ElementsAre("never_together"));
  const std::string words = words_of(report);
  EXPECT_THAT(words, HasSubstr("did not exist at the same time"));
  EXPECT_THAT(words, HasSubstr("1990"));
  EXPECT_THAT(words, HasSubstr("1991"));
  EXPECT_THAT(words, HasSubstr("(DDR SUN)"));
  EXPECT_THAT(words, HasSubstr("(DEU KAZ)"));
}

TEST(Dossier, AFormerStateEndsWithItsLastDay) {
  const World world("pair DEU SUN\nedition 2025-12-31\nrelations DEU SUN 1955-09-13 source a\n");
  const std::string words = words_of(world.dossier());
  EXPECT_THAT(words, HasSubstr("established diplomatic relations on 13 September 1955"));
  EXPECT_THAT(words, HasSubstr("The Soviet Union existed until 25 December 1991"));
  EXPECT_THAT(words, Not(HasSubstr("have had diplomatic relations since")));
}

TEST(Dossier, EverySectionAnswersAnEmptyShelf) {
  const World world("pair FRA THA\n");
  for (const auto& definition : sections()) {
    // What the register knows stands at a glance for any two.
    if (std::string_view(definition.id) == "at_glance") continue;
    const auto section = world.section(definition.make);
    EXPECT_TRUE(is_empty(section)) << definition.id << "\n" << words_of(section);
  }
}

TEST(Dossier, SectionIdsAreUniqueAndFound) {
  std::set<std::string_view> seen;
  for (const auto& definition : sections()) {
    EXPECT_TRUE(seen.insert(definition.id).second);
    EXPECT_EQ(find_section(definition.id), &definition);
  }
  for (const Profile profile : {Profile::brief, Profile::article, Profile::full}) {
    for (const auto id : sections_of(profile)) EXPECT_NE(find_section(id), nullptr) << id;
    EXPECT_EQ(try_profile(id_of(profile)), profile);
  }
  EXPECT_EQ(sections_of(Profile::full).size(), sections().size());
}

TEST(Rule08, OneVoiceCannotContradictItself) {
  const World one("pair DEU KAZ\nsource p1 crowd \"Page of Germany\"\nsource p2 crowd \"Page of Kazakhstan\"\nrelations DEU KAZ 1991 source p1\nrelations DEU KAZ 1992-02-11 source p2\n");
  EXPECT_TRUE(is_empty(one.section(disagreements_section)));
  const World derived("pair DEU KAZ\nsource p1 crowd \"Page\"\nsource p2 scholarly \"Table\" derives_from p1\nrelations DEU KAZ 1991 source p1\nrelations DEU KAZ 1992-02-11 source p2\n");
  EXPECT_TRUE(is_empty(derived.section(disagreements_section)));
}

TEST(Rule07, AnEstimateIsNoSecondVoice) {
  const World world(R"(
pair DEU KAZ
source cow scholarly "COW"
trade DEU->KAZ 2010 100 usd_million by DEU fob source cow
trade DEU->KAZ 2010 200 usd_million by KAZ cif source cow origin partner_based
)");
  EXPECT_TRUE(is_empty(world.section(disagreements_section)));
  EXPECT_THAT(words_of(world.section(at_glance_section)), Not(HasSubstr("Kazakhstan books")));
}

TEST(Disagreements, TheTwoSidesOfTrade) {
  const World world(R"(
pair DEU KAZ
source destatis statistical_office:DEU "Trade"
source bns statistical_office:KAZ "Trade"
trade KAZ->DEU 2012 5008 usd_million by DEU cif source destatis
trade KAZ->DEU 2012 1805 usd_million by KAZ fob source bns
)");
  const std::string words = words_of(world.section(disagreements_section));
  EXPECT_THAT(words, HasSubstr("trade in goods from Kazakhstan to Germany, 2012"));
  EXPECT_THAT(words, HasSubstr("a factor of 2.8"));
}

TEST(Disagreements, CountsOfCompaniesAreNotOneFigure) {
  const World world(R"(
pair DEU KAZ
source article crowd "An article"
source aa official:DEU "Bilateral relations" publisher "Federal Foreign Office"
source daz press "A paper"
observe affiliates_registered DEU->KAZ undated 1450 companies flags hedge_gt source article
observe affiliates_active DEU->KAZ undated 900 companies flags hedge_gt source article
observe affiliates_represented DEU->KAZ 2024 400 companies flags hedge_approx source aa
observe affiliates_active DEU->KAZ 2022 300 companies flags hedge_approx source daz
observe affiliates_represented DEU->KAZ undated 190 companies flags hedge_approx source daz
)");
  const auto section = world.section(disagreements_section);
  const std::string words = words_of(section);
  for (const char* figure : {"over 1450", "over 900", "about 400", "about 300", "about 190"}) EXPECT_THAT(words, HasSubstr(figure));
  EXPECT_THAT(words, HasSubstr("They count different things"));
  EXPECT_THAT(test::uncited_figures(section), IsEmpty());
}

TEST(NotKnown, ConfidentialSuspectAndEndedAreSaid) {
  const World world(R"(
pair DEU KAZ
edition 2025-12-31
source cdis statistical_office "CDIS"
source cow scholarly "COW"
observe fdi_outward_stock DEU->KAZ end-2018 541585000 USD by DEU source cdis
observe fdi_outward_stock DEU->KAZ end-2020 confidential USD by DEU source cdis
observe fdi_outward_stock DEU->KAZ end-2021 confidential USD by DEU source cdis
trade DEU->KAZ 1998 0 usd_million by DEU fob source cow flags suspect_zero
trade DEU->KAZ 1999 9 usd_million by DEU fob source cow
trade DEU->KAZ 2000 9 usd_million by DEU fob source cow
trade DEU->KAZ 2001 9 usd_million by DEU fob source cow
trade DEU->KAZ 2002 9 usd_million by DEU fob source cow
trade DEU->KAZ 2003 9 usd_million by DEU fob source cow
)");
  const auto section = world.section(not_known_section);
  const std::string words = words_of(section);
  EXPECT_THAT(words, HasSubstr("2020 to 2021: confidential"));
  EXPECT_THAT(words, HasSubstr("contradict"));
  EXPECT_THAT(words, HasSubstr("Direct investment after the end of 2018"));
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("confidential from 2020"));
}

TEST(Rule12, ASuspectZeroIsNeverUsed) {
  const World world("pair BWA ZAF\nsource cow scholarly \"COW\"\ntrade ZAF->BWA 2005 0 usd_million by BWA cif source cow flags suspect_zero\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, Not(HasSubstr("books")));
}

}  // namespace
}  // namespace comity::dossier
