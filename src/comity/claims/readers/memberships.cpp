// Memberships: "both are members of X, Y and Z", "A joined X on D", "A is not yet a member of X", applications.
#include <algorithm>

#include "comity/claims/readers/membership_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// "wurde 2002 Mitglied der": the words that make a state of affairs something that happened.
bool became(const Document& d, Spot clause, const CueSpot& verb) {
  for (std::uint32_t i = verb.begin; i-- > clause.begin && verb.begin - i <= 9;) {
    const std::string_view word = d.of(i);
    if (word == "became" || word == "wurde" || word == "wurden" || word == "admitted" || word == "served" || word == "elected") return true;
  }
  return false;
}

// "India's bid to become a permanent member of the Security Council", "running for non-permanent member of": a seat that is sought.
bool is_sought(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause) {
  const std::string_view what = d.of(verb);
  const bool seat = what.find("ermanent") != std::string_view::npos || (verb.begin > clause.begin && d.of(verb.begin - 1).ends_with("ermanent"));
  if (!seat && !find_cue(s, Cue::to_word, verb.begin - std::min(verb.begin, 1u), verb.begin)) return false;
  for (std::uint32_t i = verb.begin; i-- > clause.begin && verb.begin - i <= 6;) {
    for (const std::string_view one : {"bid", "bids", "candidature", "candidacy", "running", "campaign", "candidate", "aspiration", "aspirations", "claim", "quest"}) {
      if (d.of(i) == one) return true;
    }
  }
  return false;
}

// Whether a longer phrase of joining, applying or leaving holds the words "member of".
bool within_another(const Sentence& s, const CueSpot& verb) {
  for (const CueSpot& one : s.cues) {
    if (one.cue != Cue::join_verb && one.cue != Cue::apply_verb && one.cue != Cue::leave_verb) continue;
    if (&one != &verb && one.cue != verb.cue && one.begin <= verb.begin && one.end >= verb.end) return true;
    if (one.cue == Cue::apply_verb && verb.cue != Cue::apply_verb && one.end <= verb.begin && verb.begin - one.end <= 1) return true;
  }
  return false;
}

// "Peru was admitted to the United Nations in 1945, Ireland in 1955": the other side, with the date behind it.
void add_other_joiner(Document& d, const Sentence& s, Spot clause, std::uint32_t from, Side subject) {
  const Claim model = d.claims.back();
  for (const Mention& one : d.mentions) {
    if (one.begin < from || one.begin - from > 2 || one.end >= clause.end || one.side != Document::other(subject) || one.form != NameForm::name) continue;
    for (const When& when : s.dates) {
      if (when.begin < one.end || when.begin - one.end > 2) continue;
      When at = when;
      if (at.since && !at.year2) at.since = false;
      add_member(d, span(one, when), one.side, model.object, &at);
      return;
    }
  }
}

// How a verb speaks of the membership: its kind, and whether it is denied, sought or over.
struct Belonging {
  const CueSpot& verb;
  Spot clause;
  Side subject = Side::none;
  bool member = false, join = false, apply = false, leave = false;
  bool negated = false, planned = false;
  bool listed_only = false, body_only = false;  // how sure the name must be
};

std::string_view word_before(const Document& d, const Sentence& s, std::uint32_t at, std::uint32_t back) { return at >= s.range.begin + back ? d.of(at - back) : std::string_view(); }

// "is part of", "were part of": what a verb of being says before "part of"; empty: none stands there.
std::string_view being_before(const Document& d, const Sentence& s, const CueSpot& verb) {
  for (std::uint32_t i = verb.begin + 1; i-- > s.range.begin && verb.begin - std::min(i, verb.begin) <= 3;) {
    if (one_of(d.of(i), {"is", "are", "been", "be", "being", "remain", "remains", "became", "was", "were"})) return d.of(i);
  }
  return {};
}

// Whether "part of", "participate in" can tell a membership, and of which names.
bool take_weak_verb(const Document& d, const Sentence& s, Belonging& it) {
  const std::string_view text = d.of(it.verb);
  if (text.starts_with("particip")) {  // "came to participate in the conference"
    it.body_only = true;
    if (word_before(d, s, it.verb.begin, 1) == "to") return false;
  }
  if (text.starts_with("partner") || text.ends_with("been in") || text.ends_with("both in") || text.starts_with("belong") || text.starts_with("both belong")) it.body_only = true;
  if (text.find("part of") == std::string_view::npos) return true;
  const std::string_view being = being_before(d, s, it.verb);
  it.body_only = true, it.listed_only = one_of(being, {"was", "were", "became"});  // "was part of the Ottoman Empire"
  return !being.empty();
}

// "President X, a member of the Labour Movement": a person belongs.
bool is_of_a_person(const Document& d, const Sentence& s, const Belonging& it) {
  std::uint32_t named = it.clause.begin;
  for (const Mention& one : d.mentions) {
    if (one.begin >= it.clause.begin && one.end <= it.verb.begin) named = one.end;
  }
  for (const PersonSpot& one : s.persons) {
    if (one.titled && !one.nameless && one.end > named && one.end <= it.verb.begin) return true;
  }
  for (std::uint32_t i = named; i < it.verb.begin; ++i) {
    if (one_of(d.of(i), {"he", "she", "He", "She", "who"})) return true;
  }
  return false;
}

bool has_before(const Document& d, const Belonging& it, std::initializer_list<std::string_view> words) {
  constexpr std::uint32_t reach = 8;
  for (std::uint32_t i = it.verb.begin; i-- > it.clause.begin && it.verb.begin - i <= reach;) {
    if (one_of(d.of(i), words)) return true;
  }
  return false;
}

bool is_of_membership(const Document& d, const Belonging& it) { return d.of(it.verb).starts_with("membership") || d.of(it.verb).starts_with("accession") || d.of(it.verb).starts_with("full membership"); }

// "its future membership of": wished for.
bool is_wished(const Document& d, const Belonging& it) {
  return is_of_membership(d, it) && has_before(d, it, {"future", "eventual", "prospective", "possible", "potential", "prospects", "aspirations"});
}

// "Romania supports Azerbaijan's membership in": nobody says whether it is one.
bool is_backed(const Document& d, const Belonging& it) {
  return is_of_membership(d, it) && has_before(d, it, {"supports", "support", "supported", "supporting", "backs", "backed", "favours", "favors", "advocates", "endorses"});
}

// Fills in who belongs and how; false: the verb tells no membership of the two.
bool take_verb(const Document& d, const Sentence& s, Belonging& it) {
  const CueSpot& verb = it.verb;
  if (it.join && d.of(verb).find("part of") != std::string_view::npos) it.listed_only = true;  // "became part of the Soviet Union"
  if (it.join && find_cue(s, Cue::force, verb.begin, verb.end + 6) && !find_cue(s, Cue::org, verb.end, verb.end + 5)) return false;  // "Peru trat 2011 in Kraft"
  if ((it.member || it.join) && within_another(s, verb)) return false;  // "became a member of", "a candidate for accession to"
  if (it.member && word_before(d, s, verb.begin, 1) == "as") return false;  // "as part of the tour"
  const bool as_part = it.member && word_before(d, s, verb.begin, 1) == "As" && d.of(verb).starts_with("part of");  // "As part of the Contact Group, Norway"
  it.body_only = as_part;
  if (it.member && verb.begin > s.range.begin && find_cue(s, Cue::partner_noun, verb.begin - 1, verb.begin + 1)) return false;  // "a trading partner of Hungary among the states of the CIS"
  // "support for membership in", "its application for membership in"
  const std::string_view link = word_before(d, s, verb.begin, 1);
  const std::string_view sought = link == "for" || link == "of" ? word_before(d, s, verb.begin, 2) : std::string_view();
  if (it.member && one_of(sought, {"support", "backing", "favour", "favor", "benefits"})) return false;
  if ((it.member || it.join) && is_sought(d, s, verb, it.clause)) return false;
  if (it.member && !as_part && !take_weak_verb(d, s, it)) return false;
  it.subject = member_subject(d, s, verb, it.clause);
  if (it.subject == Side::none && (it.member || it.join)) it.subject = member_subject_behind(d, s, verb);
  // "is not a member of the EU but belongs to EFTA": the one before "but"
  const bool but = it.clause.begin > s.range.begin && verb.begin - it.clause.begin <= 3 && find_cue(s, Cue::but, it.clause.begin - 1, it.clause.begin + 1);
  if (it.subject == Side::none && but && it.member) it.subject = member_subject(d, s, verb, {s.range.begin, it.clause.end});
  if (it.subject == Side::none || it.subject == Side::third || is_of_a_person(d, s, it)) return false;
  const CueSpot* no = find_cue_back(s, Cue::negation, verb.begin + 1, it.clause.begin);
  it.negated = no && verb.begin - std::min(verb.begin, no->end) <= 4;
  const CueSpot* plan = find_cue_back(s, Cue::plan, verb.begin + 1, it.clause.begin);
  const bool strives = it.join && d.grammar.language == "de" && has_before(d, it, {"strebt", "streben", "strebte", "bemüht", "möchte", "plant"});  // "strebt den Beitritt zur OECD an"
  it.planned = strives || it.apply || one_of(sought, {"application", "bid", "candidacy", "candidature", "request"}) || (plan && verb.begin - std::min(verb.begin, plan->end) <= 3) || is_wished(d, it);
  return it.planned || !is_backed(d, it);
}

bool is_dated(const Sentence& s, std::uint32_t i) {
  return std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin <= i && i < when.end; });
}

// Whether the word behind a run of capitalised words lets them be a name by themselves.
bool ends_name(const Document& d, const Sentence& s, std::uint32_t i, Spot clause) {
  if (i >= clause.end || !d.tokens[i].is_word() || find_cue(s, Cue::and_word, i, i + 1)) return true;
  return is_dated(s, i) || one_of(d.of(i), {"since", "in", "from", "which", "with", "where", "to", "until", "as", "along", "while", "after", "at", "established", "created", "founded", "formed", "whose", "that", "both", "for", "on", "together", "alongside", "although", "though", "but", "through", "by", "and", "within", "because", "is", "was", "during", "of"});
}

// Whether an organisation found behind the verb (or in its list) can be what is joined.
bool is_likely(const Document& d, const Sentence& s, const Belonging& it, const Organisation& body, bool first) {
  if (body.where.end <= body.where.begin) return false;
  if (body.listed) return true;
  if (it.listed_only || !ends_name(d, s, body.where.end, it.clause)) return false;
  const std::uint32_t words = body.where.end - body.where.begin;
  if (body.body && (words >= 2 || d.tokens[body.where.begin].capitals)) return true;
  if (find_cue(s, Cue::region, body.where.begin, body.where.begin + 1) && words <= 2) return false;  // "part of South America"
  if (it.body_only || (!it.member && !d.of(it.verb).ends_with("members of") && !d.of(it.verb).ends_with("member of"))) return false;
  constexpr std::uint32_t longest_small = 4;
  return words >= 2 || (!first && d.tokens[body.where.begin].end - d.tokens[body.where.begin].begin > longest_small);
}

// "until 1964, when it was granted independence and joined": the day of what "when" tells.
const When* date_before_when(const Document& d, const Sentence& s, const Belonging& it) {
  constexpr std::uint32_t reach = 10;
  for (std::uint32_t i = it.verb.begin; i-- > it.clause.begin && it.verb.begin - i <= reach;) {
    if (d.of(i) != "when") continue;
    for (const When& one : s.dates) {
      if (one.end <= i && i - one.end <= 1) return &one;
    }
    return nullptr;
  }
  return nullptr;
}

// The date that goes with one organisation of the list.
const When* date_of(const Document& d, const Sentence& s, const Belonging& it, std::uint32_t next) {
  for (const When& one : s.dates) {
    if (one.begin < next || one.begin - next > 3 || one.begin >= it.clause.end) continue;
    const auto between = [&](const Mention& who) { return who.begin >= next && who.end <= one.begin && !who.reference; };
    // "…, Austria since 1995": hers; "the CPLP, founded in 1996": its own
    const bool founding = one.begin >= next + 2 && one_of(d.of(one.begin - 2), {"established", "founded", "created", "formed"});
    // "seit 2009 Mitglied der NATO und seit 2014 EU-Beitrittskandidat": of what comes next
    if (d.grammar.language == "de" && one.since && one.begin >= 2 && find_cue(s, Cue::and_word, one.begin - 2, one.begin - 1)) break;
    if (!founding && std::none_of(d.mentions.begin(), d.mentions.end(), between)) return &one;
    break;
  }
  const bool founds = d.of(it.verb).find("co-found") != std::string_view::npos || (d.of(it.verb).find("found") != std::string_view::npos && (has_before(d, it, {"were", "was", "among"}) || d.of(it.verb).find("among") != std::string_view::npos));
  if (const When* when = it.join ? date_before_when(d, s, it) : nullptr) return when;
  if (it.join || it.leave || founds || became(d, it.clause, it.verb)) return date_for(d, s, it.verb, it.clause, 12);
  // "Since November 2012 X is a participating state of": the day from which it has been so
  const When* since = nullptr;
  for (const When& one : s.dates) {
    // not "seit 1998 Mitglied der APEC, Norwegen gehört der NATO an"
    const CueSpot* other = find_cue(s, Cue::member_of, one.end, it.verb.begin);
    if (it.member && !it.negated && one.since && one.begin >= it.clause.begin && one.end <= it.verb.begin && !(other && other->end <= it.verb.begin)) since = &one;
  }
  return since;
}

void tell(Document& d, const Sentence& s, const Belonging& it, const Organisation& body, const When* when, Spot quote, std::uint32_t next) {
  When at = when ? *when : When{};
  if (at.since && !at.year2) at.since = false;
  if (when && it.join && when == date_before_when(d, s, it)) {  // "since 2005 to 2013, when Croatia joined"
    if (at.year2) at.year = at.year2, at.month = at.month2, at.day = at.day2;
    at.year2 = at.month2 = at.day2 = 0, at.since = at.until = false;
  }
  add_member(d, quote, it.subject, body.name, when && !it.negated ? &at : nullptr);
  Claim& claim = d.claims.back();
  if (it.negated) claim.polarity = "neg";
  if (it.planned || (it.join && !when && d.of(it.verb).starts_with("accession"))) claim.status = "planned";  // "its accession to the OECD is under way"
  if (it.leave) claim.note = "left";
  if ((it.join || (it.member && when && when->since)) && when && Document::is_pair(it.subject)) add_other_joiner(d, s, it.clause, std::max(next, when->end), it.subject);
}

// Behind an organisation: its abbreviation in brackets, its date, and the comma or "and" before the next; 0: the list ends.
std::uint32_t next_in_list(const Document& d, const Sentence& s, Spot clause, std::uint32_t i, const When* when) {
  if (i < clause.end && when && when->begin >= i && when->begin - i <= 3) i = when->end;
  if (i < clause.end && d.tokens[i].is(TokenKind::open)) {  // "the OSCE (which it chaired in 2010), the CIS"
    constexpr std::uint32_t longest_aside = 14;
    std::uint32_t close = i + 1;
    while (close < clause.end && close - i < longest_aside && !d.tokens[close].is(TokenKind::close)) ++close;
    if (close < clause.end && d.tokens[close].is(TokenKind::close)) i = close;
  }
  if (i < clause.end && d.tokens[i].is(TokenKind::close)) ++i;
  if (i < clause.end && one_of(d.of(i), {"forum", "group", "grouping", "organisation", "organization", "programme", "program", "initiative"})) ++i;  // "the APEC forum and the WTO"
  std::uint32_t link = i;
  if (link < clause.end && d.tokens[link].is(TokenKind::comma)) ++link;
  if (const CueSpot* and_cue = find_cue(s, Cue::and_word, link, link + 1)) link = and_cue->end;
  else if (link < clause.end && d.of(link) == "&") ++link;
  if (link + 2 < clause.end && d.of(link) == "as" && d.of(link + 1) == "well" && d.of(link + 2) == "as") link += 3;
  if (link == i) return 0;
  if (link < clause.end && (find_cue(s, Cue::of_word, link, link + 1) || find_cue(s, Cue::to_word, link, link + 1) || d.of(link) == "in")) ++link;
  return link;
}

// "Norway is a member of EFTA, Peru of the Andean Community": the other one, with its own.
std::uint32_t take_other_subject(const Document& d, const Sentence& s, Belonging& it, std::uint32_t i) {
  for (const Mention& one : d.mentions) {
    if (one.begin != i || one.side != Document::other(it.subject) || one.form != NameForm::name || one.end + 1 >= it.clause.end) continue;
    const bool linked = find_cue(s, Cue::of_word, one.end, one.end + 1) || find_cue(s, Cue::in_word, one.end, one.end + 1) || d.of(one.end) == "to";
    if (!linked || !organisation_at(d, s, one.end + (one_of(d.of(one.end + 1), {"the", "der", "den"}) ? 2 : 1), it.clause.end).body) continue;
    it.subject = one.side;
    return one.end + 1;
  }
  return i;
}

// The organisations from a token on; returns how many.
int read_organisations(Document& d, const Sentence& s, Belonging it, std::uint32_t i, std::uint32_t quote_from) {
  constexpr int most = 30;
  int found = 0;
  while (i < it.clause.end && found < most) {
    if (found > 0 && Document::is_pair(it.subject)) i = take_other_subject(d, s, it, i);
    while (i < it.clause.end && one_of(d.of(i), {"the", "der", "den", "both", "as"})) ++i;
    if (i >= it.clause.end) break;
    const Organisation body = organisation_at(d, s, i, it.clause.end);
    if (!is_likely(d, s, it, body, found == 0)) {
      if (found == 0 && !it.member && is_dated(s, i)) {  // "trat 1999 dem Europarat bei"
        ++i;
        continue;
      }
      if (found > 0 || i - it.verb.end >= 3 || !d.tokens[i].is_word() || is_dated(s, i)) break;
      ++i;
      continue;
    }
    // "(WTO)" behind its long name
    std::uint32_t next = body.where.end;
    if (next + 2 < it.clause.end && d.tokens[next].is(TokenKind::open) && d.tokens[next + 1].is_word() && d.tokens[next + 2].is(TokenKind::close)) next += 3;
    const When* when = date_of(d, s, it, next);
    Spot quote = found == 0 ? Spot{quote_from, body.where.end} : body.where;
    if (found == 0 && when && when->begin >= body.where.end && when->begin - body.where.end <= 3) quote.end = when->end;
    tell(d, s, it, body, when, quote, next);
    ++found;
    i = next_in_list(d, s, it.clause, next, when);
    if (i == 0) break;
  }
  return found;
}

// "Egypt was suspended from the Arab League", "the EU, which Poland joined on 1 May 2004": the organisation stands before.
void read_backwards(Document& d, const Sentence& s, const Belonging& it) {
  const When* when = date_for(d, s, it.verb, it.clause, 8);
  if (!when || !(it.join || it.apply)) return;
  const CueSpot* org = find_cue_back(s, Cue::org, it.verb.begin, it.clause.begin);
  // "though Australia has been since 1989": of the organisation named in the clause before
  const bool since = d.of(it.verb).ends_with("since");
  if (!org && since) org = find_cue_back(s, Cue::org, it.clause.begin, s.range.begin);
  if (!org || (it.verb.begin - org->end > 5 && !since)) return;
  Spot quote{it.verb.begin, when->begin >= it.verb.end && when->begin - it.verb.end <= 4 ? when->end : it.verb.end};
  for (const Mention& one : d.mentions) {
    if (one.end == it.verb.begin) quote.begin = one.begin;
  }
  When at = *when;
  at.since = false;
  add_member(d, quote, it.subject, d.grammar.texts[org->data], &at);
  if (it.apply) d.claims.back().status = "planned";
}

}  // namespace

void read_memberships(Document& d, const Sentence& s) {
  std::uint32_t done = 0;
  for (const CueSpot& verb : s.cues) {
    if (verb.begin < done || s.block == Block::Kind::heading) continue;  // "are also part of" + "part of the"
    Belonging it{verb};
    it.member = verb.cue == Cue::member_of, it.join = verb.cue == Cue::join_verb, it.apply = verb.cue == Cue::apply_verb, it.leave = verb.cue == Cue::leave_verb;
    if (!it.member && !it.join && !it.apply && !it.leave) continue;
    it.clause = clause_of(d, s, verb.begin);
    if (!take_verb(d, s, it)) continue;
    std::uint32_t i = verb.end;
    // "joined, in December 2015, the Pacific Alliance"
    if (it.join && i + 2 < it.clause.end && d.tokens[i].is(TokenKind::comma)) {
      for (const When& when : s.dates) {
        if (when.begin > i && when.begin - i <= 2 && when.end < it.clause.end && d.tokens[when.end].is(TokenKind::comma)) i = when.end + 1;
      }
    }
    // "members of a number of organisations, including X and Y"
    const CueSpot* list = it.member ? find_cue(s, Cue::company_list, verb.end, std::min(it.clause.end, verb.end + 9)) : nullptr;
    if (list && !find_cue(s, Cue::org, verb.end, list->begin) && verb.end < it.clause.end && !d.tokens[verb.end].capital && d.of(*list) != "are" && d.of(*list) != "among") i = list->end;
    std::uint32_t quote_from = verb.begin;
    for (const Mention& one : d.mentions) {
      if (one.end <= verb.begin && one.begin >= it.clause.begin && verb.begin - one.end <= 6) quote_from = one.begin;
    }
    if (read_organisations(d, s, it, i, quote_from) == 0) read_backwards(d, s, it);
    else done = verb.end;
  }
  read_membership_turns(d, s);
}

}  // namespace comity::claims
