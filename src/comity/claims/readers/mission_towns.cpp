// Towns behind missions: their names and lists, and where they begin behind a noun.
#include "comity/claims/readers/mission_parts.hpp"

#include <algorithm>

#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

const NameSpot* name_at(const Sentence& s, std::uint32_t i) {
  for (const NameSpot& one : s.names) {
    if (one.begin <= i && i < one.end) return &one;
  }
  return nullptr;
}

// "Washington, D.C."
void take_district(const Document& d, const Sentence& s, City& city) {
  if (city.end + 1 < s.range.end && d.tokens[city.end].is(TokenKind::comma) && d.tokens[city.end + 1].is_word() && d.of(city.end + 1).starts_with("D.C")) city.end += 2;
}

// "Cerro de Pasco", "Newcastle upon Tyne", "San Juan de la Maguana": where a town's name ends that goes on behind a small word.
std::uint32_t behind_particles(const Document& d, const Sentence& s, std::uint32_t end) {
  static constexpr WordSet particles("de", "del", "do", "da", "dos", "das", "di", "upon", "am", "la", "las", "los");
  std::uint32_t k = end;
  while (k < s.range.end && k - end < 2 && d.tokens[k].is_word() && !d.tokens[k].capital && particles.has(d.of(k))) ++k;
  if (k == end || k >= s.range.end || !d.tokens[k].is_word() || !d.tokens[k].capital) return end;
  ++k;
  while (k < s.range.end && d.tokens[k].is_word() && d.tokens[k].capital && k - end < 5) ++k;
  return k;
}

// "Houston, Texas", "Vancouver, British Columbia": where the name of a part of the country behind a town ends; `i` itself: none.
std::uint32_t behind_province(const Document& d, const Sentence& s, std::uint32_t i) {
  static constexpr std::string_view parts[] = {
      "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Georgia", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland",
      "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Ohio", "Oklahoma", "Oregon",
      "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas", "Utah", "Vermont", "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming", "Puerto Rico", "Alberta", "British Columbia", "Manitoba",
      "New Brunswick", "Newfoundland", "Nova Scotia", "Ontario", "Quebec", "Québec", "Saskatchewan", "New South Wales", "Queensland", "South Australia", "Tasmania", "Western Australia", "Scotland", "Wales", "Northern Ireland"};
  if (i + 1 >= s.range.end || !d.tokens[i].is(TokenKind::comma) || !d.tokens[i + 1].capital) return i;
  for (const std::string_view one : parts) {
    const std::uint32_t words = static_cast<std::uint32_t>(1 + std::count(one.begin(), one.end(), ' '));
    if (i + 1 + words > s.range.end || d.of(Spot{i + 1, i + 1 + words}) != one) continue;
    const std::uint32_t end = i + 1 + words;
    if (end < s.range.end && d.of(end) == "City") return i;  // "Houston, New York City"
    return end < s.range.end && d.tokens[end].is(TokenKind::comma) && end + 1 < s.range.end && !d.tokens[end + 1].capital && !find_cue(s, Cue::and_word, end + 1, end + 2) ? end + 1 : end;
  }
  return i;
}

// "consulates in Shanghai, Guangzhou and Hong Kong", "in Mariehamn", "in San Juan": a territory's town is its state's.
Side host_over_seas(const Document& d, StateId state, Side otherwise) {
  static constexpr std::pair<std::string_view, std::string_view> territories[] = {{"HKG", "CHN"}, {"MAC", "CHN"}, {"ALA", "FIN"}, {"PRI", "USA"}, {"GUM", "USA"}, {"ASM", "USA"}, {"MNP", "USA"}, {"VIR", "USA"}, {"GRL", "DNK"}, {"FRO", "DNK"}, {"REU", "FRA"}, {"GLP", "FRA"}, {"MTQ", "FRA"},
                                                                                 {"GUF", "FRA"}, {"NCL", "FRA"}, {"PYF", "FRA"}, {"ABW", "NLD"}, {"CUW", "NLD"}, {"SXM", "NLD"}, {"GIB", "GBR"}, {"BMU", "GBR"}, {"CYM", "GBR"}, {"IMN", "GBR"}, {"JEY", "GBR"}, {"GGY", "GBR"}};
  if (otherwise != Side::third) return otherwise;
  const std::string& code = d.grammar.code(state);
  for (const auto& [territory, owner] : territories) {
    if (code != territory) continue;
    for (const Side side : {Side::first, Side::second}) {
      if (d.code(side) == owner) return side;
    }
  }
  return otherwise;
}

// "Singapore", "Hong Kong": a state or territory that is one town, or is called like its capital.
bool is_town_and_state(const Document& d, const NameSpot& name) {
  if (name.form != NameForm::name || d.grammar.names[name.entry].states.size() != 1 || name.side == Side::none) return false;
  for (const std::string_view one : {"Singapore", "Luxembourg", "Hong Kong", "Macau", "Macao", "Monaco", "San Marino", "Djibouti", "Gibraltar"}) {
    if (d.grammar.names[name.entry].text == one) return true;
  }
  return false;
}

// "NSW", "NW": part of an address.
bool is_abbreviated(std::string_view word) {
  return word.size() <= 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "one in X and another in Y", "X and the other in Y": where the next of a list begins.
std::uint32_t skip_counted(const Document& d, const Sentence& s, std::uint32_t i, std::uint32_t end) {
  std::uint32_t k = i;
  while (k < end && k - i < 3 && (d.of(k) == "the" || d.of(k) == "one" || d.of(k) == "another" || d.of(k) == "other" || d.of(k) == "second" || d.of(k) == "third" || d.of(k) == "a" || d.of(k) == "each")) ++k;
  return k > i && find_cue(s, Cue::in_word, k, k + 1) ? k : i;
}

// The date right behind a town of a list, where a further town with its own follows: "in Arequipa in 1995, in Cusco in 1999".
std::uint32_t skip_date(const Document& d, const Sentence& s, std::uint32_t i, std::uint32_t end) {
  for (const When& when : s.dates) {
    if (when.begin < i || when.begin > i + 1 || when.end + 2 >= end || (when.begin > i && !find_cue(s, Cue::in_word, i, i + 1) && !find_cue(s, Cue::on_word, i, i + 1))) continue;
    std::uint32_t next = when.end;
    if (d.tokens[next].is(TokenKind::comma)) ++next;
    if (next < end && find_cue(s, Cue::and_word, next, next + 1)) ++next;
    City city;
    if (next < end && find_cue(s, Cue::in_word, next, next + 1)) ++next;
    if (next == when.end || !city_at(d, s, next, city)) continue;
    const bool dated = std::any_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin >= city.end && one.begin - city.end <= 1; });
    if (dated) return when.end;
  }
  return i;
}

}  // namespace

std::uint32_t town_name_at(const Document& d, const Sentence& s, std::uint32_t i) {
  for (std::uint32_t k = i; k < s.range.end && k < i + 6 && d.tokens[k].is_word(); ++k) {
    const CueSpot* what = find_cue(s, Cue::town_word, k, k + 1);
    if (!what || (d.tokens[k].capital && d.grammar.language != "de")) continue;
    std::uint32_t next = what->end;
    if (next + 1 < s.range.end && d.of(next) == "such" && d.of(next + 1) == "as") next += 2;
    else if (next < s.range.end && (find_cue(s, Cue::of_word, next, next + 1) || d.tokens[next].is(TokenKind::comma) || d.of(next) == "like")) ++next;
    return next < s.range.end && d.tokens[next].is_word() && d.tokens[next].capital ? next : i;
  }
  return i;
}

std::uint32_t town_behind_comma(const Document& d, const Sentence& s, const CueSpot& noun) {
  if (!find_cue(s, Cue::of_word, noun.end, noun.end + 1)) return 0;
  for (const NameSpot& name : s.names) {
    if (name.form != NameForm::name || !Document::is_pair(name.side) || name.begin < noun.end + 1 || name.begin > noun.end + 6 || name.end + 1 >= s.range.end) continue;
    if (!d.tokens[name.end].is(TokenKind::comma)) return 0;
    const NameSpot* town = name_at(s, name.end + 1);
    return town && town->form >= NameForm::capital && town->side == Document::other(name.side) ? name.end + 1 : 0;
  }
  return 0;
}

bool city_at(const Document& d, const Sentence& s, std::uint32_t i, City& out) {
  if (i >= s.range.end) return false;
  if (const NameSpot* name = name_at(s, i)) {
    if (name->form < NameForm::capital && !is_town_and_state(d, *name)) return false;
    out.begin = name->begin;
    out.end = name->end;
    out.host = name->side;
    out.state = name->state;
    out.host = host_over_seas(d, name->state, out.host);
    if (const std::uint32_t longer = behind_particles(d, s, out.end); longer != out.end) {
      out.end = longer;
      if (!Document::is_pair(out.host)) out.host = Side::none, out.state = {};  // "San Juan de la Maguana" is no San Juan
    }
    take_district(d, s, out);
    return true;
  }
  if (find_cue(s, Cue::region, i, i + 1)) return false;
  if (WordSet("Mr", "Mrs", "Ms", "Dr", "Sir", "Prof", "Herr", "Frau", "Land", "Landes").has(d.of(i))) return false;
  if (d.grammar.language == "de" && d.of(i).ends_with("land") && name_at(s, i + 1)) return false;  // "im Partnerland Peru"
  std::uint32_t end = i;
  while (end < s.range.end && d.tokens[end].is_word() && d.tokens[end].capital && end - i < 4) {
    const NameSpot* name = name_at(s, end);
    if (name && !(end > i && name->form == NameForm::name && name->side == Side::third)) break;  // "Villa El Salvador"
    bool cue_word = false;
    for (const CueSpot& cue : s.cues) {
      if (cue.begin == end && (cue.cue == Cue::mission_noun || cue.cue == Cue::month || cue.cue == Cue::org || cue.cue == Cue::mission_plural || cue.cue == Cue::title)) cue_word = true;
    }
    if (cue_word) break;
    end = name ? name->end : end + 1;
    // "Stratford-upon-Avon"
    while (end + 1 < s.range.end && d.tokens[end].is(TokenKind::hyphen) && d.tokens[end + 1].is_word()) end += 2;
    // "St. Julian's"
    if (end == i + 1 && end + 1 < s.range.end && (d.of(i) == "St" || d.of(i) == "Ste") && d.tokens[end].is(TokenKind::stop) && d.tokens[end + 1].capital) {
      end += 2;
      if (end < s.range.end && d.tokens[end].is(TokenKind::possessive)) ++end;
    }
    end = behind_particles(d, s, end);
  }
  if (end == i) return false;
  out.begin = i;
  out.end = end;
  out.host = Side::none;
  out.state = {};
  take_district(d, s, out);
  return true;
}

std::vector<City> cities_from(const Document& d, const Sentence& s, std::uint32_t i, std::uint32_t end) {
  std::vector<City> out;
  const When* dated = nullptr;
  bool provinces = false;
  while (i < end) {
    if (d.tokens[i].is_word() && d.of(i) == "the" && i + 1 < end) ++i;
    City city;
    if (!city_at(d, s, i, city)) break;
    if (!out.empty() && city.host == Side::none && is_abbreviated(d.of(city))) break;  // "in Newcastle, NSW"
    if (!out.empty() && d.of(out.back()) == d.of(city)) break;  // "the Oslo Office in Lima and the Lima Office in Oslo"
    city.when = dated;
    out.push_back(city);
    // "Houston, New Orleans, New York, Tampa": in a list whose towns have no state behind them it is a town
    const std::uint32_t told = behind_province(d, s, city.end);
    const bool bare = told != city.end && out.size() > 1 && !provinces && (d.of(city.end + 1) == "New" || d.of(city.end + 1) == "Washington");
    const std::uint32_t province = bare ? city.end : told;
    provinces = provinces || province != city.end;
    i = province;
    if (i < end && d.tokens[i].is(TokenKind::open)) {  // "Lviv (since 1991)"
      const std::uint32_t open = i;
      while (i < end && !d.tokens[i].is(TokenKind::close)) ++i;
      for (const When& when : s.dates) {
        if (when.begin > open && when.end <= i && (when.since || when.year2 > when.year)) out.back().when = &when;
      }
      ++i;
    }
    City near;  // "Grasbrunn bei München"
    if (i + 1 < end && (d.of(i) == "bei" || d.of(i) == "near") && city_at(d, s, i + 1, near)) i = near.end;
    if (i >= end) break;
    i = skip_date(d, s, i, end);
    std::uint32_t next = i;
    if (d.tokens[next].is(TokenKind::comma) || (d.tokens[next].is(TokenKind::semicolon) && province > city.end)) ++next;  // "Houston, Texas; and Chicago, Illinois"
    if (const CueSpot* also = next < end ? find_cue(s, Cue::and_word, next, next + 1) : nullptr) next = also->end;  // "as well as in Piura"
    if (next == i && next + 2 < end && (d.of(next) == "bzw" || d.of(next) == "resp") && d.tokens[next + 1].is(TokenKind::stop)) next += 2;  // "in Berlin bzw. Accra"
    if (next > i) next = skip_counted(d, s, next, end);
    if (next < end && find_cue(s, Cue::in_word, next, next + 1) && (next > i || d.of(next) != "at")) ++next;  // "in Oslo at Arbins gate"
    // "Kolkata and, since February 2018, Guwahati"
    const When* own = nullptr;
    if (next < end && next > i && d.tokens[next].is(TokenKind::comma)) {
      for (const When& when : s.dates) {
        if (when.since && when.begin > next && when.begin - next <= 2 && when.end + 1 < end && d.tokens[when.end].is(TokenKind::comma)) own = &when;
      }
      if (own) next = own->end + 1;
    }
    dated = own;
    if (next == i) break;
    i = next;
  }
  return out;
}

void settle_doubtful(std::vector<City>& cities, std::string_view unit) {
  if (cities.size() < 2 || unit.find("consul") == std::string_view::npos) return;
  if (std::all_of(cities.begin(), cities.end(), [](const City& one) { return one.host == Side::third; })) return;
  // "honorary consulates in Auckland, Honolulu, Tokyo and Hamburg": all over the world
  std::vector<StateId> abroad;
  for (const City& city : cities) {
    if (Document::is_pair(city.host)) abroad.clear();
    if (Document::is_pair(city.host)) break;
    if (city.host == Side::third && std::find(abroad.begin(), abroad.end(), city.state) == abroad.end()) abroad.push_back(city.state);
  }
  constexpr std::size_t several = 3;
  if (abroad.size() >= several) {
    for (City& city : cities) city.host = Side::third;
    return;
  }
  for (City& city : cities) {
    if (city.host == Side::third) city.host = Side::none;
  }
}

std::uint32_t towns_of(const Document& d, const Sentence& s, const CueSpot& noun) {
  std::uint32_t i = noun.end;
  if (const std::uint32_t town = town_behind_comma(d, s, noun)) return town;
  // "Poland's Nairobi embassy", "the Cairo Consulate General"
  for (const NameSpot& name : s.names) {
    if (name.end == noun.begin && name.form >= NameForm::capital && d.grammar.language == "en" && !d.grammar.texts[noun.data].ends_with("office")) return name.begin;
  }
  // "five honorary consulates (Arequipa, Cusco, Piura)"
  const bool counted = std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return one.end <= noun.begin && noun.begin - one.end <= 1 && one.value >= 2; });
  if (counted && i + 2 < s.range.end && d.tokens[i].is(TokenKind::open) && d.tokens[i + 1].capital && s.block == Block::Kind::paragraph) return i + 1;
  const std::uint32_t reach = find_cue(s, Cue::region, i, i + 3) ? 12 : 7;
  // "embassy of Kazakhstan in Berlin", "embassy to Germany in Berlin", "embassy (located) in Berlin"
  std::uint32_t dates = 0;  // tokens of dates: they are no distance, and their commas part nothing
  for (std::uint32_t k = i; k < s.range.end && k < i + reach + dates; ++k) {
    const auto date = std::find_if(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin == k; });
    if (date != s.dates.end() && k > i) {
      dates += date->end - date->begin;
      k = date->end - 1;
      continue;
    }
    if (d.tokens[k].is(TokenKind::comma) || d.tokens[k].is(TokenKind::semicolon) || d.tokens[k].is(TokenKind::stop)) {
      // "in Accra eine Botschaft, in Kumasi ein Konsulat": the next one's
      const bool next_ones = d.grammar.language == "de" && k + 3 < s.range.end && (d.of(k + 3) == "ein" || d.of(k + 3) == "eine" || d.of(k + 3) == "einen");
      if (k == i && d.tokens[k].is(TokenKind::comma) && find_cue(s, Cue::in_word, k + 1, k + 2) && !next_ones) continue;
      // "the Embassy of Norway to Peru, located in Lima"
      const CueSpot* located = d.tokens[k].is(TokenKind::comma) ? find_cue(s, Cue::mission_located, k + 1, k + 2) : nullptr;
      if (located && d.of(*located).ends_with(" in")) return town_name_at(d, s, located->end);
      if (k == i && d.tokens[k].is(TokenKind::comma) && k + 1 < s.range.end && d.tokens[k + 1].capital && (s.block != Block::Kind::paragraph || label_of(d, s) != Side::none)) return k + 1;  // "Embassy, Thimphu"
      break;
    }
    // "Honorary consulates of Georgia: Brno, Plzeň"
    if (d.tokens[k].is(TokenKind::colon) && k > i && k + 1 < s.range.end && d.tokens[k + 1].capital && find_cue(s, Cue::of_word, i, i + 1)) return k + 1;
    if (const CueSpot* in = find_cue(s, Cue::in_word, k, k + 1)) {
      City street;
      if (d.of(k) == "at" && (!city_at(d, s, in->end, street) || street.host == Side::none)) continue;  // "at Arbins gate 2 in Oslo"
      // "four honorary consulates in Turkey in Edirne and Trabzon", "in Turkey: Edirne"
      for (std::uint32_t c = in->end; c < in->end + 5 && c + 1 < s.range.end && !d.tokens[in->end].capital; ++c) {
        if (d.tokens[c].is(TokenKind::colon) && d.tokens[c + 1].capital) return c + 1;  // "in the following cities: Arequipa, Cusco"
      }
      if (find_cue(s, Cue::region, in->end, in->end + 1)) continue;  // "the first embassy in South Asia was opened in Dhaka"
      const NameSpot* country = name_at(s, in->end + (in->end < s.range.end && d.of(in->end) == "the"));
      const std::uint32_t next = country && country->form == NameForm::name ? country->end : 0u;
      City town;
      if (next && next + 2 < s.range.end && d.tokens[next].is(TokenKind::open) && city_at(d, s, next + 1, town) && (town.host == country->side || counted)) return next + 1;  // "three honorary consulates in Peru (Cusco, Piura and Arequipa)"
      if (next && next + 2 < s.range.end && d.tokens[next].is(TokenKind::colon) && find_cue(s, Cue::in_word, next + 1, next + 2) && d.tokens[next + 2].capital) return next + 2;  // "in Peru: in Lima, in Cusco"
      if (next && next + 1 < s.range.end && (find_cue(s, Cue::in_word, next, next + 1) || d.tokens[next].is(TokenKind::colon)) && d.tokens[next + 1].capital) return next + 1;
      // "two consulates in Norway, one in Bergen and one in Oslo", "in Norway, namely in Bergen"
      if (next && next + 3 < s.range.end && d.tokens[next].is(TokenKind::comma)) {
        std::uint32_t at = skip_counted(d, s, next + 1, s.range.end);
        if (d.of(at) == "namely" || d.of(at) == "located" || d.of(at) == "situated") ++at;
        if (at < s.range.end && find_cue(s, Cue::in_word, at, at + 1) && d.tokens[std::min(at + 1, s.range.end - 1)].capital) return at + 1;
      }
      // "the Embassy of Peru in Norway is located in Oslo"
      const CueSpot* located = next ? find_cue(s, Cue::mission_located, next, next + 1) : nullptr;
      if (located && located->end < s.range.end && find_cue(s, Cue::in_word, located->end - 1, located->end + 1)) return town_name_at(d, s, d.of(located->end) == "in" ? located->end + 1 : located->end);
      return town_name_at(d, s, in->end);
    }
    if (const CueSpot* on = find_cue(s, Cue::on_word, k, k + 1)) {  // "on the port city of Alexandria"
      if (const std::uint32_t town = town_name_at(d, s, on->end); town != on->end) return town;
    }
    if (const CueSpot* other_noun = find_cue(s, Cue::mission_noun, k, k + 1); other_noun && other_noun != &noun) break;
  }
  return 0;
}

}  // namespace comity::claims
