#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

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

std::string words_of(const facts::Source& source) {
  if (!source.citation.empty()) return source.citation;
  return source.publisher.empty() || source.title.find(source.publisher) != std::string::npos ? source.title : fmt::format("{}: {}", source.publisher, source.title);
}

// The notes of one suggestion: a source that is cited twice has one note.
class Notes {
 public:
  explicit Notes(claims::Format format) : format_(format) {}

  std::string cite(const facts::Source& source) {
    const auto found = std::find(cited_.begin(), cited_.end(), &source);
    const auto n = static_cast<std::size_t>(found - cited_.begin()) + 1;
    const bool again = found != cited_.end();
    if (!again) cited_.push_back(&source);
    if (format_ != claims::Format::wikitext) return fmt::format("[^c{}]", n);
    if (again) return fmt::format("<ref name=\"comity{}\" />", n);
    const std::string words = words_of(source);
    return fmt::format("<ref name=\"comity{}\">{}</ref>", n, source.url.empty() ? words : fmt::format("[{} {}]", source.url, bracketed(words)));
  }

  // What stands at the end of a Markdown text.
  std::string at_end() const {
    std::string out;
    if (format_ == claims::Format::wikitext) return out;
    for (std::size_t i = 0; i < cited_.size(); ++i) out += fmt::format("[^c{}]: {}{}\n", i + 1, words_of(*cited_[i]), cited_[i]->url.empty() ? "" : fmt::format(" <{}>", cited_[i]->url));
    return out;
  }

 private:
  // A bracket would end the link.
  static std::string bracketed(std::string text) {
    std::replace(text.begin(), text.end(), '[', '(');
    std::replace(text.begin(), text.end(), ']', ')');
    return text;
  }

  claims::Format format_;
  std::vector<const facts::Source*> cited_;
};

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

// Behind the marks of notes that stand at a place already ("<ref>…</ref>", "<ref name=a/>", "[^1]", "[137]"): they belong to what is before.
std::size_t behind_notes(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text.substr(at, 4) == "<ref") {
      const std::size_t tag = text.find('>', at);
      if (tag == std::string_view::npos) return at;
      const std::size_t close = text[tag - 1] == '/' ? tag : text.find("</ref>", tag);
      if (close == std::string_view::npos) return at;
      at = close == tag ? tag + 1 : close + 6;
    } else if (text[at] == '[' && at + 1 < text.size() && (text[at + 1] == '^' || (text[at + 1] >= '0' && text[at + 1] <= '9'))) {
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

// "U.S.", "Mio.", "No.": a point that ends no sentence.
bool abbreviates(std::string_view text, std::size_t point) {
  std::size_t begin = point;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n' && text[begin - 1] != '(') --begin;
  const std::string_view word = text.substr(begin, point - begin);
  if (word.empty() || word.size() == 1 || word.find('.') != std::string_view::npos) return true;
  for (const std::string_view known : {"Mr", "Mrs", "Dr", "St", "No", "Nos", "Gen", "Lt", "Rs", "approx", "ca", "vs", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "Inc", "Ltd", "Co", "Mio", "Mrd", "Nr", "bzw", "rd", "Prof"}) {
    if (word == known) return true;
  }
  return false;
}

// Behind the point of the sentence that holds a place; nothing where the line ends without one (an item of a list, a row of a
// table), or where a template or a link is open.
std::optional<std::size_t> sentence_end(std::string_view text, std::size_t at) {
  const std::size_t line = text.rfind('\n', at == 0 ? 0 : at - 1), begin = line == std::string_view::npos ? 0 : line + 1;
  if (begin < text.size() && std::string_view("*#|!;:{").find(text[begin]) != std::string_view::npos) return std::nullopt;
  int open = 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (text[i] == '\n') return std::nullopt;
    open += text[i] == '{' || text[i] == '[' || text[i] == '(' ? 1 : text[i] == '}' || text[i] == ']' || text[i] == ')' ? -1 : 0;
    if (i < at || open > 0) continue;
    if (text[i] != '.' && text[i] != '!' && text[i] != '?') continue;
    const char next = i + 1 < text.size() ? text[i + 1] : '\n';
    if (next != ' ' && next != '\n' && next != '<' && next != '[') continue;
    if (text[i] == '.' && next == ' ' && abbreviates(text, i)) continue;
    if (next == ' ' && i + 2 < text.size() && text[i + 2] >= 'a' && text[i + 2] <= 'z') continue;
    return i + 1;
  }
  return std::nullopt;
}

}  // namespace

std::string suggest(const Report& report, const facts::Context& context, std::string_view original, claims::Format format) {
  std::vector<Edit> edits;
  Notes notes(format);
  std::set<std::pair<std::size_t, std::string>> said;  // one sentence is not added twice at one place
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
      edits.push_back({note, note, notes.cite(*basis)});
    } else if (finding.append_today && !finding.today.empty()) {
      const auto end = sentence_end(original, claim.end_byte);
      if (!end) continue;
      const std::size_t at = behind_notes(original, *end);
      const std::string sentence = without_source(finding.today);
      if (said.emplace(at, sentence).second) edits.push_back({at, at, " " + sentence + notes.cite(*basis)});
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
  if (const std::string list = notes.at_end(); !list.empty()) {
    if (!out.empty() && out.back() != '\n') out += '\n';
    out += '\n' + list;
  }
  return out;
}

}  // namespace comity::audit
