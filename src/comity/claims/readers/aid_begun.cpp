// Aid that a text dates or counts in people: "Norway's cooperation in health in Peru began in 1962", "800 Peruvian officials have been
// trained in Norway under its programme".
#include <algorithm>

#include "comity/claims/readers/economy_parts.hpp"
#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

bool is_told_as_begun(const Document& d, std::uint32_t i) {
  if (one_of(d.of(i), {"began", "started", "commenced"})) return true;
  return one_of(d.of(i), {"dates", "goes"}) && d.of(i + 1) == "back";
}

// "Norwegian cooperation in health …": of one side, for the other; "with" would be of both.
void read_begun(Document& d, const Sentence& s) {
  constexpr std::uint32_t farthest = 12;
  for (std::uint32_t i = s.range.begin + 1; i + 2 < s.range.end; ++i) {
    if (!one_of(d.of(i), {"cooperation", "assistance", "aid", "support"})) continue;
    const Spot noun{i, i + 1};
    const Mention* own = adjective_before(d, s, noun, 3);
    const bool developing = one_of(d.of(i - 1), {"development", "Development", "technical", "humanitarian"}) || d.of(i) == "aid" || d.of(i) == "assistance";
    const bool one_way = s.cue_at(i + 1, Cue::to_word) || s.cue_at(i + 1, Cue::in_word) || developing;
    if (!own || !Document::is_pair(own->side) || !one_way) continue;
    const Spot clause = clause_of(d, s, i);
    std::uint32_t verb = i + 1;
    while (verb + 1 < clause.end && verb - i <= farthest && !is_told_as_begun(d, verb)) ++verb;
    if (verb + 1 >= clause.end || verb - i > farthest || !speaks_of(d, s, Document::other(own->side), s.range) || has_third(d, s, {i, verb})) continue;
    const auto when = std::find_if(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin > verb && one.begin - verb <= 4; });
    if (when == s.dates.end() || is_told(d, Kind::aid, {i, verb})) continue;
    Claim& claim = d.add(Kind::aid, trimmed({own->begin, when->end}, {i, when->end}, 16));
    fill_giver(d, claim, own->side);
    When at = *when;
    at.since = !at.year2;
    claim.period = at.text();
    return;
  }
}

// "more than 800 Malawian nationals have been trained in India"
void read_trained(Document& d, const Sentence& s) {
  constexpr std::uint32_t most_between = 14;
  for (std::uint32_t i = s.range.begin + 2; i < s.range.end; ++i) {
    if (d.of(i) != "trained" || !find_cue(s, Cue::have, i - 2, i)) continue;
    const Amount* count = nullptr;
    for (const Amount& one : s.amounts) {
      if (one.kind == Amount::Kind::number && one.end <= i && i - one.end <= most_between && one.value >= 2) count = &one;
    }
    if (!count) continue;
    Side taught = Side::none, teaches = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.begin >= count->end && one.end < i && (one.form == NameForm::adjective || one.form == NameForm::people || led_by(d, s, one, Cue::from_word))) taught = one.side;
      if (one.begin > i && one.begin - i <= 3 && (led_by(d, s, one, Cue::in_word) || led_by(d, s, one, Cue::by_word))) teaches = one.side;
    }
    if (!Document::is_pair(taught) || teaches != Document::other(taught) || is_told(d, Kind::aid, {count->begin, i})) continue;
    Claim& claim = d.add(Kind::aid, trimmed({count->begin, i + 1}, *count, 16));
    claim.number = count->value, claim.tolerance = count->tolerance, claim.hedge = count->hedge, claim.unit = "people";
    fill_giver(d, claim, teaches);
    claim.period = told_period(d, s, *count, clause_of(d, s, i));
    return;
  }
}

}  // namespace

void read_aid_begun(Document& d, const Sentence& s) {
  if (d.grammar.language != "en") return;
  if (!s.dates.empty() && (s.has(Cue::aid_noun) || s.has(Cue::treaty_topic) || s.has(Cue::recipient_noun))) read_begun(d, s);
  if (!s.amounts.empty() && s.has(Cue::have)) read_trained(d, s);
}

}  // namespace comity::claims
