// What two sides agreed to do, where no treaty is named: "both agreed to abolish visas for diplomats".
#include <algorithm>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {
namespace {

bool abolishes(std::string_view word) {
  for (const std::string_view one : {"eliminate", "abolish", "waive", "lift", "remove", "scrap"}) {
    if (word == one) return true;
  }
  return false;
}

std::string last_visit(const Document& d) {
  for (auto one = d.claims.rbegin(); one != d.claims.rend(); ++one) {
    if (one->kind == Kind::visit) return one->period;
  }
  return {};
}

}  // namespace

void read_visa_abolitions(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || !s.has(Cue::treaty_topic) || !s.has(Cue::sign_verb)) return;
  for (const CueSpot& agreed : s.cues) {
    if (agreed.cue != Cue::sign_verb || !d.of(agreed).starts_with("agreed")) continue;
    std::uint32_t verb = agreed.end;
    if (verb < s.range.end && d.of(verb) == "to") ++verb;
    if (verb + 1 >= s.range.end || !abolishes(d.of(verb))) continue;
    const CueSpot* topic = find_cue(s, Cue::treaty_topic, verb + 1, verb + 4);
    const bool visa = topic && d.grammar.texts[topic->data].starts_with("visa");
    const auto both = [&](const Mention& one) { return one.side == Side::both && one.end <= agreed.begin && agreed.begin - one.end <= 3; };
    const auto third = [&](const Mention& one) { return one.side == Side::third; };
    if (!visa || std::none_of(d.mentions.begin(), d.mentions.end(), both) || std::any_of(d.mentions.begin(), d.mentions.end(), third)) continue;
    const Spot here = span(agreed, *topic);
    const Range said{d.tokens[here.begin].begin, d.tokens[here.end - 1].end};
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::treaty_signed && one.plain.overlaps(said); })) return;
    const When* when = date_for(d, s, here, clause_of(d, s, agreed.begin), 8);
    const std::string visit = when || !is_during_visit(d, s) ? std::string() : last_visit(d);
    Claim& claim = d.add(Kind::treaty_signed, here);
    const bool swap = d.code(Side::second) < d.code(Side::first);
    claim.subject = d.code(swap ? Side::second : Side::first);
    claim.object = d.code(swap ? Side::first : Side::second);
    claim.unit = "visa abolition";
    claim.period = when ? when->text() : visit;
    return;
  }
}

}  // namespace comity::claims
