// Visits in German: rows of guests in the genitive ("der Bundeskanzlerin im Mai 2008, von Präsident Uribe in Berlin im Januar 2009"),
// delegations, and those who held talks in a town of the other side.
#include <algorithm>

#include "comity/claims/readers/german.hpp"
#include "comity/claims/readers/german_parts.hpp"

namespace comity::claims {

using namespace german;

namespace {

// Which of the two has an office that hardly any other state has ("Bundeskanzlerin"); none: not told.
Side side_of_title(const Document& d, const Sentence& s, const CueSpot& title) {
  const CueSpot* office = s.cue_at(title.begin, Cue::office);
  if (!office) return Side::none;
  const std::string_view states = d.grammar.texts[office->data];
  if (states.starts_with('!')) return Side::none;
  const bool first = states.find(d.code(Side::first)) != std::string_view::npos, second = states.find(d.code(Side::second)) != std::string_view::npos;
  return first == second ? Side::none : first ? Side::first : Side::second;
}

const PersonSpot* person_at(const Sentence& s, const CueSpot& title) {
  for (const PersonSpot& one : s.persons) {
    if (one.begin <= title.begin && title.end <= one.end) return &one;
  }
  return nullptr;
}

// Where the row of a guest ends: at the next title, a semicolon, or the sentence's end.
std::uint32_t row_end(const Document& d, const Sentence& s, const CueSpot& title) {
  std::uint32_t end = s.range.end;
  for (const CueSpot& one : s.cues) {
    if ((one.cue == Cue::title || one.cue == Cue::minor_title) && one.begin >= title.end && one.begin < end) end = one.begin;
  }
  for (std::uint32_t i = title.end; i < end; ++i) {
    if (d.tokens[i].is(Token::Kind::semicolon)) return i;
  }
  return end;
}

const Mention* goal_in(const Document& d, std::uint32_t from, std::uint32_t to) {
  for (const Mention& one : d.mentions) {
    if (one.begin <= from || one.end > to || !Document::is_pair(one.side) || one.form == NameForm::adjective || one.form == NameForm::people) continue;
    if (one_of(d.of(one.begin - 1), {"in", "nach"})) return &one;
  }
  return nullptr;
}

// "Besuch des Bundespräsidenten in Kolumbien im März 2007, der Bundeskanzlerin im Mai 2008": a guest each, with a date of its own.
void read_rows(Document& d, const Sentence& s) {
  if (!s.has(Cue::visit_noun) || s.dates.empty() || s.has(Cue::receive_verb)) return;
  const CueSpot* noun = find_cue(s, Cue::visit_noun);
  Side before = Side::none;
  for (const CueSpot& title : s.cues) {
    if ((title.cue != Cue::title && title.cue != Cue::minor_title) || title.begin < noun->end || title.begin == s.range.begin) continue;
    const std::string_view link = d.of(title.begin - 1);
    const bool genitive = one_of(link, {"des", "der", "von", "vom", "durch", "damaligen", "damalige", "ehemaligen", "früheren", "seinerzeitigen"}) || find_cue(s, Cue::and_word, title.begin - 1, title.begin) || d.tokens[title.begin - 1].is(Token::Kind::comma) || d.tokens[title.begin - 1].is(Token::Kind::colon) ||
                          std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.end == title.begin && one.form == NameForm::adjective; });
    const std::uint32_t end = row_end(d, s, title);
    const PersonSpot* person = person_at(s, title);
    const Spot who = person ? static_cast<Spot>(*person) : static_cast<Spot>(title);
    if (!genitive || is_told(d, who, {Kind::visit})) continue;
    std::vector<const When*> dates;
    for (const When& when : s.dates) {
      if (when.begin >= who.end && when.end <= end && !when.since && when.begin - (dates.empty() ? who.end : dates.back()->end) <= 9) dates.push_back(&when);
    }
    if (dates.empty()) continue;
    const Mention* goal = goal_in(d, who.begin, end);
    Side from = person ? person->side : Side::none;
    if (from == Side::third) continue;
    if (!Document::is_pair(from)) from = side_of_title(d, s, title);
    if (!Document::is_pair(from) && person && !person->nameless) from = d.side_of_person(d.person_name(*person));
    if (!Document::is_pair(from) && goal) from = Document::other(goal->side);
    if (!Document::is_pair(from)) {
      if (const Mention* all = goal_in(d, noun->begin, s.range.end)) from = Document::other(all->side);
    }
    if (!Document::is_pair(from) && Document::is_pair(before)) from = before;
    if (!Document::is_pair(from) || (goal && goal->side == from) || names_third(d, {who.begin, end})) continue;
    for (const When* when : dates) {
      if (when != dates.front() && is_told(d, *when, {Kind::visit})) continue;
      Claim& claim = d.add(Kind::visit, when == dates.front() ? trimmed(span(who, *when), who, 18) : static_cast<Spot>(*when));
      claim.subject = d.code(from), claim.object = d.code(Document::other(from));
      if (person && !person->nameless) claim.person = d.person_name(*person), d.remember(*person, from);
      if (goal && goal->form >= NameForm::capital) claim.place = d.of(*goal);
      claim.period = when->text();
    }
    before = from, d.last_traveller = from;
  }
}

// "Eine Delegation des Bundestages besuchte im April 2018 Ghana", "führte im September 2018 eine Wirtschaftsdelegation nach Ghana",
// "Außenministerin X führte im Mai 2018 Gespräche in Berlin"
void read_parties(Document& d, const Sentence& s) {
  if (s.dates.empty() || has_claim(d, Kind::visit) || names_third(d, s.range)) return;
  const std::uint32_t verb = find_word(d, s.range.begin, s.range.end, {"besuchte", "besuchten", "reiste", "reisten", "führte", "führten", "leitete", "bereiste", "bereisten", "kam", "kamen", "hielt", "hielten", "weilte", "weilten", "nahm", "nahmen", "sprach", "traf"});
  if (verb == s.range.end) return;
  std::uint32_t party = s.range.end;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (d.of(i).ends_with("delegation") || d.of(i) == "Delegation" || d.of(i).ends_with("ausschuss") || one_of(d.of(i), {"Bundestagsabgeordnete", "Abgeordnete", "Parlamentarier", "Parlamentariergruppe", "Gespräche"})) party = std::min(party, i);
  }
  if (party == s.range.end) return;
  const Mention* goal = goal_in(d, s.range.begin, s.range.end);
  for (const Mention& one : d.mentions) {  // "besuchte Ghana"
    if (!goal && one.begin > verb && one.form != NameForm::adjective && one.form != NameForm::people && Document::is_pair(one.side) && !is_genitive(d, one) && one_of(d.of(verb), {"besuchte", "besuchten", "bereiste", "bereisten"})) goal = &one;
  }
  if (!goal) return;
  const PersonSpot* person = nullptr;
  Side from = Side::none;
  for (const PersonSpot& one : s.persons) {
    if (!person && one.titled && !one.nameless && one.begin < goal->begin) person = &one;
  }
  if (person) from = Document::is_pair(person->side) ? person->side : d.side_of_office(*person);
  if (!Document::is_pair(from) && person) from = d.side_of_person(d.person_name(*person));
  if (!Document::is_pair(from)) from = of_noun(d, {party, party + 1});
  const bool talks = d.of(party) == "Gespräche";
  if (talks && !person) return;
  if (!Document::is_pair(from)) from = Document::other(goal->side);
  if (from == goal->side) return;
  const When* when = date_for(d, s, {verb, verb + 1}, s.range, 14);
  if (!when || when->since) return;
  Claim& claim = d.add(Kind::visit, trimmed(span({std::min(party, verb), std::max(party, verb) + 1}, *goal), {std::min(party, verb), std::max(party, verb) + 1}, 18));
  claim.subject = d.code(from), claim.object = d.code(goal->side);
  if (person) claim.person = d.person_name(*person);
  if (goal->form >= NameForm::capital) claim.place = d.of(*goal);
  claim.period = when->text();
  d.last_traveller = from;
}

// "wurde Präsident X in Berlin von Bundeskanzlerin Y empfangen", "Der peruanische Minister X traf am 20. Mai in Berlin Y": who is in
// a town of the other side has come there.
void read_guests(Document& d, const Sentence& s) {
  if (s.dates.empty() || has_claim(d, Kind::visit) || names_third(d, s.range)) return;
  const std::uint32_t received = find_word(d, s.range.begin, s.range.end, {"empfangen"});
  const std::uint32_t met = find_word(d, s.range.begin, s.range.end, {"traf", "trafen", "sprach", "konferierte", "begegnete", "beriet"});
  const std::uint32_t verb = std::min(received, met);
  if (verb == s.range.end) return;
  const Mention* town = nullptr;
  for (const Mention& one : d.mentions) {
    if (!town && one.form >= NameForm::capital && Document::is_pair(one.side) && one.begin > s.range.begin && d.of(one.begin - 1) == "in") town = &one;
  }
  const PersonSpot* guest = nullptr;
  for (const PersonSpot& one : s.persons) {
    const std::string_view link = one.begin > s.range.begin ? d.of(one.begin - 1) : std::string_view();
    if (!guest && (one.titled || one.nameless) && !(received < s.range.end && one_of(link, {"von", "durch"}))) guest = &one;
  }
  if (!town || !guest || guest->side == Side::third) return;
  Side from = Document::is_pair(guest->side) ? guest->side : d.side_of_office(*guest);
  if (!Document::is_pair(from) && !guest->nameless) from = d.side_of_person(d.person_name(*guest));
  if (!Document::is_pair(from) && received < s.range.end) from = Document::other(town->side);
  const When* when = date_for(d, s, {verb, verb + 1}, s.range, 14);
  if (!Document::is_pair(from) || from == town->side || !when || when->since) return;
  Claim& claim = d.add(Kind::visit, trimmed(span(*guest, *town), *guest, 18));
  claim.subject = d.code(from), claim.object = d.code(town->side);
  if (!guest->nameless) claim.person = d.person_name(*guest), d.remember(*guest, from);
  claim.place = d.of(*town), claim.period = when->text();
  d.last_traveller = from;
}

// "besuchte im Juni 2012 Peru und im Juli 2014 erneut Lima", "Gauck in Peru (März 2015), Maas in Lima (April 2019)": a quote that
// runs into what is told next is cut there; the town behind the cut is another visit's.
void cut_quotes(Document& d, const Sentence& s) {
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
    if (d.claims[i].kind != Kind::visit) continue;
    const Range plain = d.claims[i].plain;
    const When *own = nullptr, *next = nullptr;
    for (const When& when : s.dates) {
      if (d.tokens[when.begin].begin < plain.begin) continue;
      if (!own && when.text() == d.claims[i].period) own = &when;
      else if (own && !next && when.begin > own->end) next = &when;
    }
    if (!own || d.tokens[own->end - 1].end >= plain.end) continue;
    std::uint32_t cut = own->end;
    const bool person = std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return one.titled && one.begin >= own->end && d.tokens[one.begin].begin < plain.end; });
    while (cut < s.range.end && d.tokens[cut].begin < plain.end && !d.tokens[cut].is(Token::Kind::comma) && !find_cue(s, Cue::and_word, cut, cut + 1)) ++cut;
    // "reiste 2014 und 2016 nach Peru": both went to the one place
    const bool placed = std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.end <= cut && one.form != NameForm::adjective && d.tokens[one.begin].begin >= plain.begin; });
    const bool another = placed && next && next->begin > cut && next->begin - cut <= 3;
    if (cut >= s.range.end || d.tokens[cut].begin >= plain.end || (!person && !another)) continue;
    d.claims[i].plain.end = d.tokens[cut - 1].end;
    const Mention* goal = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.begin >= cut && d.of(one) == d.claims[i].place) d.claims[i].place.clear(), goal = &one;
    }
    if (!another || person || !goal || goal->begin < next->end) continue;
    const Claim model = d.claims[i];
    Claim& again = d.add(Kind::visit, span(*next, *goal));
    again.subject = model.subject, again.object = model.object, again.person = model.person;
    again.place = d.of(*goal), again.period = next->text();
  }
}

// "der erste Besuch eines deutschen Kanzlers seit 1998": the year is another visit's. "Zu den Besuchen zählen …" is none itself.
void drop_comparisons(Document& d, const Sentence& s) {
  const auto compared = [&](Claim& claim) {
    if (claim.kind != Kind::visit) return false;
    for (const When& when : s.dates) {
      // "reiste X (zum zweiten Mal nach 2012) nach Berlin": that was another time
      const bool before = when.parens && when.begin > s.range.begin && d.of(when.begin - 1) == "nach" && claim.period == when.text();
      const When* own = before ? &s.dates.front() : nullptr;
      if (own && own != &when && own->end < when.begin) {
        claim.period = own->text();
        break;
      }
      if (!when.since || when.year2 || when.month || when.begin == s.range.begin) continue;
      if (claim.period == std::to_string(when.year) && find_word(d, s.range.begin, when.begin, {"erste", "ersten", "erster", "erstes"}) < when.begin) return true;
    }
    const std::string_view who = claim.person;
    const bool group = who.empty() || who.starts_with("Gruppe") || who.starts_with("Philosoph") || who.starts_with("Millionen") || who.starts_with("Tausende") || d.text.substr(claim.plain.begin, 5) == "kamen";
    if (group && find_word(d, s.range.begin, s.range.end, {"Familien", "Einwanderer", "Siedler", "Gruppen", "Flüchtlinge", "Auswanderer", "Kolonisten", "Touristen", "Menschen"}) < s.range.end) return true;
    // "reiste nach Lima und traf dort Präsident X": the one who was met lives there
    const std::string_view said = d.text.substr(claim.plain.begin, claim.plain.end - claim.plain.begin);
    const auto earlier = [&](const Claim& one) { return one.kind == Kind::visit && one.plain.end <= claim.plain.begin && one.period == claim.period; };
    if ((said.starts_with("traf ") || said.starts_with("trafen ")) && std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), earlier)) return true;
    constexpr std::size_t longest_noun = 16;
    const bool noun_alone = claim.plain.end - claim.plain.begin < longest_noun;
    return noun_alone && std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return &one != &claim && one.kind == Kind::visit && one.period.starts_with(claim.period) && one.plain.begin > claim.plain.end; });
  };
  std::vector<bool> drop;
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) drop.push_back(compared(d.claims[i]));
  for (std::size_t i = d.claims.size(); i-- > d.sentence_claims;) {
    if (drop[i - d.sentence_claims]) d.claims.erase(d.claims.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

void read_german_visits(Document& d, const Sentence& s) {
  if (has_claim(d, Kind::visit)) cut_quotes(d, s);
  read_rows(d, s);
  if (has_claim(d, Kind::visit)) drop_comparisons(d, s);
  read_parties(d, s);
  read_guests(d, s);
}

}  // namespace comity::claims
