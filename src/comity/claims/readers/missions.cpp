// Missions: who keeps which kind where, from verbs ("has an embassy in X and consulates in Y and Z"), demonyms ("the Dutch
// embassy in Hanoi"), lists; and missions opened and closed.
#include <algorithm>
#include <vector>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

struct City : Spot {
  Side host = Side::none;
  StateId state;
};

const NameSpot* name_at(const Sentence& s, std::uint32_t i) {
  for (const NameSpot& one : s.names) {
    if (one.begin <= i && i < one.end) return &one;
  }
  return nullptr;
}

// A town at token i: one that is known, or capitalised words that are nothing else.
bool city_at(const Document& d, const Sentence& s, std::uint32_t i, City& out) {
  if (i >= s.range.end) return false;
  if (const NameSpot* name = name_at(s, i)) {
    const bool town = name->form >= NameForm::capital;
    if (!town && !(name->form == NameForm::name && d.grammar.names[name->entry].states.size() == 1 && name->side != Side::none && (d.grammar.names[name->entry].text == "Singapore" || d.grammar.names[name->entry].text == "Luxembourg" || d.grammar.names[name->entry].text == "Hong Kong" || d.grammar.names[name->entry].text == "Monaco" || d.grammar.names[name->entry].text == "San Marino" || d.grammar.names[name->entry].text == "Djibouti"))) return false;
    out.begin = name->begin;
    out.end = name->end;
    out.host = name->side;
    out.state = name->state;
    if (out.end + 1 < s.range.end && d.tokens[out.end].is(TokenKind::comma) && d.tokens[out.end + 1].is_word() && d.of(out.end + 1) == "D.C.") out.end += 2;
    return true;
  }
  std::uint32_t end = i;
  while (end < s.range.end && d.tokens[end].is_word() && d.tokens[end].capital && !name_at(s, end) && end - i < 4) {
    bool cue_word = false;
    for (const CueSpot& cue : s.cues) {
      if (cue.begin == end && (cue.cue == Cue::mission_noun || cue.cue == Cue::month || cue.cue == Cue::org || cue.cue == Cue::mission_plural || cue.cue == Cue::title)) cue_word = true;
    }
    if (cue_word) break;
    ++end;
    if (end + 1 < s.range.end && d.tokens[end].is(TokenKind::hyphen) && d.tokens[end + 1].is_word()) end += 2;
  }
  if (end == i) return false;
  out.begin = i;
  out.end = end;
  out.host = Side::none;
  out.state = {};
  return true;
}

// Towns in a list from token i: "X", "X and Y", "X, Y and Z".
std::vector<City> cities_from(const Document& d, const Sentence& s, std::uint32_t i, std::uint32_t end) {
  std::vector<City> out;
  while (i < end) {
    if (d.tokens[i].is_word() && d.of(i) == "the" && i + 1 < end) ++i;
    City city;
    if (!city_at(d, s, i, city)) break;
    out.push_back(city);
    i = city.end;
    if (i < end && d.tokens[i].is(TokenKind::open)) {  // "Lviv (since 1991)"
      while (i < end && !d.tokens[i].is(TokenKind::close)) ++i;
      ++i;
    }
    if (i >= end) break;
    std::uint32_t next = i;
    if (d.tokens[next].is(TokenKind::comma)) ++next;
    if (next < end && find_cue(s, Cue::and_word, next, next + 1)) ++next;
    if (next < end && find_cue(s, Cue::in_word, next, next + 1)) ++next;
    if (next == i) break;
    i = next;
  }
  return out;
}

struct Noun {
  const CueSpot* cue = nullptr;
  std::string_view unit;
};

Side host_of(const std::vector<City>& cities) {
  for (const City& city : cities) {
    if (city.host != Side::none) return city.host;
  }
  return Side::none;
}

// The sending side a noun names itself: "the Dutch embassy", "embassy of Kazakhstan in Berlin".
Side sender_at_noun(const Document& d, const Sentence& s, const CueSpot& noun) {
  for (const NameSpot& name : s.names) {
    if (name.form < NameForm::capital && (name.end == noun.begin || (name.end + 1 == noun.begin && (d.tokens[name.end].is(TokenKind::possessive) || name.form == NameForm::adjective)))) return name.side;
    if (name.begin >= noun.end && name.begin <= noun.end + 4 && name.form == NameForm::name) {
      const CueSpot* of = find_cue(s, Cue::of_word, noun.end, noun.end + 1);
      if (of && name.begin - of->end <= 3) return name.side;
    }
  }
  return Side::none;
}

Side subject_before(const Document& d, std::uint32_t before, std::uint32_t from) {
  for (std::size_t i = d.mentions.size(); i-- > 0;) {
    const Mention& one = d.mentions[i];
    if (one.end > before || one.begin < from || one.form >= NameForm::capital) continue;
    if (one.side == Side::none) continue;
    return one.side;
  }
  return Side::none;
}

// Where the towns of a noun begin: behind "in", right behind the noun in a list ("Embassy: Berlin").
std::uint32_t towns_of(const Document& d, const Sentence& s, const CueSpot& noun) {
  std::uint32_t i = noun.end;
  // "embassy of Kazakhstan in Berlin", "embassy to Germany in Berlin", "embassy (located) in Berlin"
  for (std::uint32_t k = i; k < s.range.end && k < i + 7; ++k) {
    if (d.tokens[k].is(TokenKind::comma) || d.tokens[k].is(TokenKind::semicolon) || d.tokens[k].is(TokenKind::stop)) {
      if (k == i && d.tokens[k].is(TokenKind::comma) && find_cue(s, Cue::in_word, k + 1, k + 2)) continue;
      if (k == i && d.tokens[k].is(TokenKind::comma) && k + 1 < s.range.end && d.tokens[k + 1].capital && s.block != Block::Kind::paragraph) return k + 1;  // "Embassy, Thimphu"
      break;
    }
    if (const CueSpot* in = find_cue(s, Cue::in_word, k, k + 1)) return in->end;
    if (const CueSpot* other_noun = find_cue(s, Cue::mission_noun, k, k + 1); other_noun && other_noun != &noun) break;
  }
  return 0;
}

void add_mission(Document& d, const Sentence& s, const CueSpot& noun, const City& city, Side sender, Side host, bool first, std::uint32_t from) {
  Spot quote = first ? Spot{from, city.end} : static_cast<Spot>(city);
  Claim& claim = d.add(Kind::mission, trimmed(quote, first ? static_cast<Spot>(noun) : quote, 14));
  claim.unit = d.grammar.texts[noun.data];
  claim.subject = d.code(sender);
  claim.object = d.code(host);
  claim.place = d.of(city);
  (void)s;
}

// The capital of a side, as this text or else the register calls it; empty where none is known.
std::string capital_of(const Document& d, const Sentence& s, Side side) {
  for (const NameSpot& name : s.names) {
    if (name.form == NameForm::capital && name.side == side) return std::string(d.of(name));
  }
  for (const NameEntry& entry : d.grammar.names) {
    if (entry.form == NameForm::capital && !entry.states.empty() && d.side_of(entry.states.front()) == side) return entry.text;
  }
  return {};
}

// "A is accredited to B from its embassy in C", "A's ambassador to C is accredited to B": a mission to the pair that resides
// elsewhere. Gives the part of the sentence that said so; empty where nothing was found.
Spot read_accredited(Document& d, const Sentence& s, const CueSpot& cue) {
  const Spot clause = clause_of(d, s, cue.begin);
  const CueSpot* noun = find_cue(s, Cue::mission_noun, cue.end, clause.end);
  if (noun && noun->begin - cue.end > 12) noun = nullptr;
  if (!noun) noun = find_cue_back(s, Cue::mission_noun, cue.begin, clause.begin);
  if (!noun) noun = find_cue_back(s, Cue::ambassador, cue.begin, clause.begin);
  if (!noun) noun = find_cue(s, Cue::ambassador, cue.end, clause.end);
  if (!noun) return {};
  // To whom: the side behind "accredited to" is the host, whoever else is named.
  Side host = Side::none;
  for (const Mention& one : d.mentions) {
    if (one.begin < cue.end || one.begin - cue.end > 3 || one.form >= NameForm::capital) continue;
    if (one.side == Side::third) return {};
    if (Document::is_pair(one.side)) host = one.side;
    break;
  }
  Side sender = sender_at_noun(d, s, *noun);
  if (!Document::is_pair(sender)) sender = subject_before(d, cue.begin, clause.begin);
  if (Document::is_pair(host)) sender = Document::other(host);
  if (!Document::is_pair(sender)) return {};
  const std::uint32_t at = towns_of(d, s, *noun);
  City city;
  const bool town = at && city_at(d, s, at, city);
  if (town && Document::is_pair(city.host)) return {};
  const Mention* elsewhere = nullptr;  // "the ambassador to Chile"
  for (const Mention& one : d.mentions) {
    if (one.side == Side::third && one.begin >= noun->end && one.begin - noun->end <= 3) elsewhere = &one;
  }
  if (!town && !elsewhere) return {};
  const Spot said = town ? span(span(cue, *noun), city) : span(cue, *noun);
  Claim& claim = d.add(Kind::mission, trimmed(said, cue, 16));
  claim.unit = "accredited";
  claim.subject = d.code(sender);
  claim.object = d.code(Document::other(sender));
  if (town) claim.place = d.of(city);
  if (town && city.state) claim.accredited_from = d.grammar.code(city.state);
  else if (elsewhere) claim.accredited_from = d.grammar.code(elsewhere->state);
  return said;
}

}  // namespace

void read_missions(Document& d, const Sentence& s) {
  if (!s.has(Cue::mission_noun) && !s.has(Cue::accredited)) return;
  if (s.block == Block::Kind::heading) return;
  std::vector<Spot> taken;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::accredited) taken.push_back(read_accredited(d, s, cue));
  }
  const bool list = s.block == Block::Kind::item || s.block == Block::Kind::row;
  Side sender_before = Side::none;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun) continue;
    if (std::any_of(taken.begin(), taken.end(), [&](Spot one) { return one.begin <= noun.begin && noun.begin < one.end; })) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const CueSpot* have = find_cue_back(s, Cue::mission_have, noun.begin, clause.begin);
    if (have && (d.of(*have) == "with" || d.of(*have) == "with an") && noun.begin - have->end > 3) have = nullptr;
    const bool changed = has_cue(s, Cue::open_verb, clause) || has_cue(s, Cue::close_verb, clause) || has_cue(s, Cue::reopen_verb, clause) || has_cue(s, Cue::upgrade, clause);
    if (!have) have = find_cue(s, Cue::mission_located, noun.end, std::min(clause.end, noun.end + 6));
    if (changed && !have) continue;
    if (changed && have->begin < noun.begin && find_cue_back(s, Cue::open_verb, noun.begin, have->end)) continue;
    Side sender = sender_at_noun(d, s, noun);
    if (sender == Side::none && have) sender = subject_before(d, have->begin, clause.begin);
    if (sender == Side::none && have) sender = subject_before(d, noun.begin, clause.begin);
    if (sender == Side::none && have) sender = sender_before;
    if (sender == Side::third) continue;
    if (!have && !(list && d.heading.missions) && !(list && noun.begin == s.range.begin) && !(sender_before != Side::none)) continue;
    const std::uint32_t at = towns_of(d, s, noun);
    std::vector<City> cities;
    if (at) cities = cities_from(d, s, at, s.range.end);
    if (cities.empty() && list && noun.end < s.range.end && (d.tokens[noun.end].is(TokenKind::colon) || d.tokens[noun.end].is(TokenKind::close))) {
      if (d.tokens[noun.end].is(TokenKind::colon)) cities = cities_from(d, s, noun.end + 1, s.range.end);
      else cities = cities_from(d, s, s.range.begin, noun.begin);  // "Berlin (Embassy)"
    }
    if (cities.empty() && have && sender == Side::both && (find_cue(s, Cue::both, noun.end, std::min(clause.end, noun.end + 4)) || s.has(Cue::each_capital))) {
      // "Both maintain embassies in each other's capitals"
      for (const Side side : {Side::first, Side::second}) {
        Claim& claim = d.add(Kind::mission, trimmed({have->begin, std::min(clause.end, noun.end + 4)}, noun, 14));
        claim.unit = d.grammar.texts[noun.data];
        claim.subject = d.code(side);
        claim.object = d.code(Document::other(side));
        claim.place = capital_of(d, s, Document::other(side));
      }
      continue;
    }
    if (cities.empty()) continue;
    Side host = host_of(cities);
    if (host == Side::third && have && Document::is_pair(sender) && d.of(*have).find("represent") != std::string_view::npos) {
      // "A is represented in B through its embassy in C"
      Claim& claim = d.add(Kind::mission, trimmed({have->begin, cities.front().end}, *have, 14));
      claim.unit = "accredited";
      claim.subject = d.code(sender);
      claim.object = d.code(Document::other(sender));
      claim.place = d.of(cities.front());
      if (cities.front().state) claim.accredited_from = d.grammar.code(cities.front().state);
      sender_before = sender;
      continue;
    }
    if (host == Side::third) continue;
    if (sender == Side::none && Document::is_pair(host)) sender = Document::other(host);
    if (sender == Side::none && Document::is_pair(d.heading.alone)) sender = d.heading.alone;
    if (sender == Side::both || sender == Side::none) continue;
    if (host == sender) continue;
    host = Document::other(sender);
    const When* when = nullptr;
    for (const When& one : s.dates) {
      const bool lasting = one.since || (one.year2 && one.year2 > one.year);
      // A date behind another mission is that one's.
      if (lasting && one.begin >= clause.begin && one.end <= noun.begin && !find_cue_back(s, Cue::mission_noun, one.begin, clause.begin)) when = &one;
      if (lasting && one.begin >= cities.back().end && one.begin <= cities.back().end + 3) when = &one;
    }
    const bool negated = have && have->begin < noun.begin && find_cue(s, Cue::negation, have->begin > 0 ? have->begin - 1 : 0, noun.begin);
    const bool planned = find_cue_back(s, Cue::plan, noun.begin, clause.begin) != nullptr;
    bool first = true;
    for (const City& city : cities) {
      if (city.host == Side::third || city.host == sender) continue;
      std::uint32_t from = noun.begin;
      if (have && sender_before == Side::none) {
        for (const Mention& one : d.mentions) {
          if (one.end <= have->begin && one.begin >= clause.begin && one.side == sender) from = one.begin;
        }
      }
      add_mission(d, s, noun, city, sender, host, first, from);
      if (when) d.claims.back().period = when->text();
      if (negated) d.claims.back().polarity = "neg";
      if (planned) d.claims.back().status = "planned";
      first = false;
    }
    sender_before = sender;
  }
}

namespace {

struct Change {
  const CueSpot* verb = nullptr;
  Kind kind = Kind::mission_opened;
  bool again = false;
};

Change change_for(const Sentence& s, const CueSpot& noun, Spot clause) {
  Change best;
  std::uint32_t near = ~0u;
  for (const CueSpot& cue : s.cues) {
    if (cue.begin < clause.begin || cue.end > clause.end) continue;
    if (cue.cue != Cue::open_verb && cue.cue != Cue::reopen_verb && cue.cue != Cue::close_verb) continue;
    const std::uint32_t distance = cue.begin >= noun.end ? cue.begin - noun.end : noun.begin - std::min(noun.begin, cue.end);
    if (distance > 10 || distance >= near) continue;
    const CueSpot* keeps = cue.end <= noun.begin ? find_cue(s, Cue::mission_have, cue.end, noun.begin) : nullptr;
    if (keeps && !find_cue(s, Cue::mission_noun, keeps->begin, keeps->end)) continue;  // "opened an embassy and maintains consulates"
    near = distance;
    best = {&cue, cue.cue == Cue::close_verb ? Kind::mission_closed : Kind::mission_opened, cue.cue == Cue::reopen_verb};
  }
  return best;
}


void fill_change(Document& d, Claim& claim, const Change& change, const CueSpot& noun, Side sender, const When* when, bool planned) {
  claim.unit = d.grammar.texts[noun.data];
  claim.subject = d.code(sender);
  claim.object = d.code(Document::other(sender));
  if (when) claim.period = when->text();
  if (change.again) claim.note = "re-opened";
  if (planned) claim.status = "planned";
}

// The mission told last, of this kind where one is named; nullptr: none. `back` claims of missions are passed over.
const Claim* last_mission(const Document& d, std::string_view unit, int back = 1) {
  for (auto one = d.claims.rbegin(); one != d.claims.rend(); ++one) {
    if (one->kind != Kind::mission && one->kind != Kind::mission_opened && one->kind != Kind::mission_closed) continue;
    if (!unit.empty() && one->unit != unit) continue;
    if (--back == 0) return &*one;
  }
  return nullptr;
}

Side sender_of(const Document& d, const Claim* claim) {
  if (!claim) return Side::none;
  return claim->subject == d.code(Side::first) ? Side::first : Side::second;
}

// Whether a verb has no object of its own: "which it closed in 2004", "was closed on …", "reopened it in".
bool stands_alone(const Document& d, const Sentence& s, const CueSpot& verb) {
  if (verb.end >= s.range.end) return false;
  const std::string_view next = d.of(verb.end);
  bool bare = next == "it" || next == "again" || next == "down" || find_cue(s, Cue::in_word, verb.end, verb.end + 1) || find_cue(s, Cue::on_word, verb.end, verb.end + 1);
  for (const When& when : s.dates) bare = bare || when.begin == verb.end;
  if (!bare || verb.begin == s.range.begin) return false;
  const Token& before = d.tokens[verb.begin - 1];
  const std::string_view word = d.of(verb.begin - 1);
  const bool follows = before.is(TokenKind::comma) || find_cue(s, Cue::and_word, verb.begin - 1, verb.begin) || find_cue(s, Cue::have, verb.begin - 1, verb.begin) || word == "it" || word == "It" || word == "having" || word == "then" || word == "finally" || word == "again";
  return follows || d.of(verb.begin).starts_with("was ") || d.of(static_cast<Spot>(verb)).find("was ") == 0;
}

}  // namespace

void read_mission_changes(Document& d, const Sentence& s) {
  if (!(s.has(Cue::mission_noun) && (s.has(Cue::open_verb) || s.has(Cue::close_verb) || s.has(Cue::reopen_verb)))) return;
  const CueSpot* last_verb = nullptr;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    // "which was elevated to an embassy" opens none.
    if (const CueSpot* raised = find_cue_back(s, Cue::upgrade, noun.begin, clause.begin); raised && noun.begin - raised->end <= 2) continue;
    const Change change = change_for(s, noun, clause);
    if (!change.verb) continue;
    if (has_cue(s, Cue::negation, {change.verb->begin > 2 ? change.verb->begin - 2 : 0, change.verb->begin})) continue;
    const bool planned = find_cue_back(s, Cue::plan, std::max(change.verb->begin, noun.begin), clause.begin) != nullptr;
    const std::uint32_t at = towns_of(d, s, noun);
    std::vector<City> cities;
    if (at) cities = cities_from(d, s, at, s.range.end);
    Side host = host_of(cities);
    Side sender = sender_at_noun(d, s, noun);
    if (sender == Side::none && change.verb->begin < noun.begin) sender = subject_before(d, change.verb->begin, clause.begin);
    const CueSpot* both = find_cue(s, Cue::both, clause.begin, std::max(noun.begin, change.verb->begin) + 1);
    const bool each = sender == Side::both || (both && cities.empty()) || (cities.empty() && sender == Side::none && d.grammar.texts[noun.data] != "" && s.has(Cue::mission_plural) && find_cue(s, Cue::mission_plural, noun.begin, noun.begin + 1));
    const When* when = date_for(d, s, *change.verb, clause);
    Spot quote = span(noun, *change.verb);
    if (host == Side::third || sender == Side::third) continue;
    if (each) {
      if (when && when->end > quote.end && when->begin - quote.end <= 5) quote.end = when->end;
      for (const Side side : {Side::first, Side::second}) {
        Claim& claim = d.add(change.kind, trimmed(quote, *change.verb, 14));
        fill_change(d, claim, change, noun, side, when, planned);
        claim.place = capital_of(d, s, Document::other(side));
      }
      continue;
    }
    if (sender == Side::none && Document::is_pair(host)) sender = Document::other(host);
    if (!Document::is_pair(sender) && last_verb == change.verb && !d.claims.empty() && d.claims.back().kind == change.kind) sender = d.claims.back().subject == d.code(Side::first) ? Side::first : Side::second;
    const bool elliptic = !Document::is_pair(sender);
    if (elliptic && cities.empty() && when) sender = sender_of(d, last_mission(d, d.grammar.texts[noun.data]));  // "The embassy was closed in 1991"
    if (!Document::is_pair(sender)) continue;
    if (host == sender) continue;
    for (const Mention& one : d.mentions) {
      if (one.side == sender && one.end <= change.verb->begin && one.begin >= clause.begin && change.verb->begin - one.end <= 3) quote = span(quote, one);
    }
    if (cities.empty()) {
      if (when && when->end > quote.end && when->begin - quote.end <= 5) quote.end = when->end;
      Claim& claim = d.add(change.kind, trimmed(quote, *change.verb, 14));
      fill_change(d, claim, change, noun, sender, when, planned);
      if (const Claim* told = elliptic ? last_mission(d, claim.unit, 2) : nullptr) claim.place = told->place;
      else if (d.grammar.texts[noun.data] == "embassy") claim.place = capital_of(d, s, Document::other(sender));
    }
    for (std::size_t i = 0; i < cities.size(); ++i) {
      const City& city = cities[i];
      if (city.host == Side::third || city.host == sender) continue;
      Spot here = i == 0 ? span(quote, city) : static_cast<Spot>(city);
      // "opened an embassy in X in 2008 and in Y in 2010"
      const When* own = when;
      for (const When& one : s.dates) {
        if (one.begin >= city.end && one.begin <= city.end + 3) {
          own = &one;
          break;
        }
      }
      if (own && own->end > here.end && own->begin - here.end <= 3) here.end = own->end;
      Claim& claim = d.add(change.kind, trimmed(here, *change.verb, 18));
      fill_change(d, claim, change, noun, sender, own, planned);
      claim.place = d.of(city);
    }
    last_verb = change.verb;
  }
}

// "…, inaugurated in April 1978, was closed in 1993", "It was shut down in 1983", "reopened it on 12 September 2016": what
// happened to the mission told last.
void read_mission_sequels(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || s.dates.empty()) return;
  for (const CueSpot& verb : s.cues) {
    const bool close = verb.cue == Cue::close_verb, again = verb.cue == Cue::reopen_verb;
    if (!close && !again && verb.cue != Cue::open_verb) continue;
    const Range here{d.tokens[verb.begin].begin, d.tokens[verb.end - 1].end};
    const auto told = [&](const Claim& one) { return (one.kind == Kind::mission_opened || one.kind == Kind::mission_closed) && one.plain.overlaps(here); };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
    if (!stands_alone(d, s, verb)) continue;
    const Claim* mission = last_mission(d, {});
    if (!mission || d.claims.size() > d.sentence_claims + 6) continue;
    const bool same_sentence = mission - d.claims.data() >= static_cast<std::ptrdiff_t>(d.sentence_claims);
    if (!same_sentence && mission != &d.claims.back()) continue;  // something else was told since
    const When* when = nullptr;
    for (const When& one : s.dates) {
      if (one.begin >= verb.end && one.begin - verb.end <= 5 && !when) when = &one;
    }
    if (!when) continue;
    const Claim model = *mission;
    Claim& claim = d.add(close ? Kind::mission_closed : Kind::mission_opened, {verb.begin, when->end});
    claim.subject = model.subject, claim.object = model.object, claim.unit = model.unit, claim.place = model.place;
    When at = *when;
    at.since = at.until = false;
    claim.period = at.text();
    if (again) claim.note = "re-opened";
  }
}

}  // namespace comity::claims
