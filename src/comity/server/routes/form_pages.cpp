// Pages that are forms or lists of sources: sources, about, audit, SQL. They are of use without a script: what a form sends comes
// back as a page.
#include <algorithm>

#include <fmt/format.h>

#include "comity/claims/source_text.hpp"
#include "comity/claims/write.hpp"
#include "comity/pages/sources.hpp"
#include "comity/pages/text_pages.hpp"
#include "comity/server/page_call.hpp"
#include "comity/server/routes.hpp"

namespace comity::server {
namespace {

constexpr std::size_t most_text = 2u << 20;  // bytes
constexpr int most_rows = 500, most_seconds = 10;

Response sources(Call& call) {
  if (auto answer = mended(call)) return *answer;
  auto session = call.holding.edition().session();
  return html(pages::sources_page(site_of(call), pages::gather_sources(session.connection(), call.holding.context())));
}

Response source(Call& call) {
  if (auto answer = mended(call)) return *answer;
  auto session = call.holding.edition().session();
  const auto& context = call.holding.context();
  std::vector<std::string> known;
  for (const auto& one : pages::gather_sources(session.connection(), context)) {
    if (context.sources[one.source.value].id == call.text("id")) return html(pages::source_page(site_of(call), one));
    known.push_back(context.sources[one.source.value].id);
  }
  auto near = nearest(call.text("id"), known);
  for (auto& one : near) one.insert(0, "/sources/");
  throw Problem(404, "unknown_source", fmt::format("there is no source '{}' in this edition", call.text("id")), {}, "id", near);
}

Response about(Call& call) {
  if (auto answer = mended(call)) return *answer;
  bool whole = false;
  const auto start = call.holding.shelf(call.service).start_so_far(whole);
  Response out = html(pages::about_page(site_of(call), {.program_version = call.service.ports().version, .pairs = start.pairs, .facts = start.facts, .sources = start.sources}));
  if (!whole) out.keeping = Keeping::never;
  return out;
}

Response audit_form(Call& call) {
  if (auto answer = mended(call)) return *answer;
  return html(pages::audit_form_page(site_of(call)));
}

// A form of type text/plain sends "text=", the field, and a line end.
std::string_view field_of(std::string_view body) {
  constexpr std::string_view name = "text=";
  if (body.starts_with(name)) body.remove_prefix(name.size());
  if (body.ends_with("\r\n")) body.remove_suffix(2);
  return body;
}

Response audit_text(Call& call) {
  const pages::Site& site = site_of(call);
  const std::string_view body = field_of(call.request.body);
  auto found = call.service.extractor().extract(body, {});
  Response out;
  if (found.binary || !found.a) {
    out = html(pages::audit_form_page(site, found.binary ? "This is no text." : found.why_no_pair.empty() ? "The text is about no two countries that could be told." : found.why_no_pair));
  } else {
    const auto& context = call.holding.context();
    const auto& states = call.service.states();
    auto session = call.holding.edition().session();
    const auto report = audit::check(std::move(found.claims), session.pair_facts(found.a, found.b), context, {found.title, {}});
    const audit::Heading heading{{}, found.title, states.state(found.a).name, states.state(found.b).name, context.edition, context.edition_date};
    claims::SourceText decoded;
    claims::read_source_text(body, decoded);
    claims::PlainText plain;
    claims::read_markup(found.format, decoded.text, plain);
    out = html(pages::audit_page(site, {report, heading, plain.text, plain.blocks}));
  }
  out.keeping = Keeping::never;
  return out;
}

// CSV with quotes as a table of HTML.
std::string table_of(std::string_view csv) {
  std::string out = "<table data-sortable=\"\"><thead><tr>", cell;
  bool head = true, quoted = false, open = true;
  const auto end_cell = [&] {
    out += head ? "<th>" : "<td>";
    claims::append_html_text(out, cell);
    out += head ? "</th>" : "</td>";
    cell.clear();
  };
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (!open) out += "<tr>", open = true;
    if (quoted) {
      if (c != '"') cell += c;
      else if (i + 1 < csv.size() && csv[i + 1] == '"') cell += c, ++i;
      else quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      end_cell();
    } else if (c == '\n') {
      end_cell();
      out += head ? "</tr></thead><tbody>" : "</tr>\n";
      head = open = false;
    } else {
      cell += c;
    }
  }
  return out + "</tbody></table>\n";
}

Response sql(Call& call) {
  if (auto answer = mended(call)) return *answer;
  const std::string question = call.text("q");
  if (question.empty()) return html(pages::sql_page(site_of(call)));
  Response out;
  try {
    const Response answer = ask_in_sql(call, question, most_rows, most_seconds, true);
    const bool cut = std::ranges::any_of(answer.headers, [](const Header& one) { return one.first == "Comity-Truncated"; });
    out = html(pages::sql_page(site_of(call), question, table_of(answer.body), cut ? fmt::format("Only the first {} rows are shown.", most_rows) : ""));
  } catch (const Problem& problem) {
    out = html(pages::sql_page(site_of(call), question, {}, problem.what()));
    out.keeping = Keeping::never;
  }
  return out;
}

}  // namespace

void add_form_pages(std::vector<Route>& routes) {
  add_page(routes, "/sources/", "what the edition was made from", sources);
  add_page(routes, "/sources/{id}/", "one source", source, {{.name = "id", .meaning = "its id"}});
  add_page(routes, "/about/", "about", about);
  add_page(routes, "/audit/", "a text to be checked", audit_form);
  add_page(routes, "/audit/", "a text, checked", audit_text);
  for (std::size_t i = routes.size() - page_languages.size(); i < routes.size(); ++i) {
    routes[i].method = Method::post, routes[i].most_body = most_text, routes[i].body_type = "text/plain", routes[i].body_meaning = "a document";
  }
  add_page(routes, "/sql/", "questions in SQL", sql, {{.name = "q", .meaning = "one SELECT"}});
  for (std::size_t i = routes.size() - page_languages.size(); i < routes.size(); ++i) routes[i].lane = Lane::child;
}

}  // namespace comity::server
