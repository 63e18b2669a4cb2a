// What happened to the mission told last, or to the other side's: "…, was closed in 1993", "reopened it", "Peru followed suit in 1990".
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"

namespace comity::claims {

// The mission told last before a place in the text, of this kind where one is named; nullptr: none. `back` claims of missions are passed over.
const Claim* last_mission(const Document& d, std::string_view unit, int back, std::size_t before) {
  for (auto one = d.claims.rbegin(); one != d.claims.rend(); ++one) {
    if (one->kind != Kind::mission && one->kind != Kind::mission_opened && one->kind != Kind::mission_closed) continue;
    if (one->plain.begin >= before) continue;
    if (!unit.empty() && one->unit != unit) continue;
    if (--back == 0) return &*one;
  }
  return nullptr;
}

Side sender_of(const Document& d, const Claim* claim) {
  if (!claim) return Side::none;
  return claim->subject == d.code(Side::first) ? Side::first : Side::second;
}

namespace {

using TokenKind = Token::Kind;

// Whether a verb has no object of its own: "which it closed in 2004", "was closed on …", "reopened it in".
bool stands_alone(const Document& d, const Sentence& s, const CueSpot& verb) {
  if (verb.end >= s.range.end) return false;
  const std::string_view next = d.of(verb.end);
  bool bare = next == "it" || (d.grammar.language == "de" && (next == "sie" || next == "es" || next == "ihn")) || next == "as" || next == "again" || next == "down" || find_cue(s, Cue::in_word, verb.end, verb.end + 1) || find_cue(s, Cue::on_word, verb.end, verb.end + 1);
  for (const When& when : s.dates) bare = bare || when.begin == verb.end;
  if (!bare || verb.begin == s.range.begin) return false;
  const Token& before = d.tokens[verb.begin - 1];
  const std::string_view word = d.of(verb.begin - 1);
  if (word == "to" && verb.begin >= s.range.begin + 2 && d.of(verb.begin - 2) == "only") return true;  // "only to reopen it in 1990"
  const bool follows = before.is(TokenKind::comma) || find_cue(s, Cue::and_word, verb.begin - 1, verb.begin) || find_cue(s, Cue::have, verb.begin - 1, verb.begin) || word == "it" || word == "It" || word == "having" || word == "being" || word == "temporarily" || word == "be" || word == "then" || word == "finally" || word == "again" || word == "later" || word == "subsequently" || word == "eventually" || word == "but";
  // "A working group was established": something else was.
  const std::string_view first = d.of(s.range.begin);
  const bool told = first == "It" || first == "They" || first == "This" || first == "These" || first == "Both" || s.has(Cue::mission_noun) || d.claims.size() > d.sentence_claims;
  return follows || (told && d.of(static_cast<Spot>(verb)).find("was ") == 0);
}

// "…, while that of Chile in Oslo was inaugurated in 1957": the other side's, in its town. False where the town fits nobody.
bool other_mission(const Document& d, const Sentence& s, const CueSpot& verb, Claim& model) {
  for (std::uint32_t i = verb.begin; i-- > s.range.begin && verb.begin - i <= 8;) {
    if (d.of(i) != "that" || i + 1 >= verb.begin || d.of(i + 1) != "of") continue;
    for (const Mention& one : d.mentions) {
      if (one.begin < i + 2 || one.begin > i + 3 || !Document::is_pair(one.side) || one.form != NameForm::name) continue;
      model.subject = d.code(one.side), model.object = d.code(Document::other(one.side));
      model.place = capital_of(d, s, Document::other(one.side));
      City city;
      if (find_cue(s, Cue::in_word, one.end, one.end + 1) && city_at(d, s, one.end + 1, city)) model.place = d.of(city);
      return city.end == 0 || city.host != one.side;
    }
    return false;
  }
  return true;
}

// "…, and Ethiopia followed suit in 1990": the other side did the same to its own mission.
void read_followed_suit(Document& d, const Sentence& s) {
  if (d.claims.empty()) return;
  const Claim& last = d.claims.back();
  constexpr std::uint32_t sentence_before = 160;  // characters: "Norway opened an embassy in Lima in 1992. Peru did the same in Oslo in 2010."
  if (d.claims.size() <= d.sentence_claims && (d.tokens[s.range.begin].begin < last.plain.end || d.tokens[s.range.begin].begin - last.plain.end > sentence_before)) return;
  if (last.kind != Kind::mission_opened && last.kind != Kind::mission_closed) return;
  const Claim model = last;
  for (std::uint32_t i = s.range.begin + 1; i + 2 < s.range.end; ++i) {
    const bool suit = (d.of(i) == "followed" && (d.of(i + 1) == "suit" || d.of(i + 1) == "in")) || (d.of(i) == "did" && (d.of(i + 1) == "likewise" || d.of(i + 1) == "so" || d.of(i + 1) == "the" || d.of(i + 1) == "this")) || d.of(i) == "reciprocated";
    if (!suit || d.tokens[i].begin < model.plain.end) continue;
    for (const Mention& one : d.mentions) {
      if (one.end != i || one.form != NameForm::name || one.reference || !Document::is_pair(one.side) || d.code(one.side) == model.subject) continue;
      for (const When& when : s.dates) {
        if (when.begin < i + 1 || when.begin - i > 7) continue;  // "did so in Oslo in 1962"
        Claim& claim = d.add(model.kind, {one.begin, when.end});
        claim.unit = model.unit, claim.subject = model.object, claim.object = model.subject, claim.period = when.text();
        if (model.unit == "embassy") claim.place = capital_of(d, s, Document::other(one.side));
        City city;  // "did so in Lima in 1923"
        for (std::uint32_t k = i + 1; k < when.begin; ++k) {
          if (find_cue(s, Cue::in_word, k, k + 1) && city_at(d, s, k + 1, city) && city.host == Document::other(one.side)) claim.place = d.of(city);
        }
        return;
      }
    }
  }
}

}  // namespace

// "…, inaugurated in April 1978, was closed in 1993", "It was shut down in 1983", "reopened it on 12 September 2016": what
// happened to the mission told last.
void read_mission_sequels(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || s.dates.empty()) return;
  read_followed_suit(d, s);
  for (const CueSpot& verb : s.cues) {
    const bool close = verb.cue == Cue::close_verb, again = verb.cue == Cue::reopen_verb;
    if (!close && !again && verb.cue != Cue::open_verb) continue;
    const Range here{d.tokens[verb.begin].begin, d.tokens[verb.end - 1].end};
    const auto told = [&](const Claim& one) { return (one.kind == Kind::mission_opened || one.kind == Kind::mission_closed) && one.plain.overlaps(here); };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
    if (!stands_alone(d, s, verb)) continue;
    const Claim* mission = last_mission(d, {}, 1, here.begin);
    if (!mission || d.claims.size() > d.sentence_claims + 6) continue;
    const bool same_sentence = mission - d.claims.data() >= static_cast<std::ptrdiff_t>(d.sentence_claims);
    if (!same_sentence && mission != &d.claims.back()) continue;  // something else was told since
    const When* when = nullptr;
    for (const When& one : s.dates) {
      if (one.begin >= verb.end && one.begin - verb.end <= 5 && !when) when = &one;
    }
    // "and in 1997 it was reopened": the date stands before it, behind what was told
    for (const When& one : s.dates) {
      if (!when && one.end <= verb.begin && verb.begin - one.end <= 4 && d.tokens[one.begin].begin >= mission->plain.end && (same_sentence || one.begin <= s.range.begin + 2)) when = &one;
    }
    if (!when) continue;
    Claim model = *mission;
    if (!other_mission(d, s, verb, model)) continue;
    Claim& claim = d.add(close ? Kind::mission_closed : Kind::mission_opened, span(verb, *when));
    claim.subject = model.subject, claim.object = model.object, claim.unit = model.unit, claim.place = model.place;
    When at = *when;
    at.since = at.until = false;
    if (close && at.year2 > at.year) at.year = at.year2, at.month = at.month2, at.day = at.day2, at.year2 = at.month2 = at.day2 = 0;  // "between 1975 and 1991, when it was closed"
    claim.period = at.text();
    // "reopened in 2013 in the Tel Aviv District city of Herzliya": where it is now
    City city;
    if (!close && when->end + 1 < s.range.end && find_cue(s, Cue::in_word, when->end, when->end + 1)) {
      const std::uint32_t town = town_name_at(d, s, when->end + 1);
      if (city_at(d, s, town, city) && city.host != sender_of(d, &claim) && city.host != Side::third) claim.place = d.of(city);
    }
    if (again) claim.note = "re-opened";
  }
}

}  // namespace comity::claims
