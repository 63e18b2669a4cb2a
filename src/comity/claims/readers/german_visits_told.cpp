// Visits in German without a word of travelling ("Minister X eröffnete im Mai 2017 in Accra ein Zentrum"), told in general ("Deutsche
// Minister besuchen Ghana regelmäßig", "reger Besuchsaustausch"), and denied ("hat Ghana noch nie besucht").
#include <algorithm>

#include "comity/claims/readers/german.hpp"
#include "comity/claims/readers/german_parts.hpp"
#include "comity/claims/readers/visit_parts.hpp"

namespace comity::claims {

using namespace german;

namespace {

Side side_of(const Document& d, const Sentence& s, const PersonSpot& person) {
  if (person.side != Side::none) return person.side;
  const Side known_as = person.nameless ? Side::none : d.side_of_person(d.person_name(person));
  if (Document::is_pair(known_as)) return known_as;
  if (const Side office = d.side_of_office(person); Document::is_pair(office)) return office;
  // "Bundesminister X", "Staatsminister Y": Germany's, where the other is no federation that calls them so
  const bool federal = person.titled && (d.of(person.begin).starts_with("Bundes") || d.of(person.begin).starts_with("Staatsminister"));
  if (!federal || s.range.end == 0) return Side::none;
  return d.code(Side::first) == "DEU" ? Side::first : d.code(Side::second) == "DEU" ? Side::second : Side::none;
}

// A town of one side behind "in", or in the name of what was held there.
const Mention* town_of(const Document& d, Side host, Spot where) {
  for (const Mention& one : d.mentions) {
    if (one.begin <= where.begin || one.end > where.end || one.side != host || one.form < NameForm::capital) continue;
    if (one_of(d.of(one.begin - 1), {"in", "nach", "bei"}) || one_of(d.of(one.begin - 1), {"Hauptstadt"})) return &one;
  }
  return nullptr;
}

void tell(Document& d, const Sentence& s, const PersonSpot& guest, Side from, Spot act, const Mention& town, const When* when) {
  Claim& claim = d.add(Kind::visit, trimmed(span(span(guest, act), town), guest, 24));
  claim.subject = d.code(from), claim.object = d.code(Document::other(from)), claim.place = d.of(town);
  if (!guest.nameless) claim.person = d.person_name(guest), d.remember(guest, from);
  claim.period = when ? when->text() : weekday_near(d, s, act, s.range, false);
  if (d.of(act.begin) == "erwartet") claim.status = "planned";
  d.last_traveller = from;
}

// "Minister X eröffnete im Mai 2017 in Accra …", "Die Teilnahme von Präsident Y am Gipfel in Hamburg im Juli 2017", "Steinmeier in Ankara
// mit Erdogan zusammengetroffen".
bool read_acts(Document& d, const Sentence& s) {
  const std::uint32_t act = find_word(d, s.range.begin, s.range.end, {"eröffnete", "eröffneten", "weihte", "weihten", "nahm", "nahmen", "sprach", "sprachen", "hielt", "vertrat", "vertraten", "übergab", "überreichte", "legte", "führte", "führten", "traf", "trafen", "zusammengetroffen", "Teilnahme", "teilgenommen", "teilnahm", "teil", "empfangen", "eingeweiht", "unterzeichnete", "begrüßt", "erwartet"});
  if (act == s.range.end || s.persons.empty()) return false;
  for (const PersonSpot& one : s.persons) {
    if ((!one.titled && !known(d, one)) || resides(d, one) || (one.begin > s.range.begin && one_of(d.of(one.begin - 1), {"mit", "durch", "Amtseinführung"}))) continue;
    const Side from = side_of(d, s, one);
    if (!Document::is_pair(from)) continue;
    const Mention* town = town_of(d, Document::other(from), s.range);
    if (!town || town_of(d, from, s.range)) continue;
    const When* when = date_for(d, s, span({act, act + 1}, *town), s.range, 14);
    if (!when && s.dates.size() == 1) when = &s.dates.front();
    if (when && (when->since || when->until || !when->dated())) return false;
    if (!when && !(s.dates.empty() && (d.published.day || s.block == Block::Kind::heading))) return false;
    tell(d, s, one, from, {act, act + 1}, *town, when);
    return true;
  }
  return false;
}

bool is_visits(std::string_view word) { return one_of(word, {"Besuche", "Besuchen", "Besuchsaustausch", "Besuchsaustauschs", "Besuchskontakte", "Delegationsbesuche", "Staatsbesuche", "Arbeitsbesuche", "Ministerbesuche", "Besuchsdiplomatie"}); }

// "zahlreiche hochrangige Besuche aus Deutschland", "reger Besuchsaustausch zwischen beiden Ländern", "Deutsche Minister besuchen Ghana
// regelmäßig", "Ghana wird regelmäßig von deutschen Delegationen besucht"
void read_general(Document& d, const Sentence& s) {
  const std::uint32_t often = find_word(d, s.range.begin, s.range.end, {"regelmäßig", "regelmäßige", "regelmäßigen", "regelmäßiger", "zahlreiche", "Zahlreiche", "zahlreichen", "mehrere", "Mehrere", "häufig", "häufige", "rege", "reger", "regen", "intensive", "intensiver", "intensiven", "viele", "Viele", "vielfältige", "wiederholt", "mehrfach", "mehrmals", "gegenseitige", "gegenseitigen"});
  if (often == s.range.end) return;
  std::uint32_t noun = s.range.begin;
  while (noun < s.range.end && !is_visits(d.of(noun))) ++noun;
  const std::uint32_t verb = find_word(d, s.range.begin, s.range.end, {"besuchen", "besuchten", "besucht", "reisen", "besuchte"});
  if (names_third(d, s.range)) return;
  Side from = Side::none;
  Spot quote{often, often + 1};
  if (noun < s.range.end && noun >= often && noun - often <= 4) {
    quote = span(quote, {noun, noun + 1});
    for (const Mention& one : d.mentions) {
      if (!Document::is_pair(one.side)) continue;
      const bool adjective = one.form == NameForm::adjective && one.end <= noun + 5 && one.begin + 5 >= often;
      const std::string_view before = one.begin > s.range.begin ? d.of(one.begin - 1) : std::string_view();
      if (adjective || one_of(before, {"aus"})) from = one.side;
      else if (one.form != NameForm::adjective && one.begin > noun && one_of(before, {"in", "nach"})) from = Document::other(one.side);
      if (from != Side::none) {
        if (one.begin > noun) quote = span(quote, one);
        break;
      }
    }
    const bool both = std::any_of(d.mentions.begin(), d.mentions.end(), [](const Mention& one) { return one.side == Side::both; });
    if (from == Side::none && (both || d.mentions.empty() || d.of(noun).starts_with("Besuchs"))) from = d.code(Side::first) == "DEU" || d.code(Side::second) != "DEU" ? Side::first : Side::second;
  } else if (verb < s.range.end) {
    const Mention* goal = nullptr;
    for (const Mention& one : d.mentions) {
      if (!Document::is_pair(one.side) || one.form == NameForm::people) continue;
      if (one.form == NameForm::adjective) from = one.side;
      else if (!goal) goal = &one;
    }
    if (!goal || from != Document::other(goal->side)) return;
    quote = span(span(quote, {verb, verb + 1}), *goal);
  }
  if (!Document::is_pair(from)) return;
  Claim& claim = d.add(Kind::visit, trimmed(quote, quote, 22));
  claim.subject = d.code(from), claim.object = d.code(Document::other(from)), claim.status = "vague";
}

// "Ein deutscher Kanzler hat Ghana noch nie besucht", "Bislang gab es keinen Besuch eines ghanaischen Präsidenten in Deutschland"
bool read_denied(Document& d, const Sentence& s) {
  const std::uint32_t never = find_word(d, s.range.begin, s.range.end, {"nie", "niemals", "keinen", "kein", "Kein", "Noch"});
  if (never == s.range.end || names_third(d, s.range)) return false;
  const std::uint32_t visit = find_word(d, s.range.begin, s.range.end, {"besucht", "Besuch", "Staatsbesuch", "bereist"});
  if (visit == s.range.end) return false;
  const bool named = std::any_of(s.persons.begin(), s.persons.end(), [](const PersonSpot& one) { return one.titled && !one.nameless; });
  Side from = Side::none;
  const Mention* goal = nullptr;
  for (const Mention& one : d.mentions) {
    if (!Document::is_pair(one.side)) continue;
    if (one.form == NameForm::adjective) from = one.side;
    else if (one.form != NameForm::people) goal = &one;
  }
  if (named || !goal || from != Document::other(goal->side)) return false;
  Claim& claim = d.add(Kind::visit, trimmed(span(span({never, never + 1}, {visit, visit + 1}), *goal), {visit, visit + 1}, 22));
  claim.subject = d.code(from), claim.object = d.code(goal->side), claim.polarity = "neg";
  return true;
}

}  // namespace

void read_german_visits_told(Document& d, const Sentence& s) {
  if (d.grammar.language != "de" || (s.block == Block::Kind::heading && d.blocks > 3) || has_claim(d, Kind::visit)) return;
  if (read_denied(d, s) || (!d.mentions.empty() && read_acts(d, s))) return;
  if (s.block != Block::Kind::heading) read_general(d, s);
}

}  // namespace comity::claims
