// /api/v1/indicators: what figures measure, with their unit and direction. /api/v1/schema: tables and columns, for questions in SQL.
#include "comity/server/json.hpp"
#include "comity/server/routes.hpp"
#include "comity/server/table.hpp"
#include "comity/store/schema.hpp"
#include "comity/store/views.hpp"

namespace comity::server {
namespace {

Response indicators(Call& call) {
  static const std::vector<Field> fields = {{"key", "i.key"},
                                            {"title", "i.title"},
                                            {"measure", "i.measure"},
                                            {"unit", "i.unit"},
                                            {"direction", "i.direction"},
                                            {"description", "i.description"},
                                            {"undirected", "coalesce(i.undirected, false)", Field::boolean},
                                            {"from_year", "c.from_year", Field::integer},
                                            {"to_year", "c.to_year", Field::integer},
                                            {"sources", "c.sources"}};
  std::string list;
  for (const Field& field : fields) list += (list.empty() ? "CAST(" : ", CAST(") + std::string(field.sql) + " AS VARCHAR)";
  auto session = call.holding.edition().session();
  Json json;
  json.begin_object().field("edition", call.holding.name()).key("indicators").begin_array();
  write_rows(json, session.connection(), fields,
             "SELECT " + list + " FROM indicator i LEFT JOIN (SELECT indicator, min(from_year) AS from_year, max(to_year) AS to_year, string_agg(DISTINCT s.key, ',' ORDER BY s.key) AS sources "
             "FROM coverage JOIN source s ON s.id = source WHERE s.role = 'facts' GROUP BY indicator) c ON c.indicator = i.key ORDER BY i.key",
             100'000);
  json.end_array().end_object();
  Response out;
  out.body = json.take();
  return out;
}

template <class Definition>
void put_table(Json& json, const Definition& table, const char* kind) {
  json.begin_object().field("name", table.name).field("kind", kind).field("meaning", table.meaning).key("columns").begin_array();
  for (const auto& column : table.columns) json.begin_object().field("name", column.name).field("type", column.type).field("meaning", column.meaning).end_object();
  json.end_array().end_object();
}

Response schema(Call& call) {
  Json json;
  json.begin_object().field("edition", call.holding.name()).field("schema", store::schema_version).key("tables").begin_array();
  for (const auto& view : store::views()) put_table(json, view, "view");
  for (const auto& table : store::tables()) put_table(json, table, "table");
  json.end_array().end_object();
  Response out;
  out.body = json.take();
  return out;
}

}  // namespace

Route indicators_route() { return {.pattern = "/api/v1/indicators", .summary = "What figures measure: unit, direction, the years and sources that cover it", .handler = indicators}; }
Route schema_route() { return {.pattern = "/api/v1/schema", .summary = "Tables, views and columns of the edition, for questions in SQL", .handler = schema}; }

}  // namespace comity::server
