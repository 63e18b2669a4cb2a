// GitHub-flavoured Markdown. A source mark is a footnote; the several sources of one mark that stand together in a run
// share a footnote named after their numbers ([^3-9]), so that a year's twelve months do not take twelve.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "comity/document/detail/bibliography.hpp"
#include "comity/document/detail/inlines.hpp"
#include "comity/document/detail/series.hpp"
#include "comity/document/detail/sparkline.hpp"
#include "comity/document/render.hpp"

namespace comity::document {
namespace {

constexpr std::size_t chart_width = 78;

// Every character that could begin markup is escaped; GitHub shows the character. Entities for < and & keep HTML out.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else if (std::string_view("\\`*_[]#|~$@").find(c) != std::string_view::npos) out += {'\\', c};
    else out += c;
  }
  return out;
}

// At the beginning of a line "1." and "-" would begin a list, "=" underline a heading; a bare address would become a link.
std::string line_safe(std::string text) {
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits != std::string::npos && digits > 0 && text[digits] == '.') text.insert(digits, "\\");
  if (!text.empty() && (text[0] == '-' || text[0] == '+' || text[0] == '=' || text[0] == ':')) text.insert(0, "\\");
  return text;
}

std::string url_safe(std::string_view url) {
  std::string out;
  for (const char c : clean(url)) {
    if (std::string_view(" ()[]<>\\\"|`*").find(c) != std::string_view::npos) out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else out += c;
  }
  return out;
}

std::string linked(std::string_view text, std::string_view url) {
  return is_web_address(url) ? fmt::format("[{}]({})", escaped(text), url_safe(url)) : escaped(text);
}

class MarkdownWriter {
 public:
  explicit MarkdownWriter(const Report& report) : report_(report) {}

  std::string write() {
    out_ += fmt::format("# {}\n", escaped(report_.title));
    if (!report_.subtitle.empty()) paragraph(fmt::format("*{}*", escaped(report_.subtitle)));
    if (!report_.edition.empty()) {
      paragraph(fmt::format("Edition {}{}", escaped(report_.edition),
                            report_.edition_date.empty() ? "" : ", facts up to " + escaped(report_.edition_date)));
    }
    for (const Section& section : report_.sections) write_section(section, 2);
    write_notes();
    return std::move(out_);
  }

 private:
  void paragraph(const std::string& text) { out_ += '\n' + line_safe(text) + '\n'; }

  std::string marks(std::span<const CitationIndex> cites) {
    std::string out;
    for (const Run& run : runs_of(distinct(cites, report_.citations.size()))) {
      notes_.insert({run.first, run.last});
      out += fmt::format("[^{}]", label(run.first, run.last));
    }
    return out;
  }
  static std::string label(CitationIndex first, CitationIndex last) {
    return first == last ? std::to_string(first + 1) : fmt::format("{}-{}", first + 1, last + 1);
  }

  std::string flat(const Inlines& content) {
    std::string out;
    for (const Inline& part : content) {
      std::visit(Overloaded{[&](const Text& p) { out += escaped(p.text); },
                            [&](const Strong& p) {
                              if (!p.text.empty()) out += fmt::format("**{}**", escaped(p.text));
                            },
                            [&](const Figure& p) { out += escaped(p.text); },
                            [&](const Cite& p) { out += marks(p.to); },
                            [&](const Link& p) { out += linked(p.text, p.url); },
                            [&](const Badge& p) {
                              if (!out.empty() && !out.ends_with(' ')) out += ' ';
                              out += fmt::format("*({})*", escaped(p.text));
                            }},
                 part);
    }
    return out;
  }

  void write_section(const Section& section, int depth) {
    out_ += fmt::format("\n{} {}\n", std::string(static_cast<std::size_t>(std::min(depth, 6)), '#'), escaped(section.title));
    for (const Block& block : section.blocks) {
      std::visit([&](const auto& b) { write_block(b); }, block);
    }
    for (const Section& child : section.children) write_section(child, depth + 1);
  }

  void write_block(const Paragraph& block) { paragraph(flat(block.content)); }
  void write_block(const List& block) {
    out_ += '\n';
    for (const Inlines& item : block.items) out_ += fmt::format("- {}\n", line_safe(flat(item)));
  }
  void write_block(const Definitions& block) {
    out_ += '\n';
    for (const auto& row : block.rows) out_ += fmt::format("- **{}:** {}\n", escaped(row.term), flat(row.content));
  }
  void write_block(const Gap& block) { paragraph(escaped(gap_line(block))); }

  void write_block(const Table& table) {
    if (table.columns.empty()) return;
    if (!table.caption.empty()) paragraph(fmt::format("**{}**", escaped(table.caption)));
    out_ += "\n|";
    for (const auto& column : table.columns) {
      out_ += fmt::format(" {} |", escaped(column.unit.empty() ? column.title : fmt::format("{} ({})", column.title, column.unit)));
    }
    out_ += "\n|";
    for (const auto& column : table.columns) out_ += column.numeric ? " ---: |" : " --- |";
    out_ += '\n';
    for (const auto& row : table.rows) {
      out_ += '|';
      for (std::size_t i = 0; i < table.columns.size(); ++i) out_ += fmt::format(" {} |", i < row.size() ? flat(row[i]) : "");
      out_ += '\n';
    }
  }

  void write_title(std::string_view title, std::string_view subtitle) {
    if (title.empty()) return;
    paragraph(fmt::format("**{}**{}{}", escaped(title), subtitle.empty() ? "" : " — ", escaped(subtitle)));
  }
  void write_drawing(const std::vector<std::string>& rows) {
    out_ += "\n```text\n";
    for (std::string row : rows) {
      std::ranges::replace(row, '`', '\'');
      out_ += row + '\n';
    }
    out_ += "```\n";
  }

  void write_block(const LineChart& chart) {
    const auto rows = sparkline_rows(chart, chart_width);
    if (rows.empty()) return;
    write_title(chart.title, chart.subtitle);
    write_drawing(rows);
    if (const std::string gaps = gap_words(chart); !gaps.empty()) paragraph("No figure (·): " + escaped(gaps));
    if (const std::string odd = suspect_words(chart); !odd.empty()) paragraph("Suspect (?): " + escaped(odd));
    for (const auto& mark : chart.marks) paragraph(fmt::format("{}: {}", when_words(mark), escaped(mark.text)));
    std::vector<CitationIndex> cites;
    for (const Series& series : chart.series) cites.insert(cites.end(), series.cites.begin(), series.cites.end());
    const std::string source = escaped(chart.source_line) + marks(cites);
    if (!source.empty()) paragraph(source);
  }

  void write_block(const BarChart& chart) {
    if (chart.bars.empty()) return;
    write_title(chart.title, chart.subtitle);
    write_drawing(bar_rows(chart, chart_width));
    if (!chart.source_line.empty()) paragraph(escaped(chart.source_line));
  }

  void write_block(const Map& map) {
    if (map.points.empty()) return;
    write_title(map.title, map.subtitle);
    out_ += '\n';
    for (const auto& point : map.points) {
      out_ += fmt::format("- {}: {} ({:.2f}, {:.2f})\n", escaped(point.kind), escaped(point.label), point.latitude, point.longitude);
    }
  }

  void write_block(const Timeline& timeline) {
    if (timeline.entries.empty()) return;
    write_title(timeline.title, "");
    out_ += '\n';
    for (const auto& entry : timeline.entries) out_ += fmt::format("- **{}:** {}{}\n", escaped(entry.date), escaped(entry.text), marks(entry.cites));
  }

  void write_notes() {
    if (!notes_.empty()) out_ += '\n';
    for (const auto& [first, last] : notes_) {
      std::vector<CitationIndex> members;
      for (CitationIndex i = first; i <= last; ++i) members.push_back(i);
      std::string text;
      for (const SourceGroup& group : group_by_source(report_, members)) text += (text.empty() ? "" : " ") + note(group);
      out_ += fmt::format("[^{}]: {}\n", label(first, last), text);
    }
  }

  // The source once, its places behind it, its address and terms.
  std::string note(const SourceGroup& group) const {
    const Citation& source = report_.citations[group.members.front()];
    std::string text = linked(source_name(source), source.source->url);
    std::string file, places;
    for (const CitationIndex i : group.members) {
      Citation c = report_.citations[i];
      if (c.file == file) c.file.clear();
      else file = c.file;
      const std::string place = place_in_source(c);
      if (!place.empty()) places += (places.empty() ? ": " : "; ") + escaped(place);
    }
    text += places + '.';
    if (const std::string terms = terms_words(source); !terms.empty()) text += fmt::format(" Terms: {}.", escaped(terms));
    return text;
  }

  const Report& report_;
  std::string out_;
  std::set<std::pair<CitationIndex, CitationIndex>> notes_;
};

}  // namespace

std::string render_markdown(const Report& report, const RenderOptions&) { return MarkdownWriter(report).write(); }

}  // namespace comity::document
