// Memberships told without a list of organisations behind a verb: "as NATO allies", "of which both are members", "while Malta
// joined in 1995", returns and withdrawn applications.
#include <algorithm>

#include "comity/claims/readers/membership_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// "…; it returned ten years later": into the organisation that the sentence said was left.
void read_member_returns(Document& d, const Sentence& s) {
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::return_verb) continue;
    const Claim* told = nullptr;
    for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
      if (d.claims[i].kind == Kind::membership && d.claims[i].note == "left" && d.claims[i].plain.end <= d.tokens[verb.begin].begin) told = &d.claims[i];
    }
    if (!told) continue;
    for (const When& when : s.dates) {
      if (when.begin < verb.end || when.begin - verb.end > 2) continue;
      const Claim model = *told;
      Claim& claim = d.add(Kind::membership, {verb.begin, when.end});
      claim.subject = model.subject, claim.object = model.object;
      claim.period = when.text();
      claim.note = "readmitted";
      break;
    }
  }
}

// Who stands next to "NATO allies": behind it ("As EU members, Norway and Peru", "NATO member Norway") or before it ("Norway and
// Peru are EU members", "Serbia is an EU candidate").
Side allies_named(const Document& d, const Sentence& s, Spot org, Spot noun, Spot& quote) {
  const std::string_view link = org.begin > s.range.begin ? d.of(org.begin - 1) : std::string_view();
  const bool as = one_of(link, {"As", "as", "Als", "als"}) || (one_of(link, {"an", "a", "fellow", "both"}) && org.begin >= s.range.begin + 2 && one_of(d.of(org.begin - 2), {"As", "as"}));
  for (std::size_t i = 0; i < d.mentions.size(); ++i) {
    const Mention& one = d.mentions[i];
    if (one.form != NameForm::name || !(one.side == Side::both || Document::is_pair(one.side))) continue;
    const Mention* next = i + 1 < d.mentions.size() ? &d.mentions[i + 1] : nullptr;
    const bool two = one.side == Side::both || (next && next->side == Document::other(one.side) && next->form == NameForm::name && next->begin == one.end + 1 && find_cue(s, Cue::and_word, one.end, next->begin));
    const std::uint32_t end = two && one.side != Side::both ? next->end : one.end;
    const bool behind = one.begin >= noun.end && ((as && one.begin - noun.end <= 5) || one.begin == noun.end);
    bool before = end <= org.begin && org.begin - end <= 5;
    bool is = false;
    for (std::uint32_t k = end; before && k < org.begin; ++k) {
      const bool verb = one_of(d.of(k), {"are", "is", "sind", "ist", "became", "been", "have", "has", "both"});
      is = is || verb;
      is = is || (k == end && d.tokens[k].is(TokenKind::comma) && one_of(link, {"a", "an", "both"}));  // "Norway, a NATO member since 1949,"
      before = verb || (k == end && is) || one_of(d.of(k), {"a", "an", "fellow", "also", "all", "two", "ein", "the", "not"});
    }
    if (!behind && !(before && (is || one_of(link, {"both"})))) continue;
    quote = before ? Spot{one.begin, noun.end} : span(org, noun);
    return two ? Side::both : one.side;
  }
  // "Peru is a founding member of the UN, … and has been an APEC member since 1998": of the only one spoken of
  const bool been = one_of(link, {"an", "a"}) && org.begin >= s.range.begin + 3 && one_of(d.of(org.begin - 2), {"been", "is", "was", "became", "remains", "ist"});
  Side only = Side::none;
  for (const Mention& one : d.mentions) {
    if (one.end > org.begin || one.form > NameForm::adjective) continue;
    if (!Document::is_pair(one.side) || (only != Side::none && only != one.side)) return Side::none;
    only = one.side;
  }
  if (been && only != Side::none) quote = {org.begin - 2, noun.end};
  return been ? only : Side::none;
}

// "As NATO allies, Canada and Norway …", "Germany and Estonia are EU members", "both have been EU candidates since 2005".
void read_allies(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::ally_noun && noun.cue != Cue::candidate_noun) continue;
    const CueSpot* org = nullptr;
    for (const CueSpot& cue : s.cues) {
      if (cue.cue == Cue::org && (cue.end == noun.begin || (cue.end + 1 == noun.begin && d.tokens[cue.end].is(TokenKind::hyphen)))) org = &cue;
    }
    if (!org || find_cue_back(s, Cue::negation, org->begin, org->begin - std::min<std::uint32_t>(org->begin, 4))) continue;
    Spot quote;
    const Side side = allies_named(d, s, *org, noun, quote);
    if (side == Side::none) continue;
    const std::string name = d.grammar.texts[org->data];
    const auto told = [&](const Claim& one) { return one.kind == Kind::membership && one.object == name && one.subject.find(side == Side::both ? "," : d.code(side)) != std::string::npos; };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
    const When* when = nullptr;
    for (const When& one : s.dates) {
      if (one.begin >= noun.end && one.begin - noun.end <= 1) when = &one;
    }
    When at = when ? *when : When{};
    if (at.since && !at.year2) at.since = false;
    add_member(d, quote, side, name, when ? &at : nullptr);
    if (noun.cue == Cue::candidate_noun) d.claims.back().status = "planned";
  }
}

// "the OECD, of which both are members", "the OTS, in which Peru is a full member": the organisation stands before the comma.
void read_relative_members(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 2; i + 3 < s.range.end; ++i) {
    if (!one_of(d.of(i), {"which", "whom"}) || !one_of(d.of(i - 1), {"of", "in", "to"})) continue;
    std::uint32_t end = i - 1;
    if (end > s.range.begin && d.tokens[end - 1].is(TokenKind::comma)) --end;
    const Organisation body = organisation_before(d, s, end, s.range.begin);
    if (body.where.end == 0) continue;
    std::uint32_t told = i + 1;
    while (told < s.range.end && told - i < 10 && !one_of(d.of(told), {"member", "members", "belong", "belongs", "participate", "part"})) ++told;
    if (told >= s.range.end || told - i >= 10) continue;
    CueSpot verb;
    verb.begin = told, verb.end = told + 1, verb.cue = Cue::member_of;
    const Side side = member_subject(d, s, verb, {i, s.range.end});
    if (side == Side::none || side == Side::third || find_cue(s, Cue::negation, i, told)) continue;
    const When* when = nullptr;
    for (const When& one : s.dates) {
      if (one.begin > told && one.begin - told <= 2) when = &one;
    }
    When at = when ? *when : When{};
    if (at.since && !at.year2) at.since = false;
    add_member(d, {i - 1, when ? when->end : told + 1}, side, body.name, when ? &at : nullptr);
    // "NATO and the EU, of which …": of both
    const std::uint32_t front = body.where.begin > s.range.begin && d.of(body.where.begin - 1) == "the" ? body.where.begin - 1 : body.where.begin;
    if (front < s.range.begin + 2 || !find_cue(s, Cue::and_word, front - 1, front)) continue;
    const Organisation other = organisation_before(d, s, front - 1, s.range.begin);
    if (other.where.end > other.where.begin) add_member(d, other.where, side, other.name, when ? &at : nullptr);
  }
}

// "…, while Malta joined in 1995", "Uzbekistan joined as a full member in 2019": the organisation told last.
void read_elliptic_joins(Document& d, const Sentence& s) {
  if (d.claims.empty() || d.claims.back().kind != Kind::membership) return;
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::join_verb || verb.end >= s.range.end || !one_of(d.of(verb.end - 1), {"joined", "acceded", "members"})) continue;
    const bool bare = one_of(d.of(verb.end), {"in", "on", "as", "later", "at"}) || std::any_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin == verb.end; });
    const Claim model = d.claims.back();
    if (!bare || (d.of(verb.end) == "in" && verb.end + 1 < s.range.end && std::none_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin <= verb.end + 1 && verb.end < one.end; }))) continue;
    if (d.claims.size() > d.sentence_claims && model.plain.end > d.tokens[verb.begin].begin) continue;
    const Mention* who = nullptr;
    for (const Mention& one : d.mentions) {
      if (one.end <= verb.begin && verb.begin - one.end <= 2 && one.form == NameForm::name) who = &one;
    }
    const When* when = date_for(d, s, verb, clause_of(d, s, verb.begin), 8);
    for (auto one = s.dates.rbegin(); one != s.dates.rend(); ++one) {  // "joined as a full member in 2019"
      if (one->begin >= verb.end && one->begin - verb.end <= 6) when = &*one;
    }
    if (!who || !Document::is_pair(who->side) || !when || model.subject == d.code(who->side)) continue;
    When at = *when;
    at.since = false;
    add_member(d, {who->begin, verb.end}, who->side, model.object, &at);
  }
}

// "Peru is a full member of the OECD, while Norway has observer status": in the organisation told just before.
void read_elliptic_observers(Document& d, const Sentence& s) {
  if (d.claims.size() == d.sentence_claims || d.claims.back().kind != Kind::membership) return;
  for (std::uint32_t i = s.range.begin + 2; i + 1 < s.range.end; ++i) {
    if (d.of(i) != "observer" || d.of(i + 1) != "status" || (i + 2 < s.range.end && d.tokens[i + 2].is_word())) continue;
    const Claim model = d.claims.back();
    const Spot clause = clause_of(d, s, i);
    for (const Mention& one : d.mentions) {
      if (one.begin < clause.begin || one.end > i || i - one.end > 3 || !Document::is_pair(one.side) || model.subject == d.code(one.side) || model.plain.end > d.tokens[one.begin].begin) continue;
      add_member(d, {one.begin, i + 2}, one.side, model.object, nullptr);
      d.claims.back().note = "observer";
      return;
    }
  }
}

// "Malta is a European Union member and Turkey is a candidate": in the organisation told just before.
void read_elliptic_candidates(Document& d, const Sentence& s) {
  if (d.claims.size() == d.sentence_claims || d.claims.back().kind != Kind::membership) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::candidate_noun || noun.begin < s.range.begin + 2 || (noun.end < s.range.end && d.tokens[noun.end].is_word()) || !one_of(d.of(noun.begin - 1), {"a", "an"})) continue;
    const Claim model = d.claims.back();
    for (const Mention& one : d.mentions) {
      if (one.end > noun.begin || noun.begin - one.end > 3 || !Document::is_pair(one.side) || model.subject == d.code(one.side) || model.plain.end > d.tokens[one.begin].begin) continue;
      add_member(d, {one.begin, noun.end}, one.side, model.object, nullptr);
      d.claims.back().status = "planned";
      return;
    }
  }
}

// "the Pacific Alliance, which includes Peru, Chile and Mexico", "the BIMSTEC, comprising …": those of the two among them.
void read_included(Document& d, const Sentence& s) {
  for (std::uint32_t i = s.range.begin + 2; i + 1 < s.range.end; ++i) {
    static constexpr WordSet holds("includes", "comprises", "comprising", "involving", "groups", "unites", "consists");
    if (!holds.has(d.of(i))) continue;
    std::uint32_t end = d.of(i - 1) == "which" || d.of(i - 1) == "that" ? i - 1 : i;
    if (end == i && one_of(d.of(i), {"includes", "groups"})) continue;
    if (end > s.range.begin && d.tokens[end - 1].is(TokenKind::comma)) --end;
    const Organisation body = organisation_before(d, s, end, s.range.begin);
    if (body.where.end == 0) continue;
    std::uint32_t at = i + 1 + (d.of(i) == "consists");
    bool first = false, second = false;
    Spot quote{body.where.begin, at};
    for (const Mention& one : d.mentions) {
      if (one.begin < at) continue;
      if (one.begin - at > 3 || one.form != NameForm::name) break;
      first = first || one.side == Side::first, second = second || one.side == Side::second;
      at = one.end;
      if (Document::is_pair(one.side)) quote.end = one.end;
    }
    const auto known = [&](Side side) { return std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.kind == Kind::membership && one.object == body.name && (one.subject.find(',') != std::string::npos || one.subject == d.code(side)); }); };
    first = first && !known(Side::first), second = second && !known(Side::second);
    if (!first && !second) continue;
    add_member(d, quote, first && second ? Side::both : first ? Side::first : Side::second, body.name, nullptr);
  }
}

// "withdrew its application to the EU in 2015"
void read_withdrawn_applications(Document& d, const Sentence& s) {
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::withdraw_application) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    const Side subject = member_subject(d, s, verb, clause);
    const CueSpot* org = find_cue(s, Cue::org, verb.end, std::min(clause.end, verb.end + 3));
    if (!Document::is_pair(subject) || !org) continue;
    const When* when = date_for(d, s, verb, clause, 8);
    add_member(d, span(verb, *org), subject, d.grammar.texts[org->data], when);
    d.claims.back().polarity = "neg";
    d.claims.back().note = "application withdrawn";
  }
}

// "Both countries are members of:" and the items behind it, each an organisation.
void read_member_items(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::item || s.block == Block::Kind::row) {
    if (d.listing_members == Side::none || d.claims.size() > d.sentence_claims) return;
    const std::uint32_t i = s.range.begin + one_of(d.of(s.range.begin), {"the", "The"});
    const Organisation body = organisation_at(d, s, i, s.range.end);
    constexpr std::uint32_t longest_rest = 4;
    if (body.where.end > i && body.body && s.range.end - body.where.end <= longest_rest) add_member(d, body.where, d.listing_members, body.name, nullptr);
    return;
  }
  d.listing_members = Side::none;
  const CueSpot* verb = find_cue_back(s, Cue::member_of, s.range.end, s.range.begin);
  const bool named = std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::ally_noun && d.of(one).starts_with("m"); });
  if (!d.tokens[s.range.end - 1].is(TokenKind::colon) || (!verb && !named) || s.has(Cue::org)) return;
  CueSpot end;
  end.begin = end.end = s.range.end - 1, end.cue = Cue::member_of;
  const Side side = member_subject(d, s, verb ? *verb : end, s.range);
  if (side == Side::both || Document::is_pair(side)) d.listing_members = side;
}

}  // namespace

void read_membership_turns(Document& d, const Sentence& s) {
  if (d.listing_members != Side::none || s.has(Cue::member_of) || s.has(Cue::ally_noun)) read_member_items(d, s);
  if (s.block == Block::Kind::heading) return;
  if (s.has(Cue::ally_noun) || s.has(Cue::candidate_noun)) read_allies(d, s);
  if (s.has(Cue::observer)) read_elliptic_observers(d, s);
  if (s.has(Cue::candidate_noun)) read_elliptic_candidates(d, s);
  if (s.has(Cue::org) && !d.mentions.empty() && d.grammar.language == "en") read_included(d, s);
  if (s.has(Cue::return_verb)) read_member_returns(d, s);
  if (s.has(Cue::withdraw_application)) read_withdrawn_applications(d, s);
  if (s.has(Cue::ally_noun) || s.has(Cue::member_of)) read_relative_members(d, s);
  if (s.has(Cue::join_verb) && !s.dates.empty()) read_elliptic_joins(d, s);
}

}  // namespace comity::claims
