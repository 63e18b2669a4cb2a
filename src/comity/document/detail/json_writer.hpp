// Writes compact JSON into one string: every item puts a comma behind itself, and a closing bracket takes the last one
// back. Strings come out as valid UTF-8, whatever went in; a number that is not finite is null. Not a general library:
// keys are our own words and are not escaped.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "comity/base/number.hpp"
#include "comity/document/detail/inlines.hpp"

namespace comity::document {

// Characters that need more than copying: quote, backslash, controls, and bytes above ASCII (checked for UTF-8).
constexpr std::array<bool, 256> make_special_in_json() {
  std::array<bool, 256> out{};
  for (int c = 0; c < 256; ++c) out[static_cast<std::size_t>(c)] = c < 0x20 || c == '"' || c == '\\' || c >= 0x7F;
  return out;
}
inline constexpr std::array<bool, 256> special_in_json = make_special_in_json();

// Whether any of eight bytes is one: each test leaves a byte's highest bit set where it holds (and perhaps in one above it that holds, never where none does).
inline bool any_special_in_json(std::uint64_t eight) {
  constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
  const auto has_zero = [](std::uint64_t x) { return (x - ones) & ~x; };
  const std::uint64_t control = (eight - 0x20 * ones) & ~eight, quote = has_zero(eight ^ ('"' * ones)), backslash = has_zero(eight ^ ('\\' * ones)), deleted = has_zero(eight ^ (0x7F * ones));
  return ((control | quote | backslash | deleted | eight) & highs) != 0;
}

class JsonWriter {
 public:
  explicit JsonWriter(std::size_t expected) { out_.resize(std::max<std::size_t>(expected, 64)); }
  std::string take() {
    out_.resize(used_);
    return std::move(out_);
  }

  void raw(std::string_view text) {
    char* at = room(text.size());
    std::memcpy(at, text.data(), text.size());
    used_ += text.size();
  }
  void open(char bracket) { put(bracket); }
  void close(char bracket) {
    if (out_[used_ - 1] == ',') --used_;
    char* at = room(2);
    at[0] = bracket;
    at[1] = ',';
    used_ += 2;
  }
  void finish() {
    if (out_[used_ - 1] == ',') --used_;
    put('\n');
  }

  // Names are ours and need no escaping.
  void key(std::string_view name) {
    char* at = room(name.size() + 3);
    *at++ = '"';
    std::memcpy(at, name.data(), name.size());
    at += name.size();
    at[0] = '"';
    at[1] = ':';
    used_ += name.size() + 3;
  }
  void item(std::string_view text) {
    string(text);
    put(',');
  }
  void item(double value) {
    number(value);
    put(',');
  }
  void item(bool value) { raw(value ? "true," : "false,"); }
  // After item() with a name that came in from outside: the comma becomes a colon.
  void colon() { out_[used_ - 1] = ':'; }
  template <class Value>
  void field(std::string_view name, const Value& value) {
    key(name);
    item(value);
  }
  void text_field(std::string_view name, std::string_view text) {
    key(name);
    item(text);
  }
  // Left out when there is nothing to say.
  void optional_field(std::string_view name, std::string_view text) {
    if (!text.empty()) text_field(name, text);
  }
  void indices(std::string_view name, std::span<const CitationIndex> indices) {
    key(name);
    open('[');
    for (const CitationIndex i : indices) {
      char* at = room(12);
      char* end = std::to_chars(at, at + 11, i).ptr;
      *end++ = ',';
      used_ += static_cast<std::size_t>(end - at);
    }
    close(']');
  }

 private:
  // Space for `more` bytes behind what is written: one check for a whole string instead of one per byte.
  char* room(std::size_t more) {
    if (used_ + more > out_.size()) out_.resize(std::max(out_.size() * 2, used_ + more));
    return out_.data() + used_;
  }
  void put(char c) {
    *room(1) = c;
    ++used_;
  }

  void string(std::string_view text) {
    char* const begin = room(text.size() + 2);
    char* at = begin;
    *at++ = '"';
    std::size_t i = 0;
    for (std::uint64_t eight; i + 8 <= text.size(); i += 8, at += 8) {
      std::memcpy(&eight, text.data() + i, 8);
      if (any_special_in_json(eight)) break;
      std::memcpy(at, &eight, 8);
    }
    while (i < text.size() && !special_in_json[static_cast<unsigned char>(text[i])]) *at++ = text[i++];
    if (i == text.size()) {
      *at++ = '"';
      used_ += static_cast<std::size_t>(at - begin);
      return;
    }
    used_ += static_cast<std::size_t>(at - begin);
    for (std::string_view rest = text.substr(i); !rest.empty();) {
      if (special_in_json[static_cast<unsigned char>(rest[0])]) {
        escape(next_code_point(rest));
      } else {
        put(rest[0]);
        rest.remove_prefix(1);
      }
    }
    put('"');
  }
  void escape(char32_t c) {
    constexpr std::string_view digits = "0123456789abcdef";
    if (c == U'"' || c == U'\\') {
      put('\\');
      put(static_cast<char>(c));
    } else if (c == U'\n') {
      raw("\\n");
    } else if (c == U'\t') {
      raw("\\t");
    } else if (c < 0x20 || c == 0x7F) {
      raw("\\u00");
      put(digits[c >> 4]);
      put(digits[c & 15]);
    } else {
      std::string bytes;
      append_utf8(bytes, c);
      raw(bytes);
    }
  }

  // As exact() prints it. The shortest text that reads back as the same number is that very text when it has at most 15
  // digits, and several times faster to find; longer ones (sums with rounding noise) take the slow way.
  void number(double value) {
    const double size = std::abs(value);
    char* const at = room(32);
    if (value == std::floor(value) && size < 1e15) {
      used_ += static_cast<std::size_t>(std::to_chars(at, at + 32, static_cast<long long>(value)).ptr - at);
    } else if (size >= 1e-3 && size < 1e15) {
      const char* end = std::to_chars(at, at + 32, value, std::chars_format::fixed).ptr;
      const auto length = static_cast<std::size_t>(end - at);
      if (length <= 15) {
        used_ += length;
      } else {
        raw(exact(value));
      }
    } else {
      raw(std::isfinite(value) ? exact(value) : "null");
    }
  }

  std::string out_;
  std::size_t used_ = 0;
};

}  // namespace comity::document
