// The status of diplomatic relations at a date, from dated events alone (rules.md 2). Recognition makes no relations, a
// list of embassies makes none either, and no record is "unknown", never "none". Pure: no store, no words.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "comity/facts/pair_facts.hpp"

namespace comity::dossier {

enum class RelationsStatus : std::uint8_t { in_relations, severed, suspended, never_established, unknown };

// Years in which one of the two was no state (Estonia, 1940 to 1991): relations of before neither held through them nor were cut.
struct Interruption {
  StateId state;
  Day last_before, first_after;
};

struct RelationsState {
  RelationsStatus status = RelationsStatus::unknown;
  // The event that made the status: of several that say the same, the best sourced and most exact. Null: none.
  const facts::Event* made_by = nullptr;
  // The establishment before the breaks (same as made_by for a pair that never broke). Null: not known.
  const facts::Event* established = nullptr;
  // A dated list that names an embassy years after the break: somebody resumed relations and no source says when.
  const facts::Mission* embassy_after = nullptr;
  // Breaks and resumptions on or before the day, one of each kind and date, oldest first.
  std::vector<const facts::Event*> turns;
  // True when contrary events may mean the same day, so that the order, and with it the status, is not known.
  bool ambiguous = false;
  // A list that has the two among those without relations, without a day. It speaks for the list's own day: an event
  // dated later overrides it, an older resumption leaves the status unknown. Null: none.
  const facts::Event* listed_as_cut = nullptr;
  // Last day up to which some source that would list severances covers the two; nullopt when none does.
  std::optional<Day> breaks_covered_to;

  // The last one after the first establishment and before the day, of more than a year; nullopt when there is none.
  std::optional<Interruption> interrupted;

  // "Since D" may be said: breaks are covered up to the day asked for.
  bool breaks_covered_on(Day day) const { return breaks_covered_to && *breaks_covered_to >= day; }
  // An establishment after a break or after years without independence: no other date of the first one.
  bool is_anew(const facts::Event& establishment) const;
  // The establishment that a date is another date of: the first one, or the one after those years. Null: none.
  const facts::Event* start_beside(const facts::Event& establishment) const;
};

// `events` are those of one pair, in any order. Undated establishments count as before all breaks. What a predecessor did
// is left out (rules.md 6).
RelationsState relations_status(std::span<const facts::Event> events, const facts::Context& context, StateId a, StateId b, Day on);

// A break five years or more older than a list that names a resident embassy leaves the status unknown; a list of soon
// after the break is only a list that is out of date (rules.md 3).
void weigh_missions(RelationsState& state, std::span<const facts::Mission> missions, const facts::Context& context);

std::string_view id_of(RelationsStatus status);  // "in_relations"
bool is_relations_event(std::string_view kind);  // recognition is not one
// Dated before one of the two existed, or marked by its source as a predecessor's.
bool is_of_predecessor(const facts::Event& event, const facts::Context& context);
// Of such a date, which of the two was not yet a state and had none before it that it succeeded (Iraq in 1929): then the date is nobody else's. None else.
StateId not_yet_independent(const facts::Event& event, const facts::Context& context);

}  // namespace comity::dossier
