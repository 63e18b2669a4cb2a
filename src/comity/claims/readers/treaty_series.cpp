// Treaties that a sentence tells in a row: one noun with several dates ("in 1950, 1955 and 1958", "(1973, 1995)"), topics each with
// its date ("on culture in 1990, on tourism in 1995"), several with one date behind the last; and what is only counted or ranked.
#include <algorithm>

#include "comity/claims/readers/treaty_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

bool is_treaty(const Claim& one) { return one.kind == Kind::treaty_signed && one.polarity.empty() && (one.status == "asserted" || one.status.empty()); }

// Whether only commas, "and" and the small words of dates stand between two places.
bool is_linked(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t to) {
  bool link = false;
  for (std::uint32_t i = from; i < to; ++i) {
    const bool joins = d.tokens[i].is(TokenKind::comma) || find_cue(s, Cue::and_word, i, i + 1);
    if (!joins && !one_of(d.of(i), {"in", "on", "again", "im", "am", "then"})) return false;
    link = link || joins;
  }
  return link && to - from <= 4;
}

// The treaty noun within a claim's words; nullptr: none.
const CueSpot* noun_of(const Document& d, const Sentence& s, const Claim& claim) {
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::treaty_noun && d.tokens[cue.begin].begin >= claim.plain.begin && d.tokens[cue.end - 1].end <= claim.plain.end) return &cue;
  }
  return nullptr;
}

// "Trade agreements were signed in 1950, 1955 and 1958", "Handelsabkommen (1950, 1955)": one for each date.
void read_date_rows(Document& d, const Sentence& s) {
  const std::size_t told = d.claims.size();
  for (std::size_t c = d.sentence_claims; c < told; ++c) {
    if (!is_treaty(d.claims[c]) || d.claims[c].number || d.claims[c].period.empty()) continue;
    const CueSpot* noun = noun_of(d, s, d.claims[c]);
    if (!noun) continue;
    std::size_t at = s.dates.size();
    for (std::size_t k = 0; k < s.dates.size(); ++k) {
      if (s.dates[k].text() == d.claims[c].period && s.dates[k].begin >= noun->end) at = k;
    }
    if (at == s.dates.size()) continue;
    std::size_t first = at, last = at;
    while (first > 0 && s.dates[first - 1].begin >= noun->end && is_linked(d, s, s.dates[first - 1].end, s.dates[first].begin)) --first;
    while (last + 1 < s.dates.size() && is_linked(d, s, s.dates[last].end, s.dates[last + 1].begin)) ++last;
    const bool german = d.grammar.language == "de";
    const bool several = (s.dates[first].parens && !german) || (german ? find_cue(s, Cue::have, noun->end, noun->end + 1) && d.of(noun->end) == "wurden" : d.of(*noun).ends_with('s'));
    if (first == last || !several) continue;
    for (std::size_t k = first; k <= last; ++k) {
      const When& when = s.dates[k];
      const auto same = [&](const Claim& one) { return one.kind == Kind::treaty_signed && one.period == when.text(); };
      if (k == at || std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), same)) continue;
      const Claim model = d.claims[c];
      Claim& claim = d.add(Kind::treaty_signed, when);
      claim.subject = model.subject, claim.object = model.object, claim.unit = model.unit, claim.period = when.text();
    }
  }
}

// "an agreement on culture in 1990, on tourism in 1995 and one on taxation in 2003": each topic with the date behind it.
void read_topic_rows(Document& d, const Sentence& s) {
  if (std::none_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [](const Claim& one) { return is_treaty(one) && !one.period.empty(); })) return;
  for (std::size_t k = 1; k < s.dates.size(); ++k) {
    std::uint32_t end = s.dates[k].begin;
    const std::uint32_t from = s.dates[k - 1].end;
    if (end > from && (find_cue(s, Cue::in_word, end - 1, end) || find_cue(s, Cue::on_word, end - 1, end))) --end;
    const CueSpot* on = nullptr;
    for (const Cue about : {Cue::on_word, Cue::for_word}) {
      if (!on) on = find_cue_back(s, about, end, from);
    }
    constexpr std::uint32_t longest_topic = 8, longest_link = 4;
    if (!on || on->end >= end || end - on->end > longest_topic || on->begin - from > longest_link || find_cue(s, Cue::treaty_noun, from, end)) continue;
    bool linked = false, plain = true;
    for (std::uint32_t i = from; i < on->begin; ++i) {
      const bool link = d.tokens[i].is(TokenKind::comma) || find_cue(s, Cue::and_word, i, i + 1);
      linked = linked || link;
      plain = plain && (link || one_of(d.of(i), {"one", "another", "others", "a", "further", "third", "second"}));
    }
    for (std::uint32_t i = on->end; i < end; ++i) plain = plain && (d.tokens[i].is_word() || d.tokens[i].is(TokenKind::hyphen)) && !find_cue(s, Cue::have, i, i + 1) && !find_cue(s, Cue::sign_verb, i, i + 1);
    if (!linked || !plain || is_told(d, {on->end, end}, {Kind::treaty_signed})) continue;
    const std::string unit = own_topic(d, s, {on->end, end});
    if (unit.empty()) continue;
    CueSpot topic;
    topic.begin = on->end, topic.end = end, topic.cue = Cue::treaty_topic;
    Claim& claim = add_treaty(d, s, topic, {on->begin, s.dates[k].end}, end);
    claim.unit = unit, claim.period = s.dates[k].text();
  }
}

// "signed an agreement on X, an agreement on Y and a protocol on Z in May 2004": the date is that of all.
void share_date(Document& d, const Sentence& s) {
  for (std::size_t c = d.claims.size(); c-- > d.sentence_claims + 1;) {
    const Claim& with = d.claims[c];
    Claim& before = d.claims[c - 1];
    if (!is_treaty(with) || !is_treaty(before) || with.period.empty() || !before.period.empty() || before.number || before.plain.begin > with.plain.begin) continue;
    std::uint32_t from = s.range.begin, to = s.range.begin;
    while (from < s.range.end && d.tokens[from].begin < before.plain.end) ++from;
    to = from;
    while (to < s.range.end && d.tokens[to].begin < with.plain.begin) ++to;
    bool link = false, plain = to - from <= 6;
    for (std::uint32_t i = from; i < to && plain; ++i) {
      const bool joins = d.tokens[i].is(TokenKind::comma) || find_cue(s, Cue::and_word, i, i + 1);
      link = link || joins;
      plain = joins || one_of(d.of(i), {"a", "an", "the", "also", "well", "as"}) || d.tokens[i].is(TokenKind::open) || d.tokens[i].is(TokenKind::close) || d.tokens[i].capitals;
    }
    const auto bracketed = [&](const When& when) { return when.parens && when.text() == with.period; };
    const bool overlaps = before.plain.end > with.plain.begin && before.plain.end - with.plain.begin <= 8;  // "… and a" in both
    if (((link && plain) || overlaps) && std::none_of(s.dates.begin(), s.dates.end(), bracketed)) before.period = with.period;
  }
}

// "The legal framework comprises some 90 agreements", "130 agreements are in force": counted, with no word of their signing.
void read_counts(Document& d, const Sentence& s) {
  static constexpr WordSet there("comprises", "comprise", "consists", "consist", "includes", "include", "exist", "exists", "made", "based", "framework", "basis", "have", "has", "there", "There", "total", "force", "effect", "regulated", "governed", "existing", "concluded", "bound", "linked", "counts", "valid", "Number");
  for (const Amount& count : s.amounts) {
    if (count.kind != Amount::Kind::number || count.value < 2 || count.scaled || count.value >= 2000) continue;
    if (std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::both && one.begin <= count.begin && one.end >= count.end; })) continue;  // "the two governments have agreements"
    const CueSpot* noun = nullptr;
    for (std::uint32_t i = count.end; i < s.range.end && i - count.end <= 4 && !noun && (d.tokens[i].is_word() || d.tokens[i].is(TokenKind::hyphen)); ++i) noun = s.cue_at(i, Cue::treaty_noun);
    const std::string_view last = noun ? d.of(noun->end - 1) : std::string_view();
    if (!noun || !(last.ends_with('s') || last == "memoranda") || is_told(d, span(count, *noun), {Kind::treaty_signed})) continue;
    const Spot clause = clause_of(d, s, noun->begin);
    bool exist = false, third = false;
    for (std::uint32_t i = clause.begin; i < clause.end; ++i) exist = exist || there.has(d.of(i));
    for (const Mention& one : d.mentions) third = third || (one.side == Side::third && one.form < NameForm::capital);
    for (const Cue cue : {Cue::negation, Cue::plan, Cue::negotiate, Cue::terminate, Cue::dispute}) exist = exist && !has_cue(s, cue, clause);
    if (!exist || third || s.has(Cue::org) || d.grammar.language != "en") continue;
    Claim& claim = add_treaty(d, s, *noun, span(count, *noun), noun->end);
    claim.number = count.value, claim.unit = "documents";
  }
}

// "signed six agreements including one to establish a Joint Commission and another on hydrocarbons": those of them that are named.
void read_ones(Document& d, const Sentence& s) {
  std::size_t counted = d.claims.size();
  for (std::size_t c = d.sentence_claims; c < d.claims.size(); ++c) {
    if (is_treaty(d.claims[c]) && d.claims[c].number && d.claims[c].unit == "documents") counted = c;
  }
  if (counted == d.claims.size() || d.grammar.language != "en") return;
  const Claim model = d.claims[counted];
  for (std::uint32_t i = s.range.begin + 1; i + 2 < s.range.end; ++i) {
    if (!one_of(d.of(i), {"one", "another"}) || d.tokens[i].begin < model.plain.begin) continue;
    const bool about = find_cue(s, Cue::on_word, i + 1, i + 2) || find_cue(s, Cue::for_word, i + 1, i + 2) || d.of(i + 1) == "concerning";
    const bool purpose = d.of(i + 1) == "to" && one_of(d.of(i + 2), {"establish", "set", "create", "promote", "strengthen", "enhance"});
    if (!about && !purpose) continue;
    std::uint32_t end = i + 2;
    while (end < s.range.end && end - i < 10 && (d.tokens[end].is_word() || d.tokens[end].is(TokenKind::hyphen)) && !find_cue(s, Cue::have, end, end + 1) && !(find_cue(s, Cue::and_word, end, end + 1) && end + 1 < s.range.end && d.of(end + 1) == "another")) ++end;
    CueSpot noun;
    noun.begin = i, noun.end = i + 1, noun.cue = Cue::treaty_noun;
    const std::string unit = topic_of(d, s, noun, end);
    if (unit.empty()) continue;
    Claim& claim = add_treaty(d, s, noun, trimmed({i, end}, noun, 10), end);
    claim.unit = unit, claim.period = model.period, claim.place = model.place;
  }
}

// "is the eighth country to sign a security agreement with", "the first agreement of this kind": a rank.
void rank(Document& d, const Sentence& s) {
  for (std::size_t c = d.sentence_claims; c < d.claims.size(); ++c) {
    Claim& claim = d.claims[c];
    if (!is_treaty(claim) || claim.number) continue;
    const CueSpot* noun = noun_of(d, s, claim);
    if (!noun) continue;
    for (const Amount& one : s.amounts) {
      if (one.kind != Amount::Kind::ordinal || one.value < 1 || one.end > noun->begin) continue;
      const bool country = one.value >= 2 && one.end + 2 < s.range.end && one_of(d.of(one.end), {"country", "state", "nation"}) && d.of(one.end + 1) == "to" && noun->begin - one.end <= 8;
      const bool kind = one.end == noun->begin && noun->end + 2 < s.range.end && d.of(noun->end) == "of" && one_of(d.of(noun->end + 1), {"this", "its", "that", "such"}) && one_of(d.of(noun->end + 2), {"kind", "nature", "type", "sort"});
      if (!country && !kind) continue;
      claim.note = claim.unit, claim.number = one.value, claim.unit = "rank";
      break;
    }
  }
}

// "The first agreement between A and B, on trade, was signed in 1961"
void take_inserted_topics(Document& d, const Sentence& s) {
  for (std::size_t c = d.sentence_claims; c < d.claims.size(); ++c) {
    Claim& claim = d.claims[c];
    if (claim.kind != Kind::treaty_signed || !claim.unit.empty()) continue;
    const CueSpot* noun = noun_of(d, s, claim);
    constexpr std::uint32_t reach = 12;
    for (std::uint32_t i = noun ? noun->end : s.range.end; i + 1 < s.range.end && i - noun->end < reach; ++i) {
      if (find_cue(s, Cue::sign_verb, i, i + 1) || find_cue(s, Cue::treaty_noun, i, i + 1)) break;
      const CueSpot* on = d.tokens[i].is(TokenKind::comma) ? find_cue(s, Cue::on_word, i + 1, i + 2) : nullptr;
      std::uint32_t end = on ? on->end : i;
      while (on && end < s.range.end && d.tokens[end].is_word()) ++end;
      if (!on || end >= s.range.end || !d.tokens[end].is(TokenKind::comma) || end - on->end > 6 || std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin <= on->end && on->end < when.end; })) continue;
      claim.unit = own_topic(d, s, {on->end, end});
      break;
    }
  }
}

// "The agreement established a council", "to update the FTA": one spoken of again, with nothing new of it.
void drop_repeated(Document& d, const Sentence& s) {
  for (std::size_t c = d.claims.size(); c-- > d.sentence_claims;) {
    const Claim& claim = d.claims[c];
    if (claim.kind != Kind::treaty_signed || claim.status != "asserted" || !claim.period.empty() || claim.number || d.grammar.language != "en") continue;
    const CueSpot* noun = noun_of(d, s, claim);
    if (!noun || noun->begin == s.range.begin || noun->end - noun->begin > 4 || !one_of(d.of(noun->begin - 1), {"the", "The", "this", "This", "these", "These"})) continue;
    const auto same = [&](const Claim& one) { return one.kind == Kind::treaty_signed && one.unit == claim.unit; };
    const bool known = std::any_of(d.claims.begin(), d.claims.begin() + static_cast<std::ptrdiff_t>(c), same);
    if (claim.unit.empty() || (known && d.grammar.texts[noun->data] == claim.unit)) d.claims.erase(d.claims.begin() + static_cast<std::ptrdiff_t>(c));
  }
}

}  // namespace

void read_treaty_series(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || !s.has(Cue::treaty_noun)) return;
  if (!s.amounts.empty()) read_counts(d, s);
  if (d.claims.size() == d.sentence_claims) return;
  if (s.dates.size() > 1) read_date_rows(d, s), read_topic_rows(d, s);
  if (!s.dates.empty()) share_date(d, s);
  if (!s.amounts.empty()) read_ones(d, s), rank(d, s);
  take_inserted_topics(d, s);
  take_purposes(d, s);
  drop_repeated(d, s);
}

}  // namespace comity::claims
