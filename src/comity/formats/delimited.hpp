// Delimited text (CSV, TSV, …) → records, as a source declares its dialect. Record numbers and physical lines are
// right whatever is quoted; a blemish (unclosed quote, wrong number of fields, bad byte) is a problem of its record,
// not the end of the file. Knows no types: every field is text.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "comity/formats/record_reader.hpp"

namespace comity::formats {

struct Dialect {
  char delimiter = ',';
  char quote = '"';                 // 0 = there is none
  // "utf-8", "utf-16" or any name ICU knows ("cp1252", "latin1", "gb18030"); "utf-8|cp1252": each record is UTF-8,
  // or where it is not, cp1252.
  std::string encoding = "utf-8";
  std::size_t header_row = 1;       // 1-based record (behind skip_lines) that names the columns; 0 = none, columns_expected names them
  std::size_t skip_lines = 0;       // physical lines before anything else
  std::vector<std::string> columns_expected;  // must all be in the header; more may be there
  bool trailing_delimiter = false;  // header or rows end in one delimiter too many
  bool trim = false;                // spaces and tabs around fields, outside quotes
  std::string null_text;            // an unquoted field that reads so is null ("" = none)
  bool ragged = false;              // rows may be short: what is missing is null
  char comment = 0;                 // lines that begin with it are skipped; 0 = none
  std::size_t quoted_lines = 500;   // a quote still open after so many lines was never closed
};

// Header names are trimmed and made unique ("x", "x_2"); an empty one becomes "column_<n>". Blank lines are no records.
// Throws NotFound, DataError (empty, HTML, missing column, unknown encoding, damaged archive, record too long).
// Cost: see bench/delimited_bench.cpp; memory: 1 MiB plus the longest record.
std::unique_ptr<RecordReader> open_delimited(const std::filesystem::path& file, const Dialect& dialect, const Limits& limits = {});

}  // namespace comity::formats
