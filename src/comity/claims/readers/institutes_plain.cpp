// Institutes of one side that a text names with where they are and with no verb: "the French Institute in Lima", "a Norwegian school in
// Cusco", "die Deutschen Schulen in Quito, Guayaquil und Cuenca".
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"
#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

bool told(const Document& d, Spot where) { return is_told(d, where, {Kind::cultural_institute}); }

Claim& add(Document& d, Spot quote, Side own, std::string_view unit, std::string_view place) {
  Claim& claim = d.add(Kind::cultural_institute, trimmed(quote, quote, 12));
  claim.subject = d.code(own), claim.object = d.code(Document::other(own)), claim.unit = unit, claim.place = place;
  return claim;
}

// Whose an institute is: its name says so, or the nation before it; none: a third state's, or not told.
Side owner_of(const Document& d, const Sentence& s, const CueSpot& noun, std::string& unit) {
  const std::string& meaning = d.grammar.texts[noun.data];
  const std::size_t colon = meaning.find(':');
  unit = colon == std::string::npos ? meaning : meaning.substr(colon + 1);
  if (colon != std::string::npos) return d.side_of_code(std::string_view(meaning).substr(0, colon));
  if (d.grammar.language == "en") {
    const Mention* own = adjective_before(d, s, noun, 1);
    return own && own->form == NameForm::adjective ? own->side : Side::none;
  }
  Side out = Side::none;  // "Deutsch-Peruanische Universität": Germany's, as the page of its embassy tells
  for (const Mention& one : d.mentions) {
    if (one.form == NameForm::adjective && one.end <= noun.begin && noun.begin - one.end <= 3 && out == Side::none) out = one.side;
  }
  return out;
}

bool is_title(const Document& d, std::uint32_t i) { return d.tokens[i].is_word() && d.tokens[i].capital; }

// Towns behind "in", known or not: capitalised words with commas and "and" between them.
std::vector<Spot> towns_from(const Document& d, const Sentence& s, std::uint32_t i) {
  std::vector<Spot> out;
  while (i < s.range.end && is_title(d, i)) {
    Spot town{i, i + 1};
    while (town.end < s.range.end && is_title(d, town.end) && d.grammar.language == "de" && town.end - town.begin < 2 && std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin == town.begin && one.end > town.end; })) ++town.end;
    for (const Mention& one : d.mentions) {
      if (one.begin == town.begin) town.end = std::max(town.end, one.end);
    }
    out.push_back(town);
    i = town.end;
    if (i + 1 < s.range.end && d.tokens[i].is(TokenKind::comma)) ++i;
    else if (i + 1 < s.range.end && find_cue(s, Cue::and_word, i, i + 1)) ++i;
    else break;
  }
  return out;
}

}  // namespace

void read_institutes_plain(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || !s.has(Cue::institute) || d.mentions.empty() || s.has(Cue::visit_verb) || s.has(Cue::plan)) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::institute || told(d, noun)) continue;
    std::string unit;
    const Side own = owner_of(d, s, noun, unit);
    const CueSpot* in = find_cue(s, Cue::in_word, noun.end, noun.end + 1);
    const bool there_is = d.grammar.language == "de" && noun.end < s.range.end && one_of(d.of(noun.end), {"gab", "gibt", "besteht", "bestand"});
    if (there_is && Document::is_pair(own)) {  // "in Arequipa, wo es zeitweise eine deutsche Schule gab"
      for (const Mention& one : d.mentions) {
        if (one.form >= NameForm::capital && one.side == Document::other(own) && one.end <= noun.begin && !told(d, noun)) add(d, noun, own, unit, d.of(one));
      }
      continue;
    }
    if (!Document::is_pair(own) || !in || is_denied(s, noun.begin, clause_of(d, s, noun.begin))) continue;
    Spot quote = noun;
    while (quote.begin > s.range.begin && noun.begin - quote.begin < 3 && (is_title(d, quote.begin - 1) || (d.tokens[quote.begin - 1].is(TokenKind::hyphen) && quote.begin > s.range.begin + 1))) --quote.begin;
    bool first = true;
    const Mention* state = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.begin == in->end || (one.begin == in->end + 1 && d.of(in->end) == "the")) state = &one;
    }
    if (state && state->form == NameForm::name) {
      if (state->side == Document::other(own)) add(d, span(quote, *state), own, unit, "");
      continue;
    }
    for (const Spot town : towns_from(d, s, in->end)) {
      const auto known = std::find_if(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin == town.begin; });
      const bool there = known == d.mentions.end() ? d.grammar.language == "de" || !first : known->side == Document::other(own);
      if (!there) break;
      add(d, first ? span(quote, town) : town, own, unit, d.of(town));
      first = false;
    }
  }
}

}  // namespace comity::claims
