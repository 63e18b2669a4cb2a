#include "comity/dossier/detail/relations_status.hpp"

#include <algorithm>
#include <tuple>

#include "comity/dossier/detail/existence.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Event;

std::optional<RelationsStatus> effect_of(std::string_view kind) {
  if (kind == "relations_established" || kind == "relations_resumed") return RelationsStatus::in_relations;
  if (kind == "relations_severed") return RelationsStatus::severed;
  if (kind == "relations_suspended") return RelationsStatus::suspended;
  return std::nullopt;
}

bool is_break(const Event& event) { return event.kind == "relations_severed" || event.kind == "relations_suspended"; }

int class_rank(const facts::Context& context, const Event& event) {
  if (event.from_where.source.value >= context.sources.size()) return 9;
  const std::string_view name = context.sources[event.from_where.source.value].independence;
  if (name == "depositary") return 1;
  if (name.starts_with("official")) return 2;
  if (name.starts_with("statistical_office")) return 3;
  if (name == "scholarly") return 4;
  if (name == "press") return 5;
  return name == "crowd" ? 6 : 9;
}

// Best first: asserted, exact, well placed to know, early.
auto merit(const facts::Context& context, const Event& event) {
  return std::tuple(event.status == "disputed", !event.date.known(), event.date.to - event.date.from, class_rank(context, event),
                    event.date.from);
}

const Event* best(const facts::Context& context, const std::vector<const Event*>& events) {
  const auto it = std::ranges::min_element(events, {}, [&](const Event* e) { return merit(context, *e); });
  return it == events.end() ? nullptr : *it;
}

// One of each kind and overlapping date: the best of those that say the same.
std::vector<const Event*> distinct_turns(const facts::Context& context, const std::vector<const Event*>& events) {
  std::vector<const Event*> out;
  for (const Event* event : events) {
    if (!is_break(*event) && event->kind != "relations_resumed") continue;
    const auto same = std::ranges::find_if(out, [&](const Event* other) { return other->kind == event->kind && other->date.overlaps(event->date); });
    if (same == out.end()) {
      out.push_back(event);
    } else if (merit(context, *event) < merit(context, **same)) {
      *same = event;
    }
  }
  return out;
}

bool covers(const facts::Context& context, const facts::Coverage& row, StateId a, StateId b) {
  if (row.reporters.empty() || row.reporters == "all") return true;
  const std::string list = "|" + row.reporters + "|";
  const auto named = [&](StateId id) { return list.find("|" + context.states->state(id).key + "|") != std::string::npos; };
  return named(a) || named(b);
}

std::optional<Day> breaks_covered_to(const facts::Context& context, StateId a, StateId b) {
  std::optional<Day> out;
  for (const auto& row : context.coverage) {
    if (!row.covers_breaks || !covers(context, row, a, b)) continue;
    std::optional<Day> to;
    const auto as_of = try_parse_edtf(context.sources[row.source.value].as_of);
    if (as_of && as_of->known() && as_of->to != last_day) to = as_of->to;
    if (row.to_year) to = to ? std::min(*to, make_day(row.to_year, 12, 31)) : make_day(row.to_year, 12, 31);
    if (to && (!out || *to > *out)) out = to;
  }
  return out;
}

// The day a list speaks of: its source's.
Day day_of_list(const facts::Context& context, const Event& event) {
  const auto as_of = try_parse_edtf(context.sources[event.from_where.source.value].as_of);
  return as_of && as_of->known() ? as_of->to : last_day;
}

std::optional<Interruption> last_interruption(const facts::Context& context, StateId a, StateId b, Day on) {
  std::optional<Interruption> out;
  for (const StateId id : {a, b}) {
    const world::State* state = context.states->try_state(id);
    for (std::size_t i = 1; state && i < state->spans.size(); ++i) {
      const Interruption gap{id, state->spans[i - 1].to, state->spans[i].from};
      if (gap.first_after - gap.last_before > std::chrono::days(366) && gap.first_after <= on && (!out || out->first_after < gap.first_after)) out = gap;
    }
  }
  return out;
}

// As at a beginning: relations taken up in the weeks before independence are the new state's own.
bool is_after(const Interruption& gap, const Event& event) { return event.date.from >= gap.first_after - std::chrono::days(60); }

// Relations that were taken up before and after such years were taken up twice.
void weigh_interruption(RelationsState& state, const facts::Context& context, const std::vector<const Event*>& starts, StateId a, StateId b, Day on) {
  if (state.status != RelationsStatus::in_relations || !state.made_by->date.known()) return;
  const auto gap = last_interruption(context, a, b, on);
  if (!gap) return;
  std::vector<const Event*> before, after;
  for (const Event* event : starts) {
    if (is_after(*gap, *event)) after.push_back(event);
    else if (event->date.to <= gap->first_after) before.push_back(event);
  }
  if (before.empty()) return;
  state.interrupted = gap;
  state.established = best(context, before);
  state.made_by = after.empty() ? state.established : best(context, after);
}

void weigh_list(RelationsState& state, const facts::Context& context, const std::vector<const Event*>& undated_breaks, bool had_break) {
  if (undated_breaks.empty()) return;
  const Event* list = undated_breaks.front();
  if (state.status == RelationsStatus::in_relations) {
    if (state.made_by->date.known() && state.made_by->date.from > day_of_list(context, *list)) return;
    state.listed_as_cut = list;
    const bool resumed = had_break || state.made_by->kind == "relations_resumed";
    if (resumed) {
      state.ambiguous = true;
    } else {
      state.status = *effect_of(list->kind);
      state.made_by = list;
    }
  } else {
    state.listed_as_cut = list;
  }
}

// A list that numbers the two among those in relations says nothing of when a break ended: against a break that another voice names it
// does not count.
void drop_guessed_resumptions(std::vector<const Event*>& events, const facts::Context& context) {
  const auto voice = [&](const Event& e) { return std::string_view(context.sources[e.from_where.source.value].independence); };
  const std::vector<const Event*> all = events;
  std::erase_if(events, [&](const Event* guess) {
    if (guess->kind != "relations_resumed" || guess->status != "disputed") return false;
    return std::ranges::any_of(all, [&](const Event* other) {
      return is_break(*other) && other->date.to >= guess->date.from && other->date.from <= guess->date.to && voice(*other) != voice(*guess);
    });
  });
}

// Of several days of a beginning, one that lies in the years before another voice's recognition is the weaker: whoever takes up relations
// recognises. A recognition of much later was of a new government.
void drop_before_recognition(std::vector<const Event*>& dated, std::span<const Event> events, const facts::Context& context) {
  const auto voice = [&](const Event& e) { return std::string_view(context.sources[e.from_where.source.value].independence); };
  const auto too_early = [&](const Event* start) {
    return start->kind == "relations_established" && std::ranges::any_of(events, [&](const Event& e) {
      return e.kind == "recognition" && e.date.known() && e.status != "planned" && !is_of_predecessor(e, context) && start->date.to < e.date.from &&
             e.date.from - start->date.to < std::chrono::days{5 * 366} && voice(e) != voice(*start);
    });
  };
  const bool another = std::ranges::any_of(dated, [&](const Event* e) { return e->kind == "relations_established" && !too_early(e); });
  if (another) std::erase_if(dated, too_early);
}

}  // namespace

bool is_of_predecessor(const Event& event, const facts::Context& context) {
  if (event.detail.find("predecessor") != facts::Text::npos) return true;
  if (!event.date.known() || !event.a || !event.b) return false;
  for (const StateId id : {event.a, event.b}) {
    const world::State* state = context.states->try_state(id);
    // Relations taken up in the weeks before independence are the new state's own (Eritrea, two days).
    if (state && !state->spans.empty() && event.date.to < state->spans.front().from - std::chrono::days(60)) return true;
  }
  return false;
}

StateId not_yet_independent(const Event& event, const facts::Context& context) {
  if (!event.date.known() || event.detail.find("predecessor") != facts::Text::npos) return {};
  for (const StateId id : {event.a, event.b}) {
    const world::State* state = id ? context.states->try_state(id) : nullptr;
    if (!state || state->spans.empty() || event.date.to >= state->spans.front().from) continue;
    if (!had_predecessor(*context.states, id)) return id;
  }
  return {};
}

bool RelationsState::is_anew(const Event& establishment) const {
  if (interrupted && is_after(*interrupted, establishment)) return true;
  return std::ranges::any_of(turns, [&](const Event* t) { return is_break(*t) && t->date.to < establishment.date.from; });
}

const Event* RelationsState::start_beside(const Event& establishment) const {
  if (interrupted && is_after(*interrupted, establishment)) return made_by;
  return is_anew(establishment) ? nullptr : established;
}

bool is_relations_event(std::string_view kind) { return kind.starts_with("relations_") || kind == "no_relations"; }

std::string_view id_of(RelationsStatus status) {
  switch (status) {
    case RelationsStatus::in_relations: return "in_relations";
    case RelationsStatus::severed: return "severed";
    case RelationsStatus::suspended: return "suspended";
    case RelationsStatus::never_established: return "never_established";
    case RelationsStatus::unknown: break;
  }
  return "unknown";
}

void weigh_missions(RelationsState& state, std::span<const facts::Mission> missions, const facts::Context& context) {
  const bool cut = state.status == RelationsStatus::severed || state.status == RelationsStatus::suspended;
  if (!cut || !state.made_by->date.known() || state.listed_as_cut) return;
  // An interests section is the sign that there are no relations.
  if (std::ranges::any_of(missions, [](const facts::Mission& m) { return m.kind == "interests_section"; })) return;
  for (const facts::Mission& m : missions) {
    // An embassy in no town is an entry that nobody filled in, and no sign of anything.
    if (!m.resident || !is_embassy_class(m.kind) || !m.as_listed_on.known() || m.closed.known() || m.city.empty()) continue;
    if (m.from_where.source && is_fixture(context.sources[m.from_where.source.value])) continue;
    if (years_between(state.made_by->date.to, m.as_listed_on.from) < 5) continue;
    if (!state.embassy_after || m.as_listed_on.to > state.embassy_after->as_listed_on.to) state.embassy_after = &m;
  }
  if (state.embassy_after) state.status = RelationsStatus::unknown;
}

RelationsState relations_status(std::span<const Event> events, const facts::Context& context, StateId a, StateId b, Day on) {
  RelationsState out;
  out.breaks_covered_to = breaks_covered_to(context, a, b);
  std::vector<const Event*> dated, undated_starts;
  const Event* none = nullptr;  // a source says that there are no relations
  std::vector<const Event*> undated_breaks;
  for (const Event& event : events) {
    if (event.status == "planned" || (event.from_where.source && is_fixture(context.sources[event.from_where.source.value]))) continue;
    if (is_of_predecessor(event, context)) continue;
    if (event.kind == "no_relations" && (!event.date.known() || event.date.from <= on)) none = &event;
    if (!effect_of(event.kind)) continue;
    if (!event.date.known()) {
      (is_break(event) ? undated_breaks : undated_starts).push_back(&event);
    } else if (event.date.from <= on) {
      dated.push_back(&event);
    }
  }
  drop_guessed_resumptions(dated, context);
  drop_before_recognition(dated, events, context);
  std::ranges::stable_sort(dated, {}, [](const Event* e) { return std::pair(e->date.from, e->date.to); });
  out.turns = distinct_turns(context, dated);

  // The events since the last break, or from the beginning.
  const auto last_break = std::ranges::find_if(dated.rbegin(), dated.rend(), [](const Event* e) { return is_break(*e); });
  const std::vector<const Event*> after(last_break.base(), dated.end());
  const std::vector<const Event*> before(dated.begin(), last_break.base());
  std::vector<const Event*> starts;
  for (const Event* event : before.empty() ? after : before) {
    if (event->kind == "relations_established") starts.push_back(event);
  }
  if (starts.empty()) starts = undated_starts;
  out.established = best(context, starts);

  if (!after.empty()) {
    std::vector<const Event*> makers = after;
    // A resumption settles it; a bare date of establishment after a break does so too.
    const auto is_resumption = [](const Event* e) { return e->kind == "relations_resumed"; };
    if (std::ranges::any_of(after, is_resumption)) std::erase_if(makers, [&](const Event* e) { return !is_resumption(e); });
    out.made_by = best(context, makers);
    out.status = RelationsStatus::in_relations;
    if (last_break != dated.rend()) {
      const Event& broke = **last_break;
      out.ambiguous = std::ranges::all_of(after, [&](const Event* e) { return e->date.overlaps(broke.date); });
    } else if (out.established && out.established->date.overlaps(out.made_by->date)) {
      // "Resumed in 1995", where the other list has them established on 11 July 1995: one day, of two that had none before.
      out.made_by = out.established;
    } else if (out.made_by->kind != "relations_resumed") {
      out.established = out.made_by;  // a resumption follows a break, though no source dates it: it is no beginning
    }
  } else if (last_break != dated.rend()) {
    std::vector<const Event*> same;
    for (const Event* event : dated) {
      if (is_break(*event) && event->date.overlaps((*last_break)->date)) same.push_back(event);
    }
    out.made_by = best(context, same);
    out.status = *effect_of(out.made_by->kind);
    // A start that may mean a day after the break leaves the order open: "1991" and "1991-05-02".
    out.ambiguous = std::ranges::any_of(before, [&](const Event* e) {
      return !is_break(*e) && e != out.established && e->date.overlaps(out.made_by->date);
    });
  } else if (!undated_starts.empty()) {
    out.status = RelationsStatus::in_relations;
    out.made_by = out.established;
  } else if (none) {
    out.status = RelationsStatus::never_established;
    out.made_by = none;
  }
  if (last_break == dated.rend()) weigh_interruption(out, context, after, a, b, on);
  weigh_list(out, context, undated_breaks, last_break != dated.rend());
  if (out.ambiguous) out.status = RelationsStatus::unknown;
  return out;
}

}  // namespace comity::dossier
