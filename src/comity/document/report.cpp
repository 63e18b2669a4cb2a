#include "comity/document/report.hpp"

#include <algorithm>
#include <cstring>

namespace comity::document {

void FactRecords::reserve(std::size_t records) {
  records_.reserve(records_.size() + records);
  fields_.reserve(fields_.size() + 12 * records);
}

std::string_view FactRecords::keep(std::string_view text) {
  constexpr std::size_t block = 65536;
  if (text.empty()) return {};
  if (text.size() > left_) {
    left_ = std::max(block, text.size());
    texts_.push_back(std::make_unique_for_overwrite<char[]>(left_));
    free_ = texts_.back().get();
  }
  std::memcpy(free_, text.data(), text.size());
  const std::string_view kept(free_, text.size());
  free_ += text.size();
  left_ -= text.size();
  return kept;
}

}  // namespace comity::document
