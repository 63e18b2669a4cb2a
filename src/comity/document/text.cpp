// Text for the terminal: the page's order in 80 columns, sparklines for charts, footnote numbers, the sources at the end.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "comity/document/detail/bibliography.hpp"
#include "comity/document/detail/inlines.hpp"
#include "comity/document/detail/series.hpp"
#include "comity/document/detail/sparkline.hpp"
#include "comity/document/detail/terminal.hpp"
#include "comity/document/render.hpp"

namespace comity::document {
namespace {

constexpr std::size_t short_table = 12;  // rows of a table that is shown in part

class TextWriter {
 public:
  TextWriter(const Report& report, const RenderOptions& options)
      : report_(report), color_(options.color), whole_tables_(options.whole_tables), width_(static_cast<std::size_t>(std::max(options.width, 40))) {}

  std::string write() {
    lines(bold(clean(report_.title)), "", "");
    if (!report_.subtitle.empty()) lines(clean(report_.subtitle), "", "");
    if (!report_.edition.empty()) {
      const std::string date = report_.edition_date.empty() ? "" : fmt::format(", facts up to {}", report_.edition_date);
      lines(dim(clean(fmt::format("Edition {}{}", report_.edition, date))), "", "");
    }
    for (const Section& section : report_.sections) write_section(section, 0);
    write_sources();
    return std::move(out_);
  }

 private:
  std::string bold(const std::string& text) const { return color_ ? fmt::format("{}{}{}", bold_on, text, style_off) : text; }
  std::string dim(const std::string& text) const { return color_ ? fmt::format("{}{}{}", dim_on, text, style_off) : text; }
  void line(std::string_view text) {
    out_ += text;
    out_ += '\n';
  }
  void lines(std::string_view text, std::string_view first, std::string_view rest) {
    bool is_first = true;
    for (const std::string& part : wrap(text, width_ - std::max(display_width(first), display_width(rest)))) {
      line(fmt::format("{}{}", is_first ? first : rest, part));
      is_first = false;
    }
  }

  std::string mark(std::span<const CitationIndex> cites) {
    const auto sorted = distinct(cites, report_.citations.size());
    if (sorted.empty()) return {};
    used_.insert(used_.end(), sorted.begin(), sorted.end());
    // No plain space inside: a mark stays whole and with its word.
    return dim('[' + number_runs(sorted, "–", ",") + ']');
  }

  std::string flat(const Inlines& content) {
    std::string out;
    for (const Inline& part : content) {
      std::visit(Overloaded{[&](const Text& p) { out += clean(p.text); },
                            [&](const Strong& p) { out += bold(clean(p.text)); },
                            [&](const Figure& p) { out += clean(p.text); },
                            [&](const Cite& p) {
                              const std::string numbers = mark(p.to);
                              if (!numbers.empty() && !out.empty() && !out.ends_with(' ')) out += "\u00a0";
                              out += numbers;
                            },
                            [&](const Link& p) { out += clean(p.text); },
                            [&](const Badge& p) {
                              if (!out.empty() && !out.ends_with(' ')) out += ' ';
                              out += '(' + clean(p.text) + ')';
                            }},
                 part);
    }
    return out;
  }

  void write_section(const Section& section, int depth) {
    const std::string title = clean(section.title);
    line("");
    if (depth == 0) line("");
    lines(bold(title), "", "");
    if (depth == 0) line(repeat("─", std::min(width_, display_width(title))));
    bool first = true;
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
      if (!first) line("");
      first = false;
      const bool under_chart = i > 0 && std::holds_alternative<LineChart>(section.blocks[i - 1]);
      std::visit(Overloaded{[&](const Table& table) { write_table(table, under_chart && table.folded); }, [&](const auto& block) { write_block(block); }},
                 section.blocks[i]);
    }
    for (const Section& child : section.children) write_section(child, depth + 1);
  }

  void write_block(const Paragraph& block) { lines(flat(block.content), "", ""); }
  void write_block(const List& block) {
    for (const Inlines& item : block.items) lines(flat(item), "• ", "  ");
  }
  void write_block(const Gap& block) { lines(gap_line(block), "", ""); }

  void write_block(const Definitions& block) {
    std::size_t term_width = 0;
    for (const auto& row : block.rows) term_width = std::max(term_width, display_width(clean(row.term)));
    term_width = std::min(term_width, width_ / 4);
    for (const auto& row : block.rows) {
      const auto terms = wrap(clean(row.term), term_width);
      const auto words = wrap(flat(row.content), width_ - term_width - 2);
      for (std::size_t i = 0; i < std::max(terms.size(), words.size()); ++i) {
        std::string text = i < terms.size() ? pad_right(terms[i], term_width) : std::string(term_width, ' ');
        if (i < words.size() && !words[i].empty()) text += "  " + words[i];
        while (text.ends_with(' ')) text.pop_back();
        line(text);
      }
    }
  }

  void write_table(const Table& table, bool under_chart) {
    if (!table.caption.empty()) lines(bold(clean(table.caption)), "", "");
    if (under_chart && !whole_tables_ && table.rows.size() > short_table) {
      lines(dim(fmt::format("A table of {} rows: in the page, and with whole tables.", table.rows.size())), "", "");
      return;
    }
    std::vector<TextColumn> columns;
    for (const auto& column : table.columns) {
      columns.push_back({clean(column.unit.empty() ? column.title : fmt::format("{} ({})", column.title, column.unit)), column.numeric});
    }
    const std::size_t shown = whole_tables_ || table.rows.size() <= short_table + 3 ? table.rows.size() : short_table;
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < shown; ++i) {
      rows.emplace_back();
      for (const Inlines& cell : table.rows[i]) rows.back().push_back(flat(cell));
    }
    for (const std::string& text : text_table(columns, rows, width_)) line(text);
    if (shown < table.rows.size()) lines(dim(fmt::format("{} more rows: in the page, and with whole tables.", table.rows.size() - shown)), "", "");
  }

  void write_title(const std::string& title, const std::string& subtitle) {
    if (!title.empty()) lines(bold(clean(title)), "", "");
    if (!subtitle.empty()) lines(dim(clean(subtitle)), "", "");
  }

  void write_block(const LineChart& chart) {
    const auto rows = sparkline_rows(chart, width_);
    if (rows.empty()) return;
    write_title(chart.title, chart.subtitle);
    for (const std::string& row : rows) line(row);
    if (const std::string gaps = gap_words(chart); !gaps.empty()) lines("No figure (·): " + gaps, "", "  ");
    if (const std::string odd = suspect_words(chart); !odd.empty()) lines("Suspect (?): " + odd, "", "  ");
    for (const auto& mark : chart.marks) lines(fmt::format("{}: {}", when_words(mark), clean(mark.text)), "", "  ");
    std::vector<CitationIndex> cites;
    for (const Series& series : chart.series) cites.insert(cites.end(), series.cites.begin(), series.cites.end());
    const std::string numbers = mark(cites);
    if (!chart.source_line.empty() || !numbers.empty()) {
      lines(fmt::format("{}{}{}", clean(chart.source_line), chart.source_line.empty() || numbers.empty() ? "" : " ", numbers), "", "  ");
    }
  }

  void write_block(const BarChart& chart) {
    if (chart.bars.empty()) return;
    write_title(chart.title, chart.subtitle);
    for (const std::string& row : bar_rows(chart, width_)) line(row);
    if (!chart.source_line.empty()) lines(clean(chart.source_line), "", "  ");
  }

  // A map in words: the places by kind.
  void write_block(const Map& map) {
    if (map.points.empty()) return;
    write_title(map.title, map.subtitle);
    std::vector<std::pair<std::string, std::string>> kinds;
    for (const auto& point : map.points) {
      auto it = std::ranges::find(kinds, point.kind, &std::pair<std::string, std::string>::first);
      if (it == kinds.end()) it = kinds.insert(kinds.end(), {point.kind, ""});
      it->second += (it->second.empty() ? "" : ", ") + clean(point.label);
    }
    for (const auto& [kind, labels] : kinds) lines(fmt::format("{}: {}", clean(kind), labels), "• ", "  ");
  }

  void write_block(const Timeline& timeline) {
    if (timeline.entries.empty()) return;
    write_title(timeline.title, "");
    std::size_t date_width = 0;
    for (const auto& entry : timeline.entries) date_width = std::max(date_width, display_width(clean(entry.date)));
    date_width = std::min(date_width, width_ / 3);
    for (const auto& entry : timeline.entries) {
      const std::string numbers = mark(entry.cites);
      const auto dates = wrap(clean(entry.date), date_width);
      const auto words = wrap(clean(entry.text) + (numbers.empty() ? "" : "\u00a0" + numbers), width_ - date_width - 2);
      for (std::size_t i = 0; i < std::max(dates.size(), words.size()); ++i) {
        std::string text = pad_right(i < dates.size() ? dates[i] : "", date_width);
        if (i < words.size()) text += "  " + words[i];
        while (text.ends_with(' ')) text.pop_back();
        line(text);
      }
    }
  }

  void write_sources() {
    const auto cites = distinct(used_, report_.citations.size());
    if (cites.empty()) return;
    line("");
    line("");
    line(bold("Notes"));
    line(repeat("─", 5));
    for (const SourceGroup& group : group_by_source(report_, cites)) {
      const Citation& source = report_.citations[group.members.front()];
      lines(bold(clean(source_name(source))), "", "  ");
      if (!source.source->url.empty()) lines(clean(source.source->url), "  ", "  ");
      if (const std::string terms = terms_words(source); !terms.empty()) lines("Terms: " + clean(terms), "  ", "  ");
      write_places(group);
    }
  }

  // Runs of notes that stand in the same file share its name: "[3] file, row 5; [4] row 9".
  void write_places(const SourceGroup& group) {
    std::string text, file;
    for (const CitationIndex i : group.members) {
      Citation c = report_.citations[i];
      if (c.file == file) c.file.clear();
      else file = c.file;
      const std::string place = clean(place_in_source(c));
      text += fmt::format("{}[{}]{}{}", text.empty() ? "" : "; ", i + 1, place.empty() ? "" : "\u00a0", place);
    }
    lines(text, "  ", "  ");
  }

  const Report& report_;
  bool color_, whole_tables_;
  std::size_t width_;
  std::string out_;
  std::vector<CitationIndex> used_;
};

}  // namespace

std::string render_text(const Report& report, const RenderOptions& options) { return TextWriter(report, options).write(); }

}  // namespace comity::document
