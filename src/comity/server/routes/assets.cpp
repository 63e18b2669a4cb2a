// /assets/{name}: the stylesheet of pages and the built front end, from inside the program. Names carry a hash, so a copy may be kept for ever.
#include "comity/pages/assets.hpp"
#include "comity/server/routes.hpp"
#include "comity/web/assets.hpp"

namespace comity::server {
namespace {

Response answer(Call& call) {
  const std::string name = call.text("name");
  Response out;
  out.keeping = Keeping::for_ever;
  for (const pages::Asset& one : pages::page_assets()) {
    if (one.name != name) continue;
    out.media_type = one.media_type;
    out.body = one.bytes;
    return out;
  }
  const web::Asset* asset = web::try_find_asset(name);
  if (!asset) throw Problem(404, "unknown_path", "there is no such file", web::web_assets().empty() ? "This program was built without the front end." : "It may be of another version; load the page again.");
  out.media_type = asset->media_type;
  out.body = asset->bytes;
  return out;
}

}  // namespace

Route assets_route() {
  return {.pattern = "/assets/{name}", .summary = "A file of the front end", .handler = answer, .parameters = {{.name = "name", .kind = Kind::text, .meaning = "with its hash"}}, .media_types = {"*/*"}, .is_page = true};
}

}  // namespace comity::server
