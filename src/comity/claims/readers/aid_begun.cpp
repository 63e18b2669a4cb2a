// Aid that a text dates or counts in people: "Norway's cooperation in health in Peru began in 1962", "800 Peruvian officials have been
// trained in Norway under its programme".
#include <algorithm>

#include "comity/claims/readers/economy_parts.hpp"
#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

bool is_told_as_begun(const Document& d, std::uint32_t i) {
  if (one_of(d.of(i), {"began", "started", "commenced"})) return true;
  return one_of(d.of(i), {"dates", "goes"}) && d.of(i + 1) == "back";
}

// "Norwegian cooperation in health …": of one side, for the other; "with" would be of both.
void read_begun(Document& d, const Sentence& s) {
  constexpr std::uint32_t farthest = 12;
  static constexpr WordSet nouns{"cooperation", "assistance", "aid", "support"};
  for (std::uint32_t i = s.range.begin + 1; i + 2 < s.range.end; ++i) {
    if (!nouns.has(d.of(i))) continue;
    const Spot noun{i, i + 1};
    const Mention* own = adjective_before(d, s, noun, 3);
    const bool developing = one_of(d.of(i - 1), {"development", "Development", "technical", "humanitarian"}) || d.of(i) == "aid" || d.of(i) == "assistance";
    const bool one_way = s.cue_at(i + 1, Cue::to_word) || s.cue_at(i + 1, Cue::in_word) || developing;
    if (!own || !Document::is_pair(own->side) || !one_way) continue;
    const Spot clause = clause_of(d, s, i);
    std::uint32_t verb = i + 1;
    while (verb + 1 < clause.end && verb - i <= farthest && !is_told_as_begun(d, verb)) ++verb;
    if (verb + 1 >= clause.end || verb - i > farthest || !speaks_of(d, s, Document::other(own->side), s.range) || has_third(d, s, {i, verb})) continue;
    const auto when = std::find_if(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin > verb && one.begin - verb <= 4; });
    if (when == s.dates.end() || is_told(d, Kind::aid, {i, verb})) continue;
    Claim& claim = d.add(Kind::aid, trimmed({own->begin, when->end}, {i, when->end}, 16));
    fill_giver(d, claim, own->side);
    When at = *when;
    at.since = !at.year2;
    claim.period = at.text();
    return;
  }
}

// "more than 800 Malawian nationals have been trained in India"
void read_trained(Document& d, const Sentence& s) {
  constexpr std::uint32_t most_between = 14;
  for (std::uint32_t i = s.range.begin + 2; i < s.range.end; ++i) {
    if (d.of(i) != "trained" || !find_cue(s, Cue::have, i - 2, i)) continue;
    const Amount* count = nullptr;
    for (const Amount& one : s.amounts) {
      if (one.kind == Amount::Kind::number && one.end <= i && i - one.end <= most_between && one.value >= 2) count = &one;
    }
    if (!count) continue;
    Side taught = Side::none, teaches = Side::none;
    for (const Mention& one : d.mentions) {
      if (Document::is_pair(one.side) && one.begin >= count->end && one.begin - count->end <= 3 && one.end < i && (one.form == NameForm::name || one.form == NameForm::adjective || one.form == NameForm::people || led_by(d, s, one, Cue::from_word))) taught = one.side;
      if (one.begin > i && one.begin - i <= 3 && (led_by(d, s, one, Cue::in_word) || led_by(d, s, one, Cue::by_word))) teaches = one.side;
    }
    for (const CueSpot& agency : s.cues) {  // "have been trained under ITEC"
      if (teaches == Side::none && agency.cue == Cue::aid_agency && agency.begin > i && agency.begin - i <= 4) teaches = d.side_of_code(d.grammar.texts[agency.data]);
    }
    if (!Document::is_pair(taught) || teaches != Document::other(taught) || is_told(d, Kind::aid, {count->begin, i})) continue;
    Claim& claim = d.add(Kind::aid, trimmed({count->begin, i + 1}, *count, 16));
    claim.number = count->value, claim.tolerance = count->tolerance, claim.hedge = count->hedge, claim.unit = "people";
    fill_giver(d, claim, teaches);
    claim.period = told_period(d, s, {i, i + 1}, clause_of(d, s, i));
    return;
  }
}

// "Norway has trained 200 Peruvian police officers"
void read_training(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 1; i + 2 < s.range.end; ++i) {
    if (d.of(i) != "trained" && d.of(i) != "trains") continue;
    const Spot clause = clause_of(d, s, i);
    const Mention* who = doer_of(d, s, i, clause);
    for (const Amount& count : s.amounts) {
      if (!who || count.kind != Amount::Kind::number || count.value < 2 || count.begin <= i || count.begin - i > 4) continue;
      const bool other = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Document::other(who->side) && one.begin >= count.end && one.begin - count.end <= 1 && one.form != NameForm::name; });
      if (!Document::is_pair(who->side) || !other || is_told(d, Kind::aid, {i, count.end}) || is_denied(s, i, clause)) continue;
      Claim& claim = d.add(Kind::aid, {i, count.end + 1});
      claim.number = count.value, claim.tolerance = count.tolerance, claim.hedge = count.hedge, claim.unit = "people";
      fill_giver(d, claim, who->side);
      claim.period = told_period(d, s, {i, count.end}, clause);
      return;
    }
  }
}

// "Peru received 100,000 doses of vaccine from Norway", "a donation of 100,000 masks": things in number.
void read_received(Document& d, const Sentence& s) {
  for (const Amount& count : s.amounts) {
    if (count.kind != Amount::Kind::number || count.begin < s.range.begin + 2) continue;
    const CueSpot* goods = find_cue(s, Cue::aid_goods, count.end, std::min(s.range.end, count.end + 3));
    const bool received = one_of(d.of(count.begin - 1), {"received", "got"}) || one_of(d.of(count.begin - 2), {"received", "got"});
    const bool donation = d.of(count.begin - 1) == "of" && one_of(d.of(count.begin - 2), {"donation", "gift", "shipment", "consignment"});
    const Spot clause = clause_of(d, s, count.begin);
    if (!goods || (!received && !donation) || is_told(d, Kind::aid, clause)) continue;
    Side giver = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.begin >= count.end && one.begin < clause.end && led_by(d, s, one, Cue::from_word)) giver = one.side;
    }
    if (giver == Side::none && donation) {
      const Mention* who = doer_of(d, s, count.begin, clause);
      giver = who ? who->side : Side::none;
    }
    if (!Document::is_pair(giver) || !speaks_of(d, s, Document::other(giver), s.range) || has_third(d, s, s.range)) continue;
    Claim& claim = d.add(Kind::aid, span(count, *goods));
    claim.number = count.value, claim.tolerance = count.tolerance, claim.hedge = count.hedge;
    claim.unit = d.of(Spot{count.end, goods->end});
    fill_giver(d, claim, giver);
    claim.period = told_period(d, s, count, clause);
    return;
  }
}

// "Norwegian volunteers have been working in Peru since 1965", "Cuban doctors were sent to Angola"
void read_people_sent(Document& d, const Sentence& s) {
  static constexpr WordSet people{"volunteers", "doctors", "experts", "teachers", "nurses", "advisers", "advisors", "medics", "specialists"};
  for (const Mention& own : d.mentions) {
    if (own.form != NameForm::adjective || !Document::is_pair(own.side) || own.end + 3 >= s.range.end) continue;
    std::uint32_t who = own.end;
    while (who < own.end + 2 && !people.has(d.of(who))) ++who;
    if (!people.has(d.of(who))) continue;
    const Spot clause = clause_of(d, s, who);
    std::uint32_t verb = who + 1;
    while (verb < clause.end && verb - who <= 6 && !one_of(d.of(verb), {"arrived", "work", "working", "worked", "sent", "dispatched", "serve", "serving", "served"})) ++verb;
    if (verb >= clause.end || verb - who > 6 || is_told(d, Kind::aid, clause)) continue;
    const bool there = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Document::other(own.side) && one.begin > verb && one.begin - verb <= 6 && (led_by(d, s, one, Cue::in_word) || led_by(d, s, one, Cue::to_word)); });
    if (!there || has_third(d, s, {own.begin, verb}) || is_denied(s, verb, clause)) continue;
    const Amount* count = nullptr;
    for (const Amount& one : s.amounts) {
      if (one.kind == Amount::Kind::number && one.value >= 2 && one.end == own.begin) count = &one;
    }
    Claim& claim = d.add(Kind::aid, {count ? count->begin : own.begin, verb + 1});
    fill_giver(d, claim, own.side);
    if (count) claim.number = count->value, claim.tolerance = count->tolerance, claim.hedge = count->hedge, claim.unit = "people";
    claim.period = told_period(d, s, {verb, verb + 1}, clause);
    return;
  }
}

}  // namespace

void read_aid_begun(Document& d, const Sentence& s) {
  if (d.grammar.language != "en") return;
  if (!s.dates.empty() && (s.has(Cue::aid_noun) || s.has(Cue::treaty_topic) || s.has(Cue::recipient_noun))) read_begun(d, s);
  if (!s.amounts.empty() && s.has(Cue::have)) read_trained(d, s);
  if (!s.amounts.empty() && s.has(Cue::study_verb)) read_training(d, s);
  if (!s.amounts.empty() && s.has(Cue::aid_goods)) read_received(d, s);
  if (s.has(Cue::aid_goods) || s.has(Cue::worker_noun) || s.has(Cue::aid_verb)) read_people_sent(d, s);
}

}  // namespace comity::claims
