// Treaties told together: "signed 11 agreements in: energy; trade", "a number of agreements", "agreements on tourism and on visas".
#include <algorithm>

#include "comity/claims/readers/treaty_parts.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// Topics that follow the one that ends at `at`, each linked to the one before: a treaty each, as the claim `model` is.
void follow_topics(Document& d, const Sentence& s, std::uint32_t at, Spot clause, bool colon, std::size_t model) {
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::treaty_topic || cue.begin < at || cue.begin >= clause.end) continue;
    bool linked = false, broken = cue.begin - at > 7 || std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin >= at && when.end <= cue.begin; });
    for (std::uint32_t i = at; i < cue.begin; ++i) {
      linked = linked || d.tokens[i].is(TokenKind::comma) || (colon && d.tokens[i].is(TokenKind::semicolon)) || find_cue(s, Cue::and_word, i, i + 1);
      broken = broken || find_cue(s, Cue::sign_verb, i, i + 1) || find_cue(s, Cue::have, i, i + 1);
    }
    if (broken || !linked) break;
    Claim& next = add_treaty(d, s, cue, cue, cue.end);
    const Claim& like = d.claims[model];
    next.unit = d.grammar.texts[cue.data];
    next.period = like.period, next.status = like.status, next.polarity = like.polarity, next.place = like.place;
    at = cue.end;
  }
}

}  // namespace

// "signed 11 agreements in: energy; trade; protection of investments": those that are named, beside their number. One topic
// alone is what all of them are about.
void counted_topics(Document& d, const Sentence& s, const CueSpot& noun, Spot clause, std::size_t counted) {
  const CueSpot* one = nullptr;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::treaty_topic && cue.begin >= noun.end && cue.begin - noun.end <= 5 && (!one || (cue.begin == one->begin && cue.end > one->end))) one = &cue;
  }
  if (!one) return;
  bool colon = false;
  for (std::uint32_t i = noun.end; i < one->begin; ++i) colon = colon || d.tokens[i].is(TokenKind::colon);
  // "eleven agreements in energy and health cooperation": what all of them are about, where no list opens
  if (!colon && find_cue(s, Cue::in_word, noun.end, one->begin)) return;
  if (colon) clause.end = s.range.end;
  const std::size_t before = d.claims.size();
  Claim& first = add_treaty(d, s, *one, *one, one->end);
  const Claim& like = d.claims[counted];
  first.unit = d.grammar.texts[one->data];
  first.period = like.period, first.status = like.status, first.polarity = like.polarity, first.place = like.place;
  follow_topics(d, s, one->end, clause, colon, counted);
  if (d.claims.size() == before + 1) d.claims.pop_back();
}

// "a number of agreements", "several MoUs": a count that nobody can hold against data.
void vague_count(Document& d, const Sentence& s, const CueSpot& noun, std::size_t counted) {
  Claim& claim = d.claims[counted];
  if (d.grammar.language != "en" || !d.of(noun).ends_with('s') || !claim.unit.empty() || claim.polarity == "neg" || claim.status == "planned") return;
  for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= 4;) {
    const std::string_view word = d.of(i);
    const bool number = word == "number" && i > s.range.begin && d.of(i - 1) == "a";
    if (!number && word != "several" && word != "Several" && word != "various" && word != "many" && word != "numerous" && word != "series") continue;
    claim.word = number ? "a number" : std::string(word);
    claim.word[0] = static_cast<char>(claim.word[0] | 0x20);
    claim.unit = "documents", claim.status = "vague";
    for (const When& when : s.dates) {  // "…, among them the accord of 1999": that one's
      for (std::uint32_t k = noun.end; k < when.begin && claim.period == when.text(); ++k) {
        if (d.tokens[k].is(TokenKind::comma) || d.tokens[k].is(TokenKind::colon)) claim.period.clear();
      }
    }
    return;
  }
}

// "agreements on tourism and on the abolition of visas": each topic behind the first, linked by a comma or "and", is one more.
void more_topics(Document& d, const Sentence& s, const CueSpot& noun, Spot phrase, Spot clause, std::size_t first) {
  const bool loose = d.grammar.texts[noun.data] == "cooperation";
  if (!d.of(noun).ends_with('s') || !(d.grammar.texts[noun.data].empty() || loose)) return;
  std::uint32_t at = phrase.end;
  const CueSpot* one = nullptr;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::treaty_topic && cue.begin >= noun.end && cue.begin - noun.end <= 9 && (!one || (cue.begin == one->begin && cue.end > one->end))) one = &cue, at = cue.end;
  }
  if (!one) return;
  // "signed agreements on: education and science; cultural cooperation; sports"
  bool colon = false;
  for (std::uint32_t i = noun.end; i < one->begin; ++i) colon = colon || d.tokens[i].is(TokenKind::colon);
  const bool listed = colon || loose;
  // "agreements on aquaculture, mining and defence": the first is told in the text's own words
  if (!listed && d.claims[first].unit != d.grammar.texts[one->data] && one->begin > noun.end + 1 && (d.tokens[one->begin - 1].is(TokenKind::comma) || find_cue(s, Cue::and_word, one->begin - 1, one->begin))) at = one->begin - 1;
  if (listed) d.claims[first].unit = d.grammar.texts[one->data];
  if (colon) clause.end = s.range.end;
  follow_topics(d, s, at, clause, colon, first);
}

}  // namespace comity::claims
