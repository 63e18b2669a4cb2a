// Treaties: signed in a sentence ("an extradition treaty was signed in 2007"), named with their date ("the Treaty of Warsaw
// of April 1920"), enumerated with years in brackets; and those that are not or not yet.
#include <algorithm>

#include "comity/claims/readers/treaty_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

std::string last_visit(const Document& d) {
  for (auto one = d.claims.rbegin(); one != d.claims.rend(); ++one) {
    if (one->kind == Kind::visit) return one->period;
  }
  return {};
}

// "…, revised in February 2007", "last renewed in November 2016": the treaty told just before, once more.
void read_renewals(Document& d, const Sentence& s) {
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::renew_verb || verb.begin == s.range.begin) continue;
    const Claim* told = nullptr;
    for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
      if (d.claims[i].kind == Kind::treaty_signed && d.claims[i].plain.end <= d.tokens[verb.begin].begin) told = &d.claims[i];
    }
    const Token& before = d.tokens[verb.begin - 1];
    const bool follows = before.is(TokenKind::comma) || before.is(TokenKind::open) || find_cue(s, Cue::and_word, verb.begin - 1, verb.begin) || find_cue(s, Cue::have, verb.begin - 1, verb.begin);
    if (!told || !follows || told->number) continue;
    for (const When& when : s.dates) {
      if (when.begin < verb.end || when.begin - verb.end > 2) continue;
      const Claim model = *told;
      if (model.period == when.text()) break;
      Claim& claim = d.add(Kind::treaty_signed, {verb.begin, when.end});
      claim.subject = model.subject, claim.object = model.object, claim.unit = model.unit;
      claim.period = when.text();
      claim.note = "revision";
      break;
    }
  }
}

// "The free trade agreement was announced in July 2015; the two signed it in July 2016": the treaty named last.
void read_signed_it(Document& d, const Sentence& s) {
  for (const CueSpot& verb : s.cues) {
    if (verb.cue != Cue::sign_verb || verb.end + 1 >= s.range.end || d.of(verb.end) != "it" || find_cue_back(s, Cue::plan, verb.begin, verb.begin - std::min(verb.begin, 3u))) continue;
    const CueSpot* noun = find_cue_back(s, Cue::treaty_noun, verb.begin, s.range.begin);
    const Claim* told = !noun && !d.claims.empty() && d.claims.back().kind == Kind::treaty_signed ? &d.claims.back() : nullptr;
    if (!noun && !told) continue;
    for (const When& when : s.dates) {
      if (when.begin <= verb.end || when.begin - verb.end > 4) continue;
      const Range here{d.tokens[verb.begin].begin, d.tokens[when.end - 1].end};
      const auto same = [&](const Claim& one) { return one.kind == Kind::treaty_signed && (one.plain.overlaps(here) || one.period == when.text()); };
      if (std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), same)) return;
      const std::string unit = noun ? topic_of(d, s, *noun, noun->end) : told->unit;
      Claim& claim = d.add(Kind::treaty_signed, {verb.begin, when.end});
      const bool swap = d.code(Side::second) < d.code(Side::first);
      claim.subject = d.code(swap ? Side::second : Side::first), claim.object = d.code(swap ? Side::first : Side::second);
      claim.unit = unit, claim.period = when.text();
      return;
    }
  }
}

// "agreements: in 1991 on the protection of investments, in July 2008 on double taxation": dates with a topic behind each.
void read_dated_topics(Document& d, const Sentence& s) {
  struct Item {
    const When* when;
    const CueSpot* topic;
  };
  std::vector<Item> items;
  for (const When& when : s.dates) {
    const CueSpot* on = find_cue(s, Cue::on_word, when.end, when.end + 1);
    const CueSpot* topic = on ? find_cue(s, Cue::treaty_topic, on->end, on->end + 4) : nullptr;
    for (const CueSpot& cue : s.cues) {  // the longest there
      if (topic && cue.cue == Cue::treaty_topic && cue.begin >= on->end && cue.begin < on->end + 4 && cue.end > topic->end) topic = &cue;
    }
    if (topic) items.push_back({&when, topic});
  }
  const CueSpot* noun = find_cue(s, Cue::treaty_noun);
  if (items.size() < 2 || noun->begin > items.front().when->begin || of_others(d, s, *noun, s.range)) return;
  std::erase_if(d.claims, [&](const Claim& one) { return &one >= d.claims.data() + d.sentence_claims && one.kind == Kind::treaty_signed && one.status == "vague"; });  // "a number of agreements": these
  for (const Item& item : items) {
    const std::string period = item.when->text(), &unit = d.grammar.texts[item.topic->data];
    Claim* same = nullptr;
    for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
      if (d.claims[i].kind == Kind::treaty_signed && d.claims[i].period == period && (d.claims[i].unit.empty() || d.claims[i].unit == unit)) same = &d.claims[i];
    }
    if (same) {
      same->unit = unit;
      continue;
    }
    Claim& claim = add_treaty(d, s, *item.topic, span(*item.when, *item.topic), item.topic->end);
    claim.unit = unit, claim.period = period;
  }
}

// "after terminating the trade agreement": it is what another replaced.
bool is_terminated(const Document& d, const Sentence& s, const CueSpot& noun) {
  for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= 4;) {
    if (d.of(i) == "terminating") return true;
  }
  return false;
}

// "signed an agreement on X, an agreement on Y and a protocol on Z": right behind the one told before.
bool goes_on(const Document& d, const Sentence& s, Spot phrase) {
  if (d.claims.size() == d.sentence_claims || d.claims.back().kind != Kind::treaty_signed || !d.claims.back().status.starts_with("a")) return false;
  std::uint32_t i = phrase.begin;
  bool linked = false;
  while (i > s.range.begin && phrase.begin - i < 5 && d.tokens[i - 1].begin >= d.claims.back().plain.end) {
    --i;
    const bool link = d.tokens[i].is(TokenKind::comma) || find_cue(s, Cue::and_word, i, i + 1);
    linked = linked || link;
    if (!link && d.of(i) != "a" && d.of(i) != "an" && d.of(i) != "the") return false;
  }
  return linked && d.tokens[i].begin <= d.claims.back().plain.end + 2;
}

}  // namespace

void read_treaties(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  const bool list = d.heading.treaties && (s.block == Block::Kind::item || s.block == Block::Kind::row);
  std::uint32_t done = s.range.begin;
  bool labelled = false;
  std::string label_period;
  if (s.has(Cue::treaty_noun)) {
    for (const CueSpot& noun : s.cues) {
      if (noun.cue != Cue::treaty_noun || noun.begin < done) continue;
      const Spot clause = clause_of(d, s, noun.begin);
      // "Memorandum of Understanding (MOU)": said twice.
      if (noun.begin >= s.range.begin + 2 && noun.end < s.range.end && d.tokens[noun.begin - 1].is(TokenKind::open) && d.tokens[noun.end].is(TokenKind::close) && find_cue(s, Cue::treaty_noun, noun.begin - std::min<std::uint32_t>(noun.begin, 5), noun.begin - 1)) continue;
      if (noun.begin > s.range.begin + 1 && d.tokens[noun.begin - 1].is(TokenKind::slash)) continue;  // "agreements/memoranda"
      if (d.of(noun.end - 1) == "declaration" && noun.end + 1 < s.range.end && d.of(noun.end) == "of" && (d.of(noun.end + 1) == "independence" || d.of(noun.end + 1) == "war")) continue;
      Spot phrase = phrase_of(d, s, noun, clause);
      // "eleven agreements and memoranda": told together
      if (const CueSpot* too = find_cue(s, Cue::treaty_noun, noun.end + 1, noun.end + 2); too && find_cue(s, Cue::and_word, noun.end, noun.end + 1) && is_plural(d.of(noun)) && d.grammar.texts[too->data].empty() && phrase.end <= too->begin) phrase.end = too->end;
      // "after terminating the agreement of 2004", "the ratification of the treaty on 28 November": what was signed is told elsewhere.
      const std::string_view lead = phrase.begin >= s.range.begin + 2 ? d.of(phrase.begin - 2) : std::string_view(), front = phrase.begin > s.range.begin ? d.of(phrase.begin - 1) : std::string_view();
      if (((lead == "ratification" || lead == "termination" || lead == "expiry") && front == "of") || is_terminated(d, s, noun)) {
        done = phrase.end;
        continue;
      }
      if (of_others(d, s, phrase, clause)) continue;
      // "The main agreement is the joint declaration of 1994": the second is what is told
      const bool is = noun.end < clause.end && (d.of(noun.end) == "is" || d.of(noun.end) == "are" || d.of(noun.end) == "ist");
      if (const CueSpot* second = is ? find_cue(s, Cue::treaty_noun, noun.end + 1, std::min(clause.end, noun.end + 6)) : nullptr; second && !find_cue(s, Cue::sign_verb, noun.end, second->begin)) {
        done = noun.end;
        continue;
      }
      // "Enex, a Norwegian firm, signed an agreement": between others than the two
      if (const CueSpot* by = find_cue_back(s, Cue::sign_verb, noun.begin, clause.begin); by && by->begin >= s.range.begin + 2 && (find_cue_back(s, Cue::company_noun, by->begin, by->begin - 2) || d.of(by->begin - 1) == "firm" || d.of(by->begin - 2) == "firm") && !find_cue(s, Cue::both, clause.begin, by->begin)) {
        done = phrase.end;
        continue;
      }
      // "12 agreements were signed": their number counts.
      const Amount* count = nullptr;
      for (const Amount& one : s.amounts) {
        if (one.kind == Amount::Kind::number && one.value >= 2 && !one.scaled && one.end < s.range.end && !d.tokens[one.end].is(TokenKind::hyphen) && d.of(one.end) != "year" && one.end <= noun.begin && noun.begin - one.end <= 2 && one.begin >= phrase.begin - std::min<std::uint32_t>(phrase.begin, phrase.begin > s.range.begin && d.tokens[phrase.begin - 1].is(TokenKind::close) ? 3 : 1)) count = &one;  // "ten (10) memoranda"
      }
      const CueSpot* no = find_cue_back(s, Cue::negation, noun.end, clause.begin);
      const CueSpot* lacks = find_cue(s, Cue::negation, noun.end, std::min(clause.end, noun.end + 8));  // "gibt es bisher nicht", "has not been signed"
      const bool none = no && phrase.begin - std::min(phrase.begin, no->end) <= 1 && no->begin < noun.begin;
      const CueSpot* sign = signing_of(s, phrase, clause);
      // "Die Verhandlungen über ein Freihandelsabkommen wurden 2014 abgeschlossen": they, not the treaty
      if (const CueSpot* over = d.grammar.language == "de" ? find_cue_back(s, Cue::negotiate, noun.begin, clause.begin) : nullptr; over && noun.begin - over->end <= 3) sign = nullptr;
      // "announced an agreement in July 2015, and signed it in 2016": the second verb is of the second date
      if (sign && sign->begin >= phrase.end && sign->end < s.range.end && one_of(d.of(sign->end), {"it", "them"})) sign = nullptr;
      if (sign && is_no_signing(d, s, noun, phrase, *sign)) {
        done = phrase.end;
        continue;
      }
      // "the current negotiations of the agreement"
      if (const CueSpot* over = d.grammar.language == "en" ? find_cue_back(s, Cue::negotiate, noun.begin, clause.begin) : nullptr; over && d.of(*over).find("egotiation") != std::string_view::npos && noun.begin - over->end <= 6 && sign && (sign->end <= over->begin) && !find_cue(s, Cue::and_word, over->end, noun.begin)) sign = nullptr;
      // "ein Abkommen ist in Kraft, ein anderes Abkommen wurde noch nicht abgeschlossen": the verb at the end is the last one's
      const auto parted = [&](const CueSpot* end) { return d.grammar.language == "de" && end && end->begin > phrase.end && find_cue(s, Cue::treaty_noun, phrase.end, end->begin) && find_cue(s, Cue::have, phrase.end, find_cue(s, Cue::treaty_noun, phrase.end, end->begin)->begin); };
      if (parted(sign)) sign = nullptr;
      if (parted(lacks)) lacks = nullptr;
      const CueSpot* not_signed = sign ? find_cue_back(s, Cue::negation, sign->begin + 1, clause.begin) : nullptr;
      const When* when = nullptr;
      const bool bracket = bracketed_date(d, s, phrase, when);
      // "Agreements signed during the visit: MoU on …; MoU on …": a label and its list
      if (const CueSpot* label = !count && is_plural(d.of(noun)) ? find_cue(s, Cue::sign_verb, noun.end, noun.end + 1) : nullptr; label && noun.begin <= s.range.begin + 2) {
        std::uint32_t colon = label->end;
        while (colon < s.range.end && colon - label->end < 12 && !d.tokens[colon].is(TokenKind::colon)) ++colon;
        if (colon < s.range.end && d.tokens[colon].is(TokenKind::colon)) {
          labelled = true;
          if (const When* day = date_for(d, s, *label, {s.range.begin, colon}, 10); day && day->end <= colon) label_period = day->text();
          else if (s.has(Cue::visit_noun) || s.has(Cue::during_visit)) label_period = last_visit(d);
          done = label->end;
          continue;
        }
      }
      // "for the signing of agreements (a convention on X; MoU on Y)": what the semicolons part is the list
      if (const CueSpot* verb = !count && !bracket && is_plural(d.of(noun)) && noun.end < s.range.end && d.tokens[noun.end].is(TokenKind::open) ? find_cue_back(s, Cue::sign_verb, noun.begin, s.range.begin) : nullptr; verb && noun.begin - verb->end <= 3 && clause.end < s.range.end) {
        labelled = true;
        if (const When* day = date_for(d, s, *verb, {s.range.begin, noun.begin}, 8)) label_period = day->text();
        done = noun.end;
        continue;
      }
      // "several accords, such as …": the list tells them.
      if (const std::uint32_t begin = bracket || none ? 0 : treaty_list_begin(d, s, noun); begin && tells_list(d, s, {s.range.begin, begin})) {
        labelled = true;
        const When* day = nullptr;
        for (const When& one : s.dates) {
          if (one.end <= begin && !one.since && !one.decade) day = &one;
        }
        label_period = day && sign ? day->text() : std::string();
        if (!count) {
          done = begin;
          continue;
        }
      }
      if (!bracket && !count && !none && find_cue(s, Cue::company_list, noun.end, noun.end + 3) && !(sign && sign->end <= noun.begin && treaty_list_begin(d, s, noun) == 0)) continue;
      if (none && d.of(*no) == "without") {  // "cordial, without any major agreements": none is denied
        done = phrase.end;
        continue;
      }
      if (none) {
        add_treaty(d, s, noun, trimmed({no->begin, phrase.end}, noun, 14), phrase.end).polarity = "neg";
        done = phrase.end;
        continue;
      }
      if (phrase.end + 2 < s.range.end && d.tokens[phrase.end].is(TokenKind::open) && d.of(phrase.end + 1) == "undated") {
        add_treaty(d, s, noun, trimmed(phrase, noun, 16), phrase.end);
        done = phrase.end;
        continue;
      }
      const CueSpot* plan = find_cue_back(s, Cue::plan, noun.begin, clause.begin);
      const CueSpot* talks = find_cue(s, Cue::negotiate, clause.begin, clause.end);
      if (bracket) {
        Claim& claim = add_treaty(d, s, noun, trimmed({phrase.begin, when->end}, noun, 16), phrase.end);
        claim.period = when->text();
        for (const NameSpot& name : s.names) {  // "(Tbilisi, 29 August 2009)"
          if (name.form >= NameForm::capital && name.begin > phrase.end && name.end <= when->begin && when->begin - name.end <= 2) claim.place = d.of(name);
        }
        done = when->end;
        continue;
      }
      if (labelled && sign && sign->end <= phrase.begin && noun.begin > done && find_cue_back(s, Cue::treaty_noun, noun.begin, sign->end)) sign = nullptr;  // the head's, whose list this is one of
      if (!sign) {
        if (lacks && find_cue(s, Cue::force, lacks->begin, std::min(clause.end, lacks->end + 5))) {  // signed, and not in force
          done = phrase.end;
          continue;
        }
        if (lacks && (find_cue(s, Cue::mission_have, noun.end, lacks->begin + 1) || talks)) {
          add_treaty(d, s, noun, trimmed(span(phrase, *lacks), noun, 14), phrase.end).polarity = "neg";
          done = phrase.end;
          continue;
        }
        const bool wanted = d.grammar.language == "en" && is_wanted(d, s, noun);
        if (wanted && !talks && !d.mentions.empty()) {
          Claim& claim = add_treaty(d, s, noun, trimmed({std::max(clause.begin, phrase.begin - std::min(phrase.begin, 3u)), phrase.end}, noun, 16), phrase.end);
          claim.status = "planned";
          if (const When* day = date_for(d, s, phrase, clause, 8)) claim.period = day->text();
          done = phrase.end;
          continue;
        }
        // "to update the agreement", "to deepen the strategic partnership": one that is there already
        const bool there = find_cue(s, Cue::renew_verb, noun.begin - std::min(noun.begin, 5u), noun.begin) || (noun.begin >= s.range.begin + 4 && one_of(d.of(phrase.begin > s.range.begin ? phrase.begin - 1 : phrase.begin), {"update", "upgrade", "expand", "revise", "modernise", "modernize"})) || (d.grammar.texts[noun.data] == "strategic partnership" && d.of(noun.end - 1) != "agreement") || d.grammar.texts[noun.data] == "alliance";
        if (there && (talks || plan)) {
          done = phrase.end;
          continue;
        }
        if (talks || (plan && noun.begin - plan->end <= 6)) {
          const CueSpot* word = talks ? talks : plan;
          const bool both_sides = d.mentions.size() >= 1 && (d.of(*word) != "approached" || find_cue(s, Cue::on_word, word->end, noun.begin));
          if (both_sides && (noun.begin > word->begin ? noun.begin - word->begin : word->begin - noun.begin) <= 8) {
            Claim& claim = add_treaty(d, s, noun, trimmed(span(phrase, *word), noun, 14), phrase.end);
            claim.status = "planned";
            // "In July 2014 X visited Y and began negotiations on": when they were begun
            const std::string_view how = d.of(*word);
            if (const When* begun = how.starts_with("began") || how.starts_with("started") || how.starts_with("approached") ? date_for(d, s, *word, clause) : nullptr) claim.period = begun->text();
          }
          done = phrase.end;
          continue;
        }
        when = of_date(d, s, phrase);
        if (when && is_declaration(d, noun) && noun.end - noun.begin < 2) continue;
        if (!when) when = leading_year(d, s, phrase);
        if (!when && list) when = date_for(d, s, phrase, clause, 8);
        if (!when && (labelled || goes_on(d, s, phrase))) {
          const std::string period = labelled ? label_period : d.claims.back().period;
          Claim& claim = add_treaty(d, s, noun, trimmed(phrase, noun, 16), phrase.end);
          claim.period = period;
          if (count) claim.number = count->value, claim.unit = "documents";
          done = phrase.end;
          continue;
        }
        if (!when) continue;
        Claim& claim = add_treaty(d, s, noun, trimmed(span(phrase, *when), noun, 16), phrase.end);
        claim.period = when->text();
        claim.place = place_of(d, s, *when, {when->end, std::min(clause.end, when->end + 3)});
        done = std::max(phrase.end, when->end);
        continue;
      }
      // "a joint statement agreed in Madrid" is a text, not a treaty; signed or issued it may be one.
      if (is_declaration(d, noun) && (d.of(*sign).starts_with("agreed") || d.of(*sign) == "made" || d.of(*sign) == "reached")) continue;
      when = date_for(d, s, *sign, clause, 14);
      if (!when && sign->end <= phrase.begin && phrase.begin - sign->end <= 3) when = date_for(d, s, span(*sign, phrase), clause, 8);  // behind a long name
      // A date of the clause before the semicolon is that one's, where many are counted.
      if (when && count && when->end <= clause.begin && clause.begin > s.range.begin) when = nullptr;
      // "paid a visit to sign bilateral agreements": what for, not what was signed.
      if (!count && !when && sign->begin > s.range.begin && d.of(sign->begin - 1) == "to" && d.grammar.texts[noun.data].empty() && !find_cue(s, Cue::treaty_topic, phrase.begin, phrase.end)) {
        done = phrase.end;
        continue;
      }
      // "launched an Action Plan": an undertaking of the two, and no treaty
      if (sign && d.of(noun.end - 1).size() == 4 && one_of(d.of(noun.end - 1), {"plan", "Plan"}) && one_of(d.of(*sign), {"launched", "established", "made"})) continue;
      // "a Comprehensive Partnership established in 2013": a state of affairs, where no agreement on it is told
      if (d.grammar.texts[noun.data] == "strategic partnership" && d.of(noun.end - 1) != "agreement" && (d.of(*sign).ends_with("established") || d.of(*sign).ends_with("launched") || d.of(*sign).ends_with("renewed") || d.of(*sign) == "made") && topic_of(d, s, noun, phrase.end) == "strategic partnership") {
        done = phrase.end;
        continue;
      }
      // "the signing of key agreements": none is named, counted or dated
      if (!count && !when && d.of(*sign).substr(std::min<std::size_t>(1, d.of(*sign).size())).starts_with("igning") && is_plural(d.of(noun)) && d.grammar.texts[noun.data].empty() && topic_of(d, s, noun, phrase.end).empty()) {
        done = phrase.end;
        continue;
      }
      const std::string behind = count ? std::string() : topic_behind_verb(d, s, noun, phrase, *sign);
      // "agreements reached during the visit": none is named, counted or dated.
      const bool some = noun.begin > s.range.begin && one_of(d.of(noun.begin - 1), {"several", "Several", "numerous", "Numerous", "many", "Many", "various", "Various"});
      const bool worth = std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return one.kind == Amount::Kind::money && one.begin >= noun.end && one.end <= sign->begin; });
      const bool purposeful = sign->begin >= phrase.end && find_cue(s, Cue::to_word, sign->end, sign->end + 5) && find_cue(s, Cue::treaty_topic, sign->end, sign->end + 11);
      if (!count && !when && !some && !worth && !purposeful && behind.empty() && sign->begin >= phrase.end && is_plural(d.of(noun)) && d.grammar.texts[noun.data].empty() && topic_of(d, s, noun, phrase.end).empty()) {
        done = phrase.end;
        continue;
      }
      // "of 1972, last renewed in 2016": the later date is the renewal's.
      if (const CueSpot* renewed = when ? find_cue_back(s, Cue::renew_verb, when->begin, phrase.end) : nullptr; renewed && when->begin - renewed->end <= 2) when = nullptr;
      // "a free trade agreement that came into force that year": the date is of its force.
      if (phrase.end + 1 < clause.end && (d.of(phrase.end) == "that" || d.of(phrase.end) == "which") && find_cue(s, Cue::force, phrase.end + 1, phrase.end + 2)) when = nullptr;
      if (const When* own = of_date(d, s, phrase)) when = own;
      for (const When& one : s.dates) {  // "signed an agreement in 1998 and in 2010 a convention", "und 2010 ein Abkommen"
        if (one.end == phrase.begin && one.begin > clause.begin + 2) when = &one;
      }
      // "a convention in 1982 and an agreement (DCA) in 1992": each has its own.
      const std::uint32_t tail = phrase.end + 2 < s.range.end && d.tokens[phrase.end].is(TokenKind::open) && d.tokens[phrase.end + 2].is(TokenKind::close) ? phrase.end + 3 : phrase.end;
      for (const When& one : s.dates) {
        if (d.grammar.language == "de" && when && when->end == phrase.begin) break;  // "1979 ein Abkommen und 2000 ein Vertrag"
        if (one.begin >= tail && one.begin - tail <= 1 && (one.begin == tail || find_cue(s, Cue::in_word, tail, tail + 1) || find_cue(s, Cue::on_word, tail, tail + 1))) when = &one;
      }
      when = settled_date(d, s, noun, *sign, when);
      Spot quote = count ? span(*count, noun) : phrase;
      if (sign->begin >= phrase.end && sign->begin - phrase.end <= 4) quote = span(phrase, *sign);
      if (sign->end <= phrase.begin && phrase.begin - sign->end <= 3) quote = span(*sign, phrase);
      if (when && when->begin >= quote.end && when->begin - quote.end <= 3) quote.end = when->end;
      Claim& claim = add_treaty(d, s, noun, trimmed(quote, noun, 16), phrase.end);
      if (claim.unit.empty()) claim.unit = behind;
      if (count) {
        claim.number = count->value;
        claim.unit = d.grammar.texts[noun.data].empty() ? "documents" : d.grammar.texts[noun.data];
      }
      if (not_signed && sign->begin - std::min(sign->begin, not_signed->end) <= 3) {
        claim.polarity = "neg";
      } else if ((plan && sign->begin - std::min(sign->begin, plan->end) <= 3) || is_sought(d, s, *sign, clause)) {
        claim.status = "planned";
        if (when && !(when->begin > noun.end && leads_next(d, s, *when))) claim.period = when->text();  // "…, and in 2009 both signed it"
      } else if (when) {
        claim.period = when->text();
      }
      if (claim.status == "planned" && claim.unit.empty() && is_plural(d.of(noun)) && !count && d.grammar.language == "en") {  // "would like to sign agreements": none is named
        d.claims.pop_back();
        done = phrase.end;
        continue;
      }
      // "During his visit, both signed …": the day is that of the visit told before; so it is of "Four agreements were signed."
      const bool bare = count && noun.begin <= s.range.begin + 3 && !when && d.claims.size() >= 2 && d.claims[d.claims.size() - 2].kind == Kind::visit;
      if (claim.period.empty() && claim.polarity.empty() && claim.status != "planned" && (is_during_visit(d, s) || bare)) claim.period = last_visit(d);
      // "signed an agreement in 1992 … and established agreements on": of the same day
      if (claim.period.empty() && !when && claim.status != "planned" && sign->end <= phrase.begin && find_cue(s, Cue::and_word, sign->begin - std::min(sign->begin, 1u), sign->begin) && d.claims.size() >= d.sentence_claims + 2 && d.claims[d.claims.size() - 2].kind == Kind::treaty_signed) claim.period = d.claims[d.claims.size() - 2].period;
      // "Four agreements were signed including …; a protocol on …": what follows a semicolon is one of them.
      if (count && clause.end < s.range.end && find_cue(s, Cue::company_list, sign->end, sign->end + 2)) labelled = true, label_period = claim.period;
      claim.place = place_of(d, s, *sign, clause);
      for (const NameSpot& name : s.names) {
        if (claim.place.empty() && name.form >= NameForm::capital && name.begin >= phrase.begin && name.end <= noun.begin) claim.place = d.of(name);  // "the Algiers Agreement"
      }
      take_worth(d, s, noun, claim);
      done = phrase.end;
      if (!count) vague_count(d, s, noun, d.claims.size() - 1);
      if (d.claims.back().status == "vague" && (find_cue(s, Cue::in_word, phrase.end, phrase.end + 1) || find_cue(s, Cue::in_word, noun.end, noun.end + 5))) continue;  // "a number of agreements in education, trade and energy": what they are about
      if (count) counted_topics(d, s, noun, clause, d.claims.size() - 1);
      else if (behind.empty() || d.grammar.language != "en") more_topics(d, s, noun, phrase, clause, d.claims.size() - 1);
    }
  }
  read_renewals(d, s);
  if (s.has(Cue::sign_verb) && !s.dates.empty()) read_signed_it(d, s);
  if (s.has(Cue::treaty_noun) && s.dates.size() >= 2) read_dated_topics(d, s);
}

}  // namespace comity::claims
