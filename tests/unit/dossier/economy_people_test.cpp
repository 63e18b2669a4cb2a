// People held to rules.md: bases and revisions apart, zeros that are none, sums with their parts, undated figures.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

constexpr std::string_view migrants = R"(
pair DEU KAZ
edition 2025-12-31
source undesa_migrant_stock statistical_office "Migrant Stock" publisher "UN DESA"
source wiki crowd "An article" publisher Encyclopaedia
coverage undesa_migrant_stock migrant_stock_born 1990..2020
observe migrant_stock_born KAZ->DEU 2010-07-01 812460 persons by DEU variant rev2020 source undesa_migrant_stock
observe migrant_stock_born KAZ->DEU 2015-07-01 832107 persons by DEU variant rev2020 source undesa_migrant_stock
observe migrant_stock_born KAZ->DEU 2020-07-01 1128201 persons by DEU variant rev2020 source undesa_migrant_stock
observe migrant_stock_born KAZ->DEU 2010-07-01 816137 persons by DEU variant rev2019 source undesa_migrant_stock
observe migrant_stock_born KAZ->DEU 2019-07-01 940296 persons by DEU variant rev2019 source undesa_migrant_stock
observe migrant_stock_born DEU->KAZ 2020-07-01 zero_or_not_reported persons by KAZ variant rev2020 source undesa_migrant_stock
observe ethnic_group_census DEU->KAZ 1991 1000000 persons flags hedge_approx source wiki
)";

TEST(Rule21, TheBreakOf2015To2020IsSaid) {
  const Economy world(migrants);
  const auto section = world.section(people_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("1 128 201 people born in Kazakhstan lived in Germany on 1 July 2020"));
  EXPECT_THAT(words, HasSubstr("54 per cent"));
  EXPECT_THAT(words, Not(HasSubstr("+36 %")));  // 832 107 to 1 128 201
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

TEST(Rule21, RevisionsAreNeverMixed) {
  const Economy world(migrants);
  const auto section = world.section(people_section);
  const auto* chart = chart_of(section);
  ASSERT_NE(chart, nullptr);
  ASSERT_EQ(chart->series.size(), 1u);
  for (const auto& point : chart->series[0].points) EXPECT_NE(point.x, 2019);
  EXPECT_THAT(plain_words(section), HasSubstr("rev2019"));  // in the table, in a column of its own
}

TEST(Rule21, NotListedIsNotNobody) {
  const Economy world(migrants);
  const std::string words = plain_words(world.section(people_section));
  EXPECT_THAT(words, HasSubstr("does not list this origin separately, so this is not “nobody”"));
  EXPECT_THAT(words, Not(HasSubstr("\n0 people")));
}

TEST(Rule21, EthnicityStandsApart) {
  const Economy world(migrants);
  EXPECT_THAT(plain_words(world.section(people_section)), HasSubstr("neither birthplace nor citizenship"));
}

TEST(Rule21, CitizensAreSaidToBeCitizens) {
  const Economy world(R"(
pair CHN JPN
edition 2022-12-31
source u statistical_office "U"
coverage u migrant_stock_citizen 1990..2020
observe migrant_stock_citizen CHN->JPN 2020-07-01 775893 persons by JPN source u
)");
  const std::string words = plain_words(world.section(people_section));
  EXPECT_THAT(words, HasSubstr("citizens of China lived in Japan"));
  EXPECT_THAT(words, Not(HasSubstr("born in China")));
}

TEST(Rule21, BordersMovedPeopleDidNot) {
  const Economy world(R"(
pair RUS KAZ
edition 2022-12-31
source undesa_migrant_stock statistical_office "U"
coverage undesa_migrant_stock migrant_stock_born 1990..2020
observe migrant_stock_born RUS->KAZ 2020-07-01 2438935 persons by KAZ source undesa_migrant_stock
)");
  EXPECT_THAT(plain_words(world.section(people_section)), HasSubstr("the border moved, not they"));
}

TEST(Rule22, TheSumHasItsParts) {
  const Economy world(R"(
pair VEN COL
edition 2025-12-31
source unhcr_refugees statistical_office "Refugees" publisher UNHCR
coverage unhcr_refugees refugees 1951..2025
observe refugees VEN->COL end-2024 1097 persons by COL source unhcr_refugees
observe asylum_seekers VEN->COL end-2024 16320 persons by COL source unhcr_refugees
observe others_in_need VEN->COL end-2024 2810778 persons source unhcr_refugees
)");
  const auto section = world.section(people_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("2 828 195"));
  EXPECT_THAT(words, HasSubstr("1097 refugees, 16 320 asylum seekers and 2 810 778 others in need"));
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

// Who went back in a year is no part of who is there at its end, and UNRWA's people are none of UNHCR's: neither enters the sum.
TEST(Rule22, WhoWentBackAndWhomUnrwaRegistersStandApart) {
  const Economy world(R"(
pair PSE JOR
edition 2025-12-31
source unhcr_refugees statistical_office "Refugees" publisher UNHCR
coverage unhcr_refugees refugees 1951..2025
observe refugees PSE->JOR end-2025 900 persons source unhcr_refugees
observe asylum_seekers PSE->JOR end-2025 30 persons source unhcr_refugees
observe returned_refugees PSE->JOR 2025 4000 persons source unhcr_refugees
observe refugees_unrwa PSE->JOR end-2025 2398179 persons source unhcr_refugees
)");
  const auto section = world.section(people_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("at the end of 2025: 930, made of"));
  EXPECT_THAT(words, HasSubstr("Refugees who went back to Palestine from Jordan, counted apart from those who are there: 4000"));
  EXPECT_THAT(words, HasSubstr("Palestine refugees under UNRWA’s mandate in Jordan at the end of 2025: 2 398 179"));
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

// A live source's newer figures lead, with every part of one source; the older edition keeps the years that the newer does not reach, and the
// revision is said.
TEST(Rule22, TheNewestEditionLeadsAndTheRevisionIsSaid) {
  const Economy world(R"(
pair KAZ DEU
edition 2026-11-26
source a_live statistical_office "Refugees, live" publisher UNHCR as_of 2026-11-26
source unhcr_refugees statistical_office "Refugees" publisher UNHCR as_of 2025-12-31
coverage a_live refugees 2024..2026
coverage unhcr_refugees refugees 1951..2025
observe refugees KAZ->DEU end-2012 1627 persons source unhcr_refugees
observe refugees KAZ->DEU end-2013 84 persons source unhcr_refugees
observe refugees KAZ->DEU end-2025 384 persons source unhcr_refugees
observe asylum_seekers KAZ->DEU end-2025 150 persons source unhcr_refugees
observe others_in_need KAZ->DEU end-2025 7 persons source unhcr_refugees
observe refugees KAZ->DEU end-2025 390 persons source a_live
observe asylum_seekers KAZ->DEU end-2025 155 persons source a_live
)");
  const auto section = world.section(people_section);
  const std::string words = plain_words(section);
  EXPECT_THAT(words, HasSubstr("at the end of 2025: 545"));
  EXPECT_THAT(words, HasSubstr("390 refugees"));
  EXPECT_THAT(words, HasSubstr("others in need of protection: no figure"));
  EXPECT_THAT(words, ::testing::ContainsRegex("Revised: the edition of 31 December 2025 had 384 refugees.*, 150 asylum seekers"));
  EXPECT_THAT(words, HasSubstr("Between 2012 and 2013"));
  EXPECT_THAT(uncited_figures(section), IsEmpty());
}

TEST(Rule22, ASuddenFallIsADefinition) {
  const Economy world(R"(
pair UKR RUS
edition 2025-12-31
source unhcr_refugees statistical_office "Refugees" publisher UNHCR
coverage unhcr_refugees refugees 1951..2025
observe refugees UKR->RUS end-2023 1227554 persons by RUS source unhcr_refugees
observe refugees UKR->RUS end-2024 6894 persons by RUS source unhcr_refugees
)");
  EXPECT_THAT(plain_words(world.section(people_section)), HasSubstr("another definition, not a return of people"));
  const Economy unknown(R"(
pair AFG PAK
edition 2025-12-31
source other statistical_office "Refugees"
coverage other refugees 1951..2025
observe refugees AFG->PAK end-2023 1000000 persons by PAK source other
observe refugees AFG->PAK end-2024 9000 persons by PAK source other
)");
  EXPECT_THAT(plain_words(unknown.section(people_section)), HasSubstr("mostly another definition"));
}

TEST(Rule23, UndatedFlightsAreBadgedAndNeverAtAGlance) {
  constexpr std::string_view facts = R"(
pair DEU KAZ
edition 2025-12-31
source of crowd "Routes"
observe flights DEU->KAZ undated 3 routes note "FRA–ALA; airlines KC, LH" source of
observe migration_flow KAZ->DEU 2010-01..2014-12 0 persons origin modelled variant da_min source of
observe migration_flow KAZ->DEU 2010-01..2014-12 900 persons origin modelled variant da_pb source of
observe migration_flow KAZ->DEU 2005-01..2009-12 77 persons origin modelled variant mig_rate source of
)";
  // Of a thin pair a model's figures would be the most that there is.
  EXPECT_THAT(plain_words(Economy(facts).section(people_section)), Not(HasSubstr("Moved from")));
  std::string more(facts);
  for (int year = 2015; year < 2022; ++year) more += fmt::format("trade KAZ->DEU {} 1 usd_million by DEU source of\n", year);
  const Economy world(more);
  const std::string words = plain_words(world.section(people_section));
  EXPECT_THAT(words, HasSubstr("Routes by air from Germany to Kazakhstan: 3 undated (FRA–ALA; airlines KC, LH)"));
  EXPECT_THAT(words, HasSubstr("Moved from Kazakhstan to Germany, 2010 to 2014: 0 by da_min, 900 by da_pb modelled – methods of estimating, not counts, that may lie far apart"));
  EXPECT_THAT(words, Not(HasSubstr("77")));
  const std::string glance = plain_words(world.section(at_glance_section));
  EXPECT_THAT(glance, Not(HasSubstr("routes")));
  EXPECT_THAT(glance, Not(HasSubstr("900")));
}

TEST(People, VisaRuleOfTheNewestSnapshotWithoutBans) {
  const Economy world(R"(
pair DEU KAZ
edition 2025-12-31
source passport_index crowd "Passport Index"
trade KAZ->DEU 2015 1 usd_million by DEU source passport_index
trade KAZ->DEU 2016 1 usd_million by DEU source passport_index
trade KAZ->DEU 2017 1 usd_million by DEU source passport_index
trade KAZ->DEU 2018 1 usd_million by DEU source passport_index
trade KAZ->DEU 2019 1 usd_million by DEU source passport_index
trade KAZ->DEU 2020 1 usd_million by DEU source passport_index
observe visa_rule DEU->KAZ 2019-11-23 not_applicable text note "visa free" source passport_index
observe visa_rule DEU->KAZ 2021-01-25 not_applicable text note "covid ban" source passport_index
observe visa_rule DEU->KAZ 2025-01-12 30 text note "30" source passport_index
)");
  const std::string words = plain_words(world.section(people_section));
  EXPECT_THAT(words, HasSubstr("German citizens into Kazakhstan: 30 days without a visa, ordinary passports, 12 January 2025"));
  EXPECT_THAT(words, Not(HasSubstr("visa free in 2019"))) << "the list of 2019 gave no days: no change";
  EXPECT_THAT(words, Not(HasSubstr("covid ban")));
}

}  // namespace
}  // namespace comity::dossier
