// Who said all this: one row per source that the text cites, with edition, reach and terms. Made last, from the book.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "comity/base/number.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

struct Used {
  const document::Citation* citation = nullptr;
  std::size_t places = 0;
};

std::string terms_words(const document::Citation& c) {
  if (!c.source->licence.empty()) return c.source->licence;
  return c.source->terms.empty() ? "not known: not redistributed" : c.source->terms;
}

std::string reach_words(const document::Citation& c) {
  const auto as_of = try_parse_edtf(c.source->as_of);
  return as_of && as_of->known() ? human_date(*as_of) : c.source->as_of.empty() ? c.source->edition : c.source->as_of;
}

// "statistical office", "official (Germany)"
std::string class_words(const Shelf& shelf, std::string_view independence) {
  std::string out(independence.substr(0, independence.find(':')));
  std::ranges::replace(out, '_', ' ');
  if (out.size() == independence.size()) return out;
  const std::string_view key = independence.substr(out.size() + 1);
  const StateId state = shelf.context.states->by_key(key);
  return fmt::format("{} ({})", out, state ? shelf.state(state).name : std::string(key));
}

// Whose terms do not allow passing their figures on: a reader who copies from the dossier must know.
std::string held_back(const Shelf& shelf, const std::map<std::string, Used>& by_source) {
  std::vector<std::string> names;
  for (const facts::Source& source : shelf.context.sources) {
    if (source.redistributable || !by_source.contains(source.id)) continue;
    const std::string name = source.publisher.empty() ? source.title : source.publisher;
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return fmt::format("{}", fmt::join(names, "; "));
}

}  // namespace

document::Section sources_section(const Shelf& shelf) {
  document::Section section;
  section.id = "sources";
  section.title = "Sources";
  std::map<std::string, Used> by_source;
  std::set<std::string> voices;
  for (const document::Citation& c : shelf.book.citations()) {
    Used& used = by_source[c.source->id];
    if (!used.citation) used.citation = &c;
    ++used.places;
    if (!c.source->independence.empty() && c.source->independence != "own") voices.insert(c.source->independence);
  }
  if (by_source.empty()) return section;
  std::vector<const Used*> rows;
  for (const auto& [id, used] : by_source) rows.push_back(&used);
  std::ranges::stable_sort(rows, {}, [](const Used* u) { return std::tuple(-static_cast<long>(u->places), u->citation->source->title, u->citation->source->id); });

  section.blocks.push_back(Words(shelf)
                               .text(fmt::format("{} {} here{}.", capitalised(count_of(rows.size(), "source", "sources")), rows.size() == 1 ? "speaks" : "speak",
                                                 voices.empty() || rows.size() == 1 ? "" : fmt::format(", from {}", voices.size() == 1 ? "one class" : count_of(voices.size(), "class", "classes") + " independent of each other")))
                               .paragraph());
  if (const std::string held = held_back(shelf, by_source); !held.empty()) {
    section.blocks.push_back(Words(shelf).text(fmt::format("Not to be passed on without asking the publisher, as terms are unknown or restrict it: {}.", held)).paragraph());
  }
  // A thin pair has its sources in the notes; a table of them would be longer than what they say.
  constexpr std::size_t thin = 30;
  if (shelf.book.citations().size() < thin || shelf.request.profile == Profile::brief) return section;
  document::Table table;
  table.caption = "Sources by the number of places cited";
  table.columns = {{"Source", "", false}, {"Reaches", "", false}, {"Class", "", false}, {"Terms", "", false}, {"Places cited", "", true}};
  table.folded = true;
  for (const Used* used : rows) {
    const document::Citation& c = *used->citation;
    document::Inlines name;
    if (!c.source->publisher.empty() && c.source->publisher != c.source->title) name.push_back(document::Text{c.source->publisher + ": "});
    name.push_back(c.source->url.empty() ? document::Inline(document::Text{c.source->title}) : document::Inline(document::Link{c.source->title, c.source->url}));
    table.rows.push_back({std::move(name), plain(reach_words(c)), plain(class_words(shelf, c.source->independence)), plain(terms_words(c)),
                          plain(human_number(static_cast<double>(used->places)))});
  }
  section.blocks.push_back(std::move(table));
  return section;
}

}  // namespace comity::dossier
