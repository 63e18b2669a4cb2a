// Any bytes as a plain CSV file: where there is an answer, it is the same from one thread and from two, and the reader of every dialect
// finds the same records with the same cells.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "comity/formats/delimited.hpp"
#include "comity/formats/plain_columns.hpp"
#include "memory_file.hpp"
#include "read_records.hpp"

namespace {

using namespace comity::formats;

bool is_missing(std::string_view cell) { return cell.empty() || cell == "." || cell == "NA"; }

std::string_view bare(std::string_view cell) {
  const auto from = cell.find_first_not_of(" \t\r\n");
  return from == std::string_view::npos ? std::string_view() : cell.substr(from, cell.find_last_not_of(" \t\r\n") - from + 1);
}

void compare(const PlainColumns& found, RecordReader& reader) {
  const auto place = [&](const char* name) { return std::size_t(std::find(reader.columns().begin(), reader.columns().end(), name) - reader.columns().begin()); };
  const std::size_t y = place("y"), k = place("k");
  require(y < reader.columns().size() && k < reader.columns().size(), "both find the columns");
  std::size_t row = 0;
  for (Record record; reader.next(record); ++row) {
    require(row < found.rows, "no more records than rows");
    const std::string number(record.fields[y]);
    const double value = found.numbers[0][row];
    require(is_missing(number) ? std::isnan(value) : value == std::strtod(number.c_str(), nullptr), "the number of the cell");
    const std::uint32_t code = found.keys[0].code[row];
    const auto key = is_missing(record.fields[k]) ? std::string_view() : bare(record.fields[k]);
    require(key.empty() ? code == no_key : code < found.keys[0].text.size() && found.keys[0].text[code] == key, "the key of the cell");
  }
  require(row == found.rows, "as many records as rows");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const MemoryFile file(text.data(), text.size()), same(text.data(), text.size());
  const auto found = read_plain_columns(file.path(), {"y"}, {"k"}, 1), again = read_plain_columns(same.path(), {"y"}, {"k"}, 2);
  require(found.has_value() == again.has_value(), "threads change nothing");
  if (!found) return 0;
  require(found->rows == again->rows && found->keys[0].code == again->keys[0].code && found->keys[0].text == again->keys[0].text, "threads change nothing");
  // Where the other reader trims or skips more, it is no measure.
  const auto header = text.substr(0, text.find('\n'));
  if (header.find_first_of(" \t") != std::string_view::npos || text.find_first_of(std::string_view("\0\x1a\x1f\t", 4)) != std::string_view::npos || header.find_first_of(",;|") == std::string_view::npos) return 0;
  for (const char delimiter : {',', ';', '|'}) {
    Dialect dialect;
    dialect.delimiter = delimiter;
    try {
      const auto reader = open_delimited(file.path(), dialect);
      if (std::find(reader->columns().begin(), reader->columns().end(), "y") == reader->columns().end()) continue;
      compare(*found, *reader);
      return 0;
    } catch (const comity::Error&) {
      continue;
    }
  }
  return 0;
}
