// A date as the claims write it: EDTF.
#include <algorithm>
#include <string>

#include "comity/claims/sentence.hpp"

namespace comity::claims {
namespace {

void append(std::string& out, int year, int month, int day) {
  const auto digits = [&](int value, int width) {
    const std::string text = std::to_string(value);
    out.append(static_cast<std::size_t>(std::max(0, width - static_cast<int>(text.size()))), '0');
    out += text;
  };
  digits(year, 4);
  if (month) out += '-', digits(month, 2);
  if (month && day) out += '-', digits(day, 2);
}

}  // namespace

std::string When::text() const {
  std::string out;
  if (!year) return out;
  if (until && !year2) out = "../";
  append(out, year, month, day);
  if (decade || century) {
    out.back() = 'X';
    if (century) out[out.size() - 2] = 'X';
  }
  if (about) out += '~';
  if (year2) {
    out += '/';
    append(out, year2, month2, day2);
    if (decade) out.back() = 'X';  // "the 1960s and 1970s"
  } else if (since) {
    out += "/..";
  }
  return out;
}

}  // namespace comity::claims
