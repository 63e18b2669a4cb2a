#include "comity/pages/country.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "comity/pages/changes.hpp"
#include "comity/pages/elements.hpp"

namespace comity::pages {
namespace {

constexpr std::uint32_t partners_to_share = 10;

std::string section_head(std::string_view id, std::string_view title) { return fmt::format("<section id=\"{0}\" aria-labelledby=\"head-{0}\"><h2 id=\"head-{0}\">{1}</h2>\n", id, html_escaped(title)); }

std::string partner_list(const Site& site, const Place& place, const CountryData& country, const PartnerList& list) {
  const Words& w = site.words;
  const std::string key = site.context.indicators[list.slice.indicator.value].id;
  const bool symmetric = site.context.indicators[list.slice.indicator.value].symmetric;
  const std::string title = symmetric ? indicator_title(site, key) : w.with(list.outgoing ? "country.outgoing" : "country.incoming", {indicator_title(site, key), site.names.of(country.state)});
  std::string out = fmt::format("<section><h3>{}</h3>\n", html_escaped(title));
  // A share of a few is none of all.
  const bool sums = list.partners >= partners_to_share && list.total > 0 && list.slice.unit != "percent" && !symmetric;
  std::vector<TableWriter::Column> columns = {{std::string(w("column.partner"))}, {std::string(w("column.value")), true}};
  if (sums) columns.push_back({std::string(w("column.share")), true});
  TableWriter table(title, columns);
  for (const auto& row : list.rows) {
    const StateId partner = row.from == country.state ? row.to : row.from;
    table.row().html(pair_anchor(site, place, country.state, partner, site.names.of(partner))).number(row.value, value_text(site, row.value, list.slice.unit, list.slice.currency));
    if (!sums) continue;
    // The total is a sum whose last digits depend on the order in which it was made: a page has the same bytes in every run.
    const double percent = std::round(row.value / list.total * 1e10) / 1e8;
    table.number(percent, percent_text(site, percent));
  }
  out += table.take();
  out += fmt::format("<p class=\"note\">{} {} <a href=\"{}\">{}</a></p></section>\n", slice_line(site, place, list.slice), html_escaped(w.with("country.partners_with_figure", {number_text(site, list.partners)})),
                     html_escaped(place.to("rankings/" + key + "/")), w("country.over_all"));
  return out;
}

std::string partners(const Site& site, const Place& place, const CountryData& country) {
  const Words& w = site.words;
  std::string out = section_head("partners", w("country.partners"));
  if (country.partners.empty()) return out + paragraph(w("country.no_partners"), "gap-line") + "</section>\n";
  out += paragraph(w("country.partners_reading"), "lead") + "<div class=\"partners\">\n";
  for (const auto& list : country.partners) out += partner_list(site, place, country, list);
  return out + "</div></section>\n";
}

std::string missions(const Site& site, const Place& place, const CountryData& country) {
  const Words& w = site.words;
  std::string out = section_head("missions", w("country.missions"));
  if (country.missions.empty()) return out + paragraph(w("country.no_missions"), "gap-line") + "</section>\n";
  const auto count = [&](bool sent) {
    std::vector<StateId> states;
    for (const auto& one : country.missions) {
      if (one.sent == sent && (one.kind == "embassy" || one.kind == "legation") && std::ranges::find(states, one.partner) == states.end()) states.push_back(one.partner);
    }
    return std::to_string(states.size());
  };
  out += paragraph(w.with("country.missions_reading", {site.names.of(country.state), count(true), count(false)}));
  for (const bool sent : {true, false}) {
    const std::string title = w.with(sent ? "country.missions_sent" : "country.missions_received", {site.names.of(country.state)});
    TableWriter table(title, {{std::string(w("column.partner"))}, {std::string(w("column.kind"))}, {std::string(w("column.city"))}, {std::string(w("column.listed"))}, {std::string(w("column.source"))}});
    std::size_t rows = 0;
    for (const auto& one : country.missions) {
      if (one.sent != sent) continue;
      const std::string_view kind = w.find("mission." + one.kind);
      table.row().html(pair_anchor(site, place, country.state, one.partner, site.names.of(one.partner))).text(kind.empty() ? std::string_view(one.kind) : kind);
      table.text(one.cities).date(one.listed, date_text(site, one.listed)).html(source_link(site, place, one.source));
      ++rows;
    }
    if (rows) out += fmt::format("<details class=\"fold\"><summary>{} <span class=\"count\">{}</span></summary>{}</details>\n", html_escaped(title), rows, table.take());
  }
  return out + "</section>\n";
}

std::string memberships(const Site& site, const Place& place, const CountryData& country) {
  const Words& w = site.words;
  std::string out = section_head("memberships", w("country.memberships"));
  if (country.memberships.empty()) return out + paragraph(w("country.no_memberships"), "gap-line") + "</section>\n";
  TableWriter table(w("country.memberships"), {{std::string(w("column.organization"))}, {std::string(w("column.kind"))}, {std::string(w("column.since"))}, {std::string(w("column.until"))}, {std::string(w("column.source"))}});
  for (const auto& one : country.memberships) table.row().text(one.name).text(one.kind).date(one.from, date_text(site, one.from)).date(one.to, date_text(site, one.to)).html(source_link(site, place, one.source));
  return out + table.take() + paragraph(w("country.memberships_reading"), "note") + "</section>\n";
}

std::string events(const Site& site, const Place& place, const CountryData& country) {
  const Words& w = site.words;
  std::string out = section_head("newest", w("country.newest"));
  if (country.events.empty()) return out + paragraph(w("country.no_events"), "gap-line") + "</section>\n";
  TableWriter table(w("country.newest"), {{std::string(w("column.date"))}, {std::string(w("column.what"))}, {std::string(w("column.with"))}, {std::string(w("column.source"))}});
  for (const auto& one : country.events) {
    const std::string_view kind = w.find("event." + one.kind);
    std::string what = !one.title.empty() ? one.title : std::string(kind.empty() ? std::string_view(one.kind) : kind);
    if (!one.person.empty() && what.find(one.person) == std::string::npos) what += ": " + one.person;
    table.row().date(one.date, date_text(site, one.date)).text(what).html(one.other ? pair_anchor(site, place, country.state, one.other, site.names.of(one.other)) : "").html(source_link(site, place, one.source));
  }
  return out + table.take() + paragraph(w("country.newest_reading"), "note") + "</section>\n";
}

std::string all_pairs(const Site& site, const Place& place, const CountryData& country) {
  std::string out = section_head("pairs", site.words("country.pairs")) + "<ul class=\"plain columns\">\n";
  std::vector<std::pair<std::string, StateId>> sorted;
  for (const StateId other : country.pairs) sorted.emplace_back(site.names.of(other), other);
  std::ranges::sort(sorted);
  for (const auto& [name, other] : sorted) out += fmt::format("<li>{}</li>\n", pair_anchor(site, place, country.state, other, name));
  return out + "</ul></section>\n";
}

std::string sections(const Site& site) {
  const Words& w = site.words;
  std::string out = fmt::format("<nav aria-label=\"{}\"><ol>", w("sections"));
  for (const auto& [id, word] : {std::pair("partners", "country.partners"), {"missions", "country.missions"}, {"memberships", "country.memberships"}, {"newest", "country.newest"}, {"changes", "changes.title"}, {"pairs", "country.pairs"}}) {
    out += fmt::format("<li class=\"level-1\"><a href=\"#{}\">{}</a></li>", id, w(word));
  }
  return out + "</ol></nav>\n";
}

}  // namespace

std::string country_page(const Site& site, const CountryData& country) {
  const Words& w = site.words;
  const std::string key = key_of(site, country.state), name(site.names.of(country.state));
  Page page{.kind = "country", .path = country_path(key), .title = name, .description = w.with("country.description", {name})};
  page.body_class = "country";
  page.data = {{"country", key}};
  const Place place(site, page.path);
  page.heading = fmt::format("<h1>{}</h1>\n", html_escaped(name)) + paragraph(w.with("country.subtitle", {std::to_string(country.pairs.size())}), "subtitle");
  page.sections = sections(site);
  page.text = partners(site, place, country) + missions(site, place, country) + memberships(site, place, country) + events(site, place, country) +
              changes_section(site, place, country.changes ? &*country.changes : nullptr, name, false) + all_pairs(site, place, country);
  page.linked_data = fmt::format(R"({{"@context":"https://schema.org","@type":"Article","headline":{},"inLanguage":{},"dateModified":{},"about":{{"@type":"Country","name":{},"identifier":{}}}}})", json_text(name), json_text(w.language()),
                                 json_text(site.context.edition_date), json_text(name), json_text(key));
  return write_page(site, page);
}

}  // namespace comity::pages
