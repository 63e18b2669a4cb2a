// What a treaty is on where its noun does not say so: the clause of purpose behind it ("an agreement that will focus on the training
// of diplomats", "to promote tourism", "under which it would grant a loan"), else the offices that sign it ("the Ministries of Health").
#include <algorithm>

#include "comity/claims/readers/treaty_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

constexpr std::uint32_t reach = 26, longest_purpose = 22;

// A word that opens what a treaty is for, with nothing but the verb between it and the purpose.
bool is_aim(std::string_view word) {
  static constexpr WordSet words("aimed", "aiming", "designed", "intended", "allowing", "enabling", "permitting", "paving", "providing", "setting", "focusing", "focused", "focussing", "covering", "formalizing", "formalising", "regulating", "governing", "granting", "facilitating",
                                 "promoting", "strengthening", "enhancing", "boosting", "concerning", "regarding", "establishing", "creating", "amending", "expanding", "ensuring", "guaranteeing", "committing", "relating", "for", "on");
  return words.has(word);
}

bool is_verb_of_aim(std::string_view word) {
  static constexpr WordSet words("will", "would", "aims", "aim", "aimed", "focuses", "focus", "focused", "provides", "provided", "provide", "allows", "allowed", "enables", "enabled", "covers", "covered", "includes", "included", "seeks", "sought", "formalized", "formalised", "regulates", "regulated",
                                 "governs", "put", "grants", "granted", "gives", "gave", "establishes", "established", "creates", "created", "promotes", "deals", "concerns", "concerned", "facilitates", "ended", "set", "sets");
  return words.has(word);
}

bool is_dated(const Sentence& s, std::uint32_t i) {
  return std::any_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin <= i && i < one.end; });
}

// Where the purpose of what stands before begins; 0: none is told. `opens` is the word that opens it.
std::uint32_t purpose_begin(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t& opens) {
  for (std::uint32_t i = from; i + 1 < s.range.end && i - from < reach; ++i) {
    if (d.tokens[i].is(TokenKind::semicolon) || (i > from && s.cue_at(i, Cue::treaty_noun))) return 0;
    if (is_dated(s, i + 1) && !d.tokens[i].is(TokenKind::comma)) continue;
    const std::string_view word = d.of(i), next = d.of(i + 1);
    opens = i;
    const bool verb = d.tokens[i + 1].is_word() && !d.tokens[i + 1].capital && !one_of(next, {"the", "a", "an", "date", "this", "that", "its", "his", "their"});
    if (word == "to" && verb) return i + 2;
    if ((word == "that" || word == "which") && is_verb_of_aim(next)) return i + 2;
    if ((word == "which" && i > from && one_of(d.of(i - 1), {"under", "by", "through", "in"})) || word == "whereby") return i + 1;  // "in which Peru would export electricity"
    if (s.cue_at(i, Cue::company_list)) return 0;
    if (is_aim(word) && !s.cue_at(i + 1, Cue::sign_verb) && !one_of(next, {"behalf", "the", "a"}) && next != "its") return i + 1;
    if (is_aim(word) && one_of(next, {"the", "a"}) && !d.tokens[std::min(i + 2, s.range.end - 1)].capital && !one_of(d.of(std::min(i + 2, s.range.end - 1)), {"sidelines", "margins", "occasion", "first", "second", "time", "same", "level"})) return i + 2;
  }
  return 0;
}

std::uint32_t purpose_end(const Document& d, const Sentence& s, std::uint32_t begin) {
  std::uint32_t end = begin;
  while (end < s.range.end && end - begin < longest_purpose && !d.tokens[end].is(TokenKind::semicolon) && !(end > begin + 3 && d.tokens[end].is(TokenKind::comma)) && !s.cue_at(end, Cue::treaty_noun) && !is_dated(s, end)) ++end;
  return end;
}

const CueSpot* topic_within(const Document& d, const Sentence& s, std::uint32_t begin, std::uint32_t end) {
  const CueSpot* out = nullptr;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::treaty_topic || cue.begin < begin || cue.end > end || d.grammar.texts[cue.data] == "cooperation") continue;
    if (cue.begin > begin && d.of(cue.begin - 1) == "to") continue;  // "to transport gas": a verb
    if (!out || (cue.begin == out->begin && cue.end > out->end)) out = &cue;
  }
  return out;
}

// "focus on the training of Norwegian diplomats": in the text's own words, without whose they are.
std::string purpose_words(const Document& d, const Sentence& s, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end && i < begin + 3; ++i) {
    if (s.cue_at(i, Cue::on_word) || one_of(d.of(i), {"at", "in"})) {
      begin = i + 1;
      break;
    }
  }
  if (begin < end && one_of(d.of(begin), {"promote", "strengthen", "enhance", "boost", "expand", "increase", "establish", "create", "develop", "improve", "cooperate", "facilitate", "deepen", "support", "regulate", "further", "encourage", "explore", "build", "construct", "supply", "provide", "grant", "start", "protect", "boosting", "promoting"})) ++begin;
  if (begin >= end || d.tokens[begin].capital || one_of(d.of(begin), {"to", "their", "be", "have", "citizens"})) return {};
  std::string out = own_topic(d, s, {begin, end});
  for (const NameSpot& name : s.names) {
    if (name.begin < begin || name.end > end) continue;
    std::string whose(d.of(name));
    for (char& c : whose) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (const std::size_t at = out.find(whose + ' '); at != std::string::npos) out.erase(at, whose.size() + 1);
  }
  return out;
}

// "the Ministry of Health", "Mexico's Secretariat of Tourism", "the Election Commission": what the office that signs is for.
std::string topic_of_office(const Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin; i + 2 < s.range.end; ++i) {
    const std::string_view word = d.of(i);
    const bool office = one_of(word, {"Ministry", "Ministries", "ministries", "Secretariat", "Department", "Departments", "Minister", "Ministers"}) && one_of(d.of(i + 1), {"of", "for"});
    const bool behind = i > s.range.begin && one_of(word, {"Ministry", "Ministries", "Minister", "Ministers", "ministers", "ministries"});
    const CueSpot* topic = nullptr;
    if (office) topic = topic_within(d, s, i + 2, std::min(s.range.end, i + 6));
    if (topic && topic->begin > i + 3) topic = nullptr;
    if (!topic && behind) topic = topic_within(d, s, i - 1, i);
    if (topic) return d.grammar.texts[topic->data];
    if (one_of(word, {"Election", "Electoral", "election", "electoral"})) return "elections";
  }
  return {};
}

const CueSpot* noun_of(const Document& d, const Sentence& s, const Claim& claim) {
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::treaty_noun && d.tokens[cue.begin].begin >= claim.plain.begin && d.tokens[cue.end - 1].end <= claim.plain.end) return &cue;
  }
  return nullptr;
}

// "a protocol amending the tax convention", "an agreement to expand the trade agreement": what is amended tells the topic, and is not
// signed once more.
bool take_amended(Document& d, const Sentence& s, std::size_t c, const CueSpot& noun) {
  constexpr std::uint32_t most = 9;
  std::uint32_t i = noun.end;
  if (i + 2 >= s.range.end) return false;
  const bool amends = one_of(d.of(i), {"amending", "modifying", "updating", "extending", "expanding", "revising", "supplementing", "replacing"}) || ((d.of(i) == "to") && one_of(d.of(i + 1), {"amend", "update", "expand", "extend", "revise", "modernise", "modernize", "explore", "renew", "upgrade", "deepen", "widen", "negotiate"}));
  const bool amendments = i + 3 < s.range.end && one_of(d.of(i), {"on", "of"}) && (one_of(d.of(i + 1), {"amendments", "amendment"}) || one_of(d.of(i + 2), {"amendments", "amendment"}));
  const CueSpot* second = amends || amendments ? find_cue(s, Cue::treaty_noun, i + 1, std::min(s.range.end, i + most)) : nullptr;
  if (!second) return false;
  const std::string unit = topic_of(d, s, *second, second->end);
  if (!unit.empty()) d.claims[c].unit = unit;
  const Range there{d.tokens[second->begin].begin, d.tokens[second->end - 1].end};
  for (std::size_t k = d.claims.size(); k-- > c + 1;) {
    if (d.claims[k].kind == Kind::treaty_signed && d.claims[k].plain.overlaps(there)) d.claims.erase(d.claims.begin() + static_cast<std::ptrdiff_t>(k));
  }
  return !unit.empty();
}

}  // namespace

void take_purposes(Document& d, const Sentence& s) {
  if (d.grammar.language != "en") return;
  for (std::size_t c = d.sentence_claims; c < d.claims.size(); ++c) {
    Claim& claim = d.claims[c];
    constexpr double few = 3;
    const CueSpot* whole = claim.kind == Kind::treaty_signed ? noun_of(d, s, claim) : nullptr;
    if (whole && take_amended(d, s, c, *whole)) continue;
    const bool counted = claim.number && *claim.number <= few && claim.unit == "documents";
    if (claim.kind != Kind::treaty_signed || (!claim.unit.empty() && claim.unit != "cooperation" && !counted)) continue;
    const CueSpot* noun = whole;
    const bool followed = counted && c + 1 < d.claims.size() && d.claims[c + 1].kind == Kind::treaty_signed;  // "two agreements, on customs and on transport"
    if (!noun || followed) continue;
    std::uint32_t opens = 0;
    const std::uint32_t begin = purpose_begin(d, s, noun->end, opens);
    std::string unit;
    if (begin) {
      const std::uint32_t end = purpose_end(d, s, begin);
      const bool focus = std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::on_word && one.begin >= opens && one.begin <= opens + 3 && one.end < end; });
      const CueSpot* topic = topic_within(d, s, begin, end);
      if (topic && !(focus && topic->begin > opens + 6)) unit = topic_with_second(d, s, *topic, end);
      if (topic && one_of(unit, {"economic", "political", "cultural"}) && topic->end < end && one_of(d.of(topic->end), {"union", "zone", "aid", "dialogue", "community", "area", "centre", "center"})) unit = own_topic(d, s, {topic->begin, topic->end + 1});
      const bool plain = one_of(d.of(opens), {"to", "for", "aimed", "aiming", "creating", "establishing"}) || focus;
      if (unit.empty() && claim.unit.empty() && !counted && plain) unit = purpose_words(d, s, begin, end);
    }
    if (unit.empty() && claim.unit.empty()) unit = topic_of_office(d, s);
    if (unit.empty() && claim.unit.empty() && claim.number && !claim.currency.empty()) {  // "deals worth $10 billion"
      unit = d.of(noun->end - 1);
      unit[0] = static_cast<char>(unit[0] | 0x20);
    }
    if (unit.empty() && claim.unit.empty()) {  // "The development cooperation began with an agreement in 1951"
      constexpr std::uint32_t near = 14;
      const std::uint32_t from = std::max(s.range.begin, noun->begin - std::min(noun->begin, near));
      const CueSpot* behind = topic_within(d, s, noun->end, std::min(s.range.end, noun->end + near));  // "…, settled the border"
      if (behind && !d.tokens[behind->begin].capital) unit = d.grammar.texts[behind->data];
      else if (const CueSpot* told = topic_within(d, s, from, noun->begin); told && s.cue_at(told->end, Cue::name) == nullptr && (!d.tokens[told->begin].capital || told->begin == s.range.begin)) unit = d.grammar.texts[told->data];
    }
    if (!unit.empty()) claim.unit = unit;
  }
}

}  // namespace comity::claims
