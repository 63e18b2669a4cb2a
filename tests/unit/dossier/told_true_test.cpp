// What two strict readers found untrue in dossiers of real pairs: each case is the rule behind it on a little world.
#include <gmock/gmock.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "comity/dossier/sections.hpp"
#include "tests/unit/dossier/economy_world.hpp"

namespace comity::dossier {
namespace {

using test::items_of;
using test::words_of;
using test::World;
using testing::HasSubstr;
using testing::Not;

TEST(Rule06, WhoEndedFirstIsNamedOfTwoThatAreNoMore) {
  constexpr std::string_view text = "pair CSK SUN\nedition 2025-12-31\nrelations CSK SUN 1934-06-09 source atlas\n";
  const std::string words = words_of(World(text).section(relations_section));
  EXPECT_THAT(words, HasSubstr("The Soviet Union existed until 25 December 1991."));
  EXPECT_THAT(words, Not(HasSubstr("Czechoslovakia existed until")));
  EXPECT_THAT(words, HasSubstr("breaks after that are not covered")) << "an ended state had breaks as well";
}

TEST(Rule06, TheEndIsToldWhereNoRelationsAreRecorded) {
  const World world("pair DEU DDR\nedition 2025-12-31\ncoverage list relations\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("East Germany existed until 2 October 1990."));
}

TEST(Rule06, WhatIsNoDescentIsNoPredecessor) {
  const auto lines = [](std::string_view pair) { return items_of(World(fmt::format("pair {}\nedition 2025-12-31\n", pair)).section(history_section)); };
  EXPECT_THAT(lines("CSK SUN"), Not(HasSubstr("Lithuania"))) << "an occupied state is no part of the occupier's story";
  EXPECT_THAT(lines("USA CHN"), Not(HasSubstr("Tibet")));
  EXPECT_THAT(lines("ARM AZE"), Not(HasSubstr("Nagorno-Karabakh")));
  EXPECT_THAT(lines("ISR EGY"), Not(HasSubstr("Syria"))) << "a union that came apart again";
  EXPECT_THAT(lines("SYR TUR"), Not(HasSubstr("Egypt")));
  EXPECT_THAT(lines("SRB XKX"), Not(HasSubstr("Yugoslavia"))) << "Kosovo was part of what Serbia continued";
  EXPECT_THAT(lines("FRA DZA"), Not(HasSubstr("5 July 1962"))) << "the Regency ended in 1830";
  EXPECT_THAT(lines("VAT ITA"), HasSubstr("Papal States and Italy")) << "what was joined in 1870 was no part before";
  EXPECT_THAT(lines("FRA KAZ"), HasSubstr("France and the Soviet Union"));
}

TEST(Rule02, AResumptionIsToldWithTheBreakThatItEnded) {
  const World world("pair UKR SYR\nedition 2025-12-31\nrelations UKR SYR 1992-03-31 source atlas\nsevered UKR SYR 2022-06-30 source press\nresumed UKR SYR 2025-09-24 source press\n"
                    "embassy UKR->SYR \"Damascus\" listed 2022-11-16 source list\nembassy SYR->UKR \"Kyiv\" listed 2021-11-16 source old\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("resumed diplomatic relations on 24 September 2025, after they had been severed on 30 June 2022; they had first been established on 31 March 1992"));
  const std::string words = words_of(world.section(relations_section));
  EXPECT_THAT(words, HasSubstr("An embassy of Ukraine in Damascus is named by list on 16 November 2022, although relations were severed from 30 June 2022 to 24 September 2025"))
      << "the list's day counts, not today";
  EXPECT_THAT(words, Not(HasSubstr("Kyiv"))) << "a list of before the break contradicts nothing";
}

TEST(Rule03, OneOfficeThatTwoPagesCallDifferentlyIsOnePost) {
  const World world("pair BOL CHL\nedition 2025-12-31\nmission consulate_general BOL->CHL \"Calama\" listed 2025-11\nmission consulate BOL->CHL \"Calama\" listed 2025-11\n"
                    "mission consulate BOL->CHL \"Arica\" listed 2025-11\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, HasSubstr("a consulate general in Calama and a consulate in Arica"));
  EXPECT_THAT(words, Not(HasSubstr("consulates in")));
}

TEST(Rule03, AnOfficeInPlaceOfAnEmbassyIsNotDroppedForWantOfATown) {
  const World world("pair USA TWN\nedition 2025-12-31\nmission representative_office USA->TWN \"Kaohsiung\" listed 2022-11-16\nmission representative_office USA->TWN \"\" listed 2022-11-16 opened 1979-01-16\n");
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("representative offices in Kaohsiung and a town not given"));
}

TEST(Rule03, WhoHasAnEmbassyThereNeedsNoneElsewhere) {
  constexpr std::string_view resident = "embassy SUR->NLD \"The Hague\" listed 2025-11\n";
  constexpr std::string_view text = "pair SUR NLD\nedition 2025-12-31\nembassy SUR->NLD \"Rabat\" listed 2022-11-16 from MAR\n";
  EXPECT_THAT(words_of(World(text).section(missions_section)), HasSubstr("Rabat"));
  EXPECT_THAT(words_of(World(std::string(text) + std::string(resident)).section(missions_section)), Not(HasSubstr("Rabat")));
}

TEST(Rule03, AnEmbassyToTheHolySeeStandsInTheSendersOwnLand) {
  const World world("pair VAT ITA\nedition 2025-12-31\nembassy ITA->VAT \"Rome\" listed 2022-11-16 from ITA\nembassy VAT->ITA \"Rome\" listed 2022-11-16\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, HasSubstr("Italy’s embassy to the Holy See"));
  EXPECT_THAT(words, HasSubstr("stands in Rome, in Italy itself"));
  EXPECT_THAT(words, Not(HasSubstr("No list read here names a post of Italy")));
}

TEST(Rule03, AnInterestsSectionEndsWithTheEmbassy) {
  const World world("pair USA CUB\nedition 2025-12-31\nmission interests_section USA->CUB \"Havana\" listed 2022-11-16\nembassy USA->CUB \"Havana\" listed 2025-11\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), Not(HasSubstr("other post")));
  EXPECT_THAT(words_of(world.section(relations_section)), Not(HasSubstr("interests section")));
}

TEST(Rule03, WhatNoListNamesIsSaidAtAGlance) {
  const World world("pair HND CHN\nedition 2025-12-31\ncoverage list missions\nrelations HND CHN 2023-03-26 source atlas\n");
  EXPECT_THAT(words_of(world.section(at_glance_section, Profile::brief)), HasSubstr("None named in the lists read here"));
}

TEST(Rule26, AMemberWhoseRightsRestBelongsAllTheSame) {
  const World world("pair SDN SSD\nedition 2025-12-31\norganization AU \"African Union\" importance 1\nmember AU SDN from 2002-07-09\nmember AU SDN from 2021-10-27 kind suspended\nmember AU SSD from 2011-07-28\n");
  EXPECT_THAT(words_of(world.section(politics_section)), HasSubstr("Both belong to the AU"));
  const World cuba("pair USA CUB\nedition 2025-12-31\norganization OAS \"Organization of American States\" importance 1\nmember OAS USA from 1948-04-30\nmember OAS CUB from 1948-04-30\n"
                   "member OAS CUB from 1962-01-31 kind takes_no_part\n");
  EXPECT_THAT(words_of(cuba.section(politics_section)), HasSubstr("Cuba takes no part in the OAS since 31 January 1962, of which it remains a member."));
}

TEST(Rule26, WhoLeftAndStayedAsAnAssociateIsToldSo) {
  const World world("pair TKM KAZ\nedition 2025-12-31\norganization CIS \"Commonwealth of Independent States\" importance 1\nmember CIS TKM from 1991-12-21 to 2005-08-25\n"
                    "member CIS TKM from 2005-08-26 kind associate\nmember CIS KAZ from 1991-12-21\n");
  EXPECT_THAT(words_of(world.section(politics_section)), HasSubstr("Turkmenistan left the CIS (last day 25 August 2005), and takes part as an associate member since 26 August 2005."));
}

TEST(Rule26, AnInitiativeStandsApartWithItsDays) {
  const World world("pair DEU KAZ\nedition 2025-12-31\norganization GCA \"Green Central Asia\" short \"Green Central Asia\" kind initiative importance 1 coverage_to 2021-05-06\norganization WTO \"World Trade Organization\" importance 3 coverage_to 2025-12-31\n"
                    "member GCA DEU from 2020-01-28\nmember GCA KAZ from 2020-01-28\nmember WTO DEU from 1995-01-01\nmember WTO KAZ from 2015-11-30\n");
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, HasSubstr("Both belong to the WTO, by a table of memberships that reaches 31 December 2025."));
  EXPECT_THAT(words, HasSubstr("Both take part in Green Central Asia (from 28 January 2020), known up to 6 May 2021."));
}

TEST(Rule05, ALeadersDayIsThatOfTheListAndSaysSo) {
  const World world("pair DEU KAZ\nedition 2026-04-13\nsource book scholarly \"The Book of Offices\" as_of 2026-02\nevent in_office DEU undated person \"Chancellor N. Name\" office \"head of government\" source book\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("(in The Book of Offices of February 2026)"));
  EXPECT_THAT(words, Not(HasSubstr("as of February 2026")));
}

TEST(Rule05, HowFarListsOfWarsReachIsSaidWhereOneIsTold) {
  const World world("pair ARM AZE\nedition 2025-12-31\ncoverage cow events:war 1816..2007\ncoverage acd events:war 1946..2024\nevent war ARM AZE 1993-02-06 \"First War\" source cow\n");
  EXPECT_THAT(words_of(world.section(history_section)), HasSubstr("The lists of wars read here reach 2007 and 2024."));
}

TEST(Rule02, WhatAListSaysAgainstItselfIsNoEventOfHistory) {
  const World world("pair BOL CHL\nedition 2025-12-31\nevent war BOL CHL 1879 \"War of the Pacific\" source cow\nsevered BOL CHL 1978-03-17 source atlas\n"
                    "event relations_resumed BOL CHL 1978/2025-11 \"Numbered among those in relations\" status disputed source atlas\n");
  EXPECT_THAT(words_of(world.section(history_section)), Not(HasSubstr("Numbered among")));
}

TEST(Rule28, HoursAreOfTodaysClocksAndASeatIsNoCapital) {
  EXPECT_THAT(words_of(World("pair VNR USA\nedition 2025-12-31\n").section(at_glance_section)), Not(HasSubstr("standard time")));
  const std::string words = words_of(World("pair ESH MAR\nedition 2025-12-31\n").section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("between El Aaiún (seat or chief town; there is no capital) and Rabat"));
  EXPECT_THAT(words, Not(HasSubstr("between the capitals")));
}

TEST(Rule06, AVisitToWhatWasNoStateYetIsNoneToIt) {
  const World world("pair USA PLW\nedition 2025-12-31\nvisit USA->PLW 1986-06-28 \"George Shultz\" source list\nvisit USA->PLW 2022-08-10 \"N. Name\" source list\n");
  EXPECT_THAT(words_of(world.section(visits_section)), Not(HasSubstr("Shultz")));
  EXPECT_THAT(words_of(world.section(visits_section)), HasSubstr("Name"));
}

TEST(Rule08, AnotherDateNamesWhoSaysItAndSendsNobodyToNothing) {
  const World world("pair AUS PNG\nedition 2025-12-31\nsource wiki crowd \"The Wiki\" publisher \"Wiki People\"\nrelations AUS PNG 1975-09-16 source wiki\nrelations AUS PNG 2025-10-06 status disputed source wiki\n");
  const std::string words = words_of(world.section(relations_section));
  EXPECT_THAT(words, HasSubstr("established diplomatic relations on 16 September 1975"));
  EXPECT_THAT(words, HasSubstr("Another date is given as well: 6 October 2025 by Wiki People (whose own list has the other)."));
  EXPECT_THAT(words, Not(HasSubstr("Where the sources disagree")));
}

TEST(Rule08, TheBriefSaysThatItTellsTheFirstOfMore) {
  const World world("pair IND SWE\nedition 2025-12-31\ndisagreement revision \"One?\" size 2\ndisagreement revision \"Two?\" size 2\ndisagreement revision \"Three?\" size 2\n");
  EXPECT_THAT(words_of(world.section(disagreements_section, Profile::brief)), HasSubstr("the most consequential of them:"));
  EXPECT_THAT(words_of(world.section(disagreements_section)), Not(HasSubstr("the most consequential")));
}

}  // namespace
}  // namespace comity::dossier
