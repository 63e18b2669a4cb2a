// Structures of SDMX 2.0 (and 1.0) → the trees that SDMX 2.1 has for them, so that there is one place that knows what a
// tree means: key families become data structures, values of codes their ids, references by attributes elements.
#pragma once

#include "comity/formats/sdmx/detail/node.hpp"

namespace comity::formats::sdmx::detail {

Node modern_structure(const Node& old);

}  // namespace comity::formats::sdmx::detail
