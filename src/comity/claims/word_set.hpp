// A few words to look for at every word of a text: most are told apart by their length and first letter, without a comparison.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace comity::claims {

// The words of a sentence, or those that a reader looks for, as bits: where the two do not meet, the sentence has none of them, and the
// reader need not look at its words one by one. Where they meet it mostly has one.
class WordBits {
 public:
  constexpr void add(std::string_view word) {
    if (!word.empty()) bits_[slot(word) / 64] |= std::uint64_t{1} << slot(word) % 64;
  }
  constexpr bool meet(const WordBits& other) const {
    std::uint64_t both = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) both |= bits_[i] & other.bits_[i];
    return both != 0;
  }
  void clear() { bits_.fill(0); }
  // A number below 2048 that words of the same letters share; no empty word.
  static constexpr std::size_t slot(std::string_view word) {
    const auto letter = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(word[i])); };
    const std::size_t size = word.size();
    const std::uint32_t mixed = (letter(0) | letter(size / 2) << 8 | letter(size - 1) << 16 | letter(size > 2 ? 2 : 0) << 24) ^ static_cast<std::uint32_t>(size) * 0x85ebu;
    return mixed * 0x9e3779b1u >> 21;
  }

 private:
  std::array<std::uint64_t, 32> bits_{};
};

template <std::size_t count>
class WordSet {
 public:
  template <class... Words>
  constexpr explicit WordSet(Words... words) : words_{std::string_view(words)...} {
    std::uint8_t index = 0;
    for (const std::string_view word : words_) {
      letters_ |= letter(word), lengths_ |= 1u << word.size();
      std::size_t at = WordBits::slot(word) % places;
      while (index_[at] != 0) at = (at + 1) % places;
      index_[at] = ++index;
    }
  }

  constexpr bool has(std::string_view word) const {
    constexpr std::size_t longest = 31;
    if (word.empty() || word.size() > longest || !(lengths_ >> word.size() & 1u) || !(letters_ & letter(word))) return false;
    for (std::size_t at = WordBits::slot(word) % places; index_[at] != 0; at = (at + 1) % places) {
      if (words_[index_[at] - 1u] == word) return true;
    }
    return false;
  }

  constexpr void mark(WordBits& bits) const {
    for (const std::string_view word : words_) bits.add(word);
  }

 private:
  static constexpr std::uint64_t letter(std::string_view word) { return std::uint64_t{1} << (static_cast<unsigned char>(word[0]) & 63u); }

  static constexpr std::size_t places = std::bit_ceil(count * 2 + 1);
  static_assert(count < 255);

  std::array<std::string_view, count> words_;
  std::array<std::uint8_t, places> index_{};  // by the bits of a word: its place in words_ and one; 0 = none
  std::uint64_t letters_ = 0;
  std::uint32_t lengths_ = 0;
};

// The same for words that are looked at now and then. What differs in its first letter is not compared.
inline bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view one : words) {
    if (one.size() == word.size() && (word.empty() || (one.front() == word.front() && one == word))) return true;
  }
  return false;
}

template <class... Words>
WordSet(Words...) -> WordSet<sizeof...(Words)>;

template <class... Sets>
constexpr WordBits bits_of(const Sets&... sets) {
  WordBits out;
  (sets.mark(out), ...);
  return out;
}

}  // namespace comity::claims
