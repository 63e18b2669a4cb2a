#include "comity/claims/readers/told_parts.hpp"

#include <algorithm>

#include "comity/claims/word_set.hpp"

namespace comity::claims {

using TokenKind = Token::Kind;

const Mention* adjective_before(const Document& d, const Sentence& s, Spot noun, std::uint32_t reach) {
  const Mention* out = nullptr;
  for (const Mention& one : d.mentions) {
    const bool owner = one.form == NameForm::name && one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive);
    if (one.form != NameForm::adjective && !owner) continue;
    if (one.end > noun.begin || noun.begin - one.end > reach + owner) continue;
    bool broken = false;
    for (std::uint32_t i = one.end; i < noun.begin; ++i) {
      broken = broken || !(d.tokens[i].is_word() || d.tokens[i].is(TokenKind::hyphen) || d.tokens[i].is(TokenKind::possessive));
      for (const Cue cue : {Cue::to_word, Cue::in_word, Cue::from_word, Cue::of_word, Cue::for_word, Cue::with_word, Cue::and_word}) broken = broken || s.cue_at(i, cue);
      broken = broken || d.of(i) == "its" || d.of(i) == "their" || d.of(i) == "through";  // "Peru's development through its aid": another's
    }
    if (!broken) out = &one;
  }
  return out;
}

bool led_by(const Document& d, const Sentence& s, const Mention& one, Cue cue) {
  const std::uint32_t from = one.begin >= s.range.begin + 2 ? one.begin - 2 : s.range.begin;
  const CueSpot* word = find_cue_back(s, cue, one.begin, from);
  return word && (word->end == one.begin || (one.begin - word->end == 1 && (d.of(word->end) == "the" || d.of(word->end) == "The" || d.of(word->end) == "both")));
}

const Mention* doer_of(const Document& d, const Sentence& s, std::uint32_t verb, Spot clause) {
  const Mention* out = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.end > verb || one.form == NameForm::city || one.form == NameForm::people) continue;
    if (one.form == NameForm::adjective) {
      // "the Norwegian government", "Norwegian authorities", "the Norwegian Red Cross"
      static constexpr std::string_view bodies[] = {"government", "Government", "state", "authorities", "parliament", "ministry", "Ministry", "embassy", "Embassy", "people", "Red", "army", "navy", "agency", "president", "side"};
      const bool body = one.end < verb && std::any_of(std::begin(bodies), std::end(bodies), [&](std::string_view word) { return d.of(one.end) == word; });
      if (body) out = &one;
      continue;
    }
    if (one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive)) {
      // "Norway's government gave": its owner acts
      if (one.end + 1 < verb && (d.of(one.end + 1) == "government" || d.of(one.end + 1) == "parliament")) out = &one;
      continue;
    }
    bool led = false;
    for (const Cue cue : {Cue::to_word, Cue::in_word, Cue::from_word, Cue::for_word, Cue::with_word, Cue::by_word, Cue::of_word}) led = led || led_by(d, s, one, cue);
    // "the Government of Norway provided"
    const bool body = led && one.begin >= s.range.begin + 2 && (d.of(one.begin - 2) == "Government" || d.of(one.begin - 2) == "government");
    if (!led || body) out = &one;
  }
  return out;
}

bool speaks_of(const Document& d, const Sentence& s, Side side, Spot where) {
  for (const Mention& one : d.mentions) {
    if (one.begin >= where.begin && one.end <= where.end && (one.side == side || one.side == Side::both)) return true;
  }
  return has_cue(s, Cue::the_country, where);
}

bool has_third(const Document& d, const Sentence& s, Spot where) {
  for (const Mention& one : d.mentions) {
    if (one.begin >= where.begin && one.end <= where.end && one.side == Side::third) return true;
  }
  return has_cue(s, Cue::region, where) || has_cue(s, Cue::org, where);
}

bool is_told(const Document& d, Kind kind, Spot where) { return is_told(d, where, {kind}); }

bool is_ended(const Document& d, std::uint32_t noun, Spot clause) {
  for (std::uint32_t i = noun; i-- > clause.begin && noun - i <= 5;) {
    if (one_of(d.of(i), {"stopped", "ceased", "ended", "suspended", "refused", "rejected", "declined", "halted", "froze", "cut", "terminated", "withdrew"})) return true;
  }
  return false;
}

bool is_denied(const Sentence& s, std::uint32_t before, Spot clause) { return find_cue_back(s, Cue::negation, before, clause.begin) != nullptr; }

std::string told_period(const Document& d, const Sentence& s, Spot anchor, Spot clause, std::uint32_t reach) {
  const When* when = date_for(d, s, anchor, clause, reach);
  return when ? when->text() : era_of(d, s);
}

}  // namespace comity::claims
