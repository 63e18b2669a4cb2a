#include "comity/claims/readers/treaty_parts.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

bool is_field(std::string_view word) {
  for (const std::string_view one : {"field", "fields", "area", "areas", "sphere", "domain"}) {
    if (word.size() == one.size() && word.substr(1) == one.substr(1) && (word[0] | 0x20) == one[0]) return true;
  }
  return false;
}

// "agreement on a strategic partnership": the second noun is what the first is about.
bool is_its_topic(const Document& d, const Sentence& s, const CueSpot& noun, std::uint32_t at) {
  const std::string_view before = d.of(at - 1);
  bool about = before == "on" || before == "über" || before == "zur" || before == "zum";
  if (!about && at >= noun.end + 2 && (before == "a" || before == "an" || before == "the" || before == "eine" || before == "einen")) {
    const std::string_view word = d.of(at - 2);
    about = word == "on" || word == "over" || word == "über" || word == "for";
  }
  return about && !find_cue(s, Cue::and_word, noun.end, at);
}

// "cooperation in education", "cooperation in the energy sector": what stands behind "in" is the topic.
bool is_cooperation_in(const Document& d, const Sentence& s, std::uint32_t in, std::uint32_t end) {
  if (in == s.range.begin || in + 1 >= end) return false;
  const CueSpot* before = find_cue_back(s, Cue::treaty_topic, in, in - 1);
  if (!before || d.grammar.texts[before->data] != "cooperation") return false;
  const std::uint32_t at = d.of(in + 1) == "the" ? in + 2 : in + 1;
  return find_cue(s, Cue::treaty_topic, at, at + 1) != nullptr;
}

}  // namespace

std::string topic_of(const Document& d, const Sentence& s, const CueSpot& noun, std::uint32_t end) {
  const CueSpot* best = nullptr;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::treaty_topic) continue;
    const bool before = cue.end <= noun.end && noun.begin - std::min(noun.begin, cue.end) <= 1 && cue.begin >= s.range.begin && (cue.end >= noun.begin || d.tokens[cue.end].is_word() || d.tokens[cue.end].is(TokenKind::hyphen));
    const bool within = cue.begin >= noun.begin && cue.end <= noun.end;
    const bool behind = cue.begin >= noun.end && cue.end <= end && cue.begin - noun.end <= 10;
    if (!before && !within && !behind) continue;
    if (!best || (behind && best->begin > cue.begin)) best = &cue;
  }
  for (const CueSpot& cue : s.cues) {  // "Treaty of Friendship" + "Friendship, Commerce and Navigation"
    if (cue.cue == Cue::treaty_topic && cue.begin > noun.begin && cue.begin < noun.end && cue.end > noun.end) return d.grammar.texts[cue.data];
  }
  const std::string& own = d.grammar.texts[noun.data];
  if (!own.empty() && own != "strategic partnership" && own != "trade" && own != "investment" && own != "cooperation") return own;
  if ((!best || d.grammar.texts[best->data] == "cooperation") && own.empty()) {
    const std::uint32_t behind = best ? best->end : noun.end;
    // "cooperation in the field of forestry": the field
    for (const CueSpot& cue : s.cues) {
      if (cue.cue == Cue::treaty_topic && cue.begin >= behind && cue.end <= end && cue.begin - noun.end <= 12 && d.grammar.texts[cue.data] != "cooperation") return d.grammar.texts[cue.data];
    }
    for (std::uint32_t i = behind; i + 2 < end && i < behind + 6; ++i) {
      if (!is_field(d.of(i)) || d.of(i + 1) != "of") continue;
      std::string field;
      for (std::uint32_t k = i + 2; k < end && k < i + 5 && d.tokens[k].is_word() && !find_cue(s, Cue::have, k, k + 1) && !find_cue(s, Cue::sign_verb, k, k + 1) && !find_cue(s, Cue::in_word, k, k + 1) && !find_cue(s, Cue::between, k, k + 1); ++k) {
        if (!field.empty()) field += ' ';
        field += d.of(k);
      }
      for (char& c : field) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
      if (!field.empty()) return field;
    }
  }
  if (best) return d.grammar.texts[best->data];
  if (!own.empty()) return own;
  // A topic no list knows is told in the text's own words: "Memorandum on air policing".
  const CueSpot* on = find_cue(s, Cue::on_word, noun.end, noun.end + 3);
  if (!on) on = find_cue(s, Cue::for_word, noun.end, noun.end + 1);
  // "an MoU to improve air links": what for, without the verb
  if (!on && noun.end + 2 < end && d.of(noun.end) == "to") on = find_cue(s, Cue::to_word, noun.end, noun.end + 1);
  if (!on) return {};
  std::uint32_t from = on->end + (on->cue == Cue::to_word ? 1 : 0), to = from;
  if (from < end && (d.of(from) == "the" || (on->cue == Cue::to_word && (d.of(from) == "a" || d.of(from) == "an")))) ++from;
  for (to = from; to < end && to - from < 5 && !(on->cue == Cue::to_word && find_cue(s, Cue::on_word, to, to + 1)) && (d.tokens[to].is_word() || d.tokens[to].is(TokenKind::hyphen)); ++to) {}
  std::string words(d.of(Spot{from, to}));
  for (char& c : words) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  const std::string_view called = d.of(noun);
  if (!words.empty() && (called.starts_with("Memorand") || called.starts_with("memorand") || called.starts_with("Mo"))) words += " MoU";
  return words;
}

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
  for (std::uint32_t i = out.end; i < clause.end && i - noun.end < 14; ++i) {
    const Token& token = d.tokens[i];
    if (!token.is_word() && !token.is(TokenKind::hyphen)) break;
    bool stop = false;
    for (const CueSpot& cue : s.cues) {
      if (cue.begin == i && cue.cue == Cue::in_word && i + 3 < clause.end && (is_field(d.of(i + 2)) || is_field(d.of(i + 1)))) continue;  // "in the field of"
      if (cue.begin == i && cue.cue == Cue::in_word && is_cooperation_in(d, s, i, clause.end)) continue;
      if (cue.begin == i && (cue.cue == Cue::sign_verb || cue.cue == Cue::have || cue.cue == Cue::force || cue.cue == Cue::terminate || cue.cue == Cue::in_word || (cue.cue == Cue::treaty_noun && i > noun.end && !is_its_topic(d, s, noun, i)))) stop = true;
    }
    for (const When& when : s.dates) stop = stop || when.begin == i;
    if (stop) break;
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
    while (open < when.begin && (d.tokens[open].is_word() || d.tokens[open].is(TokenKind::hyphen)) && open - phrase.end < 9 && !find_cue(s, Cue::treaty_noun, open, open + 1)) ++open;
    if (d.tokens[open].is(TokenKind::open) && when.begin - open <= 3) {
      out = &when;
      return true;
    }
  }
  return false;
}

const When* of_date(const Document& d, const Sentence& s, Spot phrase) {
  for (const When& when : s.dates) {
    if (when.begin < phrase.end || when.begin - phrase.end > 1) continue;
    if (when.begin == phrase.end) {
      const CueSpot* of = find_cue_back(s, Cue::of_word, when.begin, phrase.begin);
      const CueSpot* on = find_cue_back(s, Cue::on_word, when.begin, phrase.begin);
      if ((of && of->end == when.begin) || (on && on->end == when.begin)) return &when;
    }
    if (find_cue(s, Cue::of_word, phrase.end, phrase.end + 1) || d.of(phrase.end) == "vom" || d.of(phrase.end) == "von") return &when;
  }
  return nullptr;
}

}  // namespace comity::claims
