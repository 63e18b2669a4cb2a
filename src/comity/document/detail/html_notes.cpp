#include <fmt/format.h>

#include <algorithm>

#include "comity/document/detail/bibliography.hpp"
#include "comity/document/detail/html_text.hpp"
#include "comity/document/detail/html_writer.hpp"
#include "comity/document/detail/inlines.hpp"

namespace comity::document {
namespace {

constexpr std::size_t places_in_margin = 2;  // records named beside the text; the list of notes has them all
constexpr std::size_t marks_back = 3;

// Runs of three or more; two neighbours are two numbers.
std::vector<Run> printed_runs(std::span<const CitationIndex> sorted) {
  std::vector<Run> out;
  for (const Run& run : runs_of(sorted)) {
    if (run.last == run.first + 1) {
      out.push_back({run.first, run.first});
      out.push_back({run.last, run.last});
    } else {
      out.push_back(run);
    }
  }
  return out;
}

// At most so many letters; the list of notes has the whole.
std::string cut(std::string_view text, std::size_t most) {
  std::string out;
  for (std::size_t letters = 0; !text.empty(); ++letters) {
    if (letters == most) return out + "…";
    append_utf8(out, next_code_point(text));
  }
  return out;
}

std::string notes_words(const Run& run) {
  return run.first == run.last ? fmt::format("Note {}", run.first + 1) : fmt::format("Notes {}–{}", run.first + 1, run.last + 1);
}

}  // namespace

void HtmlWriter::mark(std::span<const CitationIndex> cites) {
  const auto sorted = distinct(cites, report_.citations.size());
  if (sorted.empty()) return;
  const std::size_t number = ++marks_;
  out_ += fmt::format(R"(<sup class="mark" id="mark-{}">)", number);
  bool first = true;
  for (const Run& run : printed_runs(sorted)) {
    const std::string words = run.first == run.last ? std::to_string(run.first + 1) : fmt::format("{}–{}", run.first + 1, run.last + 1);
    out_ += fmt::format(R"({}<a href="#note-{}" role="doc-noteref" aria-label="{}">{}</a>)", first ? "" : ",", run.first + 1, notes_words(run), words);
    first = false;
  }
  out_ += "</sup>";
  for (const CitationIndex i : sorted) {
    auto& marks = marks_of_[i];
    if (marks.size() < marks_back) marks.push_back(number);
  }
}

void HtmlWriter::side_note(const Inlines& line) {
  std::vector<CitationIndex> cites;
  collect_cites(line, cites);
  side_note(std::move(cites));
}

// Hidden from screen readers and from narrow screens: both have the list of notes.
void HtmlWriter::side_note(std::vector<CitationIndex> cites) {
  auto sorted = distinct(cites, report_.citations.size());
  std::erase_if(sorted, [&](CitationIndex i) { return !noted_.insert(i).second; });
  if (sorted.empty()) return;
  out_ += R"(<span class="side" aria-hidden="true">)";
  for (const SourceGroup& group : group_by_source(report_, sorted)) {
    const Citation& source = report_.citations[group.members.front()];
    const bool in_full = told_.insert(source_name(source)).second;
    out_ += fmt::format(R"(<span class="side-source"><b>{}</b> {})", number_runs(group.members), html_escaped(cut(in_full ? source_name(source) : short_name(source), in_full ? 130 : 60)));
    std::set<std::string> files;
    for (const CitationIndex i : group.members) files.insert(report_.citations[i].file);
    std::string places;
    if (group.members.size() <= places_in_margin) {
      std::string file;
      for (const CitationIndex i : group.members) {
        Citation c = report_.citations[i];
        if (c.file == file) c.file.clear();
        else file = c.file;
        const std::string place = place_in_source(c);
        if (!place.empty()) places += (places.empty() ? "" : "; ") + place;
      }
    } else {
      places = files.size() == 1 ? fmt::format("{}, {} records", *files.begin(), group.members.size()) : fmt::format("{} records in {} files", group.members.size(), files.size());
    }
    if (!places.empty()) out_ += fmt::format(R"(<span class="side-place">{}</span>)", html_escaped(cut(places, 80)));
    out_ += "</span>";
  }
  out_ += "</span>";
}

void HtmlWriter::note_item(CitationIndex index, std::string& file) {
  Citation c = report_.citations[index];
  if (c.file == file) c.file.clear();
  else file = c.file;
  const std::string place = place_in_source(c);
  out_ += fmt::format(R"(<li id="note-{0}" value="{0}"><span class="note-number">{0}</span> <span class="at">{1})", index + 1, html_escaped(place.empty() ? "the source as a whole" : place));
  if (!c.source->as_of.empty()) out_ += fmt::format(" (as of {})", html_escaped(c.source->as_of));
  out_ += "</span>";
  const auto marks = marks_of_.find(index);
  if (marks != marks_of_.end()) {
    for (const std::size_t mark : marks->second) {
      out_ += fmt::format(R"( <a class="back" href="#mark-{}" role="doc-backlink" aria-label="Back to the text at note {}">↑</a>)", mark, index + 1);
    }
  }
  out_ += "</li>";
}

void HtmlWriter::note_group(const std::vector<CitationIndex>& members) {
  const Citation& source = report_.citations[members.front()];
  out_ += R"(<div class="source"><p class="source-head">)";
  // The brief has two pages.
  const bool brief = report_.profile == "brief";
  const std::string title = html_escaped(brief ? cut(short_name(source), 56) : short_name(source));
  if (!source.source->publisher.empty()) out_ += fmt::format("{}. ", html_escaped(brief ? cut(source.source->publisher, 40) : source.source->publisher));
  const std::string voice = source.source->independence.empty() ? "" : fmt::format(" ({})", html_escaped(voice_words(source.source->independence)));
  if (is_web_address(source.source->url)) {
    out_ += fmt::format(R"(<a href="{}" rel="noopener noreferrer"><cite>{}</cite></a>{}.)", html_escaped(source.source->url), title, voice);
    out_ += fmt::format(R"( <span class="address">{}</span>)", html_escaped(source.source->url));
  } else {
    out_ += fmt::format("<cite>{}</cite>{}.", title, voice);
    if (!source.source->url.empty()) out_ += fmt::format(R"( <span class="address">{}</span>)", html_escaped(source.source->url));
  }
  if (const std::string terms = terms_words(source); !terms.empty()) out_ += fmt::format(R"( <span class="terms">Terms: {}.</span>)", html_escaped(terms));
  out_ += R"(</p><ol class="places">)";
  std::string file;
  for (const CitationIndex i : members) note_item(i, file);
  out_ += "</ol></div>\n";
}

void HtmlWriter::notes() {
  if (marks_of_.empty()) return;
  // Those that the text names; JSON has the sources of all the other facts.
  std::vector<CitationIndex> marked;
  for (const auto& [index, marks] : marks_of_) marked.push_back(index);
  out_ += R"(<section id="notes" class="notes" role="doc-endnotes" aria-labelledby="notes-head"><h2 id="notes-head">Notes</h2>)";
  out_ += "<p class=\"lead\">Each mark in the text is a record of a source: file, row and column. Records of one source stand together.</p>\n";
  for (const SourceGroup& group : group_by_source(report_, marked)) note_group(group.members);
  out_ += "</section>\n";
}

}  // namespace comity::document
