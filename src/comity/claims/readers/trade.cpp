// Trade: totals, exports, imports, growth, shares and ranks. A sum belongs to the nearest noun or verb of trade before it
// in its clause; goods subsets, regional totals and balances are not the pair's trade.
#include <algorithm>
#include <cmath>

#include "comity/claims/readers/readers.hpp"

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

// The noun a sum hangs on: the last before it, or one right behind it ("690 Mio. USD Ausfuhren", "$5 bn in exports").
Anchor anchor_of(const Document& d, const Sentence& s, const Amount& amount, Spot clause) {
  Anchor out;
  for (const CueSpot& cue : s.cues) {
    const bool balance = cue.cue == Cue::balance_noun;
    const auto kind = kind_of(cue.cue);
    if (!kind && !balance) continue;
    if (cue.begin < clause.begin || cue.begin >= clause.end) continue;
    if (cue.end <= amount.begin) {
      if (amount.begin - cue.end > 40) continue;
      // A longer phrase that begins earlier holds ("trade deficit").
      if (out.cue && out.cue->begin <= cue.begin && out.cue->end >= cue.end && !balance) continue;
      out = {&cue, kind.value_or(Kind::other), balance};
    } else if (cue.begin >= amount.end && cue.begin - amount.end <= 2) {
      const bool own = cue.begin == amount.end || find_cue(s, Cue::in_word, amount.end, cue.begin) || find_cue(s, Cue::of_word, amount.end, cue.begin) || d.of(amount.end) == "worth" || (amount.begin > s.range.begin && d.of(amount.begin - 1) == "which" && find_cue(s, Cue::have, amount.end, amount.end + 1));
      if (own && (!out.cue || d.tokens[amount.begin - 1].is(TokenKind::comma) || cue.begin == amount.end || d.of(amount.begin - 1) == "which")) out = {&cue, kind.value_or(Kind::other), balance};
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

// Who exports: a demonym or name at the noun, "from X", "to Y"; the subject before a verb.
Side exporter(const Document& d, const Sentence& s, const Anchor& anchor, Spot clause) {
  const CueSpot& cue = *anchor.cue;
  Side from = Side::none, to = Side::none;
  // A verb's subject is a name; an adjective between belongs to the goods ("imported British goods and exported …").
  const bool verb = cue.cue == Cue::sell_verb || cue.cue == Cue::buy_verb;
  bool named = false;
  for (const Mention& one : d.mentions) named = named || (one.begin >= clause.begin && one.end <= cue.begin && one.form != NameForm::adjective && one.side != Side::both);
  // What stands behind the next noun of trade belongs to that.
  std::uint32_t limit = clause.end;
  for (const CueSpot& next : s.cues) {
    if ((next.cue == Cue::export_noun || next.cue == Cue::import_noun) && next.begin >= cue.end) limit = std::min(limit, next.begin);
  }
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.begin >= limit || one.side == Side::both) continue;
    if (verb && named && one.form == NameForm::adjective) continue;
    const CueSpot* to_cue = find_cue_back(s, Cue::to_word, one.begin, one.begin >= 3 ? one.begin - 3 : 0);
    const CueSpot* from_cue = find_cue_back(s, Cue::from_word, one.begin, one.begin >= 3 ? one.begin - 3 : 0);
    const CueSpot* in_cue = find_cue_back(s, Cue::in_word, one.begin, one.begin >= 2 ? one.begin - 2 : 0);
    if (one.begin >= cue.end && one.begin - cue.end <= 12) {
      if (to_cue && one.begin - to_cue->end <= 1) to = one.side;
      else if (from_cue && one.begin - from_cue->end <= 1) from = one.side;
      else if (in_cue && d.grammar.language == "de" && one.begin - in_cue->end <= 1) to = one.side;
    } else if (one.end <= cue.begin && cue.begin - one.end <= (verb ? 20u : 8u)) {
      if (verb && anchor.kind == Kind::imports && ((to_cue && one.begin - to_cue->end <= 1) || (from_cue && one.begin - from_cue->end <= 1))) continue;  // "exported … to Peru and imported"
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

std::string period_of(const Document& d, const Sentence& s, const Amount& amount, Spot clause, std::string* note = nullptr) {
  const When* best = nullptr;
  std::uint32_t cost_best = ~0u;
  for (const When& when : s.dates) {
    std::uint32_t cost;
    if (when.begin >= amount.end) {
      cost = when.begin - amount.end;
      bool other_amount = false;
      for (const Amount& one : s.amounts) other_amount = other_amount || (one.begin >= amount.end && one.end <= when.begin && one.kind == Amount::Kind::money);
      if (other_amount) cost += 12;
      // "237 million, 2014 only 166 million": behind a comma the date belongs to the next sum.
      if (d.tokens[amount.end].is(TokenKind::comma) && when.begin == amount.end + 1) {
        for (const Amount& one : s.amounts) cost += one.begin >= when.end && one.begin - when.end <= 4 ? 8 : 0;
      }
      if (cost > 14) continue;
    } else {
      cost = amount.begin >= when.end ? (amount.begin - when.end) / 2 + 3 : 3;
      // A date between this sum and the one before belongs to the latter when it stands right behind it.
      for (const Amount& one : s.amounts) {
        if (one.end <= when.begin && when.begin - one.end <= 2 && one.kind == Amount::Kind::money && one.end < amount.begin && !d.tokens[one.end].is(TokenKind::comma)) cost += 6;
      }
    }
    if (when.begin < clause.begin || when.begin >= clause.end) cost += 6;
    if (cost < cost_best) best = &when, cost_best = cost;
  }
  if (!best) return d.heading.period;
  if (note && best->from_reference) *note = "relative year";
  When at = *best;
  at.since = at.until = false;
  return at.text();
}

void fill_pair(const Document& d, Claim& claim, Side first) {
  const Side from = Document::is_pair(first) ? first : d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
  claim.subject = d.code(from);
  claim.object = d.code(Document::other(from));
}

bool planned_near(const Sentence& s, std::uint32_t at, Spot clause) {
  const CueSpot* plan = find_cue_back(s, Cue::plan, at, clause.begin);
  return plan && at - plan->end <= 9;
}

bool looks_like_money(const Amount& amount) { return amount.kind == Amount::Kind::money || (amount.kind == Amount::Kind::number && amount.scaled); }

}  // namespace

void read_trade(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  const bool any = s.has(Cue::trade_noun) || s.has(Cue::export_noun) || s.has(Cue::import_noun) || s.has(Cue::sell_verb) || s.has(Cue::buy_verb);
  if (!any) return;
  std::uint32_t last_currency = 0;
  Kind last_kind = Kind::other;
  Side last_side = Side::none;
  for (const Amount& amount : s.amounts) {
    if (!looks_like_money(amount)) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    Anchor anchor = anchor_of(d, s, amount, clause);
    if (!anchor.cue) anchor = anchor_of(d, s, amount, s.range);
    if (!anchor.cue) continue;
    if (anchor.balance || has_cue(s, Cue::invest_noun, {anchor.cue->end, amount.begin}) || has_cue(s, Cue::aid_noun, {anchor.cue->end, amount.begin}) || has_cue(s, Cue::credit_noun, {anchor.cue->end, amount.begin})) continue;
    if (has_cue(s, Cue::goods_subset, {anchor.cue->begin, amount.begin})) continue;
    if (find_cue_back(s, Cue::project_noun, amount.begin, anchor.cue->end)) continue;
    // Regional totals and third countries at the noun.
    bool third = false;
    const Spot around{anchor.cue->begin > clause.begin + 4 ? anchor.cue->begin - 4 : clause.begin, std::min(amount.begin, anchor.cue->end + 8)};
    pair_in(d, around, third);
    bool region = false;
    for (const CueSpot& cue : s.cues) {
      if (cue.cue == Cue::region && cue.begin >= anchor.cue->end && cue.begin < amount.begin && find_cue_back(s, Cue::with_word, cue.begin, anchor.cue->end)) region = true;
    }
    if (third || region) continue;
    Side side = exporter(d, s, anchor, clause);
    if (side == Side::third) continue;
    Kind kind = anchor.kind;
    if (kind != Kind::trade_total) {
      // "against USD 78 million in the other direction"
      if (has_cue(s, Cue::reverse, {amount.begin, std::min(clause.end, amount.end + 6)}) && Document::is_pair(last_side)) side = Document::other(last_side);
      if (side == Side::none) side = Document::is_pair(d.heading.alone) ? d.heading.alone : last_kind == kind ? last_side : last_kind != Kind::other && kind != last_kind ? last_side : d.last_subject;
      if (!Document::is_pair(side)) continue;
    }
    Spot quote = amount;
    if (amount.begin - std::min(amount.begin, anchor.cue->end) <= 10 && anchor.cue->end <= amount.begin) quote = span(*anchor.cue, amount);
    std::string period = period_of(d, s, amount, clause);
    if (period.empty() && kind != Kind::trade_total && Document::is_pair(side)) period = d.last_trade_period;
    for (const When& when : s.dates) {
      if (when.begin >= quote.end && when.begin - quote.end <= 2) {
        quote.end = when.end;
        break;
      }
    }
    Claim& claim = d.add(kind, trimmed(quote, amount, 16));
    d.set_amount(claim, amount);
    if (claim.currency.empty() && last_currency) claim.currency = d.grammar.texts[last_currency];
    fill_pair(d, claim, kind == Kind::trade_total ? Side::none : side);
    claim.period = period;
    if (planned_near(s, amount.begin, clause)) claim.status = "planned";
    if (amount.currency) last_currency = amount.currency;
    last_kind = kind;
    last_side = side;
    if (claim.status != "planned") d.last_trade_period = d.claims.back().period;
  }
  // "India's main exports to Mexico include: cars": goods without a sum.
  if (!s.has(Cue::main_goods)) return;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::export_noun && cue.cue != Cue::import_noun) continue;
    const CueSpot* goods = find_cue(s, Cue::main_goods, cue.end, cue.end + 10);
    if (!goods) continue;
    Anchor anchor{&cue, cue.cue == Cue::export_noun ? Kind::exports : Kind::imports, false};
    const Side side = exporter(d, s, anchor, {std::max(s.range.begin, cue.begin > 6 ? cue.begin - 6 : 0), goods->begin});
    if (!Document::is_pair(side)) continue;
    const auto said = [&](const Claim& one) { return one.kind == anchor.kind && one.plain.overlaps({d.tokens[cue.begin].begin, d.tokens[goods->end - 1].end}); };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), said)) continue;
    Claim& claim = d.add(anchor.kind, {std::max(s.range.begin, cue.begin >= 3 ? cue.begin - 3 : 0), goods->end});
    fill_pair(d, claim, side);
    claim.unit = "goods";
  }
}

namespace {

// Growth stands with a percent and a verb of growing near a noun of trade.
void read_growth(Document& d, const Sentence& s) {
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::percent) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    const CueSpot* verb = find_cue_back(s, Cue::grow_verb, amount.begin, clause.begin);
    const CueSpot* fall = find_cue_back(s, Cue::fall_verb, amount.begin, clause.begin);
    if (fall && (!verb || fall->begin > verb->begin)) verb = fall;
    if (!verb || amount.begin - verb->end > 4) {
      verb = find_cue(s, Cue::grow_verb, amount.end, amount.end + 2);
      if (!verb) verb = fall = find_cue(s, Cue::fall_verb, amount.end, amount.end + 2);
      if (!verb) continue;
    }
    const CueSpot* noun = find_cue_back(s, Cue::trade_noun, std::max(verb->begin, amount.begin), clause.begin);
    if (!noun) noun = find_cue_back(s, Cue::trade_noun, s.range.end, s.range.begin);
    if (!noun) continue;
    if (const CueSpot* exp = find_cue_back(s, Cue::export_noun, amount.begin, noun->end); exp) continue;
    if (has_cue(s, Cue::student_noun, clause) || has_cue(s, Cue::tourist_noun, clause)) continue;
    Spot quote = span(*verb, amount);
    if (verb->begin >= noun->end && verb->begin - noun->end <= 4) quote = span(*noun, quote);
    Claim& claim = d.add(Kind::trade_growth, trimmed(quote, amount, 14));
    claim.number = verb == fall ? -amount.value : amount.value;
    claim.tolerance = amount.tolerance;
    claim.unit = "percent";
    claim.hedge = amount.hedge;
    claim.period = period_of(d, s, amount, clause);
    fill_pair(d, claim, Side::none);
  }
  for (const CueSpot& verb : s.cues) {
    const bool halve = verb.cue == Cue::halve_verb, times = verb.cue == Cue::double_verb, level = verb.cue == Cue::crisis_level;
    const bool fall = verb.cue == Cue::fall_verb;
    if (!halve && !times && !level && !fall) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    if (!has_cue(s, Cue::trade_noun, {s.range.begin, std::max(verb.begin, s.range.begin)})) continue;
    const When* when = nullptr;
    for (const When& one : s.dates) {
      if (one.begin >= verb.end && one.begin - verb.end <= 4) {
        when = &one;
        break;
      }
    }
    if (!when) continue;
    bool has_number = false;
    for (const Amount& one : s.amounts) has_number = has_number || ((one.kind != Amount::Kind::ordinal) && (one.scaled || one.kind != Amount::Kind::number) && one.begin >= verb.end && one.begin - verb.end <= 4);
    if (has_number) continue;
    Claim& claim = d.add(Kind::trade_growth, {verb.begin, when->end});
    fill_pair(d, claim, Side::none);
    When at = *when;
    at.since = false;
    claim.period = at.text();
    if (halve) claim.number = -50, claim.unit = "percent";
    else if (times) claim.number = std::atof(d.grammar.texts[verb.data].c_str()), claim.unit = "times";
    else if (level) claim.word = "near pre-crisis level", claim.hedge = "lt";
    else claim.word = "decline";
    (void)clause;
  }
}

}  // namespace

void read_trade_ranks(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  if (s.has(Cue::trade_noun) || s.has(Cue::crisis_level)) read_growth(d, s);
  // "A is B's fourth-largest trading partner", "ranked fourth among B's partners", "auf Platz 6 der Lieferanten"
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::partner_noun) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const Amount* rank = nullptr;
    for (const Amount& one : s.amounts) {
      const bool ordinal = one.kind == Amount::Kind::ordinal;
      const bool number = one.kind == Amount::Kind::number && find_cue_back(s, Cue::superlative, one.begin, one.begin >= 2 ? one.begin - 2 : 0);
      if (!ordinal && !number) continue;
      if ((one.end <= noun.begin && noun.begin - one.end <= 6)) rank = &one;
    }
    const CueSpot* best = find_cue_back(s, Cue::superlative, noun.begin, clause.begin);
    if (best && noun.begin - best->end > 4) best = nullptr;
    if (!rank && !best) continue;
    if (rank && !best && rank->kind == Amount::Kind::ordinal && noun.begin - rank->end > 5) continue;
    Side subject = Side::none, object = Side::none;
    StateId subject_state, object_state;
    for (const Mention& one : d.mentions) {
      if (one.form == NameForm::city) continue;
      const bool owner = (one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive)) || (one.begin >= noun.end && one.begin - noun.end <= 5 && (find_cue_back(s, Cue::of_word, one.begin, noun.end) || find_cue_back(s, Cue::for_word, one.begin, noun.end))) || (one.form == NameForm::adjective && one.end + 6 >= noun.begin && one.end <= noun.begin);
      if (owner && one.end + 8 >= (rank ? std::min(rank->begin, noun.begin) : noun.begin)) object = one.side, object_state = one.state;
      else if (one.end <= noun.begin || (one.begin >= noun.end && subject == Side::none && !owner)) subject = one.side, subject_state = one.state;
    }
    if (subject == Side::both) continue;
    if (subject == Side::none && Document::is_pair(object)) subject = Document::other(object);
    if (object == Side::none && Document::is_pair(subject)) object = Document::other(subject);
    if (subject == object || (!Document::is_pair(subject) && !Document::is_pair(object))) continue;
    if (subject == Side::none || object == Side::none) continue;
    const Spot first = rank ? static_cast<Spot>(*rank) : static_cast<Spot>(*best);
    Claim& claim = d.add(Kind::trade_share, trimmed(span(first, noun), first, 12));
    claim.number = rank ? rank->value : 1;
    claim.unit = "rank";
    claim.subject = Document::is_pair(subject) ? d.code(subject) : d.grammar.code(subject_state);
    claim.object = Document::is_pair(object) ? d.code(object) : d.grammar.code(object_state);
    if (!Document::is_pair(subject) || !Document::is_pair(object)) claim.scope = "third country";
    const When* when = date_for(d, s, noun, clause, 10);
    if (when) claim.period = when->text();
    if (find_cue_back(s, Cue::negation, noun.begin, clause.begin)) claim.polarity = "neg";
  }
  // "which is 81.3 % of Germany's trade turnover with the Central Asian countries", "3 % of exports"
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::percent) continue;
    const CueSpot* of = find_cue(s, Cue::of_word, amount.end, amount.end + 2);
    if (!of) continue;
    const CueSpot* noun = nullptr;
    for (const Cue cue : {Cue::trade_noun, Cue::export_noun, Cue::import_noun}) {
      const CueSpot* found = find_cue(s, cue, of->end, of->end + 7);
      if (found && (!noun || found->begin < noun->begin)) noun = found;
    }
    if (!noun) continue;
    Side owner = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.begin >= of->end && one.end <= noun->begin && Document::is_pair(one.side)) owner = one.side;
    }
    const CueSpot* with = find_cue(s, Cue::with_word, noun->end, noun->end + 2);
    Spot quote{amount.begin, noun->end};
    if (with) {
      quote.end = std::min(s.range.end, with->end + 4);
      while (quote.end > with->end && !d.tokens[quote.end - 1].is_word()) --quote.end;
    }
    Claim& claim = d.add(Kind::trade_share, trimmed(quote, amount, 16));
    claim.number = amount.value;
    claim.tolerance = amount.tolerance;
    claim.unit = "percent";
    claim.hedge = amount.hedge;
    // A's share in B's imports is A's as a supplier; a share of B's exports or trade is B's.
    fill_pair(d, claim, noun->cue == Cue::import_noun ? Document::other(owner) : owner);
    const Mention* subject = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.end <= amount.begin && one.begin >= clause_of(d, s, amount.begin).begin && one.form != NameForm::adjective) subject = &one;
    }
    if (subject && subject->side == Side::third && Document::is_pair(owner)) {
      const bool imports = noun->cue == Cue::import_noun;
      claim.subject = imports ? d.grammar.code(subject->state) : d.code(owner);
      claim.object = imports ? d.code(owner) : d.grammar.code(subject->state);
      claim.scope = "third country";
    }
    claim.denominator = d.of(Spot{of->end, quote.end});
    const When* when = date_for(d, s, amount, clause_of(d, s, amount.begin), 16);
    if (when) claim.period = when->text();
  }
}

}  // namespace comity::claims
