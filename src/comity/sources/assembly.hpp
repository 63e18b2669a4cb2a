// Many fragments into one edition: numbers for sources, files and indicators from sorted names, the register and the
// project's tables beside them, derived facts by derive/*.sql, everything sorted, hashed and checked.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "comity/base/progress.hpp"
#include "comity/sources/edition_builder.hpp"
#include "comity/sources/fragment.hpp"

namespace comity::sources {

struct Assembly {
  const std::vector<Source>& sources;
  const std::vector<FragmentInfo>& fragments;  // one per source
  const BuildOptions& options;

  // Hash of everything that goes in; an edition that bears it need not be made again.
  std::string inputs_hash() const;
  // Writes the edition and returns its content hash. On return the file is checkpointed and has no .wal.
  std::string write(const std::filesystem::path& file, Progress& progress) const;
};

// What an edition says of itself; empty when the file is no edition.
std::string edition_inputs_hash(const std::filesystem::path& file);
std::string edition_hash(const std::filesystem::path& file);

}  // namespace comity::sources
