// The HTML page under construction: blocks (html_blocks.cpp), source marks, side notes and the list of notes
// (html_notes.cpp); html.cpp puts the frame around them. All text of the report passes html_escaped().
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "comity/document/render.hpp"

namespace comity::document {

class HtmlWriter {
 public:
  // `in_forms`: take_german() will be asked for, and what it changes is to be noted.
  explicit HtmlWriter(const Report& report, bool in_forms = false) : report_(report), in_forms_(in_forms) {}

  // depth 2 is a section of the page's own, 3 a part of it.
  void section(const Section& section, int depth);
  void notes();  // the list of notes, after all sections
  bool has_notes() const { return !marks_of_.empty(); }
  // The same with figures and dates in tables, tiles and drawings in German form; before take().
  std::string in_german_form() const;
  std::string take() { return std::move(out_); }

 private:
  void block(const Paragraph& block);
  void block(const List& block);
  void block(const Definitions& block);
  void block(const Table& block);
  void block(const LineChart& block);
  void block(const BarChart& block);
  void block(const Map& block);
  void block(const Timeline& block);
  void block(const Gap& block);

  void inlines(const Inlines& line);
  void figure(const Figure& figure);
  // What was written from this place on takes the form of the reader's language: its numbers and dates.
  void has_forms(std::size_t from);
  void table_body(const Table& table);
  void caption(const std::string& title, const std::string& subtitle);
  void source_line(const std::string& words, std::span<const CitationIndex> cites);
  void place_key(const Map& map);
  std::string next_id(std::string_view kind);

  void mark(std::span<const CitationIndex> cites);
  // What a paragraph rests on, in the margin of a wide screen; goes before its words.
  void side_note(const Inlines& line);
  void side_note(std::vector<CitationIndex> cites);
  void note_group(const std::vector<CitationIndex>& members);
  void note_item(CitationIndex index, std::string& file);

  struct Span {
    std::size_t from, to;
  };
  const Report& report_;
  bool in_forms_;
  std::string out_;
  std::vector<Span> forms_;   // where texts between tags take another language's form, in order, none within another
  std::vector<Span> titles_;  // numbers in attributes, likewise
  std::size_t drawings_ = 0, marks_ = 0, charts_ = 0;
  std::map<CitationIndex, std::vector<std::size_t>> marks_of_;  // per citation: the marks that name it
  std::set<std::string> told_;      // sources that a side note has named in full
  std::set<CitationIndex> noted_;   // records that stand in one: told once, or the notes outgrow the text beside them
  std::set<std::string> used_ids_;
};

// Ids of our own begin with these and a hyphen: sections keep clear of them.
std::string section_anchor(const std::string& id, std::set<std::string>& used);

extern const std::string_view style_css;    // style_css.cpp
extern const std::string_view page_script;  // page_script.cpp

}  // namespace comity::document
