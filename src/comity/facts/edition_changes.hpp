// What an edition says otherwise than the one that it replaced: counts by source and reason, and some of the facts in full.
// Only values; made and read by sources/change_file.hpp, drawn by pages, listed by the server.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "comity/base/ids.hpp"

namespace comity::facts {

// The two editions that were compared. Names are the beginnings of their hashes, as dossiers name an edition; dates are the days up to
// which each holds facts, ISO 8601.
struct ComparedEditions {
  std::string before, before_date, after, after_date;
};

// Facts of one source that differ for one reason. `reason`: new_source, source_gone, revision, new_rule, derived (sources/edition_diff.hpp).
struct ChangeCount {
  std::string source, reason;
  std::uint64_t added = 0, gone = 0, changed = 0;
  std::uint64_t all() const { return added + gone + changed; }
};

// One fact that differs. `b` is unset where the fact is of one state alone.
struct ChangedFact {
  StateId a, b;
  std::string source, reason;
  std::string table;    // of the store: "observation", "event", …
  std::string change;   // "added", "gone", "changed"
  std::uint64_t key = 0;
  // What it is about: an indicator; the kind of an event, mission, agreement or presence; an organisation.
  std::string subject;
  std::string when;     // EDTF: of an observation, its year, or its month where it is of one
  std::string words;    // a title, a person, a city; of an observation its product or variant; may be empty
  StateId from, to, reporter;  // of an observation
  std::string unit, currency;  // of an observation
  std::optional<double> before, after;  // of an observation that holds a value there
};

// How many facts of a pair differ.
struct ChangedPair {
  StateId a, b;         // b unset: facts of a alone
  std::uint64_t facts = 0;
};

// What differs about a pair or a state.
struct EditionChanges {
  ComparedEditions editions;
  std::vector<ChangeCount> counts;    // most facts first, derived ones last
  std::vector<ChangedPair> pairs;     // of a state: most facts first; not of a pair
  std::vector<ChangedFact> examples;  // no more than a page wants; events, missions, agreements before figures, derived ones last
};

}  // namespace comity::facts
