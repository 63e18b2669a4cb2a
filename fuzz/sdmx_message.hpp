// What holds for every reader of SDMX, whatever it is given.
#pragma once

#include "comity/formats/sdmx/sdmx.hpp"
#include "read_records.hpp"

inline void read_sdmx_message(const std::string& path) {
  using namespace comity::formats::sdmx;
  const long rows = read_records([&] { return open_sdmx_records(path); });
  read_records([&] { return open_sdmx_structure_records(path); });
  try {
    const Table table = read_table(path);
    require(rows < 0 || table.rows() <= std::size_t(rows), "both ways give as many observations");
    for (const auto& column : table.columns) {
      require(column.component.kind == Kind::measure || column.codes.size() == table.rows(), "columns are as long as the table");
      for (std::size_t row = 0; row < column.codes.size(); ++row) require(column.codes[row] <= column.dictionary.size(), "codes are in their dictionary");
    }
    std::size_t bytes = 0;
    for (const char* form : {"csv", "xml", "xml3"}) convert(path, form, [&](std::string_view piece) { bytes += piece.size(); });
  } catch (const comity::Error& error) {
    require(*error.what() != 0, "an error says something");
  }
}
