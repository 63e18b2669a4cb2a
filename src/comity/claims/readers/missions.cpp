// Missions: who keeps which kind where, from verbs ("has an embassy in X and consulates in Y and Z"), demonyms ("the Dutch
// embassy in Hanoi"), lists. Those that reside in a third state: missions_elsewhere.cpp.
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

void add_mission(Document& d, const Sentence& s, const CueSpot& noun, const City& city, Side sender, Side host, bool first, std::uint32_t from) {
  Spot quote = first ? span(span(Spot{from, from + 1}, noun), city) : static_cast<Spot>(city);
  Claim& claim = d.add(Kind::mission, trimmed(quote, first ? static_cast<Spot>(noun) : quote, 14));
  claim.unit = d.grammar.texts[noun.data];
  claim.subject = d.code(sender);
  claim.object = d.code(host);
  claim.place = d.of(city);
  (void)s;
}

// "Tanzania has an honorary consulate in Denmark": no town is told.
void add_in_country(Document& d, const Sentence& s, const CueSpot& noun, const CueSpot& have, Side sender, Spot clause) {
  const CueSpot* in = find_cue(s, Cue::in_word, noun.end, std::min(clause.end, noun.end + 2));
  if (!in || have.begin > noun.begin || find_cue(s, Cue::mission_plural, noun.begin, noun.end) || noun.begin - have.end > 4) return;
  for (const Mention& one : d.mentions) {
    const std::uint32_t at = in->end < clause.end && d.of(in->end) == "the" ? in->end + 1 : in->end;
    if (one.begin != at || one.side != Document::other(sender) || one.form != NameForm::name) continue;
    Claim& claim = d.add(Kind::mission, trimmed({have.begin, one.end}, noun, 14));
    claim.unit = d.grammar.texts[noun.data];
    claim.subject = d.code(sender), claim.object = d.code(one.side);
    for (const NameSpot& town : s.names) {  // "in the United States at 2419 Massachusetts Avenue, NW, Washington, DC"
      if (claim.place.empty() && town.form >= NameForm::capital && town.side == one.side && town.begin >= one.end && town.begin - one.end <= 14 && town.end <= clause.end && std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& number) { return number.begin >= one.end && number.end <= town.begin; })) claim.place = d.of(town);
    }
    if (find_cue(s, Cue::negation, have.begin - std::min(have.begin, 2u), noun.begin)) claim.polarity = "neg";
    for (const When& when : s.dates) {  // "has had an embassy in Peru since 1994", "in the 1960s and 1970s"
      const bool behind = when.begin >= one.end && when.begin - one.end <= 3;
      if ((when.since || when.until || (when.year2 && when.year2 > when.year)) && when.end <= clause.end && (behind || (when.begin >= clause.begin && when.end <= have.begin))) claim.period = when.text();
    }
    return;
  }
}

// "Norway has been represented in Peru by an honorary consul since 2005": no town is told.
void add_represented(Document& d, const Sentence& s, const CueSpot& noun, const CueSpot& have, Side sender, Spot clause) {
  const bool by = noun.begin >= have.end && (find_cue(s, Cue::by_word, noun.begin - 2, noun.begin) || d.of(noun.begin - 2) == "through");
  if (!by || d.of(have).find("represented in") == std::string_view::npos || find_cue(s, Cue::mission_plural, noun.begin, noun.end)) return;
  if (noun.end < clause.end && (find_cue(s, Cue::in_word, noun.end, noun.end + 1) || find_cue(s, Cue::to_word, noun.end, noun.end + 1) || find_cue(s, Cue::of_word, noun.end, noun.end + 1))) return;
  for (const Mention& one : d.mentions) {
    if (one.side != Document::other(sender) || one.begin < have.end || one.begin - have.end > 1 || one.end > noun.begin) continue;
    Claim& claim = d.add(Kind::mission, trimmed({have.begin, noun.end}, noun, 14));
    claim.unit = d.grammar.texts[noun.data];
    claim.subject = d.code(sender), claim.object = d.code(one.side);
    for (const When& when : s.dates) {
      if (when.since && when.begin >= clause.begin && when.end <= clause.end) claim.period = when.text();
    }
    return;
  }
}

// "maintains embassies in Peru, Chile, Japan and South Korea": states where else towns are told.
bool add_in_countries(Document& d, const Sentence& s, const CueSpot& noun, Side sender) {
  if (!find_cue(s, Cue::mission_plural, noun.begin, noun.end) || !find_cue(s, Cue::in_word, noun.end, noun.end + 1)) return false;
  std::vector<const NameSpot*> found;
  std::uint32_t at = noun.end + 1;
  for (const NameSpot& name : s.names) {
    if (name.begin < at) continue;
    std::uint32_t i = at;
    while (i < name.begin && (d.tokens[i].is(TokenKind::comma) || d.of(i) == "the" || find_cue(s, Cue::and_word, i, i + 1) || find_cue(s, Cue::in_word, i, i + 1))) ++i;
    if (i != name.begin || name.form != NameForm::name || name.side == sender) break;
    found.push_back(&name);
    at = name.end;
  }
  if (found.size() < 2) return false;
  for (const NameSpot* name : found) {
    Claim& claim = d.add(Kind::mission, name == found.front() ? Spot{noun.begin, name->end} : static_cast<Spot>(*name));
    claim.unit = d.grammar.texts[noun.data];
    claim.subject = d.code(sender);
    claim.object = name->side == Side::third ? d.grammar.code(name->state) : d.code(name->side);
    if (name->side == Side::third) claim.scope = "third country";
  }
  return true;
}

// "has honorary consulates in Auckland, Honolulu, Tokyo and Hamburg": each in the state of its town.
void add_abroad(Document& d, const CueSpot& noun, const std::vector<City>& cities, Side sender) {
  constexpr std::size_t several = 3;
  if (cities.size() < several || d.grammar.texts[noun.data].find("consul") == std::string::npos) return;
  for (const City& city : cities) {
    if (city.host != Side::third || !city.state) continue;
    Claim& claim = d.add(Kind::mission, &city == &cities.front() ? span(noun, city) : static_cast<Spot>(city));
    claim.unit = d.grammar.texts[noun.data];
    claim.subject = d.code(sender), claim.object = d.grammar.code(city.state);
    claim.place = d.of(city), claim.scope = "third country";
  }
}

// Who keeps what a verb says: the state named last before it, but not where that is only the place ("Norway's network in Peru consists of …").
Side keeper_before(const Document& d, const Sentence& s, const CueSpot& have, Spot clause) {
  const Side last = sender_before(d, have.begin, clause.begin);
  // "is accredited to Peru from its embassy in Santiago, Chile and maintains a consulate in Cusco": who the sentence is about
  if (last == Side::third && find_cue(s, Cue::and_word, have.begin - std::min(have.begin, 2u), have.begin)) return subject_of(d, s, have, clause);
  if (!Document::is_pair(last)) return last;
  const Mention* nearest = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.begin >= clause.begin && one.end <= have.begin && one.form < NameForm::capital && one.side != Side::none) nearest = &one;
  }
  const std::uint32_t phrase = nearest ? phrase_begin(d, s, *nearest, clause.begin) : 0;
  if (!nearest || phrase <= clause.begin || !find_cue(s, Cue::in_word, phrase - 1, phrase)) return last;
  for (const Mention& one : d.mentions) {
    if (one.begin >= clause.begin && one.end < phrase && one.side == Document::other(last) && one.form == NameForm::name && (d.tokens[one.end].is(TokenKind::possessive) || one.begin <= clause.begin + 1)) return one.side;
  }
  return last;
}

// "Norway has an embassy in Lima. Honorary consulates are located in Cusco": who kept what was told right before, and nobody else did.
Side keeper_told(const Document& d, Spot clause) {
  const auto inside = [&](const Mention& one) { return one.begin >= clause.begin && one.end <= clause.end && one.form < NameForm::capital; };
  if (d.claims.empty() || d.claims.back().kind != Kind::mission || std::any_of(d.mentions.begin(), d.mentions.end(), inside)) return Side::none;
  if (d.claims.size() > 1 && d.claims[d.claims.size() - 2].kind == Kind::mission && d.claims[d.claims.size() - 2].subject != d.claims.back().subject) return Side::none;
  return sender_of(d, &d.claims.back());
}

// "France has an embassy in Port Louis and Mauritius an embassy in Paris": who stands right before the second; none: nobody.
Side sender_of_ellipsis(const Document& d, const Sentence& s, const CueSpot& have, const CueSpot& noun) {
  for (const Mention& one : d.mentions) {
    if (one.begin <= have.end || one.form != NameForm::name || one.reference || !Document::is_pair(one.side) || noun.begin - std::min(noun.begin, one.end) > 3 || one.end >= noun.begin) continue;
    std::uint32_t behind = one.end;  // "and Peru by an embassy in Oslo"
    if (behind + 1 < noun.begin && (find_cue(s, Cue::by_word, behind, behind + 1) || d.of(behind) == "through")) ++behind;
    const std::string_view article = d.of(behind);
    const std::uint32_t before = one.begin - (d.of(one.begin - 1) == "the" ? 2 : 1);
    if ((article == "a" || article == "an" || article == "one" || article == "its" || article == "eine" || article == "einen" || article == "ein") && (find_cue(s, Cue::and_word, before, before + 1) || d.tokens[before].is(TokenKind::comma))) return one.side;
  }
  return Side::none;
}

// "India is represented in Barbados through its embassy in Suriname": the country where the mission resides, without its town.
bool add_from_country(Document& d, const Sentence& s, const CueSpot& noun, const CueSpot& have, Side sender) {
  const CueSpot* in = find_cue(s, Cue::in_word, noun.end, noun.end + 1);
  for (const Mention& one : d.mentions) {
    if (!in || one.begin < in->end || one.begin - in->end > 1 || one.form != NameForm::name || one.side != Side::third) continue;
    Claim& claim = d.add(Kind::mission, trimmed({have.begin, one.end}, have, 14));
    claim.unit = "accredited";
    claim.subject = d.code(sender), claim.object = d.code(Document::other(sender));
    claim.place = d.of(one);
    claim.accredited_from = d.grammar.code(one.state);
    return true;
  }
  return false;
}

// "Besides its embassy in Lima, Norway has …": kept by who is named behind.
const CueSpot* kept_besides(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause) {
  const std::string_view first = d.of(clause.begin), second = d.of(std::min(clause.begin + 1, s.range.end - 1));
  const bool besides = first == "Besides" || first == "Alongside" || first == "Beyond" || ((first == "Apart" || first == "Aside") && second == "from") || (first == "In" && second == "addition") || (first == "Along" && second == "with") ||
                       (first == "Next" && second == "to") || (first == "Neben" && second != "dem");
  if (!besides || noun.begin - clause.begin > 6) return nullptr;
  const CueSpot* have = find_cue(s, Cue::mission_have, noun.end, clause.end);
  return have && find_cue(s, Cue::mission_noun, have->end, clause.end) ? have : nullptr;
}

// "Both Norway and Sweden maintain embassies in Lima": the one of the two that stands in the list of those that do.
Side sender_in_list(const Document& d, const Sentence& s, const CueSpot& have, Spot clause) {
  for (std::size_t i = 1; i < d.mentions.size(); ++i) {
    const Mention &first = d.mentions[i - 1], &second = d.mentions[i];
    if (first.begin < clause.begin || second.end > have.begin || have.begin - second.end > 2 || second.begin - first.end > 2 || first.form != NameForm::name) continue;
    if (second.side == Side::third && Document::is_pair(first.side) && find_cue(s, Cue::and_word, first.end, first.end + 1) && (first.begin == clause.begin || d.of(first.begin - 1) == "Both" || d.of(first.begin - 1) == "both" || d.of(first.begin - 1) == "The")) return first.side;
  }
  return Side::none;
}

// "Peru's embassy in Oslo is its largest": a sentence about a mission, which therefore is there.
bool is_spoken_of(const Document& d, const Sentence& s, const CueSpot& noun) {
  if (noun.begin > s.range.begin + 4) return false;
  const std::uint32_t at = towns_of(d, s, noun);
  City city;
  if (!at || at > noun.end + 1 || !city_at(d, s, at, city) || !Document::is_pair(city.host) || city.end >= s.range.end) return false;
  if (find_cue(s, Cue::plan, city.end, city.end + 3)) return false;  // "A Peruvian embassy in Oslo is planned"
  const std::string_view next = d.of(city.end);
  return next == "is" || next == "has" || next == "serves" || next == "also";
}

}  // namespace

void read_missions(Document& d, const Sentence& s) {
  if (!s.has(Cue::mission_noun) && !s.has(Cue::accredited)) return;
  // A short line "Embassy of Morocco, Lima" under "Diplomatic missions" looks like a heading and is none; above a text it is a letterhead.
  const auto line = [&](const CueSpot& one) { return d.heading.missions && one.cue == Cue::mission_noun && one.begin <= s.range.begin + 1 && town_behind_comma(d, s, one); };
  if (s.block == Block::Kind::heading && std::none_of(s.cues.begin(), s.cues.end(), line)) return;
  std::vector<Spot> taken;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::accredited) taken.push_back(read_accredited(d, s, cue));
  }
  read_interests(d, s, taken);
  const Side label = label_of(d, s);
  const bool list = s.block == Block::Kind::item || s.block == Block::Kind::row || label != Side::none;
  Side sender_told = label;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun) continue;
    if (std::any_of(taken.begin(), taken.end(), [&](Spot one) { return one.begin <= noun.begin && noun.begin < one.end; })) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const CueSpot* have = find_cue_back(s, Cue::mission_have, noun.begin, clause.begin);
    if (have && (d.of(*have) == "with" || d.of(*have) == "with an") && noun.begin - have->end > 3) have = nullptr;
    // "ist in Ghana durch die Botschaft in Accra vertreten"
    const bool through = have && (d.of(*have).starts_with("durch ") || d.of(*have).starts_with("mit "));
    if (through && std::none_of(d.tokens.begin() + noun.end, d.tokens.begin() + clause.end, [&](const Token& one) { return d.text.substr(one.begin, one.end - one.begin) == "vertreten"; })) have = nullptr;
    const bool changed = has_cue(s, Cue::open_verb, clause) || has_cue(s, Cue::close_verb, clause) || has_cue(s, Cue::reopen_verb, clause) || has_cue(s, Cue::upgrade, clause);
    if (!have) have = find_cue(s, Cue::mission_located, noun.end, std::min(clause.end, noun.end + 6));
    if (changed && !have) continue;
    if (!have) have = kept_besides(d, s, noun, clause);
    const CueSpot* opened = changed && have->begin < noun.begin ? find_cue_back(s, Cue::open_verb, noun.begin, have->begin) : nullptr;
    // "an embassy in Lima (opened in 1994) and a consulate": another's
    if (opened && find_cue(s, Cue::mission_noun, have->end, opened->begin) && d.tokens[opened->begin - 1].is(TokenKind::open)) opened = nullptr;
    if (opened && d.of(opened->begin - 1) != "which" && d.of(opened->begin - 1) != "that") continue;
    Side sender = sender_at_noun(d, s, noun);
    // "The Nunciature to Israel is located in Tel Aviv": the Holy See's, whoever is named
    for (const Side side : {Side::first, Side::second}) {
      if (d.grammar.texts[noun.data] == "nunciature" && d.code(side) == "VAT") sender = side;
    }
    if (sender == Side::none && have) sender = sender_of_ellipsis(d, s, *have, noun);
    if (sender == Side::none && have) sender = keeper_before(d, s, *have, clause);
    if (sender == Side::none && have) sender = sender_before(d, noun.begin, clause.begin);
    if (sender == Side::none && have) sender = sender_told;
    if (sender == Side::none) sender = label;
    if (sender == Side::third && have) {
      if (const Side one = sender_in_list(d, s, *have, clause); one != Side::none) sender = one;
    }
    if (sender == Side::third) continue;
    // "Mission1: Embassy of Morocco, Lima", and the same on a line of its own
    const bool told = town_behind_comma(d, s, noun) && ((noun.begin <= s.range.begin + 1 && d.heading.missions) || (list && (d.tokens[noun.begin - 1].is(TokenKind::colon) || d.tokens[noun.begin - 1].is(TokenKind::bar))));
    const bool labels = noun.begin <= s.range.begin + 1 && Document::is_pair(sender) && noun.end < s.range.end && find_cue(s, Cue::of_word, noun.end, noun.end + 1) && std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == sender && one.begin > noun.end && one.end < s.range.end && one.begin - noun.end <= 3 && d.tokens[one.end].is(TokenKind::colon); });
    if (!have && !told && !labels && !(Document::is_pair(sender) && is_spoken_of(d, s, noun)) && !(list && d.heading.missions) && !(list && noun.begin == s.range.begin) && !(sender_told != Side::none)) continue;
    const std::uint32_t at = towns_of(d, s, noun);
    std::vector<City> cities;
    if (at) cities = cities_from(d, s, at, s.range.end);
    if (cities.empty() && list && noun.end < s.range.end && (d.tokens[noun.end].is(TokenKind::colon) || d.tokens[noun.end].is(TokenKind::close))) {
      if (d.tokens[noun.end].is(TokenKind::colon)) cities = cities_from(d, s, noun.end + 1, s.range.end);
      else cities = cities_from(d, s, s.range.begin, noun.begin);  // "Berlin (Embassy)"
    }
    const CueSpot* capitals = find_cue(s, Cue::each_capital, noun.end, std::min(clause.end, noun.end + 4));
    const bool each_country = have && have->begin - clause.begin <= 5 && (d.of(clause.begin) == "Each" || d.of(clause.begin) == "each");
    const bool each_has = capitals && have && have->begin > clause.begin && (d.of(have->begin - 1) == "each" || each_country);  // "each maintain a high commission in the other's capital"
    if (cities.empty() && have && each_has) sender = Side::both;
    if (cities.empty() && have && (capitals || (sender == Side::both && (find_cue(s, Cue::both, noun.end, std::min(clause.end, noun.end + 4)) || s.has(Cue::each_capital))))) {
      // "Both maintain embassies in each other's capitals"
      const bool neither = d.of(clause.begin) == "Neither" || d.of(clause.begin) == "neither" || find_cue(s, Cue::negation, have->begin - std::min(have->begin, 2u), noun.begin);
      for (const Side side : {Side::first, Side::second}) {
        Claim& claim = d.add(Kind::mission, trimmed({have->begin, std::min(clause.end, noun.end + 4)}, noun, 14));
        claim.unit = d.grammar.texts[noun.data];
        claim.subject = d.code(side);
        claim.object = d.code(Document::other(side));
        if (neither) claim.polarity = "neg";
        if (!capitals || says_capital(d, s, noun)) claim.place = capital_of(d, s, Document::other(side));
        for (const When& when : s.dates) {
          if (neither) continue;
          if ((when.since || when.until || when.year2 > when.year) && when.begin >= clause.begin && when.end <= clause.end) claim.period = when.text();
        }
      }
      continue;
    }
    const bool represents = have && (through || d.of(*have).find("represent") != std::string_view::npos);
    if (cities.empty() && represents && Document::is_pair(sender) && add_from_country(d, s, noun, *have, sender)) continue;
    if (cities.empty()) {
      if (have && Document::is_pair(sender) && !add_in_countries(d, s, noun, sender)) {
        add_in_country(d, s, noun, *have, sender, clause);
        add_represented(d, s, noun, *have, sender, clause);
      }
      continue;
    }
    // "Denmark and Kenya maintain embassies in Nairobi and Copenhagen": to each town from the other side
    if (have && lie_in_both(cities)) {
      for (const City& city : cities) {
        if (Document::is_pair(city.host)) add_mission(d, s, noun, city, Document::other(city.host), city.host, &city == &cities.front(), have->begin);
      }
      continue;
    }
    settle_doubtful(cities, d.grammar.texts[noun.data]);
    Side host = host_of(cities);
    // "Peru is represented in Sweden through an embassy in Stockholm"
    const auto served = [&](const Mention& one) { return one.side == Side::third && one.form == NameForm::name && one.begin >= have->end && one.begin - have->end <= 2 && one.end <= noun.begin; };
    if (host == Side::third && have && std::any_of(d.mentions.begin(), d.mentions.end(), served)) continue;
    if (host == Side::third && represents && Document::is_pair(sender)) {
      // "A is represented in B through its embassy in C"
      Claim& claim = d.add(Kind::mission, trimmed({have->begin, cities.front().end}, *have, 14));
      claim.unit = "accredited";
      claim.subject = d.code(sender);
      claim.object = d.code(Document::other(sender));
      claim.place = d.of(cities.front());
      if (cities.front().state) claim.accredited_from = d.grammar.code(cities.front().state);
      for (const When& one : s.dates) {  // "From 1970 to 1994, …", "since 2006"
        const bool lasting = one.since || one.until || (one.year2 && one.year2 > one.year);
        if (lasting && one.begin >= clause.begin && (one.end <= have->begin || (one.begin >= cities.front().end && one.begin - cities.front().end <= 3))) claim.period = one.text();
      }
      sender_told = sender;
      continue;
    }
    if (host == Side::third && have && Document::is_pair(sender)) add_abroad(d, noun, cities, sender);
    if (host == Side::third) continue;
    if (sender == Side::none && Document::is_pair(host)) sender = Document::other(host);
    if (sender == Side::none && Document::is_pair(d.heading.alone)) sender = d.heading.alone;
    if (sender == Side::none && have) sender = keeper_told(d, clause);
    if (sender == Side::both && Document::is_pair(sender_told) && host == Side::none) sender = sender_told;
    if (sender == Side::both && Document::is_pair(host)) sender = Document::other(host);  // "They also maintain a consulate in Bergen"
    if (sender == Side::both || sender == Side::none) continue;
    // "Neben der Botschaft unterhält Ghana in Deutschland ein Generalkonsulat in Hamburg": who was named last is only where it is
    const auto keeps = [&](const Mention& one) { return one.side == Document::other(host) && one.form == NameForm::name && one.begin >= clause.begin && one.end <= noun.begin; };
    if (host == sender && (through || (sender_at_noun(d, s, noun) == Side::none && std::any_of(d.mentions.begin(), d.mentions.end(), keeps)))) sender = Document::other(host);
    if (host == sender) continue;
    host = Document::other(sender);
    const When* when = nullptr;
    for (const When& one : s.dates) {
      const bool lasting = (one.since || one.until || (one.year2 && one.year2 > one.year)) && one.begin < clause.end;
      // A date behind another mission is that one's.
      if (lasting && one.begin >= clause.begin && one.end <= noun.begin && (noun.begin - one.end <= 2 || !find_cue_back(s, Cue::mission_noun, noun.begin, clause.begin))) when = &one;
      const bool next_ones = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& other) { return other.begin >= cities.back().end && other.end <= one.begin && other.form == NameForm::name; });
      if (lasting && !next_ones && one.begin >= cities.back().end && one.begin <= cities.back().end + (find_cue(s, Cue::mission_located, cities.back().end, one.begin) ? 5 : 3)) when = &one;
    }
    // "As of December 2011 Peru maintains"
    if (!when && d.of(s.range.begin) == "As" && !s.dates.empty() && s.dates.front().begin <= s.range.begin + 2 && noun.begin > s.dates.front().end) when = &s.dates.front();
    const bool negated = have && have->begin < noun.begin && find_cue(s, Cue::negation, have->begin - std::min(have->begin, 2u), noun.begin);
    const bool planned = find_cue_back(s, Cue::plan, noun.begin, clause.begin) != nullptr;
    bool first = true;
    for (const City& city : cities) {
      if (city.host == Side::third || city.host == sender) continue;
      std::uint32_t from = noun.begin;
      if (have && have->begin < noun.begin && sender_told == Side::none) {
        for (const Mention& one : d.mentions) {
          if (one.end <= have->begin && one.begin >= clause.begin && one.side == sender) from = one.begin;
        }
      }
      add_mission(d, s, noun, city, sender, host, first, from);
      if (city.when) d.claims.back().period = city.when->text();
      else if (when) d.claims.back().period = when->text();
      if (negated) d.claims.back().polarity = "neg";
      if (planned) d.claims.back().status = "planned";
      first = false;
    }
    sender_told = sender;
    // "India maintains an embassy in Addis Ababa and Ethiopia in New Delhi"
    const std::uint32_t tail = cities.back().end;
    if (!have || tail + 3 >= clause.end || !(find_cue(s, Cue::and_word, tail, tail + 1) || d.tokens[tail].is(TokenKind::comma))) continue;
    for (const Mention& one : d.mentions) {
      if (one.begin < tail + 1 || one.begin > tail + 3 || one.side != host || one.form != NameForm::name) continue;
      std::uint32_t in = one.end;
      const When* since = nullptr;  // "Ghana seit 1959 eine in Berlin"
      for (const When& date : s.dates) {
        if (date.since && date.begin >= in && date.begin - in <= 1) since = &date, in = date.end;
      }
      if (in < clause.end && (d.of(in) == "one" || d.of(in) == "eine" || d.of(in) == "ein")) ++in;
      City city;
      if (!find_cue(s, Cue::in_word, in, in + 1) || !city_at(d, s, in + 1, city) || city.host == host || city.host == Side::third) continue;
      add_mission(d, s, noun, city, host, sender, false, one.begin);
      d.claims.back().plain.begin = d.tokens[one.begin].begin;
      if (since) d.claims.back().period = since->text();
    }
  }
}

}  // namespace comity::claims
