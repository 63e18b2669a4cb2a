// More or less than expected: the sentence, the chart, and what is not compared (rule 29).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"
#include "support/world.hpp"

namespace comity::dossier {
namespace {

using testing::AllOf;
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

// A count over twenty years beside what is expected of a partner; nothing at all is a finding where the list is whole.
TEST(ExpectedSection, Rule29AFigureOfBooksThatAreNotAllThereIsNotCompared) {
  const test::World world(world_with("flags incomplete_books"));
  const std::string text = text_of(world.section(expected_section));
  EXPECT_THAT(text, Not(HasSubstr("2.0 times")));
  EXPECT_THAT(text, HasSubstr("1.3 times as much"));  // the year before
}

TEST(ExpectedSection, VisitsAreHeldAgainstTheOtherPartners) {
  const test::World world(R"(
pair USA VEN
edition 2020-12-31
source travel official:USA "Travels abroad" as_of 2020
observe leader_visits USA->VEN 2000 0 count source travel absence true_zero origin derived
observe leader_visits_expected USA->VEN 2000 8.4 count source travel variant expected origin modelled
observe leader_visits_expected USA->VEN 2000 1.3 count source travel variant low origin modelled
observe leader_visits_expected USA->VEN 2000 15.4 count source travel variant high origin modelled
)");
  const std::string text = text_of(world.section(expected_section));
  EXPECT_THAT(text, HasSubstr("isits by leaders of the United States to Venezuela"));
  EXPECT_THAT(text, HasSubstr("expected of such a partner: 8.4. That is none, less than nine in ten partners of like expectation (1.3 to 15)."));
  EXPECT_THAT(text, HasSubstr("from the same state's other partners"));
}

// Rule 21: revisions are never mixed, in a comparison neither.
TEST(ExpectedSection, Rule21MigrantsOfAnotherRevisionAreNotCompared) {
  const std::string text = R"(
pair DEU KAZ
edition 2022-12-31
source un statistical_office "Migrant stock" as_of 2020
observe migrant_stock_born KAZ->DEU 2015 REV1 persons source un variant rev2019 origin compiler
observe migrant_stock_born KAZ->DEU 2015 REV2 persons source un variant REVISION origin compiler
observe migrant_stock_born_expected KAZ->DEU 2015 40000 persons source un variant expected origin modelled
observe migrant_stock_born_expected KAZ->DEU 2015 1000 persons source un variant low origin modelled
observe migrant_stock_born_expected KAZ->DEU 2015 100000 persons source un variant high origin modelled
)";
  const auto with = [&](const std::string& revision) {
    std::string out = text;
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"REV1", "848587"}, {"REV2", "832107"}, {"REVISION", revision}}) out.replace(out.find(from), from.size(), to);
    return text_of(test::World(out).section(expected_section));
  };
  EXPECT_THAT(with("rev2020"), HasSubstr("832"));
  EXPECT_THAT(with("rev2020"), HasSubstr("21 times as much"));  // what a compiler makes of censuses is the count there is
  EXPECT_THAT(with("rev2018"), Not(HasSubstr("times as much")));
}

TEST(ExpectedSection, ANegativePositionIsNotCompared) {
  const test::World world(R"(
pair DEU KAZ
edition 2022-12-31
source cdis statistical_office "CDIS" as_of 2022
observe fdi_outward_stock DEU->KAZ 2021 -5 usd_million by DEU source cdis
observe fdi_outward_stock_expected DEU->KAZ 2021 900 usd_million by DEU source cdis variant expected origin modelled
observe fdi_outward_stock_expected DEU->KAZ 2021 90 usd_million by DEU source cdis variant low origin modelled
observe fdi_outward_stock_expected DEU->KAZ 2021 9000 usd_million by DEU source cdis variant high origin modelled
)");
  EXPECT_THAT(text_of(world.section(expected_section)), Not(HasSubstr("expected of")));
}

std::string investment_of(const std::string& actual, const std::string& expected, const std::string& low, const std::string& high) {
  std::string text = "pair DEU KAZ\nedition 2022-12-31\nsource cdis statistical_office \"CDIS\" as_of 2022\nobserve fdi_outward_stock KAZ->DEU 2021 " + actual + " usd_million by KAZ source cdis\n";
  for (const auto& [variant, value] : {std::pair{"expected", expected}, {"low", low}, {"high", high}}) {
    text += "observe fdi_outward_stock_expected KAZ->DEU 2021 " + value + " usd_million by KAZ source cdis variant " + variant + " origin modelled\n";
  }
  const test::World world(text);
  return text_of(world.section(expected_section));
}

// What one reporter books to the dollar another prints as nothing.
TEST(ExpectedSection, Rule11ATokenPositionIsNotCompared) {
  EXPECT_THAT(investment_of("0.736", "900", "6", "2500"), HasSubstr("less than nine in ten"));
  EXPECT_THAT(investment_of("0.2", "900", "6", "2500"), Not(HasSubstr("expected of")));
  EXPECT_THAT(investment_of("3", "0.3", "0.1", "2"), Not(HasSubstr("expected of")));   // hardly any is expected
  EXPECT_THAT(investment_of("3", "1", "0", "0.4"), Not(HasSubstr("expected of")));
}

TEST(ExpectedSection, Rule11WhatTheBooksPrintAsNothingIsNoZero) {
  EXPECT_THAT(investment_of("3", "20", "0", "80"), AllOf(HasSubstr("(under 500"), HasSubstr("15 % of it, within what four in five")));
}

TEST(ExpectedSection, WithoutAModelOneLineIsLeft) {
  const test::World world("pair DEU KAZ\nedition 2015-12-31\ntrade DEU->KAZ 2014 6000 usd_million by KAZ cif source cow\n");
  EXPECT_EQ(text_of(world.section(expected_section)), "[gap]\n");
}

// Kinshasa and Brazzaville are nine kilometres apart: a model of distance says nothing there.
TEST(ExpectedSection, NeighbouringCapitalsAreNotCompared) {
  std::string text = world_with("");
  for (std::size_t at; (at = text.find("DEU")) != std::string::npos;) text.replace(at, 3, "COG");
  for (std::size_t at; (at = text.find("KAZ")) != std::string::npos;) text.replace(at, 3, "COD");
  const test::World world(text);
  EXPECT_THAT(text_of(world.section(expected_section)), Not(HasSubstr("times as much")));
}

// A stock of refugees is not brought by size and distance.
TEST(Rule21, RefugeesAreNoMigrantsToCompare) {
  const std::string stock = R"(
pair ESH DZA
edition 2021-12-31
source un statistical_office "Migrants"
source unhcr statistical_office "Refugees"
observe migrant_stock_born ESH->DZA 2020-07-01 165000 persons by DZA variant rev2020 source un NOTE
observe migrant_stock_born ESH->DZA 2015-07-01 4000 persons by DZA variant rev2020 source un
observe migrant_stock_born_expected ESH->DZA 2020-07-01 127 persons by DZA variant expected origin modelled source un
observe migrant_stock_born_expected ESH->DZA 2020-07-01 60 persons by DZA variant low origin modelled source un
observe migrant_stock_born_expected ESH->DZA 2020-07-01 500 persons by DZA variant high origin modelled source un
observe refugees ESH->DZA end-2020 116000 persons source unhcr
)";
  const auto with = [&](std::string_view note) {
    std::string text = stock;
    return text.replace(text.find("NOTE"), 4, note);
  };
  const test::World counted(with("")), added(with("note \"refugees are added\""));
  EXPECT_THAT(text_of(counted.section(expected_section)), HasSubstr("times as much"));
  EXPECT_THAT(text_of(added.section(expected_section)), Not(HasSubstr("165")));
  EXPECT_THAT(text_of(added.section(people_section)), AllOf(HasSubstr("most of them refugees that are added to the migrants"), HasSubstr("Most of the newer figure are refugees"), Not(HasSubstr(" since)"))));
}

}  // namespace
}  // namespace comity::dossier
