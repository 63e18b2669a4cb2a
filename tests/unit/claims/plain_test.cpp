// What is told plainly: rule over another, civil wars, wars without a date, aid by whom it reaches, people by their nation and place,
// institutes without a verb.
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
using testing::UnorderedElementsAre;

TEST(PlainConflicts, RuleOverAnother) {
  EXPECT_THAT(about("Peru was a Norwegian colony until 1821."), ElementsAre("conflict NOR PER - colony - ../1821"));
  EXPECT_THAT(about("Until 1821 Peru formed part of the Spanish Empire."), ElementsAre("conflict ESP PER - colony - ../1821"));
  EXPECT_THAT(about("Both countries were once British colonies."), UnorderedElementsAre("conflict GBR NOR - colony", "conflict GBR PER - colony"));
  EXPECT_THAT(about("Peru was under Norwegian rule from 1814 to 1905."), ElementsAre("conflict NOR PER - colony - 1814/1905"));
  EXPECT_THAT(about("Peru was never colonised by Norway."), Not(Contains(StartsWith("conflict"))));
}

TEST(PlainConflicts, CivilWarsAreOfOne) {
  EXPECT_THAT(about("A civil war broke out in Peru in 1980."), ElementsAre("conflict PER - - civil war - 1980"));
  EXPECT_THAT(about("The Norwegian Civil War began in 1980."), ElementsAre("conflict NOR - - civil war - 1980"));
}

TEST(PlainConflicts, WithoutADateAndWithOthers) {
  EXPECT_THAT(about("Norway launched a series of raids on Peru."), ElementsAre("conflict NOR PER"));
  EXPECT_THAT(about("In 1969, Peru went to war with Chile."), ElementsAre("conflict PER CHL - - - 1969"));
  EXPECT_THAT(about("In 1995 a border conflict broke out between Peru and Ecuador."), ElementsAre("conflict PER ECU - - - 1995"));
  EXPECT_THAT(about("The Mongol Empire invaded Norway in 1242."), ElementsAre("conflict MNG NOR - - - 1242"));
  EXPECT_THAT(about("In 1809 Napoleon's troops invaded Norway."), IsEmpty());
  EXPECT_THAT(about("Norway sent troops to Peru in 1868."), ElementsAre("conflict NOR PER - - - 1868"));
  EXPECT_THAT(about("In 2009 Norway sent troops to Peru as peacekeepers of the UN."), Not(Contains(StartsWith("conflict"))));
}

TEST(PlainAid, WhomItReaches) {
  EXPECT_THAT(about("The Norwegian Lutheran Church was active in giving humanitarian aid to Peru."), ElementsAre("aid NOR PER [vague]"));
  EXPECT_THAT(about("Norway has been contributing to the economic development of Peru since 1962."), ElementsAre("aid NOR PER - - - 1962/.."));
  EXPECT_THAT(about("The palace was renovated with funds from Norway."), ElementsAre("aid NOR PER [vague]"));
  EXPECT_THAT(about("Norway cancelled Peru's debt of 20 million dollars in 2005."), ElementsAre("aid NOR PER 20000000 - USD 2005"));
  EXPECT_THAT(about("Norway provides 50 slots every year to Peru."), ElementsAre("aid NOR PER 50 people/year"));
  EXPECT_THAT(about("Norway provided a grant for roads in Peru in 1990. Lima Ring Road Improvement Project (Grant)."), Contains("aid NOR PER - grant"));
}

TEST(PlainPeople, WavesPopulationsAndRanks) {
  EXPECT_THAT(about("The war led to an influx of Peruvian refugees into Norway."), ElementsAre("migration_stock PER NOR - people [vague]"));
  EXPECT_THAT(about("There is a sizeable population of Peruvians in Norway."), ElementsAre("diaspora PER NOR [vague]"));
  EXPECT_THAT(about("Norway is the second largest destination of Peruvian workers."), ElementsAre("migration_stock PER NOR 2 rank"));
  EXPECT_THAT(about("There are 250,000 Peruvians in Norway, among them 115,000 living in Oslo and 83,000 in Bergen."),
              ElementsAre("diaspora PER NOR 250000 people", "diaspora PER NOR 115000 people - - Oslo", "diaspora PER NOR 83000 people - - Bergen"));
  EXPECT_THAT(about("Peruvians often go to Norway for medical treatment."), ElementsAre("tourism PER NOR - people [vague]"));
  EXPECT_THAT(about("40 scholarships are offered by the Norwegian government."), ElementsAre("students PER NOR 40 scholarships"));
}

TEST(PlainPeople, WhoGivesScholarships) {
  EXPECT_THAT(about("Peruvian students receive scholarships from the Norwegian government."), ElementsAre("students PER NOR - scholarships [vague]"));
  EXPECT_THAT(about("Norway has a Peruvian community of about 12,000."), ElementsAre("diaspora PER NOR 12000 people"));
  EXPECT_THAT(about("Norway is a popular destination for Peruvian students."), ElementsAre("students PER NOR - people [vague]"));
}

TEST(PlainTrade, GoodsFactorsAndBudgets) {
  EXPECT_THAT(about("In 2024 Peru exported 124.7 thousand tons of fruit to Norway worth 192.3 million USD."), ElementsAre("exports PER NOR 124700 tonnes - 2024", "exports PER NOR 192300000 - USD 2024"));
  EXPECT_THAT(about("Norway is a reliable supplier of fish to Peru."), ElementsAre("exports NOR PER - goods [vague]"));
  EXPECT_THAT(about("Bilateral trade has tripled over the last decade."), ElementsAre("trade_growth NOR PER 3 times"));
  EXPECT_THAT(about("In 2019, the trade turnover amounted to 122 million USD, and by 2023 it had reached 387 million USD."), ElementsAre("trade_total NOR PER 122000000 - USD 2019", "trade_total NOR PER 387000000 - USD 2023"));
  EXPECT_THAT(lines("India–Norway relations\n\nIndia's bilateral trade with Norway stood at $2.6 billion in FY16.\n"), ElementsAre("trade_total IND NOR 2600000000 - USD 2015-04/2016-03"));
}

TEST(PlainCompanies, WithoutANumberOrByWhereTheyFly) {
  EXPECT_THAT(about("Norwegian companies have been involved in mining in Peru."), ElementsAre("company_count NOR PER - companies [vague]"));
  EXPECT_THAT(about("Norwegian companies could operate in Peru."), IsEmpty());
  EXPECT_THAT(about("The flag carrier of the other, Peru Airlines, operates regular flights to Oslo."), ElementsAre("company_presence Peru Airlines NOR"));
  EXPECT_THAT(about("As of 2024, Peru's investment in Norway was the second highest in Europe."), ElementsAre("fdi_stock PER NOR 2 rank - 2024"));
}

TEST(PlainCompanies, ByWhatTheyOwnThere) {
  EXPECT_THAT(about("Yara acquired a fertiliser plant in Peru in 2013."), ElementsAre("company_presence Yara PER - - - 2013"));
  EXPECT_THAT(about("President Vizcarra bought a stake in a company in Peru."), Not(Contains(StartsWith("company_presence"))));
  EXPECT_THAT(about("Norwegian companies invested 20 million dollars in Peru in 2014."), ElementsAre("fdi_flow NOR PER 20000000 - USD 2014"));
}

TEST(PlainInstitutes, WithoutAVerb) {
  EXPECT_THAT(about("They spoke of the Norwegian Cultural Centre in Peru and the Peruvian Cultural Centre in Oslo."),
              ElementsAre("cultural_institute NOR PER - cultural centre", "cultural_institute PER NOR - cultural centre - - Oslo"));
  EXPECT_THAT(auf_deutsch("Wichtig sind die Deutschen Schulen in Lima, Arequipa und Chorrillos."),
              ElementsAre("cultural_institute DEU PER - school - - Lima", "cultural_institute DEU PER - school - - Arequipa", "cultural_institute DEU PER - school - - Chorrillos"));
}

TEST(PlainConflicts, InGerman) {
  EXPECT_THAT(auf_deutsch("Peru war seit 1533 spanische Kolonie."), ElementsAre("conflict ESP PER - colony - 1533/.."));
  EXPECT_THAT(auf_deutsch("Nach dem Ausbruch des peruanischen Bürgerkriegs 1980 verließen viele das Land."), Contains("conflict PER - - civil war - 1980"));
}

TEST(PlainGerman, AidMoversAndDeclarations) {
  EXPECT_THAT(auf_deutsch("Deutschland unterstützt Peru seit 1962 im Rahmen der Entwicklungszusammenarbeit."), ElementsAre("aid DEU PER - - - 1962/.."));
  EXPECT_THAT(auf_deutsch("Im 19. Jahrhundert wanderten viele Deutsche nach Peru aus."), ElementsAre("migration_stock DEU PER - people - 18XX [vague]"));
  EXPECT_THAT(auf_deutsch("1917 erklärte Peru dem Deutschen Reich den Krieg."), ElementsAre("conflict PER DEU - - - 1917"));
}

TEST(PlainPeople, InNumberBeforeTheirNation) {
  EXPECT_THAT(about("Around 4,000 Peruvian children were sent to Norway in 1944."), ElementsAre("migration_stock PER NOR 4000 people - 1944"));
  EXPECT_THAT(about("There is a community of Peruvians in Norway (some 3,000 people)."), ElementsAre("diaspora PER NOR 3000 people"));
}

TEST(PlainAid, BegunDeliveredAndTrained) {
  EXPECT_THAT(about("Norway provided aid to Peru in 1990. The development cooperation dates back to 1962."), Contains("aid NOR PER - - - 1962/.."));
  EXPECT_THAT(about("In May 1970, Norwegian forces arrived in Peru to deliver humanitarian aid."), ElementsAre("aid NOR PER - - - 1970-05"));
  EXPECT_THAT(about("Norway has trained 200 Peruvian police officers."), ElementsAre("aid NOR PER 200 people"));
  EXPECT_THAT(about("In 2016, Norwegian aid to Peru was 5 million dollars, down from 8 million dollars in 2015."), ElementsAre("aid NOR PER 5000000 - USD 2016", "aid NOR PER 8000000 - USD 2015"));
  EXPECT_THAT(about("Norway grants 20 scholarships a year to Peruvian students."), ElementsAre("students PER NOR 20 people/year"));
}

TEST(PlainNumbers, RangesTakeTheLowerBound) {
  EXPECT_THAT(about("There are between 2,000 and 3,000 Peruvians living in Norway."), ElementsAre("diaspora PER NOR 2000 people"));
  EXPECT_THAT(about("In 2006 trade between the two countries reached $9–10 billion."), ElementsAre("trade_total NOR PER 9000000000 - USD 2006"));
}

}  // namespace
}  // namespace comity::claims
