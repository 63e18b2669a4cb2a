#include <algorithm>

#include <fmt/format.h>

#include "comity/audit/write.hpp"

namespace comity::audit {
namespace {

struct Edit {
  std::size_t begin = 0, end = 0;
  std::string text;
};

// A citation that an article may carry: none of the sources that may not stand in one (rule 9).
std::string citation(const Finding& finding, const facts::Context& context, claims::Format format, std::vector<std::string>& notes) {
  const auto pick = [&](const std::vector<Evidence>& list) -> const facts::Source* {
    for (const Evidence& one : list) {
      const facts::Source& source = context.sources[one.source.value];
      if (source.citable) return &source;
    }
    return nullptr;
  };
  // A wrong date is mended by the right one's source, which stands beside; an old figure by the newest one's.
  const facts::Source* source = pick(finding.beside);
  if (!source) source = pick(finding.evidence);
  if (!source) return {};
  const std::string words = source->citation.empty() ? source->title : source->citation;
  if (format == claims::Format::wikitext) return source->url.empty() ? fmt::format("<ref>{}</ref>", words) : fmt::format("<ref>[{} {}]</ref>", source->url, words);
  notes.push_back(fmt::format("{}{}", words, source->url.empty() ? "" : " " + source->url));
  return fmt::format("[^c{}]", notes.size());
}

std::size_t sentence_end(std::string_view text, std::size_t at) {
  for (std::size_t i = at; i < text.size(); ++i) {
    if (text[i] == '\n') return i;
    if ((text[i] == '.' || text[i] == '!' || text[i] == '?') && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n' || text[i + 1] == '<' || text[i + 1] == '[')) {
      const bool abbreviation = i > 0 && i + 2 < text.size() && text[i + 1] == ' ' && text[i + 2] >= 'a' && text[i + 2] <= 'z';
      if (!abbreviation) return i + 1;
    }
  }
  return text.size();
}

}  // namespace

std::string suggest(const Report& report, const facts::Context& context, std::string_view original, claims::Format format) {
  std::vector<Edit> edits;
  std::vector<std::string> notes;
  for (const Finding& finding : report.findings) {
    const claims::Claim& claim = report.claims[finding.claim];
    if (claim.start_byte >= original.size() || claim.end_byte > original.size()) continue;
    if (!finding.replaces.empty()) {
      const std::size_t at = original.substr(0, claim.end_byte).find(finding.replaces, claim.start_byte);
      if (at == std::string_view::npos) continue;
      edits.push_back({at, at + finding.replaces.size(), finding.with + citation(finding, context, format, notes)});
    } else if (finding.append_today && !finding.today.empty()) {
      const std::size_t at = sentence_end(original, claim.end_byte);
      edits.push_back({at, at, " " + finding.today + citation(finding, context, format, notes)});
    }
  }
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  std::string out;
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    if (edit.begin < done) continue;
    out += original.substr(done, edit.begin - done);
    out += edit.text;
    done = edit.end;
  }
  out += original.substr(done);
  if (!notes.empty() && format != claims::Format::wikitext) {
    if (!out.empty() && out.back() != '\n') out += '\n';
    out += '\n';
    for (std::size_t i = 0; i < notes.size(); ++i) out += fmt::format("[^c{}]: {}\n", i + 1, notes[i]);
  }
  return out;
}

}  // namespace comity::audit
