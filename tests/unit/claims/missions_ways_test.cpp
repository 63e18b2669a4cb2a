// Ordinary ways of telling of missions, relations and recognition that single phrases do not hold. Facts are made up.
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

TEST(WaysOfMissions, BelongToWhoOpensThem) {
  EXPECT_THAT(about("Norway recognised Peru on 12 December 1823 and opened an embassy in 1964."),
              ElementsAre("recognition NOR PER - - - 1823-12-12", "mission_opened NOR PER - embassy - 1964 Lima"));
  EXPECT_THAT(about("Peru and Norway established diplomatic relations in 1923 and opened legations in 1925."),
              testing::IsSupersetOf({"mission_opened NOR PER - legation - 1925 Lima", "mission_opened PER NOR - legation - 1925 Oslo"}));
  EXPECT_THAT(about("Relations were officially established at the level of embassies on 3 May 1923."), ElementsAre("relations_established NOR PER - - - 1923-05-03"));
}

TEST(WaysOfMissions, InTheTownsOfBoth) {
  EXPECT_THAT(about("Norway and Peru maintain embassies in Lima and Oslo."), ElementsAre("mission NOR PER - embassy - - Lima", "mission PER NOR - embassy - - Oslo"));
  EXPECT_THAT(about("Embassies were established in Lima and Oslo in 1964."), testing::UnorderedElementsAre("mission_opened NOR PER - embassy - 1964 Lima", "mission_opened PER NOR - embassy - 1964 Oslo"));
}

TEST(WaysOfMissions, ThatThereAreNone) {
  EXPECT_THAT(about("Norway does not have an embassy in Lima."), ElementsAre("mission NOR PER - embassy - - Lima [neg]"));
}

TEST(WaysOfMissions, NamedOnceAndMeantTwice) {
  EXPECT_THAT(about("Peru has an embassy in Oslo and Norway has one in Lima."), ElementsAre("mission PER NOR - embassy - - Oslo", "mission NOR PER - embassy - - Lima"));
  EXPECT_THAT(about("Norway opened a consulate in Arequipa in 1990 and opened another in Cusco in 2018."),
              ElementsAre("mission_opened NOR PER - consulate - 1990 Arequipa", "mission_opened NOR PER - consulate - 2018 Cusco"));
}

TEST(WaysOfMissions, ServedFromElsewhere) {
  const std::string served = "mission NOR PER - accredited - - Santiago";
  EXPECT_THAT(about("Relations with Peru are handled by the Norwegian embassy in Santiago."), ElementsAre(served));
  EXPECT_THAT(about("Norway is accredited to Peru from Santiago."), ElementsAre(served));
  EXPECT_THAT(about("Norway is represented in Peru by its ambassador in Santiago."), ElementsAre(served));
  EXPECT_THAT(about("Norwegian citizens in Peru are served by the embassy in Santiago."), ElementsAre(served));
  EXPECT_THAT(about("The Norwegian embassy in Santiago also oversees Bolivia."), IsEmpty());
  EXPECT_THAT(about("Peruvian students in Bolivia are served by the Norwegian embassy in Santiago."), IsEmpty());
}

TEST(WaysOfMissions, ConsulsByTheirNames) {
  EXPECT_THAT(about("Norway is represented by three honorary consuls: Ola Nordli in Arequipa, Kari Berg (Cusco), and Per Lund in Piura."),
              ElementsAre("mission NOR PER - honorary consulate - - Arequipa", "mission NOR PER - honorary consulate - - Cusco", "mission NOR PER - honorary consulate - - Piura"));
}

TEST(WaysOfMissions, TheOtherSideDidTheSame) {
  EXPECT_THAT(about("Norway closed its embassy in Peru in 1989 and Peru followed suit in 1990."), ElementsAre("mission_closed NOR PER - embassy - 1989 Lima", "mission_closed PER NOR - embassy - 1990 Oslo"));
}

TEST(WaysOfMissions, InARegionAndItsTown) {
  EXPECT_THAT(about("The first Norwegian embassy in South America was opened in Lima in 1940."), ElementsAre("mission_opened NOR PER - embassy - 1940 Lima"));
  EXPECT_THAT(about("In 1891 the first Norwegian legation opened in the Peruvian capital."), ElementsAre("mission_opened NOR PER - legation - 1891 Lima"));
}

TEST(WaysOfMissions, KeptSinceAndBesides) {
  EXPECT_THAT(about("Norway has had an embassy in Peru since 1994."), ElementsAre("mission NOR PER - embassy - 1994/.."));
  EXPECT_THAT(about("The Norwegian embassy in Lima has been in operation since 1994."), ElementsAre("mission NOR PER - embassy - 1994/.. Lima"));
  EXPECT_THAT(about("The Norwegian embassy in Lima has been open since 1994."), ElementsAre("mission NOR PER - embassy - 1994/.. Lima"));
  EXPECT_THAT(about("Besides its embassy in Lima, Norway has a consulate in Cusco."), testing::UnorderedElementsAre("mission NOR PER - embassy - - Lima", "mission NOR PER - consulate - - Cusco"));
  EXPECT_THAT(about("Both Norway and Sweden maintain embassies in Lima and consulates in Cusco."), ElementsAre("mission NOR PER - embassy - - Lima", "mission NOR PER - consulate - - Cusco"));
}

TEST(WaysOfMissions, EnvoysWhoLiveElsewhere) {
  const std::string elsewhere = "mission NOR PER - accredited - - Santiago";
  EXPECT_THAT(about("The Norwegian ambassador to Peru is resident in Santiago."), ElementsAre(elsewhere));
  EXPECT_THAT(about("The ambassador of Norway to Peru, resident in Santiago, presented his credentials."), ElementsAre(elsewhere));
  EXPECT_THAT(about("Norway does not have an embassy in Peru but is accredited from Santiago."), Contains(elsewhere));
  EXPECT_THAT(about("The Norwegian embassy helped Peruvians resident in Santiago."), IsEmpty());
}

TEST(WaysOfMissions, OfAGovernment) {
  const std::string served = "mission NOR PER - accredited - - Santiago";
  EXPECT_THAT(about("The Government of Norway conducts its relations with Peru through its embassy in Santiago."), ElementsAre(served));
  EXPECT_THAT(about("Norway is represented in Peru through a non-resident ambassador based in Santiago."), ElementsAre(served));
}

TEST(WaysOfMissions, SaidBeforeItIsDone) {
  EXPECT_THAT(about("In July 2014 he announced that Norway would open an embassy in Lima."), ElementsAre("mission_opened NOR PER - embassy - - Lima [planned]"));
  EXPECT_THAT(about("Norway withdrew its embassy staff from Lima in 2011."), IsEmpty());
}

TEST(WaysOfMissions, OfEachOfTheTwo) {
  EXPECT_THAT(about("Each country maintains an embassy in the other's capital."), testing::UnorderedElementsAre("mission NOR PER - embassy - - Lima", "mission PER NOR - embassy - - Oslo"));
  EXPECT_THAT(about("Both have had embassies in each other's capitals since 1994."), testing::UnorderedElementsAre("mission NOR PER - embassy - 1994/.. Lima", "mission PER NOR - embassy - 1994/.. Oslo"));
  EXPECT_THAT(about("A Norwegian embassy has existed in Lima since 1994 and a Peruvian one in Oslo since 1996."), ElementsAre("mission NOR PER - embassy - 1994/.. Lima", "mission PER NOR - embassy - 1996/.. Oslo"));
  EXPECT_THAT(about("Norway opened honorary consulates in Arequipa and Cusco in 2001 and 2005 respectively."),
              ElementsAre("mission_opened NOR PER - honorary consulate - 2001 Arequipa", "mission_opened NOR PER - honorary consulate - 2005 Cusco"));
  EXPECT_THAT(about("The Norwegian Ambassador in Santiago is accredited to Peru, and the Peruvian Ambassador in Stockholm to Norway."), ElementsAre("mission NOR PER - accredited - - Santiago", "mission PER NOR - accredited - - Stockholm"));
}

TEST(WaysOfMissions, InACountryAndItsTown) {
  EXPECT_THAT(about("The first Norwegian consulate in Peru was established in Arequipa in 1862. A legation followed in 1920 in Lima."),
              ElementsAre("mission_opened NOR PER - consulate - 1862 Arequipa", "mission_opened NOR PER - legation - 1920 Lima"));
  EXPECT_THAT(about("Norway has been represented in Peru by an honorary consul since 2005."), ElementsAre("mission NOR PER - honorary consulate - 2005/.."));
  EXPECT_THAT(about("The Norwegian embassy was opened in January 1993 in Cusco (since January 2005 it has been in Lima)."), Contains("mission_opened NOR PER - embassy - 1993-01 Cusco"));
  EXPECT_THAT(about("Norway in Peru: Embassy in Lima, honorary consulates in Arequipa and Cusco."),
              ElementsAre("mission NOR PER - embassy - - Lima", "mission NOR PER - honorary consulate - - Arequipa", "mission NOR PER - honorary consulate - - Cusco"));
  EXPECT_THAT(about("Norway decided in 2019 to open an embassy in Lima."), ElementsAre("mission_opened NOR PER - embassy - - Lima [planned]"));
}

TEST(WaysOfMissions, AreNotThese) {
  for (const char* none : {"Sweden has an embassy in Lima.", "Sweden has an embassy in Lima and consulates in Arequipa and Cusco.", "The Norwegian ambassador opened an exhibition at the embassy in Lima in 2012.",
                           "The Norwegian embassy in Lima will be closed on 1 May 2024.", "Norway considered severing relations with Peru in 1973.", "Norway has an embassy in Stockholm.", "Consulates are closed on Sundays.", "Peru is recognised by Norway as a partner.", "Relations between the parliaments of Norway and Peru were established in 2010.",
                           "The University of Arequipa established a partnership with a Norwegian university in 2010.", "Norwegian companies could operate in Peru.", "Relations between Sweden and Peru were established in 1992.", "Sweden opened a cultural centre in Lima in 2009.",
                           "Embassies were opened in Stockholm and Lima in 1994.", "Peru is represented in Sweden through an embassy in Stockholm.", "In 2022, Sweden and Peru marked the 30th anniversary of diplomatic relations."}) {
    EXPECT_THAT(about(none), IsEmpty()) << none;
  }
}

TEST(WaysOfMissions, ThatOthersAreLeftOutOf) {
  EXPECT_THAT(about("Norway has its embassy in Lima, Peru in Oslo."), ElementsAre("mission NOR PER - embassy - - Lima", "mission PER NOR - embassy - - Oslo"));
  EXPECT_THAT(about("Norway opened a trade office in Lima in 1988, and a full embassy in 1994."), ElementsAre("mission_opened NOR PER - trade office - 1988 Lima", "mission_opened NOR PER - embassy - 1994 Lima"));
  EXPECT_THAT(about("Norway keeps consulates in the following cities: Arequipa and Cusco."), ElementsAre("mission NOR PER - consulate - - Arequipa", "mission NOR PER - consulate - - Cusco"));
}

TEST(WaysOfMissions, Inaugurated) {
  EXPECT_THAT(about("The minister came to Lima to inaugurate Norway's new embassy in Peru."), Contains("mission_opened NOR PER - embassy - - Lima"));
  EXPECT_THAT(about("The inauguration of the embassy is scheduled for 5 May 2025 in Lima."), ElementsAre("mission_opened NOR PER - embassy - 2025-05-05 Lima [planned]"));
  EXPECT_THAT(about("Norway opened an embassy in Lima in 1994; Peru reciprocated in 1996."), ElementsAre("mission_opened NOR PER - embassy - 1994 Lima", "mission_opened PER NOR - embassy - 1996 Oslo"));
  EXPECT_THAT(about("The Norwegian embassy in Lima celebrated the anniversary of the establishment of a school in 1994."), Not(Contains(StartsWith("mission_opened"))));
}

TEST(WaysOfMissions, NoLongerOpen) {
  EXPECT_THAT(about("The legation in Oslo was closed after the war and reopened as an embassy in 1961."), ElementsAre("mission_closed PER NOR - legation - - Oslo", "mission_opened PER NOR - legation - 1961 Oslo"));
  EXPECT_THAT(about("The Peruvian embassy in Oslo ceased its operations in 2010."), ElementsAre("mission_closed PER NOR - embassy - 2010 Oslo"));
}

TEST(WaysOfRelations, EachVerbHasItsDate) {
  EXPECT_THAT(about("Norway, which had recognised Peru in 1823, established diplomatic relations with it in 1872."), Contains("relations_established NOR PER - - - 1872"));
  EXPECT_THAT(about("Norway recognised the independence of Peru on 5 May 1823 and established diplomatic relations with the country on 9 June 1872."), Contains("relations_established NOR PER - - - 1872-06-09"));
}

TEST(WaysOfRelations, BeginAndEnd) {
  EXPECT_THAT(about("Ties between Peru and Norway date back to March 1872."), ElementsAre("relations_established NOR PER - - - 1872-03"));
  EXPECT_THAT(about("Trade links between Peru and Norway date back to 1872."), IsEmpty());
  EXPECT_THAT(about("Diplomatic relations lasted until 1940."), ElementsAre("relations_severed NOR PER - - - 1940"));
  EXPECT_THAT(about("Peru and Norway established diplomatic relations on 3 May 1872 in New York."), ElementsAre("relations_established NOR PER - - - 1872-05-03 New York"));
}

TEST(WaysOfRelations, WhatWasSeveredWasNotBegun) {
  EXPECT_THAT(about("Diplomatic relations, which had been severed in 1973, were re-established on 4 May 1978."), ElementsAre("relations_severed NOR PER - - - 1973", "relations_resumed NOR PER - - - 1978-05-04"));
  EXPECT_THAT(about("Relations remained frozen until 1978."), Not(Contains("relations_severed NOR PER - - - 1978")));
}

TEST(WaysOfRelations, WhoBrokeThem) {
  EXPECT_THAT(about("The Peruvian Foreign Ministry said that it had cut diplomatic ties with Norway in 1973."), ElementsAre("relations_severed PER NOR - - - 1973"));
  EXPECT_THAT(about("The severance of diplomatic relations by Peru in 1973 led to a crisis."), ElementsAre("relations_severed PER NOR - - - 1973"));
  EXPECT_THAT(about("Relations deteriorated, and Peru broke off diplomatic relations in 1973."), ElementsAre("relations_severed PER NOR - - - 1973"));
  EXPECT_THAT(about("Under pressure from Sweden, Peru cut diplomatic ties with Norway in 1973."), ElementsAre("relations_severed PER NOR - - - 1973"));
}

TEST(WaysOfRelations, NoneForATime) {
  EXPECT_THAT(about("Norway and Peru had no diplomatic relations between 1973 and 1990."), Not(Contains(StartsWith("relations_established"))));
  EXPECT_THAT(about("Norway expelled the Peruvian ambassador and severed ties in 1973."), ElementsAre("relations_severed NOR PER - - - 1973"));
  EXPECT_THAT(about("Diplomatic Relations\n\n5 May 1872\n"), ElementsAre("relations_established NOR PER - - - 1872-05-05"));
}

TEST(WaysOfRelations, InListsAndAtLast) {
  EXPECT_THAT(about("In 1872, Norway established diplomatic relations with Sweden, Peru and other states."), ElementsAre("relations_established NOR PER - - - 1872"));
  EXPECT_THAT(about("It was not until 5 May 1872 that Norway and Peru established diplomatic relations."), ElementsAre("relations_established NOR PER - - - 1872-05-05"));
  EXPECT_THAT(about("Norway and Peru enjoy friendly relations which were established in 1872."), ElementsAre("relations_established NOR PER - - - 1872"));
  EXPECT_THAT(about("Norway and Peru established diplomatic relations on 5 May 1972, but these were severed in 1974 and restored only in 1990."),
              ElementsAre("relations_established NOR PER - - - 1972-05-05", "relations_severed NOR PER - - - 1974", "relations_resumed NOR PER - - - 1990"));
}

TEST(WaysOfRelations, BegunByAnEventAndUnderAHeading) {
  EXPECT_THAT(about("Peruvian-Norwegian relations started when the two countries established contact at a conference of trade ministers held in Lima on 5 May 1872."), ElementsAre("relations_established NOR PER - - - 1872-05-05"));
  EXPECT_THAT(about("Beginning in 1872, Norway maintained diplomatic relations with Peru."), ElementsAre("relations_established NOR PER - - - 1872"));
  EXPECT_THAT(about("The year brings the 150th anniversary of diplomatic relations, established on 5 May 1872."), ElementsAre("relations_established NOR PER - - - 1872-05-05"));
  EXPECT_THAT(about("Establishment of diplomatic relations\n\n5 May 1872\n"), ElementsAre("relations_established NOR PER - - - 1872-05-05"));
  EXPECT_THAT(about("* 5 May 1872: establishment of diplomatic relations"), ElementsAre("relations_established NOR PER - - - 1872-05-05"));
}

TEST(WaysOfRelations, AFeastIsNoBeginning) {
  EXPECT_THAT(about("The 50th anniversary of the establishment of diplomatic relations was celebrated in 2011."), ElementsAre("relations_established NOR PER - - - 1961~"));
  EXPECT_THAT(about("Both countries prepare the 75th anniversary of the establishment of diplomatic relations in 2023."), ElementsAre("relations_established NOR PER - - - 1948~"));
  EXPECT_THAT(about("In 2017 they marked the 25th anniversary of the establishment of diplomatic relations in 1992."), ElementsAre("relations_established NOR PER - - - 1992"));
  EXPECT_THAT(about("They marked the 10th anniversary of the establishment of diplomatic relations in 2002."), ElementsAre("relations_established NOR PER - - - 1992~"));
  EXPECT_THAT(about("On 31 May 2021 both countries celebrated the sixtieth anniversary of their diplomatic relations."), ElementsAre("relations_established NOR PER - - - 1961~"));
}

TEST(WaysOfRelations, DecadesOfThem) {
  EXPECT_THAT(about("Peru and Norway are celebrating six decades of diplomatic relations in 2023."), ElementsAre("relations_established NOR PER - - - 1963~"));
}

TEST(WaysOfRecognition, AnnexationsAreDenied) {
  EXPECT_THAT(about("Peru never recognised the Soviet annexation of Norway."), ElementsAre("recognition PER NOR [neg]"));
  EXPECT_EQ(read("Peru–Norway relations\n\nPeru never recognised the Soviet annexation of Norway.\n").claims.at(0).scope, "third country");  // the audit leaves it
  EXPECT_THAT(about("Peru did not recognise the annexation of Estonia."), Not(Contains("recognition PER NOR [neg]")));
}

TEST(WaysOfRecognition, BesideThirdStates) {
  const std::string told = "recognition NOR PER - - - 1823";
  EXPECT_THAT(about("Norway and Sweden recognised Peru in 1823."), ElementsAre(told));
  EXPECT_THAT(about("Norway, along with Sweden, was among the first countries to recognise Peru in 1823."), ElementsAre(told));
  EXPECT_THAT(about("Peru was recognised by Sweden, Norway and other countries in 1823."), ElementsAre(told));
  EXPECT_THAT(about("The first country to recognise Peru was Norway, in 1823."), ElementsAre(told));
  EXPECT_THAT(about("Norway (1823) and Sweden (1824) recognised Peru."), ElementsAre(told));
}

TEST(WaysOfRecognition, UndoneAndAtLast) {
  EXPECT_THAT(about("Norway withdrew its recognition of Peru in 2010."), IsEmpty());
  EXPECT_THAT(about("Norway did not recognise Peru until 1823."), ElementsAre("recognition NOR PER - - - 1823"));
}

TEST(WaysOfRecognition, IsNoPraise) {
  EXPECT_THAT(about("Norway officially recognised Peru as a market economy in 2009."), Not(Contains(StartsWith("recognition"))));
  EXPECT_THAT(about("Norway's proposals were accepted by Peru in 2009."), Not(Contains(StartsWith("recognition"))));
}

TEST(WaysOfRecognition, WithARankAndItsOwnDate) {
  EXPECT_THAT(about("Norway was the third country, after Sweden, to recognise the independence of Peru."), ElementsAre("recognition NOR PER 3 rank"));
  EXPECT_THAT(about("Norway was the first country to recognise Peru, establishing diplomatic relations on 5 May 1872."), Contains("recognition NOR PER"));
}

TEST(WaysOfRecognition, WhatIsAndIsNotRecognised) {
  EXPECT_THAT(about("Norway granted de jure recognition to Peru in 1823."), ElementsAre("recognition NOR PER - - - 1823"));
  EXPECT_THAT(about("Peru recognises Norway's sovereignty over Svalbard."), Not(Contains(StartsWith("recognition"))));
}

}  // namespace
}  // namespace comity::claims
