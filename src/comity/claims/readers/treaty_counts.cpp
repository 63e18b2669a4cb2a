// Treaties told together: "signed 11 agreements in: energy; trade", "a number of agreements", "agreements on tourism and on visas".
#include <algorithm>

#include "comity/claims/readers/treaty_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

// Topics that follow the one that ends at `at`, each linked to the one before: a treaty each, as the claim `model` is.
void follow_topics(Document& d, const Sentence& s, std::uint32_t at, Spot clause, bool colon, std::size_t model) {
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::treaty_topic || cue.begin < at || cue.begin >= clause.end) continue;
    bool linked = false, broken = cue.begin - at > 7 || std::any_of(s.dates.begin(), s.dates.end(), [&](const When& when) { return when.begin >= at && when.end <= cue.begin; });
    for (std::uint32_t i = at; i < cue.begin; ++i) {
      linked = linked || d.tokens[i].is(TokenKind::comma) || (colon && d.tokens[i].is(TokenKind::semicolon)) || find_cue(s, Cue::and_word, i, i + 1);
      broken = broken || find_cue(s, Cue::sign_verb, i, i + 1) || find_cue(s, Cue::have, i, i + 1);
    }
    if (broken || !linked) break;
    Claim& next = add_treaty(d, s, cue, cue, cue.end);
    const Claim& like = d.claims[model];
    next.unit = d.grammar.texts[cue.data];
    next.period = like.period, next.status = like.status, next.polarity = like.polarity, next.place = like.place;
    at = cue.end;
  }
}

// Where the topics begin that a noun's "on", "covering", "relating to", "on matters of" leads to; 0: none stands there.
std::uint32_t topics_begin(const Document& d, const Sentence& s, std::uint32_t i, std::uint32_t end) {
  if (i + 1 >= end) return 0;
  const CueSpot* on = find_cue(s, Cue::on_word, i, i + 1);
  std::uint32_t at = on ? on->end : 0;
  if (!at && one_of(d.of(i), {"concerning", "regarding", "covering", "about"})) at = i + 1;
  if (!at && one_of(d.of(i), {"relating", "related", "pertaining"}) && d.of(i + 1) == "to") at = i + 2;
  if (!at) return 0;
  if (at + 1 < end && one_of(d.of(at), {"matters", "issues", "subjects", "topics"}) && d.of(at + 1) == "of") at += 2;
  if (at < end && (d.tokens[at].is(TokenKind::colon) || d.of(at) == "the")) ++at;
  return at;
}

// Whether a word can stand within a topic.
bool is_topic_word(const Document& d, const Sentence& s, std::uint32_t i) {
  if (!d.tokens[i].is_word() && !d.tokens[i].is(TokenKind::hyphen)) return false;
  for (const Cue stop : {Cue::have, Cue::sign_verb, Cue::between, Cue::with_word, Cue::by_word, Cue::from_word, Cue::force, Cue::terminate, Cue::month, Cue::treaty_noun, Cue::in_word, Cue::to_word, Cue::open_verb, Cue::visit_verb, Cue::pronoun}) {
    if (s.cue_at(i, stop)) return false;
  }
  if (std::any_of(s.names.begin(), s.names.end(), [&](const NameSpot& one) { return one.begin == i; })) return false;
  if (std::any_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin == i; })) return false;
  return !one_of(d.of(i), {"which", "that", "who", "as", "during", "after", "including", "such", "while", "at", "aimed", "thus", "under"});
}

// "skills development, trade and investment and education" from a token on: what commas part, the last "and" too where a comma or
// nothing else parts the rest.
std::vector<Spot> topics_of(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t end) {
  constexpr std::uint32_t longest = 7;
  std::vector<Spot> out;
  Spot item{from, from};
  bool commas = false, closed = false;
  std::uint32_t last_and = 0;
  std::uint32_t i = from;
  for (; i < end && !closed; ++i) {
    const bool comma = d.tokens[i].is(TokenKind::comma), join = find_cue(s, Cue::and_word, i, i + 1);
    if (comma && item.end > item.begin) {
      commas = true;
      out.push_back(item);
      item = {i + 1, i + 1}, last_and = 0;
    } else if (join && item.end == item.begin) {
      item = {i + 1, i + 1};  // ", and X": the last
    } else if (is_topic_word(d, s, i) || join) {
      if (join) last_and = i;
      item.end = join ? item.end : i + 1;
    } else {
      closed = true;
    }
  }
  // the last two: "X and Y"
  if (last_and && item.end > last_and + 1 && item.end > item.begin) {
    const CueSpot* whole = nullptr;
    for (const CueSpot& cue : s.cues) {
      if (cue.cue == Cue::treaty_topic && cue.begin <= item.begin && cue.end > last_and && !commas) whole = &cue;
    }
    if (!whole) out.push_back({item.begin, last_and}), item.begin = last_and + 1;
  }
  if (item.end > item.begin) out.push_back(item);
  for (const Spot one : out) {
    if (one.end - one.begin > longest) return {};
  }
  return out;
}

// The name of a topic in a list: its own where it goes by one, both words of "trade and investment", else the text's own words.
std::string name_of_topic(const Document& d, const Sentence& s, Spot item) {
  for (std::uint32_t i = item.begin + 1; i + 1 < item.end; ++i) {
    if (find_cue(s, Cue::and_word, i, i + 1) && i == item.begin + 1 && item.end == i + 2) return own_topic(d, s, {item.begin, i}) + " and " + own_topic(d, s, {i + 1, item.end});
  }
  return own_topic(d, s, item);
}

// Each topic of a list behind "on" or "covering" as a treaty like the one told; false: there is no such list.
bool list_topics(Document& d, const Sentence& s, const CueSpot& noun, Spot clause, std::size_t model, bool counted) {
  const std::uint32_t from = topics_begin(d, s, noun.end, clause.end);
  if (!from || d.grammar.language != "en") return false;
  const std::vector<Spot> items = topics_of(d, s, from, clause.end);
  const bool known = std::any_of(items.begin(), items.end(), [&](Spot one) { return has_cue(s, Cue::treaty_topic, one); });
  if (items.size() < 2 || !known) return false;
  for (std::size_t k = 0; k < items.size(); ++k) {
    const std::string unit = name_of_topic(d, s, items[k]);
    if (unit.empty()) continue;
    if (k == 0 && !counted) {
      d.claims[model].unit = unit;
      continue;
    }
    CueSpot topic;
    topic.begin = items[k].begin, topic.end = items[k].end, topic.cue = Cue::treaty_topic;
    Claim& next = add_treaty(d, s, topic, items[k], items[k].end);
    const Claim& like = d.claims[model];
    next.unit = unit, next.period = like.period, next.status = like.status, next.polarity = like.polarity, next.place = like.place;
  }
  return true;
}

}  // namespace

// "signed 11 agreements in: energy; trade; protection of investments": those that are named, beside their number. One topic
// alone is what all of them are about.
void counted_topics(Document& d, const Sentence& s, const CueSpot& noun, Spot clause, std::size_t counted) {
  if (list_topics(d, s, noun, clause, counted, true)) return;
  const CueSpot* one = nullptr;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::treaty_topic && cue.begin >= noun.end && cue.begin - noun.end <= 5 && (!one || (cue.begin == one->begin && cue.end > one->end))) one = &cue;
  }
  if (!one) return;
  bool colon = false;
  for (std::uint32_t i = noun.end; i < one->begin; ++i) colon = colon || d.tokens[i].is(TokenKind::colon);
  // "eleven agreements in energy and health cooperation": what all of them are about, where no list opens
  if (!colon && find_cue(s, Cue::in_word, noun.end, one->begin)) {
    const std::uint32_t end = one->end + 3 < clause.end ? one->end + 3 : clause.end;
    const bool listed = one->end < clause.end && d.tokens[one->end].is(TokenKind::comma);
    if (!listed) d.claims[counted].unit = topic_with_second(d, s, *one, end);
    return;
  }
  if (colon) clause.end = s.range.end;
  const std::size_t before = d.claims.size();
  Claim& first = add_treaty(d, s, *one, *one, one->end);
  const Claim& like = d.claims[counted];
  first.unit = d.grammar.texts[one->data];
  first.period = like.period, first.status = like.status, first.polarity = like.polarity, first.place = like.place;
  follow_topics(d, s, one->end, clause, colon, counted);
  if (d.claims.size() > before + 1) return;
  d.claims.pop_back();
  constexpr double few = 3;
  if (d.claims[counted].number <= few && !find_cue(s, Cue::company_list, noun.end, one->begin)) d.claims[counted].unit = topic_with_second(d, s, *one, clause.end);  // "three agreements on border issues"
}

// "a number of agreements", "several MoUs": a count that nobody can hold against data.
void vague_count(Document& d, const Sentence& s, const CueSpot& noun, std::size_t counted) {
  Claim& claim = d.claims[counted];
  if (d.grammar.language != "en" || !is_plural(d.of(noun)) || claim.polarity == "neg" || claim.status == "planned") return;
  for (std::uint32_t i = noun.begin; i-- > s.range.begin && noun.begin - i <= 4;) {
    const std::string_view word = d.of(i);
    const bool number = word == "number" && i > s.range.begin && (one_of(d.of(i - 1), {"a", "A"}) || (i > s.range.begin + 1 && one_of(d.of(i - 2), {"a", "A"})));
    const bool topic_before = std::any_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::treaty_topic && one.begin > i && one.end == noun.begin; });
    if (claim.unit != "cooperation" && !claim.unit.empty() && (topic_before || !d.grammar.texts[noun.data].empty()) && (number || word == "several" || word == "Several" || word == "numerous" || word == "many")) {  // "several trade agreements"
      if (noun.begin - i <= 2 || number || topic_before) claim.status = "vague";
      return;
    }
    if (!claim.unit.empty()) return;
    if (!number && word != "several" && word != "Several" && word != "various" && word != "many" && word != "numerous" && word != "series") continue;
    claim.word = number ? "a number" : std::string(word);
    claim.word[0] = static_cast<char>(claim.word[0] | 0x20);
    claim.unit = "documents", claim.status = "vague";
    for (const When& when : s.dates) {  // "…, among them the accord of 1999": that one's
      for (std::uint32_t k = noun.end; k < when.begin && claim.period == when.text(); ++k) {
        if (d.tokens[k].is(TokenKind::comma) || d.tokens[k].is(TokenKind::colon)) claim.period.clear();
      }
    }
    return;
  }
}

// "agreements on tourism and on the abolition of visas": each topic behind the first, linked by a comma or "and", is one more.
void more_topics(Document& d, const Sentence& s, const CueSpot& noun, Spot phrase, Spot clause, std::size_t first) {
  const bool loose = d.grammar.texts[noun.data] == "cooperation";
  if (!is_plural(d.of(noun)) || !(d.grammar.texts[noun.data].empty() || loose)) return;
  // "agreements were signed including the recognition of diplomas and cooperation in health": read_bare_treaty_lists
  if (const CueSpot* opener = find_cue(s, Cue::company_list, noun.end, noun.end + 9); opener && d.claims[first].status == "vague" && one_of(d.of(*opener), {"including", "such as", "namely", "included", "notably"})) return;
  if (d.grammar.texts[noun.data].empty() && list_topics(d, s, noun, clause, first, false)) return;
  if (d.claims[first].status == "vague") return;
  std::uint32_t at = phrase.end;
  const CueSpot* one = nullptr;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::treaty_topic && cue.begin >= noun.end && cue.begin - noun.end <= 9 && (!one || (cue.begin == one->begin && cue.end > one->end))) one = &cue, at = cue.end;
  }
  if (!one) return;
  // "signed agreements on: education and science; cultural cooperation; sports"
  bool colon = false;
  for (std::uint32_t i = noun.end; i < one->begin; ++i) colon = colon || d.tokens[i].is(TokenKind::colon);
  const bool listed = colon || loose;
  // "agreements on aquaculture, mining and defence": the first is told in the text's own words
  if (!listed && d.claims[first].unit != d.grammar.texts[one->data] && one->begin > noun.end + 1 && (d.tokens[one->begin - 1].is(TokenKind::comma) || find_cue(s, Cue::and_word, one->begin - 1, one->begin))) at = one->begin - 1;
  if (listed) d.claims[first].unit = d.grammar.texts[one->data];
  if (colon) clause.end = s.range.end;
  follow_topics(d, s, at, clause, colon, first);
}

}  // namespace comity::claims
