// What is left of missions elsewhere when the phrases of accreditation have been read: an embassy or ambassador in a third
// state, in a sentence that says whom it serves ("relations with Kenya are handled by the Danish embassy in Kampala").
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

constexpr std::uint32_t farthest_country = 4;

// Whether what stands before a name makes it an object: "with Kenya", "in Kenya", "to Kenya", "covers Kenya".
bool is_object(const Document& d, const Sentence& s, const Mention& one, Spot clause) {
  const std::uint32_t phrase = phrase_begin(d, s, one, clause.begin);
  if (phrase <= clause.begin) return false;
  const std::uint32_t before = phrase - 1;
  for (const Cue link : {Cue::of_word, Cue::with_word, Cue::to_word, Cue::for_word, Cue::in_word}) {
    if (find_cue(s, link, before, before + 1)) return true;
  }
  return std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& cue) { return cue.end == before + 1 && (cue.cue == Cue::serve_verb || cue.cue == Cue::accredited); });
}

// The town in a third state where a mission or an envoy resides, else that state ("to Sweden"); empty where neither is said.
struct Seat {
  Spot spot;
  StateId state;
};

Seat seat_of(const Document& d, const Sentence& s, const CueSpot& noun) {
  City city;
  if (const std::uint32_t at = towns_of(d, s, noun); at && city_at(d, s, at, city)) return city.host == Side::third ? Seat{city, city.state} : Seat{};
  for (const Mention& one : d.mentions) {
    if (one.begin < noun.end || one.begin - noun.end > farthest_country) continue;
    const bool there = find_cue(s, Cue::in_word, one.begin - 1, one.begin) || find_cue(s, Cue::to_word, one.begin - 1, one.begin);
    return there && one.side == Side::third && one.form != NameForm::adjective ? Seat{one, one.state} : Seat{};
  }
  return {};
}

// Who sends and who is served; false where the sentence does not name the one that is served.
bool parties_of(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause, Side& sender) {
  const Mention *subject = nullptr, *object = nullptr;
  bool elsewhere = false;  // "Peruvians in Bolivia are served by …": who is served is not the other side
  for (const Mention& one : d.mentions) {
    elsewhere = elsewhere || (one.side == Side::third && one.begin >= clause.begin && one.end <= noun.begin && is_object(d, s, one, clause));
    if (!Document::is_pair(one.side) || one.begin < clause.begin || one.end > clause.end || one.form >= NameForm::capital || (one.end <= noun.begin && noun.begin - one.end <= 1)) continue;
    if (is_object(d, s, one, clause)) object = object ? object : &one;
    else subject = subject ? subject : &one;
  }
  sender = sender_at_noun(d, s, noun);
  if (!Document::is_pair(sender)) sender = object ? Document::other(object->side) : subject ? subject->side : Side::none;
  if (!Document::is_pair(sender)) return false;
  // "Consular matters are dealt with by the Norwegian embassy in Santiago", "Relations remain via …": whose is told, and of whom goes without saying
  static constexpr WordSet matters("consular", "Consular", "duties", "affairs", "matters", "visa", "visas", "Visas", "Visa", "relations", "Relations", "interests", "contacts", "contact");
  for (std::uint32_t i = clause.begin; i < clause.end && !object && !subject && !elsewhere; ++i) {
    if (matters.has(d.of(i)) && Document::is_pair(sender_at_noun(d, s, noun))) return true;
  }
  const bool served = (object && object->side == Document::other(sender)) || (subject && !elsewhere && subject->side == Document::other(sender));
  // "Kenya is represented by its ambassador in Stockholm": in an article on two countries, in the other one
  const CueSpot* verb = subject ? find_cue(s, Cue::serve_verb, subject->end, noun.begin) : nullptr;
  return served || (verb && !elsewhere && subject->side == sender && d.of(*verb).starts_with("represented"));
}

void add_served(Document& d, const Sentence& s, Side sender, Spot quote, Spot anchor, const Seat& seat) {
  Claim& claim = d.add(Kind::mission, trimmed(quote, anchor, 16));
  claim.unit = "accredited";
  claim.subject = d.code(sender), claim.object = d.code(Document::other(sender));
  claim.place = d.of(seat.spot);
  if (seat.state) claim.accredited_from = d.grammar.code(seat.state);
  for (const When& one : s.dates) {  // "… through the embassy in Pretoria until 2011"
    const std::uint32_t end = std::max(quote.end, seat.spot.end);
    if ((one.since || one.until || one.year2 > one.year) && one.begin < end + 3 && one.end + 3 > quote.begin) claim.period = one.text();
  }
}

// "Denmark is accredited to Kenya from Kampala": no mission is named.
void read_accredited_from(Document& d, const Sentence& s) {
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::accredited || find_cue(s, Cue::mission_noun, cue.begin, cue.end)) continue;
    const Spot clause = clause_of(d, s, cue.begin);
    for (const Mention& one : d.mentions) {
      City city;
      if (one.begin < cue.end || one.begin - cue.end > 2 || !Document::is_pair(one.side) || one.form >= NameForm::capital || one.end + 1 >= clause.end) continue;
      if (!find_cue(s, Cue::from_word, one.end, one.end + 1) || !city_at(d, s, one.end + 1, city) || city.host != Side::third || is_told(d, span(cue, city), {Kind::mission})) continue;
      add_served(d, s, Document::other(one.side), span(cue, city), cue, {city, city.state});
    }
  }
}

// "…, and the Peruvian Ambassador in Santiago to Norway": accredited, as the one before
void read_accredited_too(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if ((noun.cue != Cue::mission_noun && noun.cue != Cue::ambassador) || !find_cue_back(s, Cue::accredited, noun.begin, s.range.begin)) continue;
    const Side sender = sender_at_noun(d, s, noun);
    const Seat seat = Document::is_pair(sender) ? seat_of(d, s, noun) : Seat{};
    if (!seat.spot.end || is_told(d, span(noun, seat.spot), {Kind::mission}) || !find_cue(s, Cue::to_word, seat.spot.end, seat.spot.end + 1)) continue;
    for (const Mention& one : d.mentions) {
      if (one.side == Document::other(sender) && one.form == NameForm::name && one.begin > seat.spot.end && one.begin - seat.spot.end <= 2) {
        add_served(d, s, sender, span(noun, seat.spot), noun, seat);
        break;
      }
    }
  }
}

// "Norway has no embassy in Peru but is accredited from Santiago": to whom is told before.
void read_accredited_but(Document& d, const Sentence& s) {
  for (const CueSpot& cue : s.cues) {
    City city;
    if (cue.cue != Cue::accredited || find_cue(s, Cue::mission_noun, cue.begin, cue.end) || !find_cue(s, Cue::from_word, cue.end, cue.end + 1) || !city_at(d, s, cue.end + 1, city) || city.host != Side::third) continue;
    if (is_told(d, span(cue, city), {Kind::mission}) || !find_cue(s, Cue::mission_noun, s.range.begin, cue.begin) || clause_of(d, s, cue.begin).begin == s.range.begin) continue;
    for (const Mention& one : d.mentions) {
      if (one.end > cue.begin || !Document::is_pair(one.side) || one.form != NameForm::name) continue;
      add_served(d, s, one.side, span(cue, city), cue, {city, city.state});
      break;
    }
  }
}

// "Peru's embassy to Norway is in Stockholm": to whom it is sent and where it is, in a third state.
void read_sent_to(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun || !find_cue(s, Cue::to_word, noun.end, noun.end + 1)) continue;
    const Side sender = sender_at_noun(d, s, noun);
    for (const Mention& one : d.mentions) {
      if (!Document::is_pair(sender) || one.side != Document::other(sender) || one.form != NameForm::name || one.begin <= noun.end || one.begin - noun.end > 2) continue;
      const CueSpot* located = find_cue(s, Cue::mission_located, one.end, one.end + 2);
      City city;
      if (!located || !city_at(d, s, located->end, city) || city.host != Side::third || is_told(d, span(noun, city), {Kind::mission})) continue;
      add_served(d, s, sender, span(noun, city), noun, {city, city.state});
      break;
    }
  }
}

}  // namespace

void read_missions_served(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  if (s.has(Cue::mission_located) && s.has(Cue::mission_noun)) read_sent_to(d, s);
  if (s.has(Cue::accredited)) {
    read_accredited_from(d, s);
    read_accredited_but(d, s);
    read_accredited_too(d, s);
  }
  if (!s.has(Cue::serve_verb) || !(s.has(Cue::mission_noun) || s.has(Cue::ambassador))) return;
  for (const CueSpot& noun : s.cues) {
    if ((noun.cue != Cue::mission_noun && noun.cue != Cue::ambassador) || noun.end >= s.range.end) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const CueSpot* verb = find_cue_back(s, Cue::serve_verb, noun.begin, clause.begin);
    if (!verb) verb = find_cue(s, Cue::serve_verb, noun.end, clause.end);
    const Seat seat = verb ? seat_of(d, s, noun) : Seat{};
    if (!seat.spot.end) continue;
    const Spot said = span(noun, *verb);
    // "maintains relations through its embassy in", not "maintains relations and has an embassy in"
    static constexpr WordSet links("through", "via", "from", "by");
    bool linked = !d.of(*verb).ends_with("relations");
    for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= 3;) linked = linked || links.has(d.of(i));
    if (!linked || has_cue(s, Cue::open_verb, said) || has_cue(s, Cue::close_verb, said) || find_cue_back(s, Cue::negation, verb->begin + 1, verb->begin - std::min(verb->begin, 3u))) continue;
    const Spot quote = span(span(noun, seat.spot), *verb);
    Side sender = Side::none;
    if (is_told(d, quote, {Kind::mission}) || !parties_of(d, s, noun, clause, sender)) continue;
    add_served(d, s, sender, quote, *verb, seat);
  }
}

}  // namespace comity::claims
