// Visits told by pointing at the one before: "Stephen Harper followed in November 2012", "Prime Minister X did so in 2010",
// "paid his first visit in 2018 and a second one in February 2020".
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

constexpr std::uint32_t farthest_date = 7;
constexpr std::size_t farthest_visit = 3;  // claims back

// The visit told last, in this sentence or right before it.
const Claim* visit_told(const Document& d, std::size_t before_byte) {
  std::size_t back = 0;
  for (auto one = d.claims.rbegin(); one != d.claims.rend() && back < farthest_visit; ++one, ++back) {
    if (one->kind == Kind::visit && !one->subject.empty() && one->plain.end <= before_byte) return &*one;
  }
  return nullptr;
}

const When* date_behind(const Sentence& s, std::uint32_t from) {
  for (const When& when : s.dates) {
    if (when.begin >= from && when.begin - from <= farthest_date) return &when;
  }
  return nullptr;
}

// Where the words of following end that begin at a token; 0: none do.
std::uint32_t follows_at(const Document& d, const Sentence& s, std::uint32_t i) {
  if (i + 1 >= s.range.end || i == s.range.begin) return 0;
  const std::string_view word = d.of(i), next = d.of(i + 1), before = d.of(i - 1);
  if (word == "followed" && next != "by" && before != "was" && before != "were" && before != "been") return next == "suit" ? i + 2 : i + 1;
  if (word == "did" && (next == "so" || next == "likewise")) return i + 2;
  if (word == "did" && next == "the" && i + 2 < s.range.end && d.of(i + 2) == "same") return i + 3;
  return 0;
}

// "and a second one in February 2020": by the same person, the same way.
void read_second_ones(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 2; i + 2 < s.range.end; ++i) {
    if (d.of(i) != "one" || (d.of(i - 1) != "second" && d.of(i - 1) != "third" && d.of(i - 1) != "another" && d.of(i - 1) != "further")) continue;
    const Claim* told = visit_told(d, d.tokens[i - 1].begin);
    const When* when = date_behind(s, i + 1);
    if (!told || !when || when->begin - i > 4 || is_told(d, {i - 1, when->end}, {Kind::visit})) continue;
    const Claim model = *told;
    Claim& claim = d.add(Kind::visit, {i - 1, when->end});
    claim.subject = model.subject, claim.object = model.object, claim.person = model.person, claim.period = when->text();
  }
}

// "… paid a state visit, and in 2009 Governor General X made another": the same way, by whom it names.
void read_another(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 3; i < s.range.end; ++i) {
    if (d.of(i) != "another" || (d.of(i - 1) != "made" && d.of(i - 1) != "paid" && d.of(i - 1) != "undertook") || find_cue(s, Cue::visit_noun, i, i + 4)) continue;
    const PersonSpot* who = person_before(d, s, i, s.range.begin);
    const Claim* told = who && i - who->end <= 2 ? visit_told(d, d.tokens[who->begin].begin) : nullptr;
    const When* when = told ? date_for(d, s, {who->begin, i + 1}, clause_of(d, s, i), farthest_date) : nullptr;
    if (!told || !when || who->side == Side::third || is_told(d, span(*who, {i, i + 1}), {Kind::visit})) continue;
    const Side from = Document::is_pair(who->side) ? who->side : told->subject == d.code(Side::first) ? Side::first : Side::second;
    Claim& claim = d.add(Kind::visit, span(*who, {i, i + 1}));
    claim.subject = d.code(from), claim.object = d.code(Document::other(from));
    if (!who->nameless) claim.person = d.person_name(*who), d.remember(*who, from);
    claim.period = when->text();
  }
}

// "…, followed by President X in 1974": the same way as the visit told before.
void read_followed_by(Document& d, const Sentence& s) {
  for (const PersonSpot& who : s.persons) {
    if (who.begin < s.range.begin + 3 || who.nameless || (who.minor && !who.titled) || who.side == Side::third) continue;
    // "followed by President X", "by the King", "by that of President X"
    const std::uint32_t by = d.of(who.begin - 1) == "by" ? who.begin - 1 : d.of(who.begin - 2) == "by" ? who.begin - 2 : who.begin - 3;
    if (by <= s.range.begin || d.of(by) != "by" || d.of(by - 1) != "followed") continue;
    const Claim* told = visit_told(d, d.tokens[by - 1].begin);
    const When* when = date_behind(s, who.end);
    if (!told || !when || when->begin - who.end > 3 || is_told(d, who, {Kind::visit})) continue;
    Side from = who.side;
    if (!Document::is_pair(from)) from = d.side_of_person(d.person_name(who));
    if (!Document::is_pair(from)) from = told->subject == d.code(Side::first) ? Side::first : Side::second;
    Claim& claim = d.add(Kind::visit, span(who, *when));
    claim.subject = d.code(from), claim.object = d.code(Document::other(from));
    claim.person = d.person_name(who), claim.period = when->text();
    d.remember(who, from);
  }
}

// "The Peruvian Foreign Minister visited Norway in May 2015 and the Minister of Economic Development in June 2017": an office without a
// nation or name, and its date; the same way.
void read_offices(Document& d, const Sentence& s) {
  constexpr std::uint32_t longest = 9;
  for (const CueSpot& title : s.cues) {
    if ((title.cue != Cue::title && title.cue != Cue::minor_title) || title.begin < s.range.begin + 4 || !d.tokens[title.begin].capital) continue;
    const std::uint32_t link = d.of(title.begin - 1) == "the" ? title.begin - 2 : title.begin - 1;
    const bool joined = find_cue(s, Cue::and_word, link, link + 1) || d.tokens[link].is(TokenKind::comma) || d.tokens[link].is(TokenKind::semicolon);
    if (!joined || std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return one.begin <= title.begin && title.begin < one.end; })) continue;
    const Claim* told = visit_told(d, d.tokens[title.begin].begin);
    if (!told || told->plain.begin < d.tokens[s.range.begin].begin || told->status != "asserted") continue;
    for (const When& when : s.dates) {
      if (when.begin < title.end || when.begin - title.end > longest || !when.dated() || when.since || when.until) continue;
      const bool plain = std::all_of(d.tokens.begin() + title.end, d.tokens.begin() + when.begin, [&](const Token& one) { return one.is_word() && (one.capital || one_of(d.text.substr(one.begin, one.end - one.begin), {"of", "for", "and", "the", "in", "on"})); });
      if (!plain || is_told(d, span(title, when), {Kind::visit}) || is_told(d, when, {Kind::visit})) break;
      const Claim model = *told;
      Claim& claim = d.add(Kind::visit, {title.begin, when.end});
      claim.subject = model.subject, claim.object = model.object, claim.period = when.text();
      break;
    }
  }
}

// "… President Lübke in 1964, Herzog in 1996 and Köhler 2004": names and years in a row behind a visit go the same way.
void read_years_in_a_row(Document& d, const Sentence& s) {
  if (d.claims.size() <= d.sentence_claims || d.claims.back().kind != Kind::visit) return;
  const bool counted = d.claims.back().number && d.claims.back().person.empty();  // "Two presidents have visited: Koivisto in 1990 and …"
  if (d.claims.back().person.empty() && !counted) return;
  const Claim model = d.claims.back();
  std::uint32_t at = s.range.begin;
  while (at < s.range.end && d.tokens[at].begin < model.plain.end) ++at;
  if (counted) {
    while (at < s.range.end && !d.tokens[at].is(TokenKind::colon) && !d.tokens[at].is(TokenKind::dash)) ++at;
  }
  const auto year_at = [&](std::uint32_t i) {
    const auto found = std::ranges::find_if(s.dates, [&](const When& when) { return when.begin == i && when.text().size() == 4; });
    return found == s.dates.end() ? nullptr : &*found;
  };
  // The year of the first may stand behind its quote.
  if (const When* own = at + 1 < s.range.end ? (year_at(at) ? year_at(at) : year_at(at + 1)) : nullptr; own && own->text() == model.period) at = own->end;
  if (at < s.range.end && d.tokens[at].is(TokenKind::close)) ++at;
  for (;;) {
    const CueSpot* link = find_cue(s, Cue::and_word, at, at + 1);
    if (!link && !(at < s.range.end && (d.tokens[at].is(TokenKind::comma) || (counted && (d.tokens[at].is(TokenKind::colon) || d.tokens[at].is(TokenKind::dash)))))) return;
    const std::uint32_t begin = link ? link->end : at + 1;
    std::uint32_t end = begin;
    while (end < s.range.end && end - begin < 3 && d.tokens[end].is_word() && d.tokens[end].capital) ++end;
    const bool bracket = end < s.range.end && d.tokens[end].is(TokenKind::open);  // "Lagos (2003) and Bachelet (2007)"
    const std::uint32_t day = bracket || (end < s.range.end && find_cue(s, Cue::in_word, end, end + 1)) ? end + 1 : end;
    const When* when = year_at(day);
    const bool place = std::ranges::any_of(s.names, [&](const NameSpot& name) { return name.begin < end && name.end > begin; });
    if (end == begin || !when || place) return;
    Claim& claim = d.add(Kind::visit, {begin, when->end});
    claim.subject = model.subject, claim.object = model.object, claim.period = when->text();
    const auto who = std::ranges::find_if(s.persons, [&](const PersonSpot& one) { return one.begin >= begin && one.end <= end && !one.nameless; });
    claim.person = who == s.persons.end() ? std::string(d.of(Spot{begin, end})) : d.person_name(*who);
    at = when->end + (bracket ? 1 : 0);
  }
}

}  // namespace

void read_visit_followers(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || s.dates.empty() || d.claims.empty()) return;
  read_years_in_a_row(d, s);
  if (d.grammar.language != "en") return;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    const std::uint32_t behind = follows_at(d, s, i);
    if (!behind) continue;
    const Spot clause = clause_of(d, s, i);
    const PersonSpot* who = person_before(d, s, i, clause.begin);
    const Claim* told = who && i - who->end <= 2 ? visit_told(d, d.tokens[who->begin].begin) : nullptr;
    const When* when = date_behind(s, behind);
    if (!when) when = date_for(d, s, {i, behind}, clause, farthest_date);
    if (!told || !when || who->side == Side::third || is_told(d, span(*who, {i, behind}), {Kind::visit})) continue;
    Side from = who->side;
    if (!Document::is_pair(from) && !who->nameless) from = d.side_of_person(d.person_name(*who));
    if (!Document::is_pair(from)) from = told->subject == d.code(Side::first) ? Side::first : Side::second;
    Spot quote{who->begin, behind};
    if (when->begin >= behind) quote.end = when->end;
    const Goal goal = goal_from(d, s, behind, clause.end, 6);
    if (goal.third || (goal.mention && goal.mention->side == from)) continue;
    Claim& claim = d.add(Kind::visit, trimmed(quote, *who, 18));
    claim.subject = d.code(from), claim.object = d.code(Document::other(from));
    if (!who->nameless) claim.person = d.person_name(*who), d.remember(*who, from);
    if (goal.city.end) claim.place = d.of(goal.city);
    When at = *when;
    at.since = at.until = false;
    claim.period = at.text();
    d.last_traveller = from;
  }
  if (!visit_told(d, d.tokens[s.range.end - 1].end)) return;
  read_second_ones(d, s);
  read_another(d, s);
  read_followed_by(d, s);
  read_offices(d, s);
}

}  // namespace comity::claims
