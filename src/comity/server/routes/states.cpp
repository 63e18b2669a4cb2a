// /api/v1/states: the register of states with their codes, names in a language, and the days on which they exist.
#include "comity/server/json.hpp"
#include "comity/server/routes.hpp"

namespace comity::server {
namespace {

void put_day(Json& json, const char* name, Day day) { json.field_or_null(name, day == first_day || day == last_day ? "" : to_string(day)); }

void put_state(Json& json, const world::Register& states, const world::State& state, std::optional<Day> day, std::string_view name) {
  json.begin_object().field("key", state.key).field("name", name.empty() ? std::string_view(state.name) : name).field("kind", state.kind);
  for (const char* scheme : {"iso2", "iso3", "m49", "cow", "gw"}) json.field_or_null(scheme, day ? states.code(scheme, state.id, *day) : states.code(scheme, state.id));
  json.field_or_null("wikidata", state.wikidata).field("current", state.is_current());
  put_day(json, "from", state.spans.empty() ? first_day : state.spans.front().from);
  put_day(json, "to", state.spans.empty() ? last_day : state.spans.back().to);
  const world::Capital* capital = states.capital(state.id, day.value_or(state.is_current() || state.spans.empty() ? last_day : state.spans.back().to));
  if (capital) {
    json.key("capital").begin_object().field("city", capital->city).key("latitude").number(capital->latitude).key("longitude").number(capital->longitude).end_object();
  } else {
    json.key("capital").null();
  }
  json.end_object();
}

Response answer(Call& call) {
  const world::Register& states = call.service.states();
  const auto day = call.day("on");
  const std::string language = call.text("language");
  std::vector<std::string_view> names;
  if (language != "en") {
    names = call.service.resolver().names_in(language);
    if (names.empty()) {
      const auto known = call.service.resolver().languages();
      throw Problem(400, "bad_parameter", "there are no names in the language " + language, "Languages are those of the CLDR, as de or zh.", "language", nearest(language, known));
    }
  }
  Response out;
  Json json;
  json.begin_object().field("edition", call.holding.name()).field("language", language).key("states").begin_array();
  for (const world::State& state : states.states()) {
    if (day && !state.exists_on(*day)) continue;
    put_state(json, states, state, day, state.id.value < names.size() ? names[state.id.value] : std::string_view());
  }
  json.end_array().end_object();
  out.body = json.take();
  return out;
}

}  // namespace

Route states_route() {
  return {.pattern = "/api/v1/states",
          .summary = "The register: states that are and were, with codes, capitals and the days on which they exist",
          .handler = answer,
          .parameters = {{.name = "on", .kind = Kind::day, .meaning = "only states that exist on this day, with the codes of that day", .example = "1990-10-02"},
                         {.name = "language", .kind = Kind::text, .meaning = "names in this language of the CLDR", .example = "de", .otherwise = "en"}}};
}

}  // namespace comity::server
