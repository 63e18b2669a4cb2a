// Claims that lean on what was said before them: a mission told of again, guests received, verbs without a noun of their own.
// Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ClaimsOfMissions, AreToldOfAgain) {
  EXPECT_THAT(about("The Peruvian embassy in Oslo, inaugurated in April 1978, was closed in 1993."),
              ElementsAre("mission_opened PER NOR - embassy - 1978-04 Oslo", "mission_closed PER NOR - embassy - 1993 Oslo"));
  EXPECT_THAT(about("Norway closed its embassy in Lima in 1986 and reopened it on 12 September 2016."),
              ElementsAre("mission_closed NOR PER - embassy - 1986 Lima", "mission_opened NOR PER - embassy - 2016-09-12 Lima"));
  EXPECT_THAT(about("The border was closed in 1991."), IsEmpty());
}

TEST(ClaimsOfMissions, ResideElsewhere) {
  EXPECT_THAT(about("Peru has an embassy in Oslo; Norway covers Peru from its embassy in Santiago."), ElementsAre("mission PER NOR - embassy - - Oslo", "mission NOR PER - accredited - - Santiago"));
  EXPECT_THAT(about("The Norwegian ambassador in Santiago is accredited to Bolivia."), IsEmpty());
}

TEST(ClaimsOfMissions, InEachOthersCapitals) {
  EXPECT_THAT(about("Both countries maintain embassies in each other's capitals."), ElementsAre("mission PER NOR - embassy - - Oslo", "mission NOR PER - embassy - - Lima"));
}

TEST(ClaimsOfVisits, AGuestIsReceived) {
  EXPECT_THAT(about("Norwegian Prime Minister Erna Solberg hosted President Ollanta Humala in Oslo in June 2014."), ElementsAre("visit PER NOR - - - 2014-06 Oslo Ollanta Humala"));
  EXPECT_THAT(about("President Ollanta Humala was received in Oslo by King Harald in June 2014."), ElementsAre("visit PER NOR - - - 2014-06 Oslo Ollanta Humala"));
}

TEST(ClaimsOfRelations, AVerbWithoutItsNoun) {
  EXPECT_THAT(about("Relations were broken off in 1974 and re-established in 1978."), ElementsAre("relations_severed NOR PER - - - 1974", "relations_resumed NOR PER - - - 1978"));
}

TEST(ClaimsOfMemberships, JoinersInARow) {
  EXPECT_THAT(about("Peru was admitted to the United Nations on 31 October 1945, Norway on 27 November 1945."),
              ElementsAre("membership PER UN - - - 1945-10-31", "membership NOR UN - - - 1945-11-27"));
  EXPECT_THAT(about("Norway is a member of NATO, and Peru is a member of APEC."), ElementsAre("membership NOR NATO", "membership PER APEC"));
}

TEST(ClaimsOfTrade, ACurrencyIsNoState) {
  EXPECT_THAT(about("In 2019, two-way trade amounted to US$412 million."), ElementsAre("trade_total NOR PER 412000000 - USD 2019"));
}

}  // namespace
}  // namespace comity::claims
