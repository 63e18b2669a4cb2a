#include "comity/server/table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/base/csv_text.hpp"
#include "comity/base/number.hpp"

namespace comity::server {

using store::sql_text;

const std::vector<std::string> list_media_types = {"application/json", "text/csv", "application/vnd.apache.parquet"};

namespace {

constexpr std::size_t most_rows = 100'000;
constexpr const char* usual_rows = "1000";

// Every column as text, doubles as they are: what the writers read.
std::string select_list(const std::vector<Field>& fields, bool typed) {
  std::string out;
  for (const Field& field : fields) {
    out += fmt::format("{}{} AS {}", out.empty() ? "" : ", ", typed || field.form == Field::number ? std::string(field.sql) : fmt::format("CAST({} AS VARCHAR)", field.sql), store::sql_name(field.name));
  }
  return out;
}

Response parquet(Call& call, const RowQuery& query) {
  Task task;
  task.arguments = {"query", "-", "--format", "parquet", "--output", "-", "--limit", std::to_string(query.limit)};
  task.input = sql_of(query, true);
  task.deadline = std::chrono::seconds(30);
  task.most_output = 64u << 20;
  const Outcome outcome = call.service.ports().run(task, call.holding);
  if (outcome.out_of_time) throw Problem(503, "out_of_time", "the file took too long to make", "Ask for fewer rows: limit, or a narrower filter.");
  if (outcome.too_long) throw Problem(422, "too_much", "the file is too large", "Ask for fewer rows: limit, or a narrower filter.");
  if (outcome.exit_code != 0) throw Problem(500, "store", "the file could not be made", "Take format=csv.");
  Response out;
  out.body = outcome.output;
  out.media_type = "application/vnd.apache.parquet";
  out.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}.parquet\"", call.target.segments.back()));
  return out;
}

}  // namespace

std::string next_path(const Call& call, std::size_t offset) {
  std::string out = call.target.path;
  char separator = '?';
  for (const auto& [name, value] : call.target.query) {
    if (name == "offset") continue;
    out += separator + percent_encode(name) + "=" + percent_encode(value);
    separator = '&';
  }
  return fmt::format("{}{}offset={}", out, separator, offset);
}

// The page is cut out of the table before anything is joined to it: a list of twenty million rows costs what a page costs. One row more
// than asked for shows whether there are more.
std::string sql_of(const RowQuery& query, bool typed) {
  return fmt::format("SELECT {} FROM (SELECT *, {} AS n FROM {} WHERE {} LIMIT {} OFFSET {}) t {} ORDER BY {}", select_list(query.table->fields, typed), query.table->place, query.table->name, query.where, query.limit + 1,
                     query.offset, query.table->joins, query.table->order);
}

Written write_rows(Json& json, store::Connection& connection, const std::vector<Field>& fields, const std::string& sql, std::size_t most) {
  Written out;
  auto result = connection.query(sql);
  while (const auto chunk = result.next()) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      if (out.rows == most) {
        out.more = true;
        return out;
      }
      ++out.rows;
      json.begin_object();
      for (std::size_t i = 0; i < fields.size(); ++i) {
        json.key(fields[i].name);
        if (chunk.is_null(i, row)) json.null();
        else if (fields[i].form == Field::number) json.number(chunk.get<double>(i, row));
        else if (fields[i].form == Field::text) json.text(chunk.text(i, row));
        else json.raw(chunk.text(i, row));
      }
      json.end_object();
    }
  }
  return out;
}

Written write_csv(std::string& out, store::Connection& connection, const std::vector<Field>& fields, const std::string& sql, std::size_t most) {
  Written written;
  for (std::size_t i = 0; i < fields.size(); ++i) out += (i ? "," : "") + std::string(fields[i].name);
  out += '\n';
  auto result = connection.query(sql);
  while (const auto chunk = result.next()) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      if (written.rows == most) {
        written.more = true;
        return written;
      }
      ++written.rows;
      for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i) out += ',';
        if (chunk.is_null(i, row)) continue;
        if (fields[i].form == Field::number) append_exact(out, chunk.get<double>(i, row));
        else append_csv(out, chunk.text(i, row));
      }
      out += '\n';
    }
  }
  return written;
}

std::vector<Parameter> with_paging(std::vector<Parameter> parameters) {
  parameters.push_back({.name = "limit", .kind = Kind::integer, .meaning = "rows at most", .example = "2", .otherwise = usual_rows, .least = 1, .most = static_cast<int>(most_rows)});
  parameters.push_back({.name = "offset", .kind = Kind::integer, .meaning = "rows to pass over first", .otherwise = "0", .least = 0, .most = 1'000'000'000});
  parameters.push_back({.name = "format", .kind = Kind::choice, .meaning = "form of the answer", .otherwise = "json", .choices = {"json", "csv", "parquet"}});
  return parameters;
}

Response page_of_rows(Call& call, const FactTable& table, const std::string& where) {
  const RowQuery query{&table, where, static_cast<std::size_t>(call.integer("limit")), static_cast<std::size_t>(call.integer("offset"))};
  const std::string format = call.text("format");
  if (format == "parquet") return parquet(call, query);
  auto session = call.holding.edition().session();
  Response out;
  Written written;
  if (format == "csv") {
    written = write_csv(out.body, session.connection(), table.fields, sql_of(query), query.limit);
    out.media_type = "text/csv; charset=utf-8";
  } else {
    Json json;
    json.begin_object().field("edition", call.holding.name()).field("limit", query.limit).field("offset", query.offset).key("rows").begin_array();
    written = write_rows(json, session.connection(), table.fields, sql_of(query), query.limit);
    json.end_array().field_or_null("next", written.more ? next_path(call, query.offset + query.limit) : "").end_object();
    out.body = json.take();
  }
  if (written.more) {
    out.headers.emplace_back("Link", fmt::format("<{}>; rel=\"next\"", next_path(call, query.offset + query.limit)));
    out.headers.emplace_back("Comity-Truncated", "true");
  }
  return out;
}

std::string states_condition(const Call& call, const char* one, const char* other) {
  const auto a = call.state_if_given("a"), b = call.state_if_given("b");
  if (!a && b) throw Problem(400, "missing_parameter", "b is given without a", "Give a as well, or b as a.", "a");
  if (!a) return {};
  if (b) return fmt::format("pair = {}", Pair(*a, *b).code());
  return fmt::format("({} = {} OR {} = {})", one, a->value, other, a->value);
}

std::string text_condition(const Call& call, const char* parameter, const char* column) {
  std::string values;
  for (const std::string& one : call.list(parameter)) values += (values.empty() ? "" : ", ") + sql_text(one);
  return values.empty() ? std::string() : fmt::format("{} IN ({})", column, values);
}

std::string source_condition(const Call& call) {
  const auto& sources = call.holding.context().sources;
  std::string ids;
  const auto add = [&](std::size_t id) { ids += fmt::format("{}{}", ids.empty() ? "" : ", ", id); };
  const auto wanted = call.list("source");
  for (const std::string& key : wanted) {
    const auto known = std::ranges::find(sources, key, &facts::Source::id);
    if (key.empty() || known == sources.end()) {
      std::vector<std::string> keys;
      for (const auto& source : sources) keys.push_back(source.id);
      throw Problem(404, "unknown_source", fmt::format("there is no source '{}' in this edition", key), "All: /api/v1/sources", "source", nearest(key, keys));
    }
    add(static_cast<std::size_t>(known - sources.begin()));
  }
  if (!wanted.empty()) return fmt::format("source IN ({})", ids);
  for (std::size_t id = 1; id < sources.size(); ++id) {
    const std::string& role = sources[id].role;
    if (role == "reference" || role == "estimation" || role == "fixture" || role == "document") add(id);
  }
  return ids.empty() ? std::string() : fmt::format("source NOT IN ({})", ids);
}

std::string all_of(const std::vector<std::string>& conditions) {
  std::string out;
  for (const std::string& one : conditions) {
    if (!one.empty()) out += (out.empty() ? "" : " AND ") + one;
  }
  return out.empty() ? "true" : out;
}

}  // namespace comity::server
