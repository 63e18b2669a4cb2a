// /api/v1/facts/{key}: one cell, with the file, record and column that it stands in; /api/v1/editions/{edition}/facts/{key}: the
// same as a permalink, which never changes because it names the edition.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "comity/server/routes.hpp"
#include "comity/server/table.hpp"

namespace comity::server {
namespace {

std::uint64_t key_of(const Call& call) {
  const std::string text = call.text("key");
  std::uint64_t key = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), key, 16);
  const bool lower = std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (text.size() != 16 || error != std::errc() || end != text.data() + text.size() || !lower) {
    throw Problem(400, "bad_parameter", fmt::format("'{}' is no key of a fact", text), "A key is 16 hexadecimal digits in lower case, as in the JSON of a dossier.", "key");
  }
  return key;
}

// The facts that a derived one was made from.
void put_derivation(Json& json, store::Connection& connection, std::uint64_t key) {
  static const std::vector<Field> fields = {{"method", ""}, {"key", ""}};
  json.key("derived_from").begin_array();
  write_rows(json, connection, fields, fmt::format("SELECT method, lower(printf('%016x', from_key)) FROM derivation WHERE key = {}::UBIGINT ORDER BY from_key LIMIT 500", key), 500);
  json.end_array();
}

// With where a cell of a workbook stands, as a spreadsheet shows it; null for rows of lists, whose record says it.
std::vector<Field> with_place(std::vector<Field> fields) {
  fields.push_back({"place",
                    "(SELECT 'sheet ''' || w.sheet || ''', row ' || (w.\"row\" + (t.record - w.record) // w.cells) FROM sheet_row w "
                    "WHERE w.file = t.file AND t.record >= w.record AND t.record < w.record + w.\"rows\"::UBIGINT * w.cells)"});
  return fields;
}

Response answer(Call& call) {
  const std::uint64_t key = key_of(call);
  auto session = call.holding.edition().session();
  Json json;
  json.begin_object().field("edition", call.holding.name()).field("key", call.text("key"));
  json.field("permalink", fmt::format("/api/v1/editions/{}/facts/{}", call.holding.name(), call.text("key"))).key("facts").begin_array();
  std::size_t count = 0;
  for (const FactTable* table : {&observation_table(), &event_table(), &mission_table(), &membership_table(), &agreement_table(), &presence_table()}) {
    const FactTable placed{table->name, with_place(table->fields), table->joins, table->order, table->place};
    const RowQuery query{&placed, fmt::format("key = {}::UBIGINT", key), 100, 0};
    Json rows;
    rows.begin_array();
    const auto written = write_rows(rows, session.connection(), placed.fields, sql_of(query), query.limit);
    rows.end_array();
    if (written.rows) json.begin_object().field("table", table->name).key("rows").raw(rows.bytes()).end_object();
    count += written.rows;
  }
  if (!count) throw Problem(404, "unknown_fact", fmt::format("no fact of edition {} has the key {}", call.holding.name(), call.text("key")), "Keys stand in the JSON of a dossier, under facts, and in every list.", "key");
  json.end_array();
  put_derivation(json, session.connection(), key);
  json.end_object();
  Response out;
  out.body = json.take();
  return out;
}

Response permanent(Call& call) {
  if (call.text("edition") != call.holding.name()) {
    key_of(call);
    throw Problem(404, "other_edition", fmt::format("this server holds edition {}, not {}", call.holding.name(), call.text("edition")),
                  fmt::format("A fact keeps its key over editions: /api/v1/facts/{} is what this edition says.", call.text("key")), "edition", {fmt::format("/api/v1/facts/{}", call.text("key"))});
  }
  Response out = answer(call);
  out.keeping = Keeping::for_ever;
  return out;
}

Parameter key() { return {.name = "key", .kind = Kind::text, .meaning = "16 hexadecimal digits"}; }

}  // namespace

Route fact_route() { return {.pattern = "/api/v1/facts/{key}", .summary = "One cell: what it says, and the file, record and column where it stands", .handler = answer, .parameters = {key()}}; }
Route permalink_route() {
  return {.pattern = "/api/v1/editions/{edition}/facts/{key}",
          .summary = "The same, as one edition has it: a permalink",
          .handler = permanent,
          .parameters = {{.name = "edition", .kind = Kind::text, .meaning = "the edition's name, as in every answer"}, key()}};
}

}  // namespace comity::server
