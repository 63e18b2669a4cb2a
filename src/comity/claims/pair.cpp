// Which language a document is in, and which two states it is about.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "comity/claims/extract.hpp"

namespace comity::claims {

std::string_view guess_language(std::string_view text) {
  int english = 0, german = 0;
  std::string word;
  const std::string_view head = text.substr(0, 20000);
  for (std::size_t i = 0; i <= head.size(); ++i) {
    const char c = i < head.size() ? head[i] : ' ';
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
      word += static_cast<char>(c | 0x20);
      continue;
    }
    if (!word.empty()) {
      for (const auto one : {"the", "of", "and", "to", "was", "were", "has"}) english += word == one;
      for (const auto one : {"der", "und", "die", "das", "ist", "im", "wurde", "mit", "den"}) german += word == one;
      word.clear();
    }
  }
  return german > english ? "de" : "en";
}

namespace {

void count_names(const Grammar& grammar, const Words& words, Sentence& sentence, bool title, std::map<StateId, std::uint32_t>& counts) {
  find_cues(words, sentence);
  for (const NameSpot& name : sentence.names) {
    const NameEntry& entry = grammar.names[name.entry];
    if (title && entry.form >= NameForm::capital) continue;
    counts[entry.states.front()] += entry.form == NameForm::name ? 3 : entry.form == NameForm::adjective ? 2 : 1;
  }
}

constexpr std::uint32_t longest_title = 14;  // tokens

// Whether a short first block is a title and no sentence of news: it speaks of relations, or names the two and little more.
bool is_title(const Grammar& grammar, const Words& words, const Sentence& sentence, const Block& block) {
  if (block.kind == Block::Kind::heading || sentence.range.end <= longest_title) return true;
  if (sentence.has(Cue::relations_noun) || sentence.has(Cue::both)) return true;
  std::size_t names = 0;
  for (const NameSpot& name : sentence.names) names += grammar.names[name.entry].form == NameForm::name && name.begin <= 4;
  (void)words;
  return names == 2;
}

}  // namespace

bool find_pair(const Grammar& grammar, const PlainText& plain, StateId& a, StateId& b, std::string& why_not) {
  std::vector<Token> tokens;
  std::map<StateId, std::uint32_t> counts;
  Sentence sentence;
  std::size_t read = 0;
  bool title_done = false;
  for (const Block& block : plain.blocks) {
    if (read > 60000) break;
    read += block.end - block.begin;
    tokens.clear();
    read_tokens(plain.text, block.begin, std::min(block.end, block.begin + 60000), grammar.words, tokens);
    sentence.clear();
    sentence.range = {0, static_cast<std::uint32_t>(tokens.size())};
    const Words words{grammar, plain.text, tokens};
    std::map<StateId, std::uint32_t> here;
    const bool title = !title_done && block.end - block.begin < 200;
    count_names(grammar, words, sentence, title, title ? here : counts);
    if (!title) continue;
    // A title names exactly two states.
    std::vector<StateId> named;
    for (const NameSpot& name : sentence.names) {
      const NameEntry& entry = grammar.names[name.entry];
      if (entry.form >= NameForm::capital) continue;
      if (std::find_if(named.begin(), named.end(), [&](StateId one) { return grammar.code(one) == grammar.code(entry.states.front()); }) == named.end()) named.push_back(entry.states.front());
    }
    const bool of_past = std::any_of(named.begin(), named.end(), [&](StateId one) { return grammar.past[one.value]; });
    if (named.size() == 2 && is_title(grammar, words, sentence, block) && (!of_past || block.kind == Block::Kind::heading || sentence.range.end <= longest_title)) {
      a = named[0], b = named[1];
      return true;
    }
    if (!named.empty() || read > 400) title_done = true;
    for (const auto& [state, count] : here) counts[state] += count * 2;
  }
  // "India–Mexico relations are …": the first sentence of a text without a title; else the two named most.
  std::vector<std::pair<std::uint32_t, StateId>> ranked;
  for (const auto& [state, count] : counts) {
    const auto same = std::find_if(ranked.begin(), ranked.end(), [&, id = state](const auto& one) { return grammar.code(one.second) == grammar.code(id); });
    if (same != ranked.end()) same->first += count;
    else ranked.push_back({count, state});
  }
  // States of today before those that are no more: a page on Germany and Thailand may begin with Prussia.
  const auto of_today = [&](const auto& one) { return one.first >= 2 && !grammar.past[one.second.value]; };
  std::stable_sort(ranked.begin(), ranked.end(), [&](const auto& x, const auto& y) { return of_today(x) != of_today(y) ? of_today(x) : x.first > y.first; });
  if (ranked.size() < 2 || ranked[1].first < 2) {
    why_not = ranked.empty() ? "the text names no country" : fmt::format("the text names no second country beside {}", grammar.code(ranked[0].second));
    return false;
  }
  a = ranked[0].second, b = ranked[1].second;
  return true;
}

}  // namespace comity::claims
