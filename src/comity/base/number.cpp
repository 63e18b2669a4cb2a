#include "comity/base/number.hpp"

#include <fmt/format.h>

#include <cmath>

namespace comity {
namespace {

constexpr std::string_view narrow_space = "\u202f", no_break_space = "\u00a0", minus = "\u2212";

std::string group(const std::string& plain) {
  const std::size_t sign = plain.starts_with(minus) ? minus.size() : 0;
  const std::size_t end = std::min(plain.find('.'), plain.size());
  if (end - sign <= 4) return plain;
  std::string out = plain.substr(0, sign);
  for (std::size_t i = sign; i < end; ++i) {
    if (i > sign && (end - i) % 3 == 0) out += narrow_space;
    out += plain[i];
  }
  return out + plain.substr(end);
}

std::string fixed(double value, int decimals) {
  std::string out = fmt::format("{:.{}f}", value, decimals);
  if (decimals > 0) {
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
  }
  if (out == "-0") return "0";
  // A minus sign, not a hyphen: it is people who read it.
  return out.starts_with('-') ? std::string(minus) + out.substr(1) : out;
}

// Three significant digits, but never fewer than the integer part shows.
std::string three_digits(double value) {
  const double size = std::abs(value);
  return fixed(value, size >= 100 ? 1 : size >= 10 ? 1 : 2);
}

}  // namespace

std::string exact(double value) {
  std::string out;
  append_exact(out, value);
  return out;
}

void append_exact(std::string& out, double value) {
  if (value == 0) {
    out += '0';  // no "-0"
    return;
  }
  if (std::abs(value) < 1e15 && value == std::floor(value)) {
    fmt::format_to(std::back_inserter(out), "{}", static_cast<long long>(value));
    return;
  }
  fmt::format_to(std::back_inserter(out), "{:.15g}", value);
}

std::string human_number(double value, int decimals) { return group(fixed(value, decimals)); }

std::string human_money(double value, std::string_view currency) {
  const double size = std::abs(value);
  std::string number;
  if (size >= 999.95e9) {
    number = fmt::format("{}{}trillion", three_digits(value / 1e12), no_break_space);
  } else if (size >= 999.95e6) {
    number = fmt::format("{}{}bn", three_digits(value / 1e9), no_break_space);
  } else if (size >= 1e6) {
    number = fmt::format("{}{}million", three_digits(value / 1e6), no_break_space);
  } else {
    number = human_number(value);
  }
  return currency.empty() ? number : fmt::format("{}{}{}", number, no_break_space, currency);
}

std::string human_percent(double percent, int decimals) {
  return fmt::format("{}{}%", group(fixed(percent, decimals)), no_break_space);
}

std::string key_text(std::uint64_t key) {
  std::string out(16, '0');
  for (std::size_t i = 16; key; key >>= 4) out[--i] = "0123456789abcdef"[key & 15];
  return out;
}

}  // namespace comity
