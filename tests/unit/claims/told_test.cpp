// What texts tell without a figure, and figures that stand otherwise than behind their noun. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ToldOfAid, GivenSentAndReceived) {
  EXPECT_THAT(about("Norway provides development aid to Peru."), ElementsAre("aid NOR PER [vague]"));
  EXPECT_THAT(about("Norway sent humanitarian aid to Peru following the earthquake of 2007."), ElementsAre("aid NOR PER - - - 2007"));
  EXPECT_THAT(about("Peru receives development assistance from Norway."), ElementsAre("aid NOR PER [vague]"));
  EXPECT_THAT(about("Norwegian aid to Peru focuses on health and education."), ElementsAre("aid NOR PER [vague]"));
  EXPECT_THAT(about("The railway was built with Norwegian assistance."), ElementsAre("aid NOR PER"));
  EXPECT_THAT(about("Norway financed the construction of a hospital in Lima."), ElementsAre("aid NOR PER"));
  EXPECT_THAT(about("Norway will provide technical assistance to Peru."), ElementsAre("aid NOR PER - technical assistance [planned]"));
}

TEST(ToldOfAid, ThingsInNumber) {
  EXPECT_THAT(about("Norway donated 20 ambulances to Peru in 2018."), ElementsAre("aid NOR PER 20 ambulances - 2018"));
  EXPECT_THAT(about("In response to the pandemic, Norway supplied Peru with 50,000 vaccine doses."), ElementsAre("aid NOR PER 50000 vaccine doses"));
  EXPECT_THAT(about("Norway donated a statue to Peru in 2018."), IsEmpty());
}

TEST(ToldOfAid, PlacesWithoutARank) {
  EXPECT_THAT(about("Norway is one of Peru's largest donors."), ElementsAre("aid NOR PER [vague]"));
  EXPECT_THAT(about("Norway is one of Peru's two foremost aid partners."), ElementsAre("aid NOR PER 2 rank"));
  EXPECT_THAT(about("Peru is one of the main recipients of Norwegian aid."), ElementsAre("aid NOR PER [vague]"));
}

TEST(ToldOfAid, AnAgencysMoneyIsNoInvestment) {
  EXPECT_THAT(about("Since 1994, the Norwegian government has invested over $200 million in Peru through NORAD."), ElementsAre("aid NOR PER 200000000 - USD 1994/.."));
  EXPECT_THAT(about("The first NORAD programme in Peru was launched in 1971."), ElementsAre("aid NOR PER - - - 1971"));
}

TEST(ToldOfAid, OtherThingsOfThatName) {
  EXPECT_THAT(about("Norway and Peru signed an agreement on mutual legal assistance in 2001."), ElementsAre("treaty_signed NOR PER - legal assistance - 2001"));
  EXPECT_THAT(about("Norwegian aid agencies work in Peru."), IsEmpty());
  EXPECT_THAT(about("Norway gives development aid to Bolivia."), IsEmpty());
}

TEST(ToldOfTrade, GoodsBehindVerbs) {
  EXPECT_THAT(about("Peru mainly exports fishmeal and zinc to Norway while importing machinery from the Nordic country."), ElementsAre("exports PER NOR - goods", "imports PER NOR - goods"));
  EXPECT_THAT(about("Peru purchases fertilizers and machinery from Norway."), ElementsAre("imports PER NOR - goods"));
  EXPECT_THAT(about("Peru supplies Norway with fish oil."), ElementsAre("exports PER NOR - goods"));
  EXPECT_THAT(about("Peru exports copper to China."), IsEmpty());
}

TEST(ToldOfTrade, GoodsAroundNouns) {
  EXPECT_THAT(about("Main exports from Peru to Norway: fish oil, zinc, coffee."), ElementsAre("exports PER NOR - goods"));
  EXPECT_THAT(about("Peruvian exports to Norway consist chiefly of minerals."), ElementsAre("exports PER NOR - goods"));
  EXPECT_THAT(about("Fish oil and zinc account for most of Peru's exports to Norway."), ElementsAre("exports PER NOR - goods"));
  EXPECT_THAT(about("Motor boats and paper form the bulk of imports from Norway."), ElementsAre("imports PER NOR - goods"));
}

TEST(ToldOfTrade, PlacesWithoutARank) {
  EXPECT_THAT(about("Norway is one of Peru's main trading partners in Europe."), ElementsAre("trade_share NOR PER - rank [vague]"));
  EXPECT_THAT(about("Norway is an important trading partner of Peru."), ElementsAre("trade_share NOR PER - rank [vague]"));
  EXPECT_THAT(about("Norway is the 8th largest trading partner of Peru and the largest trading partner in Scandinavia."), ElementsAre("trade_share NOR PER 8 rank", "trade_share NOR PER 1 rank"));
  EXPECT_THAT(about("Among Peru's trading partners, Norway ranks 25th."), ElementsAre("trade_share NOR PER 25 rank"));
}

TEST(ToldOfTrade, GrowthWithoutAFigure) {
  EXPECT_THAT(about("Trade has been growing steadily in recent years."), ElementsAre("trade_growth NOR PER [vague]"));
  EXPECT_THAT(about("Bilateral trade amounted to $40 million in 2018. This represents an increase of 12% compared to 2017."), ElementsAre("trade_total NOR PER 40000000 - USD 2018", "trade_growth NOR PER 12 percent - 2018"));
  EXPECT_THAT(about("Both want to increase trade."), IsEmpty());
  EXPECT_THAT(about("Exports to Norway make up 4% of Peru's exports."), ElementsAre("trade_share PER NOR 4 percent"));
}

TEST(FiguresOfTrade, EachVerbAndNameHasItsOwn) {
  EXPECT_THAT(about("In 2018, Norway exported $37 million to Peru, and imported $21 million from Peru."), ElementsAre("exports NOR PER 37000000 - USD 2018", "imports NOR PER 21000000 - USD 2018"));
  EXPECT_THAT(about("Norway's exports totaled $120 million, and Peru's $80 million."), ElementsAre("exports NOR PER 120000000 - USD", "exports PER NOR 80000000 - USD"));
  EXPECT_THAT(about("Total trade between Peru and Norway in 2017 amounted to USD 50 million, including exports of USD 20 million and imports of USD 30 million."),
              ElementsAre("trade_total NOR PER 50000000 - USD 2017", "exports PER NOR 20000000 - USD 2017", "imports PER NOR 30000000 - USD 2017"));
  EXPECT_THAT(about("Peru's exports of copper to Norway were $20 million in 2017."), IsEmpty());
}

TEST(FiguresOfTrade, BracketsHoldTheirOwn) {
  EXPECT_THAT(about("Trade between Norway and Peru amounted to 390 million USD in 2019 (exports were 378 million USD and imports were 12 million USD), and to 272 million USD in 2020."),
              ElementsAre("trade_total NOR PER 390000000 - USD 2019", "exports NOR PER 378000000 - USD 2019", "imports NOR PER 12000000 - USD 2019", "trade_total NOR PER 272000000 - USD 2020"));
  EXPECT_THAT(about("In 2023, Norway-Peru bilateral trade reached US$ 130 million with USD 90 million (Export) and USD 40 million (Import)."),
              ElementsAre("trade_total NOR PER 130000000 - USD 2023", "exports NOR PER 90000000 - USD 2023", "imports NOR PER 40000000 - USD 2023"));
}

TEST(FiguresOfTrade, TwoYearsOfOneSum) {
  EXPECT_THAT(about("Two-way trade climbed to 218 million USD in 2015, and 230 million USD in 2016 and 2017."),
              ElementsAre("trade_total NOR PER 218000000 - USD 2015", "trade_total NOR PER 230000000 - USD 2016", "trade_total NOR PER 230000000 - USD 2017"));
}

TEST(FiguresOfTrade, RandAndGroupsWithBlanks) {
  const auto found = lines("Norway–South Africa relations\n\nExports from Norway were valued at R3.2 billion in 2019.\n");
  EXPECT_THAT(found, ElementsAre("exports NOR ZAF 3200000000 - ZAR 2019"));
  EXPECT_THAT(about("There are 30 000 Norwegians living in Peru."), ElementsAre("diaspora NOR PER 30000 people"));
}

TEST(FiguresOfTrade, WhatAYearIsHeldAgainst) {
  EXPECT_THAT(about("In 2023, the value of trade between Norway and Peru reached EUR 300 million, a 7-percent increase from the previous year."),
              ElementsAre("trade_total NOR PER 300000000 - EUR 2023", "trade_growth NOR PER 7 percent - 2023"));
  EXPECT_THAT(about("Bilateral trade amounted to $67 million in 2004, up 36 percent from $49 million in 2003. Of the total, Norwegian exports to Peru amounted to $36 million."),
              ElementsAre("trade_total NOR PER 67000000 - USD 2004", "trade_growth NOR PER 36 percent - 2004", "trade_total NOR PER 49000000 - USD 2003", "exports NOR PER 36000000 - USD 2004"));
  EXPECT_THAT(about("In 2012 exports to Peru from Norway reached $89 million. Norwegian imports from Peru during the same period amounted to $22 million."),
              ElementsAre("exports NOR PER 89000000 - USD 2012", "imports NOR PER 22000000 - USD 2012"));
  EXPECT_THAT(about("The ambassador announced ambitious plans to increase the trade volume between Norway and Peru to $10 billion."), ElementsAre("trade_total NOR PER 10000000000 - USD [planned]"));
}

TEST(FiguresOfTrade, ADateBeforeEachSum) {
  EXPECT_THAT(about("In 1995 Norwegian exports to Peru were worth $3 million and in 2021 – $98 million."), ElementsAre("exports NOR PER 3000000 - USD 1995", "exports NOR PER 98000000 - USD 2021"));
  EXPECT_THAT(about("Peru had bought $5 billion worth of Norwegian weapons."), IsEmpty());
  EXPECT_THAT(about("Norwegian investments in Peru reached $1.2 billion in 2021, more than in Bolivia, which received $103 million."), ElementsAre("fdi_flow NOR PER 1200000000 - USD 2021"));
}

TEST(FiguresOfPeople, FourDigitsAreNoYear) {
  EXPECT_THAT(about("In 2023, there were an estimated 1646 Norwegians in Peru."), ElementsAre("diaspora NOR PER 1646 people - 2023"));
  EXPECT_THAT(lines("Norway–United States relations\n\nThere are over 40 U.S. companies in Norway.\n"), ElementsAre("company_count USA NOR 40 companies"));
  EXPECT_THAT(about("Norway attracts hundreds of Peruvian students each year."), ElementsAre("students PER NOR - people/year [vague]"));
}

TEST(ToldOfAid, ARowsYearSaysLessThanTheRow) { EXPECT_THAT(about("1991 First NORAD programme in Peru launched in December 1991"), ElementsAre("aid NOR PER - - - 1991-12")); }

TEST(FiguresOfTrade, WhoseBeyondAnAside) {
  EXPECT_THAT(about("Peru's export to Norway, however, was only $26 million in 2018."), ElementsAre("exports PER NOR 26000000 - USD 2018"));
  EXPECT_THAT(about("Bilateral trade grew about 20 – 25 percent in 2016."), ElementsAre("trade_growth NOR PER 20 percent - 2016"));
  EXPECT_THAT(about("Today, Norway is a partner of Peru and Norwegian companies invested about $1.3 billion in 59 projects."), ElementsAre("fdi_stock NOR PER 1300000000 - USD", "fdi_stock NOR PER 59 projects"));
}

TEST(FiguresOfPeople, EnrolledBehindTheirNoun) {
  EXPECT_THAT(about("Norway has become popular with Peruvian students, with around 2,000 currently enrolled at Norwegian universities."), ElementsAre("students PER NOR 2000 people"));
}

TEST(FiguresOfPeople, OfMoreThanTheTwo) {
  EXPECT_THAT(about("Around 750,000 tourists from the Nordic countries come to Peru, and 40,000 Peruvians live in the Nordic area."), IsEmpty());
}

TEST(ToldOfTrade, ARankElsewhere) {
  EXPECT_THAT(about("Norway ranks 33rd among Peru's trading partners and 7th among European countries."), ElementsAre("trade_share NOR PER 33 rank", "trade_share NOR PER 7 rank"));
  EXPECT_THAT(about("Norway is Peru's sixth largest trading partner and the largest exporter to Peru."), ElementsAre("trade_share NOR PER 6 rank", "trade_share NOR PER 1 rank"));
}

TEST(FiguresOfTrade, LettersStuckToASum) {
  const auto found = lines("Norway–Kenya relations\n\nTrade between Norway and Kenya reached Sh28.7 billion in the financial year 2021/2022.\n");
  EXPECT_THAT(found, ElementsAre("trade_total KEN NOR 28700000000 - KES 2021/2022"));
  EXPECT_THAT(about("Exports between the two countries reached 1.7 million US dollars in 2008."), ElementsAre("trade_total NOR PER 1700000 - USD 2008"));
}

TEST(FiguresOfTrade, OwnersWrittenOtherwise) {
  for (const std::string mark : {"'s", "`s", "´s", "’s", " ’s"}) EXPECT_THAT(about("Norway is Peru" + mark + " sixth largest trading partner."), ElementsAre("trade_share NOR PER 6 rank")) << mark;
  EXPECT_THAT(lines("Norway–Philippines relations\n\nNorway ranks as the Philippines´ 17th largest trading partner.\n"), ElementsAre("trade_share NOR PHL 17 rank"));
}

TEST(ToldOfCompanies, OncePerName) {
  EXPECT_THAT(about("Norwegian companies are strong in Peru with Norwegian companies such as Yara and Jotun operating there."), ElementsAre("company_presence Yara PER", "company_presence Jotun PER"));
  EXPECT_THAT(about("Norway is the eighth largest donor in Peru, and the fourth largest bilateral donor."), ElementsAre("aid NOR PER 8 rank", "aid NOR PER 4 rank"));
}

TEST(ToldOfPeople, CommunitiesAndTheirPlaces) {
  EXPECT_THAT(about("There is a large Peruvian diaspora in Norway."), ElementsAre("diaspora PER NOR [vague]"));
  EXPECT_THAT(about("Peruvians form the third largest Latin American community in Norway."), ElementsAre("diaspora PER NOR 3 rank"));
  EXPECT_THAT(about("Peru hosts a Norwegian community. The Norwegian community in Peru totals approximately 16,000 people."), ElementsAre("diaspora NOR PER 16000 people"));
  EXPECT_THAT(about("The Peruvian-Norwegian community paid for it."), IsEmpty());
}

TEST(ToldOfPeople, MovesWithoutANumber) {
  EXPECT_THAT(about("Norwegian settlers arrived in Peru in 1885."), ElementsAre("migration_stock NOR PER - - - 1885 [vague]"));
  EXPECT_THAT(about("Many Norwegians migrated to Peru in the 1920s."), ElementsAre("migration_stock NOR PER - - - 192X [vague]"));
  EXPECT_THAT(about("In 1973, Norway took in Peruvian refugees."), ElementsAre("migration_stock PER NOR - - - 1973 [vague]"));
  EXPECT_THAT(about("In 2017, Norway issued 12,000 visas to Peruvians."), IsEmpty());
}

TEST(ToldOfPeople, StudentsAndTourists) {
  EXPECT_THAT(about("Thousands of Peruvians have been educated in Norway."), ElementsAre("students PER NOR - people [vague]"));
  EXPECT_THAT(about("Norway offers scholarships to Peruvian students."), ElementsAre("students PER NOR - people [vague]"));
  EXPECT_THAT(about("Norway is the tenth largest source of tourists for Peru."), ElementsAre("tourism NOR PER 10 rank"));
  EXPECT_THAT(about("The number of Norwegian tourists in Peru rose by 8 percent in 2015."), ElementsAre("tourism NOR PER 8 percent growth - 2015"));
}

TEST(ToldOfCompanies, WithoutAListOrANumberBefore) {
  EXPECT_THAT(about("Many Norwegian companies are active in Peru."), ElementsAre("company_count NOR PER - companies [vague]"));
  EXPECT_THAT(about("The number of Norwegian companies in Peru has risen to 65."), ElementsAre("company_count NOR PER 65 companies"));
  EXPECT_THAT(about("Significant Norwegian investors in Peru include Statkraft, Yara and Aker Solutions."), ElementsAre("company_presence Statkraft PER", "company_presence Yara PER", "company_presence Aker Solutions PER"));
  EXPECT_THAT(about("Key Norwegian companies in Peru: Yara, Statkraft."), ElementsAre("company_presence Yara PER", "company_presence Statkraft PER"));
  EXPECT_THAT(about("The Norwegian energy giant Statkraft owns nine plants in Peru."), ElementsAre("company_presence Statkraft PER"));
  EXPECT_THAT(about("Norway is one of the largest foreign investors in Peru."), ElementsAre("fdi_stock NOR PER [vague]"));
}

TEST(ToldOfInitiatives, BodiesAndYears) {
  EXPECT_THAT(about("2013 was declared the Year of Norway in Peru."), ElementsAre("initiative NOR PER - year of culture - 2013"));
  EXPECT_THAT(about("The Joint Business Council held its third session in Lima in 2015."), ElementsAre());  // that it met founds nothing
  EXPECT_THAT(about("A bilateral consultation mechanism has existed since 2003."), ElementsAre("initiative NOR PER - - - 2003"));
  EXPECT_THAT(about("Sister cities: Oslo – Lima; Bergen – Callao."), ElementsAre("twin_towns Oslo Lima", "twin_towns Bergen Callao"));
}

}  // namespace
}  // namespace comity::claims
