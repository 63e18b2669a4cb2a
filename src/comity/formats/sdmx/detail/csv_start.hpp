// Where the header line of an SDMX-CSV file begins, and how its bytes become UTF-8: spreadsheets save UTF-16, and put
// "sep=;" or empty lines in front.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "comity/formats/bytes_source.hpp"
#include "comity/formats/sdmx/detail/csv_header.hpp"

namespace comity::formats::sdmx::detail {

struct CsvStart {
  bool utf16 = false;
  std::size_t bytes = 0, lines = 0;  // in front of the header, of the UTF-8; a byte order mark is none of them
  CsvLayout layout;                  // is_sdmx false: no SDMX-CSV at all
};

CsvStart csv_start_of(const std::filesystem::path& file, const Limits& limits);
// The file's bytes as UTF-8, from its beginning.
std::unique_ptr<BytesSource> open_csv_bytes(const std::filesystem::path& file, const Limits& limits, bool utf16);

}  // namespace comity::formats::sdmx::detail
