// Wikitext: an article to start from. What rests only on sources that an encyclopaedia does not take (its own pages, or
// what copies them) is left out, clause by clause, row by row; so is a figure that names no source (rules.md 9).
// A mark speaks for the words since the mark before it: a sentence stands when each of its marks has a citable source.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "comity/document/detail/bibliography.hpp"
#include "comity/document/detail/inlines.hpp"
#include "comity/document/detail/series.hpp"
#include "comity/document/detail/wikitext_parts.hpp"
#include "comity/document/render.hpp"

namespace comity::document {
namespace {

class WikiWriter {
 public:
  explicit WikiWriter(const Report& report) : report_(report), references_(report) {}

  std::string write() {
    out_ += "<!-- A draft. Check every statement against its source before it stands. -->\n";
    write_box();
    lead();
    for (const Section& section : report_.sections) {
      if (!is_left_to_the_page(section.id)) out_ += section_text(section, 2);
    }
    out_ += "\n== References ==\n{{reflist}}\n";
    return std::move(out_);
  }

 private:
  // An article has its lead for what is at a glance, {{reflist}} for sources, and no list of what is not known.
  bool is_left_to_the_page(std::string_view id) const {
    return id == "sources" || id == "not_known" || (id == "at_glance" && report_.sections.size() > 1);
  }

  // The box of bilateral relations takes a title and the two names.
  void write_box() {
    out_ += fmt::format("{{{{Infobox bilateral relations|{0}–{1}|{0}|{1}}}}}\n", wiki_escaped(report_.name_a), wiki_escaped(report_.name_b));
  }

  // "the [[United Kingdom]]": the article is no part of the link.
  static std::string linked(const std::string& name, const std::string& in_sentence) {
    const std::string link = fmt::format("[[{}]]", wiki_escaped(name));
    const bool ends = in_sentence.size() > name.size() && in_sentence.ends_with(name);
    return ends ? wiki_escaped(in_sentence.substr(0, in_sentence.size() - name.size())) + link : link;
  }

  // "'''Germany–Kazakhstan relations''' are …": the name first, then the first thing said of the relations.
  void lead() {
    out_ += fmt::format("'''{}–{} relations''' are the relations between {} and {}.", wiki_escaped(report_.name_a), wiki_escaped(report_.name_b), linked(report_.name_a, report_.text_a),
                        linked(report_.name_b, report_.text_b));
    for (const Section& section : report_.sections) {
      const auto* first = section.blocks.empty() ? nullptr : std::get_if<Paragraph>(&section.blocks.front());
      if (section.id != "relations" || !first) continue;
      const auto all = split_sentences(first->content);
      const auto it = std::ranges::find_if(all, [&](const Inlines& sentence) { return stands(sentence); });
      if (it != all.end()) out_ += ' ' + sentences(*it);
    }
    out_ += '\n';
  }

  std::string section_text(const Section& section, int depth) {
    std::string body;
    for (const Block& block : section.blocks) {
      const std::string text = std::visit([&](const auto& b) { return block_text(b); }, block);
      if (!is_talk(block, text, !body.empty())) body += text;
    }
    for (const Section& child : section.children) body += section_text(child, depth + 1);
    if (body.empty()) return {};
    while (body.ends_with("\n\n")) body.pop_back();
    const std::string rule(static_cast<std::size_t>(std::min(depth, 6)), '=');
    return fmt::format("\n{0} {1} {0}\n{2}", rule, wiki_escaped(section.title), body);
  }

  // What speaks of the dossier and not of the two: pointers to other pairs, and remarks on lists where nothing that rests on a source
  // stands before them. An article has none, and no heading over them.
  static bool is_talk(const Block& block, const std::string& text, bool after_statement) {
    if (text.find("<ref") != std::string::npos) return false;
    if (std::holds_alternative<List>(block)) return true;
    const bool remark = std::holds_alternative<Paragraph>(block);
    return remark && (!after_statement || text.ends_with(":\n\n"));
  }

  bool any_citable(std::span<const CitationIndex> cites) const {
    return std::ranges::any_of(cites, [&](CitationIndex i) { return references_.is_citable(i); });
  }

  // Whether a statement may stand: each of its marks has a citable source, and no figure is without a mark.
  bool stands(const Inlines& content) const {
    bool bare_figure = false, after_mark = false, citable = true;
    for (const Inline& part : content) {
      if (const auto* cite = std::get_if<Cite>(&part)) {
        // Marks in a row are one mark.
        const bool here = any_citable(cite->to);
        if (!citable && !(after_mark && here)) return false;
        citable = here || (after_mark && citable);
        bare_figure = false;
        after_mark = true;
        continue;
      }
      if (!citable) return false;
      bare_figure = bare_figure || std::holds_alternative<Figure>(part);
      after_mark = false;
    }
    return citable && !bare_figure;
  }

  std::string flat(const Inlines& content) {
    std::string out;
    for (const Inline& part : content) {
      std::visit(Overloaded{[&](const Text& p) { out += wiki_escaped(p.text); },
                            [&](const Strong& p) { out += p.text.empty() ? "" : fmt::format("'''{}'''", wiki_escaped(p.text)); },
                            [&](const Figure& p) { out += wiki_escaped(p.text); },
                            [&](const Cite& p) { out += references_.marks(p.to); },
                            [&](const Link& p) { out += wiki_escaped(p.text); },
                            [&](const Badge& p) {
                              // An article has no badges; what they warn of is said in words.
                              if (p.kind == Badge::neutral || p.kind == Badge::age) {
                                if (out.ends_with(' ')) out.pop_back();  // the blank before it
                                return;
                              }
                              if (!out.empty() && !out.ends_with(' ')) out += ' ';
                              out += fmt::format("({})", wiki_escaped(p.text));
                            }},
                 part);
    }
    return out;
  }

  static bool has_mark(const Inlines& content) {
    return std::ranges::any_of(content, [](const Inline& part) { return std::holds_alternative<Cite>(part); });
  }

  // The marks at the end of an item stand for the whole of it.
  bool rests_on_none(const Inlines& item) const {
    return has_mark(item) && std::ranges::none_of(item, [&](const Inline& part) {
             const auto* cite = std::get_if<Cite>(&part);
             return cite && any_citable(cite->to);
           });
  }

  // What has no mark of its own and follows a statement that fell for its source was said of that statement, and falls with it.
  std::string sentences(const Inlines& content) {
    std::string out;
    bool fallen = false;  // the sentence before, or of this one all so far
    for (const Inlines& sentence : split_sentences(content)) {
      std::string text;
      for (const Inlines& clause : split_clauses(sentence)) {
        const bool falls = has_mark(clause) ? !stands(clause) : fallen || !stands(clause);
        if (has_mark(clause)) fallen = falls && text.empty();
        if (!falls) text += flat(clause);
        else if (!text.empty() && ends_with_stop(clause)) text += '.';
      }
      out += text.starts_with(';') ? ' ' + first_upper(text.substr(2)) : text;
    }
    while (out.ends_with(' ')) out.pop_back();
    out.erase(0, std::min(out.find_first_not_of(' '), out.size()));
    return out;
  }

  std::string block_text(const Paragraph& block) {
    const std::string text = sentences(block.content);
    return text.empty() ? "" : line_safe(text) + "\n\n";
  }

  std::string block_text(const List& block) {
    std::string out;
    for (const Inlines& item : block.items) {
      if (rests_on_none(item)) continue;
      if (const std::string text = sentences(item); !text.empty()) out += fmt::format("* {}\n", text);
    }
    return out.empty() ? out : out + '\n';
  }

  std::string block_text(const Definitions& block) {
    std::string out;
    for (const auto& row : block.rows) {
      const std::string text = sentences(row.content);
      if (!text.empty()) out += fmt::format("* '''{}''': {}\n", wiki_escaped(row.term), text);
    }
    return out.empty() ? out : out + '\n';
  }

  std::string block_text(const Table& table) {
    const std::vector<bool> stand = columns_that_stand(table);
    std::string rows;
    for (const auto& row : table.rows) rows += row_text(table, row, stand);
    if (rows.empty()) return {};
    std::string out = fmt::format("{{| class=\"wikitable sortable{}\"\n", table.folded ? " mw-collapsible" : "");
    if (!table.caption.empty()) out += fmt::format("|+ {}\n", wiki_escaped(table.caption));
    for (const auto& column : table.columns) {
      out += fmt::format("! scope=\"col\" | {}\n", wiki_escaped(column.unit.empty() ? column.title : fmt::format("{} ({})", column.title, column.unit)));
    }
    return out + rows + "|}\n\n";
  }

  // A table may name the sources of its columns in a row of their own: what stands in a column whose sources are all
  // uncitable falls with them.
  std::vector<bool> columns_that_stand(const Table& table) const {
    std::vector<bool> out(table.columns.size(), true);
    for (std::size_t i = 0; i < out.size(); ++i) {
      std::vector<CitationIndex> cites;
      for (const auto& row : table.rows) {
        if (i < row.size()) collect_cites(row[i], cites);
      }
      out[i] = cites.empty() ? !table.columns[i].numeric || has_sources_by_row(table) : any_citable(cites);
    }
    return out;
  }
  static bool has_sources_by_row(const Table& table) {
    return std::ranges::any_of(table.rows, [](const auto& row) {
      std::vector<CitationIndex> cites;
      for (const Inlines& cell : row) collect_cites(cell, cites);
      return !cites.empty();
    });
  }

  std::string row_text(const Table& table, const std::vector<Inlines>& row, const std::vector<bool>& column_stands) {
    std::vector<CitationIndex> cites;
    for (const Inlines& cell : row) collect_cites(cell, cites);
    if (!cites.empty() && !any_citable(cites)) return {};
    std::string out = "|-\n";
    bool any = false;  // something beside the row's name
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const bool there = i < row.size(), shown = there && (cites.empty() ? column_stands[i] : cell_stands(row[i]));
      // Of a cell that names several sources, what a citable one says stays.
      const std::string text = shown ? flat(row[i]) : there && !cites.empty() ? sentences(row[i]) : "";
      any = any || (!text.empty() && (i > 0 || table.columns.size() == 1));
      out += fmt::format("|{} {}\n", table.columns[i].numeric ? " style=\"text-align: right\" |" : "", line_safe(text));
    }
    return any ? out : std::string();
  }

  // A row with several sources: of a cell that has its own, what rests on none that is citable is left out.
  bool cell_stands(const Inlines& cell) const {
    std::vector<CitationIndex> cites;
    collect_cites(cell, cites);
    return cites.empty() || stands(cell);
  }

  std::string block_text(const Timeline& timeline) {
    std::string out;
    for (const auto& entry : timeline.entries) {
      if (!any_citable(entry.cites)) continue;
      out += fmt::format("* {}: {}{}\n", wiki_escaped(entry.date), wiki_escaped(entry.text), references_.marks(entry.cites));
    }
    return out.empty() ? out : out + '\n';
  }

  // Drawings and honest gaps are the page's; the tables under the charts carry their figures.
  std::string block_text(const LineChart&) { return {}; }
  std::string block_text(const BarChart&) { return {}; }
  std::string block_text(const Map&) { return {}; }
  std::string block_text(const Gap&) { return {}; }

  static bool ends_with_stop(const Inlines& clause) {
    const auto* text = clause.empty() ? nullptr : std::get_if<Text>(&clause.back());
    return text && text->text.find('.') != std::string::npos;
  }
  static std::string first_upper(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  }
  static std::string line_safe(std::string text) {
    if (!text.empty() && std::string_view("*#:;=-+ ").find(text[0]) != std::string_view::npos) return "<nowiki/>" + text;
    return text;
  }

  const Report& report_;
  WikiReferences references_;
  std::string out_;
};

}  // namespace

std::string render_wikitext(const Report& report, const RenderOptions&) { return WikiWriter(report).write(); }

}  // namespace comity::document
