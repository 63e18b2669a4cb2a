#include "comity/claims/readers/economy_parts.hpp"

#include <algorithm>

#include "comity/claims/word_set.hpp"

namespace comity::claims {

using TokenKind = Token::Kind;

bool money_like(const Amount& amount) { return amount.kind == Amount::Kind::money || (amount.kind == Amount::Kind::number && amount.scaled); }

namespace {

// "the reception costs of Ukrainians": people, not their state
bool is_people(const Document& d, const Sentence& s, const Mention& one) {
  return d.of(one).ends_with('s') && !(one.end < s.range.end && d.tokens[one.end].is_word() && find_cue(s, Cue::aid_noun, one.end, one.end + 2));
}

}  // namespace

Side giver(const Document& d, const Sentence& s, Spot noun, Spot clause) {
  Side out = Side::none;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.begin >= clause.end) continue;
    const bool english = d.grammar.language == "en";
    if (english && one.form >= NameForm::adjective && one.form < NameForm::capital && is_people(d, s, one)) continue;
    // "Peru was allocated 20 million": who stands before a passive verb receives
    if (english && one.form == NameForm::name && one.end + 1 < s.range.end && one_of(d.of(one.end), {"was", "were"}) && find_cue(s, Cue::aid_verb, one.end + 1, one.end + 2)) {
      if (out == Side::none && Document::is_pair(one.side)) out = Document::other(one.side);
      continue;
    }
    if (english && one.end == noun.begin && one_of(d.of(one), {"U.S.", "US", "UK", "U.K."})) {  // "destination for U.S. direct investment"
      out = one.side;
      continue;
    }
    if (one.begin > s.range.begin && d.tokens[one.begin - 1].is(TokenKind::number)) {  // "In 2020 Tokyo pledged"
      if (one.end <= noun.begin && noun.begin - one.end <= 8 && Document::is_pair(one.side)) out = one.side;
      continue;
    }
    const CueSpot* from = find_cue_back(s, Cue::from_word, one.begin, one.begin >= 3 ? one.begin - 3 : 0);
    const CueSpot* by = find_cue_back(s, Cue::by_word, one.begin, one.begin >= 2 ? one.begin - 2 : 0);
    const CueSpot* to = find_cue_back(s, Cue::to_word, one.begin, one.begin >= 3 ? one.begin - 3 : 0);
    const CueSpot* in = find_cue_back(s, Cue::in_word, one.begin, one.begin >= 2 ? one.begin - 2 : 0);
    if ((from && one.begin - from->end <= 1) || (by && by->end == one.begin)) return one.side;
    // "has provided Ukraine with aid": who stands right behind the verb receives
    const CueSpot* gives = one.form == NameForm::name ? find_cue_back(s, Cue::aid_verb, one.begin, one.begin >= 4 ? one.begin - 4 : 0) : nullptr;
    if (gives && one.begin - gives->end <= (d.of(one.begin - 1) == "the" ? 1u : 0u) && d.grammar.language == "en") {
      if (out == Side::none && Document::is_pair(one.side)) out = Document::other(one.side);
      continue;
    }
    // "Norway and Peru signed a loan agreement": neither is said to give
    const bool joined = english && one.form == NameForm::name && out != Side::none && one.side == Document::other(out) && one.begin >= 2 && find_cue(s, Cue::and_word, one.begin - 1, one.begin) && std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& before) { return before.side == out && before.end + 1 == one.begin; });
    if (joined && one.end <= noun.begin) {
      out = Side::none;
      continue;
    }
    const CueSpot* goes_to = one.begin > s.range.begin ? find_cue_back(s, Cue::for_word, one.begin, one.begin - 1) : nullptr;
    const bool made = in && in->begin > s.range.begin && d.of(in->begin - 1) == "made";  // "a machine made in India"
    if (made) continue;
    if (goes_to || (to && one.begin - to->end <= 1) || (in && one.begin - in->end <= 1 && one.form != NameForm::adjective)) {
      if (out == Side::none && Document::is_pair(one.side)) out = Document::other(one.side);
      continue;
    }
    // "hat Deutschland Ghana 1,6 Mrd. Euro gegeben": the first of two names gives
    const bool given = d.grammar.language == "de" && Document::is_pair(out) && one.side == Document::other(out) && std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& before) { return before.end == one.begin && before.side == out; });
    if (given) continue;
    if (one.end <= noun.begin && noun.begin - one.end <= 8 && one.side != Side::both) out = one.side;
  }
  return out;
}

std::string_view aid_unit(std::string_view noun) {
  for (const auto& [part, unit] : {std::pair{"loan", "loan"}, {"Loan", "loan"}, {"grant", "grant"}, {"Grant", "grant"}, {"medical", "medical"}, {"military", "military"}, {"technical", "technical assistance"}}) {
    if (noun.find(part) != std::string_view::npos) return unit;
  }
  return {};
}

void fill_giver(const Document& d, Claim& claim, Side from) {
  claim.subject = d.code(from);
  claim.object = d.code(Document::other(from));
}

const When* date_near(const Document& d, const Sentence& s, const Amount& amount) {
  const When* best = date_for(d, s, amount, clause_of(d, s, amount.begin), 12);
  // "In 2016 aid was 5 million, down from 8 million in 2015": another sum stands before that date
  const bool anothers = best && best->begin >= amount.end && std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return money_like(one) && one.begin >= amount.end && one.end <= best->begin && !d.tokens[amount.end].is(TokenKind::open); });
  if (!anothers) return best;
  for (const When& one : s.dates) {
    if (one.end <= amount.begin) return &one;
  }
  return best;
}

}  // namespace comity::claims
