// What all renderers need of inline text: its plain words, whether it holds figures or sources, runs of numbers in
// short ("1–4, 9"), and text made safe: valid UTF-8 without control characters. Not here: any markup.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "comity/document/report.hpp"

namespace comity::document {

// std::visit with one lambda per alternative.
template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

// Words alone: text, strong, figures, link texts, badges in brackets; no source marks.
std::string plain_words(const Inlines& line);
bool has_figure(const Inlines& line);
void collect_cites(const Inlines& line, std::vector<CitationIndex>& out);  // appends, in order, repeated ones too

// Valid UTF-8 with control characters turned into spaces (tabs and line ends as well): nothing that a terminal, an XML
// reader or a line-based format could stumble over. Bytes that are no UTF-8 become U+FFFD.
std::string clean(std::string_view text);
// One code point from the front, removed from `rest`; U+FFFD and one byte where it is no UTF-8.
char32_t next_code_point(std::string_view& rest);
void append_utf8(std::string& out, char32_t code_point);

// Sorted, without repetitions, within the report's citations.
std::vector<CitationIndex> distinct(std::span<const CitationIndex> cites, std::size_t count);
struct Run {
  CitationIndex first = 0, last = 0;
};
std::vector<Run> runs_of(std::span<const CitationIndex> sorted);
// Footnote numbers, which count from 1: "1–4, 9".
std::string number_runs(std::span<const CitationIndex> sorted, std::string_view dash = "–", std::string_view comma = ", ");

}  // namespace comity::document
