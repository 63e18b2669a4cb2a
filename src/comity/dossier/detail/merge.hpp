// Facts that say the same thing, put together: one event told by five pages is one event with five marks, one trip
// told with a day and again with a year alone is one trip (rules.md 4 and 8).
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

struct MergedEvent {
  const facts::Event* event = nullptr;        // the most exact of those that were merged
  std::vector<const facts::Event*> all;
  std::set<std::string> voices;               // independent classes behind it
  std::vector<facts::Provenance> from() const;
};

// Events of one kind, actor and the very same date are one. Keeps the order of dates; undated ones come last.
std::vector<MergedEvent> merge_events(const Shelf& shelf, const std::function<bool(const facts::Event&)>& wanted);

struct Trip {
  const facts::Event* event = nullptr;        // the most exact
  std::vector<const facts::Event*> all;       // visits that are this trip
  std::vector<const facts::Event*> along;     // ceremonies and meetings of the same person in that time
  StateId visitor, host;                      // host: the state of that day
  std::vector<facts::Provenance> from() const;
};

// Of wars that one list has by name and another without ("War over territory"), the nameless row becomes a further source of the named
// ones on whose days it lies: one war is told once.
void fold_wars(std::vector<MergedEvent>& events);

struct Trips {
  std::vector<Trip> trips;                    // oldest first
  // Told without enough of a date to say which of several trips is meant: not counted again.
  std::vector<const facts::Event*> unplaced;
};

// Visits of one person from one state to the other whose dates may mean a common day are one trip.
Trips count_trips(const Shelf& shelf);

// The events of a pair that are shown at all: not from fixtures, not planned.
bool is_shown(const Shelf& shelf, const facts::Event& event);

}  // namespace comity::dossier
