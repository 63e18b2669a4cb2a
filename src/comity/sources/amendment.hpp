// Figures of the edition in place made into those of the new one, where few differ: what went and what came is found from the files
// that both were made of, and only those rows, or what lies behind them, are written. The order is that of a build from nothing, and the
// hash of the table must be what the difference says, or all is merged anew. Not the decision what else is taken over: that is predecessor.hpp.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "comity/sources/assembly.hpp"
#include "comity/sources/derived_facts.hpp"
#include "comity/sources/predecessor.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::sources {

// What is other than when the edition in place was made: sources that give other figures, and the derived ones.
struct Amendment {
  struct Part {
    std::size_t source = 0;   // its place in the assembly
    FragmentInfo before;      // the fragment that the edition in place was made of
    FragmentSummary summary;  // of it
  };
  std::vector<Part> sources;
  std::string derived_before;  // the file of derived facts of the edition in place; empty: they are the same
};

// None where the numbers of sources, indicators or files are others, where a file that the edition in place was made of has gone from the cache, where
// derivations mark facts otherwise, or where so much differs that all is merged as fast.
std::optional<Amendment> find_amendment(const Assembly& assembly, const Numbering& numbering, const DerivedFacts& derived, const Predecessor& before);

// Where the fragment of a source and hash lies in a cache (fragment.cpp).
std::filesystem::path fragment_file(const std::filesystem::path& cache, const std::string& source, const std::string& hash);

// The rows of a source's fragment, attached as `database`, as rows of the edition's `table`. Needs the types of lay_groundwork.
std::string contribution(const Assembly& assembly, const Numbering& numbering, std::size_t source, const FragmentSummary& summary, const std::string& database, const std::string& table);

// What a figure becomes by what derivations found out about it: `o` LEFT JOIN a mark `m`.
std::string marked_figures(const std::string& figures, const std::string& marks);

// Over a connection to a copy of the edition in place whose fragments and derived facts (`derived`) are attached.
class FigureAmender {
 public:
  FigureAmender(store::Connection& connection, const Assembly& assembly, const Numbering& numbering, const Amendment& amendment, const Predecessor& before)
      : connection_(connection), assembly_(assembly), numbering_(numbering), amendment_(amendment), before_(before) {}
  // Throws StoreError where the edition in place is not what it says it was made of.
  void run();
  // Hash and number of rows that the table must have now.
  Predecessor::Content expected() const { return expected_; }
  // Pairs of which any figure differs, and states alone, ascending.
  const std::vector<std::uint32_t>& moved() const { return moved_; }

 private:
  struct Run {
    std::uint32_t from = 0, to = 0;  // pairs, `to` not included
    std::int64_t rows = 0;
    bool touched = false;
  };
  void find_differences();
  void add_differences(const std::string& before, const std::string& after);
  void find_places();
  void write_in_place(std::int64_t first_surplus);
  void write_behind(std::int64_t first_surplus);
  std::vector<Run> runs_from(std::int64_t pair);
  Predecessor::Content what_is_expected();

  store::Connection& connection_;
  const Assembly& assembly_;
  const Numbering& numbering_;
  const Amendment& amendment_;
  const Predecessor& before_;
  Predecessor::Content expected_;
  std::vector<std::uint32_t> moved_;
};

}  // namespace comity::sources
