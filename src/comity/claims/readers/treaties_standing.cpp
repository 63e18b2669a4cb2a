// Treaties that a text speaks of as there, without telling their signing: "The Canada-Chile Free Trade Agreement is the
// cornerstone of …", "The two have agreements on taxation and air transport", "Agreements on X and Y are in force".
#include <algorithm>

#include "comity/claims/readers/treaty_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// "a proposed agreement", "would like an agreement", "the lack of a treaty": not there, or nobody says that it is.
bool is_unsure(const Document& d, const Sentence& s, Spot clause) {
  for (const Cue cue : {Cue::negation, Cue::plan, Cue::negotiate, Cue::terminate, Cue::sign_verb, Cue::dispute, Cue::renew_verb}) {
    if (has_cue(s, cue, clause)) return true;
  }
  for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
    for (const std::string_view word : {"proposed", "potential", "possible", "possibility", "future", "would", "could", "should", "might", "may", "if", "whether", "draft", "seek", "seeks", "sought", "seeking", "hope", "hopes", "need", "towards", "toward", "feasibility", "absence", "lack", "called", "former", "until", "talks", "discussed", "discuss", "expected", "pending", "propose", "offered"}) {
      if (d.of(i) == word) return true;
    }
  }
  return false;
}

// The two names that stand joined right before a noun: "the Canada-Chile FTA", "the China–New Zealand Free Trade Agreement".
bool is_named_by_both(const Document& d, const Sentence& s, const CueSpot& noun, std::uint32_t& begin) {
  for (std::size_t i = 1; i < s.names.size(); ++i) {
    const NameSpot &first = s.names[i - 1], &second = s.names[i];
    if (second.end > noun.begin || noun.begin - second.end > 3 || second.begin < first.end || second.begin - first.end > 1) continue;
    if (!Document::is_pair(first.side) || second.side != Document::other(first.side) || first.form >= NameForm::capital || second.form >= NameForm::capital) continue;
    const bool joined = second.begin == first.end || !d.tokens[first.end].is_word() || find_cue(s, Cue::and_word, first.end, second.begin);
    bool whole = joined;
    for (std::uint32_t k = second.end; k < noun.begin; ++k) whole = whole && (d.tokens[k].capital || d.tokens[k].is(TokenKind::hyphen) || find_cue(s, Cue::treaty_topic, k, k + 1) || find_cue(s, Cue::treaty_noun, k, k + 1) || d.of(k) == "bilateral");
    if (!whole || (first.end == second.begin && !d.tokens[noun.begin].capital)) continue;
    begin = first.begin;
    return true;
  }
  return false;
}

// Whether a clause speaks of both: by name, or as "the two countries", "bilateral".
bool names_both(const Document& d, Spot clause) {
  bool first = false, second = false;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.end > clause.end || one.form >= NameForm::capital) continue;
    if (one.side == Side::third) return false;
    first = first || one.side == Side::first || one.side == Side::both;
    second = second || one.side == Side::second || one.side == Side::both;
  }
  return first && second;
}

// "have bilateral agreements on", "maintains a Free Trade Agreement": a verb of having right before the phrase.
bool is_had(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause) {
  for (const CueSpot& verb : s.cues) {
    if ((verb.cue != Cue::mission_have && verb.cue != Cue::have_since) || verb.begin < clause.begin || verb.end > noun.begin || noun.begin - verb.end > 6) continue;
    const std::string_view first = d.of(verb.begin);
    bool known = false;
    for (const std::string_view word : {"has", "have", "maintain", "maintains", "share", "there", "There", "had", "maintained"}) known = known || first == word;
    bool plain = known;
    for (std::uint32_t k = verb.end; k < noun.begin; ++k) plain = plain && (d.tokens[k].is_word() || d.tokens[k].is(TokenKind::hyphen)) && !find_cue(s, Cue::with_word, k, k + 1) && !find_cue(s, Cue::in_word, k, k + 1) && !find_cue(s, Cue::by_word, k, k + 1);
    if (plain) return true;
  }
  return false;
}

// "under the Compact of Free Association", "pursuant to the Defence Agreement", "reviewing the existing memorandum": it is there.
bool stands_on(const Document& d, const Sentence& s, const CueSpot& noun) {
  constexpr std::uint32_t near = 6;
  for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= near;) {
    if (!d.tokens[i].is_word() && !d.tokens[i].is(TokenKind::hyphen) && !d.tokens[i].is(TokenKind::stop)) return false;
    if (one_of(d.of(i), {"under", "Under", "pursuant", "Pursuant", "ambit", "governed", "regulated", "existing", "current", "based", "linked", "bound", "reviewing", "accordance", "implementing", "Implementing", "our"})) return true;
  }
  return false;
}

bool find_word(const Document& d, const Sentence& s, const CueSpot& noun, std::string_view word) {
  for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= 4;) {
    if (d.of(i) == word) return true;
  }
  return false;
}

bool is_known_already(const Document& d, const std::string& unit) {
  return std::any_of(d.claims.begin(), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::treaty_signed && one.unit == unit; });
}

// "Es besteht ein Doppelbesteuerungsabkommen", "es gibt Abkommen über Luftverkehr und Handel"; not what came into force.
void read_standing_in_german(Document& d, const Sentence& s) {
  static constexpr WordSet there("besteht", "bestehen", "gibt", "existiert", "existieren", "verbindet", "verbinden", "gilt", "gelten");
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::treaty_noun || is_told(d, noun, {Kind::treaty_signed})) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    bool stands = false;
    for (std::uint32_t i = clause.begin; i < clause.end && !stands; ++i) stands = there.has(d.of(i));
    const std::string& own = d.grammar.texts[noun.data];
    if (!stands || has_cue(s, Cue::force, clause) || is_declaration(d, noun) || own == "strategic partnership" || own == "partnership" || is_unsure(d, s, clause) || has_cue(s, Cue::org, clause)) continue;
    if (std::any_of(d.mentions.begin(), d.mentions.end(), [](const Mention& one) { return one.side == Side::third; })) continue;
    if (!own.empty()) {
      if (!is_known_already(d, own)) add_treaty(d, s, noun, trimmed(noun, noun, 8), noun.end).unit = own;
      continue;
    }
    std::uint32_t at = noun.end;  // each topic that follows, close behind the one before
    constexpr std::uint32_t near = 4;
    for (const CueSpot& topic : s.cues) {
      if (topic.cue != Cue::treaty_topic || topic.begin < at || topic.begin - at > near || topic.end > clause.end) continue;
      at = topic.end;
      if (is_known_already(d, d.grammar.texts[topic.data])) continue;
      add_treaty(d, s, topic, topic.begin - noun.end <= near ? span(noun, topic) : static_cast<Spot>(topic), topic.end).unit = d.grammar.texts[topic.data];
    }
  }
}

}  // namespace

void read_standing_treaties(Document& d, const Sentence& s) {
  if (s.block != Block::Kind::heading && d.grammar.language == "de" && s.has(Cue::treaty_noun)) read_standing_in_german(d, s);
  if (s.block == Block::Kind::heading || d.grammar.language != "en" || !s.has(Cue::treaty_noun)) return;
  std::uint32_t done = s.range.begin;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::treaty_noun || noun.begin < done || is_told(d, noun, {Kind::treaty_signed})) continue;
    const std::string& own = d.grammar.texts[noun.data];
    if (is_declaration(d, noun) || own == "strategic partnership" || own == "documents" || d.of(noun.end - 1).ends_with("rogram") || d.of(noun.end - 1).ends_with("rogramme") || own == "alliance" || own == "peace" || own == "naval base lease") continue;
    const Spot clause = clause_of(d, s, noun.begin);
    std::uint32_t behind = noun.end;  // what stands behind a comma says nothing of it
    while (behind < clause.end && behind - noun.end < 4 && !d.tokens[behind].is(TokenKind::comma)) ++behind;
    if (is_unsure(d, s, {clause.begin, behind}) || has_cue(s, Cue::org, clause)) continue;
    Spot phrase = phrase_of(d, s, noun, clause);
    std::uint32_t begin = phrase.begin;
    const bool named = is_named_by_both(d, s, noun, begin);
    const CueSpot* force = find_cue(s, Cue::force, noun.end, clause.end);
    // "On 3 January 1938 a treaty between them took effect": a day of its own, which is not its signing's
    if (force && !d.of(*force).ends_with("in force") && !d.of(*force).ends_with("in effect") && !s.dates.empty()) continue;
    if (force && d.of(*force).starts_with("c") && !s.dates.empty()) continue;  // "came in force"
    const bool between = d.of(std::min(noun.end, s.range.end - 1)) == "between";
    // "have a Tax Agreement, an Air Services Agreement and an Investment Agreement"
    const bool listed = done > s.range.begin && noun.begin >= done && noun.begin - done <= 9 && (d.tokens[done].is(TokenKind::comma) || find_cue(s, Cue::and_word, done, done + 1));
    const bool had = listed || is_had(d, s, noun, clause);
    // "A double taxation agreement has been in force since 1965": on a page of the two, theirs
    const bool alone = force && d.mentions.empty() && noun.begin - s.range.begin <= 4 && one_of(d.of(s.range.begin), {"A", "An"}) && (d.of(*force).ends_with("in force") || d.of(*force).ends_with("in effect"));
    const bool grounded = stands_on(d, s, noun);
    const bool ours = grounded && std::none_of(d.mentions.begin(), d.mentions.end(), [](const Mention& one) { return one.side == Side::third; }) && (find_word(d, s, noun, "existing") || find_word(d, s, noun, "our") || find_word(d, s, noun, "current"));
    const bool there = ours || (names_both(d, clause) && (had || force || between || grounded)) || alone;
    if (!named && !there) continue;
    if (named && phrase.end > noun.end && !find_cue(s, Cue::on_word, noun.end, noun.end + 1)) phrase.end = noun.end;  // "the A–B agreement is the cornerstone of trade"
    const std::string unit = topic_of(d, s, noun, phrase.end);
    if (unit.empty() || (named && own.empty() && !find_cue(s, Cue::treaty_topic, begin, phrase.end)) || is_known_already(d, unit)) continue;
    const std::size_t at = d.claims.size();
    Claim& claim = add_treaty(d, s, noun, trimmed({begin, phrase.end}, noun, 16), phrase.end);
    for (const When& when : s.dates) {  // "have had an agreement on fisheries since 1988"
      if (!(had || grounded) || force || !when.since || when.begin < phrase.end || when.begin - phrase.end > 1) continue;
      When from = when;
      from.since = false;
      claim.period = from.text();
    }
    done = phrase.end;
    if (there) more_topics(d, s, noun, phrase, clause, at);
  }
}

}  // namespace comity::claims
