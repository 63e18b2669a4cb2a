// Companies of one in the other: counts by basis and source, side by side and never inferred from money (rules.md 18), and
// the companies that some source names, with what it says of them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/investment_lines.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/series.hpp"
#include "comity/dossier/detail/statements.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Inlines;
using document::Section;
using facts::Observation;
using facts::Presence;

struct Basis {
  std::string_view indicator, words;
};
constexpr std::array<Basis, 6> bases = {{{"affiliates_registered", "registered"},
                                         {"affiliates_active", "active"},
                                         {"affiliates_represented", "represented"},
                                         {"affiliates_controlled", "majority-owned"},
                                         {"joint_ventures", "joint ventures"},
                                         {"investment_projects", "investment projects"}}};

// One count, whichever table it stands in.
struct Count {
  document::Figure figure;
  std::string basis, scope, date;
  Day as_of = last_day;
  facts::Provenance from;
  bool comparable = true;  // a count of companies in the whole country
};

Count count_of_cell(const Observation& o, std::string_view basis) {
  Count out{figure_of(o), std::string(basis), std::string(o.note), period_words(o), last_day, o.from_where, basis != "investment projects"};
  if (!o.is(facts::undated)) out.as_of = end_of(o);
  return out;
}

Count count_of_presence(const Presence& p) {
  Count out{count(p.count, "companies"), p.basis.empty() ? "basis not said" : std::string(p.basis), std::string(p.note), p.as_of.known() ? human_date(p.as_of) : "undated", last_day,
            p.from_where, p.place.empty()};
  out.figure.text = hedge_words(p.flags) + out.figure.text;
  if (!p.place.empty()) out.scope = fmt::format("{} only{}{}", p.place, p.note.empty() ? "" : ": ", p.note);
  if (p.as_of.known()) out.as_of = p.as_of.to;
  return out;
}

std::vector<Count> counts_of(const Shelf& shelf, StateId home, StateId host) {
  std::vector<Count> out;
  for (const Basis& basis : bases) {
    for (const Observation* o : pick_all(shelf, {basis.indicator, home, host, {}, false, false})) {
      if (o->has_value) out.push_back(count_of_cell(*o, basis.words));
    }
  }
  for (const Presence& p : shelf.facts.presences) {
    const bool counts = p.has_count && (p.kind == "company_count" || p.kind == "company");
    if (counts && p.home == home && p.host == host && !is_fixture(shelf.source(p.from_where.source))) out.push_back(count_of_presence(p));
  }
  return out;
}

// "Counts range from about 190 to over 1450: …": the conflict is said, nobody's count is chosen.
void add_range(Section& section, const Shelf& shelf, const std::vector<Count>& counts, StateId home, StateId host) {
  std::vector<const Count*> comparable;
  for (const Count& c : counts) {
    if (c.comparable) comparable.push_back(&c);
  }
  const std::string who = fmt::format("companies of {} in {}", in_text(shelf.state(home)), in_text(shelf.state(host)));
  Words words(shelf);
  if (comparable.size() == 1) {
    const Count& c = *comparable.front();
    words.text(fmt::format("{}: ", capitalised(who))).figure(c.figure).text(fmt::format(" {} ({})", c.basis, c.date)).cite(c.from).text(".");
  } else if (comparable.size() > 1) {
    const auto [least, most] = std::ranges::minmax_element(comparable, {}, [](const Count* c) { return c->figure.value; });
    words.text(fmt::format("Counts of {} run from ", who)).figure((*least)->figure).text(fmt::format(" ({}, {})", (*least)->basis, (*least)->date)).cite((*least)->from);
    words.text(" to ").figure((*most)->figure).text(fmt::format(" ({}, {})", (*most)->basis, (*most)->date)).cite((*most)->from);
    words.text(": they count different things at different times, and none is made of another.");
  }
  if (!words.empty()) section.blocks.push_back(words.paragraph());
}

void add_counts(Section& section, const Shelf& shelf, StateId home, StateId host) {
  const std::vector<Count> counts = counts_of(shelf, home, host);
  if (counts.empty()) return;
  add_range(section, shelf, counts, home, host);
  document::Table table;
  table.caption = fmt::format("Companies of {} in {}, as counted", in_text(shelf.state(home)), in_text(shelf.state(host)));
  table.columns = {{"Number", "", true}, {"Basis", "", false}, {"As of", "", false}, {"What is counted", "", false}, {"Said by", "", false}};
  for (const Count& c : counts) {
    Words date(shelf);
    date.text(c.date);
    if (c.as_of == last_day) date.badge({"undated", document::Badge::warning});
    else if (is_history(c.as_of, shelf.context)) date.age(c.as_of);
    table.rows.push_back({Words(shelf).figure(c.figure).done(), plain(c.basis), date.done(), plain(c.scope), Words(shelf).text(publisher_words(shelf.source(c.from.source))).cite(c.from).done()});
  }
  section.blocks.push_back(std::move(table));
}

struct Named {
  std::string name;
  std::vector<const Presence*> rows;
};

std::vector<Named> names_of(const Shelf& shelf, StateId home, StateId host) {
  std::vector<Named> out;
  for (const Presence& p : shelf.facts.presences) {
    if (p.kind != "company" || p.name.empty() || p.home != home || p.host != host || is_fixture(shelf.source(p.from_where.source))) continue;
    const std::string folded = world::fold_name(p.name);
    const auto it = std::ranges::find_if(out, [&](const Named& n) { return world::fold_name(n.name) == folded; });
    (it == out.end() ? out.emplace_back(Named{std::string(p.name), {}}) : *it).rows.push_back(&p);
  }
  std::ranges::stable_sort(out, {}, &Named::name);
  return out;
}

// Every distinct word of one column over the rows that name a company.
std::string joined(const std::vector<const Presence*>& rows, const auto& of) {
  std::vector<std::string> parts;
  for (const Presence* p : rows) {
    std::string part = of(*p);
    if (!part.empty() && std::ranges::find(parts, part) == parts.end()) parts.push_back(std::move(part));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

// The basis and the remark: a plant that was only planned must not read as one that stands.
std::string said_of(const Presence& p) {
  std::string_view note = p.note;
  while (note.ends_with('.')) note.remove_suffix(1);  // several are joined to one cell
  if (p.basis.empty() || note.empty()) return std::string(p.basis.empty() ? note : std::string_view(p.basis));
  return fmt::format("{}: {}", p.basis, note);
}

void add_names(Section& section, const Shelf& shelf, StateId home, StateId host) {
  const std::vector<Named> names = names_of(shelf, home, host);
  if (names.empty()) return;
  std::vector<std::string> first;
  std::vector<facts::Provenance> from;
  for (const Named& n : names) {
    if (first.size() < 11) first.push_back(n.name);
    for (const Presence* p : n.rows) from.push_back(p->from_where);
  }
  if (names.size() > first.size()) first.push_back(count_of(names.size() - first.size(), "other", "others"));
  Words words(shelf);
  words.text(fmt::format("Companies of {} that sources name in {}: {}", in_text(shelf.state(home)), in_text(shelf.state(host)), join_words(first))).cite_rows(from);
  section.blocks.push_back(words.text(". The list is not complete, and a name says nothing of size.").paragraph());
  if (shelf.request.profile == Profile::brief) return;
  document::Table table;
  table.caption = fmt::format("Companies of {} named in {}", in_text(shelf.state(home)), in_text(shelf.state(host)));
  table.columns = {{"Company", "", false}, {"Sector", "", false}, {"Place", "", false}, {"Said of it", "", false}, {"As of", "", false}, {"Said by", "", false}};
  table.folded = true;
  for (const Named& n : names) {
    Words said(shelf);
    std::vector<facts::Provenance> rows;
    for (const Presence* p : n.rows) rows.push_back(p->from_where);
    said.text(joined(n.rows, [&](const Presence& p) { return publisher_words(shelf.source(p.from_where.source)); })).cite(rows);
    table.rows.push_back({plain(n.name), plain(joined(n.rows, [](const Presence& p) { return std::string(p.sector); })), plain(joined(n.rows, [](const Presence& p) { return std::string(p.place); })),
                          plain(joined(n.rows, said_of)),
                          plain(joined(n.rows, [](const Presence& p) { return p.as_of.known() ? human_date(p.as_of) : std::string("undated"); })), said.done()});
  }
  section.blocks.push_back(std::move(table));
}

// People who work for them, by the host's statistics: a count of persons, not of companies, and no measure of what is invested.
void add_employees(Section& section, const Shelf& shelf, StateId home, StateId host) {
  std::vector<FactSeries> all = series_of(shelf, "affiliates_employees", home, host);
  if (all.empty()) return;
  document::List list;
  std::vector<const FactSeries*> several;
  std::vector<std::string> heads;
  for (const FactSeries& s : all) {
    const Observation* last = s.last_usable();
    const auto hidden = withheld(s);
    if (!last && hidden.empty()) continue;
    Words words(shelf);
    words.text(fmt::format("People employed in {} by enterprises controlled from {} ({}): ", in_text(shelf.state(host)), in_text(shelf.state(home)), source_words(shelf, s)));
    if (last) words.figure(*last).text(fmt::format(" {}{}", in_period(*last), last->note.empty() ? "" : fmt::format(", {}", last->note))).age(end_of(*last)).cite(*last);
    if (last && !hidden.empty()) words.text(";");
    say_withheld(words, hidden);
    list.items.push_back(words.done());
    if (s.cells.size() > 1) several.push_back(&s), heads.push_back(source_words(shelf, s));
  }
  if (list.items.empty()) return;
  section.blocks.push_back(std::move(list));
  if (several.empty() || shelf.request.profile == Profile::brief) return;
  section.blocks.push_back(table_of(shelf, several, heads, fmt::format("People employed in {} by enterprises controlled from {}", in_text(shelf.state(host)), in_text(shelf.state(home))), 1, "persons", 0));
}

// All foreign companies in the host, of whatever home: a denominator, not a count of the pair.
void add_all_homes(Section& section, const Shelf& shelf, StateId host) {
  for (const std::string_view indicator : {"affiliates_registered_total", "affiliates_active_total"}) {
    const IndicatorId id = shelf.context.indicator(indicator);
    if (!id) continue;
    for (const Observation& o : shelf.alone(host).of(id)) {
      if (!o.usable() || is_fixture(shelf.source(o.from_where.source))) continue;
      Words words(shelf);
      words.text(fmt::format("Foreign companies of all homes {} in {}: ", indicator == "affiliates_active_total" ? "active" : "registered", in_text(shelf.state(host)))).figure(o);
      section.blocks.push_back(words.text(fmt::format(" ({})", period_words(o))).age(end_of(o)).cite(o).text(".").paragraph());
    }
  }
}

}  // namespace

Section companies_section(const Shelf& shelf) {
  Section section;
  section.id = "companies";
  section.title = "Companies";
  for (const auto& [home, host] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
    const std::size_t before = section.blocks.size();
    add_counts(section, shelf, home, host);
    add_employees(section, shelf, home, host);
    add_names(section, shelf, home, host);
    if (section.blocks.size() > before) add_all_homes(section, shelf, host);
  }
  if (auto lines = statement_lines(shelf, "companies"); !lines.empty()) section.blocks.push_back(document::List{std::move(lines)});
  if (section.blocks.empty()) {
    section.blocks.push_back(gap("companies of one in the other", covering_words(shelf, "affiliates_active"), "the chambers of commerce and the registers of companies"));
  }
  return section;
}

}  // namespace comity::dossier
