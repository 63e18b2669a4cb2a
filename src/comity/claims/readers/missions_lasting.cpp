// A mission named with its sender and its town, beside the span in which it was there or a word for standing there: "Between 1935
// and 1945 the Consulate of Poland ran its activities in Colombo", "Die Botschaft von Peru im Nachbarland Chile befindet sich in …".
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"

namespace comity::claims {
namespace {

// The town of the other side behind "in", before another mission is named.
bool town_behind(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause, Side host, City& out) {
  constexpr std::uint32_t farthest = 14;
  for (const CueSpot& cue : s.cues) {
    if (cue.begin < noun.end || cue.begin >= clause.end || cue.begin - noun.end > farthest) continue;
    if (cue.cue == Cue::mission_noun) return false;
    const bool leads = cue.cue == Cue::in_word || cue.cue == Cue::mission_located;  // "is located in" is one word
    if (leads && d.of(cue) != "im" && city_at(d, s, town_name_at(d, s, cue.end), out) && out.host == host) return true;
  }
  return false;
}

const When* span_in(const Sentence& s, Spot clause) {
  for (const When& when : s.dates) {
    const bool lasting = when.since || when.until || (when.year2 && when.year2 > when.year);
    if (lasting && !when.relative && when.begin >= clause.begin && when.end <= clause.end) return &when;
  }
  return nullptr;
}

}  // namespace

void read_missions_lasting(Document& d, const Sentence& s) {
  if (!s.has(Cue::mission_noun) || (s.dates.empty() && !s.has(Cue::mission_located)) || s.block == Block::Kind::heading) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun) continue;
    const Side sender = sender_at_noun(d, s, noun);
    if (!Document::is_pair(sender)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const When* when = span_in(s, clause);
    const bool located = find_cue(s, Cue::mission_located, noun.end, clause.end) != nullptr;
    City town;
    if (!(when || located) || !town_behind(d, s, noun, clause, Document::other(sender), town)) continue;
    if (find_cue(s, Cue::negation, clause.begin, clause.end) || find_cue(s, Cue::plan, clause.begin, clause.end)) continue;
    const Spot where = span(noun, town);
    if (is_told(d, where, {Kind::mission, Kind::mission_opened, Kind::mission_closed})) continue;
    Claim& claim = d.add(Kind::mission, where);
    claim.unit = d.grammar.texts[noun.data];
    claim.subject = d.code(sender);
    claim.object = d.code(Document::other(sender));
    claim.place = d.of(town);
    if (when) claim.period = when->text();
  }
}

}  // namespace comity::claims
