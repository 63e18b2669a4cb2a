// DuckDB as this library uses it: a thin owner for each handle of its C API, errors as StoreError. Every database is
// opened without extensions, in UTC, with a bounded memory. The only header that shows duckdb.h; never duckdb.hpp.
#pragma once

#include <duckdb.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "comity/base/date.hpp"

namespace comity::store {

// How a database is opened.
struct Opening {
  bool read_only = false;
  bool may_read_files = false;  // external access: for loading and for `comity query`, never for the server
  int threads = 1;
  std::string memory = "2GB";
  std::string temp_folder;      // where sorts may spill; empty = beside the database
  // A new file takes the form that DuckDB 1.2 and later read (smaller, opened in half the time), in groups of fewer rows: who asks
  // for one pair reads a quarter of the blocks.
  bool as_edition = false;
};

// One chunk of up to 2,048 rows, column by column. Text is a view that lives as long as the chunk.
class Chunk {
 public:
  Chunk() = default;
  explicit Chunk(duckdb_data_chunk chunk);
  Chunk(Chunk&& other) noexcept;
  Chunk& operator=(Chunk&& other) noexcept;
  ~Chunk();

  std::size_t rows() const { return rows_; }
  explicit operator bool() const { return chunk_ != nullptr; }
  bool is_null(std::size_t column, std::size_t row) const {
    const auto* valid = valid_[column];
    return valid && !(valid[row / 64] >> (row % 64) & 1);
  }
  // A null reads as nought or false, never as what happens to lie in its place; where the two differ, ask is_null first.
  template <class T>
  T get(std::size_t column, std::size_t row) const { return is_null(column, row) ? T{} : static_cast<const T*>(data_[column])[row]; }
  std::string_view text(std::size_t column, std::size_t row) const;  // empty when null
  Day day(std::size_t column, std::size_t row) const;

 private:
  duckdb_data_chunk chunk_ = nullptr;
  std::size_t rows_ = 0;
  std::vector<const void*> data_;
  std::vector<const std::uint64_t*> valid_;
};

class Result {
 public:
  explicit Result(duckdb_result result) : result_(result) {}
  Result(Result&& other) noexcept : result_(other.result_) { other.result_ = {}; }
  Result(const Result&) = delete;
  Result& operator=(const Result&) = delete;
  ~Result() { duckdb_destroy_result(&result_); }

  Chunk next();  // an empty one at the end
  std::size_t columns() const { return duckdb_column_count(const_cast<duckdb_result*>(&result_)); }
  std::string name(std::size_t column) const;
  duckdb_type type(std::size_t column) const { return duckdb_column_type(const_cast<duckdb_result*>(&result_), column); }
  duckdb_logical_type logical_type(std::size_t column) const {
    return duckdb_column_logical_type(const_cast<duckdb_result*>(&result_), column);
  }

 private:
  duckdb_result result_{};
};

class Connection;

class Database {
 public:
  // An empty path is a database in memory. Throws StoreError when the file is no database, is of another DuckDB
  // version, or cannot be opened.
  explicit Database(const std::filesystem::path& file, const Opening& opening = {});
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  Connection connect();

 private:
  void attach(const std::filesystem::path& file);

  duckdb_database database_ = nullptr;
  bool attached_ = false;  // the file stands beside a database in memory
};

class Connection {
 public:
  explicit Connection(duckdb_connection connection) : connection_(connection) {}
  Connection(Connection&& other) noexcept : connection_(other.connection_) { other.connection_ = nullptr; }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { duckdb_disconnect(&connection_); }

  Result query(const std::string& sql);   // throws StoreError with DuckDB's words and the statement's beginning
  void run(const std::string& sql) { query(sql); }
  // Rows come while the query runs, in order; nothing is held in memory.
  Result stream(const std::string& sql);
  // The only cell of the only row. NULL is 0 or "".
  std::int64_t number(const std::string& sql);
  std::string text(const std::string& sql);
  duckdb_connection handle() { return connection_; }

 private:
  duckdb_connection connection_ = nullptr;
};

// 'text' with its quotes doubled, for SQL.
std::string sql_text(std::string_view text);
std::string sql_name(std::string_view name);

}  // namespace comity::store
