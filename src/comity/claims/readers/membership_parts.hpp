// What the readers of memberships share: who belongs ("Kenya, like Malta, is"), and which organisation a run of words names.
#pragma once

#include <string>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {

// Whom a verb of belonging speaks of: the names coordinated last before it; both where the two are among them.
Side member_subject(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause);
// "As members of the G77, both countries support reform": those named behind the comma.
Side member_subject_behind(const Document& d, const Sentence& s, const CueSpot& verb);

// An organisation at a token: one of the lists, else capitalised words that go together.
struct Organisation {
  Spot where;          // empty: none stands there
  std::string name;
  bool listed = false;
  bool body = false;   // its words say that it is a body ("Alliance", "Forum"), or it is an abbreviation
};
Organisation organisation_at(const Document& d, const Sentence& s, std::uint32_t i, std::uint32_t end);
// The organisation whose name ends right before a token ("the OECD, of which …").
Organisation organisation_before(const Document& d, const Sentence& s, std::uint32_t end, std::uint32_t from);

void add_member(Document& d, Spot quote, Side side, const std::string& organisation, const When* when);

// membership_turns.cpp: memberships told without a list of organisations behind a verb.
void read_membership_turns(Document& d, const Sentence& s);

}  // namespace comity::claims
