#include "comity/dossier/detail/relations_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/existence.hpp"
#include "comity/dossier/detail/policy.hpp"

namespace comity::dossier {
namespace {

using facts::Event;

std::vector<facts::Provenance> same_statement(const Shelf& shelf, const Event& event) {
  std::vector<facts::Provenance> out;
  for (const Event& other : shelf.facts.events) {
    if (other.kind == event.kind && other.date == event.date && is_shown(shelf, other)) out.push_back(other.from_where);
  }
  return out;
}

std::string both(const Shelf& shelf) { return fmt::format("{} and {}", in_text(shelf.a()), in_text(shelf.b())); }

// An act that fell on one day of a span is not one that lasted: "at a date between 26 April 1979 and November 2025", not "from … to …".
std::string on_day_of(const EdtfDate& date) {
  const std::size_t cut = date.text.find('/');
  const auto from = cut == std::string::npos ? std::nullopt : try_parse_edtf(std::string_view(date.text).substr(0, cut));
  const auto to = cut == std::string::npos ? std::nullopt : try_parse_edtf(std::string_view(date.text).substr(cut + 1));
  if (!from || !to || !from->known() || !to->known() || to->to == last_day || from->from == first_day) return on_date(date);
  return fmt::format("at a date between {} and {} that no source read here gives", human_date(*from), human_date(*to));
}

bool has_ended(const Shelf& shelf) { return status_day(shelf) < edition_day(shelf.context); }

// " (as of November 2025)"
std::string as_of_words(const facts::Source& source) {
  const auto date = try_parse_edtf(source.as_of);
  return date && date->known() ? fmt::format(" (as of {})", human_date(*date)) : std::string();
}

// ", after they had been severed on 30 June 2022": the break that a resumption ended, where a source has it.
void say_break_before(Words& words, const Shelf& shelf, const RelationsState& state) {
  const auto is_break = [&](const Event* e) { return e->kind != "relations_resumed" && e->date.known() && e->date.from <= state.made_by->date.to; };
  const auto last = std::ranges::find_if(state.turns.rbegin(), state.turns.rend(), is_break);
  if (last == state.turns.rend()) return;
  words.text(fmt::format(", after they had been {} {}", (*last)->kind == "relations_severed" ? "severed" : "suspended", on_date((*last)->date)));
  words.cite(same_statement(shelf, **last));
}

// "It was Tanganyika then; …": where the day of an event is one on which everybody called the state otherwise.
void say_former_names(Words& words, const Shelf& shelf, const EdtfDate& date) {
  for (const StateId id : {shelf.facts.a, shelf.facts.b}) {
    for (const PolicyRow* row : policies_of(shelf, "former_names", id)) {
      const auto last = try_parse_edtf(row->detail);
      if (last && last->known() && date.to <= last->to && (!row->from_year || year_of(date.from) >= row->from_year)) words.text(" ").add(policy_sentence(shelf, *row));
    }
  }
}

void in_relations(Words& words, const Shelf& shelf, const RelationsState& state) {
  const Event& made = *state.made_by;
  const bool resumed = made.kind == "relations_resumed" || (state.established && state.established != state.made_by);
  if (!made.date.known()) {
    const facts::Source& source = shelf.source(made.from_where.source);
    words.text(fmt::format("{} had diplomatic relations according to {}{}", capitalised(both(shelf)), publisher_in_text(source), has_ended(shelf) ? "" : as_of_words(source)));
    words.cite(same_statement(shelf, made)).text("; the date at which they took them up is not given.");
    return;
  }
  if (!resumed && !state.interrupted && !has_ended(shelf) && state.breaks_covered_on(status_day(shelf))) {
    words.text(fmt::format("{} have had diplomatic relations since {}", capitalised(both(shelf)), human_date(made.date)));
    words.cite(same_statement(shelf, made)).text(".");
    return;
  }
  words.text(fmt::format("{} {} diplomatic relations {}", capitalised(both(shelf)), resumed ? "resumed" : "established", on_day_of(made.date)));
  words.cite(same_statement(shelf, made));
  if (resumed) say_break_before(words, shelf, state);
  if (resumed && state.established && state.established->date.known()) {
    words.text(fmt::format("; they had first been established {}", on_day_of(state.established->date)));
    words.cite(same_statement(shelf, *state.established));
  }
  if (state.interrupted) {
    words.text(fmt::format("; {} was not independent between {} and {}{}", in_text(shelf.state(state.interrupted->state)), human_date(state.interrupted->last_before),
                           human_date(state.interrupted->first_after), resumed ? "" : ", and no source read here dates relations after that"));
  }
  if (has_ended(shelf)) {
    words.text(state.breaks_covered_on(status_day(shelf)) ? "." : "; breaks after that are not covered by the sources read here.");
  } else if (state.breaks_covered_on(status_day(shelf))) {
    words.text("; no later break is recorded.");
  } else if (state.breaks_covered_to && made.date.to < *state.breaks_covered_to) {
    words.text(fmt::format("; no later break is recorded up to {}, and what came after is not covered.", human_date(*state.breaks_covered_to)));
  } else {
    words.text("; later breaks are not covered by the sources read here.");
  }
  if (!resumed) say_former_names(words, shelf, made.date);
}

void broken(Words& words, const Shelf& shelf, const RelationsState& state) {
  const Event& made = *state.made_by;
  const bool severed = state.status == RelationsStatus::severed;
  if (!made.date.known()) {
    const facts::Source& source = shelf.source(made.from_where.source);
    words.text(fmt::format("According to {}, {} are without diplomatic relations, severed or suspended at a date not given{}", publisher_in_text(source),
                           both(shelf), as_of_words(source)));
    words.cite(same_statement(shelf, made));
    if (state.established && state.established->date.known()) {
      words.text(fmt::format("; they had been established {}", on_day_of(state.established->date)));
      words.cite(same_statement(shelf, *state.established));
    }
    words.text(".");
    return;
  }
  words.text(fmt::format("Diplomatic relations between {} were {} {}", both(shelf), severed ? "severed" : "suspended", on_day_of(made.date)));
  if (made.actor) words.text(fmt::format(" by {}", in_text(shelf.state(made.actor))));
  words.cite(same_statement(shelf, made));
  if (state.established && state.established->date.known()) {
    words.text(fmt::format(", after they had been established {}", on_day_of(state.established->date)));
    words.cite(same_statement(shelf, *state.established));
  }
  const Event* agreed = resumption_agreed(shelf, state);
  if (!agreed) {
    words.text(". No source read here records that they were resumed.");
    return;
  }
  words.text(fmt::format(". {} the two agreed to resume them", capitalised(on_date(agreed->date)))).cite(*agreed).text("; no source read here records that this was done.");
}

void unclear(Words& words, const Shelf& shelf, const RelationsState& state) {
  if (state.embassy_after) {
    const Event& made = *state.made_by;
    words.text(fmt::format("Diplomatic relations between {} were {} {}", both(shelf),
                           made.kind == "relations_severed" ? "severed" : "suspended", on_day_of(made.date)));
    words.cite(same_statement(shelf, made));
    words.text(fmt::format("; an embassy is listed {} by {}", on_date(state.embassy_after->as_listed_on),
                           publisher_in_text(shelf.source(state.embassy_after->from_where.source))));
    words.cite(*state.embassy_after).text(", so they seem to have been resumed, at a date that no source read here gives.");
    if (state.established && state.established->date.known()) {
      words.text(fmt::format(" They had first been established {}", on_day_of(state.established->date)));
      words.cite(same_statement(shelf, *state.established)).text(".");
    }
    return;
  }
  if (state.listed_as_cut) {
    const facts::Source& source = shelf.source(state.listed_as_cut->from_where.source);
    if (state.made_by) {
      words.text(fmt::format("{} {} diplomatic relations {}", capitalised(both(shelf)),
                             state.made_by->kind == "relations_resumed" ? "resumed" : "established", on_day_of(state.made_by->date)));
      words.cite(same_statement(shelf, *state.made_by)).text("; yet ");
    }
    words.text(fmt::format("{} {}, {} are without relations{}", state.made_by ? "according to" : "According to", publisher_in_text(source),
                           state.made_by ? std::string("they") : both(shelf), as_of_words(source)));
    words.cite(*state.listed_as_cut).text(". Whether they have relations today is not known.");
    return;
  }
  // A list numbers the two among those in relations, after a break that nothing ends.
  const Event* guess = state.ambiguous && state.made_by && state.made_by->status == "disputed" ? state.made_by : nullptr;
  const auto broke = std::ranges::find_if(state.turns.rbegin(), state.turns.rend(), [](const Event* e) { return e->kind != "relations_resumed"; });
  if (guess && broke != state.turns.rend()) {
    const facts::Source& source = shelf.source(guess->from_where.source);
    words.text(fmt::format("Diplomatic relations between {} were {} {}", both(shelf), (*broke)->kind == "relations_severed" ? "severed" : "suspended", on_date((*broke)->date)));
    words.cite(same_statement(shelf, **broke)).text(fmt::format("; {} number the two among those in relations all the same{}", publisher_in_text(source), as_of_words(source)));
    words.cite(same_statement(shelf, *guess)).text(". Whether they have been resumed is not known.");
    return;
  }
  if (state.ambiguous) {
    words.text(fmt::format("Whether {} have diplomatic relations cannot be told from the dates at hand: events that make and break "
                           "relations may fall on the same day.", both(shelf)));
    if (state.made_by) words.cite(same_statement(shelf, *state.made_by));
    return;
  }
  words.text(fmt::format("No source read here dates diplomatic relations between {}; that does not mean that there are none.", both(shelf)));
}

}  // namespace

std::string end_words(const Shelf& shelf) {
  return has_ended(shelf) ? fmt::format("{} existed until {}.", ended_words(shelf), human_date(status_day(shelf))) : std::string();
}

Day status_day(const Shelf& shelf) {
  const Day edition = edition_day(shelf.context);
  const auto both_exist = common_span(shelf.a(), shelf.b());
  return both_exist ? std::min(edition, both_exist->to) : edition;
}

RelationsState status_of(const Shelf& shelf) {
  RelationsState out = relations_status(shelf.facts.events, shelf.context, shelf.facts.a, shelf.facts.b, status_day(shelf));
  weigh_missions(out, shelf.facts.missions, shelf.context);
  return out;
}

document::Inlines status_sentence(const Shelf& shelf, const RelationsState& state) {
  Words words(shelf);
  switch (state.status) {
    case RelationsStatus::in_relations: in_relations(words, shelf, state); break;
    case RelationsStatus::severed:
    case RelationsStatus::suspended: broken(words, shelf, state); break;
    case RelationsStatus::never_established: {
      const Event& said = *state.made_by;
      // A source that says "none" speaks of its day; that there were none before is only what no source dates.
      words.text(fmt::format("According to {}, {} had no diplomatic relations", publisher_in_text(shelf.source(said.from_where.source)), both(shelf)));
      if (said.date.known() && said.date.to != last_day) words.text(fmt::format(" (as of {})", human_date(said.date.to)));
      words.cite(said).text("; no source read here dates any before that.");
      break;
    }
    case RelationsStatus::unknown: unclear(words, shelf, state); break;
  }
  if (has_ended(shelf)) words.text(" ").text(end_words(shelf));
  return words.done();
}

const Event* resumption_agreed(const Shelf& shelf, const RelationsState& state) {
  if (!state.made_by || !state.made_by->date.known()) return nullptr;
  const auto it = std::ranges::find_if(shelf.facts.events, [&](const Event& e) {
    return e.kind == "relations_resumption_agreed" && e.date.known() && e.date.from > state.made_by->date.to && is_shown(shelf, e);
  });
  return it == shelf.facts.events.end() ? nullptr : &*it;
}

namespace {

// Three years after the day under which a page numbers the two, another of its days is that of a resumption, of a treaty or a slip of the pen.
bool is_much_later(const Event& e, const Event& start) {
  return e.status == "disputed" && start.date.known() && e.date.from > start.date.to + std::chrono::days{3 * 366};
}

std::vector<MergedEvent> days_beside(const Shelf& shelf, const RelationsState& state, bool much_later) {
  if (!state.established) return {};
  std::vector<MergedEvent> out = merge_events(shelf, [](const Event& e) { return e.kind == "relations_established"; });
  std::erase_if(out, [&](const MergedEvent& merged) {
    const Event& e = *merged.event;
    if (!e.date.known() || is_of_predecessor(e, shelf.context)) return true;
    const Event* start = state.start_beside(e);
    return !start || e.date.overlaps(start->date) || is_much_later(e, *start) != much_later;
  });
  return out;
}

}  // namespace

std::vector<MergedEvent> other_starts(const Shelf& shelf, const RelationsState& state) { return days_beside(shelf, state, false); }

std::vector<MergedEvent> later_days(const Shelf& shelf, const RelationsState& state) { return days_beside(shelf, state, true); }

std::vector<MergedEvent> recognitions(const Shelf& shelf) {
  std::vector<MergedEvent> out = merge_events(shelf, [&](const Event& e) { return e.kind == "recognition" && !is_of_predecessor(e, shelf.context); });
  // "Recognised each other in 1850" says that the one recognised the other in 1850.
  std::vector<EdtfDate> mutual;
  for (const MergedEvent& one : out) {
    if (!one.event->actor && one.event->date.known()) mutual.push_back(one.event->date);
  }
  std::erase_if(out, [&](const MergedEvent& one) {
    return one.event->actor && one.event->date.known() && std::ranges::any_of(mutual, [&](const EdtfDate& date) { return date.overlaps(one.event->date); });
  });
  return out;
}

void add_recognition(Words& words, const Shelf& shelf, const MergedEvent& merged) {
  const Event& e = *merged.event;
  if (!e.actor) {
    words.text(fmt::format("{} recognised each other {}", capitalised(both(shelf)), on_date(e.date)));
  } else {
    const StateId other = e.actor == e.a ? e.b : e.a;
    words.text(fmt::format("{} recognised {} {}", capitalised(in_text(shelf.state(e.actor))), in_text(shelf.state(other)), on_date(e.date)));
  }
  words.cite(merged.from()).text(".");
}

void say_predecessors_date(Words& words, const Shelf& shelf) {
  for (const MergedEvent& merged : merge_events(shelf, [](const Event& e) { return e.kind == "relations_established"; })) {
    const Event& e = *merged.event;
    if (!e.date.known() || !is_of_predecessor(e, shelf.context)) continue;
    // Iraq had no state before it: the day is that of its own government, under mandate.
    if (const StateId young = not_yet_independent(e, shelf.context)) {
      words.text(fmt::format("{} is given for the beginning of relations, before {} was independent ({}); none after that is recorded", capitalised(human_date(e.date)),
                             in_text(shelf.state(young)), human_date(shelf.state(young).spans.front().from)));
    } else {
      words.text(fmt::format("{} is given for the beginning of relations, which is a predecessor’s date; none of these two is recorded", capitalised(human_date(e.date))));
    }
    words.cite(merged.from());
    return;
  }
}

namespace {

// The register's notes have ISO dates; a sentence has "17 February 2008".
std::string with_dates_in_words(std::string text) {
  constexpr std::size_t length = 10;
  for (std::size_t at = 0; at + length <= text.size(); ++at) {
    const std::string_view piece = std::string_view(text).substr(at, length);
    const bool digits = std::ranges::all_of(piece, [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
    const auto date = digits && piece[4] == '-' && piece[7] == '-' ? try_parse_edtf(piece) : std::nullopt;
    if (date && date->known()) text.replace(at, length, human_date(*date));
  }
  return text;
}

}  // namespace

std::vector<std::string> standing_notes(const Shelf& shelf) {
  std::vector<std::string> out;
  for (const world::State* state : {&shelf.a(), &shelf.b()}) {
    if ((state->kind != "disputed" && state->kind != "territory") || state->note.empty()) continue;
    // The first sentence: what follows is about codes.
    const std::string first = state->note.substr(0, state->note.find(". "));
    out.push_back(fmt::format("{} – {}{}", state->name, with_dates_in_words(first), first.ends_with('.') ? "" : "."));
  }
  return out;
}

bool is_territory_pair(const Shelf& shelf) { return is_territory(shelf, shelf.facts.a) || is_territory(shelf, shelf.facts.b); }

std::string whom_to_ask(const Shelf& shelf) {
  std::vector<std::string> living, ended;
  for (const world::State* state : {&shelf.a(), &shelf.b()}) (state->exists_on(edition_day(shelf.context)) ? living : ended).push_back(in_text(*state));
  if (ended.empty()) return fmt::format("the foreign ministries of {}", join_words(living));
  const std::string archives = fmt::format("the archives of {}", join_words(ended));
  return living.empty() ? archives : fmt::format("the foreign ministry of {} and {}", living.front(), archives);
}

document::Gap no_relations_gap(const Shelf& shelf) {
  if (is_territory_pair(shelf)) {
    return gap("diplomatic relations (a territory keeps none of its own; what its state agreed may hold for it)", covering_words(shelf, "relations"),
               "the foreign ministry of the state that it belongs to");
  }
  return gap("diplomatic relations (a date, a break, a recognition: that none is recorded does not mean that there are none)",
             covering_words(shelf, "relations"),
             whom_to_ask(shelf));
}

}  // namespace comity::dossier
