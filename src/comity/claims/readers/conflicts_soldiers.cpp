// Soldiers of one of the two who fought for or in the other's land, in a war that the sentence names: "Canadian soldiers took part in
// the defence of South Korea during the Korean War", "over a thousand Danes volunteered on the Finnish side in the Winter War".
#include <algorithm>

#include "comity/claims/readers/readers.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

struct War {
  std::string_view first, second, years;  // its words, before "War"
};

constexpr War wars[] = {{"Korean", "", "1950/1953"}, {"Winter", "", "1939/1940"}, {"Continuation", "", "1941/1944"}, {"Crimean", "", "1853/1856"}, {"Gulf", "", "1990/1991"},
                        {"Vietnam", "", "1955/1975"}, {"Spanish", "Civil", "1936/1939"}, {"Boer", "", "1899/1902"}, {"Falklands", "", "1982"}, {"Chaco", "", "1932/1935"}};

// The years of a war that the sentence names; where its name ends.
std::string years_of(const Document& d, const Sentence& s, Spot& name) {
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
    if (d.of(i) != "War") continue;
    for (const War& war : wars) {
      const bool two = !war.second.empty();
      if (i < s.range.begin + (two ? 2u : 1u) || (two ? d.of(i - 1) != war.second || d.of(i - 2) != war.first : d.of(i - 1) != war.first)) continue;
      name = {i - (two ? 2u : 1u), i + 1};
      return std::string(war.years);
    }
  }
  const CueSpot* era = find_cue(s, Cue::era);
  if (!era || (!d.of(*era).starts_with("World War") && !d.of(*era).ends_with("World War"))) return {};
  name = *era;
  return d.grammar.texts[era->data];
}

bool is_armed(std::string_view word) { return one_of(word, {"soldiers", "troops", "forces", "volunteers", "servicemen", "battalion", "brigade", "contingent", "army", "Army", "navy", "Navy", "pilots", "units", "division", "regiment", "veterans"}); }

bool tells_fighting(std::string_view word) { return one_of(word, {"fought", "participated", "volunteered", "served", "sent", "defended", "deployed", "dispatched", "contributed", "took", "aided", "helped", "fighting", "liberated"}); }

}  // namespace

void read_soldiers(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || d.grammar.language != "en" || s.has(Cue::negation) || s.has(Cue::plan)) return;
  Spot war;
  const std::string years = years_of(d, s, war);
  if (years.empty()) return;
  if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [](const Claim& one) { return one.kind == Kind::conflict; })) return;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (!tells_fighting(d.of(i)) || (d.of(i) == "took" && !(i + 1 < s.range.end && d.of(i + 1) == "part"))) continue;
    // Who: the nation right before the verb, its soldiers or itself.
    const Mention* who = nullptr;
    bool armed = false, other = false, third = false;
    for (const Mention& one : d.mentions) {
      if (one.end <= i && i - one.end <= 5 && one.form < NameForm::capital && !one.reference) who = &one;
    }
    if (!who || !Document::is_pair(who->side)) continue;
    for (std::uint32_t k = who->begin; k < std::min(s.range.end, i + 8); ++k) armed = armed || is_armed(d.of(k)) || one_of(d.of(k), {"volunteered", "fought", "fighting"});
    for (const Mention& one : d.mentions) {
      const bool of_war = one.begin >= war.begin && one.end <= war.end && !(d.of(war).starts_with("Korean") && d.side_of(one.state) != Side::third);
      if (&one == who || of_war || one.begin < i) continue;
      // "fought in World War II and Norway was occupied": told of the other for itself
      const bool apart = one.end < s.range.end && find_cue(s, Cue::have, one.end, one.end + 1) && find_cue(s, Cue::and_word, one.begin - 1, one.begin);
      other = other || (!apart && one.side == Document::other(who->side));
      third = third || (one.side == Side::third && one.form != NameForm::adjective);
    }
    if (!armed || !other || third) continue;
    // "fought against": whom, all the same; "took part in the war against" a third is told apart above.
    std::uint32_t end = i + 1;
    for (const Mention& one : d.mentions) {
      if (one.begin > i && one.side == Document::other(who->side) && one.begin - i <= 12 && end == i + 1) end = one.end;
    }
    Claim& claim = d.add(Kind::conflict, trimmed({who->begin, end}, {who->begin, i + 1}, 16));
    claim.subject = d.code(who->side), claim.object = d.code(Document::other(who->side)), claim.note = d.of(war);
    claim.period = years;
    for (const When& when : s.dates) {
      if (when.begin > i && when.begin - i <= 14 && when.dated()) claim.period = when.text();
    }
    for (const Amount& amount : s.amounts) {  // "17,000 soldiers", "a thousand Danes"
      if (amount.kind != Amount::Kind::number || amount.value < 2 || amount.end > i + 3 || amount.begin + 8 < i || claim.number) continue;
      if (std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin < amount.end && amount.begin < when.end; })) continue;
      const bool people = (amount.end < s.range.end && (is_armed(d.of(amount.end)) || (amount.end + 1 < s.range.end && is_armed(d.of(amount.end + 1))))) || amount.end == who->begin;
      if (!people) continue;
      d.set_amount(claim, amount);
      claim.currency.clear(), claim.unit = "people";
    }
    return;
  }
}

}  // namespace comity::claims
