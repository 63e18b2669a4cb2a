#include "comity/pages/changes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comity/pages/elements.hpp"

namespace comity::pages {
namespace {

using facts::ChangedFact;

// A text of the table where it has one, else the word of the data.
std::string word(const Site& site, std::string_view group, const std::string& key) {
  const std::string_view own = site.words.find(fmt::format("{}.{}", group, key));
  return own.empty() ? key : std::string(own);
}

// A source that is gone has no page.
std::string source_cell(const Site& site, const Place& place, const std::string& key) {
  const auto& sources = site.context.sources;
  const auto known = std::ranges::find(sources, key, &facts::Source::id);
  return known == sources.end() ? html_escaped(key) : source_link(site, place, SourceId{static_cast<std::uint16_t>(known - sources.begin())});
}

std::string organization_name(const Site& site, const std::string& key) {
  const auto known = std::ranges::find(site.context.organizations, key, &facts::Organization::key);
  return known == site.context.organizations.end() ? key : known->name;
}

std::string between(const Site& site, StateId from, StateId to) {
  if (!from) return {};
  return to ? fmt::format("{} → {}", site.names.of(from), site.names.of(to)) : std::string(site.names.of(from));
}

// "Exports of goods, Germany → Kazakhstan", "visit: Tokayev", "embassy, Astana".
std::string what_is_told(const Site& site, const ChangedFact& fact) {
  std::string out;
  if (fact.table == "observation") out = indicator_title(site, fact.subject);
  else if (fact.table == "membership") out = organization_name(site, fact.subject);
  else if (fact.table == "event" || fact.table == "mission") out = word(site, fact.table, fact.subject);
  else out = word(site, "fact", fact.table);
  if (fact.table != "event") {
    if (const std::string states = between(site, fact.from, fact.to); !states.empty() && fact.table != "membership") out += ", " + states;
  }
  if (!fact.words.empty()) out += (fact.table == "event" ? ": " : ", ") + fact.words;
  if (fact.table == "observation" && fact.reporter) out += fmt::format(" ({})", site.words.with("changes.books", {site.names.of(fact.reporter)}));
  return out;
}

std::string figure_cell(const Site& site, const ChangedFact& fact, const std::optional<double>& value) { return value ? value_text(site, *value, fact.unit, fact.currency) : std::string(); }

std::string examples(const Site& site, const Place& place, const facts::EditionChanges& changes, bool of_pair) {
  const Words& w = site.words;
  if (changes.examples.empty()) return {};
  const bool figures = std::ranges::any_of(changes.examples, [](const ChangedFact& one) { return one.before || one.after; });
  std::vector<TableWriter::Column> columns = {{std::string(w("column.what"))}};
  if (!of_pair) columns.push_back({std::string(w("column.with"))});
  columns.push_back({std::string(w("column.date"))});
  columns.push_back({std::string(w("changes.change"))});
  if (figures) columns.push_back({std::string(w("changes.before")), true}), columns.push_back({std::string(w("changes.after")), true});
  columns.push_back({std::string(w("column.source"))});
  TableWriter table(w("changes.examples"), columns, true);
  for (const auto& one : changes.examples) {
    table.row().text(what_is_told(site, one));
    if (!of_pair) table.html(one.b ? pair_anchor(site, place, one.a, one.b, fmt::format("{} – {}", site.names.of(one.a), site.names.of(one.b))) : "");
    table.date(one.when, date_text(site, one.when)).text(word(site, "change", one.change));
    if (figures) table.html(html_escaped(figure_cell(site, one, one.before))).html(html_escaped(figure_cell(site, one, one.after)));
    table.html(source_cell(site, place, one.source));
  }
  return table.take();
}

std::string by_source(const Site& site, const Place& place, const facts::EditionChanges& changes) {
  const Words& w = site.words;
  TableWriter table(w("changes.by_source"), {{std::string(w("column.source"))}, {std::string(w("column.reason"))}, {std::string(w("change.added")), true}, {std::string(w("change.gone")), true}, {std::string(w("change.changed")), true}}, true);
  for (const auto& one : changes.counts) {
    table.row().html(source_cell(site, place, one.source)).text(word(site, "reason", one.reason));
    for (const std::uint64_t n : {one.added, one.gone, one.changed}) table.number(static_cast<double>(n), n ? number_text(site, static_cast<double>(n)) : "–");
  }
  return table.take();
}

std::string partners(const Site& site, const Place& place, const facts::EditionChanges& changes) {
  if (changes.pairs.empty()) return {};
  std::string out = fmt::format("<p>{} ", html_escaped(site.words("changes.pairs")));
  for (const auto& one : changes.pairs) {
    out += fmt::format("{}{} ({})", &one == &changes.pairs.front() ? "" : ", ", pair_anchor(site, place, one.a, one.b, fmt::format("{} – {}", site.names.of(one.a), site.names.of(one.b))),
                       html_escaped(number_text(site, static_cast<double>(one.facts))));
  }
  return out + "</p>\n";
}

}  // namespace

std::string changes_section(const Site& site, const Place& place, const facts::EditionChanges* changes, std::string_view about, bool of_pair) {
  const Words& w = site.words;
  std::string out = fmt::format("<section id=\"changes\" aria-labelledby=\"head-changes\" lang=\"{}\"><h2 id=\"head-changes\">{}</h2>\n", w.language(), html_escaped(w("changes.title")));
  if (!changes) return out + paragraph(w("changes.unknown"), "gap-line") + "</section>\n";
  const auto& editions = changes->editions;
  const std::string before_date = date_text(site, editions.before_date), after_date = date_text(site, editions.after_date);
  if (changes->counts.empty()) return out + paragraph(w.with("changes.none", {about, editions.before, before_date, editions.after, after_date})) + "</section>\n";
  facts::ChangeCount sum;
  for (const auto& one : changes->counts) sum.added += one.added, sum.gone += one.gone, sum.changed += one.changed;
  const auto count = [&](std::uint64_t n) { return number_text(site, static_cast<double>(n)); };
  out += paragraph(w.with("changes.sum", {editions.before, before_date, editions.after, after_date, count(sum.added), count(sum.gone), count(sum.changed)}));
  out += by_source(site, place, *changes);
  if (!of_pair) out += partners(site, place, *changes);
  out += examples(site, place, *changes, of_pair);
  return out + paragraph(w("changes.reading"), "note") + "</section>\n";
}

}  // namespace comity::pages
