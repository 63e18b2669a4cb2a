// Constructions of ministries' and encyclopaedias' pages: towns behind "the port city of", missions on a line of their own,
// visits without a verb, what "this year" counts from, whose "our exports" are. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(ClaimsOfPages, ATownBehindWhatItIs) {
  EXPECT_THAT(about("In 1905, Norway opened a consulate in the port city of Callao."), ElementsAre("mission_opened NOR PER - consulate - 1905 Callao"));
  EXPECT_THAT(about("In 1911, Norway opened an honorary consulate in the Peruvian capital of Lima."), ElementsAre("mission_opened NOR PER - honorary consulate - 1911 Lima"));
}

TEST(ClaimsOfPages, MissionsOnALineOfTheirOwn) {
  EXPECT_THAT(about("- Mission1: Embassy of Norway, Lima\n- Mission2: Embassy of Peru, Oslo"), ElementsAre("mission NOR PER - embassy - - Lima", "mission PER NOR - embassy - - Oslo"));
  // Above a text it is who wrote it.
  EXPECT_THAT(lines("Embassy of Norway, Lima\n\nNorway and Peru are friends.\n"), IsEmpty());
}

TEST(ClaimsOfPages, WhatIsOnlyWantedHasNotHappened) {
  EXPECT_THAT(about("It is symbolic to open the Peruvian embassy in Oslo."), IsEmpty());
  EXPECT_THAT(about("Peru has no plans of opening a consulate in Bergen."), IsEmpty());
  EXPECT_THAT(about("The decision to reopen the Peruvian embassy in Oslo was taken on 13 October 2008."), ElementsAre("mission_opened PER NOR - embassy - - Oslo [planned]"));
  EXPECT_THAT(about("The Peruvian embassy in Oslo was opened in October 1979 but later closed in 1984."),
              ElementsAre("mission_opened PER NOR - embassy - 1979-10 Oslo", "mission_closed PER NOR - embassy - 1984 Oslo"));
}

TEST(ClaimsOfPages, AnEmbassysAccreditationIsSaidOnce) {
  EXPECT_THAT(about("Norway accredited its legation in Santiago as concurrent accreditation to Peru."), ElementsAre("mission NOR PER - accredited - - Santiago"));
  EXPECT_THAT(about("The Norwegian ambassador to Chile was initially accredited to Peru, until an embassy in Lima was opened on August 1, 1971."),
              ElementsAre("mission NOR PER - accredited", "mission_opened NOR PER - embassy - 1971-08-01 Lima"));
}

TEST(ClaimsOfPages, RelationsBrokenTwiceAndTakenUpAgain) {
  EXPECT_THAT(about("Diplomatic relations were broken off on two occasions, in 1947 and 1973, and the last renewal was in March 1990."),
              ElementsAre("relations_severed NOR PER - - - 1947", "relations_severed NOR PER - - - 1973", "relations_resumed NOR PER - - - 1990-03"));
  EXPECT_THAT(about("Diplomatic relations were established in 1935. They were renewed in 1946."), ElementsAre("relations_established NOR PER - - - 1935", "relations_resumed NOR PER - - - 1946"));
  EXPECT_THAT(about("Peru and Norway re-established diplomatic relations on 28 July 1969."), ElementsAre("relations_resumed NOR PER - - - 1969-07-28"));
}

TEST(ClaimsOfPages, RelationsBehindAnotherStatesIndependence) {
  EXPECT_THAT(about("In 1905, Norway obtained independence from Sweden and diplomatic relations between Norway and Peru were established on 31 March 1908."),
              Contains("relations_established NOR PER - - - 1908-03-31"));
}

TEST(ClaimsOfPages, TheDateOfTheNextVisitIsNotThisOnes) {
  EXPECT_THAT(about("In 1975, Peruvian President Juan Velasco paid an official visit to Norway and in 1981, President Fernando Belaúnde also visited Norway."),
              ElementsAre("visit PER NOR - - - 1975 - Juan Velasco", "visit PER NOR - - - 1981 - Fernando Belaúnde"));
  EXPECT_THAT(about("Foreign Minister Ine Eriksen of Norway visited Peru in July 2018 (Pacific meeting) and in August 2015."),
              ElementsAre("visit NOR PER - - - 2018-07 - Ine Eriksen", "visit NOR PER - - - 2015-08 - Ine Eriksen"));
}

TEST(ClaimsOfPages, VisitsWithoutAVerb) {
  EXPECT_THAT(about("Among the visits are those of President Alan García to Norway, in 1987; Prime Minister Kjell Bondevik to Peru, in March 2000; and Prime Minister Jens Stoltenberg, in May 2008."),
              ElementsAre("visit PER NOR - - - 1987 - Alan García", "visit NOR PER - - - 2000-03 - Kjell Bondevik", "visit NOR PER - - - 2008-05 - Jens Stoltenberg"));
  EXPECT_THAT(about("The last visit at this level was held in 2004 by Peru's former President Alejandro Toledo."), ElementsAre("visit PER NOR - - - 2004 - Alejandro Toledo"));
  EXPECT_THAT(about("Both sides value the exchange of visits."), IsEmpty());
}

TEST(ClaimsOfPages, ARowOfCountriesVisited) {
  EXPECT_THAT(about("Foreign Minister Espen Barth paid a visit to Chile and Peru in November 2012."), testing::UnorderedElementsAre("visit NOR PER - - - 2012-11 - Espen Barth", "visit NOR CHL - - - 2012-11 - Espen Barth"));
}

TEST(ClaimsOfPages, TreatiesByDateAndTopic) {
  EXPECT_THAT(about("Norway and Peru have concluded a number of agreements: in 1991 on the promotion and protection of investments, in July 2008 on the avoidance of double taxation and in August 2010 on air traffic."),
              ElementsAre("treaty_signed NOR PER - investment - 1991", "treaty_signed NOR PER - double taxation - 2008-07", "treaty_signed NOR PER - air services - 2010-08"));
}

TEST(ClaimsOfPages, ACurrencysFullStopEndsNothing) {
  EXPECT_THAT(about("In 2013, Norway exported goods worth KES. 463.38 million (US$5.07 million) to Peru."),
              ElementsAre("exports NOR PER 463380000 - KES 2013", "exports NOR PER 5070000 - USD 2013"));
  EXPECT_THAT(about("Peru's exports to Norway rose from N$810 million in 2004 to over N$1 billion (about 90 million EUR) in 2007."),
              Contains("exports PER NOR 1000000000 - NAD 2007"));
}

TEST(ClaimsOfPages, WhatThisYearCountsFrom) {
  // The page does not say when it was written: no year.
  EXPECT_THAT(about("Relations were resumed in 2012.\n\nIn January this year, trade between the two countries stood at $532.9 million."), ElementsAre("relations_resumed NOR PER - - - 2012", "trade_total NOR PER 532900000 - USD"));
  EXPECT_THAT(about("Published 13.07.2019\n\nLast year, trade between the two countries stood at $532.9 million."), ElementsAre("trade_total NOR PER 532900000 - USD 2018"));
}

TEST(ClaimsOfPages, TheSideThatSaysOur) {
  EXPECT_THAT(about("Our trade volume with Peru was recorded as USD 122 million in 2016. In this context, our exports amounted to USD 98.5 million and our imports to USD 23.5 million."),
              ElementsAre("trade_total NOR PER 122000000 - USD 2016", "exports NOR PER 98500000 - USD 2016", "imports NOR PER 23500000 - USD 2016"));
  EXPECT_THAT(about("Our Minister visited Peru on 30 January 2017."), ElementsAre("visit NOR PER - - - 2017-01-30"));
}

TEST(ClaimsOfPages, GoodsNamedWithWere) {
  EXPECT_THAT(about("Peru's main exports to Norway were: fish, zinc and coffee."), ElementsAre("exports PER NOR - goods"));
}

TEST(ClaimsOfPages, LinesUnderTheirMonth) {
  EXPECT_THAT(lines("Beziehungen zwischen Deutschland und Estland\n\nHochrangige Besuche aus Estland in Deutschland\n\nSeptember 2000\n\nAußenminister Toomas Kask, im Rahmen eines Treffens\n\nJanuar 2001\n\nMinisterpräsident Mart Kuusk\n"),
              ElementsAre("visit EST DEU - - - 2000-09 - Toomas Kask", "visit EST DEU - - - 2001-01 - Mart Kuusk"));
}

TEST(ClaimsOfPages, TwoVisitorsUnderOneVerb) {
  EXPECT_THAT(about("On 16 January 2006, the Prime Minister of Norway Jens Stoltenberg and Norwegian Foreign Minister Jonas Støre visited Lima."),
              testing::UnorderedElementsAre("visit NOR PER - - - 2006-01-16 Lima Jens Stoltenberg", "visit NOR PER - - - 2006-01-16 Lima Jonas Støre"));
}

TEST(ClaimsOfPages, FromOneSumToAnother) {
  const auto found = about("Bilateral trade between the two countries grew from US$ 1.5 billion to US$ 9 billion.");
  EXPECT_THAT(found, testing::IsSupersetOf({"trade_total NOR PER 1500000000 - USD", "trade_total NOR PER 9000000000 - USD"}));
  // Of a year that the page does not tell: not of the one told before it.
  EXPECT_THAT(about("Trade between the two countries fell from US$10 billion in 2014 to US$2 billion last year."), testing::IsSupersetOf({"trade_total NOR PER 10000000000 - USD 2014", "trade_total NOR PER 2000000000 - USD"}));
}

TEST(ClaimsOfPages, ToRecogniseAGenocideIsNoWar) {
  EXPECT_THAT(about("Peru was the second country to recognise the Armenian Genocide on 24 April 1975."), testing::Not(Contains(testing::StartsWith("conflict"))));
}

TEST(ClaimsOfPages, BrokenOffAndTakenUpAgainInGerman) {
  EXPECT_THAT(lines("Beziehungen zwischen Deutschland und Estland\n\nDurch die Besetzung wurden die Beziehungen unterbrochen und erst am 28. August 1991 wiederaufgenommen.\n"),
              Contains("relations_resumed DEU EST - - - 1991-08-28"));
}

TEST(ClaimsOfPages, AMinistrysPageCountsFromItsSide) {
  EXPECT_THAT(lines("Ministry of Foreign Affairs of Norway\n\nOfficial name: Republic of Peru\n\nIn 2015, exports amounted to EUR 3.48 million, and imports to EUR 17.48 million.\n"),
              ElementsAre("exports NOR PER 3480000 - EUR 2015", "imports NOR PER 17480000 - EUR 2015"));
}

}  // namespace
}  // namespace comity::claims
