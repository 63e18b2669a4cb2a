#include "comity/claims/readers/treaty_parts.hpp"

#include <algorithm>

#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// "agreement on a strategic partnership": the second noun is what the first is about.
bool is_its_topic(const Document& d, const Sentence& s, const CueSpot& noun, std::uint32_t at) {
  const std::string_view before = d.of(at - 1);
  bool about = before == "on" || before == "über" || before == "zur" || before == "zum";
  if (!about && at >= noun.end + 2 && (before == "a" || before == "an" || before == "the" || before == "eine" || before == "einen")) {
    const std::string_view word = d.of(at - 2);
    about = word == "on" || word == "over" || word == "über" || word == "for";
  }
  // "Declaration on the Establishment of a Strategic Partnership"
  const std::uint32_t of = at - (before == "a" || before == "the" ? 2u : 1u);
  if (!about && at >= noun.end + 3 && d.of(of) == "of" && one_of(d.of(of - 1), {"Establishment", "establishment", "Launch", "launch", "Elevation", "Creation", "creation"})) about = true;
  return about && !find_cue(s, Cue::and_word, noun.end, at);
}

// "cooperation in education", "cooperation in the energy sector": what stands behind "in" is the topic.
bool is_cooperation_in(const Document& d, const Sentence& s, std::uint32_t in, std::uint32_t end) {
  if (in == s.range.begin || in + 1 >= end) return false;
  const CueSpot* before = find_cue_back(s, Cue::treaty_topic, in, in - 1);
  if (!before || d.grammar.texts[before->data] != "cooperation") return false;
  const std::uint32_t at = d.of(in + 1) == "the" ? in + 2 : in + 1;
  if (at < end && d.tokens[at].capital && d.tokens[before->begin].capital && d.tokens[at].is_word()) {  // "Cooperation in Wildlife"
    const bool other = std::any_of(s.names.begin(), s.names.end(), [&](const NameSpot& one) { return one.begin == at; }) || std::any_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin == at; });
    return !other;
  }
  return find_cue(s, Cue::treaty_topic, at, at + 1) != nullptr;
}

// "Agreement in Geology and Mines", "Agreement in Higher Education", not "Agreement in Lima": whether what stands behind "in" is a topic.
bool is_topic_in(const Document& d, const Sentence& s, std::uint32_t in, std::uint32_t end) {
  if (in == s.range.begin || in + 1 >= end || !d.tokens[in - 1].capital || !d.tokens[in + 1].capital) return false;
  if (std::any_of(s.names.begin(), s.names.end(), [&](const NameSpot& one) { return one.begin == in + 1; })) return false;
  const bool several = in + 3 < end && d.of(in + 2) == "and" && d.tokens[in + 3].capital;
  return several || find_cue(s, Cue::treaty_topic, in + 1, std::min(end, in + 4));
}

// "Das Abkommen trat am 3. Mai in Kraft", "bildet die Grundlage": where a German verb stands, what the treaty is on is told.
bool is_german_verb(std::string_view word) {
  for (const std::string_view one : {"trat", "traten", "tritt", "besteht", "bestehen", "bestand", "gibt", "bildet", "bilden", "regelt", "regeln", "gilt", "gelten", "sieht", "existiert", "liegt", "soll", "wird", "werden"}) {
    if (word == one) return true;
  }
  return false;
}

bool in_brackets(const Document& d, std::uint32_t at, std::uint32_t from) {
  bool open = false;
  for (std::uint32_t i = from; i < at; ++i) open = d.tokens[i].is(TokenKind::open) || (open && !d.tokens[i].is(TokenKind::close));
  return open;
}

// "within the framework of the Belt and Road Initiative": the topic stands behind.
bool leads_to_road(const Document& d, const Sentence& s, std::uint32_t i) {
  const CueSpot* road = find_cue(s, Cue::treaty_topic, i + 1, i + 6);
  return road && d.grammar.texts[road->data] == "Belt and Road";
}

}  // namespace

Spot phrase_of(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause) {
  Spot out = noun;
  while (out.begin > clause.begin && noun.begin - out.begin < 6) {
    const Token& before = d.tokens[out.begin - 1];
    if (!before.is_word() && !before.is(TokenKind::hyphen)) break;
    bool stop = false;
    for (const CueSpot& cue : s.cues) {
      if (cue.end == out.begin && (cue.cue == Cue::sign_verb || cue.cue == Cue::and_word || cue.cue == Cue::in_word || cue.cue == Cue::of_word || cue.cue == Cue::have || cue.cue == Cue::to_word || cue.cue == Cue::negation || cue.cue == Cue::from_word || cue.cue == Cue::by_word)) stop = true;
    }
    for (const When& when : s.dates) stop = stop || when.end == out.begin;
    if (stop) break;
    --out.begin;
  }
  // "between the Government of A and the Government of B on …": the topic stands far behind.
  const std::uint32_t reach = find_cue(s, Cue::between, noun.end, noun.end + 1) ? 36 : 14;
  for (std::uint32_t i = out.end; i < clause.end && i - noun.end < reach; ++i) {
    const Token& token = d.tokens[i];
    // "memorandum of understanding (MoU) on higher education"
    if (i == noun.end && token.is(TokenKind::open) && i + 3 < clause.end && d.tokens[i + 2].is(TokenKind::close) && (s.cue_at(i + 3, Cue::on_word) || s.cue_at(i + 3, Cue::for_word) || s.cue_at(i + 3, Cue::to_word))) {
      i += 2;
      continue;
    }
    if (token.is(TokenKind::quote) && i > noun.end && one_of(d.of(i - 1), {"of", "on", "for", "the"})) continue;  // "treaty of 'Friendship, Commerce and Navigation'"
    if (!token.is_word() && !token.is(TokenKind::hyphen)) break;
    bool stop = false;
    for (const CueSpot& cue : s.cues) {
      if (cue.begin == i && cue.cue == Cue::in_word && leads_to_road(d, s, i)) continue;
      if (cue.begin == i && cue.cue == Cue::in_word && i + 3 < clause.end && (is_field(d.of(i + 2)) || is_field(d.of(i + 1)))) continue;  // "in the field of"
      if (cue.begin == i && cue.cue == Cue::in_word && (is_cooperation_in(d, s, i, clause.end) || (i == noun.end && is_topic_in(d, s, i, clause.end)))) continue;
      if (cue.begin == i && (cue.cue == Cue::sign_verb || cue.cue == Cue::have || cue.cue == Cue::force || cue.cue == Cue::terminate || cue.cue == Cue::in_word || (cue.cue == Cue::treaty_noun && i > noun.end && !is_its_topic(d, s, noun, i)))) stop = true;
    }
    for (const When& when : s.dates) stop = stop || when.begin == i;
    if (stop || (d.grammar.language == "de" && is_german_verb(d.of(i)))) break;
    out.end = i + 1;
  }
  // A topic of several words with commas: "Trade, Commerce and Transit".
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::treaty_topic && cue.begin >= noun.begin && cue.begin < out.end && cue.end > out.end && cue.end <= clause.end) out.end = cue.end;
  }
  return out;
}

bool bracketed_date(const Document& d, const Sentence& s, Spot phrase, const When*& out) {
  for (const When& when : s.dates) {
    if (when.begin < phrase.end || when.begin - phrase.end > 12 || !when.parens) continue;
    std::uint32_t open = phrase.end;
    const bool single = !d.of(Spot{phrase.begin, phrase.end}).starts_with("agreements");  // "Agreement on Cultural, Education and Scientific cooperation (1991)"
    while (open < when.begin && (d.tokens[open].is_word() || d.tokens[open].is(TokenKind::hyphen) || (single && d.tokens[open].is(TokenKind::comma) && d.tokens[open + 1].capital)) && open - phrase.end < 9 && !find_cue(s, Cue::treaty_noun, open, open + 1)) ++open;
    if (d.tokens[open].is(TokenKind::open) && when.begin - open <= 3) {
      out = &when;
      return true;
    }
  }
  return false;
}

// "since the Agreement in 2009": what has been so since
bool after_since(const Document& d, Spot phrase) {
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (one_of(d.of(i), {"since", "before", "until", "after", "annulled"})) return true;
  }
  return false;
}

// A word for a treaty proper, which a partnership or a declaration is not.
bool holds_treaty_word(const Document& d, Spot phrase) {
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (one_of(d.of(i), {"treaty", "treaties", "agreement", "agreements", "convention", "conventions", "accord", "pact", "Treaty", "Agreement", "Convention", "Accord"})) return true;
  }
  return false;
}

const When* of_date(const Document& d, const Sentence& s, Spot phrase) {
  for (const When& when : s.dates) {  // "ein Kulturabkommen aus dem Jahr 1965"
    if (d.grammar.language != "de" || when.begin < phrase.begin + 2) continue;
    const std::uint32_t year = one_of(d.of(when.begin - 1), {"Jahr", "Jahre"}) ? when.begin - 1 : when.begin;
    const std::uint32_t from = year > phrase.begin + 1 && one_of(d.of(year - 1), {"dem", "den"}) ? year - 2 : year - 1;
    if (d.of(from) == "aus" && from >= phrase.begin && from <= phrase.end && from > phrase.begin) return &when;
  }
  // "the Friendship Treaty, on 30 January 1926", "the Joint Statement of the two heads … dated 1 July 1999"
  for (const When& when : s.dates) {
    if (d.grammar.language != "en" || when.begin < phrase.end) continue;
    if (when.begin == phrase.end + 2 && d.tokens[phrase.end].is(TokenKind::comma) && d.of(phrase.end + 1) == "on" && d.tokens[phrase.end - 1].capital) return &when;
    constexpr std::uint32_t far = 24;
    if (when.begin > phrase.end && when.begin - phrase.end < far && d.of(when.begin - 1) == "dated" && !find_cue(s, Cue::treaty_noun, phrase.end, when.begin)) return &when;
  }
  for (const When& when : s.dates) {
    if (when.begin < phrase.end || when.begin - phrase.end > 1) continue;
    if (when.begin == phrase.end) {
      const CueSpot* of = find_cue_back(s, Cue::of_word, when.begin, phrase.begin);
      const CueSpot* on = find_cue_back(s, Cue::on_word, when.begin, phrase.begin);
      if ((of && of->end == when.begin) || (on && on->end == when.begin)) return &when;
    }
    if (d.grammar.language == "de" && is_german_verb(d.of(phrase.end))) continue;
    // "treaties in 1952 and 1954"
    const bool in = when.begin == phrase.end + 1 && d.grammar.language == "en" && d.of(phrase.end) == "in" && holds_treaty_word(d, phrase);
    if (in && !has_cue(s, Cue::sign_verb, {phrase.end, std::min(s.range.end, when.end + 4)}) && !has_cue(s, Cue::terminate, s.range) && !when.since && !after_since(d, phrase)) return &when;
    if (find_cue(s, Cue::of_word, phrase.end, phrase.end + 1) || d.of(phrase.end) == "vom" || d.of(phrase.end) == "von") return &when;
  }
  return nullptr;
}

const When* leading_year(const Document& d, const Sentence& s, Spot phrase) {
  for (const When& when : s.dates) {
    if (when.end != phrase.begin || when.month || when.since || when.until || when.year2 || when.decade || when.relative || when.begin <= s.range.begin) continue;
    const std::string_view before = d.of(when.begin - 1);
    if (before == "the" || before == "The" || before == "a" || before == "A" || before == "their" || before == "its" || before == "this") return &when;
  }
  return nullptr;
}

// Whether other parties than the two conclude it: "the EU's agreement", "signed with China".
bool of_others(const Document& d, const Sentence& s, Spot phrase, Spot clause) {
  bool pair = false, third = false;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.begin >= clause.end || one.form >= NameForm::capital) continue;
    if (one.side == Side::third) third = true;
    else if (one.side != Side::none) pair = true;
  }
  (void)pair;
  // "Peru and Chile signed": one of the two with a third state, and the other one nowhere
  for (std::size_t i = 1; third && i < d.mentions.size(); ++i) {
    const Mention &first = d.mentions[i - 1], &second = d.mentions[i];
    const bool named = first.form == NameForm::name && second.form == NameForm::name && first.begin >= clause.begin && second.end <= clause.end && second.begin - first.end == 1 && find_cue(s, Cue::and_word, first.end, second.begin);
    if (!named || (first.side == Side::third) == (second.side == Side::third)) continue;
    const Side one = first.side == Side::third ? second.side : first.side;
    const auto other = [&](const Mention& mention) { return mention.side == Side::both || (Document::is_pair(one) && mention.side == Document::other(one)); };
    if (Document::is_pair(one) && std::none_of(d.mentions.begin(), d.mentions.end(), other)) return true;
  }
  if (third && !pair) {
    // "Saudi auspices" behind the verb do not make it a Saudi treaty.
    for (const Mention& one : d.mentions) {
      if (one.side == Side::third && one.form < NameForm::capital && one.begin >= clause.begin && one.begin <= phrase.end + 2) return true;
    }
  }
  // "an agreement between Colombia and the rebels"
  const CueSpot* between = third ? find_cue(s, Cue::between, phrase.begin, phrase.end + 1) : nullptr;
  if (between) {
    const auto party = [&](Side side) { return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.form < NameForm::capital && one.begin >= between->end && one.begin <= phrase.end + 3 && (side == Side::third ? one.side == Side::third : one.side != Side::third); }); };
    if (party(Side::third) && !party(Side::both)) return true;
  }
  for (const Mention& one : d.mentions) {
    if (one.side == Side::third && one.form < NameForm::capital && one.begin >= phrase.begin && one.begin <= phrase.end + 3) {
      const CueSpot* with = find_cue_back(s, Cue::with_word, one.begin + 1, phrase.begin);
      if (with && one.begin - with->end <= 2) return true;
    }
  }
  return false;
}

Claim& add_treaty(Document& d, const Sentence& s, const CueSpot& noun, Spot quote, std::uint32_t end) {
  Claim& claim = d.add(Kind::treaty_signed, quote);
  const bool swap = d.code(Side::second) < d.code(Side::first);
  claim.subject = d.code(swap ? Side::second : Side::first);
  claim.object = d.code(swap ? Side::first : Side::second);
  claim.unit = topic_of(d, s, noun, end);
  // "the free trade agreement between EFTA and Georgia", "the EU–Viet Nam agreement": an organisation is the party.
  const CueSpot* party = nullptr;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::org && cue.begin + 4 >= noun.begin && cue.begin <= noun.end + 3) party = &cue;
  }
  Side with = Side::none;
  bool in_order = true;
  for (const Mention& one : d.mentions) {
    if (party && in_brackets(d, one.begin, party->end)) continue;  // "the European Union (which includes Finland)"
    if (!party || one.begin + 4 < noun.begin || one.begin > std::max(noun.end, party->end) + 3 || one.form == NameForm::city || one.form == NameForm::capital) continue;
    with = with == Side::none || with == one.side ? one.side : Side::both;
  }
  // "Peru has the opportunity to conclude an FTA (DCFTA) with the EU": the last one of the two named before
  if (const std::uint32_t at = noun.end + 3 < s.range.end && d.tokens[noun.end].is(TokenKind::open) && d.tokens[noun.end + 2].is(TokenKind::close) ? noun.end + 3 : noun.end; (!party || with == Side::none) && find_cue(s, Cue::with_word, at, at + 1) && d.grammar.language == "en") {
    const CueSpot* org = find_cue(s, Cue::org, at + 1, at + 3);
    for (const Mention& one : d.mentions) {
      if (org && one.end <= noun.begin && one.form == NameForm::name && (Document::is_pair(one.side) || one.side == Side::both)) party = org, with = one.side, in_order = false;
    }
  }
  // "Peru und die EU unterzeichneten 2012 ein Abkommen": a German verb may part them
  if (party && with == Side::none && d.grammar.language == "de") {
    for (const Mention& one : d.mentions) {
      if (one.form == NameForm::name && one.end <= party->begin && party->begin - one.end <= 2) with = one.side;
    }
  }
  if (party && Document::is_pair(with)) {
    claim.subject = d.grammar.texts[party->data];
    claim.object = d.code(with);
    // "Mexico signed a free trade agreement with the European Union": in the text's order
    if (in_order && party->begin >= noun.end && find_cue(s, Cue::with_word, party->begin - std::min(party->begin, 2u), party->begin)) std::swap(claim.subject, claim.object);
  }
  return claim;
}

const CueSpot* signing_of(const Sentence& s, Spot phrase, Spot clause) {
  const CueSpot* best = nullptr;
  std::uint32_t near = ~0u;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::sign_verb || cue.begin < clause.begin || cue.end > clause.end) continue;
    const CueSpot* force = find_cue(s, Cue::force, cue.begin, cue.begin + 1);
    if (force && force->end > cue.end) continue;  // "entered into force"
    const std::uint32_t distance = cue.begin >= phrase.end ? cue.begin - phrase.end : phrase.begin - std::min(phrase.begin, cue.end);
    if (distance > 20 || distance >= near) continue;
    near = distance;
    best = &cue;
  }
  return best;
}

std::string place_of(const Document& d, const Sentence& s, Spot verb, Spot clause) {
  for (const NameSpot& name : s.names) {
    if (name.form < NameForm::capital || name.begin < verb.begin || name.begin >= clause.end) continue;
    const CueSpot* in = find_cue_back(s, Cue::in_word, name.begin, verb.begin);
    if (const CueSpot* next = find_cue(s, Cue::sign_verb, verb.end, name.begin); next && next->begin > verb.end) break;  // of the next treaty
    if (in && in->end == name.begin) return std::string(d.of(name));
    // "in the Norwegian city of Bergen", "during a visit to Lima"
    const std::string_view link = name.begin > verb.begin + 1 ? d.of(name.begin - 1) : std::string_view();
    if (link == "of" && one_of(d.of(name.begin - 2), {"city", "town", "capital", "resort", "port", "village"})) return std::string(d.of(name));
    if (link == "to" && has_cue(s, Cue::visit_noun, {verb.end, name.begin})) return std::string(d.of(name));
  }
  // "At the consultations in Berlin on 30 May 2017 twelve documents were signed"
  for (const NameSpot& name : s.names) {
    if (name.form < NameForm::capital || name.begin < clause.begin || name.end >= verb.begin) continue;
    const CueSpot* in = find_cue_back(s, Cue::in_word, name.begin, clause.begin);
    for (const When& when : s.dates) {
      if (in && in->end == name.begin && when.begin >= name.end && when.begin - name.end <= 1 && when.end <= verb.begin && !find_cue(s, Cue::sign_verb, when.end, verb.begin)) return std::string(d.of(name));
    }
  }
  // "signed on 17 June 2018 at Psarades": a town nobody knows, right behind verb and day
  std::uint32_t at = verb.end;
  for (const When& when : s.dates) {
    if (when.begin >= verb.end && when.begin - verb.end <= 1) at = when.end;
  }
  if (at > verb.end && at + 1 < clause.end && find_cue(s, Cue::in_word, at, at + 1) && d.tokens[at + 1].is_word() && d.tokens[at + 1].capital && d.tokens[at + 1].word == 0) return std::string(d.of(at + 1));
  return {};
}

}  // namespace comity::claims
