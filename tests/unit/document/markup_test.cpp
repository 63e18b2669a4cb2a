#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/base/error.hpp"
#include "comity/document/detail/wikitext_parts.hpp"
#include "comity/document/render.hpp"
#include "unit/document/sample_report.hpp"

namespace comity::document {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(Renderers, AreFoundByNameAndListedOtherwise) {
  EXPECT_EQ(renderers().size(), 5u);
  EXPECT_EQ(find_renderer("markdown").extension, std::string("md"));
  try {
    find_renderer("pdf");
    FAIL() << "no such format";
  } catch (const UsageError& error) {
    EXPECT_THAT(error.what(), HasSubstr("\"pdf\""));
    EXPECT_THAT(error.hint(), HasSubstr("html, markdown, wikitext, json, text"));
  }
}

TEST(Renderers, GiveTheSameBytesEachTime) {
  for (const Renderer& renderer : renderers()) {
    const std::string first = renderer.render(sample_report(), {});
    EXPECT_FALSE(first.empty()) << renderer.name;
    EXPECT_TRUE(first.ends_with('\n')) << renderer.name;
    EXPECT_EQ(first, renderer.render(sample_report(), {})) << renderer.name;
  }
}

TEST(Renderers, TakeAnEmptyReport) {
  for (const Renderer& renderer : renderers()) EXPECT_NO_THROW(renderer.render(Report{}, {})) << renderer.name;
}

TEST(Renderers, IgnoreACitationThatDoesNotExist) {
  Report report = sample_report();
  report.sections[0].blocks.push_back(Paragraph{{Text{"Nothing"}, Cite{{999}}}});
  for (const Renderer& renderer : renderers()) EXPECT_NO_THROW(renderer.render(report, {})) << renderer.name;
  EXPECT_THAT(render_text(report, {}), Not(HasSubstr("1000")));
}

// --- Markdown -----------------------------------------------------------------------------------------------------

TEST(MarkdownRenderer, HasFootnotesAndTables) {
  const std::string text = render_markdown(sample_report(), {});
  EXPECT_TRUE(text.starts_with("# Aland – Beland\n"));
  EXPECT_THAT(text, HasSubstr("- **Relations:** since 11 February 1992[^3]"));
  EXPECT_THAT(text, HasSubstr("| Year | Imports (million USD) | Note |\n| --- | ---: | --- |\n| 2008 | 4\u202f200[^1] | revised |"));
  EXPECT_THAT(text, HasSubstr("\n[^1-2]: [Office of Samples: Sample trade, 2.0](https://example.org/trade?a=1&b=): trade.csv, row 1, flow1; row 2, flow1."));
  EXPECT_THAT(text, HasSubstr("\n[^4]: "));
  EXPECT_THAT(text, HasSubstr("### Trade\n"));
}

// Drawings stand in fenced blocks, where nothing but the fence itself is markup.
std::string outside_fences(const std::string& text) {
  std::string out;
  std::istringstream in(text);
  bool fenced = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) fenced = !fenced;
    else if (!fenced) out += line + '\n';
  }
  EXPECT_FALSE(fenced);
  return out;
}

TEST(MarkdownRenderer, NoFieldBecomesMarkup) {
  const std::string text = outside_fences(render_markdown(sample_report("|<b>*x*</b>[y](javascript:z)\n```"), {}));
  for (const char* markup : {"<b>", " |<", "[y]", "*x*<"}) EXPECT_EQ(text.find(markup), std::string::npos) << markup;
  EXPECT_NE(text.find("\\|&lt;b&gt;\\*x\\*"), std::string::npos);
}

TEST(MarkdownRenderer, OnlyWebAddressesBecomeLinks) {
  Report report = sample_report();
  report.sections[0].blocks.push_back(Paragraph{{Link{"press me", "javascript:alert(1)"}}});
  EXPECT_THAT(render_markdown(report, {}), Not(HasSubstr("javascript")));
}

// --- Wikitext -----------------------------------------------------------------------------------------------------

TEST(WikitextRenderer, ANameHasItsArticleInASentence) {
  Report report;
  report.name_a = "United Kingdom", report.text_a = "the United Kingdom";
  report.name_b = "India", report.text_b = "India";
  EXPECT_THAT(render_wikitext(report, {}), HasSubstr("'''United Kingdom–India relations''' are the relations between the [[United Kingdom]] and [[India]]."));
}

TEST(WikitextRenderer, IsAnArticleToStartFrom) {
  const std::string text = render_wikitext(sample_report(), {});
  EXPECT_THAT(text, HasSubstr("'''Aland–Beland relations''' are"));
  EXPECT_THAT(text, HasSubstr("\n== Economy ==\n"));
  EXPECT_THAT(text, HasSubstr("\n=== Trade ===\n"));
  EXPECT_THAT(text, HasSubstr("{| class=\"wikitable"));
  EXPECT_THAT(text, HasSubstr("<ref name=\"trade-trade.csv\">{{cite web |title=Sample trade |url=https://example.org/trade?a=1&b= |publisher=Office of Samples"));
  EXPECT_THAT(text, HasSubstr("<ref name=\"trade-trade.csv\" />"));
  EXPECT_THAT(text, HasSubstr("{{reflist}}"));
  EXPECT_EQ(text.find("<ref name=\"trade-trade.csv\">"), text.rfind("<ref name=\"trade-trade.csv\">")) << "written out once";
}

// rules.md 9
TEST(WikitextRenderer, LeavesOutWhatOnlyUncitableSourcesSay) {
  const std::string text = render_wikitext(sample_report(), {});
  EXPECT_THAT(text, Not(HasSubstr("encyclopaedia alone")));
  EXPECT_THAT(text, Not(HasSubstr("Pedia item")));
  EXPECT_THAT(text, Not(HasSubstr("pedia only")));
  EXPECT_THAT(text, Not(HasSubstr("7777")));
  EXPECT_THAT(text, Not(HasSubstr("only the encyclopaedia knows")));
  EXPECT_THAT(text, Not(HasSubstr("Somepedia")));
  EXPECT_THAT(text, HasSubstr("An item with a source"));
}

TEST(WikitextRenderer, LeavesOutFiguresWithoutASource) {
  Report report = sample_report();
  report.sections[1].blocks.push_back(Paragraph{{Text{"It is an island"}, Cite{{0}}, Text{". It is "}, Figure{"31415", 31415, ""}, Text{". The sea lies between them."}}});
  const std::string text = render_wikitext(report, {});
  EXPECT_THAT(text, Not(HasSubstr("31415")));
  EXPECT_THAT(text, HasSubstr("The sea lies between them."));
}

TEST(WikitextRenderer, ARemarkWithoutAStatementIsNoSection) {
  Report report = sample_report();
  Section remarks;
  remarks.id = "posts", remarks.title = "Posts of both";
  remarks.blocks.push_back(Paragraph{{Text{"Few lists cover posts."}}});
  remarks.blocks.push_back(List{{{Text{"Before 1990: another pair"}}}});
  report.sections.push_back(remarks);
  EXPECT_THAT(render_wikitext(report, {}), AllOf(Not(HasSubstr("Posts of both")), Not(HasSubstr("Few lists")), Not(HasSubstr("another pair"))));
  report.sections.back().blocks.insert(report.sections.back().blocks.begin(), Paragraph{{Text{"There is an embassy"}, Cite{{0}}, Text{"."}}});
  EXPECT_THAT(render_wikitext(report, {}), AllOf(HasSubstr("There is an embassy"), HasSubstr("Few lists cover posts."), Not(HasSubstr("another pair"))));
}

// Where an encyclopaedia and another list name one thing, the other list stays in its cell; an age leaves no blank before a full stop.
TEST(WikitextRenderer, KeepsTheCitableOfTwoSourcesInACell) {
  Report report = sample_report();
  Table table;
  table.columns = {{"Post", "", false}, {"Listed by", "", false}};
  table.rows = {{{Text{"Embassy"}}, {Text{"Pedia in 2025"}, Cite{{3}}, Text{"; Office in 2022"}, Cite{{0}}}}};
  report.sections[2].blocks = {table, Paragraph{{Text{"It was listed"}, Cite{{0}}, Text{"; the newest is of 2022 "}, Badge{"3 years old", Badge::age}, Cite{{0}}, Text{"."}}}};
  const std::string text = render_wikitext(report, {});
  EXPECT_THAT(text, HasSubstr("| Embassy\n| Office in 2022<ref name=\"trade-trade.csv\" />"));
  EXPECT_THAT(text, Not(HasSubstr("Pedia in 2025")));
  EXPECT_THAT(text, HasSubstr("; the newest is of 2022<ref"));
}

// A mark speaks for the words before it: what an uncitable one says does not hide behind the next one's source.
TEST(WikitextRenderer, AClauseOfAnUncitableSourceGoesAlone) {
  Report report = sample_report();
  report.sections[2].blocks = {Paragraph{{Text{"They met in 1992"}, Cite{{0}}, Text{"; the meadow was green"}, Cite{{3}}, Text{". It rained. Snow fell"}, Cite{{3}}, Text{" and hail"}, Cite{{1}}, Text{"."}}},
                               Paragraph{{Text{"The moon rose"}, Cite{{3}}, Text{"; the sun set"}, Cite{{0}}, Text{"."}}}, Paragraph{{Text{"Both say so"}, Cite{{3}}, Cite{{0}}, Text{"."}}}};
  const std::string text = render_wikitext(report, {});
  EXPECT_THAT(text, HasSubstr("They met in 1992<ref name=\"trade-trade.csv\" />. It rained.\n"));
  EXPECT_THAT(text, Not(HasSubstr("meadow")));
  EXPECT_THAT(text, Not(HasSubstr("Snow")));
  EXPECT_THAT(text, Not(HasSubstr("moon")));
  EXPECT_THAT(text, HasSubstr("\nThe sun set<ref"));
  EXPECT_THAT(text, HasSubstr("Both say so<ref"));
}

// What was said of a statement falls with it, be it a second sentence, the rest of the first, or the words of an item before its mark.
TEST(WikitextRenderer, NothingIsLeftOfAStatementThatFell) {
  Report report = sample_report();
  report.sections[2].blocks = {Paragraph{{Text{"Another year is 1991"}, Cite{{3}}, Text{"; see elsewhere. It names no month. They met in 1992"}, Cite{{0}}, Text{". It rained."}}},
                               List{{{Text{"They share a history. – an encyclopaedia"}, Cite{{3}}}, {Text{"They share a border"}, Cite{{0}}}}}};
  const std::string text = render_wikitext(report, {});
  EXPECT_THAT(text, Not(HasSubstr("see elsewhere")));
  EXPECT_THAT(text, Not(HasSubstr("no month")));
  EXPECT_THAT(text, HasSubstr("They met in 1992<ref"));
  EXPECT_THAT(text, HasSubstr("It rained."));
  EXPECT_THAT(text, Not(HasSubstr("share a history")));
  EXPECT_THAT(text, HasSubstr("share a border"));
}

// A row that names the columns' sources speaks for the rows under it.
TEST(WikitextRenderer, AColumnOfAnUncitableSourceIsBlank) {
  Report report = sample_report();
  Table table;
  table.columns = {{"Year", "", false}, {"Good", "", true}, {"Bad", "", true}};
  table.rows = {{{Text{"Source"}}, {Text{"Office"}, Cite{{0}}}, {Text{"Pedia"}, Cite{{3}}}}, {{Text{"2001"}}, {Text{"111"}}, {Text{"222"}}}, {{Text{"2002"}}, {}, {Text{"333"}}}};
  report.sections[1].blocks = {table};
  const std::string text = render_wikitext(report, {});
  EXPECT_THAT(text, HasSubstr("| 2001\n| style=\"text-align: right\" | 111\n"));
  EXPECT_THAT(text, Not(HasSubstr("222")));
  EXPECT_THAT(text, Not(HasSubstr("Pedia<")));
  EXPECT_THAT(text, Not(HasSubstr("2002"))) << "nothing but its year is left";
}

TEST(WikitextRenderer, NoFieldBecomesMarkup) {
  const std::string text = render_wikitext(sample_report("}}|[[x]]{{y}}<ref>''z''~~~~=\n== h =="), {});
  for (const char* markup : {"}}|", "[[x", "{{y", "<ref>", "''z", "~~~~", "\n== h"}) EXPECT_EQ(text.find(markup), std::string::npos) << markup;
}

TEST(Sentences, AreCutAfterTheirMarks) {
  const auto parts = split_sentences({Text{"One happened"}, Cite{{0}}, Text{". Two happened."}, Cite{{1}}, Text{" Three by the U.S. Army in 1992. Four"}});
  ASSERT_EQ(parts.size(), 4u);
  EXPECT_EQ(parts[1].size(), 2u);
  EXPECT_EQ(std::get<Text>(parts[2][0]).text, " Three by the U.S. Army in 1992.");
}

}  // namespace
}  // namespace comity::document
