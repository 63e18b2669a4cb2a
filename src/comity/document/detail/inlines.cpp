#include "comity/document/detail/inlines.hpp"

#include <algorithm>

namespace comity::document {

std::string plain_words(const Inlines& line) {
  std::string out;
  for (const Inline& part : line) {
    std::visit(Overloaded{[&](const Text& p) { out += p.text; },
                          [&](const Strong& p) { out += p.text; },
                          [&](const Figure& p) { out += p.text; },
                          [&](const Link& p) { out += p.text; },
                          [&](const Cite&) {},
                          [&](const Badge& p) {
                            if (!out.empty() && out.back() != ' ') out += ' ';
                            out += '[' + p.text + ']';
                          }},
               part);
  }
  return clean(out);
}

bool has_figure(const Inlines& line) {
  return std::ranges::any_of(line, [](const Inline& part) { return std::holds_alternative<Figure>(part); });
}

void collect_cites(const Inlines& line, std::vector<CitationIndex>& out) {
  for (const Inline& part : line) {
    if (const auto* cite = std::get_if<Cite>(&part)) out.insert(out.end(), cite->to.begin(), cite->to.end());
  }
}

char32_t next_code_point(std::string_view& rest) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
  char32_t code = length == 1 ? lead : length == 2 ? lead & 0x1F : length == 3 ? lead & 0x0F : lead & 0x07;
  bool valid = length > 0 && length <= rest.size();
  for (std::size_t i = 1; valid && i < length; ++i) {
    valid = (byte(i) & 0xC0) == 0x80;
    code = code << 6 | (byte(i) & 0x3F);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (!valid || code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
    rest.remove_prefix(1);
    return 0xFFFD;
  }
  rest.remove_prefix(length);
  return code;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
  } else if (c < 0x10000) {
    out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
  } else {
    out += {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
            static_cast<char>(0x80 | (c & 0x3F))};
  }
}

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const char32_t c = next_code_point(text);
    // C0, DEL, C1, line and paragraph separators, and the marks that turn the direction of what follows them.
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (turns || c == 0xFFFE || c == 0xFFFF) continue;
    append_utf8(out, control ? U' ' : c);
  }
  return out;
}

std::vector<CitationIndex> distinct(std::span<const CitationIndex> cites, std::size_t count) {
  std::vector<CitationIndex> out;
  std::ranges::copy_if(cites, std::back_inserter(out), [&](CitationIndex i) { return i < count; });
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<Run> runs_of(std::span<const CitationIndex> sorted) {
  std::vector<Run> out;
  for (const CitationIndex i : sorted) {
    if (!out.empty() && out.back().last + 1 == i) {
      out.back().last = i;
    } else {
      out.push_back({i, i});
    }
  }
  return out;
}

std::string number_runs(std::span<const CitationIndex> sorted, std::string_view dash, std::string_view comma) {
  std::string out;
  for (const Run& run : runs_of(sorted)) {
    if (!out.empty()) out += comma;
    out += std::to_string(run.first + 1);
    if (run.last == run.first) continue;
    out += run.last == run.first + 1 ? comma : dash;
    out += std::to_string(run.last + 1);
  }
  return out;
}

}  // namespace comity::document
