// Turns of phrase that real pages use and that were read wrongly once: dates that lead the next thing, trips told twice,
// delegations, acts told by the way, numeric dates. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(ClaimsOfMissions, ADateThatLeadsTheNextIsNotTheFirsts) {
  EXPECT_THAT(about("In 1978, Peru opened a resident embassy in Oslo and in September 1989, Norway reciprocated by opening a resident embassy in Lima."),
              ElementsAre("mission_opened PER NOR - embassy - 1978 Oslo", "mission_opened NOR PER - embassy - 1989-09 Lima"));
}

TEST(ClaimsOfMissions, WhatIsToBeOpenedIsNotOpen) { EXPECT_THAT(about("The Norwegian embassy in Lima was the fourth Norwegian embassy to be established."), Not(Contains(StartsWith("mission_opened")))); }

TEST(ClaimsOfMissions, TheEmbassyIsTheMission) { EXPECT_THAT(about("The Embassy of Peru in Oslo is the diplomatic mission of Peru to Norway."), ElementsAre("mission PER NOR - embassy - - Oslo")); }

TEST(ClaimsOfRelations, ToldByTheWay) {
  EXPECT_THAT(about("After the resumption of diplomatic relations between the two countries, Peru opened its embassy in Oslo in May 1994."), ElementsAre("mission_opened PER NOR - embassy - 1994-05 Oslo"));
  EXPECT_THAT(about("Peru and Norway first established foreign relations in 1942."), ElementsAre("relations_established NOR PER - - - 1942"));
}

TEST(ClaimsOfRelations, NoneSinceADay) {
  EXPECT_THAT(about("Peru and Norway have had no diplomatic relations since 1978."), ElementsAre(StartsWith("relations_severed")));
  EXPECT_THAT(about("Peru and Norway have no diplomatic relations since 1978."), ElementsAre(testing::HasSubstr("1978")));
  EXPECT_THAT(about("Peru and Norway have no diplomatic relations."), ElementsAre("relations_established NOR PER [neg]"));
}

TEST(ClaimsOfVisits, OneTripToldTwice) {
  EXPECT_THAT(about("In March 2002, Prime Minister Kjell Bondevik became the first Norwegian head of government to visit Peru when he travelled to Arequipa for a summit. He returned again in October of that same year to open a fair in Cusco."),
              ElementsAre("visit NOR PER - - - 2002-03 Arequipa Kjell Bondevik", "visit NOR PER - - - 2002-10 Cusco Kjell Bondevik"));
}

TEST(ClaimsOfVisits, Delegations) {
  EXPECT_THAT(about("Norwegian Trade Minister Dag Olsen led a large Norwegian delegation to Peru in March 2008."), ElementsAre("visit NOR PER - - - 2008-03 - Dag Olsen"));
  EXPECT_THAT(about("In 1993 Norwegian President Olav Lie made a stop over in Lima."), ElementsAre("visit NOR PER - - - 1993 Lima Olav Lie"));
}

TEST(ClaimsOfVisits, WhoseVisitsASentenceLists) {
  EXPECT_THAT(about("Major visits from Peru in the past include the visit of President Lujan in 1961 and President Limas in 1981."), ElementsAre("visit PER NOR - - - 1961 - Lujan", "visit PER NOR - - - 1981 - Limas"));
}

TEST(ClaimsOfVisits, GermanTurns) {
  EXPECT_THAT(auf_deutsch("Es gab Staatsbesuche von Präsident Alan Lima in Deutschland (Juli 1990, November 1996)."), ElementsAre("visit PER DEU - - - 1990-07 - Alan Lima", "visit PER DEU - - - 1996-11 - Alan Lima"));
  EXPECT_THAT(auf_deutsch("Staatssekretär Hans Huber reiste vom 23.-24.03.04 nach Lima."), ElementsAre("visit DEU PER - - - 2004-03-23/2004-03-24 Lima Hans Huber"));
}

TEST(ClaimsOfTreaties, CountedAndThenListed) {
  EXPECT_THAT(about("President Alan Lima visited Norway in August 2002. Two bilateral agreements were signed including one on culture; an Investment Protection Agreement."),
              Contains("treaty_signed NOR PER 2 documents - 2002-08"));
}

TEST(ClaimsOfTreaties, AYearLater) {
  EXPECT_THAT(about("On 16 December 1991, Norway recognised the independence of Peru, and a year later, the two countries signed a friendship treaty."),
              Contains("treaty_signed NOR PER - friendship - 1992"));
}

TEST(ClaimsOfMemberships, Allies) {
  EXPECT_THAT(about("As NATO allies and partners, Peru and Norway cooperate closely."), ElementsAre("membership NOR,PER NATO"));
  EXPECT_THAT(about("NATO allies criticised the plan of Norway."), IsEmpty());
}

TEST(ClaimsOfRecognition, ARegionIsNoState) { EXPECT_THAT(about("Peru was the first country in South America to recognise Norway."), ElementsAre(StartsWith("recognition PER NOR"))); }

TEST(ClaimsOfTrade, ACurrencyStuckToItsNumber) {
  EXPECT_THAT(lines("Malaysia–Poland relations\n\nIn 2023 bilateral trade amounted to RM3.05 billion.\n"), ElementsAre("trade_total MYS POL 3050000000 - MYR 2023"));
}

TEST(Blocks, AShortLineWithANoteIsNoHeading) {
  EXPECT_THAT(about("Peru has an embassy in Oslo since 1980.[10]"), ElementsAre(StartsWith("mission PER NOR - embassy")));
}

TEST(ClaimsOfTrade, TwoFlowsInTheirOrder) {
  EXPECT_THAT(about("Exports to Norway (2014): 60 million US dollars (fish meal, coffee, cut flowers, fruit)\nImports from Norway (2014): 150 million US dollars (ships, paper, machinery)\nIn 2010 the two lines had read 40 million and 70 million. Much has changed since."),
              testing::IsSupersetOf({"exports PER NOR 40000000 - USD 2010", "imports PER NOR 70000000 - USD 2010"}));
}

TEST(Dates, NumbersWithSlashes) {
  EXPECT_THAT(about("Peru and Norway established diplomatic relations on 21/03/1950."), ElementsAre("relations_established NOR PER - - - 1950-03-21"));
  EXPECT_THAT(about("Peru and Norway established diplomatic relations on 03/21/1950."), ElementsAre("relations_established NOR PER - - - 1950-03-21"));
  EXPECT_THAT(about("Peru and Norway established diplomatic relations on 02/03/1950."), ElementsAre("relations_established NOR PER - - - 1950"));  // which is the month is open
}

}  // namespace
}  // namespace comity::claims
