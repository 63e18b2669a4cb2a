// Which pairs hold other facts than in the edition before, so that the file of pairs (store/pair_file.hpp) is packed anew for these alone. What a pair's bytes depend on is
// its rows in the tables of facts and their order, the numbers that stand in them (sources, indicators, files) and which sources are shown: the rows and their order are looked at here, the
// numbers are the same where figures were taken over (predecessor.hpp), and what is shown is asked by the file itself.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "comity/store/duckdb.hpp"

namespace comity::sources {

// Codes of pairs, and of states alone, ascending: those of which any row of a table of facts is another, or lies at another place among those of its pair. `connection` is that of the new
// edition, with the one before attached as `before`. `kept`: tables that are the same in both; `figures`: pairs whose figures differ, of an edition that took over the others.
std::vector<std::uint32_t> find_moved_pairs(store::Connection& connection, const std::set<std::string>& kept, const std::vector<std::uint32_t>& figures);

}  // namespace comity::sources
