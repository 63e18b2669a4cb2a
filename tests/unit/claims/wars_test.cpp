// Wars with and between others, clashes, bodies in which two work together, treaties that are only counted by a word.
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

TEST(WarsOfThirdStates, OccupiedAnnexedInvaded) {
  EXPECT_THAT(about("In 1940, Norway was occupied by Germany."), Contains("conflict DEU NOR - occupation - 1940"));
  EXPECT_THAT(about("Peru was occupied by both Chile and the Soviet Union in 1941."), ElementsAre("conflict CHL,SUN PER - occupation - 1941"));
  EXPECT_THAT(about("Relations were suspended after the annexation of Peru by Chile in 1944."), Contains("conflict CHL PER - annexation - 1944"));
  EXPECT_THAT(about("In 1881 Chilean troops entered Peru."), ElementsAre("conflict CHL PER - invasion - 1881"));
  EXPECT_THAT(about("Norway never recognised the Chilean annexation of Peru in 1944."), Not(Contains(StartsWith("conflict"))));
}

TEST(WarsOfThirdStates, WhoInvadedStandsBeforeTheNoun) {
  EXPECT_THAT(about("The Peruvian invasion of Norway in 1826 failed."), ElementsAre("conflict PER NOR - invasion - 1826"));
}

TEST(WarsOfThirdStates, ThePassiveTurnsTheSides) {
  EXPECT_THAT(about("Norway was bombed by Peru in 1943."), ElementsAre("conflict PER NOR - - - 1943"));
}

TEST(TreatiesOfPages, SignedItAndWhatTheMainOneIs) {
  EXPECT_THAT(about("A free trade agreement was announced in July 2015; the two signed it in July 2016."), Contains("treaty_signed NOR PER - FTA - 2016-07"));
  EXPECT_THAT(about("The main agreement is the joint declaration signed in 1994."), ElementsAre("treaty_signed NOR PER - joint declaration - 1994"));
}

TEST(WarsOfThirdStates, ClashesAtABorder) {
  EXPECT_THAT(about("Military clashes followed in 1984 and 1987."), ElementsAre("conflict NOR PER - - - 1984", "conflict NOR PER - - - 1987"));
  EXPECT_THAT(about("In 1980, a minor incident between patrol boats led to protests."), ElementsAre("conflict NOR PER - - - 1980"));
  EXPECT_THAT(about("A diplomatic incident followed in 1984."), IsEmpty());
}

TEST(MembershipsOfBodies, WhoWorksInThem) {
  EXPECT_THAT(about("Both countries cooperate closely in international fora such as the UN, the WTO and the G77, as well as in larger bodies such as UNESCO."),
              ElementsAre("membership NOR,PER UN", "membership NOR,PER WTO", "membership NOR,PER G77", "membership NOR,PER UNESCO"));
  for (const Claim& one : read("Peru–Norway relations\n\nBoth countries work together in forums including APEC.\n").claims) EXPECT_EQ(one.note, "works in it");
  EXPECT_THAT(about("Both countries support a reform of institutions such as the UN."), IsEmpty());
  EXPECT_THAT(about("As members of the G77, both countries support reform."), ElementsAre("membership NOR,PER G77"));
  EXPECT_THAT(about("Peru's accession to the OECD is under way."), ElementsAre("membership PER OECD [planned]"));
}

TEST(TreatiesOfPages, CountedByAWordAndCalledByTheirKind) {
  EXPECT_THAT(about("In 2008 both nations signed a number of agreements in education, agriculture and energy."), ElementsAre("treaty_signed NOR PER a number documents - 2008 [vague]"));
  EXPECT_THAT(about("In 2016 both nations signed eleven agreements in energy and health."), ElementsAre("treaty_signed NOR PER 11 energy and health - 2016"));
  EXPECT_THAT(about("Norway and Peru entered into a basic agreement in 2000."), ElementsAre("treaty_signed NOR PER - basic agreement - 2000"));
  EXPECT_THAT(about("A Cooperation Agreement regarding Civil Protection was signed in 2001."), ElementsAre("treaty_signed NOR PER - civil protection - 2001"));
}

}  // namespace
}  // namespace comity::claims
