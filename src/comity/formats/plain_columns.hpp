// Some columns of a plain CSV file, as numbers and as keys, read in pieces by several threads: what an estimator takes of millions of
// rows. Plain is: UTF-8, a header in the first line that names the columns, one of , ; tab | between cells, one line a record with as
// many cells as the header, numbers as JSON writes them, quotes only around whole cells. Not a reader of every dialect, and no errors:
// a file that is not plain has no answer here and is left to a reader that takes more and says what is wrong.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "comity/base/column.hpp"
#include "comity/formats/key_column.hpp"

namespace comity::formats {

struct PlainColumns {
  std::size_t rows = 0;
  std::vector<Column> numbers;  // of each column asked for, packed where that saves room; NaN: empty, NA or .
  std::vector<KeyColumn> keys;  // a cell that is empty, blank, NA or . is missing
};

// The columns by their names in the header, in the order asked for; a column may be both. The file may be compressed (.gz, .zst). The answer does not
// depend on `threads`. Cost: linear; in memory at once, the answer and a megabyte for each thread.
std::optional<PlainColumns> read_plain_columns(const std::filesystem::path& file, const std::vector<std::string>& numbers, const std::vector<std::string>& keys, int threads);

}  // namespace comity::formats
