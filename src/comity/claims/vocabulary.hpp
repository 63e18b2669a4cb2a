// The words a grammar knows, as small numbers, and a trie of phrases over them. A word is compared folded: lower case,
// Latin letters without accents, ß as ss, a typographic apostrophe as '. Not for display. Immutable once reading begins.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace comity::claims {

using WordId = std::uint32_t;  // 0 = not in the vocabulary

// Folds one word; `out` is overwritten. Cost: linear. Words longer than 63 bytes are cut: no grammar holds one.
void fold_word(std::string_view word, std::string& out);

class Vocabulary {
 public:
  Vocabulary();
  WordId add(std::string_view folded);
  WordId find(std::string_view folded) const { return find(folded, hash(folded)); }
  WordId find(std::string_view folded, std::uint64_t hash) const;
  std::size_t size() const { return words_.size(); }
  std::string_view word(WordId id) const { return words_[id]; }
  static std::uint64_t hash(std::string_view folded);

 private:
  void grow();
  std::vector<std::string> words_;
  std::vector<std::uint64_t> hashes_;
  std::vector<WordId> slots_;
};

// Phrases (sequences of words) with what each means. A meaning is a class and a number of that class.
struct Meaning {
  std::uint16_t cls = 0;
  std::uint32_t data = 0;
};

class Phrases {
 public:
  Phrases();
  void add(const std::vector<WordId>& words, Meaning meaning);
  // Node behind `node` on `word`; 0 when there is none. The root is node 0.
  std::uint32_t step(std::uint32_t node, WordId word) const;
  bool begins(WordId word) const { return word < first_.size() && first_[word] != 0; }
  const std::vector<Meaning>& meanings(std::uint32_t node) const { return meanings_[node]; }

 private:
  struct Edge {
    std::uint64_t key = 0;
    std::uint32_t node = 0;
  };
  std::uint32_t put(std::uint32_t node, WordId word);
  void grow();
  std::vector<Edge> edges_;
  std::size_t used_ = 0;
  std::vector<std::uint32_t> first_;  // root's edges, by word: most words begin nothing
  std::vector<std::vector<Meaning>> meanings_;
};

}  // namespace comity::claims
