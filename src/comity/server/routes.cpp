#include "comity/server/routes.hpp"

namespace comity::server {

std::span<const Route> routes() {
  static const std::vector<Route> table = {
      healthz_route(),
      states_route(),
      suggest_route(),
      resolve_route(),
      pair_route(),
  };
  return table;
}

}  // namespace comity::server
