// One source, read once: its records classed as used, rejected or unwanted and its facts in a DuckDB file of its own,
// kept under the hash of everything that went in. Law 6 of docs/design.md is checked here, by sets of (file, record).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "comity/sources/file_hashes.hpp"
#include "comity/sources/source.hpp"
#include "comity/world/register.hpp"

namespace comity::sources {

struct FragmentInputs {
  const Source* source = nullptr;
  const Places* places = nullptr;
  const world::Register* states = nullptr;
  std::filesystem::path cache;           // folder of fragments
  FileHashes* files = nullptr;           // of the publishers' files; null: each is read
  std::string memory = "1GB";
};

struct FragmentInfo {
  std::filesystem::path file;
  std::string hash;
  std::string files_hash;  // of the publisher's files alone
  bool was_cached = false;
};

// SHA-256 over what reading the source depends on: its files, its texts, the prelude, the tables by which the register
// understands names and codes, and the code that reads (code_hashes.hpp); and over the publisher's files alone.
struct FragmentHashes {
  std::string all, files;
};
FragmentHashes fragment_hashes(const FragmentInputs& inputs);

// Finds the fragment in the cache or makes it. Throws DataError (file, line, column, remedy) and leaves nothing half made.
FragmentInfo make_fragment(const FragmentInputs& inputs);

}  // namespace comity::sources
