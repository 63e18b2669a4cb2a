// Relations of one of the two with a third state: "In 1975 China established diplomatic relations with Fiji" on a page on Fiji and
// Taiwan.
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"
#include "comity/claims/readers/relations_parts.hpp"

namespace comity::claims {
namespace {

// The one of the two and the third state that a frame names: "A and B established relations", "A established relations with B",
// "relations between A and B were established". False where anybody else stands in the clause.
bool parties_of(const Document& d, Spot clause, const Mention*& one, const Mention*& third) {
  for (const Mention& mention : d.mentions) {
    if (mention.begin < clause.begin || mention.end > clause.end || mention.form >= NameForm::capital || mention.reference || mention.form == NameForm::people) continue;
    if (mention.form != NameForm::name) return false;
    const Mention*& place = Document::is_pair(mention.side) ? one : third;
    if (mention.side == Side::both || (place && (place->side != mention.side || place->state != mention.state))) return false;
    if (!place) place = &mention;
  }
  return one && third;
}

}  // namespace

void read_relations_third(Document& d, const Sentence& s) {
  if (!s.has(Cue::relations_noun) || !s.has(Cue::establish) || s.dates.empty() || s.block == Block::Kind::heading) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::relations_noun || d.grammar.texts[noun.data].empty() || is_told(d, noun, {Kind::relations_established, Kind::relations_severed, Kind::relations_resumed})) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const CueSpot* verb = find_cue_back(s, Cue::establish, noun.begin, noun.begin - std::min(noun.begin - clause.begin, 3u));
    if (!verb) verb = find_cue(s, Cue::establish, noun.end, std::min(clause.end, noun.end + 10));
    const Mention *one = nullptr, *third = nullptr;
    if (!verb || find_cue(s, Cue::plan, clause.begin, verb->begin) || find_cue(s, Cue::negation, clause.begin, verb->end) || !parties_of(d, clause, one, third)) continue;
    const When* when = date_for(d, s, *verb, clause);
    if (!when || !when->dated()) continue;
    Spot quote = span(*verb, noun);
    if (when->begin >= quote.end && when->begin - quote.end <= 8) quote.end = when->end;
    Claim& claim = d.add(Kind::relations_established, trimmed(span(quote, one->begin < third->begin ? static_cast<Spot>(*one) : static_cast<Spot>(*third)), quote, 18));
    const std::string& a = d.code(one->side);
    std::string b = d.grammar.code(third->state);
    const bool prussia = b == "PRUSSIA" && d.code(Document::other(one->side)) == "DEU";  // Germany's, in an article on Germany
    if (prussia) b = "DEU";
    // "A and B established" is of both, "A established relations with B" of who did it
    const Mention *front = one->begin < third->begin ? one : third, *back = front == one ? third : one;
    const bool acts = front->end <= verb->begin && back->begin >= noun.end;
    claim.subject = acts ? (front == one ? a : b) : std::min(a, b), claim.object = acts ? (front == one ? b : a) : std::max(a, b);
    if (!prussia) claim.scope = "third country";
    if (prussia) claim.subject = std::min(a, b), claim.object = std::max(a, b);
    When at = *when;
    at.since = at.until = false;
    claim.period = at.text();
    return;
  }
}

}  // namespace comity::claims
