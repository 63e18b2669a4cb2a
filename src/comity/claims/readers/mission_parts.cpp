// What the readers of missions share besides towns: who sends, whose label, whose capital.
#include "comity/claims/readers/mission_parts.hpp"

#include <algorithm>

#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// What may stand between a state and its mission.
bool describes(std::string_view word) {
  static constexpr WordSet words("new", "first", "own", "resident", "permanent", "former", "current", "only", "second", "third", "newly", "existing", "main", "non-resident", "fully-fledged", "full");
  return words.has(word);
}

}  // namespace

Side label_of(const Document& d, const Sentence& s) {
  for (const NameSpot& name : s.names) {
    if (name.form != NameForm::name || !Document::is_pair(name.side)) continue;
    const bool front = name.begin == s.range.begin || (name.begin == s.range.begin + 1 && (d.of(s.range.begin) == "The" || d.of(s.range.begin) == "the"));
    if (!front || name.end >= s.range.end) return Side::none;
    // "Norway in Peru: embassy in Lima"
    std::uint32_t end = name.end;
    for (const NameSpot& where : s.names) {
      const bool there = find_cue(s, Cue::in_word, name.end, name.end + 1) && where.begin > name.end && where.begin - name.end <= 2 && where.side == Document::other(name.side) && where.form == NameForm::name;
      if (there) end = where.end;
    }
    return end < s.range.end && d.tokens[end].is(TokenKind::colon) ? name.side : Side::none;
  }
  return Side::none;
}

Side host_of(const std::vector<City>& cities) {
  for (const City& city : cities) {
    if (Document::is_pair(city.host)) return city.host;
  }
  for (const City& city : cities) {
    if (city.host != Side::none) return city.host;
  }
  return Side::none;
}

Side sender_at_noun(const Document& d, const Sentence& s, const CueSpot& noun) {
  // "Norway's new embassy", "the Norwegian honorary consulate", "Norway's first resident embassy"
  std::uint32_t front = noun.begin;
  while (front > s.range.begin && noun.begin - front < 2 && describes(d.of(front - 1))) --front;
  for (const NameSpot& town : s.names) {  // "Poland's Nairobi embassy"
    if (town.end == noun.begin && town.form >= NameForm::capital && town.begin > s.range.begin && d.tokens[town.begin - 1].is(TokenKind::possessive)) front = town.begin;
  }
  for (const NameSpot& name : s.names) {
    const bool right_before = name.end == front || name.end == noun.begin || (name.end + 1 == front && d.tokens[name.end].is(TokenKind::possessive));
    const bool city_office = name.form == NameForm::capital && name.end == noun.begin && d.grammar.texts[noun.data].ends_with(" office");  // "the Taipei Economic and Cultural Office"
    if (city_office) return name.side;
    if (name.form < NameForm::capital && (right_before || (name.end + 1 == noun.begin && (d.tokens[name.end].is(TokenKind::possessive) || name.form == NameForm::adjective)))) return name.side;
    if (name.begin >= noun.end && name.begin <= noun.end + 4 && (name.form == NameForm::name || name.form == NameForm::adjective)) {
      const CueSpot* of = find_cue(s, Cue::of_word, noun.end, noun.end + 1);
      if (of && name.begin - of->end <= 3) return name.side;
    }
  }
  return Side::none;
}

Side sender_before(const Document& d, std::uint32_t before, std::uint32_t from) {
  for (std::size_t i = d.mentions.size(); i-- > 0;) {
    const Mention& one = d.mentions[i];
    if (one.end > before || one.begin < from || one.form >= NameForm::capital) continue;
    if (one.side == Side::none) continue;
    return one.side;
  }
  return Side::none;
}

bool lie_in_both(const std::vector<City>& cities) {
  bool first = false, second = false;
  for (const City& city : cities) first = first || city.host == Side::first, second = second || city.host == Side::second;
  return first && second;
}

std::uint32_t phrase_begin(const Document& d, const Sentence& s, const Mention& one, std::uint32_t from) {
  std::uint32_t i = one.begin;
  const auto back_over_article = [&] {
    if (i > from && (d.of(i - 1) == "the" || d.of(i - 1) == "The")) --i;
  };
  back_over_article();
  while (i >= from + 2 && find_cue(s, Cue::of_word, i - 1, i) && !find_cue(s, Cue::mission_noun, i - 2, i - 1)) {
    static constexpr std::string_view heads[] = {"Government", "government", "Republic", "Kingdom", "State", "Federation", "Commonwealth", "Principality", "Sultanate", "Emirate", "Union", "Ministry"};
    if (std::find(std::begin(heads), std::end(heads), d.of(i - 2)) == std::end(heads)) break;
    i -= 2;
    while (i > from && (d.tokens[i - 1].capital && d.of(i - 1) != "The") && d.tokens[i - 1].is_word()) --i;  // "the People's Republic of"
    back_over_article();
  }
  return i;
}

bool speaks_of_third(const Document& d, const Sentence& s, Spot clause) {
  bool first = false, second = false, both = false, front = false;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.end > clause.end || one.form >= NameForm::capital || one.person) continue;
    const bool refers = one.reference && one.side != Side::both;  // "it" is of the one spoken of
    if (one.side == Side::both) both = true;
    if (refers) continue;
    if (one.side == Side::third && one.form == NameForm::name && !first && !second && !both && !front) {
      const std::uint32_t phrase = phrase_begin(d, s, one, clause.begin);
      bool oblique = false;
      for (const Cue link : {Cue::of_word, Cue::with_word, Cue::by_word, Cue::to_word, Cue::from_word, Cue::for_word, Cue::in_word, Cue::on_word}) oblique = oblique || (phrase > clause.begin && find_cue(s, link, phrase - 1, phrase));
      static constexpr WordSet links("after", "before", "under", "against", "following", "outside", "unlike", "when", "as", "via", "through", "near", "like");
      oblique = oblique || (phrase > clause.begin && links.has(d.of(phrase - 1))) || (one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive));
      front = !oblique;
    }
    first = first || one.side == Side::first, second = second || one.side == Side::second;
  }
  return front && !(first && second) && (!both || first || second);
}

Side subject_of(const Document& d, const Sentence& s, Spot verb, Spot clause) {
  const bool goes_on = verb.begin >= clause.begin + 2 && (find_cue(s, Cue::and_word, verb.begin - 1, verb.begin) || find_cue(s, Cue::and_word, verb.begin - 2, verb.begin - 1) || d.of(verb.begin - 1) == "but");
  // "Norway, one of the first states to recognise Peru, opened a consulate": who stands before the words between commas
  if (verb.begin > clause.begin + 2 && d.tokens[verb.begin - 1].is(TokenKind::comma)) {
    for (const Mention& one : d.mentions) {
      if (one.form == NameForm::name && !one.reference && one.begin <= clause.begin + 1 && one.begin >= clause.begin && one.end + 1 < verb.begin && d.tokens[one.end].is(TokenKind::comma)) return one.side;
    }
  }
  for (std::size_t i = 0; goes_on && i < d.mentions.size(); ++i) {
    const Mention& one = d.mentions[i];
    if (one.begin < clause.begin || one.end + 1 >= verb.begin) continue;
    if (one.side == Side::both) return Side::both;
    if (!Document::is_pair(one.side) || one.form >= NameForm::capital) return sender_before(d, verb.begin, clause.begin);
    const std::uint32_t phrase = phrase_begin(d, s, one, clause.begin), before = phrase - 1;
    bool oblique = false;
    if (phrase > clause.begin) {
      for (const Cue link : {Cue::of_word, Cue::with_word, Cue::by_word, Cue::to_word, Cue::from_word, Cue::for_word, Cue::in_word, Cue::between}) oblique = oblique || find_cue(s, link, before, before + 1);
    }
    if (oblique) return sender_before(d, verb.begin, clause.begin);
    // "Kenya and Denmark established relations and opened embassies": both did.
    const bool joined = i + 1 < d.mentions.size() && d.mentions[i + 1].side == Document::other(one.side) && d.mentions[i + 1].begin - one.end == 1 && find_cue(s, Cue::and_word, one.end, one.end + 1);
    return joined ? Side::both : one.side;
  }
  return sender_before(d, verb.begin, clause.begin);
}

// "in each other's capitals", not "in each other's countries".
bool says_capital(const Document& d, const Sentence& s, const CueSpot& noun) {
  constexpr std::uint32_t farthest = 7;
  for (std::uint32_t i = noun.end; i < s.range.end && i < noun.end + farthest; ++i) {
    if (d.of(i).find("apital") != std::string_view::npos || d.of(i).find("auptst") != std::string_view::npos) return true;
  }
  return d.grammar.language == "de";
}

std::string capital_of(const Document& d, const Sentence& s, Side side) {
  for (const NameSpot& name : s.names) {
    if (name.form == NameForm::capital && name.side == side) return std::string(d.of(name));
  }
  for (const NameEntry& entry : d.grammar.names) {
    if (entry.form == NameForm::capital && entry.seat && d.side_of(entry.seat) == side) return entry.text;
  }
  return {};
}

}  // namespace comity::claims
