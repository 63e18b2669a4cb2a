// What is traded, without a sum, in German: "Peru exportiert vor allem Kaffee und importiert Maschinen aus Deutschland", "Aus
// Deutschland bezieht Peru Maschinen", "Deutschland führt Kupfer aus Peru ein".
#include <algorithm>
#include <array>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

enum class Flow { none, exports, imports };

bool has_word(const Document& d, Spot where, std::string_view word) {
  for (std::uint32_t i = where.begin; i < where.end; ++i) {
    if (d.of(i) == word) return true;
  }
  return false;
}

Flow flow_of(const Document& d, std::uint32_t at, Spot clause) {
  const std::string_view word = d.of(at);
  if (word == "exportiert" || word == "exportieren" || word == "liefert" || word == "liefern") return Flow::exports;
  if (word == "importiert" || word == "importieren" || word == "bezieht" || word == "beziehen") return Flow::imports;
  if (word != "führt" && word != "führen") return Flow::none;
  if (has_word(d, {at, clause.end}, "ein")) return Flow::imports;
  return has_word(d, {at, clause.end}, "aus") && has_word(d, {at, clause.end}, "nach") ? Flow::exports : Flow::none;
}

// The one whose trade it is: a name without "aus" or "nach" before it, next to the verb or at the front of the clause.
const Mention* trader(const Document& d, const Sentence& s, std::uint32_t verb, Spot clause) {
  const Mention* out = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.form != NameForm::name || !Document::is_pair(one.side) || one.begin < clause.begin || one.begin > verb + 1) continue;
    const bool way = one.begin > s.range.begin && (find_cue(s, Cue::from_word, one.begin - 1, one.begin) || find_cue(s, Cue::to_word, one.begin - 1, one.begin));
    if (!way) out = &one;
  }
  return out;
}

bool has_money(const Sentence& s, Spot clause) {
  return std::ranges::any_of(s.amounts, [&](const Amount& one) { return one.kind == Amount::Kind::money && one.begin >= clause.begin && one.end <= clause.end; });
}

// "Deutschland hat 2015 Waren im Wert von 173,2 Mio. EUR aus Peru importiert": the verb stands behind the sum and the other's name.
void read_sums_before_participles(Document& d, const Sentence& s) {
  for (const Amount& sum : s.amounts) {
    if (sum.kind != Amount::Kind::money || sum.begin < s.range.begin + 3 || d.of(sum.begin - 1) != "von" || d.of(sum.begin - 2) != "Wert") continue;
    const Mention* other = nullptr;
    for (const Mention& one : d.mentions) {
      if (!other && one.form == NameForm::name && Document::is_pair(one.side) && one.begin > sum.end && one.begin - sum.end <= 3) other = &one;
    }
    if (!other || other->end >= s.range.end) continue;
    const std::string_view way = d.of(other->begin - 1), verb = d.of(other->end);
    const bool in = way == "aus" && (verb == "importiert" || verb == "eingeführt" || verb == "bezogen"), out = way == "nach" && (verb == "exportiert" || verb == "ausgeführt" || verb == "geliefert");
    const Mention* who = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.form == NameForm::name && one.side == Document::other(other->side) && one.begin < sum.begin && one.begin >= s.range.begin) who = &one;
    }
    if ((!in && !out) || !who || is_told(d, {sum.begin, sum.end}, {Kind::exports, Kind::imports})) continue;
    Claim& claim = d.add(in ? Kind::imports : Kind::exports, {sum.begin, other->end + 1});
    d.set_amount(claim, sum);
    claim.subject = d.code(who->side), claim.object = d.code(other->side);
    if (const When* when = date_for(d, s, {sum.begin, sum.end}, {s.range.begin, s.range.end}, 12)) claim.period = when->text();
  }
}

// "Deutsche Exporte nach Peru bestehen vor allem aus Maschinen", "Wichtigste deutsche Exportgüter nach Peru sind …"
void read_goods_of_nouns(Document& d, const Sentence& s) {
  constexpr std::array<std::string_view, 9> sold = {"Hauptexportgüter", "Hauptexporte", "Hauptausfuhrgüter", "Exporte", "Ausfuhren", "Exportgüter", "Ausfuhrgüter", "Exportprodukte", "Exportwaren"}, bought = {"Hauptimportgüter", "Hauptimporte", "Haupteinfuhrgüter", "Importe", "Einfuhren", "Importgüter", "Einfuhrgüter", "Importprodukte", "Importwaren"};
  for (std::uint32_t i = s.range.begin + 1; i + 1 < s.range.end; ++i) {
    const bool sells = std::ranges::find(sold, d.of(i)) != sold.end(), buys = std::ranges::find(bought, d.of(i)) != bought.end();
    if (!sells && !buys) continue;
    const Spot clause = clause_of(d, s, i);
    const auto whose = std::ranges::find_if(d.mentions, [&](const Mention& one) { return one.form == NameForm::adjective && Document::is_pair(one.side) && one.end == i; });
    std::uint32_t verb = i + 1;
    while (verb < clause.end && verb - i < 6 && d.of(verb) != "bestehen" && d.of(verb) != "umfassen" && d.of(verb) != "sind" && d.of(verb) != "waren") ++verb;
    if (whose == d.mentions.end() || verb >= clause.end || verb - i >= 6 || has_money(s, clause) || is_told(d, {i, verb + 1}, {Kind::exports, Kind::imports})) continue;
    const std::string_view next = verb + 1 < clause.end ? d.of(verb + 1) : std::string_view();
    if (next == "gestiegen" || next == "gesunken" || next == "zurückgegangen" || next == "gewachsen") continue;
    Claim& claim = d.add(sells ? Kind::exports : Kind::imports, {whose->begin, verb + 1});
    claim.subject = d.code(whose->side), claim.object = d.code(Document::other(whose->side));
    claim.unit = "goods";
  }
}

}  // namespace

void read_german_goods(Document& d, const Sentence& s) {
  if (d.grammar.language != "de" || s.block == Block::Kind::heading) return;
  bool first = false, second = false, third = false;
  for (const Mention& one : d.mentions) first = first || one.side == Side::first, second = second || one.side == Side::second, third = third || one.side == Side::third;
  if (!first || !second || third) return;
  read_sums_before_participles(d, s);
  read_goods_of_nouns(d, s);
  for (std::uint32_t i = s.range.begin + 1; i + 1 < s.range.end; ++i) {
    if (d.tokens[i].capital || !d.tokens[i].is_word()) continue;
    const Spot clause = clause_of(d, s, i);
    const Flow flow = has_money(s, clause) ? Flow::none : flow_of(d, i, clause);
    const Mention* who = flow == Flow::none ? nullptr : trader(d, s, i, clause);
    if (!who) continue;
    if (is_told(d, {i, i + 1}, {Kind::exports, Kind::imports})) continue;
    Claim& claim = d.add(flow == Flow::exports ? Kind::exports : Kind::imports, {i, i + 2});
    claim.subject = d.code(who->side), claim.object = d.code(Document::other(who->side));
    claim.unit = "goods";
  }
}

}  // namespace comity::claims
