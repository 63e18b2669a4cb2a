#include "comity/formats/detail/serial_date.hpp"

#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace comity::formats::detail {

bool is_date_format(int id) { return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 || id == 47 || (id >= 50 && id <= 58); }

bool is_date_format(std::string_view code) {
  if (code == "General" || code == "@") return false;
  bool found = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == ';') break;  // the first section speaks for positive numbers
    if (c == '"') {
      i = code.find('"', i + 1);
    } else if (c == '[') {
      const auto close = code.find(']', i);
      const std::string_view inside = code.substr(i + 1, close == std::string_view::npos ? close : close - i - 1);
      if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) return false;  // a duration
      i = close;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '0' || c == '#' || c == '?') {
      if (!found) return false;  // digits first: a number, with or without letters behind
    } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
      found = true;
    }
    if (i == std::string_view::npos) break;
  }
  return found;
}

std::optional<std::string> serial_to_text(double serial, bool from_1904) {
  using namespace std::chrono;
  if (!(serial >= 0) || serial >= 2958466) return std::nullopt;
  long days = long(std::floor(serial));
  long seconds = std::lround((serial - double(days)) * 86400);
  if (seconds == 86400) ++days, seconds = 0;
  const auto clock = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (days == 0 && !from_1904) return clock;
  if (days == 60 && !from_1904) return std::nullopt;
  const sys_days start = from_1904 ? sys_days{year{1904} / 1 / 1} : days < 60 ? sys_days{year{1899} / 12 / 31} : sys_days{year{1899} / 12 / 30};
  const year_month_day day{start + std::chrono::days(days)};
  const auto date = fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
  if (int(day.year()) > 9999) return std::nullopt;
  return seconds ? date + "T" + clock : date;
}

}  // namespace comity::formats::detail
