// /api/v1/disagreements: statements of independent sources that cannot both be right, for a pair or all, most consequential first.
#include <fmt/format.h>

#include "comity/server/routes.hpp"
#include "comity/server/table.hpp"

namespace comity::server {
namespace {

const std::vector<std::string> kinds = {"mission_without_relations", "relations_date", "trade_mirror", "fdi_mirror", "total", "count", "revision", "state_span"};

// The table is sorted by pair; a list over all pairs is to begin with what weighs most, so the page is cut from the sorted whole.
const FactTable& table() {
  static const FactTable out = {"(SELECT * FROM disagreement ORDER BY consequence, size DESC, pair, kind, title)",
                                {{"state_a", "x.key"},
                                 {"state_b", "y.key"},
                                 {"kind", "t.kind"},
                                 {"consequence", "t.consequence", Field::integer},
                                 {"size", "t.size", Field::number},
                                 {"unit", "t.unit"},
                                 {"title", "t.title"},
                                 {"said", "t.said"},
                                 {"reading", "t.reading"},
                                 {"key_a", "lower(printf('%016x', t.key_a))"},
                                 {"key_b", "lower(printf('%016x', t.key_b))"}},
                                "LEFT JOIN state x ON x.id = CASE WHEN t.pair < 65536 THEN t.pair ELSE t.pair // 65536 END LEFT JOIN state y ON y.id = CASE WHEN t.pair >= 65536 THEN t.pair % 65536 END",
                                "t.consequence, t.size DESC, t.pair, t.kind, t.title",
                                "NULL"};
  return out;
}

Response answer(Call& call) {
  const auto a = call.state_if_given("a"), b = call.state_if_given("b");
  if (!a && b) throw Problem(400, "missing_parameter", "b is given without a", "Give a as well, or b as a.", "a");
  std::string pair;
  if (a && b) pair = fmt::format("pair = {}", Pair(*a, *b).code());
  else if (a) pair = fmt::format("(pair = {0} OR pair // 65536 = {0} OR (pair >= 65536 AND pair % 65536 = {0}))", a->value);
  return page_of_rows(call, table(), all_of({pair, text_condition(call, "kind", "kind")}));
}

}  // namespace

Route disagreements_route() {
  return {.pattern = "/api/v1/disagreements",
          .summary = "Where independent sources contradict each other, most consequential first",
          .handler = answer,
          .parameters = with_paging({{.name = "a", .kind = Kind::state, .meaning = "one state; without b, every pair that it is in", .example = "DEU"},
                                     {.name = "b", .kind = Kind::state, .meaning = "the other state", .example = "KAZ"},
                                     {.name = "kind", .kind = Kind::choice, .meaning = "only contradictions of this kind", .choices = kinds}}),
          .media_types = list_media_types};
}

}  // namespace comity::server
