// FILE.changes, beside an edition FILE: what the edition says otherwise than the one that it replaced, small enough to be kept when that one
// is gone: counts by pair, source and reason, and a few facts of each pair. It names both editions, so that one left behind by another edition is
// never taken for this one's. Facts that dossiers do not show (of sources that check, estimate or show a format) are not in it.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "comity/facts/edition_changes.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::sources {

std::filesystem::path change_file_of(const std::filesystem::path& edition);

// Compares two editions (edition_diff.hpp) and puts the outcome into `file` by a rename. Throws NotFound (no such edition), StoreError
// (another schema, a full disk); `file` is then as it was. Seconds over two full editions that share most facts.
void write_change_file(const std::filesystem::path& before, const std::filesystem::path& after, const std::filesystem::path& file);

// Reads what write_change_file() wrote. Safe to use from many threads.
class ChangeFile {
 public:
  // Null where there is none, where it is of another edition than `name` (the beginning of its hash), or where it cannot be read.
  static std::shared_ptr<const ChangeFile> try_open(const std::filesystem::path& edition, const std::string& name);

  const facts::ComparedEditions& editions() const { return editions_; }
  // The pair's facts that differ, or those of a state alone and with every other. `shown`: keys of sources, all others and what is derived from
  // several are left out; empty: nothing is.
  facts::EditionChanges of_pair(StateId a, StateId b, const std::vector<std::string>& shown = {}) const;
  facts::EditionChanges of_state(StateId state, const std::vector<std::string>& shown = {}) const;
  // Every pair that has any, by code (base/ids.hpp).
  std::set<std::uint32_t> pairs() const;
  // For lists: the tables `change` (pair, source, reason, fact_table, added, gone, changed) and `example`.
  store::Connection connect() const { return database_->connect(); }

 private:
  ChangeFile() = default;
  facts::EditionChanges read(const std::string& whose, const std::vector<std::string>& shown, int most) const;

  std::unique_ptr<store::Database> database_;
  facts::ComparedEditions editions_;
};

}  // namespace comity::sources
