#include "comity/pages/text_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "comity/pages/elements.hpp"

namespace comity::pages {
namespace {

std::string count_text(const Site& site, std::size_t count) { return number_text(site, static_cast<double>(count)); }

// Examples of the SQL page; run by a test.
constexpr std::array<std::pair<const char*, const char*>, 3> examples = {{
    {"sql.example_trade",
     "SELECT period_start, reporter_kind, value, currency, s.key AS source\nFROM observation o JOIN indicator i ON i.id = o.indicator JOIN source s ON s.id = o.source\n"
     "WHERE i.key = 'goods_exports' AND o.product = 'total'\n  AND from_state = (SELECT id FROM state WHERE key = 'DEU') AND to_state = (SELECT id FROM state WHERE key = 'KAZ')\nORDER BY period_start"},
    {"sql.example_missions", "SELECT s.key AS sending, r.key AS receiving, m.kind, m.city, m.as_listed_on\nFROM mission m JOIN state s ON s.id = m.sending JOIN state r ON r.id = m.receiving\nWHERE m.kind = 'embassy' ORDER BY 1, 2 LIMIT 100"},
    {"sql.example_ledger", "SELECT s.key, sum(records_read) AS records, sum(used) AS used, sum(rejected) AS rejected, sum(unwanted) AS unwanted\nFROM ledger l JOIN source s ON s.id = l.source GROUP BY 1 ORDER BY 2 DESC"},
}};

// Escaped, with its line ends: a comment of SQL lasts to the end of its line.
std::string escaped_lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += html_escaped(text.substr(at, end - at));
    if (end == text.size()) return out;
    out += '\n';
    at = end + 1;
  }
}

std::string trouble_line(std::string_view trouble) { return trouble.empty() ? std::string() : fmt::format("<p role=\"alert\" class=\"trouble\"><strong>{}</strong></p>\n", html_escaped(trouble)); }

}  // namespace

std::string about_page(const Site& site, const AboutData& data) {
  const Words& w = site.words;
  Page page{.kind = "about", .path = "about/", .title = std::string(w("about.title")), .description = std::string(w("site.description"))};
  page.body_class = "site-wide";
  const Place place(site, page.path);
  page.text = paragraph(w("site.description"), "lead") + paragraph(w("about.sources_first")) + paragraph(w("about.both_sides")) + paragraph(w("about.absence"));
  page.text += fmt::format("<h2>{}</h2>\n", w("about.edition"));
  if (data.facts) page.text += paragraph(w.with("about.counts", {site.context.edition, date_text(site, site.context.edition_date), count_text(site, data.pairs), count_text(site, data.facts), count_text(site, data.sources)}));
  if (!data.pairs_rule.empty()) page.text += paragraph(data.pairs_rule);
  if (data.left_out_sources) page.text += fmt::format("<p>{} {}</p>\n", html_escaped(w.with("about.left_out", {std::to_string(data.left_out_sources)})), link(place.to("left-out/"), w("left_out.title")));
  page.text += fmt::format("<h2>{}</h2>\n", w("about.maps")) + paragraph(w("about.maps_text"));
  page.text += fmt::format("<h2>{}</h2>\n", w("about.terms")) + fmt::format("<p>{} {}</p>\n", html_escaped(w("about.terms_text")), link(place.to("sources/"), w("sources.title")));
  page.text += paragraph(w.with("about.program", {data.program_version}), "note");
  page.linked_data = fmt::format(R"({{"@context":"https://schema.org","@type":"Dataset","name":"Comity","description":{},"version":{},"dateModified":{},"isAccessibleForFree":true}})", json_text(w("site.description")),
                                 json_text(site.context.edition), json_text(site.context.edition_date));
  return write_page(site, page);
}

std::string sql_page(const Site& site, std::string_view sql, std::string_view result, std::string_view trouble) {
  const Words& w = site.words;
  Page page{.kind = "sql", .path = "sql/", .title = std::string(w("sql.title")), .description = std::string(w("sql.lead")), .indexed = false};
  page.body_class = "site-wide";
  const Place place(site, page.path);
  page.text = paragraph(w("sql.lead"), "lead") + trouble_line(trouble);
  page.text += fmt::format("<form class=\"form\" id=\"sql-form\" data-sql=\"\" action=\"{}\" method=\"get\"><label>SQL<textarea class=\"code\" name=\"q\" rows=\"8\" spellcheck=\"false\">{}</textarea></label><button>{}</button></form>\n",
                           html_escaped(place.to("sql/")), escaped_lines(sql.empty() ? std::string_view(examples[0].second) : sql), w("sql.run"));
  page.text += fmt::format("<section id=\"sql-result\" aria-live=\"polite\">{}</section>\n", result);
  page.text += fmt::format("<section class=\"sql-examples\"><h2>{}</h2>\n", w("sql.examples"));
  for (const auto& [word, query] : examples) page.text += fmt::format("<h3>{}</h3><pre><code>{}</code></pre>\n", html_escaped(w(word)), escaped_lines(query));
  page.text += "</section>\n";
  return write_page(site, page);
}

std::string audit_form_page(const Site& site, std::string_view trouble) {
  const Words& w = site.words;
  Page page{.kind = "audit", .path = "audit/", .title = std::string(w("audit.title")), .description = std::string(w("audit.lead"))};
  page.body_class = "site-wide";
  const Place place(site, page.path);
  page.text = paragraph(w("audit.lead"), "lead") + trouble_line(trouble);
  page.text += fmt::format("<form class=\"form\" id=\"audit-form\" data-audit=\"\" action=\"{}\" method=\"post\" enctype=\"text/plain\"><label>{}<textarea name=\"text\" rows=\"14\" required=\"\"></textarea></label><button>{}</button></form>\n",
                           html_escaped(place.to("audit/")), w("audit.text"), w("audit.run"));
  page.text += paragraph(w("audit.note"), "note") + "<section id=\"audit-result\" aria-live=\"polite\"></section>\n";
  return write_page(site, page);
}

std::string audit_page(const Site& site, const AuditResult& result) {
  const Words& w = site.words;
  Page page{.kind = "audit", .path = "audit/", .title = std::string(w("audit.title")), .description = std::string(w("audit.lead")), .indexed = false};
  page.body_class = "site-wide";
  const Place place(site, page.path);
  // The article's own title stands in its text below.
  page.text = paragraph(w.with("audit.result", {result.heading.pair_a, result.heading.pair_b, std::to_string(result.report.claims.size()), result.heading.edition, date_text(site, result.heading.edition_date)}), "lead");
  page.text += fmt::format("<div class=\"audit\" id=\"audit-result\" lang=\"en\">{}\n{}</div>\n", audit::html_summary(result.report), audit::html_findings(result.report, site.context, result.text, result.blocks));
  page.text += fmt::format("<ul class=\"actions\"><li><a href=\"{}\">{}</a></li></ul>\n", html_escaped(place.to("audit/")), w("audit.again"));
  return write_page(site, page);
}

std::string not_found_page(const Site& site, std::string_view path, const std::vector<std::pair<std::string, std::string>>& suggestions) {
  const Words& w = site.words;
  Page page{.kind = "not-found", .path = "", .title = std::string(w("not_found.title")), .description = {}, .indexed = false, .from_root = true, .all_languages = false};
  page.body_class = "site-wide";
  const Place place(site, page.path, true);
  page.text = path.empty() ? paragraph(w("not_found.text")) : paragraph(w.with("not_found.text_path", {path}));
  if (!suggestions.empty()) {
    page.text += paragraph(w("not_found.meant")) + "<ul>";
    for (const auto& [href, words] : suggestions) page.text += fmt::format("<li>{}</li>", link(place.to(href), words));
    page.text += "</ul>\n";
  }
  page.text += fmt::format("<p>{}</p>\n", link(place.to(""), w("not_found.start")));
  return write_page(site, page);
}

}  // namespace comity::pages
