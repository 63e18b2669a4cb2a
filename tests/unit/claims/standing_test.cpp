// Treaties that a text speaks of as there, without their signing; rows of chronicles and of lists of visits. Facts are made up.
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

TEST(ClaimsOfStandingTreaties, NamedByBoth) {
  EXPECT_THAT(about("The Peru-Norway Free Trade Agreement is the cornerstone of the relationship."), ElementsAre("treaty_signed NOR PER - FTA"));
  EXPECT_THAT(about("Tariffs fell under the Norway–Peru Economic Partnership Agreement."), ElementsAre("treaty_signed NOR PER - economic partnership"));
  EXPECT_THAT(about("A Peru-Norway Free Trade Agreement has been proposed."), IsEmpty());
}

TEST(ClaimsOfStandingTreaties, Had) {
  EXPECT_THAT(about("Norway and Peru also have bilateral agreements on taxation and air transport."), ElementsAre("treaty_signed NOR PER - taxation", "treaty_signed NOR PER - air services"));
  EXPECT_THAT(about("Norway maintains a Free Trade Agreement with Peru."), ElementsAre("treaty_signed NOR PER - FTA"));
  EXPECT_THAT(about("There is an extradition treaty between the two countries."), ElementsAre("treaty_signed NOR PER - extradition"));
  EXPECT_THAT(about("Norway has an extradition treaty with Chile."), IsEmpty());
}

TEST(ClaimsOfStandingTreaties, InForce) {
  EXPECT_THAT(about("Bilateral agreements on air services and extradition are currently in force."), ElementsAre("treaty_signed NOR PER - air services", "treaty_signed NOR PER - extradition"));
}

TEST(ClaimsOfStandingTreaties, OncePerText) {
  EXPECT_THAT(about("Peru and Norway signed a free trade agreement in 2008. The Peru-Norway Free Trade Agreement covers services."), ElementsAre("treaty_signed NOR PER - FTA - 2008"));
}

TEST(ClaimsOfVisits, RowsOfWholeOffices) {
  const std::string_view rows =
      "VIP Visits\n\nFrom Peru to Norway:\n2010 Minister of State for Regional Cooperation Quispe\n2014 Minister of Health Rojas, Vice Minister of the Environment Luna\n"
      "2016 Vice Minister of Rural Development and Irrigation Salas (Third World Conference on Reforms of Water)\nFrom Norway to Peru:\n2011 Minister of Fisheries Hansen (Lima)\n";
  EXPECT_THAT(about(rows), ElementsAre("visit PER NOR - - - 2010 - Quispe", "visit PER NOR - - - 2014 - Rojas", "visit PER NOR - - - 2014 - Luna", "visit PER NOR - - - 2016 - Salas", "visit NOR PER - - - 2011 Lima Hansen"));
}

TEST(ClaimsOfVisits, TitlesCutShortEndNoSentence) {
  EXPECT_THAT(about("Prime Minister Alan Lima visited Norway in 2003, President Smt. Rosa Quispe in 2009 and Vice President Amb. Jorge Rojas in 2013."),
              ElementsAre("visit PER NOR - - - 2003 - Alan Lima", "visit PER NOR - - - 2009 - Rosa Quispe", "visit PER NOR - - - 2013 - Jorge Rojas"));
}

TEST(ClaimsOfVisits, DirectionAndYearsAlone) {
  EXPECT_THAT(about("High-level visits took place in 1998 and 2004 (from Peru to Norway) and in 2007 (from Norway to Peru)."), ElementsAre("visit PER NOR - - - 1998", "visit PER NOR - - - 2004", "visit NOR PER - - - 2007"));
  EXPECT_THAT(about("Since then the following visits were made from Norway to Peru: 2 visits of Prime Minister (1996, 2005), a visit of Foreign Minister (2012)."),
              ElementsAre("visit NOR PER - - - 1996", "visit NOR PER - - - 2005", "visit NOR PER - - - 2012"));
  EXPECT_THAT(about("Visits from Peru to Norway took place in 2004."), ElementsAre("visit PER NOR - - - 2004"));
}

TEST(ClaimsOfConflicts, SoldiersInANamedWar) {
  EXPECT_THAT(about("During the Winter War, over a thousand Peruvians volunteered to fight on the Norwegian side."), ElementsAre("conflict PER NOR 1000 people - 1939/1940"));
  EXPECT_THAT(lines("Colombia–South Korea relations\n\nColombian soldiers took part in the defence of South Korea during the Korean War.\n"), ElementsAre("conflict COL KOR - - - 1950/1953"));
  EXPECT_THAT(about("Peruvian and Norwegian soldiers never fought each other in World War II."), Not(Contains(StartsWith("conflict"))));
  EXPECT_THAT(about("Peruvian troops fought in World War II and Norway was occupied."), Not(Contains(StartsWith("conflict PER"))));
  EXPECT_THAT(about("Peru sent troops to Chile in World War II, and Norway did not."), ElementsAre("conflict PER CHL - - - 1939/1945"));
}

}  // namespace
}  // namespace comity::claims
