// Wars between one of the two and a third state ("Estonia was occupied by both Germany and the Soviet Union", "the Turkish
// invasion in 1974"), and clashes at a border that no verb of war tells.
#include <algorithm>

#include "comity/claims/readers/readers.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

struct Act {
  std::string_view word, unit;
};

constexpr Act verbs[] = {{"occupied", "occupation"}, {"annexed", "annexation"}, {"invaded", "invasion"}, {"attacked", ""}, {"bombed", ""}, {"conquered", ""}, {"entered", "invasion"}, {"colonised", "colony"}, {"colonized", "colony"}, {"incorporated", "annexation"}, {"shelled", ""}, {"seized", ""}, {"overrun", "occupation"}};
constexpr Act nouns[] = {{"occupation", "occupation"}, {"annexation", "annexation"}, {"invasion", "invasion"}, {"aggression", ""}};

const Act* act_of(std::span<const Act> acts, std::string_view word) {
  constexpr std::size_t shortest = 6;
  if (word.size() < shortest || (word.back() != 'd' && word.back() != 'n')) return nullptr;  // as all of them end
  for (const Act& one : acts) {
    if (one.word == word) return &one;
  }
  return nullptr;
}

std::string code_of(const Document& d, const Mention& one) { return Document::is_pair(one.side) ? d.code(one.side) : one.side == Side::third ? d.grammar.code(one.state) : std::string(); }

bool is_armed(const Document& d, const Sentence& s, const Mention& nation) {
  for (std::uint32_t i = nation.end; i < s.range.end && i < nation.end + 3; ++i) {
    if (one_of(d.of(i), {"troops", "forces", "army", "soldiers", "navy", "aircraft", "military", "government", "regime", "warplanes", "tanks", "Empire", "empire", "Army", "Navy"})) return true;
  }
  return false;
}

// Who did it, from a token on: "by both Nazi Germany and the Soviet Union"; codes with a comma between them. Empty: nobody.
std::string agents(const Document& d, const Sentence& s, std::uint32_t by) {
  std::string out;
  std::uint32_t last = by;
  for (const Mention& one : d.mentions) {
    if (one.begin < by || one.begin - last > 4 || one.form >= NameForm::capital) continue;
    if (one.form == NameForm::adjective && !is_armed(d, s, one)) continue;
    if (!out.empty() && !find_cue(s, Cue::and_word, last, one.begin)) break;
    const std::string code = code_of(d, one);
    if (!code.empty() && out.find(code) == std::string::npos) out += (out.empty() ? "" : ",") + code;
    last = one.end;
  }
  return out;
}

bool in_pair(const Document& d, const std::string& code) { return !code.empty() && (code == d.code(Side::first) || code == d.code(Side::second)); }

void add(Document& d, const Sentence& s, Spot quote, Spot anchor, const std::string& by, const std::string& whom, std::string_view unit, const When* when) {
  if (when && when->begin >= quote.end && when->begin - quote.end <= 3) quote.end = when->end;
  Claim& claim = d.add(Kind::conflict, trimmed(quote, anchor, 16));
  claim.subject = by, claim.object = whom, claim.unit = unit;
  if (!in_pair(d, by)) claim.scope = by;
  else if (!whom.empty() && !in_pair(d, whom)) claim.scope = whom;
  if (when) claim.period = when->text();
  (void)s;
}

// "was occupied by X", "X invaded Y"
void read_verbs(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
    const Act* act = act_of(verbs, d.of(i));
    if (!act || is_told(d, {i, i + 1}, {Kind::conflict})) continue;
    const Spot clause = clause_of(d, s, i);
    if (find_cue_back(s, Cue::negation, i + 1, i - std::min(i - s.range.begin, 4u)) || find_cue_back(s, Cue::plan, i, i - std::min(i - s.range.begin, 4u))) continue;
    std::uint32_t be = i;
    while (be > clause.begin && i - be < 3 && !one_of(d.of(be), {"was", "were", "been", "being"})) --be;
    const bool passive = be < i && one_of(d.of(be), {"was", "were", "been", "being"});
    std::string by, whom;
    Spot quote{i, i + 1};
    const Mention* before = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.begin >= clause.begin && one.end <= (passive ? be : i) && i - one.end <= 9 && one.form < NameForm::capital && !one.reference && !(one.end < s.range.end && d.tokens[one.end].is(TokenKind::possessive))) before = &one;
    }
    if (!before) continue;
    if (passive) {
      if (before->form == NameForm::adjective) continue;
      whom = code_of(d, *before);
      const CueSpot* agent = find_cue(s, Cue::by_word, i + 1, std::min(clause.end, i + 4));
      if (agent) by = agents(d, s, agent->end);
      if (agent && by.empty()) continue;
      quote = agent ? Spot{before->begin, std::min(clause.end, agent->end + 2)} : Spot{before->begin, i + 1};
    } else {
      if (before->form == NameForm::adjective && !is_armed(d, s, *before)) continue;
      if (act->word == "entered" && before->form != NameForm::adjective) continue;
      by = code_of(d, *before);
      for (const Mention& one : d.mentions) {
        if (whom.empty() && one.begin > i && one.begin - i <= 3 && one.form == NameForm::name && !one.reference) whom = code_of(d, one), quote = {before->begin, one.end};
      }
    }
    const When* when = date_for(d, s, {i, i + 1}, clause, 10);
    if (whom.empty() || whom == by || (!in_pair(d, whom) && !in_pair(d, by)) || (by.empty() && !when)) continue;
    add(d, s, quote, {i, i + 1}, by, whom, act->unit, when);
  }
}

// "the annexation of Estonia by the USSR in 1944", "the Turkish invasion in 1974"
void read_nouns(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
    const Act* act = act_of(nouns, d.of(i));
    if (!act || is_told(d, {i, i + 1}, {Kind::conflict})) continue;
    // "did not recognise the annexation", "condemned the invasion": what somebody thought of it
    if (find_cue_back(s, Cue::recognise, i, i - std::min(i - s.range.begin, 6u))) continue;
    bool judged = false;
    for (std::uint32_t k = i; k-- > s.range.begin && i - k <= 4;) judged = judged || d.of(k).starts_with("condemn") || d.of(k).starts_with("critici") || d.of(k).starts_with("oppose") || d.of(k).starts_with("denounc");
    if (judged) continue;
    const Spot clause = clause_of(d, s, i);
    std::string by, whom;
    Spot quote{i, i + 1};
    const Mention* object = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.form == NameForm::adjective && one.end == i) by = code_of(d, one), quote.begin = one.begin;
      if (!object && (one.form == NameForm::name || one.form >= NameForm::capital) && one.begin > i && one.begin - i <= 3 && find_cue(s, Cue::of_word, i + 1, i + 2)) object = &one;
    }
    if (object) whom = code_of(d, *object), quote.end = object->end;
    const CueSpot* agent = object ? find_cue(s, Cue::by_word, object->end, object->end + 1) : nullptr;
    if (agent) by = agents(d, s, agent->end), quote.end = std::min(clause.end, agent->end + 2);
    const When* when = nullptr;
    for (const When& one : s.dates) {
      if (!when && one.begin >= quote.end && one.begin - quote.end <= 2) when = &one;
    }
    const bool pair = in_pair(d, whom) || in_pair(d, by) || (whom.empty() && !by.empty() && when);
    if (by.empty() || by == whom || !pair || (!when && !agent && whom.empty())) continue;
    add(d, s, quote, {i, i + 1}, by, whom, act->unit, when);
  }
}

// "a minor incident involving live fire in 1980", "military clashes followed in 1984 and 1987": between the two.
void read_clashes(Document& d, const Sentence& s) {
  static constexpr WordSet clashes("clash", "clashes", "incident", "incidents", "skirmish", "skirmishes", "firefight", "firefights", "hostilities", "standoff");
  if (s.dates.empty() || std::any_of(d.mentions.begin(), d.mentions.end(), [](const Mention& one) { return one.side == Side::third; })) return;
  const auto armed = [&](std::uint32_t i) { return one_of(d.of(i), {"military", "Military", "border", "Border", "armed", "Armed", "naval", "fire", "troops", "gunfire", "shooting", "artillery", "soldiers", "deadly", "violent", "patrol", "frontier"}); };
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (!clashes.has(d.of(i)) || is_told(d, {i, i + 1}, {Kind::conflict})) continue;
    const Spot clause = clause_of(d, s, i);
    bool shots = d.of(i).starts_with("skirmish") || d.of(i).starts_with("firefight") || d.of(i) == "hostilities";
    for (std::uint32_t k = i - std::min(i - clause.begin, 4u); k < clause.end && k < i + 8; ++k) shots = shots || armed(k);
    const When* when = date_for(d, s, {i, i + 1}, clause, 8);
    if (!shots || !when) continue;
    const Side first = d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
    // "clashes followed in 1984 and 1987 in Sainyabuli Province"
    std::string place;
    for (const CueSpot& in : s.cues) {
      if (in.cue != Cue::in_word || in.begin < i || in.begin - i > 8 || in.end >= clause.end || !d.tokens[in.end].capital || !d.tokens[in.end].is_word() || !place.empty()) continue;
      const bool taken = std::any_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin == in.end; }) || std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin == in.end && one.form < NameForm::capital; });
      std::uint32_t end = in.end;
      while (end < clause.end && d.tokens[end].is_word() && d.tokens[end].capital) ++end;
      if (!taken) place = d.of(Spot{in.end, end});
    }
    const auto put = [&](Spot quote, const When& at) {
      Claim& claim = d.add(Kind::conflict, trimmed(quote, quote, 16));
      claim.subject = d.code(first), claim.object = d.code(Document::other(first));
      claim.period = at.text(), claim.place = place;
    };
    put(when->begin >= i && when->begin - i <= 6 ? Spot{i, when->end} : Spot{i, i + 1}, *when);
    for (const When* last = when; last + 1 < s.dates.data() + s.dates.size() && last[1].begin - last->end <= 2 && when->begin > i; ++last) put(last[1], last[1]);
    return;
  }
}

}  // namespace

void read_third_conflicts(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || d.grammar.language != "en" || s.has(Cue::tourist_noun)) return;
  if (!d.mentions.empty()) read_verbs(d, s), read_nouns(d, s);
  read_clashes(d, s);
}

}  // namespace comity::claims
