// /api/v1/panel: a table of pairs or states by period with the variables asked for, made by a child process: it may be large.
#include <fmt/format.h>

#include "comity/panel/panel.hpp"
#include "comity/panel/variables.hpp"
#include "comity/server/json.hpp"
#include "comity/server/routes.hpp"

namespace comity::server {
namespace {

constexpr std::size_t most_answer = 128u << 20;  // bytes
constexpr int usual_json_rows = 10'000, most_json_rows = 100'000;

// "comity: what\n  hint": what the child said last.
Problem problem_of_child(std::string talk) {
  const std::size_t begin = talk.rfind("comity: ");
  if (begin == std::string::npos) return Problem(500, "internal", "the panel could not be made");
  talk = talk.substr(begin + 8);
  const std::size_t cut = std::min(talk.find("\n  "), talk.size());
  std::string hint = cut < talk.size() ? talk.substr(cut + 3) : std::string();
  while (hint.ends_with('\n')) hint.pop_back();
  std::string what = talk.substr(0, cut);
  while (what.ends_with('\n')) what.pop_back();
  return Problem(400, "bad_panel", what, hint.find("--") == std::string::npos ? hint : "What there is: /api/v1/panel/variables", "variables");
}

Response answer(Call& call) {
  Task task;
  task.arguments = {"panel", "--confined", "--output", "-"};
  const auto pass = [&](const char* parameter, const char* option) {
    if (const std::string value = call.text(parameter); !value.empty()) task.arguments.insert(task.arguments.end(), {option, value});
  };
  if (call.has("preset") == call.has("variables")) throw Problem(400, "missing_parameter", "a panel needs variables, or a preset", "For example variables=goods_exports,mindist", "variables");
  for (const std::string& word : call.list("variables")) {
    if (word.starts_with("-")) throw Problem(400, "bad_parameter", fmt::format("'{}' is no variable", word), "What there is: /api/v1/panel/variables", "variables");
  }
  pass("variables", "--variables"), pass("preset", "--preset"), pass("system", "--system"), pass("unit", "--unit"), pass("step", "--step");
  const int from = call.integer("from"), to = call.integer("to");
  if (from) task.arguments.insert(task.arguments.end(), {"--from", std::to_string(from)});
  if (to) task.arguments.insert(task.arguments.end(), {"--to", std::to_string(to)});
  if (call.flag("status")) task.arguments.emplace_back("--status");
  const std::string format = call.text("format");
  const bool json = format == "json";
  int limit = call.integer("limit");
  if (json && (limit == 0 || limit > most_json_rows)) {
    if (limit > most_json_rows) throw Problem(400, "bad_parameter", fmt::format("as JSON a panel has at most {} rows", most_json_rows), "Take format=csv, csv.gz or parquet, or a smaller limit.", "limit");
    limit = usual_json_rows;
  }
  task.arguments.insert(task.arguments.end(), {"--format", format, "--limit", std::to_string(limit)});
  task.deadline = std::chrono::seconds(60);
  task.most_output = most_answer;
  Outcome outcome = call.service.ports().run(task, call.holding);
  if (outcome.out_of_time || outcome.exit_code < 0) throw Problem(422, "out_of_time", "the panel takes more time or memory than it may", "Ask for fewer years or variables, or make it with the command line: comity panel.");
  if (outcome.too_long) throw Problem(422, "too_much", fmt::format("the panel is larger than {} MB", most_answer >> 20), "Ask for fewer years or variables, or make it with the command line: comity panel.");
  if (outcome.exit_code != 0) throw problem_of_child(outcome.talk);
  const bool cut = outcome.talk.find("only the first") != std::string::npos;
  Response out;
  if (json) {
    Json head;
    head.begin_object().field("edition", call.holding.name()).field("limit", limit).field("truncated", cut);
    while (outcome.output.ends_with('\n')) outcome.output.pop_back();
    out.body = std::move(head.bytes()) + ",\"rows\":" + outcome.output + "}\n";
  } else {
    out.media_type = format == "csv" ? "text/csv; charset=utf-8" : format == "csv.gz" ? "application/gzip" : "application/vnd.apache.parquet";
    out.body = std::move(outcome.output);
    out.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"panel.{}\"", format));
  }
  if (cut) out.headers.emplace_back("Comity-Truncated", "true");
  return out;
}

Response variables(Call& call) {
  auto session = call.holding.edition().session();
  Json json;
  json.begin_object().field("edition", call.holding.name()).field("variables", panel::known_words(session.connection())).field("presets", panel::preset_names()).end_object();
  Response out;
  out.body = json.take();
  return out;
}

}  // namespace

Route panel_route() {
  return {.pattern = "/api/v1/panel",
          .summary = "A table of pairs or states by period with the variables asked for",
          .handler = answer,
          .parameters = {{.name = "variables", .kind = Kind::list, .meaning = "names, separated by commas: /api/v1/panel/variables"},
                         {.name = "preset", .kind = Kind::text, .meaning = "columns as another program names them"},
                         {.name = "system", .kind = Kind::choice, .meaning = "whose list of states", .otherwise = "cow", .choices = {"cow", "gw", "iso"}},
                         {.name = "unit", .kind = Kind::choice, .meaning = "what a row is; usually dyad-year", .choices = {"directed-dyad-year", "dyad-year", "state-year", "state-organization-year"}},
                         {.name = "step", .kind = Kind::choice, .meaning = "length of a period; usually a year", .choices = {"year", "month", "day"}},
                         {.name = "from", .kind = Kind::integer, .meaning = "first year", .least = 1, .most = 2099},
                         {.name = "to", .kind = Kind::integer, .meaning = "last year", .least = 1, .most = 2099},
                         {.name = "status", .kind = Kind::flag, .meaning = "beside each variable a column that says why a cell is missing"},
                         {.name = "limit", .kind = Kind::integer, .meaning = "rows at most, the first; usually all, as JSON 10000 (100000 at most). More are left out: Comity-Truncated says so, in JSON truncated too", .least = 1, .most = 2'000'000'000},
                         {.name = "format", .kind = Kind::choice, .meaning = "form of the answer", .otherwise = "csv", .choices = {"csv", "csv.gz", "parquet", "json"}}},
          .media_types = {"text/csv", "application/gzip", "application/vnd.apache.parquet", "application/json"},
          .lane = Lane::child};
}

Route panel_variables_route() { return {.pattern = "/api/v1/panel/variables", .summary = "The variables that a panel can have", .handler = variables}; }

}  // namespace comity::server
