// The readers of German in the order in which they run.
#include "comity/claims/readers/german.hpp"

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {

void read_german(Document& d, const Sentence& s) {
  if (d.grammar.language != "de" || s.block == Block::Kind::heading) return;
  read_german_missions(d, s);
  read_german_told(d, s);
  read_german_recognition(d, s);
  read_german_visits(d, s);
  read_german_visits_told(d, s);
  read_german_memberships(d, s);
  read_german_trade(d, s);
  read_german_companies(d, s);
  read_german_aid(d, s);
  read_german_people(d, s);
  read_german_culture(d, s);
  read_german_wars(d, s);
  settle_german(d, s);
}

}  // namespace comity::claims
