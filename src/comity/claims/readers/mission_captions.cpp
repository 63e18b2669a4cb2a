// Lines that hold nothing but missions: "Embassy of Brazil, Lima", "Argentine Embassy, Kuala Lumpur Malaysian Embassy, Buenos
// Aires", "Embassy of Vietnam in Mexico City" (boxes and captions of articles).
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

struct Caption {
  const CueSpot* noun = nullptr;
  Side sender = Side::none;
  City city;
  Spot all;
};

// The mission that a noun, its country and its town make with nothing else between.
bool caption_at(const Document& d, const Sentence& s, const CueSpot& noun, Caption& out) {
  out.noun = &noun;
  out.all = noun;
  std::uint32_t at = noun.end;
  for (const NameSpot& name : s.names) {
    if (name.form >= NameForm::capital || !Document::is_pair(name.side)) continue;
    const bool before = name.end == noun.begin || (name.end + 1 == noun.begin && d.tokens[name.end].is(TokenKind::possessive));
    const bool behind = find_cue(s, Cue::of_word, noun.end, noun.end + 1) && name.begin > noun.end && name.begin - noun.end <= 5;
    if (!before && !behind) continue;
    out.sender = name.side;
    out.all = span(out.all, name);
    if (behind) at = name.end;
    break;
  }
  if (!Document::is_pair(out.sender) || at + 1 >= s.range.end) return false;
  if (!d.tokens[at].is(TokenKind::comma) && !find_cue(s, Cue::in_word, at, at + 1)) return false;
  if (!city_at(d, s, at + 1, out.city)) return false;
  out.all.end = out.city.end;
  return out.city.host == Document::other(out.sender);
}

}  // namespace

void read_mission_captions(Document& d, const Sentence& s) {
  constexpr std::uint32_t longest_line = 60;
  if (!s.has(Cue::mission_noun) || d.blocks <= 1 || s.range.end - s.range.begin > longest_line || !s.dates.empty()) return;
  const std::uint32_t end = s.range.end - d.tokens[s.range.end - 1].is(TokenKind::stop);
  std::vector<Caption> found;
  std::uint32_t at = s.range.begin;
  for (const CueSpot& noun : s.cues) {
    Caption one;
    if (noun.cue != Cue::mission_noun || noun.begin < at || !caption_at(d, s, noun, one)) continue;
    std::uint32_t from = one.all.begin;
    while (from > at && (d.of(from - 1) == "the" || d.of(from - 1) == "The" || d.of(from - 1) == "and" || d.of(from - 1) == "an" || d.of(from - 1) == "a")) --from;
    const bool label = found.empty() && at < from && d.tokens[from - 1].is(TokenKind::colon);
    if (from - std::min(from, at) > 1 && !label) return;
    found.push_back(one);
    at = one.all.end;
  }
  if (found.empty() || end - std::min(end, at) > 1 || (end < s.range.end && found.size() < 2 && d.tokens[found.front().all.begin].begin == d.tokens[s.range.begin].begin)) return;
  for (const Caption& one : found) {
    const Range here{d.tokens[one.all.begin].begin, d.tokens[one.all.end - 1].end};
    const auto told = [&](const Claim& claim) { return claim.kind == Kind::mission && claim.plain.overlaps(here); };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
    Claim& claim = d.add(Kind::mission, one.all);
    claim.unit = d.grammar.texts[one.noun->data];
    claim.subject = d.code(one.sender);
    claim.object = d.code(Document::other(one.sender));
    claim.place = d.of(one.city);
  }
}

}  // namespace comity::claims
