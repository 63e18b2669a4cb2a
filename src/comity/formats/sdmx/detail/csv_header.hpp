// The first line of an SDMX-CSV message (1.0 and 2.0, and what publishers make of them): what each column holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace comity::formats::sdmx::detail {

struct CsvColumn {
  enum class What { component, structure_type, structure_id, action, key, ignored };
  What what = What::component;
  std::string id;
  bool multiple = false, multilingual = false;
  bool labelled = false;   // cells are "A: Annual"
};

struct CsvLayout {
  bool is_sdmx = false;
  char delimiter = ',', sub_delimiter = ';';
  int version = 1;         // 1 or 2
};

// Tells SDMX-CSV from other text by its first characters: DATAFLOW, STRUCTURE, STRUCTURE[;], KEY.
CsvLayout csv_layout_of(std::string_view head);
std::vector<CsvColumn> csv_columns_of(const std::vector<std::string>& headers, const CsvLayout& layout);

}  // namespace comity::formats::sdmx::detail
