// Aid and export credits: given, pledged, and who ranks where among donors.
#include <algorithm>

#include "comity/claims/readers/economy_parts.hpp"
#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// A pledge is no payment: "pledged", "stellt … in Aussicht". "12th Five Year Plan" is no plan of this sentence.
bool promised(const Document& d, const Sentence& s, const Amount& amount, Spot clause) {
  const CueSpot* verb = find_cue_back(s, Cue::aid_verb, amount.begin, clause.begin);
  if (verb && d.grammar.texts[verb->data] == "planned") return true;
  for (const CueSpot& plan : s.cues) {
    if (plan.cue != Cue::plan || plan.begin < clause.begin || plan.end > clause.end) continue;
    if (plan.begin > amount.begin && d.grammar.language != "de") continue;
    if (plan.begin > s.range.begin && d.tokens[plan.begin - 1].capital && d.of(plan) == "plan") continue;  // "the Marshall plan"
    if (!d.tokens[plan.begin].capital || plan.begin == s.range.begin || d.grammar.language == "de") return true;
  }
  return false;
}

// "one of the two foremost partners"
bool is_one_of_them(const Document& d, const Sentence& s, Spot best) {
  for (std::uint32_t i = best.begin; i-- > s.range.begin + 1 && best.begin - i <= 6;) {
    if (d.of(i) == "of" && (d.of(i - 1) == "one" || d.of(i - 1) == "One")) return true;
    if (d.of(i) == "der" && one_of(d.of(i - 1), {"einer", "eine", "eines"})) return true;
  }
  return false;
}

// "Japan was Kenya's third bilateral donor", "the largest donor to Kenya"
void read_donors(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::donor_noun) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const Amount* rank = nullptr;
    for (const Amount& one : s.amounts) {
      if (one.kind == Amount::Kind::ordinal && one.end <= noun.begin && noun.begin - one.end <= 3) rank = &one;
    }
    const CueSpot* best = find_cue_back(s, Cue::superlative, noun.begin, clause.begin);
    if (best && (noun.begin - best->end > 2 || find_cue(s, Cue::company_list, best->begin >= 2 ? best->begin - 2 : 0, best->begin) || is_one_of_them(d, s, *best))) best = nullptr;  // "among the largest": no rank
    if (!rank && !best) continue;
    Side from = Side::none;
    for (const Mention& one : d.mentions) {
      const bool owner = one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive);
      const CueSpot* way = nullptr;  // "the eighth donor in Ghana, and the fourth bilateral donor"
      for (const Cue cue : {Cue::in_word, Cue::to_word, Cue::of_word, Cue::for_word}) way = way ? way : find_cue_back(s, cue, one.begin, one.begin - std::min(one.begin, 2u));
      if (one.begin >= clause.begin && one.end <= noun.begin && !owner && !(way && one.begin - way->end <= 1) && one.form != NameForm::adjective) from = one.side;
    }
    if (!Document::is_pair(from)) continue;
    Claim& claim = d.add(Kind::aid, trimmed(span(rank ? static_cast<Spot>(*rank) : static_cast<Spot>(*best), noun), noun, 12));
    claim.number = rank ? rank->value : 1;
    claim.unit = "rank";
    fill_giver(d, claim, from);
    if (const When* when = date_for(d, s, noun, clause, 10)) claim.period = when->text();
  }
}

// Who gave what was told last: "grants of … remained in 2022" goes on about the same giver.
Side last_giver(const Document& d) {
  std::size_t back = 0;
  for (auto one = d.claims.rbegin(); one != d.claims.rend() && back < 3; ++one, ++back) {
    if (one->kind != Kind::aid) continue;
    if (one->subject == d.code(Side::first)) return Side::first;
    if (one->subject == d.code(Side::second)) return Side::second;
  }
  return Side::none;
}

// "The World Bank approved a loan of 5 million to Peru": neither of the two gave it.
bool given_by_a_body(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause, const Amount& amount) {
  if (d.grammar.language != "en") return false;
  const std::uint32_t before = std::min(noun.begin, amount.begin);
  // "gave 5 million in aid to Haiti", "contributed 5 million to the UN": to neither of the two
  bool first = false, second = false, to_third = false;
  for (const Mention& one : d.mentions) {
    first = first || one.side == Side::first || one.side == Side::both, second = second || one.side == Side::second || one.side == Side::both;
    to_third = to_third || (one.side == Side::third && one.begin >= before && one.begin < clause.end && (led_by(d, s, one, Cue::to_word) || led_by(d, s, one, Cue::for_word)));
  }
  for (const CueSpot& one : s.cues) {
    const bool org = one.cue == Cue::org && one.begin >= amount.end && one.begin - amount.end <= 3;
    to_third = to_third || (org && one.begin > s.range.begin + 1 && (d.of(one.begin - 1) == "to" || d.of(one.begin - 2) == "to"));
  }
  if (to_third && !(first && second)) return true;
  // "Foreign aid to Peru amounted to 500 million": of all who give
  const bool all = noun.cue == Cue::aid_noun && noun.begin > clause.begin && one_of(d.of(noun.begin - 1), {"Foreign", "foreign", "International", "international", "multilateral", "Multilateral"});
  const bool all_aid = d.of(noun) == "Foreign aid" || d.of(noun) == "foreign aid";
  if ((all || all_aid) && !std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.end <= before && Document::is_pair(one.side); })) return true;
  bool body = has_cue(s, Cue::org, {clause.begin, before});
  for (std::uint32_t i = clause.begin; i < before; ++i) body = body || ((d.of(i) == "Bank" || d.of(i) == "Fund") && !(i >= 1 && d.of(i - 1) == "Import"));
  if (!body) return false;
  for (const Mention& one : d.mentions) {
    if (one.begin >= clause.begin && one.end <= before && Document::is_pair(one.side)) return false;  // one of the two is named before it
    if (one.begin >= before && one.begin < clause.end && (led_by(d, s, one, Cue::by_word) || led_by(d, s, one, Cue::from_word))) return false;
  }
  return true;
}

}  // namespace

void read_aid(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  const bool aid = s.has(Cue::aid_noun) || s.has(Cue::aid_verb) || s.has(Cue::aid_agency) || (d.heading.aid && s.has(Cue::total_word)), credit = s.has(Cue::credit_noun);
  if (s.has(Cue::donor_noun)) read_donors(d, s);
  if (!aid && !credit) return;
  // "Main loans: X (2007): ¥26.7 billion; Y (2015): ¥32.1 billion": the label holds for the list.
  const CueSpot* label = find_cue(s, Cue::aid_noun, s.range.begin, s.range.begin + 3);
  if (label && !(label->end < s.range.end && d.tokens[label->end].is(TokenKind::colon))) label = nullptr;
  std::uint32_t last_currency = 0;
  for (const Amount& amount : s.amounts) {
    if (!money_like(amount)) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    if (amount.currency == 0 && (find_cue(s, Cue::people_noun, amount.end, amount.end + 3) || find_cue(s, Cue::refugee_noun, amount.end, amount.end + 3) || find_cue(s, Cue::aid_goods, amount.end, amount.end + 3))) continue;  // "1 million Syrian refugees"
    const CueSpot* noun = nullptr;
    for (const Cue cue : {Cue::aid_noun, Cue::credit_noun, Cue::aid_verb}) {
      const CueSpot* found = find_cue_back(s, cue, amount.begin, clause.begin);
      if (!found) found = find_cue(s, cue, amount.end, amount.end + 6);
      if (found && (!noun || (cue != Cue::aid_verb && noun->cue == Cue::aid_verb))) noun = found;
    }
    if (!noun && s.has(Cue::invest_verb)) noun = find_cue(s, Cue::aid_agency, s.range.begin, amount.begin);  // "through NORAD, Norway invests 10 million a year"
    if (!noun && s.has(Cue::invest_verb)) noun = find_cue(s, Cue::aid_agency, amount.end, s.range.end);
    if (const CueSpot* agency = noun ? nullptr : find_cue(s, Cue::aid_agency, s.range.begin, amount.begin); agency && amount.begin - agency->end <= 7) {
      for (std::uint32_t i = agency->end; i < amount.begin; ++i) {  // "a USAID cooperation package of $659 million"
        if (one_of(d.of(i), {"package", "project", "programme", "program", "agreement", "fund", "support", "cooperation", "funding"})) noun = agency;
      }
    }
    // "has assisted Peru in the areas of development (over $200 million)"
    if (!noun && d.grammar.language == "en" && d.tokens[amount.begin - std::min(amount.begin, amount.hedge.empty() ? 1u : 2u)].is(TokenKind::open)) noun = find_cue_back(s, Cue::aid_help, amount.begin, amount.begin - std::min(amount.begin - clause.begin, 14u));
    if (!noun) noun = label;
    if (const CueSpot* total = !noun && d.heading.aid ? find_cue(s, Cue::total_word, s.range.begin, s.range.begin + 4) : nullptr; total && total->end < s.range.end && d.tokens[total->end].is(TokenKind::colon)) noun = total;
    if (!noun) continue;
    if (has_cue(s, Cue::trade_noun, {noun->begin, amount.begin}) || (has_cue(s, Cue::invest_noun, clause) && noun->cue != Cue::aid_agency)) continue;
    // "giving it a surplus of 67 million", "sends home 5 million a year": no aid
    if (noun->end <= amount.begin && (has_cue(s, Cue::balance_noun, {noun->end, amount.begin}) || (noun->end < s.range.end && d.of(noun->end) == "home"))) continue;
    // "Ireland gave Peru €25 million in aid": who stands before the verb gives.
    const CueSpot* gives = find_cue_back(s, Cue::aid_verb, amount.begin, clause.begin);
    const bool claimed = std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.number && one.plain.overlaps({d.tokens[amount.begin].begin, d.tokens[amount.end - 1].end}); });
    if (claimed) continue;
    Side from = giver(d, s, gives && noun->begin > amount.begin ? static_cast<Spot>(*gives) : static_cast<Spot>(*noun), clause);
    // "was allocated 20 million euros under Polish development cooperation"
    if (const Mention* own = noun->cue == Cue::aid_noun && d.grammar.language == "en" ? adjective_before(d, s, *noun, 2) : nullptr; own && own->form == NameForm::adjective && Document::is_pair(own->side) && noun->begin > amount.begin) from = own->side;
    if (noun->cue == Cue::aid_agency && from == Side::none) from = d.side_of_code(d.grammar.texts[noun->data]);
    if (from == Side::third || from == Side::both || given_by_a_body(d, s, *noun, clause, amount)) continue;
    for (const Mention& one : d.mentions) {  // "Germany is a donor; since 1990 two billion were given": who the sentence is about
      if (from == Side::none && one.begin == s.range.begin && one.form == NameForm::name && Document::is_pair(one.side) && clause.begin > s.range.begin) from = one.side;
    }
    if (from == Side::none) from = last_giver(d);
    // "aid to the country amounted to": by whom is not said
    const bool of_whom = !gives && noun->end < s.range.end && s.cue_at(noun->end, Cue::to_word) && find_cue(s, Cue::the_country, noun->end, noun->end + 2) && !adjective_before(d, s, *noun, 3);
    if ((from == Side::none || of_whom) && has_cue(s, Cue::the_country, clause)) continue;
    if (from == Side::none) from = d.last_subject;
    if (!Document::is_pair(from)) continue;
    const When* when = date_near(d, s, amount);
    Spot quote = amount;
    if (noun->end <= amount.begin && amount.begin - noun->end <= 8) quote = span(*noun, amount);
    if (noun->begin >= amount.end && noun->begin - amount.end <= 4) quote = span(amount, *noun);
    Claim& claim = d.add(noun->cue == Cue::credit_noun ? Kind::export_credit : Kind::aid, trimmed(quote, amount, 16));
    d.set_amount(claim, amount);
    if (claim.currency.empty() && !amount.currency && last_currency) claim.currency = d.grammar.texts[last_currency].size() > 3 ? d.currency_of_pair(d.grammar.texts[last_currency]) : d.grammar.texts[last_currency];
    if (amount.currency) last_currency = amount.currency;
    fill_giver(d, claim, from);
    if (when) claim.period = when->text();
    else if (d.heading.aid) claim.period = d.heading.period;
    if (promised(d, s, amount, clause)) claim.status = "planned";
    // "promised US$30 billion to Africa as a whole"
    const CueSpot* region = find_cue(s, Cue::region, amount.end, std::min(clause.end, amount.end + 2));
    if (region && (find_cue(s, Cue::to_word, amount.end, region->begin) || find_cue(s, Cue::for_word, amount.end, region->begin))) claim.object = claim.scope = d.of(*region);
  }
  // "extended export credits to Kazakhstan in 1992": without a sum.
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::credit_noun) continue;
    const Range here{d.tokens[noun.begin].begin, d.tokens[s.range.end - 1].end};
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::export_credit && one.plain.overlaps(here); })) continue;
    const When* when = date_for(d, s, noun, s.range, 12);
    Side from = giver(d, s, noun, s.range);
    if (!when || !Document::is_pair(from)) continue;
    Claim& claim = d.add(Kind::export_credit, trimmed(span(noun, *when), noun, 14));
    fill_giver(d, claim, from);
    claim.period = when->text();
  }
}

}  // namespace comity::claims
