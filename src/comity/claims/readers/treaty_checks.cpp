// What stands with a verb of signing and a treaty: the date where the nearest one is another's, the sum it is worth, and the words
// that say that neither of the two signed.
#include <algorithm>

#include "comity/claims/readers/treaty_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {

using TokenKind = Token::Kind;

// The date, where the one found is another's: "in 1999 signed three agreements on carrying out the 1929 Treaty", "a programme for
// 2016–18", "over fifty agreements to date"; or where only "when" leads to it ("on 5 May 1978, when both signed").
const When* settled_date(const Document& d, const Sentence& s, const CueSpot& noun, const CueSpot& sign, const When* when) {
  if (d.grammar.language != "en") return when;
  for (std::uint32_t i = noun.end; i + 1 < s.range.end && i - noun.end < 4; ++i) {
    if ((d.of(i) == "to" && d.of(i + 1) == "date") || (d.of(i) == "so" && d.of(i + 1) == "far")) return nullptr;
  }
  const CueSpot* next = when ? find_cue(s, Cue::treaty_noun, when->end, when->end + 2) : nullptr;
  const bool of_next = next && next->begin > noun.begin && when->begin > noun.end;
  const bool validity = when && when->year2 && when->begin > noun.end && d.of(when->begin - 1) == "for";
  if (when && !of_next && !validity) return when;
  for (const When& one : s.dates) {
    if (!one.dated() || one.since || one.end > sign.begin) continue;
    const bool front = of_next && one.begin <= s.range.begin + 1;
    const bool then = !when && one.end + 1 < s.range.end && (d.of(one.end) == "when" || (d.tokens[one.end].is(TokenKind::comma) && d.of(one.end + 1) == "when"));
    if (front || then) return &one;
  }
  return of_next || validity ? nullptr : when;
}

// "trade deals that have been made", "established relations by protocol", "to sign similar deals", "the first one signed since", "The
// agreement proposed …": no signing of one of the two.
bool is_no_signing(const Document& d, const Sentence& s, const CueSpot& noun, Spot phrase, const CueSpot& sign) {
  if (d.grammar.language != "en") return false;
  const std::string_view last = d.of(noun.end - 1), verb = d.of(sign), front = noun.begin > s.range.begin ? d.of(noun.begin - 1) : std::string_view();
  if (last.starts_with("deal") && verb == "made") return true;
  if (front == "by" && verb == "established") return true;
  const CueSpot* join = find_cue_back(s, Cue::join_verb, noun.begin, noun.begin - std::min(noun.begin, 4u));
  if (join && d.of(*join).find("acced") != std::string_view::npos) return true;
  for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= 6 && sign.end <= i;) {
    if (d.of(i) == "under") return true;  // "signed an agreement on farming under the EFTA agreement"
  }
  if (front == "similar" && last.ends_with('s')) return true;
  if (is_declaration(d, noun) && verb.starts_with("agree")) return true;
  const bool this_one = noun.end - noun.begin == 1 && one_of(front, {"The", "This"}) && noun.begin == s.range.begin + 1;
  if (this_one && one_of(d.of(noun.end), {"proposed", "provides", "provided", "covers", "covered", "allows", "allowed", "establishes", "aims", "contains", "includes"})) return true;
  return sign.begin == phrase.end && sign.end < s.range.end && d.of(sign.end) == "since" && front == "first";
}

// "contracts worth up to $10 billion", "an agreement of 3 million euros", "a 9-million-euro agreement"
void take_worth(Document& d, const Sentence& s, const CueSpot& noun, Claim& claim) {
  constexpr std::uint32_t reach = 4;
  for (const Amount& one : s.amounts) {
    if (one.kind != Amount::Kind::money) continue;
    bool worth = one.end <= noun.begin && noun.begin - one.end <= 1;
    for (std::uint32_t i = noun.end; i < one.begin && i - noun.end < reach && one.begin - noun.end <= reach; ++i) worth = worth || one_of(d.of(i), {"worth", "valued"}) || find_cue(s, Cue::of_word, i, i + 1);
    if (worth) d.set_amount(claim, one);
  }
}

}  // namespace comity::claims
