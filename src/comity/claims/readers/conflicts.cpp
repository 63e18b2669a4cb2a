// Wars, invasions, soldiers and losses.
#include <algorithm>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// Capitalised words that begin at a token: the name of a place.
Spot town_behind(const Document& d, const Sentence& s, std::uint32_t begin) {
  std::uint32_t i = begin;
  while (i < s.range.end && ((d.tokens[i].is_word() && d.tokens[i].capital) || ((d.tokens[i].is(TokenKind::hyphen) || d.of(i) == "de" || d.of(i) == "am") && i > begin && i + 1 < s.range.end && d.tokens[i + 1].capital))) ++i;
  return {begin, i};
}

// Soldiers sent and people killed: "255 British servicemen died", "some 36,000 Cuban soldiers were in the country".
void read_losses(Document& d, const Sentence& s) {
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::number || amount.value < 2) continue;
    bool dated = false;
    for (const When& when : s.dates) dated = dated || (when.begin < amount.end && amount.begin < when.end);
    if (dated) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    const CueSpot* death = find_cue(s, Cue::death_verb, amount.end, std::min(clause.end, amount.end + 8));
    const CueSpot* soldiers = find_cue(s, Cue::soldier_noun, amount.end, std::min(clause.end, amount.end + 4));
    if (!death && !soldiers) continue;
    bool parade = false;  // "400 soldiers marched on the national day"
    for (std::uint32_t i = clause.begin; i < clause.end && !death; ++i) parade = parade || d.of(i) == "marched" || d.of(i) == "parade" || d.of(i) == "Parade";
    if (parade) continue;
    // Whose: a nation right behind the number, "of its people", "on both sides".
    Side whose = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.begin < amount.end || one.begin - amount.end > 4 || whose != Side::none) continue;
      const std::uint32_t link = one.begin - 1 - (d.of(one.begin - 1) == "the");
      if (soldiers && one.form == NameForm::name && (find_cue(s, Cue::to_word, link, link + 1) || find_cue(s, Cue::in_word, link, link + 1))) continue;  // where they went
      whose = one.side;
    }
    // "Peru sent 3,000 soldiers to Norway"
    for (const Mention& one : d.mentions) {
      if (whose == Side::none && soldiers && one.end <= amount.begin && amount.begin - one.end <= 4 && one.begin >= clause.begin && Document::is_pair(one.side) && one.form < NameForm::capital && (d.of(one.end) == "sent" || d.of(one.end) == "deployed" || d.of(one.end) == "dispatched")) whose = one.side;
    }
    if (whose == Side::none && death && find_cue(s, Cue::both, death->end, death->end + 3)) whose = Side::both;
    // Of a war: one told in the claim before, or soldiers, or a word of war.
    const bool war = soldiers || s.has(Cue::war_noun) || s.has(Cue::war_verb) || has_cue(s, Cue::soldier_noun, clause) || (!d.claims.empty() && d.claims.back().kind == Kind::conflict);
    if (whose == Side::third || whose == Side::none || !war) continue;
    const When* when = date_for(d, s, death ? span(amount, *death) : span(amount, *soldiers), clause, 10);
    if (!death && !when) continue;
    const Spot last = death ? static_cast<Spot>(*death) : static_cast<Spot>(*soldiers);
    Spot quote = last.begin - amount.end <= 6 ? span(amount, last) : Spot{amount.begin, amount.end + 1};
    Claim& claim = d.add(Kind::conflict, trimmed(quote, amount, 14));
    d.set_amount(claim, amount);
    claim.currency.clear();
    claim.unit = "people";
    const Side first = Document::is_pair(whose) ? whose : d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
    claim.subject = d.code(first);
    claim.object = d.code(Document::other(first));
    for (const Mention& one : d.mentions) {  // "sent 370 soldiers to Iraq"
      if (!death && one.side == Side::third && one.form == NameForm::name && one.begin >= last.end && one.begin - last.end <= 2 && find_cue(s, Cue::to_word, last.end, one.begin)) claim.object = claim.scope = d.grammar.code(one.state);
    }
    if (when && when->begin >= clause.begin && when->end <= clause.end) claim.period = when->text();
    else if (!s.dates.empty()) claim.period = std::to_string(s.dates.front().year);
    if (claim.period.empty()) claim.period = era_of(d, s);
    claim.note = death ? "deaths" : "";
  }
}

// "due to World War II and were restored in 1968": the date behind is of what another verb tells.
bool tells_another(const Sentence& s, Spot between) {
  for (const Cue cue : {Cue::resume, Cue::establish, Cue::open_verb, Cue::close_verb, Cue::reopen_verb, Cue::sign_verb}) {
    if (has_cue(s, cue, between)) return true;
  }
  return false;
}

// "After the Yom Kippur War", "nach dem Krieg": when something else took place.
bool is_time(const Document& d, const Sentence& s, const CueSpot& war) {
  std::uint32_t i = war.begin;
  while (i > s.range.begin && (d.tokens[i - 1].capital || d.tokens[i - 1].is(TokenKind::hyphen) || d.of(i - 1) == "the" || d.of(i - 1) == "dem" || d.of(i - 1) == "of" || d.of(i - 1) == "civil") && war.begin - i < 6) {
    const std::string_view word = d.of(i - 1);
    if (word == "After" || word == "During" || word == "Following" || word == "Before" || word == "Since" || word == "Nach" || word == "Seit") return true;
    --i;
  }
  if (i == s.range.begin) return false;
  const std::string_view before = d.of(i - 1);
  for (const std::string_view word : {"after", "during", "following", "before", "since", "until", "nach", "seit", "vor"}) {
    if (before == word) return true;
  }
  return false;
}

// "declared war on Peru and Chile": the first named is one of the two.
bool declared_on_pair(const Document& d, const CueSpot& verb) {
  if (verb.cue != Cue::war_verb || !d.of(verb).ends_with("war on")) return false;
  bool before = false;
  for (const Mention& one : d.mentions) {
    if (one.end <= verb.begin) before = one.form == NameForm::name && Document::is_pair(one.side);
    if (one.begin >= verb.end) return before && one.begin == verb.end && Document::is_pair(one.side);
  }
  return false;
}

// "the Iraqi invasion of Kuwait", "Iraq invaded Kuwait": a third state, and one of the two.
void read_invasions(Document& d, const Sentence& s) {
  for (const CueSpot& cue : s.cues) {
    const std::string_view word = d.of(cue);
    const bool noun = cue.cue == Cue::war_noun && word == "invasion" && find_cue(s, Cue::of_word, cue.end, cue.end + 1);
    if (!noun && !(cue.cue == Cue::war_verb && (word == "invaded" || word == "annexed"))) continue;
    const Mention *by = nullptr, *whom = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.form >= NameForm::capital) continue;
      const std::uint32_t at = noun ? cue.end + 1 : cue.end;
      if (one.end <= cue.begin && cue.begin - one.end <= 2) by = &one;
      if (!whom && one.begin >= at && one.begin - at <= 1 && one.form == NameForm::name) whom = &one;
    }
    if (!by || !whom || by->side != Side::third || !Document::is_pair(whom->side)) continue;
    const When* when = date_for(d, s, span(*by, *whom), clause_of(d, s, cue.begin), 4);
    Claim& claim = d.add(Kind::conflict, span(*by, *whom));
    claim.subject = d.grammar.code(by->state), claim.object = d.grammar.code(whom->state);
    claim.scope = claim.subject;
    if (when && when->begin >= whom->end && when->begin - whom->end <= 2) claim.period = when->text();
    return;
  }
}

}  // namespace

void read_conflicts(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  if (s.has(Cue::death_verb) || s.has(Cue::soldier_noun)) read_losses(d, s);
  if (!s.has(Cue::war_noun) && !s.has(Cue::war_verb)) return;
  read_invasions(d, s);
  if (s.dates.empty()) return;
  if (s.has(Cue::tourist_noun) || s.has(Cue::student_noun)) return;  // a crime, not a war
  std::uint32_t done = 0;
  for (const CueSpot& cue : s.cues) {
    if ((cue.cue != Cue::war_noun && cue.cue != Cue::war_verb) || cue.begin < done) continue;
    const Spot clause = clause_of(d, s, cue.begin);
    bool pair = false, third = false;
    for (const Mention& one : d.mentions) {
      if (one.begin < clause.begin || one.begin >= clause.end) continue;
      if (one.side == Side::third) third = true;
      else if (one.side != Side::none) pair = true;
    }
    if ((third && !declared_on_pair(d, cue)) || (!pair && cue.cue == Cue::war_verb)) continue;
    if (d.of(cue) == "invasion" && find_cue(s, Cue::of_word, cue.end, cue.end + 1)) continue;  // conflicts_third.cpp: who, whom
    // "was bombed by Brazil": who did it stands behind
    if (cue.cue == Cue::war_verb && d.grammar.language == "en" && !d.of(cue).ends_with(" by") && find_cue(s, Cue::by_word, cue.end, cue.end + 1) && find_cue(s, Cue::have, cue.begin - std::min(cue.begin, 1u), cue.begin)) continue;
    if (cue.cue == Cue::war_verb && d.grammar.language == "de") continue;  // german_wars.cpp: who, whom
    if (cue.cue == Cue::war_noun && is_time(d, s, cue)) continue;
    // "post-war Peru"; a civil war is of one (conflicts_told.cpp)
    if (cue.cue == Cue::war_noun && cue.begin > s.range.begin && (d.tokens[cue.begin - 1].is(TokenKind::hyphen) || d.of(cue.begin - 1) == "civil" || d.of(cue.begin - 1) == "Civil")) continue;
    if (cue.begin >= s.range.begin + 2 && d.of(cue).starts_with("broke") && (d.of(cue.begin - 2) == "civil" || d.of(cue.begin - 2) == "Civil")) continue;
    if (cue.cue == Cue::war_noun && find_cue(s, Cue::recognise, cue.begin - std::min(cue.begin, 5u), cue.begin)) continue;  // "to recognise the genocide"
    const When* when = date_for(d, s, cue, clause, 6);
    if (!when || when->begin < clause.begin || when->end > clause.end) continue;
    if (when->begin < cue.begin && cue.begin - when->end > 8) continue;
    if (when->begin >= cue.end && tells_another(s, {cue.end, when->begin})) continue;
    Side actor = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.end <= cue.begin && one.begin >= clause.begin && Document::is_pair(one.side)) actor = one.side;
    }
    // "declared war on Germany": who is named behind did not
    for (const Mention& one : d.mentions) {
      const std::uint32_t at = cue.end < s.range.end && d.of(cue.end) == "the" ? cue.end + 1 : cue.end;
      if (cue.cue == Cue::war_verb && one.begin == at && one.form == NameForm::name && Document::is_pair(one.side)) actor = d.of(cue).ends_with(" by") ? one.side : Document::other(one.side);
    }
    // "In 1809 Napoleon's troops invaded Norway": by whom, nobody of the two
    const bool whom_alone = cue.cue == Cue::war_verb && !d.of(cue).starts_with("declared") && d.grammar.language == "en" && std::none_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Side::both || (one.side == actor && !one.reference); });
    if (Document::is_pair(actor) && whom_alone) continue;
    if (actor == Side::none || cue.cue == Cue::war_noun) actor = d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
    Spot quote = span(cue, *when);
    // Where: a town, or capitalised words behind "in" or "at".
    std::string place;
    for (const CueSpot& in : s.cues) {
      if (in.cue != Cue::in_word || in.begin < clause.begin || in.end >= clause.end || in.begin > cue.end + 6 || in.end + 6 < cue.begin) continue;
      const Spot town = town_behind(d, s, in.end);
      bool other = town.begin >= town.end;
      for (const NameSpot& name : s.names) other = other || (name.begin == town.begin && name.form == NameForm::name);
      if (d.grammar.language == "de") other = other || std::none_of(s.names.begin(), s.names.end(), [&](const NameSpot& name) { return name.begin == town.begin && name.form >= NameForm::capital; });  // every noun has a capital
      for (const When& one : s.dates) other = other || one.begin == town.begin;
      if (other) continue;
      place = d.of(town);
      break;
    }
    const When* last = when;
    const auto add = [&](Spot where, const When& at) {
      Claim& claim = d.add(Kind::conflict, trimmed(where, cue, 14));
      claim.subject = d.code(actor);
      claim.object = d.code(Document::other(actor));
      claim.period = at.text();
      claim.place = place;
      claim.unit = d.grammar.texts[cue.data];
      // "From November 2020 troops fought": until nobody says when
      if (!at.year2 && cue.cue == Cue::war_verb && find_cue(s, Cue::from_word, at.begin - std::min(at.begin, 1u), at.begin)) claim.period = at.text() + "/..";
    };
    add(quote, *when);
    // "wars in 1948, 1956, 1967 and 1973"
    for (const When& one : s.dates) {
      if (one.begin <= last->begin || one.begin < last->end || one.begin - last->end > 2) continue;
      add(one, one);
      last = &one;
    }
    done = std::max(cue.end, last->end);
  }
}

}  // namespace comity::claims
