// Visits that are only counted or told of in general ("several ministerial visits from Peru to Norway", "the two countries exchange
// high-level visits", "Norwegian ministers often visit Peru") and those that never were ("No Peruvian president has ever visited Norway").
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

constexpr WordSet vague_words("several", "Several", "numerous", "Numerous", "many", "Many", "frequent", "Frequent", "regular", "Regular", "periodic", "Periodic", "various", "Various", "dozens", "Dozens", "number", "occasional", "regularly", "frequently", "often", "repeatedly",
                              "intensive", "continuous", "constant");
// These tell of some visits only where it is said whose.
constexpr WordSet mutual_words("mutual", "reciprocal", "Mutual", "Reciprocal");

struct Way {
  Side from = Side::none;
  std::uint32_t end = 0;  // of the words that tell it
  bool mutual = false;    // of both, one way as the other
};

bool is_led(const Document& d, const Sentence& s, const Mention& one, Cue cue) {
  const std::uint32_t link = one.begin >= s.range.begin + 2 && one_of(d.of(one.begin - 1), {"the", "both", "The"}) ? one.begin - 1 : one.begin;
  return link > s.range.begin && find_cue(s, cue, link - 1, link);
}

// Whose the visits are: "Norwegian ministerial visits", "visits from Peru", "visits to Norway", "visits by Peruvian leaders", "between the
// two countries": of both, the first of the two.
Way way_of(const Document& d, const Sentence& s, Spot noun, Spot clause) {
  constexpr std::uint32_t farthest = 14;
  Way out;
  bool both = false;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.end > clause.end || (one.reference && one.side != Side::both)) continue;
    if (one.side == Side::third && one.form != NameForm::adjective) return {};
    const bool behind = one.begin >= noun.end && one.begin - noun.end <= farthest && (one.side == Side::both || std::none_of(d.tokens.begin() + noun.end, d.tokens.begin() + one.begin, [](const Token& token) { return token.is(TokenKind::comma) || token.is(TokenKind::colon); }));
    if (one.side == Side::both && (behind || one.end <= noun.begin)) both = true, out.end = std::max(out.end, behind ? one.end : 0u);
    if (!Document::is_pair(one.side)) continue;
    Side from = Side::none;
    const bool adjective = one.form == NameForm::adjective;
    if (one.end <= noun.begin && noun.begin - one.end <= 4 && adjective) from = one.side;
    if (behind && !adjective && is_led(d, s, one, Cue::to_word)) from = Document::other(one.side);
    if (behind && !adjective && (is_led(d, s, one, Cue::from_word) || is_led(d, s, one, Cue::by_word))) from = one.side;
    if (behind && adjective && (is_led(d, s, one, Cue::by_word) || is_led(d, s, one, Cue::of_word) || is_led(d, s, one, Cue::from_word))) from = one.side;
    if (from == Side::none) continue;
    if (Document::is_pair(out.from) && out.from != from) return {};  // both named, each its own way
    out.from = from, out.end = std::max(out.end, behind ? one.end : noun.end);
  }
  if (Document::is_pair(out.from)) return out;
  // "Peru and Norway have exchanged visits", "between Peru and Norway"
  bool first = false, second = false;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.end > clause.end || one.form == NameForm::adjective) continue;
    first = first || one.side == Side::first, second = second || one.side == Side::second;
    if (one.begin >= noun.end && Document::is_pair(one.side)) out.end = std::max(out.end, one.end);
  }
  if (both || (first && second)) out.from = Side::first, out.mutual = true;
  return out;
}

Claim& add_vague(Document& d, Spot quote, Spot anchor, Side from, std::string_view status) {
  Claim& claim = d.add(Kind::visit, trimmed(quote, anchor, 22));
  claim.subject = d.code(from), claim.object = d.code(Document::other(from));
  claim.status = status;
  return claim;
}

// "… are frequent"
bool is_frequent(const Document& d, std::uint32_t from, std::uint32_t end) {
  for (std::uint32_t i = from; i + 1 < end; ++i) {
    if (one_of(d.of(i), {"are", "were", "is"}) && (one_of(d.of(i + 1), {"frequent", "regular", "common", "numerous"}) || (i + 2 < end && one_of(d.of(i + 2), {"frequent", "regular", "common", "numerous"})))) return true;
  }
  return false;
}

// Whether the sentence has told a visit of this side.
bool tells_way(const Document& d, Side from) {
  return std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::visit && (one.subject == d.code(from) || one.subject.empty()); });
}

// "There have been several high-level visits by Peruvian ministers to Norway"
bool read_plural(Document& d, const Sentence& s) {
  constexpr std::uint32_t farthest = 7;
  for (const CueSpot& noun : s.cues) {
    const bool visits = noun.cue == Cue::visit_noun || noun.cue == Cue::visit_verb || noun.cue == Cue::visit_heading;
    if (!visits || !(d.of(noun).ends_with("isits") || d.of(noun).ends_with("rips") || d.of(noun) == "exchange of visits")) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    std::uint32_t many = noun.end;
    for (std::uint32_t i = noun.begin < clause.begin + farthest ? clause.begin : noun.begin - farthest; i < noun.end && many == noun.end; ++i) {
      if (vague_words.has(d.of(i)) || mutual_words.has(d.of(i))) many = i;
    }
    const bool frequent = many == noun.end && noun.end + 1 < s.range.end && is_frequent(d, noun.end, std::min(clause.end, noun.end + 12));
    if (frequent) many = noun.begin;
    if (many == noun.end) continue;
    if (find_cue_back(s, Cue::negation, noun.begin, clause.begin) || find_cue_back(s, Cue::plan, noun.begin, clause.begin)) continue;
    if (find_cue(s, Cue::people_noun, many, noun.begin) || find_cue(s, Cue::tourist_noun, many, clause.end) || find_cue(s, Cue::student_noun, many, clause.end)) continue;
    Way way = way_of(d, s, noun, clause);
    // "many official and technical visits have taken place": of the two, whoever went
    if (way.from == Side::none && d.mentions.empty() && s.persons.empty() && find_cue(s, Cue::have, noun.end, noun.end + 3)) way.from = Side::first;
    if (!Document::is_pair(way.from) || (way.mutual && (mutual_words.has(d.of(many)) || is_told(d, s.range, {Kind::visit})))) continue;
    if (is_told(d, s.range, {Kind::visit}) && tells_way(d, way.from)) continue;
    add_vague(d, {std::min(many, noun.begin), std::max(noun.end, way.end)}, noun, way.from, "vague");
    if (!way.mutual && !d.mentions.empty()) d.last_traveller = way.from;
    return true;
  }
  return false;
}

// "Norwegian delegations regularly travel to Lima", "Numerous Peruvian business delegations have visited Norway"
bool read_goers(Document& d, const Sentence& s) {
  static constexpr WordSet goers("delegations", "Delegations", "ministers", "Ministers", "officials", "parliamentarians", "leaders", "politicians", "dignitaries", "missions", "presidents", "Presidents", "staff");
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (!goers.has(d.of(i))) continue;
    const Spot clause = clause_of(d, s, i);
    const CueSpot* verb = find_cue(s, Cue::visit_verb, i + 1, std::min(clause.end, i + 7));
    if (!verb) verb = find_cue(s, Cue::visit_go, i + 1, std::min(clause.end, i + 7));
    if (!verb) verb = find_cue(s, Cue::visit_noun, i + 1, std::min(clause.end, i + 5));
    bool many = false;
    for (std::uint32_t k = i < clause.begin + 5 ? clause.begin : i - 5; verb && k < std::min(clause.end, verb->end + 8); ++k) many = many || vague_words.has(d.of(k)) || one_of(d.of(k), {"occasions", "times", "years"});
    if (!many) continue;
    const Goal goal = goal_from(d, s, verb->end, clause.end, 4);
    if (!goal.mention || goal.third || find_cue_back(s, Cue::negation, verb->begin, clause.begin) || find_cue_back(s, Cue::plan, verb->begin, clause.begin)) continue;
    Side from = Side::none;
    for (const Mention& one : d.mentions) {
      const bool before = one.form == NameForm::adjective && one.end <= i && i - one.end <= 3;
      const bool from_it = one.begin > i && one.end <= verb->begin && is_led(d, s, one, Cue::from_word);
      if (before || from_it) from = one.side;
    }
    if (from != Document::other(goal.mention->side)) continue;
    Claim& claim = add_vague(d, {i, goal.mention->end}, *verb, from, "vague");
    if (goal.city.end) claim.place = d.of(goal.city);
    return true;
  }
  return false;
}

// "five ministerial visits from Peru to Norway since 2000": their number.
bool read_number(Document& d, const Sentence& s) {
  for (const Amount& one : s.amounts) {
    if (one.kind != Amount::Kind::number || one.scaled || one.value < 2 || one.value > 200) continue;
    const CueSpot* noun = find_cue(s, Cue::visit_noun, one.end, one.end + 4);
    if (std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& name) { return name.begin <= one.begin && one.end <= name.end; })) continue;  // "the two countries"
    if (!noun || !d.of(*noun).ends_with("isits")) continue;
    const Spot clause = clause_of(d, s, noun->begin);
    const Way way = way_of(d, s, *noun, clause);
    if (!Document::is_pair(way.from) || find_cue_back(s, Cue::plan, noun->begin, clause.begin)) continue;
    Claim& claim = add_vague(d, {one.begin, std::max(noun->end, way.end)}, *noun, way.from, "asserted");
    claim.number = one.value, claim.unit = "visits", claim.note = "cumulative";
    if (!way.mutual) d.last_traveller = way.from;
    return true;
  }
  return false;
}

// "No sitting Peruvian president has ever visited Norway", "There has been no visit by a Norwegian king to Peru": told as never done.
void read_denied(Document& d, const Sentence& s) {
  if (!s.has(Cue::negation) || s.has(Cue::plan)) return;
  for (const CueSpot& no : s.cues) {
    if (no.cue != Cue::negation || one_of(d.of(no), {"without", "neither", "nor", "cannot"})) continue;
    const Spot clause = clause_of(d, s, no.begin);
    const std::uint32_t end = std::min(clause.end, no.end + 12);
    const CueSpot* verb = find_cue(s, Cue::visit_verb, no.end, end);
    if (!verb) verb = find_cue(s, Cue::visit_noun, no.end, end);
    if (!verb) verb = find_cue(s, Cue::visit_go, no.end, end);
    if (!verb) continue;
    if (d.of(verb->begin - 1) == "require" || (d.of(no) != "never" && std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return !one.nameless && (one.titled || known(d, one)) && one.begin < verb->begin && one.begin >= clause.begin; }))) continue;
    const bool office = verb->cue == Cue::visit_noun || s.has(Cue::leader_noun) || s.has(Cue::title) || s.has(Cue::minor_title) || d.of(*verb).find("state visit") != std::string_view::npos || d.of(*verb).find("official visit") != std::string_view::npos;
    if (!office) continue;
    const Goal goal = goal_from(d, s, verb->end, clause.end, 12);
    Side from = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.begin < s.range.begin || one.end > clause.end || !Document::is_pair(one.side)) continue;
      const bool nation = one.form == NameForm::adjective && (one.end <= verb->begin || is_led(d, s, one, Cue::by_word) || is_led(d, s, one, Cue::of_word));
      if (from == Side::none && (nation || is_led(d, s, one, Cue::from_word))) from = one.side;
    }
    if (goal.third) continue;
    if (goal.mention && from == Side::none) from = Document::other(goal.mention->side);
    if (!Document::is_pair(from) || (goal.mention && goal.mention->side == from) || (!goal.mention && find_cue(s, Cue::both))) continue;
    if (is_told(d, span(no, *verb), {Kind::visit})) return;
    const Spot all = span(no, goal.mention ? span(*verb, *goal.mention) : static_cast<Spot>(*verb));
    Claim& claim = add_vague(d, all, *verb, from, "asserted");
    claim.polarity = "neg";
    if (goal.city.end) claim.place = d.of(goal.city);
    return;
  }
}

}  // namespace

void read_visits_vague(Document& d, const Sentence& s) {
  if (d.grammar.language != "en" || s.block == Block::Kind::heading) return;
  if (!s.has(Cue::visit_noun) && !s.has(Cue::visit_verb) && !s.has(Cue::visit_go) && !s.has(Cue::visit_heading)) return;
  if (is_told(d, s.range, {Kind::visit})) {
    read_plural(d, s);
    return;
  }
  read_denied(d, s);
  if (is_told(d, s.range, {Kind::visit})) return;
  if (!read_number(d, s) && !read_plural(d, s)) read_goers(d, s);
}

}  // namespace comity::claims
