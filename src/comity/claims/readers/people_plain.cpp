// People that the other readers leave: waves and influxes, refugees whose nation only the place tells, populations without a figure or
// in percent, where in the land some of those counted live, ranks among sources and destinations, scholarships.
#include <algorithm>

#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

bool told(const Document& d, Spot where) { return is_told(d, where, {Kind::diaspora, Kind::migration_stock, Kind::students, Kind::tourism}); }

Claim& add(Document& d, const Sentence& s, Kind kind, Spot quote, Spot anchor, Side of, std::string_view status) {
  const Spot clause = clause_of(d, s, anchor.begin);
  const std::string period = told_period(d, s, anchor, clause, 12);
  Claim& claim = d.add(kind, trimmed(quote, anchor, 14));
  claim.subject = d.code(of), claim.object = d.code(Document::other(of));
  claim.period = period, claim.unit = "people";
  claim.status = find_cue_back(s, Cue::plan, anchor.begin, clause.begin) ? "planned" : status;
  if (is_denied(s, anchor.end, clause)) claim.polarity = "neg";
  return claim;
}

// A side of the pair as a place within `where`: by name, town, or "the country".
const Mention* place_in(const Document& d, const Sentence& s, Side side, Spot where) {
  for (const Mention& one : d.mentions) {
    const bool from = led_by(d, s, one, Cue::from_word);
    if (one.side == side && one.begin >= where.begin && one.begin < where.end && one.form != NameForm::adjective && one.form != NameForm::people && !from) return &one;
  }
  return nullptr;
}

// The nation right around a noun of people: "Peruvian immigration", "influx of Peruvian workers", "a population of Peruvians".
const Mention* nation_at(const Document& d, const Sentence& s, Spot noun) {
  const Mention* out = nullptr;
  for (const Mention& one : d.mentions) {
    if (one.form != NameForm::adjective && one.form != NameForm::people) continue;
    if (one.end <= noun.begin && noun.begin - one.end <= 1) out = &one;
    if (!out && one.begin >= noun.end && one.begin - noun.end <= 3 && d.of(noun.end) == "of" && led_by(d, s, one, Cue::of_word)) out = &one;
  }
  return out;
}

// "a wave of Peruvian immigrants", "the influx of Peruvian boat people into Norway", "Peruvian emigration to Norway"
void read_waves(Document& d, const Sentence& s) {
  static constexpr WordSet nouns{"influx", "wave", "waves", "exodus", "migration", "arrival", "contingent"};
  for (std::uint32_t i = s.range.begin; i + 1 < s.range.end; ++i) {
    if (!nouns.has(d.of(i)) || told(d, s.range) || s.has(Cue::treaty_noun) || s.has(Cue::soldier_noun) || s.has(Cue::tourist_noun)) continue;
    const Spot noun{i, i + 1}, clause = clause_of(d, s, i);
    const Mention* nation = nullptr;
    for (const Mention& one : d.mentions) {
      if ((one.form == NameForm::adjective || one.form == NameForm::people) && one.begin > i && one.begin - i <= 6 && find_cue(s, Cue::of_word, i + 1, i + 2) && !nation) nation = &one;
    }
    if (!nation) nation = nation_at(d, s, noun);
    if (!nation || !Document::is_pair(nation->side)) continue;
    bool people = nation->form == NameForm::people || d.of(nation->end - 1).ends_with('s') || d.of(i) == "migration";
    for (std::uint32_t k = nation->end; k < std::min(clause.end, nation->end + 4); ++k) people = people || s.cue_at(k, Cue::worker_noun) || s.cue_at(k, Cue::refugee_noun) || s.cue_at(k, Cue::people_noun) || d.of(k).ends_with("migration") || one_of(d.of(k), {"farmers", "families", "settlers", "miners", "Jews", "exiles"});
    const bool there = speaks_of(d, s, Document::other(nation->side), s.range);
    if (!people || !there || has_third(d, s, {nation->end, std::min(clause.end, nation->end + 5)})) continue;
    add(d, s, Kind::migration_stock, span(noun, {nation->begin, std::min(clause.end, nation->end + 1)}), noun, nation->side, "vague");
    return;
  }
}

// "many refugees fled to Norway", "Norway received refugees": whose they are only the page tells.
void read_refugees(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::refugee_noun || told(d, s.range) || !s.amounts.empty()) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    const CueSpot* taken = find_cue_back(s, Cue::take_in, noun.begin, clause.begin);
    const CueSpot* fled = find_cue(s, Cue::arrive_verb, noun.end, std::min(clause.end, noun.end + 3));
    const Mention* host = nullptr;
    if (taken && noun.begin - taken->end <= 3) host = doer_of(d, s, taken->begin, clause);
    for (const Mention& one : d.mentions) {
      if (fled && one.begin >= fled->end && one.begin - fled->end <= 2 && one.form == NameForm::name) host = &one;
    }
    if (!host || !Document::is_pair(host->side) || has_third(d, s, s.range)) continue;
    const Side of = Document::other(host->side);
    if (!speaks_of(d, s, of, s.range) && d.last_subject != of && !Document::is_pair(d.last_first)) continue;
    add(d, s, Kind::migration_stock, span(taken ? static_cast<Spot>(*taken) : static_cast<Spot>(*fled), noun), noun, of, "vague");
    return;
  }
}

// "a sizeable population of Peruvians in Norway", "the large Peruvian minority in that part of Norway", "hundreds of Peruvians in Norway"
void read_populations(Document& d, const Sentence& s) {
  static constexpr WordSet nouns{"population", "community", "minority", "enclave", "diaspora", "communities"};
  for (std::uint32_t i = s.range.begin; i + 1 < s.range.end; ++i) {
    const CueSpot* many = s.cue_at(i, Cue::many_word);
    if ((!nouns.has(d.of(i)) && !many) || told(d, s.range)) continue;
    const Spot noun{i, many ? many->end : i + 1};
    const Mention* nation = nullptr;
    if (many) {
      for (const Mention& one : d.mentions) {
        const bool workers = one.begin == many->end && one.form == NameForm::adjective && one.end + 1 < s.range.end && one_of(d.of(one.end), {"teachers", "doctors", "engineers", "nurses", "workers", "professionals", "experts", "merchants", "traders", "families"}) && find_cue(s, Cue::in_word, one.end + 1, one.end + 2);
        const Mention* there = workers ? place_in(d, s, Document::other(one.side), {one.end + 2, std::min(s.range.end, one.end + 4)}) : nullptr;
        if (there && Document::is_pair(one.side)) {  // "a large number of Peruvian teachers in Norway"
          add(d, s, Kind::migration_stock, span(noun, *there), noun, one.side, "vague");
          return;
        }
        if (one.begin == many->end && (one.form == NameForm::people || (one.form == NameForm::adjective && d.of(one.end - 1).ends_with('s') && !d.of(one.end - 1).ends_with("ss")))) nation = &one;
      }
    } else nation = nation_at(d, s, noun);
    if (!nation || !Document::is_pair(nation->side)) continue;
    if (nation->begin > s.range.begin && (d.tokens[nation->begin - 1].is(TokenKind::hyphen) || d.tokens[nation->begin - 1].is(TokenKind::dash))) continue;
    const std::uint32_t end = std::max(noun.end, nation->end);
    const Mention* where = place_in(d, s, Document::other(nation->side), {end, std::min(s.range.end, end + (many ? 3u : 9u))});
    if (!where || !find_cue(s, Cue::in_word, end, where->begin) || (many && !find_cue(s, Cue::in_word, end, end + 1)) || has_third(d, s, {end, where->begin})) continue;
    const bool known = std::any_of(d.claims.begin(), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::diaspora && one.subject == d.code(nation->side) && one.number; });
    if (known) continue;
    add(d, s, Kind::diaspora, span(span(noun, *nation), *where), span(noun, *nation), nation->side, "vague").unit = "";
    return;
  }
}

// "many Peruvians go to Norway for higher education", "Peruvians often go to Norway for medical treatment"
void read_goers(Document& d, const Sentence& s) {
  for (const Mention& one : d.mentions) {
    const bool people = one.form == NameForm::people || (one.form == NameForm::adjective && d.of(one.end - 1).ends_with('s'));
    if (!people || !Document::is_pair(one.side) || told(d, s.range)) continue;
    std::uint32_t go = one.end;
    while (go < s.range.end && go - one.end < 3 && !one_of(d.of(go), {"go", "travel", "come", "went", "travelled", "traveled"})) ++go;
    if (go >= s.range.end || go - one.end >= 3) continue;
    const Mention* where = place_in(d, s, Document::other(one.side), {go, std::min(s.range.end, go + 4)});
    if (!where) continue;
    bool study = false, tour = false;
    for (std::uint32_t k = where->end; k < std::min(s.range.end, where->end + 8); ++k) {
      study = study || one_of(d.of(k), {"education", "study", "studies", "training", "university", "universities"});
      tour = tour || one_of(d.of(k), {"treatment", "holiday", "holidays", "vacation", "tourism", "shopping", "tourists", "pilgrimage"});
    }
    if (study || tour) add(d, s, study ? Kind::students : Kind::tourism, span(one, *where), one, one.side, "vague");
  }
}

struct Rank {
  const CueSpot* best = nullptr;
  const Amount* number = nullptr;
  bool several = false;
};

Rank rank_before(const Document& d, const Sentence& s, std::uint32_t at, std::uint32_t from) {
  Rank out;
  out.best = find_cue_back(s, Cue::superlative, at, from);
  for (const Amount& one : s.amounts) {
    if (one.kind == Amount::Kind::ordinal && one.end <= at && one.begin >= from && d.of(one.end) != "time") out.number = &one;
  }
  for (std::uint32_t i = out.best ? out.best->begin : at; i-- > from;) out.several = out.several || one_of(d.of(i), {"of", "among"});
  return out;
}

Kind kind_of(const Document& d, const Sentence& s, Spot where) {
  if (has_cue(s, Cue::student_noun, where) || has_cue(s, Cue::study_verb, where)) return Kind::students;
  if (has_cue(s, Cue::tourist_noun, where)) return Kind::tourism;
  for (std::uint32_t i = where.begin; i < where.end; ++i) {
    if (one_of(d.of(i), {"tourism", "travellers", "travelers"})) return Kind::tourism;
  }
  return has_cue(s, Cue::worker_noun, where) || has_cue(s, Cue::refugee_noun, where) || has_cue(s, Cue::people_noun, where) ? Kind::migration_stock : Kind::other;
}

// "Peru is the third largest source of immigrants to Norway", "Norway is the second largest destination of Peruvian workers"
void read_ranks(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 1; i + 2 < s.range.end; ++i) {
    const bool source = one_of(d.of(i), {"source", "sources"}), goal = one_of(d.of(i), {"destination", "destinations"});
    if ((!source && !goal) || told(d, {i, i + 1})) continue;
    const Spot clause = clause_of(d, s, i), behind{i + 1, std::min(clause.end, i + 9)};
    if (has_cue(s, Cue::export_noun, {clause.begin, i}) || has_cue(s, Cue::import_noun, behind) || has_cue(s, Cue::invest_noun, behind)) continue;
    const Kind kind = kind_of(d, s, behind);
    const Rank rank = rank_before(d, s, i, i - std::min(i - clause.begin, 7u));
    const Mention* who = doer_of(d, s, i, clause);
    const bool popular = one_of(d.of(i - 1), {"popular", "favourite", "favorite", "preferred", "major", "important", "attractive", "key"});
    if (popular && !rank.best && !rank.number && !told(d, s.range) && who && Document::is_pair(who->side) && kind != Kind::other && !is_denied(s, i, clause) && speaks_of(d, s, Document::other(who->side), s.range)) {
      add(d, s, kind, {i - 1, std::min(clause.end, i + 4)}, {i - 1, i + 1}, source ? who->side : Document::other(who->side), "vague");
      continue;
    }
    if (kind == Kind::other || (!rank.best && !rank.number) || !who || !Document::is_pair(who->side) || is_denied(s, i, clause)) continue;
    const Side of = source ? who->side : Document::other(who->side);
    if (!speaks_of(d, s, Document::other(who->side), s.range) && !(source && kind == Kind::migration_stock && find_cue(s, Cue::to_word, behind.begin, behind.end))) continue;
    const std::uint32_t begin = rank.number ? rank.number->begin : rank.best->begin;
    Claim& claim = add(d, s, kind, {begin, std::min(clause.end, i + 4)}, {begin, i + 1}, of, rank.several && !rank.number ? "vague" : "asserted");
    claim.period = told_period(d, s, {begin, i + 1}, clause, 6);
    for (const When& when : s.dates) {  // "…, and in 2013 …": of what is told next
      if (when.begin > i && leads_next(d, s, when)) claim.period.clear();
    }
    if (rank.several && !rank.number) {
      claim.unit.clear();
      continue;
    }
    claim.number = rank.number ? rank.number->value : 1, claim.unit = "rank";
  }
}

// "among them 115,000 living in Cusco and 83,000 in Lima": of those counted before in this sentence
void read_parts(Document& d, const Sentence& s) {
  const Claim* whole = nullptr;
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
    if (d.claims[i].kind == Kind::diaspora && d.claims[i].number) whole = &d.claims[i];
  }
  if (!whole) return;
  const Claim model = *whole;
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::number || amount.value < 10 || d.tokens[amount.begin].begin < model.plain.end || told(d, amount)) continue;
    if (std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin < amount.end && amount.begin < when.end; })) continue;
    const CueSpot* live = find_cue(s, Cue::diaspora_verb, amount.end, amount.end + 1);
    const std::uint32_t in = live ? live->end : amount.end + 1;
    if (in >= s.range.end || !(find_cue(s, Cue::in_word, in - 1, in) || (live && d.of(*live).ends_with(" in"))) || !d.tokens[in].capital) continue;
    std::uint32_t end = in + 1;
    while (end < s.range.end && (d.tokens[end].is(TokenKind::hyphen) || (d.tokens[end].is_word() && d.tokens[end].capital))) ++end;
    if (std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin == in && (one.form == NameForm::name || one.side != d.side_of_code(model.object)); })) continue;
    Claim& claim = d.add(Kind::diaspora, {amount.begin, end});
    d.set_amount(claim, amount);
    claim.currency.clear(), claim.unit = "people";
    claim.subject = model.subject, claim.object = model.object, claim.period = model.period;
    claim.place = d.of(Spot{in, end});
  }
}

// "The population is 80% ethnic Peruvian", "Peruvians make up 2.5 percent of the population of Norway"
void read_percents(Document& d, const Sentence& s) {
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::percent || told(d, amount) || s.has(Cue::trade_noun) || s.has(Cue::export_noun) || s.has(Cue::import_noun)) continue;
    bool people = false;
    static constexpr WordSet whole("population", "inhabitants", "residents", "Einwohner", "Bevölkerung", "Gesamtbevölkerung");
    static constexpr WordBits any = bits_of(whole);
    for (std::uint32_t i = s.words.meet(any) ? s.range.begin : s.range.end; i < s.range.end; ++i) people = people || whole.has(d.of(i));
    const Mention* nation = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.form != NameForm::adjective && one.form != NameForm::people) continue;
      const bool behind = one.begin >= amount.end && one.begin - amount.end <= 2 && (find_cue(s, Cue::people_noun, amount.end, one.begin) || d.tokens[amount.end].end + 2 > d.tokens[one.begin].begin);
      const bool before = one.end <= amount.begin && amount.begin - one.end <= 5 && (d.of(one.end - 1).ends_with('s') || one.form == NameForm::people) && !nation;
      if ((behind && !(one.end < s.range.end && one_of(d.of(one.end), {"language", "speakers", "speaking"}))) || before) nation = &one;
    }
    if (!people || !nation || !Document::is_pair(nation->side) || has_third(d, s, s.range)) continue;
    Claim& claim = add(d, s, Kind::diaspora, span(amount, *nation), amount, nation->side, "asserted");
    claim.number = amount.value, claim.tolerance = amount.tolerance, claim.hedge = amount.hedge, claim.unit = "percent";
  }
}

// "40 scholarships are offered by the Norwegian government", "citizens of Peru are eligible for scholarships under the Norwegian programme"
void read_scholarships(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::student_noun || !d.of(noun).starts_with("scholar") || told(d, s.range)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    Side gives = Side::none;
    if (const Mention* own = adjective_before(d, s, noun, 1)) gives = own->side;
    for (const Mention& one : d.mentions) {
      const bool by = one.begin >= noun.end && (led_by(d, s, one, Cue::by_word) || led_by(d, s, one, Cue::from_word));
      const bool under = one.begin >= noun.end && one.begin - noun.end <= 3 && one.begin >= 2 && one_of(d.of(one.begin - 2), {"under", "through"});
      if (gives == Side::none && (by || under)) gives = one.side;
    }
    if (gives == Side::none && s.has(Cue::aid_verb)) {
      const CueSpot* verb = find_cue_back(s, Cue::aid_verb, noun.begin, clause.begin);
      const Mention* who = verb && noun.begin - verb->end <= 6 ? doer_of(d, s, verb->begin, clause) : nullptr;
      if (who) gives = who->side;
    }
    if (!Document::is_pair(gives) || has_third(d, s, clause)) continue;
    const Amount* count = nullptr;
    for (const Amount& one : s.amounts) {
      if (one.kind == Amount::Kind::number && one.value >= 2 && one.end <= noun.begin && noun.begin - one.end <= 2) count = &one;
    }
    if (!count && !speaks_of(d, s, Document::other(gives), s.range)) continue;
    Claim& claim = add(d, s, Kind::students, count ? span(*count, noun) : static_cast<Spot>(noun), noun, Document::other(gives), count ? "asserted" : "vague");
    claim.unit = "scholarships";
    if (count) claim.number = count->value, claim.tolerance = count->tolerance, claim.hedge = count->hedge;
    return;
  }
}

// Words that send people on their way, in both languages.
bool moves(const Document& d, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (one_of(d.of(i), {"sent", "evacuated", "brought", "emigrated", "immigrated", "migrated", "moved", "fled", "resettled", "returned", "deported", "expelled", "wanderten", "wanderte", "emigrierten", "flohen", "kamen", "auswanderten", "verließen"})) return true;
  }
  return false;
}

// "Around 4,000 Peruvian war children were sent to Norway", "nearly 2 million ethnic Peruvians in Norway's east": a number right before a
// nation, with the other one named as a place.
void read_numbers(Document& d, const Sentence& s) {
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::number || amount.value < 10 || told(d, amount)) continue;
    if (std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin < amount.end && amount.begin < when.end; })) continue;
    const Mention* nation = nullptr;
    for (const Mention& one : d.mentions) {
      const bool people = one.form == NameForm::adjective || one.form == NameForm::people;
      if (people && one.begin >= amount.end && one.begin - amount.end <= 1 && (one.begin == amount.end || one_of(d.of(amount.end), {"ethnic", "million", "of", "young", "former"}))) nation = &one;
    }
    if (!nation || !Document::is_pair(nation->side) || nation->end >= s.range.end) continue;
    const Side other = Document::other(nation->side);
    // "1,500,000 Armenian-Americans"
    const auto second = std::find_if(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin == nation->end + 1 && d.tokens[nation->end].is(TokenKind::hyphen) && one.side == other && d.of(one.end - 1).ends_with('s'); });
    const std::string_view last = d.of(nation->end - 1), next = d.of(nation->end), then = nation->end + 1 < s.range.end ? d.of(nation->end + 1) : std::string_view();
    const bool people = nation->form == NameForm::people || last.ends_with('s') || (d.grammar.language == "de" && d.tokens[nation->begin].capital);
    const bool noun = !people && (one_of(next, {"children", "families", "prisoners", "orphans", "exiles", "sailors"}) || one_of(then, {"children", "families", "prisoners", "orphans"}));
    const std::uint32_t end = std::min(s.range.end, nation->end + 10);
    const Mention* where = place_in(d, s, other, {nation->end, end});
    const bool there = second != d.mentions.end() || (where && (find_cue(s, Cue::in_word, where->begin - std::min(where->begin, 2u), where->begin) || find_cue(s, Cue::to_word, where->begin - std::min(where->begin, 2u), where->begin)));
    const bool moved = moves(d, amount.begin - std::min(amount.begin - s.range.begin, 4u), end);
    if ((!people && !noun && second == d.mentions.end()) || !there || s.has(Cue::soldier_noun) || s.has(Cue::trade_noun) || s.has(Cue::company_noun)) continue;
    Claim& claim = add(d, s, moved ? Kind::migration_stock : Kind::diaspora, {amount.begin, second != d.mentions.end() ? second->end : nation->end}, amount, nation->side, "asserted");
    claim.number = amount.value, claim.tolerance = amount.tolerance, claim.hedge = amount.hedge, claim.unit = "people";
  }
}

// "an important community of Peruvians in Norway (between 10,000 and 15,000 people)": how many they are stands in brackets
void read_size_in_brackets(Document& d, const Sentence& s) {
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
    if (d.claims[i].kind != Kind::diaspora || d.claims[i].number || d.claims[i].status != "vague") continue;
    for (const Amount& one : s.amounts) {
      const std::uint32_t before = one.begin - std::min(one.begin, 2u);
      const bool open = d.tokens[one.begin - 1].is(TokenKind::open) || d.tokens[before].is(TokenKind::open);
      if (one.kind != Amount::Kind::number || one.value < 10 || !open || d.tokens[one.begin].begin < d.claims[i].plain.end || !find_cue(s, Cue::people_noun, one.end, one.end + 1)) continue;
      d.claims[i].number = one.value, d.claims[i].tolerance = one.tolerance, d.claims[i].hedge = one.hedge;
      d.claims[i].unit = "people", d.claims[i].status = "asserted";
      d.claims[i].plain = {d.tokens[one.begin].begin, d.tokens[one.end].end};
    }
  }
}

// "Im 19. Jahrhundert wanderten viele Deutsche nach Peru aus"
void read_german_movers(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (!one_of(d.of(i), {"wanderten", "wanderte", "emigrierten", "flohen", "siedelten", "übersiedelten", "flüchteten"}) || told(d, s.range)) continue;
    const Mention *nation = nullptr, *where = nullptr;
    for (const Mention& one : d.mentions) {
      const bool people = one.form == NameForm::people || (one.form == NameForm::adjective && d.tokens[one.begin].capital);
      if (people && !nation && (one.begin > i ? one.begin - i : i - one.end) <= 4) nation = &one;
      if (nation && one.form != NameForm::adjective && one.side == Document::other(nation->side) && one.begin > i && one.begin - i <= 9 && (led_by(d, s, one, Cue::to_word) || led_by(d, s, one, Cue::in_word))) where = &one;
    }
    if (!nation || !where || !Document::is_pair(nation->side)) continue;
    add(d, s, Kind::migration_stock, span({i, i + 1}, *where), {i, i + 1}, nation->side, "vague");
    return;
  }
}

// "mehrere Wellen deutscher Einwanderung", "die Einwanderung deutscher Bauern ab 1817"
void read_german_waves(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (!d.tokens[i].capital || !one_of(d.of(i), {"Einwanderung", "Auswanderung", "Zuwanderung", "Migrationswelle", "Einwanderungswelle", "Auswanderungswelle", "Wanderungswelle"}) || told(d, s.range)) continue;
    for (const Mention& one : d.mentions) {
      const bool near = (one.end == i || (one.begin == i + 1)) && (one.form == NameForm::adjective || one.form == NameForm::people);
      if (!near || !Document::is_pair(one.side) || s.has(Cue::treaty_noun)) continue;
      add(d, s, Kind::migration_stock, span(one, {i, i + 1}), {i, i + 1}, one.side, "vague");
      return;
    }
  }
}

}  // namespace

void read_people_plain(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || d.mentions.empty()) return;
  if (!s.amounts.empty()) read_percents(d, s);
  if (d.grammar.language == "de") {
    read_german_waves(d, s);
    if (!s.amounts.empty()) read_numbers(d, s);
    read_german_movers(d, s);
    return;
  }
  if (s.has(Cue::war_verb)) return;
  static constexpr WordSet ranks{"source", "sources", "destination", "destinations"};
  static constexpr WordSet waves{"influx", "wave", "waves", "exodus", "migration", "arrival", "contingent"};
  static constexpr WordSet groups{"population", "community", "minority", "enclave", "diaspora", "communities"};
  static constexpr WordSet goers{"go", "travel", "come", "went", "travelled", "traveled"};
  static constexpr WordBits any = bits_of(ranks, waves, groups, goers);
  bool rank = false, wave = false, group = s.has(Cue::many_word), goes = false;
  for (std::uint32_t i = s.words.meet(any) ? s.range.begin : s.range.end; i < s.range.end; ++i) {
    const std::string_view word = d.of(i);
    rank = rank || ranks.has(word), wave = wave || waves.has(word), group = group || groups.has(word), goes = goes || goers.has(word);
  }
  if (rank) read_ranks(d, s);
  if (s.has(Cue::student_noun)) read_scholarships(d, s);
  if (!s.amounts.empty()) read_parts(d, s);
  if (goes) read_goers(d, s);
  if (wave) read_waves(d, s);
  if (s.has(Cue::refugee_noun)) read_refugees(d, s);
  if (group) read_populations(d, s);
  if (!s.amounts.empty()) read_size_in_brackets(d, s), read_numbers(d, s);
}

}  // namespace comity::claims
