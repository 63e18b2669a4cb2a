// People, culture, companies and aid in German that the general readers left: the number behind its noun ("zählt etwa 40.000
// Personen"), institutions with a verb of working, aid and companies told without a figure.
#include <algorithm>

#include "comity/claims/readers/german.hpp"
#include "comity/claims/readers/german_parts.hpp"

namespace comity::claims {

using namespace german;

namespace {

// A nation as people or with a noun for them: "Ghanaer", "ghanaische Staatsangehörige", "Menschen ghanaischer Herkunft".
Side nation_in(const Document& d, Spot where) {
  Side out = Side::none;
  for (const Mention& one : d.mentions) {
    if (one.begin < where.begin || one.end > where.end || !Document::is_pair(one.side) || (one.form != NameForm::people && one.form != NameForm::adjective)) continue;
    if (out != Side::none && out != one.side) return Side::none;
    out = one.side;
  }
  return out;
}

const Mention* land_in(const Document& d, Spot where) { return behind(d, where, {"in", "nach"}); }

// What a sentence with a number of people tells: the kind by its verbs and nouns.
Kind kind_of(const Document& d, const Sentence& s) {
  if (s.has(Cue::student_noun) || s.has(Cue::study_verb) || find_word(d, s.range.begin, s.range.end, {"Hochschulen", "Universitäten", "Stipendium", "Stipendien", "Studium"}) < s.range.end) return Kind::students;
  if (s.has(Cue::tourist_noun) || find_word(d, s.range.begin, s.range.end, {"reisen", "reisten", "besuchen", "besuchten", "Übernachtungen", "Touristen", "Urlaub"}) < s.range.end) return Kind::tourism;
  if (find_word(d, s.range.begin, s.range.end, {"wanderten", "einwanderten", "auswanderten", "Einwanderer", "Auswanderer", "Siedler", "kamen", "emigrierten", "flohen", "Flüchtlinge", "Familien", "Kolonisten"}) < s.range.end) return Kind::migration_stock;
  if (find_word(d, s.range.begin, s.range.end, {"leben", "lebten", "lebt", "wohnen", "Gemeinschaft", "Gemeinde", "Minderheit", "Zahl", "Herkunft", "Abstammung", "Staatsangehörige", "Staatsbürger", "Staatsangehörigen", "Migrationshintergrund", "gemeldet", "ansässig", "Diaspora", "Wurzeln", "zählt"}) < s.range.end) return Kind::diaspora;
  return Kind::other;
}

}  // namespace

void read_german_people(Document& d, const Sentence& s) {
  if (s.amounts.empty() || s.has(Cue::trade_noun) || s.has(Cue::mission_noun) || s.has(Cue::war_verb) || has_claim(d, Kind::visit) || has_claim(d, Kind::conflict) || names_third(d, s.range)) return;
  const Kind kind = kind_of(d, s);
  if (kind == Kind::other) return;
  for (const Amount& amount : s.amounts) {
    if (amount.kind != Amount::Kind::number || amount.value < 2 || is_told(d, amount, {Kind::diaspora, Kind::migration_stock, Kind::students, Kind::tourism, Kind::company_count, Kind::conflict, Kind::aid})) continue;
    if (amount.end < s.range.end && one_of(d.of(amount.end), {"Jahre", "Jahren", "Prozent", "Tage", "Kilometer", "km", "Städte", "Länder", "Unternehmen", "Firmen", "Hochschulen", "Kooperationen", "Projekte", "Schulen", "Tonnen", "Wochen", "Monate"})) continue;
    const Spot clause = clause_of(d, s, amount.begin);
    const Mention* land = land_in(d, clause);
    Side nation = nation_in(d, {amount.begin, std::min(clause.end, amount.end + 4)});
    if (nation == Side::none) nation = nation_in(d, clause);
    if (nation == Side::none && land) {  // "In Ghana leben rund 3.000 Deutschstämmige"
      const bool german = find_word(d, amount.end, std::min(clause.end, amount.end + 3), {"Deutschstämmige", "Deutschsprachige", "Deutsche", "Volksdeutsche"}) < std::min(clause.end, amount.end + 3);
      for (const Side side : {Side::first, Side::second}) {
        if (german && d.code(side) == "DEU") nation = side;
      }
    }
    Side host = land ? land->side : Side::none;
    for (const Mention& one : d.mentions) {  // "besuchen rund 80.000 Deutsche Peru"
      if (host == Side::none && kind == Kind::tourism && one.form == NameForm::name && Document::is_pair(one.side) && one.begin >= amount.end && !is_genitive(d, one)) host = one.side;
    }
    if (host == Side::none) {  // "an deutschen Hochschulen"
      for (const Mention& one : d.mentions) {
        const bool school = one.form == NameForm::adjective && one.end < clause.end && one_of(d.of(one.end), {"Hochschulen", "Universitäten", "Schulen"});
        if (school && Document::is_pair(one.side)) host = one.side, nation = nation == host ? Document::other(host) : nation;
      }
    }
    if (nation == Side::none || nation == host) nation = host == Side::none || kind == Kind::diaspora ? nation : nation == host ? Document::other(host) : nation;
    if (!Document::is_pair(nation) || nation == host) continue;
    if (host == Side::none && kind != Kind::students) continue;
    Claim& claim = d.add(kind, {amount.begin, std::min(clause.end, amount.end + 2)});
    d.set_amount(claim, amount);
    claim.currency.clear();
    claim.unit = kind == Kind::migration_stock && find_word(d, amount.end, std::min(clause.end, amount.end + 3), {"Familien"}) < std::min(clause.end, amount.end + 3) ? "families" : "people";
    claim.subject = d.code(nation), claim.object = d.code(Document::other(nation));
    claim.period = period_of(d, s, amount, clause);
    return;
  }
}

namespace {

struct House {
  std::string_view begins;
  std::string_view ends;
  std::string_view unit;
  std::string_view owner;
};

// Institutions by the look of their word.
constexpr House houses[] = {{"", "Stiftung", "foundation", "DEU"},      {"DAAD", "DAAD", "DAAD", "DEU"},        {"Goethe", "", "Goethe-Institut", "DEU"},   {"Auslandshandelskammer", "", "chamber of commerce", "DEU"}, {"AHK", "AHK", "chamber of commerce", "DEU"},
                            {"", "Handelskammer", "chamber of commerce", ""}, {"", "Auslandsschule", "school", "DEU"}, {"GIZ", "GIZ", "GIZ", "DEU"}, {"", "Universität", "university", ""}, {"", "Hochschule", "university", ""},
                            {"", "Gesellschaft", "society", ""},        {"", "Kulturzentrum", "cultural centre", ""}, {"", "Kulturinstitut", "cultural institute", ""}, {"", "Freundschaftsgesellschaft", "society", ""}, {"", "Lektorat", "DAAD", "DEU"}, {"", "Schule", "school", ""}, {"", "Schulen", "school", ""},
                            {"", "Austauschdienst", "DAAD", "DEU"}, {"", "Kulturgemeinschaft", "society", ""}, {"", "Kulturverein", "society", ""}, {"", "Kulturgesellschaft", "society", ""}, {"", "Auslandsschulen", "school", "DEU"}, {"", "Begegnungsschule", "school", "DEU"}, {"", "Begegnungszentrum", "cultural centre", ""}, {"", "Sprachinstitut", "language centre", ""}};

const House* house_at(const Document& d, std::uint32_t i) {
  if (!d.tokens[i].capital) return nullptr;
  const std::string_view word = d.of(i);
  for (const House& one : houses) {
    if (!one.begins.empty() && !one.ends.empty() ? word == one.begins : !one.begins.empty() ? word.starts_with(one.begins) : word.ends_with(one.ends) && d.tokens[i].capital) return &one;
  }
  return nullptr;
}

// "Deutsch-Kasachische Universität", "deutsche Schule": of the two or of one; false where neither is told.
bool is_of_pair(const Document& d, std::uint32_t i, std::uint32_t from) {
  for (const Mention& one : d.mentions) {
    if (one.form == NameForm::adjective && one.begin >= from && one.end <= i && i - one.end <= 1 && Document::is_pair(one.side)) return true;
  }
  return i > from && (d.of(i - 1) == "Deutsche" || d.of(i - 1) == "deutsche" || d.of(i - 1) == "Deutschen");
}

}  // namespace

// "Die Friedrich-Ebert-Stiftung ist seit 1969 in Ghana tätig", "Die Deutsch-Ghanaische Gesellschaft wurde 1990 gegründet"
void read_german_culture(Document& d, const Sentence& s) {
  const bool works = s.has(Cue::institute_verb) || find_word(d, s.range.begin, s.range.end, {"existiert", "vertreten", "tätig", "aktiv", "Büro", "Regionalbüro", "präsent", "Sitz", "Auslandsbüro", "Projektbüro", "unterhalten", "betreibt", "arbeiten", "leistet", "leisten", "besteht", "bestehen", "Sprachunterricht", "Sprachkurse", "Kulturarbeit", "Informationsbüro", "Verbindungsbüro", "angesiedelt"}) < s.range.end;
  // "In Lima gibt es ein Goethe-Institut, in Arequipa …": the town in front is its own
  for (std::size_t i = d.sentence_claims; i < d.claims.size() && d.of(s.range.begin) == "In"; ++i) {
    for (const Mention& one : d.mentions) {
      if (d.claims[i].kind == Kind::cultural_institute && one.begin == s.range.begin + 1 && one.form >= NameForm::capital && d.claims.size() == d.sentence_claims + 1) d.claims[i].place = d.of(one);
    }
  }
  if (!works || s.has(Cue::treaty_noun) || has_claim(d, Kind::visit) || names_third(d, s.range)) return;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    const House* house = house_at(d, i);
    if (house && is_told(d, {i, i + 1}, {Kind::cultural_institute})) return;
    if (!house || (house->owner.empty() && !is_of_pair(d, i, s.range.begin))) continue;
    const Spot clause = clause_of(d, s, i);
    Side owner = Side::none;
    for (const Side side : {Side::first, Side::second}) {
      if (d.code(side) == (house->owner.empty() ? std::string_view("DEU") : house->owner)) owner = side;
    }
    if (owner == Side::none && house->owner.empty()) owner = d.code(Side::first) < d.code(Side::second) ? Side::first : Side::second;
    const Mention* land = land_in(d, clause);
    // "Der DAAD unterhält ein Büro": on a page on the two it is in the other, where no place is named
    const bool abroad = house->unit == "DAAD" && find_word(d, clause.begin, clause.end, {"unterhält", "Büro", "Informationsbüro", "Außenstelle", "Lektorat"}) < clause.end && std::none_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == owner && one.form == NameForm::name; });
    if (owner == Side::none || (!house->owner.empty() && ((!land && !abroad) || (land && land->side == owner)))) continue;
    Spot quote{i, i + 1};
    while (quote.begin > s.range.begin && i - quote.begin < 4 && (d.tokens[quote.begin - 1].is(Token::Kind::hyphen) || d.tokens[quote.begin - 1].capital)) --quote.begin;
    const When* when = date_for(d, s, quote, clause, 8);
    Claim& claim = d.add(Kind::cultural_institute, quote);
    claim.subject = d.code(owner), claim.object = d.code(Document::other(owner));
    claim.unit = house->unit;
    for (const Mention& one : d.mentions) {
      if (claim.place.empty() && one.form >= NameForm::capital && one.begin > clause.begin && one.end <= clause.end && d.of(one.begin - 1) == "in") claim.place = d.of(one);
    }
    if (when) {
      When at = *when;
      at.since = at.since && at.year2;
      claim.period = at.text();
    }
    return;
  }
}

// "Zahlreiche deutsche Unternehmen sind in Ghana tätig", "weitere Firmen aus Deutschland siedelten sich in Kenia an"
void read_german_companies(Document& d, const Sentence& s) {
  if (!s.has(Cue::company_noun) && find_word(d, s.range.begin, s.range.end, {"Unternehmen", "Firmen", "Großunternehmen"}) == s.range.end) return;
  // "Mehr als 100 Firmen haben Niederlassungen": counted once
  for (std::size_t i = d.claims.size(); i-- > d.sentence_claims + 1;) {
    const Claim &one = d.claims[i], &before = d.claims[i - 1];
    if (one.kind == Kind::company_count && before.kind == one.kind && before.number == one.number && before.plain.begin == one.plain.begin) d.claims.erase(d.claims.begin() + static_cast<std::ptrdiff_t>(i));
  }
  if (has_claim(d, Kind::company_count) || has_claim(d, Kind::company_presence) || names_third(d, s.range)) return;
  const std::uint32_t many = find_word(d, s.range.begin, s.range.end, {"zahlreiche", "Zahlreiche", "viele", "Viele", "mehrere", "Mehrere", "Reihe", "weitere", "Vielzahl", "einige", "Einige", "zahlreichen", "hunderte", "Hunderte", "Dutzende", "große", "namhafte", "Namhafte", "alle", "Alle"});
  const std::uint32_t here = find_word(d, s.range.begin, s.range.end, {"vertreten", "tätig", "aktiv", "niedergelassen", "Niederlassungen", "Niederlassung", "präsent", "ansässig", "siedelten", "Produktionsstätten", "Standorte", "Tochtergesellschaften", "produzieren", "engagiert"});
  const std::uint32_t noun = find_word(d, s.range.begin, s.range.end, {"Unternehmen", "Firmen", "Großunternehmen", "Konzerne", "Mittelständler"});
  if (many >= noun || here == s.range.end || noun == s.range.end || noun - many > 4 || std::any_of(s.amounts.begin(), s.amounts.end(), [](const Amount& one) { return one.kind == Amount::Kind::number && one.value > 1; })) return;
  Side owner = of_noun(d, {noun, noun + 1});
  if (owner == Side::none) {
    if (const Mention* from = behind(d, {noun, std::min(s.range.end, noun + 4)}, {"aus"})) owner = from->side;
  }
  const Mention* land = land_in(d, s.range);
  if (!Document::is_pair(owner) || (land && land->side == owner)) return;
  Claim& claim = d.add(Kind::company_count, {many, noun + 1});
  claim.subject = d.code(owner), claim.object = d.code(Document::other(owner));
  claim.unit = "companies", claim.status = "vague";
}

namespace {

// "Deutschland hat Ghana 1,5 Mrd. Euro zur Verfügung gestellt", "wurden Ghana 90 Mio. Euro zugesagt": the first named gives, unless
// the verb is in the passive.
void settle_giver(Document& d, const Sentence& s) {
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
    if (d.claims[i].kind != Kind::aid || !d.claims[i].number || d.claims[i].unit == "rank") continue;
    Side giver = Side::none;
    const bool passive = find_word(d, s.range.begin, s.range.end, {"wurden", "wurde", "worden", "werden", "erhielt", "erhält", "erhalten", "bekam"}) < s.range.end;
    const Mention* by = behind(d, s.range, {"von", "durch", "seitens"});
    for (const Mention& one : d.mentions) {
      const bool noun = one.form == NameForm::adjective && Document::is_pair(one.side) && one.end < s.range.end && find_cue(s, Cue::aid_noun, one.end, one.end + 3);
      if (noun && giver == Side::none) giver = one.side;
    }
    if (const Mention* first = giver == Side::none ? subject(d, s.range) : nullptr) giver = passive ? Document::other(first->side) : first->side;
    if (passive && by) giver = by->side;
    struct Agency {
      std::string_view word, code;
    };
    static constexpr Agency agencies[] = {{"Austrian", "AUT"}, {"ADA", "AUT"}, {"DEZA", "CHE"}, {"SECO", "CHE"}, {"GIZ", "DEU"}, {"KfW", "DEU"}, {"BMZ", "DEU"}, {"Bundesregierung", "DEU"}};
    for (const Agency& one : agencies) {
      if (giver != Side::none || find_word(d, s.range.begin, s.range.end, {one.word}) == s.range.end) continue;
      for (const Side side : {Side::first, Side::second}) giver = d.code(side) == one.code ? side : giver;
    }
    if (!Document::is_pair(giver)) continue;
    d.claims[i].subject = d.code(giver), d.claims[i].object = d.code(Document::other(giver));
  }
}

// "Entwicklungszusammenarbeit", "entwicklungspolitische Zusammenarbeit", "Nothilfe", "humanitäre Hilfe"; help in general is none.
bool is_aid_noun(const Document& d, const Sentence& s, std::uint32_t i) {
  const std::string_view word = d.of(i), before = i > s.range.begin ? d.of(i - 1) : std::string_view();
  if (word == "Zusammenarbeit") return before.starts_with("entwicklungspolitisch");
  if (word == "Hilfe" || word == "Hilfen") return before.starts_with("humanitär") || before.starts_with("technisch") || before.starts_with("finanziell") || before.starts_with("medizinisch") || find_word(d, i, std::min(s.range.end, i + 4), {"humanitäre"}) < std::min(s.range.end, i + 4);
  return one_of(word, {"Entwicklungszusammenarbeit", "Entwicklungshilfe", "Nothilfe", "Soforthilfe", "Katastrophenhilfe", "Wiederaufbauhilfe", "Nahrungsmittelhilfe", "Aufbauhilfe", "Militärhilfe", "Wirtschaftshilfe", "Finanzhilfe"});
}

// "Schwerpunkt-Kooperationsland", "Partnerländern": what a state is to the one that gives.
bool is_aid_partner(std::string_view word) {
  if (one_of(word, {"Empfänger", "Empfängern"})) return true;
  for (const std::string_view one : {"Partnerland", "Partnerländer", "partnerland", "partnerländer", "Kooperationsland", "Kooperationsländer", "kooperationsland", "Schwerpunktland", "Schwerpunktländer", "Empfängerland", "Empfängerländer"}) {
    if (word.find(one) != std::string_view::npos) return true;
  }
  return false;
}

// Gives it, or it has been there for years.
bool is_aid_verb(const Document& d, const Sentence& s, std::uint32_t i) {
  if (d.of(i) == "besteht" || d.of(i) == "bestand") return i + 1 < s.range.end && d.of(i + 1) == "seit";
  return one_of(d.of(i), {"leistet", "leistete", "leisten", "leisteten", "geleistet", "gewährt", "gewährte", "gewährten", "schickte", "schickten", "entsandte", "entsandten", "unterstützt", "unterstützte", "unterstützten", "fördert", "förderte", "begann", "begannen"});
}

}  // namespace

// "ist größter bilateraler Geber Ghanas", "eines der wichtigsten Partnerländer der deutschen Entwicklungszusammenarbeit"
void read_german_aid(Document& d, const Sentence& s) {
  settle_giver(d, s);
  if (has_claim(d, Kind::aid)) return;
  const std::uint32_t donor = find_word(d, s.range.begin, s.range.end, {"Geber", "Geberland", "Geldgeber", "Gebern", "Geberländer", "Geberländern", "Geberstaat"});
  if (donor < s.range.end) {
    int rank = 0;
    bool among = false;
    std::uint32_t at = donor;
    for (std::uint32_t i = donor - std::min(donor - s.range.begin, 6u); i < donor; ++i) {
      const std::string_view word = d.of(i);
      if (!word.starts_with("größt") && word.find("größt") == std::string_view::npos && !word.starts_with("wichtigst") && word.find("wichtigst") == std::string_view::npos) continue;
      at = i;
      rank = word.starts_with("zweit") ? 2 : word.starts_with("dritt") ? 3 : word.starts_with("viert") ? 4 : word.starts_with("fünft") ? 5 : 1;
      among = (word.ends_with("en") && d.of(donor).ends_with('n')) || find_word(d, i - std::min(i - s.range.begin, 2u), i, {"einer", "eine", "eines"}) < i;
    }
    Side giver = Side::none;
    if (const Mention* who = subject(d, s.range)) giver = who->side;
    const Side taker = of_noun(d, {donor, donor + 1});
    if (!Document::is_pair(giver) && Document::is_pair(taker)) giver = Document::other(taker);
    if (!rank || !Document::is_pair(giver) || giver == taker) return;
    Claim& claim = d.add(Kind::aid, {at, donor + 1});
    claim.subject = d.code(giver), claim.object = d.code(Document::other(giver));
    if (among) claim.status = "vague";
    else claim.number = rank, claim.unit = "rank";
    return;
  }
  if (names_third(d, s.range)) return;
  std::uint32_t noun = s.range.end;
  bool told = false;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (is_aid_noun(d, s, i)) noun = std::min(noun, i);
    told = told || is_aid_partner(d.of(i)) || is_aid_verb(d, s, i);
  }
  if (noun == s.range.end || !told) return;
  if (std::any_of(s.amounts.begin(), s.amounts.end(), [](const Amount& one) { return one.kind == Amount::Kind::money; })) return;
  const Side giver = of_noun(d, {noun, noun + 1});
  Side side = giver;
  for (const Mention& one : d.mentions) {
    if (!Document::is_pair(side) && one.form == NameForm::adjective && one.end <= noun && noun - one.end <= 3 && Document::is_pair(one.side)) side = one.side;
  }
  for (const Mention& one : d.mentions) {  // "durch die deutschen Durchführungsorganisationen GIZ und KfW"
    const bool body = one.form == NameForm::adjective && one.end < s.range.end && d.of(one.end).ends_with("rganisationen");
    if (!Document::is_pair(side) && body) side = one.side;
  }
  if (!Document::is_pair(side) && d.of(noun).ends_with("ilfe")) {
    if (const Mention* who = subject(d, s.range)) side = who->side;
  }
  for (const Mention& one : d.mentions) {  // "die deutsch-peruanische Entwicklungszusammenarbeit": the first gives
    if (one.form == NameForm::adjective && one.end < noun && d.tokens[one.end].is(Token::Kind::hyphen) && noun - one.end <= 3 && d.code(one.side) == "DEU") side = one.side;
  }
  if (!Document::is_pair(side)) {  // "Deutschland unterstützt Peru"
    if (const Mention* who = subject(d, s.range)) side = who->side;
  }
  if (!Document::is_pair(side)) return;
  const std::string period = period_of(d, s, {noun, noun + 1}, clause_of(d, s, noun));
  Claim& claim = d.add(Kind::aid, {noun - std::min(noun - s.range.begin, 3u), noun + 1});
  claim.period = period;
  claim.subject = d.code(side), claim.object = d.code(Document::other(side));
  bool named = false;  // "ist ein Schwerpunktland": what it is, and no measure
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) named = named || d.of(i).starts_with("Schwerpunkt");
  claim.status = named || !period.empty() ? "asserted" : "vague";
}

}  // namespace comity::claims
