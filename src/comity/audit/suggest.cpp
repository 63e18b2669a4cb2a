#include <algorithm>

#include <fmt/format.h>

#include "comity/audit/write.hpp"

namespace comity::audit {
namespace {

struct Edit {
  std::size_t begin = 0, end = 0;
  std::string text;
};

// The source that a suggestion cites: one that says the new figure itself and may stand in an article (rule 9); nullptr: there
// is none, and nothing is suggested.
const facts::Source* basis_of(const Finding& finding, const facts::Context& context) {
  for (const SourceId id : finding.bases) {
    if (context.sources[id.value].citable) return &context.sources[id.value];
  }
  return nullptr;
}

std::string citation(const facts::Source* source, claims::Format format, std::vector<std::string>& notes) {
  const std::string words = source->citation.empty() ? source->title : source->citation;
  if (format == claims::Format::wikitext) return source->url.empty() ? fmt::format("<ref>{}</ref>", words) : fmt::format("<ref>[{} {}]</ref>", source->url, words);
  notes.push_back(fmt::format("{}{}", words, source->url.empty() ? "" : " " + source->url));
  return fmt::format("[^c{}]", notes.size());
}

// `today` without the source in brackets at its end: the note names it.
std::string without_source(std::string_view today) {
  if (!today.ends_with(").")) return std::string(today);
  int depth = 0;
  for (std::size_t i = today.size() - 1; i-- > 0;) {
    depth += today[i] == ')' ? 1 : today[i] == '(' ? -1 : 0;
    if (depth == 0) return std::string(today.substr(0, i > 0 && today[i - 1] == ' ' ? i - 1 : i)) + ".";
  }
  return std::string(today);
}

// Behind the marks of notes that stand at a place already ("<ref>…</ref>", "<ref name=a/>", "[^1]"): they belong to what is before.
std::size_t behind_notes(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text.substr(at, 4) == "<ref") {
      const std::size_t tag = text.find('>', at);
      if (tag == std::string_view::npos) return at;
      const std::size_t close = text[tag - 1] == '/' ? tag : text.find("</ref>", tag);
      if (close == std::string_view::npos) return at;
      at = close == tag ? tag + 1 : close + 6;
    } else if (text.substr(at, 2) == "[^") {
      const std::size_t close = text.find(']', at);
      if (close == std::string_view::npos) return at;
      at = close + 1;
    } else {
      return at;
    }
  }
  return at;
}

// Where a note goes: behind the punctuation that follows, and behind the notes there.
std::size_t note_place(std::string_view text, std::size_t at) {
  if (at < text.size() && std::string_view(".,;:").find(text[at]) != std::string_view::npos) ++at;
  return behind_notes(text, at);
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
    const facts::Source* basis = basis_of(finding, context);
    if (!basis) continue;
    if (!finding.replaces.empty()) {
      const std::size_t at = original.substr(0, claim.end_byte).find(finding.replaces, claim.start_byte);
      if (at == std::string_view::npos) continue;
      const std::size_t end = at + finding.replaces.size(), note = note_place(original, end);
      edits.push_back({at, end, finding.with});
      edits.push_back({note, note, citation(basis, format, notes)});
    } else if (finding.append_today && !finding.today.empty()) {
      const std::size_t at = behind_notes(original, sentence_end(original, claim.end_byte));
      edits.push_back({at, at, " " + without_source(finding.today) + citation(basis, format, notes)});
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
