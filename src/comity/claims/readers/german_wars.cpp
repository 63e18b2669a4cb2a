// Wars in German: attacks, occupations with the agent behind "von", their end, colonies, and those that a third state began.
#include <algorithm>

#include "comity/claims/readers/german.hpp"
#include "comity/claims/readers/german_parts.hpp"

namespace comity::claims {

using namespace german;

namespace {

// "deutsche Truppen", "die Wehrmacht", "das Deutsche Reich": a state at arms from a token on. Its code; empty: none.
std::string armed(const Document& d, const Sentence& s, Spot where, std::uint32_t& at) {
  for (std::uint32_t i = where.begin; i < where.end; ++i) {
    at = i;
    if (d.of(i) == "Wehrmacht" || d.of(i) == "Reichswehr") return "DEU";
    if (d.of(i) == "Sowjetunion" || d.of(i) == "Rote" || d.of(i) == "Roten") return "SUN";
    for (const NameSpot& one : s.names) {
      if (one.begin != i || one.form >= NameForm::capital) continue;
      const bool troops = one.form == NameForm::adjective && find_word(d, one.end, std::min(where.end, one.end + 3), {"Truppen", "Soldaten", "Streitkräfte", "Streitkräften", "Armee", "Verbände", "Verbänden", "Einheiten", "Regierung", "Marine", "Luftwaffe", "Flotte"}) < std::min(where.end, one.end + 3);
      const Mention mention{{one.begin, one.end}, one.side, one.form, one.state, false, false};
      if (troops || (one.form == NameForm::name && !is_genitive(d, mention))) return Document::is_pair(one.side) ? d.code(one.side) : d.grammar.code(one.state);
    }
  }
  return {};
}

struct Act {
  std::string_view word;
  std::string_view unit;
};

constexpr Act acts[] = {{"besetzt", "occupation"},    {"besetzte", "occupation"},  {"besetzten", "occupation"}, {"annektiert", "annexation"}, {"annektierte", "annexation"}, {"annektierten", "annexation"},
                        {"überfallen", "invasion"},   {"überfiel", "invasion"},    {"überfielen", "invasion"},  {"angegriffen", ""},          {"griff", ""},                 {"griffen", ""},
                        {"marschierte", "invasion"},  {"marschierten", "invasion"}, {"erobert", ""},            {"eroberte", ""},             {"eroberten", ""},             {"bombardiert", ""},
                        {"bombardierte", ""},         {"bombardierten", ""},       {"unterworfen", "annexation"}, {"kolonisiert", "colony"},  {"einmarschiert", "invasion"}};

// "wurde Estland im August 1941 von deutschen Truppen besetzt", "besetzte die Wehrmacht Griechenland"
void read_acts(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (d.tokens[i].capital || d.tokens[i].end - d.tokens[i].begin < 5) continue;
    const Act* act = std::find_if(std::begin(acts), std::end(acts), [&](const Act& one) { return d.of(i) == one.word; });
    if (act == std::end(acts) || is_told(d, {i, i + 1}, {Kind::conflict, Kind::mission, Kind::mission_closed})) continue;
    if ((act->word.starts_with("griff") || act->word.starts_with("marschiert")) && !find_cue(s, Cue::war_verb, i, i + 1)) continue;
    const Spot clause = clause_of(d, s, i);
    std::uint32_t at = 0;
    std::string by, whom;
    const std::uint32_t from = find_word(d, clause.begin, i, {"von", "durch"});
    const bool passive = act->word.ends_with('t') || act->word.ends_with("en");
    if (passive && find_word(d, clause.begin, i, {"wurde", "wurden", "war", "waren", "worden"}) < i) {
      if (from < i) by = armed(d, s, {from + 1, std::min(i, from + 6)}, at);
      const std::uint32_t be = find_word(d, clause.begin, i, {"wurde", "wurden", "war", "waren"});
      const bool front = std::none_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin > be && one.end <= i && one.form == NameForm::name && !is_genitive(d, one); });
      for (const Mention& one : d.mentions) {
        if (one.begin >= (front ? clause.begin : be) && one.end <= i && one.form == NameForm::name && !one.reference && one.side != Side::both && whom.empty() && !is_genitive(d, one) && (from >= i || one.end <= from || one.begin > from + 5)) whom = Document::is_pair(one.side) ? d.code(one.side) : d.grammar.code(one.state);
      }
    } else if (!act->word.ends_with('t')) {
      std::uint32_t first = 0;
      by = armed(d, s, {clause.begin, i}, first);
      if (by.empty()) by = armed(d, s, {i + 1, std::min(clause.end, i + 6)}, first);
      for (const Mention& one : d.mentions) {
        if (one.begin > std::max(first, i) && one.begin < clause.end && one.begin - i <= 12 && one.form == NameForm::name && !one.reference && whom.empty() && !is_genitive(d, one)) whom = Document::is_pair(one.side) ? d.code(one.side) : d.grammar.code(one.state);
      }
    }
    const auto pair = [&](const std::string& code) { return code == d.code(Side::first) || code == d.code(Side::second); };
    if (whom.empty() || whom == by || (!pair(whom) && !pair(by))) continue;
    const When* when = date_for(d, s, {i, i + 1}, clause, 14);
    if (by.empty() && !when) continue;
    Spot quote{i, i + 1};
    for (const Mention& one : d.mentions) {
      if (one.begin >= clause.begin && one.end <= i && i - one.end <= 10) quote = span(quote, one);
    }
    if (when && when->end <= quote.begin && quote.begin - when->end <= 4) quote.begin = when->begin;
    for (const Mention& one : d.mentions) {
      if (one.begin > i && one.begin < clause.end && one.begin - i <= 5 && one.form < NameForm::capital) quote.end = std::max(quote.end, one.end);
    }
    Claim& claim = d.add(Kind::conflict, trimmed(quote, {i, i + 1}, 16));
    claim.subject = by, claim.object = whom;
    if (!pair(by) && !by.empty()) claim.scope = by;
    if (!pair(whom)) claim.scope = whom;
    claim.unit = act->unit;
    if (when) claim.period = when->text();
  }
}

// "der Überfall auf die Sowjetunion am 22. Juni 1941", "Bis Oktober 1944 dauerte die Besatzung an", "im Freiheitskrieg (1918–1920)"
void read_nouns(Document& d, const Sentence& s) {
  if (s.dates.empty()) return;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (!d.tokens[i].capital) continue;
    const std::string_view word = d.of(i);
    std::string unit;
    if (one_of(word, {"Besatzung", "Besetzung", "Okkupation"})) unit = "occupation";
    else if (one_of(word, {"Annexion", "Anschluss"})) unit = "annexation";
    else if (one_of(word, {"Invasion", "Überfall", "Einmarsch", "Angriff"})) unit = "invasion";
    else if (one_of(word, {"Schutzgebiet", "Kolonie"})) unit = "colony";
    else if (!(word.size() > 6 && (word.ends_with("krieg") || word.ends_with("kriege") || word.ends_with("krieges")) && !one_of(word, {"Weltkrieg", "Weltkrieges", "Bürgerkrieg", "Bürgerkrieges"}))) continue;
    if (i > s.range.begin + 1 && one_of(d.of(i - 1), {"Kalten", "Kalter"})) continue;
    const Spot clause = clause_of(d, s, i);
    if (has_claim(d, Kind::conflict) || s.has(Cue::treaty_noun) || s.has(Cue::relations_noun) || s.has(Cue::mission_noun)) return;
    bool pair = false;
    for (const Mention& one : d.mentions) pair = pair || (one.begin >= clause.begin && one.end <= clause.end && (Document::is_pair(one.side) || one.side == Side::both));
    const bool begins = one_of(d.of(s.range.begin), {"Nach", "Seit", "Vor", "Während"}) && i <= s.range.begin + 6;
    const When* when = date_for(d, s, {i, i + 1}, clause, 6);
    if (!when || (begins && !(when->begin > i && when->begin - i <= 3 && when->parens))) continue;
    const bool ends = find_word(d, clause.begin, clause.end, {"dauerte", "endete", "beendet", "Ende"}) < clause.end;
    if (!pair && !ends) continue;
    const Side owner = of_noun(d, {i, i + 1});
    const Side first = Document::is_pair(owner) ? owner : d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
    if (names_third(d, clause)) continue;
    Claim& claim = d.add(Kind::conflict, trimmed(span({i, i + 1}, *when), {i, i + 1}, 14));
    claim.subject = d.code(first), claim.object = d.code(Document::other(first));
    claim.unit = unit;
    claim.period = when->text();
    return;
  }
}

// "töteten deutsche Truppen rund 65.000 Menschen", "wurden rund 50.000 Juden ermordet"
void read_dead(Document& d, const Sentence& s) {
  if (s.amounts.empty()) return;
  const std::uint32_t verb = find_word(d, s.range.begin, s.range.end, {"töteten", "tötete", "getötet", "ermordet", "ermordeten", "starben", "fielen", "gefallen", "hingerichtet", "umgebracht", "deportiert", "kamen"});
  if (verb == s.range.end || (d.of(verb) == "kamen" && find_word(d, verb, s.range.end, {"Leben"}) == s.range.end) || s.has(Cue::trade_noun) || s.has(Cue::export_noun) || s.has(Cue::import_noun)) return;
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::number || amount.value < 2 || is_told(d, amount, {Kind::conflict, Kind::migration_stock, Kind::diaspora})) continue;
    const std::uint32_t next = amount.end;
    const bool people = next < s.range.end && (d.tokens[next].capital || (next + 1 < s.range.end && d.tokens[next + 1].capital));
    if (!people || names_third(d, s.range) || (verb > amount.end ? verb - amount.end : amount.begin - verb) > 12) continue;
    std::uint32_t at = 0;
    std::string by;
    if (const std::uint32_t from = find_word(d, s.range.begin, s.range.end, {"von", "durch"}); from < s.range.end) by = armed(d, s, {from + 1, std::min(s.range.end, from + 5)}, at);
    if (by.empty() && d.of(verb).starts_with("töt")) by = armed(d, s, {verb + 1, std::min(s.range.end, verb + 5)}, at);
    Side whose = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.begin >= amount.end && one.begin - amount.end <= 3 && Document::is_pair(one.side)) whose = one.side;
    }
    if (whose == Side::none && by.empty()) continue;
    const bool first = whose == Side::first || (whose == Side::none && by == d.code(Side::second));
    Claim& claim = d.add(Kind::conflict, {amount.begin, std::min(s.range.end, amount.end + 2)});
    d.set_amount(claim, amount);
    claim.currency.clear();
    claim.unit = "people";
    claim.subject = d.code(first ? Side::first : Side::second), claim.object = d.code(first ? Side::second : Side::first);
    claim.period = period_of(d, s, amount, clause_of(d, s, amount.begin));
    claim.note = "deaths";
    return;
  }
}

// "1917 erklärte Peru dem Deutschen Reich den Krieg", "erhielt 1916 eine Kriegserklärung Deutschlands": who, to whom. The general reader
// took the two in their order.
void settle_declarations(Document& d, const Sentence& s) {
  const std::uint32_t verb = find_word(d, s.range.begin, s.range.end, {"erklärte", "erklärten"}), noun = find_word(d, s.range.begin, s.range.end, {"Krieg", "Kriegserklärung"});
  const bool declared = verb < noun && noun < s.range.end && noun - verb <= 10;
  if (!declared && (noun == s.range.end || d.of(noun) != "Kriegserklärung")) return;
  const Mention *by = nullptr, *to = nullptr;
  const auto code = [&](const Mention& one) { return Document::is_pair(one.side) ? d.code(one.side) : d.grammar.code(one.state); };
  for (const Mention& one : d.mentions) {
    const bool state = one.form == NameForm::name || (one.form == NameForm::adjective && one.end < s.range.end && d.of(one.end).starts_with("Reich"));
    if (!state || one.reference) continue;
    if (declared) {
      const bool before = one.end <= verb && verb - one.end <= 2;
      if (!by && (before || (one.begin > verb && one.begin < noun))) by = &one;
      else if (by && !to && one.begin > verb && one.begin < noun && one.side != by->side) to = &one;
    } else if (one.begin == noun + 1 && is_genitive(d, one)) by = &one;
    else if (one.end <= noun) to = &one;
  }
  if (!by || !to || code(*by) == code(*to)) return;
  const auto pair = [&](const Mention& one) { return Document::is_pair(one.side); };
  if (!pair(*by) && !pair(*to)) return;
  Claim* claim = nullptr;
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
    if (d.claims[i].kind == Kind::conflict && d.claims[i].plain.overlaps({d.tokens[std::min(verb, noun)].begin, d.tokens[noun].end})) claim = &d.claims[i];
  }
  const When* when = date_for(d, s, {noun, noun + 1}, clause_of(d, s, noun), 12);
  if (!claim) {
    if (!when) return;
    claim = &d.add(Kind::conflict, {noun - std::min(noun - s.range.begin, 2u), noun + 1});
    claim->period = when->text();
  }
  claim->subject = code(*by), claim->object = code(*to);
  if (!pair(*by)) claim->scope = claim->subject;
  else if (!pair(*to)) claim->scope = claim->object;
}

// "Angola war seit 1483 portugiesische Kolonie", "die deutsche Kolonie Deutsch-Südwest"
void read_colonies(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
    if (!one_of(d.of(i), {"Kolonie", "Kronkolonie", "Protektorat", "Schutzgebiet"}) || is_told(d, {i, i + 1}, {Kind::conflict})) continue;
    const Mention *power = nullptr, *land = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.form == NameForm::adjective && one.end == i) power = &one;
      if (one.form == NameForm::name && one.end <= i && !is_genitive(d, one) && one.side != Side::both) land = &one;
    }
    const Spot clause = clause_of(d, s, i);
    const std::uint32_t be = find_word(d, clause.begin, i, {"war", "wurde", "waren", "blieb"});
    if (!power || !land || be == i || land->side == power->side) continue;
    const auto code = [&](const Mention& one) { return Document::is_pair(one.side) ? d.code(one.side) : d.grammar.code(one.state); };
    if (!Document::is_pair(land->side) && !Document::is_pair(power->side)) continue;
    const When* when = date_for(d, s, {i, i + 1}, clause, 10);
    for (const When& one : s.dates) {
      if (one.end <= power->begin && power->begin - one.end <= 2) when = &one;
    }
    Claim& claim = d.add(Kind::conflict, trimmed({power->begin, i + 1}, {power->begin, i + 1}, 12));
    if (when && when->end <= power->begin && power->begin - when->end <= 2) claim.plain.begin = d.tokens[when->begin].begin;
    claim.subject = code(*power), claim.object = code(*land), claim.unit = "colony";
    if (!Document::is_pair(power->side)) claim.scope = claim.subject;
    if (when) claim.period = when->text();
    return;
  }
}

// "Ausbruch des Angolanischen Bürgerkriegs 1975", "Mit Ende des Bürgerkriegs im Jahr 2009": of one alone, not of Germany
void read_civil_wars(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
    if (!d.of(i).starts_with("Bürgerkrieg") || is_told(d, {i, i + 1}, {Kind::conflict})) continue;
    const Spot clause = clause_of(d, s, i);
    const std::uint32_t from = i - std::min(i - clause.begin, 5u), to = std::min(clause.end, i + 6);
    const bool turn = find_word(d, from, i, {"Ausbruch", "Ende", "Beginn", "Beendigung"}) < i || find_word(d, i, to, {"ausbrach", "begann", "endete", "aus"}) < to;
    Side of = Side::none;
    for (const Mention& one : d.mentions) {
      if (one.form == NameForm::adjective && one.end == i) of = one.side;
      if (one.begin > i && one.begin - i <= 3 && one.form == NameForm::name && Document::is_pair(one.side)) of = one.side;
    }
    if (of == Side::none && !names_third(d, clause)) of = d.code(Side::first) == "DEU" ? Side::second : d.code(Side::second) == "DEU" ? Side::first : Side::none;
    const When* when = date_for(d, s, {i, i + 1}, clause, 6);
    if (!turn || !when || !Document::is_pair(of)) continue;
    Claim& claim = d.add(Kind::conflict, trimmed({from, std::max(i + 1, when->end)}, {i, i + 1}, 12));
    claim.subject = d.code(of), claim.unit = "civil war", claim.period = when->text();
    return;
  }
}

// "Am 13. Dezember 1939 fand die Schlacht am Rio de la Plata statt", "kam es zum Kampf um Naulila": between the two
void read_battles(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin; i + 2 < s.range.end; ++i) {
    if (!one_of(d.of(i), {"Schlacht", "Gefecht", "Kampf", "Seeschlacht", "Belagerung"}) || !one_of(d.of(i + 1), {"um", "bei", "am", "von", "an", "vor"}) || !d.tokens[i + 2].capital || has_claim(d, Kind::conflict)) continue;
    const When* when = date_for(d, s, {i, i + 1}, clause_of(d, s, i), 16);
    const bool land = std::any_of(d.mentions.begin(), d.mentions.end(), [](const Mention& one) { return Document::is_pair(one.side); });
    if (!when || !when->month || names_third(d, s.range) || !land) continue;
    const Side first = d.code(Side::first) == "DEU" ? Side::first : d.code(Side::second) == "DEU" ? Side::second : d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
    Claim& claim = d.add(Kind::conflict, {i, i + 3});
    claim.subject = d.code(first), claim.object = d.code(Document::other(first));
    claim.period = when->text(), claim.place = d.of(i + 2);
    return;
  }
}

}  // namespace

void read_german_wars(Document& d, const Sentence& s) {
  settle_declarations(d, s);
  read_colonies(d, s);
  read_civil_wars(d, s);
  read_acts(d, s);
  read_nouns(d, s);
  read_dead(d, s);
  read_battles(d, s);
}

}  // namespace comity::claims
