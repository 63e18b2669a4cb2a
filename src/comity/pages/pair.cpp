#include "comity/pages/pair.hpp"

#include <fmt/format.h>

#include <map>

#include "comity/document/html.hpp"
#include "comity/pages/changes.hpp"
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

std::string linked_data(const Site& site, const PairText& text, const PairView& view) {
  const auto country = [&](StateId state) {
    return fmt::format(R"({{"@type":"Country","name":{},"identifier":{}}})", json_text(site.names.of(state)), json_text(key_of(site, state)));
  };
  return fmt::format(R"({{"@context":"https://schema.org","@type":"Article","headline":{},"inLanguage":"en","dateModified":{},"about":[{},{}],"isBasedOn":{{"@type":"Dataset","name":"Comity","version":{},"description":{}}}}})",
                     json_text(text.title), json_text(text.edition_date), country(view.a), country(view.b), json_text(text.edition), json_text(site.words("site.description")));
}

// The list of sections with one more at its end.
std::string with_changes(const Site& site, std::string sections) {
  const std::size_t end = sections.rfind("</ol>");
  if (end != std::string::npos) sections.insert(end, fmt::format("<li class=\"level-1\" lang=\"{}\"><a href=\"#changes\">{}</a></li>\n", site.words.language(), html_escaped(site.words("changes.title"))));
  return sections;
}

// Charts, and what is needed to read them on; without a chart the page's own words suffice.
std::string page_data(const Site& site, const PairText& text, const PairView& view) {
  const auto named = [&](StateId state) { return fmt::format(R"({{"id":{},"name":{}}})", json_text(key_of(site, state)), json_text(site.names.of(state))); };
  const bool has_charts = text.charts.size() > 2;
  return fmt::format(R"({{"a":{},"b":{},"edition":{},"edition_date":{},"profile":{}{}{}}})", named(view.a), named(view.b), json_text(text.edition), json_text(text.edition_date), json_text(text.profile),
                     has_charts ? ",\"charts\":" + text.charts : "", has_charts && site.rates.size() > 2 ? ",\"rates\":" + site.rates : "");
}

}  // namespace

std::vector<PairText> pair_texts(const document::Report& report, std::span<const std::string> languages) {
  std::vector<PairText> out;
  const std::string charts = document::json_charts(report);
  for (auto& parts : document::html_parts(report, languages)) out.push_back({std::move(parts.sections), std::move(parts.text), charts, report.title, report.profile, report.edition, report.edition_date});
  return out;
}

PairText pair_text(const document::Report& report, std::string_view language) {
  const std::string one(language);
  return std::move(pair_texts(report, std::span(&one, 1)).front());
}

std::string pair_page(const Site& site, const PairText& text, const PairView& view) {
  const Words& w = site.words;
  Page page;
  page.kind = "pair";
  page.path = pair_path(key_of(site, view.a), key_of(site, view.b)) + (view.full && !view.one_length ? "full/" : "");
  page.title = w.with("pair.title", {site.names.of(view.a), site.names.of(view.b)});
  page.description = w.with("pair.description", {site.names.of(view.a), site.names.of(view.b)});
  page.body_class = "profile-" + document::html_id(text.profile);
  page.data = {{"a", key_of(site, view.a)}, {"b", key_of(site, view.b)}, {"profile", text.profile}};
  const Place place(site, page.path);
  page.heading = heading(site, place, view);
  page.sections = with_changes(site, text.sections);
  page.text = text.text + changes_section(site, place, view.changes, fmt::format("{} – {}", site.names.of(view.a), site.names.of(view.b)), true);
  page.text_language = "en";
  page.json = page_data(site, text, view);
  page.linked_data = linked_data(site, text, view);
  return write_page(site, page);
}

std::string rates_json(const facts::Context& context, const std::function<bool(SourceId)>& is_shown) {
  std::map<std::string, std::map<int, double>> dollars;
  for (const auto& rate : context.rates) {
    if (rate.kind != "annual_mean" || rate.year < 1990 || rate.rate <= 0 || (is_shown && !is_shown(rate.from_where.source))) continue;
    for (const std::string_view currency : {"EUR", "GBP", "CHF", "CNY", "JPY"}) {
      if (rate.base == currency && rate.currency == "USD") dollars[rate.base][rate.year] = rate.rate;
      if (rate.base == "USD" && rate.currency == currency) dollars[rate.currency][rate.year] = 1 / rate.rate;
    }
  }
  std::string out = "{";
  for (const auto& [currency, years] : dollars) {
    out += fmt::format("{}\"{}\":{{", out.size() > 1 ? "," : "", currency);
    bool first = true;
    for (const auto& [year, rate] : years) {
      out += fmt::format("{}\"{}\":{:.6g}", first ? "" : ",", year, rate);
      first = false;
    }
    out += '}';
  }
  return out + '}';
}

}  // namespace comity::pages
