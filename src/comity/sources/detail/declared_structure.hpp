// Where the data structure definition of a file declared as SDMX lies: beside the data, in the source's folder. What is read from it counts like the file
// itself, so it belongs to what a fragment's hash is made of.
#pragma once

#include <filesystem>

#include "comity/sources/source.hpp"

namespace comity::sources {

// `path`: the data file as found on disk. Empty where the declaration names no structure.
std::filesystem::path declared_structure(const FileDeclaration& file, const std::filesystem::path& path);

}  // namespace comity::sources
