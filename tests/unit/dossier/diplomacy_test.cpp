// Visits by lists of one side, who led when, treaties of lists (rules 4, 5, 8, 25).
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/detail/leaders.hpp"
#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/sections.hpp"
#include "tests/unit/dossier/economy_world.hpp"

namespace comity::dossier {
namespace {

using test::Economy;
using test::plain_words;
using test::uncited_figures;
using test::words_of;
using test::World;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Trips trips_of(const World& world) {
  CitationBook book(world.context());
  const Request request;
  return count_trips({world.facts(), world.context(), request, book});
}

// So that a pair is not thin.
std::string trade_of_years() {
  std::string out = "source customs statistical_office \"Customs\"\n";
  for (int year = 2015; year < 2022; ++year) out += fmt::format("trade KAZ->DEU {} 1 usd_million by DEU source customs\n", year);
  return out;
}

TEST(Rule04, ATravellerNamedTwiceUnderAYearMadeTwoTrips) {
  constexpr std::string_view list = R"(
pair CHN RUS
source list scholarly "A list by years"
visit CHN->RUS 2013 "Xi Jinping" source list
visit CHN->RUS 2013 "Xi Jinping" title "Visit 2 of the year" occasion "another visit of the year" source list
)";
  EXPECT_EQ(trips_of(World(list)).trips.size(), 2u);
  // A day told by somebody else is one of the two, and makes no third.
  EXPECT_EQ(trips_of(World(std::string(list) + "source paper press \"A paper\"\nvisit CHN->RUS 2013-03-22 \"Xi Jinping\" source paper\n")).trips.size(), 2u);
  // Another list that has the year again has told the same trip.
  EXPECT_EQ(trips_of(World("pair CHN RUS\nvisit CHN->RUS 2013 \"Xi Jinping\" source a\nvisit CHN->RUS 2013 \"Xi Jinping\" source b\n")).trips.size(), 1u);
}

TEST(Rule04, WhomNoListCoversDidNotStayAtHome) {
  const World world(R"(
pair USA KAZ
edition 2025-12-31
source list official:USA "Travels" as_of 2020-11
coverage list visits 1866..2020 reporters USA note "Presidents and Secretaries of State"
visit USA->KAZ 2005-10-12/2005-10-13 "Condoleezza Rice" office "Secretary of State" occasion bilateral detail "Met with President Example." source list
)");
  const std::string words = words_of(world.section(visits_section));
  EXPECT_THAT(words, HasSubstr("One trip from the United States to Kazakhstan is recorded"));
  EXPECT_THAT(words, HasSubstr("Trips from Kazakhstan to the United States are covered by no list read here."));
  EXPECT_THAT(words, Not(HasSubstr("No trip from Kazakhstan")));
  EXPECT_THAT(words, HasSubstr("bilateral: Met with President Example."));
  EXPECT_THAT(uncited_figures(world.section(visits_section)), IsEmpty());
}

// Rule 3: what one list says ended long ago and a later one names is there.
TEST(Rule03, AnEmbassyClosedInAWarAndListedSinceIsOpen) {
  const World world(R"(
pair USA FRA
edition 2026-03-31
source office official:USA "Status of missions" as_of 2024-12-31
source wiki crowd "A list" as_of 2025-11
mission embassy USA->FRA Paris listed 1893-04-08/1942-11-07 opened 1893-04-08 closed 1942-11-07 source office
mission embassy USA->FRA Paris listed 1944-10-23/2024-12-31 opened 1944-10-23 source office
mission legation USA->FRA Paris listed 1816/1893-04-07 closed 1893-04-07 source office
mission consulate_general USA->FRA Marseille listed 2025-11 source wiki
mission consulate_general USA->FRA Strasbourg listed 2025-11 source wiki
mission consulate USA->FRA Lyon listed 1990 closed 1992 source wiki
)");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, HasSubstr("the lists name an embassy in Paris and consulates general in Marseille and Strasbourg in France"));
  EXPECT_THAT(words, HasSubstr("8 April 1893 to 7 November 1942; from 23 October 1944"));
  EXPECT_THAT(words, Not(HasSubstr("None of these is an embassy")));
  EXPECT_THAT(words, Not(HasSubstr("consulate in Lyon")));
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("United States in France: embassy in Paris"));
}

TEST(Rule03, WhatIsClosedAndNamedByNoLaterListIsNot) {
  const World world("pair USA IRN\nedition 2026-03-31\nmission embassy USA->IRN Tehran listed 1944/1980-04-07 closed 1980-04-07 source office\n");
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("No list read here names an open post of the United States in Iran; those that were closed are in the table"));
}

constexpr std::string_view leaders = R"(
pair DEU KAZ
edition 2026-03-31
source old scholarly "A list" as_of 2015-12-31
source new scholarly "A later list" as_of 2021-03
event leader DEU 2005-11-22/2015-12-31 person "Merkel" office "effective leader" occasion "end of coverage" source old
event leader DEU 2005-11-22/2021-03 person "Merkel" office "effective leader" occasion "end of coverage" source new
event leader DEU 1998-10-27/2005-11-22 person "Schroder" office "effective leader" source old
event leader DEU 1982-10-01/1998-10-27 person "Kohl" office "effective leader" source old
event leader DEU 1990-10-03/1998-10 person "Kohl" office "effective leader" source new
event leader KAZ 1990-04-24/2015-12-31 person "Nazarbayev" office "effective leader" occasion "end of coverage" source old
event leader KAZ 1990-04-24/2019-03 person "Nazarbaev" office "effective leader" source new
event leader KAZ 2019-03-20/2021-03 person "Tokayev" office "effective leader" occasion "end of coverage" source new
event initiative_launched DEU KAZ 2020-01-28 title "An initiative" source new
)";

TEST(Rule05, AnOpenSpellEndsWithItsList) {
  const Economy world(std::string(leaders) + trade_of_years());
  const std::string words = words_of(world.section(history_section));
  EXPECT_THAT(words, HasSubstr("Merkel | 22 November 2005 | in office when the list ends (March 2021)"));
  EXPECT_THAT(words, HasSubstr("Schroder | 27 October 1998 | 22 November 2005"));
  EXPECT_THAT(words, HasSubstr("Kohl | 1 October 1982 | 27 October 1998 | A later list and A list"));
  EXPECT_THAT(words, Not(HasSubstr("Kohl | 3 October 1990")));
  // The later list knows an end that the first could not: one spell, with both marks.
  EXPECT_THAT(words, HasSubstr("Nazarbaev | 24 April 1990 | March 2019 | A later list and A list"));
  EXPECT_THAT(words, Not(HasSubstr("31 December 2015")));
  const std::string glance = words_of(world.section(at_glance_section));
  EXPECT_THAT(glance, HasSubstr("Germany: Merkel, effective leader when the list ends (March 2021)"));
  EXPECT_THAT(glance, HasSubstr("Kazakhstan: Tokayev, effective leader when the list ends (March 2021)"));
}

TEST(Rule05, WhoIsInOfficeTodayComesFromASourceOfToday) {
  const Economy world(std::string(leaders) + "source book official:USA \"A handbook\" as_of 2026-02\nevent in_office DEU undated person \"Friedrich Merz\" office \"head of government\" source book\n");
  const std::string glance = words_of(world.section(at_glance_section));
  EXPECT_THAT(glance, HasSubstr("Germany: Friedrich Merz, head of government (in A handbook of February 2026)"));
  EXPECT_THAT(glance, Not(HasSubstr("Merkel")));
  EXPECT_THAT(glance, HasSubstr("Kazakhstan: Tokayev, effective leader when the list ends"));
}

TEST(Rule25, AgreementsKnownByKindAndYearAreARowAKind) {
  std::string text = "pair USA CAN\nedition 2025-12-31\nsource nca scholarly \"Nuclear agreements\" as_of 2003\n";
  for (const int year : {1955, 1969, 1987}) {
    text += fmt::format("agreement nuclear_cooperation \"Nuclear cooperation: research\" signed {} subject research status unknown source nca\n", year);
  }
  const Economy world(text);
  const document::Section section = world.section(agreements_section);
  const std::string words = words_of(section);
  EXPECT_THAT(words, HasSubstr("Three agreements on nuclear cooperation: research | 1955, 1969 and 1987"));
  // Named once in the sentence, and not as one in force.
  EXPECT_THAT(words, HasSubstr("an agreement on nuclear cooperation (signed 1987, entry into force not recorded)."));
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

TEST(Rule08, OneTreatyInTwoListsIsOneTreaty) {
  const Economy world(R"(
pair DEU NLD
edition 2025-12-31
source iea scholarly "Environmental agreements" as_of 2020
source tfdd scholarly "Freshwater treaties" as_of 2016
agreement environment "Treaty concerning the Course of the Common Frontier" signed 1960-04-08 in_force 1963-08-01 status unknown source iea
agreement environment "Treaty between Germany and the Netherlands on the frontier and boundary waters" signed 1960-04-08 status unknown source tfdd
agreement environment "Another treaty" signed 1992 status unknown source tfdd
)");
  const std::string words = words_of(world.section(agreements_section));
  EXPECT_THAT(words, HasSubstr("Treaty concerning the Course of the Common Frontier"));
  EXPECT_THAT(words, Not(HasSubstr("on the frontier and boundary waters")));
  EXPECT_THAT(words, HasSubstr("Another treaty"));
}

// One list only knows how the pact began; another knows its end.
TEST(Rule25, APactThatAnyListEndsIsNotInForce) {
  const Economy world(R"(
pair NIC TWN
edition 2025-12-31
source desta scholarly "Trade agreements"
source unctad statistical_office "Investment treaties"
agreement trade_agreement "Nicaragua Taiwan" signed 2006 in_force 2008 status entered_into_force source desta
agreement treaty_with_investment_provisions "Nicaragua - Taiwan FTA" signed 2006-06-16 in_force 2008-01-01 terminated 2021-12-15 status terminated source unctad
)");
  EXPECT_THAT(words_of(world.section(agreements_section)), Not(HasSubstr("record a trade agreement")));
  const std::string glance = words_of(world.section(at_glance_section));
  EXPECT_THAT(glance, Not(HasSubstr("a trade agreement (signed 2006")));
  EXPECT_THAT(glance, HasSubstr("signed 16 June 2006, no longer in force"));
}

// Told by two lists, a pact is named once; and the pact that governs leads, not the one that many signed last.
TEST(Rule25, TheAgreementThatGovernsLeads) {
  const Economy world(R"(
pair LSO ZAF
edition 2025-12-31
source desta scholarly "Trade agreements"
source unctad statistical_office "Investment treaties"
agreement trade_agreement "Southern African Customs Union" signed 2002 in_force 2004 status in_force_as_a_whole source desta
agreement trade_agreement "African Continental Free Trade Agreement accession" signed 2018 in_force 2019 status in_force_as_a_whole source desta
agreement trade_agreement "A pact of the two" signed 2010 in_force 2011 status entered_into_force source desta
agreement treaty_with_investment_provisions "Pact of two, 2010" signed 2010-05-01 status signed source unctad
)");
  const std::string words = words_of(world.section(agreements_section));
  const std::string sentence = words.substr(0, words.find("."));
  EXPECT_THAT(sentence, HasSubstr("Southern African Customs Union"));
  EXPECT_THAT(sentence, Not(HasSubstr("Continental")));
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("Southern African Customs Union"));
  // The one list's day of signature and the other's entry into force are of one pact.
  EXPECT_THAT(words, AllOf(HasSubstr("A pact of the two (trade agreement) | 1 May 2010 | 2011 |  | no end listed | Trade agreements; Investment treaties"), Not(HasSubstr("Pact of two, 2010"))));
}

TEST(Climate, ATreatyOfTwoListsIsCountedOnceAndACompiledListNotAtAll) {
  const Economy world("pair DEU KAZ\nedition 2025-12-31\n" + trade_of_years() + R"(
source un depositary "The depositary's list"
source iea scholarly "Environmental agreements"
source many scholarly "A compiled list"
organization untc:1 "Convention on Wetlands and Water" kind treaty importance 6 coverage_to 2015-03
organization iea:1 "Convention On Wetlands And Water" kind environment_treaty importance 6 coverage_to 2020
organization iea:4 "Wetlands And Water" kind environment_treaty importance 6 coverage_to 2020
organization iea:5 "Protocol to the Convention on Wetlands and Water" kind environment_treaty importance 6 coverage_to 2020
member iea:4 DEU from 1976-06-26 kind party source iea
member iea:4 KAZ from 2007-05-02 kind party source iea
member iea:5 DEU from 1986-06-26 kind party source iea
member iea:5 KAZ from 2009-05-02 kind party source iea
organization iea:2 "Whaling Convention" kind environment_treaty importance 6 coverage_to 2020
organization iea:3 "Convention of One Alone" kind environment_treaty importance 6 coverage_to 2020
organization many:1 "Compiled Convention on Water" kind compiled_treaty importance 9 coverage_to 2023
member untc:1 DEU from 1976-06-26 kind party source un
member untc:1 KAZ from 2007-05-02 kind party source un
member iea:1 DEU from 1976-06-26 kind party source iea
member iea:1 KAZ from 2007-05-02 kind party source iea
member iea:2 DEU from 1982-07-02 kind party source iea
member iea:2 KAZ from 1999-07-02 kind party source iea
member iea:3 DEU from 1982-07-02 kind party source iea
member many:1 DEU from 1982-07-02 kind party source many
member many:1 KAZ from 1982-07-02 kind party source many
)");
  const std::string words = plain_words(world.section(climate_section));
  EXPECT_THAT(words, HasSubstr("Both are listed as party to three treaties on the environment (by lists that reach March 2015 and 2020; who left since is not covered)"));
  EXPECT_THAT(words, Not(HasSubstr("One Alone")));
  EXPECT_THAT(words, Not(HasSubstr("Compiled")));
  const std::string politics = plain_words(world.section(politics_section));
  EXPECT_THAT(politics, Not(HasSubstr("Whaling")));
  EXPECT_THAT(politics, Not(HasSubstr("Compiled")));
}

}  // namespace
}  // namespace comity::dossier
