// world-atlas stitches rings together across the 180th meridian and round the pole, as a globe wants them. Plane maps
// and the test whether a point is inside want them cut there: this cuts them.
#pragma once

#include <vector>

#include "comity/world/geography.hpp"

namespace comity::world::detail {

// The ring itself when it does not cross the meridian; its parts east and west of it; or, for a ring round the
// South Pole, one ring closed along latitude -90. Nothing for a ring that is only the pole.
std::vector<Ring> cut_at_seam(Ring ring);

}  // namespace comity::world::detail
