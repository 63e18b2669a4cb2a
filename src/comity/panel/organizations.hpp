// Panels of states in organisations: a row is one state in one organisation in one period, with the state's variables beside it.
#pragma once

#include "comity/panel/panel.hpp"
#include "comity/panel/shelf.hpp"

namespace comity::panel {

// `states` is the panel of single states that the shelf's frame has; its columns are repeated for every organisation. Adds
// `organization` (the publisher's short name) and `membership` (1 full, 2 associate, 3 observer; the highest status of the
// period). A state in no organisation has no row.
Panel expand_by_organization(Shelf& shelf, Panel states);

}  // namespace comity::panel
