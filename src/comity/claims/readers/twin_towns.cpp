// Twin towns: "X and Y are sister cities", "X is twinned with Y", "Y is the twin town of X", pairs in a section or a table of them.
// A town may be any name: what no list knows, with its small words, and its country behind a comma or in brackets.
#include <algorithm>

#include "comity/claims/readers/readers.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

bool is_small(std::string_view word) {
  static constexpr WordSet small("de", "del", "la", "las", "los", "di", "do", "da", "dos", "am", "an", "der", "sur", "upon", "le", "les", "el", "al", "y", "na", "nad", "ob", "im", "auf", "aan", "den");
  return small.has(word);
}

// A word that stands before a town and is no part of it.
bool is_before_town(std::string_view word) {
  static constexpr WordSet words("The", "Die", "Cities", "City", "Between", "Zwischen", "Both", "Since", "Seit", "In", "Im", "Städte", "Städten", "Towns", "Partnerstädte", "From", "Also", "Thus", "Furthermore", "Today", "Ferner", "Auch", "And", "Und", "Mayors", "Of");
  return words.has(word);
}

const NameSpot* state_at(const Sentence& s, std::uint32_t i) {
  for (const NameSpot& one : s.names) {
    if (one.begin == i && one.form == NameForm::name) return &one;
  }
  return nullptr;
}

const NameSpot* state_before(const Sentence& s, std::uint32_t end) {
  for (const NameSpot& one : s.names) {
    if (one.end == end && one.form == NameForm::name) return &one;
  }
  return nullptr;
}

// "Bergen (Norway)", "Bergen, Norway,": where the town itself ends.
std::uint32_t without_country(const Document& d, const Sentence& s, std::uint32_t end) {
  if (end > s.range.begin + 1 && d.tokens[end - 1].is(TokenKind::comma)) --end;
  if (end > s.range.begin + 2 && d.tokens[end - 1].is(TokenKind::close)) {
    std::uint32_t open = end - 1;
    while (open > s.range.begin && end - open < 6 && !d.tokens[open].is(TokenKind::open)) --open;
    if (d.tokens[open].is(TokenKind::open)) return open;
  }
  if (const NameSpot* state = state_before(s, end); state && state->begin > s.range.begin + 1 && d.tokens[state->begin - 1].is(TokenKind::comma)) return state->begin - 1;
  return end;
}

bool is_part(const Document& d, const Sentence& s, std::uint32_t i) {
  return i >= s.range.begin && i < s.range.end && d.tokens[i].is_word() && d.tokens[i].capital;
}

// The name that ends at a token.
Spot town_before(const Document& d, const Sentence& s, std::uint32_t stop) {
  const std::uint32_t end = without_country(d, s, stop);
  std::uint32_t i = end;
  while (i > s.range.begin) {
    const Token& token = d.tokens[i - 1];
    if (token.is_word() && token.capital) {
      if (is_before_town(d.of(i - 1)) && !(d.of(i - 1) == "City" && i < end) && i - 1 == s.range.begin) break;
      if (d.of(i - 1) == "Städte" || d.of(i - 1) == "Zwischen" || d.of(i - 1) == "Between") break;
      --i;
    } else if (i < end && (token.is(TokenKind::hyphen) || is_small(d.of(i - 1)))) {  // "Viña del Mar", "Esch-sur-Alzette"
      std::uint32_t k = i - 1;
      while (k > s.range.begin && i - k < 5 && (d.tokens[k].is(TokenKind::hyphen) || is_small(d.of(k)))) --k;
      if (!is_part(d, s, k) || (d.tokens[i - 1].is(TokenKind::hyphen) && d.tokens[i - 1].spaced)) break;
      i = k;
    } else if (i < end && token.is(TokenKind::stop) && i >= s.range.begin + 2 && one_of(d.of(i - 2), {"St", "Ste"})) {
      i -= 2;
    } else if (i < end && token.is(TokenKind::possessive) && i >= s.range.begin + 2 && is_part(d, s, i - 2) && !state_before(s, i - 1)) {
      --i;
    } else {
      break;
    }
  }
  while (i < end && !d.tokens[i].is_word()) ++i;
  return {i, end};
}

// The name that begins at a token.
Spot town_behind(const Document& d, const Sentence& s, std::uint32_t begin) {
  std::uint32_t i = begin;
  // "Moldova's Bălți", "the city of X"
  if (const NameSpot* state = state_at(s, i); state && state->end + 1 < s.range.end && d.tokens[state->end].is(TokenKind::possessive)) i = state->end + 1;
  while (i < s.range.end && one_of(d.of(i), {"the", "city", "town", "of"})) ++i;
  begin = i;
  while (i < s.range.end) {
    if (is_part(d, s, i)) ++i;
    else if (i > begin && (d.tokens[i].is(TokenKind::hyphen) || is_small(d.of(i))) && i + 1 < s.range.end && (is_part(d, s, i + 1) || is_small(d.of(i + 1)) || d.tokens[i + 1].is(TokenKind::hyphen)) && !d.tokens[i].is(TokenKind::dash)) ++i;
    else if (i > begin && d.tokens[i].is(TokenKind::stop) && one_of(d.of(i - 1), {"St", "Ste"}) && is_part(d, s, i + 1)) ++i;
    else if (i > begin && d.tokens[i].is(TokenKind::possessive) && is_part(d, s, i + 1)) ++i;
    else break;
  }
  return {begin, i};
}

bool is_town(const Sentence& s, Spot town) {
  if (town.begin >= town.end) return false;
  const NameSpot* state = state_at(s, town.begin);
  return !state || state->end < town.end;  // "Panama City" begins with a state
}

// Two towns of one country are no twins.
bool of_one_country(const Sentence& s, Spot a, Spot b) {
  const NameSpot *first = nullptr, *second = nullptr;
  for (const NameSpot& one : s.names) {
    if (one.form < NameForm::capital) continue;
    if (one.begin == a.begin && one.end == a.end) first = &one;
    if (one.begin == b.begin && one.end == b.end) second = &one;
  }
  return first && second && Document::is_pair(first->side) && first->side == second->side;
}

bool add_twins(Document& d, const Sentence& s, Spot a, Spot b, const When* when) {
  if (!is_town(s, a) || !is_town(s, b) || d.of(a) == d.of(b) || of_one_country(s, a, b)) return false;
  Claim& claim = d.add(Kind::twin_towns, span(a, b));
  claim.subject = d.of(a);
  claim.object = d.of(b);
  if (when) {
    When plain = *when;
    plain.since = false;
    claim.period = plain.text();
  }
  return true;
}

// Back over "is a", "has been", "maintains a" and the like from a noun to where the subject ends.
std::uint32_t subject_end(const Document& d, const Sentence& s, std::uint32_t from) {
  std::uint32_t i = from;
  while (i > s.range.begin && from - i < 7 && !d.tokens[i - 1].capital && (d.tokens[i - 1].is_word() || d.tokens[i - 1].is(TokenKind::number))) --i;
  if (i > s.range.begin && d.tokens[i - 1].is(TokenKind::possessive)) --i;
  return i;
}

const When* date_of(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause) {
  const When* when = date_for(d, s, noun, clause, 12);
  return when && when->begin >= clause.begin && when->end <= clause.end ? when : nullptr;
}

// "X is twinned with Y", "Y is the twin town of X", "X's sister cities include Y and Z"; false: none of these.
bool read_directed(Document& d, const Sentence& s, const CueSpot& noun, Spot clause) {
  const When* when = date_of(d, s, noun, clause);
  for (std::uint32_t i = noun.end; i < clause.end && i - noun.end <= 3; ++i) {
    const bool with = find_cue(s, Cue::with_word, i, i + 1) || d.of(i) == "mit";
    const bool inner = d.of(noun.end - 1) == "with" || d.of(noun.end - 1) == "of";  // the phrase holds it
    const bool of = i == noun.end && (find_cue(s, Cue::of_word, i, i + 1) || d.of(i) == "von");
    const bool list = find_cue(s, Cue::company_list, i, i + 1) && noun.begin > clause.begin && d.tokens[noun.begin - 1].is(TokenKind::possessive);
    if (!with && !of && !list && !(inner && i == noun.end)) continue;
    const Spot a = town_before(d, s, subject_end(d, s, noun.begin));
    std::uint32_t at = inner && !with && !of && !list ? i : i + 1;
    if (a.begin >= a.end) return false;
    bool any = false;
    for (;;) {
      const Spot b = town_behind(d, s, at);
      if (b.begin >= b.end || !add_twins(d, s, a, b, when)) break;
      any = true;
      const bool next = b.end + 1 < clause.end && (d.tokens[b.end].is(TokenKind::comma) || find_cue(s, Cue::and_word, b.end, b.end + 1));
      if (!next || !list) break;
      at = b.end + 1 + (find_cue(s, Cue::and_word, b.end + 1, b.end + 2) ? 1 : 0);
    }
    return any;
  }
  return false;
}

// "agreements link X with Y": between verb and "with"
bool read_linked(Document& d, const Sentence& s, Spot clause, const When* when) {
  for (std::uint32_t i = clause.begin + 1; i + 1 < clause.end; ++i) {
    if (!find_cue(s, Cue::with_word, i, i + 1) || !is_part(d, s, i - 1)) continue;
    const Spot a = town_before(d, s, i), b = town_behind(d, s, i + 1);
    if (a.begin > clause.begin && one_of(d.of(a.begin - 1), {"link", "links", "linked", "connects", "connect", "linking"})) return add_twins(d, s, a, b, when);
  }
  return false;
}

// A row of a table of twin towns: the first two cells that are names.
void read_row(Document& d, const Sentence& s) {
  Spot towns[2];
  int found = 0;
  for (std::uint32_t i = s.range.begin; i < s.range.end && found < 2; ++i) {
    if (i > s.range.begin && !d.tokens[i - 1].is(TokenKind::bar)) continue;
    const Spot town = town_behind(d, s, i);
    if (town.begin == i && town.end > i && is_town(s, town) && (town.end == s.range.end || d.tokens[town.end].is(TokenKind::bar) || d.tokens[town.end].is(TokenKind::comma))) towns[found++] = town;
  }
  if (found == 2) add_twins(d, s, towns[0], towns[1], s.dates.empty() ? nullptr : &s.dates.front());
}

// "X and Y", "X – Y": both sides of a link; in a section every such pair, else near the noun.
void read_pairs(Document& d, const Sentence& s, const CueSpot* any, bool section) {
  for (std::uint32_t i = s.range.begin + 1; i + 1 < s.range.end; ++i) {
    const bool dash = section && (d.tokens[i].is(TokenKind::dash) || d.tokens[i].is(TokenKind::hyphen)) && d.tokens[i].spaced;
    if (!find_cue(s, Cue::and_word, i, i + 1) && !dash) continue;
    const Spot clause = clause_of(d, s, i);
    const CueSpot* noun = find_cue(s, Cue::twin_noun, clause.begin, clause.end);
    if (!noun) noun = any;
    if (!section && noun && i < noun->begin && noun->begin - i > 14) continue;
    Spot a = town_before(d, s, i);
    const Spot b = town_behind(d, s, i + 1);
    if (a.begin >= a.end || b.begin >= b.end) continue;
    // "Mobile, Alabama, and Havana": the town, not its state.
    if (a.begin >= s.range.begin + 2 && d.tokens[a.begin - 1].is(TokenKind::comma)) {
      const Spot town = town_before(d, s, a.begin - 1);
      if (town.begin < town.end && town.begin == s.range.begin && d.tokens[i - 1].is(TokenKind::comma)) a = town;
    }
    const When* when = noun ? date_for(d, s, *noun, clause, 6) : nullptr;
    if (when && noun != any && (when->begin < clause.begin || when->end > clause.end)) when = nullptr;
    if (when && a.begin > noun->end && when->end <= noun->end) when = nullptr;  // "… since 1993, and so are Zeitz and Darkhan"
    if (section && !noun) {
      when = nullptr;
      for (const When& one : s.dates) {
        if (one.begin >= b.end && one.begin - b.end <= 5) when = &one;
      }
    }
    if (noun && !when) {  // "a town twinning between X and Y, dating from 1995"
      for (const When& one : s.dates) {
        if (one.begin >= b.end && one.begin - b.end <= 4 && one.end <= clause.end) when = &one;
      }
    }
    add_twins(d, s, a, b, when);
  }
}

}  // namespace

void read_twin_towns(Document& d, const Sentence& s) {
  const CueSpot* any = find_cue(s, Cue::twin_noun);
  // "Sister cities: Oslo – Lima; Bergen – Callao"
  const bool label = any && any->begin <= s.range.begin + 1 && any->end < s.range.end && d.tokens[any->end].is(TokenKind::colon) && s.block != Block::Kind::heading;
  const bool section = d.heading.twins || label;
  if ((!section && !any) || (s.block == Block::Kind::heading && any)) return;
  const std::size_t before = d.claims.size();
  std::uint32_t done = 0;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::twin_noun || noun.begin < done) continue;  // "has been twinned" + "twinned with"
    const Spot clause = clause_of(d, s, noun.begin);
    if (read_directed(d, s, noun, clause)) done = noun.end;
    else if (noun.end < clause.end) read_linked(d, s, clause, date_of(d, s, noun, clause));
  }
  if (section && s.block == Block::Kind::row) read_row(d, s);
  if (d.claims.size() == before) {
    read_pairs(d, s, any, section);
    return;
  }
  // "Oslo and Lima are twinned; Bergen is twinned with Cusco": pairs of the other clauses
  const std::vector<Claim> told(d.claims.begin() + static_cast<std::ptrdiff_t>(before), d.claims.end());
  const std::size_t mark = d.claims.size();
  read_pairs(d, s, any, section);
  for (std::size_t c = d.claims.size(); c-- > mark;) {
    const auto overlaps = [&](const Claim& one) { return one.plain.overlaps(d.claims[c].plain); };
    if (std::any_of(told.begin(), told.end(), overlaps)) d.claims.erase(d.claims.begin() + static_cast<std::ptrdiff_t>(c));
  }
}

}  // namespace comity::claims
