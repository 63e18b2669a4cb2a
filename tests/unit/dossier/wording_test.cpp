// Numbers, names and citations as a reader of English expects them.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

TEST(Words, ColumnsNameStatesWithTheirArticle) {
  const World world("pair NLD USA\nedition 2025-12-31\nobserve migrant_stock_born NLD->USA 2020-07-01 90000 persons by USA source un variant rev2020\n"
                    "observe migrant_stock_born NLD->USA 2015-07-01 80000 persons by USA source un variant rev2020\n");
  for (const auto& block : world.section(people_section).blocks) {
    const auto* table = std::get_if<document::Table>(&block);
    for (const auto& column : table ? table->columns : std::vector<document::Table::Column>{}) EXPECT_THAT(column.title, Not(HasSubstr("in United")));
  }
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

TEST(Words, BelowZeroStandsAMinusSign) {
  EXPECT_EQ(human_number(-12345), "−12\u202f345");
  EXPECT_EQ(human_money(-81.7e6, "USD"), "−81.7\u00a0million\u00a0USD");
  EXPECT_EQ(human_percent(-3.25, 1), "−3.2\u00a0%");
  EXPECT_EQ(human_number(-0.2), "0");
}

}  // namespace
}  // namespace comity::dossier
