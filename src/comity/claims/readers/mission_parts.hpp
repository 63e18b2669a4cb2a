// What the readers of missions share: towns and their lists, who sends, whose capital.
#pragma once

#include <string>
#include <vector>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {

struct City : Spot {
  Side host = Side::none;
  StateId state;
  const When* when = nullptr;  // of its own: "and, since February 2018, Guwahati"
};

// "the Mediterranean port city of Alexandria", "the Colombian capital, Bogotá": where the town's own name begins.
std::uint32_t town_name_at(const Document& d, const Sentence& s, std::uint32_t i);
// "Embassy of Morocco, Lima": where the town begins behind a mission with its state's name and a comma; 0 where it is not so.
std::uint32_t town_behind_comma(const Document& d, const Sentence& s, const CueSpot& noun);
// A town at token i: one that is known, or capitalised words that are nothing else.
bool city_at(const Document& d, const Sentence& s, std::uint32_t i, City& out);
// Towns in a list from token i: "X", "X and Y", "X, Y and Z".
std::vector<City> cities_from(const Document& d, const Sentence& s, std::uint32_t i, std::uint32_t end);
// Of a list of consulates, towns that seem to lie in a third state are towns of the host that are called alike: consulates serve no
// third state.
void settle_doubtful(std::vector<City>& cities, std::string_view unit);
// The side a line is about: "India: Embassy, Thimphu; Consulate, Phuentsholing"; none where it has no such label.
Side label_of(const Document& d, const Sentence& s);
// The side in which the first known town lies.
Side host_of(const std::vector<City>& cities);
// The sending side a noun names itself: "the Dutch embassy", "embassy of Kazakhstan in Berlin".
Side sender_at_noun(const Document& d, const Sentence& s, const CueSpot& noun);
// Whether a list of towns names some of both sides: "in Nairobi and Copenhagen".
bool lie_in_both(const std::vector<City>& cities);
// Whose doing a verb is: the side named before it, for a verb behind "and" that of the verb it goes on ("X recognised Y and opened …").
Side subject_of(const Document& d, const Sentence& s, Spot verb, Spot clause);
// Where the phrase that names a state begins: "the Government of the Republic of Peru".
std::uint32_t phrase_begin(const Document& d, const Sentence& s, const Mention& one, std::uint32_t from);
// Whether a clause is about a third state and at most one of the two: "Sweden recognised Peru in 1991 and established relations".
bool speaks_of_third(const Document& d, const Sentence& s, Spot clause);
// The state named last before a token.
Side sender_before(const Document& d, std::uint32_t before, std::uint32_t from);
// The mission told last before a place in the text, of this kind where one is named; nullptr: none. `back` claims of missions are passed over.
const Claim* last_mission(const Document& d, std::string_view unit, int back = 1, std::size_t before = ~std::size_t{0});
// The sending side of a claim; none for none.
Side sender_of(const Document& d, const Claim* claim);
// Where the towns of a noun begin: behind "in", right behind the noun in a list ("Embassy: Berlin"); 0 = nowhere.
std::uint32_t towns_of(const Document& d, const Sentence& s, const CueSpot& noun);
// A mission that resides in a third state, told by a phrase of accreditation (missions_elsewhere.cpp): the part of the
// sentence that said so; empty where nothing was found.
Spot read_accredited(Document& d, const Sentence& s, const CueSpot& cue);
// Interests looked after from elsewhere; appends the parts of the sentence that said so.
void read_interests(Document& d, const Sentence& s, std::vector<Spot>& taken);
// Whether what stands behind a noun names capitals: "in each other's capitals", not "in each other's countries".
bool says_capital(const Document& d, const Sentence& s, const CueSpot& noun);
// The capital of a side, as this text or else the register calls it; empty where none is known.
std::string capital_of(const Document& d, const Sentence& s, Side side);

}  // namespace comity::claims
