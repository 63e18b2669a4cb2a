// Diplomatic relations: established, severed, resumed.
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"
#include "comity/claims/readers/relations_parts.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// Whether the noun stands for relations between states: alone or with "diplomatic", "formal"; not "trade relations".
bool diplomatic(const Document& d, const Sentence& s, const CueSpot& noun) {
  if (!d.grammar.texts[noun.data].empty()) return true;  // "diplomatic relations" is one phrase
  if (noun.begin == s.range.begin) return true;
  for (const CueSpot& cue : s.cues) {
    if (cue.end == noun.begin && (cue.cue == Cue::relations_modifier || cue.cue == Cue::establish || cue.cue == Cue::sever || cue.cue == Cue::resume || cue.cue == Cue::have || cue.cue == Cue::have_since)) return true;
  }
  const Token& before = d.tokens[noun.begin - 1];
  if (!before.is_word()) return true;
  for (const Mention& one : d.mentions) {
    if (one.end == noun.begin || (one.end + 1 == noun.begin && before.is(TokenKind::possessive))) return true;
  }
  const std::string_view word = d.of(noun.begin - 1);
  // "friendly relations, which were established in 1992"
  for (const std::string_view one : {"friendly", "good", "cordial", "warm", "close", "mutual", "social", "traditional", "strong", "political"}) {
    const CueSpot* verb = word == one ? find_cue(s, Cue::establish, noun.end, noun.end + 4) : nullptr;
    if (verb && d.of(*verb).ends_with("established")) return true;
  }
  return word == "Consular" || word == "consular" || word == "the" || word == "The" || word == "their" || word == "its" || word == "and" || word == "these" || word == "of" || word == "that" || word == "all" || word == "die" || word == "those" || word == "Those" || word == "These" || word == "such" || word == "ihre" || word == "Die" || word == "Ihre" || word == "diese" || word == "ihrer";
}

// Third states near the noun: "relations with Pakistan", "cut their ties with Cairo" (Syria and Libya).
bool about_others(const Document& d, const Sentence& s, Spot where) {
  bool pair = false, third = false;
  for (const Mention& one : d.mentions) {
    if (one.begin < where.begin || one.begin >= where.end || one.person) continue;
    if (find_cue(s, Cue::mediator, one.end, one.end + 2)) continue;  // "under Chinese mediation"
    if (one.begin > s.range.begin && (d.of(one.begin - 1) == "after" || d.of(one.begin - 1) == "besides" || d.of(one.begin - 1) == "like")) continue;  // "the second country after Iceland to"
    if (one.side == Side::third) third = true;
    if (one.side == Side::both) return false;
    if (Document::is_pair(one.side)) pair = true;
  }
  (void)pair;
  return third;
}

bool with_third(const Document& d, const Sentence& s, const CueSpot& noun) {
  for (const CueSpot& cue : s.cues) {
    if ((cue.cue != Cue::with_word && cue.cue != Cue::to_word && cue.cue != Cue::between) || cue.begin < noun.end || cue.begin > noun.end + 1 || d.of(cue) == "auf") continue;  // "nahmen … auf": the verb's
    const Mention* first = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.begin < cue.end || one.begin > cue.end + 10) continue;
      if (!first) first = &one;
      // "with Sweden, Peru and other states"
      if (cue.cue == Cue::with_word && Document::is_pair(one.side) && one.form == NameForm::name && first->side == Side::third) {
        const std::uint32_t before = one.begin - (d.of(one.begin - 1) == "the" ? 2 : 1);
        if (d.tokens[before].is(TokenKind::comma) || find_cue(s, Cue::and_word, before, before + 1)) return false;
      }
    }
    if (first && first->side == Side::third && cue.cue == Cue::between) {  // "between Sweden and Peru", not "between Sweden, Norway and Peru"
      bool one_side = false, other_side = false;
      for (const Mention& one : d.mentions) {
        if (one.begin < cue.end || one.begin > cue.end + 10) continue;
        one_side = one_side || one.side == Side::first || one.side == Side::both, other_side = other_side || one.side == Side::second || one.side == Side::both;
      }
      return !(one_side && other_side);
    }
    return first && first->side == Side::third;
  }
  return false;
}

struct Verb {
  const CueSpot* cue = nullptr;
  Kind kind = Kind::relations_established;
  std::uint32_t distance = 0;
};

Verb verb_of(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause) {
  Verb best;
  const bool german = d.grammar.language == "de";
  for (const CueSpot& cue : s.cues) {
    if (cue.begin < clause.begin || cue.end > clause.end) continue;
    if (german && (d.of(cue).starts_with("Bestehen") || d.of(cue).starts_with("bestehen")) && find_cue(s, Cue::anniversary, cue.begin - std::min(cue.begin, 1u), cue.begin)) continue;  // "das 60-jährige Bestehen"
    Kind kind;
    if (cue.cue == Cue::have_since && (find_cue(s, Cue::sever, cue.begin, cue.end + 2) || find_cue(s, Cue::resume, cue.begin, cue.end + 2))) continue;  // "which had been severed"
    if (cue.cue == Cue::establish || cue.cue == Cue::have_since) kind = Kind::relations_established;
    else if (cue.cue == Cue::sever) kind = Kind::relations_severed;
    else if (cue.cue == Cue::resume) kind = Kind::relations_resumed;
    else continue;
    // "nahmen beide wieder Beziehungen auf"
    if (german && kind == Kind::relations_established && noun.begin > cue.end && (d.of(noun.begin - 1) == "wieder" || d.of(noun.begin - 1) == "erneut")) kind = Kind::relations_resumed;
    const std::uint32_t distance = cue.begin >= noun.end ? cue.begin - noun.end : noun.begin >= cue.end ? noun.begin - cue.end : 0;
    // A verb behind its noun may stand far off ("between A and B … were established"); before it, it stands near.
    const std::uint32_t most = cue.begin >= noun.end ? 18 : german ? 16 : 7;
    if (distance > most) continue;
    if (best.cue && best.kind != kind && best.distance <= distance) continue;
    if (!best.cue || distance < best.distance || (distance == best.distance && kind == Kind::relations_resumed)) best = {&cue, kind, distance};
  }
  return best;
}

// The side named right before a verb in the active voice: "Kazakhstan cut ties".
Side actor_before(const Document& d, const Sentence& s, Spot verb, Spot clause) {
  // "Norway expelled the Peruvian ambassador and severed ties": whose the first verb is
  const bool goes_on = verb.begin >= clause.begin + 2 && find_cue(s, Cue::and_word, verb.begin - 1, verb.begin);
  if (goes_on) {
    const Side first = subject_of(d, s, verb, clause);
    if (first != Side::none) return Document::is_pair(first) ? first : Side::none;
  }
  for (std::size_t i = d.mentions.size(); i-- > 0;) {
    const Mention& one = d.mentions[i];
    if (one.begin < clause.begin || one.end > verb.begin) continue;
    if (one.form == NameForm::adjective && one.end < verb.begin && d.tokens[one.end].is_word() && verb.begin - one.end > 3) continue;
    if (verb.begin - one.end > 6) return Side::none;
    // "Colombia and Poland re-established": both did.
    const bool joined = i > 0 && d.mentions[i - 1].side == Document::other(one.side) && one.begin - d.mentions[i - 1].end <= 2 && find_cue(s, Cue::and_word, d.mentions[i - 1].end, one.begin);
    return joined ? Side::none : one.side;
  }
  return Side::none;
}

// "it had cut ties with Nicaragua", "the severance of relations by Peru": who did it, told by the other one or behind "by".
Side actor_behind(const Document& d, const Sentence& s, const CueSpot& noun, const CueSpot& verb) {
  constexpr std::uint32_t farthest = 2;
  const std::uint32_t end = std::max(noun.end, verb.end);
  for (const Mention& one : d.mentions) {
    if (one.side == Side::none || one.side == Side::both || one.reference || one.form >= NameForm::capital || one.begin <= noun.end) continue;
    for (const Cue link : {Cue::with_word, Cue::to_word, Cue::by_word}) {
      const bool by = link == Cue::by_word;
      const std::uint32_t from = by ? end : noun.end;
      const CueSpot* word = find_cue(s, link, from, from + 1);
      if (!word || one.begin < word->end || one.begin - word->end > farthest) continue;
      if (by && one.side == Side::third && one.form != NameForm::name) continue;
      if (by || (verb.begin < noun.begin && Document::is_pair(one.side))) return by ? one.side : Document::other(one.side);
    }
  }
  return Side::none;
}

// "Chile and Norway established diplomatic relations": said without a date, where both are named and nothing hangs on it.
bool both_establish(const Document& d, const Sentence& s, const CueSpot& noun, const Verb& verb, Spot clause) {
  if (verb.cue->cue != Cue::establish || d.grammar.texts[noun.data].empty()) return false;
  // "Diplomatic relations between Norway and Peru were established after the war"
  if (noun.end <= verb.cue->begin && find_cue(s, Cue::between, noun.end, noun.end + 1) && d.of(*verb.cue) == "were established") return noun.begin <= clause.begin + 2 && verb.cue->begin - noun.end <= 8;
  const bool german = d.grammar.language == "de";  // "nahmen Norwegen und Peru rasch diplomatische Beziehungen auf"
  if (noun.begin < verb.cue->end || noun.begin - verb.cue->end > (german ? 9u : 2u)) return false;
  if (german && !d.of(*verb.cue).starts_with("nahm")) return false;
  if (d.of(verb.cue->begin).ends_with("ing") || d.of(verb.cue->begin) == "establishment" || find_cue(s, Cue::plan, clause.begin, verb.cue->begin) || find_cue(s, Cue::negation, clause.begin, verb.cue->begin)) return false;
  bool first = false, second = false;
  std::uint32_t front = verb.cue->begin;
  for (const Mention& one : d.mentions) {
    // "Norway established diplomatic relations with Peru"
    const bool partner = one.begin > noun.end && one.begin - noun.end <= 3 && (find_cue(s, Cue::with_word, noun.end, noun.end + 1) || find_cue(s, Cue::to_word, noun.end, noun.end + 1));
    const bool inside = german && one.begin >= verb.cue->end && one.end <= noun.begin;
    if (one.begin < clause.begin || one.form != NameForm::name || !(partner || inside || (one.end <= verb.cue->begin && verb.cue->begin - one.end <= 6))) continue;
    first = first || one.side == Side::first || one.side == Side::both, second = second || one.side == Side::second || one.side == Side::both;
    front = std::min(front, one.begin);
  }
  // "since the two countries established relations": told by the way.
  for (std::uint32_t i = clause.begin; i < front; ++i) {
    const std::string_view word = d.of(i);
    if (word == "since" || word == "Since" || word == "when" || word == "When" || word == "before" || word == "until" || word == "although") return false;
  }
  return first && second;
}

// "the 30th anniversary of the establishment of relations", "70 years since": the sentence's date is the feast's.
bool is_anniversary(const Document& d, const Sentence& s, Spot verb) {
  for (std::uint32_t i = s.range.begin; d.grammar.language == "de" && i < s.range.end; ++i) {
    const std::string_view word = d.of(i);
    if (word == "jährte" || word == "jährt" || word == "jähren" || word == "jährten") return true;
  }
  for (const CueSpot& cue : s.cues) {
    const bool dated = std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin <= cue.begin && cue.end <= when.end; });  // "Mitte der 1980er Jahre"
    if (cue.cue == Cue::anniversary && !dated && cue.end <= verb.begin && verb.begin - cue.end <= 4) return true;
  }
  return false;
}

// "the 75th anniversary of the establishment of relations in 2023": the feast's year, as the next such feast would be far ahead;
// "the 25th anniversary of the establishment of relations in 1992": theirs.
bool is_date_of_feast(const Document& d, const Sentence& s, Spot verb, const When& when, std::uint32_t end) {
  constexpr int no_year_told_yet = 2035;
  if (when.begin >= verb.end && when.begin - verb.end <= 1 && d.of(verb).ends_with("ed")) return false;  // "the anniversary of relations, established on 5 May 1992"
  for (std::uint32_t i = end; i < when.begin; ++i) {
    if (d.tokens[i].is_word() && !find_cue(s, Cue::in_word, i, i + 1) && !find_cue(s, Cue::on_word, i, i + 1) && d.of(i) != "the") return true;  // "was celebrated in 2011"
  }
  // "They celebrated the 25th anniversary of the establishment of relations in 2017": the only date is when they did
  const auto since = [&](const CueSpot& cue) { return cue.cue == Cue::anniversary && d.of(cue).ends_with("since"); };  // "70 years since": theirs
  const bool alone = s.dates.size() == 1 && std::none_of(s.cues.begin(), s.cues.end(), since);
  for (std::uint32_t i = s.range.begin; i < verb.begin && alone; ++i) {
    const std::string_view word = d.of(i);
    if (word.starts_with("celebrat") || word.starts_with("commemorat") || word == "marked" || word == "mark" || word == "marks" || word == "marking") return true;
  }
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::anniversary || cue.end > verb.begin) continue;
    for (const Amount& one : s.amounts) {
      if (one.end <= cue.begin && cue.begin - one.end <= 1 && !one.scaled && when.year + one.value > no_year_told_yet) return true;
    }
  }
  return false;
}

// "After the resumption of relations, Georgia opened …", "with the establishment of full relations": told by the way; the
// sentence's date is of what it is about.
bool is_by_the_way(const Document& d, const Sentence& s, const CueSpot& verb, const When* when, std::uint32_t end) {
  if (!d.of(verb).ends_with(" of") || verb.begin < s.range.begin + 1) return false;
  if (when && when->begin >= end && when->begin - end <= 3) return false;
  for (std::uint32_t i = verb.begin; i-- > s.range.begin && verb.begin - i <= 2;) {
    const std::string_view word = d.of(i);
    for (const std::string_view one : {"After", "after", "Following", "following", "Since", "since", "Before", "before", "with", "With", "until", "despite", "Despite", "upon", "Upon", "toward", "towards"}) {
      if (word == one) return true;
    }
  }
  return false;
}

// Only sounds like it: "relations had worsened", "began a new phase in their relations", "threatened to sever", "relations worsened, and Peru withdrew its ambassador".
bool is_no_act(const Document& d, const Sentence& s, const CueSpot& noun, const CueSpot& verb) {
  const std::string_view word = d.of(verb);
  // "Relations between the parliaments of Norway and Peru"
  if (const CueSpot* among = find_cue(s, Cue::between, noun.end, noun.end + 1)) {
    for (std::uint32_t i = among->end; i < s.range.end && i < among->end + 3; ++i) {
      for (const std::string_view one : {"parliaments", "universities", "cities", "towns", "churches", "armies", "armed", "business", "companies", "chambers", "parties", "academies", "banks", "municipalities", "peoples"}) if (d.of(i) == one) return true;
    }
  }
  if (noun.begin < verb.begin && (word == "had" || word == "have" || word == "has" || word.starts_with("withdr"))) return true;
  for (std::uint32_t i = verb.end; i < noun.begin; ++i) {
    for (const std::string_view what : {"phase", "chapter", "era", "stage", "Phase", "Kapitel"}) if (d.of(i) == what) return true;
  }
  for (std::uint32_t i = verb.begin; i-- > s.range.begin && verb.begin - i <= 5;) {
    if (d.of(i).starts_with("threat") || d.of(i).starts_with("droh") || d.of(i).starts_with("consider") || d.of(i).starts_with("contemplat")) return true;
  }
  return false;
}

void add_relation(Document& d, const Sentence& s, const CueSpot& noun, const Verb& verb) {
  if (is_no_act(d, s, noun, *verb.cue)) return;
  const Spot clause = clause_of(d, s, verb.cue->begin);
  if (d.grammar.language == "en" && speaks_of_third(d, s, clause)) return;
  Spot quote = span(noun, *verb.cue);
  // alone it may stand far off, and behind "began when X visited Y on …"
  const bool with_event = verb.cue->end < s.range.end && (d.of(verb.cue->end) == "when" || d.of(verb.cue->end) == "with") && verb.cue->cue == Cue::establish;
  const When* when = date_for(d, s, *verb.cue, clause, with_event ? 26 : s.dates.size() == 1 && d.of(*verb.cue) == "established" ? 18 : 14);
  // "… unterbrochen und erst am 28. August 1991 wiederaufgenommen": the date is the later verb's.
  for (const CueSpot& cue : s.cues) {
    const bool other = (cue.cue == Cue::resume || cue.cue == Cue::sever || cue.cue == Cue::establish) && cue.cue != verb.cue->cue && cue.begin > verb.cue->end;
    const bool finite = d.of(cue).starts_with("nahm") || d.of(cue).starts_with("brach");  // "nach dem Abbruch im Jahr 1965 nahmen beide"
    if (other && !finite && when && d.grammar.language == "de" && when->end == cue.begin && when->begin > verb.cue->end) {
      when = nullptr;
      for (const When& one : s.dates) {
        if (one.end <= verb.cue->begin && one.begin >= clause.begin) when = &one;
      }
    }
  }
  // "The following year, relations were established and in 1994 an embassy was opened": what follows has its own
  if (when && when->begin >= verb.cue->end + 1 && when->begin - verb.cue->end <= 2 && find_cue(s, Cue::and_word, verb.cue->end, verb.cue->end + 1) && when->end < clause.end && d.tokens[when->end].is_word()) {
    for (const When& one : s.dates) {
      if (one.end <= std::min(verb.cue->begin, noun.begin) && one.begin >= clause.begin) when = &one;
    }
  }
  // "Relations with Finland date back to 1905": contacts, where they are not called diplomatic.
  // A month tells that a day is meant: "Ties between A and B date back to February 1964"; so does "official".
  const bool official = noun.begin > s.range.begin && find_cue(s, Cue::relations_modifier, noun.begin - 1, noun.begin);
  if (d.grammar.texts[noun.data].empty() && !official && !(when && when->month) && d.of(*verb.cue).find(" back to") != std::string_view::npos) return;
  // "Relations that have begun to develop": nothing was taken up.
  if (verb.cue->end < clause.end && d.of(verb.cue->end) == "to" && (d.of(*verb.cue).ends_with("begun") || d.of(*verb.cue).ends_with("began") || d.of(*verb.cue).ends_with("started"))) return;
  // "have had no diplomatic relations since 1978": since then they are cut; without such a day nothing is said to have ended.
  const std::string_view word = d.of(*verb.cue);
  if ((word.ends_with(" no") || word == "keine") && !(when && when->since && !d.grammar.texts[noun.data].empty())) return;
  if (verb.cue->cue == Cue::have_since && find_cue(s, Cue::negation, verb.cue->end, noun.begin)) return;  // "had no relations between 1973 and 1990"
  if (is_by_the_way(d, s, *verb.cue, when, quote.end)) return;
  if (is_anniversary(d, s, span(noun, *verb.cue)) && !(when && when->begin >= quote.end && when->begin - quote.end <= 3 && !is_date_of_feast(d, s, *verb.cue, *when, quote.end))) return;
  if (verb.kind == Kind::relations_established && !when && !both_establish(d, s, noun, verb, clause)) return;
  const auto starts = [&](std::uint32_t i) { return i >= s.range.begin && (d.of(i) == "Beginning" || d.of(i) == "Starting" || d.of(i) == "beginning" || d.of(i) == "starting"); };
  const bool from_then = when && when->begin >= s.range.begin + 2 && (starts(when->begin - 1) || starts(when->begin - 2));
  if (verb.cue->cue == Cue::have_since && (!when || (!when->since && !from_then && when->begin < verb.cue->end))) return;
  Side actor = verb.cue->begin < noun.begin ? actor_before(d, s, *verb.cue, clause) : Side::none;
  const Side told_behind = actor_behind(d, s, noun, *verb.cue);
  if (told_behind == Side::third) return;  // "were severed by Sweden"
  if (Document::is_pair(told_behind)) actor = told_behind;
  bool infinitive = verb.kind == Kind::relations_resumed && verb.cue->begin > s.range.begin && d.of(verb.cue->begin - 1) == "to";
  for (std::uint32_t i = verb.cue->begin; infinitive && i-- > clause.begin && verb.cue->begin - i <= 6;) {  // "was the first country to re-establish": it did
    if (d.of(i) == "country" || d.of(i) == "state" || d.of(i) == "nation" || d.of(i) == "first" || d.of(i) == "only") infinitive = false;
  }
  const bool planned = infinitive || (find_cue_back(s, Cue::plan, verb.cue->begin, clause.begin) && verb.cue->begin - find_cue_back(s, Cue::plan, verb.cue->begin, clause.begin)->end <= 4);
  const CueSpot* no = find_cue_back(s, Cue::negation, std::max(verb.cue->begin, noun.begin), clause.begin);
  // "Date of establishing diplomatic relations: diplomatic relations were established in 1935": said once.
  for (std::size_t i = d.sentence_claims; when && verb.kind == Kind::relations_established && i < d.claims.size(); ++i) {
    if (d.claims[i].kind == verb.kind && d.claims[i].period == When(*when).text()) return;
  }
  Spot anchor = quote;
  if (when && when->end > quote.end && when->begin - quote.end <= 6) quote.end = when->end;
  Claim& claim = d.add(verb.kind, trimmed(quote, verb.cue->begin < noun.begin ? static_cast<Spot>(*verb.cue) : anchor, 18));
  fill_sides(d, claim, verb.kind == Kind::relations_severed ? actor : Side::none);  // only a break has one who did it
  if (!when && verb.kind == Kind::relations_severed) claim.period = era_of(d, s);  // "were interrupted during World War II"
  if (when) {
    When at = *when;
    at.since = false;
    if (word.ends_with(" until") || word.ends_with(" till") || verb.kind != Kind::relations_severed) at.until = false;  // "lasted until 1940", "not until 1992"
    claim.period = at.text();
  }
  for (const NameSpot& name : s.names) {
    const CueSpot* in = name.form >= NameForm::capital ? find_cue_back(s, Cue::in_word, name.begin, verb.cue->begin) : nullptr;
    const bool near = name.begin >= verb.cue->end && (name.begin - verb.cue->end <= 5 || (when && name.begin >= when->end && name.begin - when->end <= 2));  // "on 3 May 1992 in New York"
    if (in && in->end == name.begin && name.begin < clause.end && near && !find_cue(s, Cue::mission_noun, verb.cue->end, name.begin)) claim.place = d.of(name);
  }
  if (planned) claim.status = "planned";
  if (no && verb.cue->begin > no->begin && verb.cue->begin - no->end <= 3) claim.polarity = "neg";
  // "were broken off on two occasions, in 1947 and 1973"
  if (!when || verb.kind == Kind::relations_established || when->begin < verb.cue->end || claim.status == "planned") return;
  for (const When* last = when; last + 1 < s.dates.data() + s.dates.size(); ++last) {
    const When& next = last[1];
    if (next.begin - last->end != 1 || next.since || next.until || !find_cue(s, Cue::and_word, last->end, next.begin)) return;
    Claim& again = d.add(verb.kind, next);
    fill_sides(d, again, verb.kind == Kind::relations_severed ? actor : Side::none);
    again.period = next.text();
  }
}

}  // namespace

void read_relations(Document& d, const Sentence& s) {
  // A cell of a table that holds nothing but the day, or the month or year where no more is known.
  if ((is_lone_date(s) || is_dates_alone(d, s)) && (d.first_block || is_behind_gap(d, s))) {
    for (const When& when : s.dates) {
      Claim& claim = d.add(Kind::relations_established, when);
      fill_sides(d, claim, Side::none);
      claim.period = when.text();
      claim.note = "table cell only";
    }
    return;
  }
  if (is_lone_date(s) && d.claims.size() == d.sentence_claims && heads_relations(d, s)) {
    Claim& claim = d.add(Kind::relations_established, s.range);
    fill_sides(d, claim, Side::none);
    claim.period = s.dates[0].text();
    return;
  }
  if (!s.has(Cue::relations_noun)) {
    if (s.has(Cue::resume) || s.has(Cue::sever)) read_they_were(d, s);
    if (s.has(Cue::establish) && !s.dates.empty()) read_they_began(d, s);
    return;
  }
  // "1 June 1964: Diplomatic relations"
  if (!s.dates.empty() && s.dates[0].begin == s.range.begin && s.dates[0].end < s.range.end && d.tokens[s.dates[0].end].is(TokenKind::colon)) {
    const CueSpot* noun = find_cue(s, Cue::relations_noun, s.dates[0].end, s.dates[0].end + 2);
    if (noun && !d.grammar.texts[noun->data].empty()) {
      Claim& claim = d.add(Kind::relations_established, span(s.dates[0], *noun));
      fill_sides(d, claim, Side::none);
      claim.period = s.dates[0].text();
      return;
    }
  }
  // "Relations: since 21 September 1973"
  const CueSpot* label = find_cue(s, Cue::relations_noun, s.range.begin, s.range.begin + 3);
  if (label && label->end < s.range.end && (d.tokens[label->end].is(TokenKind::colon) || (d.tokens[label->end].is(TokenKind::open) && !d.grammar.texts[label->data].empty())) && !s.dates.empty() && s.dates[0].begin > label->end && s.dates[0].begin - label->end <= 3) {
    Claim& claim = d.add(Kind::relations_established, span(*label, s.dates[0]));
    fill_sides(d, claim, Side::none);
    When when = s.dates[0];
    when.since = false;
    claim.period = when.text();
    return;
  }
  if (read_labelled_relations(d, s)) return;
  std::uint32_t done = 0;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::relations_noun || noun.begin < done || !diplomatic(d, s, noun)) continue;
    const Verb verb = verb_of(d, s, noun, clause_of(d, s, noun.begin));
    if (!verb.cue || with_third(d, s, noun)) continue;
    const bool consular = noun.begin > s.range.begin && (d.of(noun.begin - 1) == "Consular" || d.of(noun.begin - 1) == "consular");
    if (consular && verb.kind == Kind::relations_established) continue;
    // "… were restored in 1989 and full diplomatic relations on 15 February": that verb has its noun already.
    if (verb.cue->end <= noun.begin && find_cue(s, Cue::and_word, verb.cue->end, noun.begin) && std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin >= verb.cue->end && when.end <= noun.begin; })) continue;
    // "Relations deteriorated, and Peru broke off relations": the verb has a noun of its own
    if (noun.end < verb.cue->begin && !d.of(*verb.cue).starts_with("w") && find_cue(s, Cue::relations_noun, verb.cue->end, verb.cue->end + 3)) continue;
    const Spot between = span(noun, *verb.cue);
    // Behind "and" a new thing is told: "Egypt gained independence from the United Kingdom and diplomatic relations …".
    const bool anew = between.begin > s.range.begin && find_cue(s, Cue::and_word, between.begin - 1, between.begin);
    std::uint32_t front = anew ? between.begin : between.begin > s.range.begin + 6 ? between.begin - 6 : s.range.begin;
    // "Under pressure from Sweden, Norway cut its ties": who acts stands behind the comma
    for (const Mention& one : d.mentions) {
      for (std::uint32_t i = front; Document::is_pair(one.side) && one.form == NameForm::name && one.end <= between.begin && i < one.begin; ++i) {
        if (d.tokens[i].is(TokenKind::comma)) front = i + 1;
      }
    }
    if (about_others(d, s, {front, between.end})) continue;
    add_relation(d, s, noun, verb);
    done = std::max(noun.end, verb.cue->end);
  }
  read_relation_sequels(d, s);
  read_elliptic_relations(d, s);
  read_no_relations(d, s);
  if (d.grammar.language == "de") read_taken_up_again(d, s);
}

}  // namespace comity::claims
