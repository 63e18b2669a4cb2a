// /api/v1/events, missions, memberships, agreements, presences: facts that are no figures, a row as one source gives it.
#include <fmt/format.h>

#include "comity/server/routes.hpp"
#include "comity/server/table.hpp"

namespace comity::server {
namespace {

Response events(Call& call) {
  const auto since = call.day("since"), until = call.day("until");
  return page_of_rows(call, event_table(),
                      all_of({call.flag("alone") ? fmt::format("pair = {}", call.state("a").value) : states_condition(call, "state_a", "state_b"), text_condition(call, "kind", "kind"),
                              since ? fmt::format("day_to >= DATE '{}'", to_string(*since)) : "", until ? fmt::format("day_from <= DATE '{}'", to_string(*until)) : "", source_condition(call)}));
}

Response missions(Call& call) {
  const auto sending = call.state_if_given("sending"), receiving = call.state_if_given("receiving");
  return page_of_rows(call, mission_table(),
                      all_of({states_condition(call, "sending", "receiving"), sending ? fmt::format("sending = {}", sending->value) : "", receiving ? fmt::format("receiving = {}", receiving->value) : "",
                              text_condition(call, "kind", "kind"), source_condition(call)}));
}

Response memberships(Call& call) {
  const auto state = call.state_if_given("state");
  return page_of_rows(call, membership_table(),
                      all_of({state ? fmt::format("state = {}", state->value) : "", text_condition(call, "organization", "organization"), text_condition(call, "kind", "kind"), source_condition(call)}));
}

Response agreements(Call& call) {
  return page_of_rows(call, agreement_table(), all_of({states_condition(call, "state_a", "state_b"), text_condition(call, "kind", "kind"), text_condition(call, "status", "status"), source_condition(call)}));
}

Response presences(Call& call) {
  return page_of_rows(call, presence_table(), all_of({states_condition(call, "home_state", "host_state"), text_condition(call, "kind", "kind"), source_condition(call)}));
}

Parameter a() { return {.name = "a", .kind = Kind::state, .meaning = "one state; without b, every row that it has a part in", .example = "DEU"}; }
Parameter b() { return {.name = "b", .kind = Kind::state, .meaning = "the other state of the pair", .example = "KAZ"}; }
Parameter kind(const char* meaning) { return {.name = "kind", .kind = Kind::list, .meaning = meaning}; }
Parameter source() { return {.name = "source", .kind = Kind::list, .meaning = "only of these sources"}; }

Route list(const char* pattern, const char* summary, Handler handler, std::vector<Parameter> parameters) {
  return {.pattern = pattern, .summary = summary, .handler = handler, .parameters = with_paging(std::move(parameters)), .media_types = list_media_types};
}

}  // namespace

Route events_route() {
  return list("/api/v1/events", "What happened between two states or is said to have: relations, recognition, visits, disputes", events,
              {a(), b(), {.name = "alone", .kind = Kind::flag, .meaning = "events of a alone"}, kind("visit, relations_established, recognition, …"),
               {.name = "since", .kind = Kind::day, .meaning = "not over before this day", .example = "1991-01-01"}, {.name = "until", .kind = Kind::day, .meaning = "begun on this day or before"}, source()});
}

Route missions_route() {
  return list("/api/v1/missions", "Posts as lists give them; a list says nothing of later days than its own", missions,
              {a(), b(), {.name = "sending", .kind = Kind::state, .meaning = "whose post"}, {.name = "receiving", .kind = Kind::state, .meaning = "where it is accredited"}, kind("embassy, consulate_general, …"), source()});
}

Route memberships_route() {
  return list("/api/v1/memberships", "States in organisations and treaties, a row a span; an open end is not 'still so' after the list's own day", memberships,
              {{.name = "state", .kind = Kind::state, .meaning = "the member", .example = "KAZ"}, {.name = "organization", .kind = Kind::list, .meaning = "keys of organisations"}, kind("member, observer, party, signatory, …"), source()});
}

Route agreements_route() {
  return list("/api/v1/agreements", "Treaties, a row a pair of their parties", agreements,
              {a(), b(), kind("bilateral_investment_treaty, double_taxation, trade_agreement, …"), {.name = "status", .kind = Kind::list, .meaning = "in_force, signed, terminated, unknown"}, source()});
}

Route presences_route() { return list("/api/v1/presences", "Companies, institutes, schools and twin towns of one state in another, or counts of them", presences, {a(), b(), kind("company, institute, school, twin_town, …"), source()}); }

}  // namespace comity::server
