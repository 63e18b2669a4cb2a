#include "comity/pages/frame.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comity/document/html.hpp"
#include "comity/document/render.hpp"
#include "comity/pages/elements.hpp"

namespace comity::pages {

using document::html_escaped;

Place::Place(const Site& site, std::string path, bool from_root) : site_(site), path_(std::move(path)) {
  const bool is_first = site.languages.empty() || site.words.language() == site.languages.front();
  const auto depth = static_cast<std::size_t>(std::ranges::count(path_, '/')) + (is_first ? 0 : 1);
  for (std::size_t i = 0; i < depth; ++i) root_ += "../";
  if (root_.empty()) root_ = "./";
  if (from_root) {
    const auto host = site.address.find("://");
    const auto slash = host == std::string::npos ? host : site.address.find('/', host + 3);
    root_ = slash == std::string::npos ? "/" : site.address.substr(slash);
  }
}

std::string Place::to(std::string_view path) const {
  const bool is_first = site_.languages.empty() || site_.words.language() == site_.languages.front();
  return root_ + (is_first ? "" : site_.words.language() + "/") + std::string(path);
}

std::string Place::to_language(std::string_view language) const {
  const bool is_first = site_.languages.empty() || language == site_.languages.front();
  return root_ + (is_first ? "" : std::string(language) + "/") + path_;
}

std::string pair_path(std::string_view key_a, std::string_view key_b) { return fmt::format("pair/{}/{}/", key_a, key_b); }
std::string country_path(std::string_view key) { return fmt::format("country/{}/", key); }

std::string key_of(const Site& site, StateId state) {
  const auto* one = site.context.states->try_state(state);
  return one ? one->key : std::string();
}

std::string pair_link(const Site& site, StateId a, StateId b) {
  std::string first = key_of(site, a), second = key_of(site, b);
  if (!site.has_server && second < first) std::swap(first, second);
  return pair_path(first, second);
}

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    // U+2028 and U+2029 end a line of script.
    const bool separator = c == 0xE2 && i + 2 < text.size() && text[i + 1] == '\x80' && (text[i + 2] == '\xA8' || text[i + 2] == '\xA9');
    if (c == '"' || c == '\\') out += '\\', out += static_cast<char>(c);
    else if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x7F) out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else if (separator) out += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029", i += 2;
    else out += static_cast<char>(c);
  }
  return out + '"';
}

namespace {

constexpr std::string_view policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'";

std::string head(const Site& site, const Page& page, const Place& place) {
  const Words& w = site.words;
  std::string out = fmt::format("<!doctype html>\n<html lang=\"{}\" dir=\"ltr\"{}>\n<head>\n<meta charset=\"utf-8\"/>\n", w.language(),
                                page.body_class.empty() ? "" : fmt::format(" class=\"{}\"", html_escaped(page.body_class)));
  out += document::html_marker;
  out += "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n";
  // A server sends it as a header.
  if (!site.has_server) out += fmt::format("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\"/>\n", policy);
  out += fmt::format("<title>{}{}</title>\n", html_escaped(page.title), page.path.empty() ? "" : " – Comity");
  if (!page.description.empty()) out += fmt::format("<meta name=\"description\" content=\"{}\"/>\n", html_escaped(page.description));
  if (!page.indexed) out += "<meta name=\"robots\" content=\"noindex\"/>\n";
  out += "<link rel=\"icon\" href=\"data:,\"/>\n";  // none, and none asked for
  for (const auto& style : site.styles) out += fmt::format("<link rel=\"stylesheet\" href=\"{}\"/>\n", html_escaped(place.asset(style)));
  if (!site.address.empty() && !page.from_root) {
    const bool is_first = site.words.language() == site.languages.front();
    out += fmt::format("<link rel=\"canonical\" href=\"{}{}{}\"/>\n", html_escaped(site.address), is_first ? "" : html_escaped(w.language()) + "/", html_escaped(page.path));
  }
  if (page.all_languages && !page.from_root) {
    for (const auto& language : site.languages) {
      if (language != w.language()) out += fmt::format("<link rel=\"alternate\" hreflang=\"{0}\" href=\"{1}\"/>\n", language, html_escaped(place.to_language(language)));
    }
  }
  for (const auto& script : site.scripts) out += fmt::format("<script type=\"module\" src=\"{}\"></script>\n", html_escaped(place.asset(script)));
  if (!page.linked_data.empty()) out += fmt::format("<script type=\"application/ld+json\">{}</script>\n", page.linked_data);
  return out + "</head>\n";
}

std::string search_form(const Site& site, const Place& place) {
  const Words& w = site.words;
  return fmt::format("<form role=\"search\" class=\"search\" action=\"{}\" method=\"get\"><label><span class=\"spoken\">{}</span>"
                     "<input type=\"search\" name=\"q\" autocomplete=\"off\" spellcheck=\"false\" placeholder=\"{}\"/></label><button>{}</button></form>",
                     html_escaped(place.to("")), w("search.label"), w("search.placeholder"), w("search.button"));
}

std::string site_header(const Site& site, const Page& page, const Place& place) {
  const Words& w = site.words;
  std::string out = fmt::format("<a class=\"skip\" href=\"#main\">{}</a>\n<header class=\"site\"><div class=\"site-row\">\n<p class=\"site-name\"><a href=\"{}\">Comity</a></p>\n", w("skip"), html_escaped(place.to("")));
  out += search_form(site, place);
  struct Entry {
    std::string_view kind, path, word;
  };
  std::vector<Entry> entries = {{"rankings", "rankings/", "nav.rankings"}, {"compare", "compare/", "nav.compare"}, {"disagreements", "disagreements/", "nav.disagreements"},
                                {"sources", "sources/", "nav.sources"}};
  if (site.has_server) {
    entries.push_back({"audit", "audit/", "nav.audit"});
    entries.push_back({"sql", "sql/", "nav.sql"});
  } else {
    std::erase_if(entries, [](const Entry& e) { return e.kind == "compare"; });
  }
  entries.push_back({"about", "about/", "nav.about"});
  out += fmt::format("\n<nav class=\"site-nav\" aria-label=\"{}\"><ul>", w("nav.label"));
  for (const auto& entry : entries) {
    out += fmt::format("<li><a href=\"{}\"{}>{}</a></li>", html_escaped(place.to(entry.path)), page.kind == entry.kind ? " aria-current=\"page\"" : "", w(entry.word));
  }
  out += "</ul></nav>";
  if (page.all_languages && site.languages.size() > 1) {
    out += fmt::format("\n<nav class=\"languages\" aria-label=\"{}\"><ul>", w("languages.label"));
    for (const auto& language : site.languages) {
      const bool here = language == w.language();
      const std::string name(w.find("language." + language));
      out += here ? fmt::format("<li><span aria-current=\"true\" lang=\"{0}\">{1}</span></li>", language, name)
                  : fmt::format("<li><a href=\"{2}\" lang=\"{0}\" hreflang=\"{0}\">{1}</a></li>", language, name, html_escaped(place.to_language(language)));
    }
    out += "</ul></nav>";
  }
  return out + "\n</div></header>\n";
}

std::string site_footer(const Site& site, const Place& place) {
  const Words& w = site.words;
  return fmt::format("<footer class=\"site-footer\"><p>{} <a href=\"{}\">{}</a> <a href=\"{}\">{}</a></p></footer>\n",
                     html_escaped(w.with("footer.edition", {site.context.edition, date_text(site, site.context.edition_date)})), html_escaped(place.to("sources/")), w("footer.terms"),
                     html_escaped(place.to("about/")), w("footer.about"));
}

std::string body_open(const Site& site, const Page& page, const Place& place) {
  std::string out = fmt::format("<body data-page=\"{}\"", html_escaped(page.kind));
  for (const auto& [name, value] : page.data) out += fmt::format(" data-{}=\"{}\"", name, html_escaped(value));
  out += fmt::format(" data-root=\"{}\" data-edition=\"{}\"", html_escaped(place.root()), html_escaped(site.context.edition));
  if (site.has_server) out += " data-api=\"/api/v1\"";
  return out + ">\n";
}

}  // namespace

std::string write_page(const Site& site, const Page& page) {
  const Place place(site, page.path, page.from_root);
  std::string out;
  out.reserve(page.text.size() + page.sections.size() + page.json.size() + 8192);
  out += head(site, page, place);
  out += body_open(site, page, place);
  out += site_header(site, page, place);
  // One banner a page, and that is the site's.
  out += fmt::format("<section class=\"top\" aria-label=\"{}\">\n", html_escaped(page.title));
  out += page.heading.empty() ? fmt::format("<h1>{}</h1>\n", html_escaped(page.title)) : page.heading;
  out += "</section>\n";
  out += page.sections.empty() ? "<div class=\"page wide\">\n" : "<div class=\"page\">\n";
  out += page.sections;
  out += fmt::format("<main id=\"main\" tabindex=\"-1\"{}>\n", page.text_language.empty() || page.text_language == site.words.language() ? "" : fmt::format(" lang=\"{}\"", page.text_language));
  out += page.text;
  out += "</main>\n</div>\n";
  out += site_footer(site, place);
  if (!page.json.empty()) out += fmt::format("<script type=\"application/json\" id=\"page-data\">{}</script>\n", page.json);
  return out + "</body>\n</html>\n";
}

}  // namespace comity::pages
