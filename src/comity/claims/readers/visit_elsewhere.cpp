// Trips of one of the two to a third state, told by a noun: "during his two-day visit to Nairobi, President X", "Prime Minister X began a
// tour of Kenya and Uganda". The claim has that state for its object and is none of the two.
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// The third states behind a noun, in a row: "to Kenya, Uganda and Tanzania".
std::vector<const Mention*> row_behind(const Document& d, const Sentence& s, std::uint32_t at) {
  std::vector<const Mention*> out;
  for (const Mention& one : d.mentions) {
    if (one.begin < at || one.reference || one.form == NameForm::adjective || one.form == NameForm::people) continue;
    for (std::uint32_t i = at; i < one.begin; ++i) {
      if (!d.tokens[i].is(TokenKind::comma) && !find_cue(s, Cue::and_word, i, i + 1) && !one_of(d.of(i), {"the", "The"})) return out;
    }
    if (one.end < s.range.end && (d.tokens[one.end].is(TokenKind::possessive) || d.tokens[one.end].is(TokenKind::hyphen))) return out;
    if (Document::is_pair(one.side) || (one.side == Side::third && d.grammar.code(one.state).size() == 3)) out.push_back(&one);
    at = one.end;
  }
  return out;
}

// Whose trip it is: "X's visit to", "the visit of X to", "his visit to" with the person named in the sentence.
const PersonSpot* traveller_of(const Document& d, const Sentence& s, const CueSpot& noun, std::uint32_t row_end) {
  const PersonSpot* before = nullptr;
  for (const PersonSpot& one : s.persons) {
    if (one.minor && !one.titled && !known(d, one)) continue;
    if (one.end <= noun.begin) before = &one;
    if (one.begin >= noun.end && one.begin - noun.end <= 4 && (find_cue(s, Cue::of_word, noun.end, one.begin) || find_cue(s, Cue::by_word, noun.end, one.begin))) return &one;
  }
  for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= 4;) {
    if (d.tokens[i].is(TokenKind::possessive)) return before && before->end == i ? before : nullptr;
    if (one_of(d.of(i), {"my", "our", "My", "Our", "their"})) return nullptr;
    if (one_of(d.of(i), {"his", "her"}) && before) return before;
  }
  if (before && noun.begin - before->end <= 4 && std::none_of(d.tokens.begin() + before->end, d.tokens.begin() + noun.begin, [](const Token& one) { return one.is(TokenKind::comma); })) return before;
  // "During a visit to Kenya, President X said"
  if (noun.begin - s.range.begin > 5) return nullptr;
  for (const PersonSpot& one : s.persons) {
    if (one.begin >= row_end && one.begin - row_end <= 8 && one.titled) return &one;
  }
  return nullptr;
}

}  // namespace

void read_visits_elsewhere(Document& d, const Sentence& s) {
  if (d.grammar.language != "en" || s.block == Block::Kind::heading || !(s.has(Cue::visit_noun) || s.has(Cue::visit_verb))) return;
  if (std::none_of(d.mentions.begin(), d.mentions.end(), [](const Mention& one) { return one.side == Side::third; })) return;
  for (const CueSpot& noun : s.cues) {
    const bool verb = noun.cue == Cue::visit_verb && d.of(noun) != "visits" && d.of(noun) != "visiting";
    if (noun.cue != Cue::visit_noun && !verb) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    if (find_cue_back(s, Cue::negation, noun.begin, clause.begin)) continue;
    std::uint32_t at = noun.end;
    // "a visit by Foreign Minister X to Kenya"
    for (const PersonSpot& one : s.persons) {
      if (at == noun.end && one.begin > at && one.begin - at <= 3 && (find_cue(s, Cue::by_word, at, one.begin) || find_cue(s, Cue::of_word, at, one.begin)) && find_cue(s, Cue::to_word, one.end, one.end + 1)) at = one.end;
    }
    if (at < s.range.end && find_cue(s, Cue::to_word, at, at + 1)) ++at;
    else if (!verb && !(d.of(noun).ends_with(" to") || (d.of(noun) == "tour" && find_cue(s, Cue::of_word, at, at + 1) && ++at))) continue;
    const auto row = row_behind(d, s, at);
    // "visited Kenya, Uganda and Norway": the others of a row that goes on to one of the two
    if (verb && (row.size() < 2 || std::any_of(row.begin(), row.end(), [](const Mention* one) { return one->form >= NameForm::capital; }))) continue;
    if (std::none_of(row.begin(), row.end(), [](const Mention* one) { return one->side == Side::third; }) ) continue;
    const bool mine = noun.begin > s.range.begin && one_of(d.of(noun.begin - 1), {"my", "My", "our", "Our"});
    const PersonSpot* who = mine ? nullptr : traveller_of(d, s, noun, row.back()->end);
    const Side from = mine ? d.own : who ? side_of(d, *who) : Side::none;
    if (!Document::is_pair(from)) continue;
    const When* when = date_for(d, s, span(noun, *row.back()), clause, 8);
    const bool ahead = is_forthcoming(d, s, noun);
    for (const Mention* one : row) {
      const auto told = [&](const Claim& claim) { return claim.kind == Kind::visit && claim.subject == d.code(from) && claim.object == d.grammar.code(one->state); };
      if (one->side == from || std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
      Claim& claim = d.add(Kind::visit, one == row.front() ? trimmed(span(noun, *one), noun, 20) : static_cast<Spot>(*one));
      claim.subject = d.code(from), claim.object = d.grammar.code(one->state);
      if (one->side == Side::third) claim.scope = "third country";
      if (who && !who->nameless) claim.person = d.person_name(*who);
      if (one->form >= NameForm::capital) claim.place = d.of(*one);
      if (when && !when->since && !when->until) claim.period = when->text();
      if (ahead) claim.status = "planned";
    }
  }
}

}  // namespace comity::claims
