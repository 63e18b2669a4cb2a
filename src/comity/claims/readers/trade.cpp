// Trade: totals, exports, imports. A sum belongs to the nearest noun or verb of trade before it
// in its clause; goods subsets, regional totals and balances are not the pair's trade.
#include <algorithm>
#include <cmath>

#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/readers/trade_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

struct Anchor {
  const CueSpot* cue = nullptr;
  Kind kind = Kind::trade_total;
  bool balance = false;
};

std::optional<Kind> kind_of(Cue cue) {
  switch (cue) {
    case Cue::trade_noun: return Kind::trade_total;
    case Cue::export_noun: case Cue::sell_verb: return Kind::exports;
    case Cue::import_noun: case Cue::buy_verb: return Kind::imports;
    default: return std::nullopt;
  }
}

// "(exports were 378 million) and 272 million in 2020": a bracket that is closed before a sum has its nouns for itself.
bool in_closed_bracket(const Document& d, std::uint32_t at, std::uint32_t before) {
  int open = 0;
  for (std::uint32_t i = at; i < before; ++i) {
    if (d.tokens[i].is(TokenKind::open)) ++open;
    if (d.tokens[i].is(TokenKind::close) && open-- == 0) return true;
  }
  return false;
}

// The noun a sum hangs on: the last before it, or one right behind it ("690 Mio. USD Ausfuhren", "$5 bn in exports").
Anchor anchor_of(const Document& d, const Sentence& s, const Amount& amount, Spot clause) {
  Anchor out;
  for (const CueSpot& cue : s.cues) {
    const bool balance = cue.cue == Cue::balance_noun;
    const auto kind = kind_of(cue.cue);
    if (!kind && !balance) continue;
    if (const CueSpot* credit = s.cue_at(cue.begin, Cue::credit_noun); credit && credit->end > cue.end) continue;  // "export credit line"
    if (cue.begin < clause.begin || cue.begin >= clause.end) continue;
    if (cue.cue == Cue::trade_noun && cue.end < s.range.end && d.grammar.language == "en" && one_of(d.of(cue.end), {"agreement", "Agreement", "area", "Area", "pact", "deal", "deals", "agreements"})) continue;  // "the trade agreement covers 5 billion"
    if (cue.end < s.range.end && (d.of(cue.end) == "Bank" || (cue.end + 2 < s.range.end && d.of(cue.end + 2) == "Bank"))) continue;  // "Export-Import Bank"
    if (cue.end <= amount.begin) {
      if (amount.begin - cue.end > 40 || in_closed_bracket(d, cue.end, amount.begin)) continue;
      // A longer phrase that begins earlier holds ("trade deficit").
      if (out.cue && out.cue->begin <= cue.begin && out.cue->end >= cue.end && !balance) continue;
      out = {&cue, kind.value_or(Kind::other), balance};
    } else if (cue.begin == amount.end + 1 && d.tokens[amount.end].is(TokenKind::open) && cue.end < clause.end && d.tokens[cue.end].is(TokenKind::close)) {
      out = {&cue, kind.value_or(Kind::other), balance};  // "USD 906 million (export)"
      break;
    } else if (cue.begin >= amount.end && (cue.begin - amount.end <= 2 || (cue.begin - amount.end <= 5 && d.of(amount.end) == "worth"))) {
      const bool own = cue.begin == amount.end || find_cue(s, Cue::in_word, amount.end, cue.begin) || find_cue(s, Cue::of_word, amount.end, cue.begin) || d.of(amount.end) == "worth" || (amount.begin > s.range.begin && d.of(amount.begin - 1) == "which" && find_cue(s, Cue::have, amount.end, amount.end + 1));
      if (own && (!out.cue || d.tokens[amount.begin - 1].is(TokenKind::comma) || d.tokens[amount.begin - 1].is(TokenKind::open) || find_cue(s, Cue::and_word, amount.begin - 1, amount.begin) || d.of(amount.begin - 1) == "with" || cue.begin == amount.end || d.of(amount.end) == "of" || d.of(amount.begin - 1) == "which")) out = {&cue, kind.value_or(Kind::other), balance};
    }
  }
  return out;
}

bool pair_in(const Document& d, Spot where, bool& third) {
  bool pair = false;
  third = false;
  for (const Mention& one : d.mentions) {
    if (one.begin < where.begin || one.begin >= where.end) continue;
    if (one.side == Side::third) third = true;
    else if (one.side != Side::none) pair = true;
  }
  return pair;
}

bool has_money(const Sentence& s, Spot where) {
  return std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return one.kind == Amount::Kind::money && one.begin >= where.begin && one.end <= where.end; });
}

// Whether a sum is of some goods only: "exports of copper", not "exports of USD 20 million", "the exports of Norway".
bool is_part(const Document& d, const Sentence& s, const Anchor& anchor, const Amount& amount) {
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::goods_subset || cue.begin < (anchor.kind == Kind::trade_total ? anchor.cue->end : anchor.cue->begin) || cue.begin >= amount.begin) continue;
    const bool whole = d.of(cue).ends_with(" of") && (cue.end >= amount.begin || (amount.begin - cue.end <= 2 && !amount.hedge.empty()) || std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.form == NameForm::name && (one.begin == cue.end || (one.begin == cue.end + 1 && d.of(cue.end) == "the")); }));
    if (!whole) return true;
  }
  return false;
}

// "trade between Peru and Norway was 40 million (exports 25 million)": neither of the two names says whose the exports are.
bool is_of_both(const Document& d, const Sentence& s, const Mention& one) {
  for (std::size_t i = 0; i + 1 < d.mentions.size(); ++i) {
    const Mention &first = d.mentions[i], &two = d.mentions[i + 1];
    const bool joined = two.begin == first.end + 1 && (d.tokens[first.end].is(TokenKind::hyphen) || d.tokens[first.end].is(TokenKind::dash));
    if (joined && (one.begin == first.begin || one.begin == two.begin) && find_cue(s, Cue::trade_noun, two.end, two.end + 2)) return true;
  }
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::between && !(cue.cue == Cue::trade_noun && d.of(cue).ends_with("between"))) continue;
    if (cue.end == one.begin) return true;
    for (const Mention& first : d.mentions) {
      if (first.begin == cue.end && one.begin == first.end + 1 && s.cue_at(first.end, Cue::and_word)) return true;
    }
  }
  return false;
}

// Whose a page is that names two in "trade between Turkey and Peru": the one named first.
Side first_of_both(const Document& d, const Sentence& s) {
  // "Peru-Norway bilateral trade reached 40 million, with 25 million (exports)"
  for (std::size_t i = 0; i + 1 < d.mentions.size(); ++i) {
    const Mention &one = d.mentions[i], &two = d.mentions[i + 1];
    const bool joined = two.begin == one.end + 1 && (d.tokens[one.end].is(TokenKind::hyphen) || d.tokens[one.end].is(TokenKind::dash));
    if (joined && Document::is_pair(one.side) && two.side == Document::other(one.side) && find_cue(s, Cue::trade_noun, two.end, two.end + 2)) return one.side;
  }
  for (const Mention& one : d.mentions) {
    if (Document::is_pair(one.side) && is_of_both(d, s, one)) return one.side;
    // "Peru's bilateral trade with Norway was 40 million with exports at 25 million"
    if (d.grammar.language == "en" && Document::is_pair(one.side) && one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive) && find_cue(s, Cue::trade_noun, one.end, one.end + 3)) return one.side;
  }
  return Side::none;
}

// Who exports: a demonym or name at the noun, "from X", "to Y"; the subject before a verb.
Side exporter(const Document& d, const Sentence& s, const Anchor& anchor, Spot clause, Spot amount = {}) {
  const CueSpot& cue = *anchor.cue;
  Side from = Side::none, to = Side::none;
  // "Norway's exports totaled 120 million, and Peru's 80 million": the sum's own name.
  for (const Mention& one : d.mentions) {
    if (one.end + 1 == amount.begin && one.end > cue.end && d.tokens[one.end].is(TokenKind::possessive) && Document::is_pair(one.side)) return one.side;
  }
  // A verb's subject is a name; an adjective between belongs to the goods ("imported British goods and exported …").
  // "and imported goods worth": a verb with its goods, where "the value of exported goods" is none.
  const bool with_goods = (s.cue_at(cue.begin, Cue::sell_verb) || s.cue_at(cue.begin, Cue::buy_verb)) && cue.begin > s.range.begin && !one_of(d.of(cue.begin - 1), {"of", "the", "main", "all", "in"});
  const bool verb = cue.cue == Cue::sell_verb || cue.cue == Cue::buy_verb || with_goods;
  bool named = false;
  for (const Mention& one : d.mentions) named = named || (one.begin >= clause.begin && one.end <= cue.begin && one.form != NameForm::adjective && one.side != Side::both);
  // What stands behind the next noun of trade belongs to that.
  std::uint32_t limit = clause.end;
  for (const CueSpot& next : s.cues) {
    const bool verbal = verb && (next.cue == Cue::sell_verb || next.cue == Cue::buy_verb) && d.grammar.language == "en";  // "exported … to Peru, and imported … from Peru"
    if ((verbal || next.cue == Cue::export_noun || next.cue == Cue::import_noun) && next.begin >= cue.end) limit = std::min(limit, next.begin);
  }
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.begin >= limit || one.side == Side::both) continue;
    if (verb && named && one.form == NameForm::adjective) continue;
    // "trade with Norway was 40 million with exports at": the partner of the trade
    if (d.grammar.language == "en" && one.end <= cue.begin && led_by(d, s, one, Cue::with_word) && find_cue(s, Cue::trade_noun, one.begin - std::min(one.begin, 3u), one.begin)) continue;
    if (is_of_both(d, s, one)) continue;
    const CueSpot* to_cue = find_cue_back(s, Cue::to_word, one.begin, one.begin >= 3 ? one.begin - 3 : 0);
    const CueSpot* from_cue = find_cue_back(s, Cue::from_word, one.begin, one.begin >= 3 ? one.begin - 3 : 0);
    const CueSpot* in_cue = find_cue_back(s, Cue::in_word, one.begin, one.begin >= 2 ? one.begin - 2 : 0);
    if (one.begin >= cue.end && one.begin - cue.end <= 12) {
      if (to_cue && one.begin - to_cue->end <= 1) to = one.side;
      else if (from_cue && one.begin - from_cue->end <= 1) from = one.side;
      else if (in_cue && d.grammar.language == "de" && one.begin - in_cue->end <= 1) to = one.side;
    } else if (one.end <= cue.begin && cue.begin - one.end <= (verb ? 20u : 8u)) {
      if (verb && (anchor.kind == Kind::imports || d.grammar.language == "en") && ((to_cue && one.begin - to_cue->end <= 1) || (from_cue && one.begin - from_cue->end <= 1))) continue;  // "exported … to Peru and imported"
      // "exports to Georgia reached 150 million, imports 40 million": where the exports go is not where the imports come to.
      const Cue other_noun = anchor.kind == Kind::imports ? Cue::export_noun : Cue::import_noun;
      const bool apart = (to_cue || from_cue) && std::any_of(d.tokens.begin() + one.end, d.tokens.begin() + cue.begin, [](const Token& token) { return token.is(TokenKind::comma); });
      if (apart && d.grammar.language == "de") continue;  // "importierte … aus Deutschland, wohingegen die Exporte nach"
      if ((to_cue || from_cue) && find_cue_back(s, other_noun, one.begin, clause.begin) && has_money(s, {one.end, cue.begin})) continue;
      if (to_cue && one.begin == to_cue->end) to = one.side;
      else if (from_cue && one.begin == from_cue->end) from = one.side;
      else from = one.side;
    }
  }
  if (anchor.kind == Kind::imports) {
    // Imports to A from B: the buyer is the subject. "from" names the seller.
    const bool seller_behind = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) {
      const CueSpot* from_cue = find_cue_back(s, Cue::from_word, one.begin, cue.end);
      return from_cue && one.begin - from_cue->end <= 1 && one.begin >= cue.end && (from == one.side);
    });
    if (seller_behind) return Document::other(from);
    if (Document::is_pair(to)) return to;
    return from;
  }
  if (Document::is_pair(from)) return from;
  if (Document::is_pair(to)) return Document::other(to);
  return from == Side::third || to == Side::third ? Side::third : Side::none;
}

bool planned_near(const Sentence& s, std::uint32_t at, Spot clause) {
  const CueSpot* plan = find_cue_back(s, Cue::plan, at, clause.begin);
  // "plans to increase the trade volume between Peru and Norway to 10 billion": a target behind its "to"
  const bool target = plan && at > 0 && s.cue_at(at - 1, Cue::to_word);
  return plan && at - plan->end <= (target ? 18u : 9u);
}

// The side of the last claim of this kind nearby: whose exports an elliptic "of which 690 million exports" means.
Side side_told(const Document& d, Kind kind) {
  std::size_t back = 0;
  for (auto one = d.claims.rbegin(); one != d.claims.rend() && back < 4; ++one, ++back) {
    if (one->kind != kind) continue;
    if (one->subject == d.code(Side::first)) return Side::first;
    if (one->subject == d.code(Side::second)) return Side::second;
  }
  return Side::none;
}

// "In 2010 the two lines had read 40 million and 708 million": two sums of the two flows told just before, in their order.
// Gives the claim whose flow this sum has; nullptr: it is none of the two.
const Claim* told_in_order(const Document& d, const Sentence& s, const Amount& amount, std::uint32_t noun_end) {
  const Amount* mate = nullptr;
  for (const Amount& one : s.amounts) {
    const bool behind = one.begin == amount.end + 1 && find_cue(s, Cue::and_word, amount.end, one.begin);
    const bool before = amount.begin == one.end + 1 && find_cue(s, Cue::and_word, one.end, amount.begin);
    if (one.scaled && (behind || before)) mate = &one;
  }
  if (!mate) return nullptr;
  const bool first = mate->begin > amount.begin;
  const CueSpot* both = find_cue_back(s, Cue::both, std::min(amount.begin, mate->begin), noun_end);
  const std::size_t skip = first ? 0 : 1;  // the first of the two is a claim by now
  if (!both || d.claims.size() < 2 + skip) return nullptr;
  const Claim &one = d.claims[d.claims.size() - 2 - skip], &two = d.claims[d.claims.size() - 1 - skip];
  const bool flows = (one.kind == Kind::exports && two.kind == Kind::imports) || (one.kind == Kind::imports && two.kind == Kind::exports);
  return flows ? (first ? &one : &two) : nullptr;
}

bool looks_like_money(const Amount& amount) { return amount.kind == Amount::Kind::money || (amount.kind == Amount::Kind::number && amount.scaled); }

// "Total (2014): 3,52 billion USD" behind lines of exports and imports, or under a heading on trade.
void read_total(Document& d, const Sentence& s) {
  const CueSpot* word = find_cue(s, Cue::total_word, s.range.begin, s.range.begin + 4);
  if (!word || d.heading.aid || s.has(Cue::trade_noun) || s.has(Cue::export_noun) || s.has(Cue::import_noun)) return;
  std::uint32_t colon = word->end;
  while (colon < s.range.end && colon - word->end <= 8 && !d.tokens[colon].is(TokenKind::colon)) ++colon;
  if (colon >= s.range.end || !d.tokens[colon].is(TokenKind::colon)) return;
  bool exports = false, imports = false;
  std::size_t back = 0;
  for (auto one = d.claims.rbegin(); one != d.claims.rend() && back < 3; ++one, ++back) {
    exports = exports || one->kind == Kind::exports;
    imports = imports || one->kind == Kind::imports;
  }
  if (!(exports && imports) && !d.heading.trade) return;
  for (const Amount& amount : s.amounts) {
    if (!looks_like_money(amount) || amount.begin != colon + 1) continue;
    Claim& claim = d.add(Kind::trade_total, trimmed({word->begin, amount.end}, amount, 16));
    d.set_amount(claim, amount);
    if (claim.currency.empty()) claim.currency = d.last_currency;
    fill_pair(d, claim, Side::none);
    claim.period = d.heading.period.empty() ? d.last_trade_period : d.heading.period;
    for (const When& when : s.dates) {
      if (when.end <= colon && when.begin >= word->end) claim.period = when.text();
    }
    return;
  }
}

}  // namespace

void read_trade(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  if (s.has(Cue::total_word)) read_total(d, s);
  const bool any = s.has(Cue::trade_noun) || s.has(Cue::export_noun) || s.has(Cue::import_noun) || s.has(Cue::sell_verb) || s.has(Cue::buy_verb);
  if (!any) return;
  std::uint32_t last_currency = 0;
  Kind last_kind = Kind::other;
  Side last_side = Side::none;
  for (const Amount& amount : s.amounts) {
    if (!looks_like_money(amount) || is_quantity(d, s, amount)) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    Anchor anchor = anchor_of(d, s, amount, clause);
    const bool beyond = !anchor.cue;  // "Peru's exports to Norway, however, were only 26 million"
    if (beyond) anchor = anchor_of(d, s, amount, s.range);
    if (!anchor.cue) continue;
    if (anchor.balance || has_cue(s, Cue::invest_noun, {anchor.cue->end, amount.begin}) || has_cue(s, Cue::aid_noun, {anchor.cue->end, amount.begin}) || has_cue(s, Cue::credit_noun, {anchor.cue->end, amount.begin})) continue;
    // "trade in goods and services" is no part of it; "exports of copper" is.
    if (is_part(d, s, anchor, amount)) continue;
    const bool worth = amount.end + 1 < s.range.end && d.of(amount.end) == "worth" && d.of(amount.end + 1) == "of";
    if (worth && has_cue(s, Cue::goods_subset, {amount.end, std::min(clause.end, amount.end + 5)})) continue;  // "bought $5 billion worth of weapons"
    if (find_cue_back(s, Cue::project_noun, amount.begin, anchor.cue->end)) continue;
    // Regional totals and third countries at the noun.
    bool third = false;
    const Spot around{anchor.cue->begin > clause.begin + 4 ? anchor.cue->begin - 4 : clause.begin, std::min(amount.begin, anchor.cue->end + 8)};
    pair_in(d, around, third);
    bool region = false;
    for (const CueSpot& cue : s.cues) {
      const bool other = cue.cue == Cue::region || cue.cue == Cue::org;
      if (!other || cue.begin < anchor.cue->end || cue.begin >= amount.begin) continue;
      if (std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin < cue.end && cue.begin < one.end; })) continue;  // the Africa of "South Africa"
      for (const Cue way : {Cue::with_word, Cue::to_word, Cue::from_word}) {
        const CueSpot* led = find_cue_back(s, way, cue.begin, std::max(anchor.cue->end, cue.begin - std::min(cue.begin, 3u)) - 1);
        region = region || (way == Cue::with_word && cue.cue == Cue::region && find_cue_back(s, way, cue.begin, anchor.cue->end)) || (led && d.grammar.language == "en");
      }
    }
    const Turn turn = turn_of(d, s, amount, *anchor.cue);
    if (turn.noun) anchor.cue = turn.noun, anchor.kind = *kind_of(turn.noun->cue);
    for (std::uint32_t i = anchor.cue->end; i + 2 < amount.begin && i < anchor.cue->end + 2; ++i) region = region || (d.of(i) == "with" && one_of(d.of(i + 2), {"region", "continent", "bloc"}));
    if (third || region || is_of_others(d, s, *anchor.cue, amount, anchor.kind == Kind::trade_total)) continue;
    // "The European Union as a whole took goods …": not one of the two, but a party with a name.
    const CueSpot* party = anchor.cue->cue == Cue::buy_verb ? find_cue_back(s, Cue::org, anchor.cue->begin, clause.begin) : nullptr;
    for (const Mention& one : d.mentions) {
      if (party && one.begin >= party->end && one.end <= anchor.cue->begin) party = nullptr;
    }
    Side side = exporter(d, s, anchor, beyond ? d.grammar.language == "en" ? s.range : clause_of(d, s, anchor.cue->begin) : clause, amount);
    if (turn.side != Side::none) side = turn.side;
    if (side == Side::third) continue;
    Kind kind = anchor.kind;
    // "exports between the two countries": what both sell
    if (d.grammar.language == "en" && anchor.cue->end < s.range.end && s.cue_at(anchor.cue->end, Cue::between)) kind = Kind::trade_total, side = Side::none;
    const Claim* ordered = told_in_order(d, s, amount, anchor.cue->end);
    if (ordered) kind = ordered->kind, side = ordered->subject == d.code(Side::first) ? Side::first : Side::second;
    const bool said = Document::is_pair(side);
    const Claim* ranked = nullptr;
    if (kind != Kind::trade_total) {
      // "against USD 78 million in the other direction"
      if (has_cue(s, Cue::reverse, {amount.begin, std::min(clause.end, amount.end + 6)}) && Document::is_pair(last_side)) side = Document::other(last_side);
      ranked = side == Side::none && !Document::is_pair(d.own) && d.mentions.empty() ? rank_before(d) : nullptr;
      if (ranked) side = d.side_of_code(ranked->object);
      if (side == Side::none) side = Document::is_pair(d.own) ? d.own : Document::is_pair(d.heading.alone) ? d.heading.alone : last_kind == kind ? last_side : last_kind != Kind::other && kind != last_kind ? last_side : Side::none;
      if (side == Side::none) side = first_of_both(d, s);
      if (side == Side::none) side = d.last_subject;
      if (!Document::is_pair(side)) side = side_told(d, kind);
      if (!Document::is_pair(side)) continue;
    }
    Spot quote = amount;
    if (amount.begin - std::min(amount.begin, anchor.cue->end) <= 10 && anchor.cue->end <= amount.begin) quote = span(*anchor.cue, amount);
    std::string period = period_of(d, s, amount, clause);
    if (period.empty() && ranked) period = ranked->period;
    if (period.empty() && kind != Kind::trade_total && Document::is_pair(side) && !s.has(Cue::this_year)) period = d.last_trade_period;
    for (const When& when : s.dates) {
      if (when.begin >= quote.end && when.begin - quote.end <= 2) {
        quote.end = when.end;
        break;
      }
    }
    Claim& claim = d.add(kind, trimmed(quote, amount, 16));
    d.set_amount(claim, amount);
    if (claim.currency.empty() && !amount.currency && last_currency) claim.currency = d.grammar.texts[last_currency].size() > 3 ? d.currency_of_pair(d.grammar.texts[last_currency]) : d.grammar.texts[last_currency];
    if (claim.currency.empty() && !amount.currency && amount.scaled) claim.currency = d.last_currency;
    d.last_currency = claim.currency;
    fill_pair(d, claim, kind == Kind::trade_total ? Side::none : side);
    if (party && kind == Kind::imports) {
      claim.object = d.code(Document::other(side));
      for (const Mention& one : d.mentions) {
        if (one.begin < anchor.cue->end || !Document::is_pair(one.side)) continue;
        claim.object = d.code(one.side);
        break;
      }
      claim.subject = d.grammar.texts[party->data];
      claim.scope = claim.subject;
    }
    claim.period = period;
    if (kind != Kind::trade_total && !said && claim.note.empty()) claim.note = "side not said";
    // A bare sum far from the noun that it is read with: enough to look it up, too little to call it another's.
    if (claim.note.empty() && quote.begin == amount.begin) claim.note = "elliptic";
    if (planned_near(s, amount.begin, clause) || is_target(d, s, *anchor.cue, amount.begin)) claim.status = "planned";
    // "to US$15 billion (RM63 billion)": the same sum again
    if (d.claims.size() >= d.sentence_claims + 2 && amount.begin > s.range.begin + 1 && d.tokens[amount.begin - 1].is(TokenKind::open)) {
      const Claim& before = d.claims[d.claims.size() - 2];
      if (before.kind == kind && before.plain.end + 2 >= d.tokens[amount.begin - 1].begin) claim.status = before.status;
    }
    // "230 million in 2016 and 2017": each of the two years
    const When* second = nullptr;
    for (std::size_t i = 0; i + 1 < s.dates.size(); ++i) {
      const bool pair = s.dates[i].begin >= amount.end && s.dates[i].begin - amount.end <= 2 && s.dates[i + 1].begin == s.dates[i].end + 1 && s.cue_at(s.dates[i].end, Cue::and_word) && s.dates[i].text() == claim.period && !s.dates[i + 1].month;
      const bool next = std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return looks_like_money(one) && one.begin >= s.dates[i + 1].end && one.begin - s.dates[i + 1].end <= 4; });
      if (pair && !next) second = &s.dates[i + 1];
    }
    const bool planned = claim.status == "planned";
    if (second) {  // The claim itself may move when another comes behind it.
      Claim again = claim;
      again.period = second->text();
      again.plain = {d.tokens[second->begin].begin, d.tokens[second->end - 1].end};
      d.claims.push_back(std::move(again));
    }
    if (amount.currency) last_currency = amount.currency;
    last_kind = kind;
    last_side = side;
    // "up 36 percent from $497 million in 2003": what went before is not what follows is of
    const bool base = amount.begin > s.range.begin && (s.cue_at(amount.begin - 1, Cue::from_word) || is_compared(d, std::max(s.range.begin, amount.begin - std::min(amount.begin, 7u)), amount.begin)) && d.claims.size() >= d.sentence_claims + 2;
    if (!planned && !base) d.last_trade_period = d.claims.back().period, d.last_trade_block = d.blocks;
  }
  // "India's main exports to Mexico include: cars": goods without a sum.
  if (!s.has(Cue::main_goods)) return;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::export_noun && cue.cue != Cue::import_noun) continue;
    const CueSpot* goods = find_cue(s, Cue::main_goods, cue.end, std::min(cue.end + 10, clause_of(d, s, cue.begin).end));
    if (!goods || !lists_goods(d, s, *goods) || find_cue(s, Cue::partner_noun, cue.begin, cue.end + 1) || std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return looks_like_money(one) && one.begin >= cue.end && one.begin <= goods->end + 4; })) continue;
    Anchor anchor{&cue, cue.cue == Cue::export_noun ? Kind::exports : Kind::imports, false};
    const Side side = exporter(d, s, anchor, {std::max(s.range.begin, cue.begin > 6 ? cue.begin - 6 : 0), goods->begin});
    if (!Document::is_pair(side)) continue;
    const auto said = [&](const Claim& one) { return one.kind == anchor.kind && one.plain.overlaps({d.tokens[cue.begin].begin, d.tokens[goods->end - 1].end}); };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), said)) continue;
    Claim& claim = d.add(anchor.kind, {std::max(s.range.begin, cue.begin >= 3 ? cue.begin - 3 : 0), goods->end});
    fill_pair(d, claim, side);
    claim.unit = "goods";
    claim.period = goods_period(d, s, cue, goods->end);
  }
}

}  // namespace comity::claims
