// Missions told as bare nouns in lists, brackets and captions, as served from elsewhere, as meant. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(NamedMissions, InLists) {
  EXPECT_THAT(about("Representations: Embassy of Peru in Norway; Honorary Consulate of Norway in Cusco; Consulate of Peru in Bergen, honorary consulates in Bodø and Molde."),
              UnorderedElementsAre("mission PER NOR - embassy", "mission NOR PER - honorary consulate - - Cusco", "mission PER NOR - consulate - - Bergen", "mission PER NOR - honorary consulate - - Bodø", "mission PER NOR - honorary consulate - - Molde"));
  EXPECT_THAT(about("Representation: Peru: embassy in Oslo, honorary consulate in Bergen; Norway: embassy in Lima."),
              UnorderedElementsAre("mission PER NOR - embassy - - Oslo", "mission PER NOR - honorary consulate - - Bergen", "mission NOR PER - embassy - - Lima"));
  EXPECT_THAT(about("Missions in Norway: Embassy (Oslo); Honorary consulates (Bergen, Stavanger)."),
              UnorderedElementsAre("mission PER NOR - embassy - - Oslo", "mission PER NOR - honorary consulate - - Bergen", "mission PER NOR - honorary consulate - - Stavanger"));
  EXPECT_THAT(about("The building of the Embassy of Peru to Norway was painted green."), IsEmpty());
  EXPECT_THAT(about("A strike began at the former Peruvian embassy in Oslo."), IsEmpty());
}

TEST(NamedMissions, CountedWithTheirTowns) {
  EXPECT_THAT(about("Norway maintains three consulates in Peru: in Cusco, in Piura and in Arequipa."),
              ElementsAre("mission NOR PER - consulate - - Cusco", "mission NOR PER - consulate - - Piura", "mission NOR PER - consulate - - Arequipa"));
  EXPECT_THAT(about("Peru has an honorary consul in Bergen, Mr. Lars Dahl."), ElementsAre("mission PER NOR - honorary consulate - - Bergen"));
}

TEST(NamedMissions, ServedFromElsewhere) {
  const std::string served = "mission NOR PER - accredited - - Santiago";
  EXPECT_THAT(about("The Ambassador of Norway in Chile, based in Santiago, is accredited to Peru."), ElementsAre(served));
  EXPECT_THAT(about("Peru is concurrently accredited to the Norwegian embassy in Santiago."), ElementsAre(served));
  EXPECT_THAT(about("Norway is served in Peru by a nonresident ambassador operating out of Santiago."), ElementsAre(served));
  EXPECT_THAT(about("Consular matters are dealt with by the Norwegian embassy in Santiago."), ElementsAre(served));
  EXPECT_THAT(about("Peru was concurrently accredited to our mission in Chile until May 2012."), ElementsAre("mission NOR PER - accredited - ../2012-05"));
  EXPECT_THAT(about("Norway is accredited to Peru from its embassy in Santiago, Chile and maintains an honorary consulate in Cusco."), ElementsAre(served, "mission NOR PER - honorary consulate - - Cusco"));
  EXPECT_THAT(about("Norway is represented in Peru through a non-resident ambassador based in Oslo."), ElementsAre("mission NOR PER - accredited - - Oslo"));
}

TEST(NamedMissions, InEachOthersCountryWithoutATown) {
  EXPECT_THAT(about("Each has been represented by an embassy in the other, until 2018."), UnorderedElementsAre("mission NOR PER - embassy - ../2018", "mission PER NOR - embassy - ../2018"));
  EXPECT_THAT(about("The two countries have established embassies in their respective capitals."), UnorderedElementsAre("mission NOR PER - embassy - - Lima", "mission PER NOR - embassy - - Oslo"));
}

TEST(NamedMissions, InStatesInsteadOfTowns) {
  EXPECT_THAT(about("Peru maintains embassies in Norway, Chile and Japan."), ElementsAre("mission PER NOR - embassy", "mission PER CHL - embassy", "mission PER JPN - embassy"));
}

TEST(NamedMissions, WhatBecameOfThem) {
  EXPECT_THAT(about("The Norwegian embassy in Lima, which was reopened in 2024 after being closed in 2012, has five staff."), UnorderedElementsAre("mission_opened NOR PER - embassy - 2024 Lima", "mission_closed NOR PER - embassy - 2012 Lima"));
  EXPECT_THAT(about("Norway opened an embassy in Lima in 1966. The post was closed down in 1972."), ElementsAre("mission_opened NOR PER - embassy - 1966 Lima", "mission_closed NOR PER - embassy - 1972 Lima"));
  EXPECT_THAT(about("In 1965, Norway moved its embassy from Santiago to Lima."), ElementsAre("mission_opened NOR PER - embassy - 1965 Lima"));
  EXPECT_THAT(about("A Norwegian consulate was not established in Peru until 1906."), ElementsAre("mission_opened NOR PER - consulate - 1906"));
}

TEST(NamedMissions, Meant) {
  EXPECT_THAT(about("The ministers discussed opening a Peruvian embassy in Oslo."), ElementsAre("mission_opened PER NOR - embassy - - Oslo [planned]"));
  EXPECT_THAT(about("Peru is keen on Norway's reopening its embassy in Lima."), ElementsAre("mission_opened NOR PER - embassy - - Lima [planned]"));
  EXPECT_THAT(about("Norway was the only Nordic country to establish an embassy in Lima."), ElementsAre("mission_opened NOR PER - embassy - - Lima"));
}

TEST(NamedMissions, RelationsAndRecognition) {
  EXPECT_THAT(about("Diplomatic relations (24.03.1923)"), ElementsAre("relations_established NOR PER - - - 1923-03-24"));
  EXPECT_THAT(about("Norway was the second country after Iceland to re-establish diplomatic relations with Peru on 24 August 1991."), ElementsAre("relations_resumed NOR PER - - - 1991-08-24"));
  EXPECT_THAT(about("Peru was one of the first countries to recognise the newly independent Norwegian state in 1905."), ElementsAre("recognition PER NOR - - - 1905"));
  EXPECT_THAT(about("Norway and Peru recognised each other in 1905."), UnorderedElementsAre("recognition NOR PER - - - 1905", "recognition PER NOR - - - 1905"));
  EXPECT_THAT(about("Peru received recognition from Norway in 1822."), ElementsAre("recognition NOR PER - - - 1822"));
  EXPECT_THAT(about("Recognition of Norway: December 12, 1905."), ElementsAre("recognition PER NOR - - - 1905-12-12"));
  EXPECT_THAT(about("Among the first states that recognised Norway's independence was Peru."), ElementsAre("recognition PER NOR"));
}

TEST(NamedMissions, WhoDoesWhatBehindAComma) {
  EXPECT_THAT(about("Norway, one of the first countries to recognise Peru, opened a consulate in 1830."), UnorderedElementsAre("recognition NOR PER", "mission_opened NOR PER - consulate - 1830"));
  EXPECT_THAT(about("Peru, which Norway recognised in 1823, is large."), ElementsAre("recognition NOR PER - - - 1823"));
  EXPECT_THAT(about("Peru broke off diplomatic relations in 1977, and they were not restored until 1981."), ElementsAre("relations_severed PER NOR - - - 1977", "relations_resumed NOR PER - - - 1981"));
  EXPECT_THAT(about("The two countries agreed to restore diplomatic ties in 2016."), ElementsAre("relations_resumed NOR PER - - - 2016 [planned]"));
  EXPECT_THAT(about("Formal diplomatic relations with Peru: March 24, 1923"), ElementsAre("relations_established NOR PER - - - 1923-03-24"));
}

TEST(NamedMissions, WithTheirSpansAndHosts) {
  EXPECT_THAT(about("Norway has honorary consuls in Cusco (since 1994) and Piura (since 2003)."), ElementsAre("mission NOR PER - honorary consulate - 1994/.. Cusco", "mission NOR PER - honorary consulate - 2003/.. Piura"));
  EXPECT_THAT(about("Oslo hosts a Peruvian embassy, and Lima hosts a Norwegian embassy."), UnorderedElementsAre("mission PER NOR - embassy - - Oslo", "mission NOR PER - embassy - - Lima"));
  EXPECT_THAT(about("Neither Peru nor Norway has an embassy in the other country."), UnorderedElementsAre("mission PER NOR - embassy [neg]", "mission NOR PER - embassy [neg]"));
  EXPECT_THAT(about("Norway opened consulates in Lima in 1890 and Callao in 1895."), ElementsAre("mission_opened NOR PER - consulate - 1890 Lima", "mission_opened NOR PER - consulate - 1895 Callao"));
}

TEST(NamedMissions, WhoseAndWhenOfTwo) {
  EXPECT_THAT(about("Norway shut its embassy in Lima in 2003 and Peru its embassy in Oslo in 2004."), ElementsAre("mission_closed NOR PER - embassy - 2003 Lima", "mission_closed PER NOR - embassy - 2004 Oslo"));
  EXPECT_THAT(about("Norway set up an embassy in the Peruvian capital in 1966, while Peru set up its own in Oslo three years later."), ElementsAre("mission_opened NOR PER - embassy - 1966 Lima", "mission_opened PER NOR - embassy - 1969 Oslo"));
  EXPECT_THAT(about("Norway sent an ambassador to Peru, but closed the embassy in 2000."), ElementsAre("mission_closed NOR PER - embassy - 2000 Lima"));
  EXPECT_THAT(about("In March 1973, the Norwegian embassy in Lima was closed, being reopened in 1985."), UnorderedElementsAre("mission_closed NOR PER - embassy - 1973-03 Lima", "mission_opened NOR PER - embassy - 1985 Lima"));
  EXPECT_THAT(about("A resident embassy was established by Norway in 1966."), ElementsAre("mission_opened NOR PER - embassy - 1966 Lima"));
  EXPECT_THAT(about("In 2012 Peru announced the opening of an embassy in Oslo."), ElementsAre("mission_opened PER NOR - embassy - - Oslo [planned]"));
  EXPECT_THAT(about("Peru maintains its embassy in Oslo at Arbins gate 2."), ElementsAre("mission PER NOR - embassy - - Oslo"));
  EXPECT_THAT(about("Peru's embassy to Norway is in Stockholm, Sweden."), ElementsAre("mission PER NOR - accredited - - Stockholm"));
}

TEST(NamedMissions, TheTownBeforeTheNoun) {
  EXPECT_THAT(about("Norway's Lima embassy was closed in 2009."), ElementsAre("mission_closed NOR PER - embassy - 2009 Lima"));
  EXPECT_THAT(about("The Lima embassy was opened in 1964."), ElementsAre("mission_opened NOR PER - embassy - 1964 Lima"));
  EXPECT_THAT(about("Norway has resident diplomatic missions in Lima."), ElementsAre("mission NOR PER - diplomatic mission - - Lima"));
  EXPECT_THAT(about("Norway lacks an embassy in Lima."), IsEmpty());
}

TEST(NamedMissions, ThatThereAreNoRelations) {
  EXPECT_THAT(about("Norway and Peru have no diplomatic relations."), ElementsAre("relations_established NOR PER [neg]"));
  EXPECT_THAT(about("Peru and Norway do not maintain diplomatic relations."), ElementsAre("relations_established NOR PER [neg]"));
  EXPECT_THAT(about("The two countries had no diplomatic relations until 1923."), IsEmpty());
}

TEST(NamedMissions, InGerman) {
  EXPECT_THAT(auf_deutsch("Neben der Botschaft unterhält Peru in Deutschland seit 1993 ein Generalkonsulat in Hamburg."), ElementsAre("mission PER DEU - consulate general - 1993/.. Hamburg"));
  EXPECT_THAT(auf_deutsch("Nach dem Krieg nahmen Deutschland und Peru schnell diplomatische Beziehungen auf."), ElementsAre("relations_established DEU PER"));
  EXPECT_THAT(auf_deutsch("Der für Peru zuständige deutsche Botschafter residiert in Santiago."), ElementsAre("mission DEU PER - accredited - - Santiago"));
  EXPECT_THAT(auf_deutsch("Deutschland wird in Peru durch seine Botschaft in Santiago vertreten."), ElementsAre("mission DEU PER - accredited - - Santiago"));
  EXPECT_THAT(auf_deutsch("Die Botschaft Perus in Berlin wurde 1983 geschlossen und 1992 wiedereröffnet."), ElementsAre("mission_closed PER DEU - embassy - 1983 Berlin", "mission_opened PER DEU - embassy - 1992 Berlin"));
  EXPECT_THAT(auf_deutsch("Peru plant, in Hamburg ein Konsulat zu eröffnen."), ElementsAre("mission_opened PER DEU - consulate - - Hamburg [planned]"));
  EXPECT_THAT(auf_deutsch("Deutschland gehörte zu den ersten Staaten, die Peru anerkannten."), ElementsAre("recognition DEU PER"));
  EXPECT_THAT(auf_deutsch("Peru, das Deutschland 1826 anerkannte, liegt in Südamerika."), ElementsAre("recognition DEU PER - - - 1826"));
  EXPECT_THAT(auf_deutsch("Beide pflegen Beziehungen, mit der Peruanischen Botschaft Berlin und der Deutschen Botschaft Lima."), ElementsAre("mission PER DEU - embassy - - Berlin", "mission DEU PER - embassy - - Lima"));
}

}  // namespace
}  // namespace comity::claims
