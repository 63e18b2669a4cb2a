#include "comity/document/detail/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "comity/document/detail/inlines.hpp"

namespace comity::document {

namespace {

bool is_plain_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  // Most texts are, and need no look at their code points.
  if (is_plain_ascii(text)) append_escaped(out, text);
  else append_escaped(out, clean(text));
  return out;
}

std::string html_id(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool other = (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (letter || (other && !out.empty())) out += c;
  }
  return out.empty() ? "x" : out;
}

void append_px(std::string& out, double value) {
  constexpr double most = 1e15;  // tenths beyond this are no positions of a drawing
  const double tenths = std::isfinite(value) ? std::round(std::clamp(value * 10, -most, most)) : 0;
  const auto whole = static_cast<std::int64_t>(tenths < 0 ? -tenths : tenths);
  if (tenths < 0) out += '-';
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, whole / 10).ptr;
  out.append(digits, end);
  if (whole % 10) out += '.', out += static_cast<char>('0' + whole % 10);
}

std::string px(double value) {
  std::string out;
  append_px(out, value);
  return out;
}

namespace {

// Widths in ems of a common sans serif, a little on the wide side.
double ems(char32_t c) {
  if (c >= 0x1100 && c != 0x2013 && c != 0x2026 && (c < 0x2000 || c > 0x2BFF)) return 1.05;
  if (c == U' ' || c == 0xA0 || c == 0x202F) return 0.29;
  if (c >= U'0' && c <= U'9') return 0.57;
  constexpr std::u32string_view narrow = U"iljtfrI.,:;'|!()[]’-", wide = U"mwMW%@—…";
  if (narrow.find(c) != std::u32string_view::npos) return 0.33;
  if (wide.find(c) != std::u32string_view::npos) return 0.9;
  return c >= U'A' && c <= U'Z' ? 0.69 : 0.56;
}

}  // namespace

double text_px(std::string_view text, double font_px) {
  double width = 0;
  while (!text.empty()) width += ems(next_code_point(text));
  return width * font_px;
}

std::string shortened(std::string_view text, double font_px, double width) {
  if (text_px(text, font_px) <= width) return std::string(text);
  double used = 0.9 * font_px;
  std::string out;
  while (!text.empty()) {
    const char32_t c = next_code_point(text);
    used += ems(c) * font_px;
    if (used > width) break;
    append_utf8(out, c);
  }
  while (out.ends_with(' ') || out.ends_with(',')) out.pop_back();
  return out + "…";
}

std::vector<std::string> text_lines(std::string_view text, double font_px, double width, std::size_t most) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const auto space = text.find(' ');
    const std::string word(text.substr(0, space));
    if (!lines.back().empty() && text_px(lines.back() + ' ' + word, font_px) > width) {
      if (lines.size() == most) {
        lines.back() = shortened(lines.back() + ' ' + std::string(text), font_px, width);
        return lines;
      }
      lines.emplace_back();
    }
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
    text = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
  }
  return lines;
}

}  // namespace comity::document
