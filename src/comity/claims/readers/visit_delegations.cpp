// Delegations and trade missions without a name: "A Peruvian parliamentary delegation visited Oslo in March 2014", "Norway received a
// Peruvian military delegation", "the first Peruvian trade mission to Norway".
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

// Whose it is: a nation before the noun ("a Peruvian trade delegation"), "from Peru" or "of the Peruvian Chamber" behind it, or who sent it.
Side sender_of_delegation(const Document& d, const Sentence& s, const CueSpot& noun) {
  for (const Mention& one : d.mentions) {
    if (one.reference) continue;
    const bool before = (one.form == NameForm::adjective || one.form == NameForm::name) && one.end <= noun.begin && noun.begin - one.end <= 2 && !d.tokens[noun.begin - 1].is(Token::Kind::possessive);
    const std::uint32_t at = one.begin > noun.end + 1 && (d.of(one.begin - 1) == "the" || d.of(one.begin - 1) == "The") ? one.begin - 1 : one.begin;
    const bool behind = one.form == NameForm::name && at == noun.end + 1 && find_cue(s, Cue::from_word, noun.end, noun.end + 1);
    const bool of = one.form == NameForm::adjective && at == noun.end + 1 && find_cue(s, Cue::of_word, noun.end, noun.end + 1);
    if (before || behind || of) return one.side;
    for (std::uint32_t i = one.end; i < noun.begin && i < one.end + 3; ++i) {
      if (one.form == NameForm::name && one_of(d.of(i), {"sent", "dispatched", "sends", "organised", "organized"}) && noun.begin - i <= 6) return one.side;
    }
  }
  return Side::none;
}

struct Way {
  Spot verb;
  Goal goal;
  bool of_visit = false;    // "the visit of a Peruvian delegation"
  bool host_first = false;  // "Norway received a Peruvian delegation"
};

Way way_of(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause) {
  Way out;
  const CueSpot* verb = find_cue(s, Cue::visit_verb, noun.end, std::min(clause.end, noun.end + 9));
  if (!verb) verb = find_cue(s, Cue::visit_go, noun.end, std::min(clause.end, noun.end + 9));
  if (verb && !d.of(*verb).starts_with("to ") && std::none_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return !one.nameless && one.titled && one.begin >= noun.end && one.end <= verb->begin; })) {
    out.verb = *verb;
    out.goal = goal_from(d, s, verb->end, clause.end, 6);
    return out;
  }
  if (find_cue(s, Cue::to_word, noun.end, noun.end + 1)) {  // "trade mission to Norway"
    out.verb = noun;
    out.goal = goal_from(d, s, noun.end, clause.end, 2);
    return out;
  }
  // "during the visit of a Peruvian delegation of parliamentarians in March 2007": to the other one
  const CueSpot* visit = find_cue_back(s, Cue::visit_noun, noun.begin, noun.begin - std::min(noun.begin - clause.begin, 6u));
  if (visit && (find_cue(s, Cue::of_word, visit->end, visit->end + 1) || find_cue(s, Cue::by_word, visit->end, visit->end + 1))) {
    out.verb = *visit;
    out.of_visit = true;
    return out;
  }
  const CueSpot* received = find_cue_back(s, Cue::receive_verb, noun.begin, noun.begin - std::min(noun.begin - clause.begin, 8u));
  for (const Mention& one : d.mentions) {
    if (!received || one.end > received->begin || received->begin - one.end > 2 || one.form == NameForm::adjective || !Document::is_pair(one.side) || one.reference) continue;
    out.verb = *received;
    out.goal.mention = &one;
    out.host_first = true;
  }
  return out;
}

}  // namespace

void read_delegations(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || !s.has(Cue::delegation)) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::delegation || d.of(noun) == "mission") continue;
    const Side from = sender_of_delegation(d, s, noun);
    if (!Document::is_pair(from)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const Way way = way_of(d, s, noun, clause);
    if (way.goal.third || (!way.of_visit && (!way.goal.mention || way.goal.mention->side != Document::other(from)))) continue;
    if (way.of_visit && std::any_of(d.mentions.begin(), d.mentions.end(), [](const Mention& one) { return one.side == Side::third; })) continue;
    const Spot anchor = span(noun, way.verb);
    const When* when = date_for(d, s, anchor, clause, 10);
    if (when && way.verb.begin == noun.begin && when->end <= noun.begin && noun.begin - when->end > 8) when = nullptr;  // "In 1994 a council came out of the first trade mission"
    if (!when && !(d.of(noun) == "trade mission" && way.verb.begin == noun.begin)) continue;
    const Range here{d.tokens[anchor.begin].begin, d.tokens[anchor.end - 1].end};
    const auto told = [&](const Claim& one) { return one.kind == Kind::visit && (one.plain.overlaps(here) || (when && one.period == when->text())); };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
    Spot quote = way.goal.mention ? span(anchor, *way.goal.mention) : anchor;
    if (when && when->begin >= quote.end && when->begin - quote.end <= 3) quote.end = when->end;
    Claim& claim = d.add(Kind::visit, trimmed(quote, anchor, 18));
    claim.subject = d.code(from), claim.object = d.code(Document::other(from));
    if (way.goal.city.end) claim.place = d.of(way.goal.city);
    if (when) {
      When at = *when;
      at.since = at.until = false;
      claim.period = at.text();
    }
    if (find_cue_back(s, Cue::plan, way.verb.begin + 1, std::min(noun.end, way.verb.begin))) claim.status = "planned";
  }
}

}  // namespace comity::claims
