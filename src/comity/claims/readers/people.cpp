// People of one country in the other: residents, refugees and workers, students, tourists. A number belongs to the nearest
// noun of people behind it; who they are comes from their demonym, where they live from a name behind.
#include <algorithm>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

struct People {
  Kind kind = Kind::diaspora;
  Spot noun;
  Side of = Side::none;
  bool found = false;
};

bool colon_between(const Document& d, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (d.tokens[i].is(TokenKind::colon)) return true;
  }
  return false;
}

bool comma_between(const Document& d, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (d.tokens[i].is(TokenKind::comma)) return true;
  }
  return false;
}

bool people_cue(Cue cue) { return cue == Cue::people_noun || cue == Cue::refugee_noun || cue == Cue::worker_noun || cue == Cue::student_noun || cue == Cue::tourist_noun; }

// What stands behind a number, within a few words: a noun of people, or a nation ("2,000 Germans", "one million ethnic Germans").
People people_behind(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t end) {
  People out;
  const std::uint32_t limit = std::min(end, from + 7);
  for (const NameSpot& name : s.names) {
    if (name.begin < from || name.begin >= limit || name.form >= NameForm::capital || name.form == NameForm::name) continue;
    bool broken = false;
    for (std::uint32_t i = from; i < name.begin; ++i) broken = broken || d.tokens[i].is(TokenKind::comma) || d.tokens[i].is(TokenKind::open) || d.tokens[i].is(TokenKind::number) || d.of(i) == "visas" || d.of(i) == "passports" || d.of(i) == "permits" || d.of(i) == "copies";
    // "scholarships offered by the Norwegian government": who gives them
    if (broken || find_cue(s, Cue::by_word, std::max(from, name.begin - std::min(name.begin, 2u)), name.begin)) break;
    out.of = name.side;
    // "4,000 Bhutanese are enrolled": a nation that needs no ending to be people
    const std::string_view last = d.of(name.end - 1);
    const bool ending = last.ends_with("ese") || last.ends_with("ish") || last.ends_with("ch") || last.ends_with("iss") || (d.grammar.language == "de" && (last.ends_with('e') || last.ends_with("en") || last.ends_with("er")));
    const bool bare = ending && (name.end >= end || !d.tokens[name.end].is_word() || find_cue(s, Cue::have, name.end, name.end + 1) || find_cue(s, Cue::diaspora_verb, name.end, name.end + 1) || find_cue(s, Cue::study_verb, name.end, name.end + 1) || find_cue(s, Cue::visit_verb, name.end, name.end + 1) || find_cue(s, Cue::in_word, name.end, name.end + 1));
    const bool plural = d.of(name.end - 1).ends_with('s') || name.form == NameForm::people || bare;
    if (plural && name.begin - from <= 3) out.noun = name, out.found = true;
    break;
  }
  for (const CueSpot& cue : s.cues) {
    if (!people_cue(cue.cue) || cue.begin < from || cue.begin >= limit) continue;
    bool broken = false;
    for (std::uint32_t i = from; i < cue.begin; ++i) broken = broken || d.tokens[i].is(TokenKind::comma) || d.tokens[i].is(TokenKind::open);
    if (broken) break;
    out.noun = cue;
    out.found = true;
    out.kind = cue.cue == Cue::student_noun ? Kind::students : cue.cue == Cue::tourist_noun ? Kind::tourism : cue.cue == Cue::people_noun ? Kind::diaspora : Kind::migration_stock;
    if (cue.cue != Cue::people_noun) break;
  }
  return out;
}

// "750,000 tourists from the Nordic countries", "40,000 Thais in the Nordic area": of or in more than the two.
bool is_elsewhere(const Document& d, const Sentence& s, Spot noun) {
  if (const CueSpot* live = find_cue(s, Cue::diaspora_verb, noun.end, noun.end + 1); live && d.of(live->end - 1) == "in") noun.end = live->end - 1;
  const std::uint32_t end = std::min(s.range.end, noun.end + 5);
  if (noun.end >= s.range.end || !(s.cue_at(noun.end, Cue::from_word) || s.cue_at(noun.end, Cue::in_word))) return false;
  for (const Mention& one : d.mentions) {
    if (one.begin >= noun.end && one.begin < end && one.side != Side::none) return false;
  }
  bool wide = has_cue(s, Cue::region, {noun.end, end});
  for (std::uint32_t i = noun.end; i < end; ++i) wide = wide || d.of(i) == "countries" || d.of(i) == "region" || d.of(i) == "area" || d.of(i) == "abroad" || d.of(i) == "world";
  return wide && !has_cue(s, Cue::both, {noun.end, end});
}

// "10,000 Ukrainians immigrated to Argentina", "2,000 Chileans fled to": a flow, not who lives there.
bool goes_there(const Document& d, const Sentence& s, Spot noun, Spot clause) {
  const CueSpot* verb = find_cue(s, Cue::arrive_verb, noun.end, std::min(clause.end, noun.end + 3));
  if (verb && !d.of(*verb).starts_with("visit")) return true;
  for (std::uint32_t i = noun.begin; i-- > clause.begin && noun.begin - i <= 6;) {  // "the arrival of over 30,000 Indians", "expelled 55,000 persons"
    const std::string_view word = d.of(i);
    if (word == "arrival" || word.starts_with("expel") || word == "expulsion" || word == "influx" || word == "exodus" || word == "emigration" || word == "immigration") return true;
  }
  return false;
}

}  // namespace

void read_people(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || s.amounts.empty()) return;
  if (!s.has(Cue::name) && !s.has(Cue::both)) return;
  bool any = s.has(Cue::diaspora_verb);
  for (const Cue cue : {Cue::people_noun, Cue::refugee_noun, Cue::worker_noun, Cue::student_noun, Cue::tourist_noun}) any = any || s.has(cue);
  for (const NameSpot& name : s.names) any = any || name.form == NameForm::people || name.form == NameForm::adjective;
  if (!any) return;
  Kind last_kind = Kind::other;
  Side last_of = Side::none;
  std::uint32_t last_end = 0;
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::number || amount.value < 10) continue;
    bool dated = false;
    for (const When& when : s.dates) dated = dated || (when.begin < amount.end && amount.begin < when.end);
    if (dated) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    People people = people_behind(d, s, amount.end, clause.end);
    bool goes_on = false;
    if (!people.found || (people.kind == Kind::diaspora && !Document::is_pair(people.of) && last_kind == Kind::other)) {
      // "Mongolian-born residents rose from 700 in 2010 to 3,854 in 2020": the noun stands before its numbers.
      const CueSpot* before = nullptr;
      for (const CueSpot& cue : s.cues) {
        if (people_cue(cue.cue) && cue.end <= amount.begin && amount.begin - cue.end <= 14 && cue.begin >= s.range.begin) before = &cue;
      }
      // "The Peruvian community in Norway consists of some 3,500 people": whose it is stands with the noun before.
      for (const CueSpot& cue : s.cues) {
        if (!people.found || Document::is_pair(people.of) || cue.cue != Cue::people_noun || cue.begin < clause.begin || cue.end > amount.begin || amount.begin - cue.end > 10) continue;
        for (const NameSpot& name : s.names) {
          if (name.form == NameForm::adjective && name.end <= cue.begin && cue.begin - name.end <= 2) people.of = name.side;
        }
      }
      // "The number of Peruvians living in Norway rose from 800 to 2,500"
      for (const NameSpot& name : s.names) {
        const bool plural = name.form == NameForm::people || (name.form == NameForm::adjective && d.of(name.end - 1).ends_with('s'));
        if (people.found || before || last_kind != Kind::other || !plural || name.end > amount.begin || amount.begin - name.end > 12 || name.begin < s.range.begin + 2 || d.of(name.begin - 1) != "of") continue;
        if (!has_cue(s, Cue::grow_verb, {name.end, amount.begin}) && !has_cue(s, Cue::fall_verb, {name.end, amount.begin}) && !has_cue(s, Cue::level_verb, {name.end, amount.begin})) continue;
        people.noun = name, people.of = name.side, people.found = true;
      }
      const bool series = last_kind != Kind::other && !people.found;
      if (!people.found && before && !series) {
        people.kind = before->cue == Cue::student_noun ? Kind::students : before->cue == Cue::tourist_noun ? Kind::tourism : before->cue == Cue::people_noun ? Kind::diaspora : Kind::migration_stock;
        people.noun = *before;
        const std::string_view link = before->end < s.range.end ? d.of(before->end) : std::string_view();
        const bool sized = amount.begin - before->end <= 3 && (d.of(*before).ends_with(" of") || link == "of") && before->cue == Cue::people_noun;  // "a Peruvian community of about 12,000"
        people.found = sized || (before->end < amount.begin && (colon_between(d, before->end, amount.begin) || has_cue(s, Cue::grow_verb, {before->end, amount.begin}) || has_cue(s, Cue::fall_verb, {before->end, amount.begin}) || has_cue(s, Cue::diaspora_verb, {before->end, amount.begin}) || has_cue(s, Cue::level_verb, {before->end, amount.begin}) || (before->cue != Cue::student_noun && find_cue(s, Cue::have, amount.begin - std::min(amount.begin, 2u), amount.begin)) || (before->cue == Cue::student_noun && has_cue(s, Cue::study_verb, {amount.end, amount.end + 3}))));
        for (const NameSpot& name : s.names) {
          if (name.form == NameForm::adjective && name.end <= before->begin && before->begin - name.end <= 2) people.of = name.side;
        }
      } else if (series) {
        const When* when = nullptr;
        for (const When& one : s.dates) {
          if (one.begin >= amount.end && one.begin - amount.end <= 6) when = &one;
        }
        if (!when || amount.begin - last_end > 24) continue;
        people.kind = last_kind;
        people.of = last_of;
        people.found = goes_on = true;
        people.noun = amount;
      }
    }
    // "7,000 Paraguayans who are of Japanese descent", "Australian residents claimed Spanish descent"
    for (const NameSpot& name : s.names) {
      if (people.found && name.form == NameForm::adjective && Document::is_pair(name.side) && name.side != people.of && name.begin >= people.noun.end && name.begin - people.noun.end <= 5 && find_cue(s, Cue::born, name.end, name.end + 1)) people.of = name.side;
    }
    for (const Mention& one : d.mentions) {  // "Norwegian nationals in Peru: 312, Peruvian nationals in Norway: 41": another nation
      if (goes_on && one.form == NameForm::adjective && Document::is_pair(one.side) && one.begin >= last_end && one.end < amount.begin && find_cue(s, Cue::people_noun, one.end, one.end + 1)) people.of = one.side;
    }
    if (!people.found || people.of == Side::third) continue;
    if (d.grammar.language == "en" && is_elsewhere(d, s, people.noun)) continue;
    if (has_cue(s, Cue::war_verb, clause) || has_cue(s, Cue::jobs_noun, {amount.end, amount.end + 3})) continue;
    if (has_cue(s, Cue::company_noun, {amount.end, std::min(clause.end, amount.end + 4)})) continue;
    bool employed = false;  // "60 companies employing at least 15,000 Filipinos"
    for (std::uint32_t i = amount.begin; i-- > s.range.begin && amount.begin - i <= 5;) employed = employed || d.of(i).starts_with("employ");
    if (employed) continue;
    // Where they are: a name behind that is not their own.
    Side host = Side::none;
    bool host_third = false;
    for (const Mention& one : d.mentions) {
      if (one.form == NameForm::adjective || one.form == NameForm::people || one.begin < clause.begin || one.begin >= clause.end) continue;
      const bool born = find_cue(s, Cue::born, people.noun.begin, one.begin) && one.begin - find_cue(s, Cue::born, people.noun.begin, one.begin)->end <= 2 && one.begin > amount.end;
      const CueSpot* from_cue = find_cue_back(s, Cue::from_word, one.begin, one.begin >= 2 ? one.begin - 2 : 0);
      if (born || (from_cue && from_cue->end + 1 >= one.begin && people.kind != Kind::tourism)) {
        if (!Document::is_pair(people.of)) people.of = one.side;
        continue;
      }
      if (from_cue && from_cue->end + 1 >= one.begin) {
        if (!Document::is_pair(people.of)) people.of = one.side;
        continue;
      }
      if (one.side == people.of) continue;
      if (Document::is_pair(one.side) && host == Side::none) host = one.side;
      if (one.side == Side::third && one.begin >= amount.end) host_third = true;
    }
    if (host_third && host == Side::none) continue;
    if (people.of == Side::third) continue;
    if (!Document::is_pair(people.of) && Document::is_pair(host) && people.kind != Kind::diaspora) people.of = Document::other(host);
    if (!Document::is_pair(people.of) && goes_on) people.of = last_of;
    if (!Document::is_pair(people.of)) continue;
    // What they do there makes them students or tourists.
    if (people.kind == Kind::diaspora && has_cue(s, Cue::study_verb, {people.noun.end, std::min(clause.end, people.noun.end + 6)})) people.kind = Kind::students;
    else if (people.kind == Kind::diaspora && goes_there(d, s, people.noun, clause)) people.kind = Kind::migration_stock;
    else if (people.kind == Kind::diaspora && (has_cue(s, Cue::visit_verb, {people.noun.end, std::min(clause.end, people.noun.end + 3)}) || (people.noun.end < clause.end && d.of(people.noun.end) == "visit"))) people.kind = Kind::tourism;
    // Where they are stands near them, or a verb says that they live there.
    bool host_near = false;
    for (const Mention& one : d.mentions) host_near = host_near || (one.side == host && one.form != NameForm::adjective && (one.end <= amount.begin || (one.begin >= people.noun.end && one.begin - people.noun.end <= 8 && !comma_between(d, people.noun.end, one.begin))));
    const bool lives = has_cue(s, Cue::diaspora_verb, clause) || (Document::is_pair(host) && host_near) || people.kind != Kind::diaspora || has_cue(s, Cue::born, clause);
    if (!lives) continue;
    const When* when = date_for(d, s, goes_on ? static_cast<Spot>(amount) : people.noun, clause, goes_on ? 6 : 12);
    Spot quote = goes_on ? static_cast<Spot>(amount) : span(amount, people.noun);
    if (quote.end - quote.begin > 14) quote = amount;
    bool yearly = has_cue(s, Cue::per_year, {quote.begin, std::min(clause.end, quote.end + 6)});
    if (const CueSpot* before = find_cue_back(s, Cue::per_year, quote.begin, s.range.begin); before && !yearly) {  // "7,000 visit each year and 4,000 live there": of the number before it
      yearly = quote.begin - before->end <= 1 || std::none_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return one.end <= before->begin && one.value >= 10; });
    }
    if (yearly && people.kind == Kind::diaspora) people.kind = Kind::migration_stock;  // a flow
    Claim& claim = d.add(people.kind, trimmed(quote, amount, 14));
    d.set_amount(claim, amount);
    claim.currency.clear();
    claim.unit = yearly ? "people/year" : "people";
    claim.subject = d.code(people.of);
    claim.object = d.code(Document::other(people.of));
    if (when) claim.period = when->text();
    else claim.period = era_of(d, s);
    // "at the end of 2018": a stock of its last day
    if (when && !when->month && when->begin >= 3 && d.of(when->begin - 2) == "end" && claim.period.size() == 4) claim.period += "-12-31";
    if (find_cue_back(s, Cue::plan, amount.begin, clause.begin)) claim.status = "planned";
    const std::string_view many = amount.begin > s.range.begin ? d.of(amount.begin - 1) : std::string_view();
    if (many == "several" || many == "few" || many == "many" || many == "Several" || many == "mehrere" || many == "einige") {  // "several hundred"
      claim.number.reset();
      claim.word = d.of(Spot{amount.begin - 1, amount.end});
      claim.status = "vague";
    }
    // A community told of without a number just before is this one.
    if (claim.kind == Kind::diaspora && d.claims.size() >= 2) {
      const Claim& told = d.claims[d.claims.size() - 2];
      if (told.kind == Kind::diaspora && !told.number && told.status == "vague" && told.subject == claim.subject && told.unit.empty() && claim.plain.begin - told.plain.end < 300) {
        if (d.claims.size() - 2 < d.sentence_claims) --d.sentence_claims;
        d.claims.erase(d.claims.end() - 2);
      }
    }
    last_kind = people.kind;
    last_of = people.of;
    last_end = amount.end;
  }
}

}  // namespace comity::claims
