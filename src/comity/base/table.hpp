// The project's own small tables (data/*.csv): UTF-8, comma, RFC 4180, a header, every field text. Strict, because
// they are ours: a ragged row or an unknown column stops with file and line. Publishers' files are read by the
// room formats, which forgives and reports.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

class Table {
 public:
  // Throws DataError with file and line.
  static Table parse(std::string_view text, std::string name);
  static Table read(const std::filesystem::path& file);

  const std::string& name() const { return name_; }
  std::size_t rows() const { return lines_.size(); }
  const std::vector<std::string>& columns() const { return columns_; }
  // Index of a column; throws DataError naming the table when it is not there.
  std::size_t column(std::string_view name) const;
  std::string_view at(std::size_t row, std::size_t column) const { return fields_[row * columns_.size() + column]; }
  // Physical line on which the row begins, for messages.
  std::uint64_t line(std::size_t row) const { return lines_[row]; }
  // Throws DataError at this row and column.
  [[noreturn]] void fail(std::size_t row, std::string_view column, const std::string& why) const;

 private:
  std::string name_;
  std::vector<std::string> columns_;
  std::vector<std::string_view> fields_;        // into text_: a table of thousands of rows is read before every answer
  std::shared_ptr<std::string> text_;           // copies of a table share it
  std::vector<std::uint64_t> lines_;
};

}  // namespace comity
