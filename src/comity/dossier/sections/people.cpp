// People: migrants as the place where they live counts them, ethnic groups by census apart from them, displaced people with
// the parts of every sum, students, travel. Undated and modelled figures carry their badge (rules.md 21 to 23).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/people_lines.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/statements.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

// The methods of Abel and Cohen by what they do, not by the names of columns.
std::string method_words(std::string_view method) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> methods = {{{"sd_drop_neg", "differences of stocks without falls"},
                                                                                     {"sd_rev_neg", "differences of stocks with falls turned round"},
                                                                                     {"mig_rate", "migration rates"},
                                                                                     {"da_min_open", "open demographic accounting with the fewest moves"},
                                                                                     {"da_min_closed", "closed demographic accounting with the fewest moves"},
                                                                                     {"da_pb_closed", "pseudo-Bayesian closed demographic accounting"}}};
  const auto it = std::ranges::find(methods, method, [](const auto& m) { return m.first; });
  return std::string(it == methods.end() ? method : it->second);
}

using document::Section;
using facts::Observation;

template <class Each>
void each_way(const Shelf& shelf, Each&& each) {
  each(shelf.facts.a, shelf.facts.b);
  each(shelf.facts.b, shelf.facts.a);
}

// Ethnicity is what a census asks, not where one was born or whose passport one holds.
void add_ethnic(Section& section, const Shelf& shelf) {
  document::List list;
  each_way(shelf, [&](StateId from, StateId to) {
    for (const Observation* o : pick_all(shelf, {"ethnic_group_census", from, to, {}, false, false})) {
      if (!o->has_value || !is_within(shelf, *o)) continue;
      const std::string& adjective = shelf.state(from).adjective;
      Words words(shelf);
      words.text(fmt::format("Ethnic group{} in {}: ", adjective.empty() ? " of " + in_text(shelf.state(from)) : fmt::format(" “{}”", adjective), in_text(shelf.state(to)))).figure(*o);
      words.text(fmt::format(" ({})", period_words(*o)));
      if (!o->reporter) words.badge({"no census named", document::Badge::warning});
      list.items.push_back(words.text(fmt::format(" – {}", publisher_words(shelf.source(o->from_where.source)))).cite(*o).done());
    }
  });
  if (list.items.empty()) return;
  section.blocks.push_back(Words(shelf).text("By ethnic group, which is neither birthplace nor citizenship and is never checked with them:").paragraph());
  section.blocks.push_back(std::move(list));
}

struct Kind {
  std::string_view indicator, words;  // "{0}" from, "{1}" to
};
constexpr std::array<Kind, 6> kinds = {{{"students", "Students from {0} in {1}"},
                                        {"scholarships", "Scholars from {0} whom {1} supports, a year"},
                                        {"tourist_arrivals", "Arrivals of visitors from {0} in {1}"},
                                        {"emigrated_cumulative", "People who left {0} for {1} in all"},
                                        {"returned_refugees", "Refugees who went back to {0} from {1}, counted apart from those who are there"},
                                        {"flights", "Routes by air from {0} to {1}"}}};

void add_others(document::List& list, const Shelf& shelf) {
  for (const Kind& kind : kinds) {
    each_way(shelf, [&](StateId from, StateId to) {
      const Observation* last = nullptr;
      for (const Observation* o : pick_all(shelf, {kind.indicator, from, to, {}, false, false})) {
        if (o->usable() && is_within(shelf, *o) && (!last || end_of(*o) >= end_of(*last))) last = o;
      }
      if (!last) return;
      Words words(shelf);
      words.text(fmt::format(fmt::runtime(kind.words), in_text(shelf.state(from)), in_text(shelf.state(to)))).text(": ").figure(*last);
      if (kind.indicator == "flights" && !last->note.empty()) words.text(fmt::format(" ({})", last->note));
      if (!last->is(facts::undated)) words.text(fmt::format(" ({})", period_words(*last))).age(end_of(*last));
      list.items.push_back(words.text(fmt::format(" – {}", publisher_words(shelf.source(last->from_where.source)))).cite(*last).done());
    });
  }
}

// Every method of estimating a flow is a figure of its own and none is a count: one line a direction says how far they lie
// apart, over one period, each with its name (rules.md 23).
void add_flows(document::List& list, const Shelf& shelf) {
  if (is_thin(shelf)) return;
  each_way(shelf, [&](StateId from, StateId to) {
    // The newest period, which may be five years and so no column of a table by years.
    std::vector<const Observation*> last;
    for (const Observation& o : shelf.observations("migration_flow")) {
      if (o.from != from || o.to != to || !o.usable() || !is_within(shelf, o)) continue;
      if (!last.empty() && o.period_start > last.front()->period_start) last.clear();
      if (last.empty() || o.period_start == last.front()->period_start) last.push_back(&o);
    }
    if (last.empty()) return;
    std::ranges::stable_sort(last, {}, &Observation::value);
    Words words(shelf);
    words.text(fmt::format("Moved from {} to {}, {}: ", in_text(shelf.state(from)), in_text(shelf.state(to)), period_words(*last.front())));
    for (std::size_t i = 0; i < last.size(); ++i) {
      const Observation& o = *last[i];
      words.text(i == 0 ? "" : ", ").figure(count(o.value, "persons"));
      if (!o.variant.empty()) words.text(fmt::format(" by {}", method_words(o.variant)));
      if (!o.note.empty()) words.text(fmt::format(" ({})", o.note));
    }
    if (std::ranges::any_of(last, [](const Observation* o) { return o->origin == facts::Origin::modelled; })) words.badge({"modelled", document::Badge::estimate});
    std::vector<facts::Provenance> sources;
    for (const Observation* o : last) sources.push_back(o->from_where);
    words.text(last.size() > 1 ? " – methods of estimating, not counts, that may lie far apart" : "");
    list.items.push_back(words.text(fmt::format(" ({})", publisher_words(shelf.source(last.front()->from_where.source)))).age(end_of(*last.front())).cite(sources).done());
  });
}

void add_table(Section& section, const Shelf& shelf, const MigrantStock& one, const MigrantStock& other) {
  std::vector<const FactSeries*> all;
  std::vector<std::string> heads;
  for (const MigrantStock* stock : {&one, &other}) {
    for (const FactSeries& s : stock->series) {
      const bool citizens = s.indicator == "migrant_stock_citizen" || s.cells.back()->is(facts::by_citizenship);
      all.push_back(&s);
      heads.push_back(capitalised(fmt::format("{} in {}, {}", in_text(shelf.state(s.from)), in_text(shelf.state(s.to)), citizens ? "citizens" : s.indicator == "migrant_stock_mixed" ? "mixed basis" : "born")));
    }
  }
  if (!all.empty()) section.blocks.push_back(table_of(shelf, all, heads, "Migrants by count of the state where they live; revisions are never mixed", 1, "persons", 0));
}

// What was looked for and is not there, in one line.
void add_missing(Section& section, const Shelf& shelf) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> topics = {{{"students", "students"}, {"refugees", "displaced people"}, {"flights", "flights"}}};
  std::vector<std::string> missing;
  for (const auto& [indicator, words] : topics) {
    if (shelf.observations(indicator).empty()) missing.emplace_back(words);
  }
  if (missing.empty()) return;
  std::vector<std::string> ask;
  if (std::ranges::find(missing, "students") != missing.end()) ask.emplace_back("UNESCO for students");
  if (std::ranges::find(missing, "flights") != missing.end()) ask.emplace_back("the aviation authorities for flights");
  section.blocks.push_back(gap(join_words(missing, "or"), missing.size() == 1 && missing[0] == "displaced people" ? covering_words(shelf, "refugees") : "the sources of this edition",
                               join_words(ask)));
}

}  // namespace

Section people_section(const Shelf& shelf) {
  Section section;
  section.id = "people";
  section.title = "People";
  const bool full = shelf.request.profile != Profile::brief;
  const MigrantStock ours = migrant_stock(shelf, shelf.facts.a, shelf.facts.b), theirs = migrant_stock(shelf, shelf.facts.b, shelf.facts.a);
  // The larger community first: what most readers ask for.
  const auto size = [](const MigrantStock& s) { return s.series.empty() || !s.series.front().last_usable() ? -1 : s.series.front().last_usable()->value; };
  const bool turned = size(theirs) > size(ours);
  // The brief has two pages: what a model made of no count stays in the others.
  const auto modelled = [](const MigrantStock& s) {
    return !s.series.empty() && s.series.front().last_usable() && s.series.front().last_usable()->origin == facts::Origin::modelled;
  };
  for (const MigrantStock* stock : {turned ? &theirs : &ours, turned ? &ours : &theirs}) {
    if (full || !modelled(*stock)) add_stock(section, shelf, *stock);
  }
  document::LineChart chart = full ? stock_chart(shelf, ours, theirs) : document::LineChart{};
  if (!chart.series.empty()) section.blocks.push_back(std::move(chart));
  if (full) add_table(section, shelf, ours, theirs);
  if (full) add_ethnic(section, shelf);
  each_way(shelf, [&](StateId from, StateId to) { add_displaced(section, shelf, from, to), add_unrwa(section, shelf, from, to); });
  document::List list;
  each_way(shelf, [&](StateId from, StateId to) { add_visa(list, shelf, from, to); });
  // Of a thin pair the rules stand at a glance, and once is enough.
  const bool said = full && is_thin(shelf) && !list.items.empty();
  if (said) list.items.clear();
  if (full) add_others(list, shelf);
  if (full) add_flows(list, shelf);
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
  if (auto lines = statement_lines(shelf, "people"); !lines.empty()) section.blocks.push_back(document::List{std::move(lines)});
  if (section.blocks.empty()) {
    section.blocks.push_back(gap(said ? "migrants, displaced people, students and flights" : "migrants, displaced people, students, visas and flights", covering_words(shelf, "migrant_stock_born"),
                                 "the statistical offices and the foreign ministries of either"));
  } else if (shelf.request.profile == Profile::full) {
    add_missing(section, shelf);
  }
  return section;
}

}  // namespace comity::dossier
