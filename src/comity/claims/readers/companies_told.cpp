// Companies told of otherwise than by a list or a number before their noun: "many Norwegian companies operate in Peru", "the number of
// Norwegian companies has risen to 65", "the Norwegian bank DNB has an office in Lima", and investors without a sum.
#include <algorithm>

#include "comity/claims/readers/economy_parts.hpp"
#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

const Mention* owner_of(const Document& d, const Sentence& s, Spot noun) {
  const Mention* own = adjective_before(d, s, noun, 3);
  return own && own->form == NameForm::adjective && Document::is_pair(own->side) ? own : nullptr;
}

// "The number of Norwegian companies in Peru has risen to 65", "the number of Norwegian firms in 2003 was only one"
void read_numbers_behind(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::company_noun) continue;
    const Mention* own = owner_of(d, s, noun);
    if (!own || own->begin < s.range.begin + 2 || d.of(own->begin - 1) != "of" || d.of(own->begin - 2) != "number") continue;
    const Spot clause = clause_of(d, s, noun.begin);
    for (const Amount& one : s.amounts) {
      if (one.kind != Amount::Kind::number || one.scaled || one.begin < noun.end || one.begin - noun.end > 14 || one.end > clause.end) continue;
      const bool dated = std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin <= one.begin && one.begin < when.end; });
      if (dated) continue;
      std::uint32_t verb = one.begin;
      while (verb > noun.end && one.begin - verb < 4 && !one_of(d.of(verb - 1), {"was", "is", "to", "at", "reached", "exceeded", "exceeds", "stood", "totalled", "totaled", "were", "been"})) --verb;
      if (verb == noun.end || one.begin - verb >= 4 || is_told(d, Kind::company_count, {noun.begin, one.end})) break;
      const When* when = date_for(d, s, one, clause, 10);
      const std::string period = when ? when->text() : std::string();
      Claim& claim = d.add(Kind::company_count, trimmed({own->begin, one.end}, one, 16));
      d.set_amount(claim, one);
      claim.currency.clear();
      claim.unit = "companies";
      fill_giver(d, claim, own->side);
      claim.period = period;
      break;
    }
  }
}

// "Many Norwegian companies are active in Peru"
void read_vague_counts(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::company_noun || !d.of(noun).ends_with('s')) continue;
    const Mention* own = owner_of(d, s, noun);
    if (!own) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const CueSpot* many = find_cue_back(s, Cue::many_word, own->begin, own->begin - std::min(own->begin - s.range.begin, 6u));
    if (!many || own->begin - many->end > 1 || one_of(d.of(*many), {"other", "various", "the first", "some", "most"})) continue;
    const CueSpot* there = find_cue(s, Cue::company_present, noun.end, std::min(clause.end, noun.end + 6));
    const bool here = there || std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Document::other(own->side) && one.begin >= noun.end && one.begin - noun.end <= 2 && led_by(d, s, one, Cue::in_word); });
    if (!here || !speaks_of(d, s, Document::other(own->side), {noun.end, clause.end}) || s.has(Cue::plan) || is_told(d, Kind::company_count, s.range)) continue;
    Claim& claim = d.add(Kind::company_count, span(*many, noun));
    fill_giver(d, claim, own->side);
    claim.unit = "companies", claim.status = "vague";
  }
}

// Capitalised words from a token: a company's name. No name of a state, no month, no office.
Spot name_at(const Document& d, const Sentence& s, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t i = begin;
  while (i < end && i - begin < 5) {
    const bool joint = i > begin && i + 1 < end && (d.tokens[i].is(TokenKind::hyphen) || d.of(i) == "&") && d.tokens[i + 1].capital;
    if (!joint && !(d.tokens[i].is_word() && d.tokens[i].capital)) break;
    ++i;
  }
  for (const NameSpot& name : s.names) {
    if (name.begin == begin && name.end >= i) return {begin, begin};
  }
  for (const CueSpot& cue : s.cues) {
    const bool none = cue.begin == begin && (cue.cue == Cue::title || cue.cue == Cue::minor_title || cue.cue == Cue::month || cue.cue == Cue::no_company || cue.cue == Cue::org || cue.cue == Cue::no_person);
    if (none) return {begin, begin};
  }
  return {begin, i};
}

bool is_named(const Document& d, Spot name) {
  const Range here{d.tokens[name.begin].begin, d.tokens[name.end - 1].end};
  return std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::company_presence && one.plain.overlaps(here); });
}

// "The Norwegian bank DNB has an office in Lima", "Norway's Statkraft owns nine plants in Peru", "Norwegian oil giant Equinor"
void read_single(Document& d, const Sentence& s) {
  for (const Mention& own : d.mentions) {
    const bool owner = own.form == NameForm::name && own.end < s.range.end && d.tokens[own.end].is(TokenKind::possessive);
    if (!Document::is_pair(own.side) || (own.form != NameForm::adjective && !owner) || own.end >= s.range.end) continue;
    const Spot clause = clause_of(d, s, own.begin);
    std::uint32_t i = own.end + owner;
    bool firm = false;
    while (i < clause.end && i - own.end < 6 && d.tokens[i].is_word() && !d.tokens[i].capital) {
      firm = one_of(d.of(i), {"company", "firm", "bank", "giant", "conglomerate", "group", "airline", "manufacturer", "retailer", "operator", "producer", "chain", "brand", "carmaker", "automaker", "corporation", "enterprise", "insurer", "shipbuilder", "brewer", "maker", "developer", "utility", "multinational"});
      ++i;
    }
    if (!firm || i >= clause.end || !d.tokens[i].capital) continue;
    const Spot name = name_at(d, s, i, clause.end);
    if (name.begin >= name.end || is_named(d, name)) continue;
    bool there = false;
    for (const Mention& one : d.mentions) {
      if (one.begin < name.end || one.begin >= clause.end || one.side != Document::other(own.side)) continue;
      there = there || led_by(d, s, one, Cue::in_word) || led_by(d, s, one, Cue::to_word) || one.form == NameForm::adjective;
    }
    static constexpr std::string_view does[] = {"owns", "own", "operates", "opened", "has", "runs", "built", "acquired", "bought", "established", "entered", "invested", "took", "launched", "produces", "started", "set", "holds", "is", "inaugurated", "began", "formed", "maintains", "manages", "purchased", "founded"};
    std::uint32_t verb = name.end;
    while (verb < clause.end && verb - name.end < 4 && std::none_of(std::begin(does), std::end(does), [&](std::string_view word) { return d.of(verb) == word; })) ++verb;
    if (!there || verb >= clause.end || verb - name.end >= 4 || find_cue(s, Cue::plan, name.end, clause.end) || is_denied(s, clause.end, clause)) continue;
    const std::string period = told_period(d, s, name, clause, 16);
    Claim& claim = d.add(Kind::company_presence, name);
    claim.subject = d.of(name), claim.object = d.code(Document::other(own.side));
    claim.period = period;
  }
}

// "Statkraft, a Norwegian company, operates in Peru"
void read_apposed(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::company_noun || d.of(noun).ends_with("ies")) continue;
    const Mention* own = owner_of(d, s, noun);
    const Spot clause = clause_of(d, s, noun.begin);
    if (!own || own->begin < clause.begin + 3 || !one_of(d.of(own->begin - 1), {"a", "an", "the"}) || !d.tokens[own->begin - 2].is(TokenKind::comma)) continue;
    std::uint32_t begin = own->begin - 2;
    while (begin > clause.begin && own->begin - begin < 6 && d.tokens[begin - 1].is_word() && d.tokens[begin - 1].capital) --begin;
    const Spot name = name_at(d, s, begin, own->begin - 2);
    if (name.begin >= name.end || name.end != own->begin - 2 || is_named(d, name) || s.has(Cue::plan)) continue;
    const CueSpot* there = find_cue(s, Cue::company_present, noun.end, std::min(clause.end, noun.end + 10));
    if (!there || !speaks_of(d, s, Document::other(own->side), {there->begin, clause.end}) || is_denied(s, clause.end, clause)) continue;
    const std::string period = told_period(d, s, *there, clause, 10);
    Claim& claim = d.add(Kind::company_presence, name);
    claim.subject = d.of(name), claim.object = d.code(Document::other(own->side));
    claim.period = period;
  }
}

// "Norwegian companies operate in Peru", "the presence of Norwegian companies in Peru": not how many
void read_uncounted(Document& d, const Sentence& s) {
  if (s.has(Cue::company_list) && find_cue(s, Cue::company_list, s.range.begin)) {
    const auto named = [&](const Claim& one) { return one.kind == Kind::company_presence; };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), named)) return;
  }
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::company_noun || !d.of(noun).ends_with('s') || is_told(d, Kind::company_count, s.range) || s.has(Cue::plan)) continue;
    const Mention* own = owner_of(d, s, noun);
    if (!own || noun.begin - own->end > 1) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const bool front = own->begin <= clause.begin + 1 || find_cue(s, Cue::and_word, own->begin - 1, own->begin);
    const bool presence = own->begin >= clause.begin + 2 && one_of(d.of(own->begin - 2), {"presence"});
    const CueSpot* there = find_cue(s, Cue::company_present, noun.end, noun.end + 2);
    const bool here = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Document::other(own->side) && one.form == NameForm::name && one.begin >= noun.end && one.begin - noun.end <= 2 && led_by(d, s, one, Cue::in_word); });
    if (!(presence && here) && !(front && there && speaks_of(d, s, Document::other(own->side), {noun.end, clause.end}))) continue;
    const bool may = noun.end < clause.end && one_of(d.of(noun.end), {"could", "may", "might", "should", "can", "would", "to"});
    if (may || is_denied(s, clause.end, clause)) continue;
    Claim& claim = d.add(Kind::company_count, span(*own, there ? static_cast<Spot>(*there) : static_cast<Spot>(noun)));
    fill_giver(d, claim, own->side);
    claim.unit = "companies", claim.status = "vague";
  }
}

// "Norway is one of the largest investors in Peru", "a major investor": without a rank.
void read_vague_investors(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::investor_noun || is_told(d, Kind::fdi_stock, noun)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const CueSpot* best = find_cue_back(s, Cue::superlative, noun.begin, clause.begin);
    std::uint32_t from = best && noun.begin - best->end <= 4 ? best->begin : noun.begin;
    for (std::uint32_t i = noun.begin; i-- > clause.begin && noun.begin - i <= 4;) {
      if (one_of(d.of(i), {"major", "important", "key", "significant", "substantial", "big", "large"})) from = std::min(from, i);
    }
    if (from == noun.begin || is_denied(s, noun.begin, clause)) continue;
    const bool single = from > clause.begin && one_of(d.of(from - 1), {"a", "an"});
    bool several = single;
    for (std::uint32_t i = from; i-- > clause.begin && from - i <= 5;) several = several || d.of(i) == "of" || d.of(i) == "among";
    const Mention* who = doer_of(d, s, from, clause);
    if (!several || !who || who->form != NameForm::name || !Document::is_pair(who->side) || !speaks_of(d, s, Document::other(who->side), clause)) continue;
    const std::string period = told_period(d, s, noun, clause, 10);
    Claim& claim = d.add(Kind::fdi_stock, trimmed({from, noun.end}, noun, 12));
    fill_giver(d, claim, who->side);
    claim.status = "vague", claim.period = period;
  }
}

}  // namespace

void read_companies_told(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || d.grammar.language != "en" || d.mentions.empty()) return;
  if (s.has(Cue::investor_noun)) read_vague_investors(d, s);
  if (s.has(Cue::company_noun)) read_numbers_behind(d, s), read_vague_counts(d, s), read_apposed(d, s), read_uncounted(d, s);
  read_single(d, s);
}

}  // namespace comity::claims
