// Words of names that say little by themselves: articles and prepositions, forms of government, and the ways to cut
// words short. They let "Korea, Rep. of" and "Republic of Korea" be one bag of words.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "comity/world/detail/fold_table.hpp"

namespace comity::world::detail {

bool is_stop_word(std::u32string_view word);        // "of", "and", "de", "und"
bool is_government_word(std::u32string_view word);  // "republic", "kingdom", "federal"; also "former"

// The words of a folded name in one form each, sorted, without stop words; single letters in a row are one word.
struct Bag {
  std::array<std::uint64_t, 24> words;  // hashes
  std::size_t size = 0;
  bool too_long = false;
  std::uint64_t hash() const;
};
Bag bag_of(const Folded& name);
// The first letters of the words, sorted, without stop words: "dem rep congo" and "Democratic Republic of the Congo" are alike.
std::uint64_t initials_of(const Folded& name);

}  // namespace comity::world::detail
