// Writes compact JSON into one string: every item puts a comma behind itself, and a closing bracket takes the last one
// back. Strings come out as valid UTF-8, whatever went in; a number that is not finite is null. Not a general library:
// keys are our own words and are not escaped.
#pragma once

#include <array>
#include <charconv>
#include <cmath>
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

class JsonWriter {
 public:
  explicit JsonWriter(std::size_t expected) { out_.reserve(expected); }
  std::string take() { return std::move(out_); }

  void raw(std::string_view text) { out_.append(text); }
  void open(char bracket) { out_ += bracket; }
  void close(char bracket) {
    if (out_.back() == ',') {
      out_.back() = bracket;
    } else {
      out_ += bracket;
    }
    out_ += ',';
  }
  void finish() {
    if (out_.back() == ',') out_.pop_back();
    out_ += '\n';
  }

  // Names are ours and need no escaping.
  void key(std::string_view name) {
    out_ += '"';
    out_.append(name);
    out_.append("\":", 2);
  }
  void item(std::string_view text) {
    string(text);
    out_ += ',';
  }
  void item(double value) {
    if (std::isfinite(value)) {
      append_exact(out_, value);
    } else {
      out_.append("null");
    }
    out_ += ',';
  }
  void item(bool value) { out_.append(value ? "true," : "false,"); }
  // After item() with a name that came in from outside: the comma becomes a colon.
  void colon() { out_.back() = ':'; }
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
  void indices(std::string_view name, const std::vector<CitationIndex>& indices) {
    key(name);
    open('[');
    char buffer[12];
    for (const CitationIndex i : indices) {
      const auto end = std::to_chars(buffer, buffer + sizeof buffer, i).ptr;
      out_.append(buffer, end);
      out_ += ',';
    }
    close(']');
  }

 private:
  void string(std::string_view text) {
    out_ += '"';
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size();) {
      if (!special_in_json[static_cast<unsigned char>(text[i])]) {
        ++i;
        continue;
      }
      out_.append(text, from, i - from);
      std::string_view rest = text.substr(i);
      escape(next_code_point(rest));
      from = i = text.size() - rest.size();
    }
    out_.append(text, from);
    out_ += '"';
  }
  void escape(char32_t c) {
    constexpr std::string_view digits = "0123456789abcdef";
    if (c == U'"' || c == U'\\') {
      out_ += {'\\', static_cast<char>(c)};
    } else if (c == U'\n') {
      out_.append("\\n");
    } else if (c == U'\t') {
      out_.append("\\t");
    } else if (c < 0x20 || c == 0x7F) {
      out_.append("\\u00");
      out_ += {digits[c >> 4], digits[c & 15]};
    } else {
      append_utf8(out_, c);
    }
  }

  std::string out_;
};

}  // namespace comity::document
