// Plain arrays as rows that DuckDB reads without a copy (the Arrow C data interface), in order and on several threads: for
// writing Parquet and for conditions in SQL over a table that was never in a database.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "comity/store/duckdb.hpp"

namespace comity::store {

// One column: `format` is Arrow's ("c", "s", "i", "g": 8, 16, 32 bit integers, double). A dictionary makes of int16 codes texts.
struct ColumnView {
  std::string name;
  const char* format = "g";
  const void* data = nullptr;
  const std::uint64_t* valid = nullptr;  // a bit a row, lowest first
  const std::vector<std::string>* dictionary = nullptr;
};

// Writes the rows as one Parquet file, zstd, row groups of 122,880 rows in order: the same rows give the same bytes.
// Throws StoreError; leaves no file behind then.
void write_parquet(Connection& connection, std::span<const ColumnView> columns, std::size_t rows, const std::filesystem::path& file);

// Numbers of the rows, ascending, for which the condition (SQL over the columns' names) is true. Throws StoreError with
// DuckDB's words where it is none.
std::vector<std::uint32_t> rows_where(Connection& connection, std::span<const ColumnView> columns, std::size_t rows, const std::string& condition);

}  // namespace comity::store
