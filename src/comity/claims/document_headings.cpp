// What headings say of the lines behind them: visits from A to B, trade of a year, treaties.
#include "comity/claims/document.hpp"

#include <algorithm>

namespace comity::claims {

using Kind_ = Token::Kind;

// "Year | Name", "Guest / from / to / date": the head of a table says nothing of its own.
bool Document::is_column_head(const Sentence& s) const {
  if (!s.has(Cue::column_head)) return false;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    bool small = false;
    for (const Cue cue : {Cue::column_head, Cue::from_word, Cue::to_word, Cue::of_word, Cue::and_word, Cue::visit_noun}) small = small || s.cue_at(i, cue);
    if (tokens[i].is(Kind_::number) || (tokens[i].is_word() && !small)) return false;
  }
  return true;
}

bool Document::take_column_head(const Sentence& s) {
  if (!is_column_head(s)) return false;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) heading.visits = heading.visits || of(i) == "Guest" || of(i) == "Guests" || of(i) == "Visitor" || of(i) == "Visitors";
  return true;
}

namespace {

// Where a heading's words begin behind "(1)", "2.", "a)".
std::uint32_t behind_number(const Document& d, const Sentence& s) {
  constexpr std::uint32_t longest = 3;
  std::uint32_t i = s.range.begin + d.tokens[s.range.begin].is(Kind_::open);
  if (i + 1 >= s.range.end || d.tokens[i].end - d.tokens[i].begin > longest || !(d.tokens[i].is(Kind_::number) || d.tokens[i].is_word())) return s.range.begin;
  return d.tokens[i + 1].is(Kind_::close) || (d.tokens[i + 1].is(Kind_::stop) && i + 2 < s.range.end) ? i + 2 : s.range.begin;
}

}  // namespace

// "To Estonia", "From Mexico:" and nothing else: one side, whose guests follow. Of embassies and goods a heading says what they are.
Side Document::side_of_bare_way(const Sentence& s) const {
  const std::uint32_t begin = behind_number(*this, s);
  const CueSpot* from = find_cue(s, Cue::from_word, begin, begin + 1);
  const CueSpot* to = find_cue(s, Cue::to_word, begin, begin + 1);
  if ((!from && !to) || mentions.size() != 1 || !is_pair(mentions[0].side) || mentions[0].form != NameForm::name || !s.dates.empty()) return Side::none;
  const std::uint32_t name = begin + 1 + (begin + 1 < s.range.end && (of(begin + 1) == "the" || of(begin + 1) == "The"));
  const bool alone = (mentions[0].begin == name || mentions[0].begin == begin + 1) && (mentions[0].end == s.range.end || (mentions[0].end + 1 == s.range.end && tokens[mentions[0].end].is(Kind_::colon)));
  if (!alone) return Side::none;
  return from ? mentions[0].side : other(mentions[0].side);
}

void Document::take_heading(const Sentence& s) {
  if (take_column_head(s)) return;
  Heading out;
  // "The following Peruvian dignitaries have visited Norway:" heads a list too
  const bool told = s.has(Cue::visit_verb) && tokens[s.range.end - 1].is(Kind_::colon);
  out.visits = s.has(Cue::visit_heading) || s.has(Cue::visit_noun) || told;
  out.envoys = s.has(Cue::ambassador);
  out.missions = s.has(Cue::mission_noun) || s.has(Cue::mission_plural);
  out.treaties = s.has(Cue::treaty_heading) || s.has(Cue::treaty_noun);
  out.trade = s.has(Cue::trade_noun);
  out.twins = s.has(Cue::twin_noun);
  out.exports = s.has(Cue::export_noun);
  out.imports = s.has(Cue::import_noun);
  out.aid = s.has(Cue::aid_noun);
  last_currency.clear();
  // "21.01.2025 – Article" dates the page, not what it tells.
  if (!s.dates.empty() && !s.dates.front().day) out.period = s.dates.front().text();
  std::vector<Side> sides;
  bool to_first = false;
  const bool passive = told && s.has(Cue::by_word);  // "Norway has been visited by the following Peruvian leaders:"
  const CueSpot* said = find_cue_back(s, Cue::visit_heading, s.range.end, s.range.begin);
  const bool captioned = said && s.range.end - s.range.begin > 12;
  for (const Mention& one : mentions) {
    if (!is_pair(one.side) || (captioned && one.end <= said->begin)) continue;
    if (sides.empty()) {
      const CueSpot* to = find_cue_back(s, Cue::to_word, one.begin);
      // "Visits in Norway" too
      const CueSpot* in = out.visits && grammar.language == "en" ? find_cue_back(s, Cue::in_word, one.begin) : nullptr;
      to_first = passive || (to && one.begin - to->end <= 2) || (in && one.begin - in->end <= 1 && one.form != NameForm::adjective);
    }
    if (sides.empty() || sides.back() != one.side) sides.push_back(one.side);
  }
  if (sides.size() >= 2 && out.visits) {
    out.from = to_first ? sides[1] : sides[0];
    out.to = to_first ? sides[0] : sides[1];
  } else if (sides.size() == 1) {
    out.alone = sides[0];
    if (const CueSpot* with = out.trade ? find_cue(s, Cue::with_word) : nullptr; with && !mentions.empty() && mentions.back().begin - std::min(mentions.back().begin, with->end) <= 1) out.alone = other(sides[0]);  // "Trade with Japan": the page is the other's
    if (out.visits) {
      out.from = to_first ? other(sides[0]) : sides[0];
      out.to = other(out.from);
    }
  }
  const std::uint32_t begin = behind_number(*this, s);
  const bool way = find_cue(s, Cue::from_word, begin, begin + 1) || to_first;
  // "From Peru to Norway" and nothing else: whoever went. Of goods and money a heading says what they are.
  constexpr std::uint32_t longest_way = 14;
  // "Peru to Norway" under "Visits"
  const bool a_to_b = heading.visits && sides.size() == 2 && mentions.size() == 2 && mentions[0].begin <= s.range.begin + 1 && mentions[1].begin - mentions[0].end <= 2 && find_cue(s, Cue::to_word, mentions[0].end, mentions[0].end + 1);
  const bool bare_way = way && !to_first && find_cue(s, Cue::to_word) && s.range.end - s.range.begin <= longest_way && !out.missions && !out.treaties && !out.trade && !out.exports && !out.imports && !out.aid && !heading.trade;
  if (sides.size() >= 2 && !out.visits && ((way && heading.visits) || bare_way || a_to_b)) {
    if (heading.visits) out = heading;
    out.visits = true;
    out.from = to_first ? sides[1] : sides[0], out.to = other(out.from);
  }
  if (const Side bare = side_of_bare_way(s); is_pair(bare) && !heading.missions && !heading.treaties && !heading.trade && !heading.exports && !heading.imports && !heading.aid && !heading.twins && !heading.envoys) {
    out.visits = true;
    out.from = bare, out.to = other(bare);
    heading = out;
    return;
  }
  // A heading that only names a side stands under the one before it: "Visits" / "To India".
  if (sides.size() == 1 && !out.visits && !out.missions && !out.treaties && !out.trade && !out.twins) {
    const Side alone = out.alone;
    out = heading;
    out.alone = alone;
    if (out.visits) out.from = to_first ? other(alone) : alone, out.to = other(out.from);
  }
  // "Head of State", "Dates  Prime Minister" under "Visits": whose visits the list behind tells.
  const bool office = s.has(Cue::title) || s.has(Cue::minor_title) || s.has(Cue::leader_noun) || s.has(Cue::column_head);
  if (heading.visits && office && sides.empty() && s.persons.size() <= 1 && !out.visits && !out.missions && !out.treaties && !out.trade && !out.twins) out = heading;
  heading = out;
}

}  // namespace comity::claims
