// Bodies and undertakings of both by their name, or by what the two started: "the Norway–Peru Business Council", "2013 was the Year of
// Norway in Peru", "both established an energy dialogue". That a joint commission met is none.
#include <algorithm>

#include "comity/claims/readers/told_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// "the Year of Norway in Peru", "the Year of Norwegian Culture in Peru", "the Year of Norway was held in Peru": whose year stands
// first.
void read_years(Document& d, const Sentence& s) {
  for (const Mention& one : d.mentions) {
    if (one.form > NameForm::adjective || !Document::is_pair(one.side) || one.begin < s.range.begin + 2) continue;
    const std::uint32_t of = one.begin - (d.of(one.begin - 1) == "the" ? 2u : 1u);
    if (of <= s.range.begin || d.of(of) != "of" || (d.of(of - 1) != "Year" && d.of(of - 1) != "Season")) continue;
    const Mention* host = nullptr;
    for (const Mention& other : d.mentions) {
      if (other.begin >= one.end && other.begin - one.end <= 5 && other.side == Document::other(one.side) && led_by(d, s, other, Cue::in_word)) host = &other;
    }
    if (!host) continue;
    const Spot quote{one.begin - 2, host->end};
    const When* when = date_for(d, s, quote, clause_of(d, s, one.begin), 10);
    std::string period = when ? when->text() : std::string();
    for (const Amount& year : s.amounts) {  // "2013 was declared the Year of …", "(2) 2007: …"
      const bool bare = period.empty() && year.kind == Amount::Kind::number && !year.scaled && year.value >= 1900 && year.value < 2100 && d.of(year).size() == 4 && year.begin < one.begin;
      if (bare) period = d.of(year);
    }
    Claim& claim = d.add(Kind::initiative, quote);
    claim.subject = d.code(one.side), claim.object = d.code(host->side);
    claim.unit = "year of culture", claim.period = std::move(period);
  }
}

// Another state, an organisation or a region; a town where they met is none.
bool names_third(const Document& d, const Sentence& s) {
  const auto third = [](const Mention& one) { return one.side == Side::third && one.form < NameForm::capital; };
  return s.has(Cue::org) || s.has(Cue::region) || std::any_of(d.mentions.begin(), d.mentions.end(), third);
}

// Whether the capitalised words around a noun name both: "the Norway-Peru Energy Dialogue", "the U.S.-Peru Partnership for Clean
// Energy (PACE) Initiative".
Spot name_of_both(const Document& d, const Sentence& s, const Spot& noun) {
  Spot name = noun;
  const auto part_of_name = [&](std::uint32_t i) { return d.tokens[i].capital || d.tokens[i].is(TokenKind::hyphen) || d.tokens[i].is(TokenKind::dash) || d.tokens[i].is(TokenKind::slash) || one_of(d.of(i), {"for", "of", "on", "and"}); };
  while (name.begin > s.range.begin && part_of_name(name.begin - 1)) --name.begin;
  Spot first, second;
  for (const Mention& one : d.mentions) {
    if (one.begin < name.begin || one.end > noun.begin || one.form > NameForm::adjective || !Document::is_pair(one.side)) continue;
    if (second.end == 0 && first.end && one.begin - first.end == 1 && !d.tokens[first.end].is_word()) second = one;
    else if (second.end == 0) first = one;
  }
  return second.end ? Spot{first.begin, noun.end} : Spot{};
}

void add_joint(Document& d, Spot quote, const When* when) {
  Claim& claim = d.add(Kind::initiative, quote);
  const bool swap = d.code(Side::second) < d.code(Side::first);
  claim.subject = d.code(swap ? Side::second : Side::first);
  claim.object = d.code(swap ? Side::first : Side::second);
  if (!when) return;
  When plain = *when;
  plain.since = false;
  claim.period = plain.text();
}

bool is_known_body(const Document& d, std::string_view text) {
  return std::any_of(d.claims.begin(), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::initiative && d.text.substr(one.plain.begin, one.plain.end - one.plain.begin).find(text) != std::string_view::npos; });
}

// "the Norway–Peru Business Council", "called the U.S.-Peru Strategic Dialogue", "the Peru–Norway Commission was released in 2007": a
// body whose name holds both.
void read_bodies(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::initiative_noun || !d.tokens[noun.end - 1].capital || is_told(d, Kind::initiative, noun) || names_third(d, s)) continue;
    if (std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return (one.cue == Cue::mission_noun || (one.cue == Cue::treaty_noun && one.end >= noun.end)) && one.begin < noun.end + 1 && noun.begin < one.end; })) continue;
    const Spot name = name_of_both(d, s, noun);
    if (name.end == 0 || is_denied(s, name.begin, clause_of(d, s, name.begin)) || is_known_body(d, d.of(noun))) continue;
    const When* when = nullptr;
    for (const When& one : s.dates) {
      constexpr std::uint32_t near = 5;
      if (one.begin >= noun.end && one.begin - noun.end <= near && std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& verb) { return (verb.cue == Cue::initiative_verb || verb.cue == Cue::have) && verb.begin >= noun.end && verb.end <= one.begin; })) when = &one;
    }
    bool called = when != nullptr;
    for (std::uint32_t i = name.begin; i-- > s.range.begin && name.begin - i <= 4 && !called;) called = one_of(d.of(i), {"called", "named", "as", "through", "launched", "established", "created", "have", "has", "a"}) || find_cue(s, Cue::company_list, i, i + 1);
    if (!called) continue;
    add_joint(d, trimmed(when ? Spot{name.begin, when->end} : name, noun, 12), when);
    if (!when && noun.end - noun.begin > 1) d.claims.back().unit = d.of(noun);  // what it is called
  }
}

bool is_undertaking(std::string_view word) {
  static constexpr WordSet words("programme", "program", "project", "plan", "scheme", "platform", "mechanism", "initiative", "dialogue", "consultation", "consultations", "strategy", "framework", "center", "centre", "council", "committee", "commission", "forum", "network", "fund", "partnership", "group", "pipeline", "lab", "Programme", "Program", "Project", "Plan", "Scheme", "Platform", "Mechanism", "Initiative", "Dialogue", "Consultation", "Consultations", "Strategy", "Center", "Centre", "Network", "Fund", "Partnership", "Group", "Council", "Commission", "Committee", "Forum");
  return words.has(word);
}

bool is_starting(std::string_view word) {
  static constexpr WordSet words("launch", "launched", "launches", "initiated", "inaugurated", "started", "established", "establish", "created", "create", "creates", "formed", "instituted", "unveiled", "co-founded", "founded");
  return words.has(word);
}

// "the two partnered to launch a training centre in 2007", "both established an energy consultation", "agreed to establish a human rights
// mechanism", "signed an agreement and established a joint commission".
void read_started(Document& d, const Sentence& s) {
  constexpr std::uint32_t longest = 9;
  if (s.has(Cue::org) && names_third(d, s)) return;
  for (std::uint32_t verb = s.range.begin + 1; verb + 2 < s.range.end; ++verb) {
    if (!is_starting(d.of(verb)) || d.of(verb - 1) == "of") continue;
    const Spot clause = clause_of(d, s, verb);
    std::uint32_t end = 0;
    for (std::uint32_t i = verb + 1; i < clause.end && i - verb <= longest; ++i) {
      const Token& token = d.tokens[i];
      const bool names = token.is_word() || token.is(TokenKind::hyphen) || token.is(TokenKind::quote) || (token.is(TokenKind::comma) && d.tokens[i - 1].capital);
      if (!names || s.cue_at(i, Cue::with_word) || s.cue_at(i, Cue::to_word) || s.cue_at(i, Cue::treaty_noun) || s.cue_at(i, Cue::mission_noun) || s.cue_at(i, Cue::relations_noun) || s.cue_at(i, Cue::in_word)) break;
      if (is_undertaking(d.of(i)) && !(i + 1 < clause.end && is_undertaking(d.of(i + 1)))) {
        end = i + 1;
        break;
      }
    }
    // "an agreement to establish a commission", "one to establish": the agreement is what is told
    const bool agreed = d.of(verb - 1) == "to" && (find_cue_back(s, Cue::treaty_noun, verb, clause.begin) || (verb >= s.range.begin + 2 && d.of(verb - 2) == "one"));
    if (end == 0 || agreed) continue;
    const Spot quote{verb, end};
    if (is_told(d, Kind::initiative, quote) || names_third(d, s) || s.has(Cue::company_noun) || is_denied(s, verb, clause) || (s.has(Cue::plan) && !find_cue(s, Cue::plan, verb))) continue;
    bool both = false, first = false, second = false;
    for (const Mention& one : d.mentions) {
      if (one.reference && one.side != Side::both) continue;
      both = both || (one.side == Side::both && one.begin < verb), first = first || (one.side == Side::first && one.form < NameForm::capital), second = second || (one.side == Side::second && one.form < NameForm::capital);
    }
    // what one alone sets up for the other is one where it is a body ("a dialogue"), not "a plan", "a network"
    const auto joint = [&](const Mention& one) {
      return Document::is_pair(one.side) && std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& next) { return next.side == Document::other(one.side) && next.begin >= one.end && next.begin - one.end <= 3 && (find_cue(s, Cue::and_word, one.end, next.begin) || find_cue(s, Cue::with_word, one.end, next.begin) || !d.tokens[one.end].is_word()); });
    };
    static constexpr WordSet weak("project", "plan", "scheme", "platform", "strategy", "framework", "network", "fund", "group", "pipeline", "lab", "Project", "Plan", "Scheme", "Strategy", "Network", "Group");
    const bool alone = weak.has(d.of(end - 1)) && std::none_of(d.mentions.begin(), d.mentions.end(), joint);
    if (!both && !(first && second && !alone)) continue;
    const When* when = date_for(d, s, quote, clause, 12);
    const Mention* doer = d.of(verb).ends_with('h') || both ? nullptr : doer_of(d, s, verb, clause);
    add_joint(d, trimmed(when && when->begin >= end && when->begin - end <= 3 ? Spot{verb, when->end} : quote, {verb, verb + 1}, 14), when);
    const auto coordinated = [&](const Mention& one) { return doer && one.side == Document::other(doer->side) && one.end < verb && one.form < NameForm::capital; };
    if (doer && Document::is_pair(doer->side) && std::none_of(d.mentions.begin(), d.mentions.end(), coordinated)) {
      d.claims.back().subject = d.code(doer->side), d.claims.back().object = d.code(Document::other(doer->side));
    }
    return;
  }
}

// "the Fjord Leaders Initiative (FLI)", "the Economic Policy Dialogue (EPD)": an undertaking with a name and its abbreviation, in a sentence
// on the two that tells no membership.
void read_abbreviated(Document& d, const Sentence& s) {
  const auto third = [](const Mention& one) { return one.side == Side::third && one.form == NameForm::name; };
  if (std::any_of(d.mentions.begin(), d.mentions.end(), third) || s.has(Cue::member_of) || s.has(Cue::join_verb) || s.has(Cue::treaty_noun) || s.has(Cue::company_noun)) return;
  for (std::uint32_t open = s.range.begin + 3; open + 2 < s.range.end; ++open) {
    if (!d.tokens[open].is(TokenKind::open) || !d.tokens[open + 1].capitals || !d.tokens[open + 2].is(TokenKind::close)) continue;
    static constexpr WordSet ends("Initiative", "Dialogue", "Partnership", "Programme", "Program", "Consultation", "Consultations");
    Spot name{open, open};
    bool named = false;
    while (name.begin > s.range.begin && (d.tokens[name.begin - 1].capital || one_of(d.of(name.begin - 1), {"for", "of", "and", "on"}))) {
      --name.begin;
      named = named || ends.has(d.of(name.begin));
    }
    while (name.begin < name.end && !d.tokens[name.begin].capital) ++name.begin;
    constexpr std::uint32_t shortest = 3;
    if (!named || name.end - name.begin < shortest || one_of(d.of(name.begin), {"Strategic", "Comprehensive"}) || is_told(d, Kind::initiative, name) || has_cue(s, Cue::mission_noun, name) || has_cue(s, Cue::org, {name.begin, open + 3})) continue;
    add_joint(d, {name.begin, open + 3}, nullptr);
    d.claims.back().unit = d.of(open + 1);
  }
}

// "India's Look East policy since 1993", "the Norwegian High North Strategy": what one of the two pursues towards others.
void read_policies(Document& d, const Sentence& s) {
  static constexpr WordSet policies("policy", "Policy", "Strategy");
  static constexpr WordBits any = bits_of(policies);
  if (!s.words.meet(any)) return;
  for (std::uint32_t i = s.range.begin + 3; i < s.range.end; ++i) {
    if (!policies.has(d.of(i))) continue;
    std::uint32_t begin = i;
    while (begin > s.range.begin && d.tokens[begin - 1].capital && std::none_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin < begin && begin <= one.end; })) --begin;
    const std::uint32_t words = i - begin;
    if (words == 0 || words > 3 || (words == 1 && d.of(i) == "policy") || one_of(d.of(begin), {"Foreign", "Common", "The", "This", "Security", "National", "Trade", "Monetary", "One"})) continue;
    constexpr std::uint32_t reach = 3;
    for (const Mention& one : d.mentions) {
      if (!Document::is_pair(one.side) || one.form > NameForm::adjective || one.end > begin || begin - one.end > reach) continue;
      const bool owns = one.form == NameForm::adjective || d.tokens[one.end].is(TokenKind::possessive);
      if (!owns) continue;
      const When* when = nullptr;
      for (const When& date : s.dates) {
        if ((date.begin > i && date.begin - i <= 2) || (date.begin >= one.end && date.end <= begin)) when = &date;
      }
      Claim& claim = d.add(Kind::initiative, {one.begin, when && when->begin > i ? when->end : i + 1});
      claim.subject = d.code(one.side), claim.object = d.code(Document::other(one.side));
      if (when) {
        When lasting = *when;
        lasting.since = lasting.since || (when->begin > i && d.of(when->begin - 1) == "from");
        claim.period = lasting.text();
      }
      break;
    }
  }
}

}  // namespace

void read_initiatives_told(Document& d, const Sentence& s) {
  if (d.grammar.language != "en" || d.mentions.empty()) return;
  read_years(d, s);
  if (s.block == Block::Kind::heading) return;
  if (s.has(Cue::initiative_noun)) read_bodies(d, s);
  read_abbreviated(d, s);
  read_policies(d, s);
  if (s.has(Cue::initiative_verb) || s.has(Cue::open_verb) || s.has(Cue::initiative_noun)) read_started(d, s);
}

}  // namespace comity::claims
