// The last of all: what pages of ministries and embassies say in labels and halves of sentences that no other reader told: "Norwegian
// nationals residing in Peru: 3", "fish is what Norway buys there", "Embassy of Norway in Chile has jurisdiction over Peru", "60 tractors
// were handed over".
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"
#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

Kind kind_of_people(Cue cue) {
  switch (cue) {
    case Cue::student_noun: return Kind::students;
    case Cue::tourist_noun: return Kind::tourism;
    case Cue::people_noun: return Kind::diaspora;
    case Cue::refugee_noun: case Cue::worker_noun: return Kind::migration_stock;
    default: return Kind::other;
  }
}

// "Norwegian nationals residing in Peru: 3 (as of October 2021)", "Peruvian students: about 320 (2021)": whose they are before a colon, how
// many behind it.
void read_counted_people(Document& d, const Sentence& s) {
  constexpr std::uint32_t longest_label = 14, longest_date = 6;
  if (is_told(d, s.range, {Kind::diaspora, Kind::migration_stock, Kind::students, Kind::tourism})) return;
  for (const Amount& number : s.amounts) {
    std::uint32_t colon = number.begin - std::min<std::uint32_t>(number.begin, 1);
    while (colon > s.range.begin && number.begin - colon <= 3 && !d.tokens[colon].is(TokenKind::colon)) --colon;
    if (number.kind != Amount::Kind::number || colon <= s.range.begin || !d.tokens[colon].is(TokenKind::colon)) continue;
    if (colon + 1 != number.begin && !find_cue(s, Cue::hedge, colon + 1, number.begin)) continue;
    const std::uint32_t from = std::max(s.range.begin, colon - std::min(colon, longest_label));
    const CueSpot* noun = nullptr;
    const Mention* own = nullptr;
    for (const CueSpot& one : s.cues) {
      if (one.begin < from || one.end > colon || kind_of_people(one.cue) == Kind::other) continue;
      const Mention* nation = adjective_before(d, s, one, 2);
      if (nation && Document::is_pair(nation->side)) noun = &one, own = nation;  // the last before the colon: lines run into each other
    }
    if (!own || has_third(d, s, {own->begin, colon})) continue;
    Claim& claim = d.add(kind_of_people(noun->cue), trimmed({own->begin, number.end}, *noun, 20));
    d.set_amount(claim, number);
    claim.currency.clear(), claim.unit = "people";
    claim.subject = d.code(own->side), claim.object = d.code(Document::other(own->side));
    for (const When& when : s.dates) {
      const bool behind = when.begin >= number.end && when.begin - number.end <= longest_date, within = when.begin >= own->begin && when.end <= colon;
      if (when.dated() && !when.since && claim.period.empty() && (behind || within)) claim.period = when.text();
    }
  }
}

// "Textiles are what Norway imports from Peru", "the bulk of what Peru sells": the goods stand before.
void read_what_is_sold(Document& d, const Sentence& s) {
  for (const Mention& one : d.mentions) {
    if (!Document::is_pair(one.side) || one.form != NameForm::name || one.begin < s.range.begin + 3 || d.of(one.begin - 1) != "what") continue;
    const CueSpot* sells = find_cue(s, Cue::sell_verb, one.end, one.end + 1);
    const CueSpot* buys = find_cue(s, Cue::buy_verb, one.end, one.end + 1);
    const Spot where{one.begin - 1, one.end + 1};
    if (one.end + 1 < s.range.end && one_of(d.of(one.end + 1), {"abroad", "overseas", "globally", "worldwide"})) continue;
    if (d.of(one.begin - 2) == "of" && d.tokens[one.begin - 3].is(TokenKind::percent)) continue;
    if ((!sells && !buys) || is_told(d, where, {Kind::exports, Kind::imports})) continue;
    Claim& claim = d.add(sells ? Kind::exports : Kind::imports, {std::max(s.range.begin, one.begin - std::min<std::uint32_t>(one.begin, 8)), one.end + 1});
    claim.subject = d.code(one.side), claim.object = d.code(Document::other(one.side)), claim.unit = "goods";
  }
}

// "Embassy of Norway in Chile has jurisdiction over Peru", "The Embassy in Santiago is responsible for Peru": from a third state.
void read_jurisdiction(Document& d, const Sentence& s) {
  static constexpr WordSet over("over", "for", "to", "covers", "cover");
  if (!s.has(Cue::serve_verb) && !s.has(Cue::accredited)) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun || is_told(d, s.range, {Kind::mission, Kind::mission_opened})) continue;
    const Side sender = sender_at_noun(d, s, noun);
    if (!Document::is_pair(sender)) continue;
    const Mention *seat = nullptr, *served = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.begin < noun.end || one.form == NameForm::adjective || one.form == NameForm::people) continue;
      if (!seat && one.side == Side::third && led_by(d, s, one, Cue::in_word)) seat = &one;
      if (seat && one.side == Document::other(sender) && one.form == NameForm::name && (over.has(d.of(one.begin - 1)) || over.has(d.of(one.begin - 2)))) served = &one;
    }
    if (!seat || !served || find_cue(s, Cue::negation, noun.end, served->begin)) continue;
    Claim& claim = d.add(Kind::mission, trimmed({noun.begin, served->end}, noun, 20));
    claim.unit = "accredited", claim.subject = d.code(sender), claim.object = d.code(served->side);
    if (seat->form >= NameForm::capital) claim.place = d.of(*seat);
    claim.accredited_from = d.grammar.code(seat->state);
    return;
  }
}

// "Honorary Consul General of Peru in Norway" on a line of its own
void read_mission_lines(Document& d, const Sentence& s) {
  constexpr std::uint32_t longest = 10;
  if (s.range.end - s.range.begin > longest || d.blocks < 2 || s.has(Cue::have) || !s.dates.empty() || is_told(d, s.range, {Kind::mission, Kind::mission_opened})) return;
  const CueSpot* noun = find_cue(s, Cue::mission_noun);
  if (!noun || noun->begin > s.range.begin + 1) return;
  const Side sender = sender_at_noun(d, s, *noun);
  if (!Document::is_pair(sender)) return;
  const bool lines = std::any_of(d.claims.begin(), d.claims.end(), [](const Claim& one) { return one.kind == Kind::mission; }) || d.heading.missions;
  for (const Mention& one : d.mentions) {
    if (one.side != Document::other(sender) || one.begin < noun->end || one.form != NameForm::name || !led_by(d, s, one, Cue::in_word) || one.end + 1 < s.range.end) continue;
    if (!lines) return;
    Claim& claim = d.add(Kind::mission, {noun->begin, one.end});
    claim.unit = d.grammar.texts[noun->data], claim.subject = d.code(sender), claim.object = d.code(one.side);
    return;
  }
}

// "President X to Oslo, May 2017", "2015 – Foreign Minister Y to Lima": in a list of visits
void read_bound_for(Document& d, const Sentence& s) {
  if (s.dates.empty() || s.has(Cue::visit_verb) || s.has(Cue::visit_go) || s.has(Cue::sign_verb) || s.has(Cue::have) || is_told(d, s.range, {Kind::visit})) return;
  for (const PersonSpot& who : s.persons) {
    if (!who.titled || who.end + 1 >= s.range.end || !find_cue(s, Cue::to_word, who.end, who.end + 1) || who.side == Side::third) continue;
    const auto to = std::ranges::find_if(d.mentions, [&](const Mention& one) { return one.begin == who.end + 1 && Document::is_pair(one.side) && one.form != NameForm::adjective && one.form != NameForm::people; });
    if (to == d.mentions.end() || to->side == who.side) continue;
    const auto when = std::ranges::find_if(s.dates, [&](const When& one) { return one.dated() && ((one.begin >= to->end && one.begin - to->end <= 2) || one.begin == s.range.begin); });
    if (when == s.dates.end() || when->since || when->until) continue;
    Claim& claim = d.add(Kind::visit, trimmed(span(span(who, *to), when->begin > to->end ? static_cast<Spot>(*when) : static_cast<Spot>(*to)), who, 20));
    claim.subject = d.code(Document::other(to->side)), claim.object = d.code(to->side), claim.period = when->text();
    if (!who.nameless) claim.person = d.person_name(who), d.remember(who, Document::other(to->side));
    if (to->form >= NameForm::capital) claim.place = d.of(*to);
  }
}

// "Peru is allotted 32 ITEC slots in 2019-20", "25 training slots were offered by Norway": whom they are for, or who gives them, is named.
void read_slots(Document& d, const Sentence& s) {
  static constexpr WordSet places("slots", "seats", "places");
  static constexpr WordSet got("allotted", "allocated", "offered", "received", "utilised", "utilized", "availed", "given", "granted", "assigned", "gets", "receives", "used", "provided");
  static constexpr WordSet what("ITEC", "training", "Training", "ICCR", "IAFS", "TCS", "scholarship", "course", "courses", "capacity");
  if (is_told(d, s.range, {Kind::aid, Kind::students}) || has_third(d, s, s.range) || s.has(Cue::negation)) return;
  for (const Amount& number : s.amounts) {
    if (number.kind != Amount::Kind::number || number.currency) continue;
    std::uint32_t noun = number.end;
    while (noun < s.range.end && noun - number.end <= 4 && !places.has(d.of(noun))) ++noun;
    if (noun >= s.range.end || noun - number.end > 4) continue;
    const Spot clause = clause_of(d, s, noun);
    bool training = false, taken = false, itec = false;
    for (std::uint32_t i = clause.begin; i < clause.end; ++i) training = training || what.has(d.of(i)), taken = taken || got.has(d.of(i)), itec = itec || d.of(i) == "ITEC";
    if (!training || !taken) continue;
    Side giver = itec && d.code(Side::first) == "IND" ? Side::first : itec && d.code(Side::second) == "IND" ? Side::second : Side::none;
    for (const Mention& one : d.mentions) {
      if (Document::is_pair(giver) || !Document::is_pair(one.side) || one.begin < clause.begin || one.end > clause.end || one.form == NameForm::adjective) continue;
      if (led_by(d, s, one, Cue::by_word)) giver = one.side;
      else if (led_by(d, s, one, Cue::to_word) || led_by(d, s, one, Cue::for_word)) giver = Document::other(one.side);
      else if (one.end < number.begin && one_of(d.of(one.end), {"is", "was", "has", "received", "receives", "gets", "utilised", "availed"})) giver = Document::other(one.side);
    }
    if (!Document::is_pair(giver)) continue;
    Claim& claim = d.add(Kind::aid, {number.begin, noun + 1});
    claim.number = number.value, claim.tolerance = number.tolerance, claim.hedge = number.hedge;
    claim.unit = has_cue(s, Cue::per_year, clause) ? "people/year" : "people";
    claim.subject = d.code(giver), claim.object = d.code(Document::other(giver));
    claim.period = told_period(d, s, {number.begin, noun + 1}, clause);
    return;
  }
}

// "Embassy of Peru, Oslo", "Representation: Peruvian Embassy, Oslo" on a line of its own
void read_mission_comma(Document& d, const Sentence& s) {
  constexpr std::uint32_t longest = 10;
  if (s.range.end - s.range.begin > longest || d.blocks < 2 || s.has(Cue::have) || is_told(d, s.range, {Kind::mission, Kind::mission_opened})) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun) continue;
    const Side sender = sender_at_noun(d, s, noun);
    if (!Document::is_pair(sender)) continue;
    for (const Mention& one : d.mentions) {
      const bool last = one.end >= s.range.end || (one.end + 1 == s.range.end && !d.tokens[one.end].is_word());
      if (one.side != Document::other(sender) || one.form < NameForm::capital || !last || one.begin <= noun.end || one.begin - noun.end > 4 || !d.tokens[one.begin - 1].is(TokenKind::comma)) continue;
      Claim& claim = d.add(Kind::mission, {noun.begin, one.end});
      claim.unit = d.grammar.texts[noun.data], claim.subject = d.code(sender), claim.object = d.code(one.side), claim.place = d.of(one);
      return;
    }
  }
}

// Whose aid the paragraph or the sentence before told, if it told that last; none: nobody's.
Side giver_told(const Document& d) {
  if (d.claims.empty() || (d.claims.back().kind != Kind::aid && d.claims.back().kind != Kind::export_credit) || d.claims.back().subject.empty() || d.claims.back().status == "planned") return Side::none;
  return d.side_of_code(d.claims.back().subject);
}

// "60 tractors were handed over in 2010", "100,000 doses were gifted in January": by whom the sentence before told.
void read_handed_over(Document& d, const Sentence& s) {
  static constexpr WordSet given("handed", "gifted", "donated", "delivered", "presented", "supplied", "sent", "dispatched", "provided", "distributed");
  if (s.amounts.empty() || is_told(d, s.range, {Kind::aid, Kind::export_credit}) || has_third(d, s, s.range)) return;
  const Side giver = giver_told(d);
  if (!Document::is_pair(giver)) return;
  for (const Amount& number : s.amounts) {
    if (number.kind != Amount::Kind::number || number.end >= s.range.end || !d.tokens[number.end].is_word()) continue;
    std::uint32_t verb = number.end + 1;
    while (verb + 1 < s.range.end && verb - number.end <= 6 && !one_of(d.of(verb), {"was", "were"})) ++verb;
    const std::uint32_t act = verb + 1 < s.range.end && one_of(d.of(verb + 1), {"also", "subsequently", "later"}) ? verb + 2 : verb + 1;
    if (verb - number.end > 6 || act >= s.range.end || !given.has(d.of(act)) || find_cue(s, Cue::by_word, act, act + 4)) continue;
    std::uint32_t thing = number.end;
    while (thing + 1 < verb && d.tokens[thing + 1].is_word() && !find_cue(s, Cue::of_word, thing + 1, thing + 2) && !find_cue(s, Cue::for_word, thing + 1, thing + 2)) ++thing;
    Claim& claim = d.add(Kind::aid, {number.begin, act + 1});
    claim.number = number.value, claim.tolerance = number.tolerance, claim.hedge = number.hedge;
    claim.unit = d.of(Spot{thing, thing + 1});
    claim.subject = d.code(giver), claim.object = d.code(Document::other(giver));
    claim.period = told_period(d, s, {number.begin, act + 1}, clause_of(d, s, act));
    return;
  }
}

// "Public enterprises in Peru: Bank of Norway, Statkraft and Yara Limited", "Norwegian companies present: …": names behind a label.
void read_company_lines(Document& d, const Sentence& s) {
  constexpr std::uint32_t longest_label = 12, longest_name = 6;
  std::uint32_t colon = s.range.begin;
  while (colon < s.range.end && colon - s.range.begin < longest_label && !d.tokens[colon].is(TokenKind::colon)) ++colon;
  if (colon + 2 >= s.range.end || !d.tokens[colon].is(TokenKind::colon) || !find_cue(s, Cue::company_noun, s.range.begin, colon)) return;
  if (is_told(d, s.range, {Kind::company_presence, Kind::company_count}) || has_third(d, s, {s.range.begin, colon})) return;
  const Mention* where = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.end <= colon && Document::is_pair(one.side) && one.form != NameForm::adjective && led_by(d, s, one, Cue::in_word)) where = &one;
  }
  if (!where) return;
  std::vector<Spot> names;
  for (std::uint32_t i = colon + 1; i < s.range.end;) {
    while (i < s.range.end && (!d.tokens[i].is_word() || one_of(d.of(i), {"and", "the", "as", "well"}))) ++i;
    std::uint32_t end = i;
    while (end < s.range.end && !d.tokens[end].is(TokenKind::comma) && !d.tokens[end].is(TokenKind::semicolon) && !d.tokens[end].is(TokenKind::stop) && !(d.of(end) == "and" && end + 1 < s.range.end && d.tokens[end + 1].capital && names.size() > 0)) ++end;
    if (end == i) break;
    if (!d.tokens[i].capital || end - i > longest_name) return;  // a sentence behind a label
    names.push_back({i, end});
    i = end;
  }
  if (names.size() < 2) return;
  for (const Spot& name : names) {
    Claim& claim = d.add(Kind::company_presence, name);
    claim.subject = d.of(name), claim.object = d.code(where->side);
  }
}

}  // namespace

void read_ministry_pages(Document& d, const Sentence& s) {
  if (d.grammar.language != "en" || s.range.end - s.range.begin > 80) return;
  if (s.has(Cue::mission_noun) && !d.mentions.empty()) read_jurisdiction(d, s), read_mission_lines(d, s), read_mission_comma(d, s);
  if (s.block == Block::Kind::heading) return;
  if (!s.amounts.empty() && !d.mentions.empty()) read_counted_people(d, s);
  if (s.has(Cue::sell_verb) || s.has(Cue::buy_verb)) read_what_is_sold(d, s);
  if (s.has(Cue::company_noun) && !d.mentions.empty()) read_company_lines(d, s);
  if (!s.amounts.empty() && !d.mentions.empty()) read_slots(d, s);
  if (s.has(Cue::to_word)) read_bound_for(d, s);
  read_handed_over(d, s);
}

}  // namespace comity::claims
