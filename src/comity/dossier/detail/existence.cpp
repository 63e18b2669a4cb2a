#include "comity/dossier/detail/existence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

struct Kin {
  StateId other;
  bool earlier = false;  // predecessor
  std::optional<Day> day;
  bool left = false;     // a part that went its own way while the rest remained
};

bool lives_after(const world::State& state, Day day) { return !state.spans.empty() && state.spans.back().to > day + std::chrono::days{1}; }

// Whether a line of the register is no descent: an occupied state is no part of the story of who occupied it, what was joined to another and
// came apart again (Syria, 1958 to 1961) is its own heir, and what some recognised inside a state was never that state's beginning.
bool is_no_descent(const world::Register& states, const world::Lineage& line) {
  if (line.kind == "occupation") return true;
  const auto came_back = [&](const world::Lineage& other) { return other.kind == "merger" && other.predecessor == line.successor && other.successor == line.predecessor; };
  if (line.kind == "secession" && std::ranges::any_of(states.lineage(), came_back)) return true;
  if (line.kind != "merger" || !line.day) return false;
  const world::State* merged = states.try_state(line.predecessor);
  return merged && (merged->kind == "disputed" || lives_after(*merged, *line.day));
}

// The day that parts predecessor and successor: where years lie between (the Regency of Algiers and Algeria), the predecessor's end.
std::optional<Day> parted_on(const world::Register& states, const world::Lineage& line) {
  const world::State* before = states.try_state(line.predecessor);
  if (!line.day || !before || before->spans.empty() || *line.day - before->spans.back().to < std::chrono::days{366}) return line.day;
  return before->spans.back().to + std::chrono::days{1};
}

// Direct predecessors and successors, nearest first.
std::vector<Kin> kin_of(const world::Register& states, StateId state) {
  std::vector<Kin> out;
  for (const auto& line : states.lineage()) {
    if (is_no_descent(states, line)) continue;
    const bool left = line.kind == "secession";
    if (line.successor == state) out.push_back({line.predecessor, true, parted_on(states, line), left});
    if (line.predecessor == state) out.push_back({line.successor, false, line.day, left});
  }
  return out;
}

// Whether the one is the other, or what continued it (Serbia and the State Union).
bool is_or_continues(const world::Register& states, StateId one, StateId earlier) {
  return one == earlier || std::ranges::any_of(states.lineage(), [&](const auto& line) { return line.kind == "continuation" && line.predecessor == earlier && line.successor == one; });
}

// Whether one of the two was still part of the other on the day (Belarus of the Soviet Union): no pair of states, though the register has days of both.
bool was_part_until(const world::Register& states, StateId a, StateId b, Day day) {
  return std::ranges::any_of(states.lineage(), [&](const auto& line) {
    if (!line.day || *line.day < day || line.kind == "merger" || line.kind == "occupation") return false;  // that joined it, and was no part before
    return (is_or_continues(states, line.predecessor, a) && line.successor == b) || (is_or_continues(states, line.predecessor, b) && line.successor == a);
  });
}

std::string pair_words(const Shelf& shelf, StateId a, StateId b) {
  const auto& x = shelf.state(a);
  const auto& y = shelf.state(b);
  return fmt::format("{} and {} ({} {})", in_text(x), in_text(y), x.key, y.key);
}

document::Section titled(std::string id, std::string title) {
  document::Section section;
  section.id = std::move(id);
  section.title = std::move(title);
  return section;
}

}  // namespace

std::optional<world::DaySpan> common_span(const world::State& a, const world::State& b) {
  std::optional<world::DaySpan> out;
  for (const auto& x : a.spans) {
    for (const auto& y : b.spans) {
      if (!x.overlaps(y)) continue;
      const world::DaySpan both{std::max(x.from, y.from), std::min(x.to, y.to)};
      out = out ? world::DaySpan{std::min(out->from, both.from), std::max(out->to, both.to)} : both;
    }
  }
  return out;
}

bool coexisted(const world::State& a, const world::State& b) {
  return a.spans.empty() || b.spans.empty() || common_span(a, b).has_value();
}

bool had_predecessor(const world::Register& states, StateId id) {
  const world::State* state = states.try_state(id);
  if (!state || state->spans.empty()) return false;
  const Day begun = state->spans.front().from + std::chrono::days{366};
  return std::ranges::any_of(states.lineage(), [&](const auto& line) { return line.successor == id && (!line.day || *line.day <= begun); });
}

std::string life_words(const world::State& state) {
  std::vector<std::string> parts;
  for (const auto& span : state.spans) {
    if (span.from == first_day && span.to == last_day) return "has existed as long as the register reaches";
    if (span.from == first_day) {
      parts.push_back("until " + human_date(span.to));
    } else if (span.to == last_day) {
      parts.push_back("since " + human_date(span.from));
    } else {
      parts.push_back(fmt::format("from {} to {}", human_date(span.from), human_date(span.to)));
    }
  }
  return parts.empty() ? "on days that the register does not know" : join_words(parts);
}

std::string ended_words(const Shelf& shelf) {
  std::vector<std::string> out;
  const auto both = common_span(shelf.a(), shelf.b());
  for (const world::State* state : {&shelf.a(), &shelf.b()}) {
    if (both && !state->spans.empty() && state->spans.back().to == both->to) out.push_back(in_text(*state));
  }
  return capitalised(join_words(out));
}

bool is_territory(const Shelf& shelf, StateId id) {
  const world::State& state = shelf.state(id);
  // What ended was a state where a list of the system of states has it; the Netherlands Antilles stand in none.
  return state.kind == "territory" || (state.kind == "former" && shelf.context.states->code("gw", id).empty());
}

document::Section same_state_section(const Shelf& shelf) {
  document::Section section = titled("same_state", "One state");
  section.blocks.push_back(Words(shelf)
                               .text(fmt::format("Both names mean one and the same state here, {} ({}), so nothing lies between them. ",
                                                 in_text(shelf.a()), shelf.a().key))
                               .text("A dossier needs two states.")
                               .paragraph());
  document::List list;
  for (const Kin& kin : kin_of(*shelf.context.states, shelf.facts.a)) {
    std::string line = fmt::format("{}: {} ({})", kin.earlier ? "Predecessor in the register" : "Successor in the register",
                                   in_text(shelf.state(kin.other)), shelf.state(kin.other).key);
    if (kin.day) line += fmt::format(", {}", human_date(*kin.day));
    list.items.push_back(plain(line));
  }
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
  return section;
}

document::Section never_together_section(const Shelf& shelf) {
  document::Section section = titled("never_together", "They did not exist at the same time");
  const bool a_first = shelf.a().spans.back().to < shelf.b().spans.front().from;
  const auto& earlier = a_first ? shelf.a() : shelf.b();
  const auto& later = a_first ? shelf.b() : shelf.a();
  section.blocks.push_back(Words(shelf)
                               .text(fmt::format("{} and {} did not exist at the same time, so there were no relations between them. ",
                                                 capitalised(in_text(shelf.a())), in_text(shelf.b())))
                               .text(fmt::format("{} ended {}; {} began {}.", capitalised(in_text(earlier)),
                                                 on_date(earlier.spans.back().to), in_text(later), on_date(later.spans.front().from)))
                               .paragraph());
  document::List list;
  list.items = related_pairs(shelf);
  if (!list.items.empty()) {
    section.blocks.push_back(Words(shelf).text("These pairs may hold what is looked for:").paragraph());
    section.blocks.push_back(std::move(list));
  }
  return section;
}

std::vector<document::Inlines> related_pairs(const Shelf& shelf) {
  std::vector<document::Inlines> out;
  std::set<std::pair<StateId, StateId>> seen;
  const auto own = common_span(shelf.a(), shelf.b());
  const auto add = [&](StateId a, StateId b, const Kin& kin) {
    const auto [other, earlier, day, left] = kin;
    if (a == b || !shelf.context.states->try_state(a) || !shelf.context.states->try_state(b)) return;
    if (!coexisted(shelf.state(a), shelf.state(b))) return;
    // "Before D" needs two states before D, "After D" two after it; and what left one of the two before there was a pair at all
    // (Greece the Ottoman Empire, of Turkey and Iraq) is no part of its story.
    // Of a territory there are statistics alone, and none reach back before the war: not "Bermuda and the Two Sicilies, before 1861".
    const auto has_no_beginning = [&](StateId id) { return is_territory(shelf, id) || (shelf.state(id).kind == "disputed" && !shelf.state(id).spans.empty() && shelf.state(id).spans.front().from == first_day); };
    if (day && *day < make_day(1945, 1, 1) && (has_no_beginning(a) || has_no_beginning(b))) return;
    const auto both = common_span(shelf.state(a), shelf.state(b));
    if (day && both && (earlier ? both->from >= *day : both->to <= *day)) return;
    // What left one of the two that lives on (Ireland the United Kingdom) is another story; and weeks beside a predecessor are none.
    if (left && (!earlier || (day && both && *day - both->from < std::chrono::days(366)))) return;
    if (day && earlier && was_part_until(*shelf.context.states, a, b, *day)) return;
    if (day && own && !earlier && *day < own->from) return;
    if (!seen.emplace(a, b).second) return;
    std::string when = earlier ? "Before" : "After";
    // "After 1918: Austria and Nauru" began with Nauru, in 1968.
    if (day && !earlier && both && both->from > *day + std::chrono::days(366)) {
      out.push_back(plain(fmt::format("From {}: {}", human_date(both->from), pair_words(shelf, a, b))));
      return;
    }
    when = day ? fmt::format("{} {}", when, human_date(*day)) : earlier ? "Earlier" : "Later";
    out.push_back(plain(fmt::format("{}: {}", when, pair_words(shelf, a, b))));
  };
  const auto& states = *shelf.context.states;
  for (const Kin& kin : kin_of(states, shelf.facts.a)) add(kin.other, shelf.facts.b, kin);
  for (const Kin& kin : kin_of(states, shelf.facts.b)) add(shelf.facts.a, kin.other, kin);
  return out;
}

}  // namespace comity::dossier
