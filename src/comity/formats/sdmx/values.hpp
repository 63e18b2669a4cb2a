// Values of components as text: missing ones in every spelling, numbers, what OBS_STATUS and CONF_STATUS say of an
// absence, powers of ten, and lists of values and of languages in the notation of SDMX-CSV 2.0 (`a;"b;c"`, `en:x;fr:y`).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "comity/base/absence.hpp"

namespace comity::formats::sdmx {

// "", NaN in any spelling, "-", ":", "..", "n/a", "#N/A", "null": the publisher says that there is no value.
bool is_missing(std::string_view text);
// A finite decimal number; nullopt for everything else. Spaces around it do not matter.
std::optional<double> try_parse_number(std::string_view text);

// The number that `from` begins with, and where it ends; false where there is none that is finite. Up to fifteen digits
// with a point among them, which is nearly all there is, are a whole number and a power of ten that are both exact
// doubles: one rounding, hence the nearest double. The rest is the standard library's.
bool read_other_number(const char* from, const char* end, double& value, const char*& behind);

// Not inside the function, where they would be written to the stack at every call.
inline constexpr double kPowersOfTen[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
inline constexpr std::uint64_t kWholePowersOfTen[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};

// How many digits `from` begins with, of the first eight bytes, and what they are together.
[[gnu::always_inline]] inline unsigned read_digits(const char* from, std::uint64_t& number) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t word;
  std::memcpy(&word, from, 8);
  word ^= 0x3030303030303030;
  const std::uint64_t others = (word | (word + 0x7676767676767676)) & 0x8080808080808080;  // right up to the first of them
  const unsigned count = others == 0 ? 8 : unsigned(std::countr_zero(others)) / 8;
  // Zeros in front, then digits to pairs, pairs to fours, fours to eight.
  word = count == 0 ? 0 : word << (64 - 8 * count);
  word = (word * 10 + (word >> 8)) & 0x00FF00FF00FF00FF;
  word = (word * 100 + (word >> 16)) & 0x0000FFFF0000FFFF;
  number = (word * 10000 + (word >> 32)) & 0xFFFFFFFF;
  return count;
}

[[gnu::always_inline]] inline bool read_number(const char* from, const char* end, double& value, const char*& behind) {
  const char* at = from;
  const bool negative = at < end && *at == '-';
  if (negative) ++at;
  std::uint64_t digits = 0;
  std::ptrdiff_t count = 0, decimals = 0;
  bool known = false;
  if (end - at >= 24) {  // room for two words and what stands between and behind them
    const unsigned whole = read_digits(at, digits);
    unsigned part = 0;
    if (whole > 0 && at[whole] == '.') {
      std::uint64_t behind_point;
      part = read_digits(at + whole + 1, behind_point);
      if (part < 8) digits = digits * kWholePowersOfTen[part] + behind_point;
    }
    known = whole < 8 && part < 8;
    if (known) count = whole + part, decimals = part, at += whole + (whole > 0 && at[whole] == '.') + part;
  }
  if (!known) {
    digits = 0;
    const char* const first = at;
    for (; at < end && unsigned(*at - '0') < 10; ++at) digits = digits * 10 + std::uint64_t(*at - '0');
    count = at - first;
    if (at < end && *at == '.' && count > 0) {
      const char* const point = ++at;
      for (; at < end && unsigned(*at - '0') < 10; ++at) digits = digits * 10 + std::uint64_t(*at - '0');
      decimals = at - point;
      count += decimals;
    }
  }
  if (count == 0 || count > 15 || (at < end && (*at == 'e' || *at == 'E'))) return read_other_number(from, end, value, behind);
  value = decimals == 0 ? double(digits) : double(digits) / kPowersOfTen[decimals];
  if (negative) value = -value;
  behind = at;
  return true;
}

// Why there is no value where the code list for observation status (CL_OBS_STATUS, or Eurostat's flags in small
// letters) and the one for confidentiality (CL_CONF_STATUS) say so; not_reported where they say nothing.
Absence absence_for(std::string_view obs_status, std::string_view conf_status);
// Whether the status says that a printed zero is a figure too small to print ("N", not significant).
bool means_below_unit(std::string_view obs_status);

// UNIT_MULT: the power of ten by which a value is to be multiplied. 0 for _Z and the like; nullopt when the text is no whole number from -30 to 30.
std::optional<int> try_parse_unit_mult(std::string_view text);
double scaled(double value, int power_of_ten);

// The beginning of a text for a message, never cut inside a character.
std::string_view shortened(std::string_view text, std::size_t most = 100);

// Which components mean these things, by the ids that publishers give them.
bool is_obs_status_id(std::string_view id);
bool is_conf_status_id(std::string_view id);
bool is_unit_mult_id(std::string_view id);

// {"a", "b;c"} → `a;"b;c"`; and back. An unclosed quote reads to the end.
std::string join_values(const std::vector<std::string>& values, char separator = ';');
std::vector<std::string> split_values(std::string_view text, char separator = ';');
// {{"en","x"},{"fr","y"}} → `en:x;fr:y`; and back.
std::string join_languages(const std::vector<std::pair<std::string, std::string>>& texts, char separator = ';');
std::vector<std::pair<std::string, std::string>> split_languages(std::string_view text, char separator = ';');

}  // namespace comity::formats::sdmx
