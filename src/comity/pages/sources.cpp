#include "comity/pages/sources.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comity/pages/elements.hpp"

namespace comity::pages {
namespace {

bool is_web_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

std::string row_of(std::string_view term, const std::string& html) { return html.empty() ? std::string() : fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", html_escaped(term), html); }

std::string count_text(const Site& site, std::uint64_t count) { return number_text(site, static_cast<double>(count)); }

// "official:DEU" is the class and whose it is.
std::string class_text(const Site& site, std::string_view independence) {
  const auto colon = independence.find(':');
  const std::string_view kind = independence.substr(0, colon), word = site.words.find("class." + std::string(kind));
  std::string out(word.empty() ? kind : word);
  if (colon == std::string_view::npos) return out;
  const std::string_view whose = independence.substr(colon + 1);
  const StateId state = site.context.states->by_key(whose);
  return out + fmt::format(" ({})", state ? site.names.of(state) : whose);
}

std::string licence_text(const Site& site, const std::string& licence) { return licence == "unknown" ? std::string(site.words("licence.unknown")) : licence; }

std::string described(const Site& site, const SourceData& data) {
  const Words& w = site.words;
  const auto& source = site.context.sources[data.source.value];
  std::string out = "<dl>\n";
  out += row_of(w("source.publisher"), html_escaped(source.publisher));
  out += row_of(w("source.version"), html_escaped(source.version));
  out += row_of(w("source.address"), is_web_address(source.url) ? fmt::format("<a href=\"{0}\" rel=\"noopener noreferrer\">{0}</a>", html_escaped(source.url)) : html_escaped(source.url));
  out += row_of(w("source.licence"), html_escaped(licence_text(site, source.licence)));
  out += row_of(w("source.terms"), html_escaped(source.terms));
  out += row_of(w("source.class"), html_escaped(class_text(site, source.independence)));
  out += row_of(w("source.derives_from"), html_escaped(source.derives_from));
  out += row_of(w("source.role"), html_escaped(source.role));
  out += row_of(w("source.as_of"), html_escaped(source.as_of));
  out += row_of(w("source.citation"), html_escaped(source.citation));
  out += row_of(w("source.key"), fmt::format("<code>{}</code>", html_escaped(source.id)));
  return out + "</dl>\n";
}

std::string reasons(const Site& site, std::string_view title, const std::vector<std::pair<std::string, std::uint64_t>>& why) {
  if (why.empty()) return {};
  TableWriter table(title, {{std::string(site.words("column.reason"))}, {std::string(site.words("column.records")), true}});
  for (const auto& [reason, records] : why) table.row().text(reason).number(static_cast<double>(records), count_text(site, records));
  return fmt::format("<h3>{}</h3>\n", html_escaped(title)) + table.take();
}

std::string coverage(const Site& site, SourceId source) {
  const Words& w = site.words;
  TableWriter table(w("source.coverage"), {{std::string(w("column.indicator"))}, {std::string(w("column.since")), true}, {std::string(w("column.until")), true}, {std::string(w("column.reporters"))}, {std::string(w("column.remark"))}});
  std::size_t rows = 0;
  for (const auto& one : site.context.coverage) {
    if (one.source != source) continue;
    const std::string what = one.indicator ? indicator_title(site, site.context.indicators[one.indicator.value].id) : one.what;
    const auto year = [](int value) { return value ? std::to_string(value) : std::string(); };
    table.row().text(what).number(one.from_year, year(one.from_year)).number(one.to_year, year(one.to_year)).text(one.reporters).text(one.note);
    ++rows;
  }
  return rows ? fmt::format("<h2>{}</h2>\n", w("source.coverage")) + table.take() : std::string();
}

// "1946–2014": of all its indicators and lists together; empty where it declares none.
std::string years_covered(const Site& site, SourceId source) {
  int from = 0, to = 0;
  for (const auto& one : site.context.coverage) {
    if (one.source != source) continue;
    if (one.from_year && (!from || one.from_year < from)) from = one.from_year;
    to = std::max(to, one.to_year);
  }
  if (!from || !to) return {};
  return from == to ? std::to_string(from) : fmt::format("{}–{}", from, to);
}

}  // namespace

std::string sources_page(const Site& site, const std::vector<SourceData>& sources) {
  const Words& w = site.words;
  Page page{.kind = "sources", .path = "sources/", .title = std::string(w("sources.title")), .description = std::string(w("sources.lead"))};
  page.body_class = "site-wide";
  const Place place(site, page.path);
  page.text = paragraph(w("sources.lead"), "lead");
  if (std::ranges::any_of(sources, &SourceData::left_out)) page.text += fmt::format("<p>{}</p>\n", link(place.to("left-out/"), w("left_out.title")));
  TableWriter table(w("sources.title"), {{std::string(w("column.source"))}, {std::string(w("source.publisher"))}, {std::string(w("column.years"))}, {std::string(w("source.class"))}, {std::string(w("source.licence"))}, {std::string(w("column.records")), true},
                                         {std::string(w("column.used")), true}, {std::string(w("column.rejected")), true}, {std::string(w("column.unwanted")), true}, {std::string(w("column.facts")), true}}, false, TableWriter::Shape::texts);
  for (const auto& one : sources) {
    const auto& source = site.context.sources[one.source.value];
    table.row().html(source_link(site, place, one.source) + (one.left_out ? fmt::format(" <span class=\"badge warning\">{}</span>", w("source.left_out")) : ""));
    table.text(source.publisher).text(years_covered(site, one.source)).text(class_text(site, source.independence)).text(licence_text(site, source.licence));
    for (const std::uint64_t count : {one.records_read, one.used, one.rejected, one.unwanted, one.facts}) table.number(static_cast<double>(count), count ? count_text(site, count) : "–");
  }
  page.text += table.take() + paragraph(w("sources.reading"), "note");
  return write_page(site, page);
}

std::string source_page(const Site& site, const SourceData& data) {
  const Words& w = site.words;
  const auto& source = site.context.sources[data.source.value];
  Page page{.kind = "source", .path = "sources/" + source.id + "/", .title = source.title, .description = source.citation};
  page.body_class = "site-wide";
  page.data = {{"source", source.id}};
  const Place place(site, page.path);
  page.text = fmt::format("<p class=\"note\">{}</p>\n", link(place.to("sources/"), w("sources.all")));
  if (data.left_out) page.text += fmt::format("<p><span class=\"badge warning\">{}</span> {}</p>\n", w("source.left_out"), link(place.to("left-out/"), w("left_out.why")));
  page.text += described(site, data);
  if (data.records_read) {
    page.text += fmt::format("<h2>{}</h2>\n", w("source.records"));
    page.text += paragraph(w.with("source.ledger", {count_text(site, data.records_read), count_text(site, data.used), count_text(site, data.rejected), count_text(site, data.unwanted), count_text(site, data.facts), count_text(site, data.absences)}));
    page.text += reasons(site, w("source.rejects"), data.rejects) + reasons(site, w("source.unwanted"), data.unwanted_why);
  }
  page.text += coverage(site, data.source);
  return write_page(site, page);
}

std::string left_out_page(const Site& site, const std::vector<SourceData>& sources) {
  const Words& w = site.words;
  Page page{.kind = "left-out", .path = "left-out/", .title = std::string(w("left_out.title")), .description = std::string(w("left_out.lead"))};
  page.body_class = "site-wide";
  const Place place(site, page.path);
  page.text = paragraph(w("left_out.lead"), "lead");
  TableWriter table(w("left_out.title"), {{std::string(w("column.source"))}, {std::string(w("source.licence"))}, {std::string(w("source.terms"))}, {std::string(w("column.facts")), true}});
  for (const auto& one : sources) {
    if (!one.left_out) continue;
    const auto& source = site.context.sources[one.source.value];
    table.row().html(source_link(site, place, one.source)).text(licence_text(site, source.licence)).text(source.terms).number(static_cast<double>(one.facts), count_text(site, one.facts));
  }
  page.text += table.take();
  return write_page(site, page);
}

}  // namespace comity::pages
