// Growth of trade, shares in it and ranks.
#include <algorithm>
#include <cstdlib>

#include "comity/claims/readers/trade_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

bool is_one_of(const Document& d, const Sentence& s, Spot best) {
  for (std::uint32_t i = best.begin; i-- > s.range.begin && best.begin - i <= 5;) {
    const std::string_view word = d.of(i);
    if (word == "among" || word == "Among" || word == "amongst" || word == "zu" || word == "unter") return true;
    if ((word == "of" && i > s.range.begin && (d.of(i - 1) == "one" || d.of(i - 1) == "some")) || word == "einer" || word == "eines") return true;
  }
  return false;
}

// "the largest source market for tourism": of people, not of goods.
bool is_of_tourism(const Sentence& s, Spot noun) {
  return std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::source_market && one.begin <= noun.begin && noun.end <= one.end; });
}

bool led(const Sentence& s, const Mention& one, Cue cue) {
  const CueSpot* word = find_cue_back(s, cue, one.begin, one.begin >= 2 ? one.begin - 2 : 0);
  return word && one.begin - word->end <= 1;
}

// One of those that another comes after: "after Germany and Italy".
bool is_behind_after(const Document& d, const Sentence& s, const Mention& one) {
  if (one.side != Side::third || d.grammar.language != "en") return false;
  for (std::uint32_t i = one.begin; i-- > s.range.begin && one.begin - i <= 8;) {
    if (one_of(d.of(i), {"after", "After", "behind"})) return true;
    const bool listed = d.tokens[i].is(TokenKind::comma) || s.cue_at(i, Cue::and_word) || d.tokens[i].capital || d.of(i) == "the";
    if (!listed) return false;
  }
  return false;
}

// "an important partner", "a key market", "a major buyer": a place without a number.
Spot importance_before(const Document& d, const Sentence& s, Spot noun) {
  for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= 3;) {
    for (const std::string_view word : {"important", "major", "key", "significant"}) {
      if (d.of(i) == word) return {i, i + 1};
    }
  }
  return {};
}

// Whose the exports or imports of this sentence are, where a claim before has told it.
Side side_last_told(const Document& d, Kind kind) {
  for (std::size_t i = d.claims.size(); i-- > d.sentence_claims;) {
    if (d.claims[i].kind != kind) continue;
    return d.claims[i].subject == d.code(Side::first) ? Side::first : Side::second;
  }
  return Side::none;
}

bool has_word(const Document& d, Spot where, std::string_view word) {
  for (std::uint32_t i = where.begin; i < where.end; ++i) {
    if (d.of(i) == word) return true;
  }
  return false;
}

// Growth stands with a percent and a verb of growing near a noun of trade.
void read_growth(Document& d, const Sentence& s) {
  for (const Amount& amount : s.amounts) {
    const bool times = amount.kind == Amount::Kind::number && !amount.scaled && amount.value > 1 && amount.end < s.range.end && d.of(amount.end) == "times";  // "rising by 3.8 times"
    if (amount.kind != Amount::Kind::percent && !times) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    const CueSpot* verb = find_cue_back(s, Cue::grow_verb, amount.begin, clause.begin);
    if (times && !verb) continue;
    const CueSpot* fall = find_cue_back(s, Cue::fall_verb, amount.begin, clause.begin);
    if (fall && (!verb || fall->begin > verb->begin)) verb = fall;
    // "make up 4% of", "more than 30% of": no growth
    if (verb && d.grammar.language == "en" && one_of(d.of(*verb), {"up", "more than", "less than", "More than", "Less than"}) && amount.end < s.range.end && s.cue_at(amount.end, Cue::of_word)) continue;
    const std::uint32_t near = d.grammar.language == "en" && verb && has_word(d, {verb->end, amount.begin}, "rate") ? 7 : 4;  // "increased at an annualised rate of 5.2%"
    if (!verb || amount.begin - verb->end > near) {
      const std::uint32_t reach = d.grammar.language == "de" ? 9 : 2;  // "um 23,0 % auf 1,7 Mio. Euro gesunken"
      verb = find_cue(s, Cue::grow_verb, amount.end, std::min(clause.end, amount.end + reach));
      if (!verb && d.grammar.language == "en" && amount.end < clause.end && d.of(amount.end) == "growth") verb = find_cue_back(s, Cue::grow_verb, amount.begin, clause.begin);  // "grew to 9 billion, a 400% growth in five years"
      if (!verb) verb = fall = find_cue(s, Cue::fall_verb, amount.end, std::min(clause.end, amount.end + reach));
      if (!verb) continue;
    }
    const CueSpot* noun = find_cue_back(s, Cue::trade_noun, std::max(verb->begin, amount.begin), clause.begin);
    if (!noun) noun = find_cue_back(s, Cue::trade_noun, s.range.end, s.range.begin);
    // The growth of exports or imports: the side whose they are comes first.
    const CueSpot* part = find_cue_back(s, Cue::export_noun, amount.begin, s.range.begin);
    if (const CueSpot* imp = find_cue_back(s, Cue::import_noun, amount.begin, s.range.begin); imp && (!part || imp->begin > part->begin)) part = imp;
    if (noun && part && part->begin < noun->begin) part = nullptr;
    Side of = Side::none;
    if (part) {
      if (find_cue(s, Cue::goods_subset, part->begin, amount.begin)) continue;
      for (const Mention& one : d.mentions) {
        if (one.end <= part->begin && part->begin - one.end <= 3 && !one.reference) of = one.side;
      }
      // "Imports from Peru dropped", "exports to Norway rose": the other one's
      for (const Mention& one : d.mentions) {
        if (Document::is_pair(of) || one.begin < part->end || one.begin - part->end > 2 || !Document::is_pair(one.side)) continue;
        const bool sells = part->cue == Cue::export_noun, from = led(s, one, Cue::from_word), to = led(s, one, Cue::to_word);
        if (from || to) of = sells == from ? one.side : Document::other(one.side);
      }
      if (!Document::is_pair(of)) of = side_last_told(d, part->cue == Cue::export_noun ? Kind::exports : Kind::imports);
      if (!Document::is_pair(of) && d.claims.size() > d.sentence_claims && d.claims.back().kind == Kind::trade_growth) of = d.side_of_code(d.claims.back().subject);  // "exports to Norway rose by 12%, while imports fell by 3%"
      if (!Document::is_pair(of)) continue;
    } else if (!noun) {
      continue;
    }
    if (!noun) noun = part;
    if (has_cue(s, Cue::student_noun, clause) || has_cue(s, Cue::tourist_noun, clause)) continue;
    Spot quote = span(*verb, amount);
    if (verb->begin >= noun->end && verb->begin - noun->end <= 4) quote = span(*noun, quote);
    Claim& claim = d.add(Kind::trade_growth, trimmed(quote, amount, 14));
    claim.number = verb == fall ? -amount.value : amount.value;
    claim.tolerance = amount.tolerance;
    claim.unit = times ? "times" : "percent";
    claim.hedge = amount.hedge;
    claim.period = period_of(d, s, amount, clause);
    // "stood at 320 million in 2018, up 12% from 2017": against which it grew is not when
    for (const When& one : s.dates) {
      if (one.begin != amount.end + 1 || !find_cue(s, Cue::from_word, amount.end, amount.end + 1) || claim.period != one.text()) continue;
      claim.period.clear();
      for (const When& before : s.dates) {
        if (before.end <= amount.begin && before.begin >= clause.begin) claim.period = before.text();
      }
    }
    if (claim.period.empty() && part) claim.period = d.last_trade_period;
    fill_pair(d, claim, of);
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
    if (!when && times && !s.dates.empty() && s.dates.front().begin <= s.range.begin + 1 && !s.dates.front().since && !has_cue(s, Cue::grow_verb, s.range)) when = &s.dates.front();  // "Last year trade doubled"
    if (!when) continue;
    bool has_number = false;
    for (const Amount& one : s.amounts) has_number = has_number || ((one.kind != Amount::Kind::ordinal) && (one.scaled || one.kind != Amount::Kind::number) && one.begin >= verb.end && one.begin - verb.end <= 4);
    if (has_number) continue;
    Claim& claim = d.add(Kind::trade_growth, {verb.begin, std::max(verb.end, when->end)});
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

namespace {

// "…; Deutschland lag auf Platz 6": among what the clause before names.
void read_places(Document& d, const Sentence& s) {
  if (d.grammar.language != "de") return;
  for (const Amount& one : s.amounts) {
    if (one.kind != Amount::Kind::number || one.begin < s.range.begin + 3 || (d.of(one.begin - 1) != "Platz" && d.of(one.begin - 1) != "Rang")) continue;
    const Spot clause = clause_of(d, s, one.begin);
    if (has_cue(s, Cue::partner_noun, clause) || !has_cue(s, Cue::partner_noun, {s.range.begin, clause.begin})) continue;
    for (const Mention& who : d.mentions) {
      if (who.begin < clause.begin || who.end > one.begin || !Document::is_pair(who.side)) continue;
      Claim& claim = d.add(Kind::trade_share, {who.begin, one.end});
      claim.number = one.value;
      claim.unit = "rank";
      fill_pair(d, claim, who.side);
      if (const When* when = date_for(d, s, one, s.range, 20)) claim.period = when->text();
      break;
    }
  }
}

}  // namespace

namespace {

// "Poland's share in Georgian imports is 1.8%", "the share of Peru in Romania's exports was 0.3 %".
void read_named_shares(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin; i + 3 < s.range.end; ++i) {
    if (d.of(i) != "share") continue;
    const CueSpot* noun = nullptr;
    for (const Cue cue : {Cue::trade_noun, Cue::export_noun, Cue::import_noun}) {
      const CueSpot* found = find_cue(s, cue, i + 1, i + 9);
      if (found && (!noun || found->begin < noun->begin)) noun = found;
    }
    const Amount* percent = nullptr;
    for (const Amount& one : s.amounts) {
      if (noun && one.kind == Amount::Kind::percent && one.begin >= noun->end && one.begin - noun->end <= 7 && !percent) percent = &one;
    }
    if (!percent || find_cue(s, Cue::by_word, percent->begin - 1, percent->begin)) continue;
    Side part = Side::none, whole = Side::none;
    for (const Mention& one : d.mentions) {
      const bool owner = one.end + 1 == i && d.tokens[one.end].is(TokenKind::possessive);
      const bool named = one.begin > i && find_cue(s, Cue::of_word, i + 1, i + 2) && one.begin - i <= 3 && find_cue(s, Cue::in_word, one.end, one.end + 1);
      if (owner || named || (one.end == i && one.form == NameForm::adjective)) part = one.side;
      else if (one.begin > i && one.end <= noun->begin + 6 && one.begin < percent->begin) whole = one.side;
    }
    if (!Document::is_pair(part) || whole != Document::other(part)) continue;
    const Range here{d.tokens[percent->begin].begin, d.tokens[percent->end - 1].end};
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::trade_share && one.plain.overlaps(here); })) continue;
    Claim& claim = d.add(Kind::trade_share, trimmed({i, percent->end}, *percent, 16));
    claim.number = percent->value, claim.tolerance = percent->tolerance, claim.unit = "percent", claim.hedge = percent->hedge;
    fill_pair(d, claim, noun->cue == Cue::import_noun ? part : whole);
    claim.denominator = d.of(Spot{i + 1, noun->end});
    const When* when = date_for(d, s, *percent, clause_of(d, s, percent->begin), 16);
    claim.period = when ? when->text() : d.last_trade_period;
    return;
  }
}

}  // namespace

namespace {

// "Norway is one of Peru's ten biggest partners and the second biggest in Scandinavia", "ranks 33rd … and 7th among EU members"
void read_rank_elsewhere(Document& d, const Sentence& s) {
  if (d.claims.size() == d.sentence_claims || d.claims.back().kind != Kind::trade_share || d.claims.back().unit != "rank" || !d.claims.back().scope.empty()) return;
  for (const Amount& one : s.amounts) {
    if (one.kind != Amount::Kind::ordinal || d.tokens[one.begin].begin < d.claims.back().plain.end || one.begin < s.range.begin + 2) continue;
    const bool joined = s.cue_at(one.begin - 1, Cue::and_word) || s.cue_at(one.begin - 2, Cue::and_word);
    std::uint32_t at = one.end;
    if (const CueSpot* best = find_cue(s, Cue::superlative, one.end - 1, one.end + 1)) at = std::max(at, best->end);
    const bool where = at + 1 < s.range.end && (d.of(at) == "in" || d.of(at) == "among" || d.of(at) == "within");
    if (!joined || !where || find_cue(s, Cue::partner_noun, one.end, at)) continue;
    std::uint32_t end = at + 1;
    while (end < s.range.end && end - at <= 4 && d.tokens[end].is_word() && !s.cue_at(end, Cue::and_word)) ++end;
    const Claim told = d.claims.back();
    Claim& claim = d.add(Kind::trade_share, {one.begin, end});
    claim.subject = told.subject, claim.object = told.object, claim.period = told.period;
    claim.number = one.value, claim.unit = "rank";
    claim.scope = d.of(Spot{at + 1, end});
    return;
  }
}

}  // namespace

void read_trade_ranks(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  if (s.has(Cue::trade_noun) || s.has(Cue::crisis_level) || s.has(Cue::export_noun) || s.has(Cue::import_noun)) read_growth(d, s);
  // "A is B's fourth-largest trading partner", "ranked fourth among B's partners", "auf Platz 6 der Lieferanten"
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::partner_noun || is_of_tourism(s, noun)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const Amount* rank = nullptr;
    for (const Amount& one : s.amounts) {
      const bool ordinal = one.kind == Amount::Kind::ordinal;
      const bool number = one.kind == Amount::Kind::number && find_cue_back(s, Cue::superlative, one.begin, one.begin >= 2 ? one.begin - 2 : 0);
      if (!ordinal && !number) continue;
      const bool taken = find_cue(s, Cue::partner_noun, one.end, noun.begin) && d.grammar.language == "en";  // "sixth largest trading partner and the largest exporter"
      if (!taken && one.end <= noun.begin && noun.begin - one.end <= 6) rank = &one;
    }
    const CueSpot* best = find_cue_back(s, Cue::superlative, noun.begin, clause.begin);
    if (best && noun.begin - best->end > 4) best = nullptr;
    // "among the five largest": at most fifth
    const Amount* among = nullptr;
    for (const Amount& one : s.amounts) {
      if (best && one.kind == Amount::Kind::number && one.end == best->begin && one.value >= 2 && (find_cue(s, Cue::company_list, one.begin >= 2 ? one.begin - 2 : 0, one.begin) || is_one_of(d, s, one))) among = &one;
    }
    // "Norway ranks 25th" behind "Among Peru's trading partners,"
    for (const Amount& one : s.amounts) {
      if (!rank && one.kind == Amount::Kind::ordinal && one.begin >= noun.end && one.begin - noun.end <= 8 && one.begin > s.range.begin && d.of(one.begin - 1).starts_with("rank") && noun.begin >= s.range.begin + 1 && noun.begin - s.range.begin <= 5) rank = &one;
    }
    // "one of the largest partners", "among its main markets", "an important partner": no rank.
    const Spot important = rank || best ? Spot{} : importance_before(d, s, noun);
    if (!rank && !best && important.end == 0) continue;
    const bool several = d.grammar.language == "en" && best && d.of(noun).ends_with('s') && d.of(*best) != "ranked" && d.of(*best) != "ranks" && d.of(*best) != "rank";  // "its main markets are Norway, Germany and Italy"
    const bool vague = !rank && !among && (!best || several || is_one_of(d, s, *best));
    if (vague && (d.grammar.language != "en" || find_cue_back(s, Cue::plan, noun.begin, clause.begin))) continue;
    if (vague && one_of(d.of(noun), {"buyer", "buyers", "customer", "customers"}) && noun.end < s.range.end && d.of(noun.end) == "of") continue;  // "a major customer of Peruvian oil": goods
    if (rank && !best && rank->kind == Amount::Kind::ordinal && rank->end <= noun.begin && noun.begin - rank->end > 5) continue;
    Side subject = Side::none, object = Side::none;
    StateId subject_state, object_state;
    for (const Mention& one : d.mentions) {
      if (one.side == Side::third && one.begin > s.range.begin && one_of(d.of(one.begin - 1), {"overtook", "overtaking", "surpassed", "surpassing", "replaced", "replacing", "overtaken"})) continue;
      if (one.begin > s.range.begin && one_of(d.of(one.begin - 1), {"includes", "including", "include"}) && s.has(Cue::org)) continue;  // "the EU, which includes Norway,"
      if (is_behind_after(d, s, one)) continue;  // "is, after Germany and Italy, the third largest"
      if (one.form == NameForm::city || (one.reference && d.of(one) == "its")) continue;  // "for Peru, Norway is its largest partner"
      const bool owner = (one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive)) || (one.begin == noun.end && (d.of(noun).ends_with(" for") || d.of(noun).ends_with(" of"))) || (one.begin >= noun.end && one.begin - noun.end <= 5 && (find_cue_back(s, Cue::of_word, one.begin, noun.end) || find_cue_back(s, Cue::for_word, one.begin, noun.end))) || (one.form == NameForm::adjective && one.end + 6 >= noun.begin && one.end <= noun.begin) ||
                         (one.end <= noun.begin && one.begin > clause.begin && find_cue(s, Cue::for_word, one.begin - 1, one.begin));  // "ist für Armenien der wichtigste"
      if (owner && one.begin >= noun.end && object != Side::none) continue;  // "for Argentina after China, Japan"
      // "the 8th largest partner of Pakistan and the largest in the region": whose partner it was is not who it is
      if (!owner && one.end <= noun.begin && subject != Side::none && d.grammar.language == "en" && (led(s, one, Cue::of_word) || led(s, one, Cue::for_word) || led(s, one, Cue::with_word) || led(s, one, Cue::in_word))) continue;
      if (owner && one.end + 8 >= (rank ? std::min(rank->begin, noun.begin) : noun.begin)) object = one.side, object_state = one.state;
      else if (!owner && (one.end <= noun.begin || subject == Side::none)) subject = one.side, subject_state = one.state;
    }
    if (subject == Side::both) continue;
    // "South Korean is the 10th largest partner": as the page writes it
    for (const Mention& one : d.mentions) {
      const bool is = one.begin == clause.begin && one.form == NameForm::adjective && one.end + 1 < noun.begin && one_of(d.of(one.end), {"is", "was"});
      if (is && subject == Side::none && object == one.side) subject = one.side, object = Document::other(one.side);
    }
    // "Turkey and Peru are among each other's key partners": neither is the other's alone
    if (vague && d.grammar.language == "en" && has_word(d, clause, "each") && Document::is_pair(subject)) subject = d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second, object = Document::other(subject);
    // "the world's second largest exporter of fish"
    const std::uint32_t front = rank ? std::min(rank->begin, noun.begin) : best ? best->begin : noun.begin;
    if (front >= s.range.begin + 2 && d.tokens[front - 1].is(TokenKind::possessive) && d.of(front - 2) == "world") continue;
    if (subject == Side::none && d.grammar.language == "en" && s.has(Cue::org) && partner_is_a_bloc(d, s, noun.begin)) continue;
    if (subject == Side::none && Document::is_pair(object)) subject = Document::other(object);
    if (object == Side::none && Document::is_pair(subject)) object = Document::other(subject);
    if (subject == object || (!Document::is_pair(subject) && !Document::is_pair(object))) continue;
    if (subject == Side::none || object == Side::none) continue;
    const Spot first = rank ? static_cast<Spot>(*rank) : best ? static_cast<Spot>(*best) : important;
    Claim& claim = d.add(Kind::trade_share, trimmed(span(first, noun), first, 12));
    if (vague) claim.status = "vague";
    else claim.number = rank ? rank->value : among ? among->value : 1 + static_cast<double>(std::count_if(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return is_behind_after(d, s, one); }));  // "the largest after Germany"
    if (among || (rank && best && rank->kind == Amount::Kind::number && d.of(*best) == "top")) claim.hedge = "le";
    claim.unit = "rank";
    claim.subject = Document::is_pair(subject) ? d.code(subject) : d.grammar.code(subject_state);
    claim.object = Document::is_pair(object) ? d.code(object) : d.grammar.code(object_state);
    if (!Document::is_pair(subject) || !Document::is_pair(object)) claim.scope = "third country";
    const When* when = date_for(d, s, noun, clause, 10);
    if (when) claim.period = when->text();
    if (find_cue_back(s, Cue::negation, noun.begin, clause.begin)) claim.polarity = "neg";
  }
  if (d.grammar.language == "en" && s.has(Cue::partner_noun)) read_rank_elsewhere(d, s);
  // "which is 81.3 % of Germany's trade turnover with the Central Asian countries", "3 % of exports"
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::percent) continue;
    const CueSpot* of = find_cue(s, Cue::of_word, amount.end, amount.end + 2);
    if (!of || (of->end < s.range.end && d.of(of->end) == "which")) continue;  // "97 % of which were gold imports": of a part
    // "78 % of what Bhutan sells abroad"
    const CueSpot* sells = of->end < s.range.end && d.of(of->end) == "what" ? find_cue(s, Cue::sell_verb, of->end, of->end + 5) : nullptr;
    const CueSpot* noun = sells;
    for (const Cue cue : {Cue::trade_noun, Cue::export_noun, Cue::import_noun}) {
      const CueSpot* found = find_cue(s, cue, of->end, of->end + 7);
      if (found && (!noun || found->begin < noun->begin)) noun = found;
    }
    if (!noun || has_word(d, s.range, "tariff") || has_word(d, s.range, "tariffs") || (s.has(Cue::treaty_noun) && has_word(d, {s.range.begin, amount.begin}, "covers"))) continue;
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
    const bool accounts = noun->cue == Cue::trade_noun && d.grammar.language == "en" && !with && has_word(d, {amount.begin - std::min(amount.begin - s.range.begin, 4u), amount.begin}, "for") && Document::is_pair(owner) && !has_cue(s, Cue::pronoun, {of->end, noun->begin});  // "Norway accounts for 5% of Peru's trade"
    fill_pair(d, claim, noun->cue == Cue::import_noun || accounts ? Document::other(owner) : owner);
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
    claim.period = when ? when->text() : d.last_trade_period;
  }
  read_named_shares(d, s);
  if (d.grammar.language == "en" && (s.has(Cue::trade_noun) || s.has(Cue::export_noun) || s.has(Cue::import_noun))) read_fraction_shares(d, s);
  read_places(d, s);
}

}  // namespace comity::claims
