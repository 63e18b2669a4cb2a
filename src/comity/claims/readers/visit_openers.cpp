// Visits told by what a sentence opens with, their visitor behind the comma: "Speaking alongside his Norwegian counterpart in Oslo, the
// Peruvian President said", "While on a visit to Norway in May 2014, President X spoke"; and in captions.
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// The comma that ends the opening, which a person follows: a comma within "Oslo, Norway, …" does not.
std::uint32_t end_of_opening(const Document& d, const Sentence& s, const PersonSpot*& who) {
  constexpr std::uint32_t longest = 30;
  for (std::uint32_t i = s.range.begin; i + 1 < s.range.end && i - s.range.begin < longest; ++i) {
    if (!d.tokens[i].is(TokenKind::comma)) continue;
    for (const PersonSpot& one : s.persons) {
      const bool titled = one.titled && (!one.nameless || one.side != Side::none);
      if (one.begin > i && one.begin - i <= 2 && (titled || (!one.minor && known(d, one)))) {
        who = &one;
        return i;
      }
    }
  }
  return 0;
}

// Where the opening says that they were: behind "in", "to", "at", whatever stands between ("in the capital Oslo").
const Mention* place_in(const Document& d, const Sentence& s, std::uint32_t end) {
  const Mention* out = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.end > end || one.reference || one.form == NameForm::adjective || one.form == NameForm::people || one.begin == s.range.begin) continue;
    if (one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive)) continue;
    std::uint32_t link = one.begin;
    while (link > s.range.begin + 1 && link + 4 > one.begin && (one_of(d.of(link - 1), {"the", "capital", "city", "of"}) || d.tokens[link - 1].is(TokenKind::comma) || std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& adjective) { return adjective.form == NameForm::adjective && adjective.end == link; }))) --link;
    const bool in = find_cue(s, Cue::in_word, link - 1, link) || find_cue(s, Cue::to_word, link - 1, link) || one_of(d.of(link - 1), {"Visiting", "visiting", "In"});
    if (!in) continue;
    if (one.side == Side::third) return nullptr;
    if (!out || one.form >= NameForm::capital) out = &one;
  }
  return out;
}

void read_opener(Document& d, const Sentence& s) {
  static constexpr WordSet speaking("Speaking", "Visiting", "Arriving", "Addressing", "Attending", "Talking");
  static constexpr WordSet travelling("While", "During", "On", "In", "At");
  const std::string_view first = d.of(s.range.begin);
  if (!speaking.has(first) && !(s.has(Cue::visit_noun) && travelling.has(first))) return;
  const PersonSpot* who = nullptr;
  const std::uint32_t end = end_of_opening(d, s, who);
  if (!end) return;
  const bool trip = find_cue(s, Cue::visit_noun, s.range.begin, end) != nullptr;
  if (!trip && !speaking.has(first)) return;
  const Mention* place = place_in(d, s, end);
  if (!place || !Document::is_pair(place->side)) return;
  const Side guest = side_of(d, *who);
  if (guest == place->side || guest == Side::third || (!Document::is_pair(guest) && !trip)) return;
  // Told by another reader without its visitor, or not at all.
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
    Claim& claim = d.claims[i];
    if (claim.kind != Kind::visit) continue;
    if (claim.person.empty() && !who->nameless && claim.object == d.code(place->side) && claim.plain.begin < d.tokens[end].begin) claim.person = d.person_name(*who);
    return;
  }
  // "During the visit of X to Norway, Y said": another's; of one's own visit a day or "his" tells
  const auto other = [&](const PersonSpot& one) { return &one != who && one.end <= end && (one.titled || !one.minor) && !(one.begin > s.range.begin && find_cue(s, Cue::counterpart, one.begin - 1, one.begin)) && trip; };
  if (std::any_of(s.persons.begin(), s.persons.end(), other) || (trip && s.dates.empty())) return;
  const When* when = date_for(d, s, {s.range.begin, place->end}, s.range, 6);
  Claim& claim = d.add(Kind::visit, trimmed({s.range.begin, who->end}, *who, 24));
  const Side from = Document::other(place->side);
  claim.subject = d.code(from), claim.object = d.code(place->side);
  if (!who->nameless) claim.person = d.person_name(*who), d.remember(*who, from);
  if (place->form >= NameForm::capital) claim.place = d.of(*place);
  claim.period = when ? when->text() : weekday_near(d, s, {s.range.begin, place->end}, s.range, false);
  d.last_traveller = from;
}

// "2001: Peruvian Foreign Minister X in Oslo for talks": no verb at all.
void read_title_in_place(Document& d, const Sentence& s) {
  if (s.dates.size() != 1 || s.persons.empty() || s.range.end - s.range.begin > 24 || s.has(Cue::have)) return;
  const PersonSpot& who = s.persons.front();
  const When& when = s.dates.front();
  if (!who.titled || (who.nameless && !Document::is_pair(who.side)) || who.end >= s.range.end || !(when.begin == s.range.begin || (who.begin == s.range.begin && s.persons.size() == 1)) || who.begin > when.end + 3) return;
  for (const Mention& place : d.mentions) {
    if (place.begin != who.end + 1 || place.form < NameForm::capital || !Document::is_pair(place.side) || !find_cue(s, Cue::in_word, who.end, who.end + 1)) continue;
    if (side_of(d, who) != Document::other(place.side)) return;
    Claim& claim = d.add(Kind::visit, span(who, place));
    claim.subject = d.code(Document::other(place.side)), claim.object = d.code(place.side), claim.place = d.of(place);
    if (!who.nameless) claim.person = d.person_name(who);
    claim.period = when.text();
    return;
  }
}

// ", a visit reciprocated by President X in 2003", "The visit was returned by X in 2003": the other way.
void read_reversed(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 1; i + 2 < s.range.end; ++i) {
    if (!one_of(d.of(i), {"reciprocated", "returned", "repaid"}) || d.of(i + 1) != "by") continue;
    const Claim* told = nullptr;
    for (const Claim& one : d.claims) {
      if (one.kind == Kind::visit && !one.subject.empty() && one.plain.end <= d.tokens[i].begin) told = &one;
    }
    for (const PersonSpot& who : s.persons) {
      if (!told || who.begin < i + 2 || who.begin - i > 4) continue;
      const Range here{d.tokens[who.begin].begin, d.tokens[who.end - 1].end};
      const auto has = [&](const Claim& one) { return one.kind == Kind::visit && (one.plain.overlaps(here) || (!who.nameless && one.person == d.person_name(who))); };
      if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), has)) break;
      const When* when = date_for(d, s, who, {i, s.range.end}, 6);
      if (!when || when->begin < i || who.side == Side::third) break;
      const std::string from = told->object, to = told->subject;
      Claim& claim = d.add(Kind::visit, span({i, i + 1}, who));
      claim.subject = from, claim.object = to, claim.period = when->text();
      if (!who.nameless) claim.person = d.person_name(who);
      break;
    }
  }
}

}  // namespace

void read_visit_openers(Document& d, const Sentence& s) {
  if (d.grammar.language != "en" || s.block == Block::Kind::heading || s.persons.empty()) return;
  read_opener(d, s);
  if (s.has(Cue::reverse)) read_reversed(d, s);
  const auto visits = [](const Claim& one) { return one.kind == Kind::visit; };
  if (std::none_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), visits)) read_title_in_place(d, s);
}

}  // namespace comity::claims
