// Recognition of one state by the other, by or of a third one, and its refusal.
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

const Mention* subject_before(const Document& d, Spot clause, std::uint32_t before) {
  for (std::size_t i = d.mentions.size(); i-- > 0;) {
    const Mention& one = d.mentions[i];
    // "Norway was the third country, after Sweden, to recognise …"
    if (i > 0 && one.begin > clause.begin + 1 && (d.of(one.begin - 1) == "after" || d.of(one.begin - 2) == "after") && d.mentions[0].begin >= clause.begin) continue;
    if (one.end <= before && one.begin >= clause.begin && one.form != NameForm::city) return &one;
  }
  return nullptr;
}

const Mention* object_behind(const Document& d, Spot clause, std::uint32_t from) {
  for (const Mention& one : d.mentions) {
    if (one.begin >= from && one.begin < clause.end && one.begin - from <= 10) return &one;
  }
  return nullptr;
}

// In a list with a third state, the one of the two; nullptr: none stands there.
const Mention* partner_of(const Document& d, const Sentence& s, const Mention& third, Side wanted, Spot where) {
  constexpr std::uint32_t farthest = 8;
  for (const Mention& one : d.mentions) {
    if (one.side != wanted || one.form != NameForm::name || one.begin < where.begin || one.end > where.end) continue;
    const Mention &first = one.begin < third.begin ? one : third, &second = one.begin < third.begin ? third : one;
    if (second.begin < first.end || second.begin - first.end > farthest) continue;
    const bool joined = find_cue(s, Cue::and_word, first.end, second.begin) || d.tokens[first.end].is(Token::Kind::comma);
    bool verbs = find_cue(s, Cue::recognise, first.end, second.begin) || find_cue(s, Cue::establish, first.end, second.begin);
    for (std::uint32_t i = first.end; i < second.begin; ++i) verbs = verbs || d.of(i) == "that" || d.of(i) == "which" || d.of(i) == "after" || d.of(i) == "from" || d.of(i) == "of";
    if (joined && !verbs) return &one;
  }
  return nullptr;
}

// "withdrew its recognition of Peru": undone, not done
bool is_taken_back(const Document& d, const Sentence& s, const CueSpot& verb) {
  for (std::uint32_t i = verb.begin; i-- > s.range.begin && verb.begin - i <= 3;) {
    for (const std::string_view one : {"withdrew", "withdrawn", "withdraw", "withdrawing", "revoked", "rescinded", "revoke", "cancelled", "retracted", "withdrawal"}) {
      if (d.of(i) == one) return true;
    }
  }
  return false;
}

// "recognised the newly established Greek state": nothing but words for a new state stands before it.
bool is_new_state(const Document& d, std::uint32_t from, const Mention& object) {
  static constexpr WordSet words("the", "newly", "new", "young", "independent", "established", "formed", "proclaimed", "restored", "sovereign", "free", "modern", "fledgling", "nascent");
  static constexpr WordSet states("state", "State", "nation", "republic", "Republic", "kingdom", "Kingdom", "government");
  if (object.begin < from) return false;
  for (std::uint32_t i = from; i < object.begin; ++i) {
    if (!words.has(d.of(i))) return false;
  }
  return object.form == NameForm::name || (object.form == NameForm::adjective && object.end < d.tokens.size() && states.has(d.of(object.end)));
}

// "recognised Russia as the successor of the Soviet Union": the state
bool follows_successor(const Document& d, std::uint32_t from, std::uint32_t end) {
  for (std::uint32_t i = from; i < end && i < from + 6; ++i) {
    if (d.of(i).starts_with("successor") || d.of(i).starts_with("continu")) return true;
  }
  return false;
}

// "recognised by", "received recognition from": who did it stands behind
bool is_passive(std::string_view phrase) { return phrase.ends_with(" by") || phrase.ends_with(" from"); }

}  // namespace

namespace {

// "never recognised the Soviet annexation of Estonia", "did not recognise Estonia's incorporation": of the state that was there.
void read_annexations(Document& d, const Sentence& s) {
  constexpr std::uint32_t farthest = 6;
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::recognise) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    const CueSpot* no = find_cue_back(s, Cue::negation, verb.begin + 1, clause.begin);
    const Mention* subject = subject_before(d, clause, verb.begin);
    if (!no || verb.begin - std::min(verb.begin, no->end) > 2 || !subject || !Document::is_pair(subject->side)) continue;
    std::uint32_t seized = verb.end;
    while (seized < clause.end && seized < verb.end + farthest && d.of(seized) != "annexation" && d.of(seized) != "incorporation" && d.of(seized) != "occupation") ++seized;
    if (seized >= clause.end || seized >= verb.end + farthest) continue;
    for (const Mention& one : d.mentions) {
      const bool of = one.begin > seized && one.begin - seized <= 3 && find_cue(s, Cue::of_word, seized + 1, seized + 2);
      const bool whose = one.end <= seized && one.begin >= verb.end && d.tokens[one.end].is(Token::Kind::possessive);
      if ((!of && !whose) || one.side != Document::other(subject->side) || one.form != NameForm::name) continue;
      Claim& claim = d.add(Kind::recognition, trimmed(span(*subject, span(verb, of ? static_cast<Spot>(one) : Spot{seized, seized + 1})), verb, 16));
      claim.subject = d.code(subject->side), claim.object = d.code(one.side);
      claim.polarity = "neg", claim.note = "annexation", claim.scope = "third country";  // no refusal of the state itself
      for (const When& when : s.dates) {
        if (when.begin >= seized && when.begin - seized <= 4) claim.period = when.text();
      }
      break;
    }
  }
}

// "Norway and Peru recognised each other in 1905": both did.
bool read_mutual(Document& d, const Sentence& s, const CueSpot& verb, Spot clause) {
  if (verb.end + 1 >= clause.end || d.of(verb.end) != "each" || d.of(verb.end + 1) != "other" || speaks_of_third(d, s, clause) || find_cue_back(s, Cue::negation, verb.begin, clause.begin)) return false;
  const When* when = date_for(d, s, verb, clause);
  for (const Side side : {Side::first, Side::second}) {
    Claim& claim = d.add(Kind::recognition, {verb.begin, verb.end + 2});
    claim.subject = d.code(side), claim.object = d.code(Document::other(side));
    if (when) claim.period = when->text();
  }
  return true;
}

}  // namespace

void read_recognition(Document& d, const Sentence& s) {
  if (s.has(Cue::recognise) && s.has(Cue::negation)) read_annexations(d, s);
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::recognise || is_taken_back(d, s, verb)) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    const Range here{d.tokens[verb.begin].begin, d.tokens[verb.end - 1].end};
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::recognition && one.plain.overlaps(here); })) continue;
    if (read_mutual(d, s, verb, clause)) continue;
    const Mention* subject = subject_before(d, clause, verb.begin);
    const Mention* object = object_behind(d, clause, verb.end);
    const CueSpot* gerund = d.of(verb.begin).ends_with("ing") ? find_cue_back(s, Cue::by_word, verb.begin, verb.begin >= 2 ? verb.begin - 2 : 0) : nullptr;
    if (gerund && subject) {  // "supports Serbia by not recognising Kosovo": who the sentence is about
      for (const Mention& one : d.mentions) {
        if (one.begin >= clause.begin && one.end <= gerund->begin && one.form == NameForm::name) {
          subject = &one;
          break;
        }
      }
    }
    const bool named = d.of(verb).ends_with(" of");  // "Recognition of Montenegro by Croatia: 12 June 2006"
    const CueSpot* by = named ? nullptr : find_cue(s, Cue::by_word, verb.end, std::min(clause.end, verb.end + 3));
    // "erkannte die Unabhängigkeit von Peru an": "von" is "of" here
    if (by && find_cue(s, Cue::independence, verb.end, by->begin) && d.grammar.language == "de") by = nullptr;
    if (const CueSpot* who = named && object ? find_cue(s, Cue::by_word, object->end, object->end + 3) : nullptr) subject = object_behind(d, clause, who->end);
    if (by || is_passive(d.of(verb))) {  // "was recognised by"
      object = subject;
      subject = object_behind(d, clause, by ? by->end : verb.end);
    }
    static constexpr WordSet seizures("annexation", "incorporation", "occupation");
    if (by && verb.end + 1 < by->begin + 1 && seizures.has(d.of(by->begin - 1))) continue;  // "never recognised its annexation by the Soviet Union"
    const bool passive_by = by || is_passive(d.of(verb));
    // "Norway and Sweden recognised Peru", "recognised by Sweden, Norway and others": the one of the two
    if (subject && object && subject->side == Side::third && Document::is_pair(object->side)) {
      if (const Mention* one = partner_of(d, s, *subject, Document::other(object->side), passive_by ? Spot{verb.end, clause.end} : Spot{clause.begin, verb.begin})) subject = one;
    }
    // "The first country to recognise Peru was Norway"
    const std::string_view front = d.of(s.range.begin);
    for (std::uint32_t i = object ? object->end : clause.end; !subject && i + 1 < clause.end && i <= object->end + 3; ++i) {
      if ((d.of(i) == "was" || d.of(i) == "were") && (front == "The" || front == "Among" || front == "One")) subject = object_behind(d, clause, i + 1);
    }
    // "the Ministry of Foreign Affairs recognised Peru": whose it is goes without saying
    Mention reader;
    for (std::uint32_t i = clause.begin; !subject && object && Document::is_pair(object->side) && object->form == NameForm::name && d.of(verb.begin).ends_with("ed") && i < verb.begin; ++i) {
      static constexpr WordSet authorities("Ministry", "ministry", "government", "Government", "President", "president", "Parliament", "parliament", "Cabinet", "cabinet");
      if (!authorities.has(d.of(i)) || verb.begin - i > 6) continue;
      reader.begin = i, reader.end = i + 1, reader.side = Document::other(object->side);
      subject = &reader;
    }
    // "Recognition of Norway: 12 December 1905": by the other one
    if (!subject && named && object && Document::is_pair(object->side) && object->form == NameForm::name && verb.begin == s.range.begin && object->end < clause.end && (d.tokens[object->end].is(Token::Kind::colon) || d.tokens[object->end].is(Token::Kind::open)) && s.dates.size() == 1) {
      reader.begin = verb.begin, reader.end = verb.end, reader.side = Document::other(object->side);
      subject = &reader;
    }
    // "refused to recognise it", "recognised its neighbour": none other than the other side.
    const std::string_view next = verb.end < clause.end ? d.of(verb.end) : std::string_view();
    Mention other_side;
    const CueSpot* what = find_cue(s, Cue::recognise_noun, verb.end, verb.end + 1);
    if (what && d.grammar.texts[what->data] != "new") what = nullptr;
    const bool new_state = what && (!object || object->begin > what->end + 1);
    if (subject && Document::is_pair(subject->side) && !by && !is_passive(d.of(verb)) && (next == "it" || next == "its" || new_state) && (!object || object->reference || object->side == subject->side || new_state)) {
      if (next == "its" && !what && !find_cue(s, Cue::independence, verb.end, verb.end + 3)) continue;
      other_side.begin = verb.end, other_side.end = what ? what->end : verb.end + 1;
      other_side.side = Document::other(subject->side);
      object = &other_side;
    }
    // "Peru, which Norway recognised in 1823"
    for (std::size_t i = 0; subject && Document::is_pair(subject->side) && i < d.mentions.size(); ++i) {
      const Mention& one = d.mentions[i];
      const bool relative = one.end + 2 <= subject->begin && d.tokens[one.end].is(Token::Kind::comma) && (d.of(one.end + 1) == "which" || d.of(one.end + 1) == "whom") && subject->begin - one.end <= 3 && verb.begin - subject->end <= 2;
      if (relative && one.side == Document::other(subject->side) && one.form == NameForm::name && (!object || object->begin > verb.end + 1)) object = &one;
    }
    if (!subject || !object || subject->side == object->side) continue;
    if (subject->reference && subject->side != Side::both && speaks_of_third(d, s, clause)) continue;  // "Sweden announced its recognition of Peru"
    if (!Document::is_pair(object->side) && !Document::is_pair(subject->side)) continue;
    const bool third = !Document::is_pair(object->side) || !Document::is_pair(subject->side);
    const bool fresh = is_new_state(d, verb.end, *object);
    if (object->form == NameForm::adjective && !fresh && !find_cue(s, Cue::independence, object->end, object->end + 2)) continue;
    if (object->form == NameForm::city || object->form == NameForm::people) continue;
    const CueSpot* independence = find_cue(s, Cue::independence, verb.end, clause.end);
    // "recognises its sovereignty over the islands": not the state
    if (independence && independence->end < clause.end && d.of(independence->end) == "over") continue;
    // What is recognised is the state: the object follows at once, or its independence, or it is a new state.
    const bool passive = object->end <= verb.begin;
    // "recognised the restored Republic of Estonia", "recognised and established diplomatic relations with Kenya"
    bool renamed = !passive && object->begin - verb.end <= 5 && find_cue(s, Cue::recognise_noun, verb.end, object->begin);
    if (!passive && find_cue(s, Cue::and_word, verb.end, verb.end + 1) && find_cue(s, Cue::establish, verb.end + 1, verb.end + 2) && find_cue(s, Cue::with_word, object->begin - 1, object->begin)) renamed = true;
    if (!passive && object->begin > verb.end + 1 && !independence && !renamed && !fresh) continue;
    if (d.of(verb.begin).starts_with("accept") && !independence) continue;  // "proposals accepted by Burma"
    // "recognised Vietnam as a market economy"
    if (!passive && object->end + 1 < clause.end && d.of(object->end) == "as" && !follows_successor(d, object->end, clause.end) && !find_cue(s, Cue::independence, object->end, object->end + 6) && !find_cue(s, Cue::recognise_noun, object->end, object->end + 2) && (d.of(object->end + 1) == "a" || d.of(object->end + 1) == "an" || d.of(object->end + 1) == "the") && d.of(std::min(object->end + 3, clause.end - 1)) != "state" && d.of(std::min(object->end + 2, clause.end - 1)) != "state") continue;
    if (passive && subject->end + 1 < clause.end && d.of(subject->end) == "as" && (d.of(subject->end + 1) == "a" || d.of(subject->end + 1) == "an" || d.of(subject->end + 1) == "the") && !find_cue(s, Cue::independence, subject->end, subject->end + 5)) continue;  // "as a partner"
    const CueSpot* no = find_cue_back(s, Cue::negation, verb.begin + 1, clause.begin);
    const bool negated = no && verb.begin - std::min(verb.begin, no->end) <= 2;
    const When* when = date_for(d, s, verb, clause);
    for (const When& one : s.dates) {  // "Norway (16 December 1991) and Sweden (2 January 1992) recognised Peru"
      if (one.begin == subject->end + 1 && d.tokens[subject->end].is(Token::Kind::open)) when = &one;
    }
    // "one of the first to recognise Peru, opened a consulate in 1830": the date of what follows
    if (when && when->begin >= verb.end) {
      const CueSpot* opened = find_cue(s, Cue::open_verb, verb.end, when->begin);
      if (opened && d.tokens[opened->begin - 1].is(Token::Kind::comma)) when = nullptr;
    }
    // "to recognise Korea, establishing relations on 18 April 1962": the date of what follows
    if (when && when->begin >= verb.end) {
      const CueSpot* next = find_cue(s, Cue::establish, verb.end + 1, when->begin);
      if (next && find_cue(s, Cue::relations_noun, next->end, when->begin) && d.of(next->begin).ends_with("ing")) when = nullptr;
    }
    bool after = false;  // "Norway suspended relations after the Peruvian government had recognised China": somebody else did
    for (std::uint32_t i = subject->end; third && i < verb.begin && !after; ++i) after = d.of(i) == "after" || d.of(i) == "because" || d.of(i) == "when" || d.of(i) == "until";
    if (after) continue;
    if (third && !negated && !when && !d.of(verb).ends_with("recognises") && !d.of(verb).ends_with("recognizes")) continue;
    Spot quote = span(*subject, span(verb, *object));
    if (when && when->end > quote.end && when->begin - quote.end <= 4) quote.end = when->end;
    Claim& claim = d.add(Kind::recognition, trimmed(quote, verb, 16));
    claim.subject = third && subject->side == Side::third ? d.grammar.code(subject->state) : d.code(subject->side);
    claim.object = third && object->side == Side::third ? d.grammar.code(object->state) : d.code(object->side);
    if (third) claim.scope = "third country";
    // "was the second country to recognise"
    for (const Amount& one : s.amounts) {
      if (one.kind != Amount::Kind::ordinal || one.value < 2 || one.begin < subject->end || one.end > verb.begin || one.end >= s.range.end || third) continue;
      if (d.of(one.end) == "country" || d.of(one.end) == "state" || d.of(one.end) == "nation") claim.number = one.value, claim.unit = "rank";
    }
    // "did not recognise Peru until 1991": then it did
    const bool at_last = negated && when && when->until && when->begin >= verb.end;
    if (negated && !at_last) claim.polarity = "neg";
    if (when && (!negated || at_last || !when->until)) {
      When at = *when;
      at.until = at.until && !at_last;
      claim.period = at.text();
    }
  }
}

}  // namespace comity::claims
