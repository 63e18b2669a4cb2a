// /api/v1/sources: what the edition was made from and what became of every record; /api/v1/sources/{id}: one of them in detail.
#include <algorithm>

#include <fmt/format.h>

#include "comity/facts/citations.hpp"
#include "comity/server/routes.hpp"
#include "comity/server/table.hpp"

namespace comity::server {
namespace {

using store::sql_text;

// Rows of a SELECT whose columns are the fields, in order; every one but doubles as text.
void put_rows(Json& json, store::Connection& connection, const char* key, const std::vector<Field>& fields, const std::string& from) {
  std::string list;
  for (const Field& field : fields) list += fmt::format("{}CAST({} AS {})", list.empty() ? "" : ", ", field.sql, field.form == Field::number ? "DOUBLE" : "VARCHAR");
  json.key(key).begin_array();
  write_rows(json, connection, fields, fmt::format("SELECT {} FROM {}", list, from), 1'000'000);
  json.end_array();
}

const std::vector<Field>& account_fields() {
  static const std::vector<Field> fields = {{"records", "records", Field::integer}, {"used", "used", Field::integer},   {"rejected", "rejected", Field::integer},
                                            {"unwanted", "unwanted", Field::integer}, {"facts", "facts", Field::integer}, {"absences", "absences", Field::integer}};
  return fields;
}

Response list(Call& call) {
  std::vector<Field> fields = {{"id", "s.key"}, {"title", "s.title"}, {"publisher", "s.publisher"}, {"version", "s.version"}, {"role", "s.role"}, {"independence", "s.independence"},
                               {"derives_from", "s.derives_from"}, {"licence", "s.licence"}, {"redistributable", "s.redistributable", Field::boolean}, {"citable", "s.citable", Field::boolean}, {"as_of", "s.as_of"}, {"url", "s.url"}};
  fields.insert(fields.end(), account_fields().begin(), account_fields().end());
  auto session = call.holding.edition().session();
  Json json;
  json.begin_object().field("edition", call.holding.name());
  put_rows(json, session.connection(), "sources", fields,
           "source s LEFT JOIN (SELECT source, sum(records_read)::BIGINT AS records, sum(used)::BIGINT AS used, sum(rejected)::BIGINT AS rejected, sum(unwanted)::BIGINT AS unwanted, "
           "sum(facts)::BIGINT AS facts, sum(absences)::BIGINT AS absences FROM ledger GROUP BY source) a ON a.source = s.id ORDER BY s.key");
  json.end_object();
  Response out;
  out.body = json.take();
  return out;
}

const facts::Source& source_of(const Call& call) {
  const auto& sources = call.holding.context().sources;
  const std::string key = call.text("id");
  const auto known = std::ranges::find(sources, key, &facts::Source::id);
  if (!key.empty() && known != sources.end()) return *known;
  std::vector<std::string> keys;
  for (const auto& source : sources) keys.push_back(source.id);
  throw Problem(404, "unknown_source", fmt::format("there is no source '{}' in this edition", key), "All: /api/v1/sources", "id", nearest(key, keys));
}

Response detail(Call& call) {
  const facts::Source& source = source_of(call);
  auto session = call.holding.edition().session();
  auto& connection = session.connection();
  const std::string id = fmt::format("(SELECT id FROM source WHERE key = {})", sql_text(source.id));
  Json json;
  json.begin_object().field("edition", call.holding.name()).field("id", source.id);
  for (const char* column : {"title", "publisher", "version", "as_of", "role", "independence", "derives_from", "licence", "terms", "citation", "url"}) {
    json.field_or_null(column, connection.text(fmt::format("SELECT {} FROM source WHERE key = {}", column, sql_text(source.id))));
  }
  put_rows(json, connection, "coverage",
           {{"indicator", "indicator"}, {"from_year", "from_year", Field::integer}, {"to_year", "to_year", Field::integer}, {"reporters", "reporters"}, {"blank_means", "blank"}, {"zero_means", "zero"}, {"note", "note"}},
           fmt::format("coverage WHERE source = {} ORDER BY indicator, from_year", id));
  std::vector<Field> files = {{"file", "f.path"}};
  for (const Field& field : account_fields()) files.push_back({field.name, std::string_view(field.name) == "records" ? "records_read" : field.sql, field.form});
  put_rows(json, connection, "files", files, fmt::format("ledger l JOIN source_file f ON f.id = l.file WHERE l.source = {} ORDER BY f.path", id));
  put_rows(json, connection, "rejected", {{"why", "why"}, {"records", "records", Field::integer}, {"example_at", "example_at"}},
           fmt::format("(SELECT regexp_replace(reason, ': .*', '') AS why, count(*) AS records, arg_min(f.path || ', record ' || record, record) AS example_at FROM reject r JOIN source_file f ON f.id = r.file "
                       "WHERE r.source = {} GROUP BY 1) ORDER BY records DESC, why", id));
  put_rows(json, connection, "unwanted", {{"reason", "reason"}, {"records", "records", Field::integer}}, fmt::format("unwanted WHERE source = {} ORDER BY reason", id));
  put_rows(json, connection, "corrections", {{"id", "id"}, {"reason", "reason"}, {"reported", "reported"}, {"status", "status"}, {"records", "records", Field::integer}},
           fmt::format("correction WHERE source = {} ORDER BY id", id));
  json.end_object();
  Response out;
  out.body = json.take();
  return out;
}

// Entries for reference managers.
Response cited(const Call& call, const std::vector<const facts::Source*>& sources) {
  Response out;
  const bool json = call.text("format") == "csl-json";
  out.media_type = json ? "application/vnd.citationstyles.csl+json" : "application/x-bibtex; charset=utf-8";
  if (json) out.body = "[";
  for (std::size_t i = 0; i < sources.size(); ++i) {
    out.body += i ? json ? "," : "\n" : "";
    out.body += json ? facts::csl_item(*sources[i], {}) : facts::bibtex_entry(*sources[i], {});
  }
  if (json) out.body += "]\n";
  return out;
}

Response citation(Call& call) { return cited(call, {&source_of(call)}); }

Response citations(Call& call) {
  std::vector<const facts::Source*> all;
  for (const auto& source : call.holding.context().sources) {
    if (!source.id.empty()) all.push_back(&source);
  }
  return cited(call, all);
}

Parameter id() { return {.name = "id", .kind = Kind::text, .meaning = "the source's id", .example = "cow_trade_4_0"}; }
Parameter form() { return {.name = "format", .kind = Kind::choice, .meaning = "form of the entries", .otherwise = "bibtex", .choices = {"bibtex", "csl-json"}}; }
const std::vector<std::string> citation_types = {"application/x-bibtex", "application/vnd.citationstyles.csl+json"};

}  // namespace

Route sources_route() { return {.pattern = "/api/v1/sources", .summary = "What the edition was made from: terms, independence, and what became of every record", .handler = list}; }
Route source_route() { return {.pattern = "/api/v1/sources/{id}", .summary = "One source: coverage, files, rejected records by reason, repairs", .handler = detail, .parameters = {id()}}; }
Route source_citation_route() {
  return {.pattern = "/api/v1/sources/{id}/citation", .summary = "How to cite one source", .handler = citation, .parameters = {id(), form()}, .media_types = citation_types};
}
Route citations_route() { return {.pattern = "/api/v1/citations", .summary = "How to cite every source of the edition", .handler = citations, .parameters = {form()}, .media_types = citation_types}; }

}  // namespace comity::server
