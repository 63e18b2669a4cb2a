// What the general readers leave half said in German: the topic of a treaty behind its date ("Abkommen vom 3. Mai 1975 zur Vermeidung
// der Doppelbesteuerung"), a row of years behind its name, who broke off relations, a mission opened in a state without its town.
#include <algorithm>

#include "comity/claims/readers/german.hpp"
#include "comity/claims/readers/german_parts.hpp"

namespace comity::claims {

using namespace german;

namespace {

// "Abkommen vom 22.10.1996 über den Luftverkehr": the date stands between the treaty and its topic.
void name_topics(Document& d, const Sentence& s) {
  const CueSpot* noun = find_cue(s, Cue::treaty_noun);
  const CueSpot* topic = noun ? find_cue(s, Cue::treaty_topic, noun->end, std::min(s.range.end, noun->end + 16)) : nullptr;
  if (!topic || d.claims.size() != d.sentence_claims + 1) return;
  Claim& claim = d.claims.back();
  const bool led = find_word(d, noun->end, topic->begin, {"über", "zur", "zum", "betreffend", "für"}) < topic->begin;
  if (claim.kind == Kind::treaty_signed && claim.unit.empty() && claim.plain.end <= d.tokens[topic->begin].begin && led) claim.unit = d.grammar.texts[topic->data];
}

// "Handelsabkommen (1950, 1955, 1958)": each year has its own.
void read_rows_of_years(Document& d, const Sentence& s) {
  for (std::size_t i = d.sentence_claims, end = d.claims.size(); i < end; ++i) {
    if (d.claims[i].kind != Kind::treaty_signed || d.claims[i].period.empty()) continue;
    const When* last = nullptr;
    for (const When& one : s.dates) {
      if (one.parens && !last && one.text() == d.claims[i].period) {
        last = &one;
        continue;
      }
      if (!last || one.begin - last->end != 1 || !(d.tokens[last->end].is(Token::Kind::comma) || d.of(last->end) == "und")) continue;
      last = &one;
      const Claim model = d.claims[i];
      Claim& claim = d.add(model.kind, one);
      claim.subject = model.subject, claim.object = model.object, claim.unit = model.unit;
      claim.period = one.text();
    }
  }
}

// "Am 25. Januar 1942 brach Peru die Beziehungen zu Deutschland ab": the verb's neighbour breaks them off, in whatever order.
void settle_severed(Document& d, const Sentence& s) {
  const std::uint32_t verb = find_word(d, s.range.begin, s.range.end, {"brach", "brachen"});
  if (verb == s.range.end) return;
  const Mention* who = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.form != NameForm::name || one.reference || !Document::is_pair(one.side)) continue;
    if (one.begin == verb + 1 || one.end == verb) who = &one;
  }
  for (std::size_t i = d.sentence_claims; who && i < d.claims.size(); ++i) {
    if (d.claims[i].kind == Kind::relations_severed) d.claims[i].subject = d.code(who->side), d.claims[i].object = d.code(Document::other(who->side));
  }
}

// "Deutschland ist Perus zweitgrößter Investor": the genitive is where, the other one who.
void settle_investors(Document& d, const Sentence& s) {
  const Mention* who = subject(d, s.range);
  if (!who || who->begin > s.range.begin + 1) return;
  const bool owned = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Document::other(who->side) && is_genitive(d, one); });
  for (std::size_t i = d.sentence_claims; owned && i < d.claims.size(); ++i) {
    if (d.claims[i].kind == Kind::fdi_stock && d.claims[i].unit == "rank") d.claims[i].subject = d.code(who->side), d.claims[i].object = d.code(Document::other(who->side));
  }
}

// "Deutschland hat 1992 als erster Staat eine Botschaft in Peru eröffnet": where is told by the state alone.
void read_openings(Document& d, const Sentence& s) {
  const CueSpot* noun = find_cue(s, Cue::mission_noun);
  if (!noun || has_claim(d, Kind::mission_opened) || has_claim(d, Kind::mission) || s.has(Cue::close_verb) || s.has(Cue::plan) || names_third(d, s.range)) return;
  const Spot clause = clause_of(d, s, noun->begin);
  if (find_word(d, clause.begin, clause.end, {"eröffnet", "eröffnete", "eröffneten", "eingerichtet", "errichtete", "errichtet"}) == clause.end) return;
  if (find_word(d, clause.begin, clause.end, {"wurde", "wurden", "worden", "nicht"}) < clause.end) return;
  const Mention* who = subject(d, clause);
  const Mention* where = behind(d, {noun->end, clause.end}, {"in"});
  if (!who || !where || where->side != Document::other(who->side) || where->begin - noun->end > 3) return;
  const std::string period = period_of(d, s, *noun, clause);
  if (period.empty()) return;
  Claim& claim = d.add(Kind::mission_opened, {noun->begin, where->end});
  claim.subject = d.code(who->side), claim.object = d.code(where->side);
  claim.unit = d.grammar.texts[noun->data], claim.period = period;
}

// "Die Beziehungen sind eng. Sie bestehen seit 1953."
void read_relations_before(Document& d, const Sentence& s) {
  const std::uint32_t first = s.range.begin;
  if (first + 3 > s.range.end || first == 0 || !one_of(d.of(first), {"Sie", "Diese"}) || !one_of(d.of(first + 1), {"bestehen", "bestanden", "existieren"}) || s.dates.size() != 1) return;
  if (d.claims.size() != d.sentence_claims || !s.dates.front().since || s.has(Cue::mission_noun)) return;
  constexpr std::uint32_t longest = 30;
  std::uint32_t relations = first;
  for (std::uint32_t i = first - 1; i-- > 0 && first - i <= longest && !d.tokens[i].is(Token::Kind::stop);) {
    if (d.of(i) == "Beziehungen") relations = i;
  }
  if (relations == first) return;
  When at = s.dates.front();
  at.since = false;
  Claim& claim = d.add(Kind::relations_established, s.range);
  claim.subject = claim.pair[0], claim.object = claim.pair[1];
  claim.period = at.text();
}

// "Beide Länder unterhalten diplomatische Beziehungen": without a day.
void read_kept_relations(Document& d, const Sentence& s) {
  if (has_claim(d, Kind::relations_established) || has_claim(d, Kind::relations_severed) || has_claim(d, Kind::relations_resumed) || !s.dates.empty() || names_third(d, s.range)) return;
  const std::uint32_t verb = find_word(d, s.range.begin, s.range.end, {"unterhalten", "pflegen", "unterhält", "pflegt"});
  if (verb == s.range.end || find_word(d, s.range.begin, s.range.end, {"kein", "keine", "keinerlei", "nicht"}) < s.range.end) return;
  const CueSpot* noun = find_cue(s, Cue::relations_noun, verb, std::min(s.range.end, verb + 8));
  if (!noun || find_word(d, verb, noun->end, {"diplomatische", "diplomatischen"}) == noun->end) return;
  bool first = false, second = false;
  for (const Mention& one : d.mentions) {
    first = first || one.side == Side::first || one.side == Side::both, second = second || one.side == Side::second || one.side == Side::both;
  }
  if (!first || !second) return;
  Claim& claim = d.add(Kind::relations_established, {verb, noun->end});
  claim.subject = claim.pair[0], claim.object = claim.pair[1];
}

// "Beziehungen sowohl mit der Bundesrepublik (1952) als auch mit der DDR (1972)": the second Germany has its own year.
void read_second_germany(Document& d, const Sentence& s) {
  const auto told = std::find_if(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [](const Claim& one) { return one.kind == Kind::relations_established; });
  if (told == d.claims.end()) return;
  const Claim model = *told;
  for (const Mention& one : d.mentions) {
    if (one.begin < s.range.begin + 2 || !Document::is_pair(one.side) || d.code(one.side) != "DEU" || find_word(d, one.begin, one.end, {"DDR", "Demokratischen"}) == one.end) continue;
    const auto when = std::find_if(s.dates.begin(), s.dates.end(), [&](const When& date) { return date.parens && date.begin >= one.end && date.begin - one.end <= 1; });
    if (when == s.dates.end() || when->text() == model.period) continue;
    Claim& claim = d.add(Kind::relations_established, {one.begin, when->end});
    claim.subject = model.subject, claim.object = model.object, claim.period = when->text();
    return;
  }
}

}  // namespace

void read_german_told(Document& d, const Sentence& s) {
  if (s.has(Cue::treaty_noun)) name_topics(d, s), read_rows_of_years(d, s);
  if (s.has(Cue::sever)) settle_severed(d, s);
  if (s.has(Cue::investor_noun)) settle_investors(d, s);
  read_openings(d, s);
  read_relations_before(d, s);
  if (s.has(Cue::relations_noun)) read_second_germany(d, s), read_kept_relations(d, s);
}

}  // namespace comity::claims
