// /healthz: that the server answers, and from which edition. For whoever watches it.
#include "comity/server/json.hpp"
#include "comity/server/routes.hpp"

namespace comity::server {
namespace {

Response answer(Call& call) {
  Response out;
  Json json;
  json.begin_object().field("status", "ok").field("version", call.service.ports().version).field("edition", call.holding.name());
  json.field_or_null("edition_date", call.holding.context().edition_date).end_object();
  out.body = json.take();
  out.keeping = Keeping::never;
  return out;
}

}  // namespace

Route healthz_route() { return {.pattern = "/healthz", .summary = "Whether the server answers, and from which edition", .handler = answer, .lane = Lane::quick}; }

}  // namespace comity::server
