#include <fmt/format.h>

#include <algorithm>

#include "comity/base/german.hpp"
#include "comity/base/number.hpp"
#include "comity/document/detail/bibliography.hpp"
#include "comity/document/detail/html_text.hpp"
#include "comity/document/detail/html_writer.hpp"
#include "comity/document/detail/inlines.hpp"
#include "comity/document/detail/series.hpp"
#include "comity/document/detail/svg.hpp"

namespace comity::document {
namespace {

constexpr std::size_t long_term = 19;  // letters of a term that takes two lines
// Cells of a column of numbers that hold words ("0.9 %, rank 17 of 134") may wrap.
bool holds_words(const std::string& cell) { return cell.size() > 24 || cell.find(", ") != std::string::npos; }
constexpr std::size_t short_list = 6;  // entries of a timeline that stand open under it

std::string_view badge_class(Badge::Kind kind) {
  constexpr std::string_view names[] = {"neutral", "age", "warning", "absence", "estimate"};
  return names[kind];
}

std::string column_head(const Table::Column& column) {
  std::string out = html_escaped(column.title);
  if (!column.unit.empty()) out += fmt::format(R"( <span class="unit">{}</span>)", html_escaped(column.unit));
  return out;
}

// A sentence keeps all its numbers in its own language: half of them in another's form would be worse than either.
bool holds_sentence(const Inlines& line) {
  return std::ranges::any_of(line, [](const Inline& part) {
    const auto* text = std::get_if<Text>(&part);
    return text && text->text.find_first_not_of(" ,;") != std::string::npos && !try_in_german(text->text);
  });
}

}  // namespace

std::string section_anchor(const std::string& id, std::set<std::string>& used) {
  std::string anchor = html_id(id);
  for (const std::string_view own : {"note", "mark", "drawing", "main", "head", "top"}) {
    if (anchor.starts_with(own)) anchor = "section-" + anchor;
  }
  const std::string first = anchor;
  for (int again = 2; !used.insert(anchor).second; ++again) anchor = fmt::format("{}-{}", first, again);
  return anchor;
}

std::string HtmlWriter::next_id(std::string_view kind) { return fmt::format("drawing-{}-{}", kind, ++drawings_); }

void HtmlWriter::section(const Section& section, int depth) {
  const std::string anchor = section_anchor(section.id, used_ids_);
  const int level = std::min(depth, 6);
  out_ += fmt::format(R"(<section id="{0}" class="depth-{1}" aria-labelledby="head-{0}"><h{1} id="head-{0}">{2}<a class="anchor" href="#{0}" aria-label="Link to this section">#</a></h{1}>)",
                      anchor, level, html_escaped(section.title));
  out_ += '\n';
  for (const Block& b : section.blocks) {
    std::visit([&](const auto& one) { block(one); }, b);
  }
  for (const Section& child : section.children) this->section(child, depth + 1);
  out_ += "</section>\n";
}

// --- inline ---------------------------------------------------------------------------------------------------------

void HtmlWriter::figure(const Figure& f) {
  const std::string value = exact(f.value);
  const std::string unit = html_escaped(f.unit);
  out_ += fmt::format(R"(<span class="figure" data-value="{}" data-unit="{}" title=")", value, unit);
  const std::size_t from = out_.size();
  out_ += html_escaped(human_number(f.value, 6));
  if (in_forms_) titles_.push_back({from, out_.size()});
  out_ += fmt::format(R"({}{}">{}</span>)", f.unit.empty() ? "" : "\u00a0", unit, html_escaped(f.text));
}

void HtmlWriter::inlines(const Inlines& line) {
  for (const Inline& part : line) {
    std::visit(Overloaded{[&](const Text& p) { out_ += html_escaped(p.text); },
                          [&](const Strong& p) { out_ += fmt::format("<strong>{}</strong>", html_escaped(p.text)); },
                          [&](const Figure& p) { figure(p); },
                          [&](const Cite& p) { mark(p.to); },
                          [&](const Link& p) {
                            if (is_web_address(p.url)) {
                              out_ += fmt::format(R"(<a href="{}" rel="noopener noreferrer">{}</a>)", html_escaped(p.url), html_escaped(p.text));
                            } else if (p.url.starts_with("./") || p.url.starts_with("../")) {
                              out_ += fmt::format(R"(<a href="{}">{}</a>)", html_escaped(p.url), html_escaped(p.text));
                            } else {
                              out_ += html_escaped(p.text);
                            }
                          },
                          [&](const Badge& p) {
                            if (!out_.ends_with(' ') && !out_.ends_with('>')) out_ += ' ';
                            out_ += fmt::format(R"(<span class="badge {}">{}</span>)", badge_class(p.kind), html_escaped(p.text));
                          }},
               part);
  }
}

void HtmlWriter::has_forms(std::size_t from) {
  if (in_forms_ && from < out_.size()) forms_.push_back({from, out_.size()});
}

// Texts between tags that are a number, a date or an amount and nothing else: a sentence, a name, a title stays.
std::string HtmlWriter::in_german_form() const {
  const std::string_view text = out_;
  std::string out;
  out.reserve(text.size() + text.size() / 64);
  auto title = titles_.begin();
  const auto copy = [&](std::size_t from, std::size_t to) {
    for (; title != titles_.end() && title->to <= to; ++title) {
      out += text.substr(from, title->from - from);
      out += in_german(text.substr(title->from, title->to - title->from));
      from = title->to;
    }
    out += text.substr(from, to - from);
  };
  std::size_t done = 0;
  for (const auto& [from, to] : forms_) {
    copy(done, from);
    done = from;
    while (done < to) {
      const std::size_t open = std::min(text.find('>', done), to), close = std::min(text.find('<', open), to);
      const std::size_t words = std::min(open + 1, to);
      copy(done, words);
      const auto german = close < to ? try_in_german(text.substr(words, close - words)) : std::nullopt;
      out += german ? *german : text.substr(words, std::max(close, words) - words);
      done = std::max(close, words);
    }
  }
  copy(done, text.size());
  return out;
}

// --- words ----------------------------------------------------------------------------------------------------------

void HtmlWriter::block(const Paragraph& block) {
  out_ += "<p>";
  side_note(block.content);
  inlines(block.content);
  out_ += "</p>\n";
}

void HtmlWriter::block(const List& block) {
  if (block.items.empty()) return;
  out_ += "<ul>\n";
  for (const Inlines& item : block.items) {
    out_ += "<li>";
    side_note(item);
    inlines(item);
    out_ += "</li>\n";
  }
  out_ += "</ul>\n";
}

void HtmlWriter::block(const Definitions& block) {
  if (block.rows.empty()) return;
  out_ += "<dl>\n";
  for (const auto& row : block.rows) {
    const std::size_t from = out_.size();
    out_ += fmt::format("<div{}><dt>{}</dt><dd>", row.term.size() > long_term ? " class=\"long\"" : "", html_escaped(row.term));
    side_note(row.content);
    inlines(row.content);
    out_ += "</dd></div>\n";
    if (in_forms_ && !holds_sentence(row.content)) has_forms(from);
  }
  out_ += "</dl>\n";
}

void HtmlWriter::block(const Gap& block) { out_ += fmt::format("<p class=\"gap-line\">{}</p>\n", html_escaped(gap_line(block))); }

// --- tables ---------------------------------------------------------------------------------------------------------

void HtmlWriter::table_body(const Table& table) {
  const std::size_t from = out_.size();
  // Scrolls in its own box on a phone, by keyboard as well.
  out_ += fmt::format(R"(<div class="scroll" tabindex="0" role="region" aria-label="{}"><table>)", html_escaped(table.caption.empty() ? "Table" : table.caption));
  if (!table.caption.empty()) out_ += fmt::format("<caption{}>{}</caption>", table.folded ? " class=\"spoken\"" : "", html_escaped(table.caption));
  out_ += "<thead><tr>";
  for (const auto& column : table.columns) out_ += fmt::format(R"(<th scope="col"{}>{}</th>)", column.numeric ? " class=\"number\"" : "", column_head(column));
  out_ += "</tr></thead><tbody>\n";
  for (const auto& row : table.rows) {
    out_ += "<tr>";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const bool head = i == 0;
      const bool words = table.columns[i].numeric && i < row.size() && holds_words(plain_words(row[i]));
      out_ += fmt::format("<{}{}>", head ? "th scope=\"row\"" : "td", words ? " class=\"number words\"" : table.columns[i].numeric ? " class=\"number\"" : "");
      if (i < row.size()) inlines(row[i]);
      out_ += head ? "</th>" : "</td>";
    }
    out_ += "</tr>\n";
  }
  out_ += "</tbody></table></div>\n";
  has_forms(from);
}

void HtmlWriter::block(const Table& table) {
  if (table.columns.empty()) return;
  if (!table.folded) {
    table_body(table);
    return;
  }
  out_ += fmt::format(R"(<details class="fold"><summary>{} <span class="count">{} {}</span></summary>)", table.caption.empty() ? "The figures" : html_escaped(table.caption),
                      table.rows.size(), table.rows.size() == 1 ? "row" : "rows");
  table_body(table);
  out_ += "</details>\n";
}

// --- drawings -------------------------------------------------------------------------------------------------------

void HtmlWriter::caption(const std::string& title, const std::string& subtitle) {
  if (title.empty() && subtitle.empty()) return;
  out_ += fmt::format("<figcaption><span class=\"chart-title\">{}</span>", html_escaped(title));
  if (!subtitle.empty()) out_ += fmt::format(" <span class=\"chart-subtitle\">{}</span>", html_escaped(subtitle));
  out_ += "</figcaption>";
}

void HtmlWriter::source_line(const std::string& words, std::span<const CitationIndex> cites) {
  if (words.empty() && cites.empty()) return;
  out_ += fmt::format("<p class=\"source-line\">{}", words.empty() ? "Sources" : html_escaped(words));
  mark(cites);
  out_ += "</p>";
}

void HtmlWriter::block(const LineChart& chart) {
  const std::string drawing = svg_line_chart(chart, next_id("lines"));
  ++charts_;
  if (drawing.empty()) return;
  std::vector<CitationIndex> cites;
  for (const Series& series : chart.series) cites.insert(cites.end(), series.cites.begin(), series.cites.end());
  out_ += fmt::format("<figure class=\"chart\" data-chart=\"{}\" data-indicator=\"{}\">", charts_ - 1, html_escaped(chart.indicator));
  side_note(cites);
  caption(chart.title, chart.log_scale ? chart.subtitle + (chart.subtitle.empty() ? "log scale" : ", log scale") : chart.subtitle);
  const std::size_t from = out_.size();
  out_ += drawing;
  has_forms(from);
  if (const std::string gaps = gap_words(chart); !gaps.empty()) out_ += fmt::format("<p class=\"chart-note\">No figure (dotted): {}</p>", html_escaped(gaps));
  if (const std::string odd = suspect_words(chart); !odd.empty()) out_ += fmt::format("<p class=\"chart-note\">Suspect (hollow): {}</p>", html_escaped(odd));
  source_line(chart.source_line, cites);
  out_ += "</figure>\n";
}

void HtmlWriter::block(const BarChart& chart) {
  const std::string drawing = svg_bars(chart, next_id("bars"));
  if (drawing.empty()) return;
  out_ += "<figure class=\"chart\">";
  caption(chart.title, chart.subtitle);
  const std::size_t from = out_.size();
  out_ += drawing;
  has_forms(from);
  source_line(chart.source_line, {});
  out_ += "</figure>\n";
}

// The signs with their kinds, in the order of the points.
void HtmlWriter::place_key(const Map& map) {
  struct Kind {
    std::string_view kind;
    Hue hue;
  };
  std::vector<Kind> kinds;
  for (const auto& point : map.points) {
    const bool known = std::ranges::any_of(kinds, [&](const Kind& k) { return k.kind == point.kind && k.hue == point.hue; });
    if (!known) kinds.push_back({point.kind, point.hue});
  }
  if (kinds.empty()) return;
  out_ += "<ul class=\"key\">";
  for (const Kind& kind : kinds) {
    const std::string_view whose = kind.hue == Hue::a ? std::string_view(report_.name_a) : kind.hue == Hue::b ? std::string_view(report_.name_b) : std::string_view{};
    out_ += fmt::format(R"(<li><svg width="14" height="14" aria-hidden="true">{}</svg> {}{}{}</li>)", place_sign(kind.kind, kind.hue, 7, 7), html_escaped(kind.kind),
                        whose.empty() ? "" : " of ", html_escaped(whose));
  }
  out_ += "</ul>";
}

void HtmlWriter::block(const Map& map) {
  const std::string drawing = svg_map(map, next_id("map"));
  if (drawing.empty()) return;
  out_ += "<figure class=\"chart\">";
  caption(map.title, map.subtitle);
  out_ += drawing;
  place_key(map);
  if (!map.policy.empty()) out_ += fmt::format("<p class=\"chart-note\">{}</p>", html_escaped(map.policy));
  out_ += "</figure>\n";
}

void HtmlWriter::block(const Timeline& timeline) {
  const std::string drawing = svg_timeline(timeline, next_id("time"));
  if (drawing.empty()) return;
  const std::size_t from = out_.size();
  out_ += "<figure class=\"chart\">";
  caption(timeline.title, "");
  out_ += drawing;
  const bool open = timeline.entries.size() <= short_list;
  out_ += fmt::format(R"(<details class="fold"{}><summary>All in order <span class="count">{} {}</span></summary><dl class="events">)", open ? " open" : "", timeline.entries.size(),
                      timeline.entries.size() == 1 ? "entry" : "entries");
  for (const auto& entry : timeline.entries) {
    out_ += fmt::format("<div{}><dt>{}</dt><dd>{}", entry.date.size() > long_term ? " class=\"long\"" : "", html_escaped(entry.date), html_escaped(entry.text));
    mark(entry.cites);
    out_ += "</dd></div>\n";
  }
  out_ += "</dl></details></figure>\n";
  has_forms(from);
}

}  // namespace comity::document
