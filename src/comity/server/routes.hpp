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
Route openapi_route();
Route indicators_route();
Route schema_route();
Route observations_route();
Route events_route();
Route missions_route();
Route memberships_route();
Route agreements_route();
Route presences_route();
Route disagreements_route();
Route changes_route();
Route sources_route();
Route source_route();
Route source_citation_route();
Route citations_route();
Route fact_route();
Route permalink_route();
Route claims_route();
Route audit_route();
Route sql_route();
Route sql_post_route();
Route panel_route();
Route panel_variables_route();
Route export_route();
Route export_table_route();
Route assets_route();

// One SELECT run by a child process, as the answer of /api/v1/sql: JSON, or CSV. Throws Problem.
Response ask_in_sql(Call& call, std::string sql, int limit, int seconds, bool csv);

}  // namespace comity::server
