// What facts stand on while they are assembled: fragments attached, numbers for sources, indicators and files from sorted
// names, the register, the project's own tables. Laid for the edition itself and, in a database in memory, for the
// derivations (derived_facts.hpp).
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "comity/sources/assembly.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::sources {

struct Numbering {
  std::map<std::string, std::uint16_t> sources, indicators;  // by name: its place among the sorted ones, from 1
  std::vector<std::uint32_t> file_offset;                    // by source: what is added to a fragment's own number of a file

  std::string hash() const;
};

// From the summaries and data/indicators/ alone. `connection` holds own_indicators (load_indicators). Throws DataError where a
// source gives an indicator that the vocabulary does not know.
Numbering number_all(store::Connection& connection, const Assembly& assembly);

// The name under which a fragment is attached.
std::string fragment_name(std::size_t source);

// Attaches the fragments; makes every table of an edition, empty, but those that are `there`, and fills source, source_file, coverage, indicator, the register
// and the policies. Leaves the temporary tables own_…, source_ids, indicator_ids and declared, and the types source_t, indicator_t, absence_t,
// valuation_t, origin_t and reporter_kind_t.
void lay_groundwork(store::Connection& connection, const Assembly& assembly, const Numbering& numbering, const std::set<std::string>& there = {});

}  // namespace comity::sources
