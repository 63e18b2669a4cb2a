// Dates longer than a year, in English: "in the 18th century", "the late 1800s", "the 1960s and 1970s", "from the 1960s to the
// 1980s". Part of the stage that reads dates; comes behind what reads single ones.
#include <algorithm>
#include <cstdlib>

#include "comity/claims/sentence.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

constexpr int last_century_of_hundreds = 1800;  // "the 1800s" is a century; "the 1900s" and "the 2000s" mostly decades

// "the 1960s and 1970s", "the 1960s to the 1980s": one span of years.
void join_decades(const Words& w, Sentence& s) {
  for (std::size_t i = 0; i + 1 < s.dates.size(); ++i) {
    When& first = s.dates[i];
    const When& last = s.dates[i + 1];
    if (!first.decade || !last.decade || first.year2 || last.year <= first.year || first.century || last.century) continue;
    const bool the = last.begin == first.end + 2 && w.of(w.tokens[first.end + 1]) == "the";
    if (last.begin != first.end + 1 && !the) continue;
    const Token& link = w.tokens[first.end];
    if (!s.cue_at(first.end, Cue::and_word) && !s.cue_at(first.end, Cue::to_word) && !link.is(Token::Kind::dash) && !link.is(Token::Kind::hyphen)) continue;
    first.year2 = last.year + 9;
    first.since = first.until = false;
    first.end = last.end;
    s.dates.erase(s.dates.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

// "2015 February", where a list says it so
void join_year_and_month(const Words& w, Sentence& s) {
  for (std::size_t i = 0; i < s.dates.size(); ++i) {
    When& one = s.dates[i];
    if (one.month || one.year2 || one.decade || one.century || !one.year || one.end >= s.range.end || !w.tokens[one.end].capital) continue;
    const CueSpot* month = s.cue_at(one.end, Cue::month);
    const Token* next = month && month->end < s.range.end ? &w.tokens[month->end] : nullptr;
    if (!month || (next && (next->is_word() || next->is(Token::Kind::number) || next->is(Token::Kind::ordinal) || next->is(Token::Kind::dash) || next->is(Token::Kind::hyphen)))) continue;
    one.month = std::atoi(w.grammar.texts[month->data].c_str()), one.end = month->end;
    if (i + 1 < s.dates.size() && s.dates[i + 1].begin < one.end) s.dates.erase(s.dates.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

// "the 19th century", "the eighteenth century"; "a century" and "the 21st century" are no date of anything that can be checked.
void find_centuries(const Words& w, Sentence& s) {
  constexpr double earliest = 10, latest = 20;
  for (const Amount& nth : s.amounts) {
    // "Mitte des 19. Jahrhunderts"
    const bool german = w.grammar.language == "de" && nth.kind == Amount::Kind::number && nth.end + 1 < s.range.end && w.tokens[nth.end].is(Token::Kind::stop) && w.of(w.tokens[nth.end + 1]).starts_with("Jahrhundert");
    if (nth.value < earliest || nth.value > latest || nth.end >= s.range.end || !(german || (nth.kind == Amount::Kind::ordinal && w.of(w.tokens[nth.end]) == "century"))) continue;
    When when;
    when.begin = nth.begin, when.end = nth.end + (german ? 2 : 1);
    when.year = (static_cast<int>(nth.value) - 1) * 100;
    when.century = true;
    std::uint32_t before = when.begin;
    while (before > s.range.begin && one_of(w.of(w.tokens[before - 1]), {"the", "late", "early", "mid"})) --before;
    for (const CueSpot& cue : s.cues) when.since = when.since || (cue.end == before && cue.cue == Cue::since);
    const auto at = std::find_if(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin > when.begin; });
    s.dates.insert(at, when);
  }
}

}  // namespace

void find_long_dates(const Words& w, Sentence& s) {
  if (w.grammar.language != "en") {
    if (!s.amounts.empty()) find_centuries(w, s);
    return;
  }
  for (When& one : s.dates) one.century = one.decade && one.year % 100 == 0 && one.year <= last_century_of_hundreds;
  if (s.dates.size() > 1) join_decades(w, s);
  if (s.has(Cue::month)) join_year_and_month(w, s);
  if (std::any_of(s.amounts.begin(), s.amounts.end(), [](const Amount& one) { return one.kind == Amount::Kind::ordinal; })) find_centuries(w, s);
}

}  // namespace comity::claims
