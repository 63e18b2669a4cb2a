// Towns of missions: names that another state has too, lists with counts and dates in them. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::ElementsAre;
using testing::IsSupersetOf;

std::vector<std::string> of_pair(std::string_view title, std::string_view text) { return lines(std::string(title) + " relations\n\n" + std::string(text) + "\n"); }

TEST(TownsOfMissions, CalledLikeACapitalElsewhere) {
  EXPECT_THAT(of_pair("China–Malaysia", "China has an embassy in Kuala Lumpur and consulates in George Town and Kota Kinabalu."),
              ElementsAre("mission CHN MYS - embassy - - Kuala Lumpur", "mission CHN MYS - consulate - - George Town", "mission CHN MYS - consulate - - Kota Kinabalu"));
  // no capital of Malaysia for all that
  EXPECT_THAT(of_pair("China–Malaysia", "Both maintain embassies in each other's capitals; a Chinese company is active in George Town."), IsSupersetOf({"mission CHN MYS - embassy - - Kuala Lumpur", "mission MYS CHN - embassy - - Beijing"}));
}

TEST(TownsOfMissions, ThatAreTerritories) {
  EXPECT_THAT(of_pair("China–Malaysia", "Malaysia has an embassy in Beijing and consulates in Shanghai, Guangzhou and Hong Kong."),
              ElementsAre("mission MYS CHN - embassy - - Beijing", "mission MYS CHN - consulate - - Shanghai", "mission MYS CHN - consulate - - Guangzhou", "mission MYS CHN - consulate - - Hong Kong"));
}

TEST(TownsOfMissions, OfSaints) {
  EXPECT_THAT(about("Norway has honorary consulates in St. Julian's and Cusco."), ElementsAre("mission NOR PER - honorary consulate - - St. Julian's", "mission NOR PER - honorary consulate - - Cusco"));
}

TEST(TownsOfMissions, WithSmallWordsAndParts) {
  EXPECT_THAT(about("Norway opened consulates in Cerro de Pasco and San Juan de Lurigancho in 1994."),
              ElementsAre("mission_opened NOR PER - consulate - 1994 Cerro de Pasco", "mission_opened NOR PER - consulate - 1994 San Juan de Lurigancho"));
  EXPECT_THAT(about("Norway has consulates in Villa El Salvador and Newcastle upon Tyne."), ElementsAre("mission NOR PER - consulate - - Villa El Salvador", "mission NOR PER - consulate - - Newcastle upon Tyne"));
  EXPECT_THAT(of_pair("Norway–United States", "Norway has consulates in Houston, Texas; San Francisco, California; and Chicago, Illinois."),
              ElementsAre("mission NOR USA - consulate - - Houston", "mission NOR USA - consulate - - San Francisco", "mission NOR USA - consulate - - Chicago"));
  EXPECT_THAT(about("Norway has honorary consulates in the cities of Arequipa and Cusco."), ElementsAre("mission NOR PER - honorary consulate - - Arequipa", "mission NOR PER - honorary consulate - - Cusco"));
  EXPECT_THAT(about("Norway has an embassy in Lima and two honorary consulates (Arequipa, Cusco)."), IsSupersetOf({"mission NOR PER - honorary consulate - - Arequipa", "mission NOR PER - honorary consulate - - Cusco"}));
}

TEST(TownsOfMissions, OfTheHolySee) {
  EXPECT_THAT(of_pair("Holy See–Israel", "The Nunciature to Israel is located in Tel Aviv."), ElementsAre("mission VAT ISR - nunciature - - Tel Aviv"));
  EXPECT_THAT(of_pair("Holy See–Peru", "The Apostolic Nunciature in Lima was established in 1917."), ElementsAre("mission_opened VAT PER - nunciature - 1917 Lima"));
}

TEST(TownsOfMissions, WhoKeepsThem) {
  EXPECT_THAT(about("Norway has an embassy in Lima. Honorary consulates are located in Piscobamba and Cerro de Pasco."),
              ElementsAre("mission NOR PER - embassy - - Lima", "mission NOR PER - honorary consulate - - Piscobamba", "mission NOR PER - honorary consulate - - Cerro de Pasco"));
  EXPECT_THAT(about("Norway's diplomatic network in Peru consists of an embassy in Lima and a consulate in Cusco."), ElementsAre("mission NOR PER - embassy - - Lima", "mission NOR PER - consulate - - Cusco"));
}

TEST(TownsOfMissions, OneHereAndOneThere) {
  const auto two = testing::UnorderedElementsAre("mission NOR PER - consulate - - Arequipa", "mission NOR PER - consulate - - Cusco");
  EXPECT_THAT(about("There are two Norwegian consulates in Peru, one in Arequipa and one in Cusco."), two);
  EXPECT_THAT(about("Norway has two consulates in Peru, one in Arequipa and the other in Cusco."), two);
}

TEST(TownsOfMissions, EachWithItsYear) {
  EXPECT_THAT(about("Norway opened consulates in Arequipa in 1995, in Cusco in 1999 and in Piura in 2004."),
              ElementsAre("mission_opened NOR PER - consulate - 1995 Arequipa", "mission_opened NOR PER - consulate - 1999 Cusco", "mission_opened NOR PER - consulate - 2004 Piura"));
  EXPECT_THAT(about("Norway opened a consulate in Arequipa, NSW in 1995."), ElementsAre("mission_opened NOR PER - consulate - 1995 Arequipa"));
}

}  // namespace
}  // namespace comity::claims
