// Visits told by their direction and years alone: "visits were paid in 1991 and 2003 (from Malaysia to Brazil)", "the following visits
// were carried out from Kazakhstan to Japan: 2 visits of Prime Minister (1996, 2005)".
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

struct Way : Spot {
  Side from = Side::none;
  bool bracket = false;
};

// "from A to B" of the two, as often as the sentence says it.
std::vector<Way> ways_of(const Document& d, const Sentence& s) {
  std::vector<Way> out;
  for (const CueSpot& from : s.cues) {
    if (from.cue != Cue::from_word || from.begin == s.range.begin) continue;
    const NameSpot* first = nullptr;
    for (const NameSpot& name : s.names) {
      if (name.form != NameForm::name || !Document::is_pair(name.side)) continue;
      if (!first && name.begin >= from.end && name.begin - from.end <= 1) first = &name;
      const bool second = first && name.side == Document::other(first->side) && name.begin > first->end && name.begin - first->end <= 2;
      if (!second || !find_cue(s, Cue::to_word, first->end, first->end + 1)) continue;
      Way way;
      way.begin = from.begin, way.end = name.end, way.from = first->side, way.bracket = d.tokens[from.begin - 1].is(TokenKind::open);
      out.push_back(way);
      break;
    }
  }
  return out;
}

// Whose visit a date tells: the bracket behind it says it, else what was said last before it.
const Way* way_for(const std::vector<Way>& ways, const When& when) {
  const Way* out = nullptr;
  for (const Way& one : ways) {
    if (one.bracket && one.begin >= when.end) return &one;
    if (!one.bracket && one.end <= when.begin) out = &one;
  }
  return out;
}

// "Visits by Peruvian ministers", "visits from Peru": who made them all; none where it is not said.
Side side_of_makers(const Document& d, const Sentence& s, const CueSpot& noun) {
  constexpr std::uint32_t farthest = 3;
  for (const Mention& one : d.mentions) {
    if (one.begin < noun.end || one.begin - noun.end > farthest || !Document::is_pair(one.side)) continue;
    const bool by = one.form == NameForm::adjective && (find_cue(s, Cue::by_word, noun.end, one.begin) || find_cue(s, Cue::of_word, noun.end, one.begin)) && find_cue(s, Cue::leader_noun, one.end, one.end + 3);
    const bool from = one.form == NameForm::name && find_cue(s, Cue::from_word, noun.end, one.begin) && !(one.end < s.range.end && find_cue(s, Cue::to_word, one.end, one.end + 1));
    if (by || from) return one.side;
  }
  return Side::none;
}

}  // namespace

void read_visit_directions(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || d.grammar.language != "en" || s.dates.empty() || !s.has(Cue::visit_noun) || s.has(Cue::negation) || s.has(Cue::plan)) return;
  const CueSpot* noun = find_cue(s, Cue::visit_noun);
  if (!d.of(*noun).ends_with("isits")) return;
  std::vector<Way> ways = ways_of(d, s);
  // "From Peru to Norway: 2 visits of Prime Minister (1996, 2005)": the words before the colon were a heading
  if (ways.empty() && d.heading.visits && Document::is_pair(d.heading.from)) ways.push_back({{s.range.begin, s.range.begin}, d.heading.from, false});
  if (ways.empty()) {
    if (const Side from = side_of_makers(d, s, *noun); Document::is_pair(from)) ways.push_back({{noun->begin, noun->end}, from, false});
  }
  if (ways.empty()) return;
  const bool made = find_cue(s, Cue::held_verb, noun->end, noun->end + 12) != nullptr;
  // "From 1992 to 2016, the following visits were carried out from A to B: …": its years are those of the list
  const bool listed = std::any_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.parens && one.begin > noun->begin; });
  if (listed) std::erase_if(d.claims, [&](const Claim& one) { return &one >= d.claims.data() + d.sentence_claims && one.kind == Kind::visit && one.person.empty() && one.period.find('/') == 4; });
  bool told = false, named = false;
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
    told = told || d.claims[i].kind == Kind::visit, named = named || (d.claims[i].kind == Kind::visit && !d.claims[i].person.empty());
  }
  if (named) return;
  for (const When& when : s.dates) {
    if (!when.dated() || when.year2 || when.since || when.until || when.decade || when.begin < noun->begin) continue;
    const Way* way = way_for(ways, when);
    if (!way || (!told && !way->bracket && !when.parens && !made)) continue;
    const std::string period = when.text();
    if (told) {  // another reader has taken the dates: "from A to B" says who came
      for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
        if (d.claims[i].kind == Kind::visit && d.claims[i].period == period) d.claims[i].subject = d.code(way->from), d.claims[i].object = d.code(Document::other(way->from));
      }
      continue;
    }
    const CueSpot* each = find_cue_back(s, Cue::visit_noun, when.begin, noun->begin);
    const bool first = each && std::none_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin >= each->end && one.end <= when.begin; });
    Claim& claim = d.add(Kind::visit, trimmed(first ? Spot{each->begin, when.end} : static_cast<Spot>(when), when, 16));
    claim.subject = d.code(way->from), claim.object = d.code(Document::other(way->from)), claim.period = period;
  }
}

}  // namespace comity::claims
