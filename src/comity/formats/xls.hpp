// Old Excel workbooks (.xls, BIFF5 to BIFF8) → records, in the same two shapes as xlsx.hpp, through libfreexl. The
// whole book is in memory. The format's code pages become UTF-8. Formulas give no text of their own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "comity/formats/record_reader.hpp"

namespace comity::formats {

// As open_xlsx, open_xlsx_rows and list_xlsx_sheets; errors are freexl's, in sentences.
std::unique_ptr<RecordReader> open_xls(const std::filesystem::path& file, const std::string& sheet = "", const Limits& limits = {});
std::unique_ptr<RecordReader> open_xls_rows(const std::filesystem::path& file, const std::string& sheet, std::uint32_t header_row,
                                            const std::vector<std::string>& columns_expected = {}, const Limits& limits = {});
std::vector<std::string> list_xls_sheets(const std::filesystem::path& file, const Limits& limits = {});

}  // namespace comity::formats
