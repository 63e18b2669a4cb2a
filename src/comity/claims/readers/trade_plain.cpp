// Trade that the other readers leave: goods by their weight or number ("exported 124 thousand tons of fruit"), who supplies and who buys
// them, and growth by a factor that nothing dates.
#include <algorithm>

#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/readers/trade_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {

namespace {

// A unit of goods behind a number, in short; empty: none.
std::string_view unit_at(const Document& d, const Sentence& s, std::uint32_t i, std::uint32_t& end) {
  if (i < s.range.end && one_of(d.of(i), {"metric", "million", "thousand"})) ++i;
  if (i >= s.range.end) return {};
  end = i + 1;
  const std::string_view word = d.of(i), next = i + 1 < s.range.end ? d.of(i + 1) : std::string_view();
  if (one_of(word, {"tons", "tonnes", "ton", "tonne"})) return "tonnes";
  if (word == "barrels") return "barrels";
  if (word == "kWh" || (one_of(word, {"kilowatt", "kilowatts"}) && next.starts_with("hour"))) return end += word != "kWh", "kWh";
  if (one_of(word, {"MW", "megawatt", "megawatts"})) return next.starts_with("hour") ? "MWh" : "MW";
  if (word == "cubic") return end = std::min(s.range.end, i + 2), "cubic metres";
  if (one_of(word, {"cars", "vehicles", "head", "bales", "aircraft", "ships", "tractors"})) return word;
  return {};
}

Claim& add(Document& d, Kind kind, Spot quote, Spot anchor, Side of) {
  Claim& claim = d.add(kind, trimmed(quote, anchor, 14));
  fill_pair(d, claim, of);
  return claim;
}

// "In 2024 Peru exported 124.7 thousand tons of fruit to Norway", "imports 320 million kilowatt hours from Peru every year"
void read_quantities(Document& d, const Sentence& s) {
  for (const Amount& amount : s.amounts) {
    std::uint32_t end = 0;
    const std::string_view unit = amount.kind == Amount::Kind::number ? unit_at(d, s, amount.end, end) : std::string_view();
    const Spot clause = clause_of(d, s, amount.begin);
    if (unit.empty() || is_told(d, {amount.begin, end}, {Kind::exports, Kind::imports})) continue;
    const CueSpot* out = find_cue_back(s, Cue::sell_verb, amount.begin, clause.begin);
    const CueSpot* in = find_cue_back(s, Cue::buy_verb, amount.begin, clause.begin);
    if (!out) out = find_cue_back(s, Cue::export_noun, amount.begin, clause.begin);
    if (!in) in = find_cue_back(s, Cue::import_noun, amount.begin, clause.begin);
    const CueSpot* verb = out && (!in || out->begin > in->begin) ? out : in;
    if (!verb || amount.begin - verb->end > 4) continue;
    const Mention* who = doer_of(d, s, verb->begin, clause);
    if (!who) who = adjective_before(d, s, *verb, 3);
    if (!who || !Document::is_pair(who->side) || !speaks_of(d, s, Document::other(who->side), s.range)) continue;
    Claim& claim = add(d, verb == out ? Kind::exports : Kind::imports, {verb->begin, end}, amount, who->side);
    claim.number = amount.value, claim.tolerance = amount.tolerance, claim.hedge = amount.hedge;
    claim.unit = std::string(unit) + (has_cue(s, Cue::per_year, {end, std::min(clause.end, end + 6)}) ? "/year" : "");
    claim.period = told_period(d, s, amount, clause, 12);
    if (find_cue_back(s, Cue::plan, amount.begin, clause.begin)) claim.status = "planned";
    const std::string period = claim.period;
    for (const Amount& sum : s.amounts) {  // "… worth 192 million USD": what they cost
      if (sum.kind != Amount::Kind::money || sum.begin < end || sum.begin - end > 14 || d.of(sum.begin - 1) != "worth" || is_told(d, sum, {Kind::exports, Kind::imports})) continue;
      Claim& worth = add(d, verb == out ? Kind::exports : Kind::imports, {sum.begin - 1, sum.end}, sum, who->side);
      d.set_amount(worth, sum);
      worth.period = period, worth.note = "of some goods";
    }
  }
}

// "Peru is a reliable supplier of wheat to Norway", "Norway is a major customer of Peruvian oil": goods without a figure.
void read_suppliers(Document& d, const Sentence& s) {
  static constexpr WordSet words{"supplier", "suppliers", "provider", "customer", "customers", "buyer", "buyers", "purchaser", "importer", "exporter"};
  for (std::uint32_t i = s.range.begin + 2; i + 2 < s.range.end; ++i) {
    if (!words.has(d.of(i)) || d.of(i + 1) != "of" || is_told(d, {i, i + 1}, {Kind::exports, Kind::imports, Kind::trade_share})) continue;
    const Spot clause = clause_of(d, s, i);
    const bool sells = one_of(d.of(i), {"supplier", "suppliers", "provider", "exporter"});
    const bool goods = i + 2 < s.range.end && d.tokens[i + 2].is_word() && !one_of(d.of(i + 2), {"aid", "assistance", "development", "services", "security", "troops", "support", "tourists", "humanitarian"});
    const Mention* who = doer_of(d, s, i, clause);
    const Mention* other = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.begin <= i || one.begin - i > 7 || !who || one.side != Document::other(who->side)) continue;
      if (sells ? led_by(d, s, one, Cue::to_word) || led_by(d, s, one, Cue::for_word) : one.form == NameForm::adjective || led_by(d, s, one, Cue::from_word)) other = &one;
    }
    if (!goods || !who || !other || !Document::is_pair(who->side) || is_denied(s, i, clause)) continue;
    Claim& claim = add(d, sells ? Kind::exports : Kind::imports, {who->begin, other->end}, {i, i + 2}, who->side);
    claim.unit = "goods", claim.status = "vague";
    return;
  }
}

// "Trade has tripled over the last decade": no date, and yet a figure.
void read_factors(Document& d, const Sentence& s) {
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::double_verb || is_told(d, Kind::trade_growth, s.range)) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    const CueSpot* noun = find_cue_back(s, Cue::trade_noun, verb.begin, clause.begin);
    const bool past = verb.begin > s.range.begin && (find_cue(s, Cue::have, verb.begin - std::min(verb.begin - s.range.begin, 4u), verb.begin) || d.of(verb).ends_with("ed"));
    if (!noun || verb.begin - noun->end > 9 || !past || find_cue_back(s, Cue::plan, verb.begin, clause.begin) || has_third(d, s, {noun->end, verb.begin}) || s.has(Cue::negation) || d.of(verb.begin - 1) == "to") continue;
    Claim& claim = add(d, Kind::trade_growth, {noun->begin, verb.end}, verb, Side::none);
    claim.number = std::atof(d.grammar.texts[verb.data].c_str()), claim.unit = "times";
    return;
  }
}

// "Der Handelsaustausch verzeichnete in den letzten Jahren deutliche Steigerungsraten": growth without a figure, in German
void read_german_growth(Document& d, const Sentence& s) {
  if (std::any_of(s.amounts.begin(), s.amounts.end(), [](const Amount& one) { return one.kind != Amount::Kind::number || one.scaled; }) || s.has(Cue::negation) || s.has(Cue::plan)) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::trade_noun || is_told(d, Kind::trade_growth, s.range)) continue;
    for (std::uint32_t i = noun.end; i < std::min(s.range.end, noun.end + 14); ++i) {
      const bool grows = one_of(d.of(i), {"Steigerungsraten", "Wachstum", "gestiegen", "gewachsen", "zugenommen", "stieg", "wuchs", "Zuwachs", "Aufschwung", "intensiviert"});
      const bool falls = one_of(d.of(i), {"zurückgegangen", "gesunken", "sank", "Rückgang", "eingebrochen"});
      if ((!grows && !falls) || has_third(d, s, s.range)) continue;
      Claim& claim = add(d, Kind::trade_growth, {noun.begin, i + 1}, noun, Side::none);
      claim.status = "vague", claim.period = told_period(d, s, noun, clause_of(d, s, noun.begin), 8);
      if (falls) claim.word = "decline";
      return;
    }
  }
}

}  // namespace

bool is_quantity(const Document& d, const Sentence& s, const Amount& amount) {
  std::uint32_t end = 0;
  return amount.kind == Amount::Kind::number && !unit_at(d, s, amount.end, end).empty();
}

void read_trade_plain(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || (d.grammar.language != "en" && d.grammar.language != "de")) return;
  if (d.grammar.language == "de") {
    if (s.has(Cue::trade_noun)) read_german_growth(d, s);
    return;
  }
  if (d.mentions.empty()) return;
  if (!s.amounts.empty()) read_quantities(d, s);
  if (s.has(Cue::partner_noun) || s.has(Cue::investor_noun)) read_suppliers(d, s);
  if (s.has(Cue::double_verb)) read_factors(d, s);
}

}  // namespace comity::claims
