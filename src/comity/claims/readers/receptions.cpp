// Guests received: "President Higgins received President Toledo in Dublin".
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

// "hosted a high-level delegation from Peru led by Deputy Minister X", "received a Peruvian delegation headed by X"
struct Delegation {
  const PersonSpot* led_by = nullptr;
  Side from = Side::none;
};

Delegation delegation_behind(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause) {
  Delegation out;
  const CueSpot* noun = find_cue(s, Cue::delegation, verb.end, std::min(clause.end, verb.end + 6));
  const CueSpot* led = noun ? find_cue(s, Cue::lead_verb, noun->end, std::min(clause.end, noun->end + 6)) : nullptr;
  if (!led || !find_cue(s, Cue::by_word, led->end, led->end + 1)) return out;
  for (const Mention& one : d.mentions) {
    const bool before = one.form == NameForm::adjective && one.begin >= verb.end && one.end <= noun->begin;
    const bool behind = one.begin == noun->end + 1 && find_cue(s, Cue::from_word, noun->end, noun->end + 1);
    if (before || behind) out.from = one.side;
  }
  for (const PersonSpot& one : s.persons) {
    if (Document::is_pair(out.from) && !out.led_by && one.begin > led->end && one.begin - led->end <= 3 && !one.nameless) out.led_by = &one;
  }
  return out;
}

}  // namespace

// "President Higgins received President Toledo in Dublin": the guest stands behind the verb, and came.
void read_receptions(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || !s.has(Cue::receive_verb)) return;
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::receive_verb) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    // "was received by": the passive has its own reader.
    if (find_cue(s, Cue::by_word, verb.end, verb.end + 1) || (verb.begin > s.range.begin && find_cue(s, Cue::have, verb.begin - 1, verb.begin) && d.of(verb.begin - 1) != "has" && d.of(verb.begin - 1) != "had")) continue;
    const PersonSpot* host = person_before(d, s, verb.begin, clause.begin);
    const PersonSpot* guest = nullptr;
    for (const PersonSpot& one : s.persons) {
      if (one.begin < verb.end || one.begin >= clause.end || one.begin - verb.end > 5) continue;
      if (!known(d, one) || (one.minor && one.title == 0 && one.side == Side::none && !Document::is_pair(d.side_of_person(d.person_name(one))))) continue;
      guest = &one;
      break;
    }
    const Delegation party = delegation_behind(d, s, verb, clause);
    if (party.led_by) guest = party.led_by;
    if (!guest) continue;
    Side host_side = host ? host->side : Side::none;
    if (host && !Document::is_pair(host_side)) host_side = d.side_of_person(d.person_name(*host));
    for (const Mention& one : d.mentions) {
      if (!Document::is_pair(host_side) && !host && one.end <= verb.begin && one.begin >= clause.begin && Document::is_pair(one.side)) host_side = one.side;
    }
    const Goal goal = goal_from(d, s, guest->end, clause.end);
    if (goal.third) continue;
    Side from = guest->side;
    if (from == Side::third) continue;
    if (party.led_by) from = party.from;
    if (!Document::is_pair(from)) from = d.side_of_person(d.person_name(*guest));
    if (!Document::is_pair(from) && goal.mention) from = Document::other(goal.mention->side);
    if (!Document::is_pair(from) && Document::is_pair(host_side)) from = Document::other(host_side);
    if (!Document::is_pair(from) || from == host_side || (goal.mention && goal.mention->side == from)) continue;
    const When* when = date_for(d, s, span(verb, *guest), clause, 12);
    // Without a day only where it is said whose the guest is, and who or what received him.
    const bool sure = guest->titled && from == guest->side && (Document::is_pair(host_side) || (goal.mention && goal.city.end));
    if (!when && !sure) continue;
    const CueSpot* plan = find_cue_back(s, Cue::plan, verb.begin, clause.begin);
    const Range here{d.tokens[guest->begin].begin, d.tokens[guest->end - 1].end};
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& claim) { return claim.kind == Kind::visit && claim.plain.overlaps(here); })) continue;
    Spot quote = span(verb, *guest);
    if (host && verb.begin - host->end <= 2) quote = span(quote, *host);
    if (goal.mention && goal.mention->begin - quote.end <= 3) quote = span(quote, *goal.mention);
    Claim& claim = d.add(Kind::visit, trimmed(quote, *guest, 20));
    claim.subject = d.code(from);
    claim.object = d.code(Document::other(from));
    if (!guest->nameless) claim.person = d.person_name(*guest), d.remember(*guest, from);
    if (goal.city.end) claim.place = d.of(goal.city);
    for (const PersonSpot& one : s.persons) {  // two capitals that are no person
      if (claim.place.empty() && one.begin >= guest->end && one.begin - guest->end <= 4 && d.of(Spot{one.begin, one.end}) == "White House") claim.place = "White House";
    }
    for (const Mention& one : d.mentions) {  // "Ottawa welcomed President X"
      if (claim.place.empty() && !host && one.end == verb.begin && one.form == NameForm::capital && one.side == host_side) claim.place = d.of(one);
    }
    if (when) {
      When at = *when;
      at.since = at.until = false;
      claim.period = at.text();
    } else {
      claim.period = weekday_near(d, s, span(verb, *guest), clause, false);
    }
    // "is pleased to welcome X in May"; not "had the honour to welcome"
    const bool ahead = d.of(verb).starts_with("to ") && !one_of(d.of(verb.begin - std::min(verb.begin, 1u)), {"honour", "honor"}) && std::none_of(d.tokens.begin() + clause.begin, d.tokens.begin() + verb.begin, [&](const Token& one) { return one_of(d.text.substr(one.begin, one.end - one.begin), {"was", "were", "had", "been"}); });
    if (ahead || (plan && verb.begin - plan->end <= 8)) claim.status = "planned";
    d.last_traveller = from;
  }
}

// "Bundespräsident X empfing am 3. Mai 2012 Präsident Y in Berlin", "Im März 2013 empfing X den ugandischen Präsidenten": the
// first person is the host, the other came; a nation alone will do for the guest.
void read_german_receptions(Document& d, const Sentence& s) {
  if (d.grammar.language != "de" || s.block == Block::Kind::heading) return;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    const bool met = d.of(i) == "traf" || d.of(i) == "trafen";  // in whose town they met says who came
    if (d.of(i) != "empfing" && d.of(i) != "empfingen" && !met) continue;
    const Spot clause = clause_of(d, s, i);
    const PersonSpot *host = nullptr, *guest = nullptr;
    for (const PersonSpot& one : s.persons) {
      if (one.begin < clause.begin || one.end > clause.end || !one.titled) continue;
      if (!host) host = &one;
      else if (!guest && one.begin > i) guest = &one;
    }
    if (!host) continue;
    const auto town = std::ranges::find_if(d.mentions, [&](const Mention& one) { return one.begin > i && one.end <= clause.end && one.form >= NameForm::capital && Document::is_pair(one.side); });
    if (met && (town == d.mentions.end() || !guest)) continue;
    // "Bundesminister X traf in Accra Präsident Y": he came
    const bool federal = met && d.of(host->begin).starts_with("Bundes") && d.code(Document::other(town->side)) == "DEU";
    if (met && (federal || guest->side == town->side || (host->side == Document::other(town->side)))) std::swap(host, guest);
    if (is_told(d, span(*host, {i, i + 1}), {Kind::visit})) return;
    Side at_home = met ? town->side : host->side;
    if (met && (guest->side == town->side || guest->side == Side::third || host->side == Side::third)) continue;
    if (!Document::is_pair(at_home) && !host->nameless) at_home = d.side_of_person(d.person_name(*host));
    if (!Document::is_pair(at_home)) at_home = d.side_of_office(*host);
    if (!Document::is_pair(at_home) && guest && Document::is_pair(guest->side)) at_home = Document::other(guest->side);
    for (const Mention& one : d.mentions) {
      if (!Document::is_pair(at_home) && one.begin > i && one.end <= clause.end && one.form >= NameForm::capital && Document::is_pair(one.side)) at_home = one.side;
    }
    if (!Document::is_pair(at_home)) continue;
    const Side from = Document::other(at_home);
    const auto names_guest = [&](const Mention& one) { return one.begin > i && one.end <= clause.end && one.side == from && one.form < NameForm::capital; };
    if (!guest && std::none_of(d.mentions.begin(), d.mentions.end(), names_guest)) continue;
    if (guest && guest->side == Side::third) continue;
    const Spot verb{i, i + 1};
    const When* when = date_for(d, s, verb, clause, 14);
    // Without a day only where the guest's nation and the town are told: "empfing seinen kosovarischen Amtskollegen in Lugano"
    if (!when && !(s.dates.empty() && town != d.mentions.end() && town->side == at_home && std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin > i && one.end <= clause.end && one.side == from && one.form == NameForm::adjective; }))) continue;
    Claim& claim = d.add(Kind::visit, trimmed(span(span(*host, verb), guest ? static_cast<Spot>(*guest) : verb), verb, 20));
    claim.subject = d.code(from), claim.object = d.code(at_home);
    claim.period = when ? when->text() : weekday_near(d, s, verb, clause, false);
    if (guest && !guest->nameless) claim.person = d.person_name(*guest), d.remember(*guest, from);
    for (const Mention& one : d.mentions) {
      if (one.begin > i && one.end <= clause.end && one.form >= NameForm::capital && one.side == at_home && claim.place.empty()) claim.place = d.of(one);
    }
    d.last_traveller = from;
    return;
  }
}

}  // namespace comity::claims
