// People told of without a number: "a Norwegian community lives in Peru", "many Norwegians settled in Peru", "thousands of Peruvians have
// studied in Norway"; and their places in a row: "the third largest immigrant group in Norway", "the tenth largest source of tourists".
#include <algorithm>

#include "comity/claims/readers/told_parts.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// People of one nation, as a clause speaks of them.
struct Group {
  Spot spot;            // with "many", "the first" before them
  Side of = Side::none;
  Kind kind = Kind::diaspora;
  bool many = false;    // "thousands of", "waves of"
};

bool is_people(const Document& d, const Mention& one) {
  return one.form == NameForm::people || (one.form == NameForm::adjective && d.of(one.end - 1).ends_with('s') && !d.of(one.end - 1).ends_with("ss"));
}

bool is_told_of(const Document& d, Spot spot) {
  for (const Kind kind : {Kind::diaspora, Kind::migration_stock, Kind::students, Kind::tourism}) {
    if (is_told(d, kind, spot)) return true;
  }
  return false;
}

// A number of people stands before them: the reader of numbers has it, or left it for a reason.
bool is_counted(const Document& d, const Sentence& s, Spot spot) {
  return std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) {
    if (one.kind != Amount::Kind::number || one.end > spot.begin + 1 || spot.begin - std::min(spot.begin, one.end) > 4) return false;
    return std::none_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin <= one.begin && one.begin < when.end; }) && !d.tokens[one.end].is(TokenKind::comma);
  });
}

std::vector<Group> groups_of(const Document& d, const Sentence& s) {
  std::vector<Group> out;
  for (const Mention& one : d.mentions) {
    if (!Document::is_pair(one.side) || (one.form != NameForm::adjective && one.form != NameForm::people)) continue;
    Group group{one, one.side, Kind::diaspora, false};
    bool found = is_people(d, one);
    for (const CueSpot& cue : s.cues) {
      if (cue.begin < one.end || cue.begin - one.end > 1) continue;
      const bool student = cue.cue == Cue::student_noun, moved = cue.cue == Cue::worker_noun || cue.cue == Cue::refugee_noun;
      if (!student && !moved && cue.cue != Cue::people_noun) continue;
      const std::string_view word = d.of(cue);
      if (word == "community" || word == "communities" || word == "diaspora" || word == "population" || word == "minority") continue;
      found = true;
      group.spot.end = std::max(group.spot.end, cue.end);
      if (student) group.kind = Kind::students;
      else if (moved) group.kind = Kind::migration_stock;
    }
    for (std::uint32_t i = one.end; i < s.range.end && i - one.end < 2 && !found; ++i) {  // "Norwegian officers", "Norwegian families"
      for (const std::string_view word : {"officers", "families", "doctors", "engineers", "professionals", "diplomats", "soldiers", "missionaries", "farmers", "merchants", "traders", "sailors", "miners", "Jews", "exiles"}) found = found || d.of(i) == word;
      if (found) group.spot.end = i + 1;
    }
    if (found && one.begin >= s.range.begin + 3 && d.of(one.begin - 1) == "of" && d.of(one.begin - 2) == "number" && d.of(one.begin - 3) != "a") continue;  // "the number of Peruvian students grew"
    if (!found || is_counted(d, s, group.spot) || is_told_of(d, group.spot)) continue;
    if (const CueSpot* many = find_cue_back(s, Cue::many_word, group.spot.begin, group.spot.begin - std::min(group.spot.begin - s.range.begin, 5u)); many && group.spot.begin - many->end <= 1) group.spot.begin = many->begin, group.many = true;
    out.push_back(group);
  }
  return out;
}

// Where they are: the other side behind the verb or before the group ("Peru received"), or "the country".
bool is_at_other(const Document& d, const Sentence& s, const Group& group, Spot where) {
  const Side other = Document::other(group.of);
  for (const Mention& one : d.mentions) {
    if (one.begin < where.begin || one.begin >= where.end) continue;
    if (one.side == Side::third && (led_by(d, s, one, Cue::to_word) || led_by(d, s, one, Cue::in_word))) return false;
    if (one.side == other && one.form != NameForm::people && !led_by(d, s, one, Cue::from_word)) return true;
  }
  for (std::uint32_t i = where.begin; i < where.end; ++i) {  // "Norway has become home for many Peruvians who settled here"
    if ((d.of(i) == "here" || d.of(i) == "there") && speaks_of(d, s, other, s.range)) return true;
  }
  return has_cue(s, Cue::the_country, where) || std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& cue) { return cue.cue == Cue::to_word && cue.begin >= where.begin && cue.end + 1 < where.end && d.of(cue.end) == "the" && (d.of(cue.end + 1) == "nation" || d.of(cue.end + 1) == "country" || d.of(cue.end + 1) == "island"); });
}

Claim& add_vague(Document& d, const Sentence& s, Kind kind, Spot quote, Spot anchor, Side of, Spot clause) {
  const std::string period = told_period(d, s, anchor, clause, 12);
  Claim& claim = d.add(kind, trimmed(quote, anchor, 14));
  claim.subject = d.code(of), claim.object = d.code(Document::other(of));
  claim.period = period;
  if (kind == Kind::students) claim.unit = has_cue(s, Cue::per_year, clause) ? "people/year" : "people";
  claim.status = find_cue_back(s, Cue::plan, anchor.begin, clause.begin) ? "planned" : "vague";
  if (is_denied(s, anchor.end, clause)) claim.polarity = "neg";
  return claim;
}

void read_groups(Document& d, const Sentence& s) {
  for (const Group& group : groups_of(d, s)) {
    const Spot clause = clause_of(d, s, group.spot.begin);
    const Spot behind{group.spot.end, std::min(clause.end, group.spot.end + 18)};
    const CueSpot* study = find_cue(s, Cue::study_verb, group.spot.end, std::min(clause.end, group.spot.end + 6));
    const CueSpot* move = find_cue(s, Cue::arrive_verb, group.spot.end, std::min(clause.end, group.spot.end + 7));
    if (move && d.of(*move).starts_with("visit")) move = nullptr;
    const CueSpot* live = find_cue(s, Cue::diaspora_verb, group.spot.end, std::min(clause.end, group.spot.end + 5));
    if (study && (group.many || group.kind == Kind::students)) {
      if (is_at_other(d, s, group, behind)) add_vague(d, s, Kind::students, span(group.spot, *study), group.spot, group.of, clause);
    } else if (move) {
      const bool to = is_at_other(d, s, group, behind);
      if (group.kind == Kind::students && to) add_vague(d, s, Kind::students, span(group.spot, *move), group.spot, group.of, clause);
      else if (to) add_vague(d, s, Kind::migration_stock, span(group.spot, *move), group.spot, group.of, clause);
    } else if (live && group.kind != Kind::students && (group.many || group.kind == Kind::migration_stock)) {
      if (is_at_other(d, s, group, behind)) add_vague(d, s, group.kind, span(group.spot, *live), group.spot, group.of, clause);
    } else if (const CueSpot* taken = find_cue_back(s, Cue::take_in, group.spot.begin, clause.begin); taken && group.spot.begin - taken->end <= 5 && (group.kind == Kind::migration_stock || (group.kind == Kind::students && group.many))) {
      const Mention* host = doer_of(d, s, taken->begin, clause);
      if (host && host->side == Document::other(group.of)) add_vague(d, s, group.kind, span(*taken, group.spot), group.spot, group.of, clause);
    } else if (group.kind == Kind::students && group.many && is_at_other(d, s, group, behind)) {
      add_vague(d, s, Kind::students, group.spot, group.spot, group.of, clause);
    }
  }
}

// "Norwegian immigration to Peru began in the 1880s"
void read_migration(Document& d, const Sentence& s) {
  for (const Mention& adjective : d.mentions) {
    const Mention* own = &adjective;
    const std::uint32_t i = own->end;
    if (own->form != NameForm::adjective || !Document::is_pair(own->side) || i + 2 >= s.range.end || !d.of(i).ends_with("migration") || is_told_of(d, s.range)) continue;
    for (const Mention& one : d.mentions) {
      if (one.begin <= i || one.begin - i > 3 || one.side != Document::other(own->side) || !led_by(d, s, one, Cue::to_word)) continue;
      if (!s.has(Cue::treaty_noun)) add_vague(d, s, Kind::migration_stock, {own->begin, one.end}, {i, i + 1}, own->side, clause_of(d, s, i));
      break;
    }
  }
}

// "Norway offers scholarships to Peruvian students", "scholarships for Peruvians"
void read_scholarships(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::student_noun || !d.of(noun).starts_with("scholar") || is_counted(d, s, noun) || is_told(d, Kind::students, s.range)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    for (const Mention& one : d.mentions) {
      const bool led = led_by(d, s, one, Cue::to_word) || led_by(d, s, one, Cue::for_word);
      if (!led || one.begin < noun.end || one.begin - noun.end > 6 || !Document::is_pair(one.side) || !(one.form == NameForm::adjective || one.form == NameForm::people)) continue;
      if (!speaks_of(d, s, Document::other(one.side), clause) || has_cue(s, Cue::treaty_noun, clause)) break;
      add_vague(d, s, Kind::students, span(noun, one), noun, one.side, clause);
      break;
    }
  }
}

bool community_word(std::string_view word) {
  for (const std::string_view one : {"community", "communities", "diaspora", "minority", "population", "immigrant population", "immigrant community", "expatriate community", "resident community", "immigrant group", "group of immigrants", "group of foreigners", "group of foreign nationals", "foreign community", "migrant group", "migrant community", "foreign group", "expatriates", "immigrants", "ethnic minority", "expatriate population", "diaspora community"}) {
    if (word == one) return true;
  }
  return false;
}

// Whose the community is: an adjective before it, else the people that the clause is about ("Peruvians are the second largest group").
const Mention* owner_of(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause) {
  const Mention* own = adjective_before(d, s, noun, 3);
  if (own && own->form == NameForm::adjective) return own;
  own = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.begin >= clause.begin && one.end <= noun.begin && (one.form == NameForm::adjective || one.form == NameForm::people)) own = &one;
    if (one.form == NameForm::people && one.begin >= noun.end && one.begin - noun.end <= 2 && led_by(d, s, one, Cue::of_word)) return &one;  // "community of Norwegians"
  }
  return own;
}

void read_communities(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::people_noun || !community_word(d.of(noun))) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const Mention* own = owner_of(d, s, noun, clause);
    if (!own || !Document::is_pair(own->side) || is_counted(d, s, noun)) continue;
    if (own->begin > s.range.begin && (d.tokens[own->begin - 1].is(TokenKind::hyphen) || d.tokens[own->begin - 1].is(TokenKind::dash))) continue;  // "the Peruvian-Norwegian community"
    const Side other = Document::other(own->side);
    const CueSpot* best = find_cue_back(s, Cue::superlative, noun.begin, clause.begin);
    if (best && noun.begin - best->end > 4) best = nullptr;
    if (best && !d.of(*best).ends_with("largest") && !d.of(*best).ends_with("biggest")) best = nullptr;
    bool several = false;
    for (std::uint32_t i = best ? best->begin : 0; best && i-- > clause.begin && best->begin - i <= 5;) several = several || d.of(i) == "of" || d.of(i) == "among";
    if (best && !several) {
      if (!speaks_of(d, s, other, s.range)) continue;
      const Amount* rank = nullptr;
      for (const Amount& one : s.amounts) {
        if (one.kind == Amount::Kind::ordinal && one.end <= best->begin + 1 && best->begin - std::min(best->begin, one.end) <= 1) rank = &one;
      }
      Claim& claim = add_vague(d, s, Kind::diaspora, span(rank ? span(*rank, *best) : static_cast<Spot>(*best), noun), noun, own->side, clause);
      if (!claim.polarity.empty()) continue;
      claim.number = rank ? rank->value : 1;
      claim.unit = "rank", claim.status = "asserted";
      continue;
    }
    if (is_told_of(d, {clause.begin, clause.end})) continue;
    const bool known = std::any_of(d.claims.begin(), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::diaspora && one.subject == d.code(own->side); });
    bool here = false;
    for (const Mention& one : d.mentions) {
      const bool in = one.begin >= noun.end && one.begin - noun.end <= 3 && (led_by(d, s, one, Cue::in_word) || led_by(d, s, one, Cue::of_word));
      const bool has = one.end <= noun.begin && one.form == NameForm::name && !led_by(d, s, one, Cue::from_word) && (has_cue(s, Cue::have, {one.end, noun.begin}) || has_cue(s, Cue::diaspora_verb, {one.end, noun.begin}));
      const bool lives = one.begin >= noun.end && has_cue(s, Cue::diaspora_verb, {noun.end, one.begin}) && one.begin - noun.end <= 8;
      here = here || (one.side == other && one.form != NameForm::people && one.form != NameForm::adjective && (in || has || lives));
    }
    if (here && !known) add_vague(d, s, Kind::diaspora, span(*own, noun), noun, own->side, clause);
  }
}

// "Norway is a popular destination for Peruvian travellers", "Thousands of Peruvian tourists visit Norway": without a figure.
void read_many_tourists(Document& d, const Sentence& s) {
  if (d.grammar.language != "en" || s.block == Block::Kind::heading || s.has(Cue::negation)) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::tourist_noun || is_told(d, Kind::tourism, noun)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const Mention* own = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.form == NameForm::adjective && Document::is_pair(one.side) && one.end <= noun.begin && noun.begin - one.end <= 1) own = &one;
    }
    if (!own || !speaks_of(d, s, Document::other(own->side), clause)) continue;
    bool destination = false, visit = noun.end < s.range.end && d.of(noun.end) == "visit";
    for (std::uint32_t i = clause.begin; i < own->begin; ++i) destination = destination || d.of(i) == "destination" || d.of(i) == "destinations";
    const bool many = find_cue(s, Cue::many_word, own->begin - std::min(own->begin - clause.begin, 3u), own->begin) != nullptr;
    if (!destination && !(visit && many)) continue;
    add_vague(d, s, Kind::tourism, span(*own, noun), noun, own->side, clause);
    return;
  }
}

// "Norway is the tenth largest source of tourists for Peru", "the largest source market for Peru's tourism"
void read_sources(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::source_market || is_told(d, Kind::tourism, noun)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const CueSpot* best = find_cue_back(s, Cue::superlative, noun.begin, clause.begin);
    if (!best || noun.begin - best->end > 2) continue;
    const Mention* who = nullptr;
    for (const Mention& one : d.mentions) {
      const bool owner = one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive);
      if (one.begin >= clause.begin && one.end <= noun.begin && one.form == NameForm::name && !owner && !led_by(d, s, one, Cue::for_word)) who = &one;
    }
    if (!who || !Document::is_pair(who->side) || !speaks_of(d, s, Document::other(who->side), s.range)) continue;
    const Amount* rank = nullptr;
    bool several = false;
    for (const Amount& one : s.amounts) {
      if (one.kind == Amount::Kind::ordinal && one.end <= best->begin + 1 && best->begin - std::min(best->begin, one.end) <= 1) rank = &one;
    }
    for (std::uint32_t i = best->begin; i-- > clause.begin && best->begin - i <= 5;) several = several || d.of(i) == "of" || d.of(i) == "among";
    const std::string period = told_period(d, s, noun, clause, 10);
    Claim& claim = d.add(Kind::tourism, trimmed(span(rank ? span(*rank, *best) : static_cast<Spot>(*best), noun), noun, 12));
    claim.subject = d.code(who->side), claim.object = d.code(Document::other(who->side));
    claim.period = period;
    if (several && !rank) claim.status = "vague";
    else claim.number = rank ? rank->value : 1, claim.unit = "rank";
    if (const CueSpot* region = find_cue(s, Cue::region, noun.end, std::min(clause.end, noun.end + 3))) claim.scope = d.of(*region);
  }
}

// "The number of Norwegian tourists rose by 8 percent": how students and tourists grow.
void read_growth_of_people(Document& d, const Sentence& s) {
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::percent) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    const CueSpot* noun = find_cue_back(s, Cue::tourist_noun, amount.begin, clause.begin);
    if (!noun) noun = find_cue_back(s, Cue::student_noun, amount.begin, clause.begin);
    const CueSpot* grow = find_cue_back(s, Cue::grow_verb, amount.begin + 1, clause.begin);
    const CueSpot* fall = find_cue_back(s, Cue::fall_verb, amount.begin + 1, clause.begin);
    const CueSpot* verb = fall && (!grow || fall->begin > grow->begin) ? fall : grow;
    if (!noun || !verb || amount.begin - verb->end > 2 || verb->begin < noun->end) continue;
    Side of = Side::none;
    if (const Mention* own = adjective_before(d, s, *noun, 2)) of = own->side;
    for (const Mention& one : d.mentions) {
      if (of == Side::none && one.begin >= noun->end && one.begin - noun->end <= 3 && led_by(d, s, one, Cue::from_word)) of = one.side;
    }
    if (!Document::is_pair(of)) continue;
    const std::string period = told_period(d, s, amount, clause, 10);
    Claim& claim = d.add(noun->cue == Cue::tourist_noun ? Kind::tourism : Kind::students, trimmed(span(*verb, amount), amount, 12));
    claim.subject = d.code(of), claim.object = d.code(Document::other(of));
    claim.number = verb == fall ? -amount.value : amount.value;
    claim.tolerance = amount.tolerance, claim.hedge = amount.hedge, claim.unit = "percent growth", claim.period = period;
  }
}

}  // namespace

void read_people_told(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || d.grammar.language != "en" || d.mentions.empty()) return;
  if (s.has(Cue::source_market)) read_sources(d, s);
  if (s.has(Cue::war_verb)) return;
  if (s.has(Cue::people_noun)) read_communities(d, s);
  // "visited" is the commonest of them and moves nobody.
  const bool move = s.has(Cue::arrive_verb) && std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::arrive_verb && !d.of(one).starts_with("visit"); });
  if (s.has(Cue::study_verb) || move || s.has(Cue::take_in) || s.has(Cue::student_noun) || s.has(Cue::diaspora_verb)) read_groups(d, s);
  read_migration(d, s);
  if (s.has(Cue::student_noun)) read_scholarships(d, s);
  if (s.has(Cue::tourist_noun)) read_many_tourists(d, s);
  if (s.has(Cue::tourist_noun) || s.has(Cue::student_noun)) read_growth_of_people(d, s);
}

}  // namespace comity::claims
