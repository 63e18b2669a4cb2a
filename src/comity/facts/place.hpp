// Where in a publisher's file a fact stands, in words: "row 5" and a column's name of a list; "sheet 'Inward', row 23" and
// "column AC", as a spreadsheet shows them, of a workbook that is read cell by cell.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "comity/facts/pair_facts.hpp"

namespace comity::facts {

// "" for record 0, which is none. Records count from 1, headers are not counted.
std::string record_words(const SourceFile& file, std::uint64_t record);
// Several of one file, in any order: "rows 3, 12–23"; "sheet 'Inward', rows 3–5; sheet 'Outward', row 8".
std::string records_words(const SourceFile& file, const std::vector<std::uint64_t>& records);
// "" for column 0 and where the file names no such column.
std::string column_words(const SourceFile& file, std::uint16_t column);

}  // namespace comity::facts
