// What the sources of an edition claim to cover, in words: the reasons behind "not known".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// Rows of declared coverage for a topic: an indicator's id, or "relations", "missions", "visits", "agreements", "events",
// "memberships", "presences". A row that names a state list that leaves out both of the pair is not among them.
std::vector<const facts::Coverage*> coverage_of(const Shelf& shelf, std::string_view topic);
// Who they are, with the years they say to reach, by title: "COW Trade 4.0 (1870 to 2014) and Comext (2002 to 2024)"; nobody_covers
// when there are none.
std::string covering_words(const Shelf& shelf, std::string_view topic);
// "Only some travellers are covered: …" from the notes of the coverage; never empty.
std::string who_is_covered(const Shelf& shelf, std::string_view topic);
// Last year that any source covers for the topic; nullopt when none says.
std::optional<int> covered_to(const Shelf& shelf, std::string_view topic);

}  // namespace comity::dossier
