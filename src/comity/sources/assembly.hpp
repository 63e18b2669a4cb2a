// Many fragments into one edition: numbers for sources, files and indicators from sorted names, the register and the
// project's tables beside them (groundwork.hpp), derived facts (derived_facts.hpp), everything merged in its order and hashed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "comity/base/progress.hpp"
#include "comity/sources/edition_builder.hpp"
#include "comity/sources/fragment.hpp"
#include "comity/sources/fragment_summary.hpp"
#include "comity/store/pair_file.hpp"

namespace comity::sources {

struct Assembly {
  const std::vector<Source>& sources;
  const std::vector<FragmentInfo>& fragments;     // one per source
  const std::vector<FragmentSummary>& summaries;  // of these
  const BuildOptions& options;

  // Hash of everything that goes in; an edition that bears it need not be made again.
  std::string inputs_hash() const;
  struct Written {
    std::string hash;  // of its content
    // What it has in common with the edition in place; none: that may be nothing.
    std::optional<store::SamePairs> same_pairs;
  };
  // Writes the edition. On return the file is checkpointed and has no .wal.
  Written write(const std::filesystem::path& file, Progress& progress) const;
};

// derive/*.sql, in the order in which they run.
std::vector<std::filesystem::path> derive_scripts(const Places& places);

// What an edition says of itself; empty when the file is no edition.
std::string edition_inputs_hash(const std::filesystem::path& file);
std::string edition_hash(const std::filesystem::path& file);

}  // namespace comity::sources
