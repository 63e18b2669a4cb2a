// A few words to look for at every word of a text: most are told apart by their length and first letter, without a comparison.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace comity::claims {

template <std::size_t count>
class WordSet {
 public:
  template <class... Words>
  constexpr explicit WordSet(Words... words) : words_{std::string_view(words)...} {
    for (const std::string_view word : words_) letters_ |= letter(word), lengths_ |= 1u << word.size();
  }

  constexpr bool has(std::string_view word) const {
    constexpr std::size_t longest = 31;
    if (word.empty() || word.size() > longest || !(lengths_ >> word.size() & 1u) || !(letters_ & letter(word))) return false;
    for (const std::string_view one : words_) {
      if (one.size() == word.size() && one.front() == word.front() && one == word) return true;
    }
    return false;
  }

 private:
  static constexpr std::uint64_t letter(std::string_view word) { return std::uint64_t{1} << (static_cast<unsigned char>(word[0]) & 63u); }

  std::array<std::string_view, count> words_;
  std::uint64_t letters_ = 0;
  std::uint32_t lengths_ = 0;
};

// The same for words that are looked at now and then. What differs in its first letter is not compared.
inline bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  if (word.empty()) return std::find(words.begin(), words.end(), word) != words.end();
  return std::any_of(words.begin(), words.end(), [&](std::string_view one) { return one.size() == word.size() && one.front() == word.front() && one == word; });
}

template <class... Words>
WordSet(Words...) -> WordSet<sizeof...(Words)>;

}  // namespace comity::claims
