// Who leads and who led either state. "Is" needs a source of the edition's own time; a list of leaders that ended years ago
// names who was in office when it ended, and its last day is nobody's departure (rules.md 5).
#pragma once

#include <vector>

#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// One spell of one leader, told by one list or by several with the same first day.
struct LeaderSpell {
  const facts::Event* event = nullptr;       // the one that tells its end, if any does
  std::vector<const facts::Event*> all;
  bool open = false;                         // every list that has it ended first
};

// Spells of one state that touch the days from..to, by their first day.
std::vector<LeaderSpell> leader_spells(const Shelf& shelf, std::span<const facts::Event> events, Day from, Day to);

// "Germany: Friedrich Merz, chancellor (since …)": offices first; where no source of today names any, who led when a list ended.
document::Inlines leaders_line(const Shelf& shelf);
// All spells since both states have existed, one row a spell; empty when no list covers either.
document::Table leaders_table(const Shelf& shelf);

}  // namespace comity::dossier
