// Where one clause ends and the next begins: each has the dates and places that it tells. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::ElementsAre;

TEST(ClaimsOfClauses, JoinedByAndHaveTheirOwnDatesAndPlaces) {
  EXPECT_THAT(about("In 1996 Norway and Peru signed a cultural agreement and Peru opened an embassy in Oslo in 1997."),
              ElementsAre("treaty_signed NOR PER - cultural - 1996", "mission_opened PER NOR - embassy - 1997 Oslo"));
  EXPECT_THAT(about("Norway and Peru signed an extradition treaty in 1950, and Norway opened a consulate in Cusco."),
              ElementsAre("treaty_signed NOR PER - extradition - 1950", "mission_opened NOR PER - consulate - - Cusco"));
  EXPECT_THAT(about("In 1980 President Fernando Belaúnde visited Oslo and the two countries signed a treaty on whaling."),
              ElementsAre("visit PER NOR - - - 1980 Oslo Fernando Belaúnde", "treaty_signed NOR PER - whaling - 1980"));
}

// Two subjects of one verb are one clause.
TEST(ClaimsOfClauses, SubjectsJoinedByAndAreOne) {
  EXPECT_THAT(about("As Chile opened a port, Norway and Peru signed a fisheries agreement in Lima in 1961."), ElementsAre("treaty_signed NOR PER - fisheries - 1961 Lima"));
  EXPECT_THAT(about("Norway recognised Peru in 1822, and Norway and Peru established diplomatic relations in 1905."), ElementsAre("recognition NOR PER - - - 1822", "relations_established NOR PER - - - 1905"));
}

TEST(ClaimsOfDates, AMonthIsNoNameWithAnAccent) {
  EXPECT_THAT(about("Between February 24 and February 28, 2008, Peruvian Foreign Minister Ján Kubiš made an official visit to Norway."), ElementsAre("visit PER NOR - - - 2008-02-24/2008-02-28 - Ján Kubiš"));
}

}  // namespace
}  // namespace comity::claims
