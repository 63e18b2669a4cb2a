// What a desk officer, an editor or a trade economist stumbled over when reading dossiers: each case is a sentence that was wrong,
// told twice or silly.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/document/render.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"
#include "tests/unit/dossier/economy_world.hpp"

namespace comity::dossier {
namespace {

using test::Economy;
using test::items_of;
using test::plain_words;
using test::words_of;
using test::World;
using testing::HasSubstr;
using testing::Not;

TEST(Rule06, ARecognitionOfAPredecessorIsNotTold) {
  const World world("pair TWN USA\nedition 2025-12-31\nrecognition USA->TWN 1844 source atlas\nsevered TWN USA 1978-12-31 source atlas\n");
  const std::string glance = words_of(world.section(at_glance_section));
  EXPECT_THAT(glance, Not(HasSubstr("1844"))) << "the Republic of China began in 1912";
  EXPECT_THAT(words_of(world.section(relations_section)), Not(HasSubstr("recognised Taiwan")));
  EXPECT_THAT(words_of(world.section(history_section)), Not(HasSubstr("recognised Taiwan")));
}

TEST(Rule02, ResumedInTheYearOfTheFirstDayIsNoResumption) {
  const World world("pair VNM USA\nedition 2025-12-31\nresumed VNM USA 1995 source atlas\nrelations VNM USA 1995-07-11 source historian\n");
  const std::string glance = words_of(world.section(at_glance_section));
  EXPECT_THAT(glance, HasSubstr("established diplomatic relations on 11 July 1995"));
  EXPECT_THAT(glance, Not(HasSubstr("resumed")));
}

TEST(Rule08, ARevisionIsNoContradictionOfIndependentVoices) {
  const World world("pair IND SWE\nedition 2025-12-31\ndisagreement revision \"People born in one state and living in the other, 2015: which edition?\" reading \"The publisher revised its figures.\" size 1.1\n");
  const std::string words = words_of(world.section(disagreements_section));
  EXPECT_THAT(words, Not(HasSubstr("contradict")));
}

TEST(Rule01, AMutualRecognitionIsNotToldOnceMoreOfOne) {
  const World world("pair IRN USA\nedition 2025-12-31\nevent recognition IRN USA 1850 \"Mutual recognition\" source historian\nrecognition USA->IRN 1850 source atlas\n");
  const std::string glance = words_of(world.section(at_glance_section));
  EXPECT_THAT(glance, HasSubstr("recognised each other in 1850"));
  EXPECT_THAT(glance, Not(HasSubstr("The United States recognised Iran")));
}

TEST(Rule06, WhichOfTheTwoEndedIsSaid) {
  const World world("pair SUN USA\nedition 2025-12-31\nrelations SUN USA 1933-11-16 source historian\n");
  const std::string words = words_of(world.section(relations_section));
  EXPECT_THAT(words, HasSubstr("The Soviet Union existed until 25 December 1991."));
  EXPECT_THAT(words, Not(HasSubstr("One of the two")));
}

TEST(Rule06, TariffsOfTheSurvivorAreNotOfAPairThatEnded) {
  const World world("pair SUN USA\nedition 2025-12-31\nobserve tariff_simple_average USA 2015 2.9 percent source wits\ntrade SUN->USA 1988 500 usd_million by USA source cow\n");
  EXPECT_THAT(words_of(world.section(tariffs_section)), Not(HasSubstr("2015")));
}

TEST(Rule06, WhatLeftAStateThatLivesOnIsNoSuccessorOfThePair) {
  const World britain("pair GBR IND\nedition 2025-12-31\nevent war GBR IND 1950 source list\n");
  EXPECT_THAT(items_of(britain.section(history_section)), Not(HasSubstr("Ireland")));
  const World japan("pair TWN JPN\nedition 2025-12-31\nrelations TWN JPN 1952 source list\n");
  EXPECT_THAT(items_of(japan.section(history_section)), Not(HasSubstr("Korea")));
  EXPECT_THAT(items_of(japan.section(history_section)), HasSubstr("China and Japan"));
  const World korea("pair KOR PRK\nedition 2025-12-31\nevent war KOR PRK 1950-06-25 source list\n");
  EXPECT_THAT(items_of(korea.section(history_section)), Not(HasSubstr("Japan"))) << "three weeks beside a predecessor are none";
  const World belarus("pair LTU BLR\nedition 2025-12-31\nrelations LTU BLR 1992-12-30 source list\n");
  EXPECT_THAT(items_of(belarus.section(history_section)), Not(HasSubstr("Soviet Union and Belarus")));
  EXPECT_THAT(items_of(belarus.section(history_section)), HasSubstr("Lithuania and the Soviet Union"));
  const World sudan("pair SSD KEN\nedition 2025-12-31\nrelations SSD KEN 2011-07-09 source list\n");
  EXPECT_THAT(items_of(sudan.section(history_section)), HasSubstr("Before 9 July 2011: Sudan and Kenya"));
}

TEST(Rule29, AnExpectationOfMorePeopleThanThereAreIsNone) {
  constexpr std::string_view text = R"(
pair COD COG
edition 2025-12-31
observe population COG 2020 6000000 persons source wdi
observe migrant_stock_born COG->COD 2020-07-01 6242 persons by COD source un variant rev2020
observe migrant_stock_born_expected COG->COD 2020-07-01 11220223 persons by COD source un variant expected origin modelled
observe migrant_stock_born_expected COG->COD 2020-07-01 340351 persons by COD source un variant low origin modelled
observe migrant_stock_born_expected COG->COD 2020-07-01 30027969 persons by COD source un variant high origin modelled
)";
  EXPECT_THAT(words_of(World(text).section(expected_section)), Not(HasSubstr("expected of two such states")));
}

TEST(Rule25, ATreatyOfManyIsNamedAndATaxTreatyOfTwoListsToldOnce) {
  const World many("pair ESH MAR\nedition 2025-12-31\nagreement trade_agreement \"African Continental Free Trade Area (AfCFTA)\" signed 2018 in_force 2019 status in_force_as_a_whole source desta\n");
  EXPECT_THAT(words_of(many.section(agreements_section)), HasSubstr("a trade agreement of several states, “African Continental Free Trade Area (AfCFTA)” (signed 2018"));
  const World tax("pair GBR IND\nedition 2025-12-31\nagreement double_taxation \"Double taxation treaty\" in_force 1993 status in_force source oecd\n"
                  "agreement double_taxation \"Double taxation agreement\" signed 1993 status in_force source ictd\n");
  const std::string words = words_of(tax.section(agreements_section));
  const std::string sentence = words.substr(0, words.find("Agreements between the two"));
  EXPECT_THAT(sentence, HasSubstr("a double taxation agreement (signed 1993, in force 1993)."));
  EXPECT_EQ(sentence.find("double taxation"), sentence.rfind("double taxation"));
}

TEST(Rule25, APeaceTreatyInAListOnWatersIsNoEnvironmentalAgreement) {
  const World world("pair ISR PSE\nedition 2025-12-31\nagreement environment \"Annex II: protocol concerning elections\" signed 1995-09-28 subject \"water: Jordan\" source tfdd\n");
  EXPECT_THAT(words_of(world.section(agreements_section)), HasSubstr("an agreement listed for shared waters"));
  EXPECT_THAT(words_of(world.section(agreements_section)), Not(HasSubstr("environmental agreement")));
}

TEST(Rule03, MembersOfTheCommonwealthKeepHighCommissionsAndTheHolySeeNunciatures) {
  const World india("pair GBR IND\nedition 2025-12-31\norganization COMMONWEALTH \"Commonwealth of Nations\"\nmember COMMONWEALTH GBR from 1931-12-11\nmember COMMONWEALTH IND from 1947-08-15\n"
                    "embassy GBR->IND \"New Delhi\" listed 2025-11-30\nembassy GBR->IND \"Chennai\" listed 2025-11-30\nmission consulate GBR->IND \"Chennai\" listed 2022-11-16\n");
  const std::string words = words_of(india.section(missions_section));
  EXPECT_THAT(words, HasSubstr("a high commission in New Delhi"));
  EXPECT_THAT(words, Not(HasSubstr("also"))) << "the consulate in Chennai is what the list calls an embassy";
  EXPECT_THAT(words_of(india.section(at_glance_section)), HasSubstr("high commission in New Delhi"));
  const World taipei("pair TWN VAT\nedition 2025-12-31\nembassy VAT->TWN \"Taipei\" listed 2022-11-16\n");
  EXPECT_THAT(words_of(taipei.section(missions_section)), HasSubstr("an apostolic nunciature in Taipei"));
}

TEST(Rule06, APostOpenedByAPredecessorIsNotSaidToBeOpenedThen) {
  const World world("pair POL HRV\nedition 2025-12-31\nembassy POL->HRV \"Zagreb\" listed 2022-11-16 opened 1972\nembassy HRV->POL \"Warsaw\" listed 2022-11-16 opened 1993\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, Not(HasSubstr("1972")));
  EXPECT_THAT(words, HasSubstr("from 1993"));
}

TEST(Rule17, AShareOfATotalThatIsLessThanItIsNone) {
  const Economy world("pair CHN SDN\nedition 2023-12-31\nobserve fdi_outward_stock CHN->SDN end-2022 886 usd_million by CHN source imf_cdis\n"
                      "standing fdi_outward_stock CHN out 2022 value 886000000 total 825000000 rank 1 partners 14 by CHN source imf_cdis\n");
  EXPECT_THAT(plain_words(world.section(investment_section)), Not(HasSubstr("107")));
}

TEST(Rule26, ASuspendedMemberIsNotOutside) {
  const World world("pair SDN SSD\nedition 2025-12-31\norganization AU \"African Union\" importance 1\nmember AU SDN from 2002-07-09\nmember AU SDN from 2021-10-27 kind suspended\nmember AU SSD from 2011-07-28\n");
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, Not(HasSubstr("Only South Sudan is in")));
  EXPECT_THAT(words, HasSubstr("Sudan is suspended from the AU since 27 October 2021"));
}

TEST(Rule03, AConsulateListedAfterABreakIsDoubted) {
  const World world("pair IRN USA\nedition 2025-12-31\nsevered IRN USA 1980-04-07 source historian\nmission consulate IRN->USA \"San Francisco\" listed 2022-11-16 source posts\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("have no diplomatic relations now, whatever a list names"));
}

TEST(Rule13, ChinaInCorrelatesOfWarHoldsHongKong) {
  const Economy world(R"(
pair CHN IND
edition 2025-12-31
source cow_trade_4_0 scholarly "COW Trade" as_of 2014-12-31
trade IND->CHN 1998 900 usd_million by CHN cif source cow_trade_4_0
trade IND->CHN 1999 3000 usd_million by CHN cif source cow_trade_4_0
trade IND->CHN 2012 14700 usd_million by IND fob source bok
trade IND->CHN 2012 29400 usd_million by CHN cif source cow_trade_4_0
)");
  const std::string words = plain_words(world.section(trade_section));
  EXPECT_THAT(words, HasSubstr("hold Hong Kong’s trade as well"));
  const Economy step("pair CHN IND\nedition 2025-12-31\nsource cow_trade_4_0 scholarly \"COW Trade\" as_of 2014-12-31\n"
                     "trade IND->CHN 1998 900 usd_million by CHN cif source cow_trade_4_0\ntrade IND->CHN 1999 3000 usd_million by CHN cif source cow_trade_4_0\n");
  EXPECT_THAT(plain_words(step.section(trade_section)), Not(HasSubstr("1998 to 1999"))) << "no growth from China to China with Hong Kong";
}

TEST(Rule13, TradeBetweenTheTwoKoreasIsNotForeignTrade) {
  const Economy world("pair KOR PRK\nedition 2025-12-31\nsource cow_trade_4_0 scholarly \"COW Trade\" as_of 2014-12-31\ntrade PRK->KOR 1997 1 usd_million by KOR cif source cow_trade_4_0\n");
  EXPECT_THAT(plain_words(world.section(trade_section)), HasSubstr("not counted as foreign trade"));
}

TEST(Rule13, WhatTurkeyBookedAsCyprusIsTheNorth) {
  const Economy world("pair TUR CYP\nedition 2025-12-31\ntrade TUR->CYP 2012 1010 usd_million by TUR fob source customs\ntrade TUR->CYP 2012 8 usd_million by CYP cif source other\n");
  EXPECT_THAT(plain_words(world.section(trade_section)), HasSubstr("for the most part trade with Northern Cyprus"));
}

TEST(Rule03, AnEmbassyThatSeveralListsNameIsOneConflict) {
  const World world("pair MAR DZA\nedition 2025-12-31\nsevered MAR DZA 2021-08-24 source press\nembassy DZA->MAR \"Rabat\" listed 2022-11-16 source posts\nembassy DZA->MAR \"Rabat\" listed 2025-11-30 source list\n");
  const std::string words = words_of(world.section(relations_section));
  const std::size_t first = words.find("An embassy of Algeria in Rabat is named by");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(words.find("An embassy of Algeria in Rabat", first + 1), std::string::npos);
  EXPECT_THAT(words, HasSubstr("the lists may be out of date"));
}

TEST(Rule17, NoGrowthOfAHandfulOfRoundedMillions) {
  const Economy world("pair COD COG\nedition 2016-12-31\nsource cow_trade_4_0 scholarly \"COW Trade\" as_of 2014-12-31\n"
                      "trade COD->COG 2013 10 usd_million by COG cif source cow_trade_4_0\ntrade COD->COG 2014 9 usd_million by COG cif source cow_trade_4_0\n");
  EXPECT_THAT(plain_words(world.section(trade_section)), Not(HasSubstr("2013 to 2014:")));
}

TEST(Words, ColumnsNameStatesWithTheirArticle) {
  const World world("pair NLD USA\nedition 2025-12-31\nobserve migrant_stock_born NLD->USA 2020-07-01 90000 persons by USA source un variant rev2020\n"
                    "observe migrant_stock_born NLD->USA 2015-07-01 80000 persons by USA source un variant rev2020\n");
  for (const auto& block : world.section(people_section).blocks) {
    const auto* table = std::get_if<document::Table>(&block);
    for (const auto& column : table ? table->columns : std::vector<document::Table::Column>{}) EXPECT_THAT(column.title, Not(HasSubstr("in United")));
  }
}

TEST(Rule28, TwoCapitalsClaimedInOneCityAreNoDistance) {
  EXPECT_THAT(words_of(World("pair ISR PSE\nedition 2025-12-31\n").section(at_glance_section)), Not(HasSubstr("between the capitals")));
  EXPECT_THAT(words_of(World("pair COD COG\nedition 2025-12-31\n").section(at_glance_section)), HasSubstr("between the capitals"));
}

TEST(AtAGlance, HalfAnHourIsThirtyMinutes) {
  EXPECT_THAT(words_of(World("pair SAU IRN\nedition 2025-12-31\n").section(at_glance_section)), HasSubstr("Tehran is 30 minutes ahead of Riyadh"));
}

TEST(AtAGlance, ATreatyAloneIsNoLastContact) {
  const World world("pair MEX ECU\nedition 2025-12-31\nagreement double_taxation \"Double taxation agreement\" signed 1992 source ictd\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("Newest treaty: In the lists read here: Double taxation agreement, signed 1992"));
  EXPECT_THAT(words, Not(HasSubstr("Last contacts")));
}

// An office that tells imports by origin and by consignment: the origin's figure is the import.
TEST(Rule11, ImportsAreByCountryOfOrigin) {
  const Economy world(R"(
pair TUR ARM
edition 2023-12-31
source arm statistical_office "Armstat"
trade TUR->ARM 2021 33 usd_million by ARM source arm variant "country of consignment"
trade TUR->ARM 2022 74 usd_million by ARM source arm variant "country of consignment"
trade TUR->ARM 2021 73 usd_million by ARM source arm variant "country of origin"
trade TUR->ARM 2022 263 usd_million by ARM source arm variant "country of origin"
)");
  EXPECT_THAT(plain_words(world.section(trade_section)), HasSubstr("263"));
  const std::string glance = plain_words(world.section(at_glance_section));
  EXPECT_THAT(glance, HasSubstr("263 million"));
  EXPECT_THAT(glance, Not(HasSubstr("74 million")));
}

// A university is no institute of China, and a web page that is gone does not say that its institute works.
TEST(Culture, ConfuciusInstitutesAreCalledSoAndThoseOfDeadPagesApart) {
  const Economy world(R"(
pair USA CHN
edition 2025-12-31
source las scholarly "Confucius Institutes"
presence institute CHN->USA "Alfred University" basis "Confucius Institute" as_of 2022-04-22 note "page not reachable on 2022-04-22" source las
presence institute CHN->USA "Webster University" basis "Confucius Institute" as_of 2022-04-22 source las
)");
  const std::string words = plain_words(world.section(culture_section));
  EXPECT_THAT(words, HasSubstr("sources name: Confucius Institute at Webster University, Confucius Institute at Alfred University. Of the 2, the web page of one was gone on 22 April 2022"));
}

// The last year in which both reported may be long ago.
TEST(Rule12, AYearOfBothLongAgoDoesNotLead) {
  const Economy world(R"(
pair TLS IDN
edition 2017-12-31
source cow statistical_office "Trade"
trade TLS->IDN 2004 1.28 usd_million by TLS source cow
trade IDN->TLS 2004 27 usd_million by IDN source cow
trade IDN->TLS 2016 225.8 usd_million by IDN source cow
)");
  const std::string glance = plain_words(world.section(at_glance_section));
  EXPECT_THAT(glance, HasSubstr("Indonesia books, 2016: exports 225.8 million USD"));
  EXPECT_THAT(glance, Not(HasSubstr("27 million")));
}

}  // namespace
}  // namespace comity::dossier
