#include "comity/base/location.hpp"

#include <fmt/format.h>

namespace comity {

std::string to_string(const Location& at) {
  std::string out = at.file;
  if (at.line) {
    out += fmt::format(", line {}", at.line);
  } else if (at.record) {
    out += fmt::format(", record {}", at.record);
  }
  if (!at.column.empty()) out += fmt::format(", column {}", at.column);
  return out;
}

}  // namespace comity
