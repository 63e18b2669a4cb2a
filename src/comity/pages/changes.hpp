// "What changed since the last edition", on the page of a country and of a pair: how many facts, of which source, why, and some of them.
#pragma once

#include <string>

#include "comity/facts/edition_changes.hpp"
#include "comity/pages/frame.hpp"

namespace comity::pages {

// A section with the id "changes". `changes` null: nothing is known, for no former edition was at hand; that is said. `about` names
// the country, or both countries. `of_pair`: rows need not say of which pair they are.
std::string changes_section(const Site& site, const Place& place, const facts::EditionChanges* changes, std::string_view about, bool of_pair);

}  // namespace comity::pages
