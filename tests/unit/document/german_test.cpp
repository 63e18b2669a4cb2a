// Numbers and dates in German form: what base/number.hpp and base/date.hpp write, and nothing else.
#include <gtest/gtest.h>

#include "comity/base/date.hpp"
#include "comity/base/german.hpp"
#include "comity/base/number.hpp"
#include "comity/document/html.hpp"
#include "unit/document/sample_report.hpp"

namespace comity {
namespace {

TEST(German, NumbersHaveFullStopsAndACommaUnitsGermanWords) {
  EXPECT_EQ(in_german(human_number(1128201)), "1.128.201");
  EXPECT_EQ(in_german(human_number(-12345.678, 1)), "−12.345,7");
  EXPECT_EQ(in_german(human_number(1450)), "1450");
  EXPECT_EQ(in_german(human_money(8.75e9, "EUR")), "8,75\u00a0Mrd.\u00a0EUR");
  EXPECT_EQ(in_german(human_money(541585000, "USD")), "541,6\u00a0Mio.\u00a0USD");
  EXPECT_EQ(in_german(human_money(12.3e12, "USD")), "12,3\u00a0Bio.\u00a0USD");
  EXPECT_EQ(in_german(human_percent(2.3)), "2,3\u00a0%");
  EXPECT_EQ(in_german("1.2 bn \u2013 3.4 bn USD"), "1,2 Mrd. \u2013 3,4 Mrd. USD");
  EXPECT_EQ(in_german("1\u202f234\u00a0persons"), "1.234\u00a0Personen");
}

TEST(German, DatesHaveAFullStopBehindTheDay) {
  const auto date = [](const char* edtf) { return in_german(human_date(parse_edtf(edtf))); };
  EXPECT_EQ(date("1992-02-11"), "11. Februar 1992");
  EXPECT_EQ(date("2017-07"), "Juli 2017");
  EXPECT_EQ(date("2017"), "2017");
  EXPECT_EQ(date("1910~"), "etwa 1910");
  EXPECT_EQ(date("1939/1945"), "1939 bis 1945");
  EXPECT_EQ(date("2004/.."), "seit 2004");
  EXPECT_EQ(date("1992-02-11/1995-03-01"), "11. Februar 1992 bis 1. März 1995");
  EXPECT_EQ(date("2020-07-20/2020-07-22"), "20. bis 22. Juli 2020");
  EXPECT_EQ(date("2020-06-30/2020-07-02"), "30. Juni bis 2. Juli 2020");
}

// A full stop too many turns a thousand into one: what is not known to be a number is left alone.
TEST(German, SentencesNamesAndVersionsStay) {
  for (const char* text : {"May", "Version 4.0 of the list", "Germany exported 8.75 bn EUR", "1,234", "SITC 3.1", "https://example.org/1.5", "", "Nord Stream 2", "12.Mai", "1.2.3 beta"}) EXPECT_EQ(try_in_german(text), std::nullopt) << text;
  EXPECT_EQ(in_german("1992-02-11"), "1992-02-11");  // ISO 8601 is of no language
}

TEST(German, TablesTilesAndDrawingsTakeItSentencesDoNot) {
  using namespace document;
  Report report;
  Section section;
  section.id = "economy", section.title = "Economy";
  section.blocks.emplace_back(Paragraph{{Text{"In 2012 Germany exported "}, Figure{human_money(8.75e9, "EUR"), 8.75e9, "EUR"}}});
  Table table;
  table.caption = "Exports";
  table.columns = {{"Day", "", false}, {"Value", "", true}, {"Name", "", false}};
  table.rows = {{{Text{"11 February 1992"}}, {Figure{human_money(8.75e9, "EUR"), 8.75e9, "EUR"}}, {Text{"Version 4.0"}}}};
  section.blocks.emplace_back(table);
  section.blocks.emplace_back(Definitions{{{"People", {Figure{human_number(1128201), 1128201, "persons"}}}, {"Size", {Text{"Germany has "}, Figure{human_number(83456789), 83456789, "persons"}, Text{" people"}}}}});
  report.sections.push_back(section);
  const std::string english = html_parts(report).text, german = html_parts(report, "de").text;
  const auto holds = [](const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; };
  EXPECT_TRUE(holds(english, ">11 February 1992<"));
  EXPECT_TRUE(holds(german, ">11. Februar 1992<"));
  EXPECT_TRUE(holds(german, ">8,75\u00a0Mrd.\u00a0EUR</span></td>"));
  EXPECT_TRUE(holds(german, ">1.128.201</span>"));
  EXPECT_TRUE(holds(german, ">83\u202f456\u202f789</span>")) << "the line is a sentence";
  EXPECT_TRUE(holds(german, ">Version 4.0<"));
  EXPECT_TRUE(holds(german, ">8.75\u00a0bn\u00a0EUR</span></p>")) << "an English sentence has English numbers";
  EXPECT_TRUE(holds(german, "data-value=\"8750000000\""));
}

// Drawn once for all: what each language gets is what it would get alone.
TEST(German, OneDrawingServesEveryLanguage) {
  const auto report = document::sample_report();
  const std::vector<std::string> languages = {"de", "en", "fr"};
  const auto together = document::html_parts(report, languages);
  ASSERT_EQ(together.size(), 3u);
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const auto alone = document::html_parts(report, languages[i]);
    EXPECT_EQ(together[i].text, alone.text) << languages[i];
    EXPECT_EQ(together[i].sections, alone.sections) << languages[i];
  }
  EXPECT_NE(together[0].text, together[1].text);
  EXPECT_EQ(together[1].text, together[2].text);
}

}  // namespace
}  // namespace comity
