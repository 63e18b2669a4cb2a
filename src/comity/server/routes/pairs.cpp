// /api/v1/pairs/{a}/{b}: the dossier of two states, byte for byte what `comity dossier A B --format json` prints.
#include "comity/document/render.hpp"
#include "comity/dossier/dossier.hpp"
#include "comity/server/routes.hpp"

namespace comity::server {
namespace {

constexpr int first_year = 1000, last_year = 2099;

std::string media_type_of(std::string_view format) {
  if (format == "json") return "application/json";
  if (format == "markdown") return "text/markdown; charset=utf-8";
  return "text/plain; charset=utf-8";  // text; wikitext has no type of its own
}

Response answer(Call& call) {
  const StateId a = call.state("a"), b = call.state("b");
  dossier::Request request;
  request.profile = *dossier::try_profile(call.text("profile"));
  request.since = call.integer("since"), request.until = call.integer("until");
  if (request.since && request.until && request.since > request.until) throw Problem(400, "bad_parameter", "since is later than until", {}, "since");
  auto session = call.holding.edition().session();
  const auto report = dossier::make_dossier(session.pair_facts(a, b), call.holding.context(), request);
  Response out;
  const std::string format = call.text("format");
  out.body = document::find_renderer(format).render(report, {});
  out.media_type = media_type_of(format);
  return out;
}

}  // namespace

Route pair_route() {
  return {.pattern = "/api/v1/pairs/{a}/{b}",
          .summary = "The dossier of two states: the same bytes as `comity dossier A B --format json`",
          .handler = answer,
          .parameters = {{.name = "a", .kind = Kind::state, .meaning = "the first state: a key, an ISO code or a name", .example = "DEU"},
                         {.name = "b", .kind = Kind::state, .meaning = "the second state", .example = "KAZ"},
                         {.name = "profile", .kind = Kind::choice, .meaning = "how much of it", .example = "brief", .otherwise = "full", .choices = {"brief", "article", "full"}},
                         {.name = "since", .kind = Kind::integer, .meaning = "leave out what ended before this year", .example = "1991", .least = first_year, .most = last_year},
                         {.name = "until", .kind = Kind::integer, .meaning = "leave out what came after this year", .least = first_year, .most = last_year},
                         {.name = "format", .kind = Kind::choice, .meaning = "form of the answer", .otherwise = "json", .choices = {"json", "text", "markdown", "wikitext"}}},
          .media_types = {"application/json", "text/plain", "text/markdown"}};
}

}  // namespace comity::server
