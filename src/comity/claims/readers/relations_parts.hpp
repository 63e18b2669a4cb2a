// What the readers of relations share.
#pragma once

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {

// Subject and object: who acted and the other one; where nobody did, by their codes.
void fill_sides(const Document& d, Claim& claim, Side actor);
// Verbs of breaking or resuming without a noun of their own behind a clause on relations.
void read_relation_sequels(Document& d, const Sentence& s);
// "They were renewed in 1946": a sentence of its own behind one on relations.
void read_they_were(Document& d, const Sentence& s);
void read_they_began(Document& d, const Sentence& s);
// "Consular relations were restored in 1989 and full diplomatic relations on 15 February 1990".
void read_elliptic_relations(Document& d, const Sentence& s);
// "bestanden ab 1921 und wieder seit 1991": taken up once more.
void read_taken_up_again(Document& d, const Sentence& s);
// "Formal diplomatic relations with Peru: March 24, 1923".
bool read_labelled_relations(Document& d, const Sentence& s);
// "Norway and Peru have no diplomatic relations".
void read_no_relations(Document& d, const Sentence& s);
// A line that holds nothing but a day, a month or a year.
bool is_lone_date(const Sentence& s);
// Nothing but two or three days or years.
bool is_dates_alone(const Document& d, const Sentence& s);
// Right behind a line that tells where a part was left out.
bool is_behind_gap(const Document& d, const Sentence& s);
// "Establishment of diplomatic relations" alone on the line before.
bool heads_relations(const Document& d, const Sentence& s);

}  // namespace comity::claims
