// Lists of visits under a heading that gives the direction ("Visits from India to Mexico"): each item names a person and
// years; and names with years in brackets, or with a date after a comma, that go on a sentence about visits.
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {

// "…, the first Indian foreign minister to do so": whose visitors a sentence speaks of.
Side nation_of_visitor(const Document& d, const Sentence& s) {
  const Spot clause = s.range;
  for (const NameSpot& name : s.names) {
    if (name.form != NameForm::adjective || !Document::is_pair(name.side) || name.begin <= clause.begin || name.end + 2 >= clause.end) continue;
    const bool first = d.of(name.begin - 1) == "first" || d.of(name.begin - 1) == "only" || d.of(name.begin - 1) == "last";
    if (!first) continue;
    for (std::uint32_t i = name.end; i + 1 < clause.end && i - name.end <= 4; ++i) {
      if (find_cue(s, Cue::to_word, i, i + 1) && (d.of(i + 1) == "do" || d.of(i + 1) == "visit" || d.of(i + 1) == "come" || d.of(i + 1) == "pay" || d.of(i + 1) == "make")) return name.side;
    }
  }
  return Side::none;
}

namespace {

using TokenKind = Token::Kind;

void fill(Document& d, Claim& claim, Side from, const PersonSpot& person, const When& when) {
  if (Document::is_pair(from)) {
    claim.subject = d.code(from);
    claim.object = d.code(Document::other(from));
  }
  if (!person.nameless) claim.person = d.person_name(person);
  When plain = when;
  plain.since = plain.until = false;
  claim.period = plain.text();
}

// The traveller's side of the visit that this sentence tells last before a place, else of the one told last.
Side traveller_before(const Document& d, std::size_t at) {
  const Claim* best = nullptr;
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
    const Claim& one = d.claims[i];
    if (one.kind == Kind::visit && one.plain.end <= at && !one.subject.empty() && (!best || one.plain.begin > best->plain.begin)) best = &one;
  }
  if (!best) return d.last_traveller;
  return best->subject == d.code(Side::first) ? Side::first : Side::second;
}

// Whether another reader has told this visit: "visit of President X to Y (August 2008)" as an item of a list.
bool told_with(const Document& d, Spot where, const When& when) {
  const Range here{d.tokens[where.begin].begin, d.tokens[where.end - 1].end};
  return std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::visit && one.plain.overlaps(here) && one.period == when.text(); });
}

// "Four Philippine Presidents have visited Mexico", "Estonian visitors have been": whose the persons behind are; none: it does not say.
Side nation_of_leaders(const Document& d, const Sentence& s) {
  if (const Side from = side_of_opening(d, s); Document::is_pair(from)) return from;
  // "Ministerial visits to Norway include Minister X (2006)"
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::visit_noun || !d.of(noun).ends_with("isits") || !find_cue(s, Cue::to_word, noun.end, noun.end + 1)) continue;
    const Goal goal = goal_from(d, s, noun.end, s.range.end, 3);
    if (goal.mention && goal.mention->end < s.range.end && d.of(goal.mention->end).starts_with("includ")) return Document::other(goal.mention->side);
  }
  for (const Mention& one : d.mentions) {
    if (one.form != NameForm::adjective || !Document::is_pair(one.side) || one.end + 1 >= s.range.end) continue;
    const std::string_view word = d.of(one.end);
    for (const std::string_view leaders : {"Presidents", "presidents", "leaders", "visitors", "dignitaries", "ministers", "Ministers", "officials", "monarchs", "kings", "guests", "statesmen"}) {
      if (word == leaders) return one.side;
    }
  }
  return Side::none;
}

// "Among those who have visited are X (1958) and Y (1989)"
bool opens_list(std::string_view word) { return word == "are" || word == "were" || word == "include" || word == "included" || word == "includes" || word == "including"; }

// Whether nothing but commas, "and" and "in" stands between two dates.
bool goes_on_dates(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (!d.tokens[i].is(TokenKind::comma) && !find_cue(s, Cue::and_word, i, i + 1) && !find_cue(s, Cue::in_word, i, i + 1) && d.of(i) != "again") return false;
  }
  return to > from;
}

// "Charles, Prince of Wales (1999)", "June 2015 – parliamentary delegation", "10 February 2006 – Oslo": under a heading that gives the
// direction, whoever an item names came, once for each of its dates.
void read_bare_item(Document& d, const Sentence& s) {
  if (!Document::is_pair(d.heading.from) || s.has(Cue::negation) || s.range.end - s.range.begin > 60) return;
  if (one_of(d.of(s.range.begin), {"Stand", "Updated", "Published", "Posted", "Veröffentlicht", "Aktualisiert", "Last"})) return;  // the page's day
  // What another kind tells is no visit: "The government declared war in August 1917."
  for (const Cue other : {Cue::war_verb, Cue::sign_verb, Cue::establish, Cue::open_verb, Cue::recognise, Cue::relations_noun, Cue::trade_noun, Cue::join_verb}) {
    if (s.has(other) && !s.has(Cue::visit_noun)) return;
  }
  if (std::any_of(s.amounts.begin(), s.amounts.end(), [](const Amount& one) { return one.currency != 0; })) return;  // "FDI from Peru: 2022 – USD 109 million"
  const Side to = Document::other(d.heading.from);
  for (const Mention& one : d.mentions) {
    if (one.side == Side::third && one.form != NameForm::adjective) return;
  }
  const bool somebody = !s.persons.empty() || s.has(Cue::title) || s.has(Cue::minor_title) || s.has(Cue::leader_noun) || s.has(Cue::delegation) || s.has(Cue::visit_noun);
  bool planned = false;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) planned = planned || d.of(i) == "expected" || d.of(i) == "scheduled" || d.of(i) == "planned" || d.of(i) == "forthcoming";
  for (const When& when : s.dates) {
    if (when.from_reference && &when != &s.dates.front() && (&when - 1)->year == when.year && !(&when - 1)->month) continue;
    const bool leads = when.begin <= s.range.begin + 3 && &when == &s.dates.front();
    const auto at_host = [&](const Mention& one) { return one.side == to && one.begin >= when.end && one.begin - when.end <= 3; };
    const bool placed = leads && std::any_of(d.mentions.begin(), d.mentions.end(), at_host);
    std::uint32_t behind = when.end;
    while (behind < s.range.end && !d.tokens[behind].is_word()) ++behind;
    const bool named = (leads && behind < s.range.end && d.tokens[behind].capital) || (when.parens && when.begin >= s.range.begin + 2 && d.tokens[s.range.begin].capital);
    if (!(named || placed || somebody)) continue;
    const Spot quote = s.dates.size() == 1 ? s.range : leads && when.end < s.range.end ? Spot{when.begin, std::min(s.range.end, when.end + 8)} : &when == &s.dates.front() ? Spot{s.range.begin, when.end} : static_cast<Spot>(when);
    Claim& claim = d.add(Kind::visit, trimmed(quote, when, 18));
    PersonSpot person;
    const auto who = std::ranges::find_if(s.persons, [](const PersonSpot& one) { return !one.nameless && (!one.minor || one.titled); });
    person.nameless = who == s.persons.end();
    if (!person.nameless) person = *who;
    else if (when.parens && named) {  // "Charles, Prince of Wales (1999)"
      person.nameless = false;
      person.name_begin = person.end = s.range.begin;
      while (person.end < when.begin && !d.tokens[person.end].is(TokenKind::open)) ++person.end;
    }
    fill(d, claim, d.heading.from, person, when);
    if (planned) claim.status = "planned";
    for (const Mention& one : d.mentions) {
      if (claim.place.empty() && one.side == to && one.form >= NameForm::capital && (s.dates.size() == 1 || one.begin >= when.end)) claim.place = d.of(one);
    }
  }
}

// "These include Prime Minister X in 1981", "Among them were": goes on about visits told right before.
bool points_back(const Document& d, const Sentence& s) {
  if (d.claims.empty() || d.claims.size() != d.sentence_claims || d.claims.back().kind != Kind::visit || s.range.begin + 3 > s.range.end) return false;
  const std::string_view first = d.of(s.range.begin), second = d.of(s.range.begin + 1);
  return (one_of(first, {"These", "They", "Those"}) && (second.starts_with("includ") || d.of(s.range.begin + 2).starts_with("includ"))) || (first == "Among" && one_of(second, {"them", "these", "those"}));
}

bool tells_visit(const Document& d) {
  return std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [](const Claim& one) { return one.kind == Kind::visit; });
}

void read_item(Document& d, const Sentence& s) {
  // The person that stands before a date, else the one behind it ("2003 (Robert Kocharyan)").
  Side from = d.heading.from;
  // A row that names where from and where to.
  Side first_side = Side::none;
  for (const NameSpot& name : s.names) {
    if (name.form != NameForm::name || !Document::is_pair(name.side)) continue;
    if (first_side == Side::none) first_side = name.side;
    else if (name.side != first_side && s.block == Block::Kind::row) from = first_side;
  }
  // Else the town tells the host: "Guest | Host | Place | Date".
  for (const NameSpot& name : s.names) {
    if (!Document::is_pair(from) && name.form >= NameForm::capital && Document::is_pair(name.side)) from = Document::other(name.side);
  }
  // "1989  Governor-General X  2003  Prime Minister Y": where a date comes first, persons stand behind theirs.
  const bool date_leads = !s.persons.empty() && s.dates.front().begin == s.range.begin && s.persons.front().begin >= s.dates.front().end;
  const PersonSpot* current = nullptr;
  bool first_of_person = true;
  for (const When& when : s.dates) {
    // "2016 … (27 and 28 August)": the day of the year said before is no second visit.
    if (when.from_reference && &when != &s.dates.front() && (&when - 1)->year == when.year && !(&when - 1)->month) continue;
    const PersonSpot* person = nullptr;
    for (const PersonSpot& one : s.persons) {
      if (one.minor && !one.titled) continue;
      if (one.end <= when.begin && !(person && s.block == Block::Kind::row)) person = &one;  // the guest stands before the host
      if (!person && one.begin >= when.end && one.begin - when.end <= 4) person = &one;
      if (date_leads && !when.parens && one.begin >= when.end && one.begin - when.end <= 1) {
        person = &one;
        break;
      }
    }
    if (!person) continue;
    first_of_person = person != current;
    current = person;
    Side side = from;
    if (!Document::is_pair(side)) side = person->side;
    if (!Document::is_pair(side)) side = d.side_of_person(d.person_name(*person));
    if (!Document::is_pair(side)) side = d.side_of_office(*person);
    if (Document::is_pair(side)) d.remember(*person, side);
    if (told_with(d, span(*person, when), when)) continue;
    const bool near = when.begin >= person->end ? when.begin - person->end <= 12 : true;
    if (!near && first_of_person) continue;
    Spot quote = first_of_person ? span(*person, when) : static_cast<Spot>(when);
    if (person->side == Side::third) continue;
    Claim& claim = d.add(Kind::visit, trimmed(quote, when, 16));
    fill(d, claim, side, *person, when);
    if (!Document::is_pair(side)) claim.note = undirected_visit;  // the list says that somebody came, and not whence
    for (const NameSpot& name : s.names) {
      if (name.form >= NameForm::capital && claim.place.empty() && Document::is_pair(side) && name.side == Document::other(side)) claim.place = d.of(name);
    }
  }
}

}  // namespace

void read_visit_lists(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  // "September 2000" on a line, its visitor on the next
  if (s.dates.empty() && d.heading.visits && Document::is_pair(d.heading.from) && d.heading.dated_line && s.block == Block::Kind::item && !s.persons.empty() && !s.persons.front().nameless && s.persons.front().titled) {
    const PersonSpot& guest = s.persons.front();
    Claim& claim = d.add(Kind::visit, trimmed(guest, guest, 16));
    claim.subject = d.code(d.heading.from), claim.object = d.code(Document::other(d.heading.from));
    claim.person = d.person_name(guest), claim.period = d.heading.period;
    d.remember(guest, d.heading.from);
    return;
  }
  if (s.dates.empty()) return;
  read_visit_directions(d, s);
  const bool list = s.block == Block::Kind::item || s.block == Block::Kind::row;
  if (d.heading.visits && list && !s.has(Cue::visit_verb) && !s.has(Cue::visit_go)) {
    if (d.heading.from == Side::none && !s.has(Cue::visit_noun)) {
      bool known = false;
      for (const NameSpot& name : s.names) known = known || (name.form >= NameForm::capital && Document::is_pair(name.side));
      for (const PersonSpot& one : s.persons) known = known || Document::is_pair(one.side) || s.block == Block::Kind::row || (!one.nameless && (one.titled || !one.minor) && one.side != Side::third);
      if (!known) return;
    }
    if (!tells_visit(d) && read_visit_row(d, s)) return;
    read_item(d, s);
    if (!tells_visit(d)) read_bare_item(d, s);
    return;
  }
  if (d.heading.visits && list && !tells_visit(d) && s.persons.size() < 3) read_bare_item(d, s);  // "May 2014: President X attended a forum"
  // "…, Phạm Minh Chính in December 2022", "Bundespräsident Roman Herzog im März 1998", "2017 (Serzh Sargsyan)": a person and a
  // date that no verb has taken, behind a visit in the same sentence or the one before.
  const Side said = nation_of_leaders(d, s);
  if (!Document::is_pair(d.last_traveller) && !Document::is_pair(said)) return;
  const bool told = s.has(Cue::visit_noun) && d.claims.size() > d.sentence_claims && d.claims.back().kind == Kind::visit;
  const bool goes_on = told || points_back(d, s) || s.has(Cue::visit_verb) || s.has(Cue::visit_go) || s.has(Cue::visit_weak);
  if (!goes_on) return;
  for (const PersonSpot& person : s.persons) {
    if (person.nameless || (person.minor && !person.titled)) continue;
    // A name without a title goes on a list only behind a comma or "and": "visited the Friends Arena in 2017" names no guest.
    if (!person.titled && person.begin > s.range.begin && d.tokens[person.begin - 1].is_word() && !find_cue(s, Cue::and_word, person.begin - 1, person.begin) && !opens_list(d.of(person.begin - 1))) continue;
    // "received by King Harald", "met with Bertie Ahern": those who were at home.
    const bool made_by = s.has(Cue::held_verb) && s.has(Cue::visit_noun) && person.titled && person.begin > s.range.begin && find_cue(s, Cue::by_word, person.begin - 1, person.begin);  // "visits were made by X in 2007 and by Y in 2009"
    if (person.begin > s.range.begin && !made_by && (find_cue(s, Cue::by_word, person.begin - 1, person.begin) || find_cue(s, Cue::with_word, person.begin - 1, person.begin) || find_cue(s, Cue::meeting, person.begin - 1, person.begin) || find_cue(s, Cue::receive_verb, person.begin - 1, person.begin))) continue;
    // "attended the enthronement of Emperor X": whose feast it was.
    std::uint32_t link = person.begin;
    while (link > s.range.begin + 1 && one_of(d.of(link - 1), {"the", "former", "late", "then"})) --link;
    const bool and_of = link >= s.range.begin + 2 && find_cue(s, Cue::and_word, link - 2, link - 1);  // "those of Prime Minister X (2006) and of President Y (2009)"
    if (link >= s.range.begin + 2 && find_cue(s, Cue::of_word, link - 1, link) && !and_of && !find_cue(s, Cue::visit_noun, link - 2, link - 1)) continue;
    std::uint32_t row = 0;  // the end of the date before, in a row of dates: "President X in 1994 and 2001"
    for (const When& when : s.dates) {
      if (row && when.begin > row && when.begin - row <= 3 && goes_on_dates(d, s, row, when.begin)) {
        const Claim model = d.claims.back();
        Claim& claim = d.add(Kind::visit, when);
        claim.subject = model.subject, claim.object = model.object, claim.person = model.person, claim.period = when.text();
        row = when.end;
        continue;
      }
      row = 0;
      // "four Peruvian Presidents have visited: President X to attend a summit (1981)": its own bracket
      const auto next = [&](const PersonSpot& one) { return one.begin >= person.end && one.begin < when.begin && one.titled && !(one.nameless && d.of(one.begin - 1) == ","); };
      const auto turn = [&](const Token& one) { return one.is(TokenKind::semicolon); };
      const bool in_turn = std::none_of(d.tokens.begin() + person.end, d.tokens.begin() + std::max(when.begin, person.end), turn);
      const bool far = (Document::is_pair(said) || in_turn) && when.parens && when.begin >= person.end && when.begin - person.end <= 16 && std::none_of(s.persons.begin(), s.persons.end(), next);
      const bool behind = far || (when.begin >= person.end && when.begin - person.end <= 2);
      const bool bracket = person.begin >= when.end && person.begin - when.end <= 1 && d.tokens[person.begin - 1].is(TokenKind::open);
      if (!behind && !bracket) continue;
      // "President X's September 2022 meeting": no visit of his
      if (!when.parens && when.begin > person.end && d.tokens[person.end].is(TokenKind::possessive) && !find_cue(s, Cue::visit_noun, person.end, when.end + 3)) continue;
      const Range here{d.tokens[std::min(person.begin, when.begin)].begin, d.tokens[std::max(person.end, when.end) - 1].end};
      const bool taken = std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& claim) { return claim.kind == Kind::visit && claim.plain.overlaps(here); });
      if (taken) continue;
      Side side = person.side;
      // "Prime Minister Y's visit to Z (July 2006)": where he went tells whose he is
      const Goal goal = when.begin > person.end ? goal_from(d, s, person.end, when.begin, 8) : Goal{};
      if (goal.third) continue;
      // "President Y (Yokohama, August 2019)"
      if (!Document::is_pair(side) && when.parens && goal.city.end && goal.mention && goal.mention->begin == person.end + 1) side = Document::other(goal.mention->side);
      if (!Document::is_pair(side) && goal.mention && find_cue(s, Cue::visit_noun, person.end, goal.mention->begin)) side = Document::other(goal.mention->side);
      if (!Document::is_pair(side)) side = d.side_of_person(d.person_name(person));
      if (!Document::is_pair(side)) side = d.side_of_office(person);
      if (!Document::is_pair(side)) side = nation_of_visitor(d, s);
      if (!Document::is_pair(side)) side = said;
      // "Prime Minister X visited Peru in 2013; President Y reciprocated in 2015"
      const bool returned = when.begin > person.end && find_cue(s, Cue::reverse, person.end, when.begin);
      if (!Document::is_pair(side)) side = returned ? Document::other(traveller_before(d, here.begin)) : traveller_before(d, here.begin);
      Claim& claim = d.add(Kind::visit, span(person, when));
      fill(d, claim, side, person, when);
      for (const NameSpot& name : s.names) {  // "to attend the summit in Cancún (1981)"
        if (Document::is_pair(side) && name.form >= NameForm::capital && name.side == Document::other(side) && name.begin >= person.end && name.end <= when.begin) claim.place = d.of(name);
      }
      row = when.end;
    }
  }
}

}  // namespace comity::claims
