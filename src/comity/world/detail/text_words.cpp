#include "comity/world/detail/text_words.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace comity::world::detail {
namespace {

using Word = std::u32string_view;

// Abbreviations whose full stop ends no sentence; they stand inside names.
constexpr Word abbreviations[] = {U"saint", U"sainte", U"st", U"ste", U"rep", U"dem", U"isl", U"is", U"isds", U"terr", U"fed", U"pres", U"mr", U"mrs", U"dr", U"gen", U"gov", U"sen"};

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2bc; }
// Signs that no name goes across; a comma and a bracket may stand inside one.
bool is_break(char32_t c) {
  return c == '!' || c == '?' || c == ';' || c == ':' || c == '"' || c == '|' || c == '=' || c == 0x201c || c == 0x201d || c == 0xab || c == 0xbb || c == 0x2026 ||
         c == 0x2013 || c == 0x2014 || c == 0x3002 || c == 0xff0c || c == 0x3001 || c == 0x60c || c == 0x964;
}

class Cutter {
 public:
  Cutter(const FoldTable& table, std::string_view text, std::vector<TextWord>& words, std::vector<char32_t>& letters)
      : table_(table), text_(text), words_(words), letters_(letters) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text_, at);
      const std::uint32_t code = table_.of(c);
      if (code < FoldTable::ampersand) {
        letter(c, code, begin, at);
      } else if (code == FoldTable::drop) {
        if (is_apostrophe(c) && open_) apostrophe_ = begin, at_apostrophe_ = letters_.size();
      } else if (code == FoldTable::full_stop) {
        dot(at);
      } else {
        close();
        if (code == FoldTable::ampersand) put_and(begin, at);
        mark(c, at);
      }
    }
    close();
  }

 private:
  void letter(char32_t c, std::uint32_t code, std::size_t begin, std::size_t end) {
    const char32_t whole = code >= FoldTable::sequence ? c : code;
    const bool hangul = is_hangul(whole), alone = is_unspaced(whole) || hangul;
    if (alone) close();
    if (!open_) start(c, begin);
    // Korean ends its words with particles: a name begins where a word does, and may end anywhere.
    if (hangul && begin != 0 && begin == last_hangul_) word_.may_begin = false;
    last_hangul_ = hangul ? end : 0;
    if (code < FoldTable::sequence) {
      letters_.push_back(code);
    } else {
      for (const std::uint32_t part : table_.letters(code)) letters_.push_back(part);
    }
    if (!u_isupper(static_cast<UChar32>(c)) && u_isalpha(static_cast<UChar32>(c))) word_.is_all_capitals = false;
    word_.end = end, ++count_;
    if (alone) close();
  }

  void start(char32_t c, std::size_t begin) {
    open_ = true, count_ = 0, initials_ = false, apostrophe_ = 0;
    word_ = {};
    word_.begin = begin, word_.letters = static_cast<std::uint32_t>(letters_.size());
    const auto whole = static_cast<UChar32>(c);
    word_.is_capital = u_isupper(whole), word_.is_cased = u_isupper(whole) || u_islower(whole);
    word_.is_all_capitals = true;
    word_.breaks_before = breaks_, word_.ends_sentence_before = sentence_, word_.comma_before = comma_, word_.line_before = line_;
    breaks_ = sentence_ = comma_ = line_ = false;
  }

  void dot(std::size_t next) {
    if (open_ && (count_ == 1 || initials_)) {
      initials_ = true, count_ = 1;
      word_.end = next;  // the stop behind "U.S." is part of it
      return;
    }
    close();
    const bool abbreviated = !words_.empty() && std::find(std::begin(abbreviations), std::end(abbreviations), letters_of(words_.back())) != std::end(abbreviations);
    if (!abbreviated) breaks_ = sentence_ = true;
  }

  void mark(char32_t c, std::size_t next) {
    if (c == ',') comma_ = true;
    if (c == '\n') {
      line_ = true;  // an empty line ends what stands before it
      if (next < text_.size() && text_[next] == '\n') breaks_ = sentence_ = true;
      return;
    }
    if (is_break(c)) breaks_ = true, sentence_ = sentence_ || c == '!' || c == '?' || c == 0x3002;
  }

  void put_and(std::size_t begin, std::size_t end) {
    start('&', begin);
    for (const char32_t c : U"and") if (c) letters_.push_back(c);
    word_.end = end;
    close();
  }

  Word letters_of(const TextWord& word) const { return {letters_.data() + word.letters, word.size}; }

  void close() {
    if (!open_) return;
    open_ = false;
    word_.size = static_cast<std::uint16_t>(std::min<std::size_t>(letters_.size() - word_.letters, 0xffff));
    word_.bare_end = word_.end;
    if (apostrophe_ != 0 && at_apostrophe_ + 1 == letters_.size() && letters_.back() == 's' && word_.size > 1) word_.possessive = true, word_.bare_end = apostrophe_;
    const Word letters = letters_of(word_);
    if (letters == U"the") {  // never part of a name's letters
      letters_.resize(word_.letters);
      breaks_ = word_.breaks_before, sentence_ = word_.ends_sentence_before, comma_ = word_.comma_before, line_ = word_.line_before;
      return;
    }
    if (letters == U"st" || letters == U"ste") {
      const Word full = letters == U"st" ? U"saint" : U"sainte";
      letters_.resize(word_.letters);
      letters_.insert(letters_.end(), full.begin(), full.end());
      word_.size = static_cast<std::uint16_t>(full.size());
    }
    words_.push_back(word_);
  }

  const FoldTable& table_;
  std::string_view text_;
  std::vector<TextWord>& words_;
  std::vector<char32_t>& letters_;
  TextWord word_;
  bool open_ = false, initials_ = false, breaks_ = false, sentence_ = true, comma_ = false, line_ = true;
  std::size_t count_ = 0, apostrophe_ = 0, at_apostrophe_ = 0, last_hangul_ = 0;
};

}  // namespace

TextWords::TextWords(const FoldTable& table, std::string_view text) {
  words_.reserve(text.size() / 6 + 1);
  letters_.reserve(text.size() + 8);
  Cutter(table, text, words_, letters_).run();
}

}  // namespace comity::world::detail
