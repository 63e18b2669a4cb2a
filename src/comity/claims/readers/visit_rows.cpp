// Rows of a list of visits whose guests go by their whole office: "2010 Minister of State for Regional Cooperation Musumba",
// "2014 Minister of Health Boateng, Vice Minister of the Environment Asare".
#include <algorithm>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

bool is_office(const Sentence& s, std::uint32_t at, std::uint32_t end) { return find_cue(s, Cue::title, at, end) || find_cue(s, Cue::minor_title, at, end) || find_cue(s, Cue::leader_noun, at, end); }

// Where the guests of a row end: the next comma behind which an office stands, a bracket, the end.
std::uint32_t end_of_guest(const Document& d, const Sentence& s, std::uint32_t begin) {
  for (std::uint32_t i = begin; i < s.range.end; ++i) {
    const bool parts = d.tokens[i].is(TokenKind::comma) && i + 1 < s.range.end && d.tokens[i + 1].capital && is_office(s, i + 1, std::min(s.range.end, i + 5));
    if (parts || d.tokens[i].is(TokenKind::open) || d.tokens[i].is(TokenKind::semicolon)) return i;
  }
  return s.range.end;
}

// Words that end the field of an office: "Minister of Rural Development Luna".
bool ends_field(std::string_view word) {
  for (const std::string_view one : {"Development", "Affairs", "Cooperation", "Office", "Industry", "Industries", "Trade", "Security", "Services", "Service", "Works", "Resources", "Planning", "Reform", "Management", "Policy", "Relations", "Communications", "Infrastructure", "Technology", "Science", "Education", "Health", "Housing", "Lands", "Land", "Parliament", "Representatives", "Council", "Court", "Assembly", "Party", "Government", "Finance", "Economy", "Energy", "Water", "Tourism", "Forests", "Forestry", "Fisheries", "Agriculture", "Environment", "Preparedness", "Refugees", "Integration", "Administration", "Innovation", "Culture", "Sports", "Sport", "Transport", "Transportation", "Welfare", "Labour", "Labor", "Employment", "Interior", "Commerce", "Justice"}) {
    if (word == one) return true;
  }
  return false;
}

// The name at the end of a guest's words: what no office, no small word and no "of" ends. Behind an office whose field no list
// knows ("Minister of Land Boateng") the last word alone, with a first name where the field is told before it.
Spot name_of(const Document& d, const Sentence& s, Spot guest) {
  std::uint32_t end = guest.end;
  while (end > guest.begin && !d.tokens[end - 1].is_word()) --end;
  std::uint32_t titled = guest.begin;
  for (const CueSpot& cue : s.cues) {
    if ((cue.cue == Cue::title || cue.cue == Cue::minor_title) && cue.begin >= guest.begin && cue.end <= end) titled = std::max(titled, cue.end);
  }
  std::uint32_t small = titled;
  for (std::uint32_t i = titled; i < end; ++i) {
    if (!d.tokens[i].capital || !d.tokens[i].is_word()) small = i + 1;
  }
  if (small >= end || end == guest.begin) return {};
  if (small > titled) {
    const bool full = end >= small + 3 && !ends_field(d.of(end - 2)) && !find_cue(s, Cue::treaty_topic, end - 2, end - 1);
    return {full ? end - 2 : end - 1, end};
  }
  return end - small <= 3 ? Spot{small, end} : Spot{end - 1, end};
}

}  // namespace

bool read_visit_row(Document& d, const Sentence& s) {
  if (d.grammar.language != "en" || !Document::is_pair(d.heading.from) || s.dates.size() != 1 || s.dates.front().begin != s.range.begin || s.dates.front().end + 2 >= s.range.end) return false;
  const When& when = s.dates.front();
  if (!when.dated() || !d.tokens[when.end].capital || !is_office(s, when.end, std::min(s.range.end, when.end + 5)) || s.has(Cue::visit_noun) || s.has(Cue::visit_verb) || s.has(Cue::meeting)) return false;
  // A full sentence tells more than who came.
  if (s.has(Cue::have) || s.range.end - s.range.begin > 48 || std::any_of(d.mentions.begin(), d.mentions.end(), [](const Mention& one) { return one.side == Side::third; })) return false;
  std::vector<std::pair<Spot, Spot>> guests;
  for (std::uint32_t at = when.end; at < s.range.end;) {
    const Spot guest{at, end_of_guest(d, s, at)};
    if (const Spot name = name_of(d, s, guest); name.end > name.begin) guests.push_back({guest, name});
    if (guest.end >= s.range.end || !d.tokens[guest.end].is(TokenKind::comma)) break;
    at = guest.end + 1;
  }
  for (const auto& [guest, name] : guests) {
    Claim& claim = d.add(Kind::visit, trimmed({guest.begin == when.end ? when.begin : guest.begin, name.end}, name, 18));
    claim.subject = d.code(d.heading.from), claim.object = d.code(Document::other(d.heading.from));
    claim.person = d.of(name), claim.period = when.text();
    for (const PersonSpot& person : s.persons) {  // the fullest form known: "Museveni" as "Yoweri Museveni"
      if (person.end == name.end && person.name_begin == name.begin) claim.person = d.person_name(person), d.remember(person, d.heading.from);
    }
    for (const NameSpot& town : s.names) {  // "(Busan)"
      if (town.form >= NameForm::capital && town.begin >= name.end && claim.place.empty() && town.side == Document::other(d.heading.from)) claim.place = d.of(town);
    }
  }
  return !guests.empty();
}

}  // namespace comity::claims
