// More or less than expected: the sentence, the chart, and what is not compared (rule 29).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"
#include "support/world.hpp"

namespace comity::dossier {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string text_of(const document::Section& section) {
  std::string out;
  for (const auto& block : section.blocks) {
    if (const auto* list = std::get_if<document::List>(&block)) {
      for (const auto& item : list->items) out += to_plain(item) + "\n";
    } else if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
      out += to_plain(paragraph->content) + "\n";
    } else if (std::holds_alternative<document::LineChart>(block)) {
      out += "[chart]\n";
    } else if (std::holds_alternative<document::Gap>(block)) {
      out += "[gap]\n";
    }
  }
  return out;
}

constexpr const char* figures = R"(
pair DEU KAZ
edition 2015-12-31
source cow scholarly "COW Trade 4.0" as_of 2014
trade DEU->KAZ 2012 3000 usd_million by KAZ cif source cow
trade DEU->KAZ 2013 4000 usd_million by KAZ cif source cow
trade DEU->KAZ 2014 6000 usd_million by KAZ cif source cow ORIGIN
observe goods_imports_expected DEU->KAZ 2012 3000 usd_million by KAZ source cow variant expected origin modelled
observe goods_imports_expected DEU->KAZ 2012 1000 usd_million by KAZ source cow variant low origin modelled
observe goods_imports_expected DEU->KAZ 2012 5000 usd_million by KAZ source cow variant high origin modelled
observe goods_imports_expected DEU->KAZ 2013 3000 usd_million by KAZ source cow variant expected origin modelled
observe goods_imports_expected DEU->KAZ 2013 1000 usd_million by KAZ source cow variant low origin modelled
observe goods_imports_expected DEU->KAZ 2013 5000 usd_million by KAZ source cow variant high origin modelled
observe goods_imports_expected DEU->KAZ 2014 3000 usd_million by KAZ source cow variant expected origin modelled
observe goods_imports_expected DEU->KAZ 2014 1000 usd_million by KAZ source cow variant low origin modelled
observe goods_imports_expected DEU->KAZ 2014 5000 usd_million by KAZ source cow variant high origin modelled
)";

std::string world_with(const std::string& origin) {
  std::string text = figures;
  text.replace(text.find("ORIGIN"), 6, origin);
  return text;
}

TEST(ExpectedSection, SaysHowOftenAndWhetherThatIsMuch) {
  const test::World world(world_with(""));
  const std::string text = text_of(world.section(expected_section));
  EXPECT_THAT(text, HasSubstr("2.0 times as much"));
  EXPECT_THAT(text, HasSubstr("more than nine in ten pairs"));
  EXPECT_THAT(text, HasSubstr("[chart]"));
  EXPECT_FALSE(world.citations().empty());
}

TEST(ExpectedSection, Rule29AnEstimateIsNotCompared) {
  const test::World world(world_with("origin partner_based"));
  const std::string text = text_of(world.section(expected_section));
  EXPECT_THAT(text, Not(HasSubstr("2.0 times")));
  EXPECT_THAT(text, HasSubstr("1.3 times as much"));  // the year before
  EXPECT_THAT(text, HasSubstr("within what four in five"));
}

TEST(ExpectedSection, Rule29AContradictedZeroIsNotCompared) {
  const test::World world(world_with("flags suspect_zero"));
  EXPECT_THAT(text_of(world.section(expected_section)), Not(HasSubstr("2.0 times")));
}

TEST(ExpectedSection, WithoutAModelOneLineIsLeft) {
  const test::World world("pair DEU KAZ\nedition 2015-12-31\ntrade DEU->KAZ 2014 6000 usd_million by KAZ cif source cow\n");
  EXPECT_EQ(text_of(world.section(expected_section)), "[gap]\n");
}

}  // namespace
}  // namespace comity::dossier
