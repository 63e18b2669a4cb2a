// What one edition holds and another does not: facts added, gone and changed, told apart by their keys, with the reason.
// Compares contents, never numbers that are given anew at each assembly (ids of sources and files, records).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "comity/store/duckdb.hpp"

namespace comity::sources {

// Reasons, in this order of questions: new_source, source_gone (only one of the two holds the source), revision (the
// publisher's files are others), new_rule (same files, read by another load.sql, table of data/ or code), derived (neither: the fact
// follows from others that changed, or its derivation did).
struct DiffRequest {
  std::filesystem::path before, after;
  std::string source;       // key; empty = all
  std::uint32_t pair = 0;   // code of two states; 0 = all
  bool in_words = true;     // else what, before and after stay empty: for counts over millions of facts
  bool shared_only = false; // only facts of sources that both editions hold: of the others each fact differs
};

// Makes the temporary table `fact_diff(fact_table, key, pair, source, change, reason, state_a, state_b, what, before, after)`, one row per
// fact that differs, in `connection`, which must be allowed to attach both files.
// `change` is added, gone or changed; `what` names the fact, `before` and `after` its content. Throws StoreError (no edition, another schema).
void make_fact_diff(store::Connection& connection, const DiffRequest& request);

}  // namespace comity::sources
