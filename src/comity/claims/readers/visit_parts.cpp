#include "comity/claims/readers/visit_parts.hpp"

#include <algorithm>

#include "comity/claims/word_set.hpp"

namespace comity::claims {

using TokenKind = Token::Kind;

namespace {

// The side of the pair that a row of countries beginning with a third one goes on to; nullptr: none.
const Mention* in_one_row(const Document& d, const Sentence& s, const Mention& first, std::uint32_t end) {
  std::uint32_t last = first.end;
  for (const Mention& one : d.mentions) {
    if (one.begin < last || one.reference) continue;
    if (one.begin >= end || one.begin - last > 3 || one.form != NameForm::name || first.form != NameForm::name) return nullptr;
    for (std::uint32_t i = last; i < one.begin; ++i) {
      if (!d.tokens[i].is(TokenKind::comma) && !find_cue(s, Cue::and_word, i, i + 1) && !find_cue(s, Cue::to_word, i, i + 1) && d.of(i) != "the") return nullptr;
    }
    if (Document::is_pair(one.side)) return &one;
    last = one.end;
  }
  return nullptr;
}

}  // namespace

Goal goal_from(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t end, std::uint32_t reach) {
  Goal out;
  for (const Mention& one : d.mentions) {
    if (one.begin < from || one.begin >= end || one.reference) continue;
    if (one.begin - from > reach) break;
    if (one.form == NameForm::adjective || one.form == NameForm::people) continue;
    if (one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive)) continue;
    const auto names_whose = [&](const PersonSpot& person) { return person.begin <= one.begin && one.end <= person.end; };  // "the first Nigerian president"
    if (std::any_of(s.persons.begin(), s.persons.end(), names_whose)) continue;
    const std::uint32_t before = one.begin - std::min(one.begin, 1u);
    const std::uint32_t link = before > 0 && (d.of(before) == "the" || d.of(before) == "The") ? before - 1 : before;  // "of the Philippines"
    if (d.of(before).starts_with("represent") || d.of(link - std::min(link, 1u)).starts_with("represent")) continue;  // "and represented Peru at the funeral"
    // "the State of Israel" is where one goes; "his counterpart of Germany", "invited by Germany" is not
    const std::string_view form = one.begin >= 2 ? d.of(one.begin - 2) : std::string_view();
    const bool official = one.begin >= 2 && (form == "State" || form == "Kingdom" || form == "Republic" || form == "city" || form == "capital" || form == "Emirate" || form == "Sultanate") && find_cue(s, Cue::of_word, one.begin - 1, one.begin);
    if (!official && (find_cue(s, Cue::by_word, link, link + 1) || find_cue(s, Cue::of_word, link, link + 1) || find_cue(s, Cue::with_word, link, link + 1) || (d.grammar.language == "en" && find_cue(s, Cue::from_word, link, link + 1)))) continue;
    if (one.side == Side::third) {
      if (!out.mention) out.mention = in_one_row(d, s, one, end);  // "a visit to South Africa and Namibia"
      out.third = !out.mention;
      return out;
    }
    if (!Document::is_pair(one.side)) continue;
    if (!out.mention) {
      out.mention = &one;
      if (one.form >= NameForm::capital) out.city = one;
      else continue;
    } else if (one.side == out.mention->side && one.form >= NameForm::capital && out.city.end == 0) {
      out.city = one;
    }
    break;
  }
  return out;
}

// "participated in the summit on Palestine in Jakarta": what stands behind "in".
Goal goal_of_event(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t end) {
  constexpr std::uint32_t farthest = 24;
  for (const Mention& one : d.mentions) {
    if (one.begin <= from || one.begin >= end || one.begin - from > farthest || one.reference || one.form == NameForm::adjective || one.form == NameForm::people) continue;
    if (find_cue(s, Cue::in_word, one.begin - 1, one.begin)) return goal_from(d, s, one.begin - 1, end, farthest);
  }
  return goal_from(d, s, from, end, farthest);
}

namespace {

// Capitalised words from a token that are nothing else: a town no list knows.
Spot capitals_at(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t end) {
  std::uint32_t i = from;
  while (i < end && d.tokens[i].is_word() && d.tokens[i].capital && i - from < 4) {
    bool taken = false;
    for (const When& when : s.dates) taken = taken || (when.begin <= i && i < when.end);
    for (const CueSpot& other : s.cues) taken = taken || (other.begin == i && (other.cue == Cue::org || other.cue == Cue::month));
    for (const NameSpot& name : s.names) taken = taken || (name.begin <= i && i < name.end);
    if (taken) break;
    ++i;
    if (i + 1 < end && d.tokens[i].is(TokenKind::hyphen) && d.tokens[i + 1].is_word()) i += 2;
  }
  return {from, i};
}

}  // namespace

Spot unknown_town(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t end) {
  // "visited Himara on 22 December"
  if (from > s.range.begin && (d.of(from - 1) == "visited" || d.of(from - 1) == "toured")) {
    const Spot town = capitals_at(d, s, from, end);
    const auto person = [&](const PersonSpot& one) { return one.titled && one.begin < town.end && town.begin < one.end; };
    const bool open = town.end >= s.range.end || !d.tokens[town.end].is_word() || find_cue(s, Cue::in_word, town.end, town.end + 1) || find_cue(s, Cue::on_word, town.end, town.end + 1) || find_cue(s, Cue::and_word, town.end, town.end + 1);
    if (town.end > town.begin && open && std::none_of(s.persons.begin(), s.persons.end(), person)) return town;
  }
  for (const CueSpot& cue : s.cues) {
    if ((cue.cue != Cue::in_word && cue.cue != Cue::to_word) || cue.begin < from || cue.end >= end) continue;
    const Spot town = capitals_at(d, s, cue.end, end);
    if (town.end > town.begin) return town;
  }
  return {};
}

bool known(const Document& d, const PersonSpot& person) {
  if (person.nameless || person.titled || !person.minor) return true;
  const std::string name = d.person_name(person);
  return name.find(' ') != std::string::npos || d.side_of_person(name) != Side::none;
}

namespace {

// "at the invitation of Prime Minister Stephen Harper": who was at home; "accompanied by his wife Sofie": who came along.
bool is_inviter(const Document& d, const Sentence& s, const PersonSpot& person) {
  for (std::uint32_t i = person.begin; i-- > s.range.begin && person.begin - i <= 5;) {
    if (d.tokens[i].is(TokenKind::comma)) return false;
    const std::string_view word = d.of(i);
    if (word == "invitation" || word == "Einladung" || (word == "invited" && d.of(i + 1) == "by") || word == "behest" || word == "accompanied" || word == "spouse" || word == "wife" || word == "husband") return true;
  }
  return false;
}

}  // namespace

bool is_first_of(const Document& d, const Sentence& s, const PersonSpot& person) {
  for (std::uint32_t i = person.begin; i-- > s.range.begin && person.begin - i <= 2;) {
    const std::string_view word = d.of(i);
    if (word == "first" || word == "only" || word == "last" || word == "second") return true;
  }
  return false;
}

const PersonSpot* person_before(const Document& d, const Sentence& s, std::uint32_t before, std::uint32_t from) {
  const PersonSpot* best = nullptr;
  for (const PersonSpot& one : s.persons) {
    if (one.end > before || one.begin < from) continue;
    if (one.minor && one.title == 0 && !known(d, one)) continue;
    if (is_inviter(d, s, one)) continue;
    if (best && !best->nameless && one.nameless && is_first_of(d, s, one)) continue;
    best = &one;
  }
  return best;
}

bool is_denied(const Document& d, const Sentence& s, Spot verb, Spot clause) {
  const CueSpot* no = find_cue_back(s, Cue::negation, verb.begin + 1, clause.begin);
  if (!no) return false;
  if (verb.begin - std::min(verb.begin, no->end) <= 2) return true;
  // "no Peruvian leader has ever visited": nothing but the one who did not come stands between
  const std::string_view word = d.of(*no);
  if (word != "No" && word != "no" && word != "Neither" && word != "Never") return false;
  return verb.begin - no->end <= 8 && std::none_of(d.tokens.begin() + no->end, d.tokens.begin() + verb.begin, [](const Token& one) { return one.is(TokenKind::comma); }) && std::none_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return !one.nameless && one.begin >= no->end && one.end <= verb.begin; });
}

bool is_narrative(const Document& d, const Sentence& s, const CueSpot& plan) {
  static constexpr WordSet telling("announced", "announces", "said", "says", "agreed", "confirmed", "hoped", "expected", "told", "stated", "informed", "promised", "declared", "pledged", "reported", "according", "that", "if", "proposed", "suggested", "invited");
  if (d.of(plan) != "would" || s.dates.empty() || d.published.year) return false;
  return std::none_of(d.tokens.begin() + s.range.begin, d.tokens.begin() + plan.begin, [&](const Token& one) { return telling.has(d.text.substr(one.begin, one.end - one.begin)); });
}

// "the forthcoming official visit", "the visit to Norway, which starts tomorrow"
bool is_forthcoming(const Document& d, const Sentence& s, const CueSpot& noun) {
  for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= 3;) {
    const std::string_view word = d.of(i);
    if (word == "forthcoming" || word == "upcoming" || word == "Forthcoming" || word == "Upcoming") return true;
  }
  for (std::uint32_t i = noun.end; i + 1 < s.range.end && i < noun.end + 16; ++i) {
    if (d.of(i + 1) == "tomorrow" && (d.of(i) == "starts" || d.of(i) == "begins")) return true;
  }
  // "the working visit by X to Y will open new ways"
  for (std::uint32_t i = noun.end; i + 1 < s.range.end && i < noun.end + 16 && (d.tokens[i].is_word() || d.tokens[i].is(Token::Kind::number)) && d.of(i) != "that" && d.of(i) != "said"; ++i) {
    if (d.of(i) == "will") return true;
  }
  return false;
}

Side side_of(const Document& d, const PersonSpot& person) {
  if (person.side != Side::none) return person.side;
  const Side known_as = person.nameless ? Side::none : d.side_of_person(d.person_name(person));
  return Document::is_pair(known_as) ? known_as : d.side_of_office(person);
}

}  // namespace comity::claims
