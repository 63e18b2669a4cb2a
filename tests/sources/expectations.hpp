// expected.txt of one source's excerpt: which facts, rejects and accounts its fragment must hold. Compared with SQL over
// the fragment itself; states are written by their keys, everything else as DuckDB prints it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "comity/store/duckdb.hpp"
#include "comity/world/register.hpp"

namespace comity::tests {

struct ExpectedFact {
  std::string table, line;
  int number = 0;  // line of expected.txt
};

struct Expectations {
  std::vector<ExpectedFact> facts;
  std::vector<std::pair<std::string, long>> counts;
  std::vector<std::string> rejects, ledger, unwanted;  // each line as "file record reason", "file read used rejected unwanted", "records rule"
  bool has_rejects = false, has_ledger = false, has_unwanted = false;
};

// Throws DataError for a section that is none.
Expectations read_expectations(const std::filesystem::path& file);

// One sentence per difference between what is expected and what the fragment, attached as `fragment`, holds.
std::vector<std::string> differences(store::Connection& connection, const Expectations& expected, const world::Register& states);

}  // namespace comity::tests
