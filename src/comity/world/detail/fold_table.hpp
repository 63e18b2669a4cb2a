// The folded form of names for the index of names: what fold_name() gives, without the blanks between words, and with
// spellings of the Arabic script alike that differ from language to language. By a table of code points, made once
// with ICU and kept in the index, so that folding a name in any script costs nanoseconds a letter and needs no ICU.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comity::world::detail {

// A name, folded: its letters without blanks, and where its words begin. Names longer than the capacity are no names.
struct Folded {
  static constexpr std::size_t capacity = 192, most_words = 48;
  std::array<char32_t, capacity> letters;
  std::array<std::uint8_t, most_words + 1> starts;  // of each word; behind the last, the size
  std::uint16_t size = 0, words = 0;
  bool too_long = false;

  std::u32string_view text() const { return {letters.data(), size}; }
  std::u32string_view word(std::size_t i) const { return {letters.data() + starts[i], static_cast<std::size_t>(starts[i + 1] - starts[i])}; }
};

// Han, Kana, Thai, Lao, Khmer and Burmese: written without blanks between words, so that every letter may begin a name.
bool is_unspaced(char32_t c);
inline bool is_hangul(char32_t c) { return c >= 0xac00 && c <= 0xd7a3; }

class FoldTable {
 public:
  // What becomes of a code point; the number of a letter, or one of these.
  static constexpr std::uint32_t drop = 0xffffffffu, word_end = 0xfffffffeu, full_stop = 0xfffffffdu, ampersand = 0xfffffffcu, sequence = 0x80000000u;

  FoldTable() = default;
  // A view of bytes that make_bytes() gave, aligned to four.
  explicit FoldTable(std::span<const std::uint32_t> words);

  // Page numbers for each 256 code points, pages, and sequences. Throws DataError when ICU has no data.
  static std::vector<std::uint32_t> make();

  void fold(std::string_view name, Folded& out) const;
  std::uint32_t of(char32_t c) const { return c < 0x110000 ? pages_[index_[c >> 8] * 256u + (c & 0xff)] : drop; }
  // The letters of a sequence.
  std::span<const std::uint32_t> letters(std::uint32_t code) const { return {sequences_ + (code & 0xffffffu), (code >> 24) & 0x7fu}; }

 private:
  const std::uint32_t* index_ = nullptr;
  const std::uint32_t* pages_ = nullptr;
  const std::uint32_t* sequences_ = nullptr;
};

// The next code point of UTF-8 text; moves `at`. 0xffffffff where the bytes are none.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t c);

}  // namespace comity::world::detail
