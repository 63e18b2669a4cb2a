// Missions, recognition and memberships in the order that German likes: the town before its mission, the verb last, the member
// between "gehört" and "an".
#include <algorithm>

#include "comity/claims/readers/german.hpp"
#include "comity/claims/readers/german_parts.hpp"
#include "comity/claims/readers/mission_parts.hpp"

namespace comity::claims {

using namespace german;

namespace {

constexpr std::initializer_list<Kind> of_missions = {Kind::mission, Kind::mission_opened, Kind::mission_closed};

// "In Kumasi befindet sich ein deutsches Honorarkonsulat", "In Kumasi und Tamale sind Honorarkonsuln tätig"
void read_towns_first(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun || is_told(d, noun, of_missions)) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    if (find_word(d, clause.begin, clause.end, {"besuchte", "eröffnete", "traf", "besuchten"}) < clause.end || has_cue(s, Cue::open_verb, clause) || has_cue(s, Cue::close_verb, clause)) continue;
    const std::uint32_t verb = find_word(d, clause.begin, noun.begin, {"befindet", "befinden", "gibt", "besteht", "bestehen", "existiert", "existieren", "ist", "sind", "unterhält", "unterhalten", "hat", "haben", "betreibt", "residiert", "residieren", "bestand", "liegt", "amtiert", "amtieren", "wirkt", "arbeitet"});
    if (verb == noun.begin || noun.begin - verb > 9) continue;
    const CueSpot* in = find_cue(s, Cue::in_word, clause.begin, verb);
    if (!in) continue;
    const std::vector<City> cities = cities_from(d, s, in->end, verb);
    Side host = host_of(cities), sender = sender_at_noun(d, s, noun);
    if (sender == Side::none) {
      if (const Mention* who = subject(d, {verb, noun.begin})) sender = who->side;
    }
    if (sender == Side::none && Document::is_pair(host)) sender = Document::other(host);
    if (cities.empty() || !Document::is_pair(sender) || host == sender || host == Side::third) continue;
    bool first = true;
    for (const City& city : cities) {
      Claim& claim = d.add(Kind::mission, first ? trimmed(span(city, noun), city, 12) : static_cast<Spot>(city));
      claim.unit = d.grammar.texts[noun.data];
      claim.subject = d.code(sender), claim.object = d.code(Document::other(sender));
      claim.place = d.of(city);
      first = false;
      for (const When& when : s.dates) {
        if (when.since && when.begin >= clause.begin && when.end <= clause.end) claim.period = when.text();
      }
    }
  }
}

// Where "in X, Y und Z" ends right before a mission, with an article or an adjective between them: its first town; 0: nowhere.
std::uint32_t towns_before(const Document& d, const Sentence& s, const CueSpot& noun, std::uint32_t& end) {
  end = noun.begin;
  while (end > s.range.begin && noun.begin - end < 3 && !d.tokens[end - 1].capital && d.tokens[end - 1].is_word() && !find_cue(s, Cue::in_word, end - 1, end) && !find_cue(s, Cue::and_word, end - 1, end)) --end;
  constexpr std::uint32_t longest_list = 14;
  for (std::uint32_t i = end; i-- > s.range.begin && end - i <= longest_list;) {
    if (find_cue(s, Cue::mission_noun, i, i + 1)) return 0;
    if (!find_cue(s, Cue::in_word, i, i + 1)) continue;
    const std::vector<City> cities = cities_from(d, s, i + 1, end);
    return !cities.empty() && cities.back().end == end ? i + 1 : 0;
  }
  return 0;
}

// "unterhält in Lima eine Botschaft und in Arequipa und Cusco Honorarkonsulate": the towns stand before what is there.
void read_inverted(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun || (noun.end < s.range.end && find_cue(s, Cue::in_word, noun.end, noun.end + 1))) continue;
    const Spot clause = clause_of(d, s, noun.begin);
    if (has_cue(s, Cue::open_verb, clause) || has_cue(s, Cue::close_verb, clause) || has_cue(s, Cue::reopen_verb, clause)) continue;
    std::uint32_t end = 0;
    const std::uint32_t from = towns_before(d, s, noun, end);
    const CueSpot* have = find_cue_back(s, Cue::mission_have, noun.begin, clause.begin);
    if (!from || !have) continue;
    const std::vector<City> cities = cities_from(d, s, from, end);
    const Side host = host_of(cities);
    Side sender = sender_at_noun(d, s, noun);
    if (sender == Side::none) {
      if (const Mention* who = subject(d, clause)) sender = who->side;
    }
    if (sender == Side::none && Document::is_pair(host)) sender = Document::other(host);
    if (!Document::is_pair(sender) || host == sender || host == Side::third) continue;
    const std::string unit = d.grammar.texts[noun.data];
    const std::size_t here = d.tokens[noun.begin].begin;
    std::erase_if(d.claims, [&](const Claim& one) { return &one >= d.claims.data() + d.sentence_claims && one.kind == Kind::mission && one.unit == unit && one.plain.end > here; });
    for (const City& city : cities) {
      const auto told = [&](const Claim& one) { return one.kind == Kind::mission && one.unit == unit && one.place == d.of(city); };
      if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
      Claim& claim = d.add(Kind::mission, &city == &cities.back() ? span(city, noun) : static_cast<Spot>(city));
      claim.unit = unit;
      claim.subject = d.code(sender), claim.object = d.code(Document::other(sender));
      claim.place = d.of(city);
    }
  }
}

// "eröffnete 2001 ein Konsulat in Hamburg, das 2010 wieder geschlossen wurde", "wurde 1983 geschlossen und 1992 wiedereröffnet"
void read_later_closing(Document& d, const Sentence& s) {
  for (const CueSpot& verb : s.cues) {
    const bool again = verb.cue == Cue::reopen_verb;
    if ((verb.cue != Cue::close_verb && !again) || is_told(d, verb, of_missions)) continue;
    const Claim* told = nullptr;
    for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
      const bool goes_on = again ? d.claims[i].kind == Kind::mission_closed : d.claims[i].kind == Kind::mission_opened || d.claims[i].kind == Kind::mission;
      if (goes_on && d.claims[i].plain.end <= d.tokens[verb.begin].begin) told = &d.claims[i];
    }
    const When* when = nullptr;
    for (const When& one : s.dates) {
      if (told && one.end <= verb.begin && verb.begin - one.end <= 4 && d.tokens[one.begin].begin >= told->plain.end) when = &one;
    }
    if (!when) continue;
    const Claim model = *told;
    Claim& claim = d.add(again ? Kind::mission_opened : Kind::mission_closed, span(*when, verb));
    if (again) claim.note = "re-opened";
    claim.subject = model.subject, claim.object = model.object, claim.unit = model.unit, claim.place = model.place;
    claim.period = when->text();
  }
}

// "plant, in Kumasi ein Konsulat zu eröffnen", "kündigte an, eine Botschaft in Berlin einzurichten": meant, not done.
void read_planned_openings(Document& d, const Sentence& s) {
  const CueSpot* noun = find_cue(s, Cue::mission_noun);
  if (!noun || is_told(d, *noun, of_missions)) return;
  std::uint32_t verb = find_word(d, noun->end, s.range.end, {"eröffnen", "einzurichten", "errichten", "einrichten", "einzuweihen"});
  if (verb == s.range.end || verb - noun->end > 6) return;
  if (find_word(d, s.range.begin, s.range.end, {"plant", "planen", "kündigte", "kündigten", "will", "wollen", "möchte", "beabsichtigt", "beabsichtigen", "beschloss", "beschlossen", "vereinbarten", "angekündigt", "Absicht", "wird", "werden", "strebt"}) == s.range.end) return;
  if (find_word(d, s.range.begin, s.range.end, {"nicht", "kein", "keine"}) < s.range.end) return;
  std::uint32_t end = 0;
  std::uint32_t from = towns_of(d, s, *noun);
  if (!from) from = towns_before(d, s, *noun, end);
  const std::vector<City> cities = from ? cities_from(d, s, from, s.range.end) : std::vector<City>{};
  const Side host = host_of(cities);
  Side sender = sender_at_noun(d, s, *noun);
  if (sender == Side::none && Document::is_pair(host)) sender = Document::other(host);
  if (sender == Side::none) {
    if (const Mention* who = subject(d, s.range)) sender = who->side;
  }
  if (!Document::is_pair(sender) || host == sender || host == Side::third) return;
  Claim& claim = d.add(Kind::mission_opened, trimmed({noun->begin, verb + 1}, *noun, 12));
  claim.unit = d.grammar.texts[noun->data];
  claim.subject = d.code(sender), claim.object = d.code(Document::other(sender));
  if (!cities.empty()) claim.place = d.of(cities.front());
  claim.status = "planned";
}

// Who recognised whom in "der Kosovo, den die Schweiz 2008 anerkannte": who stands behind the pronoun, whom before the comma.
bool relative_sides(const Document& d, const CueSpot& verb, Spot clause, const Mention*& who, const Mention*& whom) {
  if (!d.of(verb).ends_with("anerkannte") && !d.of(verb).ends_with("anerkannten") && !d.of(verb).ends_with("anerkannt")) return false;
  for (std::uint32_t i = clause.begin; i + 2 < verb.begin; ++i) {
    if (!d.tokens[i].is(Token::Kind::comma) || !one_of(d.of(i + 1), {"das", "den", "die"})) continue;
    const Mention *before = nullptr, *after = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.form != NameForm::name || !Document::is_pair(one.side)) continue;
      if (one.end == i) before = &one;
      if (one.begin >= i + 2 && one.begin - i <= 3 && one.end <= verb.begin) after = after ? after : &one;
    }
    if (!before || !after || before->side == after->side) continue;
    who = after, whom = before;
    return true;
  }
  return false;
}

}  // namespace

void read_german_missions(Document& d, const Sentence& s) {
  if (!s.has(Cue::mission_noun)) return;
  read_planned_openings(d, s);
  read_inverted(d, s);
  read_towns_first(d, s);
  if (s.has(Cue::close_verb) || s.has(Cue::reopen_verb)) read_later_closing(d, s);
}

// "Deutschland war der erste Staat, der Kenia anerkannte", "wurde 1990 von Deutschland anerkannt", "1921 erkannte Deutschland die
// Unabhängigkeit Estlands an"
void read_german_recognition(Document& d, const Sentence& s) {
  if (!s.has(Cue::recognise) || has_claim(d, Kind::recognition)) return;
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::recognise) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    const When* when = date_for(d, s, verb, clause, 16);
    const bool finite = d.of(verb).starts_with("erk");
    const bool noun = d.of(verb).find("nerkennung") != std::string_view::npos;
    const Mention *who = nullptr, *whom = nullptr;
    const std::uint32_t by = find_word(d, clause.begin, clause.end, {"von", "durch"});
    const bool passive = !finite && by < clause.end && (noun || find_word(d, clause.begin, clause.end, {"wurde", "wurden", "worden"}) < clause.end);
    for (const Mention& one : d.mentions) {
      if (one.begin < clause.begin || one.end > clause.end || one.form != NameForm::name || !Document::is_pair(one.side) || one.reference) continue;
      const bool agent = passive && one.begin > by && one.begin - by <= 3;
      if (agent || (!passive && !who && !is_genitive(d, one))) who = &one;
      else if (!whom || (whom->side == (who ? who->side : Side::none))) whom = &one;
    }
    const bool relative = relative_sides(d, verb, clause, who, whom);
    for (const When& one : s.dates) {  // "am 23. März 1992 anerkannte und am 13. April …"
      if (one.end <= verb.begin && verb.begin - one.end <= 2 && one.begin >= clause.begin && !one.relative) when = &one;
    }
    const bool among_first = find_word(d, clause.begin, clause.end, {"ersten", "erste", "erster"}) < clause.end;
    if (!who || !whom || who->side == whom->side || (!when && !relative && !among_first)) continue;
    if (names_third(d, span(span(*who, *whom), verb)) && !relative) continue;
    if (find_word(d, clause.begin, clause.end, {"Abschlüsse", "Zeugnisse", "Völkermord", "Grenze", "Staatsangehörigkeit"}) < clause.end) continue;
    Claim& claim = d.add(Kind::recognition, trimmed(span(span(*who, *whom), verb), verb, 22));
    claim.subject = d.code(who->side), claim.object = d.code(whom->side);
    if (when) claim.period = when->text();
    if (find_cue_back(s, Cue::negation, verb.begin + 1, verb.begin - std::min(verb.begin, 3u))) claim.polarity = "neg", claim.period.clear();
    return;
  }
}

// "gehören beide Länder der EU an", "Deutschland wurde 1973 in die Vereinten Nationen aufgenommen", "Ghana ist der OIF 2006 beigetreten",
// "mit dem Beitritt Ghanas zur WTO im Jahr 1995"
void read_german_memberships(Document& d, const Sentence& s) {
  for (const CueSpot& org : s.cues) {
    if (org.cue != Cue::org || is_told(d, org, {Kind::membership, Kind::treaty_signed})) continue;
    const auto same = [&](const Claim& one) { return one.kind == Kind::membership && one.object == d.grammar.texts[org.data]; };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), same)) continue;
    const Spot clause = clause_of(d, s, org.begin);
    const std::uint32_t belongs = find_word(d, clause.begin, clause.end, {"gehört", "gehören", "gehörte", "gehörten"});
    std::uint32_t joined = find_word(d, clause.begin, clause.end, {"aufgenommen", "beigetreten", "Beitritt", "Aufnahme", "beitrat", "beitraten", "Mitgliedschaft", "angeschlossen"});
    // "1955 trat die Bundesrepublik der NATO bei": the particle closes the clause
    if (joined >= clause.end && find_word(d, clause.begin, org.begin, {"trat", "traten"}) < org.begin && org.end < clause.end && d.of(org.end) == "bei") joined = org.end;
    const bool member = belongs < clause.end && find_cue(s, Cue::member_of, belongs, belongs + 1) && belongs < org.begin;
    const bool join = joined < clause.end && (joined > org.begin ? joined - org.end <= 9 : org.begin - joined <= 4);
    const std::uint32_t noun = find_word(d, clause.begin, clause.end, {"Mitglied", "Mitglieder", "Mitgliedstaat", "Mitgliedstaaten", "Vollmitglied", "Gründungsmitglied", "Gründungsmitglieder", "Beobachterstatus", "Beobachter", "Mitgliedsländer"});
    const bool named = noun < clause.end && (noun > org.begin ? noun - org.end <= 3 : org.begin - noun <= 5);
    if (!member && !join && !named) continue;
    if (join && one_of(d.of(joined), {"Aufnahme", "aufgenommen"}) && (s.has(Cue::relations_noun) || find_word(d, clause.begin, clause.end, {"unterstützt", "unterstützte", "strebt", "Verhandlungen"}) < clause.end)) continue;
    Side who = Side::none;
    const Mention* quoted = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.begin < clause.begin || one.end > clause.end || one.form >= NameForm::capital || one.form == NameForm::people || one.form == NameForm::adjective) continue;
      if (one.side != Side::both && !Document::is_pair(one.side)) continue;
      const std::uint32_t away = one.begin >= org.end ? one.begin - org.end : org.begin - std::min(org.begin, one.end);
      if (away > 16) continue;
      if (quoted && Document::is_pair(who) && one.side == Document::other(who) && find_cue(s, Cue::and_word, quoted->end, one.begin)) who = Side::both;
      else if (!quoted || away < org.begin - std::min(org.begin, quoted->end)) who = one.side;
      if (!quoted) quoted = &one;
    }
    // "unterstützt den EU-Beitritt Albaniens": whose it is stands in the genitive
    for (const Mention& one : d.mentions) {
      if (join && joined < clause.end && Document::is_pair(one.side) && is_genitive(d, one) && one.begin > joined && one.begin - joined <= 2) who = one.side;
    }
    if (who == Side::none || names_third(d, clause)) continue;
    const bool backed = find_word(d, clause.begin, clause.end, {"unterstützt", "unterstützte", "unterstützen", "befürwortet", "befürwortete", "fördert", "begrüßt"}) < clause.end;
    const bool sought = backed || find_word(d, clause.begin, clause.end, {"strebt", "streben", "Ziel", "Kandidat", "beantragte", "beantragt", "Beitrittskandidat", "Verhandlungen", "anstrebt"}) < clause.end;
    Claim& claim = d.add(Kind::membership, trimmed(span(org, member ? Spot{belongs, belongs + 1} : join ? Spot{joined, joined + 1} : Spot{noun, noun + 1}), org, 14));
    claim.subject = who == Side::both ? claim.pair[0] + "," + claim.pair[1] : d.code(who);
    claim.object = d.grammar.texts[org.data];
    if (sought) claim.status = "planned";
    if (find_word(d, clause.begin, clause.end, {"kein", "nicht", "weder", "keine"}) < clause.end) claim.polarity = "neg";
    if (named && d.of(noun).starts_with("Beobachter")) claim.note = "observer";
    if (const When* when = claim.polarity.empty() ? date_for(d, s, org, clause, 10) : nullptr) {
      When at = *when;
      at.since = at.since && at.year2;
      claim.period = at.text();
    }
  }
}

}  // namespace comity::claims
