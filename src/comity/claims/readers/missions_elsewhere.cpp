// Missions that reside in a third state: "is accredited to B from its embassy in C", "the interests of A in B are looked after
// by its embassy in C".
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// "the first ambassador to Norway": whom the noun says he was sent to; none where it names neither of the two.
Side sent_to(const Document& d, const Sentence& s, const CueSpot& noun) {
  const CueSpot* to = noun.cue == Cue::ambassador ? find_cue(s, Cue::to_word, noun.end, noun.end + 1) : nullptr;
  for (const Mention& one : d.mentions) {
    if (to && one.begin >= to->end && one.begin - to->end <= 1 && one.form == NameForm::name && Document::is_pair(one.side)) return one.side;
  }
  return Side::none;
}

bool is_residence(std::string_view phrase) {
  for (const std::string_view one : {"resides in", "resided in", "residing in", "resident in", "residence in", "based in", "operating out of", "operating from", "stationed in", "with seat in"}) {
    if (phrase.ends_with(one)) return true;
  }
  return false;
}

const Mention* third_behind(const Document& d, const CueSpot& cue) {
  constexpr std::uint32_t farthest = 5;
  for (const Mention& one : d.mentions) {
    if (one.side == Side::third && one.form == NameForm::name && one.begin >= cue.end && one.begin - cue.end <= farthest) return &one;
  }
  return nullptr;
}

// "Malta was accredited to the Embassy in Tripoli": the one served stands where else who serves does; none where it is not so told.
Side served_first(const Document& d, const Sentence& s, const CueSpot& cue, Spot clause) {
  if (find_cue(s, Cue::mission_noun, clause.begin, cue.begin) || find_cue(s, Cue::ambassador, clause.begin, cue.begin)) return Side::none;
  const std::string_view words = d.of(cue);
  if (words.find("accredited") == std::string_view::npos || !(words.ends_with(" to") || (cue.end < clause.end && d.of(cue.end) == "to"))) return Side::none;
  const Mention* last = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.begin >= clause.begin && one.end <= cue.begin && one.form < NameForm::capital) last = &one;
  }
  if (!last || !Document::is_pair(last->side) || last->form != NameForm::name || cue.begin - last->end > 3) return Side::none;
  const auto whom = [&](const Mention& one) { return one.begin >= cue.end && one.begin - cue.end <= 2 && Document::is_pair(one.side) && one.form == NameForm::name; };
  if (std::any_of(d.mentions.begin(), d.mentions.end(), whom)) return Side::none;  // "Norway is accredited to Peru from its embassy in Santiago"
  // A mission, or a third state with "concurrently" before it: states are accredited to states as well ("Norway is accredited to Peru").
  if (find_cue(s, Cue::mission_noun, cue.end, std::min(clause.end, cue.end + 6))) return last->side;
  const bool beside = words.find("concurrently") != std::string_view::npos || d.of(cue.begin - 1) == "concurrently";
  return beside && third_behind(d, cue) ? last->side : Side::none;
}

// "Malta was concurrently accredited to Libya", "to our Mission in Zambia": no mission of the register's words is named.
Spot add_served_from(Document& d, const Sentence& s, const CueSpot& cue, Side served, Spot clause) {
  const Mention* third = third_behind(d, cue);
  if (!third) return {};
  const Spot said = span(cue, *third);
  Claim& claim = d.add(Kind::mission, said);
  claim.unit = "accredited";
  claim.subject = d.code(Document::other(served)), claim.object = d.code(served);
  claim.accredited_from = d.grammar.code(third->state);
  for (const When& one : s.dates) {
    if ((one.since || one.until || one.year2 > one.year) && one.begin >= clause.begin && one.end <= clause.end) claim.period = one.text();
  }
  return said;
}

// Who is said to be served or represented before a phrase: of "Norway is represented in Peru by" the first, of "relations with Peru
// are conducted by" the other one.
Side served_before(const Document& d, const Sentence& s, std::uint32_t before, std::uint32_t from) {
  for (std::size_t i = d.mentions.size(); i-- > 0;) {
    const Mention& one = d.mentions[i];
    if (one.end > before || one.begin < from || one.form >= NameForm::capital || one.side == Side::none) continue;
    const std::uint32_t phrase = phrase_begin(d, s, one, from);
    const bool object = phrase > from && (find_cue(s, Cue::in_word, phrase - 1, phrase) || find_cue(s, Cue::with_word, phrase - 1, phrase) || find_cue(s, Cue::to_word, phrase - 1, phrase) || d.of(phrase - 1).ends_with(" in"));
    const bool verb = std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& cue) { return cue.end == phrase && (cue.cue == Cue::mission_have || cue.cue == Cue::serve_verb) && d.of(cue).ends_with(" in"); });
    return (object || verb) && Document::is_pair(one.side) ? Document::other(one.side) : one.side;
  }
  return Side::none;
}

}  // namespace

// "A is accredited to B from its embassy in C", "A's ambassador to C is accredited to B": a mission to the pair that resides
// elsewhere. Gives the part of the sentence that said so; empty where nothing was found.
Spot read_accredited(Document& d, const Sentence& s, const CueSpot& cue) {
  const Spot clause = clause_of(d, s, cue.begin);
  const CueSpot* noun = find_cue_back(s, Cue::ambassador, cue.begin, clause.begin);  // "The Korean ambassador to Brazil was accredited to Peru, until …"
  if (noun && cue.begin - noun->end > 5) noun = nullptr;
  if (!noun) noun = find_cue(s, Cue::mission_noun, cue.begin, cue.end);  // "from its embassy"
  if (!noun) noun = find_cue(s, Cue::ambassador, cue.begin, cue.begin + 1);    // "a non-resident ambassador in Santiago"
  if (!noun) noun = find_cue(s, Cue::mission_noun, cue.end, clause.end);
  if (noun && noun->begin > cue.end + 12) noun = nullptr;
  // "The Embassy of Norway in Santiago is accredited to Peru, and the Embassy of Peru in Stockholm …": each has its own
  const CueSpot* own = noun && noun->begin >= cue.end ? find_cue_back(s, Cue::mission_noun, cue.begin, clause.begin) : nullptr;
  if (own && cue.begin - own->end <= 9 && find_cue(s, Cue::and_word, cue.end, noun->begin)) noun = own;
  if (!noun) noun = find_cue_back(s, Cue::mission_noun, cue.begin, clause.begin);
  if (!noun) noun = find_cue_back(s, Cue::ambassador, cue.begin, clause.begin);
  if (!noun) noun = find_cue(s, Cue::ambassador, cue.end, clause.end);
  const bool resides = is_residence(d.of(cue));
  const Side served = served_first(d, s, cue, clause);
  if (Document::is_pair(served) && (!noun || noun->end <= cue.begin || noun->begin - cue.end > 6)) return add_served_from(d, s, cue, served, clause);
  if (!noun || (resides && (noun->cue != Cue::ambassador || noun->end > cue.begin))) return {};  // "Peruvians resident in Oslo"
  // To whom: the side behind "accredited to" is the host, whoever else is named.
  Side host = Side::none;
  for (const Mention& one : d.mentions) {
    if (one.reference || one.begin < cue.end || one.begin - cue.end > 3 || one.form >= NameForm::capital) continue;
    if (one.begin > cue.end && d.tokens[one.begin - 1].is(TokenKind::comma)) break;  // "resides in Bucharest, Romania"
    if (one.side == Side::third && served == Side::none) return {};
    if (Document::is_pair(one.side) && served == Side::none) host = one.side;
    break;
  }
  if (served != Side::none) host = served;
  if (host == Side::none && noun->end <= cue.begin) host = sent_to(d, s, *noun);
  for (const Mention& one : d.mentions) {  // "relations with Norway from its embassy in Copenhagen"
    if (noun->begin >= cue.begin && noun->end <= cue.end && one.end == cue.begin && Document::is_pair(one.side) && one.begin > s.range.begin && find_cue(s, Cue::with_word, one.begin - 1, one.begin)) host = one.side;
  }
  for (const Mention& one : d.mentions) {  // "der für Ghana zuständige Botschafter"
    if (one.end == cue.begin && d.of(cue).starts_with("zuständige") && Document::is_pair(one.side)) host = one.side;
  }
  Side sender = sender_at_noun(d, s, *noun);
  // "Norway is represented in Peru through a non-resident ambassador": who is represented, not where
  for (const Mention& one : d.mentions) {
    if (Document::is_pair(sender) || !Document::is_pair(one.side) || one.begin < clause.begin || one.end > cue.begin || one.form != NameForm::name) continue;
    const Mention* next = &one + 1 < d.mentions.data() + d.mentions.size() ? &one + 1 : nullptr;
    const CueSpot* verb = find_cue(s, Cue::mission_have, one.end, one.end + 2);
    if (next && verb && d.of(*verb).find("represent") != std::string_view::npos && next->end <= cue.begin && next->side == Document::other(one.side)) sender = one.side;
  }
  if (!Document::is_pair(sender)) sender = served_before(d, s, cue.begin, clause.begin);
  if (Document::is_pair(host)) sender = Document::other(host);
  if (!Document::is_pair(sender)) return {};
  std::uint32_t at = towns_of(d, s, *noun);
  // "an embassy in Oslo, which had been accredited from Copenhagen", "who resides in Copenhagen": the town is the cue's own
  if (resides) at = cue.end;
  if (const CueSpot* from = find_cue(s, Cue::from_word, cue.end, cue.end + 1); from && from->end < clause.end && d.tokens[from->end].capital) {
    City seat;
    if (at && at < cue.begin && city_at(d, s, at, seat) && Document::is_pair(seat.host)) sender = Document::other(seat.host);
    at = from->end;
  }
  City city;
  bool town = at && city_at(d, s, at, city);
  // "the ambassador to Copenhagen was also accredited to Norway"
  if (!town && noun->cue == Cue::ambassador && find_cue(s, Cue::to_word, noun->end, noun->end + 1)) {
    for (const NameSpot& name : s.names) {
      if (name.begin == noun->end + 1 && name.form >= NameForm::capital && name.side == Side::third) town = city_at(d, s, name.begin, city);
    }
  }
  // "a non-resident ambassador based in Bratislava": at home
  const bool home = resides && city.host == sender && find_cue_back(s, Cue::accredited, cue.begin, clause.begin);
  if (town && Document::is_pair(city.host) && !home) return {};
  const Mention* elsewhere = nullptr;  // "the ambassador to Chile"
  for (const Mention& one : d.mentions) {
    if (one.side == Side::third && one.form < NameForm::capital && one.begin >= noun->end && one.begin - noun->end <= 3) elsewhere = &one;
  }
  if (!town && !elsewhere) return {};
  const Spot said = town ? span(span(cue, *noun), city) : span(cue, *noun);
  // "accredited its legation in X as concurrent accreditation": said once.
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
    const bool same = d.claims[i].subject == d.code(sender) || d.of(cue).starts_with("from ");
    if (d.claims[i].unit == "accredited" && same && (!town || d.claims[i].place == d.of(city))) return said;
    if (d.claims[i].unit == "accredited" && same && d.claims[i].place.empty()) {  // "a nonresident ambassador operating out of Santiago"
      d.claims[i].place = d.of(city);
      return said;
    }
  }
  Claim& claim = d.add(Kind::mission, trimmed(said, cue, 16));
  claim.unit = "accredited";
  claim.subject = d.code(sender);
  claim.object = d.code(Document::other(sender));
  if (town) claim.place = d.of(city);
  for (const When& one : s.dates) {  // "between 1983 and 1995", "since 2006"
    const bool next_ones = !claim.period.empty() && one.begin > said.end;  // "…, and between 1997 and 1998 the one in Bonn"
    if ((one.since || one.until || (one.year2 && one.year2 > one.year)) && one.begin >= clause.begin && one.end <= clause.end && !next_ones && !find_cue(s, Cue::open_verb, clause.begin, clause.end)) claim.period = one.text();
  }
  if (home) claim.accredited_from = d.code(sender);
  else if (town && city.state) claim.accredited_from = d.grammar.code(city.state);
  else if (elsewhere) claim.accredited_from = d.grammar.code(elsewhere->state);
  return said;
}

// "The interests of A in B are looked after by the embassy in C", "Die samoanischen Interessen in Deutschland werden durch die
// Botschaft in Brüssel wahrgenommen, die deutschen in Samoa durch die Botschaft in Wellington".
void read_interests(Document& d, const Sentence& s, std::vector<Spot>& taken) {
  for (const CueSpot& word : s.cues) {
    if (word.cue != Cue::interests) continue;
    const Spot clause = clause_of(d, s, word.begin);
    const CueSpot* noun = find_cue(s, Cue::mission_noun, word.end, std::min(clause.end, word.end + 12));
    const CueSpot* next = find_cue(s, Cue::interests, word.end, clause.end);
    if (!noun || (next && next->begin < noun->begin) || !find_cue(s, Cue::by_word, word.end, noun->begin)) continue;
    const std::uint32_t at = towns_of(d, s, *noun);
    City city;
    if (!at || !city_at(d, s, at, city) || Document::is_pair(city.host)) continue;
    Side sender = Side::none, host = Side::none;
    for (const Mention& one : d.mentions) {
      if (!Document::is_pair(one.side) || one.form >= NameForm::capital) continue;
      const bool before = one.end == word.begin || (one.end + 1 == word.begin && d.tokens[one.end].is(TokenKind::possessive));
      const bool of = find_cue(s, Cue::of_word, word.end, word.end + 1) && one.begin > word.end && one.begin - word.end <= 2;
      if (before || of) sender = one.side;
      else if (one.begin >= word.end && one.end <= noun->begin && find_cue(s, Cue::in_word, one.begin - 1, one.begin)) host = one.side;
    }
    if (!Document::is_pair(sender) && word.begin > s.range.begin && (d.of(word.begin - 1) == "Our" || d.of(word.begin - 1) == "our")) sender = d.own;
    if (!Document::is_pair(sender)) sender = Document::other(host);
    if (!Document::is_pair(sender)) continue;
    const Spot said{word.begin, city.end};
    Claim& claim = d.add(Kind::mission, trimmed(said, word, 16));
    claim.unit = "accredited";
    claim.subject = d.code(sender), claim.object = d.code(Document::other(sender));
    claim.place = d.of(city);
    if (city.state) claim.accredited_from = d.grammar.code(city.state);
    for (const When& one : s.dates) {
      if (one.year2 && one.begin >= city.end && one.begin - city.end <= 3) claim.period = one.text();
    }
    taken.push_back(said);
  }
}

}  // namespace comity::claims
