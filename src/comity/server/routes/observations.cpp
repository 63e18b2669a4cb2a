// /api/v1/observations: figures, each in the books in which it stands.
#include <fmt/format.h>

#include "comity/server/routes.hpp"
#include "comity/server/table.hpp"

namespace comity::server {
namespace {

std::string indicator_condition(const Call& call) {
  std::string ids;
  const auto& context = call.holding.context();
  for (const std::string& key : call.list("indicator")) {
    const IndicatorId id = context.indicator(key);
    if (!id) {
      std::vector<std::string> known;
      for (const auto& one : context.indicators) known.push_back(one.id);
      throw Problem(404, "unknown_indicator", fmt::format("there is no indicator '{}' in this edition", key), "All: /api/v1/indicators", "indicator", nearest(key, known));
    }
    ids += fmt::format("{}{}", ids.empty() ? "" : ", ", id.value);
  }
  return ids.empty() ? std::string() : fmt::format("indicator IN ({})", ids);
}

// Both sides of a pair, one direction of it, or a state's own figures.
std::string whose(const Call& call) {
  std::string alone;
  if (call.flag("alone")) {
    const auto a = call.state_if_given("a");
    if (!a || call.has("b")) throw Problem(400, "bad_parameter", "alone is for one state: a without b", {}, "alone");
    return fmt::format("pair = {}", a->value);
  }
  std::string pair = states_condition(call, "from_state", "to_state");
  const auto from = call.state_if_given("from"), to = call.state_if_given("to");
  if (from && to) pair = all_of({pair, fmt::format("pair = {}", Pair(*from, *to).code())});
  if (from) pair = all_of({pair, fmt::format("from_state = {}", from->value)});
  if (to) pair = all_of({pair, fmt::format("to_state = {}", to->value)});
  return pair == "true" ? std::string() : pair;
}

Response answer(Call& call) {
  const int since = call.integer("since"), until = call.integer("until");
  if (since && until && since > until) throw Problem(400, "bad_parameter", "since is later than until", {}, "since");
  const auto reporter = call.state_if_given("reporter");
  return page_of_rows(call, observation_table(),
                      all_of({whose(call), indicator_condition(call), text_condition(call, "side", "reporter_kind"), reporter ? fmt::format("reporter = {}", reporter->value) : "",
                              text_condition(call, "product", "product"), text_condition(call, "origin", "origin"), text_condition(call, "absence", "absence"),
                              since ? fmt::format("period_start >= DATE '{:04}-01-01'", since) : "", until ? fmt::format("period_start <= DATE '{:04}-12-31'", until) : "", source_condition(call)}));
}

}  // namespace

Route observations_route() {
  const std::vector<std::string> sides = {"from_side", "to_side", "third"};
  return {.pattern = "/api/v1/observations",
          .summary = "Figures, each in the books in which it stands: a row is one figure of one reporter, or why there is none",
          .handler = answer,
          .parameters = with_paging({{.name = "a", .kind = Kind::state, .meaning = "one state of the pair; without b, every figure that it has a part in", .example = "DEU"},
                                     {.name = "b", .kind = Kind::state, .meaning = "the other state of the pair, both directions, both sides", .example = "KAZ"},
                                     {.name = "alone", .kind = Kind::flag, .meaning = "figures of a alone, as its population"},
                                     {.name = "from", .kind = Kind::state, .meaning = "the side at which the indicator's direction begins: exporter, investor, origin"},
                                     {.name = "to", .kind = Kind::state, .meaning = "the other side"},
                                     {.name = "indicator", .kind = Kind::list, .meaning = "keys of indicators, separated by commas", .example = "goods_exports,goods_imports"},
                                     {.name = "reporter", .kind = Kind::state, .meaning = "only in this state's books"},
                                     {.name = "side", .kind = Kind::choice, .meaning = "only in the books of this side", .choices = sides},
                                     {.name = "product", .kind = Kind::list, .meaning = "total, or codes of products"},
                                     {.name = "origin", .kind = Kind::choice, .meaning = "how the figure came to be", .choices = {"reported", "partner_based", "compiler", "modelled", "derived", "unknown"}},
                                     {.name = "absence", .kind = Kind::list, .meaning = "value, or kinds of absence"},
                                     {.name = "since", .kind = Kind::integer, .meaning = "periods that begin in this year or later", .example = "2001", .least = 1, .most = 2099},
                                     {.name = "until", .kind = Kind::integer, .meaning = "periods that begin in this year or earlier", .least = 1, .most = 2099},
                                     {.name = "source", .kind = Kind::list, .meaning = "only of these sources; also of those that only serve to check or to estimate, when they are named"}}),
          .media_types = list_media_types};
}

}  // namespace comity::server
