// Securities of one held in the other, people employed by enterprises that one controls in the other, tariffs on each other's goods.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "comity/dossier/sections.hpp"
#include "tests/unit/dossier/economy_world.hpp"

namespace comity::dossier {
namespace {

using test::Economy;
using test::plain_words;
using test::uncited_figures;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Portfolio, TheHoldersBooksAlone) {
  const Economy world(R"(
pair DEU KAZ
edition 2026-11-26
source pip statistical_office "Portfolio investment positions" publisher "International Monetary Fund" as_of 2026-11-26
coverage pip portfolio_assets 2015..2026
observe portfolio_assets DEU->KAZ end-2022 1200 usd_million by DEU source pip
observe portfolio_assets DEU->KAZ end-2023 1350 usd_million by DEU source pip
observe portfolio_assets DEU->KAZ end-2024 confidential usd_million by DEU source pip
observe portfolio_assets KAZ->DEU end-2024 -3 usd_million by KAZ source pip
standing portfolio_assets DEU out 2023 value 1350e6 total 4500000e6 rank 41 partners 120 by DEU source pip
)");
  const auto section = world.section(portfolio_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("Germany’s holdings of securities from Kazakhstan, as Germany books them"));
  EXPECT_THAT(words, HasSubstr("1.35 bn USD at the end of 2023"));
  EXPECT_THAT(words, HasSubstr("confidential at the end of 2024: it exists and is not published"));
  EXPECT_THAT(words, HasSubstr("negative: more was sold short than is held"));
  EXPECT_THAT(words, HasSubstr("without direct investment and reserves"));
  EXPECT_THAT(uncited_figures(section), IsEmpty());
  // Never told as direct investment.
  EXPECT_THAT(plain_words(world.section(investment_section)), Not(HasSubstr("1.35")));
}

TEST(Portfolio, NothingKnownIsAGap) {
  const Economy world("pair DEU KAZ\nedition 2026-11-26\n");
  EXPECT_TRUE(is_empty(world.section(portfolio_section)));
  EXPECT_TRUE(is_empty(world.section(tariffs_section)));
}

TEST(Affiliates, PeopleEmployedAreNoCompanies) {
  const Economy world(R"(
pair DEU POL
edition 2026-11-26
source fats statistical_office "Foreign affiliates" publisher Eurostat as_of 2026-11-26
coverage fats affiliates_employees 2021..2026
coverage fats affiliates_controlled 2021..2026
observe affiliates_controlled DEU->POL 2022 2950 companies by POL source fats
observe affiliates_employees DEU->POL 2021 401000 persons by POL source fats
observe affiliates_employees DEU->POL 2022 412500 persons by POL note provisional source fats
observe affiliates_employees POL->DEU 2022 confidential persons by DEU source fats
)");
  const auto section = world.section(companies_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("People employed in Poland by enterprises controlled from Germany (Eurostat"));
  EXPECT_THAT(words, HasSubstr("in 2022, provisional"));
  EXPECT_THAT(words, HasSubstr("People employed in Germany by enterprises controlled from Poland"));
  EXPECT_THAT(words, HasSubstr("confidential in 2022: it exists and is not published"));
  EXPECT_THAT(words, HasSubstr("401 000"));
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

constexpr std::string_view two_tariffs = R"(
edition 2026-11-26
source wto statistical_office "Timeseries" publisher "World Trade Organization" as_of 2026-11-26
coverage wto tariff_preferential_lowest 2015..2026
observe tariff_preferential_lowest KAZ->DEU 2022 8 percent by KAZ product 010121 scheme HS source wto
observe tariff_preferential_lowest KAZ->DEU 2023 0 percent by KAZ product 010121 scheme HS source wto
observe tariff_preferential_lowest KAZ->DEU 2023 2.5 percent by KAZ product 870321 scheme HS source wto
observe tariff_simple_average DEU 2023 5.1 percent by DEU note "the common tariff of the European Union" source wto
observe tariff_simple_average KAZ 2023 6 percent by KAZ source wto
observe tariff_weighted_average KAZ 2022 4.2 percent by KAZ source wto
)";

TEST(Tariffs, ThePreferencesOfTheNewestYearAndWhatEachLeviesAsARule) {
  const Economy world("pair DEU KAZ\n" + std::string(two_tariffs));
  const auto section = world.section(tariffs_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("Kazakhstan notified preferential tariffs on 2 products of Germany in 2023"));
  EXPECT_THAT(words, HasSubstr("(1 free of duty)"));
  EXPECT_THAT(words, HasSubstr("the rules of origin met"));
  EXPECT_THAT(words, HasSubstr("HS 870321"));
  EXPECT_THAT(words, Not(HasSubstr("8 %")));  // of the year before
  EXPECT_THAT(words, HasSubstr("Germany’s average tariff on goods of all the world: 5.1"));
  EXPECT_THAT(words, HasSubstr("the common tariff of the European Union"));
  EXPECT_THAT(words, HasSubstr("weighted by its imports"));
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

constexpr std::string_view two_averages = R"(
edition 2026-11-26
source wto statistical_office "Timeseries" publisher "World Trade Organization" as_of 2026-11-26
observe tariff_simple_average DEU 2023 5.1 percent by DEU source wto
observe tariff_simple_average POL 2023 5.1 percent by POL source wto
observe tariff_simple_average GBR 2023 3.8 percent by GBR source wto
)";

std::string tariffs_of(std::string_view pair, std::string_view more) {
  return plain_words(Economy(fmt::format("pair {}{}{}", pair, two_averages, more)).section(tariffs_section));
}

TEST(Tariffs, NoneWithinACustomsUnionWhoeverFoundedIt) {
  const std::string_view inside = "Both belong to the European Union, a customs union: between the two there are no tariffs.";
  EXPECT_THAT(tariffs_of("DEU POL", "member EU DEU from 1958-01-01 kind founding_member\nmember EU POL from 2004-05-01 kind member\n"), HasSubstr(inside));
  EXPECT_THAT(tariffs_of("DEU POL", "member EU DEU from 1958-01-01 kind founding_member\nmember EU POL from 2004-05-01 kind observer\n"), Not(HasSubstr("customs union")));
}

TEST(Tariffs, WhoLeftTheUnionIsNotInside) {
  std::string more = "member EU DEU from 1958-01-01 kind founding_member\nmember EU GBR from 1973-01-01 to 2020-01-31 kind member\n";
  for (int year = 2015; year < 2022; ++year) more += fmt::format("observe goods_exports DEU->GBR {} 5 usd_million by DEU source wto\n", year);
  const std::string words = tariffs_of("DEU GBR", more);
  EXPECT_THAT(words, Not(HasSubstr("customs union")));
  EXPECT_THAT(words, HasSubstr("What each levies on imports as a rule"));
}

TEST(Tariffs, AThinPairIsNotTalkedAboutInAveragesOfTheWorld) {
  const std::string words = tariffs_of("DEU GBR", "");
  EXPECT_THAT(words, Not(HasSubstr("average tariff")));
}

}  // namespace
}  // namespace comity::dossier
