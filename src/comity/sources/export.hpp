// An edition's tables as files that other programs read: numbers of states, sources and indicators written out as their keys, one CSV
// or Parquet file a table, and only facts whose terms allow it (rule 30). Not here: datapackage.json and citations (apps/cli).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "comity/store/duckdb.hpp"

namespace comity::sources {

struct ExportRequest {
  std::filesystem::path folder;            // is made if it is not there; files of the same names are replaced
  std::string format = "csv";              // csv, parquet
  std::vector<std::string> tables;         // empty = all
  std::vector<std::string> include;        // keys of sources to take although their terms are unknown or forbid it
};

struct ExportedColumn {
  std::string name, type, meaning;  // type: a Frictionless one (string, integer, number, boolean, date, array)
};

struct ExportedTable {
  std::string name, meaning, file;
  std::vector<ExportedColumn> columns;
  std::uint64_t rows = 0, left_out = 0;    // left_out: rows whose terms keep them here
  std::uint64_t bytes = 0;
  std::string sha256;
};

struct ExportedSource {
  std::string key;
  bool is_in = false, was_asked_for = false;  // asked for by name, against its terms
};

struct Exported {
  std::vector<ExportedTable> tables;
  std::vector<ExportedSource> sources;     // by key; those with facts in the edition
};

// A fact goes out if its source may be passed on or was asked for; a derived one only if every fact it was made from goes out; a
// standing as its source does; a mirror flow and a disagreement only if both sides do. Tables without facts go out whole, except
// texts quoted from publishers' files (the raw text of rejects). `edition` must be opened with access to files. Throws UsageError (an unknown table or source), StoreError.
Exported export_edition(store::Connection& edition, const ExportRequest& request);

// All tables that can be exported, in the order of docs/schema.md.
std::vector<std::string> exportable_tables();

}  // namespace comity::sources
