// How encyclopaedias tell what a page has told before or takes as known: surnames alone, hundreds in words, rule told by a verb.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ClaimsOfPagesWays, ASurnameThatNoTitleWasToldOf) {
  EXPECT_THAT(about("In May 1999 Fujimori visited Oslo."), ElementsAre("visit PER NOR - - - 1999-05 Oslo Fujimori"));
  EXPECT_THAT(about("Solberg was in Lima in 2014."), ElementsAre("visit NOR PER - - - 2014 Lima Solberg"));
  EXPECT_THAT(about("Omar al-Bashir visited Norway in 2011."), ElementsAre("visit PER NOR - - - 2011 - Omar al-Bashir"));
  EXPECT_THAT(about("Tourists visited Norway in 1999."), IsEmpty());
  EXPECT_THAT(about("Christianity came to Norway in 1030."), IsEmpty());
  EXPECT_THAT(about("Reciprocal visits between Peru and Norway are rare."), IsEmpty());
}

TEST(ClaimsOfPagesWays, VisitsByTheWay) {
  EXPECT_THAT(about("President García called at Oslo in 2008."), ElementsAre("visit PER NOR - - - 2008 Oslo García"));
  EXPECT_THAT(about("King Harald visited Peru in 1999. President García reciprocated in October 2005."), ElementsAre("visit NOR PER - - - 1999 - Harald", "visit PER NOR - - - 2005-10 - García"));
}

TEST(ClaimsOfPagesWays, HundredsInWords) {
  EXPECT_THAT(about("There are around three hundred Norwegians in Peru."), ElementsAre("diaspora NOR PER 300 people"));
  EXPECT_THAT(about("Fifty-two Peruvians live in Norway."), ElementsAre("diaspora PER NOR 52 people"));
  EXPECT_THAT(about("Norway gave eight hundred thousand dollars of aid to Peru in 1970."), ElementsAre("aid NOR PER 800000 - USD 1970"));
}

TEST(ClaimsOfPagesWays, WhereTheySit) {
  EXPECT_THAT(about("Both sit in the UN."), ElementsAre("membership NOR,PER UN"));
  EXPECT_THAT(about("Norway is in NATO."), ElementsAre("membership NOR NATO"));
}

TEST(ClaimsOfPagesWays, RuleByAVerb) {
  EXPECT_THAT(about("For 333 years Peru was ruled by Norway, from 1565 to 1898."), ElementsAre("conflict NOR PER - colony - 1565/1898"));
  EXPECT_THAT(about("Norway was a Peruvian possession until 1905."), ElementsAre("conflict PER NOR - colony - ../1905"));
}

TEST(ClaimsOfPagesWays, AMissionBehindADash) {
  EXPECT_THAT(about("Resident missions: Norway \xE2\x80\x94 embassy in Lima."), ElementsAre("mission NOR PER - embassy - - Lima"));
}

TEST(ClaimsOfPagesWays, TiesThatAreOfficial) {
  EXPECT_THAT(about("Ties between Peru and Norway have been official since 1960."), ElementsAre("relations_established NOR PER - - - 1960"));
}

TEST(ClaimsOfPagesWays, TheOthersMissionInAWord) {
  EXPECT_THAT(about("An embassy of Norway in Lima was opened in 1992, that of Peru in Oslo in 1995."), ElementsAre("mission_opened NOR PER - embassy - 1992 Lima", "mission_opened PER NOR - embassy - 1995 Oslo"));
  EXPECT_THAT(about("Norway's embassy in Lima was established in 1992; Peru's in Oslo dates from 1995."), ElementsAre("mission_opened NOR PER - embassy - 1992 Lima", "mission_opened PER NOR - embassy - 1995 Oslo"));
  EXPECT_THAT(about("Norway opened an embassy in Lima in 1992 (its first in the region). Peru did the same in Oslo in 2010."), ElementsAre("mission_opened NOR PER - embassy - 1992 Lima", "mission_opened PER NOR - embassy - 2010 Oslo"));
  EXPECT_THAT(about("Norway opened a mission in Lima in 1955."), ElementsAre("mission_opened NOR PER - mission - 1955 Lima"));
  EXPECT_THAT(about("Norway gave up its embassy in Lima in 2015."), ElementsAre("mission_closed NOR PER - embassy - 2015 Lima"));
  EXPECT_THAT(about("Peru handles Norway from its embassy in Stockholm."), ElementsAre("mission PER NOR - accredited - - Stockholm"));
}

TEST(ClaimsOfPagesWays, RelationsThatTheSentenceBeforeSpokeOf) {
  EXPECT_THAT(about("Norway and Peru have good relations. They were established on 11 May 1955."), ElementsAre("relations_established NOR PER - - - 1955-05-11"));
}

TEST(ClaimsOfPagesWays, PeopleCountedOnALine) {
  EXPECT_THAT(about("Peruvians in Norway: 180 (2021)."), ElementsAre("diaspora PER NOR 180 people - 2021"));
}

TEST(ClaimsOfPagesWays, ANameBeforePeopleIsTheirNation) {
  EXPECT_THAT(lines("# Norway\xE2\x80\x93Thailand relations\n\nIn 2017 55,000 Thai tourists came to Norway.\n"), ElementsAre("tourism THA NOR 55000 people - 2017"));
}

TEST(ClaimsOfPagesWays, WhoRecognisedWhom) {
  EXPECT_THAT(about("Norway recognised Peru in 1921 and never recognised its annexation by the Soviet Union."), ElementsAre("recognition NOR PER - - - 1921"));
  EXPECT_THAT(about("Norway suspended relations in 1975, after the Peruvian government had recognised Pyongyang."), ElementsAre("relations_severed NOR PER - - - 1975"));
}

TEST(ClaimsOfPagesWays, AYearBeforeADashAndASum) {
  EXPECT_THAT(about("Exports from Norway to Peru: 2012 \xE2\x80\x93 14 thousand dollars"), ElementsAre("exports NOR PER 14000 - USD 2012"));
}

}  // namespace
}  // namespace comity::claims
