#include "comity/document/detail/bibliography.hpp"

#include <fmt/format.h>

#include <map>
#include <tuple>

#include "comity/document/detail/inlines.hpp"

namespace comity::document {
namespace {

std::string joined(std::string_view first, std::string_view between, std::string_view second) {
  std::string out(first);
  if (!first.empty() && !second.empty()) out += between;
  return out.append(second);
}

}  // namespace

std::vector<SourceGroup> group_by_source(const Report& report, std::span<const CitationIndex> cites) {
  std::vector<SourceGroup> out;
  using Key = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;
  std::map<Key, std::size_t> seen;
  for (const CitationIndex i : cites) {
    if (i >= report.citations.size()) continue;
    const Citation& c = report.citations[i];
    const auto [it, is_new] = seen.try_emplace({c.source->id, c.source->publisher, c.source->title, c.source->edition}, out.size());
    if (is_new) out.emplace_back();
    out[it->second].members.push_back(i);
  }
  return out;
}

std::string short_name(const Citation& c) { return joined(c.source->title.empty() ? c.source->id : c.source->title, ", ", c.source->edition); }

std::string source_name(const Citation& c) {
  return c.source->publisher.empty() || c.source->publisher == c.source->title ? short_name(c) : joined(c.source->publisher, ": ", short_name(c));
}

std::string place_in_source(const Citation& c) { return joined(joined(c.file, ", ", c.record), ", ", c.column); }

// Without the full stop at the end, for who writes a sentence with it.
std::string terms_words(const Citation& c) {
  std::string out = c.source->licence == c.source->terms ? c.source->licence : joined(c.source->licence, "; ", c.source->terms);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

std::string voice_words(std::string_view independence) {
  if (independence == "crowd") return "crowd-sourced";
  if (independence == "own") return "Comity's own";
  std::string out;
  for (const char c : independence) out += c == '_' ? " " : c == ':' ? ", " : std::string(1, c);
  return out;
}

bool is_web_address(std::string_view url) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (url.size() <= scheme.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < scheme.size(); ++i) same = same && lower(url[i]) == scheme[i];
    if (same) return true;
  }
  return false;
}

std::string gap_line(const Gap& gap) {
  std::string line = gap.looked_for;
  if (!line.empty() && line[0] >= 'a' && line[0] <= 'z') line[0] = static_cast<char>(line[0] - 'a' + 'A');
  if (gap.where.starts_with("no source ")) line += fmt::format(": {} covers it", gap.where);
  else if (!gap.where.empty()) line += ": nothing in " + gap.where;
  if (!line.ends_with('.')) line += '.';
  if (!gap.ask.empty()) line += " Ask " + gap.ask + (gap.ask.ends_with('.') ? "" : ".");
  return clean(line);
}

}  // namespace comity::document
