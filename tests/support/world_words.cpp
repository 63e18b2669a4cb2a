// What a report or a section says, as plain text, and which of its figures have no mark.
#include <fmt/format.h>

#include <algorithm>

#include "tests/support/world.hpp"

namespace comity::test {
namespace {

using namespace document;

std::string words_of(const Inlines& line) {
  std::string out;
  for (const auto& one : line) {
    std::visit([&](const auto& part) {
      if constexpr (requires { part.text; }) out += part.text;
    }, one);
  }
  return out;
}

struct WordsOfBlock {
  std::string& out;
  void line(std::string_view text) const { out.append(text).append("\n"); }

  void operator()(const Paragraph& p) const { line(words_of(p.content)); }
  void operator()(const List& list) const {
    for (const auto& item : list.items) line("- " + words_of(item));
  }
  void operator()(const Definitions& d) const {
    for (const auto& row : d.rows) line(row.term + ": " + words_of(row.content));
  }
  void operator()(const Table& t) const {
    line(t.caption);
    std::string head;
    for (const auto& column : t.columns) head += column.title + " | ";
    line(head);
    for (const auto& row : t.rows) {
      std::string cells;
      for (const auto& cell : row) cells += words_of(cell) + " | ";
      line(cells);
    }
  }
  void operator()(const LineChart& c) const {
    line(c.title), line(c.subtitle);
    for (const auto& series : c.series) line("series " + series.name);
  }
  void operator()(const BarChart& c) const {
    line(c.title), line(c.subtitle);
    for (const auto& bar : c.bars) line("bar " + bar.name + " " + bar.text);
  }
  void operator()(const Map& m) const {
    line(m.title);
    for (const auto& point : m.points) line("point " + point.label);
    line(m.policy);
  }
  void operator()(const Timeline& t) const {
    line(t.title);
    for (const auto& entry : t.entries) line(entry.date + ": " + entry.text);
  }
  void operator()(const Gap& gap) const { line(fmt::format("gap: {} / {} / {}", gap.looked_for, gap.where, gap.ask)); }
};

void add_words(const Section& section, std::string& out) {
  out += "## " + section.title + "\n";
  for (const auto& block : section.blocks) std::visit(WordsOfBlock{out}, block);
  for (const auto& child : section.children) add_words(child, out);
}

void find_uncited(const Inlines& line, std::vector<std::string>& out) {
  std::vector<std::string> open;
  for (const auto& one : line) {
    if (const auto* figure = std::get_if<Figure>(&one)) open.push_back(figure->text);
    if (std::holds_alternative<Cite>(one)) open.clear();
  }
  out.insert(out.end(), open.begin(), open.end());
}

void find_uncited(const Section& section, std::vector<std::string>& out) {
  for (const auto& block : section.blocks) {
    if (const auto* p = std::get_if<Paragraph>(&block)) find_uncited(p->content, out);
    if (const auto* list = std::get_if<List>(&block)) {
      for (const auto& item : list->items) find_uncited(item, out);
    }
    if (const auto* d = std::get_if<Definitions>(&block)) {
      for (const auto& row : d->rows) find_uncited(row.content, out);
    }
    if (const auto* t = std::get_if<Table>(&block)) {
      // A mark anywhere in a row speaks for the row.
      for (const auto& row : t->rows) {
        Inlines whole;
        for (const auto& cell : row) whole.insert(whole.end(), cell.begin(), cell.end());
        const bool cited = std::ranges::any_of(whole, [](const Inline& i) { return std::holds_alternative<Cite>(i); });
        if (!cited) find_uncited(whole, out);
      }
    }
  }
  for (const auto& child : section.children) find_uncited(child, out);
}

}  // namespace

std::string words_of(const Section& section) {
  std::string out;
  add_words(section, out);
  return out;
}

std::string words_of(const Report& report) {
  std::string out = report.title + "\n";
  for (const auto& section : report.sections) add_words(section, out);
  return out;
}

std::string items_of(const Section& section) {
  std::string out;
  for (const auto& block : section.blocks) {
    if (const auto* list = std::get_if<List>(&block)) {
      for (const auto& item : list->items) out += words_of(item) + "\n";
    }
  }
  return out;
}

std::vector<std::string> uncited_figures(const Section& section) {
  std::vector<std::string> out;
  find_uncited(section, out);
  return out;
}

std::size_t lines_of(const Report& report) {
  const std::string words = words_of(report);
  std::size_t lines = 0, width = 0;
  for (char c : words) {
    if (c == '\n') {
      lines += 1 + (width > 80 ? (width - 1) / 80 : 0);
      width = 0;
    } else if ((c & 0xc0) != 0x80) {
      ++width;
    }
  }
  return lines;
}

}  // namespace comity::test
