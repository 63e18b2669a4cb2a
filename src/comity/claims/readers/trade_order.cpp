// Sums told in the order of what was named before them: "exports and imports were 60 and 40 million", "Peruvian and Norwegian exports
// were 60 and 40 million respectively", "in 2018 and 2019 … 5 million and 6 million".
#include <algorithm>

#include "comity/claims/readers/trade_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

bool is_sum(const Amount& one) { return one.kind == Amount::Kind::money || (one.kind == Amount::Kind::number && one.scaled); }

bool is_flow(const CueSpot& one) { return one.cue == Cue::export_noun || one.cue == Cue::import_noun; }

bool joined(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t to) {
  constexpr std::uint32_t most = 2;  // ", and"
  return to > from && to - from <= most && s.cue_at(to - 1, Cue::and_word) && (to - from == 1 || d.tokens[from].is(TokenKind::comma));
}

// The other of two sums with "and" between them, and whether the one asked for is the first.
const Amount* mate_of(const Document& d, const Sentence& s, const Amount& amount, bool& first) {
  for (const Amount& one : s.amounts) {
    if (!is_sum(one)) continue;
    if (joined(d, s, amount.end, one.begin)) {
      first = true;
      return &one;
    }
    if (joined(d, s, one.end, amount.begin)) {
      first = false;
      return &one;
    }
  }
  return nullptr;
}

// "rose from 20 million to 90 million between 2001 and 2010": the first and the last year.
std::string end_of_span(const Document& d, const Sentence& s, const Amount& amount) {
  const When& span = s.dates.front();
  if (!span.year2 || span.month || span.year2 == span.year) return {};
  const Amount *from = nullptr, *to = nullptr;
  std::size_t sums = 0;
  for (const Amount& one : s.amounts) {
    if (!is_sum(one) || one.begin == s.range.begin) continue;
    ++sums;
    if (d.of(one.begin - 1) == "from") from = &one;
    if (d.of(one.begin - 1) == "to" && from && one.begin - from->end <= 2) to = &one;
  }
  if (sums != 2 || !to) return {};
  return &amount == from ? std::to_string(span.year) : &amount == to ? std::to_string(span.year2) : std::string();
}

}  // namespace

Turn turn_of(const Document& d, const Sentence& s, const Amount& amount, const CueSpot& noun) {
  constexpr std::uint32_t farthest = 8;
  bool first = false;
  const Amount* mate = is_flow(noun) ? mate_of(d, s, amount, first) : nullptr;
  if (!mate) return {};
  const std::uint32_t sums = std::min(amount.begin, mate->begin);
  for (const CueSpot& one : s.cues) {
    const bool pair = is_flow(one) && one.cue != noun.cue && one.end <= noun.begin && noun.begin - one.end <= farthest && find_cue(s, Cue::and_word, one.end, noun.begin);
    const bool sum_between = std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& sum) { return is_sum(sum) && sum.begin >= one.end && sum.end <= sums; });
    if (pair && !sum_between && noun.end <= sums) return {first ? &one : &noun, Side::none};
  }
  // "Peruvian and Norwegian exports"
  for (std::size_t i = 0; i + 1 < d.mentions.size(); ++i) {
    const Mention &a = d.mentions[i], &b = d.mentions[i + 1];
    const std::uint32_t behind = a.end + (a.end < s.range.end && d.tokens[a.end].is(TokenKind::possessive));
    if (!Document::is_pair(a.side) || b.side != Document::other(a.side) || b.begin != behind + 1 || !s.cue_at(behind, Cue::and_word)) continue;
    if (b.end <= noun.begin && noun.begin - b.end <= 2) return {&noun, first ? a.side : b.side};
  }
  return {};
}

bool is_target(const Document& d, const Sentence& s, Spot noun, std::uint32_t at) {
  const bool to = d.grammar.language == "en" && at > s.range.begin && (s.cue_at(at - 1, Cue::to_word) || (at > s.range.begin + 1 && s.cue_at(at - 2, Cue::to_word)));
  for (std::uint32_t i = noun.begin; to && i-- > s.range.begin + 1 && noun.begin - i <= 5;) {
    if (one_of(d.of(i), {"increase", "raise", "expand", "boost", "bring", "take", "push", "lift", "double", "triple", "enhance"}) && d.of(i - 1) == "to") return true;
  }
  return false;
}

std::string date_in_order(const Document& d, const Sentence& s, const Amount& amount) {
  if (s.dates.size() == 1) return end_of_span(d, s, amount);
  if (s.dates.size() < 2) return {};
  std::size_t sums = 0, place = 0;
  const Amount* last = nullptr;
  bool side_by_side = true, respectively = false;
  for (const Amount& one : s.amounts) {
    if (!is_sum(one)) continue;
    if (&one == &amount) place = sums;
    side_by_side = side_by_side && (!last || joined(d, s, last->end, one.begin) || (one.begin == last->end + 1 && d.tokens[last->end].is(TokenKind::comma)));
    last = &one;
    ++sums;
  }
  if (sums != s.dates.size()) return {};
  for (std::size_t i = 0; i + 1 < s.dates.size(); ++i) {
    const When &one = s.dates[i], &next = s.dates[i + 1];
    side_by_side = side_by_side && !one.year2 && (joined(d, s, one.end, next.begin) || (next.begin == one.end + 1 && d.tokens[one.end].is(TokenKind::comma)));
  }
  for (std::uint32_t i = s.range.begin; i < s.range.end && !side_by_side && !respectively; ++i) respectively = d.of(i) == "respectively";
  return side_by_side || respectively ? s.dates[place].text() : std::string();
}

}  // namespace comity::claims
