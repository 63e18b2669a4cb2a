#include "comity/document/detail/wikitext_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "comity/document/detail/bibliography.hpp"
#include "comity/document/detail/inlines.hpp"

namespace comity::document {

std::string wiki_escaped(std::string_view text) {
  std::string out;
  const std::string safe = clean(text);
  for (std::size_t i = 0; i < safe.size(); ++i) {
    switch (safe[i]) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '|': out += "&#124;"; break;
      case '[': out += "&#91;"; break;
      case ']': out += "&#93;"; break;
      case '{': out += "&#123;"; break;
      case '}': out += "&#125;"; break;
      case '~': out += "&#126;"; break;
      case '=': out += "&#61;"; break;  // would name a template's parameter
      case '\'': out += i + 1 < safe.size() && safe[i + 1] == '\'' ? "&#39;" : i > 0 && safe[i - 1] == '\'' ? "&#39;" : "'"; break;
      case '_': out += i + 1 < safe.size() && safe[i + 1] == '_' ? "&#95;" : "_"; break;  // __NOTOC__
      default: out += safe[i];
    }
  }
  return out;
}

namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }
bool begins_sentence(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3; }

// Whether the full stop at `i` ends a word of at least two letters, a number or a bracket.
bool ends_sentence(std::string_view text, std::size_t i) {
  if (text[i] == '!' || text[i] == '?') return true;
  if (text[i] != '.') return false;
  if (i == 0) return true;
  if (!is_letter(text[i - 1])) return true;
  return i >= 2 && is_letter(text[i - 2]);
}

}  // namespace

std::vector<Inlines> split_sentences(const Inlines& content) {
  std::vector<Inlines> out(1);
  bool after_stop = false;  // the line so far ends with a full stop and its marks
  for (const Inline& part : content) {
    const auto* text = std::get_if<Text>(&part);
    if (!text) {
      if (after_stop && !std::holds_alternative<Cite>(part) && !std::holds_alternative<Badge>(part)) {
        out.emplace_back();
        after_stop = false;
      }
      out.back().push_back(part);
      continue;
    }
    std::string_view rest = text->text;
    if (after_stop && rest.starts_with(' ') && rest.size() > 1) out.emplace_back();
    if (!rest.empty() && rest != " ") after_stop = false;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (!ends_sentence(rest, i)) continue;
      if (i + 1 == rest.size() || (i + 2 == rest.size() && rest[i + 1] == ' ')) {
        after_stop = true;
        break;
      }
      if (rest[i + 1] != ' ' || !begins_sentence(rest[i + 2])) continue;
      out.back().push_back(Text{std::string(rest.substr(0, i + 1))});
      out.emplace_back();
      rest.remove_prefix(i + 1);
      i = 0;
    }
    if (!rest.empty()) out.back().push_back(Text{std::string(rest)});
  }
  std::erase_if(out, [](const Inlines& sentence) { return sentence.empty(); });
  return out;
}

std::vector<Inlines> split_clauses(const Inlines& sentence) {
  std::vector<Inlines> out(1);
  for (const Inline& part : sentence) {
    const auto* text = std::get_if<Text>(&part);
    const bool after_mark = !out.back().empty() && std::holds_alternative<Cite>(out.back().back());
    if (text && after_mark && text->text.starts_with("; ")) out.emplace_back();
    out.back().push_back(part);
  }
  return out;
}

namespace {

// Letters, digits, dots and hyphens: a name of a reference needs no more.
std::string reference_name(const Citation& c) {
  std::string name;
  for (const char ch : c.source->id + (c.file.empty() ? "" : "-" + c.file)) {
    const bool plain = std::isalnum(static_cast<unsigned char>(ch)) && static_cast<unsigned char>(ch) < 0x80;
    if (plain || ch == '.' || ch == '-') name += ch;
    else if (!name.ends_with('_')) name += '_';
  }
  return name.empty() ? "source" : name;
}

}  // namespace

WikiReferences::WikiReferences(const Report& report) : report_(report) {
  std::map<std::string, std::pair<std::string, std::string>> taken;  // two sources whose names fold to the same
  for (const Citation& c : report.citations) {
    std::string name = reference_name(c);
    const std::pair key{c.source->id + '\n' + c.source->edition, c.file};
    for (int again = 2; taken.try_emplace(name, key).first->second != key; ++again) name = fmt::format("{}-{}", reference_name(c), again);
    names_.push_back(name);
    std::string place = c.record;
    if (!place.empty() && std::ranges::find(places_[name], place) == places_[name].end()) places_[name].push_back(place);
  }
}

bool WikiReferences::is_citable(CitationIndex index) const {
  return index < report_.citations.size() && report_.citations[index].source->citable;
}

std::string WikiReferences::marks(std::span<const CitationIndex> cites) {
  std::string out;
  std::vector<std::string> here;
  for (const CitationIndex i : cites) {
    if (!is_citable(i) || std::ranges::find(here, names_[i]) != here.end()) continue;
    here.push_back(names_[i]);
    bool& written = written_[names_[i]];
    out += written ? fmt::format("<ref name=\"{}\" />", names_[i]) : fmt::format("<ref name=\"{}\">{}</ref>", names_[i], template_of(i));
    written = true;
  }
  return out;
}

std::string WikiReferences::template_of(CitationIndex index) const {
  const Citation& c = report_.citations[index];
  const bool web = is_web_address(c.source->url);
  std::string out = web ? "{{cite web" : "{{citation";
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out += fmt::format(" |{}={}", name, wiki_escaped(value));
  };
  add("title", c.source->title.empty() ? c.source->id : c.source->title);
  if (web) {
    std::string url;
    for (const char ch : clean(c.source->url)) {
      if (std::string_view(" |[]{}<>\"'~").find(ch) != std::string_view::npos) url += fmt::format("%{:02X}", static_cast<unsigned char>(ch));
      else url += ch;
    }
    out += " |url=" + url;
  }
  add("publisher", c.source->publisher);
  add("edition", c.source->edition);
  std::string at = c.file;
  const auto places = places_.find(names_[index]);
  // A few records are a place to look at; hundreds are the file.
  if (places != places_.end() && places->second.size() <= 3) {
    for (const std::string& place : places->second) at += (at.empty() ? "" : ", ") + place;
  }
  add("at", at);
  return out + "}}";
}

}  // namespace comity::document
