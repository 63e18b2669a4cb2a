// What becomes of each record of a source's files: the class of every (file, record), as law 6 wants it, in one byte a record. Beside it the
// numbers that files and columns have in a fragment. A set of millions of records as a table of DuckDB's, grouped, took as long as reading them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "comity/store/duckdb.hpp"

namespace comity::store {

class RecordAccount {
 public:
  // In order of strength: a record that gave any fact is used, whatever else was said of it.
  enum Class : std::uint8_t { used, rejected, unwanted, unmentioned = 255 };

  struct File {
    std::string path;
    std::uint32_t number = 0;           // in the fragment
    std::vector<std::string> columns;
    std::uint64_t records = 0;          // read
    std::uint64_t facts = 0, absences = 0;
    std::uint64_t last = 0;             // the highest record mentioned; record 0 is the file as a whole
    std::vector<std::uint8_t> classes;  // by record, 0 to `records`
    std::uint64_t count(Class one) const;
    // Without the file as a whole, which is no record of it.
    std::uint64_t count_used() const { return count(used) - (classes.front() == used); }
  };

  // In the order of the enumeration file_t.
  explicit RecordAccount(std::vector<File> files);

  // Takes the rows of a query: (code of the file, record, class, fact, absence): UINTEGER, UBIGINT, UTINYINT, BOOLEAN, BOOLEAN.
  void take(Connection& connection, const std::string& sql);

  const std::vector<File>& files() const { return files_; }
  std::uint8_t class_of(std::uint32_t file, std::uint64_t record) const;
  // 1-based; the text may be a number itself; 0 where there is none of that name.
  std::uint16_t column_number(std::uint32_t file, std::string_view name) const;

 private:
  std::vector<File> files_;
};

// file_number(code) → UINTEGER, column_number(code, name) → USMALLINT, record_class(code, record) → UTINYINT: the code is that of file_t, a UINTEGER. The account must
// outlive the connection.
void register_account_functions(Connection& connection, const RecordAccount& account);

}  // namespace comity::store
