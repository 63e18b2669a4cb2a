// What every reader of a publisher's file gives: records of text fields with their place in the file, one after the
// other, in bounded memory. Knows syntax; knows no publisher, no state and no database. store/ turns any RecordReader
// into a DuckDB table function.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comity::formats {

// One record. Fields are views that stay valid until the next call of next(). An empty field is an empty view
// (is_null false); is_null marks a field that the record does not have at all (a short row, a missing JSON key).
struct Record {
  std::vector<std::string_view> fields;  // one per column of the reader
  std::vector<bool> is_null;             // same size
  std::uint64_t number = 0;              // 1-based record of the file; header rows are not counted
  std::uint64_t line = 0;                // physical line on which it begins; 0 where lines mean nothing
  std::string_view raw;                  // the record as it stands in the file, cut at the limit; may be empty
  std::string_view problem;              // not empty: the record is broken ("unclosed quote"), its fields are what could be saved
};

// Where records stand in a workbook that is read cell by cell: `rows` rows of one sheet from `row` on, each with `cells`
// filled cells, the first of which is record `record`.
struct SheetRows {
  std::uint64_t record = 0;
  std::string sheet;
  std::uint32_t row = 0, rows = 0, cells = 0;
};

class RecordReader {
 public:
  virtual ~RecordReader() = default;
  virtual const std::vector<std::string>& columns() const = 0;
  // False at the end. Throws DataError (file, line, remedy) when the file as a whole cannot be read on: truncated
  // archive, wrong encoding, missing column, a limit passed.
  virtual bool next(Record& record) = 0;
  // Of a workbook read cell by cell, once its end is reached; empty for everything else.
  virtual std::vector<SheetRows> sheet_rows() const { return {}; }
};

// Bounds against files that lie about themselves.
struct Limits {
  std::uint64_t record_bytes = 16u << 20;       // longest record
  std::uint64_t file_bytes = 64ull << 30;       // longest file, unpacked
  double ratio = 500;                           // unpacked / packed, counted from 64 MiB on
};

}  // namespace comity::formats
