// Shares told in words: "more than half of Peru's exports go to Norway", "two thirds of Peruvian imports from Norway".
#include <algorithm>

#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/readers/trade_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

struct Fraction {
  std::string_view word;
  double percent;
};

double percent_of(std::string_view word) {
  static constexpr Fraction parts[] = {{"half", 50}, {"Half", 50}, {"third", 33.3}, {"thirds", 33.3}, {"quarter", 25}, {"quarters", 25}, {"fifth", 20}, {"fifths", 20}, {"tenth", 10}};
  const auto found = std::find_if(std::begin(parts), std::end(parts), [&](const Fraction& one) { return one.word == word; });
  return found == std::end(parts) ? 0 : found->percent;
}

// "two-thirds", "three quarters", "a third"; 0: no fraction ("the third of").
double times_before(const Document& d, std::uint32_t at, std::uint32_t first, std::uint32_t& begin) {
  begin = at;
  if (d.of(at) == "half" || d.of(at) == "Half") return 1;
  if (at <= first) return 0;
  std::uint32_t before = at - 1;
  if (d.tokens[before].is(Token::Kind::hyphen) && before > first) --before;
  const std::string_view word = d.of(before);
  begin = before;
  return one_of(word, {"a", "A", "one", "One"}) ? 1 : one_of(word, {"two", "Two"}) ? 2 : one_of(word, {"three", "Three"}) ? 3 : one_of(word, {"four", "Four"}) ? 4 : 0;
}

std::string_view hedge_before(const Document& d, std::uint32_t begin, std::uint32_t first) {
  const std::string_view word = begin > first ? d.of(begin - 1) : std::string_view();
  if (word == "over" || word == "than") return word == "than" && begin > first + 1 && d.of(begin - 2) == "less" ? "lt" : "gt";
  if (word == "nearly" || word == "almost") return "lt";
  return word == "about" || word == "around" || word == "roughly" || word == "approximately" ? "approx" : "";
}

}  // namespace

void read_fraction_shares(Document& d, const Sentence& s) {
  constexpr std::uint32_t farthest = 6;
  static constexpr WordSet parts{"half", "Half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth"};
  for (std::uint32_t i = s.range.begin; i + 2 < s.range.end; ++i) {
    if (!parts.has(d.of(i)) || d.of(i + 1) != "of") continue;
    std::uint32_t begin = i;
    const double times = times_before(d, i, s.range.begin, begin);
    const CueSpot* noun = nullptr;
    for (const Cue cue : {Cue::trade_noun, Cue::export_noun, Cue::import_noun}) {
      const CueSpot* found = find_cue(s, cue, i + 2, i + 2 + farthest);
      if (found && (!noun || found->begin < noun->begin)) noun = found;
    }
    if (times == 0 || !noun) continue;
    Side owner = Side::none;
    if (const Mention* own = adjective_before(d, s, *noun, 4); own && own->begin > i) owner = own->side;
    if (!Document::is_pair(owner) || !speaks_of(d, s, Document::other(owner), s.range) || has_third(d, s, s.range)) continue;
    Claim& claim = d.add(Kind::trade_share, trimmed({begin, noun->end}, {i, i + 1}, 14));
    claim.number = times * percent_of(d.of(i));
    claim.tolerance = 1, claim.unit = "percent";
    claim.hedge = hedge_before(d, begin, s.range.begin);
    claim.denominator = d.of(Spot{i + 2, noun->end});
    fill_pair(d, claim, noun->cue == Cue::import_noun ? Document::other(owner) : owner);
    if (const When* when = date_for(d, s, {i, noun->end}, clause_of(d, s, i), 16)) claim.period = when->text();
    return;
  }
}

}  // namespace comity::claims
