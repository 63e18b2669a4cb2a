#include "comity/pages/start.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comity/pages/elements.hpp"

namespace comity::pages {
namespace {

std::string country_options(const Site& site, const std::vector<std::pair<std::string, StateId>>& sorted) {
  std::string out = "<option value=\"\">–</option>";
  for (const auto& [name, state] : sorted) out += fmt::format("<option value=\"{}\">{}</option>", html_escaped(key_of(site, state)), html_escaped(name));
  return out;
}

std::string pick_form(const Site& site, const Place& place, const std::vector<std::pair<std::string, StateId>>& sorted) {
  const Words& w = site.words;
  const std::string options = country_options(site, sorted);
  return fmt::format("<form class=\"pick\" id=\"pick\" action=\"{0}\" method=\"get\"><label><span>{1}</span><select name=\"a\" required=\"\">{2}</select></label>"
                     "<label><span>{3}</span><select name=\"b\" required=\"\">{2}</select></label><button>{4}</button></form>\n",
                     html_escaped(place.to("pair/")), w("start.first"), options, w("start.second"), w("start.show"));
}

std::string striking_cards(const Site& site, const Place& place, const std::vector<Striking>& striking) {
  const Words& w = site.words;
  if (striking.empty()) return {};
  std::string out = fmt::format("<section aria-labelledby=\"head-striking\"><h2 id=\"head-striking\">{}</h2>\n{}<ul class=\"cards\">\n", w("start.striking"), paragraph(w("start.striking_reading"), "lead"));
  for (const auto& one : striking) {
    const bool symmetric = site.context.indicators[one.slice.indicator.value].symmetric;
    out += fmt::format("<li class=\"card\"><p class=\"what\">{}</p><p class=\"pair\">{}</p><p>{}</p><p class=\"from\">{}</p></li>\n", html_escaped(w(one.rule)),
                       pair_anchor(site, place, one.row.from, one.row.to, fmt::format("{} {} {}", site.names.of(one.row.from), symmetric ? "–" : "→", site.names.of(one.row.to))),
                       html_escaped(value_text(site, one.row.value, one.slice.unit, one.slice.currency)), slice_line(site, place, one.slice));
  }
  return out + "</ul></section>\n";
}

std::string search_answer(const Site& site, const Place& place, std::string_view asked, const std::vector<StateId>& candidates) {
  if (asked.empty()) return {};
  const Words& w = site.words;
  std::string out = paragraph(w.with(candidates.empty() ? "search.nothing" : "search.several", {asked}));
  if (candidates.empty()) return out;
  out += "<ul>";
  for (const StateId state : candidates) out += fmt::format("<li>{}</li>", country_link(site, place, state));
  return out + "</ul>\n";
}

}  // namespace

std::string start_page(const Site& site, const StartData& data, std::string_view asked, const std::vector<StateId>& candidates) {
  const Words& w = site.words;
  Page page{.kind = "start", .path = "", .title = std::string(w("start.title")), .description = std::string(w("site.description"))};
  page.body_class = "site-wide";
  page.indexed = asked.empty();
  const Place place(site, page.path);
  std::vector<std::pair<std::string, StateId>> sorted;
  for (const StateId state : data.countries) sorted.emplace_back(site.names.of(state), state);
  std::ranges::sort(sorted);
  page.heading = fmt::format("<h1>{}</h1>\n", html_escaped(w("start.heading"))) + paragraph(w("start.subtitle"), "subtitle");
  page.text = search_answer(site, place, asked, candidates);
  page.text += pick_form(site, place, sorted);
  if (const std::string map = world_map(site, place, data.countries); !map.empty()) {
    page.text += fmt::format("<figure class=\"map\" data-map=\"pick\"><figcaption class=\"spoken\">{}</figcaption>{}<p class=\"note\">{}</p></figure>\n", w("start.map"), map, w("start.map_policy"));
  }
  page.text += "<div data-recent=\"\"></div>\n";
  page.text += striking_cards(site, place, data.striking);
  // Not counted yet is not none.
  const std::string counts = data.facts ? paragraph(w.with("start.counts", {number_text(site, static_cast<double>(data.pairs)), number_text(site, static_cast<double>(data.facts)), number_text(site, static_cast<double>(data.sources))}), "lead") : std::string();
  page.text += fmt::format("<section aria-labelledby=\"head-countries\"><h2 id=\"head-countries\">{}</h2>\n{}<ul class=\"plain columns\">\n", w("start.countries"), counts);
  for (const auto& [name, state] : sorted) page.text += fmt::format("<li>{}</li>\n", country_link(site, place, state));
  page.text += "</ul></section>\n";
  page.linked_data = fmt::format(R"({{"@context":"https://schema.org","@type":"WebSite","name":"Comity","description":{},"inLanguage":{}}})", json_text(w("site.description")), json_text(w.language()));
  return write_page(site, page);
}

}  // namespace comity::pages
