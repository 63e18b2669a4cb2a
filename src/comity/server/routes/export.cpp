// /api/v1/export: the tables that may be passed on; /api/v1/export/{table}: one of them whole. Facts whose terms are unknown or forbid
// it are left out (rule 30), and how many is said.
#include <algorithm>

#include <fmt/format.h>

#include "comity/server/json.hpp"
#include "comity/server/routes.hpp"
#include "comity/sources/export.hpp"
#include "comity/store/schema.hpp"

namespace comity::server {
namespace {

constexpr std::size_t most_answer = 256u << 20;  // bytes

Response list(Call& call) {
  Json json;
  json.begin_object().field("edition", call.holding.name()).key("tables").begin_array();
  for (const std::string& name : sources::exportable_tables()) {
    json.begin_object().field("name", name).field("csv", fmt::format("/api/v1/export/{}?format=csv", name)).field("parquet", fmt::format("/api/v1/export/{}?format=parquet", name)).end_object();
  }
  json.end_array().end_object();
  Response out;
  out.body = json.take();
  return out;
}

Response table(Call& call) {
  const std::string name = call.text("table"), format = call.text("format");
  const auto known = sources::exportable_tables();
  if (std::ranges::find(known, name) == known.end()) throw Problem(404, "unknown_table", fmt::format("there is no table '{}'", name), "All: /api/v1/export", "table", nearest(name, known));
  Task task;
  task.arguments = {"export", "--tables", name, "--format", format, "--output", "-"};
  task.deadline = std::chrono::seconds(120);
  task.most_output = most_answer;
  Outcome outcome = call.service.ports().run(task, call.holding);
  if (outcome.too_long) throw Problem(422, "too_much", fmt::format("the table is larger than {} MB in this form", most_answer >> 20), "Take format=parquet, a part of it (/api/v1/observations), or the command line: comity export.");
  if (outcome.out_of_time) throw Problem(503, "out_of_time", "the table took too long to write", "Take a part of it (/api/v1/observations), or the command line: comity export.");
  if (outcome.exit_code != 0) throw Problem(500, "internal", "the table could not be written");
  Response out;
  out.body = std::move(outcome.output);
  out.media_type = format == "csv" ? "text/csv; charset=utf-8" : "application/vnd.apache.parquet";
  out.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}.{}\"", name, format));
  return out;
}

}  // namespace

Route export_route() { return {.pattern = "/api/v1/export", .summary = "The tables that can be had whole", .handler = list}; }
Route export_table_route() {
  return {.pattern = "/api/v1/export/{table}",
          .summary = "One table whole, without what its sources' terms keep here",
          .handler = table,
          .parameters = {{.name = "table", .kind = Kind::text, .meaning = "its name", .example = "state"}, {.name = "format", .kind = Kind::choice, .meaning = "form of the file", .otherwise = "csv", .choices = {"csv", "parquet"}}},
          .media_types = {"text/csv", "application/vnd.apache.parquet"},
          .lane = Lane::child};
}

}  // namespace comity::server
