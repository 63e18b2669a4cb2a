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

}  // namespace

void read_people_captions(Document& d, const Sentence& s) {
  if (d.grammar.language != "en") return;
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
