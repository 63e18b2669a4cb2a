// A block of plain text → tokens, and tokens → sentences. The third stage. A token is a word, a number with its
// separators, or a sign; footnote marks, addresses and names of files are no tokens at all. Words carry their number in
// the vocabulary, 0 for those that no grammar knows. Cost: one pass, about 50 MB a second.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "comity/claims/vocabulary.hpp"

namespace comity::claims {

struct Token {
  enum class Kind : std::uint8_t { word, number, ordinal, stop, comma, semicolon, colon, open, close, dash, hyphen, quote, slash, percent, money, possessive, bar, sign };
  std::uint32_t begin = 0, end = 0;  // bytes of the plain text
  WordId word = 0;
  Kind kind = Kind::word;
  bool capital = false;  // begins with a capital letter
  bool capitals = false; // of two letters or more, all capital
  bool spaced = false;   // a blank stands before it

  bool is(Kind other) const { return kind == other; }
  bool is_word() const { return kind == Kind::word; }
};

// Appends the tokens of text[begin, end).
void read_tokens(std::string_view text, std::size_t begin, std::size_t end, const Vocabulary& words, std::vector<Token>& out);

// Tokens [begin, end) of one sentence.
struct SentenceRange {
  std::uint32_t begin = 0, end = 0;
};

// Splits tokens[from, size) into sentences of at most 250 tokens. `stops`, by word: 1 = a full stop behind it is its own (an
// abbreviation), 2 = a number with a full stop before it is an ordinal ("21. März").
void split_sentences(std::string_view text, const std::vector<Token>& tokens, std::size_t from, const std::vector<unsigned char>& stops,
                     std::vector<SentenceRange>& out);

}  // namespace comity::claims
