// /api/v1/resolve: what a name or code means, with a reason and every candidate. /api/v1/suggest: what a beginning may become.
#include <fmt/format.h>

#include "comity/server/json.hpp"
#include "comity/server/routes.hpp"
#include "comity/server/suggester.hpp"

namespace comity::server {
namespace {

constexpr std::size_t longest_name = 300, most_names = 100;

double hundredths(double share) { return static_cast<double>(static_cast<int>(share * 100 + 0.5)) / 100; }

void put_candidate(Json& json, const world::Register& states, StateId state, double score, std::string_view how) {
  const world::State& one = states.state(state);
  json.begin_object().field("key", one.key).field("name", one.name).key("score").number(hundredths(score)).field("how", how).end_object();
}

void put_resolution(Json& json, const Call& call, const std::string& name, const world::ResolveOptions& options) {
  const world::Resolver& resolver = call.service.resolver();
  const auto found = resolver.resolve(name, options);
  json.begin_object().field("name", name).key("state");
  if (found.state) json.text(call.service.states().state(found.state).key);
  else json.null();
  json.key("confidence").number(hundredths(found.state ? found.confidence : 0)).field("reason", resolver.explain(found)).field("existed", found.existed);
  json.key("candidates").begin_array();
  for (const auto& candidate : found.candidates) put_candidate(json, call.service.states(), candidate.state, candidate.score, world::how_text(candidate.how));
  json.end_array();
  if (!found.state && found.candidates.empty()) json.field("nearest", call.service.states().nearest_names(name, 3));
  json.end_object();
}

Response resolve(Call& call) {
  world::ResolveOptions options;
  options.day = call.day("on").value_or(last_day), options.metonyms = call.flag("metonyms"), options.pick = call.flag("pick");
  // A name may hold a comma ("Korea, Rep. of"): several are parted by line ends.
  std::vector<std::string> names;
  const std::string text = call.text("name");
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    names.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (names.size() > most_names) throw Problem(400, "bad_parameter", fmt::format("{} names at once", names.size()), fmt::format("At most {}.", most_names), "name");
  Json json;
  json.begin_object().key("names").begin_array();
  for (const std::string& name : names) {
    if (name.size() > longest_name) throw Problem(400, "bad_parameter", fmt::format("a name of {} bytes", name.size()), fmt::format("At most {}.", longest_name), "name");
    put_resolution(json, call, name, options);
  }
  json.end_array().end_object();
  Response out;
  out.body = json.take();
  return out;
}

Response suggest(Call& call) {
  const std::string typed = call.text("q");
  if (typed.size() > longest_name) throw Problem(400, "bad_parameter", fmt::format("{} bytes", typed.size()), fmt::format("At most {}.", longest_name), "q");
  const auto most = static_cast<std::size_t>(call.integer("limit"));
  Json json;
  json.begin_object().field("q", typed).key("suggestions").begin_array();
  const auto found = call.service.suggester().suggest(typed, most);
  for (const auto& one : found) {
    const world::State& state = call.service.states().state(one.state);
    json.begin_object().field("key", state.key).field("name", state.name).field("matched", one.name).field_or_null("language", one.language).field("current", state.is_current()).end_object();
  }
  // Nothing begins so: perhaps a slip of the fingers.
  if (found.empty() && !typed.empty()) {
    const auto resolution = call.service.resolver().resolve(typed, {});
    for (std::size_t i = 0; i < resolution.candidates.size() && i < most; ++i) {
      const world::State& state = call.service.states().state(resolution.candidates[i].state);
      json.begin_object().field("key", state.key).field("name", state.name).field("matched", state.name).field("language", "en").field("current", state.is_current()).end_object();
    }
  }
  json.end_array().end_object();
  Response out;
  out.body = json.take();
  return out;
}

}  // namespace

Route resolve_route() {
  return {.pattern = "/api/v1/resolve",
          .summary = "What a name or code of a state means, in any language, with a reason and every candidate",
          .handler = resolve,
          .parameters = {{.name = "name", .kind = Kind::text, .meaning = "a name, an ISO code, a key or a Wikidata item; several are parted by line ends (%0A)", .example = "Казахстан", .required = true},
                         {.name = "on", .kind = Kind::day, .meaning = "the day on which the name was in use", .example = "1991-12-26"},
                         {.name = "metonyms", .kind = Kind::flag, .meaning = "capitals stand for their states"},
                         {.name = "pick", .kind = Kind::flag, .meaning = "answer with a guess: the first of several, the nearest of none"}}};
}

Route suggest_route() {
  return {.pattern = "/api/v1/suggest",
          .summary = "States whose name in any language begins with what was typed, best first",
          .handler = suggest,
          .parameters = {{.name = "q", .kind = Kind::text, .meaning = "what was typed so far", .example = "Каза", .required = true},
                         {.name = "limit", .kind = Kind::integer, .meaning = "how many at most", .example = "5", .otherwise = "8", .least = 1, .most = 50}}};
}

}  // namespace comity::server
