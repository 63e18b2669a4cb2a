// The parts of an XLSX package that its sheets need: which sheets there are, their texts, which cell styles are dates.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/record_reader.hpp"

namespace comity::formats::detail {

// Texts that cells point to, in one block.
class SharedStrings {
 public:
  void add(std::string_view text) { block_ += text, ends_.push_back(block_.size()); }
  std::size_t size() const { return ends_.size(); }
  std::uint64_t bytes() const { return block_.size() + 8 * ends_.size(); }
  std::string_view at(std::size_t i) const {
    const std::size_t from = i ? ends_[i - 1] : 0;
    return std::string_view(block_).substr(from, ends_[i] - from);
  }

 private:
  std::string block_;
  std::vector<std::size_t> ends_;
};

struct SheetPart {
  std::string name;  // as the reader of the workbook sees it
  std::string part;  // "xl/worksheets/sheet1.xml"
};

struct Workbook {
  std::vector<SheetPart> sheets;  // worksheets in their order, hidden ones too; charts are left out
  bool from_1904 = false;
  std::vector<bool> date_styles;  // by the cell's style number
  SharedStrings strings;
};

// Throws DataError when this is no workbook (a web page, .xls under another name, a password, a damaged archive).
Workbook read_workbook(const LocalFile& file, const Limits& limits);

// "_x000D_" → the character; as workbooks write what XML cannot hold.
void append_unescaped(std::string& out, std::string_view text);

}  // namespace comity::formats::detail
