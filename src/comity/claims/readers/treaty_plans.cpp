// Treaties that are wanted, announced or talked about, and not signed: "in talks to sign", "agreed to sign", "the opportunity to
// conclude", "is expected to be signed", "willing to create".
#include <algorithm>

#include "comity/claims/readers/treaty_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// A word that makes what follows it in the infinitive something that is wanted.
bool is_wanting(std::string_view word) {
  static constexpr WordSet words("ready", "readiness", "willing", "willingness", "opportunity", "talks", "agreed", "agree", "agrees", "plan", "plans", "planned", "planning", "hope", "hopes", "hoping", "hoped", "wish", "wishes", "wished", "intend", "intends", "intended", "intention", "intentions", "intent", "expected",
                                 "aim", "aims", "aiming", "committed", "commitment", "interest", "interested", "decided", "decision", "seek", "seeks", "sought", "seeking", "want", "wants", "wanted", "desire", "efforts", "propose", "proposed", "proposes", "proposal", "working", "negotiating", "negotiations",
                                 "possibility", "prospect", "prospects", "chance", "considering", "looking", "keen", "eager", "due", "scheduled", "called", "urged", "pledged", "promised", "need", "trying", "discussed", "discussing", "discuss", "preparing", "prepares", "way", "move", "offered", "ambition", "ambitions", "resolved");
  return words.has(word);
}

bool wants_before(const Document& d, const Sentence& s, std::uint32_t at, std::uint32_t back) {
  for (std::uint32_t i = at; i-- > s.range.begin && at - i <= back;) {
    if (d.tokens[i].is(TokenKind::comma) || d.tokens[i].is(TokenKind::semicolon) || s.cue_at(i, Cue::but)) return false;
    if (is_wanting(d.of(i))) return true;
  }
  return false;
}

}  // namespace

bool is_sought(const Document& d, const Sentence& s, const CueSpot& sign, Spot clause) {
  constexpr std::uint32_t near = 8, far = 14;
  // "agreed to negotiate", "agreed to work towards"
  if (d.of(sign).starts_with("agreed") && sign.end + 1 < s.range.end) {
    const std::uint32_t next = d.of(sign.end - 1) == "to" ? sign.end : d.of(sign.end) == "to" ? sign.end + 1 : sign.end;
    if (next > sign.end - 1 && d.of(next - 1) == "to" && one_of(d.of(next), {"negotiate", "sign", "conclude", "work", "start", "begin", "explore", "discuss", "consider", "pursue", "finalise", "finalize", "prepare", "draft", "launch", "seek", "examine", "study", "speed", "accelerate", "resume"})) return true;
  }
  std::uint32_t at = sign.begin;
  if (d.grammar.language == "de") {  // "vereinbarten, ein Abkommen auszuhandeln"
    if (!d.of(sign).starts_with("vereinbar")) return false;
    for (std::uint32_t i = sign.end; i < clause.end; ++i) {
      if (one_of(d.of(i), {"auszuhandeln", "abzuschließen", "auszuarbeiten", "zu"}) && (d.of(i) != "zu" || (i + 1 < clause.end && one_of(d.of(i + 1), {"schließen", "unterzeichnen", "verhandeln", "erarbeiten"})))) return true;
    }
    return false;
  }
  if (d.of(at) == "to") {
    ++at;
  } else if (at == s.range.begin) {
    return false;
  }
  const std::string_view front = d.of(at - 1);
  if (front == "of" && wants_before(d, s, at - 1, 3)) return true;  // "the possibility of signing"
  if (front == "to") return at >= clause.begin + 2 && wants_before(d, s, at - 1, near);
  if (front == "be" && at >= s.range.begin + 2) return one_of(d.of(at - 2), {"to", "will", "would", "could", "should", "may", "might", "can", "soon"});
  if (one_of(front, {"will", "would", "could", "should", "may", "might", "shall", "soon"}) && !d.of(sign).ends_with("ed")) return true;
  // "is expected to meet X and preside over the signing of agreements"
  if (d.of(sign).starts_with("signing") || d.of(sign).starts_with("conclusion")) {
    const CueSpot* plan = find_cue_back(s, Cue::plan, sign.begin, clause.begin);
    if (plan && (d.of(*plan).find("expected") != std::string_view::npos || d.of(*plan).find("scheduled") != std::string_view::npos || d.of(*plan) == "will")) return true;
    for (std::uint32_t i = at; i-- > clause.begin && at - i <= far;) {
      if (one_of(d.of(i), {"called", "awaiting", "towards", "toward", "upcoming", "forthcoming", "eventual", "possible", "future"})) return true;
    }
  }
  return false;
}

bool is_wanted(const Document& d, const Sentence& s, const CueSpot& noun) {
  constexpr std::uint32_t near = 7;
  if (const std::string& own = d.grammar.texts[noun.data]; own == "alliance" || is_declaration(d, noun) || (own == "strategic partnership" && d.of(noun.end - 1) != "agreement")) return false;
  for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= near;) {
    if (!d.tokens[i].is_word() && !d.tokens[i].is(TokenKind::hyphen)) return false;
    if (s.cue_at(i, Cue::with_word) || s.cue_at(i, Cue::sign_verb)) return false;
    if (one_of(d.of(i), {"announced", "announces", "announcing"})) return !one_of(d.of(i + 1), {"that", "by"});
    if (d.of(i) == "to" && i > s.range.begin && i + 1 < noun.begin) {
      const bool makes = one_of(d.of(i + 1), {"create", "conclude", "sign", "establish", "negotiate", "reach", "finalise", "finalize", "complete", "develop", "start", "launch", "work", "have", "adopt", "initiate", "agree", "enter", "begin", "pursue", "achieve", "explore", "set", "make", "discuss", "prepare", "draft", "implement"});
      return makes && wants_before(d, s, i, near - 1);
    }
    if (one_of(d.of(i), {"seeking", "seeks", "sought", "proposed", "proposes", "exploring", "pursuing", "preparing", "planning", "finalising", "finalizing"})) return true;
  }
  return false;
}

}  // namespace comity::claims
