#include <algorithm>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "comity/document/detail/html_text.hpp"
#include "comity/document/render.hpp"
#include "unit/document/sample_report.hpp"

namespace comity::document {
namespace {

// Without printing a page of many thousand letters when it fails.
bool has(const std::string& page, std::string_view what) { return page.find(what) != std::string::npos; }

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t n = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++n;
  return n;
}

std::vector<std::string> attribute_values(const std::string& page, const std::string& name) {
  std::vector<std::string> out;
  const std::string begin = " " + name + "=\"";
  for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at + 1)) {
    const auto from = at + begin.size();
    out.push_back(page.substr(from, page.find('"', from) - from));
  }
  return out;
}

// The names of all tags in order; every open one is closed in turn (void elements and "/>" aside).
void check_balance(const std::string& page) {
  static const std::set<std::string> void_elements = {"meta", "br", "!doctype"};
  std::vector<std::string> open;
  std::string text = page;
  for (const auto& [begin, end] : {std::pair<std::string, std::string>{"<style>", "</style>"}, {"<script>", "</script>"}}) {
    const auto from = text.find(begin) + begin.size();
    text.erase(from, text.find(end) - from);
  }
  for (auto at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
    const auto close = text.find('>', at);
    ASSERT_NE(close, std::string::npos);
    const std::string tag = text.substr(at + 1, close - at - 1);
    std::string name = tag.substr(0, tag.find_first_of(" \n"));
    if (name.starts_with('/')) {
      ASSERT_FALSE(open.empty()) << tag;
      ASSERT_EQ(open.back(), name.substr(1));
      open.pop_back();
    } else if (!tag.ends_with('/') && !void_elements.contains(name)) {
      open.push_back(name);
    }
  }
  EXPECT_TRUE(open.empty());
}

TEST(HtmlRenderer, IsOneWholePage) {
  const std::string page = render_html(sample_report(), {});
  EXPECT_TRUE(page.starts_with("<!doctype html>\n<html lang=\"en\""));
  EXPECT_LT(page.find(html_marker), 200u);
  EXPECT_TRUE(has(page, "<title>Aland – Beland</title>"));
  EXPECT_TRUE(has(page, "<a class=\"skip\" href=\"#main\">"));
  EXPECT_TRUE(has(page, "prefers-color-scheme: dark"));
  EXPECT_TRUE(has(page, "@media print"));
  check_balance(page);
}

TEST(HtmlRenderer, FetchesNothing) {
  const std::string page = render_html(sample_report(), {});
  for (const char* fetcher : {"<link", "<img", "<iframe", "src=", "@import", "url(http", "<object", "<form"}) EXPECT_EQ(page.find(fetcher), std::string::npos) << fetcher;
  EXPECT_TRUE(has(page, "default-src 'none'"));
  EXPECT_EQ(count(page, "<script"), 1u);
}

TEST(HtmlRenderer, IdsAreUniqueAndLinksInsideThePageArrive) {
  Report report = sample_report();
  report.sections.push_back(report.sections[0]);  // two sections of one name
  const std::string page = render_html(report, {});
  const auto ids = attribute_values(page, "id");
  const std::set<std::string> unique(ids.begin(), ids.end());
  EXPECT_EQ(unique.size(), ids.size());
  for (const std::string& href : attribute_values(page, "href")) {
    if (href.starts_with('#')) {
      EXPECT_TRUE(unique.contains(href.substr(1))) << href;
    }
  }
  for (const std::string& names : attribute_values(page, "aria-labelledby")) {
    std::istringstream in(names);
    for (std::string name; in >> name;) EXPECT_TRUE(unique.contains(name)) << name;
  }
}

TEST(HtmlRenderer, MarksAndNotesJumpBothWays) {
  const std::string page = render_html(sample_report(), {});
  EXPECT_TRUE(has(page, "<a href=\"#note-1\" role=\"doc-noteref\" aria-label=\"Note 1\">1</a>"));
  EXPECT_TRUE(has(page, "<li id=\"note-1\""));
  EXPECT_TRUE(has(page, "role=\"doc-backlink\""));
  EXPECT_TRUE(has(page, "<a href=\"#note-1\" role=\"doc-noteref\" aria-label=\"Notes 1–3\">1–3</a>"));
  EXPECT_TRUE(has(page, "<span class=\"side\" aria-hidden=\"true\">"));
}

// Facts that no section shows have sources too: those stand in the JSON, not in the page.
TEST(HtmlRenderer, NotesAreThoseThatTheTextNames) {
  Report report = sample_report();
  report.citations.push_back(report.citations[0]);
  report.citations.back().record = "row of a fact not shown";
  EXPECT_FALSE(has(render_html(report, {}), "row of a fact not shown"));
}

TEST(HtmlRenderer, AFigureHoldsItsExactValue) {
  EXPECT_TRUE(has(render_html(sample_report(), {}), "<span class=\"figure\" data-value=\"4600000000.5\" data-unit=\"USD\" title=\"4\u202f600\u202f000\u202f000.5\u00a0USD\">4.6\u00a0bn USD</span>"));
}

TEST(HtmlRenderer, TablesHaveScopesAndTheirOwnBox) {
  const std::string page = render_html(sample_report(), {});
  EXPECT_TRUE(has(page, "<th scope=\"col\" class=\"number\">Imports <span class=\"unit\">million USD</span></th>"));
  EXPECT_TRUE(has(page, "<th scope=\"row\">2008</th>"));
  EXPECT_TRUE(has(page, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Trade by year\">"));
  EXPECT_TRUE(has(page, "<details class=\"fold\"><summary>Trade by year <span class=\"count\">3 rows</span></summary>"));
}

TEST(HtmlRenderer, DrawingsSayInWordsWhatTheyShow) {
  const std::string page = render_html(sample_report(), {});
  const std::size_t drawings = count(page, "role=\"img\"");
  EXPECT_EQ(drawings, 6u);  // lines, bars, and map and timeline for wide and narrow screens
  EXPECT_GE(count(page, "<desc id="), drawings);
  EXPECT_TRUE(has(page, "as A books them: 1\u00a0bn\u00a0USD in 2000, 4.6\u00a0bn\u00a0USD in 2009."));
}

// A gap is a gap, a suspect point stands alone: the line of ten years with two such is cut in three.
TEST(HtmlRenderer, LinesBreakAtGapsAndSuspectPoints) {
  const std::string page = render_html(sample_report(), {});
  const auto at = page.find("<path class=\"line hue-a\"");
  ASSERT_NE(at, std::string::npos);
  const std::string path = page.substr(at, page.find("/>", at) - at);
  EXPECT_EQ(count(path, "M"), 2u);  // 2000–2003 and 2007–2009; 2005 has no neighbour
  EXPECT_EQ(count(path, "L"), 5u);
  EXPECT_EQ(count(page, "class=\"suspect hue-a\""), 1u);
  EXPECT_TRUE(has(page, "class=\"line hue-a dashed\""));
  EXPECT_TRUE(has(page, "class=\"band hue-a\""));
  EXPECT_TRUE(has(page, "as A books them: 2004 confidential."));
}

TEST(HtmlRenderer, NoEmptyChartFrames) {
  Report report;
  LineChart lines;
  lines.title = "Nothing to see";
  lines.series = {{"a", Hue::a, false, {{2000, std::nullopt, "not reported", "", false}}, {}}};
  BarChart bars;
  bars.title = "No bars";
  Map map;
  map.title = "No land";
  Timeline timeline;
  timeline.title = "No events";
  Section section;
  section.id = "empty";
  section.blocks = {lines, bars, map, timeline};
  report.sections = {section};
  const std::string page = render_html(report, {});
  EXPECT_FALSE(has(page, "<figure"));
  EXPECT_FALSE(has(page, "<svg"));
}

TEST(HtmlRenderer, ASignsShapeTellsItsKind) {
  const std::string page = render_html(sample_report(), {});
  EXPECT_TRUE(has(page, "<circle class=\"sign hue-a\""));  // embassy
  EXPECT_TRUE(has(page, "<rect class=\"sign hue-b\""));    // consulate general
  EXPECT_TRUE(has(page, "Borders as the United Nations draw them."));
  EXPECT_TRUE(has(page, "-hatch)"));
  EXPECT_TRUE(has(page, "Disputed (disputed)"));
}

TEST(HtmlRenderer, SwapButtonOnlyWhereItLeadsSomewhere) {
  EXPECT_FALSE(has(render_html(sample_report(), {}), "class=\"swap\""));
  RenderOptions options;
  options.swap_url = "/dossier/BBB/AAA?x=1&y=2";
  EXPECT_TRUE(has(render_html(sample_report(), options), "<p class=\"swap\"><a href=\"/dossier/BBB/AAA?x=1&amp;y=2\">"));
  options.swap_url = "javascript:alert(1)";
  EXPECT_FALSE(has(render_html(sample_report(), options), "javascript:alert"));
}

// Every text of the report carries the trap; none of it may come out as markup, in content or in attributes.
TEST(HtmlRenderer, NoFieldBecomesMarkup) {
  const std::string plain = render_html(sample_report(), {});
  for (const std::string& trap : {std::string("<script>alert(1)</script>"), std::string("\"><img src=x onerror=alert(1)>"), std::string("' onload='alert(1)"),
                                  std::string("</title></style></svg><b>x</b>"), std::string("]]>--><!--"), std::string("\xff\xfe<\x00i>", 6)}) {
    const std::string page = render_html(sample_report(trap), {});
    for (const char* markup : {"<img", "<b>x", "alert(1)</script>", "<script>alert", "\"><", "<!--", "<i>", "onload='"}) {
      if (has(plain, markup)) continue;  // "><" stands between our own tags
      EXPECT_FALSE(has(page, markup)) << trap << " gives " << markup;
    }
    EXPECT_EQ(count(page, "<script"), 1u) << trap;
    EXPECT_EQ(count(page, "<style"), 1u) << trap;
    EXPECT_EQ(count(page, "<svg"), count(plain, "<svg")) << trap;
    check_balance(page);
  }
}

TEST(HtmlRenderer, OnlyWebAddressesBecomeLinks) {
  Report report = sample_report();
  report.sections[0].blocks.push_back(Paragraph{{Link{"press me", "javascript:alert(1)"}, Link{"or me", " data:text/html,x"}}});
  CitedSource source = *report.citations[0].source;
  source.url = "javascript:alert(2)";
  report.citations[0].source = std::make_shared<const CitedSource>(source);
  const std::string page = render_html(report, {});
  for (const std::string& href : attribute_values(page, "href")) {
    EXPECT_TRUE(href.starts_with('#') || href.starts_with("https://")) << href;
  }
  EXPECT_TRUE(has(page, "press me"));
}

TEST(HtmlRenderer, FarCountriesAndBadCoordinatesAreDrawn) {
  Report report = sample_report();
  Map map = std::get<Map>(report.sections[2].blocks[3]);
  map.shapes[1].rings = {{{170, -45}, {178, -45}, {178, -38}, {170, -38}, {170, -45}}, {{1e300, 1}, {0, 1000}, {5, 5}}};
  map.points.push_back({"Nowhere", "embassy", 1e9, 500, Hue::a});
  report.sections[2].blocks[3] = map;
  const std::string page = render_html(report, {});
  EXPECT_TRUE(has(page, "class=\"sea edge\""));
  EXPECT_EQ(page.find("nan"), std::string::npos);
  EXPECT_EQ(page.find(">Nowhere<"), std::string::npos);
}

TEST(HtmlText, LinesKeepToTheirWidth) {
  for (const std::string& line : text_lines("imports as Kazakhstan books them as exports", 11.5, 90)) EXPECT_LE(text_px(line, 11.5), 90) << line;
  EXPECT_EQ(text_lines("one two three four five six", 12, 40, 2).size(), 2u);
  EXPECT_TRUE(shortened("a long name of a thing", 12, 60).ends_with("…"));
}

}  // namespace
}  // namespace comity::document
