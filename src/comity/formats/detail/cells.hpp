// Cells of a workbook, whatever the format, and the two shapes in which they become records: one a cell, one a row.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "comity/formats/record_reader.hpp"

namespace comity::formats::detail {

enum class CellType : std::uint8_t { number, text, boolean, error, date };

struct Cell {
  std::uint32_t row = 0, column = 0;  // 1-based
  CellType type = CellType::text;
  std::string text;
  std::string formula;  // without '='; empty when there is none or the format does not tell
  std::string problem;  // not empty: the cell could not be read as it is typed
};

// The cells of some sheets that hold anything, sheet by sheet, in the order of the file (row by row).
class CellSource {
 public:
  virtual ~CellSource() = default;
  // nullptr at the end; valid until the next call.
  virtual const Cell* next() = 0;
  virtual const std::string& sheet() const = 0;  // of the cell just given
};

// Columns sheet, row, column, text, type, formula; the record's line is the sheet's row.
std::unique_ptr<RecordReader> make_cell_reader(std::unique_ptr<CellSource> cells);
// One record per row below header_row that holds anything; header_row 0: as many columns as `width`, named column_<n>.
std::unique_ptr<RecordReader> make_row_reader(std::unique_ptr<CellSource> cells, std::uint32_t header_row, std::uint32_t width,
                                              const std::vector<std::string>& columns_expected, const std::string& file);

// Limits of the format itself, which also bound what a lying file can ask for.
inline constexpr std::uint32_t kMaxRow = 1048576, kMaxColumn = 16384;

}  // namespace comity::formats::detail
