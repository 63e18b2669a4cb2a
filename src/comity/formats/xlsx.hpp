// Excel workbooks (.xlsx, .xlsm) → records, one a cell or one a row, streamed in bounded memory. Numbers come as the
// shortest text that reads back as the stored double, dates as ISO days by the cell's format, formulas as the result
// last saved. Only cells that hold something are given: of merged cells that is the first. Knows no publisher.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "comity/formats/record_reader.hpp"

namespace comity::formats {

// One record per cell: columns sheet, row, column (both numbers from 1), text, type (number, text, boolean, error,
// date), formula (null where there is none). sheet "" = all sheets. Record::line is the sheet's row.
// Throws NotFound, DataError (missing sheet: with the list; password; web page; .xls inside; damaged; limits).
std::unique_ptr<RecordReader> open_xlsx(const std::filesystem::path& file, const std::string& sheet = "", const Limits& limits = {});

// One record per row below header_row that holds anything; columns = the header's cells, made unique. A cell that is
// not there is null. sheet "" = the first; header_row 0 = none, columns are column_1, …
std::unique_ptr<RecordReader> open_xlsx_rows(const std::filesystem::path& file, const std::string& sheet, std::uint32_t header_row,
                                             const std::vector<std::string>& columns_expected = {}, const Limits& limits = {});

// In their order, hidden ones too.
std::vector<std::string> list_xlsx_sheets(const std::filesystem::path& file, const Limits& limits = {});

}  // namespace comity::formats
