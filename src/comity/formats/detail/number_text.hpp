// Doubles of binary and half-binary formats (XLSX, XLS, JSON) as text: the shortest that reads back as the same
// double. Unlike base's exact(), which prints at most 15 digits: what the file holds must not change on the way in.
#pragma once

#include <charconv>
#include <cmath>
#include <string>

namespace comity::formats::detail {

inline void append_round_trip(std::string& out, double value) {
  char buffer[64];
  const double size = std::fabs(value);
  const bool fixed = size == 0 || (size >= 1e-6 && size < 1e17);
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value == 0 ? 0.0 : value, fixed ? std::chars_format::fixed : std::chars_format::scientific).ptr;
  out.append(buffer, end);
}

}  // namespace comity::formats::detail
