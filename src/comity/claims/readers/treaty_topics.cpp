// What a treaty is about: a name of its own where the topic goes by many names ("avoidance of double taxation"), else the text's
// own words in small letters, without the cooperation and the filling around them ("Memorandum on air policing").
#include <algorithm>

#include "comity/claims/readers/treaty_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using TokenKind = Token::Kind;

constexpr std::uint32_t most_words = 5;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return out;
}

// "on", "for", "concerning", "regarding", "relating to": where the topic behind them begins; 0: no such word there.
std::uint32_t behind_about(const Document& d, const Sentence& s, std::uint32_t i, std::uint32_t end) {
  if (i + 1 >= end) return 0;
  if (const CueSpot* on = find_cue(s, Cue::on_word, i, i + 1)) return on->end;
  if (const CueSpot* why = find_cue(s, Cue::for_word, i, i + 1)) return why->end;
  const std::string word = lower(d.of(i));
  if (one_of(word, {"concerning", "regarding", "about", "covering"})) return i + 1;
  if (one_of(word, {"relating", "related", "pertaining", "aimed"}) && (d.of(i + 1) == "to" || d.of(i + 1) == "at")) return i + 2;
  return 0;
}

// Where the topic behind a noun begins: right behind it, or behind the parties ("between the Government of A and the Government
// of B on").
std::uint32_t topic_begin(const Document& d, const Sentence& s, const CueSpot& noun, std::uint32_t end) {
  std::uint32_t i = noun.end;
  if (i + 2 < end && d.tokens[i].is(TokenKind::open) && d.tokens[i + 2].is(TokenKind::close)) i += 3;  // "(MoU)"
  if (!find_cue(s, Cue::between, i, i + 1)) return i > noun.end && behind_about(d, s, i, end) ? i : noun.end;
  for (std::uint32_t k = i + 1; k < end; ++k) {
    if (behind_about(d, s, k, end)) return k;
    if (is_field(d.of(k)) && k > i + 1 && find_cue(s, Cue::of_word, k + 1, k + 2)) return k > i + 2 ? k - 2 : k;
  }
  return noun.end;
}

// A word at which the text's own words for a topic end.
bool ends_topic(const Document& d, const Sentence& s, std::uint32_t i) {
  if (!d.tokens[i].is_word() && !d.tokens[i].is(TokenKind::hyphen)) return true;
  for (const CueSpot& cue : s.cues) {
    if (cue.begin > i) break;
    if (cue.begin != i) continue;
    for (const Cue end : {Cue::have, Cue::sign_verb, Cue::between, Cue::with_word, Cue::by_word, Cue::from_word, Cue::force, Cue::terminate, Cue::month}) {
      if (cue.cue == end) return true;
    }
  }
  for (const When& when : s.dates) {
    if (when.begin == i) return true;
  }
  return one_of(d.of(i), {"after", "before", "until", "since", "upon", "as", "thus", "which", "that", "who", "when", "during", "under", "at", "through", "including", "while", "where", "within", "valued", "worth"});
}

// The text's own words from a token on: without what only fills, at most a few.
std::string own_words(const Document& d, const Sentence& s, std::uint32_t from, std::uint32_t end) {
  while (from < end && one_of(lower(d.of(from)), {"the", "a", "an", "mutual", "reciprocal", "bilateral", "strengthening", "enhancing", "promoting", "establishment", "establishing", "creation", "of", "its", "their", "further", "closer", "joint"})) ++from;
  std::uint32_t to = from;
  while (to < end && to - from < most_words && !ends_topic(d, s, to) && !(to > from && find_cue(s, Cue::in_word, to, to + 1)) && !(to > from && find_cue(s, Cue::on_word, to, to + 1)) && !(to > from && find_cue(s, Cue::for_word, to, to + 1)) && !(to > from && find_cue(s, Cue::to_word, to, to + 1))) ++to;
  while (to > from + 1 && one_of(lower(d.of(to - 1)), {"cooperation", "co-operation", "collaboration", "and", "of", "the", "a", "or", "-", "relations", "matters", "issues", "affairs", "sector", "sectors"})) --to;
  return to > from ? lower(d.of(Spot{from, to})) : std::string();
}

// "a scholarship agreement", "Status of Visiting Forces Agreement": what stands before the noun, where it is more than a name.
std::string words_before(const Document& d, const Sentence& s, const CueSpot& noun) {
  std::uint32_t from = noun.begin;
  while (from > s.range.begin && noun.begin - from < most_words) {
    const Token& token = d.tokens[from - 1];
    if (!token.is_word() && !(token.is(TokenKind::hyphen) && from < noun.begin)) break;
    const std::string word = lower(d.of(from - 1));
    if (std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& one) { return one.begin < from && from <= one.end; })) break;  // "$10 billion deals"
    if (ends_topic(d, s, from - 1) || find_cue(s, Cue::and_word, from - 1, from) || find_cue(s, Cue::of_word, from - 1, from) || find_cue(s, Cue::to_word, from - 1, from) || find_cue(s, Cue::both, from - 1, from) || find_cue(s, Cue::number_word, from - 1, from)) break;
    if (one_of(word, {"the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "no", "any", "some", "several", "many", "numerous", "various", "new", "first", "second", "third", "last", "recent", "latest", "another", "other", "further", "more", "such", "following", "previous", "existing", "bilateral", "joint", "mutual", "common", "final", "initial", "draft", "historic", "landmark", "important", "major", "general", "comprehensive", "special", "separate", "similar", "formal", "official", "international", "multilateral", "interim", "framework", "key", "main", "different", "intergovernmental", "inter-governmental", "long-term", "of", "in", "for", "on", "amended", "existing", "current", "old", "secret", "preliminary", "specific", "additional", "legal", "early", "also", "related", "certain", "institutional", "governmental", "wide-ranging", "broad", "basic", "as", "through", "each", "single", "all", "own", "two", "three", "four", "five", "six", "dozen"})) break;
    const auto state = [&](const NameSpot& name) { return name.begin < from && from <= name.end; };
    if (std::any_of(s.names.begin(), s.names.end(), state)) break;
    if (std::any_of(s.persons.begin(), s.persons.end(), [&](const PersonSpot& one) { return one.titled && one.begin < from && from <= one.end; })) break;
    --from;
  }
  while (from < noun.begin && d.tokens[from].is(TokenKind::hyphen)) ++from;
  if (from < noun.begin && from > s.range.begin && d.of(from - 1) == "to") ++from;  // "to sign agreements", "to realise agreements": a verb
  // "a basic agreement", "the Comprehensive Agreement": called by what kind it is
  if (from == noun.begin && noun.begin > s.range.begin && noun.end - noun.begin == 1 && lower(d.of(noun)) == "agreement") {
    if (const std::string kind = lower(d.of(noun.begin - 1)); one_of(kind, {"basic", "comprehensive", "framework", "general", "interim"})) return kind + " agreement";
  }
  // "the Prespa Agreement" is called by its place.
  const bool name_alone = noun.begin - from == 1 && d.tokens[from].capital && !d.tokens[noun.begin].capital;
  const bool titled_name = noun.begin - from == 1 && d.tokens[from].capital && d.tokens[noun.begin].capital;
  if (from == noun.begin || name_alone || titled_name) return {};
  std::string out = lower(d.of(Spot{from, noun.begin}));
  for (const std::string_view tail : {" cooperation", " co-operation", " partnership"}) {
    if (out.ends_with(tail)) out.resize(out.size() - tail.size());
  }
  return out == "cooperation" ? std::string() : out;
}

// "a memorandum on air policing"; one "of understanding" is an agreement like others.
bool is_memorandum(std::string_view called) { return called == "Memorandum" || called == "memorandum"; }

// "on the establishment of a Joint Permanent Commission"
std::string joint_body(const Document& d, const CueSpot& noun, std::uint32_t end) {
  for (std::uint32_t i = noun.end; i < end && i - noun.end < 9; ++i) {
    const std::string word = lower(d.of(i));
    if (word != "joint" && word != "mixed" && word != "intergovernmental") continue;
    for (std::uint32_t k = i + 1; k < end && k - i < 5; ++k) {
      const std::string what = lower(d.of(k));
      if (what == "commission" || what == "committee" || what == "council") return "joint " + what;
    }
  }
  // "on the establishment of a Bilateral Strategic Cooperation Council"
  for (std::uint32_t i = noun.end; i + 3 < end && i - noun.end < 6; ++i) {
    if (!one_of(lower(d.of(i)), {"establishment", "establishing", "establish", "creation", "creating", "create"})) continue;
    std::string out;
    for (std::uint32_t k = i + 1; k < end && k - i < 9; ++k) {
      const std::string what = lower(d.of(k));
      if (!d.tokens[k].is_word()) return {};
      if (one_of(what, {"of", "a", "an", "the", "bilateral", "high-level", "permanent", "cooperation", "two", "countries"})) continue;
      out += (out.empty() ? "" : " ") + what;
      if (one_of(what, {"commission", "committee", "council"})) return out;
    }
  }
  return {};
}

bool is_own(const Document& d, const CueSpot& cue) { return lower(d.of(cue)) == d.grammar.texts[cue.data]; }

// "Culture and Education", "Science & Technical Cooperation": both, where each goes by its own name.
std::string with_second(const Document& d, const Sentence& s, const CueSpot& best, std::uint32_t end) {
  const std::string& first = d.grammar.texts[best.data];
  if (!is_own(d, best) || best.end + 1 >= end) return first;
  if (!find_cue(s, Cue::and_word, best.end, best.end + 1) && d.of(best.end) != "&") return first;
  const CueSpot* next = nullptr;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::treaty_topic && cue.begin == best.end + 1 && cue.end <= end && (!next || cue.end > next->end)) next = &cue;
  }
  if (!next || d.grammar.texts[next->data] == "cooperation" || d.grammar.texts[next->data].find(' ') != std::string::npos) return first;
  return first + " and " + d.grammar.texts[next->data];
}

// "Culture, Education and Tourism" of one agreement: all of it, where each is a thing and not a quality.
std::string whole_list(const Document& d, const Sentence& s, const CueSpot& best, std::uint32_t end) {
  std::string out = d.grammar.texts[best.data];
  std::uint32_t at = best.end;
  int commas = 0;
  const auto quality = [](std::string_view word) { return word.ends_with("al") || word.ends_with("ic"); };
  while (at + 1 < s.range.end && at < end + 6 && is_own(d, best) && !quality(out)) {
    const bool comma = d.tokens[at].is(TokenKind::comma), last = find_cue(s, Cue::and_word, at, at + 1);
    if (!comma && !(last && commas)) break;
    std::uint32_t next = at + 1;
    const bool oxford = comma && find_cue(s, Cue::and_word, next, next + 1);
    if (oxford) ++next;
    const CueSpot* topic = s.cue_at(next, Cue::treaty_topic);
    if (!topic || !is_own(d, *topic) || quality(d.grammar.texts[topic->data])) break;
    commas += comma;
    out += (last || oxford ? " and " : ", ") + d.grammar.texts[topic->data];
    at = topic->end;
    if (last || oxford) return out;
  }
  return {};
}

std::string joined(const Document& d, const Sentence& s, const CueSpot& noun, const CueSpot& best, std::uint32_t end) {
  const bool plural = d.of(noun).ends_with('s') && d.grammar.language == "en";
  if (plural || best.begin < noun.end) return d.grammar.texts[best.data];
  std::string all = whole_list(d, s, best, end);
  return all.empty() ? with_second(d, s, best, end) : all;
}

// Whether a topic's word is the front of a longer one: "water management", not "water in", "trade and".
bool is_longer(const Document& d, const Sentence& s, const CueSpot& cue, std::uint32_t end) {
  if (cue.end >= end || !d.tokens[cue.end].is_word() || ends_topic(d, s, cue.end)) return false;
  for (const Cue small : {Cue::and_word, Cue::of_word, Cue::in_word, Cue::for_word, Cue::to_word, Cue::on_word, Cue::treaty_noun, Cue::treaty_topic}) {
    if (find_cue(s, small, cue.end, cue.end + 1)) return false;
  }
  return one_of(lower(d.of(cue.end)), {"management", "aid", "development", "training", "supply", "supplies", "safety", "conservation", "production", "transmission", "efficiency", "infrastructure", "policy", "protection", "security", "exploration", "technology", "research", "prevention", "control", "planning"});
}

// "cooperation in the field of forestry": the field, known or in the text's own words.
std::string field_of(const Document& d, const Sentence& s, const CueSpot& noun, std::uint32_t behind, std::uint32_t from, std::uint32_t end) {
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::treaty_topic || cue.begin < behind || cue.end > end || cue.begin - from > 12 || d.grammar.texts[cue.data] == "cooperation") continue;
    // "in the field of water management": the known word is the front of the topic
    if (cue.end - cue.begin == 1 && is_own(d, cue) && is_longer(d, s, cue, end)) return own_words(d, s, cue.begin, end);
    return joined(d, s, noun, cue, end);
  }
  // "cooperation in wildlife"
  if (behind > from && behind + 1 < end && find_cue(s, Cue::in_word, behind, behind + 1) && !is_field(d.of(behind + 1)) && !is_field(d.of(behind + 2 < end ? behind + 2 : behind + 1))) return own_words(d, s, behind + 1, end);
  for (std::uint32_t i = behind; i + 2 < end && i < behind + 6; ++i) {
    if (!is_field(d.of(i)) || d.of(i + 1) != "of") continue;
    if (const std::string field = own_words(d, s, i + 2, end); !field.empty()) return field;
  }
  return {};
}

}  // namespace

bool is_plural(std::string_view noun) { return noun.ends_with('s') || noun.starts_with("memoranda") || noun.starts_with("Memoranda") || noun.starts_with("letters of") || noun.starts_with("memorandums"); }

bool is_declaration(const Document& d, const CueSpot& noun) { return d.grammar.texts[noun.data] == "joint declaration" || d.grammar.texts[noun.data] == "joint statement"; }

bool is_field(std::string_view word) {
  for (const std::string_view one : {"field", "fields", "area", "areas", "sphere", "domain", "spheres", "domains"}) {
    if (word.size() == one.size() && word.substr(1) == one.substr(1) && (word[0] | 0x20) == one[0]) return true;
  }
  return false;
}

std::string topic_of(const Document& d, const Sentence& s, const CueSpot& noun, std::uint32_t end) {
  const std::uint32_t from = topic_begin(d, s, noun, end);
  if (std::string body = joint_body(d, noun, end); !body.empty()) return body;
  const CueSpot* best = nullptr;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::treaty_topic) continue;
    const bool before = cue.end <= noun.end && noun.begin - std::min(noun.begin, cue.end) <= 1 && cue.begin >= s.range.begin && (cue.end >= noun.begin || (d.tokens[cue.end].is_word() && !s.cue_at(cue.end, Cue::and_word)) || d.tokens[cue.end].is(TokenKind::hyphen));
    const bool within = cue.begin >= noun.begin && cue.end <= noun.end;
    const bool behind = cue.begin >= from && cue.begin >= noun.end && cue.end <= end && cue.begin - from <= 10;
    if (!before && !within && !behind) continue;
    if (!best || (behind && best->begin > cue.begin)) best = &cue;
  }
  // "Agreement in Social Communication Cooperation"
  if (best && d.grammar.texts[best->data] == "cooperation" && best->begin > noun.end + 1 && best->begin - noun.end <= 5 && (find_cue(s, Cue::in_word, noun.end, noun.end + 1) || find_cue(s, Cue::on_word, noun.end, noun.end + 1)) && d.tokens[noun.end + 1].capital) {
    if (std::string words = own_words(d, s, noun.end + 1, best->begin); !words.empty()) return words;
  }
  for (const CueSpot& cue : s.cues) {  // "Treaty of Friendship" + "Friendship, Commerce and Navigation"
    if (cue.cue == Cue::treaty_topic && cue.begin > noun.begin && cue.begin < noun.end && cue.end > noun.end) return d.grammar.texts[cue.data];
  }
  const std::string& own = d.grammar.texts[noun.data];
  if (is_declaration(d, noun)) {  // "Declaration on the Establishment of a Strategic Partnership"
    const CueSpot* partnership = find_cue(s, Cue::treaty_noun, noun.end, end);
    if (partnership && d.grammar.texts[partnership->data] == "strategic partnership" && behind_about(d, s, from, end)) return d.grammar.texts[partnership->data];
  }
  if (own == "partnership") {  // "a European partnership agreement"
    const std::string before = words_before(d, s, noun);
    const std::string_view name = noun.begin > s.range.begin ? d.of(noun.begin - 1) : std::string_view();
    if (before.empty() && one_of(name, {"European", "Economic", "economic", "Trade"})) return lower(name) + " " + own;
    return before.empty() ? own : before + " " + own;
  }
  if (!own.empty() && own != "strategic partnership" && own != "trade" && own != "investment" && own != "cooperation") return own;
  // "Agreement on the exemption of taxes on ships": a topic far behind other words is not what it is on.
  const std::uint32_t about = behind_about(d, s, from, end);
  if ((!best || d.grammar.texts[best->data] == "cooperation") && (own.empty() || own == "cooperation")) {
    if (std::string field = field_of(d, s, noun, best ? best->end : from, from, end); !field.empty()) return field;
  }
  // "an accord on petroleum taxation": the known word is a part of what it is on
  if (best && about && best->end - best->begin == 1 && is_own(d, *best) && (best->begin == about || (best->begin == about + 1 && d.of(about) == "the")) && best->end < end && d.tokens[best->end].is_word() && own.empty()) {
    const std::string words = own_words(d, s, best->begin, end);
    const std::string_view next = d.of(best->end);
    if (words.size() > d.grammar.texts[best->data].size() && words.find(" and ") == std::string::npos && !ends_topic(d, s, best->end) && next != "of" && next != "in" && next != "exists" && next != "is" && next != "was" && next != "for" && next != "to" && !find_cue(s, Cue::treaty_noun, best->end, best->end + 1)) return words;
  }
  // "an MoU on green hydrogen", "on sister ports": one word of its own before the known one
  if (best && about && own.empty() && best->begin == about + 1 && best->end - best->begin == 1 && is_own(d, *best) && !ends_topic(d, s, about)) {
    const std::string first = lower(d.of(about));
    if (first.size() > 3 && !is_field(first) && !find_cue(s, Cue::treaty_topic, about, about + 1) && !one_of(first, {"bilateral", "mutual", "reciprocal", "further", "closer", "joint", "free", "their", "common", "friendly", "international", "strengthening", "promoting", "promotion", "enhancing", "developing", "enhanced", "future", "general"}) && !find_cue(s, Cue::name, about, about + 1) &&
        std::none_of(s.names.begin(), s.names.end(), [&](const NameSpot& one) { return one.begin == about; })) {
      std::string words = own_words(d, s, about, best->end);
      if (is_memorandum(d.of(noun))) words += " MoU";
      return words;
    }
  }
  // "Cooperation Agreement regarding Civil Protection": what it is on stands behind
  if (own == "cooperation" && about && (!best || d.grammar.texts[best->data] == "cooperation")) {
    if (std::string words = own_words(d, s, about, end); !words.empty() && words != "cooperation") return words;
  }
  // "a trade facilitation agreement"
  if (best && best->end + 1 == noun.begin && is_own(d, *best) && one_of(lower(d.of(best->end)), {"facilitation", "promotion", "protection", "development", "liberalisation", "liberalization", "supply", "training", "sharing", "management", "transfer", "relief", "swap"})) {
    return d.grammar.texts[best->data] + " " + lower(d.of(best->end));
  }
  // "trade and defence agreements"
  if (best && best->end == noun.begin && is_own(d, *best) && best->begin >= s.range.begin + 2 && find_cue(s, Cue::and_word, best->begin - 1, best->begin)) {
    const CueSpot* first = find_cue_back(s, Cue::treaty_topic, best->begin - 1, best->begin - 2);
    if (first && first->end == best->begin - 1 && is_own(d, *first)) return d.grammar.texts[first->data] + " and " + d.grammar.texts[best->data];
  }
  if (best && d.grammar.texts[best->data] != "cooperation") return joined(d, s, noun, *best, end);
  if (best) return d.grammar.texts[best->data];
  if (!own.empty()) return own;
  if (d.grammar.language == "de") return {};
  // A topic no list knows is told in the text's own words: "Memorandum on air policing".
  std::uint32_t at = about;
  if (!at && noun.end + 2 < end && find_cue(s, Cue::on_word, noun.end + 1, noun.end + 3)) at = find_cue(s, Cue::on_word, noun.end + 1, noun.end + 3)->end;
  // "an MoU to improve air links": what for, without the verb
  if (!at && noun.end + 2 < end && d.of(noun.end) == "to" && !d.tokens[noun.end + 1].capital) at = noun.end + 2;
  // "a treaty of cession", "a Compact of Free Association", not "the Treaty of Lima"
  if (!at && noun.end + 1 < end && d.of(noun.end) == "of") {
    const std::uint32_t first = noun.end + 1;
    const bool name = std::any_of(s.names.begin(), s.names.end(), [&](const NameSpot& one) { return one.begin == first; }) || (d.tokens[first].capital && (first + 1 >= end || !d.tokens[first + 1].capital));
    if (!name && !one_of(d.of(first), {"the", "intent", "understanding", "this", "its", "their", "mutual"}) && !find_cue(s, Cue::between, first, first + 1)) at = first;
  }
  std::string words = at ? own_words(d, s, at, end) : words_before(d, s, noun);
  if (!words.empty() && is_memorandum(d.of(noun))) words += " MoU";
  return words;
}

std::string topic_with_second(const Document& d, const Sentence& s, const CueSpot& topic, std::uint32_t end) { return with_second(d, s, topic, end); }

std::string topic_behind_verb(const Document& d, const Sentence& s, const CueSpot& noun, Spot phrase, const CueSpot& sign) {
  if (!d.grammar.texts[noun.data].empty() || sign.begin < phrase.end || sign.begin - phrase.end > 1 || sign.end >= s.range.end) return {};
  if (!find_cue(s, Cue::to_word, sign.end, sign.end + 1) && !find_cue(s, Cue::on_word, sign.end, sign.end + 1) && !find_cue(s, Cue::for_word, sign.end, sign.end + 1)) return {};
  std::string out;
  for (const CueSpot& cue : s.cues) {
    if (cue.cue != Cue::treaty_topic || cue.begin <= sign.end || cue.begin - sign.end > 6) continue;
    out = d.grammar.texts[cue.data];
    if (out != "cooperation") break;
  }
  return out;
}

std::string own_topic(const Document& d, const Sentence& s, Spot phrase) {
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::treaty_topic && cue.begin >= phrase.begin && cue.end <= phrase.end && d.grammar.texts[cue.data] != "cooperation") return d.grammar.texts[cue.data];
  }
  return own_words(d, s, phrase.begin, phrase.end);
}

}  // namespace comity::claims
