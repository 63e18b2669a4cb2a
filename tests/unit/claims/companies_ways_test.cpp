// Ways of telling of companies and institutes that are there. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(WaysOfCompanies, WhereTheyComeFrom) {
  EXPECT_THAT(about("Companies from Norway such as Fjordtech and Nordbank have offices in Lima."), ElementsAre("company_presence Fjordtech PER", "company_presence Nordbank PER"));
  EXPECT_THAT(about("Fjordtech, a Norwegian company, operates in Peru."), ElementsAre("company_presence Fjordtech PER"));
  EXPECT_THAT(about("The Norwegian company Fjordtech has been operating in Peru since 2005."), ElementsAre("company_presence Fjordtech PER - - - 2005/.."));
}

TEST(WaysOfCompanies, NotCounted) {
  EXPECT_THAT(about("Norwegian companies are active in Peru in the fields of mining and fisheries."), ElementsAre("company_count NOR PER - companies [vague]"));
  EXPECT_THAT(about("The economic side is strong, with the presence of Norwegian companies in Peru."), ElementsAre("company_count NOR PER - companies [vague]"));
  EXPECT_THAT(about("Norwegian companies will operate in Peru."), IsEmpty());
}

TEST(WaysOfInstitutes, InManyTownsOfBothAndOfThirdStates) {
  EXPECT_THAT(lines("China–Malaysia relations\n\nConfucius Institutes have been opened in Kuala Lumpur and Kuching.\n"),
              ElementsAre("cultural_institute CHN MYS - Confucius Institute - - Kuala Lumpur", "cultural_institute CHN MYS - Confucius Institute - - Kuching"));
  EXPECT_THAT(about("The Norwegian-Peruvian Cultural Institute was founded in Lima in 1985."), ElementsAre("cultural_institute NOR PER - cultural centre - 1985 Lima"));
  EXPECT_THAT(about("A Goethe-Institut was opened in Lima in 1985."), IsEmpty());
}

TEST(WaysOfGerman, WhoDidWhatWhen) {
  EXPECT_THAT(auf_deutsch("Deutschland erkannte die Unabhängigkeit von Peru 1991 an und nahm 1992 diplomatische Beziehungen auf."), testing::IsSupersetOf({"recognition DEU PER - - - 1991", "relations_established DEU PER - - - 1992"}));
  EXPECT_THAT(auf_deutsch("1990 nahmen beide Staaten wieder diplomatische Beziehungen auf."), ElementsAre("relations_resumed DEU PER - - - 1990"));
  EXPECT_THAT(auf_deutsch("Im Jahr 1994 eröffnete Deutschland eine Botschaft in Lima und zwei Jahre später ein Konsulat in Cusco."), ElementsAre("mission_opened DEU PER - embassy - 1994 Lima", "mission_opened DEU PER - consulate - 1996 Cusco"));
}

}  // namespace
}  // namespace comity::claims
