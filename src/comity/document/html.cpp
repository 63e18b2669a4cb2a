// One self-contained page: inline style, drawings and a script for niceties; nothing is fetched. The page is whole
// without the script, and a Content-Security-Policy lets no other one run, whatever a field may hold.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "comity/base/bytes.hpp"
#include "comity/document/detail/html_text.hpp"
#include "comity/document/detail/html_writer.hpp"
#include "comity/document/html.hpp"
#include "comity/document/render.hpp"

namespace comity::document {
namespace {

// The script's hash in base64, as the policy wants it.
std::string make_script_hash() {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::string hex = sha256_of(page_script);
  const auto nibble = [&](std::size_t i) { return i < hex.size() ? static_cast<unsigned>(hex[i] <= '9' ? hex[i] - '0' : hex[i] - 'a' + 10) : 0u; };
  std::string out;
  for (std::size_t i = 0; i < hex.size(); i += 3) {
    // Three hexadecimal digits are two letters of base64.
    const unsigned bits = nibble(i) << 8 | nibble(i + 1) << 4 | nibble(i + 2);
    out += letters[bits >> 6];
    if (i + 2 < hex.size() || i + 1 < hex.size()) out += letters[bits & 63];
  }
  return out.append((4 - out.size() % 4) % 4, '=');
}
const std::string& script_hash() {
  static const std::string hash = make_script_hash();
  return hash;
}

std::string language_of(const Report& report) {
  std::string out;
  for (const char c : report.language) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-') out += c;
  }
  return out.empty() ? "en" : out;
}

std::string head(const Report& report) {
  std::string out = fmt::format("<!doctype html>\n<html lang=\"{}\" class=\"profile-{}\">\n<head>\n<meta charset=\"utf-8\">\n", language_of(report), html_id(report.profile));
  out += html_marker;
  out += "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n";
  out += fmt::format(R"(<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'">)", script_hash());
  out += fmt::format("\n<title>{}</title>\n<style>\n{}</style>\n</head>\n", html_escaped(report.title), style_css);
  return out;
}

bool is_safe_link(std::string_view url) { return url.starts_with('/') || url.starts_with("./") || url.starts_with("http://") || url.starts_with("https://") || url.starts_with('?'); }

std::string page_header(const Report& report, const RenderOptions& options) {
  std::string out = "<header class=\"top\">\n<p class=\"brand\">";
  out += is_safe_link(options.home_url) ? fmt::format(R"(<a href="{}">Comity</a>)", html_escaped(options.home_url)) : "Comity";
  out += fmt::format(" <span class=\"profile\">{}</span></p>\n<h1>", report.profile.empty() || report.profile == "full" ? "dossier" : html_escaped(report.profile));
  if (report.name_a.empty() || report.name_b.empty()) {
    out += html_escaped(report.title);
  } else {
    out += fmt::format(R"(<span class="name hue-a">{}</span> <span class="and">and</span> <span class="name hue-b">{}</span>)", html_escaped(report.name_a), html_escaped(report.name_b));
  }
  out += "</h1>\n";
  if (is_safe_link(options.swap_url)) {
    out += fmt::format("<p class=\"swap\"><a href=\"{}\"><span aria-hidden=\"true\">⇄</span> {} and {}</a></p>\n", html_escaped(options.swap_url), html_escaped(report.name_b), html_escaped(report.name_a));
  }
  if (!report.subtitle.empty()) out += fmt::format("<p class=\"subtitle\">{}</p>\n", html_escaped(report.subtitle));
  if (!report.edition.empty()) {
    out += fmt::format("<p class=\"edition\">Edition {}{}{}</p>\n", html_escaped(report.edition), report.edition_date.empty() ? "" : " · facts up to ", html_escaped(report.edition_date));
  }
  return out + "</header>\n";
}

std::string section_list(const Report& report, bool notes) {
  std::set<std::string> used;
  std::string out = "<nav aria-label=\"Sections\"><ol>\n";
  // Anchors are given in the page's order, those of parts included: the same walk as the writer's.
  const auto walk = [&](const auto& self, const Section& section, int depth) -> void {
    const std::string anchor = section_anchor(section.id, used);
    if (depth <= 2) out += fmt::format("<li class=\"level-{}\"><a href=\"#{}\">{}</a></li>\n", depth, anchor, html_escaped(section.title));
    for (const Section& child : section.children) self(self, child, depth + 1);
  };
  for (const Section& section : report.sections) walk(walk, section, 1);
  if (notes) out += "<li class=\"level-1\"><a href=\"#notes\">Notes</a></li>\n";
  return out + "</ol></nav>\n";
}

}  // namespace

std::vector<HtmlParts> html_parts(const Report& report, std::span<const std::string> languages) {
  const bool in_german = std::ranges::find(languages, "de") != languages.end();
  HtmlWriter writer(report, in_german);
  for (const Section& section : report.sections) writer.section(section, 2);
  writer.notes();
  const std::string sections = section_list(report, writer.has_notes());
  const std::string german = in_german ? writer.in_german_form() : std::string(), english = writer.take();
  std::vector<HtmlParts> out;
  for (const auto& language : languages) out.push_back({sections, language == "de" ? german : english});
  return out;
}

HtmlParts html_parts(const Report& report, std::string_view language) {
  const std::string one(language);
  return std::move(html_parts(report, std::span(&one, 1)).front());
}

std::string_view html_style() { return style_css; }
std::string_view html_script() { return page_script; }

std::string render_html(const Report& report, const RenderOptions& options) {
  const HtmlParts parts = html_parts(report);
  std::string out = head(report);
  out += "<body>\n<a class=\"skip\" href=\"#main\">Skip to the text</a>\n";
  out += page_header(report, options);
  out += "<div class=\"page\">\n";
  out += parts.sections;
  out += "<main id=\"main\" tabindex=\"-1\">\n";
  out += parts.text;
  out += "</main>\n</div>\n";
  return out + fmt::format("<script>{}</script>\n</body>\n</html>\n", page_script);
}

}  // namespace comity::document
