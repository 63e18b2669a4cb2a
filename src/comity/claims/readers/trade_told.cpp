// Trade without a sum, in English: "Peru mainly exports fish oil to Norway", "Norwegian exports consist chiefly of …", "copper makes up the
// bulk of imports from Peru", "trade has grown steadily".
#include <algorithm>

#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/readers/trade_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

enum class Flow { none, sells, buys };

Flow flow_of(std::string_view word) {
  if (one_of(word, {"exports", "export", "exporting", "exported", "sells", "sold", "selling", "supplies", "ships", "shipped"})) return Flow::sells;
  if (one_of(word, {"imports", "import", "importing", "imported", "buys", "bought", "purchases", "purchased", "buying"})) return Flow::buys;
  return Flow::none;
}

bool has_sum(const Sentence& s, Spot where) {
  return std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) {
    const bool sum = one.kind == Amount::Kind::money || one.kind == Amount::Kind::percent || (one.kind == Amount::Kind::number && one.scaled);
    return sum && one.begin >= where.begin && one.end <= where.end;
  });
}

bool has_money(const Sentence& s, Spot where) {
  return std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return (one.kind == Amount::Kind::money || (one.scaled && one.kind == Amount::Kind::number)) && one.begin >= where.begin && one.end <= where.end; });
}

// Goods follow: a word that is none of the small words that follow the noun.
bool goods_at(const Document& d, const Sentence& s, std::uint32_t i) {
  if (i >= s.range.end || !d.tokens[i].is_word()) return false;
  for (const Cue cue : {Cue::to_word, Cue::in_word, Cue::from_word, Cue::of_word, Cue::for_word, Cue::with_word, Cue::and_word, Cue::on_word, Cue::by_word, Cue::have, Cue::level_verb, Cue::grow_verb, Cue::fall_verb, Cue::main_goods, Cue::but, Cue::plan, Cue::since, Cue::export_noun, Cue::import_noun, Cue::trade_noun, Cue::partner_noun, Cue::treaty_noun}) {
    if (s.cue_at(i, cue)) return false;
  }
  return !one_of(d.of(i), {"that", "which", "can", "could", "may", "might", "should", "also", "than", "worth", "valued", "totalled", "sector", "market", "markets", "duty", "duties", "tariffs", "credit", "it", "its", "as", "the", "abroad", "nothing", "little", "few", "worldwide", "globally", "overseas"});
}

bool said_before(const Document& d, Kind kind, Side side, Spot where) {
  const Range here{d.tokens[where.begin].begin, d.tokens[where.end - 1].end};
  return std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.kind == kind && (one.subject == d.code(side) || one.plain.overlaps(here)); });
}

void add_goods(Document& d, const Sentence& s, Flow flow, Side trader, Spot quote, Spot anchor, Spot clause) {
  const Kind kind = flow == Flow::sells ? Kind::exports : Kind::imports;
  if (said_before(d, kind, trader, quote)) return;
  const CueSpot* plan = find_cue_back(s, Cue::plan, anchor.begin, clause.begin);
  std::string period = told_period(d, s, anchor, clause, 12);
  if (period.empty()) period = goods_period(d, s, anchor, quote.end);
  Claim& claim = d.add(kind, trimmed(quote, anchor, 12));
  fill_pair(d, claim, trader);
  claim.unit = "goods";
  claim.period = std::move(period);
  if (plan && anchor.begin - plan->end <= 4) claim.status = "planned";
  if (is_denied(s, anchor.begin, clause)) claim.polarity = "neg";
}

// "Coffee is exported from Peru to Norway", "imported into Peru from Norway", "products exported by Peru to Norway"
bool read_passive(Document& d, const Sentence& s, Flow flow, std::uint32_t verb) {
  if (!one_of(d.of(verb), {"exported", "imported", "shipped", "sold"}) || verb < s.range.begin + 2 || !one_of(d.of(verb - 1), {"is", "are", "was", "were", "been", "being", "also", "mainly"})) return false;
  const Spot clause = clause_of(d, s, verb);
  if (has_money(s, clause)) return false;
  Side from = Side::none, to = Side::none;
  for (const Mention& one : d.mentions) {
    if (one.form != NameForm::name || one.begin < verb || one.begin - verb > 9 || one.begin >= clause.end) continue;
    if (led_by(d, s, one, Cue::from_word) || (flow == Flow::sells && led_by(d, s, one, Cue::by_word))) from = one.side;
    if (led_by(d, s, one, Cue::to_word) || led_by(d, s, one, Cue::in_word) || (flow == Flow::buys && led_by(d, s, one, Cue::by_word))) to = one.side;
  }
  if (!Document::is_pair(from) || to != Document::other(from)) return false;
  add_goods(d, s, flow, flow == Flow::sells ? from : to, {verb - 1, verb + 1}, {verb, verb + 1}, clause);
  return true;
}

// "Vietnam exports rice and coal to Cuba"
void read_plain_verbs(Document& d, const Sentence& s) {
  for (const CueSpot& cue : s.cues) {
    const bool exports = cue.cue == Cue::export_noun && d.of(cue) == "exports", imports = cue.cue == Cue::import_noun && d.of(cue) == "imports";
    if ((!exports && !imports) || cue.end + 2 >= s.range.end || !d.tokens[cue.end].is_word() || d.tokens[cue.end].word != 0) continue;
    const Spot clause = clause_of(d, s, cue.begin);
    const Mention* who = nullptr;
    const Mention* whom = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.end == cue.begin && one.form == NameForm::name && Document::is_pair(one.side)) who = &one;
      const CueSpot* way = one.begin > cue.end ? find_cue(s, exports ? Cue::to_word : Cue::from_word, one.begin - 1, one.begin) : nullptr;
      if (who && !whom && way && one.begin < clause.end && one.side == Document::other(who->side)) whom = &one;
    }
    const bool sum = std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return (one.kind == Amount::Kind::money || (one.kind == Amount::Kind::number && one.scaled)) && one.begin >= cue.end && one.begin < clause.end; });
    if (!who || !whom || sum) continue;
    Claim& claim = d.add(exports ? Kind::exports : Kind::imports, trimmed({who->begin, cue.end + 1}, cue, 6));
    fill_pair(d, claim, who->side);
    claim.unit = "goods";
  }
}

// "Peru mainly exports fishmeal to Norway while importing machinery", "it buys paper from Norway"
void read_verbs(Document& d, const Sentence& s) {
  Side last = Side::none;
  for (std::uint32_t i = s.range.begin; i + 1 < s.range.end; ++i) {
    const Flow flow = d.tokens[i].capital || !d.tokens[i].is_word() ? Flow::none : flow_of(d.of(i));
    if (flow == Flow::none) continue;
    if (i > s.range.begin && (one_of(d.of(i - 1), {"its", "their", "our", "the"}) || d.tokens[i - 1].is(TokenKind::possessive))) continue;  // "its import sources"
    if (read_passive(d, s, flow, i)) continue;
    const Spot clause = clause_of(d, s, i);
    const bool gerund = d.of(i).ends_with("ing");
    std::uint32_t at = i + 1;
    Side to = Side::none;
    for (const Mention& one : d.mentions) {  // "supplies Norway with fish oil"
      if (d.of(i) == "supplies" && one.begin == at && one.form == NameForm::name && at + 1 < s.range.end && s.cue_at(one.end, Cue::with_word)) to = one.side, at = one.end + 1;
    }
    if (d.of(i) == "supplies" && to == Side::none) continue;
    for (const Mention& one : d.mentions) {  // "imports from Norway machines and paper", "exports to Norway mainly fish oil"
      const bool way = one.form == NameForm::name && one.begin >= at + 1 && one.begin <= at + 2 && led_by(d, s, one, flow == Flow::sells ? Cue::to_word : Cue::from_word) && s.cue_at(at, flow == Flow::sells ? Cue::to_word : Cue::from_word);
      if (way && to == Side::none && Document::is_pair(one.side)) to = one.side, at = one.end;
    }
    if (to != Side::none && s.cue_at(at, Cue::main_goods) && d.of(i) != "supplies") at = find_cue(s, Cue::main_goods, at, at + 1)->end;
    if (!goods_at(d, s, at) || has_money(s, {i, clause.end})) continue;
    Side who = Side::none;
    std::uint32_t from = i;
    for (const Mention& one : d.mentions) {
      if (one.end > i || one.form != NameForm::name || i - one.end > 3) continue;
      bool near = true;
      for (std::uint32_t k = one.end; k < i; ++k) near = near && d.tokens[k].is_word() && !d.tokens[k].capital && (d.of(k).ends_with("ly") || one_of(d.of(k), {"also", "has", "had", "have", "in", "turn", "both"}));
      const bool led = led_by(d, s, one, Cue::of_word) || led_by(d, s, one, Cue::with_word) || led_by(d, s, one, Cue::to_word);
      if (near && !led) who = one.side, from = one.begin;
    }
    if (who == Side::none && (gerund || (i > s.range.begin && s.cue_at(i - 1, Cue::and_word)))) who = last;
    if (!Document::is_pair(who)) continue;
    last = who;
    bool other = to == Document::other(who), third = false;
    for (const Mention& one : d.mentions) {
      if (one.begin < i || one.begin >= clause.end) continue;
      const bool way = led_by(d, s, one, flow == Flow::sells ? Cue::to_word : Cue::from_word);
      other = other || (way && one.side == Document::other(who));
      third = third || (way && one.side == Side::third);
    }
    const bool before = !d.claims.empty() && (d.claims.back().kind == Kind::exports || d.claims.back().kind == Kind::imports || d.claims.back().kind == Kind::trade_share || d.claims.back().kind == Kind::trade_total);
    other = other || (!third && (has_cue(s, Cue::the_country, {i, clause.end}) || ((before || d.heading.trade) && !has_third(d, s, {i, clause.end})) || (before && (gerund || speaks_of(d, s, Document::other(who), s.range)))));
    if (other && !third) add_goods(d, s, flow, who, {from, std::min(at + 1, clause.end)}, {i, i + 1}, clause);
  }
}

// Whose exports or imports a noun speaks of.
Side trader_of(const Document& d, const Sentence& s, const CueSpot& noun, Flow flow) {
  if (const Mention* own = adjective_before(d, s, noun, 4)) return own->side;
  for (const Mention& one : d.mentions) {  // "its main imports"
    if (one.reference && one.end <= noun.begin && noun.begin - one.end <= 2 && one_of(d.of(one), {"its", "Its"})) return one.side;
  }
  for (const Mention& one : d.mentions) {
    if (one.begin < noun.end || one.begin - noun.end > 3 || one.side == Side::both) continue;
    if (led_by(d, s, one, Cue::from_word)) return flow == Flow::sells || one.side == Side::third ? one.side : Document::other(one.side);
    if (led_by(d, s, one, Cue::to_word)) return flow == Flow::sells && one.side != Side::third ? Document::other(one.side) : one.side;
    if (led_by(d, s, one, Cue::of_word)) return one.side;
  }
  return Side::none;
}

// "Major items of import are machinery" behind "Peru's exports to Norway are coffee": the same one's.
Side trader_told(const Document& d, const Sentence& s, Spot noun, Spot clause) {
  constexpr std::size_t farthest = 400, most = 4;  // bytes, claims
  const bool named = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin >= clause.begin && one.begin < clause.end; });
  if (named || !find_cue(s, Cue::main_goods, noun.end, clause.end)) return Side::none;
  std::size_t seen = 0;
  for (auto told = d.claims.rbegin(); told != d.claims.rend() && seen < most; ++told, ++seen) {
    if (d.tokens[noun.begin].begin > told->plain.end + farthest) return Side::none;
    if (told->kind == Kind::exports || told->kind == Kind::imports) return d.side_of_code(told->subject);
  }
  return Side::none;
}

// "form the bulk of imports from", "account for most of Peru's exports", "Among Norwegian exports are"
bool part_before(const Document& d, const Sentence& s, std::uint32_t noun) {
  for (std::uint32_t i = noun; i-- > s.range.begin && noun - i <= 7;) {
    if (one_of(d.of(i), {"bulk", "majority", "most", "lion", "backbone", "mainstay"}) && i > s.range.begin) {
      for (std::uint32_t k = i; k-- > s.range.begin && i - k <= 4;) {
        if (one_of(d.of(k), {"form", "forms", "formed", "constitute", "constitutes", "make", "makes", "made", "account", "accounts", "accounted", "are", "is", "represent"})) return true;
      }
    }
    if (one_of(d.of(i), {"dominate", "dominates", "dominated"}) && noun - i <= 3 && d.of(i + 1) != "by") return true;
  }
  return false;
}

// "Coffee and copper are Peru's main exports", "… were among the leading imports"
bool named_before(const Document& d, const Sentence& s, std::uint32_t noun) {
  bool main = false;
  for (std::uint32_t i = noun; i-- > s.range.begin + 1 && noun - i <= 8;) {
    main = main || one_of(d.of(i), {"main", "principal", "leading", "key", "top", "major", "chief", "important", "primary", "largest", "biggest"});
    if (d.tokens[i].is(TokenKind::comma) || d.tokens[i].is(TokenKind::colon)) return false;
    if (one_of(d.of(i), {"are", "were", "remain", "remained"})) return main && d.tokens[i - 1].is_word() && !s.cue_at(i - 1, Cue::pronoun) && !one_of(d.of(i - 1), {"they", "these", "There", "there", "They", "countries", "which", "that"});
  }
  return false;
}

void read_nouns(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    const Flow flow = noun.cue == Cue::export_noun ? Flow::sells : noun.cue == Cue::import_noun ? Flow::buys : Flow::none;
    if (flow == Flow::none) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    if (has_sum(s, {noun.begin, std::min(clause.end, noun.end + 14)}) || has_cue(s, Cue::partner_noun, {noun.begin, noun.end + 2})) continue;
    Side trader = trader_of(d, s, noun, flow);
    if (trader == Side::none) trader = trader_told(d, s, noun, clause);
    if (!Document::is_pair(trader) || has_third(d, s, {noun.end, std::min(clause.end, noun.end + 4)})) continue;
    std::uint32_t goods = 0;
    if (const CueSpot* verb = find_cue(s, Cue::main_goods, noun.end, std::min(clause.end, noun.end + 8)); verb && verb->end < s.range.end) {
      if (lists_goods(d, s, *verb)) goods = verb->end;
    }
    for (std::uint32_t i = noun.end; !goods && i < clause.end && i - noun.end <= 6; ++i) {
      if (d.tokens[i].is(TokenKind::colon) && goods_at(d, s, i + 1)) goods = i + 1;
    }
    if (!goods && (part_before(d, s, noun.begin) || named_before(d, s, noun.begin))) goods = noun.end;
    if (goods) add_goods(d, s, flow, trader, {noun.begin >= s.range.begin + 3 ? noun.begin - 3 : s.range.begin, std::min(goods, s.range.end)}, noun, clause);
  }
}

// "Trade between Peru and Norway consists mainly of fish oil": what is traded, by both.
void read_goods_of_trade(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::trade_noun || has_sum(s, s.range)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    for (std::uint32_t i = noun.end; i + 2 < clause.end && i - noun.end <= 7; ++i) {
      const bool consists = one_of(d.of(i), {"consists", "consisted", "comprises", "comprised"});
      const bool in = one_of(d.of(i), {"is", "was"}) && one_of(d.of(i + 1), {"mainly", "mostly", "primarily", "largely", "chiefly", "predominantly"}) && (d.of(i + 2) == "in" || d.of(i + 2) == "based");
      if (!consists && !in) continue;
      if (has_third(d, s, {noun.begin, i})) break;
      Claim& claim = d.add(Kind::trade_total, trimmed({noun.begin, i + 2}, noun, 14));
      fill_pair(d, claim, Side::none);
      claim.unit = "goods";
      return;
    }
  }
}

// "Trade has shown a steady increase", "has witnessed growth"
bool shown_between(const Document& d, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (one_of(d.of(i), {"shown", "showed", "shows", "witnessed", "seen", "saw", "recorded", "registered", "experienced", "enjoyed", "on"})) return true;
  }
  return false;
}

// A word of growth that no list of verbs holds: "continues to grow", "has witnessed significant growth", "an increase in trade", "has been
// increasing". 0: none.
std::uint32_t growth_word(const Document& d, const Sentence& s, Spot noun, Spot clause) {
  static constexpr WordSet words{"growth", "upswing", "expansion", "grow", "expand", "increase", "rise", "increasing", "expanding"};
  for (std::uint32_t i = noun.end + 1; i < clause.end && i - noun.end <= 9; ++i) {
    if (!words.has(d.of(i))) continue;
    if (one_of(d.of(i), {"growth", "upswing", "expansion"}) && shown_between(d, noun.end, i)) return i;
    if (one_of(d.of(i), {"grow", "expand", "increase", "rise"}) && d.of(i - 1) == "to" && d.of(i - 2).starts_with("continue")) return i;
    if (one_of(d.of(i), {"increasing", "expanding"}) && one_of(d.of(i - 1), {"is", "are", "been", "steadily", "constantly", "gradually", "rapidly", "continuously"})) return i;
    if (d.of(i) == "rise" && d.of(i - 1) == "the" && d.of(i - 2) == "on") return i;
  }
  const bool in = noun.begin >= s.range.begin + 4 && (d.of(noun.begin - 1) == "in" || d.of(noun.begin - 1) == "of");
  if (in && one_of(d.of(noun.begin - 2), {"increase", "growth", "rise", "expansion"}) && find_cue(s, Cue::have, s.range.begin, noun.begin)) return noun.begin - 2;
  return 0;
}

// "Trade has grown steadily over the decade, reaching 152 million in 2018": the sum stands behind a comma.
bool reaching(const Document& d, const Sentence& s, Spot noun, Spot clause) {
  for (std::uint32_t i = noun.end; i + 1 < clause.end; ++i) {
    if (d.tokens[i].is(TokenKind::comma) && one_of(d.of(i + 1), {"reaching", "exceeding", "attaining", "standing"})) return !has_sum(s, {noun.end, i});
  }
  return false;
}

// "Trade has grown steadily", "the growing trade between both", without a figure.
void read_vague_growth(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::trade_noun) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    if ((has_sum(s, clause) && !reaching(d, s, noun, clause)) || is_told(d, Kind::trade_growth, s.range) || find_cue_back(s, Cue::plan, clause.end, clause.begin) || s.has(Cue::negation)) continue;
    if (noun.end < s.range.end && one_of(d.of(noun.end), {"agreement", "agreements", "office", "mission", "fair", "union", "delegation", "minister", "barriers", "deficit", "surplus", "relations", "ties", "cooperation", "deal", "pact", "war", "commission", "links", "routes", "opportunities"})) continue;
    const CueSpot* grow = nullptr;
    bool fall = false;
    for (const CueSpot& verb : s.cues) {
      if ((verb.cue != Cue::grow_verb && verb.cue != Cue::fall_verb) || verb.begin < noun.end || verb.begin - noun.end > 9 || verb.end > clause.end) continue;
      const std::string_view word = d.of(verb), before = verb.begin > s.range.begin ? d.of(verb.begin - 1) : std::string_view();
      const bool past = one_of(word, {"grew", "rose", "increased", "grown", "risen", "growing", "expanded", "surged", "jumped", "climbed", "soared", "fell", "declined", "decreased", "dropped", "rising", "fallen", "contracted", "shrank", "plunged", "slumped"});
      const bool noun_told = one_of(word, {"increase", "rise", "decline", "a decline", "growth rate"}) && shown_between(d, noun.end, verb.begin);
      const bool goes_on = before == "to" && verb.begin >= s.range.begin + 2 && d.of(verb.begin - 2).starts_with("continue");
      if (((past && before != "to") || noun_told || goes_on) && !s.cue_at(verb.end, Cue::by_word)) grow = grow ? grow : &verb, fall = fall || verb.cue == Cue::fall_verb;
    }
    const std::string_view ahead = noun.begin > s.range.begin ? d.of(noun.begin - 1) : std::string_view();
    const bool growing = one_of(ahead, {"growing", "increasing", "expanding", "rising"});
    const std::uint32_t word = grow || growing ? 0 : growth_word(d, s, noun, clause);
    if ((!grow && !growing && !word) || has_third(d, s, {noun.begin, grow ? grow->begin : noun.end})) continue;
    const Spot quote = grow ? span(noun, *grow) : word ? span(noun, Spot{word, word + 1}) : Spot{noun.begin - 1, noun.end};
    std::string period = told_period(d, s, grow ? static_cast<Spot>(*grow) : static_cast<Spot>(noun), clause, 8);
    Claim& claim = d.add(Kind::trade_growth, trimmed(quote, noun, 14));
    fill_pair(d, claim, Side::none);
    if (fall) claim.word = "decline";
    else claim.note = "growth";  // the kind says it
    claim.status = "vague";
    claim.period = std::move(period);
    return;
  }
}

// "In 2004 it was US$600 million.", "Both countries aim to reach US$1 billion by 2010.": the trade that the sentence before told.
void read_continued_trade(Document& d, const Sentence& s) {
  if (d.last_trade_block != d.blocks || d.claims.empty() || d.claims.size() != d.sentence_claims || d.claims.back().kind != Kind::trade_total) return;
  for (const Cue cue : {Cue::trade_noun, Cue::export_noun, Cue::import_noun, Cue::invest_noun, Cue::invest_verb, Cue::aid_noun, Cue::aid_verb, Cue::credit_noun, Cue::project_noun, Cue::company_noun, Cue::balance_noun, Cue::negation, Cue::tourist_noun}) {
    if (s.has(cue)) return;
  }
  const Amount* sum = nullptr;
  for (const Amount& one : s.amounts) {
    if (one.kind != Amount::Kind::money && !one.scaled) continue;
    if (sum) return;
    sum = &one;
  }
  if (!sum || has_third(d, s, s.range)) return;
  const CueSpot* plan = find_cue_back(s, Cue::plan, sum->begin, s.range.begin);
  bool points = false, aims = false;
  for (std::uint32_t i = s.range.begin; i < sum->begin; ++i) {
    points = points || (sum->begin - i <= 6 && one_of(d.of(i), {"it", "It", "figure", "this", "This", "volume"}) && (find_cue(s, Cue::level_verb, i + 1, i + 3) || one_of(d.of(i + 1), {"was", "is", "rose", "grew", "fell", "had", "has"})));
    aims = aims || one_of(d.of(i), {"reach", "reaching", "raise", "raising", "achieve", "achieving", "increase", "bring", "it", "double"});
  }
  const bool planned = plan && aims && s.has(Cue::both);
  if (!planned && !(points && !plan)) return;
  Claim& claim = d.add(Kind::trade_total, plan && sum->begin - plan->end <= 6 ? span(*plan, *sum) : static_cast<Spot>(*sum));
  d.set_amount(claim, *sum);
  if (claim.currency.empty()) claim.currency = d.last_currency;
  fill_pair(d, claim, Side::none);
  claim.period = period_of(d, s, *sum, s.range);
  if (planned) claim.status = "planned";
}

// "This represents an increase of 12% over 2017": of what the sentence before told.
void read_represented_growth(Document& d, const Sentence& s) {
  const bool points = one_of(d.of(s.range.begin), {"This", "That", "It", "These"});
  if (!points || d.claims.empty() || d.last_trade_period.empty() || d.claims.size() != d.sentence_claims || s.has(Cue::invest_noun) || s.has(Cue::tourist_noun) || s.has(Cue::student_noun)) return;
  const Claim told = d.claims.back();
  if (told.kind != Kind::trade_total && told.kind != Kind::exports && told.kind != Kind::imports) return;
  for (const Amount& one : s.amounts) {
    if (one.kind != Amount::Kind::percent || one.begin - s.range.begin > 12) continue;
    const CueSpot* grow = find_cue_back(s, Cue::grow_verb, one.begin, s.range.begin);
    const CueSpot* fall = find_cue_back(s, Cue::fall_verb, one.begin, s.range.begin);
    const CueSpot* verb = fall && (!grow || fall->begin > grow->begin) ? fall : grow;
    if (!verb || one.begin - verb->end > 3) return;
    Claim& claim = d.add(Kind::trade_growth, span(*verb, one));
    claim.number = verb == fall ? -one.value : one.value;
    claim.tolerance = one.tolerance, claim.hedge = one.hedge, claim.unit = "percent";
    claim.subject = told.subject, claim.object = told.object, claim.period = told.period;
    return;
  }
}

}  // namespace

void read_trade_told(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || d.grammar.language != "en") return;
  if (s.has(Cue::export_noun) || s.has(Cue::import_noun)) read_plain_verbs(d, s);
  // Every verb that read_verbs knows is one of these cues.
  if (s.has(Cue::export_noun) || s.has(Cue::import_noun) || s.has(Cue::sell_verb) || s.has(Cue::buy_verb) || s.has(Cue::aid_verb)) read_verbs(d, s);
  if (s.has(Cue::export_noun) || s.has(Cue::import_noun)) read_nouns(d, s);
  read_represented_growth(d, s);
  if (!s.amounts.empty()) read_continued_trade(d, s);
  if (s.has(Cue::trade_noun)) read_goods_of_trade(d, s), read_vague_growth(d, s);
}

}  // namespace comity::claims
