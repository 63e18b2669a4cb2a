// Constructions of encyclopaedias, ministries and news: what resides elsewhere, feasts, captions, lists of treaties, what was
// announced on a visit. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using testing::StartsWith;

TEST(ClaimsOfMissions, AccreditedFromATown) {
  EXPECT_THAT(about("In 1991, Peru opened an embassy in Oslo, which had originally been accredited from Copenhagen."), Contains("mission PER NOR - accredited - - Copenhagen"));
  EXPECT_THAT(about("The Norwegian Ambassador to Peru resides in Santiago, Chile."), ElementsAre("mission NOR PER - accredited - - Santiago"));
  EXPECT_THAT(about("Between 1983 and 1995, the Peruvian ambassador to Copenhagen, Denmark, was also accredited to Norway."), ElementsAre("mission PER NOR - accredited - 1983/1995 Copenhagen"));
  EXPECT_THAT(about("Norway opened an honorary consulate in Lima in 2000 while maintaining official relations with Peru from its embassy in Santiago."), Contains("mission NOR PER - accredited - - Santiago"));
}

TEST(ClaimsOfMissions, OfAStateByTheFormThatItsFullNameHas) {
  EXPECT_THAT(about("The Kingdom of Norway and Peru are friends. The Kingdom inaugurated its embassy in Peru in 1972."), ElementsAre("mission_opened NOR PER - embassy - 1972 Lima"));
  EXPECT_THAT(about("Trade of Peru with the Kingdom of Norway is small. The Kingdom recognised Peru in 1825."), ElementsAre("recognition NOR PER - - - 1825"));
  EXPECT_THAT(about("Trade of the Kingdom of Spain with Peru is small. The Kingdom inaugurated its embassy in Peru in 1972."), IsEmpty());
  EXPECT_THAT(about("The Kingdom of Norway and Peru are friends. The Kingdom of Spain opened an embassy in Lima in 1972."), Not(Contains(StartsWith("mission_opened NOR"))));
}

// "(RoC)" behind the Republic of Cyprus is no other republic.
TEST(ClaimsOfRelations, AShortFormIsWhatThePageMadeIt) {
  EXPECT_THAT(about("Norway and Peru (PRC) established diplomatic ties on 10 February 1962. The PRC has an embassy in Oslo."),
              ElementsAre("relations_established NOR PER - - - 1962-02-10", "mission PER NOR - embassy - - Oslo"));
}

TEST(ClaimsOfMissions, BesideTheSpanInWhichTheyWereThere) {
  EXPECT_THAT(about("Between 1935 and 1945 the Honorary Consulate of the Republic of Peru ran its activities in Oslo."), ElementsAre("mission PER NOR - honorary consulate - 1935/1945 Oslo"));
  EXPECT_THAT(about("Since June 1995, the Consulate General of Norway has been operating in Lima."), ElementsAre("mission NOR PER - consulate general - 1995-06/.. Lima"));
  EXPECT_THAT(about("From 1927 to 1931 the honorary consul of Peru in Oslo was Carlos Vega."), ElementsAre(StartsWith("mission PER NOR - honorary consulate - 1927/1931 Oslo")));
  EXPECT_THAT(about("Between 1935 and 1945 the Consulate of Peru did nothing of note in Paris."), IsEmpty());
  EXPECT_THAT(auf_deutsch("Die Botschaft von Peru im Partnerland Deutschland befindet sich in der Hauptstadt Berlin."), ElementsAre("mission PER DEU - embassy - - Berlin"));
  EXPECT_THAT(auf_deutsch("Die Peruanische Botschaft in Berlin ist die diplomatische Vertretung Perus in Deutschland."), ElementsAre("mission PER DEU - embassy - - Berlin"));
  EXPECT_THAT(about("Since June 1995 there has been no Consulate General of Norway in Lima."), Not(Contains("mission NOR PER - consulate general - 1995-06/.. Lima")));
}

TEST(ClaimsOfMissions, InterestsLookedAfter) {
  EXPECT_THAT(about("Peruvian interests in Norway are looked after by the embassy of Peru in Stockholm."), ElementsAre("mission PER NOR - accredited - - Stockholm"));
  EXPECT_THAT(about("The interests of both countries are served by trade."), IsEmpty());
  EXPECT_THAT(auf_deutsch("Die peruanischen Interessen in Deutschland werden durch die peruanische Botschaft in Wien wahrgenommen, die deutschen Interessen in Peru durch die deutsche Botschaft in Santiago."),
              ElementsAre("mission PER DEU - accredited - - Wien", "mission DEU PER - accredited - - Santiago"));
}

TEST(ClaimsOfMissions, EachInTheOthersCapital) {
  EXPECT_THAT(about("Norway and Peru are friends and each maintain an embassy in the other's capital."), ElementsAre(StartsWith("mission"), StartsWith("mission")));
  EXPECT_THAT(about("The Peruvian Embassy in Oslo is Peru's largest in Europe."), ElementsAre("mission PER NOR - embassy - - Oslo"));
  EXPECT_THAT(about("A crowd stood before the Peruvian Embassy in Oslo."), IsEmpty());
}

TEST(ClaimsOfMissions, OfACountryInATown) {
  EXPECT_THAT(about("The Embassy of Peru in Norway is located in Oslo."), ElementsAre("mission PER NOR - embassy - - Oslo"));
  EXPECT_THAT(about("Norway has a non-resident ambassador in Santiago."), ElementsAre("mission NOR PER - accredited - - Santiago"));
  EXPECT_THAT(about("Peru opened its mission in Oslo in 1980."), ElementsAre("mission_opened PER NOR - mission - 1980 Oslo"));
}

TEST(ClaimsOfTrade, AgainstWhichItGrew) { EXPECT_THAT(about("Bilateral trade stood at USD 320 million in 2018, up 12% from 2017."), Contains("trade_growth NOR PER 12 percent - 2018")); }

TEST(ClaimsOfMissions, AsOfADay) { EXPECT_THAT(about("As of December 2011 Peru maintains an embassy in Oslo."), ElementsAre("mission PER NOR - embassy - 2011-12 Oslo")); }

TEST(ClaimsOfMissions, WhatAnEmbassyLaunchedIsNotTheEmbassy) { EXPECT_THAT(about("In 2001 the Norwegian embassy in Lima launched the Fjord Festival."), Not(Contains(StartsWith("mission_opened")))); }

TEST(ClaimsOfMissions, RecognisedAndOpened) { EXPECT_THAT(about("In 1918, Norway was one of the first countries to recognise Peru and open a legation in Lima."), Contains("mission_opened NOR PER - legation - 1918 Lima")); }

TEST(ClaimsOfVisits, AnnouncedOnTheVisit) {
  EXPECT_THAT(about("In June 1999, Norwegian Prime Minister Kjell Olsen paid an official visit to Peru. During his visit, Prime Minister Olsen announced the opening of a Norwegian embassy in Lima."),
              Contains("mission_opened NOR PER - embassy - 1999-06 Lima [planned]"));
}

TEST(ClaimsOfVisits, CaptionsWithTheirDate) {
  EXPECT_THAT(about("President Alan Lima attending the Fjord Summit in Oslo; 1981."), ElementsAre("visit PER NOR - - - 1981 Oslo Alan Lima"));
  EXPECT_THAT(about("Peruvian President Alan Lima meeting with Prime Minister Kjell Olsen in Oslo; November 2015."), Contains("visit PER NOR - - - 2015-11 Oslo Alan Lima"));
}

TEST(ClaimsOfVisits, NotYetMade) {
  EXPECT_THAT(about("The forthcoming visit to Norway by Peruvian President Alan Lima in May 2019 was discussed."), ElementsAre("visit PER NOR - - - 2019-05 - Alan Lima [planned]"));
  EXPECT_THAT(about("The working visit by President Alan Lima to Norway in May 2019 will open new ways."), ElementsAre("visit PER NOR - - - 2019-05 - Alan Lima [planned]"));
}

TEST(ClaimsOfVisits, DelegationsHosted) {
  EXPECT_THAT(about("On 4 May 2011 Norway hosted a trade delegation from Peru led by Minister Alan Lima in Oslo."), ElementsAre("visit PER NOR - - - 2011-05-04 Oslo Alan Lima"));
}

TEST(ClaimsOfVisits, DelegationsWithoutAName) {
  EXPECT_THAT(about("A Peruvian parliamentary delegation visited Oslo in March 2014."), ElementsAre("visit PER NOR - - - 2014-03 Oslo"));
  EXPECT_THAT(about("A Peruvian parliamentary delegation discussed Oslo in March 2014."), IsEmpty());
}

TEST(ClaimsOfVisits, HisVisitToTheOther) {
  EXPECT_THAT(about("Foreign Minister Dag Berg met Peruvian President Alan Lima during his visit to Lima in 2012."), ElementsAre("visit NOR PER - - - 2012 Lima Dag Berg"));
  EXPECT_THAT(about("Norwegian Foreign Minister Dag Berg will travel to Peru on 6 June 2019."), ElementsAre("visit NOR PER - - - 2019-06-06 - Dag Berg [planned]"));
}

TEST(ClaimsOfVisits, WhoSpeaksOfItDidNotTravel) { EXPECT_THAT(about("Peruvian Ambassador to Norway, Alan Lima, said the visit of 2019 to Norway was the first."), Not(Contains(testing::HasSubstr("Alan Lima")))); }

TEST(ClaimsOfVisits, PaidInGerman) { EXPECT_THAT(auf_deutsch("2004 hatte der damalige Präsident Alan Lima Deutschland einen Staatsbesuch abgestattet."), ElementsAre("visit PER DEU - - - 2004 - Alan Lima")); }

TEST(ClaimsOfTreaties, WhatAMemorandumIsFor) {
  EXPECT_THAT(about("In 2010 both countries signed a memorandum to improve ferry links."), ElementsAre("treaty_signed NOR PER - ferry links MoU - 2010"));
  EXPECT_THAT(about("In 2010, memorandums were signed to increase cooperation in education."), ElementsAre("treaty_signed NOR PER - education - 2010"));
  EXPECT_THAT(about("In 2010 both countries signed an agreement on cooperation in the energy sector."), ElementsAre("treaty_signed NOR PER - energy - 2010"));
}

TEST(ClaimsOfTreaties, ListsBehindOneSigning) {
  EXPECT_THAT(about("In March 2007 the ministers met for the signing of agreements (an agreement on tourism); a MoU on water; three judicial agreements."), IsSupersetOf({"treaty_signed NOR PER - water - 2007-03", "treaty_signed NOR PER 3 documents - 2007-03"}));
  EXPECT_THAT(about("In 1999 both signed an Agreement on Extradition, an Agreement on Tourism, and a Protocol on Fisheries."),
              IsSupersetOf({"treaty_signed NOR PER - extradition - 1999", "treaty_signed NOR PER - tourism - 1999", "treaty_signed NOR PER - fisheries - 1999"}));
}

TEST(ClaimsOfTreaties, OwnDateBehindInitials) {
  EXPECT_THAT(about("Both signed a Trade Agreement in 2013 and a Defence Cooperation Agreement (DCA) in 2010."), Contains("treaty_signed NOR PER - defence - 2010"));
}

TEST(ClaimsOfTreaties, TalksBegun) {
  EXPECT_THAT(about("In July 2014, both countries began negotiations on a free trade agreement."), ElementsAre("treaty_signed NOR PER - FTA - 2014-07 [planned]"));
  EXPECT_THAT(about("In 2005 Peru approached the state of Norway with a draft agreement."), IsEmpty());
}

TEST(ClaimsOfTreaties, NotTheTwosOwn) {
  EXPECT_THAT(about("In 2010, Fjordex, a Norwegian firm, signed an agreement on digging in Peru."), Not(Contains(StartsWith("treaty_signed"))));
  EXPECT_THAT(about("In 2005 both signed an agreement on tourism after terminating the Agreement on Trade in May 2004."), ElementsAre("treaty_signed NOR PER - tourism - 2005"));
}

TEST(ClaimsOfTreaties, VisasAbolished) { EXPECT_THAT(about("In March 2014 both nations agreed to abolish visa requirements for diplomats."), Contains("treaty_signed NOR PER - visa abolition - 2014-03")); }

TEST(ClaimsOfRelations, KnownByTheirFeast) {
  EXPECT_THAT(about("In 2010 both countries celebrated the 150th anniversary of diplomatic relations."), ElementsAre("relations_established NOR PER - - - 1860~"));
  EXPECT_THAT(about("In 2010 both countries celebrated the 150th anniversary of diplomatic relations. Peru and Norway established diplomatic relations on 3 May 1861."), ElementsAre("relations_established NOR PER - - - 1861-05-03"));
  EXPECT_THAT(about("In 2010 Peru celebrated the 150th anniversary of diplomatic relations with Japan."), IsEmpty());
  EXPECT_THAT(about("In 2010 both countries celebrated the 20th anniversary of trade."), IsEmpty());
}

TEST(ClaimsOfMemberships, ObserversAndCandidates) {
  EXPECT_THAT(about("Peru is a full-fledged member of the OECD, while Norway has observer status."), ElementsAre("membership PER OECD", "membership NOR OECD"));
  EXPECT_THAT(about("Norway is a member of the European Union, which Peru applied for in 2022."), Contains("membership PER EU - - - 2022 [planned]"));
  EXPECT_THAT(about("Peru is a member of the Southern Fjord Customs Union (SFCU)."), ElementsAre("membership PER SFCU"));
}

TEST(ClaimsOfInitiatives, Mechanisms) {
  EXPECT_THAT(about("The bilateral mechanisms include the Fjord Forum and the Joint Technical Committee."), ElementsAre(StartsWith("initiative NOR PER"), StartsWith("initiative NOR PER")));
  EXPECT_THAT(about("A joint study group has been formed since 2006."), ElementsAre("initiative NOR PER - - - 2006"));
}

TEST(ClaimsOfConflicts, InvasionsByAThird) {
  EXPECT_THAT(about("Peru condemned the Chilean invasion of Norway."), ElementsAre("conflict CHL NOR"));
  EXPECT_THAT(about("Peru condemned the Norwegian invasion of Chile."), IsEmpty());
  EXPECT_THAT(about("Peru declared war on Norway and Japan on 7 February 1945."), ElementsAre("conflict PER NOR - - - 1945-02-07"));
}

TEST(ClaimsOfTrade, GoodsInGerman) {
  EXPECT_THAT(auf_deutsch("Peru exportiert vor allem Kaffee und importiert Maschinen aus Deutschland."), ElementsAre("exports PER DEU - goods", "imports PER DEU - goods"));
  EXPECT_THAT(auf_deutsch("Aus Deutschland bezieht Peru Maschinen."), ElementsAre("imports PER DEU - goods"));
  EXPECT_THAT(auf_deutsch("Deutschland führt Kupfer aus Peru ein."), ElementsAre("imports DEU PER - goods"));
  EXPECT_THAT(auf_deutsch("Deutschland führt Gespräche mit Peru."), IsEmpty());
}

TEST(ClaimsOfTrade, TheSameSumAgain) { EXPECT_THAT(about("Both want to raise bilateral trade to US$15 billion (€13 billion) next decade."), ElementsAre(testing::HasSubstr("[planned]"), testing::HasSubstr("[planned]"))); }

TEST(ClaimsOfTrade, DoubledLastYear) { EXPECT_THAT(about("In 2012, trade between the two countries nearly doubled."), ElementsAre("trade_growth NOR PER 2 times - 2012")); }

TEST(ClaimsOfInvestment, OneOfTheFive) { EXPECT_THAT(about("Norway has become one of the five largest investors in Peru."), ElementsAre("fdi_stock NOR PER 5 rank")); }

TEST(Tokens, AnArticleStuckToAName) { EXPECT_THAT(about("Peru has anEmbassy in Oslo."), ElementsAre("mission PER NOR - embassy - - Oslo")); }

}  // namespace
}  // namespace comity::claims
