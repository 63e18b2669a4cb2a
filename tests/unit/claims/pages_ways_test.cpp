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

}  // namespace
}  // namespace comity::claims
