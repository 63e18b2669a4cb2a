// What happened between the two, on one axis. The time of predecessors is a strip of its own: their acts are not those
// of the states of today (rules.md 6). Relations and visits have sections of their own; here stand their turning points.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/existence.hpp"
#include "comity/dossier/detail/leaders.hpp"
#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/detail/relations_status.hpp"
#include "comity/dossier/detail/statements.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Section;
using facts::Event;

bool belongs(const Event& event) {
  constexpr std::array<std::string_view, 17> kinds = {
      "recognition", "recognition_withdrawn", "independence", "relations_established", "relations_severed", "relations_suspended",
      "relations_resumed", "relations_level_changed", "war", "population_transfer", "territory_transferred", "agreement_signed", "initiative_launched",
      "institution_founded", "credit_extended", "mission_opened", "mission_closed"};
  return std::ranges::find(kinds, event.kind) != kinds.end();
}

// Independence of the one from the other, which was a state then: an event of the two, though a list of states has it under one.
bool is_from_the_other(const Shelf& shelf, const Event& e) {
  const StateId other = e.a == shelf.facts.a ? shelf.facts.b : shelf.facts.a;
  return e.kind == "independence" && e.third == other && e.a != other && shelf.state(other).exists_on(e.date.from);
}

std::string entry_text(const Shelf& shelf, const Event& e) {
  if (e.kind == "recognition" && e.actor) {
    const StateId other = e.actor == e.a ? e.b : e.a;
    return fmt::format("{} recognised {}", capitalised(in_text(shelf.state(e.actor))), in_text(shelf.state(other)));
  }
  const std::string title = event_title(e);
  // The list's detail is the other's name of that day, where it was another.
  if (is_from_the_other(shelf, e)) {
    // What some recognise and others do not has declared itself independent; whether it is so is not told here.
    const char* what = shelf.state(e.a).kind == "disputed" ? "declared its independence of" : "became independent of";
    return fmt::format("{} {} {}", capitalised(in_text(shelf.state(e.a))), what, e.detail.empty() ? in_text(shelf.state(e.third)) : std::string(e.detail));
  }
  // Nor does "Permanent mission opened", which each of the two Germanys did in 1974.
  if ((e.kind == "mission_opened" || e.kind == "mission_closed") && e.actor && title.find(shelf.state(e.actor).name) == std::string::npos) {
    return fmt::format("{}: {}{}", shelf.state(e.actor).name, static_cast<char>(title[0] >= 'A' && title[0] <= 'Z' ? title[0] - 'A' + 'a' : title[0]), title.substr(1));
  }
  // "Independence by secession" does not say whose.
  if (e.kind == "independence" && title.find(shelf.state(e.a).name) == std::string::npos) {
    return fmt::format("{}: {}{}", shelf.state(e.a).name, static_cast<char>(title[0] >= 'A' && title[0] <= 'Z' ? title[0] - 'A' + 'a' : title[0]), title.substr(1));
  }
  return title;
}

// Events of either alone that matter to the pair: when the younger of the two became independent. That of a state that had long
// been one is not of the two.
std::vector<MergedEvent> independences(const Shelf& shelf) {
  std::vector<MergedEvent> out;
  const auto both = common_span(shelf.a(), shelf.b());
  const Day first = both ? both->from - std::chrono::days{730} : first_day;
  for (const auto* events : {&shelf.facts.of_a->events, &shelf.facts.of_b->events}) {
    for (const Event& e : *events) {
      if (e.kind != "independence" || !e.date.known() || e.date.to < first || !is_shown(shelf, e)) continue;
      // What a coder calls the independence of a state that had been one for years (Taiwan's "secession" of 1949) is not told as such; but a state
      // may have declared itself one years before it was let go (Indonesia 1945 and 1949, Rhodesia 1965 and 1980).
      const int years = is_from_the_other(shelf, e) ? 20 : 3;
      if (shelf.state(e.a).exists_on(e.date.from - std::chrono::days{years * 365})) continue;
      const auto same = std::ranges::find_if(out, [&](const MergedEvent& m) { return m.event->a == e.a && m.event->date.overlaps(e.date); });
      MergedEvent& merged = same == out.end() ? out.emplace_back() : *same;
      // A month and a day in it are one independence told twice; the day stands.
      if (!merged.event || e.date.to - e.date.from < merged.event->date.to - merged.event->date.from) merged.event = &e;
      merged.all.push_back(&e);
    }
  }
  return out;
}

// What a list says against itself (a number beside a break, a second day on one page) or leaves undated (no number beside a name, a number without a
// day) is a matter of relations and no event.
bool is_doubted(const Event& e) { return e.kind.starts_with("relations_") && (e.status == "disputed" || !e.date.known()); }

// "1961: relations interrupted" beside 3 January 1961: a list of years has the break that another dates.
void fold_vague_breaks(std::vector<MergedEvent>& events) {
  const auto is_break = [](const Event& e) { return e.kind == "relations_severed" || e.kind == "relations_suspended"; };
  std::erase_if(events, [&](const MergedEvent& vague) {
    const Event& v = *vague.event;
    if (!is_break(v) || v.status != "vague" || !v.date.known()) return false;
    const auto sharper = std::ranges::find_if(events, [&](const MergedEvent& m) {
      const Event& e = *m.event;
      return &e != &v && is_break(e) && e.status != "vague" && e.date.known() && e.date.overlaps(v.date);
    });
    if (sharper == events.end()) return false;
    sharper->all.insert(sharper->all.end(), vague.all.begin(), vague.all.end());
    return true;
  });
}

std::vector<MergedEvent> all_events(const Shelf& shelf) {
  // What precedes one of the two is a predecessor's (rule 6); removals of people have their own words for that.
  std::vector<MergedEvent> out =
      merge_events(shelf, [&](const Event& e) { return belongs(e) && !is_doubted(e) && (e.kind == "population_transfer" || !is_of_predecessor(e, shelf.context)); });
  fold_wars(out);
  fold_vague_breaks(out);
  for (MergedEvent& merged : independences(shelf)) out.push_back(std::move(merged));
  std::ranges::stable_sort(out, {}, [](const MergedEvent& m) {
    return std::tuple(!m.event->date.known(), m.event->date.from == first_day ? m.event->date.to : m.event->date.from);
  });
  return out;
}

void add_populations(Section& section, const Shelf& shelf) {
  Words words(shelf);
  for (const MergedEvent& merged : merge_events(shelf, [](const Event& e) { return e.kind == "population_transfer"; })) {
    const Event& e = *merged.event;
    words.text(words.empty() ? "" : " ").text(fmt::format("{}: {}", capitalised(human_date(e.date)), event_title(e))).cite(merged.from()).text(".");
    if (!e.detail.empty() && shelf.request.profile != Profile::article) words.text(fmt::format(" {}", e.detail));
  }
  if (!words.empty()) section.blocks.push_back(words.paragraph());
}

// "Kazakhstan has existed in the register since 16 December 1991; before that …: see Germany and the Soviet Union."
void add_predecessors(Section& section, const Shelf& shelf) {
  if (shelf.request.profile == Profile::article) return;  // a way on to other dossiers, and no part of an article
  auto lines = related_pairs(shelf);
  if (lines.empty()) return;
  section.blocks.push_back(Words(shelf)
                               .text("What predecessors and successors did is not what these two did. It stands under pairs of its own:")
                               .paragraph());
  section.blocks.push_back(document::List{std::move(lines)});
}

void add_timeline(Section& section, const Shelf& shelf, const std::vector<MergedEvent>& events) {
  document::Timeline timeline;
  timeline.title = fmt::format("Events between {} and {}", in_text(shelf.a()), in_text(shelf.b()));
  for (const MergedEvent& merged : events) {
    const Event& e = *merged.event;
    if (!e.date.known()) continue;
    document::Timeline::Entry entry = timeline_span(e.date);
    entry.text = entry_text(shelf, e);
    entry.hue = shelf.hue(e.actor);
    entry.cites = shelf.book.cite(merged.from()).to;
    timeline.entries.push_back(std::move(entry));
  }
  if (!timeline.entries.empty()) section.blocks.push_back(std::move(timeline));
}

void add_undated(Section& section, const Shelf& shelf, const std::vector<MergedEvent>& events) {
  document::List list;
  for (const MergedEvent& merged : events) {
    if (merged.event->date.known()) continue;
    list.items.push_back(Words(shelf).text(entry_text(shelf, *merged.event)).badge({"undated", document::Badge::warning}).cite(merged.from()).done());
  }
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
}

// Folded, for reference beside the events: not for the short profiles, nor where hardly anything happened.
void add_leaders(Section& section, const Shelf& shelf) {
  if (shelf.request.profile != Profile::full || is_thin(shelf)) return;
  document::Table table = leaders_table(shelf);
  if (!table.rows.empty()) section.blocks.push_back(std::move(table));
}

// "The lists of wars read here reach 2007 and 2024.": where one is told, how far they go (rules.md 5).
void say_reach_of_wars(Words& words, const Shelf& shelf, const std::vector<MergedEvent>& events) {
  if (std::ranges::none_of(events, [](const MergedEvent& m) { return m.event->kind == "war"; })) return;
  std::vector<int> years;
  for (const facts::Coverage* row : coverage_of(shelf, "events:war")) {
    if (row->to_year) years.push_back(row->to_year);
  }
  std::ranges::sort(years);
  years.erase(std::unique(years.begin(), years.end()), years.end());
  std::vector<std::string> told;
  for (const int year : years) told.push_back(std::to_string(year));
  if (!told.empty()) words.text(fmt::format(" {} of wars read here {} {}.", told.size() == 1 ? "The list" : "The lists", told.size() == 1 ? "reaches" : "reach", join_words(told)));
}

void add_finding(Section& section, const Shelf& shelf, const std::vector<MergedEvent>& events) {
  std::vector<const MergedEvent*> dated;
  for (const MergedEvent& merged : events) {
    const Event& e = *merged.event;
    if ((e.b || is_from_the_other(shelf, e)) && e.date.known() && e.date.from != first_day) dated.push_back(&merged);
  }
  if (dated.empty()) return;
  const MergedEvent& first = *dated.front();
  Words words(shelf);
  if (dated.size() == 1) {
    words.text(fmt::format("The one event between the two that the sources read here date is “{}”, {}", entry_text(shelf, *first.event), human_date(first.event->date)));
    words.cite(first.from()).text(".");
    say_reach_of_wars(words, shelf, events);
    section.blocks.push_back(words.paragraph());
    return;
  }
  words.text(fmt::format("The sources read here date {} between the two; the earliest is “{}”, {}", count_of(dated.size(), "event", "events"),
                         entry_text(shelf, *first.event), human_date(first.event->date)));
  words.cite(first.from());
  const MergedEvent& last = *dated.back();
  words.text(fmt::format(", the latest “{}”, {}", entry_text(shelf, *last.event), human_date(last.event->date))).cite(last.from());
  words.text(".");
  say_reach_of_wars(words, shelf, events);
  section.blocks.push_back(words.paragraph());
}

}  // namespace

Section history_section(const Shelf& shelf) {
  Section section;
  section.id = "history";
  section.title = "History";
  const std::vector<MergedEvent> events = all_events(shelf);
  const auto of_one = [&](const MergedEvent& m) { return m.event->kind == "independence" && !is_from_the_other(shelf, *m.event); };
  const bool of_pair = std::ranges::any_of(events, [&](const MergedEvent& m) { return !of_one(m); });
  // Dates of relations alone stand under relations; a second telling would be no history.
  const bool more = std::ranges::any_of(events, [&](const MergedEvent& m) {
    return !of_one(m) && m.event->kind != "recognition" && !m.event->kind.starts_with("relations_");
  });
  const auto statements = statement_lines(shelf, "history");
  if (!more && statements.empty()) {
    add_leaders(section, shelf);
    add_predecessors(section, shelf);
    if (!of_pair && section.blocks.empty()) {
      section.blocks.push_back(gap("events between the two (wars, treaties, foundations, movements of people)", covering_words(shelf, "events")));
    }
    return section;
  }
  add_finding(section, shelf, events);
  add_populations(section, shelf);
  if (!statements.empty()) section.blocks.push_back(document::List{statements});
  add_timeline(section, shelf, events);
  add_undated(section, shelf, events);
  add_leaders(section, shelf);
  add_predecessors(section, shelf);
  return section;
}

}  // namespace comity::dossier
