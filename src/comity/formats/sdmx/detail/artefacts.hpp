// From the tree of one maintainable artefact, as SDMX-ML writes it (SDMX-JSON is turned into the same tree), to what it
// means. One place for all versions: where 2.1 nests a <Ref>, 3.0 writes a URN.
#pragma once

#include "comity/formats/sdmx/detail/node.hpp"
#include "comity/formats/sdmx/structure.hpp"

namespace comity::formats::sdmx::detail {

Artefact artefact_from(const Node& node);

}  // namespace comity::formats::sdmx::detail
