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
// The same behind "attended …": where the event was held, which may be on some other state.
Goal goal_of_event(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t end);
// Unknown capitalised words behind "in", "at", "to": a town of nobody knows where.
Spot unknown_town(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t end);
// Whether a word of one name alone is one the document knows as a person.
bool known(const Document& d, const PersonSpot& person);
// The last person before a token; nullptr: none.
const PersonSpot* person_before(const Document& d, const Sentence& s, std::uint32_t before, std::uint32_t from);
// "the first Chilean head of state to visit": said of one who is named elsewhere.
bool is_first_of(const Document& d, const Sentence& s, const PersonSpot& person);
// "no Peruvian leader has ever visited", "has not visited".
bool is_denied(const Document& d, const Sentence& s, Spot verb, Spot clause);
// "who would visit Finland in 1928": told as done, where nobody announces it.
bool is_narrative(const Document& d, const Sentence& s, const CueSpot& plan);
// "the forthcoming visit", "the visit, which starts tomorrow": not yet made.
bool is_forthcoming(const Document& d, const Sentence& s, const CueSpot& noun);

// Who travelled (visit_who.cpp).
// An ambassador or consul: one who lives in the other state is no visitor there.
bool resides(const Document& d, const PersonSpot& person);
// The side that meets "his Tunisian counterpart"; none where nobody is called so.
Side other_than_counterpart(const Document& d, const Sentence& s, Spot clause);
// "visits from Ghana include …", "visits by Indian leaders": whose all its travellers are; none where it does not say.
Side said_origin(const Document& d, const Sentence& s);
// "From the Peruvian side, …", "On the Peruvian side": whose visitors the sentence tells of.
Side side_of_opening(const Document& d, const Sentence& s);
// Whose a person is: as the sentence says it, else as the page or the list of leaders knows the name, else by the office.
Side side_of(const Document& d, const PersonSpot& person);
// "… visit … was held in 2004 by X": who made it, where a verb of making and "by" stand between; nullptr: nobody.
const PersonSpot* held_by(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause);
// "The latest visit was that of Foreign Minister X".
bool is_that_of(const Document& d, const Sentence& s, const PersonSpot& person);
// "was invited to visit": open; "accepted an invitation to visit": taken up.
enum class Invitation : std::uint8_t { none, open, accepted };
Invitation invitation_before(const Document& d, const Sentence& s, Spot verb);
// "Peruvian writer X": no visitor of state.
bool is_private(const Document& d, const Sentence& s, const PersonSpot& person);
// "I visited", "my visit", "He visited": whom the word before a verb or noun stands for.
struct Speaker {
  bool told = false, first = false;  // a pronoun stands there; it is the one who writes
  std::string name;
  Side side = Side::none;
};
Speaker speaker_before(const Document& d, const Sentence& s, const CueSpot& verb);
// "X's 1993 visit was followed by that of Y": Y's has its own date.
bool is_followed_by(const Document& d, const Sentence& s, const CueSpot& noun, const PersonSpot& person);
// The name that a title stands behind: "Michelle Bachelet, President of Chile, visited"; the person itself where none does.
const PersonSpot* named_before(const Document& d, const Sentence& s, const PersonSpot* title);
// "Foreign Minister X visited", "Norwegian MPs visited", not "Swedish MPs visited".
bool are_of_third(const Document& d, Spot leaders);
// "members of the Peruvian community visited Lima": not from the other side.
bool are_at_home(const Document& d, Spot leaders, Spot verb, const Goal& goal);
// "arrived on Tuesday" on a page with a day: the last Tuesday before it, or the next one where it lies ahead; empty: none said.
std::string weekday_near(const Document& d, const Sentence& s, Spot verb, Spot clause, bool ahead);

// visit_directions.cpp: visits told by "from A to B" and their years alone, where nothing else in the sentence has told a visit.
void read_visit_directions(Document& d, const Sentence& s);

}  // namespace comity::claims
