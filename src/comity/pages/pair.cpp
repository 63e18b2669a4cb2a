#include "comity/pages/pair.hpp"

#include <fmt/format.h>

#include "comity/document/html.hpp"
#include "comity/pages/elements.hpp"

namespace comity::pages {
namespace {

std::string heading(const Site& site, const Place& place, const PairView& view) {
  const Words& w = site.words;
  const auto name = [&](StateId state, std::string_view hue) {
    return fmt::format("<a class=\"name hue-{}\" href=\"{}\">{}</a>", hue, html_escaped(place.to(country_path(key_of(site, state)))), html_escaped(site.names.of(state)));
  };
  std::string out = fmt::format("<h1>{} <span class=\"and\">{}</span> {}</h1>\n", name(view.a, "a"), w("and"), name(view.b, "b"));
  const std::string here = pair_path(key_of(site, view.a), key_of(site, view.b)), there = pair_path(key_of(site, view.b), key_of(site, view.a));
  out += "<ul class=\"actions\">";
  if (!view.one_length) {
    out += view.full ? fmt::format("<li><a href=\"{}\">{}</a></li><li><span aria-current=\"page\">{}</span></li>", html_escaped(place.to(here)), w("pair.brief"), w("pair.full"))
                     : fmt::format("<li><span aria-current=\"page\">{}</span></li><li><a href=\"{}\">{}</a></li>", w("pair.brief"), html_escaped(place.to(here + "full/")), w("pair.full"));
  }
  if (site.has_server) {
    out += fmt::format("<li class=\"swap-sides\"><a href=\"{}\"><span aria-hidden=\"true\">⇄</span> {}</a></li>", html_escaped(place.to(there + (view.full ? "full/" : ""))),
                       html_escaped(w.with("pair.swap", {site.names.of(view.b), site.names.of(view.a)})));
    out += fmt::format("<li><a href=\"{}api/v1/pairs/{}/{}\" type=\"application/json\">JSON</a></li>", place.root(), html_escaped(key_of(site, view.a)), html_escaped(key_of(site, view.b)));
  }
  out += "</ul>\n";
  if (w.language() != "en") out += paragraph(w("pair.text_is_english"), "edition");
  return out;
}

std::string linked_data(const Site& site, const document::Report& report, const PairView& view) {
  const auto country = [&](StateId state) {
    return fmt::format(R"({{"@type":"Country","name":{},"identifier":{}}})", json_text(site.names.of(state)), json_text(key_of(site, state)));
  };
  return fmt::format(R"({{"@context":"https://schema.org","@type":"Article","headline":{},"inLanguage":"en","dateModified":{},"about":[{},{}],"isBasedOn":{{"@type":"Dataset","name":"Comity","version":{},"description":{}}}}})",
                     json_text(report.title), json_text(report.edition_date), country(view.a), country(view.b), json_text(report.edition), json_text(site.words("site.description")));
}

}  // namespace

std::string pair_page(const Site& site, const document::Report& report, const PairView& view) {
  const Words& w = site.words;
  Page page;
  page.kind = "pair";
  page.path = pair_path(key_of(site, view.a), key_of(site, view.b)) + (view.full && !view.one_length ? "full/" : "");
  page.title = w.with("pair.title", {site.names.of(view.a), site.names.of(view.b)});
  page.description = w.with("pair.description", {site.names.of(view.a), site.names.of(view.b)});
  page.body_class = "profile-" + document::html_id(report.profile);
  page.data = {{"a", key_of(site, view.a)}, {"b", key_of(site, view.b)}, {"profile", report.profile}};
  const Place place(site, page.path);
  page.heading = heading(site, place, view);
  auto parts = document::html_parts(report);
  page.sections = std::move(parts.sections);
  page.text = std::move(parts.text);
  page.text_language = "en";
  if (std::string charts = document::json_charts(report); charts.size() > 2) page.json = fmt::format("{{\"charts\":{}}}", charts);
  page.linked_data = linked_data(site, report, view);
  return write_page(site, page);
}

}  // namespace comity::pages
