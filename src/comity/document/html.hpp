// The parts of the HTML page for those who put a frame of their own around them (web pages, the static site): no inline
// style, no script, no style attributes, so that they stand under a policy that allows neither. html_style() is the
// stylesheet they are drawn with, html_script() the niceties; both are the ones of the single page.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "comity/document/report.hpp"

namespace comity::document {

struct HtmlParts {
  std::string sections;  // <nav> with the list of sections
  std::string text;      // the sections and the notes
};
// Line charts carry data-chart="N", their place in json_charts(), and data-indicator="KEY".
// Links that begin with "./" or "../" are taken as the program's own. Same report, same bytes.
// `language` "de": figures and dates in tables, tiles and drawings take their German form (base/german.hpp); sentences stay.
HtmlParts html_parts(const Report& report, std::string_view language = "en");
// The same for several languages, in their order: everything is drawn once, and the others' figures put into its place.
std::vector<HtmlParts> html_parts(const Report& report, std::span<const std::string> languages);

// The line charts of a report in the order of its text, as JSON: an array of what the JSON renderer writes of each. Fit to
// stand inside a <script> block.
std::string json_charts(const Report& report);

std::string_view html_style();
std::string_view html_script();

// For content and for attributes in double quotes alike: & < > " ' as entities, control characters as spaces.
std::string html_escaped(std::string_view text);
// Letters, digits, - and _ of ASCII, begun by a letter: fit for id="" and class="".
std::string html_id(std::string_view text);

}  // namespace comity::document
