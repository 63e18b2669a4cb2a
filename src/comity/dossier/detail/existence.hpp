// Whether two states ever existed on a common day, and what to answer when they did not, or when both are one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// True when the spans of the two share a day, or when either's spans are not known.
bool coexisted(const world::State& a, const world::State& b);
// The days on which both existed; nullopt when never or not known.
std::optional<world::DaySpan> common_span(const world::State& a, const world::State& b);
// Which of the two ended first, "Czechoslovakia"; both where it was on one day. For a pair of which one has ended.
std::string ended_words(const Shelf& shelf);
// Whether another state stood in its place on its first day: the Soviet Union in Russia's, none in Iraq's. What it came out of later does not count.
bool had_predecessor(const world::Register& states, StateId state);
std::string life_words(const world::State& state);  // "1949-10-07 to 1990-10-02" in words

// Whether it is, or was all its days, a territory, which keeps no relations of its own: the Panama Canal Zone is "former" in the register.
bool is_territory(const Shelf& shelf, StateId state);

document::Section same_state_section(const Shelf& shelf);
document::Section never_together_section(const Shelf& shelf);

// One line per predecessor or successor of the two that makes another pair worth asking for: "Before 16 December 1991:
// Germany and the Soviet Union (DEU SUN)". Empty when there is none.
std::vector<document::Inlines> related_pairs(const Shelf& shelf);

}  // namespace comity::dossier
