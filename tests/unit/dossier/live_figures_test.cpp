// Figures of this year beside tables that ended long ago: the newest of them is the headline, with its date, the older sources keep their place in
// the series, and what one publisher has revised is seen.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/sections.hpp"
#include "tests/unit/dossier/economy_world.hpp"

namespace comity::dossier {
namespace {

using test::chart_of;
using test::Economy;
using test::plain_words;
using test::uncited_figures;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// The last of tables that ended in 2014 (trade) and 2021 (investment), and what the interfaces say on a day in 2026.
constexpr std::string_view old_tables_and_live_answers = R"(
pair DEU KAZ
edition 2026-11-26
source cow scholarly "COW Trade 4.0" publisher "Correlates of War" as_of 2014
source imts statistical_office "Goods trade, as the interface answers" publisher "International Monetary Fund" as_of 2026-11-26
source cdis statistical_office "Direct Investment Survey" publisher "International Monetary Fund" as_of 2023
source dip statistical_office "Direct investment positions, as the interface answers" publisher "International Monetary Fund" as_of 2026-11-26
coverage cow goods_exports 1870..2014
coverage cow goods_imports 1870..2014
coverage imts goods_exports 2015..2026
coverage imts goods_imports 2015..2026
coverage cdis fdi_outward_stock 2009..2021
coverage dip fdi_outward_stock 2015..2026
trade DEU->KAZ 2013 2950 usd_million by KAZ cif source cow
trade DEU->KAZ 2014 2324 usd_million by KAZ cif source cow
trade DEU->KAZ 2024 3105 usd_million by KAZ cif source imts
trade DEU->KAZ 2025 3377 usd_million by KAZ cif source imts
observe fdi_outward_stock DEU->KAZ end-2020 700 usd_million by DEU source cdis
observe fdi_outward_stock DEU->KAZ end-2021 710 usd_million by DEU source cdis
observe fdi_outward_stock DEU->KAZ end-2021 735 usd_million by DEU source dip
observe fdi_outward_stock DEU->KAZ end-2024 812 usd_million by DEU source dip
)";

TEST(LiveFigures, TheNewestBySourceLeadsWithItsDate) {
  const Economy world(old_tables_and_live_answers);
  const auto report = world.dossier();
  std::string glance;
  for (const auto& section : report.sections) {
    if (section.id == "at_glance") glance = plain_words(section);
  }
  EXPECT_THAT(glance, HasSubstr("Kazakhstan books, 2025: imports 3.38 bn USD"));
  EXPECT_THAT(glance, HasSubstr("812 million USD at the end of 2024"));
  EXPECT_THAT(glance, Not(HasSubstr("2014")));
  EXPECT_THAT(glance, Not(HasSubstr("years old")));
}

TEST(LiveFigures, OlderSourcesKeepTheirPlaceInTheSeries) {
  const Economy world(old_tables_and_live_answers);
  const auto section = world.section(trade_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("Kazakhstan’s imports from Germany, 2025"));
  EXPECT_THAT(words, Not(HasSubstr("The newest figure is of 2014")));
  const auto* chart = chart_of(section);
  ASSERT_NE(chart, nullptr);
  bool old_is_there = false, new_is_there = false;
  for (const auto& series : chart->series) {
    for (const auto& point : series.points) {
      old_is_there |= point.x == 2014;
      new_is_there |= point.x == 2025;
    }
  }
  EXPECT_TRUE(old_is_there && new_is_there);
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

// The same publisher's two tables differ on one year: both are there to be seen, each with its source.
TEST(LiveFigures, RevisionsAreVisible) {
  const Economy world(old_tables_and_live_answers);
  const std::string words = plain_words(world.section(investment_section));
  EXPECT_THAT(words, HasSubstr("2024 | 812 | –"));
  EXPECT_THAT(words, HasSubstr("2021 | 735 | 710"));
  EXPECT_THAT(words, HasSubstr("2020 | – | 700"));
  EXPECT_LT(words.find("812 million USD at the end of 2024"), words.find("710 million USD at the end of 2021"));
}

// The ultimate investor is another figure: it neither leads nor stands for the position, whichever comes first.
TEST(Rule18, TheUltimateInvestorIsNoHeadline) {
  for (const std::string_view order : {"observe fdi_inward_stock KAZ->DEU end-2023 65 usd_million by DEU source oecd variant \"ultimate investor\"\nobserve fdi_inward_stock KAZ->DEU end-2023 40 usd_million by DEU source oecd\n",
                                       "observe fdi_inward_stock KAZ->DEU end-2023 40 usd_million by DEU source oecd\nobserve fdi_inward_stock KAZ->DEU end-2023 65 usd_million by DEU source oecd variant \"ultimate investor\"\n"}) {
    const Economy world("pair DEU KAZ\nedition 2026-11-26\nsource oecd statistical_office \"Positions\" publisher OECD as_of 2026-11-26\ncoverage oecd fdi_inward_stock 2015..2026\n" + std::string(order));
    std::string glance;
    const auto report = world.dossier();
    for (const auto& section : report.sections) {
      if (section.id == "at_glance") glance = plain_words(section);
    }
    EXPECT_THAT(glance, HasSubstr("40 million USD"));
    EXPECT_THAT(glance, Not(HasSubstr("65 million USD")));
    const std::string words = plain_words(world.section(investment_section));
    EXPECT_THAT(words, HasSubstr("ultimate investor"));
    EXPECT_LT(words.find("2023 | 40"), words.find("2023 | 65"));
  }
}

}  // namespace
}  // namespace comity::dossier
