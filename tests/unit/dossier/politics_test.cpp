// Rules 4, 6, 24, 25 and 26: visits, predecessors, votes, treaties, organisations.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/sections.hpp"
#include "tests/support/world.hpp"

namespace comity::dossier {
namespace {

using test::uncited_figures;
using test::words_of;
using test::World;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Trips trips_of(const World& world) {
  CitationBook book(world.context());
  const Request request;
  return count_trips({world.facts(), world.context(), request, book});
}

constexpr std::string_view visits = R"(
pair DEU KAZ
source article crowd "An article"
source embassy official:KAZ "Page on relations"
source paper press "A paper"
visit DEU->KAZ 2010 "Angela Merkel" source article
visit DEU->KAZ 2010-07 "Angela Merkel" source embassy
visit DEU->KAZ 2010-12 "Angela Merkel" source embassy
visit DEU->KAZ 2017-07 "Frank-Walter Steinmeier" source article occasion "National Day at EXPO-2017"
visit DEU->KAZ 2017-07 "Frank-Walter Steinmeier" source paper place Astana
event ceremony DEU KAZ 2017 actor DEU person "Frank-Walter Steinmeier" title "National Day of Germany" source article
visit KAZ->DEU 2012-02 "Nursultan Nazarbayev" source paper place Berlin
visit KAZ->DEU 2012-02-07/2012-02-08 "Nursultan Nazarbayev" source embassy
event meeting DEU KAZ 2024-09 title "Summit" source paper
)";

TEST(Rule04, ATripIsCountedOnce) {
  const World world(visits);
  const Trips counted = trips_of(world);
  ASSERT_EQ(counted.trips.size(), 4u);
  EXPECT_EQ(counted.trips[2].event->date.text, "2012-02-07/2012-02-08");
  EXPECT_EQ(counted.trips[2].all.size(), 2u);
  EXPECT_EQ(counted.trips[3].along.size(), 1u);
  ASSERT_EQ(counted.unplaced.size(), 1u);  // "2010" may be either of two
  EXPECT_EQ(counted.unplaced[0]->date.text, "2010");
  const std::string words = words_of(world.section(visits_section));
  EXPECT_THAT(words, HasSubstr("Three trips from Germany to Kazakhstan are recorded"));
  EXPECT_THAT(words, HasSubstr("One trip from Kazakhstan to Germany is recorded"));
  EXPECT_THAT(words, HasSubstr("National Day at EXPO-2017"));
  EXPECT_THAT(words, HasSubstr("not counted as a visit"));
}

TEST(Rule04, TheCoverageSaysWhoIsCoveredAtAll) {
  const World none(visits);
  EXPECT_THAT(words_of(none.section(visits_section)), HasSubstr("No source read here claims to cover all visits"));
  const World some(std::string(visits) + "coverage paper visits 1990..2024 note \"only US and Chinese leaders\"\n");
  EXPECT_THAT(words_of(some.section(visits_section)), HasSubstr("only US and Chinese leaders"));
}

TEST(Rule04, TwoPeopleOnOneDayAreTwoTrips) {
  const World world("pair DEU KAZ\nvisit DEU->KAZ 2010-07 \"A Berg\" source a\nvisit DEU->KAZ 2010-07 \"B Thal\" source a\n");
  EXPECT_EQ(trips_of(world).trips.size(), 2u);
}

TEST(Rule06, PredecessorsAreAStripOfTheirOwn) {
  const World world("pair DEU KAZ\nrelations DEU KAZ 1992-02-11 source a\n");
  const std::string words = words_of(world.section(history_section));
  EXPECT_THAT(words, HasSubstr("Germany and the Soviet Union (DEU SUN)"));
  EXPECT_THAT(words, HasSubstr("not what these two did"));
}

constexpr std::string_view votes = R"(
pair DEU KAZ
source votes official:UN "Roll calls" publisher "United Nations"
observe un_vote_agreement DEU->KAZ 2022 62.5 percent source votes variant "same vote, absences excluded" note "session 77 (2022–23); 50 of 80 votes alike"
observe un_votes_common DEU->KAZ 2022 80 votes source votes
observe un_vote_agreement DEU->KAZ 2023 90 percent source votes variant "same vote, absences excluded"
observe un_votes_common DEU->KAZ 2023 29 votes source votes
)";

// So that the pair is not a thin one.
const std::string trade_of_six_years = [] {
  std::string out;
  for (int year = 2015; year <= 2020; ++year) out += "trade DEU->KAZ " + std::to_string(year) + " 1 usd_million by DEU source votes\n";
  return out;
}();

TEST(Rule24, VotesNameMeasureCommonVotesAndRank) {
  const World world(std::string(votes) +
                    "standing un_vote_agreement DEU out 2022 value 62.5 total 100 rank 120 partners 192 source votes variant \"same vote, absences excluded\"\n" +
                    trade_of_six_years);
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, HasSubstr("same vote, absences excluded"));
  EXPECT_THAT(words, HasSubstr("In session 77 (2022–23) the two voted alike"));
  EXPECT_THAT(words, HasSubstr("80 votes"));
  EXPECT_THAT(words, HasSubstr("rank 120 of 192 among Germany’s partners"));
  EXPECT_THAT(uncited_figures(world.section(politics_section)), IsEmpty());
}

TEST(Rule24, FewerThanThirtyVotesAreNothing) {
  const World world(votes);
  EXPECT_THAT(words_of(world.section(politics_section)), Not(HasSubstr("2023")));
}

TEST(Rule24, WithoutARankVotesDoNotStandAtAGlance) {
  const World world(votes);
  EXPECT_THAT(words_of(world.section(at_glance_section)), Not(HasSubstr("oted alike")));
}

constexpr std::string_view treaties = R"world(
pair DEU KAZ
source iia depositary "Investment treaties" as_of 2024-06-30
source codes scholarly "Alliance codes"
agreement bilateral_investment_treaty "Germany - Kazakhstan BIT (1992)" signed 1992-09-22 in_force 1995-05-10 status in_force capacity_a own capacity_b own source iia
agreement trade_agreement "EU - Kazakhstan EPCA" signed 2015-12-21 in_force 2020-03-01 status in_force capacity_a through:EU capacity_b own source iia
agreement double_taxation "Old convention" signed 1981 in_force 1982 terminated 1996-01-01 status terminated capacity_a own capacity_b own source iia
agreement defence "" signed 1997 source codes
)world";

TEST(Rule25, ATreatyOfManyIsInForceForThoseBoundByIt) {
  const World world("pair SDN SSD\nsource desta scholarly \"Trade agreements\" as_of 2023\nagreement trade_agreement \"African Continental Free Trade Area\" signed 2018 in_force 2019 "
                    "status in_force_as_a_whole capacity_a own capacity_b own source desta\n");
  const std::string words = words_of(world.section(agreements_section));
  EXPECT_THAT(words, HasSubstr("in force from 2019 for those bound by it, end not listed"));
  EXPECT_THAT(words, HasSubstr("no end listed, nor who is bound"));
}

TEST(Rule25, ATreatyHasFourDatesAndACapacity) {
  const World world(treaties);
  const std::string words = words_of(world.section(agreements_section));
  EXPECT_THAT(words, HasSubstr("signed 22 September 1992, in force 10 May 1995"));
  EXPECT_THAT(words, HasSubstr("1 January 1996"));
  EXPECT_THAT(words, HasSubstr("in force (30 June 2024)"));
  EXPECT_THAT(words, HasSubstr("Germany through the EU"));
}

TEST(Rule25, ACodeOfADataSetIsNoTreaty) {
  const World world(treaties);
  const std::string words = words_of(world.dossier());
  EXPECT_THAT(words, Not(HasSubstr("defence")));
  EXPECT_THAT(words, Not(HasSubstr("allies")));
  EXPECT_THAT(words, Not(HasSubstr("alliance")));
}

TEST(Rule25, AnEndedTreatyIsNotInTheFramework) {
  const World world(treaties);
  EXPECT_THAT(words_of(world.section(at_glance_section)), Not(HasSubstr("double taxation")));
}

TEST(Rule26, MembershipsHaveExits) {
  const World world(R"(
pair GBR RUS
edition 2025-12-31
organization EU "European Union" importance 1 coverage_to 2025-12-31
organization COE "Council of Europe" short "Council of Europe" importance 4 coverage_to 2025-12-31
organization UN "United Nations" importance 5 coverage_to 2025-12-31
member EU GBR from 1973-01-01 to 2020-01-31 source table
member COE GBR from 1949-05-05 source table
member COE RUS from 1996-02-28 to 2022-03-15 source table
member UN GBR from 1945-10-24 kind founding_member source table
member UN RUS from 1991-12-24 source table
)");
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, HasSubstr("Both belong to the UN, by a table of memberships that reaches 31 December 2025"));
  EXPECT_THAT(words, HasSubstr("Russia left the Council of Europe (last day 15 March 2022)"));
  EXPECT_THAT(words, HasSubstr("The United Kingdom left the EU (last day 31 January 2020)"));
}

TEST(Rule26, AtMostSixAreNamedFirst) {
  std::string text = "pair DEU KAZ\n";
  for (int i = 1; i <= 9; ++i) {
    text += fmt::format("organization O{} \"Organisation {}\" importance {} coverage_to 2025-12-31\n", i, i, i > 6 ? 6 : i);
    text += fmt::format("member O{} DEU from 1992 source t\nmember O{} KAZ from 1993 source t\n", i, i);
  }
  const World world(text);
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, HasSubstr("Both belong to the O1, the O2, the O3, the O4, the O5, the O6 and three others"));
}

constexpr std::string_view tongues = R"(
pair DEU KAZ
source cldr scholarly "Languages" as_of 2026
observe language_share DEU 2026-01-31 6 percent product ru scheme "BCP 47" note "Russian" source cldr
observe language_share DEU 2026-01-31 94 percent product de scheme "BCP 47" note "German, official" source cldr
observe language_share DEU 2026-01-31 0.4 percent product kk scheme "BCP 47" note "Kazakh" source cldr
observe language_share DEU 2026-01-31 10 percent product fr scheme "BCP 47" note "French" source cldr
observe language_share KAZ 2026-01-31 72 percent product ru scheme "BCP 47" note "Russian, official" source cldr
observe language_share KAZ 2026-01-31 64 percent product kk scheme "BCP 47" note "Kazakh, official" source cldr
observe language_share KAZ 2026-01-31 6.4 percent product de scheme "BCP 47" note "German" source cldr
)";

TEST(Languages, WhatPeopleInBothCanUseLargestCommonGroundFirst) {
  std::string text(tongues);
  for (const char* year : {"2008", "2009", "2010", "2011", "2012", "2013"}) text += std::string("trade KAZ->DEU ") + year + " 5008 usd_million by DEU cif source cow\n";
  const World world(text);  // not a thin pair
  const std::string words = words_of(world.section(culture_section));
  EXPECT_THAT(words, HasSubstr("can read and write, by rough estimate: German (94\u00a0% in Germany, 6.4\u00a0% in Kazakhstan) and Russian (6\u00a0% in Germany, 72\u00a0% in Kazakhstan)"));
  EXPECT_THAT(words, Not(HasSubstr("Kazakh (")));  // under one per cent
  EXPECT_THAT(words, Not(HasSubstr("French")));    // of one side only
}

}  // namespace
}  // namespace comity::dossier
