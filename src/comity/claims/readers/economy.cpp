// Investment, companies, aid and export credits.
#include <algorithm>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

bool money_like(const Amount& amount) { return amount.kind == Amount::Kind::money || (amount.kind == Amount::Kind::number && amount.scaled); }

// The giving side of investment, aid: a demonym at the noun, "from A", the subject; the other side receives.
Side giver(const Document& d, const Sentence& s, Spot noun, Spot clause) {
  Side out = Side::none;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.begin >= clause.end) continue;
    const CueSpot* from = find_cue_back(s, Cue::from_word, one.begin, one.begin >= 3 ? one.begin - 3 : 0);
    const CueSpot* by = find_cue_back(s, Cue::by_word, one.begin, one.begin >= 2 ? one.begin - 2 : 0);
    const CueSpot* to = find_cue_back(s, Cue::to_word, one.begin, one.begin >= 3 ? one.begin - 3 : 0);
    const CueSpot* in = find_cue_back(s, Cue::in_word, one.begin, one.begin >= 2 ? one.begin - 2 : 0);
    if ((from && one.begin - from->end <= 1) || (by && by->end == one.begin)) return one.side;
    const CueSpot* goes_to = one.begin >= noun.end ? find_cue_back(s, Cue::for_word, one.begin, one.begin - 1) : nullptr;
    if (goes_to || (to && one.begin - to->end <= 1) || (in && one.begin - in->end <= 1 && one.form != NameForm::adjective)) {
      if (out == Side::none && Document::is_pair(one.side)) out = Document::other(one.side);
      continue;
    }
    if (one.end <= noun.begin && noun.begin - one.end <= 8 && one.side != Side::both) out = one.side;
  }
  return out;
}

void fill(const Document& d, Claim& claim, Side from) {
  claim.subject = d.code(from);
  claim.object = d.code(Document::other(from));
}

const When* date_near(const Document& d, const Sentence& s, const Amount& amount) { return date_for(d, s, amount, clause_of(d, s, amount.begin), 12); }

}  // namespace

void read_investment(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  if (!s.has(Cue::invest_noun) && !s.has(Cue::invest_verb) && !s.has(Cue::investor_noun)) return;
  std::uint32_t last_currency = 0;
  for (const Amount& amount : s.amounts) {
    if (!money_like(amount)) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    const CueSpot* noun = find_cue_back(s, Cue::invest_noun, amount.begin, clause.begin);
    if (!noun) noun = find_cue_back(s, Cue::invest_verb, amount.begin, clause.begin);
    if (!noun) noun = find_cue_back(s, Cue::investor_noun, amount.begin, clause.begin);
    if (!noun) {
      noun = find_cue(s, Cue::invest_noun, amount.end, amount.end + 4);
      if (!noun) continue;
    }
    if (noun->end <= amount.begin && (has_cue(s, Cue::trade_noun, {noun->end, amount.begin}) || has_cue(s, Cue::aid_noun, {noun->end, amount.begin}) || has_cue(s, Cue::treaty_noun, {noun->begin, amount.begin}))) continue;
    Side from = giver(d, s, *noun, clause);
    if (from == Side::third) continue;
    if (from == Side::both) continue;
    if (from == Side::none) from = has_cue(s, Cue::reverse, clause) && Document::is_pair(d.last_subject) ? Document::other(d.last_subject) : d.last_subject;
    if (!Document::is_pair(from)) continue;
    const When* when = date_near(d, s, amount);
    const bool by = when && when->begin > s.range.begin + 0 && (d.of(when->begin - 1) == "by" || d.of(when->begin - 1) == "By" || d.of(when->begin - 1) == "of");
    const bool stock = has_cue(s, Cue::stock_word, clause) || has_cue(s, Cue::project_noun, clause) || by || !when || when->since || when->year2 || noun->cue == Cue::invest_verb;
    Spot quote = amount;
    if (noun->end <= amount.begin && amount.begin - noun->end <= 8) quote = span(*noun, amount);
    if (when && when->begin >= quote.end && when->begin - quote.end <= 2) quote.end = when->end;
    Claim& claim = d.add(stock ? Kind::fdi_stock : Kind::fdi_flow, trimmed(quote, amount, 16));
    d.set_amount(claim, amount);
    if (claim.currency.empty() && last_currency) claim.currency = d.grammar.texts[last_currency];
    if (amount.currency) last_currency = amount.currency;
    fill(d, claim, from);
    if (when) claim.period = when->text();
    const CueSpot* plan = find_cue_back(s, Cue::plan, amount.begin, clause.begin);
    if (plan) claim.status = "planned";
  }
  // "1,572 live projects": their number, beside their capital
  for (const Amount& amount : s.amounts) {
    const CueSpot* projects = find_cue(s, Cue::project_noun, amount.end, amount.end + 3);
    if (!projects || amount.kind != Amount::Kind::number || amount.scaled || find_cue(s, Cue::invest_verb, projects->begin, projects->end + 2)) continue;
    Side from = giver(d, s, *projects, clause_of(d, s, amount.begin));
    if (from == Side::none) from = d.last_subject;
    if (!Document::is_pair(from)) continue;
    const When* when = date_near(d, s, amount);
    Claim& claim = d.add(Kind::fdi_stock, span(amount, *projects));
    d.set_amount(claim, amount);
    claim.currency.clear();
    claim.unit = "projects";
    fill(d, claim, from);
    if (when) claim.period = when->text();
  }
  for (const CueSpot& noun : s.cues) {
    if (noun.cue == Cue::investor_noun) {
      const CueSpot* best = find_cue_back(s, Cue::superlative, noun.begin, s.range.begin);
      if (!best || noun.begin - best->end > 3) continue;
      const Amount* rank = nullptr;
      for (const Amount& one : s.amounts) {
        if (one.kind == Amount::Kind::ordinal && one.end <= best->begin + 1 && best->begin - std::min(best->begin, one.end) <= 1) rank = &one;
      }
      Side from = Side::none;
      for (const Mention& one : d.mentions) {
        if (one.end <= best->begin && one.form != NameForm::city && !(one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive))) from = one.side;
      }
      if (!Document::is_pair(from)) continue;
      const Spot first = rank ? span(*rank, *best) : static_cast<Spot>(*best);
      Claim& claim = d.add(Kind::fdi_stock, span(first, noun));
      claim.number = rank ? rank->value : 1;
      claim.unit = "rank";
      fill(d, claim, from);
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
      fill(d, claim, from);
    } else if (noun.cue == Cue::invest_noun) {
      const CueSpot* into = find_cue(s, Cue::main_goods, noun.end, noun.end + 8);
      if (!into || d.grammar.texts[into->data] != "sectors") continue;
      Side from = giver(d, s, noun, s.range);
      std::string period;
      for (auto claim = d.claims.rbegin(); claim != d.claims.rend(); ++claim) {
        if (claim->kind != Kind::fdi_flow && claim->kind != Kind::fdi_stock) continue;
        if (!Document::is_pair(from)) from = claim->subject == d.code(Side::first) ? Side::first : Side::second;
        period = claim->period;
        break;
      }
      if (!Document::is_pair(from)) continue;
      std::uint32_t end = into->end;
      while (end < s.range.end && end - into->begin < 12 && !d.tokens[end].is(TokenKind::stop)) ++end;
      Claim& claim = d.add(Kind::fdi_flow, {into->begin, end});
      claim.unit = "sectors";
      claim.sub = "sectors";
      claim.period = period;
      fill(d, claim, from);
    }
  }
}

namespace {

// Names of companies in a list: capitalised words between commas and "and".
void read_company_names(Document& d, const Sentence& s, std::uint32_t from, std::uint32_t end, Side host) {
  std::uint32_t i = from;
  int found = 0;
  while (i < end && found < 40) {
    const std::uint32_t begin = i;
    std::uint32_t k = i;
    while (k < end && k - begin < 6) {
      const Token& token = d.tokens[k];
      const bool word = token.is_word() && (token.capital || token.is(TokenKind::number));
      const bool joint = k > begin && (token.is(TokenKind::hyphen) || (token.is(TokenKind::sign) && d.of(k) == "&")) && k + 1 < end && d.tokens[k + 1].is_word();
      if (word || joint) ++k;
      else break;
    }
    bool country = false, dated = false, person = false;
    for (const NameSpot& name : s.names) country = country || (name.begin == begin && name.end >= k);
    for (const CueSpot& cue : s.cues) person = person || (cue.begin == begin && (cue.cue == Cue::title || cue.cue == Cue::month || cue.cue == Cue::no_company || cue.cue == Cue::org));
    if (k == begin || country || dated || person) break;
    Claim& claim = d.add(Kind::company_presence, {begin, k});
    claim.subject = d.of(Spot{begin, k});
    claim.object = d.code(host);
    ++found;
    i = k;
    std::uint32_t link = i;
    if (link < end && d.tokens[link].is(TokenKind::open)) {
      while (link < end && !d.tokens[link].is(TokenKind::close)) ++link;
      ++link;
    }
    if (link < end && d.tokens[link].is(TokenKind::comma)) ++link;
    if (const CueSpot* and_cue = find_cue(s, Cue::and_word, link, link + 1)) link = and_cue->end;
    if (link == i) break;
    i = link;
  }
}

// The list that ends at token `end`: back over capitalised words, commas and "and".
std::uint32_t list_begin(const Document& d, const Sentence& s, std::uint32_t end) {
  std::uint32_t i = end;
  while (i > s.range.begin) {
    const Token& before = d.tokens[i - 1];
    const bool part = (before.is_word() && before.capital) || before.is(TokenKind::comma) || before.is(TokenKind::hyphen) || (before.is(TokenKind::sign) && d.of(i - 1) == "&") || (find_cue(s, Cue::and_word, i - 1, i) != nullptr) || (before.is(TokenKind::stop) && i >= 2 && d.of(i - 2) == "etc") || d.of(i - 1) == "etc";
    if (!part) break;
    --i;
  }
  return i;
}

}  // namespace

void read_present(Document& d, const Sentence& s);

void read_companies(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  if (s.has(Cue::company_present)) read_present(d, s);
  if (!s.has(Cue::company_noun)) {
    // "Among them: Toyota, Honda", behind a count of companies
    const CueSpot* among = find_cue(s, Cue::company_list, s.range.begin, s.range.begin + 1);
    if (!among || d.claims.empty() || d.claims.back().kind != Kind::company_count) return;
    std::uint32_t from = among->end;
    while (from < s.range.end && (d.tokens[from].is(TokenKind::colon) || find_cue(s, Cue::company_list, from, from + 1) || d.of(from) == "are")) ++from;
    read_company_names(d, s, from, s.range.end, d.claims.back().object == d.code(Side::first) ? Side::first : Side::second);
    return;
  }
  Side owner_before = Side::none;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::company_noun) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    Side home = Side::none, host = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.begin < clause.begin || one.begin >= clause.end) continue;
      if (one.form == NameForm::adjective && one.end <= noun.begin && noun.begin - one.end <= 2) home = one.side;
      else if (one.form == NameForm::adjective && one.begin >= noun.end && one.begin - noun.end <= 3 && home == Side::none) home = one.side;  // "companies with German capital"
      else if (one.begin >= noun.end && host == Side::none && one.form != NameForm::adjective) host = one.side;
      else if (one.form == NameForm::name && one.begin >= noun.end && find_cue(s, Cue::from_word, one.begin - 1, one.begin)) home = one.side;
    }
    if (home == Side::third || host == Side::third) continue;
    if (!Document::is_pair(home) && Document::is_pair(host)) home = Document::other(host);
    if (!Document::is_pair(home)) home = owner_before;
    if (!Document::is_pair(home) && home != Side::both) home = d.last_subject;
    if (!Document::is_pair(home)) continue;
    owner_before = home;
    host = Document::other(home);
    for (const Amount& amount : s.amounts) {
      if (amount.kind != Amount::Kind::number || amount.scaled || amount.value < 2) continue;
      if (amount.end > noun.begin || noun.begin - amount.end > 4) continue;
      bool dated = false;
      for (const When& when : s.dates) dated = dated || (when.begin <= amount.begin && amount.begin < when.end);
      if (dated) continue;
      Spot quote{amount.begin, noun.end};
      if (!amount.hedge.empty() && amount.begin > s.range.begin) --quote.begin;
      const CueSpot* jobs = find_cue(s, Cue::jobs_noun, amount.end, noun.begin);
      if (jobs) continue;
      Claim& claim = d.add(Kind::company_count, quote);
      d.set_amount(claim, amount);
      claim.currency.clear();
      claim.unit = "companies";
      claim.subject = d.code(home);
      claim.object = d.code(host);
      const When* when = date_for(d, s, noun, clause, 12);
      if (when) claim.period = when->text();
    }
    // Names: behind "including", "such as", "are"; or before "are among the … companies".
    const CueSpot* list = nullptr;
    for (const CueSpot& cue : s.cues) {
      if (cue.cue != Cue::company_list || cue.begin < noun.end || cue.end >= clause.end || list) continue;
      const Token& next = d.tokens[cue.end];  // "are active there, including A and B": the one that names follow
      if ((next.is_word() && next.capital) || next.is(TokenKind::colon)) list = &cue;
    }
    if (!list && d.grammar.language == "en" && noun.end < clause.end && d.tokens[noun.end].is_word() && d.tokens[noun.end].capital) read_company_names(d, s, noun.end, clause.end, host);
    if (list && list->begin - noun.end <= 16) {
      read_company_names(d, s, d.tokens[list->end].is(TokenKind::colon) ? list->end + 1 : list->end, clause.end, host);
    } else if (const CueSpot* among = find_cue_back(s, Cue::company_list, noun.begin, clause.begin); among && noun.begin - among->end <= 5) {
      const std::uint32_t begin = list_begin(d, s, among->begin);
      if (begin < among->begin) read_company_names(d, s, begin, among->begin, host);
    }
  }
}

// "Cinépolis, KidZania and Bimbo are present in India": two names or more before a verb of presence.
void read_present(Document& d, const Sentence& s) {
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::company_present) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    if (has_cue(s, Cue::company_noun, {clause.begin, verb.begin}) || has_cue(s, Cue::institute, clause) || has_cue(s, Cue::mission_noun, clause)) continue;
    Side host = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.begin >= verb.end && one.begin - verb.end <= 3 && host == Side::none) host = one.side;
    }
    const std::uint32_t begin = std::max(clause.begin, list_begin(d, s, verb.begin));
    bool several = false;
    for (std::uint32_t i = begin; i < verb.begin; ++i) several = several || find_cue(s, Cue::and_word, i, i + 1) || d.tokens[i].is(TokenKind::comma);
    // One name alone stands at the front: "Petrobras has been present in Nigeria since 1998".
    const bool alone = begin == s.range.begin && verb.begin - begin <= 3 && d.tokens[begin].word == 0;
    if (!Document::is_pair(host) || begin >= verb.begin || !(several || alone)) continue;
    const std::size_t before = d.claims.size();
    read_company_names(d, s, begin, verb.begin, host);
    for (const When& when : s.dates) {
      if (!when.since || when.begin < verb.end || when.begin - verb.end > 5) continue;
      for (std::size_t i = before; i < d.claims.size(); ++i) d.claims[i].period = when.text();
      break;
    }
  }
}

void read_aid(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  const bool aid = s.has(Cue::aid_noun) || s.has(Cue::aid_verb), credit = s.has(Cue::credit_noun);
  if (!aid && !credit) return;
  std::uint32_t last_currency = 0;
  for (const Amount& amount : s.amounts) {
    if (!money_like(amount)) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    const CueSpot* noun = nullptr;
    for (const Cue cue : {Cue::aid_noun, Cue::credit_noun, Cue::aid_verb}) {
      const CueSpot* found = find_cue_back(s, cue, amount.begin, clause.begin);
      if (!found) found = find_cue(s, cue, amount.end, amount.end + 6);
      if (found && (!noun || (cue != Cue::aid_verb && noun->cue == Cue::aid_verb))) noun = found;
    }
    if (!noun) continue;
    if (has_cue(s, Cue::trade_noun, {noun->begin, amount.begin}) || has_cue(s, Cue::invest_noun, clause)) continue;
    // "Ireland gave Peru €25 million in aid": who stands before the verb gives.
    const CueSpot* gives = find_cue_back(s, Cue::aid_verb, amount.begin, clause.begin);
    const bool claimed = std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.number && one.plain.overlaps({d.tokens[amount.begin].begin, d.tokens[amount.end - 1].end}); });
    if (claimed) continue;
    Side from = giver(d, s, gives && noun->begin > amount.begin ? static_cast<Spot>(*gives) : static_cast<Spot>(*noun), clause);
    if (from == Side::third || from == Side::both) continue;
    if (from == Side::none) from = d.last_subject;
    if (!Document::is_pair(from)) continue;
    const When* when = date_near(d, s, amount);
    Spot quote = amount;
    if (noun->end <= amount.begin && amount.begin - noun->end <= 8) quote = span(*noun, amount);
    if (noun->begin >= amount.end && noun->begin - amount.end <= 4) quote = span(amount, *noun);
    Claim& claim = d.add(noun->cue == Cue::credit_noun ? Kind::export_credit : Kind::aid, trimmed(quote, amount, 16));
    d.set_amount(claim, amount);
    if (claim.currency.empty() && last_currency) claim.currency = d.grammar.texts[last_currency];
    if (amount.currency) last_currency = amount.currency;
    fill(d, claim, from);
    if (when) claim.period = when->text();
    if (find_cue_back(s, Cue::plan, amount.begin, clause.begin)) claim.status = "planned";
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
    fill(d, claim, from);
    claim.period = when->text();
  }
}

}  // namespace comity::claims
