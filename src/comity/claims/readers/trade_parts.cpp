#include "comity/claims/readers/trade_parts.hpp"

#include <algorithm>

#include "comity/claims/word_set.hpp"

namespace comity::claims {

using TokenKind = Token::Kind;

bool is_compared(const Document& d, std::uint32_t from, std::uint32_t to) {
  static constexpr WordSet words{"compared", "comparison", "against", "versus", "vs"};
  for (std::uint32_t i = from; i < to; ++i) {
    if (words.has(d.of(i))) return true;
  }
  return false;
}

namespace {

// "trade, which was 98 million in 2014, increased by 12%": the date has its own clause, and that is closed.
bool is_by_the_way(const Document& d, const Sentence& s, const When& when, const Amount& amount) {
  bool closed = false, opened = false;
  for (std::uint32_t i = when.end; i < amount.begin; ++i) closed = closed || d.tokens[i].is(TokenKind::comma);
  for (std::uint32_t i = when.begin; closed && i-- > s.range.begin + 1 && when.begin - i < 10;) opened = opened || (d.of(i) == "which" && d.tokens[i - 1].is(TokenKind::comma));
  return opened;
}

}  // namespace

bool lists_goods(const Document& d, const Sentence& s, const CueSpot& verb) {
  if (verb.end >= s.range.end) return false;
  if (!one_of(d.of(verb), {"are", "were", "have been", "being"})) return true;
  return !one_of(d.of(verb.end), {"growing", "rising", "expected", "increasing", "limited", "low", "small", "modest", "negligible", "significant", "lower", "higher", "more", "less", "up", "down", "still", "about", "around", "not", "subject", "exempt", "at", "also", "very", "worth", "valued", "much", "relatively", "only", "now", "on", "in", "to", "just", "nearly", "almost", "over", "under", "declining", "falling", "permitted", "allowed", "approved", "halted", "stopped", "resumed", "rather", "quite", "minimal", "insignificant", "marginal", "dominated", "affected", "suspended", "banned", "sent", "made", "again", "of", "essentially", "basically"});
}

std::string goods_period(const Document& d, const Sentence& s, Spot noun, std::uint32_t end) {
  for (const When& when : s.dates) {
    const bool behind = when.begin >= noun.end && when.begin - noun.end <= 6 && when.begin < end + 3, front = when.end <= noun.begin && (when.begin <= s.range.begin + 2 || s.dates.size() == 1);
    if (!behind && !front) continue;
    When at = when;
    at.since = at.until = false;
    return at.text();
  }
  if (!s.dates.empty() || d.last_trade_block != d.blocks) return {};
  for (std::uint32_t i = noun.end; i < end; ++i) {
    if (one_of(d.of(i), {"were", "was", "included", "consisted", "comprised"})) return d.last_trade_period;
  }
  return {};
}

std::string period_of(const Document& d, const Sentence& s, const Amount& amount, Spot clause) {
  const When* best = nullptr;
  std::uint32_t cost_best = ~0u;
  bool held_against = false;
  // "to US$2 billion last year", of a page that does not say when it was written
  if (find_cue(s, Cue::this_year, amount.end, amount.end + 2) && std::none_of(s.dates.begin(), s.dates.end(), [](const When& one) { return one.published; })) return {};
  if (std::string own = date_in_order(d, s, amount); !own.empty()) return own;
  // "during the same period": of the trade told before
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end && s.dates.empty(); ++i) {
    if (d.of(i) == "period" && d.of(i - 1) == "same") return d.last_trade_period;
  }
  // "Of this year's trade, exports were 536 million", of a page without a day
  if (s.dates.empty() && s.has(Cue::this_year)) return {};
  for (const When& when : s.dates) {
    std::uint32_t cost;
    // "an increase of 7 percent from the previous year": what it is held against
    const bool base = when.relative && when.shift < 0 && s.dates.size() > 1 && when.begin > s.range.begin + 1 && (d.of(when.begin - 1) == "from" || d.of(when.begin - 1) == "over" || d.of(when.begin - 1) == "than" || d.of(when.begin - 1) == "on" || d.of(when.begin - 1) == "to" || d.of(when.begin - 1) == "with");
    if (base) continue;
    // "195 million, a growth of 21% compared to 161 million in 2019": the year of what it is held against
    if (when.begin >= amount.end && is_compared(d, amount.end, when.begin)) {
      held_against = true;
      continue;
    }
    if (when.begin >= amount.end) {
      cost = when.begin - amount.end;
      // "from Sh22 billion ($ 220 million) in 2019": the bracket says the same again
      std::uint32_t close = amount.end;
      while (d.tokens[amount.end].is(TokenKind::open) && close < when.begin && !d.tokens[close].is(TokenKind::close)) ++close;
      const bool again = close > amount.end && close < when.begin && std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return one.kind == Amount::Kind::money && one.begin > amount.end && one.end <= close; });
      if (again) cost = when.begin - close - 1;
      bool other_amount = false;
      const auto in_brackets = [&](const Amount& one) {  // "over N$1 billion (about 90 million EUR) in 2007": the same sum again
        for (std::uint32_t i = one.begin; i-- > amount.end;) {
          if (d.tokens[i].is(TokenKind::close)) return false;
          if (d.tokens[i].is(TokenKind::open)) return one.end < s.range.end && d.tokens[one.end].is(TokenKind::close);
        }
        return false;
      };
      for (const Amount& one : s.amounts) other_amount = other_amount || (one.begin >= amount.end && one.end <= when.begin && one.kind == Amount::Kind::money && !in_brackets(one));
      if (other_amount) cost += amount.kind == Amount::Kind::percent && !find_cue(s, Cue::from_word, amount.end, when.begin) ? 4 : 12;  // "grew by 12% and reached 110 million in 2015"
      // "138.7 million (in 2020 it was 112.5 million)": the bracket's own.
      for (const Amount& one : s.amounts) {
        if (when.parens && one.kind == Amount::Kind::money && one.begin >= when.end && one.begin - when.end <= 4) cost += 12;
      }
      // "237 million, 2014 only 166 million": behind a comma the date belongs to the next sum.
      if (d.tokens[amount.end].is(TokenKind::comma) && when.begin == amount.end + 1) {
        for (const Amount& one : s.amounts) cost += one.begin >= when.end && one.begin - when.end <= 4 ? 8 : 0;
      }
      // "in 1995 exports were 3,600 and in 2021 – 898 million": a date that the next sum stands right behind
      bool joined = false, next = false;
      for (std::uint32_t i = amount.end; i < when.begin && when.begin - amount.end <= 4; ++i) joined = joined || s.cue_at(i, Cue::and_word);
      for (const Amount& one : s.amounts) next = next || (one.kind == Amount::Kind::money && one.begin >= when.end && one.begin - when.end <= (d.tokens[amount.end].is(TokenKind::comma) ? 6u : 2u));
      if (joined && next && !s.dates.empty() && s.dates.front().end <= amount.begin) cost += 8;
      if (cost > 14) continue;
    } else {
      cost = amount.begin >= when.end ? (amount.begin - when.end) / 2 + 3 : 3;
      // A date between this sum and the one before belongs to the latter when it stands right behind it.
      for (const Amount& one : s.amounts) {
        if (one.end <= when.begin && when.begin - one.end <= 2 && one.kind == Amount::Kind::money && one.end < amount.begin && !d.tokens[one.end].is(TokenKind::comma) && !s.cue_at(one.end, Cue::and_word)) cost += 6;
      }
    }
    if (when.begin < clause.begin || when.begin >= clause.end) cost += 6;
    if (when.end <= amount.begin && is_by_the_way(d, s, when, amount)) cost += 8;
    if (cost < cost_best) best = &when, cost_best = cost;
  }
  if (!best && !held_against && s.dates.size() == 1) best = &s.dates.front();  // of both halves of a sentence
  if (!best) return d.heading.period;
  When at = *best;
  at.since = at.until = false;
  return at.text();
}

void fill_pair(const Document& d, Claim& claim, Side first) {
  const Side from = Document::is_pair(first) ? first : d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
  claim.subject = d.code(from);
  claim.object = d.code(Document::other(from));
}

const Claim* rank_before(const Document& d) {
  constexpr std::size_t farthest = 3;
  for (std::size_t back = 1; back <= farthest && back <= d.claims.size(); ++back) {
    const Claim& one = d.claims[d.claims.size() - back];
    if (one.kind == Kind::trade_share) return one.unit == "rank" && !one.period.empty() ? &one : nullptr;
    if (one.kind != Kind::exports && one.kind != Kind::imports && one.kind != Kind::trade_total) return nullptr;
  }
  return nullptr;
}

}  // namespace comity::claims
