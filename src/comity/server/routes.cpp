#include "comity/server/routes.hpp"

#include "comity/server/page_call.hpp"

namespace comity::server {

std::span<const Route> routes() {
  static const std::vector<Route> table = [] {
    std::vector<Route> all = {
        healthz_route(),
        openapi_route(),
        states_route(),
        suggest_route(),
        resolve_route(),
        pair_route(),
        indicators_route(),
        schema_route(),
        observations_route(),
        events_route(),
        missions_route(),
        memberships_route(),
        agreements_route(),
        presences_route(),
        disagreements_route(),
        changes_route(),
        sources_route(),
        source_route(),
        source_citation_route(),
        citations_route(),
        fact_route(),
        permalink_route(),
        claims_route(),
        audit_route(),
        sql_route(),
        sql_post_route(),
        panel_route(),
        panel_variables_route(),
        export_route(),
        export_table_route(),
        assets_route(),
    };
    add_fact_pages(all);
    add_form_pages(all);
    return all;
  }();
  return table;
}

}  // namespace comity::server
