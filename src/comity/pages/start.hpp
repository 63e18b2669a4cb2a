// The start: search, two countries to pick from lists and on a map, pairs that strike by what the edition holds, and the
// list of all countries.
#pragma once

#include <string>
#include <vector>

#include "comity/pages/rankings.hpp"

namespace comity::pages {

// A pair that an edition's figures single out, by rule.
struct Striking {
  std::string rule;      // a key of the words: "striking.largest_flow"
  Slice slice;
  RankedRow row;
};

struct StartData {
  std::vector<Striking> striking;
  std::size_t pairs = 0, facts = 0, sources = 0;
  std::vector<StateId> countries;   // those that have a page
};

// `asked` and `candidates`: a search that led to no one state; empty otherwise.
std::string start_page(const Site& site, const StartData& data, std::string_view asked = {}, const std::vector<StateId>& candidates = {});
// The world in one drawing, each state a link to its page. Empty where the context has no outlines.
std::string world_map(const Site& site, const Place& place, const std::vector<StateId>& linked);

}  // namespace comity::pages
