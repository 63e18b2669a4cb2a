#include "comity/claims/readers/membership_parts.hpp"

#include <algorithm>

#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

constexpr std::uint32_t longest_name = 11;

// A word that says that a name is a body states belong to.
bool is_body_word(std::string_view word) {
  static constexpr WordSet words("Organization", "Organisation", "Organizations", "Alliance", "Council", "Community", "Communities", "Union", "Forum", "Initiative", "Partnership", "Cooperation", "Co-operation", "Association", "Group", "Grouping", "League",
                                 "Conference", "Bank", "Fund", "Assembly", "Agency", "Commission", "Convention", "Network", "Dialogue", "Movement", "Trio", "Pact", "Format", "Process", "Programme", "Program", "Commonwealth", "Committee", "Institute",
                                 "Consortium", "Coalition", "Regime", "Treaty", "Centre", "Center", "Mechanism", "Court", "Quad", "Platform", "Facility", "Area", "Zone", "Market", "Compact", "Charter", "Arrangement", "Protocol", "Society", "Bloc", "Secretariat", "Observatory",
                                 "Summit", "Tribunal", "Parliament", "Corporation", "System", "Authority", "Operation");
  return words.has(word);
}

// "the NATO mission", "EU sanctions": something of the organisation, which needs no member.
bool is_of_an_organisation(std::string_view word) {
  static constexpr WordSet words("mission", "missions", "operation", "operations", "force", "forces", "sanctions", "peacekeeping", "talks", "framework", "delegation", "campaign", "summit", "summits", "troops", "headquarters", "meeting", "meetings", "programme", "program",
                                 "Mission", "Peacekeeping", "peace", "project", "projects", "efforts", "aid", "market", "budget", "observer", "team", "effort", "Office", "intervention", "exercises", "single");
  return words.has(word);
}

bool is_linking(const Document& d, const Sentence& s, std::uint32_t i) {
  if (d.tokens[i].is(TokenKind::comma) || find_cue(s, Cue::and_word, i, i + 1)) return true;
  return one_of(d.of(i), {"the", "The", "nor", "or", "both", "Both", "as", "well", "together", "Together", "along", "Along", "with", "alongside", "Alongside", "like", "Like", "just", "Just", "der", "die", "sowie", "wie", "auch", "noch", "Weder", "weder", "&"});
}

// "together with Ukraine", "like Peru": named beside those the verb speaks of.
bool is_beside(const Document& d, const Sentence& s, std::uint32_t begin) {
  for (std::uint32_t i = begin; i-- > s.range.begin && begin - i <= 2;) {
    if (d.of(i) == "the") continue;
    if (d.of(i) == "with") return i > s.range.begin && one_of(d.of(i - 1), {"together", "Together", "along", "Along"});  // not "trades with Peru"
    return one_of(d.of(i), {"like", "Like", "alongside", "Alongside"}) || (d.of(i) == "as" && i >= s.range.begin + 2 && d.of(i - 1) == "well");
  }
  return false;
}

// "These countries and Ukraine", "Neither country": both, where a phrase of the lists does not say so.
bool names_both_alike(const Document& d, std::uint32_t i, std::uint32_t end) {
  if (i + 1 >= end) return false;
  if (one_of(d.of(i), {"These", "these"})) return one_of(d.of(i + 1), {"countries", "nations", "states", "two"});
  if (one_of(d.of(i), {"Neither", "neither"})) return one_of(d.of(i + 1), {"country", "nation", "state", "side", "of", "is", "has"});
  return false;
}

struct Subjects {
  Side pair = Side::none;   // of those coordinated
  Side last = Side::none;
  Side head = Side::none;   // the first that is not named beside another
  bool third = false, beside = false, comma = false;
  std::uint32_t end = 0;
};

void take(Subjects& out, Side side, bool beside) {
  if (side == Side::third) out.third = true;
  else if (side == Side::both || (Document::is_pair(out.pair) && out.pair != side && Document::is_pair(side))) out.pair = Side::both;
  else if (out.pair == Side::none) out.pair = side;
  if (beside) out.beside = true;
  else if (out.head == Side::none) out.head = side;
  out.last = side;
}

// Those coordinated last before the verb.
Subjects subjects_before(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause) {
  struct Named {
    Spot where;
    Side side;
    bool adjective;
  };
  std::vector<Named> named;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.end > verb.begin + 3 || one.form >= NameForm::capital || one.begin >= verb.end) continue;
    if (one.form == NameForm::adjective && one.side == Side::third) continue;  // "were members of the Spanish empire, and are members of …"
    // "Ghana, unlike Hungary, is a member"
    if (one.begin > clause.begin && (d.of(one.begin - 1) == "unlike" || d.of(one.begin - 1) == "Unlike")) continue;
    named.push_back({one, one.side, one.form == NameForm::adjective});
  }
  for (std::uint32_t i = clause.begin; i < verb.begin; ++i) {
    if (names_both_alike(d, i, verb.begin)) named.push_back({{i, i + 1u + (d.of(i + 1) != "is" && d.of(i + 1) != "has")}, Side::both, false});
  }
  std::sort(named.begin(), named.end(), [](const Named& a, const Named& b) { return a.where.begin < b.where.begin; });
  Subjects out;
  for (const Named& one : named) {
    bool joined = out.end && one.where.begin >= out.end && one.where.begin - out.end <= 5, comma = false;
    for (std::uint32_t i = out.end; joined && i < one.where.begin; ++i) {
      joined = is_linking(d, s, i);
      comma = comma || d.tokens[i].is(TokenKind::comma);
    }
    joined = joined && one.where.begin > out.end;
    const bool beside = is_beside(d, s, one.where.begin);
    if (!joined) out = {};
    take(out, one.side, beside);
    out.comma = comma;
    out.end = one.where.end;
  }
  return out;
}

}  // namespace

Side member_subject(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause) {
  const Subjects who = subjects_before(d, s, verb, clause);
  // "The country is also a member of": the one spoken of before
  for (std::uint32_t i = clause.begin; who.end == 0 && i + 1 < verb.begin; ++i) {
    if (one_of(d.of(i), {"The", "the"}) && one_of(d.of(i + 1), {"country", "nation", "island", "kingdom", "republic", "former", "latter"})) return Document::is_pair(d.last_subject) && !one_of(d.of(i + 1), {"former", "latter"}) ? d.last_subject : Side::none;
  }
  bool several = d.of(verb).find("members") != std::string_view::npos || d.of(verb).starts_with("are") || d.of(verb).starts_with("were") || d.of(verb).starts_with("belong ") || d.of(verb) == "belong to", one = false;
  for (std::uint32_t i = who.end; i < verb.begin; ++i) {
    several = several || one_of(d.of(i), {"are", "were", "have", "both", "all", "sind", "waren", "haben", "remain"});
    one = one || one_of(d.of(i), {"is", "was", "has", "ist", "war", "hat", "remains"});
  }
  if (who.beside) {  // "Norway, like Peru, is", "Georgia and Moldova, together with Ukraine, are"
    if (Document::is_pair(who.head) && who.third && who.pair != Side::both) return who.head;
    return who.pair == Side::none ? who.last : who.pair;
  }
  if (who.pair == Side::none || !who.third || (several && !one)) return who.pair == Side::none ? who.last : who.pair == Side::both || !one ? who.pair : who.last;
  return who.pair == Side::both && !one && !who.comma ? who.pair : who.last;
}

Side member_subject_behind(const Document& d, const Sentence& s, const CueSpot& verb) {
  if (verb.begin > s.range.begin + 5 || !one_of(d.of(s.range.begin), {"As", "Als", "Following", "Since", "Upon", "After", "With", "Before"})) return Side::none;
  Side out = Side::none;
  std::uint32_t last = 0;
  for (const Mention& one : d.mentions) {
    if (one.begin < verb.end || one.form >= NameForm::adjective) continue;
    bool opens = false;  // behind a comma, whatever article stands between
    for (std::uint32_t i = one.begin; i-- > verb.end && one.begin - i <= 6 && !opens;) {
      opens = d.tokens[i].is(TokenKind::comma);
      if (d.tokens[i].is_word() && d.tokens[i].capital) break;
    }
    if (out == Side::none && opens && (one.side == Side::both || Document::is_pair(one.side))) out = one.side, last = one.end;
    else if (Document::is_pair(out) && one.side == Document::other(out) && one.begin - last <= 2 && find_cue(s, Cue::and_word, last, one.begin)) out = Side::both;
  }
  return out;
}

namespace {

// Capitalised words from a token on, small words between them, "and" only within a name that is not over ("… for Democracy and
// Economic Development"); empty: none.
Spot capitalised_run(const Document& d, const Sentence& s, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t k = begin, last = begin;
  bool about = false;
  while (k < end && k - begin < longest_name) {
    const Token& token = d.tokens[k];
    if (token.is_word() && token.capital) {
      last = ++k;
    } else if (token.is_word() && last > begin && (find_cue(s, Cue::of_word, k, k + 1) || one_of(d.of(k), {"for", "on", "in", "against", "to"}))) {
      if (one_of(d.of(k), {"in", "to"}) && !(is_body_word(d.of(k - 1)) && k + 1 < end && d.tokens[k + 1].capital && std::none_of(s.names.begin(), s.names.end(), [&](const NameSpot& one) { return one.begin == k + 1; }))) break;
      about = true;
      ++k;
    } else if (token.is_word() && last > begin && d.of(k) == "the" && k == last + 1) {
      ++k;
    } else if ((token.is(TokenKind::hyphen) || (token.is(TokenKind::dash) && !token.spaced)) && k + 1 < end && !d.tokens[k + 1].spaced && d.tokens[k + 1].is_word()) {
      last = k += 2;  // "Co-operation"
    } else if (token.is_word() && about && k == last && find_cue(s, Cue::and_word, k, k + 1) && k + 1 < end && d.tokens[k + 1].capital) {
      bool other = false;
      std::uint32_t n = k + 1;
      for (; n < end && n - k <= 4 && d.tokens[n].is_word() && d.tokens[n].capital; ++n) other = other || is_body_word(d.of(n)) || d.tokens[n].capitals || s.cue_at(n, Cue::org) || std::any_of(s.names.begin(), s.names.end(), [&](const NameSpot& one) { return one.begin == n; });
      // "… Technical and Economic Cooperation (BIMSTEC)": the abbreviation behind it says that the name goes on
      const bool brief = n + 2 < end && d.tokens[n].is(TokenKind::open) && d.tokens[n + 1].capitals && d.tokens[n + 2].is(TokenKind::close) && d.of(n + 1)[0] == d.of(begin)[0];
      if ((other && !brief) || (n < end && find_cue(s, Cue::of_word, n, n + 1))) break;
      ++k;
    } else {
      break;
    }
  }
  return {begin, last};
}

bool is_abbreviation(const Document& d, Spot where) {
  constexpr std::uint32_t shortest = 3;
  return where.end == where.begin + 1 && d.tokens[where.begin].capitals && d.tokens[where.begin].end - d.tokens[where.begin].begin >= shortest;
}

const CueSpot* listed_at(const Sentence& s, std::uint32_t i) {
  const CueSpot* out = nullptr;
  for (const CueSpot& cue : s.cues) {
    if (cue.begin > i) break;
    if (cue.cue == Cue::org && cue.begin == i) out = &cue;
  }
  return out;
}

}  // namespace

Organisation organisation_at(const Document& d, const Sentence& s, std::uint32_t i, std::uint32_t end) {
  Organisation out;
  if (i >= end) return out;
  const Spot run = capitalised_run(d, s, i, end);
  if (const CueSpot* known = listed_at(s, i)) {
    out.where = *known, out.name = d.grammar.texts[known->data], out.listed = out.body = true;
    if (known->end < end && out.name != "Partnership for Peace" && is_of_an_organisation(d.of(known->end)) && !d.tokens[known->end].is(TokenKind::comma)) return {};
    // "the GUAM Organization for Democracy": the abbreviation and what it stands for
    if (known->end < run.end && d.tokens[known->end].capital && one_of(d.of(known->end), {"Organization", "Organisation", "Group", "Grouping", "Initiative", "Forum", "Alliance"})) out.where.end = run.end;
    // "the EU's Eastern Partnership"
    if (known->end + 1 < end && d.tokens[known->end].is(TokenKind::possessive)) {
      const Organisation own = organisation_at(d, s, known->end + 1, end);
      return own.body ? own : Organisation{};
    }
    return out;
  }
  if (run.end <= run.begin || !d.tokens[i].capital) return out;
  // "the British Commonwealth": the listed one behind an adjective
  if (std::any_of(s.names.begin(), s.names.end(), [&](const NameSpot& one) { return one.begin == i && one.form == NameForm::adjective && one.end < run.end; })) {
    if (const CueSpot* known = listed_at(s, i + 1); known && known->end == run.end) return {{i, known->end}, d.grammar.texts[known->data], true, true};
  }
  bool body = false;
  for (std::uint32_t k = run.begin; k < run.end; ++k) body = body || is_body_word(d.of(k));
  const bool brief = run.end + 2 < end && d.tokens[run.end].is(TokenKind::open) && d.tokens[run.end + 1].capitals && d.tokens[run.end + 2].is(TokenKind::close);
  for (const NameSpot& one : s.names) {
    if (one.begin != i) continue;
    // "the Lima Group", "Baltic Assembly"; but "Norway", "Oslo City Council" are what they are
    const bool within = body && one.end < run.end && one.form >= NameForm::adjective && !find_cue(s, Cue::of_word, one.end, run.end);
    if (!within && !(one.form == NameForm::adjective && run.end - run.begin >= 3)) return out;
  }
  for (const When& when : s.dates) {
    if (when.begin <= i && i < when.end) return out;
  }
  out.where = run;
  out.body = body || brief || is_abbreviation(d, run);
  out.name = brief && run.end - run.begin >= 2 ? d.of(run.end + 1) : d.of(run);  // "the Andean Customs Forum (ACF)": by its short name
  return out;
}

Organisation organisation_before(const Document& d, const Sentence& s, std::uint32_t end, std::uint32_t from) {
  for (std::uint32_t i = end; i-- > from && end - i <= longest_name;) {
    if (!d.tokens[i].capital) continue;
    Organisation out = organisation_at(d, s, i, end);
    std::uint32_t stop = out.where.end;
    if (stop + 3 == end && d.tokens[stop].is(TokenKind::open)) stop = end;
    if (out.where.end > out.where.begin && out.body && stop == end && (i == from || !d.tokens[i - 1].capital)) return out;
  }
  return {};
}

void add_member(Document& d, Spot quote, Side side, const std::string& organisation, const When* when) {
  Claim& claim = d.add(Kind::membership, trimmed(quote, {quote.end - 1, quote.end}, 20));
  if (side == Side::both) claim.subject = claim.pair[0] + "," + claim.pair[1];
  else claim.subject = d.code(side);
  claim.object = organisation;
  if (when) claim.period = when->text();
}

}  // namespace comity::claims
