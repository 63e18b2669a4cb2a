// What is told of relations behind the clause that named them: "… and restored in 1990", "They were renewed in 1946".
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"
#include "comity/claims/readers/relations_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {

void fill_sides(const Document& d, Claim& claim, Side actor) {
  const Side first = Document::is_pair(actor) ? actor : d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
  claim.subject = d.code(first);
  claim.object = d.code(Document::other(first));
}

// "Relations were broken off in 1974 and re-established in 1978", "they were restored": a verb of breaking or resuming that
// has no noun of its own, in a sentence that told of relations.
void read_relation_sequels(Document& d, const Sentence& s) {
  for (const CueSpot& verb : s.cues) {
    if ((verb.cue != Cue::resume && verb.cue != Cue::sever) || verb.begin == s.range.begin) continue;
    const Claim* model = nullptr;
    bool taken = false;
    const Range here{d.tokens[verb.begin].begin, d.tokens[verb.end - 1].end};
    for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
      const Claim& one = d.claims[i];
      if (one.kind != Kind::relations_established && one.kind != Kind::relations_severed && one.kind != Kind::relations_resumed) continue;
      model = &one;
      taken = taken || one.plain.overlaps(here);
    }
    if (!model || taken || model->plain.end > here.begin) continue;
    const std::string_view before = d.of(verb.begin - 1);
    const bool pronoun = before == "last" || before == "final" || before == "again" || before == "they" || before == "and" || before == "then" || before == "later" || before == "were" || before == "being" || before == "these" || before == "which" || before == "only" || before == "but" || before == "," || before == "not";
    const When* when = nullptr;
    for (const When& one : s.dates) {
      if (one.begin >= verb.end && one.begin - verb.end <= 4 && !when) when = &one;
    }
    for (const When& one : s.dates) {  // "… unterbrochen und erst am 28. August 1991 wiederaufgenommen"
      if (d.grammar.language == "de" && one.end <= verb.begin && verb.begin - one.end <= 6 && one.begin > 0 && d.tokens[one.begin].begin > model->plain.end && !(when && when->begin < verb.begin)) when = &one;
    }
    if (!when || (!pronoun && when->begin > verb.begin) || (before == "not" && !when->until)) continue;  // "were not restored until 1981"
    const Kind kind = verb.cue == Cue::resume ? Kind::relations_resumed : Kind::relations_severed;
    if (model->kind == kind) continue;
    Claim& claim = d.add(kind, span(verb, *when));
    fill_sides(d, claim, Side::none);
    When at = *when;
    at.until = at.until && before != "not";
    claim.period = at.text();
  }
}

// "They were renewed in 1946": a sentence of its own behind one on relations.
void read_they_were(Document& d, const Sentence& s) {
  if (d.claims.empty() || d.claims.size() > d.sentence_claims) return;
  const std::string_view first = d.of(s.range.begin);
  if (first != "They" && first != "These" && first != "Ties") return;
  const Kind told = d.claims.back().kind;
  if (told != Kind::relations_established && told != Kind::relations_severed && told != Kind::relations_resumed) return;
  for (const CueSpot& verb : s.cues) {
    if ((verb.cue != Cue::resume && verb.cue != Cue::sever) || verb.begin > s.range.begin + 4 || has_cue(s, Cue::negation, s.range)) continue;
    for (const When& when : s.dates) {
      if (when.begin < verb.end || when.begin - verb.end > 4) continue;
      Claim& claim = d.add(verb.cue == Cue::resume ? Kind::relations_resumed : Kind::relations_severed, {s.range.begin, when.end});
      fill_sides(d, claim, Side::none);
      claim.period = when.text();
      read_relation_sequels(d, s);
      return;
    }
  }
}

// "Norway–Peru relations are the bilateral relations between the two. They were established on 11 May 1955."
void read_they_began(Document& d, const Sentence& s) {
  constexpr std::uint32_t look = 30;
  const std::string_view first = d.of(s.range.begin);
  if ((first != "They" && first != "These") || s.has(Cue::negation) || s.has(Cue::mission_noun) || s.has(Cue::treaty_noun)) return;
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::establish || verb.begin > s.range.begin + 3) continue;
    for (const When& when : s.dates) {
      if (when.begin < verb.end || when.begin - verb.end > 3) continue;
      bool spoken_of = false;  // the sentence before speaks of relations, and none has told when they began
      for (std::uint32_t i = s.range.begin; i-- > 0 && s.range.begin - i <= look && !spoken_of;) spoken_of = d.of(i) == "relations" || d.of(i) == "ties";
      if (!spoken_of || std::any_of(d.claims.begin(), d.claims.end(), [](const Claim& one) { return one.kind == Kind::relations_established || one.kind == Kind::mission_opened; })) return;
      Claim& claim = d.add(Kind::relations_established, {s.range.begin, when.end});
      fill_sides(d, claim, Side::none);
      claim.period = when.text();
      return;
    }
  }
}

// "Consular relations were restored in 1989 and full diplomatic relations on 15 February 1990": the verb is the one before.
void read_elliptic_relations(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::relations_noun || d.grammar.texts[noun.data].empty()) continue;
    if (noun.begin == s.range.begin || !find_cue_back(s, Cue::and_word, noun.begin, noun.begin - 1)) continue;
    if (speaks_of_third(d, s, clause_of(d, s, noun.begin))) continue;
    const CueSpot* verb = find_cue_back(s, Cue::resume, noun.begin, s.range.begin);
    const Kind kind = verb ? Kind::relations_resumed : Kind::relations_established;
    if (!verb) verb = find_cue_back(s, Cue::establish, noun.begin, s.range.begin);
    const When* when = nullptr;
    for (const When& one : s.dates) {
      if (one.begin >= noun.end && one.begin - noun.end <= 1 && !when) when = &one;
    }
    if (!verb || !when || !find_cue_back(s, Cue::relations_noun, noun.begin, s.range.begin)) continue;
    const Range here{d.tokens[noun.begin].begin, d.tokens[when->end - 1].end};
    const auto told = [&](const Claim& one) { return one.kind == kind && (one.plain.overlaps(here) || one.period == when->text()); };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
    Claim& claim = d.add(kind, {noun.begin, when->end});
    fill_sides(d, claim, Side::none);
    claim.period = when->text();
  }
}

// "bestanden ab dem 9. Juli 1921 und wieder seit dem 28. August 1991": taken up once more.
void read_taken_up_again(Document& d, const Sentence& s) {
  const auto told = [](const Claim& one) { return one.kind == Kind::relations_established; };
  if (std::none_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) return;
  for (const When& when : s.dates) {
    if (when.begin < s.range.begin + 2) continue;
    std::uint32_t i = when.begin;
    while (i > s.range.begin && when.begin - i < 3 && d.of(i - 1) != "wieder" && d.of(i - 1) != "erneut") --i;
    if (i <= s.range.begin + 1 || (d.of(i - 1) != "wieder" && d.of(i - 1) != "erneut") || !find_cue(s, Cue::and_word, i - 2, i - 1)) continue;
    Claim& claim = d.add(Kind::relations_resumed, {i - 1, when.end});
    fill_sides(d, claim, Side::none);
    When at = when;
    at.since = false;
    claim.period = at.text();
    return;
  }
}

// "Norway and Peru have no diplomatic relations", "in the absence of formal relations": denied, of the year the sentence tells of.
void read_no_relations(Document& d, const Sentence& s) {
  static constexpr WordSet verbs("have", "has", "having", "had", "maintain", "maintains", "exist", "exists", "without", "absence", "lack", "despite", "are");
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::relations_noun || d.grammar.texts[noun.data].empty() || d.grammar.language != "en") continue;
    if (is_told(d, s.range, {Kind::relations_established, Kind::relations_severed, Kind::relations_resumed}) || speaks_of_third(d, s, s.range)) return;
    constexpr std::uint32_t reach = 5;
    bool no = false, verb = false;
    const std::uint32_t from = std::max(s.range.begin, noun.begin - std::min(noun.begin, reach)), to = std::min(s.range.end, noun.end + reach + 3);
    for (std::uint32_t i = from; i < to; ++i) {
      const std::string_view word = d.of(i);
      no = no || (i < noun.begin && (word == "no" || word == "without" || word == "absence" || word == "lack")) || word == "not";
      verb = verb || verbs.has(word);
    }
    if (!no || !verb || has_cue(s, Cue::plan, s.range) || s.has(Cue::resume)) continue;
    if (std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::sever && !d.of(one).ends_with(" no"); })) continue;
    if (std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Side::third && one.begin >= noun.end && one.begin - noun.end <= 4; })) continue;
    if (std::any_of(s.dates.begin(), s.dates.end(), [](const When& one) { return one.since || one.until || one.year2; })) continue;
    bool first = false, second = false;
    for (const Mention& one : d.mentions) first = first || one.side == Side::first || one.side == Side::both, second = second || one.side == Side::second || one.side == Side::both;
    if (!first || !second) continue;
    Claim& claim = d.add(Kind::relations_established, noun);
    fill_sides(d, claim, Side::none);
    claim.polarity = "neg";
    if (s.dates.size() == 1) claim.period = s.dates[0].text();
    return;
  }
}

// "Formal diplomatic relations with Peru: March 24, 1923", "Diplomatic relations between Norway and Peru: 1923".
bool read_labelled_relations(Document& d, const Sentence& s) {
  const CueSpot* noun = find_cue(s, Cue::relations_noun, s.range.begin, s.range.begin + 3);
  if (!noun || d.grammar.texts[noun->data].empty() || s.dates.size() != 1 || !(find_cue(s, Cue::with_word, noun->end, noun->end + 1) || find_cue(s, Cue::between, noun->end, noun->end + 1))) return false;
  const When& when = s.dates[0];
  if (when.begin < noun->end + 3 || when.begin - noun->end > 12 || !d.tokens[when.begin - 1].is(Token::Kind::colon)) return false;
  if (std::any_of(d.mentions.begin(), d.mentions.end(), [](const Mention& one) { return one.side == Side::third; })) return false;
  Claim& claim = d.add(Kind::relations_established, {noun->begin, when.end});
  fill_sides(d, claim, Side::none);
  When at = when;
  at.since = false;
  claim.period = at.text();
  return true;
}

bool is_lone_date(const Sentence& s) {
  return s.dates.size() == 1 && !s.dates[0].year2 && !s.dates[0].decade && s.dates[0].begin == s.range.begin && s.dates[0].end == s.range.end;
}

// "1912, 1971 and 1991", "1920 & 1991": nothing but days or years.
bool is_dates_alone(const Document& d, const Sentence& s) {
  if (s.dates.size() < 2 || s.dates.size() > 3 || s.dates[0].begin != s.range.begin || s.dates.back().end != s.range.end) return false;
  for (std::size_t i = 1; i < s.dates.size(); ++i) {
    if (s.dates[i].begin - s.dates[i - 1].end > 2 || s.dates[i].year2 || s.dates[i].year <= s.dates[i - 1].year) return false;
  }
  return !s.dates[0].year2 && !d.tokens[s.range.begin].is_word();
}

// A line that tells where a part of the page was left out stands before: what comes next is the cell of a table.
bool is_behind_gap(const Document& d, const Sentence& s) {
  std::string_view before = d.text.substr(0, d.tokens[s.range.begin].begin);
  while (!before.empty() && (before.back() == '\n' || before.back() == ' ')) before.remove_suffix(1);
  return before.ends_with("[...]") || before.ends_with("[…]");
}

// "Establishment of diplomatic relations" alone on the line before.
bool heads_relations(const Document& d, const Sentence& s) {
  constexpr std::size_t longest_line = 60;
  std::string_view before = d.text.substr(0, d.tokens[s.range.begin].begin);
  while (!before.empty() && (before.back() == '\n' || before.back() == ' ' || before.back() == ':')) before.remove_suffix(1);
  if (const std::size_t line = before.rfind('\n'); line != std::string_view::npos) before = before.substr(line + 1);
  if (before.size() > longest_line) return false;
  if (before == "Diplomatic relations" || before == "Diplomatic Relations" || before == "DIPLOMATIC RELATIONS") return true;
  for (const std::string_view one : {"stablishment of diplomatic relations", "stablishment of Diplomatic Relations", "iplomatic relations established", "iplomatic relations since", "iplomatic Relations Established"}) {
    if (before.ends_with(one)) return true;
  }
  return false;
}

}  // namespace comity::claims
