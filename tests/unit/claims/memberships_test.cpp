// Memberships: who belongs (coordinated, beside another, behind the comma), organisations that no list knows, and what is none.
// Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::StartsWith;

TEST(Memberships, OrganisationsThatNoListKnows) {
  EXPECT_THAT(about("Peru and Norway are members of the Mekong–Ganga Cooperation, created to bring the coasts closer."), ElementsAre("membership NOR,PER MGC"));
  EXPECT_THAT(about("Both countries are members of NATO, the Zangezur Transport Alliance, Trans-Altai Dialogue and the Amber Road Initiative (ARI)."),
              ElementsAre("membership NOR,PER NATO", "membership NOR,PER Zangezur Transport Alliance", "membership NOR,PER Trans-Altai Dialogue", "membership NOR,PER ARI"));
  EXPECT_THAT(about("Peru joined the Partnership for Ocean Observation in 1987."), ElementsAre("membership PER Partnership for Ocean Observation - - - 1987"));
  EXPECT_THAT(about("Norway is a member of the Organization for Democracy and Coastal Development and the WTO."), ElementsAre("membership NOR Organization for Democracy and Coastal Development", "membership NOR WTO"));
}

TEST(Memberships, AnAbbreviationTellsWhereANameEnds) {
  EXPECT_THAT(about("Both are members of the Coast Initiatives for Multi-Sectoral Technical and Economic Cooperation (CIMTEC) and NATO."), ElementsAre("membership NOR,PER CIMTEC", "membership NOR,PER NATO"));
  EXPECT_THAT(about("Both are members of the Forum for Trade and Amber Road Initiative (ARI)."), ElementsAre("membership NOR,PER Forum for Trade", "membership NOR,PER ARI"));
}

TEST(Memberships, WhoBelongs) {
  EXPECT_THAT(about("Peru and Norway, together with Ukraine, are part of the Association Trio."), ElementsAre("membership NOR,PER Association Trio"));
  EXPECT_THAT(about("These countries and Azerbaijan are also part of the Bay Corridor Forum."), ElementsAre("membership NOR,PER Bay Corridor Forum"));
  EXPECT_THAT(about("Norway, like Peru, is a member of the WTO."), ElementsAre("membership NOR,PER WTO"));
  EXPECT_THAT(about("Along with Peru, Norway is a member of the WTO."), ElementsAre("membership NOR,PER WTO"));
  EXPECT_THAT(about("As members of the WTO, the OECD and NATO, both countries cooperate closely."), ElementsAre("membership NOR,PER WTO", "membership NOR,PER OECD", "membership NOR,PER NATO"));
  EXPECT_THAT(about("Neither country is a member of NATO."), ElementsAre("membership NOR,PER NATO [neg]"));
  EXPECT_THAT(about("Norway trades with Peru. The country is also an influential member of NATO and the Nordic Community."), ElementsAre("membership NOR NATO", "membership NOR Nordic Community"));
}

TEST(Memberships, OrganisationsThatStandElsewhere) {
  EXPECT_THAT(about("Norway has observer status in the OECD, of which Peru is a full member."), Contains("membership PER OECD"));
  EXPECT_THAT(about("Norway joined the WTO in 1995, while Peru joined in 1999."), ElementsAre("membership NOR WTO - - - 1995", "membership PER WTO - - - 1999"));
  EXPECT_THAT(about("As a NATO member, Norway took part."), ElementsAre("membership NOR NATO"));
  EXPECT_THAT(about("Both have been EU candidates since 2005."), ElementsAre("membership NOR,PER EU - - - 2005 [planned]"));
}

TEST(Memberships, ListsOfItems) {
  EXPECT_THAT(about("Both countries are members of:\n\n* United Nations\n* NATO\n* Amber Road Initiative\n\nThey are far apart."), ElementsAre("membership NOR,PER UN", "membership NOR,PER NATO", "membership NOR,PER Amber Road Initiative"));
  EXPECT_THAT(about("Norway is a member of EFTA, Peru of the Andean Community."), ElementsAre("membership NOR EFTA", "membership PER Andean Community"));
}

TEST(Memberships, InGerman) {
  EXPECT_THAT(auf_deutsch("1973 trat die Bundesrepublik Deutschland der UNO bei."), ElementsAre("membership DEU UN - - - 1973"));
  EXPECT_THAT(auf_deutsch("Weder Deutschland noch Peru ist Mitglied der OPEC."), ElementsAre("membership DEU,PER OPEC [neg]"));
}

TEST(Memberships, WhatIsNone) {
  for (const char* text : {"Peru was part of the Spanish Empire.", "The two are part of South America.", "Many members of the Peruvian Congress visited Oslo.", "The visit was part of the Year of Peru.", "He was a member of the Royal Guard.", "Peru came to participate in the International Water Conference.",
                           "Peru became part of the Soviet Union."}) {
    EXPECT_THAT(about(text), Not(Contains(StartsWith("membership")))) << text;
  }
  EXPECT_THAT(about("Norway supports Peru's membership in the OECD."), ElementsAre());
  EXPECT_THAT(about("Norway supports Peru's future membership in the OECD."), ElementsAre("membership PER OECD [planned]"));
}

}  // namespace
}  // namespace comity::claims
