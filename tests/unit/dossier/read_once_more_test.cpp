// A second reading of dossiers drawn at random: sentences that a desk officer would call wrong, and figures told with more or less than
// they hold. (The first: read_as_an_editor_test.cpp.)
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/disagreements.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"
#include "tests/unit/dossier/economy_world.hpp"

namespace comity::dossier {
namespace {

using test::Economy;
using test::items_of;
using test::plain_words;
using test::words_of;
using test::World;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

auto found_in(const World& world) { return find_disagreements(world.facts(), world.context()); }

std::string cow(std::string_view pair, std::string_view lines) {
  return "pair " + std::string(pair) + "\nedition 2025-12-31\nsource cow_trade_4_0 scholarly \"COW Trade\" as_of 2014-12-31\n" + std::string(lines);
}

TEST(Rule02, ADayWithinASpanIsNotADuration) {
  const World world("pair ARE EGY\nedition 2025-12-31\nrelations ARE EGY 1972-01-10 source list\nsevered ARE EGY 1979-04-25 source list\nresumed ARE EGY 1979-04-26/2025-11 source list\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, Not(HasSubstr("from 26 April 1979 to")));
  EXPECT_THAT(words, HasSubstr("resumed diplomatic relations at a date between 26 April 1979 and November 2025 that no source read here gives"));
}

TEST(Rule08, OneVoiceWithTwoDatesPointsToNoSectionThatIsSilent) {
  const World one("pair AFG TUR\nedition 2025-12-31\nrelations AFG TUR 1921-03-01 source list\nrelations AFG TUR 1926-02-24 source list\n");
  EXPECT_THAT(words_of(one.section(relations_section)), AllOf(HasSubstr("24 February 1926 by list."), Not(HasSubstr("Where the sources disagree"))));
  const World two("pair AFG TUR\nedition 2025-12-31\nsource historian scholarly \"Historian\"\nsource paper press \"Paper\"\nrelations AFG TUR 1921-03-01 source historian\nrelations AFG TUR 1926-02-24 source paper\n");
  EXPECT_THAT(words_of(two.section(relations_section)), HasSubstr("see “Where the sources disagree”"));
}

TEST(Rule05, RelationsWithoutADateAreOfTheListsDay) {
  const World world("pair NOR SRB\nedition 2026-04-13\nsource wiki crowd \"List\" as_of 2025-11\nrelations NOR SRB \"\" source wiki\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, Not(HasSubstr("have had")));
  EXPECT_THAT(words, HasSubstr("had diplomatic relations according to"));
  EXPECT_THAT(words, HasSubstr("(as of November 2025); the date at which they took them up is not given."));
}

TEST(Rule03, AnEmbassyOfThreeListsIsOneDisagreement) {
  const World world("pair MAR DZA\nedition 2025-12-31\nsevered MAR DZA 2021-08-24 source press\nembassy DZA->MAR \"Rabat\" listed 2022-11-16 source posts\nembassy DZA->MAR \"Rabat\" listed 2025-11-30 source list\n"
                    "embassy MAR->DZA \"Algiers\" listed 2025-11-30 source list\n");
  const auto found = found_in(world);
  ASSERT_EQ(found.size(), 2u) << "one for each of the two embassies, not one for each list";
  EXPECT_THAT(found[0].said, AllOf(HasSubstr("on 16 November 2022"), HasSubstr("on 30 November 2025"), HasSubstr("named one in Rabat")));
  EXPECT_DOUBLE_EQ(found[0].size, 1559) << "days from the break to the newest list";
}

TEST(Rule03, AConsulateBesideAConsulateGeneralOfAnotherListIsThatPost) {
  const World world("pair GBR AUS\nedition 2025-12-31\nembassy GBR->AUS \"Canberra\" listed 2025-11-30 source list\nmission consulate_general GBR->AUS \"Brisbane\" listed 2025-11-30 source list\n"
                    "mission consulate GBR->AUS \"Brisbane\" listed 2022-11-16 source posts\nmission consulate GBR->AUS \"Canberra\" listed 2022-11-16 source posts\nmission consulate GBR->AUS \"Perth\" listed 2022-11-16 source posts\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, HasSubstr("a consulate general in Brisbane and a consulate in Perth"));
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("two other posts"));
}

TEST(Rule03, OnePostIsNotTheseAll) {
  const World world("pair ARM PHL\nedition 2025-12-31\nmission honorary_consulate PHL->ARM \"Yerevan\" listed 2025-11-30 source list\n");
  EXPECT_THAT(words_of(world.section(missions_section)), AllOf(HasSubstr("It is no embassy."), Not(HasSubstr("None of these"))));
}

TEST(Rule11, ARoundedMillionContradictsNothingWithinHalfAMillion) {
  const Economy world(cow("FIN YMD", "trade FIN->YMD 1988 652570 usd by FIN fob source list\ntrade FIN->YMD 1988 1 usd_million by YMD cif source cow_trade_4_0\n"));
  EXPECT_TRUE(found_in(world).empty());
  const std::string words = plain_words(world.section(trade_section));
  EXPECT_THAT(words, Not(HasSubstr("53 %")));
  EXPECT_THAT(words, HasSubstr("one of the two is rounded to whole millions, and so far they agree."));
}

TEST(Rule11, BeyondTheRoundingTheDistanceIsALeast) {
  const Economy world(cow("FIN YMD", "trade FIN->YMD 1988 0.1 usd_million by FIN fob source list\ntrade FIN->YMD 1988 2 usd_million by YMD cif source cow_trade_4_0\n"));
  const auto found = found_in(world);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_DOUBLE_EQ(found[0].size, 15) << "1.5 million at the least, against 0.1";
  EXPECT_THAT(found[0].said, HasSubstr("differ by at least a factor of 15"));
}

TEST(Rule15, FreightAndInsuranceContradictNobody) {
  const Economy world("pair DEU JPN\nedition 2025-12-31\ntrade DEU->JPN 2012 21700 usd_million by DEU fob source list\ntrade DEU->JPN 2012 24700 usd_million by JPN cif source other\n");
  EXPECT_TRUE(found_in(world).empty());
  EXPECT_THAT(plain_words(world.section(trade_section)), HasSubstr("14 % higher")) << "the difference is told all the same";
  const Economy less("pair DEU JPN\nedition 2025-12-31\ntrade DEU->JPN 2012 24700 usd_million by DEU fob source list\ntrade DEU->JPN 2012 21700 usd_million by JPN cif source other\n");
  EXPECT_EQ(found_in(less).size(), 1u) << "freight makes no buyer's figure smaller";
}

TEST(Words, WhatIsNotNothingIsNotPrintedAsNought) {
  EXPECT_EQ(scaled_number(0.005413, 1), "0.0054");
  EXPECT_EQ(scaled_number(0.00000001, 1), "under 0.000001");
  EXPECT_EQ(scaled_number(0, 1), "0");
  EXPECT_EQ(scaled_number(12.34, 1), "12.3");
  EXPECT_EQ(scaled_number(-0.004, 1), "−0.004");
}

TEST(Words, AConvertedFigureHasThreeDigits) {
  EXPECT_EQ(converted_money(729672, "EUR"), "≈ 730\u202f000\u00a0EUR");
  EXPECT_EQ(converted_money(2254.3, "EUR"), "≈ 2250\u00a0EUR");
  EXPECT_EQ(converted_money(412.4, "EUR"), "≈ 412\u00a0EUR");
}

TEST(Words, TerritoriesAndZonesHaveTheirArticle) {
  const World world("pair PCZ NTZ\nedition 2025-12-31\n");
  const auto& states = *world.context().states;
  const auto name = [&](const char* key) { return in_text(states.state(states.by_key(key))); };
  EXPECT_EQ(name("PCZ"), "the Panama Canal Zone");
  EXPECT_EQ(name("NTZ"), "the Neutral Zone (Saudi Arabia–Iraq)");
  EXPECT_EQ(name("IMN"), "the Isle of Man");
  EXPECT_EQ(name("IOT"), "the British Indian Ocean Territory");
  EXPECT_EQ(name("ATF"), "the French Southern Territories");
  EXPECT_EQ(name("SGS"), "South Georgia and the South Sandwich Islands");
  EXPECT_EQ(name("GMB"), "the Gambia");
}

TEST(Rule06, WhatWasATerritoryKeptNoRelationsEither) {
  const World antilles("pair ANT GUY\nedition 2025-12-31\n");
  EXPECT_THAT(words_of(antilles.section(at_glance_section)), HasSubstr("a territory keeps no diplomatic relations of its own"));
  const World zanzibar("pair ZANZIBAR PHL\nedition 2025-12-31\n");
  EXPECT_THAT(words_of(zanzibar.section(at_glance_section)), Not(HasSubstr("a territory")));
  const World zone("pair PCZ ITA\nedition 2025-12-31\n");
  EXPECT_THAT(items_of(zone.section(history_section)), Not(HasSubstr("Sicilies")));
}

TEST(Rule26, ALeavingOfLongAgoIsNoMatterOfTheTwo) {
  const World world("pair PRK GBR\nedition 2025-12-31\norganization EFTA \"European Free Trade Association\"\nmember EFTA GBR from 1960-05-03 to 1972-12-31\n"
                    "organization EU \"European Union\"\nmember EU GBR from 1973-01-01 to 2020-01-31\n");
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, Not(HasSubstr("EFTA")));
  EXPECT_THAT(words, HasSubstr("left the EU"));
}

TEST(Words, AnOfficeInASentenceHasItsArticle) {
  facts::Source source;
  source.publisher = "Government of Serbia";
  EXPECT_EQ(publisher_in_text(source), "the Government of Serbia");
  source.publisher = "OECD";
  EXPECT_EQ(publisher_in_text(source), "OECD");
}

TEST(Citations, ACellOfAWorkbookIsFoundBySheetAndRow) {
  World world("pair DEU KAZ\nedition 2025-12-31\nobserve fdi_outward_stock DEU->KAZ end-2018 541 usd_million by DEU source imf_cdis\n");
  facts::Provenance from = world.facts().observations.front().from_where;
  from.record = 5487, from.column = 29;
  facts::SourceFile& file = world.context().files[from.file.value];
  file.columns = {"sheet", "row", "column", "text", "type", "formula"};
  file.sheet_rows = {{1, "Notes", 1, 2, 1}, {3, "Inward 2018", 5, 300, 40}};
  CitationBook book(world.context());
  book.enter(from);
  EXPECT_EQ(book.citations().front().record, "sheet 'Inward 2018', row 142");  // 5 + (5487 - 3) / 40
  EXPECT_EQ(book.citations().front().column, "column AC");
  facts::Provenance beside = from, below = from, elsewhere = from;
  beside.record = 5488, below.record = 5530, elsewhere.record = 2;
  book.enter_rows(std::vector{from, beside, below, elsewhere});
  EXPECT_EQ(book.citations().back().record, "sheet 'Inward 2018', rows 142, 143; sheet 'Notes', row 2");
}

TEST(Rule26, AYearHasNoLastDay) {
  const World world("pair URY CUB\nedition 2025-12-31\norganization IMF \"International Monetary Fund\"\nmember IMF CUB from 1946-03-14 to 1964-04-02\nmember IMF URY from 1946-03-11\n"
                    "organization CBSS \"Council of the Baltic Sea States\"\nmember CBSS CUB from 1992 to 2022-05\n");
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, HasSubstr("(last day 2 April 1964)"));
  EXPECT_THAT(words, HasSubstr("(in May 2022)"));
}

TEST(Rule16, AFewMillionsAreNoOil) {
  const Economy chad("pair RUS TCD\nedition 2025-12-31\ntrade RUS->TCD 2012 0.3 usd_million by RUS fob source list\ntrade RUS->TCD 2012 16 usd_million by TCD cif source other\n");
  EXPECT_THAT(plain_words(chad.section(trade_section)), Not(HasSubstr("oil")));
  const Economy germany("pair RUS DEU\nedition 2025-12-31\ntrade RUS->DEU 2012 23000 usd_million by RUS fob source list\ntrade RUS->DEU 2012 50000 usd_million by DEU cif source other\n");
  EXPECT_THAT(plain_words(germany.section(trade_section)), HasSubstr("Russian oil"));
}

}  // namespace
}  // namespace comity::dossier
