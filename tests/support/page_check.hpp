// Reads a page as a strict parser does: every element closed, every attribute quoted, nothing but what pages are made of. For
// tests that a text from a source never becomes markup.
#pragma once

#include <expat.h>

#include <set>
#include <string>
#include <vector>

namespace comity::test {

struct PageCheck {
  std::vector<std::string> troubles;              // empty: a sound page
  std::vector<std::string> links;                 // href and src, as written
  std::set<std::string> ids, elements;
  std::string text;                               // what a reader sees, and what scripts hold
};

namespace page_check {

// What our pages are made of. Anything else came in through a text.
inline const std::set<std::string>& known_elements() {
  static const std::set<std::string> names = {
      "html", "head", "meta", "title", "link", "script", "body", "header", "footer", "main", "nav", "section", "article", "aside", "div", "span", "p", "h1", "h2", "h3", "h4", "h5", "h6",
      "a", "b", "strong", "small", "cite", "code", "pre", "sup", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "details", "summary",
      "form", "label", "input", "select", "option", "textarea", "button", "svg", "g", "defs", "pattern", "path", "rect", "circle", "line", "polyline", "polygon", "text", "tspan", "use", "desc", "clipPath", "br"};
  return names;
}

inline void begin(void* data, const char* name, const char** attributes) {
  auto& out = *static_cast<PageCheck*>(data);
  const std::string element = name;
  out.elements.insert(element);
  if (!known_elements().contains(element)) out.troubles.push_back("element <" + element + ">");
  bool has_source = false, is_data = false;
  for (; *attributes; attributes += 2) {
    const std::string key = attributes[0], value = attributes[1];
    if (key.starts_with("on") || key == "style" || key == "srcdoc") out.troubles.push_back("attribute " + key + " of <" + element + ">");
    if (key == "id" && !out.ids.insert(value).second) out.troubles.push_back("id " + value + " twice");
    has_source |= key == "src";
    is_data |= key == "type" && (value == "application/json" || value == "application/ld+json");
    if (key != "href" && key != "src" && key != "action") continue;
    const auto colon = value.find(':');
    const bool foreign = colon != std::string::npos && value.substr(0, colon).find_first_of("/?#.") == std::string::npos;
    if (foreign && !value.starts_with("https://") && !value.starts_with("http://") && value != "data:,") out.troubles.push_back(key + "=" + value);
    if (key != "action") out.links.push_back(value);
  }
  if (element == "script" && !has_source && !is_data) out.troubles.push_back("an inline script");
  if (element == "style") out.troubles.push_back("an inline stylesheet");
}

inline void words(void* data, const char* text, int length) { static_cast<PageCheck*>(data)->text.append(text, static_cast<std::size_t>(length)); }

inline void replace_all(std::string& in, std::string_view what, std::string_view with) {
  for (auto at = in.find(what); at != std::string::npos; at = in.find(what, at + with.size())) in.replace(at, what.size(), with);
}

}  // namespace page_check

inline PageCheck check_page(std::string page) {
  PageCheck out;
  // HTML's two short forms that XML does not have.
  page_check::replace_all(page, "<!doctype html>", "");
  page_check::replace_all(page, "content=\"Comity\">", "content=\"Comity\"/>");
  page_check::replace_all(page, " open>", " open=\"\">");
  XML_Parser parser = XML_ParserCreate("UTF-8");
  XML_SetUserData(parser, &out);
  XML_SetElementHandler(parser, page_check::begin, [](void*, const char*) {});
  XML_SetCharacterDataHandler(parser, page_check::words);
  if (XML_Parse(parser, page.data(), static_cast<int>(page.size()), 1) == XML_STATUS_ERROR) {
    const auto at = static_cast<std::size_t>(std::max<long>(0, XML_GetCurrentByteIndex(parser)));
    out.troubles.push_back(std::string(XML_ErrorString(XML_GetErrorCode(parser))) + " at: " + page.substr(at > 80 ? at - 80 : 0, 160));
  }
  XML_ParserFree(parser);
  return out;
}

}  // namespace comity::test
