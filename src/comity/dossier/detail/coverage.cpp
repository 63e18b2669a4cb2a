#include "comity/dossier/detail/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "comity/dossier/detail/existence.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

bool names_pair(const Shelf& shelf, const facts::Coverage& row) {
  if (row.reporters.empty() || row.reporters == "all") return true;
  const std::string list = "|" + row.reporters + "|";
  return list.find("|" + shelf.a().key + "|") != std::string::npos || list.find("|" + shelf.b().key + "|") != std::string::npos;
}

// What begins after one of the two had ended was not looked through for them: a survey of 2009 holds nothing of South Yemen.
bool reaches_pair(const facts::Coverage& row, const std::optional<world::DaySpan>& both) {
  return !both || !row.from_year || row.from_year <= year_of(both->to);
}

}  // namespace

std::vector<const facts::Coverage*> coverage_of(const Shelf& shelf, std::string_view topic) {
  std::vector<const facts::Coverage*> out;
  const IndicatorId indicator = shelf.context.indicator(topic);
  const auto both = common_span(shelf.a(), shelf.b());
  for (const auto& row : shelf.context.coverage) {
    const bool fits = indicator ? row.indicator == indicator : !row.indicator && speaks_of(row.what, topic);
    if (fits && names_pair(shelf, row) && reaches_pair(row, both) && !is_kept_out(shelf.source(row.source))) out.push_back(&row);
  }
  return out;
}

std::string covering_words(const Shelf& shelf, std::string_view topic) {
  struct Years {
    int from = 0, to = 0;
  };
  std::map<std::pair<std::string_view, std::string_view>, Years> sources;  // title, id
  for (const facts::Coverage* row : coverage_of(shelf, topic)) {
    const facts::Source& source = shelf.source(row->source);
    Years& years = sources[{source.title, source.id}];
    if (row->from_year && (!years.from || row->from_year < years.from)) years.from = row->from_year;
    years.to = std::max<int>(years.to, row->to_year);
  }
  std::vector<std::string> names;
  for (const auto& [source, years] : sources) {
    std::string name(source.first);
    if (years.from && years.to) name += years.from == years.to ? fmt::format(" ({})", years.to) : fmt::format(" ({} to {})", years.from, years.to);
    names.push_back(std::move(name));
  }
  return names.empty() ? std::string(nobody_covers) : join_words(names);
}

std::string who_is_covered(const Shelf& shelf, std::string_view topic) {
  std::vector<std::string> notes;
  for (const facts::Coverage* row : coverage_of(shelf, topic)) {
    std::string note = row->note.empty() ? shelf.source(row->source).title : fmt::format("{}: {}", shelf.source(row->source).title, row->note);
    while (note.ends_with('.')) note.pop_back();
    if (std::ranges::find(notes, note) == notes.end()) notes.push_back(std::move(note));
  }
  if (notes.empty()) return "No source read here claims to cover all visits: these are the trips that some page names, and there were others.";
  return fmt::format("Who is covered: {}. Other travellers are not.", join_words(notes));
}

std::optional<int> covered_to(const Shelf& shelf, std::string_view topic) {
  std::optional<int> out;
  for (const facts::Coverage* row : coverage_of(shelf, topic)) {
    if (row->to_year && (!out || row->to_year > *out)) out = row->to_year;
  }
  return out;
}

}  // namespace comity::dossier
