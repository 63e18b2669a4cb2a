// The table of routes: what the server answers, each in a file of its own under routes/. The order is that of the description.
#pragma once

#include <span>

#include "comity/server/router.hpp"

namespace comity::server {

// All of them. Made once; lives for ever.
std::span<const Route> routes();

// Each in routes/<name>.cpp; some files hold a few that belong together.
Route healthz_route();
Route states_route();
Route suggest_route();
Route resolve_route();
Route pair_route();

}  // namespace comity::server
