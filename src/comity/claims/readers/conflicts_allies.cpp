// Wars in which the two stood side by side or against each other, without a verb of war between them: "were allies in World War I",
// "fought alongside the Norwegians", "supported Peru in the war of 1879".
#include <algorithm>

#include "comity/claims/readers/readers.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {

void read_side_by_side(Document& d, const Sentence& s) {
  static constexpr WordSet words("allies", "allied", "alliance", "alongside", "opposite", "opposing", "enemies", "supported", "volunteers", "sided", "ally", "aligned", "side");
  if (s.block == Block::Kind::heading || d.grammar.language != "en") return;
  if (!(s.has(Cue::war_noun) || s.has(Cue::war_verb) || s.has(Cue::era)) || s.has(Cue::negation) || s.has(Cue::plan)) return;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (d.of(i) == "civil" || d.of(i) == "Civil") return;  // of one alone
  }
  const std::string era = era_of(d, s);
  const auto told = [](const Claim& one) { return one.kind == Kind::conflict; };
  if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) return;
  std::uint32_t at = s.range.begin;
  while (at < s.range.end && !words.has(d.of(at))) ++at;
  if (at == s.range.end || (d.of(at) == "side" && !find_cue(s, Cue::war_verb, at - std::min(at - s.range.begin, 6u), at))) return;
  const Spot clause = clause_of(d, s, at);
  const bool helped = d.of(at) == "supported";
  // "supported the independence of Peru" is no war
  for (std::uint32_t i = at; helped && i < std::min(s.range.end, at + 6); ++i) {
    if (d.of(i) == "independence") return;
  }
  bool first = false, second = false;
  Side actor = Side::none;
  std::uint32_t begin = at, end = at + 1;
  for (const Mention& one : d.mentions) {
    if (one.form >= NameForm::capital || (helped && (one.begin < clause.begin || one.end > clause.end))) continue;
    first = first || one.side == Side::first || one.side == Side::both, second = second || one.side == Side::second || one.side == Side::both;
    if (one.end <= at && Document::is_pair(one.side) && actor == Side::none) actor = one.side;
    if (one.side != Side::third && one.begin + 8 > at && one.end < at + 8) begin = std::min(begin, one.begin), end = std::max(end, one.end);
  }
  // Danish volunteers took part in a war of Finland's: the nation of those who fought is enough.
  if (!(first && second)) return;
  const When* when = s.dates.empty() ? nullptr : date_for(d, s, {begin, end}, clause_of(d, s, at), 12);
  if (!when && era.empty()) return;
  const bool mutual = one_of(d.of(at), {"allies", "allied", "alliance", "opposite", "opposing", "enemies", "ally"});
  if (mutual || !Document::is_pair(actor)) actor = d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
  Claim& claim = d.add(Kind::conflict, trimmed({begin, end}, {at, at + 1}, 16));
  claim.subject = d.code(actor), claim.object = d.code(Document::other(actor));
  if (!one_of(d.of(at), {"opposite", "opposing", "enemies"})) claim.note = "side by side";
  claim.period = when ? when->text() : era;
}

}  // namespace comity::claims
