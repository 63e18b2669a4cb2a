// The renderers: each turns a Report into one text, the same bytes on every run (no clock, no locale, no environment).
// One row of the table in renderers.cpp per renderer, one file <name>.cpp each. Not here: what a report says, and
// writing files; that is the dossier's and the edges'.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "comity/document/report.hpp"

namespace comity::document {

struct RenderOptions {
  bool color = false;         // text: bold and dim by terminal codes
  int width = 80;             // text: columns, 40 at least
  bool whole_tables = false;  // text: long tables in full
  std::string swap_url;       // html: where the same page stands with the two turned round; empty: no button
  std::string home_url;       // html: link on the programme's name; empty: plain text
};

struct Renderer {
  const char* name;         // "html": what --format takes
  const char* extension;    // "html", without the dot
  const char* description;  // one line for help and documentation
  std::string (*render)(const Report&, const RenderOptions&);
};

std::span<const Renderer> renderers();
// Throws UsageError that lists the names.
const Renderer& find_renderer(std::string_view name);

// Every HTML page of ours holds these bytes near its top: a program may replace a file that has them, and no other.
inline constexpr std::string_view html_marker = "<meta name=\"generator\" content=\"Comity\">";

std::string render_html(const Report& report, const RenderOptions& options);
std::string render_json(const Report& report, const RenderOptions& options);
std::string render_markdown(const Report& report, const RenderOptions& options);
std::string render_text(const Report& report, const RenderOptions& options);
std::string render_wikitext(const Report& report, const RenderOptions& options);

}  // namespace comity::document
