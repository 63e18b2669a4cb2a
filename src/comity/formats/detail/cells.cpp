#include "comity/formats/detail/cells.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/detail/names.hpp"

namespace comity::formats::detail {
namespace {

constexpr std::array<std::string_view, 5> kTypeNames = {"number", "text", "boolean", "error", "date"};

class CellReader : public RecordReader {
 public:
  explicit CellReader(std::unique_ptr<CellSource> cells) : cells_(std::move(cells)) {}

  const std::vector<std::string>& columns() const override { return columns_; }

  bool next(Record& out) override {
    const Cell* cell = cells_->next();
    if (!cell) return false;
    row_ = fmt::to_string(cell->row), column_ = fmt::to_string(cell->column);
    out.fields.assign({cells_->sheet(), row_, column_, cell->text, kTypeNames[std::size_t(cell->type)], cell->formula});
    out.is_null.assign(columns_.size(), false);
    out.is_null[5] = cell->formula.empty();
    out.number = ++number_;
    out.line = cell->row;
    out.raw = cell->text;
    out.problem = cell->problem;
    place(cell->row);
    return true;
  }
  std::vector<SheetRows> sheet_rows() const override {
    std::vector<SheetRows> out = closed_;
    close_row(out, open_);
    return out;
  }

 private:
  void place(std::uint32_t row) {
    if (open_.cells && open_.row == row && open_.sheet == cells_->sheet()) {
      ++open_.cells;
      return;
    }
    close_row(closed_, open_);
    open_ = {number_, cells_->sheet(), row, 1, 1};
  }
  // Rows of equal length below each other are one entry: a table of thousands of rows takes few.
  static void close_row(std::vector<SheetRows>& out, const SheetRows& row) {
    if (row.cells == 0) return;
    if (!out.empty() && out.back().sheet == row.sheet && out.back().cells == row.cells && out.back().row + out.back().rows == row.row) ++out.back().rows;
    else out.push_back(row);
  }

  std::unique_ptr<CellSource> cells_;
  std::vector<std::string> columns_ = {"sheet", "row", "column", "text", "type", "formula"};
  std::string row_, column_;
  std::uint64_t number_ = 0;
  std::vector<SheetRows> closed_;
  SheetRows open_;  // the row being read; without cells before the first
};

class RowReader : public RecordReader {
 public:
  RowReader(std::unique_ptr<CellSource> cells, std::uint32_t header_row, std::uint32_t width, const std::vector<std::string>& expected, const std::string& file)
      : cells_(std::move(cells)) {
    next_ = cells_->next();
    while (next_ && next_->row < header_row) next_ = cells_->next();
    if (header_row == 0) {
      columns_.resize(width);
    } else {
      while (next_ && next_->row == header_row) {
        if (columns_.size() < next_->column) columns_.resize(next_->column);
        columns_[next_->column - 1] = next_->text;
        next_ = cells_->next();
      }
      if (columns_.empty()) {
        throw DataError(fmt::format("{}: row {} is to be the header, but is empty", file, header_row), "Correct header_row; rows count from 1 as the spreadsheet shows them.");
      }
    }
    make_column_names(columns_);
    check_columns(columns_, expected, file, header_row);
  }

  const std::vector<std::string>& columns() const override { return columns_; }

  bool next(Record& out) override {
    if (!next_) return false;
    const std::uint32_t row = next_->row;
    const std::size_t count = columns_.size();
    texts_.resize(count);
    out.fields.assign(count, {});
    out.is_null.assign(count, true);
    problem_.clear(), raw_.clear();
    // A sheet may hold its rows in any order; what stands together is one record.
    for (; next_ && next_->row == row; next_ = cells_->next()) {
      if (!raw_.empty()) raw_ += '\t';
      raw_ += next_->text;
      if (problem_.empty() && !next_->problem.empty()) problem_ = fmt::format("column {}: {}", next_->column, next_->problem);
      const std::size_t at = next_->column - 1;
      if (at >= count) {
        if (problem_.empty()) problem_ = fmt::format("a cell in column {}, behind the header's last ({})", next_->column, count);
        continue;
      }
      texts_[at] = next_->text;
      out.is_null[at] = false;
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (!out.is_null[i]) out.fields[i] = texts_[i];
    }
    out.number = ++number_;
    out.line = row;
    out.raw = raw_;
    out.problem = problem_;
    return true;
  }

 private:
  std::unique_ptr<CellSource> cells_;
  const Cell* next_ = nullptr;
  std::vector<std::string> columns_, texts_;
  std::string problem_, raw_;
  std::uint64_t number_ = 0;
};

}  // namespace

std::unique_ptr<RecordReader> make_cell_reader(std::unique_ptr<CellSource> cells) { return std::make_unique<CellReader>(std::move(cells)); }

std::unique_ptr<RecordReader> make_row_reader(std::unique_ptr<CellSource> cells, std::uint32_t header_row, std::uint32_t width,
                                              const std::vector<std::string>& columns_expected, const std::string& file) {
  return std::make_unique<RowReader>(std::move(cells), header_row, width, columns_expected, file);
}

}  // namespace comity::formats::detail
