// Aid that the other readers leave: whom it reaches is named ("humanitarian aid to Peru"), or what was helped ("helped the
// reconstruction of Peru", "renovated with funds from Norway"), debt forgiven, projects of a list with "(Grant)" behind.
#include <algorithm>

#include "comity/claims/readers/economy_parts.hpp"
#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

bool aid_told(const Document& d, Spot where) { return is_told(d, where, {Kind::aid, Kind::export_credit}); }

// Who gave what this page told of last; none: it told of no aid.
Side giver_so_far(const Document& d) {
  for (auto one = d.claims.rbegin(); one != d.claims.rend(); ++one) {
    if (one->kind == Kind::aid && Document::is_pair(d.side_of_code(one->subject))) return d.side_of_code(one->subject);
  }
  return Side::none;
}

bool is_of_development(std::string_view word) {
  static constexpr WordSet words{"development", "reconstruction", "infrastructure", "training", "humanitarian", "technical", "financial", "financially", "health", "medical", "relief", "programme", "program", "programmes", "programs", "project", "projects",
                                 "funding", "funds", "capacity", "agriculture", "schools", "hospital", "hospitals", "victims", "earthquake", "flood", "floods", "poverty", "rebuilding", "plan", "Program", "Programme", "Project", "equipment", "crisis", "pandemic", "Pandemic", "AIDS", "biomass", "energy", "demining", "education", "build", "building", "construct", "construction", "rebuild", "refinery", "factory", "roads", "dam", "industry", "agricultural", "farmers"};
  return words.has(word);
}

// "an agreement on financial assistance", "mutual legal assistance", "aid agencies", "loan of": no aid.
bool is_other_thing(const Document& d, const Sentence& s, Spot noun) {
  const std::string_view before = noun.begin > s.range.begin ? d.of(noun.begin - 1) : std::string_view(), behind = noun.end < s.range.end ? d.of(noun.end) : std::string_view();
  if (is_ended(d, noun.begin, s.range)) return true;
  if (d.of(noun) == "grants" && std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.end == noun.begin && one.form == NameForm::name; })) return true;
  if (one_of(behind, {"arm", "and", "with", "would"}) || (before == "to" && d.of(noun) == "grant")) return true;
  if (one_of(before, {"mutual", "Mutual", "legal", "Legal", "judicial", "consular", "administrative", "tax", "export"})) return true;
  if (one_of(behind, {"agency", "agencies", "worker", "workers", "organisation", "organisations", "organization", "organizations", "committee", "policy", "minister", "Minister", "Agency", "convoy", "flotilla", "Convention", "Treaty", "Agreement", "agreement"})) return true;
  const CueSpot* treaty = find_cue_back(s, Cue::treaty_noun, noun.begin, noun.begin - std::min(noun.begin - s.range.begin, 6u));
  return treaty && treaty->end < s.range.end && one_of(d.of(treaty->end), {"on", "of", "concerning", "regarding"});
}

// Whether the clause is about somebody else who gives: a third state or a body before the place, and none of the two.
bool is_anothers(const Document& d, const Sentence& s, std::uint32_t at, Spot clause) {
  bool third = has_cue(s, Cue::org, {clause.begin, at}), pair = false;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.end > at) continue;
    third = third || one.side == Side::third;
    pair = pair || (Document::is_pair(one.side) && !led_by(d, s, one, Cue::to_word) && !led_by(d, s, one, Cue::for_word));
  }
  return third && !pair;
}

Claim& add(Document& d, const Sentence& s, Spot quote, Spot anchor, Side from, Spot clause) {
  const std::string period = told_period(d, s, anchor, clause, 16);
  Claim& claim = d.add(Kind::aid, trimmed(quote, anchor, 14));
  fill_giver(d, claim, from);
  claim.period = period, claim.unit = aid_unit(d.of(anchor));
  const bool planned = find_cue_back(s, Cue::plan, anchor.begin, clause.begin) || (s.has(Cue::sign_verb) && has_cue(s, Cue::treaty_noun, {clause.begin, anchor.begin}));
  claim.status = planned ? "planned" : period.empty() ? "vague" : "asserted";
  if (is_denied(s, anchor.begin, clause)) claim.polarity = "neg";
  return claim;
}

// Whom it reaches: one of the two behind "to" or "for" near a noun of aid, or its people ("to Peruvian farmers"). With a third: nobody.
const Mention* reached(const Document& d, const Sentence& s, Spot noun, Spot clause) {
  const Mention* out = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.begin < noun.end || one.begin - noun.end > 7 || one.begin >= clause.end) continue;
    if (!led_by(d, s, one, Cue::to_word) && !led_by(d, s, one, Cue::for_word) && !(d.of(noun).starts_with("development") && led_by(d, s, one, Cue::with_word))) continue;
    if (!Document::is_pair(one.side) || (one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive) && one.form == NameForm::name && d.of(one.begin - 1) != "to")) return nullptr;
    if (!out) out = &one;
  }
  return out;
}

void read_reached(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::aid_noun || aid_told(d, s.range) || is_other_thing(d, s, noun)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const Mention* to = reached(d, s, noun, clause);
    if (!to || is_anothers(d, s, noun.begin, clause)) continue;
    const Side from = Document::other(to->side);
    const bool named = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == from && !led_by(d, s, one, Cue::to_word) && !led_by(d, s, one, Cue::for_word); });
    if (!named && giver_so_far(d) != from) continue;
    const Mention* own = adjective_before(d, s, noun, 3);
    if (own && own->side == to->side) continue;
    add(d, s, span(noun, *to), noun, from, clause);
    return;
  }
}

// "cooperation provided by Norway in delivering humanitarian aid", "its aid during Peru's crisis": who gives is named, and the other.
void read_given(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    const Spot clause = clause_of(d, s, noun.begin);
    if (noun.cue != Cue::aid_noun || is_told(d, noun, {Kind::aid, Kind::export_credit}) || is_other_thing(d, s, noun) || s.has(Cue::treaty_noun)) continue;
    const Mention* by = nullptr;
    for (const Mention& one : d.mentions) {
      const bool own = one.reference && one.end <= noun.begin && noun.begin - one.end <= 2 && d.of(one) == "its";
      const bool gives = led_by(d, s, one, Cue::by_word) && ((one.end <= noun.begin && noun.begin - one.end <= 4) || (one.begin >= noun.end && one.begin - noun.end <= 3));
      if ((own || gives) && Document::is_pair(one.side)) by = &one;
    }
    if (!by || has_third(d, s, clause)) continue;
    const bool other = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Document::other(by->side) && one.form < NameForm::capital; });
    if (!other || aid_told(d, noun)) continue;
    add(d, s, span(by->end <= noun.begin && noun.begin - by->end <= 4 ? static_cast<Spot>(*by) : static_cast<Spot>(noun), noun), noun, by->side, clause);
    return;
  }
}

// "helped the reconstruction of Peru", "has been contributing to the development of Peru", "supports Peru in agriculture"
void read_helped(Document& d, const Sentence& s) {
  static constexpr WordSet verbs{"helped", "helps", "helping", "help", "supported", "supports", "supporting", "contributing", "contributed", "contributes", "assist", "assists", "assisted", "assisting", "undertaken", "implemented", "funded", "funds", "funding", "finances", "financing"};
  static constexpr WordBits any = bits_of(verbs);
  if (!s.words.meet(any)) return;
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
    if (!verbs.has(d.of(i)) || aid_told(d, {i, std::min(s.range.end, i + 12)}) || (aid_told(d, s.range) && std::none_of(s.amounts.begin(), s.amounts.end(), money_like)) || s.has(Cue::war_verb) || s.has(Cue::org)) continue;
    const Spot clause = clause_of(d, s, i);
    const std::uint32_t reach = std::min(clause.end, i + 12);
    if (i + 1 < s.range.end && d.of(i + 1) == "by") continue;
    const Mention* who = doer_of(d, s, i, clause);
    if (!who) {  // "Norwegian cooperation assists Peru"
      for (const Mention& one : d.mentions) {
        if (one.form == NameForm::adjective && one.end + 1 == i && one_of(d.of(one.end), {"cooperation", "aid", "assistance", "funds", "experts", "engineers", "specialists", "advisers", "advisors", "technicians", "companies"})) who = &one;
      }
    }
    const auto to_do = std::find_if(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.end + 1 == i && d.of(i - 1) == "to" && led_by(d, s, one, Cue::for_word); });
    if (to_do != d.mentions.end()) who = &*to_do;  // "an agreement for Norway to assist Peru"
    bool develops = false;
    for (std::uint32_t k = i + 1; k < reach; ++k) develops = develops || is_of_development(d.of(k));
    if (!who || !Document::is_pair(who->side) || i - who->end > 6 || !develops || is_denied(s, i, clause) || has_third(d, s, {i, reach})) continue;
    const Mention* whom = nullptr;
    for (const Mention& one : d.mentions) {
      if (!whom && one.begin > i && one.begin < reach && one.side == Document::other(who->side)) whom = &one;
    }
    if (!whom) continue;
    Claim& claim = add(d, s, {i, whom->end}, {i, i + 1}, who->side, clause);
    if (to_do != d.mentions.end()) claim.status = "planned";
    return;
  }
}

// "The development cooperation dates back to 1951", "Economic cooperation was initiated in 1956": of the giver whom the page has told
void read_begun(Document& d, const Sentence& s) {
  const Side from = giver_so_far(d);
  if (!Document::is_pair(from) || s.dates.empty() || aid_told(d, s.range)) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::aid_noun || noun.begin > s.range.begin + 3) continue;
    for (std::uint32_t i = noun.end; i < std::min(s.range.end, noun.end + 5); ++i) {
      if (!one_of(d.of(i), {"began", "started", "initiated", "dates", "launched", "commenced", "begun"})) continue;
      const auto when = std::find_if(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin > i && one.begin - i <= 4; });
      if (when == s.dates.end() || std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.end <= noun.begin && one.side != from; })) return;
      Claim& claim = d.add(Kind::aid, {s.range.begin, when->end});
      fill_giver(d, claim, from);
      When at = *when;
      at.since = d.of(i) == "dates" && !at.year2;
      claim.period = at.text(), claim.unit = aid_unit(d.of(noun));
      return;
    }
  }
}

// "Norwegian forces arrived in Peru to deliver humanitarian aid": those of one, in the other
void read_delivered(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::aid_noun || aid_told(d, s.range) || is_other_thing(d, s, noun) || has_third(d, s, s.range) || s.has(Cue::treaty_noun)) continue;
    const Mention *own = nullptr, *there = nullptr;
    for (const Mention& one : d.mentions) {
      const bool team = one.form == NameForm::adjective && one.end < noun.begin && one_of(d.of(one.end), {"forces", "army", "navy", "troops", "doctors", "teams", "team", "NGOs", "organisations", "organizations", "volunteers", "rescuers", "experts", "air", "medics", "ships", "helicopters"});
      if (team && !own && Document::is_pair(one.side)) own = &one;
      else if (own && one.side == Document::other(own->side) && one.end <= noun.begin && (led_by(d, s, one, Cue::in_word) || led_by(d, s, one, Cue::to_word))) there = &one;
    }
    if (!own || !there) continue;
    add(d, s, {own->begin, there->end}, {own->begin, there->end}, own->side, clause_of(d, s, noun.begin));
    return;
  }
}

// "provides technical training to Peruvians", "offers 130 slots to Peru every year"
void read_things(Document& d, const Sentence& s) {
  static constexpr WordSet things{"training", "funding", "slots", "equipment", "courses", "fellowships", "seats", "support", "uniforms", "expertise", "rice", "wheat", "food"};
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::aid_verb || aid_told(d, s.range)) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    std::uint32_t thing = verb.end;
    while (thing < clause.end && thing - verb.end < 14 && !things.has(d.of(thing))) ++thing;
    if (thing >= clause.end || thing - verb.end >= 14) continue;
    const Mention* to = reached(d, s, {thing, thing + 1}, clause);
    const Mention* who = doer_of(d, s, verb.begin, clause);
    if (!to || !who || who->side != Document::other(to->side) || has_third(d, s, {verb.begin, to->begin})) continue;
    if (d.of(thing) == "support" && !std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::aid_noun; })) continue;  // political
    Claim& claim = add(d, s, {verb.begin, to->end}, {verb.begin, thing + 1}, who->side, clause);
    claim.unit = d.of(thing);
    for (const Amount& one : s.amounts) {
      if (one.kind != Amount::Kind::number || one.begin < verb.end || one.end > thing) continue;
      claim.number = one.value, claim.tolerance = one.tolerance, claim.hedge = one.hedge;
      if (claim.status == "vague") claim.status = "asserted";
      if (claim.unit == "slots" && has_cue(s, Cue::per_year, clause)) claim.unit = "people/year";
    }
    return;
  }
}

// "was renovated with funds from Norway", "established with the assistance from the Norwegian government"
void read_with_funds(Document& d, const Sentence& s) {
  static constexpr WordSet means{"funds", "funding", "assistance", "support", "help", "financing", "aid", "donation", "donations", "grant", "money"};
  static constexpr WordBits any = bits_of(means);
  if (!s.words.meet(any)) return;
  for (std::uint32_t i = s.range.begin + 1; i + 2 < s.range.end; ++i) {
    if (!means.has(d.of(i)) || aid_told(d, s.range)) continue;
    const Mention* adjective = adjective_before(d, s, {i, i + 1}, 1);  // "built with Norwegian funds"
    if (!adjective && !one_of(d.of(i + 1), {"from", "of"})) continue;
    if (!find_cue(s, Cue::with_word, i - std::min(i - s.range.begin, 3u), i) && !one_of(d.of(i - 1), {"through", "under"})) continue;
    const Spot clause = clause_of(d, s, i);
    bool made = false;
    for (std::uint32_t k = clause.begin; k < i; ++k) made = made || one_of(d.of(k), {"built", "renovated", "constructed", "established", "restored", "opened", "rebuilt", "founded", "developed", "implemented", "carried", "completed", "equipped", "modernised", "modernized"});
    for (const Mention& one : d.mentions) {
      if (!made || (adjective ? &one != adjective : one.begin < i + 2 || one.begin > i + 3) || !Document::is_pair(one.side) || has_third(d, s, s.range) || s.has(Cue::treaty_noun)) continue;
      Claim& claim = add(d, s, span({i, i + 1}, one), {i, i + 1}, one.side, clause);
      const bool apart = std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& cue) { return cue.begin >= one.end && one_of(d.of(cue), {"after", "before"}); }) || one_of(d.of(std::min(one.end, s.range.end - 1)), {"after", "before", "when"});
      if (apart && (s.dates.empty() || s.dates.front().begin > one.end)) claim.period.clear(), claim.status = "vague";
      return;
    }
  }
}

// "Norway forgave half of Peru's debt, about US$30 million"
void read_debt(Document& d, const Sentence& s) {
  static constexpr WordBits any = bits_of(WordSet("debt", "debts"));
  if (!s.words.meet(any)) return;
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
    if ((d.of(i) != "debt" && d.of(i) != "debts") || aid_told(d, s.range)) continue;
    const Spot clause = clause_of(d, s, i);
    std::uint32_t verb = clause.begin;
    while (verb < clause.end && !one_of(d.of(verb), {"forgave", "forgiven", "pardoned", "cancelled", "canceled", "waived", "wrote", "written", "forgive", "cancel"})) ++verb;
    if (verb >= clause.end || (verb > i ? verb - i : i - verb) > 10) continue;
    Side from = Side::none;
    for (const Mention& one : d.mentions) {
      const bool owes = (one.end <= i && i - one.end <= 3 && one.begin > verb) || (one.begin > i && one.begin - i <= 3 && led_by(d, s, one, Cue::of_word)) || led_by(d, s, one, Cue::to_word);
      if (owes && Document::is_pair(one.side)) from = Document::other(one.side);
    }
    if (from == Side::none) {
      const Mention* who = doer_of(d, s, verb, clause);
      if (who && speaks_of(d, s, Document::other(who->side), s.range)) from = who->side;
    }
    if (!Document::is_pair(from) || is_denied(s, verb, clause)) continue;
    const std::string period = told_period(d, s, {verb, i + 1}, clause, 12);
    bool summed = false;
    for (const Amount& one : s.amounts) {
      if (!money_like(one) || one.begin < clause.begin || one.begin >= clause.end) continue;
      Claim& claim = d.add(Kind::aid, summed ? static_cast<Spot>(one) : trimmed(span({std::min(verb, i), i + 1}, one), {std::min(verb, i), i + 1}, 16));
      d.set_amount(claim, one);
      fill_giver(d, claim, from);
      claim.period = period, claim.note = "debt forgiven", summed = true;
    }
    if (!summed) add(d, s, {std::min(verb, i), std::max(verb, i) + 1}, {std::min(verb, i), std::max(verb, i) + 1}, from, clause).note = "debt forgiven";
    return;
  }
}

// "Kathmandu Ring Road Improvement Project – (Grant)": a line of the projects that a page on aid lists.
void read_projects(Document& d, const Sentence& s) {
  const Side from = giver_so_far(d);
  if (!Document::is_pair(from) || aid_told(d, s.range) || !s.dates.empty() || s.range.end - s.range.begin > 24) return;
  for (const CueSpot& noun : s.cues) {
    const bool inside = noun.cue == Cue::aid_noun && noun.begin > s.range.begin + 1 && noun.end < s.range.end && d.tokens[noun.begin - 1].is(TokenKind::open) && d.tokens[noun.end].is(TokenKind::close);
    if (!inside || !d.tokens[s.range.begin].capital) continue;
    Claim& claim = d.add(Kind::aid, trimmed({s.range.begin, noun.end + 1}, {s.range.begin, s.range.begin + 1}, 12));
    fill_giver(d, claim, from);
    claim.unit = aid_unit(d.of(noun));
    return;
  }
}

}  // namespace

void read_aid_plain(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || d.grammar.language != "en") return;
  if (s.has(Cue::aid_noun)) read_projects(d, s), read_begun(d, s);
  if (d.mentions.empty() || d.tokens[s.range.end - 1].is(TokenKind::colon)) return;
  const bool summed = std::any_of(s.amounts.begin(), s.amounts.end(), money_like);
  read_debt(d, s);
  if (summed) read_helped(d, s);
  if (summed || s.has(Cue::credit_noun)) return;
  if (s.has(Cue::aid_verb)) read_things(d, s);
  if (s.has(Cue::aid_noun)) read_reached(d, s), read_given(d, s), read_delivered(d, s);
  read_helped(d, s);
  read_with_funds(d, s);
}

}  // namespace comity::claims
