// Memberships: "both are members of X, Y and Z", "A joined X on D", "A is not yet a member of X", applications.
#include <algorithm>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

Side subject_of(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause) {
  Side out = Side::none;
  std::uint32_t last = 0;
  for (const Mention& one : d.mentions) {
    if (one.begin < clause.begin || one.end > verb.begin + 3 || one.form == NameForm::city) continue;
    if (one.begin >= verb.end) break;
    if (one.form == NameForm::adjective && one.side == Side::third) continue;  // "were members of the Spanish empire, and are members of …"
    // "Ghana, unlike Hungary, is a member"
    if (one.begin > clause.begin && (d.of(one.begin - 1) == "unlike" || d.of(one.begin - 1) == "Unlike")) continue;
    // "Germany and Kazakhstan are members", "neither Ireland nor Peru is"
    bool link = false;
    for (std::uint32_t i = last; i < one.begin; ++i) link = link || find_cue(s, Cue::and_word, i, i + 1) || d.of(i) == "nor";
    const bool linked = Document::is_pair(out) && Document::is_pair(one.side) && one.side != out && link && one.begin - last <= 3;
    out = linked ? Side::both : one.side;
    last = one.end;
  }
  return out;
}

// "As members of the G77, both countries support reform": those named behind the comma.
Side subject_behind(const Document& d, const Sentence& s, const CueSpot& verb) {
  if (verb.begin > s.range.begin + 3 || (d.of(s.range.begin) != "As" && d.of(s.range.begin) != "Als")) return Side::none;
  Side out = Side::none;
  std::uint32_t comma = verb.end;
  while (comma < s.range.end && !d.tokens[comma].is(TokenKind::comma)) ++comma;
  std::uint32_t last = 0;
  for (const Mention& one : d.mentions) {
    if (one.begin < comma || one.form >= NameForm::adjective) continue;
    if (out == Side::none && (one.side == Side::both || Document::is_pair(one.side)) && one.begin - comma <= 6) out = one.side, last = one.end;
    else if (Document::is_pair(out) && one.side == Document::other(out) && one.begin - last <= 2 && find_cue(s, Cue::and_word, last, one.begin)) out = Side::both;
  }
  return out;
}

// "wurde 2002 Mitglied der": the words that make a state of affairs something that happened.
bool became(const Document& d, Spot clause, const CueSpot& verb) {
  for (std::uint32_t i = verb.begin; i-- > clause.begin && verb.begin - i <= 9;) {
    const std::string_view word = d.of(i);
    if (word == "became" || word == "wurde" || word == "wurden" || word == "admitted") return true;
  }
  return false;
}

void add_member(Document& d, Spot quote, Side side, const std::string& organisation, const When* when) {
  Claim& claim = d.add(Kind::membership, trimmed(quote, {quote.end - 1, quote.end}, 20));
  if (side == Side::both) claim.subject = claim.pair[0] + "," + claim.pair[1];
  else claim.subject = d.code(side);
  claim.object = organisation;
  if (when) claim.period = when->text();
}

// An organisation no list knows: capitalised words, small words between them, up to the next comma or "and".
Spot unknown_organisation(const Document& d, const Sentence& s, std::uint32_t i, std::uint32_t end) {
  std::uint32_t k = i;
  if (k < end && d.of(k) == "the") ++k;
  const std::uint32_t begin = k;
  std::uint32_t last = begin;
  while (k < end && k - begin < 9) {
    const Token& token = d.tokens[k];
    if (token.is_word() && token.capital) last = ++k;
    else if (token.is_word() && (find_cue(s, Cue::of_word, k, k + 1) || d.of(k) == "for" || d.of(k) == "the" || d.of(k) == "on" || (find_cue(s, Cue::and_word, k, k + 1) && k + 1 < end && d.tokens[k + 1].capital && k + 2 < end && d.tokens[k + 2].capital && false))) ++k;
    else if (token.is(TokenKind::hyphen)) ++k;
    else break;
  }
  return {begin, last};
}

// "India's bid to become a permanent member of the Security Council", "running for non-permanent member of": a seat that is sought.
bool is_sought(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause) {
  const std::string_view what = d.of(verb);
  if (what.find("ermanent") == std::string_view::npos && !find_cue(s, Cue::to_word, verb.begin - std::min(verb.begin, 1u), verb.begin)) return false;
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

}  // namespace

namespace {

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

// "Bulgaria is a European Union member state and Serbia is a European Union candidate": one of the two.
bool read_one_member(Document& d, const Sentence& s, const CueSpot& org, const CueSpot& noun) {
  if (org.begin < s.range.begin + 2) return false;
  const std::string_view article = d.of(org.begin - 1), verb = d.of(org.begin - 2);
  if ((article != "a" && article != "an") || (verb != "is" && verb != "became")) return false;
  for (const Mention& one : d.mentions) {
    if (one.end + 2 != org.begin || !Document::is_pair(one.side) || one.form != NameForm::name) continue;
    add_member(d, span(one, noun), one.side, d.grammar.texts[org.data], nullptr);
    if (noun.cue == Cue::candidate_noun) d.claims.back().status = "planned";
    return true;
  }
  return false;
}

// "As NATO allies, Canada and Norway …", "Germany and Estonia are EU members": both, where the two stand next to it.
void read_allies(Document& d, const Sentence& s) {
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::ally_noun && noun.cue != Cue::candidate_noun) continue;
    const CueSpot* org = nullptr;
    for (const CueSpot& cue : s.cues) {
      if (cue.cue == Cue::org && (cue.end == noun.begin || (cue.end + 1 == noun.begin && d.tokens[cue.end].is(TokenKind::hyphen)))) org = &cue;
    }
    if (!org || find_cue_back(s, Cue::negation, org->begin, org->begin - std::min<std::uint32_t>(org->begin, 4))) continue;
    bool both = false;
    for (std::size_t i = 0; i < d.mentions.size(); ++i) {
      const Mention& one = d.mentions[i];
      const bool two = one.side == Side::both || (i > 0 && d.mentions[i - 1].side == Document::other(one.side) && Document::is_pair(one.side) && one.form == NameForm::name && d.mentions[i - 1].form == NameForm::name &&
                                                  one.begin == d.mentions[i - 1].end + 1 && find_cue(s, Cue::and_word, one.begin - 1, one.begin));
      const std::uint32_t begin = one.side == Side::both || i == 0 ? one.begin : d.mentions[i - 1].begin;
      const bool behind = begin >= noun.end && begin - noun.end <= 5 && org->begin > s.range.begin && (d.of(org->begin - 1) == "As" || d.of(org->begin - 1) == "as" || d.of(org->begin - 1) == "Als");
      const std::string_view link = org->begin > s.range.begin ? d.of(org->begin - 1) : std::string_view();
      const bool before = one.end <= org->begin && org->begin - one.end <= 2 && (link == "are" || link == "sind" || link == "both");
      both = both || (two && (behind || before));
    }
    if (!both && read_one_member(d, s, *org, noun)) continue;
    if (!both || noun.cue == Cue::candidate_noun) continue;
    const auto told = [&](const Claim& one) { return one.kind == Kind::membership && one.object == d.grammar.texts[org->data]; };
    if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), told)) continue;
    add_member(d, span(*org, noun), Side::both, d.grammar.texts[org->data], nullptr);
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

// "withdrew its application to the EU in 2015"
void read_withdrawn_applications(Document& d, const Sentence& s) {
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::withdraw_application) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    const Side subject = subject_of(d, s, verb, clause);
    const CueSpot* org = find_cue(s, Cue::org, verb.end, std::min(clause.end, verb.end + 3));
    if (!Document::is_pair(subject) || !org) continue;
    const When* when = date_for(d, s, verb, clause, 8);
    add_member(d, span(verb, *org), subject, d.grammar.texts[org->data], when);
    d.claims.back().polarity = "neg";
    d.claims.back().note = "application withdrawn";
  }
}

}  // namespace

void read_memberships(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  for (const CueSpot& verb : s.cues) {
    const bool member = verb.cue == Cue::member_of, join = verb.cue == Cue::join_verb, apply = verb.cue == Cue::apply_verb, leave = verb.cue == Cue::leave_verb;
    if (!member && !join && !apply && !leave) continue;
    if ((member || join) && within_another(s, verb)) continue;  // "became a member of", "a candidate for accession to"
    if (member && verb.begin > s.range.begin && d.of(verb.begin - 1) == "as") continue;  // "as part of the tour"
    if (member && verb.begin > s.range.begin && (find_cue(s, Cue::partner_noun, verb.begin - 1, verb.begin + 1))) continue;  // "a trading partner of Hungary among the states of the CIS"
    // "support for membership in", "its application for membership in"
    const std::string_view sought = verb.begin >= s.range.begin + 2 && (d.of(verb.begin - 1) == "for" || d.of(verb.begin - 1) == "of") ? d.of(verb.begin - 2) : std::string_view();
    if (member && (sought == "support" || sought == "backing" || sought == "favour" || sought == "favor" || sought == "benefits")) continue;
    const Spot clause = clause_of(d, s, verb.begin);
    if ((member || join) && is_sought(d, s, verb, clause)) continue;
    Side subject = subject_of(d, s, verb, clause);
    if (subject == Side::none && member) subject = subject_behind(d, s, verb);
    if (subject == Side::none || subject == Side::third) continue;
    const CueSpot* no = find_cue_back(s, Cue::negation, verb.begin + 1, clause.begin);
    const bool negated = no && verb.begin - std::min(verb.begin, no->end) <= 4;
    const CueSpot* plan = find_cue_back(s, Cue::plan, verb.begin + 1, clause.begin);
    const bool planned = apply || sought == "application" || sought == "bid" || sought == "candidacy" || sought == "candidature" || sought == "request" || (plan && verb.begin - std::min(verb.begin, plan->end) <= 3);
    std::uint32_t i = verb.end;
    // "members of a number of organisations, including X and Y"
    if (const CueSpot* list = member ? find_cue(s, Cue::company_list, verb.end, std::min(clause.end, verb.end + 9)) : nullptr; list && !find_cue(s, Cue::org, verb.end, list->begin) && !d.tokens[verb.end].capital && d.of(*list) != "are" && d.of(*list) != "among") i = list->end;
    bool first = true;
    std::uint32_t quote_from = verb.begin;
    for (const Mention& one : d.mentions) {
      if (one.end <= verb.begin && one.begin >= clause.begin && verb.begin - one.end <= 6) {
        quote_from = one.begin;
      }
    }
    int found = 0;
    while (i < clause.end && found < 30) {
      while (i < clause.end && (d.of(i) == "the" || d.of(i) == "der" || d.of(i) == "den" || d.of(i) == "both" || d.of(i) == "as")) ++i;
      const CueSpot* org = nullptr;
      for (const CueSpot& cue : s.cues) {
        if (cue.cue == Cue::org && cue.begin == i) org = &cue;
      }
      Spot where;
      std::string name;
      if (org) {
        where = *org;
        name = d.grammar.texts[org->data];
      } else {
        bool a_name = false;
        const Spot unknown = unknown_organisation(d, s, i, clause.end);
        for (const NameSpot& one : s.names) a_name = a_name || (one.begin == i && !(one.form == NameForm::adjective && unknown.end - unknown.begin >= 3));
        bool dated = false;
        for (const When& when : s.dates) dated = dated || (when.begin <= i && i < when.end);
        if (first && dated && !member) {  // "trat 1999 dem Europarat bei"
          while (i < clause.end && std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin <= i && i < when.end; })) ++i;
          continue;
        }
        const bool initials = unknown.end == unknown.begin + 1 && d.tokens[unknown.begin].capitals && d.tokens[unknown.begin].end - d.tokens[unknown.begin].begin >= 3;
        if (unknown.end <= unknown.begin || !d.tokens[unknown.begin].capital || a_name || dated || !(member || d.of(verb).ends_with("members of") || d.of(verb).ends_with("member of")) || (unknown.end - unknown.begin < 2 && !initials)) {
          if (first && i - verb.end < 3 && i < clause.end && d.tokens[i].is_word() && !dated) {
            ++i;
            continue;
          }
          break;
        }
        where = unknown;
        // "the Andean Customs Forum (ACF)": by its short name
        const std::uint32_t bracket = unknown.end;
        const bool brief = bracket + 2 < clause.end && unknown.end - unknown.begin >= 2 && d.tokens[bracket].is(TokenKind::open) && d.tokens[bracket + 1].capitals && d.tokens[bracket + 2].is(TokenKind::close);
        name = brief ? d.of(bracket + 1) : d.of(unknown);
      }
      // "(WTO)" behind its long name
      std::uint32_t next = where.end;
      if (next + 2 < clause.end && d.tokens[next].is(TokenKind::open) && d.tokens[next + 1].is_word() && d.tokens[next + 2].is(TokenKind::close)) next += 3;
      const When* when = nullptr;
      for (const When& one : s.dates) {
        if (one.begin < next || one.begin - next > 3) continue;
        const auto between = [&](const Mention& who) { return who.begin >= next && who.end <= one.begin && !who.reference; };
        // "…, Austria since 1995": hers; "the CPLP, founded in 1996": its own
        const bool founding = one.begin >= next + 2 && (d.of(one.begin - 2) == "established" || d.of(one.begin - 2) == "founded" || d.of(one.begin - 2) == "created" || d.of(one.begin - 2) == "formed");
        // "seit 2009 Mitglied der NATO und seit 2014 EU-Beitrittskandidat": of what comes next
        if (d.grammar.language == "de" && one.since && one.begin >= 2 && find_cue(s, Cue::and_word, one.begin - 2, one.begin - 1)) break;
        if (!founding && std::none_of(d.mentions.begin(), d.mentions.end(), between)) when = &one;
        break;
      }
      if (!when && (join || became(d, clause, verb))) when = date_for(d, s, verb, clause, 12);
      Spot quote = first ? Spot{quote_from, where.end} : where;
      if (first && when && when->begin >= where.end && when->begin - where.end <= 3) quote.end = when->end;
      // "Since November 2012 X is a participating state of": the day from which it has been so
      if (!when && member && !negated) {
        for (const When& one : s.dates) {
          if (one.since && one.begin >= clause.begin && one.end <= verb.begin) when = &one;
        }
      }
      When at = when ? *when : When{};
      if (at.since && !at.year2) at.since = false;
      add_member(d, quote, subject, name, when && !negated ? &at : nullptr);
      if (negated) d.claims.back().polarity = "neg";
      if (join && !when && d.of(verb).starts_with("accession")) d.claims.back().status = "planned";  // "its accession to the OECD is under way"
      if (planned) d.claims.back().status = "planned";
      if (leave) d.claims.back().note = "left";
      if ((join || (member && when && when->since)) && when && Document::is_pair(subject)) add_other_joiner(d, s, clause, std::max(next, when->end), subject);
      first = false;
      ++found;
      i = next;
      if (i < clause.end && when && when->begin >= i && when->begin - i <= 3) i = when->end;
      if (i < clause.end && d.tokens[i].is(TokenKind::close)) ++i;
      std::uint32_t link = i;
      if (link < clause.end && d.tokens[link].is(TokenKind::comma)) ++link;
      if (const CueSpot* and_cue = find_cue(s, Cue::and_word, link, link + 1)) link = and_cue->end;
      if (link == i) break;
      i = link;
      if (i < clause.end && (find_cue(s, Cue::of_word, i, i + 1) || find_cue(s, Cue::to_word, i, i + 1))) ++i;
    }
    // "Egypt was suspended from the Arab League", "the EU, which Poland joined on 1 May 2004": the organisation stands before.
    if (first && (join || apply || leave || (member && no))) {
      const CueSpot* org = find_cue_back(s, Cue::org, verb.begin, clause.begin);
      const When* when = date_for(d, s, verb, clause, 8);
      // "though Australia has been since 1989": of the organisation named in the clause before
      const bool since = d.of(verb).ends_with("since");
      if (!org && since) org = find_cue_back(s, Cue::org, clause.begin, s.range.begin);
      if (org && when && (join || apply) && (verb.begin - org->end <= 5 || since)) {
        Spot quote{verb.begin, when->begin >= verb.end && when->begin - verb.end <= 4 ? when->end : verb.end};
        for (const Mention& one : d.mentions) {
          if (one.end == verb.begin) quote.begin = one.begin;
        }
        When at = *when;
        at.since = false;
        add_member(d, quote, subject, d.grammar.texts[org->data], &at);
        if (apply) d.claims.back().status = "planned";
      }
    }
  }
  if (s.has(Cue::ally_noun) || s.has(Cue::candidate_noun)) read_allies(d, s);
  if (s.has(Cue::observer)) read_elliptic_observers(d, s);
  if (s.has(Cue::return_verb)) read_member_returns(d, s);
  if (s.has(Cue::withdraw_application)) read_withdrawn_applications(d, s);
}

}  // namespace comity::claims
