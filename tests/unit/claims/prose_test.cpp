// Turns of phrase of encyclopaedias, ministries and newspapers that say less, or something else, than they seem to. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ProseOnRelations, AnAnniversaryIsNotTheDay) {
  EXPECT_THAT(about("In 2023, Peru and Norway celebrated the 60th anniversary of the establishment of diplomatic relations."), ElementsAre("relations_established NOR PER - - - 1963~"));
  EXPECT_THAT(about("They marked 70 years since the establishment of diplomatic relations on 4 November 1954."), ElementsAre("relations_established NOR PER - - - 1954-11-04"));
  EXPECT_THAT(about("Relations that have begun to develop since 1990 are friendly."), IsEmpty());
}

TEST(ProseOnRelations, BothEstablishThemWithoutADate) {
  EXPECT_THAT(about("Soon after the war, Peru and Norway established diplomatic relations."), ElementsAre("relations_established NOR PER"));
  EXPECT_THAT(about("Since Peru and Norway established diplomatic relations, much has changed."), IsEmpty());
}

TEST(ProseOnRelations, EachClauseHasItsOwnDate) {
  EXPECT_THAT(about("On 12 December 1963, Peru held a vote and on 13 December 1963, Norway recognized and established diplomatic relations with Peru."),
              ElementsAre("recognition NOR PER - - - 1963-12-13", "relations_established NOR PER - - - 1963-12-13"));
  EXPECT_THAT(about("Norway recognized the restored Republic of Peru on 27 August 1991."), ElementsAre("recognition NOR PER - - - 1991-08-27"));
}

TEST(ProseOnMissions, GapsAndOtherThingsEstablished) {
  EXPECT_THAT(about("Norway maintains an embassy in Lima and Peru in Oslo."), ElementsAre("mission NOR PER - embassy - - Lima", "mission PER NOR - embassy - - Oslo"));
  EXPECT_THAT(about("The Embassy of Norway in Lima has been functioning since December 1999."), ElementsAre("mission NOR PER - embassy - 1999-12/.. Lima"));
  EXPECT_THAT(about("In 1965 resident embassies were established in each other's capitals."), ElementsAre("mission_opened PER NOR - embassy - 1965 Oslo", "mission_opened NOR PER - embassy - 1965 Lima"));
  EXPECT_THAT(about("In July 1948, Peru and Norway established diplomatic relations at the level of legations."), ElementsAre("relations_established NOR PER - - - 1948-07"));
}

TEST(ProseOnMissions, OfBothAndInTheirOrder) {
  EXPECT_THAT(about("Norway and Peru opened their embassies in Lima and Oslo in 2010 and 2011, respectively."), ElementsAre("mission_opened PER NOR - embassy - 2011 Oslo", "mission_opened NOR PER - embassy - 2010 Lima"));
}

TEST(ProseOnTrade, PartsOfATotal) {
  EXPECT_THAT(about("In 2015, bilateral trade amounted to USD 1.86 billion, with USD 1.19 billion in Peruvian exports to Norway."), ElementsAre("trade_total NOR PER 1860000000 - USD 2015", "exports PER NOR 1190000000 - USD 2015"));
  EXPECT_THAT(about("In 2021, trade between the two countries amounted to USD 138.7 million (in 2020 it was USD 112.5 million)."), ElementsAre("trade_total NOR PER 138700000 - USD 2021", "trade_total NOR PER 112500000 - USD 2020"));
}

TEST(ProseOnVisits, WhoIsFirstAndWhoIsLearned) {
  EXPECT_THAT(about("In 2013, President Ollanta Humala became the first Peruvian president to visit the Kingdom of Norway."), ElementsAre("visit PER NOR - - - 2013 - Ollanta Humala"));
  EXPECT_THAT(about("The story begins in 1927, when Dr. Nils Larsen visited Peru for research on yellow fever."), IsEmpty());
}

TEST(ProseOnVisits, AMonthBehindAMereYearIsNotOfThatYear) {
  EXPECT_THAT(about("The movement met first in Lima in 1961. In July, President Ollanta Humala visited Norway."), ElementsAre("visit PER NOR - - - - - Ollanta Humala"));
  EXPECT_THAT(about("President Ollanta Humala visited Norway in May 2014. In October, Prime Minister Erna Solberg visited Peru."),
              ElementsAre("visit PER NOR - - - 2014-05 - Ollanta Humala", "visit NOR PER - - - 2014-10 - Erna Solberg"));
}

TEST(ProseOnTreaties, ThatYearIsOfWhatWasTold) {
  EXPECT_THAT(about("Diplomatic relations between the two nations were established in 1928 after the end of the revolution in 1920. That same year, both nations signed a Friendship Agreement."),
              ElementsAre("relations_established NOR PER - - - 1928", "treaty_signed NOR PER - friendship - 1928"));
  EXPECT_THAT(about("In 2006, both ministries signed a Memorandum of Understanding (MOU)."), ElementsAre("treaty_signed NOR PER - - - 2006"));
}

TEST(ProseOnTrade, OneOfTheLargestIsNoRank) {
  EXPECT_THAT(about("Norway is one of the largest trading partners of Peru."), ElementsAre("trade_share NOR PER - rank [vague]"));
  EXPECT_THAT(about("Norway is the largest trading partner of Peru."), ElementsAre("trade_share NOR PER 1 rank"));
}

TEST(ProseOnWars, TheTimeOfSomethingElse) { EXPECT_THAT(about("After the Pacific War in 1883, Peru and Norway drew closer."), IsEmpty()); }

TEST(ProseOnMemberships, SoughtIsNotHeld) {
  EXPECT_THAT(about("Norway gave Peru support for membership in the OECD."), IsEmpty());
  EXPECT_THAT(about("Peru was granted admission to the United Nations on 31 October 1945."), ElementsAre("membership PER UN - - - 1945-10-31"));
}

TEST(ListsOfMinistries, ItemsThatAreHeadings) {
  EXPECT_THAT(about("- Trade with Norway (1998):\n- Exports: 9,661 million kroner\n- VIP Visits\n- From Norway to Peru\n- May 1993 H.R.H. Princess ASTRID\n- From Peru to Norway:\n- Oct. 1993 President Alberto FUJIMORI\n"),
              ElementsAre("exports PER NOR 9661000000 - NOK 1998", "visit NOR PER - - - 1993-05 - ASTRID", "visit PER NOR - - - 1993-10 - Alberto FUJIMORI"));
}

TEST(WrappedText, LinesThatGoOnAreOneSentence) {
  EXPECT_THAT(about("Trade between\nthe two countries reached US$3.31 billion in 2011."), ElementsAre("trade_total NOR PER 3310000000 - USD 2011"));
}

}  // namespace
TEST(ProseOnRelations, WhatOnlySoundsLikeABeginningOrAnEnd) {
  for (const char* text : {"Relations between Peru and Norway had quickly deteriorated until November 2013.", "In the 1990s, Peru and Norway began a new phase in their relations.",
                           "In 1940 Peru threatened to sever diplomatic relations with Norway.", "In 2017 relations between both countries worsened, and Peru withdrew its ambassador from Norway."}) {
    EXPECT_THAT(about(text), testing::Not(testing::Contains(testing::StartsWith("relations_")))) << text;
  }
}

TEST(ProseOnCompanies, AWorkingGroupIsNone) { EXPECT_THAT(about("They held meetings of the working groups on: Market Access, Labour and Gender."), testing::Not(testing::Contains(testing::StartsWith("company")))); }

}  // namespace comity::claims
