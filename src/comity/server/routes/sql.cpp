// /api/v1/sql: one SELECT over the edition, run by a child process that can read nothing else and change nothing, that has bounds on
// memory and processor time, and that is killed at its deadline.
#include <fmt/format.h>

#include "comity/server/json.hpp"
#include "comity/server/routes.hpp"

namespace comity::server {
namespace {

constexpr std::size_t most_sql = 64u << 10, most_answer = 16u << 20;  // bytes
constexpr int most_rows = 100'000, most_seconds = 20;

// What the child said on stderr: "comity: what\n  hint\n".
std::pair<std::string, std::string> said(std::string_view talk) {
  constexpr std::string_view name = "comity: ", indent = "\n  ";
  if (talk.starts_with(name)) talk.remove_prefix(name.size());
  while (talk.ends_with('\n')) talk.remove_suffix(1);
  const std::size_t cut = talk.rfind(indent);
  if (cut == std::string_view::npos) return {std::string(talk), {}};
  return {std::string(talk.substr(0, cut)), std::string(talk.substr(cut + indent.size()))};
}

[[noreturn]] void fail(const Outcome& outcome, int seconds) {
  if (outcome.out_of_time) throw Problem(422, "out_of_time", fmt::format("the question took longer than {} seconds and was stopped", seconds), "Narrow it: WHERE pair = …, one indicator, fewer joins.");
  if (outcome.too_long) throw Problem(422, "too_much", fmt::format("the answer is larger than {} MB", most_answer >> 20), "Select fewer columns or rows.");
  // A signal: the bound on processor time, or memory that could not be had.
  if (outcome.exit_code < 0) throw Problem(422, "stopped", "the question used more memory or processor time than it may and was stopped", "Narrow it: fewer rows, fewer joins.");
  auto [what, hint] = said(outcome.talk);
  // Where memory is so short that no words are left, there are none.
  const bool memory = what.empty() || what.find("Failed to allocate") != std::string::npos || what.find("Out of Memory") != std::string::npos || what.find("more memory") != std::string::npos || what.find("not enough memory") != std::string::npos || what.find("bad allocation") != std::string::npos;
  if (memory) throw Problem(422, "stopped", "the question used more memory than it may and was stopped", "Narrow it: fewer rows, fewer joins.");
  throw Problem(400, "bad_sql", what, hint.find("--") == std::string::npos ? hint : "The tables: /api/v1/schema", "query");
}

}  // namespace

Response ask_in_sql(Call& call, std::string sql, int limit, int seconds, bool csv) {
  if (sql.empty()) throw Problem(400, "missing_parameter", "there is no question", "For example SELECT key, name FROM state LIMIT 5", "query");
  if (sql.size() > most_sql) throw Problem(413, "too_large", fmt::format("the question is longer than {} bytes", most_sql));
  if (sql.find('\0') != std::string::npos) throw Problem(400, "bad_parameter", "the question holds a zero byte", {}, "query");
  Task task;
  task.arguments = {"query", "-", "--confined", "--limit", std::to_string(limit), "--format", csv ? "csv" : "rows"};
  task.input = std::move(sql);
  task.deadline = std::chrono::seconds(seconds);
  task.most_output = most_answer;
  Outcome outcome = call.service.ports().run(task, call.holding);
  if (outcome.out_of_time || outcome.too_long || outcome.exit_code != 0) fail(outcome, seconds);
  const bool cut = outcome.talk.find("only the first") != std::string::npos;
  Response out;
  if (csv) {
    out.media_type = "text/csv; charset=utf-8";
    out.body = std::move(outcome.output);
  } else {
    Json head;
    head.begin_object().field("edition", call.holding.name()).field("limit", limit);
    out.body = std::move(head.bytes()) + "," + outcome.output.substr(1);
  }
  if (cut) out.headers.emplace_back("Comity-Truncated", "true");
  return out;
}

namespace {

Response ask(Call& call, std::string sql) { return ask_in_sql(call, std::move(sql), call.integer("limit"), call.integer("seconds"), call.text("format") == "csv"); }

Response by_get(Call& call) { return ask(call, call.text("query")); }
Response by_post(Call& call) {
  Response out = ask(call, call.request.body);
  out.keeping = Keeping::never;
  return out;
}

std::vector<Parameter> parameters() {
  return {{.name = "limit", .kind = Kind::integer, .meaning = "rows at most; more are left out, and truncated says so", .example = "10", .otherwise = "10000", .least = 1, .most = most_rows},
          {.name = "seconds", .kind = Kind::integer, .meaning = "how long it may take", .otherwise = "10", .least = 1, .most = most_seconds},
          {.name = "format", .kind = Kind::choice, .meaning = "form of the answer", .otherwise = "json", .choices = {"json", "csv"}}};
}

}  // namespace

Route sql_route() {
  auto all = parameters();
  all.insert(all.begin(), {.name = "query", .kind = Kind::text, .meaning = "one SELECT; tables and columns: /api/v1/schema", .example = "SELECT key, name FROM state ORDER BY key", .required = true});
  return {.pattern = "/api/v1/sql", .summary = "One SELECT over the edition", .handler = by_get, .parameters = all, .media_types = {"application/json", "text/csv"}, .lane = Lane::child};
}

Route sql_post_route() {
  return {.method = Method::post,
          .pattern = "/api/v1/sql",
          .summary = "One SELECT over the edition, as the body",
          .handler = by_post,
          .parameters = parameters(),
          .media_types = {"application/json", "text/csv"},
          .lane = Lane::child,
          .most_body = most_sql,
          .body_meaning = "one SELECT",
          .body_type = "text/plain"};
}

}  // namespace comity::server
