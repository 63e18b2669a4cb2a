// Reconciled figures stand last, folded, and lead nowhere (rule 16).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/disagreements.hpp"
#include "comity/dossier/sections.hpp"
#include "tests/unit/dossier/economy_world.hpp"

namespace comity::dossier {
namespace {

using test::Economy;
using test::plain_words;
using testing::HasSubstr;

constexpr std::string_view both_sides = R"(
pair DEU KAZ
edition 2025-12-31
source cow scholarly "COW Trade 4.0" publisher "Correlates of War" as_of 2014
source comtrade scholarly "Comtrade" publisher "UN Comtrade" as_of 2016
trade KAZ->DEU 2012 1805 usd_million by KAZ fob source comtrade
trade KAZ->DEU 2012 5008 usd_million by DEU cif source cow
observe goods_trade_mirror_ratio KAZ->DEU 2012 2.775 ratio origin derived source comtrade
observe goods_trade_reconciled KAZ->DEU 2012 4637000000 USD origin derived variant larger source comtrade
observe goods_trade_reconciled KAZ->DEU 2012 3302000000 USD origin derived variant weighted source comtrade note "between 1 and 2"
)";

TEST(Rule16, AReconciledFigureNeverLeads) {
  const test::World world(both_sides);
  const auto section = world.section(trade_section);
  ASSERT_FALSE(section.blocks.empty());
  std::size_t at = section.blocks.size(), first_figure = section.blocks.size();
  for (std::size_t i = 0; i < section.blocks.size(); ++i) {
    const auto* table = std::get_if<document::Table>(&section.blocks[i]);
    if (table && table->caption.find("reconciled") != std::string::npos) {
      at = i;
      EXPECT_TRUE(table->folded);
      ASSERT_EQ(table->rows.size(), 1u);
    } else if (first_figure == section.blocks.size()) {
      first_figure = i;
    }
  }
  ASSERT_LT(at, section.blocks.size()) << "the table is not there";
  EXPECT_LT(first_figure, at);
  // Nothing of it is said where a reader begins, nor in the brief.
  EXPECT_THAT(test::words_of(world.section(at_glance_section)), testing::Not(HasSubstr("4.6 bn")));
  for (const auto& block : world.section(trade_section, Profile::brief).blocks) {
    const auto* table = std::get_if<document::Table>(&block);
    EXPECT_FALSE(table && table->caption.find("reconciled") != std::string::npos);
  }
}

TEST(Disagreements, TheRuleOfTheTableIsTheRuleOfTheSection) {
  const test::World world(both_sides);
  const auto found = find_disagreements(world.facts(), world.context());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, "trade_mirror");
  EXPECT_EQ(found[0].consequence, 3);
  EXPECT_EQ(found[0].unit, "factor");
  EXPECT_NEAR(found[0].size, 5008.0 / 1805, 1e-9);
  EXPECT_THAT(test::words_of(world.section(disagreements_section)), HasSubstr(found[0].title));
  EXPECT_THAT(test::words_of(world.section(disagreements_section)), HasSubstr("the sources contradict each other"));
}

}  // namespace
}  // namespace comity::dossier
