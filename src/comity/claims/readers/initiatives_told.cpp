// Bodies and undertakings of both without the day on which they were set up: "the Norway–Peru Joint Commission met in Oslo", "2013 was
// the Year of Norway in Peru".
#include <algorithm>

#include "comity/claims/readers/told_parts.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// "the Year of Norway in Peru", "the Year of Norwegian Culture in Peru", "the Year of Norway was held in Peru": whose year stands
// first.
void read_years(Document& d, const Sentence& s) {
  for (const Mention& one : d.mentions) {
    if (one.form > NameForm::adjective || !Document::is_pair(one.side) || one.begin < s.range.begin + 2) continue;
    const std::uint32_t of = one.begin - (d.of(one.begin - 1) == "the" ? 2u : 1u);
    if (of <= s.range.begin || d.of(of) != "of" || (d.of(of - 1) != "Year" && d.of(of - 1) != "Season")) continue;
    const Mention* host = nullptr;
    for (const Mention& other : d.mentions) {
      if (other.begin >= one.end && other.begin - one.end <= 5 && other.side == Document::other(one.side) && led_by(d, s, other, Cue::in_word)) host = &other;
    }
    if (!host) continue;
    const Spot quote{one.begin - 2, host->end};
    const When* when = date_for(d, s, quote, clause_of(d, s, one.begin), 10);
    std::string period = when ? when->text() : std::string();
    for (const Amount& year : s.amounts) {  // "2013 was declared the Year of …", "(2) 2007: …"
      const bool bare = period.empty() && year.kind == Amount::Kind::number && !year.scaled && year.value >= 1900 && year.value < 2100 && d.of(year).size() == 4 && year.begin < one.begin;
      if (bare) period = d.of(year);
    }
    Claim& claim = d.add(Kind::initiative, quote);
    claim.subject = d.code(one.side), claim.object = d.code(host->side);
    claim.unit = "year of culture", claim.period = std::move(period);
  }
}

// Another state, an organisation or a region; a town where they met is none.
bool names_third(const Document& d, const Sentence& s) {
  const auto third = [](const Mention& one) { return one.side == Side::third && one.form < NameForm::capital; };
  return s.has(Cue::org) || s.has(Cue::region) || std::any_of(d.mentions.begin(), d.mentions.end(), third);
}

// "The Joint Commission held its third session", "the Norway–Peru Business Council meets every year": a body with a name.
void read_bodies(Document& d, const Sentence& s) {
  static constexpr std::string_view meets[] = {"met", "meets", "held", "holds", "convened", "convenes", "took", "takes", "meeting", "session", "sessions", "exists", "existed", "serves", "functions", "brings"};
  static constexpr std::string_view joint[] = {"Joint", "Bilateral", "Binational", "Bi-National", "Intergovernmental", "Inter-Governmental", "Mixed", "Friendship", "Business", "Strategic", "Cooperation"};
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::initiative_noun || !d.tokens[noun.end - 1].capital || is_told(d, Kind::initiative, noun)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    Spot name = noun;
    while (name.begin > clause.begin && (d.tokens[name.begin - 1].capital || d.tokens[name.begin - 1].is(TokenKind::hyphen) || d.tokens[name.begin - 1].is(TokenKind::dash))) --name.begin;
    while (name.begin < name.end && !d.tokens[name.begin].is_word()) ++name.begin;
    bool both = false, does = false;
    for (std::uint32_t i = name.begin; i < name.end; ++i) both = both || std::any_of(std::begin(joint), std::end(joint), [&](std::string_view word) { return d.of(i) == word; });
    for (const Mention& one : d.mentions) both = both || (Document::is_pair(one.side) && one.begin >= name.begin && one.end <= name.end);
    for (std::uint32_t i = clause.begin; i < clause.end; ++i) does = does || (std::any_of(std::begin(meets), std::end(meets), [&](std::string_view word) { return d.of(i) == word; }) && (i < name.begin ? name.begin - i <= 6 : i - name.end <= 6));
    if (!both || !does || names_third(d, s) || s.has(Cue::plan) || s.has(Cue::treaty_noun)) continue;
    const std::string_view text = d.of(noun);
    const bool known = std::any_of(d.claims.begin(), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::initiative && d.text.substr(one.plain.begin, one.plain.end - one.plain.begin).find(text) != std::string_view::npos; });
    if (known) continue;
    Claim& claim = d.add(Kind::initiative, trimmed(name, noun, 12));
    const bool swap = d.code(Side::second) < d.code(Side::first);
    claim.subject = d.code(swap ? Side::second : Side::first);
    claim.object = d.code(swap ? Side::first : Side::second);
  }
}

}  // namespace

void read_initiatives_told(Document& d, const Sentence& s) {
  if (d.grammar.language != "en" || d.mentions.empty()) return;
  read_years(d, s);
  if (s.block != Block::Kind::heading && s.has(Cue::initiative_noun)) read_bodies(d, s);
}

}  // namespace comity::claims
