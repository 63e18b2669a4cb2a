// Trade in German that the general readers left: sums whose direction stands in prepositions on either side of them, shares,
// ranks in the order that German likes ("Unter den Handelspartnern Deutschlands lag Ghana auf Rang 89"), goods.
#include <algorithm>
#include <cmath>

#include "comity/claims/readers/german.hpp"
#include "comity/claims/readers/german_parts.hpp"

namespace comity::claims {

using namespace german;

namespace {

enum class Flow : std::uint8_t { none, exports, imports };

Flow flow_at(const Document& d, const Sentence& s, std::uint32_t i) {
  if (find_cue(s, Cue::export_noun, i, i + 1) || find_cue(s, Cue::sell_verb, i, i + 1)) return Flow::exports;
  if (find_cue(s, Cue::import_noun, i, i + 1) || find_cue(s, Cue::buy_verb, i, i + 1)) return Flow::imports;
  const std::string_view word = d.of(i);
  if (one_of(word, {"exportiert", "ausgeführt", "geliefert", "verkauft", "exportieren", "liefert", "liefern", "exportierten", "ausgeführten", "Exportiert", "Ausgeführt", "Geliefert", "Exportprodukte", "Exportprodukten", "Exportgütern", "Hauptexportprodukte", "Exportgut", "Hauptexportgut", "Exportschlager", "Ausfuhrprodukte", "Ausfuhrwaren"})) return Flow::exports;
  if (one_of(word, {"importiert", "eingeführt", "bezogen", "gekauft", "importieren", "bezieht", "beziehen", "importierten", "eingeführten", "Importiert", "Eingeführt", "Importprodukte", "Importgütern", "Hauptimportprodukte", "Einfuhrprodukte", "Einfuhrwaren", "Importgut"})) return Flow::imports;
  return Flow::none;
}

// The word of exporting or importing nearest to a sum, and where it stands.
struct Word {
  Flow flow = Flow::none;
  std::uint32_t at = 0;
};

Word word_in(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t to, bool last) {
  Word out;
  for (std::uint32_t i = from; i < to; ++i) {
    if (const Flow flow = flow_at(d, s, i); flow != Flow::none && (last || out.flow == Flow::none)) out = {flow, i};
  }
  return out;
}

bool fill_sides(const Document& d, Spot part, Spot clause, const Word& word, Claim& claim) {
  const Mention* to = behind(d, part, {"nach", "in", "an"});
  const Mention* from = behind(d, part, {"aus", "von"});
  if (!to && !from) to = behind(d, clause, {"nach"}), from = behind(d, clause, {"aus"});
  Side seller = from ? from->side : to ? Document::other(to->side) : Side::none;
  if (to && from && to->side == from->side) return false;
  if (seller == Side::none) {
    Side owner = of_noun(d, {word.at, word.at + 1});
    if (owner == Side::none) {
      if (const Mention* who = subject(d, clause)) owner = who->side;
    }
    if (owner == Side::none) return false;
    seller = word.flow == Flow::exports ? owner : Document::other(owner);
  }
  const Side subject = word.flow == Flow::exports ? seller : Document::other(seller);
  claim.subject = d.code(subject), claim.object = d.code(Document::other(subject));
  return true;
}

constexpr std::initializer_list<Kind> sums = {Kind::trade_total, Kind::exports, Kind::imports, Kind::fdi_flow, Kind::fdi_stock, Kind::aid, Kind::export_credit, Kind::other};

// "davon entfielen 260 Mio. Euro auf deutsche Ausfuhren", "wurden Waren für 230 Mio. Euro nach Ghana exportiert"
void read_sums(Document& d, const Sentence& s) {
  if (s.has(Cue::aid_noun) || s.has(Cue::invest_noun)) return;
  for (std::size_t a = 0; a < s.amounts.size(); ++a) {
    const Amount& amount = s.amounts[a];
    if (amount.kind != Amount::Kind::money) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    std::uint32_t from = clause.begin, to = clause.end;
    for (const Amount& one : s.amounts) {
      if (one.kind != Amount::Kind::money) continue;
      if (one.end <= amount.begin) from = std::max(from, one.end);
      if (one.begin >= amount.end) to = std::min(to, one.begin);
    }
    const std::uint32_t falls = find_word(d, from > clause.begin + 2 ? from - 2 : from, amount.begin, {"entfielen", "entfallen", "entfiel", "davon"});
    const bool shared = falls < amount.begin || find_word(d, clause.begin, amount.begin, {"entfielen", "entfallen", "entfiel"}) < amount.begin;
    if (!shared && is_told(d, amount, sums)) continue;
    Word word = shared ? Word{} : word_in(d, s, from, amount.begin, true);
    const bool behind_it = word.flow == Flow::none;
    if (behind_it) word = word_in(d, s, amount.end, to, false);
    if (word.flow == Flow::none) continue;
    const Spot part = behind_it ? Spot{shared ? amount.end : from, std::min(clause.end, std::max(word.at + (shared ? 4u : 1u), amount.end + 1))} : Spot{word.at, amount.begin};
    Claim claim;
    if (names_third(d, {from, to}) || !fill_sides(d, part, shared ? part : clause, word, claim)) continue;
    if (shared) std::erase_if(d.claims, [&](const Claim& one) { return &one >= d.claims.data() + d.sentence_claims && (one.kind == Kind::trade_total || one.kind == Kind::exports || one.kind == Kind::imports) && one.number == amount.value; });
    Claim& told = d.add(word.flow == Flow::exports ? Kind::exports : Kind::imports, trimmed(span(amount, {word.at, word.at + 1}), amount, 14));
    told.subject = claim.subject, told.object = claim.object;
    d.set_amount(told, amount);
    told.period = period_of(d, s, amount, clause);
  }
}

// "zweitwichtigster" 2, "größter" 1, "Rang 89" 89; 0: no rank there.
int rank_at(const Document& d, const Sentence& s, std::uint32_t i, std::uint32_t& end) {
  struct Part {
    std::string_view word;
    int rank;
  };
  static constexpr Part parts[] = {{"zweit", 2}, {"dritt", 3}, {"viert", 4}, {"fünft", 5}, {"sechst", 6}, {"siebt", 7}, {"acht", 8}, {"neunt", 9}, {"zehnt", 10}};
  const std::string_view word = d.of(i);
  end = i + 1;
  for (const std::string_view stem : {"größte", "wichtigste", "bedeutendste", "stärkste"}) {
    const std::size_t at = word.find(stem);
    if (at == std::string_view::npos) continue;
    if (at == 0) {
      for (const Amount& one : s.amounts) {  // "der 27. wichtigste", "der achtgrößte"
        if (one.kind == Amount::Kind::ordinal && one.end == i) return static_cast<int>(one.value);
      }
      return 1;
    }
    for (const Part& one : parts) {
      if (word.substr(0, at) == one.word) return one.rank;
    }
    return 0;
  }
  if (one_of(word, {"Rang", "Platz", "Stelle", "Position"})) {
    for (const Amount& one : s.amounts) {
      if (one.begin == end && one.kind != Amount::Kind::money && one.value >= 1 && one.value < 250) return end = one.end, static_cast<int>(one.value);
      const bool stop = one.end + 1 == i && d.tokens[one.end].is(Token::Kind::stop);  // "den 10. Platz"
      if ((one.end == i || stop) && one.kind != Amount::Kind::money && one.kind != Amount::Kind::percent && one.value < 250) return static_cast<int>(one.value);
    }
  }
  return 0;
}

// "Deutschland ist nach China der drittwichtigste Handelspartner Ghanas", "Ghana lag 2019 auf Rang 89 der Handelspartner"
void read_ranks(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    std::uint32_t end = i;
    const int rank = rank_at(d, s, i, end);
    if (!rank || is_told(d, {i, end}, {Kind::trade_share, Kind::fdi_stock, Kind::aid})) continue;
    const Spot clause = clause_of(d, s, i);
    const CueSpot* noun = nullptr;
    for (const CueSpot& cue : s.cues) {
      const bool near = cue.begin >= clause.begin && cue.end <= clause.end && (cue.begin >= end ? cue.begin - end <= 4 : i - std::min(i, cue.end) <= 14);
      if (cue.cue == Cue::partner_noun && near && (!noun || cue.begin >= end)) noun = &cue;
    }
    if (!noun) continue;
    // "Südafrika war der wichtigste Lieferant Namibias": another's rank
    const auto leads = [&](const Mention& one) {
      if (one.side != Side::third || one.form != NameForm::name || one.begin < clause.begin || one.end > clause.end || is_genitive(d, one)) return false;
      const std::uint32_t before = one.begin - (one.begin > clause.begin);
      return one.begin <= clause.begin + 1 || !is_one_of(d, before, {"nach", "hinter", "vor", "neben", "und", "den", "der", "dem", "mit", "in", "von", "aus", "für", "zu", "sowie", ","});
    };
    if (std::any_of(d.mentions.begin(), d.mentions.end(), leads)) continue;
    Side whose = of_noun(d, *noun);
    const Mention* who = subject(d, clause);
    if (!who && whose != Side::none) who = subject(d, s.range);
    if (whose == Side::none) {
      const Mention* for_whom = behind(d, {noun->end - 1, std::min(clause.end, noun->end + 5)}, {"für", "von"});
      if (for_whom) whose = for_whom->side;
    }
    if (!who || (whose != Side::none && who->side == whose)) continue;
    if (who->begin > clause.begin + 1 && one_of(d.of(who->begin - 1), {"und", ",", "sowie"})) continue;  // "nach China und Peru"
    Claim& claim = d.add(Kind::trade_share, trimmed(span({i, end}, *noun), {i, end}, 14));
    claim.subject = d.code(who->side), claim.object = d.code(Document::other(who->side));
    const std::uint32_t before = i - std::min(i - s.range.begin, 4u);
    if (find_word(d, before, i, {"einer", "eine", "eines", "einem", "einen"}) < i && d.of(i).ends_with("en")) claim.status = "vague";  // "einer der wichtigsten"
    else claim.number = rank, claim.unit = "rank";
    claim.period = period_of(d, s, {i, end}, clause);
    return;
  }
}

// "Deutschlands Anteil an den ghanaischen Einfuhren beträgt rund 5 Prozent"
void read_shares(Document& d, const Sentence& s) {
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::percent || is_told(d, amount, {Kind::trade_share, Kind::trade_growth, Kind::exports, Kind::imports})) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    const bool part = find_word(d, clause.begin, clause.end, {"Anteil", "Anteile", "entfallen", "entfielen", "gehen", "gingen", "stammen", "kommen", "kamen", "stammten"}) < clause.end;
    const CueSpot* noun = nullptr;
    for (const CueSpot& cue : s.cues) {
      if ((cue.cue == Cue::export_noun || cue.cue == Cue::import_noun || cue.cue == Cue::trade_noun) && cue.begin >= clause.begin && cue.end <= clause.end && (!noun || cue.begin < amount.begin + 8)) noun = &cue;
    }
    const Side whose = noun ? of_noun(d, *noun) : Side::none;
    if (!part || whose == Side::none || names_third(d, clause)) continue;
    Claim& claim = d.add(Kind::trade_share, trimmed(span(amount, *noun), amount, 14));
    d.set_amount(claim, amount);
    claim.unit = "percent", claim.currency.clear();
    claim.subject = d.code(Document::other(whose)), claim.object = d.code(whose);
    claim.denominator = d.of(*noun);
    claim.period = period_of(d, s, amount, clause);
  }
}

// "stieg 2012 lediglich um 2,5 % an", "hat sich zwischen 2010 und 2018 verdoppelt": who grew is what the noun carries.
void read_growth(Document& d, const Sentence& s) {
  const CueSpot* noun = nullptr;
  for (const CueSpot& cue : s.cues) {
    if (!noun && (cue.cue == Cue::trade_noun || cue.cue == Cue::export_noun || cue.cue == Cue::import_noun)) noun = &cue;
  }
  if (!noun || names_third(d, s.range)) return;
  const auto add = [&](Spot quote, double value, std::string_view unit) {
    Claim& claim = d.add(Kind::trade_growth, trimmed(quote, quote, 14));
    Side who = of_noun(d, *noun);
    if (noun->cue == Cue::trade_noun || !Document::is_pair(who)) who = d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
    claim.subject = d.code(who), claim.object = d.code(Document::other(who));
    claim.number = value, claim.unit = unit;
    claim.period = period_of(d, s, quote, clause_of(d, s, quote.begin));
  };
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::percent || is_told(d, amount, {Kind::trade_growth, Kind::trade_share}) || amount.begin == s.range.begin) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    const bool falls = has_cue(s, Cue::fall_verb, clause) || find_word(d, clause.begin, clause.end, {"zurück", "Rückgang", "Minus", "Einbruch", "verringerte", "verringerten", "reduzierte"}) < clause.end;
    const bool grows = has_cue(s, Cue::grow_verb, clause) || find_word(d, clause.begin, clause.end, {"Steigerung", "Wachstum", "Zuwachs", "Plus", "Anstieg", "erhöht", "erhöhte", "erhöhten", "gesteigert", "zugenommen", "Steigerungsraten", "Zuwächse", "Zuwachsraten"}) < clause.end;
    const std::uint32_t before = find_word(d, amount.begin - std::min(amount.begin - s.range.begin, 4u), amount.begin, {"um", "von", "mit"});
    if ((!falls && !grows) || before == amount.begin) continue;
    add(amount, falls && !grows ? -amount.value : amount.value, "percent");
    d.claims.back().hedge = amount.hedge, d.claims.back().tolerance = amount.tolerance;
  }
  if (has_claim(d, Kind::trade_growth)) return;
  const CueSpot* twice = find_cue(s, Cue::double_verb);
  const std::uint32_t word = find_word(d, s.range.begin, s.range.end, {"verdoppelt", "verdreifacht", "vervierfacht", "verdoppelte", "verdreifachte", "vervierfachte", "verdoppelten", "verdreifachten", "halbiert", "halbierte"});
  if (word == s.range.end || (twice && is_told(d, *twice, {Kind::trade_growth}))) return;
  const std::string_view how = d.of(word);
  if (how.starts_with("halb")) add({word, word + 1}, -50, "percent");
  else add({word, word + 1}, how.starts_with("verdo") ? 2 : how.starts_with("verdr") ? 3 : 4, "times");
}

// "einer der wichtigsten Handelspartner" is no rank; the sign of a percentage is that of the verb before it; "den 10. Platz" is the tenth.
void settle_ranks(Document& d, const Sentence& s) {
  for (std::size_t i = d.claims.size(); i-- > d.sentence_claims;) {
    Claim& claim = d.claims[i];
    if (claim.kind == Kind::trade_growth && claim.number && claim.unit == "percent") {
      for (const Amount& amount : s.amounts) {
        if (amount.kind != Amount::Kind::percent || amount.value != std::abs(*claim.number) || d.tokens[amount.begin].begin < claim.plain.begin || d.tokens[amount.begin].begin >= claim.plain.end) continue;
        const CueSpot *up = find_cue_back(s, Cue::grow_verb, amount.begin, s.range.begin), *down = find_cue_back(s, Cue::fall_verb, amount.begin, s.range.begin);
        if (up && (!down || down->begin < up->begin) && *claim.number < 0 && claim.plain.begin >= d.tokens[amount.begin].begin && find_word(d, amount.end, std::min(s.range.end, amount.end + 4), {"zurück", "gesunken", "gefallen", "zurückgegangen"}) == std::min(s.range.end, amount.end + 4)) {
          claim.number = amount.value;
          claim.plain.end = d.tokens[amount.end - 1].end;
        }
      }
    }
    if (claim.kind != Kind::trade_share || claim.unit != "rank") continue;
    std::uint32_t at = s.range.begin;
    while (at < s.range.end && d.tokens[at].begin < claim.plain.begin) ++at;
    if (at == s.range.end) continue;
    if (one_of(d.of(at), {"Platz", "Rang", "Stelle"}) && at >= s.range.begin + 2 && (d.tokens[at - 1].is(Token::Kind::stop) || d.tokens[at - 1].is(Token::Kind::ordinal))) {
      d.claims.erase(d.claims.begin() + static_cast<std::ptrdiff_t>(i));
      continue;
    }
    const std::uint32_t from = at - std::min(at - s.range.begin, 4u);
    if (find_word(d, from, at, {"einer", "eine", "eines", "einem", "einen"}) < at && d.of(at).ends_with("en")) claim.number.reset(), claim.unit.clear(), claim.status = "vague";
  }
}

// "ein wichtiger Handelspartner Perus", "bedeutender Absatzmarkt": a rank that nobody can hold against data.
void read_vague_partners(Document& d, const Sentence& s) {
  if (has_claim(d, Kind::trade_share) || names_third(d, s.range)) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::partner_noun || noun.begin == s.range.begin) continue;
    if (!one_of(d.of(noun.begin - 1), {"wichtiger", "wichtige", "bedeutender", "bedeutende", "wichtiges", "großer", "zentraler", "bevorzugter", "wichtigen"})) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const Mention* who = subject(d, clause);
    Side whose = of_noun(d, noun);
    if (const Mention* whom = whose == Side::none ? behind(d, clause, {"für"}) : nullptr) whose = whom->side;  // "ist für Peru ein wichtiger Partner"
    if (!who || !Document::is_pair(whose) || who->side == whose) continue;
    Claim& claim = d.add(Kind::trade_share, {noun.begin - 1, noun.end});
    claim.subject = d.code(who->side), claim.object = d.code(whose);
    claim.status = "vague";
    return;
  }
}

// "investierten 2018 rund 40 Mio. Euro" is of that year; "beliefen sich Ende 2017 auf", "Bestand" is what has gathered.
void settle_investment(Document& d, const Sentence& s) {
  const bool stock = find_word(d, s.range.begin, s.range.end, {"Bestand", "Ende", "insgesamt", "kumuliert", "kumulierten", "Investitionsbestand", "Gesamtvolumen", "Stand", "bislang", "bisher"}) < s.range.end;
  const bool flow = find_word(d, s.range.begin, s.range.end, {"investierten", "investierte", "flossen", "Zuflüsse"}) < s.range.end;
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
    Claim& claim = d.claims[i];
    if (claim.unit == "rank" || claim.period.empty() || !claim.number) continue;
    if (claim.kind == Kind::fdi_flow && stock && !flow) claim.kind = Kind::fdi_stock;
    if (claim.kind == Kind::fdi_stock && flow && !stock && claim.period.find('/') == std::string::npos) claim.kind = Kind::fdi_flow;
  }
}

// "Wichtigste deutsche Exportgüter sind", "Importiert werden aus Ghana vor allem": what is traded, without a sum.
void read_goods(Document& d, const Sentence& s) {
  if (std::any_of(s.amounts.begin(), s.amounts.end(), [](const Amount& one) { return one.kind != Amount::Kind::number || one.scaled; }) || has_claim(d, Kind::exports) || has_claim(d, Kind::imports)) return;
  if (s.has(Cue::visit_verb) || s.has(Cue::grow_verb) || s.has(Cue::fall_verb) || s.has(Cue::treaty_noun)) return;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    const Flow flow = flow_at(d, s, i);
    if (flow == Flow::none) continue;
    const Spot clause = clause_of(d, s, i);
    const bool listed = find_word(d, clause.begin, clause.end, {"vor", "insbesondere", "hauptsächlich", "überwiegend", "sind", "waren", "gehören", "zählen", "wie", "bestehen", "umfassen", "vorwiegend", "vornehmlich", "werden"}) < clause.end;
    if (!listed || names_third(d, clause)) continue;
    Claim claim;
    const Word word{flow, i};
    if (!fill_sides(d, {i, std::min(clause.end, i + 5)}, clause, word, claim)) continue;
    Claim& told = d.add(flow == Flow::exports ? Kind::exports : Kind::imports, {i, std::min(i + 2, clause.end)});
    told.subject = claim.subject, told.object = claim.object, told.unit = "goods";
    if (!s.dates.empty()) told.period = period_of(d, s, {i, i + 1}, clause);
    return;
  }
}

}  // namespace

namespace {

// "(2017: 2,0 Mrd. USD)": the year right before a sum is its own.
void settle_periods(Document& d, const Sentence& s) {
  for (const Amount& amount : s.amounts) {
    if (amount.begin < s.range.begin + 2 || !d.tokens[amount.begin - 1].is(Token::Kind::colon)) continue;
    for (const When& when : s.dates) {
      if (when.end + 1 != amount.begin) continue;
      for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
        Claim& claim = d.claims[i];
        if (claim.number != amount.value || claim.plain.end < d.tokens[amount.begin].begin || claim.plain.begin > d.tokens[amount.begin].begin || claim.period == when.text()) continue;
        claim.period = when.text();
        claim.plain = {d.tokens[when.begin].begin, d.tokens[amount.end - 1].end};
      }
    }
  }
}

}  // namespace

void read_german_trade(Document& d, const Sentence& s) {
  if (s.dates.size() >= 1 && has_claim(d, Kind::trade_total) + has_claim(d, Kind::exports) + has_claim(d, Kind::imports)) settle_periods(d, s);
  if (s.has(Cue::invest_noun) || s.has(Cue::invest_verb)) settle_investment(d, s);
  const bool trade = s.has(Cue::trade_noun) || s.has(Cue::export_noun) || s.has(Cue::import_noun) || s.has(Cue::sell_verb) || s.has(Cue::buy_verb) || s.has(Cue::partner_noun) || find_word(d, s.range.begin, s.range.end, {"exportiert", "importiert", "ausgeführt", "eingeführt", "Exportiert", "Importiert", "geliefert", "bezogen"}) < s.range.end;
  if (!trade) return;
  settle_ranks(d, s);
  read_sums(d, s);
  if (s.has(Cue::partner_noun)) read_ranks(d, s), read_vague_partners(d, s);
  read_shares(d, s);
  read_growth(d, s);
  read_goods(d, s);
}

}  // namespace comity::claims
