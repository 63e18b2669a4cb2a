// Wars, leaders and visits: each told once, of the state of its day, and with the day that lists reach.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

TEST(Leaders, WhoOverthrewIsNotWhoWasOverthrownOnThatDay) {
  const World world("pair GRC COL\nedition 2025-12-31\nsource list scholarly \"Archigos (ARCHIGOS)\"\nsevered GRC COL 1950-01-01 source list\nrelations GRC COL 1940-01-01 source list\nresumed GRC COL 1951-01-01 source list\n"
                    "visit GRC->COL 1990-01-01 \"A\" source list\nvisit GRC->COL 1991-01-01 \"A\" source list\nvisit GRC->COL 1992-01-01 \"A\" source list\n"
                    "event leader COL 1953-06-13/1953-06-13 person \"Gomez\" office \"effective leader\" source list\n"
                    "event leader COL 1953-06-13/1957-05-10 person \"Rojas Pinilla\" office \"effective leader\" source list\n"
                    "event leader COL 1953-06-13/1957-05 person \"Rojas Pinillia\" office \"effective leader\" source other\n");
  const std::string words = words_of(world.section(history_section));
  EXPECT_THAT(words, AllOf(HasSubstr("Gomez"), HasSubstr("Rojas Pinil")));
  EXPECT_EQ(words.find("Rojas Pinil"), words.rfind("Rojas Pinil")) << "two lists that spell one leader in two ways tell of one";
}

TEST(History, AWarThatTwoListsHaveIsToldOnce) {
  const World world("pair EGY ISR\nedition 2025-12-31\nsource cow scholarly \"COW\"\nsource ucdp scholarly \"UCDP\"\n"
                    "event war EGY ISR 1948-05-15/1948-07-18 \"Arab-Israeli War\" source cow\nevent war EGY ISR 1948-10-15/1949-01-07 \"Arab-Israeli War\" source cow\n"
                    "event war EGY ISR 1948-04-15/1949-01-07 \"War over territory (1,000 or more battle deaths in a year)\" source ucdp\n"
                    "event war EGY ISR 1990-01-01/1990-02-01 \"Armed conflict over territory (25 or more battle deaths in a year, never 1,000)\" source ucdp\n");
  for (const auto make : {history_section, politics_section}) {
    const std::string words = words_of(world.section(make));
    EXPECT_THAT(words, AllOf(HasSubstr("Arab-Israeli War"), Not(HasSubstr("War over territory")))) << "nor does a war of the two begin before one of them";
    EXPECT_THAT(words, HasSubstr("Armed conflict over territory")) << "which no other list names";
  }
}

TEST(Rule05, TheLastVisitOfAListThatEndsIsNoLastVisit) {
  const auto words = [](std::string_view as_of) {
    return words_of(World(fmt::format("pair USA SLV\nedition 2025-12-31\nsource travel official:USA \"Travels\" as_of {}\nvisit USA->SLV 2019-07-21 \"Mike Pompeo\" source travel\n", as_of)).section(at_glance_section));
  };
  EXPECT_THAT(words("2020-11"), HasSubstr("Mike Pompeo to El Salvador, 21 July 2019, the last in a list that reaches November 2020"));
  EXPECT_THAT(words("2025-12-31"), Not(HasSubstr("the last in a list")));
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

TEST(Rule06, AVisitToWhatWasNoStateYetIsNoneToIt) {
  const World world("pair USA PLW\nedition 2025-12-31\nvisit USA->PLW 1986-06-28 \"George Shultz\" source list\nvisit USA->PLW 2022-08-10 \"N. Name\" source list\n");
  EXPECT_THAT(words_of(world.section(visits_section)), Not(HasSubstr("Shultz")));
  EXPECT_THAT(words_of(world.section(visits_section)), HasSubstr("Name"));
}

TEST(History, AWarNamedForAStripIsTheWarThatAnotherListDoesNotName) {
  const World world("pair TCD LBY\nedition 2025-12-31\nevent war TCD LBY 1986-11-15/1987-09-11 \"War over the Aouzou Strip\" source cow\n"
                    "event war TCD LBY 1987-08-08/1987-09-12 \"War over territory (1,000 or more battle deaths in a year)\" source ucdp\n");
  EXPECT_THAT(words_of(world.section(history_section)), AllOf(HasSubstr("War over the Aouzou Strip"), Not(HasSubstr("War over territory"))));
}

TEST(Rule25, IndependenceFromTheOtherIsAnEventOfTheTwo) {
  const World india("pair GBR IND\nedition 2025-12-31\nevent independence IND 1947-08 \"Independence\" third GBR source icow\n");
  EXPECT_THAT(words_of(india.section(history_section)), HasSubstr("“India became independent of the United Kingdom”, August 1947"));
  // Of a third state, who was left is not told.
  const World other("pair DEU IND\nedition 2025-12-31\nevent independence IND 1947-08 \"Independence\" third GBR source icow\n");
  EXPECT_THAT(words_of(other.section(history_section)), Not(HasSubstr("became independent of")));
  // Declared in 1945, let go in 1949; and by the name that the other had then.
  const World indonesia("pair NLD IDN\nedition 2025-12-31\nevent independence IDN 1949-12 \"Independence\" third NLD source icow\n");
  EXPECT_THAT(words_of(indonesia.section(history_section)), HasSubstr("Indonesia became independent of the Netherlands"));
  const World greece("pair GRC TUR\nedition 2025-12-31\nevent independence GRC 1829-08 \"Independence\" detail \"the Ottoman Empire\" third TUR source icow\n");
  EXPECT_THAT(words_of(greece.section(history_section)), HasSubstr("Greece became independent of the Ottoman Empire"));
  const World kosovo("pair SRB XKX\nedition 2025-12-31\nevent independence XKX 2008-02 \"Independence by secession\" third SRB source icow\n");
  EXPECT_THAT(words_of(kosovo.section(history_section)), AllOf(HasSubstr("Kosovo declared its independence of Serbia"), Not(HasSubstr("became independent"))));
  // Who was no state that day was not left: Venezuela left Gran Colombia.
  const World venezuela("pair VEN COL\nedition 2025-12-31\nevent independence VEN 1830-01 \"Independence by secession\" third COL source icow\n");
  EXPECT_THAT(words_of(venezuela.section(history_section)), Not(HasSubstr("became independent of")));
}

TEST(History, ANumberWithoutADayAndABreakOfAYearAreNoFurtherEvents) {
  const World world("pair CUB USA\nedition 2025-12-31\nevent war CUB USA 1961-04-17 \"Landing\" source cow\nsevered CUB USA 1961-01-03 source list\nevent relations_suspended CUB USA 1961 \"Relations interrupted\" status vague source panorama\n"
                    "event relations_established CUB USA \"\" \"In relations; the list gives no day\" source wiki\n");
  const std::string words = words_of(world.section(history_section));
  EXPECT_THAT(words, HasSubstr("3 January 1961"));
  EXPECT_THAT(words, AllOf(Not(HasSubstr("interrupted")), Not(HasSubstr("no day"))));
}

TEST(Rule25, ATerritoryThatPassedFromOneToTheOtherIsHistory) {
  const World world("pair CHN GBR\nedition 2025-12-31\nevent territory_transferred CHN GBR 1997-07 \"Hong Kong passed from the United Kingdom to China\" actor CHN source cow\n");
  EXPECT_THAT(words_of(world.section(history_section)), HasSubstr("“Hong Kong passed from the United Kingdom to China”, July 1997"));
}

TEST(History, WhoseMissionWasOpenedIsSaid) {
  const World world("pair DDR DEU\nedition 2025-12-31\nevent mission_opened DDR DEU 1974 \"Permanent mission opened\" actor DDR source a\nevent mission_opened DDR DEU 1974 \"Permanent mission opened\" actor DEU source b\n");
  EXPECT_THAT(words_of(world.section(history_section)), AllOf(HasSubstr("East Germany: permanent mission opened"), HasSubstr("Germany: permanent mission opened")));
}

}  // namespace
}  // namespace comity::dossier
