// A text cut into folded words with their places, for the finder of names; and what the words around a name say about
// whether it is a state: a person's first or last name, a river, another place of that name.
#pragma once

#include <vector>

#include "comity/world/detail/fold_table.hpp"
#include "comity/world/resolver.hpp"

namespace comity::world::detail {

struct TextWord {
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::size_t bare_end = 0;        // without "'s"
  std::uint32_t letters = 0;       // first, among the text's folded letters
  std::uint16_t size = 0;
  bool is_cased = false;           // its first letter has capitals
  bool is_capital = false;
  bool is_all_capitals = false;
  bool possessive = false;
  bool breaks_before = false;      // a full stop, a line's end or another sign stands before it that no name goes across
  bool ends_sentence_before = false;
  bool comma_before = false;
  bool line_before = false;        // it begins a line
  bool may_begin = true;           // false inside a Korean word
};

class TextWords {
 public:
  TextWords(const FoldTable& table, std::string_view text);
  std::size_t size() const { return words_.size(); }
  const TextWord& operator[](std::size_t i) const { return words_[i]; }
  std::u32string_view letters(std::size_t i) const { return {letters_.data() + words_[i].letters, words_[i].size}; }

 private:
  std::vector<TextWord> words_;
  std::vector<char32_t> letters_;
};

// Lowers the score of a mention of the words [first, end) where its surroundings speak against a state, with a note.
void weigh_surroundings(const TextWords& words, std::size_t first, std::size_t end, Mention& mention);

}  // namespace comity::world::detail
