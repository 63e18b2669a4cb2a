// Sums and places that are not those of the two: "trade between Peru and the European Union", "Peru's foreign trade", "Peru's total
// exports", in English.
#include <algorithm>

#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/readers/trade_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// What stands before a word, without its article.
std::uint32_t before_article(const Document& d, const Sentence& s, std::uint32_t at) {
  if (at > s.range.begin && (d.of(at - 1) == "the" || d.of(at - 1) == "The")) --at;
  return at;
}

bool is_name_of_state(const Document& d, const CueSpot& cue) {
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin < cue.end && cue.begin < one.end; });
}

// "exports to the EU", "trade between Peru and the EU", "Mercosur's exports", "goods worth 5 billion to the EU"
bool is_of_a_bloc(const Document& d, const Sentence& s, Spot noun, const Amount& amount) {
  constexpr std::uint32_t near = 4;
  for (const CueSpot& one : s.cues) {
    if ((one.cue != Cue::org && one.cue != Cue::region) || is_name_of_state(d, one)) continue;
    const std::uint32_t at = before_article(d, s, one.begin);
    const std::string_view way = at > s.range.begin ? d.of(at - 1) : std::string_view();
    const bool between = one.begin >= noun.end && one.end <= amount.begin, behind = one.begin >= amount.end && one.begin - amount.end <= near;
    if ((between || behind) && one_of(way, {"to", "from", "with"})) return true;
    if (between && one.cue == Cue::org && way == "and" && find_cue(s, Cue::between, noun.begin, one.begin)) return true;
    if (between && one.cue == Cue::org && way == "between") return true;
    const bool owner = one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive);
    if (one.cue == Cue::org && one.end + owner <= noun.begin && noun.begin - one.end - owner <= 1 && !one_of(way, {"to", "from", "with", "in"})) return true;
  }
  return false;
}

// The one state that a sentence speaks of; none where it speaks of both or of neither.
Side only_side(const Document& d) {
  Side out = Side::none;
  for (const Mention& one : d.mentions) {
    if (one.side == Side::both || (Document::is_pair(out) && one.side == Document::other(out))) return Side::none;
    if (Document::is_pair(one.side)) out = one.side;
  }
  return out;
}

}  // namespace

bool is_of_others(const Document& d, const Sentence& s, Spot noun, const Amount& amount, bool total) {
  if (d.grammar.language != "en") return false;
  if ((s.has(Cue::org) || s.has(Cue::region)) && is_of_a_bloc(d, s, noun, amount)) return true;
  // "exports to its neighbours", "to the rest of the world"
  static constexpr WordSet all{"neighbours", "neighbors", "neighbouring", "rest", "world"};
  for (std::uint32_t i = noun.end; i < amount.begin && i < noun.end + 6; ++i) {
    if (all.has(d.of(i))) return true;
  }
  // "China is Peru's largest trading partner, with trade of 5 billion"
  const bool of_third = total && !d.mentions.empty() && d.mentions.front().side == Side::third && find_cue(s, Cue::partner_noun, d.mentions.front().end, noun.begin) && only_side(d) != Side::none;
  if (of_third) return true;
  if (d.heading.trade || noun.begin == s.range.begin || only_side(d) == Side::none) return false;
  const std::string_view word = d.of(noun.begin), before = d.of(noun.begin - 1);
  if (total) return before == "foreign" || before == "external" || (word == "total" && d.of(noun).find("foreign") != std::string_view::npos);
  // "Peru's total exports", and nobody else named
  return one_of(before, {"total", "overall", "global", "worldwide"}) && std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.end + 2 == noun.begin && d.tokens[one.end].is(TokenKind::possessive); });
}

bool partner_is_a_bloc(const Document& d, const Sentence& s, std::uint32_t noun) {
  for (const CueSpot& one : s.cues) {
    if (one.cue != Cue::org || one.end > noun || is_name_of_state(d, one)) continue;
    const std::uint32_t at = before_article(d, s, one.begin);
    if (at == s.range.begin || !one_of(d.of(at - 1), {"in", "In", "within", "Within", "among", "Among", "of", "outside", "Outside", "with"})) return true;
  }
  return false;
}

}  // namespace comity::claims
