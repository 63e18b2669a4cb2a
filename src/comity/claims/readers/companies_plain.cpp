// Companies and investments that the other readers leave: firms of one in the other without a number or a name, airlines by where they
// fly, a company by its name behind its nation, investments without a sum, their ranks.
#include <algorithm>

#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

bool told(const Document& d, Spot where) { return is_told(d, where, {Kind::company_count, Kind::company_presence, Kind::fdi_stock, Kind::fdi_flow}); }

bool invested(const Document& d, Spot where) { return is_told(d, where, {Kind::fdi_stock, Kind::fdi_flow}); }

// One of the pair within `where` as a place: behind "in", "to" or "throughout", or "the country".
bool is_there(const Document& d, const Sentence& s, Side side, Spot where) {
  for (const Mention& one : d.mentions) {
    if (one.side == side && one.begin >= where.begin && one.begin < where.end && one.form != NameForm::adjective && one.form != NameForm::people && find_cue(s, Cue::in_word, one.begin - std::min(one.begin, 2u), one.begin)) return true;
  }
  return has_cue(s, Cue::the_country, where);
}

// "Turkish construction firms have become active in the country", "Peruvian companies in Norway"
void read_firms(Document& d, const Sentence& s) {
  for (const Mention& own : d.mentions) {
    const bool short_form = own.form == NameForm::name && one_of(d.of(own), {"U.S.", "US", "UK", "U.K."}) && find_cue(s, Cue::company_noun, own.end, own.end + 1);
    if ((own.form != NameForm::adjective && !short_form) || !Document::is_pair(own.side) || own.end >= s.range.end) continue;
    const CueSpot* noun = nullptr;
    for (const CueSpot& cue : s.cues) {
      if (cue.cue == Cue::company_noun && cue.begin >= own.end && cue.begin - own.end <= 2 && !noun && d.tokens[cue.begin].is_word()) noun = &cue;
    }
    const std::string_view word = noun ? d.of(*noun) : std::string_view();
    if (!noun || !word.ends_with('s') || told(d, {own.begin, noun->end}) || d.tokens[own.end].is(TokenKind::hyphen)) continue;
    const Spot clause = clause_of(d, s, noun->begin);
    bool meets = false, counted = false;
    for (std::uint32_t k = s.range.begin; k < s.range.end; ++k) meets = meets || one_of(d.of(k), {"delegation", "forum", "fair", "invited", "encouraged", "encourage", "visited", "agreement", "invite", "urged", "opportunities", "meeting", "interested", "interest", "sanctions", "such", "including", "like", "sought", "seek", "could", "would", "should", "can", "may"}) || d.tokens[k].is(TokenKind::colon);
    for (std::size_t k = d.sentence_claims; k < d.claims.size(); ++k) meets = meets || (d.claims[k].kind == Kind::company_presence && d.claims[k].object == d.code(Document::other(own.side))) || (d.claims[k].kind == Kind::company_count && d.claims[k].subject == d.code(own.side));
    for (const Amount& one : s.amounts) counted = counted || (one.kind == Amount::Kind::number && one.end <= noun->begin && noun->begin - one.end <= 3);
    const bool works = find_cue(s, Cue::company_present, noun->end, std::min(clause.end, noun->end + 8)) || std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& cue) { return cue.cue == Cue::in_word && cue.begin == noun->end; });
    bool active = false;
    for (std::uint32_t k = noun->end; k < std::min(clause.end, noun->end + 8); ++k) active = active || one_of(d.of(k), {"active", "operate", "operating", "built", "assumed", "work", "working", "involved", "present", "implemented", "undertaken", "building", "constructed", "engaged", "won", "participate", "participated"});
    if (meets || counted || (!works && !active) || is_denied(s, clause.end, clause) || find_cue_back(s, Cue::plan, clause.end, clause.begin)) continue;
    if (!is_there(d, s, Document::other(own.side), {noun->end, std::min(clause.end, noun->end + 12)}) && !(active && !has_third(d, s, clause))) continue;
    Claim& claim = d.add(Kind::company_count, {own.begin, noun->end});
    claim.subject = d.code(own.side), claim.object = d.code(Document::other(own.side));
    claim.unit = "companies", claim.status = "vague";
    claim.period = told_period(d, s, *noun, clause, 10);
  }
}

// A capitalised name that ends before or begins at a token.
Spot name_around(const Document& d, const Sentence& s, std::uint32_t i) {
  Spot out{i, i + 1};
  const auto part = [&](std::uint32_t k) { return d.tokens[k].is_word() && d.tokens[k].capital && !one_of(d.of(k), {"The", "In", "Both", "Since", "From"}); };
  while (out.begin > s.range.begin && part(out.begin - 1)) --out.begin;
  while (out.end < s.range.end && part(out.end)) ++out.end;
  return out;
}

// "Pakistan International Airlines and Malaysia Airlines operate flights between Karachi and Kuala Lumpur"
void read_airlines(Document& d, const Sentence& s) {
  static constexpr WordSet flights{"fly", "flies", "flights", "routes", "route"};
  static constexpr WordBits any = bits_of(flights);
  if (!s.words.meet(any)) return;
  bool flies = false, begins = false;
  for (std::uint32_t i = s.range.begin; i < s.range.end && !flies; ++i) flies = flights.has(d.of(i));
  for (std::uint32_t i = s.range.begin; flies && i < s.range.end; ++i) {
    begins = begins || one_of(d.of(i), {"started", "began", "initiated", "launched", "inauguration", "inaugurated", "opened", "suspended", "resumed", "cancelled"});  // an event, and no presence
  }
  if (!flies || begins || s.has(Cue::treaty_noun) || s.has(Cue::plan)) return;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (!one_of(d.of(i), {"Airlines", "Airways", "Air", "Aviation", "Airline"}) || !d.tokens[i].capital) continue;
    const Spot name = name_around(d, s, i);
    Side of = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.begin >= name.begin && one.end <= name.end && Document::is_pair(one.side)) of = one.side;
      // "North Korea's flag carrier, Air Koryo", "the Peruvian airline Air Andes"
      if (of == Side::none && one.end <= name.begin && name.begin - one.end <= 5 && (one.form == NameForm::adjective || d.tokens[one.end].is(TokenKind::possessive)) && Document::is_pair(one.side)) of = one.side;
    }
    if (!Document::is_pair(of) || name.end - name.begin < 2 || told(d, name)) continue;
    const bool there = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Document::other(of) && one.begin >= name.end && one.form != NameForm::adjective; });
    if (!there) continue;
    Claim& claim = d.add(Kind::company_presence, name);
    claim.subject = d.of(name), claim.object = d.code(Document::other(of));
    i = name.end;
  }
}

// "As of 2024, Peru's investment in Norway was the second highest", "the number one destination for Norwegian investment"
void read_ranks(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::invest_noun || invested(d, s.range)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const Mention* own = adjective_before(d, s, noun, 4);
    for (const Mention& one : d.mentions) {  // "U.S. investment"
      if (!own && one.end == noun.begin && one.form == NameForm::name) own = &one;
    }
    if (!own || !Document::is_pair(own->side)) continue;
    const Amount* rank = nullptr;
    std::uint32_t end = 0;
    for (std::uint32_t i = noun.end; i + 2 < clause.end && i - noun.end <= 8; ++i) {
      if (!one_of(d.of(i), {"was", "is", "were", "are", "ranks", "ranked"}) || d.of(i + 1) != "the") continue;
      for (const Amount& one : s.amounts) {
        if (one.kind == Amount::Kind::ordinal && one.begin == i + 2) rank = &one;
      }
      const std::uint32_t best = rank ? rank->end : i + 2;
      if (best < clause.end && one_of(d.of(best), {"highest", "largest", "biggest"})) end = best + 1;
    }
    std::uint32_t goal = clause.begin;
    while (goal < own->begin && !one_of(d.of(goal), {"destination", "destinations", "recipient"})) ++goal;
    const CueSpot* best = goal < own->begin ? find_cue_back(s, Cue::superlative, goal, clause.begin) : nullptr;
    const bool first = best && goal - best->end <= 2 && own->begin - goal <= 3;
    const bool several = best && best->begin >= 2 && (d.of(best->begin - 2) == "of" || d.of(best->begin - 1) == "among");
    if ((!end && !first) || several || !speaks_of(d, s, Document::other(own->side), s.range)) continue;
    Claim& claim = d.add(Kind::fdi_stock, trimmed(end ? Spot{own->begin, end} : Spot{best->begin, noun.end}, end ? Spot{own->begin, end} : Spot{best->begin, noun.end}, 14));
    claim.subject = d.code(own->side), claim.object = d.code(Document::other(own->side));
    claim.number = rank ? rank->value : 1, claim.unit = "rank";
    claim.period = told_period(d, s, noun, clause, 12);
    return;
  }
}

// "There has been some Norwegian investment in Peru", "a significant number of Peruvian investments ended up in Norway"
void read_investments(Document& d, const Sentence& s) {
  if (s.has(Cue::treaty_noun) || s.has(Cue::plan) || s.has(Cue::negation)) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::invest_noun || invested(d, s.range)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const Mention* own = adjective_before(d, s, noun, 3);
    if (!own || !Document::is_pair(own->side)) continue;
    const bool summed = std::any_of(s.amounts.begin(), s.amounts.end(), [](const Amount& one) { return one.kind != Amount::Kind::number || one.scaled; });
    const CueSpot* many = find_cue_back(s, Cue::many_word, own->begin + 1, own->begin - std::min(own->begin - s.range.begin, 3u));
    if (summed || !many || !is_there(d, s, Document::other(own->side), {noun.end, std::min(clause.end, noun.end + 7)})) continue;
    Claim& claim = d.add(Kind::fdi_stock, {own->begin, noun.end});
    claim.subject = d.code(own->side), claim.object = d.code(Document::other(own->side));
    claim.status = "vague", claim.period = told_period(d, s, noun, clause, 8);
    return;
  }
}

// "In 2007, about 70 million euros were invested.": by whom the sentence before told
void read_sums_invested(Document& d, const Sentence& s) {
  if (d.claims.empty() || !d.mentions.empty() || told(d, s.range)) return;
  const Claim last = d.claims.back();
  if (last.kind != Kind::fdi_stock && last.kind != Kind::fdi_flow && last.kind != Kind::company_count) return;
  for (const Amount& one : s.amounts) {
    const CueSpot* verb = one.kind == Amount::Kind::money ? find_cue(s, Cue::invest_verb, one.end, one.end + 3) : nullptr;
    if (!verb || !find_cue(s, Cue::have, one.end, verb->begin)) continue;
    Claim& claim = d.add(Kind::fdi_flow, span(one, *verb));
    d.set_amount(claim, one);
    claim.subject = last.subject, claim.object = last.object;
    claim.period = told_period(d, s, one, clause_of(d, s, one.begin), 10);
    return;
  }
}

// "Norwegian company Yara is operating a mine", "the Norwegian giant Yara bought …": by name, in the other where no third is named
void read_named(Document& d, const Sentence& s) {
  static constexpr WordSet kinds{"company", "giant", "firm", "group", "bank", "manufacturer", "conglomerate", "retailer", "airline", "operator", "corporation", "carmaker", "brewery"};
  static constexpr WordBits any = bits_of(kinds);
  if (!s.words.meet(any)) return;
  for (std::uint32_t i = s.range.begin + 1; i + 1 < s.range.end; ++i) {
    if (!kinds.has(d.of(i)) || !d.tokens[i + 1].capital || !d.tokens[i + 1].is_word()) continue;
    const Mention* own = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.form == NameForm::adjective && one.end <= i && i - one.end <= 3 && Document::is_pair(one.side)) own = &one;
    }
    const Spot name = name_around(d, s, i + 1);
    const Spot clause = clause_of(d, s, i);
    bool acts = false;
    for (std::uint32_t k = name.end; k < std::min(clause.end, name.end + 5); ++k) acts = acts || one_of(d.of(k), {"operates", "operating", "owns", "built", "acquired", "bought", "opened", "runs", "produces", "invested", "purchased", "constructed", "manages", "launched", "established"});
    if (!own || !acts || told(d, name) || is_denied(s, clause.end, clause) || s.has(Cue::plan)) continue;
    const bool third = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Side::third && one.begin >= name.end; });
    if (third || std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin < name.end && name.begin < one.end; })) continue;
    Claim& claim = d.add(Kind::company_presence, name);
    claim.subject = d.of(name), claim.object = d.code(Document::other(own->side));
    claim.period = told_period(d, s, name, clause, 8);
    return;
  }
}

// "Yara acquired a fertiliser plant in Peru", "Saudi Aramco had acquired 40 percent of the Philippines' Petron": a name that opens the
// clause, and what it has there
void read_owners(Document& d, const Sentence& s) {
  static constexpr WordSet verbs{"acquired", "bought", "operates", "runs", "owns", "purchased", "built"};
  static constexpr WordSet assets{"plant", "factory", "mine", "mines", "refinery", "market", "brewery", "bank", "subsidiary", "stake", "company", "shares", "equity", "smelter", "field", "terminal", "port", "shipyard", "operator", "percent", "stores", "factories", "plants"};
  static constexpr WordBits any = bits_of(verbs);
  if (!s.words.meet(any)) return;
  for (std::uint32_t i = s.range.begin + 1; i + 2 < s.range.end; ++i) {
    if (!verbs.has(d.of(i))) continue;
    std::uint32_t end = i;
    if (one_of(d.of(end - 1), {"had", "has", "also", "currently"})) --end;
    Spot name{end, end};
    while (name.begin > s.range.begin && d.tokens[name.begin - 1].is_word() && d.tokens[name.begin - 1].capital && end - name.begin < 4) --name.begin;
    if (name.begin > s.range.begin && !d.tokens[name.begin - 1].is(TokenKind::comma) && !d.tokens[name.begin - 1].is(TokenKind::semicolon)) continue;
    if (name.begin >= name.end || one_of(d.of(name.begin), {"The", "It", "He", "She", "They", "This", "In", "Both", "Who", "Which", "President", "Minister", "King", "Queen"}) || told(d, name)) continue;
    const bool person = std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return one.titled && one.begin < name.end && name.begin < one.end; });
    if (person || has_cue(s, Cue::org, name) || s.has(Cue::plan)) continue;
    Side of = Side::none, there = Side::none;
    bool all = false;
    for (const Mention& one : d.mentions) {
      if (one.begin >= name.begin && one.end <= name.end) of = one.side, all = one.begin == name.begin && one.end == name.end;
      const bool place = one.form != NameForm::adjective && (led_by(d, s, one, Cue::in_word) || (one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive)));
      if (one.begin > i && one.begin - i <= 14 && Document::is_pair(one.side) && (place || (one.form == NameForm::adjective && one.begin - i <= 5)) && there == Side::none) there = one.side;
    }
    bool asset = false;
    for (std::uint32_t k = i + 1; k < std::min(s.range.end, i + 9); ++k) asset = asset || assets.has(d.of(k));
    if (!asset || all || !Document::is_pair(there) || of == there) continue;
    Claim& claim = d.add(Kind::company_presence, name);
    claim.subject = d.of(name), claim.object = d.code(there);
    claim.period = told_period(d, s, name, clause_of(d, s, i), 14);
    return;
  }
}

// "deutsche Rüstungsunternehmen sind in Peru tätig", "peruanische Firmen in Deutschland"
void read_german_firms(Document& d, const Sentence& s) {
  for (const Mention& own : d.mentions) {
    if (own.form != NameForm::adjective || !Document::is_pair(own.side) || own.end >= s.range.end || d.tokens[own.begin].capital) continue;
    const std::string_view word = d.of(own.end);
    const bool firms = word.ends_with("unternehmen") || word.ends_with("Unternehmen") || word.ends_with("Firmen") || word.ends_with("firmen") || word.ends_with("Betriebe");
    if (!firms || told(d, {own.begin, own.end + 1}) || s.has(Cue::treaty_noun) || s.has(Cue::negation)) continue;
    bool there = false;
    for (const Mention& one : d.mentions) there = there || (one.side == Document::other(own.side) && one.form != NameForm::adjective && one.begin > own.end && one.begin - own.end <= 8 && find_cue(s, Cue::in_word, one.begin - 2, one.begin));
    const bool counted = std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return one.end <= own.begin && own.begin - one.end <= 2; });
    bool works = false;
    for (std::uint32_t k = s.range.begin; k < s.range.end; ++k) works = works || one_of(d.of(k), {"tätig", "aktiv", "vertreten", "arbeiten", "arbeiteten", "produzieren", "präsent", "niedergelassen", "ansässig", "engagiert"});
    if (!there || counted || !works) continue;
    Claim& claim = d.add(Kind::company_count, {own.begin, own.end + 1});
    claim.subject = d.code(own.side), claim.object = d.code(Document::other(own.side));
    claim.unit = "companies", claim.status = "vague";
  }
}

}  // namespace

void read_companies_plain(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  if (d.grammar.language == "de") {
    if (!d.mentions.empty()) read_german_firms(d, s);
    return;
  }
  if (s.has(Cue::invest_verb)) read_sums_invested(d, s);
  if (d.mentions.empty()) return;
  if (s.has(Cue::company_noun)) read_firms(d, s), read_named(d, s);
  read_airlines(d, s);
  read_owners(d, s);
  if (s.has(Cue::invest_noun)) read_ranks(d, s), read_investments(d, s);
}

}  // namespace comity::claims
