// A trip becomes claims: its quote, its dates, who came along, where it went on to.
#include "comity/claims/readers/visit_trips.hpp"

#include <algorithm>
#include <vector>

#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// "…, and in 1995 our President visited": the date of another visit.
bool leads_another(const Document& d, const Sentence& s, const When& when, Spot verb) {
  if (when.end >= s.range.end || d.tokens[when.end].is(TokenKind::stop)) return false;
  // "in 1997 and 2001, while Prime Minister Y visited": of the visit before
  const std::uint32_t next = when.end + d.tokens[when.end].is(TokenKind::comma);
  if (next < s.range.end && one_of(d.of(next), {"while", "whereas", "but"})) return false;
  for (const PersonSpot& one : s.persons) {
    if (one.begin < when.end || one.begin - when.end > 6) continue;
    if (one.end + 1 < s.range.end && d.of(one.end + 1) == "another") return true;  // "and in 2009 President X made another"
    for (const CueSpot& cue : s.cues) {
      if ((cue.cue == Cue::visit_verb || cue.cue == Cue::visit_go) && cue.begin >= one.end && cue.begin - one.end <= 4 && cue.begin != verb.begin) return true;
    }
  }
  return false;
}

// All dates that hang on the verb in a row: "in 2007, 2011 and October 2015".
std::vector<const When*> dates_in_row(const Document& d, const Sentence& s, const When* first, Spot verb) {
  std::vector<const When*> out;
  if (!first) return out;
  out.push_back(first);
  // "On 2 May 2005, and again on 9 April 2008, Prime Minister X visited": the one before is of the same traveller
  if (first > s.dates.data() && first[-1].begin <= s.range.begin + 1 && first->begin - first[-1].end <= 4 && d.of(first->begin - 2) == "again") out.push_back(first - 1);
  // "In 2001, 2005 and 2010, President X visited": all that the sentence opens with
  std::vector<const When*> front;
  for (const When* back = first; back > s.dates.data() && first->end <= verb.begin;) {
    const When* before = back - 1;
    bool links = back->begin > before->end && back->begin - before->end <= 4;
    for (std::uint32_t i = before->end; i < back->begin && links; ++i) links = d.tokens[i].is(TokenKind::comma) || find_cue(s, Cue::and_word, i, i + 1) || find_cue(s, Cue::in_word, i, i + 1) || one_of(d.of(i), {"again", "on"});
    if (!links || before->year2 || back->year2 || before->begin > s.range.begin + 9) break;
    front.push_back(before);
    back = before;
  }
  if (!front.empty() && front.back()->begin <= s.range.begin + 1) {  // not "was signed in 2010, and in May 2014 X visited"
    for (const When* one : front) {
      if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
    }
  }
  const When* newest = first;
  for (const When& one : s.dates) {
    const When& last = *newest;
    if (&one <= first || one.begin <= last.begin) continue;
    std::uint32_t from = last.end;
    if (from < one.begin && d.tokens[from].is(TokenKind::open)) {  // "in July 2018 (a summit) and in August 2015"
      while (from < one.begin && !d.tokens[from].is(TokenKind::close)) ++from;
      if (from < one.begin) ++from;
    }
    if (one.begin < from || one.begin - from > 4 || leads_another(d, s, one, verb)) break;
    bool only_links = true;
    for (std::uint32_t i = from; i < one.begin; ++i) {
      const bool link = d.tokens[i].is(TokenKind::comma) || find_cue(s, Cue::and_word, i, i + 1) || find_cue(s, Cue::in_word, i, i + 1) || one_of(d.of(i), {"again", "on", "also", "then", "later", "finally", "once", "more"});
      only_links = only_links && link;
    }
    if (!only_links || one.begin == last.end) break;
    out.push_back(&one), newest = &one;
  }
  return out;
}

// "X, who had become president in 2010, visited", "X (elected in 2010) visited": a date between the visitor and the verb that is told of
// him; not "X, in May 2014, visited".
bool is_of_visitor(const Document& d, const Sentence& s, const PersonSpot& person, const When& when, Spot verb) {
  std::uint32_t open = when.begin;
  while (open > person.end && !d.tokens[open - 1].is(TokenKind::comma) && !d.tokens[open - 1].is(TokenKind::open)) --open;
  if (open == person.end || open == when.begin || (open + 1 == when.begin && (find_cue(s, Cue::in_word, open, when.begin) || find_cue(s, Cue::on_word, open, when.begin) || find_cue(s, Cue::from_word, open, when.begin)))) return false;
  return std::any_of(d.tokens.begin() + when.end, d.tokens.begin() + verb.begin, [](const Token& one) { return one.is(TokenKind::comma) || one.is(TokenKind::close); });
}

// "travelled to Abu Dhabi for the funeral of Crown Prince Hamad bin Zayed in May 2014": the only date behind the verb, however far off,
// where nothing else is told before it ("…, and a treaty was signed in 2016", "the treaty signed in 2016").
const When* lone_date(const Document& d, const Sentence& s, Spot quote, Spot clause) {
  constexpr std::uint32_t farthest = 28;
  if (s.dates.size() != 1) return nullptr;
  const When& when = s.dates.front();
  // "A partnership was announced on 8 November 2017, when Prime Minister X met Y in Hanoi": on that day
  if (when.end + 2 < quote.begin && d.tokens[when.end].is(TokenKind::comma) && d.of(when.end + 1) == "when" && !when.since && !when.until) return &when;
  if (when.begin < quote.end || when.end > clause.end || when.begin - quote.end > farthest || when.since || when.until) return nullptr;
  for (std::uint32_t i = quote.end; i < when.begin; ++i) {
    const std::string_view word = d.of(i);
    const bool next_clause = d.tokens[i].is(TokenKind::comma) && i + 1 < when.begin && (find_cue(s, Cue::and_word, i + 1, i + 2) || one_of(d.of(i + 1), {"who", "which", "whose", "having", "as", "after", "before", "since", "although"}));
    if (next_clause || d.tokens[i].is(TokenKind::dash) || d.tokens[i].is(TokenKind::colon) || one_of(word, {"was", "were", "that", "has", "had", "is", "are", "which", "will", "would"})) return nullptr;
    if (i + 2 >= when.begin && word.size() > 4 && word.ends_with("ed")) return nullptr;
  }
  return &when;
}

// "2004  President X visited Y in July 2004": of a year and a month of it, the month; "X, President from 2000 to 2012, visited in
// 2003": not his term.
const When* nearer_date(const Document& d, const Sentence& s, const PersonSpot* person, Spot verb, Spot clause, const When* when) {
  if (!when) return when;
  const bool between = person && when->begin >= person->end && when->end <= verb.begin;
  const bool term = between && ((when->year2 && !when->month) || is_of_visitor(d, s, *person, *when, verb));
  for (const When& one : s.dates) {
    if (one.begin < verb.end || one.end > clause.end || (term && one.begin - verb.end > 12)) continue;
    const bool finer = !when->month && !when->year2 && !when->decade && one.month && one.year == when->year && when->end <= verb.begin;
    if (term || finer) return &one;
  }
  return when;
}

// "visited Peru many times", "on several occasions", "was rumoured to have visited": how often or whether is left open.
bool is_often(const Document& d, const Trip& trip, const When* when) {
  constexpr std::uint32_t reach = 5;
  if (when && !when->year2) {
    const auto word = [&](std::uint32_t i) { return d.of(i); };
    for (std::uint32_t i = trip.verb.begin; i-- > trip.clause.begin && trip.verb.begin - i <= 4;) {
      if (one_of(word(i), {"rumoured", "rumored", "reportedly", "allegedly"})) return true;
    }
    return false;
  }
  const std::uint32_t behind = std::max(trip.verb.end, trip.goal.mention ? trip.goal.mention->end : trip.verb.end);
  for (std::uint32_t i = trip.verb.begin < trip.clause.begin + 3 ? trip.clause.begin : trip.verb.begin - 3; i < trip.clause.end && i < behind + reach; ++i) {
    const std::string_view word = d.of(i);
    if (one_of(word, {"repeatedly", "frequently", "regularly", "often", "mehrfach", "mehrmals", "wiederholt", "regelmäßig", "häufig", "rumoured", "rumored", "reportedly", "allegedly"})) return true;
    if (i + 1 < trip.clause.end && one_of(word, {"several", "many", "numerous", "multiple", "various"}) && one_of(d.of(i + 1), {"times", "occasions"})) return true;
  }
  return false;
}

// "an eight-day visit", "arrived in Lima for a three-day visit", "a four days state visit": how long it was; 0: not said.
double days_of(const Document& d, const Sentence& s, const Trip& trip) {
  const std::uint32_t behind = std::max(trip.verb.end, trip.goal.mention ? trip.goal.mention->end : trip.verb.end);
  for (const Amount& one : s.amounts) {
    if (one.kind != Amount::Kind::number || one.value < 2 || one.value > 60 || one.begin + 6 < trip.verb.begin || one.begin > behind + 6 || one.end + 1 >= trip.clause.end || one.begin < trip.clause.begin) continue;
    const std::uint32_t day = one.end + d.tokens[one.end].is(TokenKind::hyphen);
    if (d.of(day) != "day" && d.of(day) != "days") continue;
    for (std::uint32_t i = day + 1; i < trip.clause.end && i <= day + 5; ++i) {
      if (one_of(d.of(i), {"visit", "trip", "stay", "tour"})) return one.value;
      if (d.tokens[i].is(TokenKind::comma)) break;
    }
  }
  return 0;
}

// "visited Peru to attend the summit held in Lima", "for the Games in Lima": the town where it was, behind the state's name.
Spot town_of_event(const Document& d, const Sentence& s, const Trip& trip) {
  constexpr std::uint32_t farthest = 24;
  if (!trip.goal.mention || trip.goal.city.end || d.grammar.language != "en") return {};
  const std::uint32_t from = std::max(trip.verb.end, trip.goal.mention->end);
  bool purpose = false;
  for (std::uint32_t i = from; i < trip.clause.end && i < from + farthest; ++i) {
    const std::string_view word = d.of(i);
    purpose = purpose || one_of(word, {"attend", "participate", "for", "participated", "attended", "inaugurate", "open", "part", "contingent", "delegation", "attending"});
    if (d.tokens[i].is(TokenKind::comma) && i + 1 < trip.clause.end && (find_cue(s, Cue::and_word, i + 1, i + 2) || one_of(d.of(i + 1), {"while", "who", "where", "which"}))) return {};
    if (!purpose || !find_cue(s, Cue::in_word, i, i + 1)) continue;
    for (const Mention& one : d.mentions) {
      if (one.begin == i + 1 && one.side == trip.goal.mention->side && one.form >= NameForm::capital) return one;
    }
  }
  return {};
}

When plain_of(When when) {
  when.since = when.until = false;
  return when;
}

// A queen, princess or first lady who travels with whom she is married to.
bool is_consort(const Document& d, const PersonSpot& person) {
  const std::string_view title = d.of(Spot{person.begin, person.name_begin});
  for (const std::string_view one : {"Queen", "Crown Princess", "Princess", "Empress", "First Lady", "Duchess", "Grand Duchess", "Sheikha"}) {
    if (person.titled && title == one) return true;
  }
  return false;
}

}  // namespace

void add_trip(Document& d, const Sentence& s, const Trip& trip) {
  Side from = trip.traveller;
  if (trip.goal.mention) {
    const Side host = trip.goal.mention->side;
    if (from == host) return;  // at home
    from = Document::other(host);
  }
  Spot anchor = trip.verb;
  Spot quote = trip.verb;
  if (trip.person && trip.person->begin >= trip.verb.end + 5 && d.of(trip.verb).ends_with('s')) anchor = quote = *trip.person;  // "Visits to X by … were made by Y"
  if (trip.person && trip.person->end <= trip.verb.begin && trip.verb.begin - trip.person->end <= 8) quote = span(quote, *trip.person);
  if (trip.goal.mention) quote = span(quote, *trip.goal.mention);
  if (trip.goal.city.end) quote = span(quote, trip.goal.city);
  const When* when = date_for(d, s, quote, trip.clause, 10);
  if (!when) when = lone_date(d, s, quote, trip.clause);
  if (trip.many) when = nullptr;
  if (!when && s.block == Block::Kind::item && s.dates.size() == 1) when = &s.dates.front();  // the item's
  when = nearer_date(d, s, trip.person, trip.verb, trip.clause, when);
  const auto row = dates_in_row(d, s, when, trip.verb);
  const std::string name = trip.person && !trip.person->nameless ? d.person_name(*trip.person) : trip.said;
  if (Document::is_pair(from) && trip.person && !trip.guessed) d.remember(*trip.person, from);
  const auto fill = [&](Claim& claim, const When* at) {
    if (Document::is_pair(from)) {
      claim.subject = d.code(from);
      claim.object = d.code(Document::other(from));
    }
    claim.person = name;
    claim.guessed = trip.guessed;
    claim.place = trip.goal.city.end ? std::string(d.of(trip.goal.city)) : trip.place;
    if (const Spot town = claim.place.empty() && row.size() <= 1 ? town_of_event(d, s, trip) : Spot{}; town.end) claim.place = d.of(town);
    if (at) {
      claim.period = plain_of(*at).text();
      if (at->from_reference) claim.note = "relative date";
    }
    if (trip.planned) claim.status = "planned";
    else if (trip.many) claim.status = "vague";
    if (!at) claim.period = trip.period.empty() ? weekday_near(d, s, trip.verb, trip.clause, trip.planned) : trip.period;
    if (claim.status == "asserted" && row.size() <= 1 && is_often(d, trip, at)) claim.status = "vague";
    if (!at || at->until || (at->begin > s.range.begin && d.of(at->begin - 1) == "before")) {  // "have travelled to Türkiye 29 times", "visited four times before 1990"
      for (const Amount& one : s.amounts) {
        if (one.kind == Amount::Kind::number && one.begin >= trip.verb.end && one.end < trip.clause.end && d.of(one.end) == "times") claim.number = one.value, claim.unit = "visits", claim.note = "cumulative", claim.period = at ? "../" + plain_of(*at).text() : claim.period;
      }
    }
    // "has made three official visits to Azerbaijan", "has visited Jordan twice"
    if (!claim.number && row.size() <= 1) {
      const std::uint32_t goal_end = trip.goal.mention ? trip.goal.mention->end : trip.verb.end;
      for (std::uint32_t i = trip.verb.begin; i < trip.clause.end && i < goal_end + 3; ++i) {
        const bool twice = one_of(d.of(i), {"twice", "zweimal"}) || (d.of(i) == "zwei" && i + 1 < trip.clause.end && d.of(i + 1) == "Mal");
        const auto many = std::ranges::find_if(s.amounts, [&](const Amount& one) { return one.begin == i && one.kind == Amount::Kind::number && one.value >= 2 && one.value < 100 && one.end < trip.verb.end && d.of(trip.verb.end - 1).ends_with("isits"); });
        if (!twice && many == s.amounts.end()) continue;
        claim.number = twice ? 2 : many->value, claim.unit = "visits", claim.note = "cumulative";
        break;
      }
    }
    if (const double days = days_of(d, s, trip); days > 0 && (!claim.number || claim.unit == "days")) claim.number = days, claim.unit = "days";
  };
  Spot first = quote;
  if (when && when->end > first.end && when->begin - first.end <= 4) first.end = when->end;
  fill(d.add(Kind::visit, trimmed(first, anchor, 20)), when);
  for (std::size_t i = 1; i < row.size(); ++i) fill(d.add(Kind::visit, *row[i]), row[i]);
  d.last_traveller = from;
}

void add_trip_elsewhere(Document& d, const Sentence& s, const Trip& trip, std::uint32_t end) {
  if (!trip.person || trip.person->end > trip.verb.begin || trip.verb.begin - trip.person->end > 4 || d.grammar.language != "en") return;
  const PersonSpot& who = *trip.person;
  if (d.tokens[who.end].is(TokenKind::possessive) || (who.minor && !d.tokens[who.name_begin - (who.name_begin > who.begin)].capital) || d.of(trip.verb) == "visiting") return;
  Side from = trip.person->side;
  if (from == Side::none && !trip.person->nameless) from = d.side_of_person(d.person_name(*trip.person));
  if (!Document::is_pair(from) || is_denied(d, s, trip.verb, trip.clause)) return;
  for (const Mention& one : d.mentions) {
    if (one.begin < trip.verb.end || one.end > end || one.reference || one.form == NameForm::adjective || one.form == NameForm::people) continue;
    if (one.side != Side::third || one.begin - trip.verb.end > 3 || d.grammar.code(one.state).size() != 3) return;
    const When* when = date_for(d, s, span(trip.verb, one), trip.clause, 10);
    Claim& claim = d.add(Kind::visit, trimmed(span(*trip.person, one), trip.verb, 20));
    claim.subject = d.code(from), claim.object = d.grammar.code(one.state), claim.scope = "third country";
    if (!trip.person->nameless) claim.person = d.person_name(*trip.person);
    if (one.form >= NameForm::capital) claim.place = d.of(one);
    if (when) claim.period = plain_of(*when).text();
    const CueSpot* plan = find_cue_back(s, Cue::plan, trip.verb.begin + 1, trip.clause.begin);
    if (plan && trip.verb.begin - std::min(trip.verb.begin, plan->end) <= 4 && !is_narrative(d, s, *plan)) claim.status = "planned";
    return;
  }
}

void add_companion(Document& d, const Sentence& s, const Trip& trip) {
  if (!trip.person || trip.person->end > trip.verb.begin) return;
  for (const PersonSpot& one : s.persons) {
    if (one.end + 1 != trip.person->begin || one.nameless || (one.minor && !one.titled) || one.begin < trip.clause.begin || !find_cue(s, Cue::and_word, one.end, one.end + 1)) continue;
    if (is_consort(d, *trip.person)) {  // "Crown Prince Haakon and Crown Princess Mette-Marit visited": one visit
      if (one.titled) d.claims.back().plain.begin = d.tokens[one.begin].begin, d.claims.back().person = d.person_name(one);
      return;
    }
    const Claim model = d.claims.back();
    const Side side = Document::is_pair(one.side) ? one.side : d.side_of_person(d.person_name(one));
    if (one.side == Side::third || (Document::is_pair(side) && !model.subject.empty() && model.subject != d.code(side))) return;
    const auto tell = [&](const PersonSpot& who) {
      Claim& claim = d.add(Kind::visit, who);
      claim.subject = model.subject, claim.object = model.object, claim.place = model.place, claim.period = model.period, claim.status = model.status, claim.note = model.note;
      claim.person = d.person_name(who);
      d.remember(who, side);
    };
    tell(one);
    // "Minister X, Minister Y and Minister Z visited"
    for (const PersonSpot* before = &one; before > s.persons.data() && before[-1].titled && !before[-1].nameless && before[-1].end + 1 == before->begin && d.tokens[before[-1].end].is(TokenKind::comma) && before[-1].side != Side::third && before[-1].begin >= trip.clause.begin; --before) tell(before[-1]);
    return;
  }
}

void add_further_stops(Document& d, const Sentence& s, const Trip& trip) {
  if (!trip.goal.mention || !trip.goal.city.end) return;
  const Claim model = d.claims.back();
  for (const Mention& one : d.mentions) {
    if (one.begin <= trip.goal.mention->end || one.form < NameForm::capital || one.side != trip.goal.mention->side || one.end >= trip.clause.end || one.begin < 2) continue;
    if (!find_cue(s, Cue::to_word, one.begin - 1, one.begin) || !find_cue(s, Cue::and_word, one.begin - 2, one.begin - 1)) continue;
    for (const When& when : s.dates) {
      if (when.begin < one.end || when.begin - one.end > 2 || model.period == when.text()) continue;
      Claim& claim = d.add(Kind::visit, {one.begin - 1, when.end});
      claim.subject = model.subject, claim.object = model.object, claim.person = model.person;
      claim.place = d.of(one);
      claim.period = when.text();
      break;
    }
  }
}

bool same_trip(Document& d, const Sentence& s, const Trip& trip) {
  if (d.claims.size() == d.sentence_claims || d.claims.back().kind != Kind::visit || trip.verb.begin < s.range.begin + 2) return false;
  const std::string_view who = d.of(trip.verb.begin - 1), how = d.of(trip.verb.begin - 2);
  if ((who != "he" && who != "she") || (how != "when" && how != "where" && how != "as")) return false;
  for (const When& when : s.dates) {
    if (when.begin >= trip.verb.end && when.begin - trip.verb.end <= 5 && when.text() != d.claims.back().period) return false;
  }
  if (trip.goal.city.end && d.claims.back().place.empty()) d.claims.back().place = d.of(trip.goal.city);
  return true;
}

}  // namespace comity::claims
