// FILE.pairs, beside an edition FILE: what a dossier reads of it, pair by pair, in the form in which it is used, so that one pair costs a look into
// an index and some kilobytes, and neither DuckDB's library nor the edition's catalogue is opened. It says nothing that the edition does not: it carries the
// edition's hash, where that stands in the edition's file, and a hash of that file's head. Where it is missing or of another edition the tables are read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "comity/facts/pair_facts.hpp"
#include "comity/store/packed_facts.hpp"

namespace comity::store {

std::filesystem::path pair_file_of(const std::filesystem::path& edition);

// What an edition has in common with one before it: its sources, indicators and files have the same numbers, and every pair that is not named holds the same facts in the same order.
struct SamePairs {
  std::filesystem::path before;      // that edition
  std::vector<std::uint32_t> moved;  // ascending: codes of the pairs, and states alone, whose facts may be others
};

// Reads all of an edition's facts once and writes `file`, to the disk; a name of its own: whoever calls puts both into their places, this one first.
// With `same`, only the facts that moved are read and the others' bytes come from the file of pairs of the edition before; `file` is the same. Where that one has none, or its
// sources were shown otherwise, all are read.
// Not written where the edition cannot be recognised by its bytes; there is no file then. Throws StoreError (a full disk; an edition that has its file of pairs; one before whose
// file is damaged). Some seconds for ten million figures, a second where few moved.
struct PairLayout {
  bool written = false;
  std::size_t kept = 0;  // pairs and states alone whose bytes are those of the edition before
};
PairLayout write_pair_file(const std::filesystem::path& edition, std::shared_ptr<const world::Register> states, const std::filesystem::path& file, const SamePairs* same = nullptr);

struct PairEntry;
struct PairHead;

// Safe to share between threads. A file that is open must not be written over, only renamed away: it is mapped.
class PairFile {
 public:
  // Null where there is none for exactly this edition.
  static std::shared_ptr<const PairFile> try_open(const std::filesystem::path& edition);
  ~PairFile();
  PairFile(const PairFile&) = delete;
  PairFile& operator=(const PairFile&) = delete;

  facts::Context context(std::shared_ptr<const world::Register> states) const;
  // How many pairs have facts of their own, in their order; and the code of the nth.
  std::size_t pair_count() const { return pair_count_; }
  Pair pair(std::size_t number) const;
  // Without the facts of either state alone. Texts are views of this file. Throws StoreError when the bytes are not those that were written.
  void read(Pair pair, facts::PairFacts& out) const;
  void read(StateId state, facts::StateFacts& out) const;
  // The same as they lie in the file; false where there is nothing of that code.
  bool read_bytes(std::uint32_t code, std::string& out) const;
  const TextsByNumber& texts() const { return texts_; }
  // All of which there is something, in the order of the file.
  const std::uint32_t* codes() const { return codes_; }
  std::size_t code_count() const { return entry_count_; }

 private:
  PairFile() = default;
  template <class Facts>
  void read_entry(std::uint32_t code, Facts& out) const;
  const PairHead& head() const;
  bool is_whole() const;
  bool is_of(const std::filesystem::path& edition) const;

  int descriptor_ = -1;
  std::string_view file_;  // mapped
  std::size_t entry_count_ = 0, pair_count_ = 0;
  const std::uint32_t* codes_ = nullptr;  // ascending: the pairs that have facts; then states alone and pairs with a disagreement and nothing else
  const PairEntry* entries_ = nullptr;        // beside them
  TextsByNumber texts_;
};

}  // namespace comity::store
