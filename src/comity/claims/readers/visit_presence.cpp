// The last reader of visits: an office of one side that did something in the other state without a word of travelling: "The Norwegian
// Minister of Trade opened the fair in Lima in May 2010", "Talks between Minister X and his Peruvian counterpart were held in Lima".
// Speaks only where no other reader has told a visit in the sentence.
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

constexpr std::uint32_t farthest_act = 14, farthest_place = 26;

constexpr WordSet acts("attended", "attend", "attends", "attending", "came", "represented", "representing", "represent", "participated", "participate", "participating", "inaugurated", "inaugurate", "opened", "unveiled", "addressed", "spoke", "delivered", "held",
                       "met", "meets", "meet", "discussed", "launched", "joined", "chaired", "presented", "participates", "took", "gave", "laid", "co", "headed", "led", "witnessed", "negotiated", "spent", "was", "were", "concluded", "consulted", "graced", "flew", "observed", "watched");
// What those words that say little must be followed by.
constexpr WordSet gave_what("speech", "lecture", "address", "talk", "keynote", "speeches", "lectures");
constexpr WordSet held_what("talks", "consultations", "discussions", "meetings", "meeting", "negotiations", "conversations", "summit");
constexpr WordSet laid_what("wreath", "foundation", "flowers", "stone");
constexpr WordSet was_what("present", "among", "guest", "hosted", "received", "welcomed", "greeted", "sworn", "awarded", "decorated", "honoured", "honored");

bool soon(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t reach, const auto& words) {
  for (std::uint32_t i = from; i < s.range.end && i < from + reach; ++i) {
    if (words.has(d.of(i))) return true;
  }
  return false;
}

// Whether a word at a token is something that one does where one is.
bool is_act(const Document& d, const Sentence& s, std::uint32_t i) {
  const std::string_view word = d.of(i);
  if (!acts.has(word)) return false;
  if (word == "took") return i + 1 < s.range.end && d.of(i + 1) == "part";
  if (word == "gave" || word == "delivered") return soon(d, s, i + 1, 6, gave_what);
  if (word == "held") return soon(d, s, i + 1, 5, held_what);
  if (word == "laid") return soon(d, s, i + 1, 5, laid_what);
  if (word == "co") return i + 2 < s.range.end && one_of(d.of(i + 2), {"chaired", "hosted", "inaugurated", "chair"});
  if (word == "was" || word == "were") return soon(d, s, i + 1, 2, was_what);
  if (word == "led" || word == "headed") return soon(d, s, i + 1, 6, WordSet("delegation", "mission", "team")) && !(i > s.range.begin && one_of(d.of(i - 1), {"delegation", "delegations"}));
  if (word == "concluded" || word == "presented") return false;
  return true;
}

// "represented Vietnam at", "representing Peru": whose he is.
Side represented(const Document& d, std::uint32_t act) {
  if (!d.of(act).starts_with("represent")) return Side::none;
  for (const Mention& one : d.mentions) {
    if (one.begin > act && one.begin - act <= 2 && one.form == NameForm::name && Document::is_pair(one.side)) return one.side;
  }
  return Side::none;
}

// "in Santa Marta, Colombia": the town that no list knows; empty: none.
Spot town_before(const Document& d, const Sentence& s, const Mention& one) {
  if (one.form != NameForm::name || one.begin < s.range.begin + 3 || !d.tokens[one.begin - 1].is(TokenKind::comma)) return {};
  std::uint32_t begin = one.begin - 1;
  while (begin > s.range.begin && one.begin - begin <= 4 && d.tokens[begin - 1].is_word() && d.tokens[begin - 1].capital) --begin;
  return begin < one.begin - 1 && begin > s.range.begin && find_cue(s, Cue::in_word, begin - 1, begin) ? Spot{begin, one.begin - 1} : Spot{};
}

// Where something took place: a town of one side behind "in", in the name of what was held there ("the Lima Business Forum", "the
// University of Oslo"), or the state behind "in".
bool is_place(const Document& d, const Sentence& s, const Mention& one) {
  if (one.reference || one.form == NameForm::adjective || one.form == NameForm::people || one.begin == s.range.begin) return false;
  if (one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive)) return one.end + 1 < s.range.end && d.of(one.end + 1) == "capital" && d.of(one.begin - 1) == "in";  // "in Peru's capital"
  if (town_before(d, s, one).end) return true;
  if (std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& who) { return who.begin <= one.begin && one.end <= who.end && who.titled; })) return false;
  const std::uint32_t link = one.begin >= s.range.begin + 2 && one_of(d.of(one.begin - 1), {"the", "capital", "city"}) ? one.begin - 1 : one.begin;
  if (find_cue(s, Cue::in_word, link - 1, link) || one_of(d.of(link - 1), {"at", "in", "In", "near", "outside"})) return true;
  if (one.form < NameForm::capital) return false;
  if (one.begin >= s.range.begin + 2 && find_cue(s, Cue::of_word, one.begin - 1, one.begin) && one_of(d.of(one.begin - 2), {"University", "city", "City", "Port", "port", "capital", "Bank", "Chamber", "Institute", "Parliament"})) return true;
  // "(Lima)", "held in the capital, Lima", "the Lima Business Forum"
  if (d.tokens[one.begin - 1].is(TokenKind::comma) && one.begin >= s.range.begin + 2 && d.of(one.begin - 2) == "capital") return true;
  for (std::uint32_t i = one.end; i < s.range.end && i < one.end + 5 && d.tokens[i].is_word() && d.tokens[i].capital; ++i) {
    if (one_of(d.of(i), {"Forum", "Conference", "Fair", "Summit", "Congress", "Games", "Exhibition", "Expo", "Festival", "Symposium", "University", "Dialogue", "Week", "Olympics", "Meeting"})) return true;
  }
  return false;
}

const Mention* place_of(const Document& d, const Sentence& s, Side host, Spot where) {
  const Mention* out = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.begin < where.begin || one.end > where.end || one.side != host || !is_place(d, s, one)) continue;
    if (!out || (out->form < NameForm::capital && one.form >= NameForm::capital)) out = &one;
  }
  return out;
}

// "attended the inauguration of President X", "represented Peru at the funeral of King Y", "Norway's independence celebrations": at home
// with the one whose feast it is.
bool is_feast_of(const Document& d, const Sentence& s, Side host, std::uint32_t from, std::uint32_t end) {
  static constexpr WordSet feasts("inauguration", "funeral", "coronation", "enthronement", "wedding", "independence", "celebrations", "celebration", "swearing", "anniversary", "burial", "jubilee", "parade", "memorial");
  std::uint32_t feast = end;
  for (std::uint32_t i = from; i < end && feast == end; ++i) {
    if (feasts.has(d.of(i))) feast = i;
  }
  if (feast == end) return false;
  for (const PersonSpot& one : s.persons) {
    if (one.titled && one.begin > feast && one.begin - feast <= 5 && one.end <= end && side_of(d, one) == host) return true;
  }
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == host && !one.reference && one.begin >= from && one.end <= end && (one.end > feast || feast - one.end <= 3) && one.begin <= feast + 5; });
}

struct Guest : Spot {
  Side side = Side::none;
  const PersonSpot* person = nullptr;
};

// "A Polish delegation attended": a nation and a noun for those who were sent.
Guest party_before(const Document& d, const Sentence& s, std::uint32_t act, Spot clause) {
  Guest out;
  for (const Mention& one : d.mentions) {
    if (one.form != NameForm::adjective || !Document::is_pair(one.side) || one.begin < clause.begin || one.end >= act) continue;
    const CueSpot* noun = find_cue(s, Cue::delegation, one.end, std::min(act, one.end + 4));
    if (!noun || act - noun->end > 3 || d.of(*noun) == "Mission" || d.of(*noun) == "mission") continue;  // "the Polish mission was opened" is a post
    out.side = one.side, out.begin = one.begin, out.end = noun->end;
  }
  return out;
}

Guest guest_before(const Document& d, const Sentence& s, std::uint32_t act, Spot clause) {
  Guest out;
  for (const PersonSpot& one : s.persons) {
    if (one.end > act || one.begin < clause.begin || act - one.end > farthest_act || (!one.titled && !known(d, one)) || resides(d, one)) continue;
    Side side = side_of(d, one);
    if (!Document::is_pair(side) && side != Side::third) side = represented(d, act);
    if (!Document::is_pair(side) && side != Side::third) side = side_of_opening(d, s);
    if (!Document::is_pair(side)) {
      if (one.titled) out = {};
      continue;
    }
    // "X and his Polish counterpart Y opened", "X, together with Y,": the first of them is who acts
    if (out.person && act - one.end <= 3 && one.begin - out.end <= 5) continue;
    out.side = side, out.person = &one, out.begin = one.begin, out.end = one.end;
  }
  if (out.person && out.person->nameless) {  // "Kari Nordli, Minister for Trade of Norway, attended"
    if (const PersonSpot* named = named_before(d, s, out.person); named != out.person) out.begin = named->begin, out.person = named;
  }
  return out.person ? out : party_before(d, s, act, clause);
}

// "was opened by Polish Minister X"
Guest guest_behind(const Document& d, const Sentence& s, std::uint32_t act, Spot clause) {
  Guest out;
  if (!one_of(d.of(act), {"opened", "inaugurated", "launched", "unveiled", "attended", "represented"})) return out;
  for (const PersonSpot& one : s.persons) {
    if (one.begin <= act || one.end > clause.end || one.begin - act > 14 || !one.titled || resides(d, one) || out.person) continue;
    std::uint32_t by = one.begin;
    while (by > act + 1 && one_of(d.of(by - 1), {"the", "then", "former", "visiting", "a"})) --by;
    if (d.of(by - 1) != "by" || !Document::is_pair(side_of(d, one))) continue;
    out.side = side_of(d, one), out.person = &one, out.begin = one.begin, out.end = one.end;
  }
  return out;
}

void tell(Document& d, const Sentence& s, const Guest& guest, std::uint32_t act, const Mention* place, Spot clause) {
  const Spot anchor = place ? span({act, act + 1}, *place) : Spot{act, act + 1};
  const When* when = date_for(d, s, anchor, clause, 14);
  if (!when && s.dates.size() == 1 && s.dates.front().begin >= clause.begin && s.dates.front().end <= clause.end) when = &s.dates.front();
  if (when && (when->since || when->until || !when->dated() || when->decade || when->century)) return;
  const bool sure = guest.person && guest.person->titled && Document::is_pair(guest.person->side) && place && (place->form >= NameForm::capital || town_before(d, s, *place).end);
  if (!when && !(sure && s.dates.empty())) return;
  Spot quote = span(guest, anchor);
  if (when && when->begin >= quote.end && when->begin - quote.end <= 3) quote.end = when->end;
  Claim& claim = d.add(Kind::visit, trimmed(quote, guest, 24));
  claim.subject = d.code(guest.side), claim.object = d.code(Document::other(guest.side));
  if (guest.person && !guest.person->nameless) claim.person = d.person_name(*guest.person), d.remember(*guest.person, guest.side);
  if (place && place->form >= NameForm::capital) claim.place = d.of(*place);
  else if (place && town_before(d, s, *place).end) claim.place = d.of(town_before(d, s, *place));
  if (when) claim.period = when->text();
  else claim.period = weekday_near(d, s, {act, act + 1}, clause, false);
  const CueSpot* plan = find_cue_back(s, Cue::plan, act + 1, clause.begin);
  if (plan && act - std::min(act, plan->end) <= 5 && !is_narrative(d, s, *plan)) claim.status = "planned";
  d.last_traveller = guest.side;
}

// Whether a third state is where it took place.
bool is_elsewhere(const Document& d, const Sentence& s, Spot where) {
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Side::third && one.begin >= where.begin && one.end <= where.end && is_place(d, s, one); });
}

bool read_acts(Document& d, const Sentence& s) {
  static constexpr WordBits any = bits_of(acts);
  if (!s.words.meet(any)) return false;
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
    if (!is_act(d, s, i)) continue;
    const Spot clause = clause_of(d, s, i);
    if (find_cue_back(s, Cue::negation, i, i - std::min(i, 3u))) continue;
    Guest guest = guest_before(d, s, i, clause);
    const Guest by = guest_behind(d, s, i, clause);
    if (by.person && by.side != guest.side) guest = by;
    if (!Document::is_pair(guest.side)) continue;
    const Side host = Document::other(guest.side);
    const std::uint32_t end = std::min(clause.end, i + farthest_place);
    const Mention* place = place_of(d, s, host, {i + 1, end});
    if (!place) place = place_of(d, s, host, {clause.begin, i});
    if (is_elsewhere(d, s, clause)) continue;
    const bool feast = !place && !by.person && one_of(d.of(i), {"attended", "represented", "attend", "joined", "participated", "took", "was", "attending", "attends", "graced", "flew", "came", "spoke"}) && is_feast_of(d, s, host, i + 1, end);
    if (!place && !feast) continue;
    if (place && place_of(d, s, guest.side, clause)) continue;  // both in one sentence: which it was is open
    tell(d, s, guest, i, place, clause);
    return true;
  }
  return false;
}

// "with the Norwegian side led by Minister X", "a Peruvian delegation headed by Minister Y": whose he is.
Side side_led_by(const Document& d, const Sentence& s, const PersonSpot& person) {
  for (const Mention& one : d.mentions) {
    if (one.form != NameForm::adjective || !Document::is_pair(one.side) || one.end + 2 > person.begin || person.begin - one.end > 7 || !one_of(d.of(person.begin - 1), {"by", "the"})) continue;
    const bool party = one_of(d.of(one.end), {"side", "delegation", "team"}) || find_cue(s, Cue::delegation, one.end, one.end + 3);
    if (party && find_cue(s, Cue::lead_verb, one.end, person.begin)) return one.side;
  }
  return Side::none;
}

// "Talks between Minister X and his Polish counterpart took place in Warsaw in June 2009", "At a meeting in Warsaw …, Minister X": who
// is of the other side than the town.
bool read_talks(Document& d, const Sentence& s) {
  static constexpr WordSet talks("talks", "Talks", "meeting", "Meeting", "consultations", "Consultations", "negotiations", "Negotiations", "discussions", "Discussions");
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (!talks.has(d.of(i))) continue;
    const PersonSpot* guest = nullptr;
    const auto whose = [&](const PersonSpot& one) { return Document::is_pair(side_led_by(d, s, one)) ? side_led_by(d, s, one) : side_of(d, one); };
    for (const PersonSpot& one : s.persons) {
      const Side side = whose(one);
      if (guest || !one.titled || resides(d, one) || !Document::is_pair(side) || !place_of(d, s, Document::other(side), s.range)) continue;
      guest = &one;
    }
    if (!guest || is_elsewhere(d, s, s.range)) return false;
    const Side side = whose(*guest), host = Document::other(side);
    const bool held = find_cue(s, Cue::held_verb, i, i + 20) || one_of(d.of(i), {"meeting", "Meeting"});
    const bool other = find_cue(s, Cue::counterpart) || std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return side_of(d, one) == host; }) || std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Side::both || (one.side == side && one.form == NameForm::adjective && one.end < s.range.end && one_of(d.of(one.end),  {"side", "delegation"})); });
    const Mention* place = place_of(d, s, host, s.range);
    if (!held || !other || (place->form < NameForm::capital && !town_before(d, s, *place).end) || place_of(d, s, side, s.range)) return false;
    tell(d, s, {{guest->begin, guest->end}, side, guest}, i, place, s.range);
    return true;
  }
  return false;
}

// "In 1961 Ghana sent Foreign Minister X to Warsaw"
bool read_sent(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
    if (!one_of(d.of(i), {"sent", "dispatched", "sends"})) continue;
    for (const PersonSpot& one : s.persons) {
      if (one.begin <= i || one.begin - i > 8 || !one.titled || resides(d, one)) continue;
      const std::uint32_t to = one.end < s.range.end && d.tokens[one.end].is(TokenKind::comma) ? one.end + 1 : one.end;
      if (!find_cue(s, Cue::to_word, to, to + 1)) continue;
      const Goal goal = goal_from(d, s, to, s.range.end, 3);
      if (!goal.mention || goal.third || one.side == goal.mention->side || one.side == Side::third) return false;
      const When* when = date_for(d, s, span(one, *goal.mention), s.range, 10);
      if (!when || when->since || when->until) return false;
      const Side from = Document::other(goal.mention->side);
      Claim& claim = d.add(Kind::visit, trimmed(span({i, i + 1}, *goal.mention), one, 20));
      claim.subject = d.code(from), claim.object = d.code(goal.mention->side), claim.period = when->text();
      if (!one.nameless) claim.person = d.person_name(one);
      if (goal.city.end) claim.place = d.of(goal.city);
      return true;
    }
  }
  return false;
}

// "… paid a state visit in 2017 and attended the Business Forum on 10 October 2018": the same one on another day.
void read_second_acts(Document& d, const Sentence& s) {
  const Claim* told = nullptr;
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
    if (d.claims[i].kind == Kind::visit) told = d.claims[i].scope.empty() ? &d.claims[i] : nullptr;
  }
  if (!told || told->subject.empty() || told->period.empty() || told->status != "asserted") return;
  const Claim first = *told;
  bool more = false;
  // "visited Norway in March 2015 to attend a conference, and in August 2019 to attend a summit in Oslo"
  for (const When& one : s.dates) {
    if (one.begin < s.range.begin + 3) continue;
    // "came back in September 1998", "and yet again in May 1989"
    const std::string_view before = d.of(one.begin - 2);
    const bool again = one_of(before, {"again", "back", "returning", "returned"}) && find_cue(s, Cue::in_word, one.begin - 1, one.begin);
    const bool leads = again || (find_cue(s, Cue::and_word, one.begin - 2, one.begin - 1) && one.end < s.range.end && (one_of(d.of(one.end), {"to", "for", "at"})));
    if (!leads || !one.dated() || one.since || one.until || d.tokens[one.begin].begin < first.plain.end || first.period == one.text() || is_told(d, one, {Kind::visit})) continue;
    const Side host = d.side_of_code(first.object);
    const Mention* town = place_of(d, s, host, {one.end, std::min(s.range.end, one.end + 14)});
    if (is_elsewhere(d, s, {one.end, std::min(s.range.end, one.end + 14)})) continue;
    Claim& claim = d.add(Kind::visit, {one.begin, std::min(s.range.end, one.end + 3)});
    claim.subject = first.subject, claim.object = first.object, claim.person = first.person, claim.period = one.text();
    if (town && town->form >= NameForm::capital) claim.place = d.of(*town);
    if (!again) return;
    more = true;
  }
  if (more) return;
  told = &first;
  for (std::uint32_t i = s.range.begin + 2; i < s.range.end; ++i) {
    if (!one_of(d.of(i), {"attended", "participated", "inaugurated", "addressed"}) || d.tokens[i].begin < told->plain.end) continue;
    if (!find_cue(s, Cue::and_word, i - 1, i) && !find_cue(s, Cue::and_word, i - 2, i - 1)) return;
    const When* when = nullptr;
    for (const When& one : s.dates) {
      if (!when && one.begin > i && one.begin - i <= 16 && one.dated() && !one.since && !one.until) when = &one;
    }
    if (!when || when->text() == told->period || told->period.starts_with(when->text()) || when->text().starts_with(told->period) || is_elsewhere(d, s, {i, s.range.end})) return;
    const Claim model = *told;
    Claim& claim = d.add(Kind::visit, trimmed({i, when->end}, {i, i + 1}, 20));
    claim.subject = model.subject, claim.object = model.object, claim.person = model.person, claim.period = when->text();
    return;
  }
}

// "Peru President X Norway Prime Minister Y Royal Palace, Oslo April 6, 1995": rows of a table copied without its columns: guest, host, place
// and date.
bool read_copied_rows(Document& d, const Sentence& s) {
  constexpr std::uint32_t farthest = 10;
  if (s.dates.empty() || s.has(Cue::visit_verb) || s.has(Cue::have)) return false;
  bool told = false;
  for (std::size_t i = 0; i + 1 < s.persons.size(); ++i) {
    const PersonSpot &guest = s.persons[i], &host = s.persons[i + 1];
    if (host.begin != guest.end || !guest.titled || !host.titled || guest.nameless || !Document::is_pair(guest.side) || host.side != Document::other(guest.side)) continue;
    const auto when = std::ranges::find_if(s.dates, [&](const When& one) { return one.begin >= host.end && one.begin - host.end <= farthest && (i + 2 >= s.persons.size() || one.begin < s.persons[i + 2].begin); });
    if (when == s.dates.end()) continue;
    Claim& claim = d.add(Kind::visit, {guest.begin, when->end});
    claim.subject = d.code(guest.side), claim.object = d.code(host.side), claim.person = d.person_name(guest), claim.period = when->text();
    for (const Mention& one : d.mentions) {
      if (one.side == host.side && one.form >= NameForm::capital && one.end <= when->begin && one.begin > host.begin) claim.place = d.of(one);
    }
    d.remember(guest, guest.side);
    told = true;
  }
  return told;
}

}  // namespace

void read_visit_presence(Document& d, const Sentence& s) {
  if (d.grammar.language != "en" || s.block == Block::Kind::heading || (d.mentions.empty() && s.persons.size() < 2)) return;
  if (s.persons.empty() && !s.has(Cue::delegation)) return;
  if (is_told(d, s.range, {Kind::visit})) return read_second_acts(d, s);
  if (!read_copied_rows(d, s) && s.persons.size() <= 8 && !read_acts(d, s) && !read_talks(d, s)) read_sent(d, s);
}

}  // namespace comity::claims
