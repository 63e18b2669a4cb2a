#include "comity/facts/citations.hpp"

#include <vector>

#include <fmt/format.h>

#include "comity/base/date.hpp"

namespace comity::facts {
namespace {

// As a JSON string with its quotes.
std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\', out += c;
    else if (c == '\n') out += "\\n";
    else if (static_cast<unsigned char>(c) < 0x20) out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else out += c;
  }
  return out + '"';
}

// Characters that mean something to TeX.
std::string tex(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': case '%': case '$': case '#': case '_': case '{': case '}': out += '\\'; out += c; break;
      case '~': out += "\\textasciitilde{}"; break;
      case '^': out += "\\textasciicircum{}"; break;
      case '\\': out += "\\textbackslash{}"; break;
      default: out += c;
    }
  }
  return out;
}

// Year, month and day as far as the source's date says them: "2014", "2024-08", "2021-03-01".
std::vector<std::string> date_parts(const std::string& edtf) {
  std::vector<std::string> out;
  const auto date = try_parse_edtf(edtf);
  if (!date || !date->known() || edtf.find_first_not_of("0123456789-") != std::string::npos) return out;
  for (std::size_t at = 0; at < edtf.size();) {
    const std::size_t end = std::min(edtf.find('-', at), edtf.size());
    out.push_back(fmt::format("{}", std::atoi(edtf.substr(at, end - at).c_str())));
    at = end + 1;
  }
  if (out.size() > 1 && std::stoi(out[1]) > 12) out.resize(1);  // a season
  return out;
}

std::string remark(const Source& source, const std::string& where) {
  std::string out = source.as_of.empty() ? "" : "Content up to " + source.as_of;
  const auto add = [&](const std::string& text) { out += (out.empty() || text.empty() ? "" : ". ") + text; };
  add(source.licence.empty() ? "" : "Licence: " + source.licence);
  add(source.citation.empty() ? "" : "Publisher's citation: " + source.citation);
  add(where);
  return out;
}

}  // namespace

std::string bibtex_entry(const Source& source, const std::string& where) {
  std::string out = fmt::format("@misc{{{},\n", source.id);
  const auto field = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += fmt::format("  {} = {{{}}},\n", name, value);
  };
  field("author", source.publisher.empty() ? "" : "{" + tex(source.publisher) + "}");
  field("title", "{" + tex(source.title) + "}");
  field("edition", tex(source.version));
  const auto parts = date_parts(source.as_of);
  field("year", parts.empty() ? "" : parts[0]);
  field("url", source.url);
  field("note", tex(remark(source, where)));
  return out + "}\n";
}

std::string csl_item(const Source& source, const std::string& where) {
  std::string out = fmt::format("{{\"id\":{},\"type\":\"dataset\",\"title\":{}", json_text(source.id), json_text(source.title));
  const auto field = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += fmt::format(",\"{}\":{}", name, json_text(value));
  };
  if (!source.publisher.empty()) out += fmt::format(",\"author\":[{{\"literal\":{}}}]", json_text(source.publisher));
  field("publisher", source.publisher);
  field("version", source.version);
  if (const auto parts = date_parts(source.as_of); !parts.empty()) out += fmt::format(",\"issued\":{{\"date-parts\":[[{}]]}}", fmt::join(parts, ","));
  field("URL", source.url);
  field("note", remark(source, where));
  return out + "}";
}

}  // namespace comity::facts
