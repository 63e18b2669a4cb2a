// Institutes and initiatives.
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"
#include "comity/claims/readers/readers.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

void read_institutes(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::institute) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    // "(formerly Goethe-Zentrum)"
    if (noun.begin >= 2 && (d.of(noun.begin - 1) == "vorher" || d.of(noun.begin - 1) == "formerly" || d.of(noun.begin - 1) == "früher" || d.of(noun.begin - 1) == "previously")) continue;
    // "die deutschen Schulen in La Paz und Santa Cruz": institutes_plain.cpp
    if (d.grammar.language == "de" && d.of(noun).ends_with("Schulen")) continue;
    const CueSpot* verb = find_cue(s, Cue::institute_verb, clause.begin, clause.end);
    if (!verb) verb = find_cue(s, Cue::open_verb, clause.begin, clause.end);
    const CueSpot* have = find_cue_back(s, Cue::mission_have, noun.begin, clause.begin);
    if (!verb && !have) continue;
    // "The University of Lima established a partnership with a Norwegian university": something else was
    const bool generic = d.grammar.language == "en" && d.grammar.texts[noun.data].find(':') == std::string::npos;
    const std::string_view what = verb && verb->end < clause.end ? d.of(verb->end) : std::string_view();
    const bool active = verb && verb->end - verb->begin == 1 && verb->begin > clause.begin && !find_cue(s, Cue::have, verb->begin - 1, verb->begin) && (what == "a" || what == "an" || what == "the");
    if (generic && active && noun.end <= verb->begin) continue;
    const std::uint32_t with = noun.begin - std::min(noun.begin, 3u);
    if (generic && (!have || d.of(*have).starts_with("with")) && find_cue(s, Cue::with_word, std::max(with, clause.begin), noun.begin)) continue;
    Side host = Side::none, own = Side::none;
    Spot city;
    for (const NameSpot& name : s.names) {
      if (name.begin < clause.begin || name.begin >= clause.end) continue;
      if (name.form >= NameForm::capital && name.begin >= noun.begin && city.end == 0) city = name, host = name.side;
      else if (name.form == NameForm::adjective && name.end <= noun.begin && noun.begin - name.end <= 2) own = name.side;
      else if (host == Side::none && name.begin >= noun.end) host = name.side;
    }
    for (const NameSpot& name : s.names) {  // "In Reykjavík a school has existed since"
      if (name.form >= NameForm::capital && city.end == 0 && name.begin >= clause.begin && name.end <= noun.begin && find_cue(s, Cue::in_word, name.begin - std::min(name.begin, 1u), name.begin)) city = name, host = name.side;
    }
    const std::string& of = d.grammar.texts[noun.data];
    const std::size_t colon = of.find(':');
    if (own == Side::none && colon != std::string::npos) {
      for (const Side side : {Side::first, Side::second}) {
        if (d.code(side) == of.substr(0, colon)) own = side;
      }
      if (own == Side::none) continue;  // a third state's
    }
    if (own == Side::none && d.grammar.language == "en" && speaks_of_third(d, s, clause)) continue;
    if (own == Side::none && Document::is_pair(host)) own = Document::other(host);
    // "a library at the University of Lima": where it is
    const std::uint32_t before = noun.begin - (noun.begin > clause.begin + 1 && d.of(noun.begin - 1) == "the" ? 2 : 1);
    if (colon == std::string::npos && noun.begin > clause.begin && find_cue(s, Cue::in_word, before, before + 1) && find_cue_back(s, Cue::institute, before, clause.begin)) continue;
    // "the Peruvian-Norwegian Cultural Institute": of both, and so of the one that it is not in
    const auto joined = [&](const NameSpot& one) { return one.form == NameForm::adjective && one.side == Document::other(host) && one.end + 1 < noun.begin && d.tokens[one.end].is_word() == false && noun.begin - one.end <= 4; };
    if (own == host && Document::is_pair(host) && std::any_of(s.names.begin(), s.names.end(), joined)) own = Document::other(host);
    if (!Document::is_pair(own) || own == host || host == Side::third) continue;
    const When* when = date_for(d, s, noun, clause, 14);
    Spot quote = noun;
    if (verb) quote = span(quote, *verb);
    if (city.end) quote = span(quote, city);
    Claim& claim = d.add(Kind::cultural_institute, trimmed(quote, noun, 14));
    claim.subject = d.code(own);
    claim.object = d.code(Document::other(own));
    claim.unit = colon == std::string::npos ? of : of.substr(colon + 1);
    if (city.end) claim.place = d.of(city);
    if (when) {
      When plain = *when;
      plain.since = false;
      claim.period = plain.text();
    }
    // "Goethe Institutes were opened in Lima and Cusco"
    if (!city.end || city.begin < noun.end || !d.of(noun).ends_with('s')) continue;
    const Claim model = claim;
    const std::vector<City> towns = cities_from(d, s, city.begin, clause.end);
    for (std::size_t i = 1; i < towns.size(); ++i) {
      if (towns[i].host == Side::third || towns[i].host == own) continue;
      Claim& more = d.add(Kind::cultural_institute, towns[i]);
      more.subject = model.subject, more.object = model.object, more.unit = model.unit, more.period = model.period;
      more.place = d.of(towns[i]);
    }
  }
}

// Whether a body is one of the two together: its name says so, or the sentence speaks of both (or of nobody).
bool is_of_both(const Document& d, const Sentence& s, Spot name) {
  Spot whole = name;
  while (whole.begin > s.range.begin && ((d.tokens[whole.begin - 1].is_word() && d.tokens[whole.begin - 1].capital) || d.tokens[whole.begin - 1].is(TokenKind::hyphen) || d.tokens[whole.begin - 1].is(TokenKind::dash))) --whole.begin;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::org && cue.begin >= whole.begin && cue.end <= name.end) return false;  // "the UN Security Council"
    if (cue.cue == Cue::region && cue.begin >= whole.begin && cue.end <= name.begin && d.of(cue).starts_with("European")) return false;
  }
  for (std::uint32_t i = whole.begin > s.range.begin ? whole.begin - 1 : whole.begin; i < name.end; ++i) {
    if (one_of(d.of(i), {"Joint", "joint", "Bilateral", "bilateral", "Binational", "Bi-National", "Bi", "Mixed", "mixed", "Intergovernmental", "intergovernmental", "Inter", "Gemischte", "gemeinsame", "Gemeinsame"})) return true;
  }
  bool first = false, second = false;
  for (const Mention& one : d.mentions) {
    if (one.form >= NameForm::capital) continue;
    first = first || one.side == Side::first || one.side == Side::both;
    second = second || one.side == Side::second || one.side == Side::both;
  }
  return first == second;
}

void read_initiatives(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::initiative_noun) continue;
    if (std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::mission_noun && one.begin < noun.end && noun.begin < one.end; })) continue;  // "high commission"
    const CueSpot* verb = find_cue(s, Cue::initiative_verb, noun.end, noun.end + 12);
    const CueSpot* before = find_cue_back(s, Cue::initiative_verb, noun.begin, noun.begin >= 10 ? noun.begin - 10 : 0);
    if (before && (!verb || noun.begin - before->end <= 3)) verb = before;
    if (!verb) continue;
    // "an agreement on the establishment of a Joint Commission" is the agreement
    if (d.of(*verb).ends_with(" of") && !d.of(*verb).starts_with("is ") && find_cue_back(s, Cue::treaty_noun, verb->begin, s.range.begin)) continue;
    Spot quote = noun;
    while (quote.begin > s.range.begin && d.tokens[quote.begin - 1].is_word() && (d.tokens[quote.begin - 1].capital || d.of(quote.begin - 1) == "the")) --quote.begin;
    const std::string& meaning = d.grammar.texts[verb->data];
    if (meaning != "of" && !is_of_both(d, s, noun)) continue;
    const When* when = date_for(d, s, *verb, clause_of(d, s, verb->begin), 16);
    Side of = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.begin >= verb->end && one.begin - verb->end <= 3) of = one.side;
    }
    if (meaning == "of" && !Document::is_pair(of)) continue;
    for (const Mention& one : d.mentions) {  // "Turkey launched a trilateral process"
      const bool does = verb == before && one.form == NameForm::name && !one.reference && Document::is_pair(one.side) && one.end == verb->begin && d.of(*verb).ends_with("launched");
      const bool joined = does && one.begin > s.range.begin && find_cue(s, Cue::and_word, one.begin - 1, one.begin);
      if (does && !joined) of = one.side;
    }
    // "a Malaysia-Poland Business Council has been established": a body with a name needs no day
    const bool named = d.tokens[noun.end - 1].capital && d.tokens[noun.begin].capital && (verb->end <= noun.begin ? noun.begin - verb->end <= 5 : verb->begin - noun.end <= 3);
    const bool third = std::any_of(d.mentions.begin(), d.mentions.end(), [](const Mention& one) { return one.side == Side::third; });
    if (meaning != "of" && !when && (!named || third || s.has(Cue::plan))) continue;
    quote = span(quote, *verb);
    if (meaning == "of") quote.end = std::min(s.range.end, verb->end + 1);
    else if (when && when->begin >= quote.end && when->begin - quote.end <= 4) quote.end = when->end;
    Claim& claim = d.add(Kind::initiative, trimmed(quote, noun, 14));
    if (!Document::is_pair(of)) of = d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
    claim.subject = d.code(of);
    claim.object = d.code(Document::other(of));
    if (when) {
      When plain = *when;
      plain.since = false;
      claim.period = plain.text();
    }
    return;
  }
}

// "The bilateral mechanisms include the Joint Trade Committee and the Friendship Group": each is one, without a day.
void read_mechanisms(Document& d, const Sentence& s) {
  std::uint32_t at = s.range.begin;
  while (at < s.range.end && d.of(at) != "mechanisms") ++at;
  const CueSpot* list = at < s.range.end ? find_cue(s, Cue::company_list, at, at + 10) : nullptr;
  for (const CueSpot& noun : s.cues) {
    if (!list || noun.cue != Cue::initiative_noun || noun.begin < list->end || !d.tokens[noun.end - 1].capital) continue;
    Spot quote = noun;
    while (quote.begin > list->end && d.tokens[quote.begin - 1].capital) --quote.begin;
    while (quote.begin > list->end && d.tokens[quote.begin - 1].is(TokenKind::hyphen)) quote.begin -= 2;
    if (!d.claims.empty() && d.claims.back().kind == Kind::initiative && d.claims.back().plain.end > d.tokens[quote.begin].begin) continue;
    Claim& claim = d.add(Kind::initiative, quote);
    const bool swap = d.code(Side::second) < d.code(Side::first);
    claim.subject = d.code(swap ? Side::second : Side::first);
    claim.object = d.code(swap ? Side::first : Side::second);
  }
}

}  // namespace

void read_culture(Document& d, const Sentence& s) {
  if (s.has(Cue::institute)) read_institutes(d, s);
  if (s.has(Cue::initiative_noun)) read_initiatives(d, s), read_mechanisms(d, s);
}

}  // namespace comity::claims
