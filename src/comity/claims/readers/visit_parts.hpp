// What the readers of visits share: where a verb leads, who stands before it, towns that nobody knows.
#pragma once

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {

struct Goal {
  const Mention* mention = nullptr;  // a place of one side
  Spot city;                         // a town, known or not; empty where a country is meant
  bool third = false;
};

// Where a verb leads: the first country or town behind it, within its clause, at most `reach` tokens away and before the next person.
Goal goal_from(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t end, std::uint32_t reach = 14);
// Unknown capitalised words behind "in", "at", "to": a town of nobody knows where.
Spot unknown_town(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t end);
// Whether a word of one name alone is one the document knows as a person.
bool known(const Document& d, const PersonSpot& person);
// The last person before a token; nullptr: none.
const PersonSpot* person_before(const Document& d, const Sentence& s, std::uint32_t before, std::uint32_t from);
// "the forthcoming visit", "the visit, which starts tomorrow": not yet made.
bool is_forthcoming(const Document& d, const Sentence& s, const CueSpot& noun);

}  // namespace comity::claims
