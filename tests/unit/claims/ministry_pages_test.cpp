// What pages of ministries and embassies say in labels, lists and halves of sentences.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;
using testing::StartsWith;

TEST(PagesOfMinistries, PostsThatBeganToWork) {
  EXPECT_THAT(about("The Norwegian Embassy in Lima became functional in 2019."), ElementsAre("mission_opened NOR PER - embassy - 2019 Lima"));
  EXPECT_THAT(about("Norway's embassy in Lima goes back to 1993."), ElementsAre("mission_opened NOR PER - embassy - 1993 Lima"));
  EXPECT_THAT(about("The Embassy of Norway began its journey in Lima in 1976."), ElementsAre("mission_opened NOR PER - embassy - 1976 Lima"));
}

TEST(PagesOfMinistries, PostsOnALineAndFromAThirdState) {
  EXPECT_THAT(about("Embassy of Norway in Chile has jurisdiction over Peru."), ElementsAre("mission NOR PER - accredited"));
}

TEST(PagesOfMinistries, VisitorsInLists) {
  EXPECT_THAT(about("President Ollanta Humala to Oslo, 2014 March"), ElementsAre("visit PER NOR - - - 2014-03 Oslo Ollanta Humala"));
  EXPECT_THAT(about("Prime Minister Erna Solberg flew in for the swearing-in of President Ollanta Humala on 28 July 2011."), ElementsAre("visit NOR PER - - - 2011-07-28 - Erna Solberg"));
  EXPECT_THAT(about("President Ollanta Humala came to Norway in June 2012, and again in May 2014."), IsSupersetOf({"visit PER NOR - - - 2012-06 - Ollanta Humala", "visit PER NOR - - - 2014-05 - Ollanta Humala"}));
}

TEST(PagesOfMinistries, ALeaderByTheLastNameAlone) {
  EXPECT_THAT(lines("Relations between India and Mexico\n\nImportant visits\n\n- President Kovind: March 2018\n"), ElementsAre("visit IND MEX - - - 2018-03 - Kovind"));
}

TEST(PagesOfMinistries, TheDateOfAnAgreementBehindItsStop) {
  EXPECT_THAT(lines("Peru and Norway\n\nBilateral agreements\n\nAgreement on Fisheries. 29 March 2001\n"), ElementsAre("treaty_signed NOR PER - fisheries - 2001-03-29"));
}

TEST(PagesOfMinistries, PeopleCountedBehindAColon) {
  EXPECT_THAT(about("Number of Norwegian nationals residing in Peru: 312 (as of October 2021)"), ElementsAre("diaspora NOR PER 312 people - 2021-10"));
  EXPECT_THAT(about("Number of Norwegian nationals residing in Peru: 312 (October 2021)\nNumber of Peruvian nationals residing in Norway: 41 (June 2020)"), testing::UnorderedElementsAre("diaspora NOR PER 312 people - 2021-10", "diaspora PER NOR 41 people - 2020-06"));
}

TEST(PagesOfMinistries, WhoseExportsARankTells) {
  EXPECT_THAT(lines("Peru and Norway\n\nVisits to Peru\n\nThe economy\n\nIn 2022 Peru was Norway's 58th trading partner. Exports: 14.1 million euros. Imports: 9.6 million euros.\n"),
              IsSupersetOf({"exports NOR PER 14100000 - EUR 2022", "imports NOR PER 9600000 - EUR 2022"}));
}

TEST(PagesOfMinistries, SigningsWitnessedOnAVisit) {
  EXPECT_THAT(lines("Joint Communiqué\n\nPresident Ollanta Humala of Peru paid an official visit to Norway on 4 May 2014.\n\nThey witnessed the signing of an agreement on fisheries.\n"), Contains("treaty_signed NOR PER - fisheries - 2014-05-04"));
}

TEST(PagesOfMinistries, WhatIsSold) {
  EXPECT_THAT(about("Fish makes up the bulk of what Norway sells to Peru."), ElementsAre("exports NOR PER - goods"));
  EXPECT_THAT(about("That is 78% of what Norway sells abroad."), Not(Contains(StartsWith("exports"))));
}

TEST(PagesOfMinistries, ThingsHandedOverAndPlacesToTrain) {
  EXPECT_THAT(about("Norway donated 20 ambulances to Peru in 2009. 60 tractors were handed over in 2010."), Contains("aid NOR PER 60 tractors - 2010"));
  EXPECT_THAT(lines("Relations between India and Mexico\n\nMexico was allotted 25 ITEC slots in 2018.\n"), ElementsAre("aid IND MEX 25 people - 2018"));
}

TEST(PagesOfMinistries, MembersByTheWay) {
  EXPECT_THAT(about("Norway joined, in December 1960, the European Free Trade Association."), ElementsAre(StartsWith("membership NOR EFTA")));
  EXPECT_THAT(about("The two countries are members of the UN, of which Peru has been part since 1945."), Contains("membership PER UN - - - 1945"));
}

}  // namespace
}  // namespace comity::claims
