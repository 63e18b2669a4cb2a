// Trade in goods held to rules.md: whose figure, zeros, valuation, what may be compared with what.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/detail/mirror.hpp"
#include "comity/dossier/sections.hpp"
#include "tests/unit/dossier/economy_world.hpp"

namespace comity::dossier {
namespace {

using test::chart_of;
using test::Economy;
using test::uncited_figures;
using test::plain_words;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view pair_of_2023 = R"(
pair DEU KAZ
edition 2025-12-31
source comext statistical_office "Comext" publisher Eurostat as_of 2024-08
source bns statistical_office:KAZ "Trade by country" publisher "Bureau of National Statistics" as_of 2023
source cow scholarly "COW Trade 4.0" publisher "Correlates of War" as_of 2014
source page official:DEU "Page of the ministry" publisher "Foreign Office"
source press press "A paper" publisher "A paper"
source ecb statistical_office "Rates" publisher "European Central Bank" as_of 2026
coverage comext goods_exports 2019..2024
coverage bns goods_exports 2018..2023
coverage bns goods_imports 2018..2023
coverage cow goods_imports 1870..2014
rate EUR USD 2023 1.0813 kind annual_mean source ecb
trade DEU->KAZ 2022 2799.3 eur_million by DEU fob source comext origin derived
trade DEU->KAZ 2023 3218.1 eur_million by DEU fob source comext origin derived
trade KAZ->DEU 2023 780 usd_million by KAZ fob source bns
trade DEU->KAZ 2023 3033.3 usd_million by KAZ cif source bns
trade KAZ->DEU 2012 5008 usd_million by DEU cif source cow
trade DEU->KAZ 2012 2271 usd_million by KAZ cif source cow
trade KAZ->DEU 2023 5520 eur_million by DEU source page
trade DEU->KAZ 2023 3230 eur_million by DEU source page
observe goods_trade_total DEU->KAZ 2023 8750 eur_million by DEU source page
observe trade_share_region DEU->KAZ 2017 81.3 percent source press variant "Germany's trade with Central Asia"
)";

TEST(EconomyTrade, EachReporterHasItsOwnLine) {
  const Economy world(pair_of_2023);
  const auto section = world.section(trade_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("Germany’s exports to Kazakhstan, 2023 | ≈ 3.48 bn USD | 3.22 bn EUR | – | FOB; Eurostat, computed"));
  EXPECT_THAT(words, HasSubstr("Kazakhstan’s imports from Germany, 2023 | 3.03 bn USD | ≈ 2.81 bn EUR | – | CIF; Bureau"));
  EXPECT_THAT(words, HasSubstr("1.0813 USD per EUR"));
  EXPECT_THAT(words, HasSubstr("European Central Bank"));
  EXPECT_THAT(words, HasSubstr("As said, without saying whose books were added"));
  EXPECT_THAT(words, HasSubstr("8.75 bn EUR, German side – Foreign Office"));
  EXPECT_THAT(words, HasSubstr("81.3"));
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

TEST(EconomyTrade, BalanceComesFromOneSource) {
  const Economy world(pair_of_2023);
  // Comext has no imports, so that the page's two ends are Germany's balance; nothing is mixed.
  EXPECT_THAT(plain_words(world.section(trade_section)), HasSubstr("Germany buys 1.7 times as much from Kazakhstan as it sells there, as Germany books it (2023)"));
}

TEST(EconomyTrade, NothingToSayIsAGap) {
  const Economy world("pair NRU BTN\nedition 2025-12-31\nsource cow scholarly \"COW Trade\"\ncoverage cow goods_imports 1870..2014\n");
  const auto section = world.section(trade_section);
  EXPECT_TRUE(is_empty(section));
  EXPECT_THAT(plain_words(section), HasSubstr("COW Trade (1870 to 2014)"));
  EXPECT_THAT(world.section(expected_section).blocks, IsEmpty());
}

TEST(Rule07, EstimatesAreNoSide) {
  const Economy world(R"(
pair BEL BWA
edition 2015-12-31
source cow scholarly "COW Trade"
coverage cow goods_imports 1870..2014
trade BEL->BWA 2010 110 usd_million by BWA cif origin partner_based source cow
trade BEL->BWA 2010 100 usd_million by BEL fob source cow
)");
  const auto section = world.section(trade_section);
  EXPECT_THAT(plain_words(section), Not(HasSubstr("is the latest year with a figure of both")));
  EXPECT_THAT(plain_words(section), HasSubstr("no voice of its own"));
  EXPECT_THAT(plain_words(section), Not(HasSubstr("figure is 10")));
}

TEST(Rule11, BelowTheUnitIsNoZero) {
  const Economy world(R"(
pair DEU BTN
edition 2015-12-31
source cow scholarly "COW Trade"
coverage cow goods_imports 1870..2014
trade BTN->DEU 2010 below_unit USD by DEU source cow
trade BTN->DEU 2011 2 usd_million by DEU cif source cow
trade BTN->DEU 2012 3 usd_million by DEU cif source cow
trade BTN->DEU 2013 5 usd_million by DEU cif source cow
)");
  const auto section = world.section(trade_section);
  EXPECT_THAT(plain_words(section), HasSubstr("2010 | below the unit"));
  const auto* chart = chart_of(section);
  ASSERT_NE(chart, nullptr);
  for (const auto& point : chart->series[0].points) EXPECT_NE(point.y.value_or(1), 0) << point.x;
}

constexpr std::string_view zeros = R"(
pair BWA ZAF
edition 2015-12-31
source cow scholarly "COW Trade"
coverage cow goods_imports 1870..2014
trade ZAF->BWA 2009 0 usd_million by BWA cif flags suspect_zero source cow
trade ZAF->BWA 2010 0 usd_million by BWA cif flags suspect_zero source cow
trade ZAF->BWA 2011 4000 usd_million by BWA cif source cow
trade ZAF->BWA 2012 4100 usd_million by BWA cif source cow
trade ZAF->BWA 2013 4200 usd_million by BWA cif source cow
trade ZAF->BWA 2014 0 usd_million by BWA cif flags suspect_zero source cow
)";

TEST(Rule12, BotswanaFromSouthAfricaDrawsNoZero) {
  const Economy world(zeros);
  const auto section = world.section(trade_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("contradicted by neighbouring years"));
  EXPECT_THAT(words, HasSubstr("2009 to 2010 and 2014"));
  EXPECT_THAT(words, HasSubstr("2014 | 0, contradicted"));
  EXPECT_THAT(words, Not(HasSubstr("−100 %")));
  const auto* chart = chart_of(section);
  ASSERT_NE(chart, nullptr);
  for (const auto& point : chart->series[0].points) {
    if (point.y == 0.0) {
      EXPECT_TRUE(point.suspect) << point.x;
    }
  }
}

TEST(Rule12, RussiaToBelarus2008DoesNotLead) {
  const Economy world(R"(
pair RUS BLR
edition 2015-12-31
source cow scholarly "COW Trade"
source bel statistical_office:BLR "Belstat"
trade RUS->BLR 2007 17205 usd_million by RUS fob source cow
trade RUS->BLR 2008 0 USD by RUS fob flags suspect_zero source cow
trade RUS->BLR 2008 23500 usd_million by BLR cif source bel
)");
  const std::string words = plain_words(world.section(trade_section));
  EXPECT_THAT(words, Not(HasSubstr("Russia’s exports to Belarus, 2008")));
  EXPECT_THAT(words, HasSubstr("Russia’s exports to Belarus, 2007"));
  EXPECT_THAT(words, HasSubstr("zero, contradicted"));
}

TEST(Rule15, ValuationIsTheReportersOfTheYear) {
  const Economy world(R"(
pair CAN USA
edition 2015-12-31
source a scholarly "A"
trade USA->CAN 2012 300000 usd_million by CAN source a
trade CAN->USA 2012 320000 usd_million by USA cif source a
)");
  const std::string words = plain_words(world.section(trade_section));
  EXPECT_THAT(words, HasSubstr("Canada’s imports from the United States, 2012 | 300 bn USD | no rate | – | FOB by the reporter’s own note"));
  EXPECT_THAT(words, HasSubstr("| CIF; A"));
}

TEST(Rule17, TheNewerYearbookCounts) {
  const Economy world(R"(
pair DEU KAZ
edition 2025-12-31
source kz_bns_trade statistical_office:KAZ "Trade by country" publisher "Bureau of National Statistics"
coverage kz_bns_trade goods_exports 2018..2023
trade KAZ->DEU 2021 400 usd_million by KAZ variant "book of 2021" source kz_bns_trade
trade KAZ->DEU 2021 398.5 usd_million by KAZ variant "book of 2022" source kz_bns_trade
trade KAZ->DEU 2022 530 usd_million by KAZ variant "book of 2022" source kz_bns_trade
trade KAZ->DEU 2022 531 usd_million by KAZ variant "book of 2023" source kz_bns_trade
trade KAZ->DEU 2023 741 usd_million by KAZ variant "book of 2023" source kz_bns_trade
)");
  const auto section = world.section(trade_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("2022 | 531 |"));
  EXPECT_THAT(words, HasSubstr("2021 | 398.5 |"));
  ASSERT_NE(chart_of(section), nullptr);
  EXPECT_EQ(chart_of(section)->series.size(), 1u);
}

TEST(Rule16, OilIsReadNotReconciled) {
  const Economy world(R"(
pair DEU KAZ
edition 2015-12-31
source cow scholarly "COW Trade"
trade KAZ->DEU 2012 5008 usd_million by DEU cif source cow
trade KAZ->DEU 2012 1805 usd_million by KAZ fob source cow
)");
  const auto section = world.section(trade_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("Germany’s figure is 2.8 times as large"));
  EXPECT_THAT(words, HasSubstr("pipeline oil"));
  EXPECT_THAT(words, Not(HasSubstr("econciled")));
}

TEST(Rule17, NoGrowthAcrossSourcesValuationsOrBreaks) {
  const Economy world(R"(
pair DEU KAZ
edition 2015-12-31
source a scholarly "A"
source b scholarly "B"
trade DEU->KAZ 2012 100 usd_million by DEU fob source a
trade DEU->KAZ 2013 200 usd_million by DEU fob source b
trade KAZ->DEU 2012 100 usd_million by DEU fob source a
trade KAZ->DEU 2013 150 usd_million by DEU cif source a
trade KAZ->DEU 2012 100 usd_million by KAZ fob source a
trade KAZ->DEU 2013 90 usd_million by KAZ fob source a flags implausible_jump
)");
  EXPECT_THAT(plain_words(world.section(trade_section)), Not(HasSubstr("2012 to 2013")));
}

TEST(Rule17, GrowthWithinOneSeries) {
  const Economy world(pair_of_2023);
  EXPECT_THAT(plain_words(world.section(trade_section)), HasSubstr("2022 to 2023: +15 %"));
}

TEST(Rule17, ShareAndRankNameTheirBooks) {
  const Economy world(R"(
pair DEU KAZ
edition 2015-12-31
source cow scholarly "COW Trade"
trade KAZ->DEU 2012 5008 usd_million by DEU cif source cow
standing goods_imports DEU in 2012 value 5008e6 total 1160000e6 rank 0 partners 190 absent 3 why "three partners are confidential" by DEU source cow
standing goods_imports DEU in 2012 value 5008e6 total 5400e6 rank 1 partners 4 absent 1 region central_asia by DEU source cow
)");
  const std::string words = plain_words(world.section(trade_section));
  EXPECT_THAT(words, HasSubstr("0.4"));
  EXPECT_THAT(words, HasSubstr("No rank: three partners are confidential"));
  EXPECT_THAT(words, HasSubstr("Kazakhstan’s share in Germany’s trade with Central Asia"));
  EXPECT_THAT(words, HasSubstr("92.7"));
  EXPECT_THAT(words, HasSubstr("one of them without a figure"));
}

TEST(Rule19, MonthsAreNoYear) {
  const Economy world(R"(
pair DEU KAZ
edition 2025-12-31
source comext statistical_office "Comext"
coverage comext goods_exports 2019..2024
trade DEU->KAZ 2023-01 200 eur_million by DEU fob source comext
trade DEU->KAZ 2023-02 200 eur_million by DEU fob source comext
trade DEU->KAZ 2023 3000 eur_million by DEU fob source comext origin derived
trade DEU->KAZ 2024-01 250 eur_million by DEU fob source comext
trade DEU->KAZ 2024-02 250 eur_million by DEU fob source comext
)");
  const auto section = world.section(trade_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("January to February 2024: 500 million EUR (sum of two months, no year)"));
  EXPECT_THAT(words, HasSubstr("+25 %"));
  EXPECT_THAT(words, Not(HasSubstr("| 2024 |")));
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

TEST(Rule19, NoRateNoConversion) {
  const Economy world(R"(
pair DEU KAZ
edition 2000-12-31
source a scholarly "A"
rate EUR USD 1999 1.0658 kind annual_mean source a
trade DEU->KAZ 1998 100 usd_million by DEU fob source a
)");
  EXPECT_THAT(plain_words(world.section(trade_section)), HasSubstr("100 million USD | no rate"));
}

TEST(Rule20, OldSeriesCarryTheirAge) {
  const Economy world(R"(
pair DEU KAZ
edition 2025-12-31
source cow scholarly "COW Trade"
trade KAZ->DEU 2014 5770 usd_million by DEU cif source cow
)");
  EXPECT_THAT(plain_words(world.section(trade_section)), HasSubstr("11 years old The newest figure is of 2014: history"));
  const Economy young(pair_of_2023);
  EXPECT_THAT(plain_words(young.section(trade_section)), Not(HasSubstr("history, not the state of today")));
}

TEST(EconomyTrade, SourcesAreNeverJoinedInTheChart) {
  const Economy world(R"(
pair DEU KAZ
edition 2025-12-31
source cow scholarly "COW Trade" publisher COW
source comext statistical_office "Comext" publisher Eurostat
coverage comext goods_imports 2002..2024
coverage cow goods_imports 1870..2014
trade KAZ->DEU 2001 90 usd_million by DEU cif source cow
trade KAZ->DEU 2002 100 usd_million by DEU cif source cow
trade KAZ->DEU 2002 120 usd_million by DEU cif source comext
trade KAZ->DEU 2003 130 usd_million by DEU cif source comext
trade KAZ->DEU 2003 60 usd_million by KAZ fob source cow
)");
  const auto section = world.section(trade_section);
  const auto* chart = chart_of(section);
  ASSERT_NE(chart, nullptr);
  ASSERT_EQ(chart->series.size(), 3u);
  for (const auto& series : chart->series) {
    EXPECT_EQ(series.hue, document::Hue::b) << series.name;  // Kazakhstan's exports, whoever books them
    if (series.name.find("COW") != std::string::npos) {
      for (const auto& point : series.points) EXPECT_LT(point.x, 2002);
    }
  }
  EXPECT_EQ(chart->bands.size(), 1u);
}

}  // namespace
}  // namespace comity::dossier
