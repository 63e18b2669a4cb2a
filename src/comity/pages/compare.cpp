#include "comity/pages/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "comity/base/number.hpp"
#include "comity/document/html.hpp"
#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"
#include "comity/pages/elements.hpp"

namespace comity::pages {
namespace {

using document::Hue;

constexpr Hue hues[] = {Hue::a, Hue::b, Hue::c, Hue::d, Hue::e, Hue::f};

std::string series_name(const Site& site, const ComparedSeries& series) { return fmt::format("{} → {}", site.names.of(series.from), site.names.of(series.to)); }

// The first year that all series have, with a figure above zero; 0 when there is none.
int common_year(const CompareData& data) {
  std::set<int> years;
  bool first = true;
  for (const auto& series : data.series) {
    std::set<int> own;
    for (const auto& [year, value] : series.points) {
      if (value > 0 && (first || years.contains(year))) own.insert(year);
    }
    years = std::move(own);
    first = false;
  }
  return years.empty() ? 0 : *years.begin();
}

document::Citation citation_of(const Site& site, SourceId id) {
  return {.source = std::make_shared<const document::CitedSource>(dossier::as_cited(site.context.sources[id.value])), .file = {}, .record = {}, .column = {}};
}

// Years between two figures that the series does not have are gaps: nothing is drawn across them.
document::Series drawn_series(const Site& site, const ComparedSeries& series, Hue hue, double base) {
  document::Series out;
  out.name = series_name(site, series);
  out.hue = hue;
  int last = 0;
  for (const auto& [year, value] : series.points) {
    for (int missing = last + 1; last && missing < year; ++missing) out.points.push_back({.x = static_cast<double>(missing), .y = std::nullopt, .why = "", .label = "", .suspect = false});
    out.points.push_back({.x = static_cast<double>(year), .y = base > 0 ? value / base * 100 : value, .why = "", .label = "", .suspect = false});
    last = year;
  }
  return out;
}

document::Table figures(const Site& site, const CompareData& data) {
  document::Table table;
  table.caption = site.words("compare.figures");
  table.columns.push_back({std::string(site.words("column.year")), "", true});
  std::set<int, std::greater<>> years;
  for (const auto& series : data.series) {
    table.columns.push_back({series_name(site, series), series.slice.currency, true});
    for (const auto& point : series.points) years.insert(point.first);
  }
  for (const int year : years) {
    std::vector<document::Inlines> row = {{document::Text{std::to_string(year)}}};
    for (const auto& series : data.series) {
      const auto at = std::ranges::find(series.points, year, &std::pair<int, double>::first);
      row.push_back(at == series.points.end() ? document::Inlines{document::Text{"–"}}
                                              : document::Inlines{document::Figure{value_text(site, at->second, series.slice.unit, series.slice.currency), at->second, series.slice.currency.empty() ? series.slice.unit : series.slice.currency}});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

document::Report as_report(const Site& site, const CompareData& data) {
  const Words& w = site.words;
  document::Report report;
  report.title = w("compare.title");
  document::LineChart chart;
  chart.indicator = data.indicator;
  chart.title = indicator_title(site, data.indicator);
  const int base_year = data.indexed ? common_year(data) : 0;
  const auto& unit = data.series.front().slice;
  chart.unit = base_year ? std::string(w("compare.index")) : unit.currency.empty() ? unit.unit : unit.currency;
  chart.subtitle = base_year ? w.with("compare.indexed_to", {std::to_string(base_year)}) : chart.unit;
  chart.source_line = w("source");
  document::Section section;
  section.id = "comparison";
  section.title = chart.title;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    const auto& series = data.series[i];
    double base = 0;
    for (const auto& [year, value] : series.points) base = year == base_year ? value : base;
    auto drawn = drawn_series(site, series, hues[i % std::size(hues)], base);
    const auto known = std::ranges::find(report.citations, site.context.sources[series.slice.source.value].id, [](const document::Citation& c) { return std::string_view(c.source->id); });
    drawn.cites = {static_cast<document::CitationIndex>(known - report.citations.begin())};
    if (known == report.citations.end()) report.citations.push_back(citation_of(site, series.slice.source));
    chart.series.push_back(std::move(drawn));
  }
  section.blocks.emplace_back(std::move(chart));
  section.blocks.emplace_back(figures(site, data));
  report.sections.push_back(std::move(section));
  return report;
}

std::string pairs_text(const Site& site, const CompareData& data) {
  std::string out;
  for (const auto& [a, b] : data.pairs) out += fmt::format("{}{}-{}", out.empty() ? "" : ",", key_of(site, a), key_of(site, b));
  return out;
}

std::string form(const Site& site, const Place& place, const CompareData& data) {
  const Words& w = site.words;
  std::string options;
  for (const auto& slice : data.indicators) {
    const std::string& key = site.context.indicators[slice.indicator.value].id;
    options += fmt::format("<option value=\"{}\"{}>{}</option>", html_escaped(key), key == data.indicator ? " selected=\"selected\"" : "", html_escaped(indicator_title(site, key)));
  }
  return fmt::format("<form class=\"form\" id=\"compare-form\" data-compare=\"\" action=\"{}\" method=\"get\"><label>{}<input name=\"pairs\" value=\"{}\" placeholder=\"DEU-KAZ,FRA-KAZ\"/></label><div class=\"beside\"><label>{}<select name=\"indicator\">{}</select></label>"
                     "<label>{}<select name=\"scale\"><option value=\"absolute\">{}</option><option value=\"indexed\"{}>{}</option></select></label></div><button>{}</button></form>\n",
                     html_escaped(place.to("compare/")), w("compare.pairs"), html_escaped(pairs_text(site, data)), w("column.indicator"), options, w("compare.scale"), w("compare.absolute"),
                     data.indexed ? " selected=\"selected\"" : "", w("compare.index"), w("compare.show"));
}

}  // namespace

std::string compare_page(const Site& site, const CompareData& data) {
  const Words& w = site.words;
  Page page{.kind = "compare", .path = "compare/", .title = std::string(w("compare.title")), .description = std::string(w("compare.lead")), .indexed = data.pairs.empty()};
  page.body_class = "site-wide";
  page.data = {{"indicator", data.indicator}, {"pairs", pairs_text(site, data)}};
  const Place place(site, page.path);
  page.text = paragraph(w("compare.lead"), "lead") + form(site, place, data);
  for (const auto& [a, b] : data.pairs) {
    const bool found = std::ranges::any_of(data.series, [&, from = a, to = b](const ComparedSeries& s) { return s.from == from && s.to == to; });
    if (!found) page.text += paragraph(w.with("compare.none", {fmt::format("{} → {}", site.names.of(a), site.names.of(b))}), "gap-line");
  }
  if (!data.series.empty()) {
    const auto report = as_report(site, data);
    page.text += document::html_parts(report, w.language()).text;
    page.json = fmt::format("{{\"charts\":{}}}", document::json_charts(report));
    for (const auto& series : data.series) page.text += fmt::format("<p class=\"note\">{}: {}</p>\n", pair_anchor(site, place, series.from, series.to, series_name(site, series)), slice_line(site, place, series.slice));
  }
  return write_page(site, page);
}

}  // namespace comity::pages
