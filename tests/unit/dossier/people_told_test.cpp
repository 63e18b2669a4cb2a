// People: categories apart, no rate of a handful, no expectation beyond what there is, visa rules that did not change.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

TEST(Rule29, AnExpectationOfMorePeopleThanThereAreIsNone) {
  constexpr std::string_view text = R"(
pair COD COG
edition 2025-12-31
observe population COG 2020 6000000 persons source wdi
observe migrant_stock_born COG->COD 2020-07-01 6242 persons by COD source un variant rev2020
observe migrant_stock_born_expected COG->COD 2020-07-01 11220223 persons by COD source un variant expected origin modelled
observe migrant_stock_born_expected COG->COD 2020-07-01 340351 persons by COD source un variant low origin modelled
observe migrant_stock_born_expected COG->COD 2020-07-01 30027969 persons by COD source un variant high origin modelled
)";
  EXPECT_THAT(words_of(World(text).section(expected_section)), Not(HasSubstr("expected of two such states")));
}

TEST(Rule22, ACategoryWithoutAFigureStandsApart) {
  const World world("pair MEX GBR\nedition 2026-04-13\nobserve asylum_seekers GBR->MEX end-2025 5 persons source unhcr\nobserve refugees GBR->MEX end-2025 zero_or_not_reported persons source unhcr\n"
                    "observe refugees MEX->GBR end-2025 68 persons source unhcr\nobserve asylum_seekers MEX->GBR end-2025 50 persons source unhcr\n");
  const std::string words = words_of(world.section(people_section));
  EXPECT_THAT(words, HasSubstr("5, all of them asylum seekers; refugees: zero or not reported; others in need of protection: no figure"));
  EXPECT_THAT(words, HasSubstr("118, made of 68 refugees and 50 asylum seekers; others in need of protection: no figure"));
}

TEST(People, NoChangeIsNoPlusNought) {
  const World world("pair CRI MAR\nedition 2025-12-31\nobserve migrant_stock_born MAR->CRI 2015-07-01 4 persons by CRI variant rev2020 source undesa\nobserve migrant_stock_born MAR->CRI 2020-07-01 4 persons by CRI variant rev2020 source undesa\n");
  EXPECT_THAT(words_of(world.section(people_section)), AllOf(HasSubstr("(no change since)"), Not(HasSubstr("+0"))));
}

TEST(Rule21, OfAHandfulOfPeopleThereIsNoRate) {
  const auto words = [](int now, int before) {
    return words_of(World(fmt::format("pair MOZ BOL\nedition 2025-12-31\nobserve migrant_stock_born MOZ->BOL 2015-07-01 {} persons by BOL source un variant rev2020\n"
                                      "observe migrant_stock_born MOZ->BOL 2020-07-01 {} persons by BOL source un variant rev2020\n", before, now))
                        .section(people_section));
  };
  EXPECT_THAT(words(3, 4), HasSubstr("On 1 July 2015: 4"));
  EXPECT_THAT(words(3, 4), Not(HasSubstr("since)")));
  EXPECT_THAT(words(300, 400), HasSubstr("−25\u00a0% since)"));
}

TEST(Rule05, WhatEndsWithAStockIsToldInWholeWords) {
  const World world("pair PSE ARG\nedition 2025-12-31\nobserve migrant_stock_born PSE->ARG end-2017 197 persons by ARG source un variant rev2020\n"
                    "trade ARG->PSE 2016 2 usd_million by ARG fob source cow\nrelations PSE ARG 2015-03-05 source atlas\nembassy PSE->ARG \"Buenos Aires\" listed 2022-11-16\n");
  EXPECT_THAT(words_of(world.section(not_known_section)), Not(HasSubstr("after end of")));
}

TEST(Rule22, PalestineRefugeesOfUnrwaAreToldApart) {
  const std::string words = words_of(World("pair PSE JOR\nedition 2025-12-31\nsource unhcr statistical_office \"UNHCR\" as_of 2025-12-31\nobserve refugees PSE->JOR end-2025 300 persons source unhcr\n"
                                           "observe refugees_unrwa PSE->JOR end-2025 2398179 persons source unhcr\n").section(people_section));
  EXPECT_THAT(words, HasSubstr("Displaced people from Palestine in Jordan at the end of 2025: 300"));
  EXPECT_THAT(words, HasSubstr("Palestine refugees under UNRWA’s mandate in Jordan at the end of 2025: "));
}

TEST(Rule19, TwoWaysToWriteAVisaRuleAreNoChange) {
  std::string world = "pair IRN LSO\nedition 2025-12-31\n";  // of a thin pair the rule stands at a glance alone
  for (int year = 2015; year < 2021; ++year) world += fmt::format("trade IRN->LSO {} 1 usd_million by LSO source cow\n", year);
  const auto words = [&](const std::string& snapshots) { return words_of(World(world + snapshots).section(people_section)); };
  const auto rule = [](std::string_view day, std::string_view text) { return fmt::format("observe visa_rule IRN->LSO {} not_applicable text note \"{}\"\n", day, text); };
  const std::string free = words(rule("2019-11-23", "visa free") + rule("2021-01-25", "30") + rule("2025-01-12", "30"));
  EXPECT_THAT(free, HasSubstr("30 days without a visa, ordinary passports"));
  EXPECT_THAT(free, Not(HasSubstr("in earlier snapshots")));
  EXPECT_THAT(words(rule("2019-11-23", "visa required") + rule("2021-01-25", "e-visa") + rule("2025-01-12", "e-visa")), Not(HasSubstr("in earlier snapshots"))) << "no code for e-visas in 2019";
  EXPECT_THAT(words(rule("2024-01-05", "e-visa") + rule("2025-01-12", "electronic travel authorisation")), Not(HasSubstr("in earlier snapshots")));
  EXPECT_THAT(words(rule("2021-01-25", "visa required") + rule("2024-01-05", "e-visa") + rule("2025-01-12", "e-visa")), HasSubstr("; in earlier snapshots visa required in 2021, then e-visa in 2024"));
  EXPECT_THAT(words(rule("2019-11-23", "visa required") + rule("2021-01-25", "visa required") + rule("2025-01-12", "e-visa")), HasSubstr("; in earlier snapshots visa required in 2019"))
      << "still required when the list had a word for e-visas";
  EXPECT_THAT(words(rule("2021-01-25", "180") + rule("2023-01-11", "90") + rule("2025-01-12", "90")), HasSubstr("180 days without a visa in 2021, then 90 days without a visa in 2023"));
}

TEST(Rule23, WhatAModelSaysWasCountedByNobody) {
  const World world("pair MKD SEN\nedition 2025-12-31\nobserve migrant_stock_born MKD->SEN end-2017 46416 persons by SEN origin modelled source matrix\n");
  EXPECT_THAT(words_of(world.section(people_section)), AllOf(HasSubstr("by an estimate, which is no count"), Not(HasSubstr("by the count of the place"))));
  const World counted("pair MKD SEN\nedition 2025-12-31\nobserve migrant_stock_born MKD->SEN 2020-07-01 12 persons by SEN source un variant rev2020\n");
  EXPECT_THAT(words_of(counted.section(people_section)), HasSubstr("by the count of the place where they live"));
}

}  // namespace
}  // namespace comity::dossier
