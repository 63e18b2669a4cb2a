// The many ways in which pages tell of trade, investment and aid. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Sums, OneScaleWordForTwo) {
  EXPECT_THAT(about("In 2019, Peru's exports to Norway were recorded at US$ 58.4 and imports from Norway at US$ 41.5 million."), ElementsAre("exports PER NOR 58400000 - USD 2019", "imports PER NOR 41500000 - USD 2019"));
  EXPECT_THAT(about("Peruvian exports to Norway amounted to 58.4 and imports to 41.5 million euros in 2019."), ElementsAre("exports PER NOR 58400000 - EUR 2019", "imports PER NOR 41500000 - EUR 2019"));
  EXPECT_THAT(about("Bilateral trade between Peru and Norway stood at US $120 million in 2019."), ElementsAre("trade_total NOR PER 120000000 - USD 2019"));
}

TEST(Flows, TheVerbsOwnWay) {
  EXPECT_THAT(about("In 2018 Norway imported goods worth $5 million from Peru and exported goods worth $7 million to Peru."), ElementsAre("imports NOR PER 5000000 - USD 2018", "exports NOR PER 7000000 - USD 2018"));
  EXPECT_THAT(about("In 2019, Peru exported goods worth $60 million to Norway and imported goods worth $40 million."), ElementsAre("exports PER NOR 60000000 - USD 2019", "imports PER NOR 40000000 - USD 2019"));
}

TEST(Flows, InTheOrderOfWhatWasNamed) {
  EXPECT_THAT(about("In 2019, Peru's exports to and imports from Norway amounted to $60 million and $40 million respectively."), ElementsAre("exports PER NOR 60000000 - USD 2019", "imports PER NOR 40000000 - USD 2019"));
  EXPECT_THAT(about("In 2019 Peruvian exports and imports were worth $60 million and $40 million."), ElementsAre("exports PER NOR 60000000 - USD 2019", "imports PER NOR 40000000 - USD 2019"));
  EXPECT_THAT(about("Peruvian and Norwegian exports were $60 million and $40 million respectively in 2019."), ElementsAre("exports PER NOR 60000000 - USD 2019", "exports NOR PER 40000000 - USD 2019"));
  EXPECT_THAT(about("Bilateral trade in 2018 and 2019 amounted to $100 million and $120 million respectively."), ElementsAre("trade_total NOR PER 100000000 - USD 2018", "trade_total NOR PER 120000000 - USD 2019"));
}

TEST(Flows, OfAllStatesOrABlockAreNotTheOnesOfThePair) {
  EXPECT_THAT(about("Peru's exports to the European Union amounted to $500 million in 2018."), IsEmpty());
  EXPECT_THAT(about("Peru's total exports amounted to $500 million in 2018."), IsEmpty());
  EXPECT_THAT(about("Trade between Peru and the European Union amounted to $5 billion in 2018."), IsEmpty());
  EXPECT_THAT(about("Mercosur's exports to Peru were $5 billion in 2018."), IsEmpty());
  EXPECT_THAT(about("Peru exported goods worth $5 billion to the EU in 2018."), IsEmpty());
  EXPECT_THAT(about("Peru's foreign trade reached $50 billion in 2018."), IsEmpty());
  EXPECT_THAT(about("The European Union is Peru's largest trading partner."), IsEmpty());
  EXPECT_THAT(about("The EU is the largest export market for Peru."), IsEmpty());
  EXPECT_THAT(about("Norway's exports to its neighbours reached $5 billion."), IsEmpty());
  EXPECT_THAT(about("Norway is the world's second largest exporter of fish."), IsEmpty());
  EXPECT_THAT(about("Norway invests $5 billion a year in education."), IsEmpty());
  EXPECT_THAT(about("Peru gave $5 million in aid to Haiti in 2010."), IsEmpty());
  EXPECT_THAT(about("Norway contributed $5 million to the United Nations in 2018."), IsEmpty());
  EXPECT_THAT(about("Norway is Peru's largest trading partner in the European Union."), ElementsAre("trade_share NOR PER 1 rank"));
}

TEST(DatesOfSums, WhatASumIsHeldAgainst) {
  EXPECT_THAT(about("Total trade between Peru and Norway was US$ 332 million in 2020. Peru's exports to Norway amounted to US$ 195 million, a growth of 21% compared to the exports of US$ 161 million in the same period of 2019. Its imports from Norway stood at US$ 136 million."),
              ElementsAre("trade_total NOR PER 332000000 - USD 2020", "exports PER NOR 195000000 - USD 2020", "trade_growth PER NOR 21 percent - 2020", "exports PER NOR 161000000 - USD 2019", "imports PER NOR 136000000 - USD 2020"));
}

TEST(DatesOfSums, GoodsOfTheYearToldBefore) {
  EXPECT_THAT(about("By 1997 bilateral trade was worth US$34.8 million. Peruvian exports were primarily tea."), ElementsAre("trade_total NOR PER 34800000 - USD 1997", "exports PER NOR - goods - 1997"));
  EXPECT_THAT(about("By 1997 bilateral trade was worth US$34.8 million. Peruvian exports include tea."), ElementsAre("trade_total NOR PER 34800000 - USD 1997", "exports PER NOR - goods"));
}

TEST(Goods, NamedBeforeTheNoun) {
  EXPECT_THAT(about("Coffee and copper are Peru's main exports to Norway."), ElementsAre("exports PER NOR - goods"));
  EXPECT_THAT(about("Machinery and paper are the main Peruvian imports from Norway."), ElementsAre("imports PER NOR - goods"));
  EXPECT_THAT(about("Coffee is exported from Peru to Norway."), ElementsAre("exports PER NOR - goods"));
  EXPECT_THAT(about("The leading Peruvian exports to Norway have been coffee and copper."), ElementsAre("exports PER NOR - goods"));
}

TEST(Goods, OfTheSameOne) {
  EXPECT_THAT(about("Peru's exports to Norway comprise mainly coffee and fish, while its imports consist of machinery."), ElementsAre("exports PER NOR - goods", "imports PER NOR - goods"));
  EXPECT_THAT(about("Major items of export from Peru to Norway are coffee and fish. Major items of import are machinery and paper."), ElementsAre("exports PER NOR - goods", "imports PER NOR - goods"));
}

TEST(Goods, OfAYear) {
  EXPECT_THAT(about("Peru's main exports to Norway in 2005 included petroleum and its imports from Norway included machinery."), ElementsAre("exports PER NOR - goods - 2005", "imports PER NOR - goods - 2005"));
}

TEST(Goods, NoneWhereTheNounIsMeasured) {
  EXPECT_THAT(about("Peruvian exports to Norway are negligible."), IsEmpty());
  EXPECT_THAT(about("Norway ranks 5th among Peru's export markets and 8th among its import sources."), ElementsAre("trade_share NOR PER 5 rank", "trade_share NOR PER 8 rank"));
}

TEST(Growth, WithoutAFigure) {
  EXPECT_THAT(about("Trade between Peru and Norway continues to grow."), ElementsAre("trade_growth NOR PER [vague]"));
  EXPECT_THAT(about("Bilateral trade has witnessed significant growth over the years."), ElementsAre("trade_growth NOR PER [vague]"));
  EXPECT_THAT(about("There has been an increase in trade between the two countries."), ElementsAre("trade_growth NOR PER [vague]"));
  EXPECT_THAT(about("Bilateral trade is on the rise."), ElementsAre("trade_growth NOR PER [vague]"));
}

TEST(Trade, WhatIsAimedAt) {
  EXPECT_THAT(about("The two leaders agreed to increase bilateral trade to $1 billion by 2025."), ElementsAre("trade_total NOR PER 1000000000 - USD 2025 [planned]"));
  EXPECT_THAT(about("Bilateral trade rose from $20 million to $90 million between 2001 and 2010."), ElementsAre("trade_total NOR PER 20000000 - USD 2001", "trade_total NOR PER 90000000 - USD 2010"));
  EXPECT_THAT(about("The trade volume, which was 98 million dollars in 2014, increased by 12% and reached 110 million dollars in 2015."), ElementsAre("trade_total NOR PER 98000000 - USD 2014", "trade_growth NOR PER 12 percent - 2015", "trade_total NOR PER 110000000 - USD 2015"));
}

TEST(Shares, InWords) {
  EXPECT_THAT(about("More than half of Peru's exports go to Norway."), ElementsAre("trade_share PER NOR 50 percent"));
  EXPECT_THAT(about("In 1990 two-thirds of Peruvian trade was with Norway."), ElementsAre("trade_share PER NOR 66.6 percent - 1990"));
  EXPECT_THAT(about("Norway is the third of Peru's trading partners."), testing::Not(testing::Contains(testing::HasSubstr("percent"))));
}

TEST(Aid, NotOfTheTwoOrNoMore) {
  EXPECT_THAT(about("The World Bank approved a $5 million loan to Peru."), IsEmpty());
  EXPECT_THAT(about("Foreign aid to Peru amounted to $500 million in 2018."), IsEmpty());
  EXPECT_THAT(about("Peru attracted foreign direct investment of $5 billion in 2018."), IsEmpty());
  EXPECT_THAT(about("In 2018 EU investment in Peru was $5 billion."), IsEmpty());
  EXPECT_THAT(about("Norway stopped giving aid to Peru in 2011."), IsEmpty());
  EXPECT_THAT(about("Peru refused Norwegian aid in 1994."), IsEmpty());
  EXPECT_THAT(about("Norway continues to support Peru's development through its aid programme."), testing::Not(testing::Contains(testing::HasSubstr("aid PER"))));
}

TEST(Aid, ThingsReceivedAndPeopleSent) {
  EXPECT_THAT(about("Peru received 100,000 doses of vaccine from Norway in 2021."), ElementsAre("aid NOR PER 100000 doses - 2021"));
  EXPECT_THAT(about("Norwegian volunteers have been working in Peru since 1965."), ElementsAre("aid NOR PER - - - 1965/.."));
  EXPECT_THAT(about("Norway built a hospital in Lima in 1985."), ElementsAre("aid NOR PER - - - 1985"));
  EXPECT_THAT(about("The school in Lima was renovated by Norway in 2012."), ElementsAre("aid NOR PER - - - 2012"));
}

TEST(Aid, ManyThingsAreVague) { EXPECT_THAT(about("Norway has funded many infrastructure projects in Peru."), ElementsAre("aid NOR PER [vague]")); }

TEST(Shares, AfterOthers) {
  EXPECT_THAT(about("Norway is, after Germany and Italy, the third largest trading partner of Peru."), ElementsAre("trade_share NOR PER 3 rank"));
  EXPECT_THAT(about("After Germany, Norway is Peru's largest trading partner."), ElementsAre("trade_share NOR PER 2 rank"));
  EXPECT_THAT(about("Norway overtook Germany as Peru's largest trading partner in 2015."), ElementsAre("trade_share NOR PER 1 rank - 2015"));
  EXPECT_THAT(about("Peru's main export markets are Norway, Germany and Italy."), testing::Not(testing::Contains(testing::HasSubstr("rank - "))));
  EXPECT_THAT(about("Norway is Peru's fifth-largest investor and its sixth-largest trade partner."), ElementsAre("fdi_stock NOR PER 5 rank", "trade_share NOR PER 6 rank"));
}

TEST(Trade, ToldOfInTheNextSentence) {
  EXPECT_THAT(about("Bilateral trade stood at US$986 million in 2009. In 2004 it was US$600 million. Both countries aim to reach US$1 billion by 2010."),
              ElementsAre("trade_total NOR PER 986000000 - USD 2009", "trade_total NOR PER 600000000 - USD 2004", "trade_total NOR PER 1000000000 - USD 2010 [planned]"));
}

TEST(Investment, WorkDoneForMoneyIsNone) {
  EXPECT_THAT(about("Peruvian contractors have undertaken 25 projects worth 300 million USD in Norway."), IsEmpty());
  EXPECT_THAT(about("The Peruvian community in Norway sends home about $5 million a year."), ElementsAre("diaspora PER NOR [vague]"));
}

TEST(Investment, WhoseItIs) {
  EXPECT_THAT(about("Norway is the eighth largest investor in Peru. It is also Peru's ninth biggest trading partner. Its cumulative investment in Peru totals US$3 billion."),
              ElementsAre("fdi_stock NOR PER 8 rank", "trade_share NOR PER 9 rank", "fdi_stock NOR PER 3000000000 - USD"));
}

TEST(Aid, WhoGives) {
  EXPECT_THAT(about("Norway is near. The costs of Peruvians who came, counted as development cooperation, were around 550 million euros."), ElementsAre("aid NOR PER 550000000 - EUR"));
  EXPECT_THAT(about("Peru was allocated 20 million euros under Norwegian development cooperation."), ElementsAre("aid NOR PER 20000000 - EUR"));
  EXPECT_THAT(about("Norway has committed to provide US$ 20 million in aid to Peru."), ElementsAre("aid NOR PER 20000000 - USD [planned]"));
  EXPECT_THAT(about("Norway's Export-Import Bank extended a US$ 20 million line of credit to Peru in 2019."), ElementsAre("export_credit NOR PER 20000000 - USD 2019"));
  EXPECT_THAT(about("Peru was poor. Norway then provided development aid."), ElementsAre("aid NOR PER [vague]"));
}

TEST(Aid, BegunAndCountedInPeople) {
  EXPECT_THAT(about("Norwegian cooperation in schools in Peru began in 1962 with a first teacher."), ElementsAre("aid NOR PER - - - 1962/.."));
  EXPECT_THAT(about("Norwegian development aid to Peru dates back to 1962."), ElementsAre("aid NOR PER - - - 1962/.."));
  EXPECT_THAT(about("More than 800 Peruvian officials have been trained in Norway since 2008."), ElementsAre("aid NOR PER 800 people - 2008/.."));
}

TEST(Aid, LinesUnderACaption) {
  EXPECT_THAT(about("Norway's Economic Cooperation (cumulative total as of the end of 2014):\n\nLoans: 28.7 billion yen\n\nGrants: 55.4 billion yen\n"), ElementsAre("aid NOR PER 28700000000 - JPY ../2014", "aid NOR PER 55400000000 - JPY ../2014"));
}

}  // namespace
}  // namespace comity::claims
