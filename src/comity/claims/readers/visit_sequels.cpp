// Visits that go on about one told before: "He returned again in October of that year", "and returned on 17 August 2019"; and
// how many there were ("17 trips by Turkish presidents").
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"

namespace comity::claims {
namespace {

// "and returned on 17 August 2019": the same traveller, the same way, once more.
void read_returns(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 1; i + 2 < s.range.end; ++i) {
    if (d.of(i) != "returned" && d.of(i) != "came") continue;
    const std::uint32_t next = d.of(i + 1) == "again" || d.of(i + 1) == "there" ? i + 2 : i + 1;
    const Claim* told = nullptr;
    for (std::size_t k = d.sentence_claims; k < d.claims.size(); ++k) {
      if (d.claims[k].kind == Kind::visit && d.claims[k].plain.end <= d.tokens[i].begin) told = &d.claims[k];
    }
    if (!told || (!find_cue(s, Cue::and_word, i - 1, i) && d.of(i - 1) != "he" && d.of(i - 1) != "she") || (d.of(i) == "came" && next == i + 1)) continue;
    const auto taken = [&](const Claim& one) { return one.kind == Kind::visit && one.plain.overlaps({d.tokens[i].begin, d.tokens[i].end}); };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), taken)) continue;
    for (const When& when : s.dates) {
      if (when.begin < next || when.begin - next > 1) continue;
      const Claim model = *told;
      Claim& claim = d.add(Kind::visit, {i, when.end});
      claim.subject = model.subject, claim.object = model.object, claim.person = model.person;
      claim.period = when.text();
      break;
    }
  }
}

// "four (4) Peruvian Presidents have visited Norway", "All three Presidents of Peru have made visits to Norway": how many came.
void read_counted_leaders(Document& d, const Sentence& s) {
  constexpr std::uint32_t farthest_leader = 6, farthest_verb = 5;
  for (const Amount& one : s.amounts) {
    if (one.kind != Amount::Kind::number || one.scaled || one.value < 2 || one.value > 60) continue;
    for (std::uint32_t i = one.end; i < s.range.end && i < one.end + farthest_leader; ++i) {
      const std::string_view word = d.of(i);
      if (word != "Presidents" && word != "presidents" && word != "Ministers" && word != "ministers" && word != "leaders" && word != "monarchs") continue;
      const CueSpot* verb = find_cue(s, Cue::visit_verb, i + 1, i + 1 + farthest_verb);
      if (!verb) verb = find_cue(s, Cue::visit_go, i + 1, i + 1 + farthest_verb);
      if (!verb) verb = find_cue(s, Cue::visit_noun, i + 1, i + 3 + farthest_verb);
      const Goal goal = verb ? goal_from(d, s, verb->end, s.range.end, 4) : Goal{};
      if (!goal.mention || goal.third || !Document::is_pair(goal.mention->side)) break;
      const Spot all{one.begin, goal.mention->end};
      const Range here{d.tokens[all.begin].begin, d.tokens[all.end - 1].end};
      std::erase_if(d.claims, [&](const Claim& told) { return told.kind == Kind::visit && &told >= d.claims.data() + d.sentence_claims && told.person.empty() && told.period.empty() && told.plain.overlaps(here); });
      Claim& claim = d.add(Kind::visit, all);
      claim.subject = d.code(Document::other(goal.mention->side)), claim.object = d.code(goal.mention->side);
      claim.number = one.value, claim.unit = word == "Presidents" ? "presidents" : word == "Ministers" ? "ministers" : std::string(word), claim.note = "cumulative";
      if (s.dates.size() == 1 && s.dates.front().begin >= all.end && s.dates.front().begin - all.end <= 2 && !s.dates.front().since && !s.dates.front().parens) claim.period = s.dates.front().text();
      return;
    }
  }
}

}  // namespace

// "He returned again in October of that year": in a sentence of its own.
void read_visit_returns(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  const std::string_view who = d.of(s.range.begin);
  if ((who != "He" && who != "She") || d.claims.empty() || d.claims.size() != d.sentence_claims || d.claims.back().kind != Kind::visit || d.claims.back().subject.empty()) return;
  std::uint32_t i = s.range.begin + 1;
  while (i < s.range.end && i < s.range.begin + 4 && d.of(i) != "returned") ++i;
  if (i + 1 >= s.range.end || d.of(i) != "returned") return;
  const std::uint32_t next = i + 1 + (d.of(i + 1) == "again" || d.of(i + 1) == "there");
  for (const When& when : s.dates) {
    if (when.begin < next || when.begin - next > 1) continue;
    const Claim model = d.claims.back();
    Claim& claim = d.add(Kind::visit, {s.range.begin, when.end});
    claim.subject = model.subject, claim.object = model.object, claim.person = model.person;
    claim.period = when.text();
    const Goal goal = goal_from(d, s, when.end, s.range.end);
    Spot town = goal.third ? Spot{} : goal.city;
    if (!town.end && !goal.third) town = unknown_town(d, s, when.end, std::min(s.range.end, when.end + 10));
    if (town.end) claim.place = d.of(town);
    return;
  }
}

void read_visit_sequels(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  if (!s.has(Cue::visit_verb) && !s.has(Cue::visit_noun) && !s.has(Cue::visit_go) && !s.has(Cue::visit_weak)) return;
  read_returns(d, s);
  read_counted_leaders(d, s);
  // "17 trips by Turkish presidents": their number
  for (const Amount& one : s.amounts) {
    const CueSpot* noun = one.kind == Amount::Kind::number && one.value >= 2 && !one.scaled ? find_cue(s, Cue::visit_noun, one.end, one.end + 2) : nullptr;
    const CueSpot* by = noun ? find_cue(s, Cue::by_word, noun->end, noun->end + 1) : nullptr;
    if (!by) continue;
    for (const Mention& nation : d.mentions) {
      if (nation.begin != by->end || !Document::is_pair(nation.side)) continue;
      Claim& claim = d.add(Kind::visit, span(one, nation));
      claim.subject = d.code(nation.side), claim.object = d.code(Document::other(nation.side));
      claim.number = one.value, claim.unit = "visits", claim.note = "cumulative";
    }
  }
}

}  // namespace comity::claims
