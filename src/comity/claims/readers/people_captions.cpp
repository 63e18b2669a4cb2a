// People of one state in the other on two lines, as in the tables of country briefs: "Peruvian visitors to Norway (2019)" and below it
// "29,600", "Norwegian nationals in Peru (data: Ministry):" and "261 (as of October 2015)".
#include <algorithm>
#include <utility>

#include "comity/claims/readers/told_parts.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

constexpr std::uint32_t longest_caption = 26, longest_number = 12;

bool is_in(const When& when, const Amount& amount) { return when.begin < amount.end && amount.begin < when.end; }

// A number on its own, perhaps with its date in brackets: "29,600", "261 (as of October 2015)", "4,581 people".
const Amount* number_alone(const Document& d, const Sentence& s) {
  if (s.amounts.empty() || s.range.end - s.range.begin > longest_number) return nullptr;
  const Amount& first = s.amounts.front();
  const auto dated = [&](const When& when) { return is_in(when, first); };
  const bool year = s.range.end - s.range.begin == 1 && first.value >= 1900 && first.value <= 2100 && s.dates.size() == 1;
  if (first.kind != Amount::Kind::number || year || std::any_of(s.dates.begin(), s.dates.end(), dated)) return nullptr;
  const bool led = first.begin == s.range.begin || (first.begin - s.range.begin == 1 && find_cue(s, Cue::hedge, s.range.begin, first.begin));
  if (!led || first.value < 2) return nullptr;
  if (first.end == s.range.end || d.tokens[first.end].is(TokenKind::open)) return &first;
  const bool people = find_cue(s, Cue::people_noun, first.end, first.end + 1) || s.cue_at(first.end, Cue::student_noun) || s.cue_at(first.end, Cue::tourist_noun);
  return people && (first.end + 1 == s.range.end || d.tokens[first.end + 1].is(TokenKind::open)) ? &first : nullptr;
}

Kind kind_of(Cue cue) {
  switch (cue) {
    case Cue::student_noun: return Kind::students;
    case Cue::tourist_noun: return Kind::tourism;
    case Cue::people_noun: return Kind::diaspora;
    case Cue::refugee_noun: case Cue::worker_noun: return Kind::migration_stock;
    default: return Kind::other;
  }
}

// Whose people they are: "Peruvian visitors", "people born in Peru", "residents of Peruvian descent", "visitors from Peru".
Side nation_of(const Document& d, const Sentence& s, const CueSpot& noun) {
  const CueSpot* born = find_cue(s, Cue::born, noun.end);
  if (!born) born = find_cue(s, Cue::born, noun.begin, noun.end);
  if (!born) {
    for (const CueSpot& cue : s.cues) {  // "of Peruvian ancestry": the grammar of living has "descent" too
      if (cue.cue == Cue::diaspora_verb && cue.begin >= noun.end && (d.of(cue) == "descent" || d.of(cue) == "origin")) born = &cue;
    }
  }
  for (const Mention& one : d.mentions) {
    if (!Document::is_pair(one.side)) continue;
    const bool roots = born && ((one.form == NameForm::adjective && one.end == born->begin) || (one.begin >= born->end && one.begin - born->end <= 1));
    const bool from = !born && one.begin >= noun.end && led_by(d, s, one, Cue::from_word);
    if (roots || from) return one.side;
  }
  if (born) return Side::none;
  const Mention* own = adjective_before(d, s, noun, 2);
  return own && Document::is_pair(own->side) ? own->side : Side::none;
}

bool names_host(const Document& d, const Sentence& s, Side of) {
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) {
    const bool placed = one.form == NameForm::adjective || led_by(d, s, one, Cue::in_word) || led_by(d, s, one, Cue::to_word);
    return one.side == Document::other(of) && placed;
  });
}

PeopleCaption caption_of(const Document& d, const Sentence& s) {
  PeopleCaption out;
  if (s.range.end - s.range.begin > longest_caption || d.tokens[s.range.end - 1].is(TokenKind::stop) || s.has(Cue::negation)) return out;
  for (const Amount& one : s.amounts) {
    if (std::none_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return is_in(when, one); })) return out;
  }
  for (const CueSpot& cue : s.cues) {
    const Kind kind = kind_of(cue.cue);
    if (kind == Kind::other) continue;
    const Side of = nation_of(d, s, cue);
    if (!Document::is_pair(of) || !names_host(d, s, of) || has_third(d, s, s.range)) continue;
    out.kind = kind, out.of = of;
    if (!s.dates.empty()) out.period = s.dates.front().text();
    return out;
  }
  return out;
}

// "Peruvians in Norway: 180 (2021)": all on one line.
void read_counted(Document& d, const Sentence& s) {
  constexpr std::uint32_t farthest = 9, least = 2;
  std::uint32_t colon = s.range.begin;
  while (colon < s.range.end && colon - s.range.begin <= farthest && !d.tokens[colon].is(TokenKind::colon)) ++colon;
  if (colon + 1 >= s.range.end || !d.tokens[colon].is(TokenKind::colon)) return;
  const auto number = std::find_if(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return one.begin == colon + 1 || (one.begin == colon + 2 && find_cue(s, Cue::hedge, colon + 1, one.begin)); });
  if (number == s.amounts.end() || number->kind != Amount::Kind::number || number->value < least) return;
  if (std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return is_in(when, *number); })) return;
  if (number->end < s.range.end && !d.tokens[number->end].is(TokenKind::open) && !d.tokens[number->end].is(TokenKind::stop) && !d.tokens[number->end].is(TokenKind::semicolon) && !find_cue(s, Cue::people_noun, number->end, number->end + 1)) return;
  const Mention *people = nullptr, *host = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.end > colon || !Document::is_pair(one.side)) continue;
    const std::string_view word = d.of(one);
    if (!people && one.form == NameForm::adjective && one.begin - s.range.begin <= 3 && (word.ends_with('s') || word.ends_with("ese"))) people = &one;
    else if (people && one.side == Document::other(people->side) && one.form == NameForm::name && led_by(d, s, one, Cue::in_word)) host = &one;
  }
  // Whose line it is says it: "Norwegians in Peru", "Norwegians living in Peru", not "Japanese exports in Peru".
  if (people && host && has_cue(s, Cue::people_noun, {people->end, host->begin})) return;  // told elsewhere
  if (!people || !host || host->begin - people->end > 5 || (host->begin - people->end > 3 && !has_cue(s, Cue::diaspora_verb, {people->end, host->begin}))) return;
  if (host->begin - people->end > 2 && !has_cue(s, Cue::diaspora_verb, {people->end, host->begin}) && d.of(host->begin - 1) != "the") return;
  if (is_told(d, {people->begin, number->end}, {Kind::diaspora, Kind::migration_stock, Kind::students, Kind::tourism})) return;
  Claim& claim = d.add(Kind::diaspora, {people->begin, number->end});
  d.set_amount(claim, *number);
  claim.currency.clear();
  claim.unit = "people";
  claim.subject = d.code(people->side), claim.object = d.code(host->side);
  if (!s.dates.empty() && s.dates.front().begin <= number->end + 4) claim.period = s.dates.front().text();
}

}  // namespace

void read_people_captions(Document& d, const Sentence& s) {
  if (d.grammar.language != "en") return;
  if (!s.amounts.empty()) read_counted(d, s);
  const PeopleCaption before = std::exchange(d.caption, PeopleCaption());
  const Amount* number = before.kind == Kind::other ? nullptr : number_alone(d, s);
  if (!number) {
    d.caption = caption_of(d, s);
    return;
  }
  Claim& claim = d.add(before.kind, s.range);
  d.set_amount(claim, *number);
  claim.currency.clear();
  claim.unit = "people";
  claim.subject = d.code(before.of), claim.object = d.code(Document::other(before.of));
  claim.period = s.dates.empty() ? before.period : s.dates.front().text();
}

}  // namespace comity::claims
