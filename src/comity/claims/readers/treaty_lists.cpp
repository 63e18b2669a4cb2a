// Treaties in lists: topics with their dates in brackets that go on an enumeration, and the items of a list of treaties, which
// need no word for a treaty ("2005 International Road Transport").
#include <algorithm>

#include "comity/claims/readers/treaty_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

constexpr std::uint32_t longest_phrase = 16, longest_item = 44;

bool names_third(const Document& d, Spot where) {
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Side::third && one.begin >= where.begin && one.end <= where.end; });
}

bool holds_person(const Sentence& s, Spot where) {
  return std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return one.titled && one.begin < where.end && where.begin < one.end; });
}

Claim& add_topic(Document& d, const Sentence& s, Spot phrase, Spot quote) {
  CueSpot noun;
  noun.begin = phrase.begin, noun.end = phrase.end, noun.cue = Cue::treaty_topic;
  Claim& claim = add_treaty(d, s, noun, trimmed(quote, phrase, 18), phrase.end);
  claim.unit = own_topic(d, s, phrase);
  return claim;
}

// The bracket that holds a date, if little stands between; the sentence's end: none does.
std::uint32_t bracket_of(const Document& d, const Sentence& s, const When& when) {
  for (std::uint32_t i = when.begin; i-- > s.range.begin && when.begin - i <= 5;) {
    if (d.tokens[i].is(TokenKind::open)) return i;
    const bool small = d.tokens[i].is_word() && !d.tokens[i].capital && !find_cue(s, Cue::sign_verb, i, i + 1) && !find_cue(s, Cue::in_word, i, i + 1) && !find_cue(s, Cue::on_word, i, i + 1);
    if (small && d.grammar.language == "en") break;
    if (d.tokens[i].is(TokenKind::close) || d.tokens[i].is(TokenKind::semicolon)) break;
  }
  return s.range.end;
}

// What stands before a bracket, from the separator before on; empty where it is no topic.
Spot phrase_before(const Document& d, const Sentence& s, std::uint32_t open) {
  std::uint32_t begin = open;
  while (begin > s.range.begin && open - begin < longest_phrase) {
    const Token& before = d.tokens[begin - 1];
    const bool within = std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::treaty_topic && one.begin < begin - 1 && begin - 1 < one.end; });
    if (!(before.is_word() || before.is(TokenKind::hyphen) || (before.is(TokenKind::comma) && within))) break;
    if (std::any_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.end == begin; })) break;
    --begin;
  }
  // "agreements on air transport (2008)": behind the word for a treaty and its "on"
  for (const CueSpot& noun : s.cues) {
    if (noun.cue == Cue::treaty_noun && noun.begin >= begin && noun.end < open) {
      if (!d.of(noun).ends_with('s')) return {};
      begin = noun.end;
    }
  }
  while (begin < open && (find_cue(s, Cue::and_word, begin, begin + 1) || find_cue(s, Cue::on_word, begin, begin + 1) || find_cue(s, Cue::for_word, begin, begin + 1) || find_cue(s, Cue::in_word, begin, begin + 1) || d.of(begin) == "a" || d.of(begin) == "an" || d.of(begin) == "the")) ++begin;
  return {begin, open};
}

// "…; double taxation (1995); air services (1993)", "agreements on X (2008), social security (1994) and labour mobility (2008)"
void read_bracketed_topics(Document& d, const Sentence& s, bool in_list) {
  const CueSpot* noun = find_cue(s, Cue::treaty_noun);
  const bool plural = noun && d.of(*noun).ends_with('s') && !s.has(Cue::visit_verb) && !s.has(Cue::mission_noun);
  if (!in_list && !plural && !d.heading.treaties && !s.has(Cue::treaty_heading)) return;
  std::uint32_t last_open = s.range.end;
  for (const When& when : s.dates) {
    const std::uint32_t open = bracket_of(d, s, when);
    if (open == s.range.end || open == last_open || open <= s.range.begin || is_told(d, {open, when.end}, {Kind::treaty_signed}) || find_cue(s, Cue::force, open, when.begin)) continue;
    const Spot phrase = phrase_before(d, s, open);
    if (phrase.end <= phrase.begin || names_third(d, phrase) || holds_person(s, phrase)) continue;
    // One treaty's topics: "Agreement on Culture, Education and Science (2004)".
    const CueSpot* single = find_cue_back(s, Cue::treaty_noun, phrase.begin, s.range.begin);
    bool parted = !single || (d.of(*single).ends_with('s') && d.grammar.language == "en");
    for (std::uint32_t i = single ? single->end : phrase.begin; i < phrase.begin; ++i) parted = parted || d.tokens[i].is(TokenKind::semicolon) || d.tokens[i].is(TokenKind::colon) || d.tokens[i].is(TokenKind::close);
    const bool topic = has_cue(s, Cue::treaty_topic, phrase);
    if (!parted || (!topic && phrase.end - phrase.begin < 2)) continue;
    if (!topic && !in_list) continue;
    Claim& claim = add_topic(d, s, phrase, {phrase.begin, when.end});
    claim.period = when.text();
    last_open = open;
  }
}

// Whether an item tells of something else than a treaty.
bool is_otherwise(const Sentence& s) {
  for (const Cue cue : {Cue::visit_verb, Cue::visit_go, Cue::visit_noun, Cue::mission_noun, Cue::relations_noun, Cue::member_of, Cue::join_verb, Cue::open_verb, Cue::recognise, Cue::negation, Cue::plan, Cue::meeting}) {
    if (s.has(cue)) return true;
  }
  const bool titled = find_cue(s, Cue::treaty_noun, s.range.begin, s.range.begin + 3);  // "Agreement on Trade"
  if (!titled && (s.has(Cue::trade_noun) || s.has(Cue::export_noun))) return true;
  return std::any_of(s.amounts.begin(), s.amounts.end(), [](const Amount& one) { return one.kind == Amount::Kind::money; }) || std::any_of(s.persons.begin(), s.persons.end(), [](const PersonSpot& one) { return one.titled; });
}

// "2005 International Road Transport", "Treaty of Friendship – 8 May 1996", "Readmission Agreement": an item that is a treaty.
void read_item(Document& d, const Sentence& s) {
  if (s.range.end - s.range.begin > longest_item || d.claims.size() > d.sentence_claims || is_otherwise(s) || names_third(d, s.range)) return;
  Spot text = s.range;
  const When* when = nullptr;
  for (const When& one : s.dates) {
    if (one.begin <= s.range.begin + 1) when = &one, text.begin = one.end;
    else if (!when && one.end + 2 >= s.range.end) when = &one, text.end = one.begin;
  }
  while (text.begin < text.end && !d.tokens[text.begin].is_word()) ++text.begin;
  while (text.end > text.begin && (!d.tokens[text.end - 1].is_word() || find_cue(s, Cue::in_word, text.end - 1, text.end) || find_cue(s, Cue::on_word, text.end - 1, text.end) || find_cue(s, Cue::of_word, text.end - 1, text.end) || find_cue(s, Cue::sign_verb, text.end - 1, text.end))) --text.end;
  if (text.end <= text.begin || !d.tokens[text.begin].capital) return;
  const CueSpot* noun = find_cue(s, Cue::treaty_noun, text.begin, text.end);
  if (noun && d.of(*noun).ends_with('s') && d.grammar.language == "en") return;
  const bool topic = has_cue(s, Cue::treaty_topic, text);
  if (!noun && (!when || !topic)) return;
  if (!when && !d.heading.treaties) return;
  if (noun) {
    Claim& claim = add_treaty(d, s, *noun, trimmed(when ? span(text, *when) : text, *noun, 18), text.end);
    if (s.has(Cue::negotiate)) claim.status = "planned";  // "(under negotiation)"
    if (when) claim.period = when->text();
    return;
  }
  Claim& claim = add_topic(d, s, text, span(text, *when));
  claim.period = when->text();
}

// "Agreement on Extradition. Signed: Zagreb, 1 October 2010.": the day of the treaty told in the sentence before.
void read_signature(Document& d, const Sentence& s) {
  const std::string_view first = d.of(s.range.begin);
  if ((first != "Signed" && first != "Done" && first != "Date") || s.dates.empty() || s.has(Cue::treaty_noun) || d.claims.empty() || d.claims.size() != d.sentence_claims) return;
  Claim& told = d.claims.back();
  const When& when = s.dates.front();
  if (told.kind != Kind::treaty_signed || !told.period.empty() || !told.polarity.empty() || when.begin > s.range.begin + 6 || find_cue(s, Cue::force, s.range.begin, when.begin)) return;
  told.period = when.text();
  for (const NameSpot& name : s.names) {
    if (name.form >= NameForm::capital && name.begin <= when.end + 2 && told.place.empty()) told.place = d.of(name);
  }
}

}  // namespace

// Where the list begins that a plural announces: "several agreements such as a MoU on …; an Agreement on …", "agreements between
// A and B include: …", "the following agreements: …". 0: no treaty is named behind an opener.
std::uint32_t treaty_list_begin(const Document& d, const Sentence& s, const CueSpot& noun) {
  constexpr std::uint32_t longest_head = 16;
  const bool plural = d.of(noun).ends_with('s') || (d.grammar.language == "de" && noun.begin > s.range.begin && d.of(noun.begin - 1).starts_with("folgende"));
  if (!plural) return 0;
  for (std::uint32_t i = noun.end; i < s.range.end && i - noun.end < longest_head; ++i) {
    const bool colon = d.tokens[i].is(TokenKind::colon);
    const CueSpot* opener = colon ? nullptr : find_cue(s, Cue::company_list, i, i + 1);
    if (d.tokens[i].is(TokenKind::semicolon) || d.tokens[i].is(TokenKind::open)) return 0;
    if (const CueSpot* next = find_cue(s, Cue::treaty_noun, i, i + 1); next && next->begin > noun.end + 1) return 0;
    if (!colon && !opener) continue;
    // "are" alone opens none: "the agreements are important"
    std::uint32_t begin = colon ? i + 1 : opener->end;
    if (opener && one_of(d.of(*opener), {"are", "sind", "wie", "like", "among", "led by"})) {
      if (d.of(*opener) == "like" || d.of(*opener) == "wie") { /* "agreements like the X Treaty" */
      } else if (begin < s.range.end && d.tokens[begin].is(TokenKind::colon)) {
        ++begin;
      } else {
        continue;
      }
    }
    if (begin < s.range.end && d.tokens[begin].is(TokenKind::colon)) ++begin;
    const CueSpot* first = find_cue(s, Cue::treaty_noun, begin, std::min(s.range.end, begin + 9));
    if (!first) return 0;
    for (std::uint32_t k = begin; k < first->begin; ++k) {
      if (d.tokens[k].is(TokenKind::comma) || d.tokens[k].is(TokenKind::semicolon)) return 0;
    }
    return begin;
  }
  return 0;
}

// A head that says that what it lists is there or was signed, not that somebody wants it.
bool tells_list(const Document& d, const Sentence& s, Spot head) {
  for (const Cue cue : {Cue::negation, Cue::plan, Cue::negotiate, Cue::terminate, Cue::dispute}) {
    if (has_cue(s, cue, head)) return false;
  }
  bool named = false;
  for (const Mention& one : d.mentions) {
    if (one.begin < head.begin || one.end > head.end || one.form >= NameForm::capital) continue;
    if (one.side == Side::third) return false;
    named = true;
  }
  for (std::uint32_t i = head.begin; i < head.end; ++i) {
    if (one_of(d.of(i), {"proposed", "possible", "potential", "draft", "discussed", "discuss", "discussing", "would", "could", "should", "may", "might", "seek", "hope", "towards", "implementing", "reviewed", "multilateral", "international", "conventions"})) return false;
    named = named || one_of(d.of(i), {"following", "folgende", "folgenden", "bilateral", "main", "key", "Bilateral", "these"});
  }
  return named || d.heading.treaties || head.begin == s.range.begin;
}

void read_treaty_lists(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading) return;
  read_signature(d, s);
  const bool in_list = std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [](const Claim& one) { return one.kind == Kind::treaty_signed && !one.period.empty(); }) && s.has(Cue::treaty_noun);
  if (!s.dates.empty() && (s.has(Cue::treaty_topic) || in_list)) read_bracketed_topics(d, s, in_list);
  const bool item = s.block == Block::Kind::item || s.block == Block::Kind::row;
  if (item && (d.heading.treaties || d.listing_treaties) && (s.has(Cue::treaty_topic) || s.has(Cue::treaty_noun))) read_item(d, s);
  // "The following agreements have been signed": the items behind are some of them.
  const CueSpot* noun = find_cue(s, Cue::treaty_noun);
  const bool announces = noun && d.of(*noun).ends_with('s') && (s.has(Cue::sign_verb) || s.has(Cue::force) || d.tokens[s.range.end - 1].is(TokenKind::colon));
  if (announces) d.listing_treaties = true;
  else if (!item) d.listing_treaties = false;
}

}  // namespace comity::claims
