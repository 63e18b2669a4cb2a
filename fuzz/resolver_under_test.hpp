// The resolver over the project's own names, made once per run, for the fuzz targets of names and of texts.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "comity/world/resolver.hpp"

namespace fuzz {

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

inline const comity::world::Resolver& resolver() {
  static const auto made = [] {
    const std::filesystem::path data = std::filesystem::path(COMITY_SOURCE_DIR) / "data";
    return comity::world::Resolver::make(comity::world::Register::load(data), data, COMITY_PARTS);
  }();
  return *made;
}

}  // namespace fuzz
