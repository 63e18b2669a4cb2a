// Lists of treaties that name the topics alone: "signed a number of agreements including the recognition of diplomas, cooperation in
// health and scholarships"; "They cover trade; tourism; youth and sports", "The rest include …" behind agreements that were counted.
#include <algorithm>

#include "comity/claims/readers/treaty_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

constexpr std::uint32_t longest_item = 14;

bool ends_list(const Document& d, const Sentence& s, std::uint32_t i) {
  for (const Cue stop : {Cue::sign_verb, Cue::have, Cue::but, Cue::negation, Cue::pronoun, Cue::visit_verb}) {
    if (s.cue_at(i, stop)) return true;
  }
  if (d.tokens[i].is(TokenKind::open) || std::any_of(s.dates.begin(), s.dates.end(), [&](const When& one) { return one.begin == i; })) return true;
  return one_of(d.of(i), {"which", "that", "while", "furthermore", "where", "after", "during", "when", "thus", "among", "amongst", "who"});
}

// What commas part, or semicolons where there are any; the last "and" parts too.
std::vector<Spot> items_of(const Document& d, const Sentence& s, std::uint32_t from) {
  std::uint32_t end = from;
  while (end < s.range.end && !ends_list(d, s, end)) ++end;
  bool semicolons = false;
  for (std::uint32_t i = from; i + 1 < end; ++i) semicolons = semicolons || d.tokens[i].is(TokenKind::semicolon);
  std::vector<Spot> out;
  Spot item{from, from};
  std::uint32_t last_and = 0;
  for (std::uint32_t i = from; i < end; ++i) {
    const bool parts = d.tokens[i].is(semicolons ? TokenKind::semicolon : TokenKind::comma);
    if (parts) {
      if (item.end > item.begin) out.push_back(item);
      item = {i + 1, i + 1}, last_and = 0;
    } else if (find_cue(s, Cue::and_word, i, i + 1) && item.end == item.begin) {
      item = {i + 1, i + 1};
    } else if (d.tokens[i].is_word() || d.tokens[i].is(TokenKind::hyphen) || (semicolons && d.tokens[i].is(TokenKind::comma))) {
      if (find_cue(s, Cue::and_word, i, i + 1)) last_and = i;
      item.end = i + 1;
    }
  }
  if (last_and > item.begin && item.end > last_and + 1 && !semicolons) out.push_back({item.begin, last_and}), item.begin = last_and + 1;
  if (item.end > item.begin) out.push_back(item);
  for (Spot& one : out) {  // "Skills Development, and Prevention of …": the front of what is no short item
    for (std::uint32_t i = one.begin + 1; semicolons && one.end - one.begin > longest_item && i + 1 < one.end; ++i) {
      if (d.tokens[i].is(TokenKind::comma) && find_cue(s, Cue::and_word, i + 1, i + 2)) one.end = i;
    }
  }
  return out;
}

// The topic an item names: its own, known or not, behind "cooperation in", "recognition of", "the".
std::string topic_of_item(const Document& d, const Sentence& s, Spot& item) {
  while (item.begin < item.end && one_of(d.of(item.begin), {"the", "a", "an", "on", "for", "of", "in", "also"})) ++item.begin;
  std::uint32_t begin = item.begin;
  for (std::uint32_t i = item.begin; i < item.end && i - item.begin < 3; ++i) {
    if (one_of(d.of(i), {"recognition", "cooperation", "promotion", "preserving", "collaboration", "exploitation", "prevention", "establishment", "Cooperation", "Prevention"}) && i + 2 < item.end && one_of(d.of(i + 1), {"in", "of", "on", "for"})) begin = i + 2;
  }
  if (begin + 1 < item.end && d.of(begin).ends_with("ing") && !has_cue(s, Cue::treaty_topic, {begin, begin + 1})) ++begin;  // "preserving cultural heritage"
  const CueSpot* first = nullptr;
  for (const CueSpot& cue : s.cues) {
    const bool known = cue.cue == Cue::treaty_topic && cue.begin >= begin && cue.end <= item.end && d.grammar.texts[cue.data] != "cooperation";
    if (known && (!first || (cue.begin == first->begin && cue.end > first->end))) first = &cue;
  }
  // "Commerce and Industry", "Arts, Sport and Youth": all of a short item whose front goes by another name
  constexpr std::uint32_t shortest = 4;
  const bool all = first && first->begin == begin && item.end - begin <= shortest && find_cue(s, Cue::and_word, first->end, first->end + 1) && first->end + 2 == item.end;
  if (all) {
    std::string words(d.of(Spot{begin, item.end}));
    for (char& c : words) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return words;
  }
  if (first && first->begin <= begin + 1) return topic_with_second(d, s, *first, item.end);
  return own_topic(d, s, {begin, item.end});
}

// Each item as a treaty like the model; false: it is no list of topics.
bool tell_items(Document& d, const Sentence& s, std::uint32_t from, const Claim& like) {
  std::vector<Spot> items = items_of(d, s, from);
  int known = 0;
  for (const Spot& one : items) {
    if (one.end - one.begin > longest_item) return false;
    known += has_cue(s, Cue::treaty_topic, one);
    if (std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& who) { return who.titled && who.begin >= one.begin && who.end <= one.end; })) return false;
  }
  if (items.size() < 2 || known * 3 < static_cast<int>(items.size())) return false;
  const Claim model = like;
  bool told = false;
  for (Spot& one : items) {
    const std::string unit = topic_of_item(d, s, one);
    if (unit.empty() || one.begin >= one.end || is_told(d, one, {Kind::treaty_signed})) continue;
    Claim& claim = d.add(Kind::treaty_signed, one);
    claim.subject = model.subject, claim.object = model.object, claim.period = model.period, claim.place = model.place, claim.unit = unit;
    if (model.status == "planned") claim.status = model.status;
    told = true;
  }
  return told;
}

bool is_of_several(const Claim& one) { return one.kind == Kind::treaty_signed && one.polarity.empty() && ((one.number && one.unit == "documents") || one.status == "vague"); }

// "signed a number of agreements, including X, Y and Z", where the items are no nouns of treaties themselves.
void read_behind_opener(Document& d, const Sentence& s) {
  std::size_t head = d.claims.size();
  for (std::size_t c = d.sentence_claims; c < d.claims.size(); ++c) {
    if (is_of_several(d.claims[c])) head = c;
  }
  if (head == d.claims.size() || head + 1 != d.claims.size()) return;
  for (const CueSpot& opener : s.cues) {
    if (opener.cue != Cue::company_list || d.tokens[opener.begin].begin < d.claims[head].plain.begin || one_of(d.of(opener), {"are", "like", "among", "led by"})) continue;
    if (find_cue(s, Cue::treaty_noun, opener.end, std::min(s.range.end, opener.end + 9))) return;
    std::uint32_t from = opener.end + (opener.end < s.range.end && d.tokens[opener.end].is(TokenKind::colon));
    if (one_of(d.of(std::min(from, s.range.end - 1)), {"one", "those", "two"})) return;
    const Claim model = d.claims[head];
    if (model.status == "vague") d.claims.pop_back();  // the list tells them
    if (!tell_items(d, s, from, model) && model.status == "vague") d.claims.push_back(model);
    return;
  }
}

// "They cover trade; tourism", "The rest include health": of those counted in the sentence before.
void read_sequel(Document& d, const Sentence& s) {
  constexpr std::size_t near = 700;
  if (d.claims.empty() || d.claims.back().kind != Kind::treaty_signed || s.block == Block::Kind::item) return;
  const Claim& last = d.claims.back();
  const std::size_t here = d.tokens[s.range.begin].begin;
  if (!(is_of_several(last) || last.note == "one of several") || here < last.plain.end || here - last.plain.end > near) return;
  const std::string_view first = d.of(s.range.begin), second = d.of(std::min(s.range.begin + 1, s.range.end - 1));
  const bool opens = one_of(first, {"They", "These", "Others", "Those", "Among"}) || (first == "The" && one_of(second, {"rest", "others", "other", "agreements", "memoranda", "MoUs", "documents", "accords", "deals", "former", "remaining"}));
  if (!opens) return;
  constexpr std::uint32_t longest_head = 16;
  for (std::uint32_t i = s.range.begin + 1; i + 2 < s.range.end && i - s.range.begin < longest_head; ++i) {
    const bool verb = one_of(d.of(i), {"include", "included", "cover", "covered", "concern", "concerned", "covering", "concerning"}) || (d.of(i) == "matters" && d.of(i + 1) == "of") || (one_of(d.of(i), {"relate", "related", "pertain"}) && d.of(i + 1) == "to") || d.tokens[i].is(TokenKind::colon);
    if (!verb) continue;
    std::uint32_t from = i + 1 + one_of(d.of(i + 1), {"of", "to"});
    if (from < s.range.end && d.tokens[from].is(TokenKind::colon)) ++from;
    if (find_cue(s, Cue::company_list, from, from + 5)) return;  // "cover various areas such as": what they are about, all of them
    const std::size_t at = d.claims.size();
    if (tell_items(d, s, from, last)) {
      for (std::size_t c = at; c < d.claims.size(); ++c) d.claims[c].note = "one of several";
      return;
    }
  }
}

}  // namespace

void read_bare_treaty_lists(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || d.grammar.language != "en" || !s.has(Cue::treaty_topic)) return;
  if (d.claims.size() == d.sentence_claims) read_sequel(d, s);
  else if (s.has(Cue::treaty_noun) && s.has(Cue::company_list)) read_behind_opener(d, s);
}

}  // namespace comity::claims
