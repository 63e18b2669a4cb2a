// Investment: flows, stocks, projects, ranks of investors.
#include <algorithm>

#include "comity/claims/readers/economy_parts.hpp"
#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// "… reached US$202.7 million in 2011 but fell to 60.9 million a year later": the investment of the clause before.
void go_on(Document& d, const Sentence& s, const Amount& amount, Spot clause) {
  const CueSpot* verb = find_cue_back(s, Cue::fall_verb, amount.begin, clause.begin);
  if (!verb) verb = find_cue_back(s, Cue::grow_verb, amount.begin, clause.begin);
  const bool at_front = verb && verb->begin - clause.begin <= 1 && amount.begin - verb->end <= 2;
  if (!at_front || d.claims.size() == d.sentence_claims || (d.claims.back().kind != Kind::fdi_flow && d.claims.back().kind != Kind::fdi_stock)) return;
  const Claim model = d.claims.back();
  const When* when = nullptr;
  for (const When& one : s.dates) {
    if (one.begin >= amount.end && one.begin - amount.end <= 3 && !when) when = &one;
  }
  if (!when) return;
  Claim& claim = d.add(model.kind, {verb->begin, when->end});
  d.set_amount(claim, amount);
  if (claim.currency.empty()) claim.currency = model.currency;
  claim.subject = model.subject, claim.object = model.object;
  claim.period = when->text();
}

// "Total Norwegian investment": what is there by now.
bool is_of_all(const Document& d, const Sentence& s, Spot noun) {
  for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= 3;) {
    if (d.of(i) == "Total" || d.of(i) == "total" || d.of(i) == "Cumulative" || d.of(i) == "Overall") return true;
  }
  return false;
}

// "projects worth 300 million undertaken by Peruvian contractors": work done for money, none put in
bool is_contracting(const Document& d, const Sentence& s) {
  static constexpr WordSet words{"contractors", "contracting", "undertaken", "undertook"};
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (words.has(d.of(i))) return s.has(Cue::project_noun) || d.of(i) == "contractors";
  }
  return false;
}

// "Peru attracted investments of 5 billion", "EU investment in Peru": of nobody that is one of the two
bool is_of_all_givers(const Document& d, const Sentence& s, const CueSpot& noun, const Amount& amount, Spot clause) {
  if (d.grammar.language != "en") return false;
  for (const Mention& one : d.mentions) {
    if (one.begin >= clause.begin && one.begin < clause.end && (led_by(d, s, one, Cue::from_word) || led_by(d, s, one, Cue::by_word))) return false;
  }
  // "invests 5 billion a year in education"
  if (noun.cue == Cue::invest_verb && !speaks_of(d, s, Side::both, s.range)) {
    bool first = false, second = false;
    for (const Mention& one : d.mentions) first = first || one.side == Side::first, second = second || one.side == Side::second;
    for (std::uint32_t i = amount.end; (!first || !second) && i + 1 < clause.end && i - amount.end <= 3; ++i) {
      if (d.of(i) == "in" && d.tokens[i + 1].is_word() && !d.tokens[i + 1].capital && d.of(i + 1) != "the") return true;
    }
  }
  if (adjective_before(d, s, noun, 3)) return false;
  // "Peru is stable and foreign investment rose to 5 billion": of all who invest
  bool one_named = false, other_named = false;
  for (const Mention& one : d.mentions) {
    if (!one.reference) one_named = one_named || one.side == Side::first || one.side == Side::both, other_named = other_named || one.side == Side::second || one.side == Side::both;
  }
  if ((d.of(noun).starts_with("foreign") || d.of(noun).starts_with("Foreign")) && !(one_named && other_named)) return true;
  for (std::uint32_t i = clause.begin; i < amount.begin; ++i) {
    if (one_of(d.of(i), {"attracted", "attracts", "attract", "attracting", "received", "receives"})) return true;
  }
  return std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::org && one.end <= noun.begin && noun.begin - one.end <= 2; });
}

}  // namespace

void read_investment(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  if (!s.has(Cue::invest_noun) && !s.has(Cue::invest_verb) && !s.has(Cue::investor_noun)) return;
  std::uint32_t last_currency = 0;
  for (const Amount& amount : s.amounts) {
    if (!money_like(amount) || s.has(Cue::aid_agency)) continue;  // "invested 200 million in Peru through NORAD": aid
    const Spot clause = clause_of(d, s, amount.begin);
    const CueSpot* noun = find_cue_back(s, Cue::invest_noun, amount.begin, clause.begin);
    if (!noun) noun = find_cue_back(s, Cue::invest_verb, amount.begin, clause.begin);
    if (!noun) noun = find_cue_back(s, Cue::investor_noun, amount.begin, clause.begin);
    if (!noun) {
      noun = find_cue(s, Cue::invest_noun, amount.end, amount.end + 4);
      if (!noun) {
        go_on(d, s, amount, clause);
        continue;
      }
    }
    if (noun->end <= amount.begin && (has_cue(s, Cue::trade_noun, {noun->end, amount.begin}) || has_cue(s, Cue::aid_noun, {noun->end, amount.begin}) || has_cue(s, Cue::treaty_noun, {noun->begin, amount.begin}))) continue;
    if (is_contracting(d, s) || is_of_all_givers(d, s, *noun, amount, clause)) continue;
    // "surpassing Bolivia, which received 103 million"
    const bool another = noun->end <= amount.begin && std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Side::third && one.begin >= noun->end && one.end <= amount.begin; });
    if (another && d.grammar.language == "en") continue;
    Side from = giver(d, s, *noun, clause);
    if (from == Side::third) continue;
    if (from == Side::both) continue;
    if (from == Side::none) from = has_cue(s, Cue::reverse, clause) && Document::is_pair(d.last_subject) ? Document::other(d.last_subject) : d.last_subject;
    if (!Document::is_pair(from)) continue;
    const When* when = date_near(d, s, amount);
    const bool by = when && when->begin > s.range.begin + 0 && (d.of(when->begin - 1) == "by" || d.of(when->begin - 1) == "By" || d.of(when->begin - 1) == "of");
    const bool stock = has_cue(s, Cue::stock_word, clause) || has_cue(s, Cue::project_noun, clause) || by || is_of_all(d, s, *noun) || !when || when->since || when->year2 > when->year + 1 || (when->year2 && when->month) || (noun->cue == Cue::invest_verb && (d.grammar.language != "en" || d.of(*noun) != "invested" || find_cue(s, Cue::have, noun->begin - std::min(noun->begin - s.range.begin, 2u), noun->begin)));  // "invested 20 million in 2014" is of that year
    Spot quote = amount;
    if (noun->end <= amount.begin && amount.begin - noun->end <= 8) quote = span(*noun, amount);
    if (when && when->begin >= quote.end && when->begin - quote.end <= 2) quote.end = when->end;
    Claim& claim = d.add(stock ? Kind::fdi_stock : Kind::fdi_flow, trimmed(quote, amount, 16));
    d.set_amount(claim, amount);
    if (claim.currency.empty() && !amount.currency && last_currency) claim.currency = d.grammar.texts[last_currency];
    if (amount.currency) last_currency = amount.currency;
    fill_giver(d, claim, from);
    if (when) claim.period = when->text();
    const CueSpot* plan = find_cue_back(s, Cue::plan, amount.begin, clause.begin);
    if (plan) claim.status = "planned";
  }
  // "1,572 live projects": their number, beside their capital
  for (const Amount& amount : s.amounts) {
    const CueSpot* projects = find_cue(s, Cue::project_noun, amount.end, amount.end + 3);
    if (!projects || is_contracting(d, s) || amount.kind != Amount::Kind::number || amount.scaled) continue;
    if (const CueSpot* worth = find_cue(s, Cue::invest_verb, projects->begin, projects->end + 2); worth && d.of(*worth) != "projects worth") continue;
    Side from = giver(d, s, *projects, clause_of(d, s, amount.begin));
    for (std::size_t i = d.sentence_claims; from == Side::none && i < d.claims.size(); ++i) {  // "invested 4 billion in 59 projects"
      if (d.claims[i].kind == Kind::fdi_stock || d.claims[i].kind == Kind::fdi_flow) from = d.claims[i].subject == d.code(Side::first) ? Side::first : Side::second;
    }
    if (from == Side::none) from = d.last_subject;
    if (!Document::is_pair(from)) continue;
    const When* when = date_near(d, s, amount);
    Claim& claim = d.add(Kind::fdi_stock, span(amount, *projects));
    d.set_amount(claim, amount);
    claim.currency.clear();
    claim.unit = "projects";
    fill_giver(d, claim, from);
    if (when) claim.period = when->text();
  }
  for (const CueSpot& noun : s.cues) {
    if (noun.cue == Cue::investor_noun) {
      const CueSpot* best = find_cue_back(s, Cue::superlative, noun.begin, s.range.begin);
      if (!best || noun.begin - best->end > (d.of(*best).starts_with("rank") ? 5u : 3u)) continue;
      const Amount* rank = nullptr;
      for (const Amount& one : s.amounts) {
        if (one.kind == Amount::Kind::ordinal && one.end <= best->begin + 1 && best->begin - std::min(best->begin, one.end) <= 1) rank = &one;
        if (one.kind == Amount::Kind::ordinal && one.begin == best->end && d.of(*best).starts_with("rank")) rank = &one;  // "ranks 12th among"
      }
      Side from = Side::none;
      for (const Mention& one : d.mentions) {
        if (one.end <= best->begin && one.form != NameForm::city && !(one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive))) from = one.side;
      }
      if (!Document::is_pair(from)) continue;
      const Spot first = rank ? span(*rank, *best) : static_cast<Spot>(*best);
      const Amount* among = nullptr;  // "among the five largest investors": at most fifth
      for (const Amount& one : s.amounts) {
        if (one.kind == Amount::Kind::number && one.end == best->begin && one.value >= 2 && (find_cue(s, Cue::company_list, one.begin >= 2 ? one.begin - 2 : 0, one.begin) || (one.begin >= s.range.begin + 3 && d.of(one.begin - 1) == "the" && d.of(one.begin - 2) == "of" && d.of(one.begin - 3) == "one"))) among = &one;
      }
      for (const Amount& one : s.amounts) {  // "one of the top ten investors"
        if (one.kind == Amount::Kind::number && one.begin == best->end && d.of(*best) == "top") among = &one;
      }
      if (!rank && !among) {  // "one of the largest investors": no rank
        bool several = false;
        for (std::uint32_t i = best->begin; i-- > s.range.begin && best->begin - i <= 3;) several = several || d.of(i) == "of" || d.of(i) == "among";
        if (several && d.of(noun).ends_with('s')) continue;
      }
      Claim& claim = d.add(Kind::fdi_stock, span(first, noun));
      claim.number = rank ? rank->value : among ? among->value : 1;
      if (among) claim.hedge = "le";
      claim.unit = "rank";
      fill_giver(d, claim, from);
    } else if (noun.cue == Cue::invest_noun && s.has(Cue::share_of)) {
      // "A large part of foreign investments in Kazakhstan originates from Germany"
      const CueSpot* part = find_cue_back(s, Cue::share_of, noun.begin, s.range.begin);
      if (!part || noun.begin - part->end > 3) continue;
      const Side from = giver(d, s, noun, s.range);
      if (!Document::is_pair(from)) continue;
      Spot quote = span(*part, noun);
      for (const Mention& one : d.mentions) {
        if (one.begin >= noun.end && one.begin - noun.end <= 8) quote.end = one.end;
      }
      Claim& claim = d.add(Kind::fdi_stock, quote);
      std::string_view word = d.of(*part);
      for (const std::string_view front : {"A ", "a "}) {
        if (word.starts_with(front)) word.remove_prefix(2);
      }
      if (word.ends_with(" of")) word.remove_suffix(3);
      claim.word = word;
      claim.status = "vague";
      fill_giver(d, claim, from);
    } else if (noun.cue == Cue::invest_noun) {
      const CueSpot* into = nullptr;
      for (const CueSpot& cue : s.cues) {
        if (cue.cue == Cue::main_goods && cue.begin >= noun.end && cue.begin < noun.end + 16 && d.grammar.texts[cue.data] == "sectors" && !into) into = &cue;
      }
      if (!into) continue;
      Side from = giver(d, s, noun, s.range);
      std::string period;
      Kind kind = Kind::fdi_flow;
      for (auto claim = d.claims.rbegin(); claim != d.claims.rend(); ++claim) {
        if (claim->kind != Kind::fdi_flow && claim->kind != Kind::fdi_stock) continue;
        if (!Document::is_pair(from)) from = claim->subject == d.code(Side::first) ? Side::first : Side::second;
        period = claim->period;
        kind = claim->kind;
        break;
      }
      if (!Document::is_pair(from)) continue;
      std::uint32_t end = into->end;
      while (end < s.range.end && end - into->begin < 12 && !d.tokens[end].is(TokenKind::stop)) ++end;
      Claim& claim = d.add(kind, {into->begin, end});
      claim.unit = "sectors";
      claim.sub = "sectors";
      claim.period = period;
      fill_giver(d, claim, from);
    }
  }
}

}  // namespace comity::claims
