// A trip that a sentence tells, on its way to a claim: whose, where to, when (visit_trips.cpp).
#pragma once

#include <string>

#include "comity/claims/readers/visit_parts.hpp"

namespace comity::claims {

struct Trip {
  const PersonSpot* person = nullptr;
  Side traveller = Side::none;
  Goal goal;
  Spot verb;
  Spot clause;
  std::string place;                 // of the visit before, where the sentence only points at it
  std::string period;                // the same: "She also visited Lima"
  std::string said;                  // who, where "he" stands for the visitor told before
  bool planned = false;
  bool many = false;                 // "officials visited", without a name or a day
  bool guessed = false;              // the traveller's side is that of the visit before
};

// Adds the claims of a trip: one per date that hangs on its verb in a row.
void add_trip(Document& d, const Sentence& s, const Trip& trip);
// "Haskel also visited South Sudan": a visit of one of the two in a third state, where the visitor's side is known.
void add_trip_elsewhere(Document& d, const Sentence& s, const Trip& trip, std::uint32_t end);
// "Prime Minister X and President Y visited Guadalajara": both did.
void add_companion(Document& d, const Sentence& s, const Trip& trip);
// "came to Hamburg on 6 July 2017 and to Berlin on 20 April 2018": another town and its own date.
void add_further_stops(Document& d, const Sentence& s, const Trip& trip);
// "… became the first to visit Mexico when he travelled to Monterrey": the trip told just before, with its town.
bool same_trip(Document& d, const Sentence& s, const Trip& trip);

}  // namespace comity::claims
