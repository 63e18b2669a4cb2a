#include "comity/formats/key_column.hpp"

namespace comity::formats {

std::uint32_t KeyReader::number(std::string_view key) {
  const auto it = known_.find(key);
  if (it != known_.end()) return it->second;
  const auto code = static_cast<std::uint32_t>(known_.size());
  known_.emplace(std::string(key), code);
  into_.text.emplace_back(key);
  after_.push_back(no_key);
  return code;
}

std::uint32_t KeyReader::find(std::string_view cell) {
  const auto from = cell.find_first_not_of(" \t\r\n"), to = cell.find_last_not_of(" \t\r\n");
  const std::string_view bare = from == std::string_view::npos ? std::string_view{} : cell.substr(from, to - from + 1);
  if (bare.size() != cell.size() && into_.blanks++ == 0) into_.first_blank = into_.code.size() + 1;
  return bare.empty() ? no_key : number(bare);
}

}  // namespace comity::formats
