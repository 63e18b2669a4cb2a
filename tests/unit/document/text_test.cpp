#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/document/detail/inlines.hpp"
#include "comity/document/detail/series.hpp"
#include "comity/document/detail/terminal.hpp"
#include "comity/document/render.hpp"
#include "unit/document/sample_report.hpp"

namespace comity::document {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(TextRenderer, EightyColumnsHold) {
  for (const std::string& trap : {std::string(), std::string(" and a rather long tail of words that goes on and on"), std::string(120, 'x'), std::string("国際経済統計局")}) {
    for (const int width : {40, 80, 100}) {
      RenderOptions options;
      options.width = width;
      for (const std::string& line : lines_of(render_text(sample_report(trap), options))) {
        EXPECT_LE(display_width(line), static_cast<std::size_t>(width)) << line;
      }
    }
  }
}

TEST(TextRenderer, SaysTheSameThingsInTheSameOrder) {
  const std::string text = render_text(sample_report(), {});
  EXPECT_TRUE(text.starts_with("Aland – Beland\n"));
  EXPECT_LT(text.find("At a glance"), text.find("Economy"));
  EXPECT_LT(text.find("Economy"), text.find("What is not known"));
  EXPECT_THAT(text, HasSubstr("Relations  since 11 February 1992\u00a0[3]"));
  EXPECT_THAT(text, HasSubstr("4.6\u00a0bn USD (estimate)\u00a0[1,2]"));
  EXPECT_THAT(text, HasSubstr("Tourists: nothing in two sources. Ask the office."));
  EXPECT_THAT(text, HasSubstr("as A books them: 2004 confidential."));
  EXPECT_THAT(text, HasSubstr("[4]\u00a0pedia.csv, paragraph 1, flow1"));
  EXPECT_THAT(text, Not(HasSubstr("\033")));
}

TEST(TextRenderer, ASeriesIsASparklineWithItsGaps) {
  const std::string text = render_text(sample_report(), {});
  EXPECT_THAT(text, HasSubstr("2000 ▂▃▄▄·▆?▇██ 2009  4.6 bn in 2009"));
}

TEST(TextRenderer, BoldOnlyWhenAsked) {
  RenderOptions options;
  options.color = true;
  EXPECT_THAT(render_text(sample_report(), options), HasSubstr("\033[1mAt a glance\033[0m"));
}

TEST(TextRenderer, NoFieldReachesTheTerminalAsACode) {
  const std::string text = render_text(sample_report("\033[31m\x07\r\b\u009b2J\u202e"), {});
  for (const char c : text) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << static_cast<int>(c);
  EXPECT_EQ(text.find("\u009b"), std::string::npos);
  EXPECT_EQ(text.find("\u202e"), std::string::npos);
}

TEST(TextTable, NumbersAreAlignedAndWordsWrap) {
  const auto rows = text_table({{"Name", false}, {"Figure", true}}, {{"a long name of many words", "5"}, {"b", "1\u202f234"}}, 24);
  ASSERT_EQ(rows.size(), 5u);
  EXPECT_EQ(rows[0], "Name              Figure");
  EXPECT_EQ(rows[2], "a long name of         5");
  EXPECT_EQ(rows[3], "many words");
  EXPECT_EQ(rows[4], "b                  1\u202f234");
}

TEST(TextTable, WordsAmongNumbersWrap) {
  for (const std::string& row : text_table({{"Year", false}, {"A", true}, {"B", true}}, {{"Source", "Correlates of War Project, Trade", "Eurostat, Comext extracts"}, {"2014", "5\u202f770", "not reported"}}, 30)) {
    EXPECT_LE(display_width(row), 30u) << row;
    EXPECT_EQ(row.find(':'), std::string::npos) << "side by side, not stacked";
  }
}

TEST(TextTable, MarksAreNotCut) {
  const auto rows = text_table({{"Firm", false}, {"Said by", false}}, {{"a firm with a rather long name of its own", "Wikipedia contributors\u00a0[177,178]"}}, 34);
  EXPECT_THAT(rows, testing::Contains(testing::HasSubstr("[177,178]")));
}

TEST(TextTable, WhoSaysItGoesToTheLabelsOfStackedRows) {
  const auto rows = text_table({{"Year", false}, {"A", true}, {"A", true}}, {{"Source", "Office, revision of 2020", "Bank, a model"}, {"2014", "11111111111111111111", "–"}, {"2013", "–", "22222222222222222222"}}, 40);
  EXPECT_THAT(rows, testing::ElementsAre("Year: 2014", "A, Office, revision of 2020:", "  11111111111111111111", "", "Year: 2013", "A, Bank, a model: 22222222222222222222"));
}

TEST(TextTable, StacksWhatCannotStandSideBySide) {
  const auto rows = text_table({{"First", true}, {"Second", true}}, {{"11111111111111111111", "22222222222222222222"}}, 40);
  EXPECT_THAT(rows, testing::ElementsAre("First: 11111111111111111111", "Second: 22222222222222222222"));
}

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width("Астана"), 6u);
  EXPECT_EQ(display_width("e\u0301"), 1u);
  EXPECT_EQ(display_width("日本"), 4u);
  EXPECT_EQ(display_width("\033[1mbold\033[0m"), 4u);
}

TEST(Series, LinesNeverCrossAGapAHoleOrASuspectPoint) {
  Series series;
  for (const double x : {1990.0, 1991.0, 1992.0, 1993.0, 1996.0, 1997.0, 1998.0}) series.points.push_back({x, 5.0, "", "", false});
  series.points[1].y.reset();
  series.points[5].suspect = true;
  const auto stretches = joined_stretches(series, false);
  ASSERT_EQ(stretches.size(), 4u);  // 1990 | 1992–1993 | 1996 | 1998
  EXPECT_EQ(stretches[1].size(), 2u);
  EXPECT_EQ(stretches[2].front().x, 1996);
}

TEST(Series, ZeroIsNoPointOnALogScale) {
  EXPECT_FALSE(is_drawn({2000, 0.0, "", "", false}, true));
  EXPECT_TRUE(is_drawn({2000, 0.0, "", "", false}, false));
}

TEST(Series, AxisWordsAreRoundAndHaveAMinus) {
  EXPECT_EQ(axis_words(2.5e9, 2.5e9), "2.5\u00a0bn");
  EXPECT_EQ(axis_words(4e6, 2e6), "4\u00a0million");
  EXPECT_EQ(axis_words(-20, 20), "−20");
  EXPECT_EQ(axis_words(0, 20), "0");
  EXPECT_EQ(year_words(2017), "2017");
  EXPECT_EQ(year_words(2017 + 6.0 / 12), "July\u00a02017");
}

TEST(Inlines, RunsOfFootnotesAreShort) {
  const std::vector<CitationIndex> cites = {0, 1, 2, 3, 6, 8, 9};
  EXPECT_EQ(number_runs(cites), "1–4, 7, 9, 10");
}

}  // namespace
}  // namespace comity::document
