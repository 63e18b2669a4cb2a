// The files of the npm packages that geography is made of, as plain values: features of world-atlas (TopoJSON) and
// the land borders of world-countries. Knows their formats; knows no state and no policy.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "comity/world/geography.hpp"

namespace comity::world::detail {

struct AtlasFeature {
  std::string name, iso_numeric;  // "Kosovo", ""; "Germany", "276"
  std::vector<Ring> rings;        // each polygon's outer ring, then its holes
};

std::vector<AtlasFeature> read_atlas(const std::filesystem::path& file);  // throws DataError
// Pairs of three-letter codes as the file has them (Kosovo is UNK there), each pair once per side that names it.
std::vector<std::pair<std::string, std::string>> read_borders(const std::filesystem::path& file);

}  // namespace comity::world::detail
