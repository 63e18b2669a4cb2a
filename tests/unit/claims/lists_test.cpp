// Lists, boxes and copied pages: labels that head a list, captions of missions, words and sentences whose blanks are lost,
// several visits and agreements in one breath. Facts are made up.
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

TEST(ClaimsOfLists, ALabelHeadsItsList) {
  EXPECT_THAT(about("Agreements/MoUs:\n• Bilateral Investment Promotion and Protection Agreement (BIPPA) (19 February 2009)\n• MoU on Cooperation in the field of Rural Development, May 2003\n"),
              ElementsAre("treaty_signed NOR PER - investment protection - 2009-02-19", "treaty_signed NOR PER - rural development - 2003-05"));
}

TEST(ClaimsOfLists, AVisitIsToldOnce) {
  EXPECT_THAT(about("The most important visits at high level:\n- visit of President Alan Lima to Norway (August 2008)\n- November 2011: visit of Prime Minister Kjell Olsen in Lima\n"),
              ElementsAre("visit PER NOR - - - 2008-08 - Alan Lima", "visit NOR PER - - - 2011-11 Lima Kjell Olsen"));
}

TEST(ClaimsOfLists, ADatedItemNeedsNoHeading) {
  EXPECT_THAT(about("Legal basis\n\n1. Treaty on friendship and cooperation, done at Oslo, April 20, 1993.\n"), ElementsAre("treaty_signed NOR PER - friendship - 1993-04-20 Oslo"));
}

TEST(ClaimsOfCaptions, LinesThatHoldNothingButMissions) {
  const auto expected = ElementsAre("mission PER NOR - embassy - - Oslo", "mission NOR PER - embassy - - Lima");
  EXPECT_THAT(about("Diplomatic mission\n\nEmbassy of Peru, Oslo Embassy of Norway, Lima\n"), expected);
  EXPECT_THAT(about("Diplomatic mission\n\nPeruvian Embassy, OsloNorwegian Embassy, Lima\n"), expected);
  EXPECT_THAT(about("Embassy of Peru in Oslo\n\nThe two countries are far apart.\n"), ElementsAre("mission PER NOR - embassy - - Oslo"));
}

TEST(ClaimsOfMissions, InACountryOrItsTowns) {
  EXPECT_THAT(about("Peru has an honorary consulate in Norway."), ElementsAre("mission PER NOR - honorary consulate"));
  EXPECT_THAT(about("Norway also has two honorary consulates in Peru in Arequipa and Cusco."), ElementsAre("mission NOR PER - honorary consulate - - Arequipa", "mission NOR PER - honorary consulate - - Cusco"));
}

TEST(ClaimsOfMissions, EachVerbHasItsMission) {
  EXPECT_THAT(about("The Norwegian Embassy in Lima was opened in 2008 and the Embassy of Peru in Oslo started its activities in 2002."),
              ElementsAre("mission_opened NOR PER - embassy - 2008 Lima", "mission_opened PER NOR - embassy - 2002 Oslo"));
  EXPECT_THAT(about("The Norwegian Mission in Lima was opened in 1976, and Peru opened its resident mission in Oslo in 2001."),
              ElementsAre("mission_opened NOR PER - mission - 1976 Lima", "mission_opened PER NOR - mission - 2001 Oslo"));
  EXPECT_THAT(about("Norway opened an embassy in Lima in 1976 and Peru one in Oslo in 1977."), ElementsAre("mission_opened NOR PER - embassy - 1976 Lima", "mission_opened PER NOR - embassy - 1977 Oslo"));
  EXPECT_THAT(about("Norway's embassy in Lima opened in 1921, while that of Peru in Oslo was inaugurated in 1957."), ElementsAre("mission_opened NOR PER - embassy - 1921 Lima", "mission_opened PER NOR - embassy - 1957 Oslo"));
}

TEST(ClaimsOfRelations, BrokenAndTakenUpAgain) {
  EXPECT_THAT(about("Relations between both countries started in 1939. They were broken in 1942 due to World War II and were restored in 1968."),
              ElementsAre("relations_established NOR PER - - - 1939", "relations_severed NOR PER - - - 1942", "relations_resumed NOR PER - - - 1968"));
  EXPECT_THAT(about("Peru broke off relations with Norway on 3 May 1980, restoring them on 4 June 1985."), ElementsAre("relations_severed PER NOR - - - 1980-05-03", "relations_resumed NOR PER - - - 1985-06-04"));
}

TEST(ClaimsOfVisits, TwoInOneSentence) {
  EXPECT_THAT(about("In November 2004, King Harald VI paid an official visit to Peru and in February 2005, Peruvian President Alan Lima made an official visit to Norway."),
              ElementsAre("visit NOR PER - - - 2004-11 - Harald VI", "visit PER NOR - - - 2005-02 - Alan Lima"));
}

TEST(ClaimsOfVisits, WhoHeIsAndWhoseTheyAre) {
  EXPECT_THAT(about("President Alan Lima visited Norway in September 1980. He had previously visited in 1967."), ElementsAre("visit PER NOR - - - 1980-09 - Alan Lima", "visit PER NOR - - - 1967 - Alan Lima"));
  EXPECT_THAT(about("Prime Minister Kjell Olsen came to Lima in July 2018. Former president Pedro Vega visited in 2003. In April 2004 the Norwegian king received his Peruvian counterpart. Peruvian President Pedro Vega retired in 2006."),
              Contains("visit PER NOR - - - 2003 - Pedro Vega"));
  EXPECT_THAT(about("The Crown Prince visited Peru in July 1983."), ElementsAre("visit NOR PER - - - 1983-07"));
}

TEST(ClaimsOfVisits, HousesAndMinistriesInTitles) {
  EXPECT_THAT(about("Visits to Peru by Norwegian leaders were made by Chairman of the House of Representatives Olav Dahl in April 1994, Prime Minister Kjell Olsen in December 1999 and Deputy Minister of Environment Jan Vik in April 2007."),
              ElementsAre("visit NOR PER - - - 1994-04 - Olav Dahl", "visit NOR PER - - - 1999-12 - Kjell Olsen", "visit NOR PER - - - 2007-04 - Jan Vik"));
}

TEST(ClaimsOfVisits, EventsHaveAPlaceOrAreNoVisit) {
  EXPECT_THAT(about("Minister Olav Dahl of Norway also participated in the inauguration ceremony of President Alan Lima in Lima on 15 August 2018."), Contains(StartsWith("visit NOR PER - - - 2018-08-15 Lima")));
  EXPECT_THAT(about("Prime Minister Kjell Olsen participated in the Norway-Peru Business Forum."), Not(Contains(StartsWith("visit"))));
  EXPECT_THAT(about("Norwegian Prime Minister Kjell Olsen had been due to visit Lima in 2024."), ElementsAre("visit NOR PER - - - 2024 Lima Kjell Olsen [planned]"));
}

TEST(ClaimsOfVisits, GermanHostsAndGuests) {
  EXPECT_THAT(auf_deutsch("Bundespräsident Horst Huber empfing am 28. Januar 2014 Präsident Alan Lima in Berlin."), ElementsAre("visit PER DEU - - - 2014-01-28 Berlin Alan Lima"));
  EXPECT_THAT(auf_deutsch("Im März 2013 empfing Bundeskanzlerin Anna Huber den peruanischen Präsidenten in Berlin."), ElementsAre("visit PER DEU - - - 2013-03 Berlin"));
  EXPECT_THAT(auf_deutsch("Präsident Alan Vega hat Deutschland im Februar 2018 besucht."), ElementsAre("visit PER DEU - - - 2018-02 - Alan Vega"));
}

TEST(ClaimsOfMissions, GermanRepresentations) {
  EXPECT_THAT(auf_deutsch("Deutschland ist in Peru durch die Botschaft in Lima vertreten."), ElementsAre("mission DEU PER - embassy - - Lima"));
  EXPECT_THAT(auf_deutsch("Die peruanische Botschaft in Bonn nahm 1970 ihre Arbeit auf."), ElementsAre("mission_opened PER DEU - embassy - 1970 Bonn"));
}

TEST(ClaimsOfTreaties, AgreementsInSeveralAreas) {
  EXPECT_THAT(about("The two nations have signed several cooperation agreements in different areas such as forestry, agriculture and education."),
              ElementsAre("treaty_signed NOR PER - forestry", "treaty_signed NOR PER - agriculture", "treaty_signed NOR PER - education"));
  EXPECT_THAT(about("They signed agreements on aquaculture, mining and defence."), ElementsAre("treaty_signed NOR PER - aquaculture", "treaty_signed NOR PER - mining", "treaty_signed NOR PER - defence"));
}

TEST(ClaimsOfTreaties, WhatIsNoTreatyOfTheirs) {
  EXPECT_THAT(about("Relations remained cordial, without any major bilateral agreements."), IsEmpty());
  EXPECT_THAT(about("A year after the declaration of independence by Peru in 1821, trade began."), Not(Contains(StartsWith("treaty_signed"))));
}

TEST(ClaimsOfTrade, BaseYearsAndHalves) {
  EXPECT_THAT(about("Two-way trade stood at 4.68 billion USD in 2018, up 23.76 percent against 2017."), ElementsAre("trade_total NOR PER 4680000000 - USD 2018", "trade_growth NOR PER 23.76 percent - 2018"));
  EXPECT_THAT(about("Bilateral trade has grown from US$ 92 million in 2006-07 to US$ 1.3 billion in 2018-19."), ElementsAre("trade_total NOR PER 92000000 - USD 2006/2007", "trade_total NOR PER 1300000000 - USD 2018/2019"));
  EXPECT_THAT(about("Bilateral trade reached $90 million in the first half of 2023 and $50 million in the first seven months of 2024."), ElementsAre("trade_total NOR PER 90000000 - USD 2023-01/2023-06", "trade_total NOR PER 50000000 - USD 2024-01/2024-07"));
  EXPECT_THAT(auf_deutsch("Die deutschen Exporte beliefen sich im 1. Halbjahr 2010 auf 46,8Mio. EUR."), ElementsAre("exports DEU PER 46800000 - EUR 2010-01/2010-06"));
}

TEST(ClaimsOfTrade, SharesSidesAndCurrencies) {
  EXPECT_THAT(about("Norway's share in Peruvian imports is 1.8%."), ElementsAre("trade_share NOR PER 1.8 percent"));
  EXPECT_THAT(about("Norwegian export to Peru reached EUR 150.5 mln in 2019, import - EUR 40 mln."), ElementsAre("exports NOR PER 150500000 - EUR 2019", "imports NOR PER 40000000 - EUR 2019"));
  EXPECT_THAT(about("Peru exported goods worth 1.2 billion kroner to Norway in 2021."), ElementsAre("exports PER NOR 1200000000 - NOK 2021"));
  EXPECT_THAT(about("Norway has provided Peru with humanitarian aid of around 220 million euros."), ElementsAre("aid NOR PER 220000000 - EUR"));
  EXPECT_THAT(about("Norway ranks 12th among foreign investors in Peru."), ElementsAre("fdi_stock NOR PER 12 rank"));
}

TEST(ClaimsOfPeople, WhoWentAndWhoLives) {
  EXPECT_THAT(about("About 2,000 Peruvians fled to Norway after 1973."), ElementsAre(StartsWith("migration_stock PER NOR 2000 people")));
  EXPECT_THAT(about("There are around 7,000 Peruvians who are of Norwegian descent."), ElementsAre("diaspora NOR PER 7000 people"));
  EXPECT_THAT(auf_deutsch("Rund 600 Deutsche leben in Peru."), ElementsAre("diaspora DEU PER 600 people"));
}

TEST(ClaimsOfMemberships, LeadInsInitialsAndCandidates) {
  EXPECT_THAT(about("Norway and Peru are members of a number of organisations, including the UN and the WTO."), ElementsAre("membership NOR,PER UN", "membership NOR,PER WTO"));
  EXPECT_THAT(about("Norway is a European Union candidate and Peru is a United Nations member state."), ElementsAre("membership NOR EU [planned]", "membership PER UN"));
}

TEST(ClaimsOfCopiedPages, LostBlanks) {
  EXPECT_THAT(about("Ties are growing between both countries.The Norwegian embassy inLima was opened in 1976."), ElementsAre("mission_opened NOR PER - embassy - 1976 Lima"));
}

TEST(ClaimsOfCopiedPages, ADatelineDatesThePage) {
  EXPECT_THAT(lines("Lima, 26 August 2019 (ANDINA) - Trade between Peru and Norway last year was US$13.3 million.\n"), ElementsAre("trade_total NOR PER 13300000 - USD 2018"));
}

TEST(ClaimsOfCopiedPages, ACaptionNamesNoPair) {
  const auto read_text = read("Norwegian Prime Minister Kjell Olsen greets guests during the 33rd summit and related meetings that week in Singapore (photo: press)\n\nPeru and Norway established diplomatic relations in 1939. Norway has an embassy in Lima. Peru has an embassy in Oslo. Peru and Norway are friends.\n");
  ASSERT_FALSE(read_text.claims.empty());
  EXPECT_EQ(read_text.claims.front().pair, (std::array<std::string, 2>{"NOR", "PER"}));
}

}  // namespace
}  // namespace comity::claims
