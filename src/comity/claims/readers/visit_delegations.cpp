// Delegations without a name: "A Peruvian parliamentary delegation visited Oslo in March 2014".
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"

namespace comity::claims {
namespace {

// Whose it is: a nation before the noun ("a Peruvian trade delegation"), or "from Peru" behind it.
Side sender_of_delegation(const Document& d, const Sentence& s, const CueSpot& noun) {
  for (const Mention& one : d.mentions) {
    const bool before = one.form == NameForm::adjective && one.end <= noun.begin && noun.begin - one.end <= 2;
    const bool behind = one.form == NameForm::name && one.begin == noun.end + 1 && find_cue(s, Cue::from_word, noun.end, noun.end + 1);
    if (before || behind) return one.side;
  }
  return Side::none;
}

}  // namespace

void read_delegations(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || !s.has(Cue::delegation) || s.dates.empty()) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::delegation || d.of(noun) == "mission") continue;
    const Side from = sender_of_delegation(d, s, noun);
    const Spot clause = clause_of(d, s, noun.begin);
    const CueSpot* verb = find_cue(s, Cue::visit_verb, noun.end, std::min(clause.end, noun.end + 5));
    if (!verb) verb = find_cue(s, Cue::visit_go, noun.end, std::min(clause.end, noun.end + 5));
    if (!Document::is_pair(from) || !verb || d.of(*verb).starts_with("to ")) continue;
    const Goal goal = goal_from(d, s, verb->end, clause.end, 6);
    const When* when = date_for(d, s, *verb, clause, 10);
    if (goal.third || !goal.mention || goal.mention->side != Document::other(from) || !when) continue;
    const Range here{d.tokens[noun.begin].begin, d.tokens[verb->end - 1].end};
    const auto told = [&](const Claim& one) { return one.kind == Kind::visit && (one.plain.overlaps(here) || one.period == when->text()); };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
    Spot quote = span(span(noun, *verb), *goal.mention);
    if (when->begin >= quote.end && when->begin - quote.end <= 3) quote.end = when->end;
    Claim& claim = d.add(Kind::visit, trimmed(quote, *verb, 18));
    claim.subject = d.code(from), claim.object = d.code(Document::other(from));
    if (goal.city.end) claim.place = d.of(goal.city);
    When at = *when;
    at.since = at.until = false;
    claim.period = at.text();
    if (const CueSpot* plan = find_cue_back(s, Cue::plan, verb->begin + 1, noun.end)) claim.status = plan ? "planned" : claim.status;
  }
}

}  // namespace comity::claims
