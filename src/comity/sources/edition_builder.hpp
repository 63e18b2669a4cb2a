// From sources to an edition: fragments made side by side, then one assembly into a new file, sorted by pair, published
// by a rename. Whatever happens on the way, the edition that was there stays (docs/design.md, law 5).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "comity/base/progress.hpp"
#include "comity/facts/found_disagreement.hpp"
#include "comity/sources/source.hpp"
#include "comity/world/register.hpp"

namespace comity::sources {

struct BuildOptions {
  Places places;
  std::shared_ptr<const world::Register> states;
  std::filesystem::path output;         // the edition to make
  std::filesystem::path cache;          // folder of fragments
  std::vector<std::string> only;        // ids; empty = all that are there. Shipped sources are always part.
  bool base_only = false;
  bool overwrite = false;
  int threads = 2;
  std::size_t rows_at_once = 800'000;   // figures merged at once: what sorts in memory
  // The rule for contradictions within one pair's facts and what it looks at (dossier/disagreements.hpp); none: the table
  // holds only what derive/ finds.
  facts::FindDisagreements find_disagreements;
  std::vector<std::string> disagreement_indicators;
  // `--check`: an edition in place whose control totals (control_totals.hpp) are above the new one's stays.
  bool check = false;
  // Not empty: the new edition stays in this file, and `output` as it is, for the caller to put in place. Nothing is written there
  // where `output` holds exactly this already.
  std::filesystem::path beside;
};

struct SourceOutcome {
  std::string id;
  bool was_cached = false, was_missing = false;
};

struct BuildOutcome {
  std::vector<SourceOutcome> sources;
  std::string edition;       // content hash
  bool unchanged = false;    // the edition there already holds exactly this
  bool compared = false;     // what it says otherwise than the edition that it replaced stands beside it (change_file.hpp)
  std::size_t kept_pairs = 0;  // entries of the file of pairs that were not packed anew (store/pair_file.hpp)
  std::string not_compared;  // why not, where there was one to replace
};

// Throws UsageError (unknown id), DataError (a file), StoreError (disk); the previous edition is untouched then.
BuildOutcome build_edition(const BuildOptions& options, Progress& progress);

// SHA-256 of all tables of data/: part of every edition's hash of inputs. A fragment depends on few of them (fragment.cpp).
std::string hash_of_tables(const Places& places);

}  // namespace comity::sources
