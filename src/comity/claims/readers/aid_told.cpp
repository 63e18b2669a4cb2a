// Aid without a sum: "Norway provides development aid to Peru", "donated 20 ambulances", "built with Norwegian assistance", "one of the
// main recipients of Norwegian aid".
#include <algorithm>

#include "comity/claims/readers/economy_parts.hpp"
#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// "mutual legal assistance", "the grant of duty-free access", "aid agencies": words of aid that tell of none.
bool is_other_thing(const Document& d, const Sentence& s, const CueSpot& noun) {
  const std::string_view word = d.of(noun), before = noun.begin > s.range.begin ? d.of(noun.begin - 1) : std::string_view(), behind = noun.end < s.range.end ? d.of(noun.end) : std::string_view();
  for (const std::string_view one : {"mutual", "Mutual", "legal", "judicial", "consular", "administrative", "tax", "for", "export"}) {
    if (before == one) return true;
  }
  for (const std::string_view one : {"agency", "agencies", "organisation", "organisations", "organization", "organizations", "worker", "workers", "committee", "Committee", "policy", "minister", "Minister", "office", "Agency", "convoy", "flotilla"}) {
    if (behind == one) return true;
  }
  // "Norway grants 20 scholarships": a verb
  if (word == "grants" && std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.end == noun.begin && one.form == NameForm::name; })) return true;
  return (word == "grant" || word == "grants" || word == "relief") && (behind == "of" || behind == "from");
}

bool weak(std::string_view word) {
  for (const std::string_view one : {"grant", "grants", "loan", "loans", "relief", "technical cooperation", "development cooperation", "in support", "in funding", "financial support", "technical support", "cooperation programme", "cooperation program"}) {
    if (word == one) return true;
  }
  return false;
}

// The verb of giving near before a noun.
const CueSpot* giving(const Sentence& s, std::uint32_t before, Spot clause) {
  const CueSpot* verb = find_cue_back(s, Cue::aid_verb, before, clause.begin);
  return verb && before - verb->end <= 9 ? verb : nullptr;
}

Side pair_side(const Mention* one) { return one && Document::is_pair(one->side) ? one->side : Side::none; }

// Who gives, by the words around a noun of aid; none: not said, or another.
Side giver_of(const Document& d, const Sentence& s, const CueSpot& noun, const CueSpot* verb, Spot clause) {
  if (const Mention* own = adjective_before(d, s, noun, 3)) {
    const bool receives = has_cue(s, Cue::from_word, {noun.end, noun.end + 3});
    if (!receives) return pair_side(own);
  }
  for (const Mention& one : d.mentions) {
    if (one.begin < noun.end || one.begin - noun.end > 5 || one.begin >= clause.end) continue;
    const bool state = one.form == NameForm::name || (one.end < s.range.end && (d.of(one.end) == "government" || d.of(one.end) == "Government"));
    if (state && (led_by(d, s, one, Cue::from_word) || led_by(d, s, one, Cue::by_word))) return pair_side(&one);
  }
  if (!verb) return Side::none;
  for (const Mention& one : d.mentions) {  // "was provided by Norway"
    if (one.begin >= verb->end && one.begin - verb->end <= 2 && led_by(d, s, one, Cue::by_word)) return pair_side(&one);
  }
  const Mention* who = doer_of(d, s, verb->begin, clause);
  return pair_side(who);
}

// Whom it reaches is the other of the two and nobody else.
bool reaches_other(const Document& d, const Sentence& s, Side giver, Spot noun, Spot clause) {
  for (const Mention& one : d.mentions) {
    if (one.begin < noun.end || one.begin - noun.end > 8 || one.begin >= clause.end) continue;
    const bool led = led_by(d, s, one, Cue::to_word) || led_by(d, s, one, Cue::for_word) || led_by(d, s, one, Cue::in_word);
    if (led && one.side == Side::third) return false;
    if (led && one.side == giver && !one.reference) return false;
  }
  const CueSpot* region = find_cue(s, Cue::region, noun.end, std::min(clause.end, noun.end + 6));
  if (region) return false;
  if (speaks_of(d, s, Document::other(giver), s.range)) return true;
  // "Afterwards Norway provided relief.": whom the sentence before spoke of
  return !has_third(d, s, s.range) && (d.last_subject == Document::other(giver) || Document::is_pair(d.last_first)) && !has_cue(s, Cue::to_word, {noun.end, std::min(clause.end, noun.end + 4)});
}

Claim& add_aid(Document& d, const Sentence& s, Spot quote, Spot anchor, Side giver, Spot clause) {
  const std::string period = told_period(d, s, anchor, clause);
  Claim& claim = d.add(Kind::aid, trimmed(quote, anchor, 14));
  fill_giver(d, claim, giver);
  claim.period = period;
  const CueSpot* verb = find_cue_back(s, Cue::aid_verb, anchor.end, clause.begin);
  const CueSpot* plan = find_cue_back(s, Cue::plan, anchor.begin, clause.begin);
  if (plan || (verb && d.grammar.texts[verb->data] == "planned")) claim.status = "planned";
  if (is_denied(s, anchor.begin, clause)) claim.polarity = "neg";
  // "funded many projects", "a number of schools": measured, not told
  for (std::uint32_t i = quote.begin; i < std::min(clause.end, quote.end + 6) && claim.status == "asserted"; ++i) {
    if (one_of(d.of(i), {"many", "various", "several", "numerous"}) || (d.of(i) == "number" && i + 1 < clause.end && d.of(i + 1) == "of")) claim.status = "vague";
  }
  return claim;
}

bool has_sum(const Sentence& s, Spot clause) {
  return std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return money_like(one) && one.begin >= clause.begin && one.end <= clause.end; });
}

bool aid_told(const Document& d, Spot clause) { return is_told(d, Kind::aid, clause) || is_told(d, Kind::export_credit, clause); }

void read_nouns(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::aid_noun) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    if (has_sum(s, clause) || aid_told(d, clause) || is_other_thing(d, s, noun) || (d.grammar.language == "en" && is_ended(d, noun.begin, clause))) continue;
    if (has_cue(s, Cue::treaty_noun, {clause.begin, std::min(clause.end, noun.end + 5)})) continue;  // "an agreement on financial assistance"
    const CueSpot* verb = giving(s, noun.begin, clause);
    if (!verb) verb = find_cue(s, Cue::aid_verb, noun.end, std::min(clause.end, noun.end + 3));
    const bool to_other = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin >= noun.end && one.begin - noun.end <= 2 && (led_by(d, s, one, Cue::with_word) || led_by(d, s, one, Cue::to_word) || led_by(d, s, one, Cue::for_word)); });
    if (!verb && !to_other && weak(d.of(noun))) continue;
    const Side giver = giver_of(d, s, noun, verb, clause);
    if (!Document::is_pair(giver)) continue;
    // "was built with Norwegian assistance": in an article on the two, the other's
    const Mention* own = adjective_before(d, s, noun, 3);
    const bool built = own && led_by(d, s, *own, Cue::with_word) && !has_third(d, s, s.range);
    if (!built && !reaches_other(d, s, giver, noun, clause)) continue;
    Spot quote = noun;
    if (verb && verb->begin < noun.begin) quote = span(*verb, noun);
    else if (own) quote = span(*own, noun);
    Claim& claim = add_aid(d, s, quote, noun, giver, clause);
    claim.unit = aid_unit(d.of(noun));
    // "provides development assistance": without a date, a work or a word for what is given it is only spoken of
    const bool told = (own && led_by(d, s, *own, Cue::with_word)) || claim.unit == "medical" || (verb && verb->begin > clause.begin && d.of(verb->begin - 1) == "to");
    if (claim.period.empty() && claim.status == "asserted" && !told) claim.status = "vague";
  }
}

// The words of a thing given in number: "20 ambulances", "100,000 vaccine doses".
Spot thing_behind(const Document& d, const Sentence& s, std::uint32_t from) {
  std::uint32_t i = from;
  while (i < s.range.end && i - from < 3 && d.tokens[i].is_word() && !d.tokens[i].capital) {
    bool stop = false;
    for (const Cue cue : {Cue::to_word, Cue::in_word, Cue::from_word, Cue::of_word, Cue::for_word, Cue::with_word, Cue::and_word, Cue::on_word}) stop = stop || s.cue_at(i, cue);
    if (stop) break;
    ++i;
  }
  return {from, i};
}

// "donated a statue", "a replica": a gift, no aid.
bool has_word_of_art(const Document& d, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to && i - from < 6; ++i) {
    for (const std::string_view word : {"statue", "bust", "replica", "painting", "sculpture", "book", "books", "monument", "plaque", "portrait", "tree", "trees", "land", "flag", "artworks", "artwork", "copy", "collection"}) {
      if (d.of(i) == word) return true;
    }
  }
  return false;
}

void read_things(Document& d, const Sentence& s) {
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::aid_verb) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    if (has_sum(s, clause) || aid_told(d, {verb.begin, std::min(clause.end, verb.end + 12)})) continue;
    const bool told = aid_told(d, s.range);
    const CueSpot* thing = find_cue(s, Cue::aid_goods, verb.end, std::min(clause.end, verb.end + 9));
    const bool handed = d.of(verb).starts_with("handed") && std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return one.kind == Amount::Kind::number && one.begin >= verb.end && one.begin - verb.end <= 2; });
    const bool gift = handed || d.of(verb).find("donat") != std::string_view::npos || d.of(verb).find("gift") != std::string_view::npos;
    if (!thing && !gift) continue;
    Side giver = pair_side(doer_of(d, s, verb.begin, clause));
    for (const Mention& one : d.mentions) {  // "cooperation provided by Norway in donating", "were donated by Norway"
      if (one.begin >= clause.begin && one.end <= std::min(clause.end, verb.end + 4) && led_by(d, s, one, Cue::by_word)) giver = pair_side(&one);
    }
    if (!Document::is_pair(giver) || !reaches_other(d, s, giver, verb, clause)) continue;
    const Amount* number = nullptr;
    for (const Amount& one : s.amounts) {
      if (one.kind == Amount::Kind::number && one.begin >= verb.end && one.begin - verb.end <= 3 && !number) number = &one;
    }
    if (told && !number) continue;  // "provides medical assistance, sending doctors": the same aid
    if (!thing && !number && has_word_of_art(d, verb.end, clause.end)) continue;
    const Spot what = number ? thing_behind(d, s, number->end) : thing ? static_cast<Spot>(*thing) : static_cast<Spot>(verb);
    Claim& claim = add_aid(d, s, span(verb, what.begin < what.end ? what : static_cast<Spot>(verb)), verb, giver, clause);
    if (!number || what.begin >= what.end) continue;
    claim.number = number->value, claim.tolerance = number->tolerance, claim.hedge = number->hedge;
    claim.unit = d.of(what);
  }
  for (const CueSpot& verb : s.cues) {  // "Norway assisted Peru in …", "financed the construction of a hospital in Lima"
    if (verb.cue != Cue::aid_help) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    if (has_sum(s, clause) || aid_told(d, clause)) continue;
    const Side giver = pair_side(doer_of(d, s, verb.begin, clause));
    if (!Document::is_pair(giver)) continue;
    bool other = false;
    for (const Mention& one : d.mentions) other = other || (one.side == Document::other(giver) && one.begin >= verb.end && one.begin - verb.end <= 8);
    if (other && !has_third(d, s, {verb.begin, std::min(clause.end, verb.end + 4)})) {
      Claim& claim = add_aid(d, s, verb, verb, giver, clause);
      if (claim.period.empty() && claim.status == "asserted" && !d.of(verb).starts_with("finance") && !d.of(verb).starts_with("funded") && d.of(verb).find("built") == std::string_view::npos) claim.status = "vague";
    }
  }
}

bool has_word_of_welfare(const Document& d, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (one_of(d.of(i), {"school", "schools", "hospital", "hospitals", "clinic", "clinics", "bridge", "bridges", "wells", "orphanage"})) return true;
  }
  return false;
}

// "The hospital in Lima was financed by Norway", "projects in Peru funded by the Norwegian government"
void read_paid_by(Document& d, const Sentence& s) {
  if (aid_told(d, s.range) || has_sum(s, s.range) || s.has(Cue::war_verb) || s.has(Cue::war_noun) || s.has(Cue::treaty_noun)) return;
  static constexpr WordSet paid("funded", "financed", "sponsored", "donated", "built", "renovated", "constructed", "rebuilt", "equipped", "restored");
  static constexpr WordBits any = bits_of(paid);
  if (!s.words.meet(any)) return;
  for (std::uint32_t i = s.range.begin; i + 2 < s.range.end; ++i) {
    const std::string_view word = d.of(i);
    const bool works = one_of(word, {"built", "renovated", "constructed", "rebuilt", "equipped", "restored"}) && has_word_of_welfare(d, s.range.begin, i);
    if ((word != "funded" && word != "financed" && word != "sponsored" && word != "donated" && !works) || d.of(i + 1) != "by") continue;
    for (const Mention& one : d.mentions) {
      if (one.begin < i + 2 || one.begin > i + 3 || !led_by(d, s, one, Cue::by_word) || !Document::is_pair(one.side) || one.form == NameForm::city) continue;
      const bool state = (one.form == NameForm::name && (one.end >= s.range.end || !(d.tokens[one.end].is(TokenKind::hyphen) || d.tokens[one.end].is(TokenKind::possessive)))) || (one.end < s.range.end && (d.of(one.end) == "government" || d.of(one.end) == "Government"));
      const Spot clause = clause_of(d, s, i);
      const bool jointly = one.end < s.range.end && (s.cue_at(one.end, Cue::and_word) || d.tokens[one.end].is(TokenKind::comma));
      if (!state || jointly || !speaks_of(d, s, Document::other(one.side), {s.range.begin, i}) || has_word_of_art(d, std::max(clause.begin, i - std::min(i, 6u)), i)) continue;
      add_aid(d, s, {i, one.end}, {i, i + 1}, one.side, clause);
      return;
    }
  }
}

// "Peru is one of the main recipients of Norwegian aid", "the largest recipient of Norwegian assistance in Latin America"
void read_recipients(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::recipient_noun) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const CueSpot* aid = find_cue(s, Cue::aid_noun, noun.end, std::min(clause.end, noun.end + 5));
    const Mention* own = aid ? adjective_before(d, s, *aid, 3) : nullptr;
    const Mention* who = doer_of(d, s, noun.begin, clause);
    if (!aid || !own || !Document::is_pair(own->side) || !who || who->side != Document::other(own->side)) continue;
    if (has_sum(s, clause) && aid_told(d, {aid->begin, aid->end})) continue;
    const CueSpot* best = find_cue_back(s, Cue::superlative, noun.begin, clause.begin);
    const Amount* rank = nullptr;
    for (const Amount& one : s.amounts) {
      if (one.kind == Amount::Kind::ordinal && one.end <= noun.begin && noun.begin - one.end <= 3) rank = &one;
    }
    bool several = false;
    for (std::uint32_t i = noun.begin; i-- > clause.begin && noun.begin - i <= 6;) several = several || d.of(i) == "of" || d.of(i) == "among";
    Claim& claim = add_aid(d, s, span(best ? static_cast<Spot>(*best) : static_cast<Spot>(noun), *aid), noun, own->side, clause);
    if ((rank || best) && !several) {
      claim.number = rank ? rank->value : 1;
      claim.unit = "rank";
      claim.scope = "among recipients";  // not among donors
    } else {
      claim.status = "vague";
    }
  }
}

// "Norway is one of Peru's largest donors", "one of the two foremost aid partners", "a major donor to Peru"
void read_vague_donors(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::donor_noun) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    if (is_told(d, Kind::aid, noun) || is_denied(s, noun.begin, clause)) continue;
    const CueSpot* best = find_cue_back(s, Cue::superlative, noun.begin, clause.begin);
    bool strong = best && noun.begin - best->end <= 3;
    for (std::uint32_t i = noun.begin; i-- > clause.begin && noun.begin - i <= 3;) {
      for (const std::string_view word : {"major", "important", "key", "significant", "generous"}) strong = strong || d.of(i) == word;
    }
    const Mention* who = nullptr;
    for (const Mention& one : d.mentions) {
      const bool owner = one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive);
      if (one.begin >= clause.begin && one.end <= noun.begin && !owner && one.form == NameForm::name && !led_by(d, s, one, Cue::of_word)) who = &one;
    }
    if (!strong || !Document::is_pair(pair_side(who)) || !speaks_of(d, s, Document::other(who->side), s.range)) continue;
    const Amount* many = nullptr;
    for (const Amount& one : s.amounts) {
      if (best && one.kind == Amount::Kind::number && one.end == best->begin && one.value >= 2) many = &one;
    }
    Claim& claim = d.add(Kind::aid, trimmed(span(best && noun.begin - best->end <= 3 ? static_cast<Spot>(*best) : static_cast<Spot>(noun), noun), noun, 12));
    fill_giver(d, claim, who->side);
    claim.period = told_period(d, s, noun, clause, 10);
    if (many) claim.number = many->value, claim.hedge = "le", claim.unit = "rank";
    else claim.status = "vague";
  }
}

// "The first USAID programme in Mongolia was launched in 1991": an agency of one of the two at work in the other.
void read_agencies(Document& d, const Sentence& s) {
  for (const CueSpot& agency : s.cues) {
    if (agency.cue != Cue::aid_agency || is_told(d, Kind::aid, s.range)) continue;
    const Side giver = d.side_of_code(d.grammar.texts[agency.data]);
    const Spot clause = clause_of(d, s, agency.begin);
    bool works = false;
    for (std::uint32_t i = agency.end; i < clause.end && i - agency.end < 6; ++i) {
      for (const std::string_view word : {"program", "programme", "programs", "programmes", "project", "projects", "funding", "funded", "supports", "supported", "activities", "mission"}) works = works || d.of(i) == word;
    }
    if (works && Document::is_pair(giver) && (reaches_other(d, s, giver, agency, clause) || std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Document::other(giver) && led_by(d, s, one, Cue::in_word); })) && !has_sum(s, s.range)) add_aid(d, s, agency, agency, giver, clause);
  }
}

}  // namespace

void read_aid_told(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || d.grammar.language != "en" || d.mentions.empty()) return;
  if (s.has(Cue::recipient_noun) && s.has(Cue::aid_noun)) read_recipients(d, s);
  if (s.has(Cue::donor_noun)) read_vague_donors(d, s);
  read_aid_begun(d, s);
  if (s.has(Cue::aid_noun)) read_nouns(d, s);
  if (s.has(Cue::aid_verb) || s.has(Cue::aid_help)) read_things(d, s);
  if (s.has(Cue::aid_agency)) read_agencies(d, s);
  if (s.has(Cue::by_word)) read_paid_by(d, s);
}

}  // namespace comity::claims
