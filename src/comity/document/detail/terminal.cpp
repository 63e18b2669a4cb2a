#include "comity/document/detail/terminal.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "comity/document/detail/inlines.hpp"

namespace comity::document {
namespace {

struct Span {
  char32_t first, last;
};
template <std::size_t N>
bool within(char32_t c, const std::array<Span, N>& spans) {
  return std::ranges::any_of(spans, [c](const Span& s) { return c >= s.first && c <= s.last; });
}

// Blocks, not the full table of Unicode: enough for names and titles.
constexpr std::array<Span, 12> no_columns = {{{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
                                              {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x20D0, 0x20F0}, {0x2060, 0x2064},
                                              {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}}};
constexpr std::array<Span, 11> two_columns = {{{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF},
                                               {0xA000, 0xA4CF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE4F}, {0xFF00, 0xFF60},
                                               {0x1F300, 0x1FAFF}}};

std::size_t columns_of(char32_t c) {
  if (c >= 0x20 && c < 0x300) return 1;
  if (c < 0x20 || within(c, no_columns)) return 0;
  return within(c, two_columns) || (c >= 0x20000 && c <= 0x3FFFD) ? 2 : 1;
}

// Calls `visit(piece, columns)` for each code point and each escape code (no columns).
template <class Visit>
void each_piece(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::string_view before = text;
    if (text[0] == '\033') {
      const auto end = text.find('m');
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
      visit(before.substr(0, before.size() - text.size()), std::size_t{0});
      continue;
    }
    const char32_t c = next_code_point(text);
    visit(before.substr(0, before.size() - text.size()), columns_of(c));
  }
}

void cut_word(std::string_view word, std::size_t width, std::vector<std::string>& lines, std::size_t& used) {
  each_piece(word, [&](std::string_view piece, std::size_t columns) {
    if (used + columns > width) {
      lines.emplace_back();
      used = 0;
    }
    lines.back() += piece;
    used += columns;
  });
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  each_piece(text, [&](std::string_view, std::size_t columns) { width += columns; });
  return width;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  while (!text.empty()) {
    const auto space = text.find(' ');
    std::string_view word = text.substr(0, space);
    // A space that holds words together gives way before a word is cut.
    const auto held = display_width(word) > width ? word.rfind("\u00a0") : std::string_view::npos;
    if (held != std::string_view::npos) {
      word = word.substr(0, held);
      text = text.substr(held + std::string_view("\u00a0").size());
    } else {
      text = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
    }
    if (word.empty()) continue;
    const std::size_t columns = display_width(word);
    if (used > 0 && used + 1 + columns > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    cut_word(word, width, lines, used);
  }
  return lines;
}

std::string repeat(std::string_view what, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += what;
  return out;
}

std::string pad_right(std::string text, std::size_t width) {
  const std::size_t columns = display_width(text);
  return columns < width ? text.append(width - columns, ' ') : text;
}

std::string pad_left(std::string text, std::size_t width) {
  const std::size_t columns = display_width(text);
  return columns < width ? std::string(width - columns, ' ') + text : text;
}

namespace {

constexpr std::size_t least_column = 7, longest_kept_whole = 16;

// Of a table in text. No widths: it does not fit.
struct Layout {
  std::vector<std::size_t> widths;
  std::size_t gap = 2;
};

std::size_t longest_word(std::string_view text) {
  std::size_t out = 0;
  while (!text.empty()) {
    const auto space = text.find(' ');
    out = std::max(out, display_width(text.substr(0, space)));
    text = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
  }
  return out;
}

// Widths that fit, the widest wrapping columns giving way first; words of at most `whole` letters are not broken.
Layout fitted(const std::vector<TextColumn>& columns, const std::vector<std::vector<std::string>>& rows, std::size_t width, std::size_t gap, std::size_t whole) {
  std::vector<std::size_t> natural(columns.size()), least(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    natural[i] = display_width(columns[i].title);
    if (const std::size_t word = longest_word(columns[i].title); word <= whole) least[i] = word;
    for (const auto& row : rows) {
      const std::size_t cell = i < row.size() ? display_width(row[i]) : 0;
      natural[i] = std::max(natural[i], cell);
      // A number holds no plain space; words in a column of numbers ("not reported") may wrap.
      if (i >= row.size()) continue;
      const std::size_t word = longest_word(row[i]);
      if (columns[i].numeric || word <= whole) least[i] = std::max(least[i], word);
    }
    least[i] = std::min(natural[i], std::max(least[i], least_column));
  }
  const std::size_t gaps = columns.empty() ? 0 : gap * (columns.size() - 1);
  if (std::accumulate(least.begin(), least.end(), gaps) > width) return {};
  while (std::accumulate(natural.begin(), natural.end(), gaps) > width) {
    std::size_t widest = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (natural[i] > least[i] && (widest == columns.size() || natural[i] > natural[widest])) widest = i;
    }
    --natural[widest];
  }
  return {natural, gap};
}

Layout layout_of(const std::vector<TextColumn>& columns, const std::vector<std::vector<std::string>>& rows, std::size_t width) {
  constexpr std::array<std::pair<std::size_t, std::size_t>, 3> tries = {{{2, longest_kept_whole}, {1, longest_kept_whole}, {2, 0}}};
  for (const auto& [gap, whole] : tries) {
    if (Layout layout = fitted(columns, rows, width, gap, whole); !layout.widths.empty()) return layout;
  }
  return {};
}

void put_row(const std::vector<TextColumn>& columns, const std::vector<std::string>& cells, const Layout& layout, std::vector<std::string>& out) {
  const auto& widths = layout.widths;
  std::vector<std::vector<std::string>> wrapped;
  std::size_t height = 1;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    wrapped.push_back(wrap(i < cells.size() ? cells[i] : "", widths[i]));
    height = std::max(height, wrapped.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string cell = line < wrapped[i].size() ? wrapped[i][line] : "";
      text += columns[i].numeric ? pad_left(cell, widths[i]) : pad_right(cell, widths[i]);
      if (i + 1 < columns.size()) text.append(layout.gap, ' ');
    }
    while (text.ends_with(' ')) text.pop_back();
    out.push_back(std::move(text));
  }
}

// A row names who says each of its figures, where one table holds the series of several sources: then that belongs to the labels,
// and what a source says nothing of is left out.
std::vector<std::string> stacked_rows(const std::vector<TextColumn>& columns, const std::vector<std::vector<std::string>>& rows, std::size_t width) {
  std::vector<std::string> out, labels;
  for (const auto& column : columns) labels.push_back(column.title);
  const bool by_source = rows.size() > 1 && !rows[0].empty() && rows[0][0] == "Source";
  for (std::size_t i = 1; by_source && i < std::min(labels.size(), rows[0].size()); ++i) labels[i] += ", " + rows[0][i];
  for (std::size_t at = by_source ? 1 : 0; at < rows.size(); ++at) {
    const auto& row = rows[at];
    if (!out.empty()) out.emplace_back();
    for (std::size_t i = 0; i < columns.size() && i < row.size(); ++i) {
      if (row[i].empty() || (by_source && row[i] == "–")) continue;
      const auto lines = wrap(labels[i].empty() ? row[i] : labels[i] + ": " + row[i], width - 2);
      for (std::size_t line = 0; line < lines.size(); ++line) out.push_back((line > 0 ? "  " : "") + lines[line]);
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> text_table(const std::vector<TextColumn>& columns, const std::vector<std::vector<std::string>>& rows, std::size_t width) {
  const Layout layout = layout_of(columns, rows, width);
  if (layout.widths.empty()) return stacked_rows(columns, rows, width);
  std::vector<std::string> out;
  std::vector<std::string> titles;
  for (const auto& column : columns) titles.push_back(column.title);
  put_row(columns, titles, layout, out);
  std::string rule;
  for (std::size_t i = 0; i < layout.widths.size(); ++i) rule += repeat("─", layout.widths[i]) + (i + 1 < layout.widths.size() ? std::string(layout.gap, ' ') : "");
  out.push_back(std::move(rule));
  for (const auto& row : rows) put_row(columns, row, layout, out);
  return out;
}

}  // namespace comity::document
