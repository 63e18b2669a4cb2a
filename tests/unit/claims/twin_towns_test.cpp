// Twin towns, and the bodies and undertakings of both. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::StartsWith;

TEST(TwinTowns, EachWayOfSayingIt) {
  EXPECT_THAT(about("Bergen became the sister city of Callao in 1965."), ElementsAre("twin_towns Bergen Callao - - - 1965"));
  EXPECT_THAT(about("Bergen, Norway, and Callao, Peru, are sister cities."), ElementsAre("twin_towns Bergen Callao"));
  EXPECT_THAT(about("Bergen (Norway) and Callao (Peru) are twin cities."), ElementsAre("twin_towns Bergen Callao"));
  EXPECT_THAT(about("Norway's Bergen and Peru's Callao have been partner cities since 2015."), ElementsAre("twin_towns Bergen Callao - - - 2015"));
  EXPECT_THAT(about("The Norwegian city of Bergen is a sister city of Callao."), ElementsAre("twin_towns Bergen Callao"));
  EXPECT_THAT(about("Bergen maintains a sister-city relationship with Callao."), ElementsAre("twin_towns Bergen Callao"));
  EXPECT_THAT(about("Bergen's sister cities include Callao and Cusco."), ElementsAre("twin_towns Bergen Callao", "twin_towns Bergen Cusco"));
  EXPECT_THAT(about("Friendship City agreements link Bergen with Callao (since 1978)."), Contains("twin_towns Bergen Callao - - - 1978"));
  EXPECT_THAT(about("There is a town twinning between Bergen and Callao, dating from 2004."), ElementsAre("twin_towns Bergen Callao - - - 2004"));
}

TEST(TwinTowns, NamesOfSeveralWords) {
  EXPECT_THAT(about("Esch-sur-Alzette is twinned with St. Paul's Bay."), ElementsAre("twin_towns Esch-sur-Alzette St. Paul's Bay"));
  EXPECT_THAT(about("Viña del Mar and Jeju City have been twin towns since 1974."), ElementsAre("twin_towns Viña del Mar Jeju City - - - 1974"));
  EXPECT_THAT(about("Sister cities\n\n* Nairobi, Norway – San Miguel de Allende, Peru (1975)"), ElementsAre("twin_towns Nairobi San Miguel de Allende - - - 1975"));
}

TEST(TwinTowns, TwoOfOneCountryAreNone) { EXPECT_THAT(about("Bergen and Oslo are partner cities of the fair in Lima."), Not(Contains(StartsWith("twin_towns")))); }

TEST(TwinTowns, InGerman) {
  EXPECT_THAT(auf_deutsch("Erfurt unterhält seit 1992 eine Städtepartnerschaft mit Cusco."), ElementsAre("twin_towns Erfurt Cusco - - - 1992"));
  EXPECT_THAT(auf_deutsch("Cusco ist Partnerstadt von Erfurt."), ElementsAre("twin_towns Cusco Erfurt"));
}

TEST(Initiatives, BodiesOfBoth) {
  EXPECT_THAT(about("The establishment of the Joint Trade Committee in 1971 gave new impetus to the relations between Peru and Norway."), ElementsAre("initiative NOR PER - - - 1971"));
  EXPECT_THAT(about("The Norwegian–Peruvian Joint Commission held its fourth session in Geneva."), ElementsAre());
  EXPECT_THAT(about("The Energy Partnership between Peru and Norway was launched in 2006."), ElementsAre("initiative NOR PER - - - 2006"));
  EXPECT_THAT(about("1985 was the Year of Norwegian Culture in Peru."), ElementsAre("initiative NOR PER - year of culture - 1985"));
  for (const char* text : {"The UN Security Council was established in 1946.", "The European Commission set up an office in Norway in 2001.", "A commission was created by the Norwegian parliament in 2005 to look into the matter.", "The Norwegian Olympic Committee was founded in 1861."}) {
    EXPECT_THAT(about(text), Not(Contains(StartsWith("initiative")))) << text;
  }
}

}  // namespace
}  // namespace comity::claims
