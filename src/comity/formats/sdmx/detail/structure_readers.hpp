// The readers of structure messages, one a syntax; read_structures chooses by a file's first bytes.
#pragma once

#include <filesystem>

#include "comity/formats/sdmx/structure.hpp"

namespace comity::formats::sdmx::detail {

Structures read_ml_structures(const std::filesystem::path& file, const Limits& limits);
Structures read_json_structures(const std::filesystem::path& file, const Limits& limits);

}  // namespace comity::formats::sdmx::detail
