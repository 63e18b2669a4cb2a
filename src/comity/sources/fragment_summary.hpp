// What an assembly must know of a fragment before it opens it: its files, tables, references and a hash of the content of
// each kind of fact. Kept as a text file beside the fragment, so that a fragment whose facts are not wanted stays closed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "comity/sources/fragment.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::sources {

// Behind the indicator of monthly figures, which derivations sum whatever they count.
inline constexpr std::string_view by_month = " by month";

// The facts of one kind: of one indicator in observation (monthly ones apart) and series, of one `kind` in event and agreement, "*" elsewhere.
struct ContentDigest {
  std::string table, kind;
  std::uint64_t rows = 0;
  std::string hash;  // over all rows, independent of their order

  std::string_view indicator() const { return kind.ends_with(by_month) ? std::string_view(kind).substr(0, kind.size() - by_month.size()) : std::string_view(kind); }
};

struct FragmentSummary {
  std::uint32_t files = 0;
  std::vector<std::string> tables;      // of the fragment, sorted
  std::vector<std::string> references;  // that its rows name as their source, sorted
  std::vector<ContentDigest> contents;  // sorted by table and kind

  bool has(std::string_view table) const;
  std::uint64_t rows(std::string_view table) const;
};

// Reads the text beside the fragment; where there is none, or a damaged one, looks into the fragment and writes it.
FragmentSummary summarize(const FragmentInfo& fragment);

// While the fragment is still attached as `database`: to open it again for this costs more than to read it.
void write_summary(const FragmentInfo& fragment, store::Connection& connection, const std::string& database);

}  // namespace comity::sources
