// Rows of named columns, written as they come: a table for people, CSV (RFC 4180, LF), or JSON (an array of objects,
// compact). Used by every command whose product is a table. Numbers come as text already, exact (base/number.hpp).
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "apps/cli/output.hpp"

namespace comity::cli {

struct Column {
  std::string name;
  enum Kind { text, number, boolean } kind = text;  // numbers stand right in tables, and bare in JSON
  std::string type = {};                            // the database's word for it, where it comes from one
};

using Cell = std::optional<std::string>;  // nothing: unknown; blank in tables and CSV, null in JSON

class RowWriter {
 public:
  virtual ~RowWriter() = default;
  virtual void begin(std::vector<Column> columns) = 0;
  virtual void row(std::span<const Cell> cells) = 0;
  virtual void cut() {}  // there are more rows than will be written: said before end()
  virtual void end() = 0;
};

// "table", "csv" or "json"; "json part" is an array inside a larger object, without a line end; "rows" is one JSON object with the
// columns and their types, the rows as arrays, and whether there were more.
std::unique_ptr<RowWriter> make_row_writer(std::string_view format, Output& output);
inline const std::vector<std::string> row_formats = {"table", "csv", "json"};

// `text` as a JSON string with its quotes.
std::string json_text(std::string_view text);

}  // namespace comity::cli
