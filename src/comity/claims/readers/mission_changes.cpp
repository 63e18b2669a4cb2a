// Missions opened, closed and opened again: verbs at a noun, and verbs that go on about the mission told last.
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"
#include "comity/claims/readers/mission_verbs.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

struct Change {
  const CueSpot* verb = nullptr;
  Kind kind = Kind::mission_opened;
  bool again = false;
};

// "The embassy in X was opened in 2018 and that of Y in Z began its work in 2012": the first verb is the first embassy's.
bool belongs_before(const Sentence& s, const CueSpot& verb, const CueSpot& noun, Spot clause, bool is_relative) {
  const CueSpot* own = find_cue_back(s, Cue::mission_noun, verb.begin, clause.begin);
  if (!own || verb.begin - own->end > (is_relative ? 12u : 8u)) return false;
  // "an embassy in X, which opened in 1994, and honorary consulates in Y"
  if (is_relative && verb.end < noun.begin) return true;
  // "the Embassy of A in B was inaugurated, the first diplomatic mission in the region": said of the same
  if (verb.end < noun.begin && s.dates.empty()) return true;
  if (noun.begin > verb.end + 1 && std::none_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin >= noun.end; }) && !find_cue(s, Cue::and_word, verb.end, noun.begin) && !find_cue(s, Cue::by_word, verb.end, noun.begin)) return true;
  return std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) {
    return one.begin >= noun.end && one.begin - noun.end <= 8 && one.end <= clause.end && (one.cue == Cue::open_verb || one.cue == Cue::reopen_verb || one.cue == Cue::close_verb) && !find_cue(s, Cue::mission_noun, noun.end, one.begin);
  });
}

Change change_for(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause) {
  Change best;
  std::uint32_t near = ~0u;
  for (const CueSpot& cue : s.cues) {
    if (cue.begin < clause.begin || cue.end > clause.end) continue;
    if (cue.cue != Cue::open_verb && cue.cue != Cue::reopen_verb && cue.cue != Cue::close_verb) continue;
    if (cue.begin >= noun.end && d.of(cue).ends_with(" of")) continue;  // "the embassy celebrated the anniversary of the establishment of …"
    const std::uint32_t distance = cue.begin >= noun.end ? cue.begin - noun.end : noun.begin - std::min(noun.begin, cue.end);
    // "opened a trade office in Lima in 1988, and a full embassy in 1994"
    const bool goes_on = cue.end <= noun.begin && find_cue(s, Cue::and_word, noun.begin - std::min(noun.begin, 4u), noun.begin);
    if (distance > (goes_on || (d.grammar.language == "de" && cue.end <= noun.begin) ? 16u : 10u) || distance >= near) continue;
    if (cue.end <= noun.begin && belongs_before(s, cue, noun, clause, cue.begin > s.range.begin && (d.of(cue.begin - 1) == "which" || d.of(cue.begin - 1) == "that"))) continue;
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
  if (when) {
    When at = *when;
    if (at.year2 > at.year && change.kind == Kind::mission_closed) at.year = at.year2, at.month = at.month2, at.day = at.day2;  // "from 1975 to 1991, when it was closed"
    if (at.year2 > at.year || change.kind == Kind::mission_closed) at.year2 = at.month2 = at.day2 = 0;
    at.since = at.until = false;  // "has been closed since 2012", "was not opened until 1994"
    claim.period = at.text();
  }
  if (change.again) claim.note = "re-opened";
  if (planned) claim.status = "planned";
}

// "Portugal opened an embassy in Nairobi in 1976 and Kenya one in Lisbon in 1977": the other side, its town and its date.
void add_other_sender(Document& d, const Sentence& s, const Change& change, const CueSpot& noun, Side sender, const std::vector<City>& cities, bool planned) {
  if (cities.empty() || change.verb->begin > noun.begin) return;
  for (const Mention& one : d.mentions) {
    if (one.begin < cities.back().end || one.begin - cities.back().end > 6 || one.side != Document::other(sender) || one.form != NameForm::name) continue;
    if (!find_cue(s, Cue::and_word, one.begin - 1, one.begin) && !d.tokens[one.begin - 1].is(TokenKind::comma)) continue;
    std::uint32_t in = one.end;
    while (in < s.range.end && (d.of(in) == "one" || d.of(in) == "its" || d.of(in) == "own" || d.of(in) == "another" || d.of(in) == "the")) ++in;
    City city;
    if (in >= s.range.end || !find_cue(s, Cue::in_word, in, in + 1) || !city_at(d, s, in + 1, city) || city.host == one.side || city.host == Side::third) continue;
    for (const When& when : s.dates) {
      if (when.begin < city.end || when.begin - city.end > 2) continue;
      Claim& claim = d.add(change.kind, {one.begin, when.end});
      fill_change(d, claim, change, noun, one.side, &when, planned);
      claim.place = d.of(city);
      return;
    }
  }
}

// "the embassy in Oslo launched the Chamber of Commerce": it did something, and was not opened.
bool launches_another(const Document& d, const Sentence& s, const CueSpot& noun, const CueSpot& verb) {
  if (verb.begin < noun.end || verb.end - verb.begin != 1 || verb.end >= s.range.end || d.grammar.language != "en") return false;
  if (find_cue(s, Cue::have, verb.begin - 1, verb.begin) || find_cue(s, Cue::mission_noun, verb.end, verb.end + 4)) return false;
  const std::string_view next = d.of(verb.end);
  return next == "the" || next == "a" || next == "an";
}

// "withdrew its embassy staff", "evacuated the staff of the embassy"
bool is_part_of_mission(const Document& d, const Sentence& s, const CueSpot& noun) {
  static constexpr WordSet people("staff", "personnel", "employees", "officials", "diplomats", "workers", "website");
  if (noun.end < s.range.end && people.has(d.of(noun.end))) return true;
  for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= 4;) {
    if (people.has(d.of(i)) && find_cue(s, Cue::of_word, i + 1, i + 2)) return true;
  }
  return false;
}

// Towns right behind a verb, or behind its date: "was established in Arequipa", "followed in 1920 in Lima".
std::vector<City> cities_behind(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause) {
  std::uint32_t i = verb.end;
  if (i > 0 && find_cue(s, Cue::in_word, i - 1, i)) --i;
  for (const When& when : s.dates) {
    if (when.begin >= i && when.begin - i <= 1) i = when.end;
  }
  if (i + 2 < clause.end && d.grammar.language == "de" && d.tokens[i].is(TokenKind::comma)) ++i;  // "sind eingerichtet, in Oshakati und in Rundu"
  if (i + 1 >= clause.end || !find_cue(s, Cue::in_word, i, i + 1)) return {};
  return cities_from(d, s, town_name_at(d, s, i + 1), clause.end);
}

// "Norway sent an ambassador to Peru, but had to close the embassy": the verb goes on about who the sentence begins with.
Side subject_of_sentence(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause) {
  if (clause.begin == s.range.begin || verb.begin - clause.begin > 4) return Side::none;
  const auto inside = [&](const Mention& one) { return one.begin >= clause.begin && one.end <= verb.begin; };
  if (std::any_of(d.mentions.begin(), d.mentions.end(), inside)) return Side::none;
  for (const Mention& one : d.mentions) {
    if (one.begin >= clause.begin || one.form != NameForm::name || one.reference) continue;
    const std::uint32_t phrase = phrase_begin(d, s, one, s.range.begin);
    const bool front = phrase == s.range.begin || d.tokens[phrase - 1].is(TokenKind::comma);
    if (front) return Document::is_pair(one.side) ? one.side : Side::none;
  }
  return Side::none;
}

// "The embassy noted that Norway opened its first mission in 1906": the verb has a subject and an object of its own.
bool has_own_object(const Document& d, const Sentence& s, const CueSpot& noun, const CueSpot& verb) {
  if (verb.begin < noun.end || d.of(verb.begin).starts_with("w") || !find_cue(s, Cue::mission_noun, verb.end, verb.end + 6)) return false;
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin >= noun.end && one.end <= verb.begin && verb.begin - one.end <= 1 && one.form == NameForm::name && Document::is_pair(one.side); });
}

// "Both have established embassies": kept today, where no day is told.
bool is_kept(const Document& d, const Sentence& s, const CueSpot& verb) {
  const std::string_view words = d.of(verb);
  if (d.grammar.language == "de") return words.find("eingerichtet") != std::string_view::npos && std::any_of(d.tokens.begin() + s.range.begin, d.tokens.begin() + verb.begin, [&](const Token& one) { const std::string_view word = d.text.substr(one.begin, one.end - one.begin); return word == "sind" || word == "ist"; });
  const bool establishes = words.ends_with("established") || words.ends_with("set up");
  const std::string_view before = verb.begin > s.range.begin ? d.of(verb.begin - 1) : std::string_view();
  return establishes && (words.starts_with("have ") || words.starts_with("has ") || before == "have" || before == "has");
}

// "opened in the Mexican capital", "in the capital of Mexico"
bool is_in_capital(const Document& d, const Sentence& s, Side host, std::uint32_t from) {
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) {
    if (one.side != host || one.begin < from || one.end >= s.range.end) return false;
    return d.of(one.end) == "capital" || (one.begin >= s.range.begin + 2 && d.of(one.begin - 2) == "capital");
  });
}

}  // namespace

// "moved its embassy from Luanda to Pretoria in 2000": opened there, where it was in a third state before.
void read_moves(Document& d, const Sentence& s) {
  static constexpr WordSet words("moved", "relocated", "transferred", "shifted", "verlegte", "verlegt");
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun) continue;
    for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
      if ((i > noun.end ? i - noun.end > 3 : noun.begin - i > 4) || !words.has(d.of(i))) continue;
      const CueSpot* from = find_cue(s, Cue::from_word, std::max(i, noun.begin), noun.end + 6);
      const CueSpot* to = from ? find_cue(s, Cue::to_word, from->end, from->end + 4) : nullptr;
      City before, after;
      if (!to || !city_at(d, s, from->end, before) || !city_at(d, s, to->end, after) || Document::is_pair(before.host) || !Document::is_pair(after.host) || is_told(d, span(noun, after), {Kind::mission_opened})) continue;
      if (before.host != Side::third) continue;
      const When* when = date_for(d, s, {i, i + 1}, clause_of(d, s, i));
      if (!when) return;
      Claim& claim = d.add(Kind::mission_opened, span(span({i, i + 1}, noun), after));
      claim.unit = d.grammar.texts[noun.data];
      claim.subject = d.code(Document::other(after.host)), claim.object = d.code(after.host);
      claim.place = d.of(after);
      claim.period = when->text();
      return;
    }
  }
}

void read_mission_changes(Document& d, const Sentence& s) {
  if (s.has(Cue::mission_noun) && s.has(Cue::from_word) && s.block != Block::Kind::heading) read_moves(d, s);
  if (!(s.has(Cue::mission_noun) && (s.has(Cue::open_verb) || s.has(Cue::close_verb) || s.has(Cue::reopen_verb)))) return;
  const CueSpot* last_verb = nullptr;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    // "which was elevated to an embassy" opens none.
    if (std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::upgrade && one.begin < noun.begin && noun.end <= one.end; })) continue;  // "became an embassy"
    if (const CueSpot* raised = find_cue_back(s, Cue::upgrade, noun.begin, clause.begin); raised && noun.begin - raised->end <= 2) continue;
    Change change = change_for(d, s, noun, clause);
    if (!change.verb) continue;
    // "a consulate headed by an honorary consul", "an office named Norwegian Representative Office": said of the same
    const bool of_same = noun.begin >= s.range.begin + 3 && change.verb->begin < noun.begin && (find_cue(s, Cue::by_word, noun.begin - 2, noun.begin) || d.of(noun.begin - 1) == "by" || d.of(noun.begin - 2) == "by") && find_cue_back(s, Cue::mission_noun, noun.begin, change.verb->begin);
    if (of_same || has_own_object(d, s, noun, *change.verb)) continue;
    if (launches_another(d, s, noun, *change.verb) || is_part_of_mission(d, s, noun)) continue;
    // "opened an exhibition at the embassy": where it was
    const std::uint32_t article = noun.begin - (noun.begin > s.range.begin && (d.of(noun.begin - 1) == "the" || d.of(noun.begin - 1) == "its") ? 1 : 0);
    if (article < noun.begin && change.verb->end + 1 < article && find_cue(s, Cue::in_word, article - 1, article)) continue;
    // "will be closed on 1 May": for a holiday
    if (change.kind == Kind::mission_closed && d.of(*change.verb).ends_with("closed") && change.verb->begin >= s.range.begin + 2 && d.of(change.verb->begin - 1) == "be" && (d.of(change.verb->begin - 2) == "will" || d.of(change.verb->begin - 2) == "shall") && find_cue(s, Cue::on_word, change.verb->end, change.verb->end + 1)) continue;
    // "has been open since 1994": kept, not opened
    if (d.of(*change.verb).ends_with("open") && change.verb->begin > s.range.begin && (find_cue(s, Cue::have, change.verb->begin - 1, change.verb->begin) || d.of(change.verb->begin).starts_with("been") || d.of(change.verb->begin - 1).starts_with("remain"))) continue;
    // "the decision to reopen the embassy was taken on …": that day nothing opened.
    const bool decision = change.verb->begin >= s.range.begin + 2 && find_cue(s, Cue::to_word, change.verb->begin - 1, change.verb->begin) && d.of(change.verb->begin - 2) == "decision";
    if (noun.begin >= s.range.begin + 2 && d.of(noun.begin - 2) == "level" && find_cue(s, Cue::of_word, noun.begin - 1, noun.begin)) continue;  // "at the level of embassies"
    // "established relations at the level of legations": what was established is named.
    if (const CueSpot* what = change.verb->end <= noun.begin ? find_cue(s, Cue::relations_noun, change.verb->end, change.verb->end + 3) : nullptr; what && what->end <= noun.begin) continue;
    const bool negated = has_cue(s, Cue::negation, {change.verb->begin > 3 ? change.verb->begin - 3 : 0, change.verb->begin});
    // "was not established in Peru until 1906": that year it was
    const bool only_then = negated && std::any_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin >= change.verb->end && one.begin - change.verb->end <= 6 && (one.until || d.of(one.begin - 1) == "until"); });
    if (negated && !only_then) continue;
    const bool announced = change.verb->begin > s.range.begin + 2 && (d.of(change.verb->begin - 1) == "announced" || d.of(change.verb->begin - 2) == "announced") && (d.of(change.verb->begin).starts_with("open") || d.of(*change.verb).ends_with(" of"));
    const CueSpot* set_for = find_cue(s, Cue::plan, std::max(change.verb->end, noun.end), std::max(change.verb->end, noun.end) + 8);  // "the inauguration of the embassy is scheduled for …"
    const bool planned = announced || d.of(*change.verb).starts_with("will ") || find_cue_back(s, Cue::plan, std::max(change.verb->begin, noun.begin), clause.begin) != nullptr || (set_for && d.of(*set_for).ends_with("for")) || is_decided(d, s, *change.verb, clause);
    const std::uint32_t at = towns_of(d, s, noun);
    std::vector<City> cities;
    if (at) cities = cities_from(d, s, at, s.range.end);
    // "the first Norwegian consulate in Peru was established in Arequipa in 1862", "a legation followed in 1920 in Lima"
    if (cities.empty() && change.verb->begin >= noun.end) cities = cities_behind(d, s, *change.verb, clause);
    settle_doubtful(cities, d.grammar.texts[noun.data]);
    Side host = host_of(cities);
    Side sender = sender_at_noun(d, s, noun);
    for (const Side side : {Side::first, Side::second}) {
      if (d.grammar.texts[noun.data] == "nunciature" && d.code(side) == "VAT") sender = side;
    }
    if (sender == Side::none && change.verb->begin < noun.begin) sender = subject_of(d, s, *change.verb, clause);
    // "Norway and Peru opened their embassies in Lima and Oslo": both did.
    for (std::size_t i = 1; i < d.mentions.size() && Document::is_pair(sender); ++i) {
      const Mention &first = d.mentions[i - 1], &second = d.mentions[i];
      const bool joined = second.side == sender && first.side == Document::other(sender) && first.form == NameForm::name && second.form == NameForm::name && second.end <= change.verb->begin && change.verb->begin - second.end <= 2 && first.begin >= clause.begin &&
                          second.begin - first.end <= (d.of(second.begin - 1) == "the" ? 2u : 1u) && find_cue(s, Cue::and_word, first.end, second.begin);
      if (joined) sender = Side::both;
    }
    const CueSpot* both = find_cue(s, Cue::both, clause.begin, std::max(noun.begin, change.verb->begin) + 1);
    const bool each = (sender == Side::both && (cities.empty() || lie_in_both(cities))) || (!Document::is_pair(sender) && lie_in_both(cities)) || (both && cities.empty()) || (cities.empty() && sender == Side::none && !s.dates.empty() && d.grammar.texts[noun.data] != "" && s.has(Cue::mission_plural) && find_cue(s, Cue::mission_plural, noun.begin, noun.end));
    const When* when = date_for(d, s, *change.verb, clause);
    // "In July 2014 he announced that Mexico would open an embassy": the day of the word, not of the deed
    if (when && when->end <= change.verb->begin && is_decided(d, s, *change.verb, clause)) when = nullptr;
    const CueSpot* plan = planned && when ? find_cue_back(s, Cue::plan, change.verb->begin, when->end) : nullptr;
    for (std::uint32_t i = plan ? when->end : 0; plan && when && i <= plan->begin; ++i) {
      if (is_word_of_saying(d.of(i))) when = nullptr;
    }
    // "Plans to open an embassy were announced in 2012", "In 2012 Peru announced the opening"
    for (std::uint32_t i = planned && when && when->begin >= 2 ? when->begin - 2 : 0; planned && when && i < when->begin && i > 0; ++i) {
      if (is_word_of_saying(d.of(i))) when = nullptr;
    }
    if (decision || (announced && when && when->end <= change.verb->begin)) when = nullptr;
    // "an embassy in Lima in the 1960s, which was closed …": the date is that of keeping it
    const bool relative = change.verb->begin > noun.end && (d.of(change.verb->begin - 1) == "which" || d.of(change.verb->begin - 1) == "that");
    if (when && relative && when->end < change.verb->begin && when->begin >= noun.end) when = nullptr;
    // "was closed after the war and reopened as an embassy in 1961": the date of the later verb
    if (when && when->begin >= change.verb->end) {
      for (const Cue later : {Cue::open_verb, Cue::reopen_verb, Cue::close_verb}) {
        const CueSpot* other = when ? find_cue(s, later, change.verb->end, when->begin) : nullptr;
        if (!other || later == change.verb->cue) continue;
        const bool being = d.of(other->begin - 1) == "being" || d.of(other->begin) == "being";  // "was closed in March, being reopened in 1985"
        if (!being && !find_cue(s, Cue::and_word, change.verb->end, other->begin + 1)) continue;
        when = nullptr;
        for (const When& one : s.dates) {
          if (one.end <= std::min(change.verb->begin, noun.begin) && one.begin >= clause.begin) when = &one;
        }
      }
    }
    if (when && when->since && when->from_reference && change.kind == Kind::mission_opened) when = nullptr;  // "since then both have opened embassies"
    if (when && noun.begin >= when->end && when->begin >= change.verb->end && find_cue(s, Cue::and_word, when->end, noun.begin)) {  // that one's; this one has its own
      for (const When& one : s.dates) {
        if (one.begin >= noun.end && one.begin - noun.end <= 5 && one.end <= clause.end) when = &one;
      }
    }
    for (const When& one : s.dates) {  // "eröffnete 1884 ein Konsulat, 1946 eine Gesandtschaft und 1957 eine Botschaft"
      if (d.grammar.language == "de" && one.end <= noun.begin && noun.begin - one.end <= 1 && one.begin > change.verb->end) when = &one;
    }
    // "began talks of opening missions", "the possibility of establishing an embassy": nothing opened yet
    if (!planned && change.verb->begin >= s.range.begin + 2 && d.of(change.verb->begin).ends_with("ing") && !find_cue(s, Cue::of_word, change.verb->end - 1, change.verb->end + 1) && is_thought(d.of(change.verb->begin - 2), d.of(change.verb->begin - 1))) continue;
    if (!when && !planned && is_unfinished(d, s, *change.verb)) continue;
    if (!when && !planned && change.kind == Kind::mission_opened && !change.again && is_kept(d, s, *change.verb)) change.kind = Kind::mission;
    Spot quote = span(noun, *change.verb);
    if (host == Side::third || sender == Side::third) continue;
    // "Embassies were opened in Stockholm and Lima": of Sweden and Peru; "Sweden announced that it would open …"
    const bool elsewhere = d.grammar.texts[noun.data] == "embassy" && std::any_of(cities.begin(), cities.end(), [](const City& one) { return one.host == Side::third; });
    if (sender_at_noun(d, s, noun) == Side::none && ((elsewhere && !Document::is_pair(sender)) || (d.grammar.language == "en" && speaks_of_third(d, s, clause)))) continue;
    if (each) {
      if (when && when->end > quote.end && when->begin - quote.end <= 5) quote.end = when->end;
      for (const Side side : {Side::first, Side::second}) {
        Claim& claim = d.add(change.kind, trimmed(quote, *change.verb, 14));
        const When* own = when;  // "Slovenia in New Delhi in 2002, and India in Ljubljana in 2007"
        for (const NameSpot& town : s.names) {
          if (town.form != NameForm::capital || town.side != Document::other(side) || town.begin < noun.end) continue;
          for (const When& one : s.dates) {
            if (one.begin >= town.end && one.begin - town.end <= 1) own = &one;
          }
        }
        // "in Bogotá and Ankara in 2010 and 2011, respectively": dates in the order of the towns
        if (cities.size() == 2) {
          std::vector<const When*> behind;
          for (const When& one : s.dates) {
            if (one.begin >= cities[1].end && one.end <= clause.end) behind.push_back(&one);
          }
          if (behind.size() == 2 && cities[0].host == Document::other(side)) own = behind[0];
          if (behind.size() == 2 && cities[1].host == Document::other(side)) own = behind[1];
        }
        fill_change(d, claim, change, noun, side, own, planned);
        if (!find_cue(s, Cue::each_capital, noun.end, noun.end + 5) || says_capital(d, s, noun)) claim.place = capital_of(d, s, Document::other(side));
        for (const City& city : cities) {
          if (city.host == Document::other(side)) claim.place = d.of(city);
        }
      }
      continue;
    }
    if ((sender == Side::none || sender == Side::both) && Document::is_pair(host)) sender = Document::other(host);
    if (!Document::is_pair(sender) && last_verb == change.verb && !d.claims.empty() && d.claims.back().kind == change.kind) sender = d.claims.back().subject == d.code(Side::first) ? Side::first : Side::second;
    for (const Mention& one : d.mentions) {
      // "A resident embassy was established by Norway"
      const bool agent = sender == Side::none && change.verb->begin >= noun.end && one.begin > change.verb->end && one.begin - change.verb->end <= 2 && (d.of(change.verb->end) == "by" || find_cue(s, Cue::by_word, change.verb->end, change.verb->end + 1)) && one.form == NameForm::name;
      // "Norway shut its embassy in Lima and Peru its embassy in Oslo"
      const bool own = one.end + 1 == noun.begin && d.of(one.end) == "its" && one.form == NameForm::name && one.begin > change.verb->end && !one.reference;
      if ((agent || own) && Document::is_pair(one.side)) sender = one.side;
    }
    const bool elliptic = !Document::is_pair(sender);
    if (elliptic) sender = subject_of_sentence(d, s, *change.verb, clause);
    for (const Mention& one : d.mentions) {  // "a resident mission in Malawi was established": the other one's
      const bool there = one.form == NameForm::name && one.begin > noun.end && one.begin - noun.end <= 2 && find_cue(s, Cue::in_word, noun.end, noun.end + 1);
      if (elliptic && sender == Side::none && cities.empty() && change.verb->begin >= noun.end && there && Document::is_pair(one.side)) sender = Document::other(one.side);
    }
    const bool bare = d.of(noun.begin) == "another";  // "… and opened another in Edmonton"
    if (elliptic && !Document::is_pair(sender) && (cities.empty() || (bare && host == Side::none)) && (when || relative)) sender = sender_of(d, last_mission(d, d.grammar.texts[noun.data]));  // "The embassy was closed in 1991"
    if (!Document::is_pair(sender)) continue;
    // "Peru was among the first to recognise Norway and open a mission in Oslo": the host is the object before
    const auto other_before = [&](const Mention& one) { return one.side == Document::other(host) && one.begin >= clause.begin && one.end <= change.verb->begin; };
    if (host == sender && change.verb->begin < noun.begin && sender_at_noun(d, s, noun) == Side::none && std::any_of(d.mentions.begin(), d.mentions.end(), other_before)) sender = Document::other(host);
    if (host == sender) continue;
    for (const Mention& one : d.mentions) {
      if (one.side == sender && one.end <= change.verb->begin && one.begin >= clause.begin && change.verb->begin - one.end <= 3) quote = span(quote, one);
    }
    if (cities.empty()) {
      if (when && when->end > quote.end && when->begin - quote.end <= 5) quote.end = when->end;
      Claim& claim = d.add(change.kind, trimmed(quote, *change.verb, 14));
      fill_change(d, claim, change, noun, sender, when, planned);
      const Claim* before = change.kind == Kind::mission_closed ? last_mission(d, claim.unit, 2) : nullptr;
      if (const Claim* told = elliptic ? last_mission(d, claim.unit, 2) : nullptr; told && told->subject == claim.subject) claim.place = told->place;
      else if (before && before->subject == claim.subject && !before->place.empty()) claim.place = before->place;
      else if (d.grammar.texts[noun.data] == "embassy" || is_in_capital(d, s, Document::other(sender), noun.begin)) claim.place = capital_of(d, s, Document::other(sender));
    }
    for (std::size_t i = 0; i < cities.size(); ++i) {
      const City& city = cities[i];
      if (city.host == Side::third || city.host == sender) continue;
      Spot here = i == 0 ? span(quote, city) : static_cast<Spot>(city);
      // "opened an embassy in X in 2008 and in Y in 2010"
      const When* own = when;
      std::uint32_t behind = city.end;  // "in Abuja (the capital since 1991) in 2008"
      if (behind < s.range.end && d.tokens[behind].is(TokenKind::open)) {
        while (behind < s.range.end && !d.tokens[behind].is(TokenKind::close)) ++behind;
        if (behind + 1 >= s.range.end || !find_cue(s, Cue::in_word, behind + 1, behind + 2)) behind = city.end;
      }
      // "eröffnete 2001 ein Konsulat in Hamburg, das 2010 wieder geschlossen wurde": the clause behind has its own
      const bool told_before = d.grammar.language == "de" && when && when->end <= city.begin && (d.tokens[std::min(behind, s.range.end - 1)].is(TokenKind::comma) || noun.begin - std::min(noun.begin, when->end) <= 1);
      for (const When& one : s.dates) {
        // "an embassy in Lima and two years later a consulate in Cusco": the next one's
        const bool next_ones = when && when->end <= city.begin && find_cue(s, Cue::and_word, behind, one.begin) && find_cue(s, Cue::mission_noun, one.end, one.end + 4);
        if (decision || (one.since && when)) continue;  // "opened in 1993 in Almaty (since 2005 it has been in Astana)"
        if (!told_before && !next_ones && one.begin >= behind && one.begin <= behind + 3 && !leads_next(d, s, one)) {
          own = &one;
          break;
        }
      }
      // "in Arequipa and Cusco in 2001 and 2005 respectively"
      std::vector<const When*> behind_all;
      for (const When& one : s.dates) {
        if (one.begin >= cities.back().end && one.end <= clause.end) behind_all.push_back(&one);
      }
      if (cities.size() > 1 && behind_all.size() == cities.size() && behind_all[0]->begin - cities.back().end <= 2 && behind_all[1]->begin - behind_all[0]->end <= 2) own = behind_all[i];
      if (own && own->end > here.end && own->begin - here.end <= 3) here.end = own->end;
      Claim& claim = d.add(change.kind, trimmed(here, *change.verb, 18));
      fill_change(d, claim, change, noun, sender, own, planned);
      claim.place = d.of(city);
    }
    add_other_sender(d, s, change, noun, sender, cities, planned);
    last_verb = change.verb;
  }
}

}  // namespace comity::claims
