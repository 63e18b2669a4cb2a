// Visits in prose: who travelled where and when. The direction comes from the destination, the traveller's nation, or the
// rest of the document. A meeting in a third country is no visit.
#include <algorithm>

#include "comity/claims/readers/visit_trips.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// The visit told last, for "there" and "in the same city".
const Claim* last_visit(const Document& d) {
  for (auto one = d.claims.rbegin(); one != d.claims.rend(); ++one) {
    if (one->kind == Kind::visit && !one->object.empty()) return &*one;
  }
  return nullptr;
}

// "attended the summit of … in X": the place stands behind the event's name.
bool is_at_event(std::string_view verb) {
  return verb.ends_with("attended") || verb.ends_with("attending") || verb.ends_with("participated in") || verb.ends_with("took part in");
}

// "the A-B Business Forum": a state's name that is part of an event's.
bool is_event_name(const Document& d, const Sentence& s, const Mention& one) {
  if (one.form != NameForm::name || one.end >= s.range.end) return false;
  const Token& next = d.tokens[one.end];
  return next.is(TokenKind::hyphen) || next.is(TokenKind::dash) || (next.is_word() && next.capital) || (one.begin > s.range.begin && (d.tokens[one.begin - 1].is(TokenKind::hyphen) || d.tokens[one.begin - 1].is(TokenKind::dash)));
}

// Whether a noun stands in what a sentence opens with "During": "During President X's visit to Y, …".
bool is_opening(const Document& d, const Sentence& s, const CueSpot& noun) {
  return d.of(s.range.begin) == "During" && noun.begin - s.range.begin <= 8;
}

// Whom "He" or "She" in front of a verb stands for: the visitor told in the sentence before; nullptr: nobody told.
const Claim* visitor_before(const Document& d, const Sentence& s, const CueSpot& verb) {
  const std::string_view who = d.of(s.range.begin);
  if ((who != "He" && who != "She") || verb.begin > s.range.begin + 4 || d.claims.empty()) return nullptr;
  if (d.claims.size() != d.sentence_claims || d.claims.back().kind != Kind::visit || d.claims.back().subject.empty()) return nullptr;
  return &d.claims.back();
}

// "…, and the visit to Norway by Minister Y", "… paid a state visit to Lima following his visit to Cusco from 5 to 7 July": a noun that has a
// place of its own, in the other state or with a date of its own, tells another trip.
bool leads_elsewhere(const Document& d, const Sentence& s, const CueSpot& noun, const Trip& trip) {
  const Goal goal = goal_from(d, s, noun.end, trip.clause.end, 4);
  if (!goal.mention || !trip.goal.mention || goal.third || goal.mention->begin <= trip.goal.mention->begin) return false;
  if (goal.mention->side != trip.goal.mention->side) return true;
  const bool dated = std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin >= goal.mention->end && when.begin - goal.mention->end <= 2; });
  return dated && goal.city.end && trip.goal.city.end && d.of(goal.city) != d.of(trip.goal.city);
}

// "ministers have visited Norway, including Foreign Minister X in 2006": the date is his.
bool is_named_between(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t to) {
  const bool opens = from < to && std::any_of(d.tokens.begin() + from, d.tokens.begin() + to, [&](const Token& one) { return one_of(d.text.substr(one.begin, one.end - one.begin), {"including", "include", "included", "includes", "namely", "notably", "like"}); });
  return opens && std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return one.titled && !one.nameless && one.begin >= from && one.end <= to; });
}

// "The agreement was signed in Oslo in May 2010 during the visit of President X": the town before the noun, where it is the only one.
Goal goal_before(const Document& d, const Sentence& s, const CueSpot& noun, const PersonSpot& guest, Spot clause) {
  const std::uint32_t link = noun.begin >= s.range.begin + 2 && one_of(d.of(noun.begin - 1), {"the", "a", "an", "official", "state", "working"}) ? noun.begin - 2 : noun.begin;
  bool during = false;
  for (std::uint32_t i = link + 1; i-- > s.range.begin && link - i <= 2;) during = during || one_of(d.of(i), {"during", "occasion", "After", "after"});
  Goal out;
  if (!during || d.grammar.language != "en") return out;
  for (const Mention& one : d.mentions) {
    if (one.begin <= clause.begin || one.end > noun.begin || one.form < NameForm::capital || !Document::is_pair(one.side) || !find_cue(s, Cue::in_word, one.begin - 1, one.begin)) continue;
    if (out.mention && out.mention->side != one.side) return {};
    out.mention = &one, out.city = one;
  }
  const Side side = Document::is_pair(guest.side) || guest.nameless ? guest.side : d.side_of_person(d.person_name(guest));
  if (out.mention && (side == Side::third || side == out.mention->side)) return {};
  return out;
}

// "President X invited his counterpart to visit": he stays at home; not "President X was invited to visit".
bool is_inviting(const Document& d, const PersonSpot& person, Spot verb) {
  for (std::uint32_t i = person.end; i < verb.end; ++i) {
    if (one_of(d.of(i), {"invited", "invites"})) return !one_of(d.of(i - 1), {"was", "were", "been", "is"});
  }
  return false;
}

// Of whom a list of leaders or the office says that he is neither's: "Queen Elizabeth II visited Ghana" on a page on Ghana and Poland.
bool is_leader_of_third(const Document& d, const PersonSpot& person) {
  if (person.nameless || Document::is_pair(person.side)) return false;
  if (person.titled && d.of(person.begin) == "Pope" && !Document::is_pair(d.side_of_office(person))) return true;
  std::string_view state = d.grammar.state_of_leader(d.person_name(person));
  if (state.empty()) state = d.grammar.state_of_leader(d.of(Spot{person.begin, person.end}));
  return !state.empty() && state != d.code(Side::first) && state != d.code(Side::second);
}

}  // namespace

void read_visits(Document& d, const Sentence& s) {
  // Of headings the page's title alone tells something: "President X visits Norway".
  const auto named = [](const PersonSpot& one) { return one.titled && !one.nameless; };
  if (s.block == Block::Kind::heading && (d.blocks > 3 || std::none_of(s.persons.begin(), s.persons.end(), named) || d.mentions.empty() || !s.dates.empty())) return;
  if (!s.has(Cue::visit_verb) && !s.has(Cue::visit_noun) && !s.has(Cue::visit_go) && !s.has(Cue::visit_weak)) return;
  if (d.heading.visits && s.block != Block::Kind::paragraph && d.heading.from != Side::none && !s.has(Cue::visit_verb) && !s.has(Cue::visit_go)) return;  // lists have their own reader
  std::uint32_t done = s.range.begin;
  for (const CueSpot& verb : s.cues) {
    const bool strong = verb.cue == Cue::visit_verb, go = verb.cue == Cue::visit_go, weak = verb.cue == Cue::visit_weak, noun = verb.cue == Cue::visit_noun;
    if (!strong && !go && !weak && !noun) continue;
    if (noun && std::any_of(d.tokens.begin() + verb.end, d.tokens.begin() + std::min(s.range.end, verb.end + 3), [](const Token& one) { return one.is(TokenKind::colon); })) continue;  // "High-level visits: President X visited"
    if (go && d.of(verb).ends_with("invited to") && one_of(d.of(std::min(verb.end, s.range.end - 1)), {"visit", "pay", "attend", "make"})) continue;  // nobody says that he went
    if (noun && is_told(d, verb, {Kind::mission_opened})) continue;  // "The Embassy began its journey in 1976"
    if (verb.begin < done || (go && verb.end < s.range.end && d.of(verb.end) == "into")) continue;  // "came into force"
    if (noun && verb.begin > s.range.begin && (find_cue(s, Cue::people_noun, verb.begin - 1, verb.begin) || find_cue(s, Cue::tourist_noun, verb.begin - 1, verb.begin))) continue;  // "7,000 citizens visit Peru"
    Trip trip;
    trip.verb = verb;
    trip.clause = clause_of(d, s, verb.begin);
    const std::uint32_t from = std::max(trip.clause.begin, done);
    trip.person = person_before(d, s, verb.begin, from);
    const PersonSpot* next_person = nullptr;
    for (const PersonSpot& one : s.persons) {
      if (one.begin >= verb.end && one.begin < trip.clause.end && (known(d, one) || one.begin - verb.end <= 3)) {
        next_person = &one;
        break;
      }
    }
    std::uint32_t end = trip.clause.end;
    if (!noun && !trip.person && next_person && next_person->begin - verb.end <= 3 && d.grammar.language == "de") {
      trip.person = next_person;  // "Am 12. Oktober 2011 war Angela Merkel in Ulan Bator"
      trip.verb = span(verb, *next_person);
    }
    if (noun && next_person && next_person->begin - verb.end <= (is_that_of(d, s, *next_person) ? 16u : 6u) && !is_followed_by(d, s, verb, *next_person) && (find_cue(s, Cue::of_word, verb.end, verb.end + 1) || find_cue(s, Cue::by_word, verb.end, verb.end + 1) || find_cue(s, Cue::from_word, verb.end, verb.end + 1) || is_that_of(d, s, *next_person) || find_cue(s, Cue::by_word, next_person->begin - std::min<std::uint32_t>(next_person->begin - verb.end, 3), next_person->begin) || (verb.end < s.range.end && find_cue(s, Cue::to_word, verb.end - 1, verb.end + 1) && find_cue(s, Cue::of_word, next_person->begin - 1, next_person->begin)) || (d.grammar.language == "de" && next_person->begin - verb.end <= 2))) {
      trip.person = next_person;  // "the visit of Leonid Kravchuk to Warsaw"
    } else if (const PersonSpot* held = noun ? held_by(d, s, verb, trip.clause) : nullptr) {
      trip.person = held;  // "The last visit was held in 2004 by Mongolia's former President X"
    } else if (next_person && next_person != trip.person && next_person->begin > verb.end + 3 && !(next_person->nameless && d.of(verb).starts_with("became")) && !is_at_event(d.of(verb)) && d.of(verb) != "meeting with") {
      end = std::max(next_person->begin, verb.end + 1);
    }
    trip.goal = is_at_event(d.of(verb)) ? goal_of_event(d, s, trip.verb.end, end) : goal_from(d, s, trip.verb.end, end);
    // "… received President X in Accra on the occasion of a state visit"
    if (noun && trip.person && !trip.goal.mention && trip.person->end < verb.begin) {
      for (const Mention& one : d.mentions) {
        if (one.begin > trip.person->end && one.end <= verb.begin && one.form >= NameForm::capital && Document::is_pair(one.side) && one.side != trip.person->side && find_cue(s, Cue::in_word, one.begin - 1, one.begin)) trip.goal.mention = &one, trip.goal.city = one;
      }
    }
    if (noun && trip.person && trip.person == next_person && !trip.goal.mention && !trip.goal.third) trip.goal = goal_before(d, s, verb, *trip.person, trip.clause);
    // "participated in the A-B Business Forum": the event's name is no place.
    if (is_at_event(d.of(verb)) && trip.goal.mention && is_event_name(d, s, *trip.goal.mention)) trip.goal = {};
    // "Präsident X hat Deutschland im Februar 2018 besucht": the goal stands before the verb.
    if (!trip.goal.mention && !trip.goal.third && trip.person && trip.person->end < verb.begin && (d.of(verb) == "besucht" || d.of(verb).ends_with("abgestattet"))) trip.goal = goal_from(d, s, trip.person->end, verb.begin);
    if (trip.goal.third) {
      if (strong || go) add_trip_elsewhere(d, s, trip, end);
      done = verb.end;
      continue;
    }
    // "During X's visit to Y, he discussed …": told before, where no day stands with it.
    if (noun && !date_for(d, s, verb, trip.clause, 8) && is_opening(d, s, verb) && std::any_of(d.claims.begin(), d.claims.end(), [](const Claim& one) { return one.kind == Kind::visit; })) continue;
    if (!noun && verb.begin > s.range.begin && d.of(verb.begin - 1) == "they" && !trip.goal.mention) continue;  // "and together they visited a factory"
    if (trip.person && !known(d, *trip.person)) trip.person = nullptr;
    const Speaker speaker = speaker_before(d, s, verb);
    if (speaker.told) trip.person = nullptr;  // "my visit to Iran", "I visited Iran"
    // "Minister X met the Peruvian President during his visit to Lima": not who is at home there
    if (noun && trip.person && trip.goal.mention && trip.person->end < verb.begin && trip.person->side == trip.goal.mention->side && (d.of(verb.begin - 1) == "his" || d.of(verb.begin - 1) == "her")) trip.person = person_before(d, s, trip.person->begin, trip.clause.begin);
    // "Ambassador X said the visit": who speaks of it
    if (noun && trip.person && trip.person->end < verb.begin && (d.of(trip.person->end) == "said" || d.of(trip.person->end + 1) == "said")) trip.person = nullptr;
    // A learned man who came for his research is no visitor of state.
    const std::uint32_t name_at = trip.person ? trip.person->begin : 0;
    const bool learned = name_at >= s.range.begin + 2 && d.tokens[name_at - 1].is(TokenKind::stop) && (d.of(name_at - 2) == "Dr" || d.of(name_at - 2) == "Prof") && !(name_at >= s.range.begin + 3 && d.tokens[name_at - 3].capital);
    if (learned && !trip.person->titled && !Document::is_pair(trip.person->side) && !Document::is_pair(d.side_of_person(d.person_name(*trip.person)))) {
      done = verb.end;
      continue;
    }
    // "The first Peruvian president to visit Norway was Alan Lima": who he was stands behind
    if (trip.person && trip.person->nameless && is_first_of(d, s, *trip.person) && next_person && !next_person->nameless && next_person->begin - verb.end <= 8 && one_of(d.of(next_person->begin - 1), {"was", "were", "is"})) {
      if (!Document::is_pair(next_person->side)) d.remember(*next_person, trip.person->side);
      trip.person = next_person;
    }
    const PersonSpot* office = nullptr;
    if (trip.person && is_private(d, s, *trip.person)) {  // "Peruvian writer X travelled"
      done = verb.end;
      continue;
    }
    office = trip.person;
    trip.person = named_before(d, s, trip.person);
    if (trip.person) {
      trip.traveller = Document::is_pair(trip.person->side) ? trip.person->side : office->side;
      if (trip.traveller == Side::third || is_leader_of_third(d, *trip.person)) {
        done = verb.end;
        continue;
      }
      const bool returned = noun && Document::is_pair(d.last_traveller) && find_cue(s, Cue::reverse, verb.end, verb.end + 4);  // "The visit was reciprocated by"
      if (!Document::is_pair(trip.traveller) && !trip.person->nameless) trip.traveller = returned ? Document::other(d.last_traveller) : d.side_of_person(d.person_name(*trip.person));
      const bool others = std::any_of(d.mentions.begin(), d.mentions.end(), [](const Mention& one) { return one.side == Side::third; });
      if (!Document::is_pair(trip.traveller) && !others) trip.traveller = d.side_of_office(*trip.person);  // nor a guest of a third state
      if (!Document::is_pair(trip.traveller)) trip.traveller = nation_of_visitor(d, s);
      if (!Document::is_pair(trip.traveller)) trip.traveller = said_origin(d, s);
      // "bei seinem Besuch … seinen tunesischen Amtskollegen", "met his Ghanaian counterpart during his visit": the other's
      if (noun && !Document::is_pair(trip.traveller) && !trip.goal.mention) trip.traveller = other_than_counterpart(d, s, trip.clause);
    }
    // "This was the first visit by a Peruvian leader to Norway": of the visit just told
    if (noun && trip.person && trip.person->nameless && s.dates.empty() && one_of(d.of(s.range.begin), {"This", "It", "That"}) && !d.claims.empty() && d.claims.back().kind == Kind::visit && d.claims.size() == d.sentence_claims) continue;
    // "was in the same city on 13 September", "war im Dezember dort"
    const CueSpot* there = trip.goal.mention ? nullptr : find_cue(s, Cue::same_place, verb.end > 0 ? verb.end - 1 : 0, std::min(trip.clause.end, verb.end + 7));
    if (const Claim* told = there ? last_visit(d) : nullptr) {
      trip.place = told->place;
      if (!Document::is_pair(trip.traveller)) trip.traveller = told->subject == d.code(Side::first) ? Side::first : Side::second;
    }
    // "chose Kenya for his first journey abroad"
    if (const CueSpot* chose = noun && trip.person && !trip.goal.mention ? find_cue(s, Cue::choose_verb, trip.person->end, verb.begin) : nullptr) trip.goal = goal_from(d, s, chose->end, verb.begin);
    // "During his visit", "a state visit to India": the person spoken of before; "the two presidents": no trip of one of them
    if (noun && !trip.person && (!trip.goal.mention || (!speaker.first && !date_for(d, s, verb, trip.clause, 8)))) continue;
    if (noun && !trip.person && d.of(verb).ends_with("isits") && date_for(d, s, verb, trip.clause, 8) && is_named_between(d, s, verb.end, date_for(d, s, verb, trip.clause, 8)->begin)) continue;  // "visits to Peru include Minister X (2006)"
    if (noun && !trip.person && d.of(verb).ends_with("isits") && date_for(d, s, verb, trip.clause, 8) && date_for(d, s, verb, trip.clause, 8)->since) continue;  // "since 2000 there have been five visits"
    if (strong && d.of(verb) == "visits" && !trip.goal.mention) continue;  // "the exchange of visits"
    if (noun && trip.person && trip.person == next_person && !trip.goal.mention && !date_for(d, s, span(verb, *trip.person), trip.clause, 8)) continue;  // "during the visit of President Lungu"
    bool own_trip = false;
    if (noun && trip.person && trip.person != next_person && !trip.goal.mention) {
      const bool pays = find_cue_back(s, Cue::have, verb.begin, trip.person->end) || find_cue(s, Cue::reverse, verb.begin >= 2 ? verb.begin - 2 : 0, verb.end);
      // "Obama's own visit took place in March 2016", behind the visit of another
      const bool own = verb.begin - trip.person->end <= 2 && trip.person->end < s.range.end && d.tokens[trip.person->end].is(TokenKind::possessive);
      own_trip = own;
      if (own && !Document::is_pair(trip.traveller) && Document::is_pair(d.last_traveller)) trip.traveller = d.last_traveller;
      if (!pays && !own && !Document::is_pair(trip.traveller)) continue;
      if (!date_for(d, s, verb, trip.clause, 8)) continue;
    }
    // "He had previously visited in 1967": the visitor of the sentence before
    const Claim* his = !trip.person && strong ? visitor_before(d, s, verb) : nullptr;
    if (his) {
      trip.said = his->person;
      if (!trip.goal.mention) trip.traveller = his->subject == d.code(Side::first) ? Side::first : Side::second;
      if (trip.goal.mention && trip.goal.mention->side != (his->object == d.code(Side::first) ? Side::first : Side::second)) continue;
      // "She also visited Lima": on the same trip, where it names a town
      if (!date_for(d, s, verb, trip.clause, 8)) {
        if (!trip.goal.city.end || trip.goal.city.begin != verb.end || d.of(trip.goal.city) == his->place || trip.goal.mention->form < NameForm::capital) continue;
        trip.period = his->period;
      }
    }
    if (speaker.told && !his) {
      if (!speaker.first && !date_for(d, s, verb, trip.clause, 8) && !(go && d.of(verb).find("expected") != std::string_view::npos)) continue;
      if (!trip.goal.mention || speaker.side == trip.goal.mention->side || weak || (!speaker.first && trip.goal.mention->begin - verb.end > 4)) continue;  // "He came to power in flawed elections; under him Togo …"
      trip.said = speaker.name;
      trip.traveller = speaker.side;
    }
    if (!noun && !trip.person && !his && !speaker.told) {
      // No person: "Indian leaders visited" counts only with a date and a leader's noun
      const CueSpot* leaders = find_cue_back(s, Cue::leader_noun, verb.begin, trip.clause.begin);
      const bool listed = leaders && d.of(*leaders) == "leaders" && (!date_for(d, s, verb, trip.clause, 10) || date_for(d, s, verb, trip.clause, 10)->parens);  // "leaders who have visited: X (1961)"
      trip.many = leaders && d.of(*leaders).ends_with('s') && !date_for(d, s, verb, trip.clause, 10);
      if (!leaders || weak || listed || are_of_third(d, *leaders) || are_at_home(d, *leaders, verb, trip.goal)) continue;
      if (const When* its = date_for(d, s, verb, trip.clause, 10); its && ((its->parens && !s.persons.empty()) || (its->begin > verb.end && is_named_between(d, s, verb.end, its->begin)) || (its->begin > verb.end && std::any_of(d.tokens.begin() + verb.end, d.tokens.begin() + its->begin, [](const Token& one) { return one.is(TokenKind::colon); })))) continue;  // "four Presidents have visited: X (1961)": his
    }
    // Of whom nobody says whose he is: "Prime Minister X gave a speech in Oslo", "returned to Oslo"
    const bool at_home = weak ? one_of(d.of(verb.begin), {"gave", "delivered", "addressed", "spoke", "inaugurated", "presided", "raised", "attended"}) : go && d.of(verb) == "returned to";
    if ((at_home || (weak && trip.person && trip.person->minor && trip.person->titled)) && trip.person && trip.goal.mention && !Document::is_pair(trip.traveller)) continue;
    if (office && !strong && !noun && resides(d, *office)) continue;  // an ambassador is there already
    // "President X held talks in Y on Tuesday": who is abroad travelled, whenever it was
    const bool abroad = weak && trip.person && trip.person->titled && trip.person != next_person && trip.goal.mention && trip.goal.mention->form >= NameForm::capital && Document::is_pair(trip.person->side) && trip.goal.mention->side == Document::other(trip.person->side) && find_cue(s, Cue::in_word, trip.goal.mention->begin - 1, trip.goal.mention->begin);
    if (weak && ((!abroad && !date_for(d, s, verb, trip.clause, d.of(verb) == "meeting with" ? 14 : 8)) || (!trip.goal.mention && !there && !unknown_town(d, s, verb.end, std::min(end, verb.end + 8)).end))) continue;
    if (weak && trip.person && trip.person != next_person && verb.begin - trip.person->end > 3) continue;
    if (go && !trip.goal.mention && (!Document::is_pair(trip.traveller) || (is_at_event(d.of(verb)) && !unknown_town(d, s, verb.end, std::min(end, verb.end + 12)).end && !date_for(d, s, verb, trip.clause, 8)))) continue;
    if (trip.goal.city.end == 0) {
      const Spot town = unknown_town(d, s, verb.end, std::min(end, verb.end + 12));
      const bool before = trip.goal.mention && town.begin < trip.goal.mention->begin;
      const bool in_it = before && town.end + 1 == trip.goal.mention->begin && d.tokens[town.end].is(TokenKind::comma);  // "in Salamanca, Spain"
      if (town.end && (!before || in_it)) trip.goal.city = town;
    }
    if (!trip.goal.mention && !Document::is_pair(trip.traveller)) {
      const bool back = find_cue(s, Cue::reverse, verb.begin >= 2 ? verb.begin - 2 : 0, std::min(s.range.end, verb.end + 1)) != nullptr;
      if (!back && trip.person && !weak && Document::is_pair(d.last_traveller) && trip.person->side == Side::none && date_for(d, s, verb, trip.clause, 8)) trip.traveller = d.last_traveller, trip.guessed = true;  // "…; X came in February 2018"
      else if (back && Document::is_pair(d.last_traveller)) trip.traveller = Document::other(d.last_traveller);
      else if (!trip.person || weak) continue;
    }
    const CueSpot* plan = find_cue_back(s, Cue::plan, verb.begin + 1, trip.clause.begin);
    const CueSpot* off = find_cue(s, Cue::postponed, trip.clause.begin, trip.clause.end);
    const bool awaited = d.of(verb).find("expected") != std::string_view::npos || d.of(verb).find("due ") != std::string_view::npos;
    const bool headline = d.of(verb) == "to visit" && trip.person && trip.person->end == verb.begin && trip.person->begin <= s.range.begin + 2 && !is_first_of(d, s, *trip.person);  // "King Felipe to visit Peru", not "sent King Felipe to visit Peru"
    const Invitation invited = invitation_before(d, s, verb);
    if (invited == Invitation::open && !trip.goal.mention) continue;
    if (invited == Invitation::open && trip.person && is_inviting(d, *trip.person, verb)) trip.person = nullptr;
    const bool was_to = strong && verb.begin > s.range.begin && d.of(verb).starts_with("to ") && (one_of(d.of(verb.begin - 1), {"is", "are"}) || (one_of(d.of(verb.begin - 1), {"was", "were"}) && find_cue(s, Cue::postponed)));  // "was to visit Peru in 1981, but cancelled"
    trip.planned = awaited || was_to || headline || invited != Invitation::none || (off && noun) || (noun && is_forthcoming(d, s, verb)) || (plan && verb.begin - std::min(verb.begin, plan->end) <= 4 && !is_narrative(d, s, *plan));
    // "wird Peru im Mai 2025 besuchen"
    if (d.grammar.language == "de" && (strong || go || d.of(verb) == "reisen") && d.of(verb).ends_with("en") && std::any_of(d.tokens.begin() + trip.clause.begin, d.tokens.begin() + verb.begin, [&](const Token& one) { return one_of(d.text.substr(one.begin, one.end - one.begin), {"wird", "werden", "soll", "sollen", "will"}); })) trip.planned = true;
    if (is_denied(d, s, verb, trip.clause)) continue;
    const bool own_nation = noun && trip.person && Document::is_pair(trip.person->side) && trip.person == next_person;  // "the visit of the Mongolian Minister of Defence"
    if (trip.person && trip.person->minor && trip.person->titled && !trip.goal.mention && trip.place.empty() && !own_nation && !own_trip) continue;
    // "the exchange of visits": no visit of one person
    if (noun && d.of(verb).ends_with('s') && trip.person != next_person && !date_for(d, s, verb, trip.clause, 8)) continue;
    if (same_trip(d, s, trip)) {
      done = verb.end;
      continue;
    }
    const std::size_t before = d.claims.size();
    add_trip(d, s, trip);
    if (d.claims.size() > before) add_further_stops(d, s, trip);
    if (d.claims.size() == before + 1 && !noun && !weak) add_companion(d, s, trip);
    done = d.claims.size() > before && noun ? std::max(verb.end, done) : verb.end;
    if (d.claims.size() > before && trip.goal.mention) done = std::max(done, trip.goal.mention->end);
    // One trip per date: a noun of the same clause behind a verb speaks of the same trip.
    if (d.claims.size() > before) {
      for (const CueSpot& later : s.cues) {
        if (later.cue != Cue::visit_noun || later.begin < done || later.begin >= trip.clause.end) continue;
        // "… and the visit of Angela Merkel in August 2018": another person, another trip
        const bool own = noun && std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return &one != trip.person && one.begin >= later.end && one.begin - later.end <= 2 && (find_cue(s, Cue::of_word, later.end, later.end + 1) || find_cue(s, Cue::by_word, later.end, later.end + 1)); });
        if (own || leads_elsewhere(d, s, later, trip)) break;
        if (one_of(d.of(later.begin - 1), {"would", "will", "could"})) break;  // "visited King X, who would visit Finland in May 1928"
        // "… (May 2001) and Prime Minister Y's visit to Z (July 2006)"
        if (std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return &one != trip.person && one.begin >= done && one.end < later.begin && later.begin - one.end <= 3 && d.tokens[one.end].is(TokenKind::possessive) && known(d, one); })) break;
        // "… paid a visit to X and in 2005 President Y made a visit to Z": another verb behind another person; "…, who returned the visit"
        const auto another = [&](const PersonSpot& one) { return &one != trip.person && (one.titled || known(d, one)) && !one.nameless && one.begin >= verb.end && one.end <= later.begin && later.begin - one.end <= 8; };
        const auto verbs = [&](const CueSpot& one) { return (one.cue == Cue::visit_verb || one.cue == Cue::visit_go) && one.begin > verb.end && one.begin <= later.begin && one.end >= later.begin; };
        if (!noun && std::any_of(s.persons.begin(), s.persons.end(), another) && std::any_of(s.cues.begin(), s.cues.end(), verbs)) break;
        done = later.end;
      }
    }
  }
}

}  // namespace comity::claims
