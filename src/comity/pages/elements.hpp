// The small parts that pages are built of: links, tables, figures with their unit, names of sources. All text passes
// through html_escaped() here; what is named `html` has done so already.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comity/document/html.hpp"
#include "comity/pages/frame.hpp"

namespace comity::pages {

using document::html_escaped;

std::string link(std::string_view href, std::string_view text);
std::string paragraph(std::string_view text, std::string_view css_class = {});

// A table that the reader may sort (data-sortable) where a script runs. Rows are given cell by cell.
class TableWriter {
 public:
  struct Column {
    std::string title;
    bool numeric = false;
  };
  // Of texts: cells are wrapped, not cut, and on a phone a row is a block of its own in which each cell says which it is.
  enum class Shape { grid, texts };
  TableWriter(std::string_view caption, std::vector<Column> columns, bool caption_is_shown = false, Shape shape = Shape::grid);
  TableWriter& row();
  TableWriter& text(std::string_view text) { return html(html_escaped(text)); }
  TableWriter& html(std::string_view html);
  // `value` is what it is sorted by.
  TableWriter& number(double value, std::string_view text);
  // An EDTF date: sorted as it is, shown in `text`.
  TableWriter& date(std::string_view edtf, std::string_view text);
  std::string take();

 private:
  std::string out_;
  std::vector<Column> columns_;
  std::size_t cell_ = 0;
  bool open_ = false;
  Shape shape_;

  std::string label() const;
};

// Numbers and dates in the form of the interface's language: "1 128 201" or "1.128.201", "2.3 %" or "2,3 %", "11 February 1992" or
// "11. Februar 1992". What is no EDTF date stays as it is.
std::string number_text(const Site& site, double value, int decimals = 0);
std::string percent_text(const Site& site, double percent);
std::string date_text(const Site& site, std::string_view edtf);
// "8.75 bn EUR", "1 234 persons", "81.3 %": by the unit of the figure, money by its currency.
std::string value_text(const Site& site, double value, std::string_view unit, std::string_view currency);
// The indicator's title in the language of the interface, else its English one.
std::string indicator_title(const Site& site, std::string_view indicator);
// A source's title, linked to its page.
std::string source_link(const Site& site, const Place& place, SourceId source);
// The name, linked to the page where there is one.
std::string country_link(const Site& site, const Place& place, StateId state);
// ... to the page of a pair; of a state with itself: to its own.
std::string pair_anchor(const Site& site, const Place& place, StateId a, StateId b, std::string_view text);

}  // namespace comity::pages
