// What a search over all pairs of an edition found untrue or at odds with itself: each case is the rule behind it on a little world.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/sections.hpp"
#include "tests/unit/dossier/economy_world.hpp"

namespace comity::dossier {
namespace {

using test::words_of;
using test::World;
using testing::HasSubstr;
using testing::Not;

TEST(Rule03, AnEmbassyInASuburbIsTheEmbassyInTheCity) {
  const World world("pair MAR GRC\nedition 2025-12-31\nembassy MAR->GRC \"Psychiko\" listed 2022-11-16 at \"38.0146 23.7837\" source list\n"
                    "embassy MAR->GRC \"Athens\" listed 2025-11 source pages\nembassy GRC->MAR \"Rabat\" listed 2025-11 source pages\n"
                    "embassy GRC->MAR \"Casablanca\" listed 2022-11-16 at \"33.59 -7.62\" source list\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, HasSubstr("the lists name an embassy in Athens in Greece"));
  EXPECT_THAT(words, Not(HasSubstr("Psychiko")));
  EXPECT_THAT(words, HasSubstr("an embassy in Rabat (by another list in Casablanca)")) << "another town is told beside it";
}

TEST(Rule03, ACityThatIsTheStateIsNamedOnce) {
  const World world("pair DEU SGP\nedition 2025-12-31\nembassy DEU->SGP \"Singapore\" listed 2025-11\n");
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("an embassy in Singapore;"));
}

TEST(Rule03, WhoIsAccreditedFromOneCityIsToldOnce) {
  const World world("pair DEU FJI\nedition 2025-12-31\nembassy FJI->DEU \"Brussels\" listed 2022-11-16 from BEL source list\n"
                    "mission embassy FJI->DEU \"Brussels\" listed 2025-11 from BEL source pages\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_EQ(words.find("accredited to Germany"), words.rfind("accredited to Germany"));
}

TEST(Rule03, APostThatIsNoEmbassyHasTheDayOfItsListAtAGlance) {
  const World world("pair DEU FJI\nedition 2025-12-31\nmission honorary_consulate DEU->FJI \"Suva\" listed 2016-02\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("no embassy listed, honorary consulate in Suva"));
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("listed in February 2016"));
}

TEST(Rule26, WhatEndedWasNotLeft) {
  const auto politics = [&](std::string_view pair, std::string_view members) {
    return words_of(World(fmt::format("pair {}\nedition 2025-12-31\norganization WARSAW_PACT \"Warsaw Pact\" importance 2 coverage_to 1991-07-01 short \"Warsaw Pact\"\n{}", pair, members)).section(politics_section));
  };
  constexpr std::string_view poland = "member WARSAW_PACT POL from 1955-05-14 to 1991-07-01\n";
  EXPECT_THAT(politics("POL IRL", poland), Not(HasSubstr("Warsaw Pact"))) << "its members ended it";
  EXPECT_THAT(politics("DDR POL", fmt::format("{}member WARSAW_PACT DDR from 1956-01-28 to 1990-09-24\n", poland)), HasSubstr("East Germany left the Warsaw Pact (last day 24 September 1990)"));
  EXPECT_THAT(politics("POL HUN", fmt::format("{}member WARSAW_PACT HUN from 1955-05-14 to 1991-07-01\n", poland)), HasSubstr("Both belonged to the Warsaw Pact until it ended (last day 1 July 1991)"));
}

TEST(Rule29, AnExpectationOutsideItsOwnIntervalIsNoneToCompareWith) {
  const auto words = [](std::string_view low) {
    return words_of(World(fmt::format("pair BOL PAN\nedition 2023-12-31\nobserve fdi_outward_stock BOL->PAN end-2022 67 usd_million by BOL source cdis\n"
                                      "observe fdi_outward_stock_expected BOL->PAN end-2022 2 usd_million by BOL source cdis variant expected origin modelled\n"
                                      "observe fdi_outward_stock_expected BOL->PAN end-2022 {} usd_million by BOL source cdis variant low origin modelled\n"
                                      "observe fdi_outward_stock_expected BOL->PAN end-2022 176 usd_million by BOL source cdis variant high origin modelled\n", low))
                        .section(expected_section));
  };
  EXPECT_THAT(words("1"), HasSubstr("expected of two such states"));
  EXPECT_THAT(words("3"), Not(HasSubstr("expected of two such states"))) << "two is below what four in five have";
}

TEST(Rule21, OfAHandfulOfPeopleThereIsNoRate) {
  const auto words = [](int now, int before) {
    return words_of(World(fmt::format("pair MOZ BOL\nedition 2025-12-31\nobserve migrant_stock_born MOZ->BOL 2015-07-01 {} persons by BOL source un variant rev2020\n"
                                      "observe migrant_stock_born MOZ->BOL 2020-07-01 {} persons by BOL source un variant rev2020\n", before, now))
                        .section(people_section));
  };
  EXPECT_THAT(words(3, 4), HasSubstr("On 1 July 2015: 4"));
  EXPECT_THAT(words(3, 4), Not(HasSubstr("since)")));
  EXPECT_THAT(words(300, 400), HasSubstr("−25\u00a0% since)"));
}

TEST(Rule12, ALoneFigureThatTheOtherSideHasAsWellIsNoSlip) {
  const auto words = [](std::string_view other) {
    return words_of(World(fmt::format("pair OMN TKM\nedition 2025-12-31\ntrade OMN->TKM 2008 25000 usd by OMN fob source penppml\ntrade OMN->TKM 2012 26700000 usd by OMN fob source penppml\n"
                                      "trade OMN->TKM 2016 950 usd by OMN fob source penppml\n{}", other))
                        .section(trade_section));
  };
  EXPECT_THAT(words(""), HasSubstr("one large transaction, or a slip of the source"));
  const std::string confirmed = words("trade OMN->TKM 2012 30000000 usd by TKM cif source cow\n");
  EXPECT_THAT(confirmed, HasSubstr("the other side’s books have it as well"));
  EXPECT_THAT(confirmed, Not(HasSubstr("slip of the source")));
}

TEST(Rule05, WhatEndsWithAStockIsToldInWholeWords) {
  const World world("pair PSE ARG\nedition 2025-12-31\nobserve migrant_stock_born PSE->ARG end-2017 197 persons by ARG source un variant rev2020\n"
                    "trade ARG->PSE 2016 2 usd_million by ARG fob source cow\nrelations PSE ARG 2015-03-05 source atlas\nembassy PSE->ARG \"Buenos Aires\" listed 2022-11-16\n");
  EXPECT_THAT(words_of(world.section(not_known_section)), Not(HasSubstr("after end of")));
}

// A list of spans without towns says nothing of the town that another list names.
TEST(Rule03, ATownIsNotTheTownOfAllTheYears) {
  const World world("pair USA ISR\nedition 2025-12-31\nembassy USA->ISR \"\" listed 1949-03-28/2024-12-31 source status\nembassy USA->ISR \"Jerusalem\" listed 2022-11-16 source list\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("embassy in Jerusalem, listed up to 31 December 2024"));
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("; the newest reaches to 31 December 2024"));
}

TEST(Rule27, WhoseCapitalACityIsIsToldUnderThePolicy) {
  const auto words = [](std::string_view pair) { return words_of(test::Economy(fmt::format("pair {}\nedition 2025-12-31\n", pair)).section(at_glance_section)); };
  EXPECT_THAT(words("ISR DEU"), HasSubstr("Israel designates Jerusalem as its capital; the Security Council (resolution 478 of 1980) does not accept that"));
  EXPECT_THAT(words("DEU PSE"), HasSubstr("Palestine designates East Jerusalem as its capital"));
  EXPECT_THAT(words("FRA DEU"), Not(HasSubstr("designates")));
}

TEST(Rule22, PalestineRefugeesOfUnrwaAreToldApart) {
  const std::string words = words_of(World("pair PSE JOR\nedition 2025-12-31\nsource unhcr statistical_office \"UNHCR\" as_of 2025-12-31\nobserve refugees PSE->JOR end-2025 300 persons source unhcr\n"
                                           "observe refugees_unrwa PSE->JOR end-2025 2398179 persons source unhcr\n").section(people_section));
  EXPECT_THAT(words, HasSubstr("Displaced people from Palestine in Jordan at the end of 2025: 300"));
  EXPECT_THAT(words, HasSubstr("Palestine refugees under UNRWA’s mandate in Jordan at the end of 2025: "));
}

TEST(Rule05, TheLastVisitOfAListThatEndsIsNoLastVisit) {
  const auto words = [](std::string_view as_of) {
    return words_of(World(fmt::format("pair USA SLV\nedition 2025-12-31\nsource travel official:USA \"Travels\" as_of {}\nvisit USA->SLV 2019-07-21 \"Mike Pompeo\" source travel\n", as_of)).section(at_glance_section));
  };
  EXPECT_THAT(words("2020-11"), HasSubstr("Mike Pompeo to El Salvador, 21 July 2019, the last in a list that reaches November 2020"));
  EXPECT_THAT(words("2025-12-31"), Not(HasSubstr("the last in a list")));
}

TEST(Rule06, APairThatBeganLaterBeginsWhenItBegan) {
  const World world("pair AUH NRU\nedition 2025-12-31\n");
  const std::string words = words_of(world.dossier());
  EXPECT_THAT(words, HasSubstr("From 31 January 1968: Austria and Nauru"));
  EXPECT_THAT(words, Not(HasSubstr("After 12 November 1918")));
}

TEST(Rule16, AQuotientHasNoMoreDigitsThanItsFigures) {
  const auto words = [](std::string_view sold) {
    const World world(fmt::format("pair CRI KAZ\nedition 2025-12-31\nsource penppml scholarly \"penppml\"\nsource cow scholarly \"COW\"\ntrade CRI->KAZ 2012 {} usd_million by CRI fob source penppml\n"
                                  "trade CRI->KAZ 2012 90 usd_million by KAZ cif source cow\n", sold));
    return words_of(world.section(trade_section)) + words_of(world.section(disagreements_section));
  };
  EXPECT_THAT(words("0.000003"), HasSubstr("they differ by a factor of over 1000"));
  EXPECT_THAT(words("0.000003"), HasSubstr("over 1000 times as large"));
  EXPECT_THAT(words("3.3"), HasSubstr("they differ by a factor of 27"));
  EXPECT_THAT(words("30"), HasSubstr("they differ by a factor of 3"));
}

TEST(Rule19, TwoWaysToWriteAVisaRuleAreNoChange) {
  std::string world = "pair IRN LSO\nedition 2025-12-31\n";  // of a thin pair the rule stands at a glance alone
  for (int year = 2015; year < 2021; ++year) world += fmt::format("trade IRN->LSO {} 1 usd_million by LSO source cow\n", year);
  const auto words = [&](const std::string& snapshots) { return words_of(World(world + snapshots).section(people_section)); };
  const auto rule = [](std::string_view day, std::string_view text) { return fmt::format("observe visa_rule IRN->LSO {} not_applicable text note \"{}\"\n", day, text); };
  const std::string free = words(rule("2019-11-23", "visa free") + rule("2021-01-25", "30") + rule("2025-01-12", "30"));
  EXPECT_THAT(free, HasSubstr("30 days without a visa, ordinary passports"));
  EXPECT_THAT(free, Not(HasSubstr("in earlier snapshots")));
  EXPECT_THAT(words(rule("2019-11-23", "visa required") + rule("2021-01-25", "e-visa") + rule("2025-01-12", "e-visa")), Not(HasSubstr("in earlier snapshots"))) << "no code for e-visas in 2019";
  EXPECT_THAT(words(rule("2024-01-05", "e-visa") + rule("2025-01-12", "electronic travel authorisation")), Not(HasSubstr("in earlier snapshots")));
  EXPECT_THAT(words(rule("2021-01-25", "visa required") + rule("2024-01-05", "e-visa") + rule("2025-01-12", "e-visa")), HasSubstr("; in earlier snapshots visa required in 2021, then e-visa in 2024"));
  EXPECT_THAT(words(rule("2019-11-23", "visa required") + rule("2021-01-25", "visa required") + rule("2025-01-12", "e-visa")), HasSubstr("; in earlier snapshots visa required in 2019"))
      << "still required when the list had a word for e-visas";
  EXPECT_THAT(words(rule("2021-01-25", "180") + rule("2023-01-11", "90") + rule("2025-01-12", "90")), HasSubstr("180 days without a visa in 2021, then 90 days without a visa in 2023"));
}

TEST(Rule25, TheListThatDatesAPactToTheDaySaysSinceWhen) {
  const World world("pair USA SLV\nedition 2025-12-31\nagreement trade_agreement \"Central American Free Trade Agreement (CAFTA)\" signed 2004 in_force 2004 status in_force_as_a_whole source desta\n"
                    "agreement treaty_with_investment_provisions \"CAFTA - DR (2004)\" signed 2004-08-05 in_force 2006-03-01 status in_force_as_a_whole source unctad\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("in force from 1 March 2006"));
  EXPECT_THAT(words, Not(HasSubstr("in force from 2004")));
}

TEST(Rule28, AShortBorderIsNoBorderOfNought) {
  const auto words = [](std::string_view km) { return words_of(World(fmt::format("pair BWA ZMB\nedition 2025-12-31\nobserve border_km BWA->ZMB 2026 {} km\n", km)).section(at_glance_section)); };
  EXPECT_THAT(words("0.15"), HasSubstr("A common border of 0.15\u00a0km"));
  EXPECT_THAT(words("1969"), HasSubstr("A common border of 1969\u00a0km"));
}

TEST(Rule17, TheFirstOfOneIsNoRank) {
  const auto words = [](int partners) {
    return words_of(World(fmt::format("pair WSM AUS\nedition 2012-12-31\nobserve fdi_outward_stock WSM->AUS end-2011 3.48 usd_million by WSM source cdis\n"
                                      "standing fdi_outward_stock WSM out 2011 value 3480000 total 3480000 rank 1 partners {} by WSM source cdis\n", partners)).section(investment_section));
  };
  EXPECT_THAT(words(2), HasSubstr("rank 1 of 2"));
  EXPECT_THAT(words(1), Not(HasSubstr("rank 1 of 1")));
}

TEST(Rule25, AReplacedTreatyOfManyIsNotTheOneInForce) {
  const World world("pair TCD DEU\nedition 2025-12-31\nagreement trade_agreement \"Yaounde II\" signed 1969 in_force 1971 status in_force_as_a_whole\n"
                    "agreement trade_agreement \"Cotonou Agreement\" signed 2000 in_force 2003 status in_force_as_a_whole\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("Cotonou Agreement"));
  EXPECT_THAT(words, Not(HasSubstr("Yaounde")));
}

}  // namespace
}  // namespace comity::dossier
