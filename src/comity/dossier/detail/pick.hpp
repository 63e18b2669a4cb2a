// Which figure speaks: the latest usable one of an indicator, direction and set of books. Fixtures, constant prices,
// parts of totals and odd periods are left out; what was reported goes before what was estimated.
#pragma once

#include <string_view>
#include <vector>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

struct Wanted {
  std::string_view indicator;
  StateId from, to;      // none: any
  StateId reporter;      // none: any
  bool no_estimates = false;    // leaves out what a compiler or model filled in (rules.md 7)
  bool dated_only = true;
};

// All that fit, oldest first, without a value as well.
std::vector<const facts::Observation*> pick_all(const Shelf& shelf, const Wanted& wanted);
// The latest with a usable value; of one period the best origin, then the newest source. Null: none.
const facts::Observation* pick_latest(const Shelf& shelf, const Wanted& wanted);
// Of one state alone (of_a or of_b).
const facts::Observation* pick_latest_of(const Shelf& shelf, StateId state, std::string_view indicator);
// How near a source stands to the counting of goods and people: 0 a statistical office … 5 a crowd or unknown.
int nearness(const facts::Source& source);
// A position by the owner behind the immediate one (rule 18), imports by the country they were sent from: a figure of its own, which never stands
// for the position, or the imports by country of origin, as they are usually told.
bool is_on_other_basis(std::string_view variant);
// A whole calendar year or a point in time, in current prices, of all products.
bool is_headline(const Shelf& shelf, const facts::Observation& observation);

// Where the figure stands among the partners of one of the two; null when the edition has no standing for it.
const facts::Standing* standing_of(const Shelf& shelf, const facts::Observation& observation, StateId of, std::string_view region = {});

}  // namespace comity::dossier
