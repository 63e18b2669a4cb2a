// Readers of German that run after the general ones and take what those left.
#pragma once

#include "comity/claims/document.hpp"

namespace comity::claims {

void read_german_trade(Document& document, const Sentence& sentence);
void read_german_missions(Document& document, const Sentence& sentence);
void read_german_recognition(Document& document, const Sentence& sentence);
void read_german_visits(Document& document, const Sentence& sentence);
void read_german_visits_told(Document& document, const Sentence& sentence);
void read_german_wars(Document& document, const Sentence& sentence);
void read_german_memberships(Document& document, const Sentence& sentence);
void read_german_people(Document& document, const Sentence& sentence);
void read_german_culture(Document& document, const Sentence& sentence);
void read_german_companies(Document& document, const Sentence& sentence);
// Drops what is of others than the two.
void settle_german(Document& document, const Sentence& sentence);
// What the general readers left half said: topics of treaties, openings, rows of years.
void read_german_told(Document& document, const Sentence& sentence);
void read_german_aid(Document& document, const Sentence& sentence);

}  // namespace comity::claims
