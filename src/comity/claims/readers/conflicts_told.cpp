// What the other readers of wars leave: rule over another ("was a British colony", "part of the Spanish Empire"), civil wars, wars
// without a date or with a third state, raids, troops sent, sieges. Speaks only where the sentence told no conflict yet.
#include <algorithm>

#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

std::string code_of(const Document& d, const Mention& one) { return Document::is_pair(one.side) ? d.code(one.side) : one.side == Side::third ? d.grammar.code(one.state) : std::string(); }
bool in_pair(const Document& d, std::string_view code) { return !code.empty() && (code == d.code(Side::first) || code == d.code(Side::second)); }

Claim& add(Document& d, Spot quote, Spot anchor, const std::string& by, const std::string& whom, std::string_view unit, const std::string& period) {
  Claim& claim = d.add(Kind::conflict, trimmed(quote, anchor, 16));
  claim.subject = by, claim.object = whom, claim.unit = unit, claim.period = period;
  if (!by.empty() && !in_pair(d, by)) claim.scope = by;
  else if (!whom.empty() && !in_pair(d, whom)) claim.scope = whom;
  return claim;
}

// Whether a state stands behind a preposition that makes it no subject.
bool is_led(const Document& d, const Sentence& s, const Mention& one) {
  for (const Cue cue : {Cue::to_word, Cue::in_word, Cue::from_word, Cue::for_word, Cue::with_word, Cue::by_word, Cue::of_word}) {
    if (led_by(d, s, one, cue)) return true;
  }
  return false;
}

// Whom a rule was over: the last state before a place that no preposition leads; both where two are joined by "and".
Side subject_of(const Document& d, const Sentence& s, Spot clause, std::uint32_t before, const Mention** where) {
  const Mention *last = nullptr, *first = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.end > before || one.form >= NameForm::adjective || is_led(d, s, one)) continue;
    if (d.of(one) == "both" || d.of(one) == "Both") continue;
    if (one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive)) continue;
    first = last && one.begin - last->end <= 2 && find_cue(s, Cue::and_word, last->end, one.begin) ? last : nullptr;
    last = &one;
  }
  if (!last) return Side::none;
  *where = first ? first : last;
  return first && first->side != last->side && Document::is_pair(first->side) && Document::is_pair(last->side) ? Side::both : last->side;
}

void add_rule(Document& d, const Sentence& s, Spot anchor, const Mention& power, Side over, const Mention& where, Spot clause) {
  const std::string by = code_of(d, power), period = told_period(d, s, {anchor.begin, std::max(anchor.end, power.end)}, clause, 8);
  const Spot quote = span(where, {anchor.begin, std::max(anchor.end, power.end)});
  for (const Side side : {Side::first, Side::second}) {
    if ((over == side || over == Side::both) && d.code(side) != by && !by.empty()) add(d, quote, anchor, by, d.code(side), "colony", period);
  }
  if (over == Side::third && in_pair(d, by)) add(d, quote, anchor, by, d.grammar.code(where.state), "colony", period);
}

bool is_overseas_power(std::string_view code) { return one_of(code, {"GBR", "ESP", "PRT", "FRA", "NLD", "BEL", "ITA", "DNK", "DEU", "JPN"}); }

bool find_former(const Document& d, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (d.of(i) == "former") return true;
  }
  return false;
}

// "Peru was under Norwegian rule from 1814 to 1905"
void read_under(Document& d, const Sentence& s) {
  for (const Mention& power : d.mentions) {
    if (power.form != NameForm::adjective || power.end >= s.range.end || power.begin < s.range.begin + 2 || (d.of(power.begin - 1) != "under" && d.of(power.begin - 2) != "under")) continue;
    std::uint32_t i = power.end;
    if (i + 1 < s.range.end && one_of(d.of(i), {"colonial", "imperial", "military", "direct"})) ++i;
    const Spot clause = clause_of(d, s, i);
    const Mention* where = nullptr;
    if (!one_of(d.of(i), {"rule", "domination", "administration", "occupation"}) || is_told(d, Kind::conflict, {i, i + 1})) continue;
    std::uint32_t be = power.begin;
    while (be > clause.begin && power.begin - be < 5 && !one_of(d.of(be), {"was", "were", "been", "came", "remained", "fell"})) --be;
    if (!one_of(d.of(be), {"was", "were", "been", "came", "remained", "fell"})) continue;
    const Side over = subject_of(d, s, clause, be, &where);
    if (where) add_rule(d, s, {i, i + 1}, power, over, *where, clause);
  }
}

// "Peru was a Spanish colony until 1821", "both were once part of the British Empire", "were colonised by France"
void read_rule(Document& d, const Sentence& s) {
  static constexpr WordSet nouns{"colony", "colonies", "Colony", "protectorate", "protectorates", "Protectorate", "dominion", "possession", "possessions", "mandate"};
  static constexpr WordSet ruled{"colonised", "colonized", "ruled", "governed", "administered"};
  for (std::uint32_t i = s.range.begin + 2; i < s.range.end; ++i) {
    const std::string_view word = d.of(i);
    const bool noun = nouns.has(word), part = i + 2 < s.range.end && ((word == "part" && d.of(i + 1) == "of") || (word == "belonged" && d.of(i + 1) == "to")), colonised = ruled.has(word);
    if ((!noun && !part && !colonised) || is_told(d, Kind::conflict, {i, i + 1})) continue;
    const Spot clause = clause_of(d, s, i);
    const Mention* power = nullptr;
    std::uint32_t be = i;
    const auto is_be = [&](std::uint32_t k) { return one_of(d.of(k), {"was", "were", "been", "became", "remained", "being", "formed", "as", "As", "belonged", "are", "is"}); };
    while (be > clause.begin && i - be < 9 && !is_be(be)) --be;
    const bool former = find_former(d, be, i);
    if ((be == i && word != "belonged") || !is_be(be) || (one_of(d.of(be), {"are", "is"}) && !former) || is_denied(s, i, {be > clause.begin + 2 ? be - 2 : clause.begin, i})) continue;
    for (const Mention& one : d.mentions) {
      const bool before = noun && one.form == NameForm::adjective && one.begin > be && one.end <= i && i - one.end <= 2;
      const bool behind = one.begin > i && one.begin - i <= 5 && one.form < NameForm::capital && (colonised ? led_by(d, s, one, Cue::by_word) : led_by(d, s, one, word == "belonged" ? Cue::to_word : Cue::of_word));
      if (!power && (before || behind)) power = &one;
    }
    if (!power) continue;
    const bool empire = power->end < s.range.end && one_of(d.of(power->end), {"Empire", "empire", "colonial", "Crown", "crown"});
    if (part && !(empire && is_overseas_power(code_of(d, *power)))) continue;
    const Mention* where = nullptr;
    Side over = subject_of(d, s, clause, be, &where);
    for (const Mention& one : d.mentions) {  // "As former British colonies, the two countries …"
      if (!where && d.of(be) == "As" && one.begin > i && one.begin - i <= 5 && one.form < NameForm::adjective) where = &one, over = one.side;
    }
    if (where) add_rule(d, s, {i, i + 1}, *power, over, *where, clause);
  }
}

// "the start of the Peruvian Civil War", "a civil war broke out in Peru in 1980": of one, and against nobody else.
void read_civil_wars(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 1; i + 1 < s.range.end; ++i) {
    if ((d.of(i) != "civil" && d.of(i) != "Civil") || !one_of(d.of(i + 1), {"war", "War", "wars", "Wars"}) || is_told(d, Kind::conflict, {i, i + 2})) continue;
    const Spot clause = clause_of(d, s, i);
    bool turn = false;
    for (std::uint32_t k = i; k-- > clause.begin && i - k <= 7;) turn = turn || one_of(d.of(k), {"start", "outbreak", "beginning", "onset", "eruption", "end", "broke"});
    for (std::uint32_t k = i + 2; k < clause.end && k - i <= 6; ++k) turn = turn || one_of(d.of(k), {"began", "started", "broke", "erupted", "ended", "lasted", "raged"});
    // "their civil wars, which lasted until 1992 for Peru and until 2002 for Norway"
    for (const Mention& one : d.mentions) {
      const auto when = std::find_if(s.dates.begin(), s.dates.end(), [&](const When& date) { return date.begin > i && date.end < one.begin && one.begin - date.end <= 2; });
      if (when != s.dates.end() && Document::is_pair(one.side) && led_by(d, s, one, Cue::for_word)) add(d, {when->begin, one.end}, {when->begin, one.end}, d.code(one.side), "", "civil war", when->text());
    }
    const Mention* own = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.form == NameForm::adjective && one.end == i) own = &one;
      if (!own && one.form == NameForm::name && one.begin >= i + 2 && one.begin - i <= 7 && led_by(d, s, one, Cue::in_word)) own = &one;
    }
    // "the start of the Peruvian Civil War and Norwegian Civil War"
    turn = turn || (own && own->begin > clause.begin && find_cue(s, Cue::and_word, own->begin - 1, own->begin) && std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [](const Claim& one) { return one.unit == "civil war"; }));
    if (!turn || !own || !Document::is_pair(own->side)) continue;
    std::string period = told_period(d, s, {i, std::max(i + 2, own->end)}, clause, 12);
    if (period.empty() && d.claims.size() > d.sentence_claims && d.claims.back().unit == "civil war") period = d.claims.back().period;
    add(d, span(*own, {i, i + 2}), {i, i + 2}, d.code(own->side), "", "civil war", period);
  }
}

bool is_armed(std::string_view word) { return one_of(word, {"troops", "forces", "army", "Army", "soldiers", "navy", "Navy", "military", "air", "warships", "warplanes", "fleet", "rebels", "militia", "Empire", "empire", "Brigade", "government", "pirates", "privateers", "guerrillas", "conquistadors", "conquerors", "aircraft", "planes", "gunboats"}); }

// Who does what a verb says, and its code: a name or a nation at arms before it.
const Mention* fighter(const Document& d, const Sentence& s, std::uint32_t verb, Spot clause) {
  const Mention* out = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.end > verb || verb - one.end > 10 || one.form == NameForm::city || one.form == NameForm::capital || is_led(d, s, one)) continue;
    if (one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive)) continue;
    bool armed = one.form != NameForm::adjective;
    for (std::uint32_t k = one.end; k < std::min(verb, one.end + 3); ++k) armed = armed || is_armed(d.of(k));
    // "Albania and Italy had declared": the one of the two
    if (armed && !(out && Document::is_pair(out->side) && one.side == Side::third && find_cue(s, Cue::and_word, out->end, one.begin))) out = &one;
  }
  return out;
}

// How far a phrase of war reaches that begins at a token; 0: it is none. "fought a series of wars", "declared war on", "launched raids on".
std::uint32_t act_of_war(const Document& d, const Sentence& s, std::uint32_t i) {
  const auto any = [&](std::uint32_t from, std::uint32_t most, auto has) {
    for (std::uint32_t k = from; k < s.range.end && k < from + most; ++k) {
      if (has(d.of(k))) return k + 1;
    }
    return 0u;
  };
  const std::string_view word = d.of(i), next = i + 1 < s.range.end ? d.of(i + 1) : std::string_view();
  if (word == "fought") {
    if (next == "against") return i + 2;
    return any(i + 1, 6, [](std::string_view one) { return one_of(one, {"war", "wars", "battle", "battles"}); });
  }
  if (one_of(word, {"declared", "waged", "launched"}) && next == "war") return i + 2;
  if (word == "went" && next == "to") return any(i + 2, 1, [](std::string_view one) { return one == "war"; });
  if (one_of(word, {"was", "were", "been", "is", "are"}) && next == "at") return any(i + 2, 1, [](std::string_view one) { return one == "war"; });
  if (word == "intervened") return next == "militarily" ? i + 2 : any(i + 1, 4, [](std::string_view one) { return one == "militarily" || one == "war"; });
  if (one_of(word, {"launched", "carried", "conducted"})) return any(i + 1, 6, [](std::string_view one) { return one_of(one, {"raid", "raids", "attack", "attacks", "offensive", "invasion", "airstrikes", "airstrike", "bombing", "strikes", "incursions"}); });
  if (one_of(word, {"penetrated", "raided", "besieged", "shelled", "defeated", "invaded", "conquered", "bombarded"})) return i + 1;
  if (word == "shot" && next == "down") return i + 2;
  return 0;
}

// What somebody thought, feared or avoided is no war.
bool is_judged(const Document& d, std::uint32_t i, std::uint32_t from) {
  for (std::uint32_t k = i; k-- > from && i - k <= 6;) {
    if (one_of(d.of(k), {"prevent", "avoid", "threatened", "would", "could", "might", "may", "if", "against", "condemned", "film", "book", "together", "alongside", "jointly"})) return true;
  }
  return false;
}

void read_acts(Document& d, const Sentence& s) {
  static constexpr WordSet heads{"fought", "declared", "waged", "launched", "went", "was", "were", "been", "intervened", "carried", "conducted", "penetrated", "raided", "besieged", "shelled", "defeated", "invaded", "conquered", "bombarded", "shot"};
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
    const std::uint32_t end = heads.has(d.of(i)) ? act_of_war(d, s, i) : 0;
    if (!end) continue;
    const Spot clause = clause_of(d, s, i);
    const bool goes_on = i > s.range.begin && find_cue(s, Cue::and_word, i - 1, i) && is_told(d, Kind::conflict, clause);  // "entered the land and shelled villages": told
    if (goes_on || is_told(d, Kind::conflict, {i, end}) || is_judged(d, i, clause.begin) || is_denied(s, i, {i - std::min(i - clause.begin, 4u), i})) continue;
    const Mention* who = fighter(d, s, i, clause);
    if (!who || (i > who->end && find_cue(s, Cue::by_word, end, end + 1))) continue;
    const Mention* whom = nullptr;
    for (const Mention& one : d.mentions) {
      const bool troops = one.form != NameForm::adjective || (one.end < s.range.end && (is_armed(d.of(one.end)) || d.of(one.end).starts_with("territor") || one_of(d.of(one.end), {"coast", "positions", "villages", "cities", "ports", "ships", "ship", "soil", "aircraft", "plane", "vessel", "towns", "bases"})));
      if (!whom && one.begin >= end && one.begin - end <= 9 && one.begin < clause.end && one.side != who->side && troops) whom = &one;
    }
    const bool each = who->side == Side::both;
    if (each && whom && whom->side == Side::third) continue;
    const Side first = d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
    std::string by = each ? d.code(first) : code_of(d, *who), other = each ? d.code(Document::other(first)) : whom ? whom->side == Side::both ? "" : code_of(d, *whom) : "";
    if (other.empty() && Document::is_pair(who->side)) other = d.code(Document::other(who->side));
    if (by.empty() || other.empty() || by == other || (!in_pair(d, by) && !in_pair(d, other))) continue;
    // "fought in the war" of another: with nobody named, only a phrase that says whom
    if (!whom && !each && d.of(i) == "fought") continue;
    add(d, {who->begin, end}, {i, end}, by, other, "", told_period(d, s, {i, end}, clause, 10));
  }
}

// "a border conflict broke out between Peru and Ecuador in 1995": the first two behind "between", one of them of the pair
void read_between(Document& d, const Sentence& s) {
  static constexpr WordSet nouns{"war", "War", "wars", "conflict", "hostilities", "fighting", "clashes", "confrontations", "battle", "battles"};
  for (std::uint32_t i = s.range.begin; i + 3 < s.range.end; ++i) {
    if (!nouns.has(d.of(i)) || is_told(d, Kind::conflict, s.range)) continue;
    const CueSpot* between = find_cue(s, Cue::between, i + 1, i + 4);
    if (!between || is_judged(d, i, s.range.begin)) continue;
    bool parted = false;
    for (std::uint32_t k = i + 1; k < between->begin; ++k) parted = parted || !one_of(d.of(k), {"broke", "out", "erupted", "began", "started", "took", "place", "occurred"});
    if (parted) continue;
    const Mention *first = nullptr, *second = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.begin < between->end || one.begin - between->end > 8 || one.form >= NameForm::capital) continue;
      if (!first) first = &one;
      else if (!second && one.side != first->side) second = &one;
    }
    if (first && first->side == Side::both && !second) {  // "an armed conflict between the two countries took place in 1995"
      const Side one = d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
      const std::string when = told_period(d, s, {i, first->end}, clause_of(d, s, i), 8);
      if (!when.empty() && !s.has(Cue::treaty_noun) && !one_of(d.of(s.range.begin), {"After", "During", "Following", "Since"})) add(d, {i, first->end}, {i, i + 1}, d.code(one), d.code(Document::other(one)), "", when);
      continue;
    }
    const Spot clause = clause_of(d, s, i);
    const bool armed = i > s.range.begin && d.of(i - 1) == "armed";
    const std::string period = told_period(d, s, {i, second ? second->end : i + 1}, clause, 10);
    if (!first || !second || (period.empty() && !armed) || find_cue_back(s, Cue::treaty_noun, i, s.range.begin) || one_of(d.of(s.range.begin), {"After", "During", "Following", "Since"})) continue;
    std::string by = code_of(d, *first), whom = code_of(d, *second);
    if (in_pair(d, by) && in_pair(d, whom) && whom < by) std::swap(by, whom);
    if (by.empty() || whom.empty() || (!in_pair(d, by) && !in_pair(d, whom))) continue;
    Claim& claim = add(d, {i, second->end}, {i, i + 1}, by, whom, "", period);
    if (period.empty()) claim.status = "vague";
  }
}

// "differences which had resulted in armed conflict": between the two that the sentence names
void read_armed_conflict(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 2; i + 1 < s.range.end; ++i) {
    if (d.of(i) != "armed" || !one_of(d.of(i + 1), {"conflict", "conflicts", "clashes", "confrontation", "confrontations"}) || is_told(d, Kind::conflict, s.range)) continue;
    const bool led = one_of(d.of(i - 1), {"in", "to", "into", "several", "various", "an"}) && !is_judged(d, i, s.range.begin);
    if (!led || s.has(Cue::negation) || !speaks_of(d, s, Side::first, s.range) || !speaks_of(d, s, Side::second, s.range) || has_third(d, s, s.range)) continue;
    const Side first = d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
    const std::string period = s.has(Cue::treaty_noun) || s.has(Cue::sign_verb) ? std::string() : told_period(d, s, {i, i + 2}, clause_of(d, s, i), 5);
    add(d, {i - 2, i + 2}, {i, i + 2}, d.code(first), d.code(Document::other(first)), "", period).status = period.empty() ? "vague" : "asserted";
    return;
  }
}

// "Norway sent troops to Peru", "Norwegian troops came to Peru in 1868"
void read_troops(Document& d, const Sentence& s) {
  static constexpr WordSet nouns{"troops", "soldiers", "detachment", "warships", "squadron"};
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
    if (!nouns.has(d.of(i)) || is_told(d, Kind::conflict, s.range)) continue;
    const Spot clause = clause_of(d, s, i);
    bool peace = false;
    for (std::uint32_t k = clause.begin; k < clause.end; ++k) peace = peace || one_of(d.of(k), {"peacekeeping", "peacekeepers", "exercise", "exercises", "parade", "humanitarian", "relief", "earthquake", "training", "trained", "train", "UN", "NATO", "withdrawn", "withdrew", "marched", "mission", "can", "may", "KFOR", "contingent"});
    if (peace) return;
    std::uint32_t sent = i;
    while (sent > clause.begin && i - sent < 6 && !one_of(d.of(sent), {"sent", "send", "sending", "deployed", "dispatched", "landed"})) --sent;
    const bool sends = sent < i && one_of(d.of(sent), {"sent", "send", "sending", "deployed", "dispatched", "landed"});
    std::uint32_t came = i + 1;
    while (came < clause.end && came - i <= 3 && !one_of(d.of(came), {"came", "arrived", "landed", "entered", "crossed", "intervened", "stationed"})) ++came;
    const bool comes = came < clause.end && came - i <= 3;
    if (!sends && !comes) continue;
    const Mention *who = nullptr, *where = nullptr;
    for (const Mention& one : d.mentions) {
      const bool adjective = one.form == NameForm::adjective && one.end <= i && i - one.end <= 1 && comes;
      const bool name = sends && one.form == NameForm::name && one.end <= sent && sent - one.end <= 6 && one.begin >= clause.begin && one.end > 0 && !(is_led(d, s, one));
      if (adjective || name) who = &one;
      if (!where && who && one.begin > i && one.begin - i <= 8 && one.side != who->side && one.form != NameForm::adjective && code_of(d, one) != code_of(d, *who)) where = &one;
    }
    if (!who || (!where && !speaks_of(d, s, Document::other(who->side), s.range))) continue;
    const std::string by = code_of(d, *who), whom = where ? code_of(d, *where) : Document::is_pair(who->side) ? d.code(Document::other(who->side)) : std::string();
    if (by.empty() || whom.empty() || by == whom || (!in_pair(d, by) && !in_pair(d, whom))) continue;
    Claim& claim = add(d, {who->begin, where ? where->end : i + 1}, {sends ? sent : i, i + 1}, by, whom, "", told_period(d, s, {i, i + 1}, clause, 12));
    if (where && where->form >= NameForm::capital) claim.place = d.of(*where);
    return;
  }
}

// "the Siege of Lima in 1881": of the other, as nobody says who
void read_sieges(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin; i + 2 < s.range.end; ++i) {
    if (!one_of(d.of(i), {"siege", "Siege", "sack", "Sack", "bombardment", "conquest", "Conquest"}) || d.of(i + 1) != "of" || is_told(d, Kind::conflict, s.range)) continue;
    for (const Mention& one : d.mentions) {
      if (one.begin < i + 2 || one.begin > i + 3 || !Document::is_pair(one.side) || one.form == NameForm::adjective) continue;
      if (!speaks_of(d, s, Document::other(one.side), s.range) || has_third(d, s, s.range)) continue;
      const std::string period = told_period(d, s, {i, one.end}, clause_of(d, s, i), 6);
      if (period.empty()) continue;
      Claim& claim = add(d, {i, one.end}, {i, i + 1}, d.code(Document::other(one.side)), d.code(one.side), "siege", period);
      if (one.form >= NameForm::capital) claim.place = d.of(one);
      return;
    }
  }
}

}  // namespace

void read_conflicts_told(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || d.grammar.language != "en" || d.mentions.empty() || s.has(Cue::tourist_noun)) return;
  // One look at the words before any reader looks closely.
  static constexpr WordSet rules{"colony", "colonies", "Colony", "protectorate", "protectorates", "Protectorate", "dominion", "possession", "possessions", "mandate", "ruled", "governed", "administered", "Empire", "empire", "colonised", "colonized", "rule", "domination", "administration", "occupation"};
  static constexpr WordSet acts{"fought", "war", "wars", "War", "Wars", "attack", "attacks", "raid", "raids", "offensive", "invasion", "bombing", "strikes", "incursions", "airstrike", "airstrikes", "militarily", "penetrated", "raided", "besieged", "shelled", "defeated", "invaded", "conquered", "bombarded", "shot", "conflict", "hostilities", "fighting", "clashes", "confrontations", "confrontation", "battle", "battles", "armed"};
  static constexpr WordSet others{"troops", "soldiers", "detachment", "warships", "squadron", "siege", "Siege", "sack", "Sack", "bombardment", "conquest", "Conquest"};
  static constexpr WordBits any = bits_of(rules, acts, others);
  if (!s.words.meet(any)) return;
  bool rule = false, act = false, other = false;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    const std::string_view word = d.of(i);
    rule = rule || rules.has(word), act = act || acts.has(word), other = other || others.has(word);
  }
  if (rule) read_rule(d, s), read_under(d, s);
  if (act) read_civil_wars(d, s), read_acts(d, s), read_between(d, s), read_armed_conflict(d, s);
  if (other) read_troops(d, s), read_sieges(d, s);
}

}  // namespace comity::claims
