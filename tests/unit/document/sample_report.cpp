#include "unit/document/sample_report.hpp"

namespace comity::document {
namespace {

Citation citation(const std::string& id, const std::string& record, bool citable, const std::string& trap) {
  CitedSource s;
  s.id = id;
  s.publisher = (id == "pedia" ? "Somepedia" : "Office of Samples") + trap;
  s.title = (id == "pedia" ? "Some article" : "Sample trade") + trap;
  s.edition = "2.0" + trap;
  s.url = "https://example.org/" + id + "?a=1&b=" + trap;
  s.licence = "CC BY 4.0" + trap;
  s.terms = "name the source" + trap;
  s.independence = "official" + trap;
  s.as_of = "2026-01" + trap;
  s.citable = citable;
  return {std::make_shared<const CitedSource>(std::move(s)), id + ".csv" + trap, record + trap, "flow1" + trap};
}

LineChart line_chart(const std::string& trap) {
  LineChart chart;
  chart.title = "Imports of A from B" + trap;
  chart.subtitle = "current USD, 2000–2009" + trap;
  chart.unit = "USD" + trap;
  Series own, other;
  own.name = "as A books them" + trap;
  own.hue = Hue::a;
  own.cites = {0, 1};
  other.name = "as B books them" + trap;
  other.hue = Hue::a;
  other.dashed = true;
  other.cites = {2};
  for (int i = 0; i < 10; ++i) {
    Series::Point point;
    point.x = 2000 + i;
    point.y = 1e9 + i * 4e8;
    if (i == 4) {
      point.y.reset();
      point.why = "confidential" + trap;
    }
    if (i == 6) {
      point.y = 0;
      point.suspect = true;
      point.why = "zero, contradicted" + trap;
    }
    if (i == 9) point.label = "4.6 bn" + trap;
    own.points.push_back(point);
    if (point.y) *point.y *= 0.7;
    point.suspect = false;
    point.label.clear();
    other.points.push_back(point);
  }
  chart.series = {own, other};
  chart.bands = {{0, 1}};
  chart.marks = {{2005, "break in method" + trap}};
  chart.source_line = "Sample trade, edition 2.0" + trap;
  return chart;
}

Map map(const std::string& trap) {
  Map map;
  map.title = "Missions" + trap;
  map.subtitle = "listed on 1 January 2026" + trap;
  map.center_longitude = 20;
  map.center_latitude = 48;
  map.policy = "Borders as the United Nations draw them." + trap;
  map.shapes = {{"A" + trap, Hue::a, false, {{{5, 47}, {15, 47}, {15, 55}, {5, 55}, {5, 47}}}},
                {"B" + trap, Hue::b, false, {{{25, 45}, {40, 45}, {40, 52}, {25, 52}, {25, 45}}}},
                {"Disputed" + trap, Hue::none, true, {{{41, 45}, {44, 45}, {44, 48}, {41, 48}, {41, 45}}}}};
  map.points = {{"Capital B" + trap, "embassy" + trap, 33, 49, Hue::a},
                {"Capital A" + trap, "embassy" + trap, 10, 51, Hue::b},
                {"Port of A" + trap, "consulate general" + trap, 10.2, 51.1, Hue::b}};
  return map;
}

Section section(const std::string& id, const std::string& title, std::vector<Block> blocks) {
  Section section;
  section.id = id;
  section.title = title;
  section.blocks = std::move(blocks);
  return section;
}

}  // namespace

Report sample_report(const std::string& trap) {
  Report report;
  report.title = "Aland – Beland" + trap;
  report.subtitle = "What is between the two" + trap;
  report.id_a = "AAA" + trap;
  report.id_b = "BBB" + trap;
  report.name_a = "Aland" + trap;
  report.name_b = "Beland" + trap;
  report.profile = "full" + trap;
  report.edition = "sample" + trap;
  report.edition_date = "2026-01-01" + trap;
  report.citations = {citation("trade", "row 1", true, trap), citation("trade", "row 2", true, trap), citation("trade", "row 3", true, trap),
                      citation("pedia", "paragraph 1", false, trap)};
  const Inlines line = {Text{"Aland bought goods worth " + trap}, Figure{"4.6\u00a0bn USD" + trap, 4600000000.5, "USD" + trap},
                        Badge{"estimate" + trap, Badge::estimate}, Cite{{0, 1}}, Text{", says "}, Link{"the office" + trap, "https://example.org/" + trap},
                        Text{". "}, Strong{"Strong words" + trap}, Text{"."}};
  const Inlines only_pedia = {Text{"The encyclopaedia alone says so" + trap}, Cite{{3}}, Text{"."}};

  Definitions glance;
  glance.rows = {{"Relations" + trap, {Text{"since 11 February 1992" + trap}, Cite{{2}}}}, {"Trade" + trap, line}};
  report.sections.push_back(section("at_glance", "At a glance" + trap, {glance}));

  Table table;
  table.caption = "Trade by year" + trap;
  table.columns = {{"Year" + trap, "", false}, {"Imports" + trap, "million USD" + trap, true}, {"Note" + trap, "", false}};
  table.rows = {{{Text{"2008" + trap}}, {Figure{"4\u202f200" + trap, 4200, "million USD"}, Cite{{0}}}, {Text{"revised" + trap}}},
                {{Text{"2009"}}, {Badge{"confidential" + trap, Badge::absence}, Cite{{1}}}, {}},
                {{Text{"2010"}}, {Figure{"7777", 7777, "million USD"}, Cite{{3}}}, {Text{"pedia only"}}}};
  table.folded = true;
  BarChart bars;
  bars.title = "Main products" + trap;
  bars.subtitle = "2009" + trap;
  bars.unit = "USD" + trap;
  bars.bars = {{"Mineral fuels" + trap, 900, "900 million" + trap, Hue::b, true}, {"Iron and steel" + trap, 100, "", Hue::b, false}, {"Returns" + trap, -50, "−50" + trap, Hue::none, false}};
  bars.source_line = "Sample trade" + trap;
  Section economy = section("economy", "Economy" + trap, {});
  economy.children.push_back(section("trade", "Trade" + trap, {Paragraph{line}, line_chart(trap), table, bars}));
  report.sections.push_back(economy);

  Timeline timeline;
  timeline.title = "Visits" + trap;
  timeline.entries = {{1991, 1992, "1991 or 1992" + trap, "Recognition" + trap, Hue::none, {0}},
                      {2010.5, 2010.5, "18 July 2010" + trap, "The chancellor in Beland" + trap, Hue::a, {1, 2}},
                      {2011, 2011, "2011", "Visit only the encyclopaedia knows", Hue::b, {3}}};
  report.sections.push_back(section("visits", "Visits and missions" + trap,
                                    {Paragraph{only_pedia}, List{{{Text{"An item with a source" + trap}, Cite{{2}}}, {Text{"Pedia item"}, Cite{{3}}}}}, timeline, map(trap)}));
  report.sections.push_back(section("not_known", "What is not known" + trap, {Gap{"tourists" + trap, "two sources" + trap, "the office" + trap}}));

  report.facts.begin("observation");
  report.facts.set_key(0xff);
  report.facts.add("indicator", "goods_imports" + trap);
  report.facts.add("value", 4600000000.5);
  report.facts.add("at_end", false);
  report.facts.add("small", 1e-7);
  report.facts.set_cite(1);
  return report;
}

}  // namespace comity::document
