// Companies: their number, and the names of those that are there.
#include <algorithm>

#include "comity/claims/readers/economy_parts.hpp"
#include "comity/claims/readers/mission_parts.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

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
    // "Bank of Baroda"
    if (k == begin + 1 && d.of(begin) == "Bank" && k + 1 < end && d.of(k) == "of" && d.tokens[k + 1].capital) k += 2;
    if (k == begin || country || dated || person) break;
    const Range here{d.tokens[begin].begin, d.tokens[k - 1].end};
    const bool named = std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::company_presence && one.plain.overlaps(here); });
    if (named) break;
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

// "Indian groups have invested …; over 200 of them operate in Germany"
void read_of_them(Document& d, const Sentence& s) {
  for (const Amount& one : s.amounts) {
    if (one.kind != Amount::Kind::number || one.scaled || one.value < 2 || one.end + 2 >= s.range.end || d.of(one.end) != "of" || d.of(one.end + 1) != "them") continue;
    const CueSpot* verb = find_cue(s, Cue::company_present, one.end + 2, one.end + 5);
    if (!verb) continue;
    for (const Mention& where : d.mentions) {
      if (where.begin < verb->end || where.begin - verb->end > 1 || !Document::is_pair(where.side) || where.form != NameForm::name) continue;
      Claim& claim = d.add(Kind::company_count, {one.begin, where.end});
      d.set_amount(claim, one);
      claim.currency.clear();
      claim.unit = "companies";
      fill_giver(d, claim, Document::other(where.side));
      break;
    }
  }
}

}  // namespace

void read_present(Document& d, const Sentence& s);
void read_present_here(Document& d, const Sentence& s);

void read_companies(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  if (s.has(Cue::company_present)) read_present(d, s);
  if (s.has(Cue::company_here)) read_present_here(d, s);
  if (!s.has(Cue::company_noun) && !s.has(Cue::investor_noun)) {
    // "Among them: Toyota, Honda", behind a count of companies
    const CueSpot* among = find_cue(s, Cue::company_list, s.range.begin, s.range.begin + 1);
    if (!among || d.claims.empty() || d.claims.back().kind != Kind::company_count) return;
    std::uint32_t from = among->end;
    while (from < s.range.end && (d.tokens[from].is(TokenKind::colon) || find_cue(s, Cue::company_list, from, from + 1) || d.of(from) == "are")) ++from;
    read_company_names(d, s, from, s.range.end, d.claims.back().object == d.code(Side::first) ? Side::first : Side::second);
    return;
  }
  read_of_them(d, s);
  Side owner_before = Side::none;
  for (const CueSpot& noun : s.cues) {
    // "Significant Norwegian investors in Peru include Yara and Statkraft"
    const bool investors = noun.cue == Cue::investor_noun && d.of(noun).ends_with("investors") && d.grammar.language == "en";
    if (noun.cue != Cue::company_noun && !investors) continue;
    if (d.grammar.language == "en" && d.tokens[noun.begin].capital && noun.begin > s.range.begin && !d.tokens[noun.begin - 1].is(TokenKind::stop) && noun.end < s.range.end && d.tokens[noun.end].capital) continue;  // "Minister for Trade and Company Regulation"
    const Spot clause = clause_of(d, s, noun.begin);
    Side home = Side::none, host = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.begin < clause.begin || one.begin >= clause.end) continue;
      if (one.form == NameForm::adjective && one.end <= noun.begin && noun.begin - one.end <= 2) home = one.side;
      else if (one.form == NameForm::adjective && one.begin >= noun.end && one.begin - noun.end <= 3 && home == Side::none) home = one.side;  // "companies with German capital"
      else if (one.form == NameForm::name && one.end < noun.begin && noun.begin - one.end <= 4 && d.tokens[one.end].is(TokenKind::possessive)) home = one.side;  // "India's public sector banks"
      else if (home == Side::none && one.form == NameForm::name && one.begin >= noun.end && find_cue(s, Cue::from_word, one.begin - (d.of(one.begin - 1) == "the" ? 2 : 1), one.begin)) home = one.side;
      else if (one.begin >= noun.end && host == Side::none && one.form != NameForm::adjective) host = one.side;
    }
    if (home == Side::third || host == Side::third) continue;
    if (home == Side::none && d.grammar.language == "en" && speaks_of_third(d, s, clause)) continue;
    if (!Document::is_pair(home) && Document::is_pair(host)) home = Document::other(host);
    if (!Document::is_pair(home)) home = owner_before;
    if (!Document::is_pair(home) && home != Side::both) home = d.last_subject;
    if (!Document::is_pair(home)) continue;
    owner_before = home;
    host = Document::other(home);
    for (const Amount& amount : s.amounts) {
      if (investors || amount.kind != Amount::Kind::number || amount.scaled || amount.value < 2) continue;
      if (amount.end > noun.begin || noun.begin - amount.end > 4) continue;
      bool dated = false;
      for (const When& when : s.dates) dated = dated || (when.begin <= amount.begin && amount.begin < when.end);
      if (dated) continue;
      Spot quote{amount.begin, noun.end};
      if (!amount.hedge.empty() && amount.begin > s.range.begin) --quote.begin;
      const CueSpot* jobs = find_cue(s, Cue::jobs_noun, amount.end, noun.begin);
      const CueSpot* nearer = find_cue(s, Cue::company_noun, amount.end, noun.begin);  // "300 companies have subsidiaries"
      if (jobs || nearer) continue;
      if (amount.begin > s.range.begin && (d.of(amount.begin - 1) == "first" || d.of(amount.begin - 1) == "ersten")) continue;  // "the first two companies to come"
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
      // "are active there, including A and B", "sind u.a. A und B": the one that names follow
      const Token& next = d.tokens[cue.end + (d.tokens[cue.end].is(TokenKind::stop) && cue.end + 1 < clause.end ? 1 : 0)];
      if ((next.is_word() && next.capital) || next.is(TokenKind::colon)) list = &cue;
    }
    const std::size_t before = d.claims.size();
    // "Norwegian companies in Peru: Yara, Statkraft"
    std::uint32_t colon = noun.end;
    while (colon < clause.end && colon - noun.end < 5 && !d.tokens[colon].is(TokenKind::colon)) ++colon;
    if (!list && d.grammar.language == "en" && colon + 1 < clause.end && d.tokens[colon].is(TokenKind::colon) && d.tokens[colon + 1].capital) read_company_names(d, s, colon + 1, clause.end, host);
    const bool partner = noun.begin > s.range.begin && find_cue(s, Cue::with_word, noun.begin - std::min(noun.begin - s.range.begin, 4u), noun.begin);  // "in partnership with Peruvian company X"
    if (!list && !investors && !partner && d.grammar.language == "en" && noun.end < clause.end && d.tokens[noun.end].is_word() && d.tokens[noun.end].capital) read_company_names(d, s, noun.end, clause.end, host);
    if (list && list->begin - noun.end <= 16) {
      const Token& mark = d.tokens[list->end];
      read_company_names(d, s, mark.is(TokenKind::colon) || mark.is(TokenKind::stop) ? list->end + 1 : list->end, clause.end, host);
    } else if (const CueSpot* among = investors ? nullptr : find_cue_back(s, Cue::company_list, noun.begin, clause.begin); among && noun.begin - among->end <= 5) {
      const std::uint32_t begin = list_begin(d, s, among->begin);
      const bool opens = begin == s.range.begin && ((among->begin - begin == 1 && d.tokens[begin].word != 0) || s.cue_at(begin, Cue::in_word));  // "Currently are …": no name
      if (begin < among->begin && !opens) read_company_names(d, s, begin, among->begin, host);
    }
    // "The Norwegian company Yara has been operating in Peru since 2005"
    if (d.claims.size() == before + 1 || (d.claims.size() > before && !list)) {
      for (const When& when : s.dates) {
        if (when.since && when.begin > noun.end && when.end <= clause.end && d.claims.back().kind == Kind::company_presence && d.claims.back().period.empty()) d.claims.back().period = when.text();
      }
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

// "Im Land vertreten sind Siemens und MAN": the land is the one that the other side, spoken of last, is not.
void read_present_here(Document& d, const Sentence& s) {
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::company_here || !Document::is_pair(d.last_subject) || d.claims.empty()) continue;
    const Claim& told = d.claims.back();
    if (told.kind != Kind::fdi_flow && told.kind != Kind::fdi_stock && told.kind != Kind::company_count) continue;
    const Side host = told.object == d.code(Side::first) ? Side::first : Side::second;
    read_company_names(d, s, verb.end, clause_of(d, s, verb.begin).end, host);
    return;
  }
}

}  // namespace comity::claims
