// Who travelled: what a sentence about a visit says of its visitor besides the name before the verb.
#include <algorithm>

#include "comity/base/date.hpp"
#include "comity/claims/readers/visit_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {

using TokenKind = Token::Kind;

bool resides(const Document& d, const PersonSpot& person) {
  const std::string_view title = d.of(Spot{person.begin, person.end});
  for (const std::string_view one : {"Ambassador", "Consul", "ambassador", "High Commissioner", "Chargé", "Charge", "otschafter", "onsul"}) {
    if (title.find(one) != std::string_view::npos) return true;
  }
  return false;
}

Side other_than_counterpart(const Document& d, const Sentence& s, Spot clause) {
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::counterpart || cue.begin < clause.begin || cue.end > clause.end) continue;
    for (const Mention& one : d.mentions) {
      if (one.end == cue.begin && one.form == NameForm::adjective && Document::is_pair(one.side)) return Document::other(one.side);
    }
  }
  return Side::none;
}

Side side_of_opening(const Document& d, const Sentence& s) {
  for (const Mention& one : d.mentions) {
    if (one.begin > s.range.begin + 3) break;
    if (one.form == NameForm::adjective && Document::is_pair(one.side) && one.end < s.range.end && d.of(one.end) == "side" && one_of(d.of(s.range.begin), {"From", "On", "from", "on", "For"})) return one.side;
  }
  return Side::none;
}

Side said_origin(const Document& d, const Sentence& s) {
  if (const Side from = side_of_opening(d, s); Document::is_pair(from)) return from;
  const CueSpot* noun = find_cue(s, Cue::visit_noun);
  if (!noun || !d.of(*noun).ends_with('s')) return Side::none;
  const CueSpot* from = find_cue(s, Cue::from_word, noun->end, noun->end + 1);
  for (const Mention& one : d.mentions) {
    if (from && one.begin == from->end && one.form == NameForm::name && Document::is_pair(one.side)) return one.side;
  }
  return Side::none;
}

const PersonSpot* held_by(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause) {
  const CueSpot* held = find_cue(s, Cue::held_verb, noun.end, std::min(clause.end, noun.end + 10));
  const CueSpot* by = held ? find_cue(s, Cue::by_word, held->end, std::min(clause.end, held->end + 6)) : nullptr;
  for (const PersonSpot& one : s.persons) {
    if (by && one.begin >= by->end && one.begin - by->end <= 2 && known(d, one)) return &one;
  }
  return nullptr;
}

bool is_that_of(const Document& d, const Sentence& s, const PersonSpot& person) {
  return person.begin >= s.range.begin + 3 && (d.of(person.begin - 2) == "that" || d.of(person.begin - 2) == "those") && find_cue(s, Cue::of_word, person.begin - 1, person.begin);
}

Invitation invitation_before(const Document& d, const Sentence& s, Spot verb) {
  constexpr std::uint32_t farthest = 12;
  for (std::uint32_t i = verb.begin + 1; i-- > s.range.begin && verb.begin - i <= farthest;) {
    if (d.tokens[i].is(TokenKind::semicolon)) return Invitation::none;
    if (d.of(i) != "invitation" && d.of(i) != "invited" && d.of(i) != "invites") continue;
    // "invited his Norwegian counterpart to visit": whoever stands between
    const bool near = verb.begin - i <= 3;
    if (!near && std::any_of(d.tokens.begin() + i, d.tokens.begin() + verb.begin, [](const Token& one) { return one.is(TokenKind::comma); })) return Invitation::none;
    const bool taken = std::any_of(d.tokens.begin() + s.range.begin, d.tokens.begin() + i, [&](const Token& one) { return one_of(d.text.substr(one.begin, one.end - one.begin), {"accepted", "accepts", "accepting"}); });
    if (near && (find_cue(s, Cue::by_word, i + 1, verb.begin + 1) || find_cue(s, Cue::of_word, i + 1, verb.begin + 1))) return Invitation::none;  // "at the invitation of X visited"
    if (d.of(verb.begin) == "to" || d.of(verb.begin - std::min(verb.begin, 1u)) == "to") return taken ? Invitation::accepted : Invitation::open;
  }
  return Invitation::none;
}

bool is_private(const Document& d, const Sentence& s, const PersonSpot& person) {
  static constexpr WordSet callings("writer", "poet", "painter", "singer", "artist", "actor", "actress", "scientist", "explorer", "missionary", "businessman", "journalist", "athlete", "footballer", "pianist", "composer", "author", "novelist", "scholar", "philosopher", "architect", "sculptor", "naturalist", "botanist", "traveller", "traveler", "engineer", "merchant", "musician", "dancer", "photographer", "historian", "economist", "mountaineer");
  return !person.titled && person.begin > s.range.begin && callings.has(d.of(person.begin - 1));
}

Speaker speaker_before(const Document& d, const Sentence& s, const CueSpot& verb) {
  Speaker out;
  if (d.grammar.language != "en") return out;
  for (std::uint32_t i = verb.begin; i-- > s.range.begin && verb.begin - i <= 3;) {
    const std::string_view word = d.of(i);
    const bool noun = verb.cue == Cue::visit_noun;
    if (word == "my" || word == "My" || (!noun && word == "I")) {
      out.told = out.first = true;
      out.side = d.own;
      return out;
    }
    if (!noun && (word == "he" || word == "she" || word == "He" || word == "She") && !d.last_person.empty() && std::none_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return one.end <= i; })) {
      out.told = true;
      out.name = d.last_person;
      out.side = d.side_of_person(out.name);
      return out;
    }
    if (!d.tokens[i].is_word() || find_cue(s, Cue::and_word, i, i + 1)) return out;
  }
  return out;
}

bool is_followed_by(const Document& d, const Sentence& s, const CueSpot& noun, const PersonSpot& person) {
  for (std::uint32_t i = noun.end; i < person.begin && i < s.range.end; ++i) {
    if (d.of(i) == "followed" || d.of(i) == "preceded") return true;
  }
  return false;
}

const PersonSpot* named_before(const Document& d, const Sentence& s, const PersonSpot* title) {
  if (!title || !title->nameless) return title;
  for (const PersonSpot& one : s.persons) {
    if (one.nameless || one.end >= title->begin || title->begin - one.end > 5 || !d.tokens[one.end].is(TokenKind::comma)) continue;
    if (one.side == Side::none || one.side == title->side) return &one;
  }
  return title;
}

bool are_of_third(const Document& d, Spot leaders) {
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Side::third && one.form == NameForm::adjective && one.end <= leaders.begin && leaders.begin - one.end <= 1; });
}

bool are_at_home(const Document& d, Spot leaders, Spot verb, const Goal& goal) {
  return goal.mention && std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == goal.mention->side && one.form == NameForm::adjective && one.begin + 2 >= leaders.begin && one.end <= verb.begin; });
}

std::string weekday_near(const Document& d, const Sentence& s, Spot verb, Spot clause, bool ahead) {
  constexpr std::string_view english[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}, german[] = {"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"};
  const auto& days = d.grammar.language == "de" ? german : english;
  constexpr std::uint32_t farthest = 10;
  if (!d.published.day) return {};
  const Day page = make_day(d.published.year, static_cast<unsigned>(d.published.month), static_cast<unsigned>(d.published.day));
  const int today = static_cast<int>(std::chrono::weekday(page).c_encoding());
  const auto day_of = [](Day day) {
    const std::chrono::year_month_day civil(day);
    When when;
    when.year = static_cast<int>(civil.year()), when.month = static_cast<int>(static_cast<unsigned>(civil.month())), when.day = static_cast<int>(static_cast<unsigned>(civil.day()));
    return when.text();
  };
  for (std::uint32_t i = std::max(clause.begin, verb.begin - std::min(verb.begin, farthest)); i < clause.end && i < verb.end + farthest; ++i) {
    const std::string_view word = d.of(i);
    if (one_of(word, {"today", "Today", "heute", "Heute"})) return day_of(page);
    if (one_of(word, {"yesterday", "Yesterday", "gestern", "Gestern"})) return day_of(page - std::chrono::days(1));
    if (word == "tomorrow" || word == "Tomorrow") return day_of(page + std::chrono::days(1));
    for (int weekday = 0; weekday < 7; ++weekday) {
      if (d.of(i) != days[weekday] || (i > s.range.begin && (d.of(i - 1) == "last" || d.of(i - 1) == "next"))) continue;
      const int back = (today - weekday + 7) % 7;
      return day_of(page + std::chrono::days(ahead && back ? 7 - back : -back));
    }
  }
  return {};
}

}  // namespace comity::claims
