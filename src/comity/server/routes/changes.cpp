// /api/v1/changes: what the edition says otherwise than the one that it replaced: counts by pair, source and reason, and some of the
// facts. Where no former edition was at hand, `previous` is null and there are no rows: nothing is said of what changed.
#include <fmt/format.h>

#include "comity/server/json.hpp"
#include "comity/server/routes.hpp"
#include "comity/server/table.hpp"

namespace comity::server {
namespace {

const std::vector<std::string> reasons = {"new_source", "source_gone", "revision", "new_rule", "derived"};
const std::vector<std::string> fact_tables = {"observation", "event", "mission", "membership", "agreement", "presence"};
constexpr int most_rows = 100'000;

// As in every list: a place of an id is its key.
const std::vector<Field>& count_fields() {
  static const std::vector<Field> out = {{"state_a", ""}, {"state_b", ""}, {"source", ""}, {"reason", ""}, {"table", ""}, {"added", "", Field::integer}, {"gone", "", Field::integer}, {"changed", "", Field::integer}};
  return out;
}
const std::vector<Field>& fact_fields() {
  static const std::vector<Field> out = {{"state_a", ""}, {"state_b", ""}, {"source", ""},   {"reason", ""}, {"table", ""},    {"change", ""},   {"key", ""},
                                         {"subject", ""}, {"when", ""},    {"words", ""},    {"from", ""},   {"to", ""},       {"reporter", ""}, {"unit", ""},
                                         {"currency", ""}, {"before", "", Field::number}, {"after", "", Field::number}};
  return out;
}

std::string key_of_state(std::string_view id) { return fmt::format("(SELECT s.key FROM changed_state s WHERE s.id = {})", id); }

std::string condition(const Call& call) {
  const auto a = call.state_if_given("a"), b = call.state_if_given("b");
  if (!a && b) throw Problem(400, "missing_parameter", "b is given without a", "Give a as well, or b as a.", "a");
  std::string pair;
  if (a && b) pair = fmt::format("pair = {}", Pair(*a, *b).code());
  else if (a) pair = fmt::format("(pair = {0} OR pair >> 16 = {0} OR (pair >= 65536 AND pair & 65535 = {0}))", a->value);
  return all_of({pair, text_condition(call, "source", "source"), text_condition(call, "reason", "reason"), text_condition(call, "kind", "fact_table")});
}

// Keys of states stand in the edition, not in the file of changes.
void put_states(store::Connection& connection, const world::Register& states) {
  std::string rows;
  for (const auto& state : states.states()) rows += fmt::format("{}({}, {})", rows.empty() ? "" : ", ", state.id.value, store::sql_text(state.key));
  connection.run("CREATE TEMP TABLE changed_state AS SELECT id::USMALLINT AS id, key FROM (VALUES " + rows + ") v(id, key)");
}

constexpr const char* first_state = "CASE WHEN pair < 65536 THEN pair ELSE pair >> 16 END";
constexpr const char* second_state = "CASE WHEN pair >= 65536 THEN pair & 65535 END";

std::string counts_sql(const std::string& where, std::size_t limit, std::size_t offset) {
  return fmt::format("SELECT {}, {}, source, reason, fact_table, added::VARCHAR, gone::VARCHAR, changed::VARCHAR FROM (SELECT * FROM change WHERE {} ORDER BY pair, source, reason, fact_table LIMIT {} OFFSET {}) "
                     "ORDER BY pair, source, reason, fact_table",
                     key_of_state(first_state), key_of_state(second_state), where, limit + 1, offset);
}

std::string facts_sql(const std::string& where, std::size_t limit) {
  return fmt::format("SELECT {}, {}, source, reason, fact_table, change, lower(printf('%016x', key)), subject, happened, words, {}, {}, {}, unit, currency, before, after FROM (SELECT * FROM example WHERE {} ORDER BY pair, place LIMIT {}) "
                     "ORDER BY pair, place",
                     key_of_state(first_state), key_of_state(second_state), key_of_state("from_state"), key_of_state("to_state"), key_of_state("reporter"), where, limit);
}

Response nothing_known(Call& call, bool csv) {
  Response out;
  if (csv) {
    for (const auto& field : count_fields()) out.body += (out.body.empty() ? "" : ",") + std::string(field.name);
    out.body += '\n';
    out.media_type = "text/csv; charset=utf-8";
    return out;
  }
  Json json;
  json.begin_object().field("edition", call.holding.name()).key("previous").null();
  json.field("note", "No former edition was at hand when this one was made: nothing is said of what changed.");
  json.key("rows").begin_array().end_array().key("facts").begin_array().end_array().key("next").null().end_object();
  out.body = json.take();
  return out;
}

Response answer(Call& call) {
  const std::string where = condition(call);
  const bool csv = call.text("format") == "csv";
  const auto* changes = call.holding.changes();
  if (!changes) return nothing_known(call, csv);
  const auto limit = static_cast<std::size_t>(call.integer("limit")), offset = static_cast<std::size_t>(call.integer("offset"));
  auto connection = changes->connect();
  put_states(connection, call.service.states());
  Response out;
  Written written;
  const std::string next = next_path(call, offset + limit);
  if (csv) {
    written = write_csv(out.body, connection, count_fields(), counts_sql(where, limit, offset), limit);
    out.media_type = "text/csv; charset=utf-8";
  } else {
    const auto& editions = changes->editions();
    Json json;
    json.begin_object().field("edition", call.holding.name()).key("previous").begin_object().field("edition", editions.before).field("date", editions.before_date).end_object();
    json.field("limit", limit).field("offset", offset).key("rows").begin_array();
    written = write_rows(json, connection, count_fields(), counts_sql(where, limit, offset), limit);
    json.end_array().key("facts").begin_array();
    write_rows(json, connection, fact_fields(), facts_sql(where, limit), limit);
    json.end_array().field_or_null("next", written.more ? next : "").end_object();
    out.body = json.take();
  }
  if (written.more) {
    out.headers.emplace_back("Link", fmt::format("<{}>; rel=\"next\"", next));
    out.headers.emplace_back("Comity-Truncated", "true");
  }
  return out;
}

}  // namespace

Route changes_route() {
  return {.pattern = "/api/v1/changes",
          .summary = "What this edition says otherwise than the one that it replaced: counts by pair, source and reason, and some of the facts; previous is null where none was at hand",
          .handler = answer,
          .parameters = {{.name = "a", .kind = Kind::state, .meaning = "one state; without b, its own facts and those with every other", .example = "DEU"},
                         {.name = "b", .kind = Kind::state, .meaning = "the other state", .example = "KAZ"},
                         {.name = "source", .kind = Kind::list, .meaning = "keys of sources, those gone as well"},
                         {.name = "reason", .kind = Kind::choice, .meaning = "only what differs for this reason", .choices = reasons},
                         {.name = "kind", .kind = Kind::choice, .meaning = "only facts of this kind", .choices = fact_tables},
                         {.name = "limit", .kind = Kind::integer, .meaning = "rows at most", .example = "2", .otherwise = "1000", .least = 1, .most = most_rows},
                         {.name = "offset", .kind = Kind::integer, .meaning = "rows to pass over first", .otherwise = "0", .least = 0, .most = 1'000'000'000},
                         {.name = "format", .kind = Kind::choice, .meaning = "form of the answer; csv has the counts", .otherwise = "json", .choices = {"json", "csv"}}},
          .media_types = {"application/json", "text/csv"}};
}

}  // namespace comity::server
