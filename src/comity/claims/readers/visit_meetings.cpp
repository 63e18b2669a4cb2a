// Meetings of both sides in a town of one of them: "Presidents Lagos and Halonen met in Helsinki in 2003", "The two foreign ministers
// held talks in Helsinki in May 2010". The other one came.
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"

namespace comity::claims {
namespace {

// Where they met: a place of one side behind the verb, else in front of it ("In Helsinki the two ministers met").
const Mention* place_of(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause) {
  constexpr std::uint32_t farthest = 10;
  const Mention* out = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.reference || one.begin <= clause.begin || one.end > clause.end || one.form < NameForm::capital || !find_cue(s, Cue::in_word, one.begin - 1, one.begin)) continue;
    if (one.begin >= verb.end && one.begin - verb.end <= farthest) return &one;
    if (one.end <= verb.begin) out = &one;
  }
  return out;
}

struct Party {
  bool met = false;                    // both sides were there
  const PersonSpot* guest = nullptr;   // who came, where he is named
  bool sure = false;                   // whose the persons are is known
};

Party party_of(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause, const Mention& place) {
  Party out;
  std::vector<const PersonSpot*> there;
  for (const PersonSpot& one : s.persons) {
    const bool before = one.end <= verb.begin && one.begin >= clause.begin;
    const bool behind = one.begin >= verb.end && one.begin - verb.end <= 3 && one.end <= clause.end;
    if ((!before && !behind) || (!one.titled && !known(d, one)) || (one.minor && !one.titled && !known(d, one))) continue;
    there.push_back(&one);
  }
  if (there.size() == 2) {
    const Side first = side_of(d, *there[0]), second = side_of(d, *there[1]), guest = Document::other(place.side);
    if (first == Side::third || second == Side::third || (first == second && first != Side::none)) return out;
    out.sure = first != Side::none || second != Side::none;
    out.met = true;
    if (first == guest || second == place.side) out.guest = there[0];
    else if (second == guest || first == place.side) out.guest = there[1];
    return out;
  }
  // "the foreign ministers of the two countries", "both presidents", "the two leaders"
  // "The Prime Ministers of Peru and Norway met"
  bool first = false, second = false;
  for (const Mention& one : d.mentions) {
    if (one.end > verb.begin || one.begin < clause.begin || &one == &place || one.form != NameForm::name) continue;
    first = first || one.side == Side::first, second = second || one.side == Side::second;
  }
  const bool leaders = find_cue(s, Cue::leader_noun, clause.begin, verb.begin) || find_cue(s, Cue::title, clause.begin, verb.begin);
  if (first && second && leaders && std::all_of(there.begin(), there.end(), [](const PersonSpot* one) { return one->nameless; })) out.met = true;
  if (!there.empty()) return out;
  for (const Mention& one : d.mentions) {
    if (one.side == Side::both && one.end <= verb.begin && one.begin >= clause.begin && (find_cue(s, Cue::leader_noun, clause.begin, verb.begin) || find_cue(s, Cue::title, clause.begin, verb.begin))) out.met = true;
  }
  return out;
}

// "Peruvian President X and Norwegian Prime Minister Y in Oslo": a caption of a meeting.
void read_caption(Document& d, const Sentence& s) {
  constexpr std::uint32_t longest = 30;
  if (s.persons.size() != 2 || s.range.end - s.range.begin > longest) return;
  const PersonSpot &first = s.persons[0], &second = s.persons[1];
  if (!first.titled || !second.titled || second.begin - first.end > 2 || first.begin > s.range.begin + 2) return;
  if (!find_cue(s, Cue::and_word, first.end, second.begin) && !find_cue(s, Cue::with_word, first.end, second.begin) && !find_cue(s, Cue::meeting, first.end, second.begin)) return;
  const Mention* place = nullptr;
  for (const Mention& one : d.mentions) {
    if (!place && one.begin > second.end && one.begin - second.end <= 2 && find_cue(s, Cue::in_word, second.end, second.end + 1) && one.form != NameForm::adjective) place = &one;
  }
  if (!place || !Document::is_pair(place->side)) return;
  const Side guest = Document::other(place->side);
  const PersonSpot* who = side_of(d, first) == guest ? &first : side_of(d, second) == guest ? &second : nullptr;
  if (!who || (side_of(d, first) == side_of(d, second))) return;
  Claim& claim = d.add(Kind::visit, span(span(first, second), *place));
  claim.subject = d.code(guest), claim.object = d.code(place->side);
  if (!who->nameless) claim.person = d.person_name(*who);
  if (place->form >= NameForm::capital) claim.place = d.of(*place);
  if (const When* when = date_for(d, s, span(second, *place), s.range, 6)) claim.period = when->text();
}

}  // namespace

void read_visit_meetings(Document& d, const Sentence& s) {
  if (d.grammar.language != "en" || s.persons.size() > 8) return;
  const auto visits = [](const Claim& one) { return one.kind == Kind::visit; };
  if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), visits)) return;
  read_caption(d, s);
  if (s.block == Block::Kind::heading || !(s.has(Cue::meeting) || s.has(Cue::visit_weak)) || d.claims.size() > d.sentence_claims) return;
  for (const CueSpot& verb : s.cues) {
    if ((verb.cue != Cue::meeting && verb.cue != Cue::visit_weak) || verb.begin == s.range.begin) continue;
    const std::string_view word = d.of(verb.begin);
    if (word != "met" && word != "held" && word != "meet") continue;
    const Spot clause = clause_of(d, s, verb.begin);
    const Mention* place = place_of(d, s, verb, clause);
    if (!place || !Document::is_pair(place->side)) continue;
    const auto third = [&](const Mention& one) { return one.side == Side::third && one.begin >= clause.begin && one.begin < std::max(place->begin, verb.begin); };
    if (std::any_of(d.mentions.begin(), d.mentions.end(), third)) continue;
    const Party party = party_of(d, s, verb, clause, *place);
    const When* when = date_for(d, s, span(verb, *place), clause, 10);
    // "A pact was announced on 8 November 2017, when President X met Y in Oslo"
    if (!when && s.dates.size() == 1 && s.dates[0].end + 1 < verb.begin && d.tokens[s.dates[0].end].is(Token::Kind::comma) && d.of(s.dates[0].end + 1) == "when") when = &s.dates[0];
    if (!party.met || (!when && !party.sure) || find_cue_back(s, Cue::negation, verb.begin, verb.begin - std::min(verb.begin, 2u))) continue;
    Claim& claim = d.add(Kind::visit, trimmed(party.guest ? span(*party.guest, span(verb, *place)) : span(verb, *place), verb, 20));
    claim.subject = d.code(Document::other(place->side)), claim.object = d.code(place->side);
    claim.place = d.of(*place);
    if (party.guest && !party.guest->nameless) claim.person = d.person_name(*party.guest), d.remember(*party.guest, Document::other(place->side));
    if (when) {
      When at = *when;
      at.since = at.until = false;
      claim.period = at.text();
    }
    const CueSpot* plan = find_cue_back(s, Cue::plan, verb.begin + 1, clause.begin);
    if (plan && verb.begin - std::min(verb.begin, plan->end) <= 4) claim.status = "planned";
    d.last_traveller = Document::other(place->side);
    return;
  }
}

}  // namespace comity::claims
