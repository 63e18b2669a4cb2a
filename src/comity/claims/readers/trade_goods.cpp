// What is traded, without a sum, in German: "Peru exportiert vor allem Kaffee und importiert Maschinen aus Deutschland", "Aus
// Deutschland bezieht Peru Maschinen", "Deutschland führt Kupfer aus Peru ein".
#include <algorithm>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

enum class Flow { none, exports, imports };

bool has_word(const Document& d, Spot where, std::string_view word) {
  for (std::uint32_t i = where.begin; i < where.end; ++i) {
    if (d.of(i) == word) return true;
  }
  return false;
}

Flow flow_of(const Document& d, std::uint32_t at, Spot clause) {
  const std::string_view word = d.of(at);
  if (word == "exportiert" || word == "exportieren" || word == "liefert" || word == "liefern") return Flow::exports;
  if (word == "importiert" || word == "importieren" || word == "bezieht" || word == "beziehen") return Flow::imports;
  if (word != "führt" && word != "führen") return Flow::none;
  if (has_word(d, {at, clause.end}, "ein")) return Flow::imports;
  return has_word(d, {at, clause.end}, "aus") && has_word(d, {at, clause.end}, "nach") ? Flow::exports : Flow::none;
}

// The one whose trade it is: a name without "aus" or "nach" before it, next to the verb or at the front of the clause.
const Mention* trader(const Document& d, const Sentence& s, std::uint32_t verb, Spot clause) {
  const Mention* out = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.form != NameForm::name || !Document::is_pair(one.side) || one.begin < clause.begin || one.begin > verb + 1) continue;
    const bool way = one.begin > s.range.begin && (find_cue(s, Cue::from_word, one.begin - 1, one.begin) || find_cue(s, Cue::to_word, one.begin - 1, one.begin));
    if (!way) out = &one;
  }
  return out;
}

}  // namespace

void read_german_goods(Document& d, const Sentence& s) {
  if (d.grammar.language != "de" || s.block == Block::Kind::heading) return;
  bool first = false, second = false, third = false;
  for (const Mention& one : d.mentions) first = first || one.side == Side::first, second = second || one.side == Side::second, third = third || one.side == Side::third;
  if (!first || !second || third || !s.amounts.empty()) return;
  for (std::uint32_t i = s.range.begin + 1; i + 1 < s.range.end; ++i) {
    if (d.tokens[i].capital || !d.tokens[i].is_word()) continue;
    const Spot clause = clause_of(d, s, i);
    const Flow flow = flow_of(d, i, clause);
    const Mention* who = flow == Flow::none ? nullptr : trader(d, s, i, clause);
    if (!who) continue;
    const Range here{d.tokens[i].begin, d.tokens[i].end};
    const auto told = [&](const Claim& one) { return (one.kind == Kind::exports || one.kind == Kind::imports) && one.plain.overlaps(here); };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
    Claim& claim = d.add(flow == Flow::exports ? Kind::exports : Kind::imports, {i, i + 2});
    claim.subject = d.code(who->side), claim.object = d.code(Document::other(who->side));
    claim.unit = "goods";
  }
}

}  // namespace comity::claims
