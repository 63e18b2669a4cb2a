// Turns of a list of visits that have no verb of their own: "the visits of President Walesa to Chile, in 1995; Prime Minister
// Buzek, in March 2000; President Lagos to Warsaw, in October 2002".
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

struct Turn {
  const PersonSpot* person = nullptr;
  const Mention* goal = nullptr;  // nullptr: as the turn before
  const When* when = nullptr;
};

// What stands behind a person: brackets, a comma, "to PLACE", a comma, "in DATE"; nothing else.
Turn turn_at(const Document& d, const Sentence& s, const PersonSpot& person) {
  Turn out{&person, nullptr, nullptr};
  std::uint32_t i = person.end;
  if (i < s.range.end && d.tokens[i].is(TokenKind::open)) {
    while (i < s.range.end && !d.tokens[i].is(TokenKind::close)) ++i;
    ++i;
  }
  // "Alan Lima, President of Peru, to Norway"
  for (const PersonSpot& office : s.persons) {
    if (office.nameless && i < s.range.end && d.tokens[i].is(TokenKind::comma) && office.begin >= i + 1 && office.begin - i <= 2) i = office.end;
  }
  if (i + 1 < s.range.end && d.tokens[i].is(TokenKind::comma) && find_cue(s, Cue::to_word, i + 1, i + 2)) ++i;
  const bool in_host = d.grammar.language == "de" && i < s.range.end && find_cue(s, Cue::in_word, i, i + 1);
  if (in_host || (i < s.range.end && find_cue(s, Cue::to_word, i, i + 1))) {
    const std::uint32_t at = i + 1 < s.range.end && d.of(i + 1) == "the" ? i + 2 : i + 1;
    for (const Mention& one : d.mentions) {
      if ((one.begin == at || one.begin == i + 1) && one.form != NameForm::adjective && Document::is_pair(one.side)) out.goal = &one, i = one.end;
    }
    if (!out.goal) return out;
  }
  if (i < s.range.end && (d.tokens[i].is(TokenKind::comma) || d.tokens[i].is(TokenKind::colon) || d.tokens[i].is(TokenKind::dash))) ++i;
  if (i < s.range.end && (find_cue(s, Cue::in_word, i, i + 1) || find_cue(s, Cue::on_word, i, i + 1) || d.tokens[i].is(TokenKind::open))) ++i;
  for (const When& one : s.dates) {
    if (one.begin == i && one.day + one.month + one.year) out.when = &one;
  }
  return out;
}

}  // namespace

void read_visit_turns(Document& d, const Sentence& s) {
  const bool item = s.block == Block::Kind::item && !s.has(Cue::visit_verb) && !s.has(Cue::visit_go);  // "President X to Peru in May 2011"
  if (s.block == Block::Kind::heading || !(s.has(Cue::visit_noun) || item) || s.dates.empty()) return;
  std::vector<Turn> turns;
  bool directed = false;
  for (const PersonSpot& person : s.persons) {
    if (person.minor && !person.titled) continue;
    const Turn turn = turn_at(d, s, person);
    if (!turn.when) continue;
    directed = directed || turn.goal;
    turns.push_back(turn);
  }
  if (!directed) return;
  Side from = Side::none;
  for (const Turn& turn : turns) {
    if (turn.goal) from = Document::other(turn.goal->side);
    Side traveller = Document::is_pair(turn.person->side) ? turn.person->side : turn.goal ? from : d.side_of_person(d.person_name(*turn.person));
    if (!Document::is_pair(traveller)) traveller = from;
    if (!Document::is_pair(traveller) || turn.person->side == Side::third || (turn.goal && turn.goal->side == traveller)) continue;
    const Range here{d.tokens[turn.person->begin].begin, d.tokens[turn.when->end - 1].end};
    const auto told = [&](const Claim& one) { return one.kind == Kind::visit && one.plain.overlaps(here); };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
    Claim& claim = d.add(Kind::visit, trimmed(span(*turn.person, *turn.when), *turn.person, 20));
    claim.subject = d.code(traveller), claim.object = d.code(Document::other(traveller));
    if (!turn.person->nameless) claim.person = d.person_name(*turn.person), d.remember(*turn.person, traveller);
    if (turn.goal && turn.goal->form >= NameForm::capital) claim.place = d.of(*turn.goal);
    claim.period = turn.when->text();
    d.last_traveller = traveller;
  }
}

}  // namespace comity::claims
