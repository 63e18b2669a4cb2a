// Everything checkable that has no kind of its own: entry into force, recalled ambassadors, sanctions, flights, independence,
// support for a bid. What a phrase stands for is data ("unit|sub" in data/claims/event.<language>.toml; a leading "?" asks
// for a date in the clause).
#include <algorithm>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {
namespace {

const Mention* before(const Document& d, Spot clause, std::uint32_t at) {
  const Mention* out = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.begin >= clause.begin && one.end <= at) out = &one;
  }
  return out;
}

const Mention* behind(const Document& d, Spot clause, std::uint32_t at, Side not_this) {
  for (const Mention& one : d.mentions) {
    if (one.begin >= at && one.begin < clause.end && one.side != not_this && one.side != Side::both) return &one;
  }
  return nullptr;
}

// The occasion of something done on a visit: the town in the sentence, else the visit told last; "at the EXPO-2017".
void fill_occasion(const Document& d, const Sentence& s, Spot cue, Claim& claim) {
  for (std::uint32_t i = cue.end; i + 2 < s.range.end; ++i) {
    if (!d.tokens[i].is_word() || !d.tokens[i].capital || !d.tokens[i + 1].is(Token::Kind::hyphen) || !d.tokens[i + 2].is(Token::Kind::number)) continue;
    claim.place = d.of(Spot{i, i + 3});
    claim.period = d.of(i + 2);
    claim.plain.end = d.tokens[i + 2].end;
    return;
  }
  for (const NameSpot& name : s.names) {
    if (name.form >= NameForm::capital && claim.place.empty()) claim.place = d.of(name);
  }
  for (auto one = d.claims.rbegin(); one != d.claims.rend(); ++one) {
    if (one->kind != Kind::visit) continue;
    if (claim.period.empty()) claim.period = one->period;
    return;
  }
}

// "in the Volga region": the words before "region".
std::string region_before(const Document& d, const Sentence& s, std::uint32_t before) {
  for (std::uint32_t i = s.range.begin + 1; i < before; ++i) {
    if (d.of(i) == "region" && d.tokens[i - 1].capital) return std::string(d.of(Spot{i - 1, i + 1}));
  }
  return {};
}

}  // namespace

void read_events(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || !s.has(Cue::event)) return;
  std::uint32_t done = 0;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::event || cue.begin < done) continue;
    std::string_view meaning = d.grammar.texts[cue.data];
    const bool needs_date = meaning.starts_with("?");
    if (needs_date) meaning.remove_prefix(1);
    const std::size_t bar = meaning.find('|');
    const std::string_view unit = meaning.substr(0, bar), sub = bar == std::string_view::npos ? std::string_view() : meaning.substr(bar + 1);
    const Spot clause = clause_of(d, s, cue.begin);
    const When* when = date_for(d, s, cue, clause, 9);
    if (needs_date && !when) continue;
    const Mention* first = before(d, clause, cue.begin);
    if (!first) first = before(d, s.range, cue.begin);
    if (sub == "deportation") {
      for (const Mention& one : d.mentions) {
        if (Document::is_pair(one.side) && one.end <= cue.begin && (one.form == NameForm::adjective || one.form == NameForm::people)) first = &one;
      }
    }
    if (first && first->side == Side::third && unit != "independence") continue;
    // What a clause tells behind another claim's date has no date of its own.
    if (when && when->begin < cue.begin && when->begin > s.range.begin + 3) when = nullptr;
    Side actor = first ? first->side : d.last_subject;
    if (unit == "entry into force" || unit == "termination" || !Document::is_pair(actor)) {
      const bool treaty = unit == "entry into force" || unit == "termination";
      if (!treaty && actor != Side::both && !Document::is_pair(actor)) continue;
      if (!(unit == "termination" && Document::is_pair(actor) && first && cue.begin - first->end <= 2)) actor = d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
    }
    Spot quote = cue;
    if (first && cue.begin - first->end <= 3) quote = span(*first, cue);
    if (when && when->begin >= quote.end && when->begin - quote.end <= 5) quote.end = when->end;
    const Range here{d.tokens[quote.begin].begin, d.tokens[quote.end - 1].end};
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::other && one.plain.overlaps(here); })) continue;
    Claim& claim = d.add(Kind::other, trimmed(quote, cue, 16));
    claim.subject = d.code(actor);
    claim.object = d.code(Document::other(actor));
    if (unit == "independence") {
      const Mention* from = behind(d, clause, cue.end, actor);
      if (from) claim.object = from->side == Side::third ? d.grammar.code(from->state) : d.code(from->side);
      if (from && from->begin - cue.end <= 4) claim.plain.end = d.tokens[from->end - 1].end;
    }
    claim.unit = unit == "independence" ? std::string_view() : unit;
    if (sub == "independence" || sub == "deportation") claim.word = sub;
    claim.sub = sub;
    if (sub == "wreath" || sub == "event") fill_occasion(d, s, cue, claim);
    if (sub == "deportation") {
      claim.period = era_of(d, s);
      claim.place = region_before(d, s, cue.begin);
      if (first && cue.begin - first->end <= 12) claim.plain.begin = d.tokens[first->begin].begin;
    }
    const CueSpot* no = find_cue_back(s, Cue::negation, cue.begin + 1, clause.begin);
    if (no && cue.begin - std::min(cue.begin, no->end) <= 3) claim.polarity = "neg";
    if (when) claim.period = when->text();
    done = cue.end;
  }
}

}  // namespace comity::claims
