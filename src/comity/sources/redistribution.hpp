// Which facts may be passed on (rule 30): the one rule that `comity export` and `comity site` follow. A fact leaves if its source's
// terms allow it or the source was asked for by name; a derived one only if every fact it was made from leaves, to any depth.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "comity/store/duckdb.hpp"

namespace comity::sources {

// Makes temporary tables of this connection: source_that_leaves(id, key, asked) and derived_that_stays(key), the facts of sources
// that leave which were made from facts that do not. `include`: keys of sources to take against their terms.
void mark_what_leaves(store::Connection& connection, const std::vector<std::string>& include);

// A condition on rows with source and key, behind an AND, for the connection that was marked.
inline constexpr std::string_view leaves_condition = " AND source IN (SELECT id FROM source_that_leaves) AND key NOT IN (SELECT key FROM derived_that_stays)";

// The keys of derived_that_stays, for those who filter facts themselves.
std::unordered_set<std::uint64_t> derived_keys_that_stay(store::Connection& marked);

}  // namespace comity::sources
