// Components in the order in which people and the standard expect them: dimensions, time, measures, attributes.
#pragma once

#include <cstddef>
#include <vector>

#include "comity/formats/sdmx/data.hpp"

namespace comity::formats::sdmx::detail {

// What is not known stands with the dimensions.
inline int rank_of(Kind kind) {
  switch (kind) {
    case Kind::dimension:
    case Kind::unknown: return 0;
    case Kind::time: return 1;
    case Kind::measure: return 2;
    case Kind::attribute: return 3;
  }
  return 0;
}

// Positions in `components`, each kind in its own order.
std::vector<std::size_t> in_order(const std::vector<Component>& components);

}  // namespace comity::formats::sdmx::detail
