// Memberships that a sentence takes for granted: "cooperate in fora such as BRICS, G20 and the WTO", "in the framework of the
// Union for the Mediterranean". Who works in a body belongs to it.
#include <algorithm>

#include "comity/claims/readers/membership_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

bool is_body(std::string_view word) {
  return one_of(word, {"fora", "forums", "forum", "bodies", "organisations", "organizations", "groupings", "platforms", "institutions", "arrangements", "mechanisms", "frameworks", "formats", "associations", "alliances", "groups", "Foren", "Organisationen", "Gremien", "Zusammenschlüssen", "Institutionen", "Formaten"});
}

// Where the list behind a word for bodies begins: "such as", "like", "including", a colon, a bracket; 0: there is none.
std::uint32_t list_behind(const Document& d, const Sentence& s, std::uint32_t body) {
  for (std::uint32_t i = body + 1; i < s.range.end && i < body + 5; ++i) {
    if (d.tokens[i].is(TokenKind::comma) || d.tokens[i].is(TokenKind::open) || d.tokens[i].is(TokenKind::colon)) {
      if (i + 1 < s.range.end && std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::org && (one.begin == i + 1 || (one.begin == i + 2 && d.of(i + 1) == "the")); })) return i + 1;
      continue;
    }
    if (d.of(i) == "such" && i + 1 < s.range.end && d.of(i + 1) == "as") return i + 2;
    if (one_of(d.of(i), {"like", "including", "namely", "notably", "especially", "particularly", "wie", "darunter", "etwa", "insbesondere"})) return i + 1;
  }
  return 0;
}

// The one that works there: both, or the only one of the two that the sentence names.
Side workers(const Document& d, const Sentence& s) {
  Side out = Side::none;
  for (const Mention& one : d.mentions) {
    if (one.side == Side::third && one.form == NameForm::name && Document::is_pair(out)) break;
    if (one.side == Side::third && one.form == NameForm::name && out == Side::both) break;  // "…, the BIMSTEC involving Sri Lanka"
    if (one.side == Side::third && one.form == NameForm::name) return Side::none;
    if (one.side == Side::both || (Document::is_pair(one.side) && out == Document::other(one.side))) return Side::both;
    if (Document::is_pair(one.side) && one.form < NameForm::capital) out = one.side;
  }
  // "We cooperate at platforms such as": those whose page it is
  if (out == Side::none && one_of(d.of(s.range.begin), {"We", "They", "Wir"})) return Side::both;
  return out;
}

bool works_together(const Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    const std::string_view word = d.of(i);
    if (word.starts_with("cooperat") || word.starts_with("co-operat") || word.starts_with("collaborat") || word.starts_with("coordinat") || word.starts_with("participat") || word.starts_with("interact") || word.starts_with("engage") || word.starts_with("Cooperat")) return true;
    if (one_of(word, {"work", "works", "working", "partners", "member", "members", "together", "operation", "meet", "active", "arbeiten", "zusammen", "Zusammenarbeit", "kooperieren", "engagieren", "Partner"})) return true;
  }
  return false;
}

void add(Document& d, Spot quote, Side side, const std::string& organisation) {
  const auto same = [&](const Claim& one) { return one.kind == Kind::membership && one.object == organisation; };
  if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), same)) return;
  Claim& claim = d.add(Kind::membership, quote);
  claim.subject = side == Side::both ? claim.pair[0] + "," + claim.pair[1] : d.code(side);
  claim.object = organisation;
  claim.note = "works in it";  // Australia works in ASEAN, and is no member
}

// The organisations from a token on, linked by commas and "and".
void read_list(Document& d, const Sentence& s, std::uint32_t body, std::uint32_t from, Side side) {
  std::uint32_t i = from;
  bool first = true;
  while (i < s.range.end) {
    while (i < s.range.end && one_of(d.of(i), {"the", "in", "at", "both", "der", "die", "den", "dem"})) ++i;
    const CueSpot* org = nullptr;
    for (const CueSpot& one : s.cues) {
      if (one.cue == Cue::org && one.begin == i && (!org || one.end > org->end)) org = &one;
    }
    // "fora like India's dialogue partnership with ASEAN, the ASEAN Regional Forum": the first is no name
    if (!org && first) {
      constexpr std::uint32_t longest_first = 9;
      std::uint32_t k = i;
      while (k < s.range.end && k - i < longest_first && !d.tokens[k].is(TokenKind::comma)) ++k;
      if (k + 1 < s.range.end && d.tokens[k].is(TokenKind::comma) && k > i) {
        i = k + 1, first = false;
        continue;
      }
    }
    // "UN, XYZ and WTO", "the Organization of Fjord States (OFS)": capitals that no list knows
    Spot own;
    if (!org && !first && i < s.range.end && d.tokens[i].capitals && d.tokens[i].end - d.tokens[i].begin >= 3) {
      own = {i, i + 1};
      add(d, own, side, std::string(d.of(i)));
    } else if (const Organisation body = !org && !first ? organisation_at(d, s, i, s.range.end) : Organisation{}; body.body && body.where.end > i + 1) {
      own = body.where;
      add(d, own, side, body.name);
    } else if (!org) {
      break;
    }
    if (org) add(d, first ? trimmed({body, org->end}, *org, 10) : static_cast<Spot>(*org), side, d.grammar.texts[org->data]);
    first = false;
    i = org ? org->end : own.end;
    if (i < s.range.end && d.tokens[i].is(TokenKind::open)) {  // "(UN)", "(D-8)"
      constexpr std::uint32_t longest = 6;
      std::uint32_t close = i;
      while (close < s.range.end && close - i < longest && !d.tokens[close].is(TokenKind::close)) ++close;
      if (close < s.range.end && d.tokens[close].is(TokenKind::close)) i = close + 1;
    }
    const std::uint32_t link = i;
    if (i < s.range.end && (d.tokens[i].is(TokenKind::comma) || d.tokens[i].is(TokenKind::slash) || d.tokens[i].is(TokenKind::semicolon))) ++i;
    if (i < s.range.end && find_cue(s, Cue::and_word, i, i + 1)) ++i;
    if (i + 1 < s.range.end && d.of(i) == "as" && d.of(i + 1) == "well") i += 3;
    if (i == link) break;
    // "…, larger multilateral bodies such as the UN": the next list of the same row
    for (std::uint32_t k = i; k < s.range.end && k < i + 5; ++k) {
      if (is_body(d.of(k))) {
        if (const std::uint32_t next = list_behind(d, s, k)) body = k, i = next, first = true;
        break;
      }
    }
  }
}

}  // namespace

void read_fora(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || !s.has(Cue::org) || s.has(Cue::negation) || s.has(Cue::plan) || s.has(Cue::sign_verb)) return;
  const Side side = workers(d, s);
  if (side == Side::none || !works_together(d, s)) return;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (is_body(d.of(i))) {
      // "reform of institutions like the UN", "candidature in bodies": what they want there
      const std::string_view before = i >= s.range.begin + 2 ? d.of(i - 2) : std::string_view();
      if (one_of(before, {"reform", "seat", "candidature", "candidatures"})) continue;
      if (const std::uint32_t from = list_behind(d, s, i)) read_list(d, s, i, from, side);
      continue;
    }
    // "cooperate in the United Nations and the WTO"
    if (side == Side::both && i + 2 < s.range.end && one_of(d.of(i), {"cooperate", "cooperates", "cooperating", "collaborate", "work", "closely", "together", "partners"}) && one_of(d.of(i + 1), {"in", "within", "at"}) && d.grammar.language == "en") {
      const std::uint32_t at = i + 2 + (d.of(i + 2) == "the");
      const CueSpot* org = find_cue(s, Cue::org, at, at + 1);
      if (org && (org->end >= s.range.end || !d.tokens[org->end].is_word() || find_cue(s, Cue::and_word, org->end, org->end + 1))) read_list(d, s, i, i + 2, side);
    }
    // "within the framework of the Union for the Mediterranean", "im Rahmen der OSZE"
    const bool frame = (d.of(i) == "framework" && i + 1 < s.range.end && d.of(i + 1) == "of") || d.of(i) == "Rahmen";
    const std::uint32_t at = d.of(i) == "Rahmen" ? i + 1 : i + 2;
    if (frame && side == Side::both && at < s.range.end) read_list(d, s, i, at, side);
  }
}

}  // namespace comity::claims
