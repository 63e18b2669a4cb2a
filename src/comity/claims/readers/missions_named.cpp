// The last reader of missions: one named with its sender and its town or country that no other reader told, whatever the sentence
// says of it. "Staff of the Norwegian embassy in Lima", "Embassy of Peru in Norway; Honorary Consulate in Bergen" (lists, boxes and
// captions), "Norway (embassy in Lima since 1966)", "Between 1935 and 1945 the Consulate of Poland ran its activities in Colombo".
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

constexpr std::uint32_t longest_caption = 14;

struct Named {
  const CueSpot* noun = nullptr;
  Side sender = Side::none;
  std::vector<City> cities;
  Spot all;
  bool own = false;      // the noun itself names its sender, and nothing around it says that missions are told of
  bool hosted = false;   // "Lima hosts a Norwegian embassy"
  bool country = false;  // no town, but the country it is in
};

bool separates(const Document& d, std::uint32_t i) {
  const Token& one = d.tokens[i];
  return one.is(TokenKind::comma) || one.is(TokenKind::semicolon) || one.is(TokenKind::close) || one.is(TokenKind::stop) || one.is(TokenKind::bar);
}

// The sender that stands as a label before the mission: "Peru: embassy in Oslo, consulate in Bergen", "Norway (embassy in Lima)";
// behind "in" it is the host ("Missions in Norway: Embassy (Oslo)").
Side labelled(const Document& d, const Sentence& s, const CueSpot& noun) {
  Side out = Side::none;
  for (const NameSpot& name : s.names) {
    if (name.end >= noun.begin || name.form != NameForm::name) continue;
    const Token& next = d.tokens[name.end];
    const bool colon = next.is(TokenKind::colon);
    const bool dash = (next.is(TokenKind::dash) || next.is(TokenKind::hyphen)) && noun.begin - name.end <= 3;  // "Peru – embassy in Oslo"
    if (!colon && !dash && !(next.is(TokenKind::open) && noun.begin - name.end <= 3)) continue;
    const std::uint32_t before = name.begin - (name.begin > s.range.begin && (d.of(name.begin - 1) == "the" || d.of(name.begin - 1) == "The"));
    const bool host = before > s.range.begin && find_cue(s, Cue::in_word, before - 1, before);
    out = !Document::is_pair(name.side) ? Side::third : host ? Document::other(name.side) : name.side;
  }
  return out;
}

// Whether a noun goes on with the list that the mission before it began: "Embassy of Peru in Oslo, honorary consulates in Bergen and Tromsø".
bool goes_on(const Document& d, const Named& last, const CueSpot& noun) {
  if (!last.noun || noun.begin < last.all.end || noun.begin - last.all.end > 4) return false;
  static constexpr WordSet links("and", "an", "a", "the", "two", "three", "four", "five", "six", "as", "well", "und", "ein", "eine", "sowie");
  bool parted = false;
  for (std::uint32_t i = last.all.end; i < noun.begin; ++i) {
    if (separates(d, i) || d.of(i) == "and" || d.of(i) == "und" || d.of(i) == "sowie") parted = true;
    else if (!links.has(d.of(i))) return false;
  }
  return parted;
}

// "through an honorary consulate in Lima", "its embassy in Lima": in an article on two countries, the other one's.
Side guest_at(const Document& d, const Sentence& s, const CueSpot& noun) {
  if (noun.begin < s.range.begin + 1) return Side::none;
  static constexpr WordSet articles("a", "an", "its", "their", "our", "the", "eine", "ein", "einen", "ihre", "seine", "einem", "einer", "durch", "through", "by", "via");
  City city;
  if (!articles.has(d.of(noun.begin - 1)) || !find_cue(s, Cue::in_word, noun.end, noun.end + 1) || !city_at(d, s, noun.end + 1, city)) return Side::none;
  const Spot clause = clause_of(d, s, noun.begin);
  const bool others = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Side::third && one.form < NameForm::capital && one.begin >= clause.begin && one.end <= noun.begin; });
  return others && !s.has(Cue::accredited) ? Side::none : Document::other(city.host);  // "Sweden has an embassy in Lima"
}

// "Embassy (Oslo)", "Embassy: Oslo", "Norwegian Embassy, Lima", "Deutsche Botschaft Accra": where the town stands right behind it.
std::uint32_t town_beside(const Document& d, const Sentence& s, std::uint32_t at, Side host) {
  City city;
  if (at >= s.range.end) return 0;
  if (city_at(d, s, at, city) && Document::is_pair(city.host) && (city.host == host || host == Side::none) && city.end - city.begin <= 3) return at;
  const Token& next = d.tokens[at];
  const bool sign = next.is(TokenKind::open) || next.is(TokenKind::colon) || next.is(TokenKind::comma) || next.is(TokenKind::hyphen);
  if (!sign || at + 1 >= s.range.end || !city_at(d, s, at + 1, city)) return 0;
  const bool known = city.host == host && Document::is_pair(host);
  return known || (city.host == Side::none && next.is(TokenKind::colon)) ? at + 1 : 0;
}

// The country it is in or sent to, where no town is told: "Embassy of Ukraine in Georgia".
bool in_country(const Document& d, const Sentence& s, std::uint32_t at, Side host, Spot& all) {
  if (at >= s.range.end || !(find_cue(s, Cue::in_word, at, at + 1) || find_cue(s, Cue::to_word, at, at + 1))) return false;
  for (const NameSpot& name : s.names) {
    if (name.form != NameForm::name || name.side != host || name.begin <= at || name.begin - at > 5 || (name.begin - at > 1 && d.of(at + 1) != "the" && d.of(at + 1) != "der")) continue;
    all.end = std::max(all.end, name.end);
    return true;
  }
  return false;
}

// The town farther on in the clause: "ran its activities in Colombo", "is located at 5 Main Street in Colombo".
bool town_behind(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause, Side host, City& out) {
  constexpr std::uint32_t farthest = 14;
  for (const CueSpot& cue : s.cues) {
    if (cue.begin < noun.end || cue.begin >= clause.end || cue.begin - noun.end > farthest) continue;
    if (cue.cue == Cue::mission_noun) return false;
    const bool leads = cue.cue == Cue::in_word || cue.cue == Cue::mission_located;  // "is located in" is one word
    if (leads && d.of(cue) != "im" && city_at(d, s, town_name_at(d, s, cue.end), out) && out.host == host) return true;
  }
  return false;
}

const When* span_in(const Sentence& s, Spot clause) {
  for (const When& when : s.dates) {
    const bool lasting = when.since || when.until || (when.year2 && when.year2 > when.year);
    if (lasting && !when.relative && when.begin >= clause.begin && when.end <= clause.end) return &when;
  }
  return nullptr;
}

// "Lima is home to a Norwegian embassy", "Cusco (honorary consulate)": the town before the mission.
bool town_before(const Document& d, const Sentence& s, const CueSpot& noun, City& out) {
  const CueSpot* have = find_cue_back(s, Cue::mission_have, noun.begin, noun.begin - std::min(noun.begin, 4u));
  const bool hosts = have && (d.of(*have).starts_with("host") || d.of(*have).ends_with("home to") || d.of(*have).ends_with("host to"));
  const bool bracket = s.block != Block::Kind::paragraph && noun.begin >= s.range.begin + 2 && d.tokens[noun.begin - 1].is(TokenKind::open);
  const std::uint32_t end = hosts ? have->begin : bracket ? noun.begin - 1 : 0;
  for (const NameSpot& name : s.names) {
    if (end && name.end == end && name.form >= NameForm::capital) return city_at(d, s, name.begin, out);
  }
  return bracket && city_at(d, s, s.range.begin, out) && out.end == end;
}

// Where what names the sender behind the noun ends: "Embassy of the Republic of Peru"; the noun's end where nothing does.
std::uint32_t behind_sender(const Document& d, const Sentence& s, const CueSpot& noun, Spot& all) {
  for (const NameSpot& name : s.names) {
    if (name.form >= NameForm::capital) continue;
    if (name.end <= noun.begin && noun.begin - name.end <= 3 && std::none_of(d.tokens.begin() + name.end, d.tokens.begin() + noun.begin, [](const Token& one) { return one.is(TokenKind::semicolon) || one.is(TokenKind::comma) || one.is(TokenKind::stop); })) all.begin = std::min(all.begin, name.begin);
    if (name.begin <= noun.end || name.begin - noun.end > 4 || !find_cue(s, Cue::of_word, noun.end, noun.end + 1)) continue;
    all.end = name.end;
    return name.end;
  }
  return noun.end;
}

// "Embassy of Ukraine in Georgia; Embassy of Georgia in Ukraine": a country without a town tells of a mission only in a list of them.
bool is_listed(const Document& d, const Sentence& s, Spot all) {
  if (s.block == Block::Kind::heading || (all.end < s.range.end && d.tokens[all.end].is(TokenKind::colon))) return false;
  const bool before = all.begin > s.range.begin && (d.tokens[all.begin - 1].is(TokenKind::colon) || d.tokens[all.begin - 1].is(TokenKind::semicolon));
  return before || (all.end < s.range.end && d.tokens[all.end].is(TokenKind::semicolon));
}

bool read_towns(const Document& d, const Sentence& s, Spot clause, bool dated, Named& one) {
  one.all = *one.noun;
  const Side host = Document::other(one.sender);
  const std::uint32_t end = behind_sender(d, s, *one.noun, one.all);
  std::uint32_t at = towns_of(d, s, *one.noun);
  if (at) one.cities = cities_from(d, s, at, s.range.end);
  if (one.cities.empty() && (at = town_beside(d, s, end, host))) one.cities = cities_from(d, s, at, s.range.end);
  City town;
  if (one.cities.empty() && town_before(d, s, *one.noun, town) && town.host == host) one.cities = {town}, one.hosted = true;
  if (one.cities.empty() && dated && town_behind(d, s, *one.noun, clause, host, town)) one.cities = {town};
  if (one.cities.empty()) {
    one.country = in_country(d, s, end, host, one.all) && is_listed(d, s, one.all);
    return one.country;
  }
  settle_doubtful(one.cities, d.grammar.texts[one.noun->data]);
  std::erase_if(one.cities, [&](const City& city) { return city.host == one.sender || city.host == Side::third; });
  if (one.cities.empty()) return false;
  one.all = span(one.all, one.cities.back());
  // "in Abergavenny, Wales": what the register does not know lies where the text says
  const std::uint32_t behind = one.cities.back().end;
  return !(behind < s.range.end && d.tokens[behind].is(TokenKind::comma) && std::any_of(s.names.begin(), s.names.end(), [&](const NameSpot& name) { return name.begin == behind + 1 && name.side == Side::third && name.form == NameForm::name; }));
}

// What says that there is no such mission, or not yet.
bool is_unreal(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause) {
  constexpr std::uint32_t reach = 10;
  const Spot near{std::max(clause.begin, noun.begin - std::min(noun.begin, reach)), std::min(clause.end, noun.end + reach)};
  for (const Cue change : {Cue::negation, Cue::plan, Cue::open_verb, Cue::reopen_verb, Cue::close_verb, Cue::upgrade}) {
    if (has_cue(s, change, near)) return true;
  }
  static constexpr WordSet missing("lacks", "lack", "lacked", "lacking", "without", "nor", "neither", "Neither", "instead", "ohne", "weder", "statt");
  for (std::uint32_t i = near.begin; i < noun.begin; ++i) {
    if (missing.has(d.of(i))) return true;
  }
  static constexpr WordSet later("former", "future", "proposed", "planned", "ehemalige", "ehemaligen", "frühere", "früheren", "künftige", "geplante", "geplanten");
  // "is the diplomatic mission of Norway in Peru": said of another
  if (d.grammar.texts[noun.data].find("mission") != std::string::npos && noun.begin >= s.range.begin + 2 && (d.of(noun.begin - 1) == "the" || d.of(noun.begin - 1) == "a") && (d.of(noun.begin - 2) == "is" || d.of(noun.begin - 2) == "was" || d.of(noun.begin - 2) == "as")) return true;
  return noun.begin >= s.range.begin + 2 && (later.has(d.of(noun.begin - 1)) || later.has(d.of(noun.begin - 2)));
}

// Whether the sentence names missions of both: "with the Norwegian Embassy in Lima and the Peruvian Embassy in Oslo".
bool names_both(const Document& d, const Sentence& s) {
  bool first = false, second = false;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun) continue;
    const Side side = sender_at_noun(d, s, noun);
    first = first || side == Side::first, second = second || side == Side::second;
  }
  return first && second;
}

void add_named(Document& d, const Named& one, const When* when) {
  const auto add = [&](Spot quote, std::string_view place, const When* date) {
    Claim& claim = d.add(Kind::mission, quote);
    claim.unit = d.grammar.texts[one.noun->data];
    claim.subject = d.code(one.sender);
    claim.object = d.code(Document::other(one.sender));
    claim.place = place;
    if (date) claim.period = date->text();
  };
  if (one.country) return add(trimmed(one.all, *one.noun, 14), {}, when);
  for (const City& city : one.cities) add(&city == &one.cities.front() ? trimmed(span({one.all.begin, one.noun->end}, city), *one.noun, 14) : static_cast<Spot>(city), d.of(city), city.when ? city.when : when);
}

}  // namespace

void read_missions_named(Document& d, const Sentence& s) {
  if (!s.has(Cue::mission_noun)) return;
  const bool caption = d.blocks > 1 && s.range.end - s.range.begin <= longest_caption && !d.tokens[s.range.end - 1].is(TokenKind::stop);
  if ((s.block == Block::Kind::heading && !caption) || d.of(s.range.begin) == "See") return;
  const bool list = s.block == Block::Kind::item || s.block == Block::Kind::row;
  const bool tells = list || caption || names_both(d, s);
  Named last;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun) continue;
    Named one;
    one.noun = &noun;
    one.sender = sender_at_noun(d, s, noun);
    one.own = one.sender != Side::none;
    if (!one.own) one.sender = labelled(d, s, noun);
    if (goes_on(d, last, noun)) one.sender = one.own ? one.sender : last.sender, one.own = false;
    if (one.sender == Side::none) one.sender = guest_at(d, s, noun);
    City town;
    if (one.sender == Side::none && list && city_at(d, s, noun.end, town) && Document::is_pair(town.host)) one.sender = Document::other(town.host);  // "* Botschaft Accra"
    if (one.sender == Side::none && town_before(d, s, noun, town)) one.sender = Document::is_pair(town.host) ? Document::other(town.host) : Document::is_pair(d.heading.alone) ? d.heading.alone : d.heading.from;
    last = {};
    if (!Document::is_pair(one.sender)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const When* when = span_in(s, clause);
    const bool dated = one.own && (when || find_cue(s, Cue::mission_located, noun.end, clause.end));
    if (!read_towns(d, s, clause, dated, one)) continue;
    last = one;
    const bool consul = d.grammar.texts[noun.data].starts_with("honorary");
    if (one.own && !tells && !when && !dated && !consul && !one.hosted) continue;  // "A crowd passed the Peruvian embassy in Oslo"
    if (is_told(d, one.all, {Kind::mission, Kind::mission_opened, Kind::mission_closed}) || is_unreal(d, s, noun, clause)) continue;
    add_named(d, one, when);
  }
}

}  // namespace comity::claims
