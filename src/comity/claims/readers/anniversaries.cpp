// Relations known by their feast: "In 2010 both celebrated the 150th anniversary of diplomatic relations" tells that they were
// taken up about 1860. A feast is kept in the year before or after too, so the year is an approximate one.
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"

namespace comity::claims {
namespace {

constexpr double longest_relations = 600;
constexpr std::uint32_t farthest_noun = 8, farthest_date = 16;

// The count right before the word: "the 32nd anniversary", "25 years of", "des 150. Jahrestages".
const Amount* count_of(const Sentence& s, const CueSpot& word) {
  for (const Amount& one : s.amounts) {
    const bool kind = one.kind == Amount::Kind::ordinal || one.kind == Amount::Kind::number;
    if (kind && !one.scaled && one.end <= word.begin && word.begin - one.end <= 1 && one.value >= 1 && one.value < longest_relations && one.value == static_cast<int>(one.value)) return &one;
  }
  return nullptr;
}

bool is_diplomatic(const Document& d, const Sentence& s, const CueSpot& noun) {
  // "marked 60 years of relations": relations and no more
  if (noun.begin > s.range.begin && d.of(noun.begin - 1) == "of" && (d.of(noun) == "relations" || d.of(noun) == "ties")) return true;
  return !d.grammar.texts[noun.data].empty() || (noun.begin > s.range.begin && find_cue(s, Cue::relations_modifier, noun.begin - 1, noun.begin));
}

// The year of the feast: its own date, the sentence's only one, else that of the page.
int year_of(const Document& d, const Sentence& s, Spot feast) {
  if (const When* when = date_for(d, s, feast, clause_of(d, s, feast.begin), farthest_date)) return when->year2 || (when->from_reference && !when->published) ? 0 : when->year;
  return s.dates.empty() && d.blocks <= 8 ? d.published.year : 0;
}

}  // namespace

void read_anniversaries(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || !s.has(Cue::anniversary)) return;
  for (const CueSpot& word : s.cues) {
    if (word.cue != Cue::anniversary) continue;
    const Amount* count = count_of(s, word);
    const CueSpot* noun = find_cue(s, Cue::relations_noun, word.end, word.end + farthest_noun);
    if (!count || !noun || !is_diplomatic(d, s, *noun)) continue;
    const std::string_view how = d.of(word);
    if (how.find("ago") != std::string_view::npos || how.find("after") != std::string_view::npos) continue;
    const Spot feast = span(*count, *noun);
    const auto others = [&](const Mention& one) { return one.side == Side::third && one.begin >= count->begin && one.begin <= noun->end + 4; };
    const Range here{d.tokens[feast.begin].begin, d.tokens[feast.end - 1].end};
    const auto told = [&](const Claim& one) { return one.kind == Kind::relations_established && one.plain.overlaps(here); };
    if (std::any_of(d.mentions.begin(), d.mentions.end(), others) || std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
    if (speaks_of_third(d, s, clause_of(d, s, feast.begin))) continue;
    const int year = year_of(d, s, feast);
    if (!year) continue;
    When taken_up;
    taken_up.year = year - static_cast<int>(count->value) * (how.starts_with("decade") ? 10 : 1);
    taken_up.about = true;
    Claim& claim = d.add(Kind::relations_established, trimmed(feast, feast, 18));
    const bool swap = d.code(Side::second) < d.code(Side::first);
    claim.subject = d.code(swap ? Side::second : Side::first);
    claim.object = d.code(swap ? Side::first : Side::second);
    claim.period = taken_up.text();
    claim.note = "anniversary";
    return;
  }
}

}  // namespace comity::claims
