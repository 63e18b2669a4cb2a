#include "comity/claims/tokens.hpp"

namespace comity::claims {
namespace {

using Kind = Token::Kind;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (static_cast<unsigned char>(c | 0x20) >= 'a' && static_cast<unsigned char>(c | 0x20) <= 'z'); }

// Latin Extended-A: capitals are the even code points, but the odd ones in two stretches ("Łódź", "Željko").
bool extended_capital(unsigned code) {
  const bool odd = (code >= 0x139 && code <= 0x148) || code >= 0x179;
  return (code % 2 == 1) == odd;
}

// Signs of more than one byte, that are no letters. Length 0: the character is a letter.
struct Sign {
  std::size_t length = 0;
  Kind kind = Kind::sign;
  bool blank = false, apostrophe = false;
};

Sign sign_at(std::string_view text, std::size_t i, std::size_t end) {
  const auto byte = [&](std::size_t k) { return i + k < end ? static_cast<unsigned char>(text[i + k]) : 0u; };
  const unsigned a = byte(0), b = byte(1), c = byte(2);
  if (a == 0xc2) {
    if (b == 0xa0) return {2, Kind::sign, true};
    if (b == 0xa3 || b == 0xa5) return {2, Kind::money};
    if (b == 0xab || b == 0xbb) return {2, Kind::quote};
    if (b == 0xb4) return {2, Kind::quote, false, true};  // an accent for an apostrophe
    return {b ? 2u : 1u, Kind::sign};
  }
  if (a == 0xe2 && b == 0x80) {
    if ((c >= 0x80 && c <= 0x8b) || c == 0xaf) return {3, Kind::sign, true};
    if (c == 0x90 || c == 0x91) return {3, Kind::hyphen};
    if (c >= 0x92 && c <= 0x95) return {3, Kind::dash};
    if (c == 0x99 || c == 0x98) return {3, Kind::quote, false, true};
    if (c >= 0x9a && c <= 0x9f) return {3, Kind::quote};
    return {3, Kind::sign};
  }
  if (a == 0xe2 && b == 0x82 && c >= 0xa0 && c <= 0xbf) return {3, Kind::money};
  if (a == 0xe2 && c) return {3, Kind::sign};
  if (a >= 0x80 && a < 0xc2) return {1, Kind::sign};
  if (a >= 0xf0) return {1, Kind::sign};
  return {};
}

class Reader {
 public:
  Reader(std::string_view text, std::size_t begin, std::size_t end, const Vocabulary& words, std::vector<Token>& out)
      : text_(text), end_(end), words_(words), out_(out), i_(begin) {}

  void run() {
    while (i_ < end_) {
      const char c = text_[i_];
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        spaced_ = true;
        ++i_;
      } else if (letter(c)) {
        word();
      } else if (digit(c)) {
        number();
      } else if (static_cast<unsigned char>(c) >= 0x80) {
        const Sign sign = sign_at(text_, i_, end_);
        if (sign.length == 0) {
          word();
        } else if (sign.blank) {
          spaced_ = true;
          i_ += sign.length;
        } else {
          if (sign.apostrophe && possessive(sign.length)) continue;
          add(sign.kind, i_, i_ + sign.length);
        }
      } else {
        ascii(c);
      }
    }
  }

 private:
  Token& add(Kind kind, std::size_t begin, std::size_t end) {
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.kind = kind;
    token.spaced = spaced_;
    spaced_ = false;
    out_.push_back(token);
    i_ = end;
    return out_.back();
  }

  // "'s" behind a word.
  bool possessive(std::size_t mark) {
    if (out_.empty() || !out_.back().is_word()) return false;
    const std::size_t s = i_ + mark;
    // "the Philippines' trade": of a name that ends in s
    if (!spaced_ && out_.back().capital && text_[out_.back().end - 1] == 's' && s + 1 < end_ && text_[s] == ' ' && (letter(text_[s + 1]) || digit(text_[s + 1]))) {
      add(Kind::possessive, i_, s).word = words_.find("'s");
      return true;
    }
    if (spaced_ && !out_.back().capital) return false;  // "Vietnam 's trade" of a page that was put together
    if (s < end_ && text_[s] == 's' && (s + 1 >= end_ || (!letter(text_[s + 1]) && !digit(text_[s + 1])))) {
      add(Kind::possessive, i_, s + 1).word = words_.find("'s");
      return true;
    }
    return false;
  }

  void ascii(char c) {
    switch (c) {
      case '.': case '!': case '?': add(Kind::stop, i_, i_ + 1); return;
      case ',': add(Kind::comma, i_, i_ + 1); return;
      case ';': add(Kind::semicolon, i_, i_ + 1); return;
      case ':': add(Kind::colon, i_, i_ + 1); return;
      case '(': add(Kind::open, i_, i_ + 1); return;
      case ')': add(Kind::close, i_, i_ + 1); return;
      case '-': add(spaced_ ? Kind::dash : Kind::hyphen, i_, i_ + 1); return;
      case '"': add(Kind::quote, i_, i_ + 1); return;
      case '/': add(Kind::slash, i_, i_ + 1); return;
      case '%': add(Kind::percent, i_, i_ + 1); return;
      case '$': add(Kind::money, i_, i_ + 1); return;
      case '|': add(Kind::bar, i_, i_ + 1); return;
      case '`':
      case '\'':
        if (!possessive(1)) add(Kind::quote, i_, i_ + 1);
        return;
      case '[':
        if (footnote()) return;
        add(Kind::sign, i_, i_ + 1);
        return;
      case '*': case '_': ++i_; return;
      default: add(Kind::sign, i_, i_ + 1); return;
    }
  }

  // "[12]", "[note 3]", "[a]": skipped.
  bool footnote() {
    std::size_t i = i_ + 1;
    while (i < end_ && i - i_ < 14 && text_[i] != ']' && text_[i] != '[') ++i;
    if (i >= end_ || text_[i] != ']') return false;
    const std::string_view inside = text_.substr(i_ + 1, i - i_ - 1);
    const bool note = !inside.empty() && (digit(inside.back()) || inside.size() == 1 || inside == "citation needed");
    if (note) i_ = i + 1;
    return note;
  }

  void skip_to_blank() {
    while (i_ < end_ && text_[i_] != ' ' && text_[i_] != '\n' && text_[i_] != '\t' && text_[i_] != ']') ++i_;
    spaced_ = true;
  }

  void word() {
    const std::size_t begin = i_;
    std::size_t i = i_, letters = 0, uppers = 0;
    bool dotted = false;
    while (i < end_) {
      const char c = text_[i];
      if (letter(c)) {
        ++letters;
        uppers += c >= 'A' && c <= 'Z';
        ++i;
      } else if (digit(c)) {
        if (glued_sum(begin, i)) break;
        ++i;
      } else if (static_cast<unsigned char>(c) >= 0x80) {
        const Sign sign = sign_at(text_, i, end_);
        if (sign.length && !sign.apostrophe) break;
        if (sign.apostrophe) {
          if (!joins(i, sign.length)) break;
          i += sign.length;
          continue;
        }
        const auto lead = static_cast<unsigned char>(c);
        std::size_t length = lead >= 0xe0 ? 3 : 2;
        ++letters;
        const auto next = i + 1 < end_ ? static_cast<unsigned char>(text_[i + 1]) : 0u;
        uppers += (lead == 0xc3 && next < 0x9f) || ((lead == 0xc4 || lead == 0xc5) && next % 2 == 0) || (lead == 0xd0 && next >= 0x90 && next <= 0xaf);
        while (length > 1 && i + length > end_) --length;
        i += length;
      } else if (c == '\'') {
        if (!joins(i, 1)) break;
        ++i;
      } else if (c == '.' && letters == 1 && i + 1 < end_ && letter(text_[i + 1]) && (i + 2 >= end_ || !letter(text_[i + 2])) && uppers == 1) {
        // "U.S.", "D.C."
        while (i + 1 < end_ && text_[i] == '.' && letter(text_[i + 1]) && (i + 2 >= end_ || !letter(text_[i + 2]))) i += 2;
        if (i < end_ && text_[i] == '.') ++i;
        letters = uppers = 2;
        dotted = true;
        break;
      } else if (c == '_' || (c == ':' && text_.substr(i, 3) == "://") || (c == '@' && i + 1 < end_ && letter(text_[i + 1]))) {
        i_ = i;
        skip_to_blank();
        return;
      } else {
        break;
      }
    }
    if (letters == 3 && text_.substr(begin, 4) == "www.") {
      skip_to_blank();
      return;
    }
    if (!dotted && letters > 4 && uppers > 0 && uppers < letters && (uppers >= 2 || text_[begin] >= 'a')) i = end_of_first(begin, i);
    if (i - begin >= 4 && text_.substr(begin, 2) == "FY" && digit(text_[begin + 2])) i = begin + 2;  // "FY2023"
    const std::string_view form = text_.substr(begin, i - begin);
    fold_word(form, folded_);
    if (dotted) std::erase(folded_, '.');
    Token& token = add(Kind::word, begin, i);
    token.word = words_.find(folded_);
    const unsigned first = static_cast<unsigned char>(form[0]), second = form.size() > 1 ? static_cast<unsigned char>(form[1]) : 0u;
    token.capital = (first >= 'A' && first <= 'Z') || (first == 0xc3 && second < 0x9f) || ((first == 0xc4 || first == 0xc5) && extended_capital((first & 0x1fu) << 6 | (second & 0x3fu))) ||
                    (first == 0xd0 && second >= 0x90 && second <= 0xaf) || first == 0xc8 || first == 0xe1;
    token.capitals = letters > 1 && uppers == letters;
  }

  // "inKampala", "theRepublic", "byIndian": a small word that has run into a link's text; 0 = none.
  std::size_t end_of_link(std::size_t begin, std::size_t end) const {
    for (const std::string_view word : {"in", "of", "to", "the", "and", "by", "from", "with", "for", "between", "a", "an"}) {
      const std::size_t next = begin + word.size();
      if (next + 4 > end || text_.substr(begin, word.size()) != word) continue;
      if (text_[next] >= 'A' && text_[next] <= 'Z' && text_[next + 1] >= 'a' && text_[next + 1] <= 'z') return next;
    }
    return 0;
  }

  // "LimaEmbassy", "LumpurMalaysian": cells of a table that run into each other, where both words are known and the whole is not.
  std::size_t end_of_first(std::size_t begin, std::size_t end) {
    constexpr std::size_t shortest = 4;
    if (const std::size_t link = end_of_link(begin, end)) return link;
    for (std::size_t k = begin + shortest; k + shortest <= end; ++k) {
      if (text_[k] < 'A' || text_[k] > 'Z' || !letter(text_[k - 1]) || text_[k - 1] < 'a') continue;
      fold_word(text_.substr(begin, end - begin), folded_);
      if (words_.find(folded_)) return end;
      fold_word(text_.substr(k, end - k), folded_);
      if (!words_.find(folded_)) continue;
      fold_word(text_.substr(begin, k - begin), folded_);
      if (words_.find(folded_)) return k;
    }
    return end;
  }

  // "RM3.05 billion", "NOK12,5": a currency's letters stuck to a number with decimals; not "BR116", "MP3".
  bool glued_sum(std::size_t begin, std::size_t at) const {
    bool rand = at - begin == 1 && text_[begin] == 'R';  // "R6.4 billion"; not "R2"
    if (!rand && (at - begin < 2 || at - begin > 4)) return false;
    for (std::size_t k = begin; k < at; ++k) {
      if (!letter(text_[k]) || static_cast<unsigned char>(text_[k]) >= 0x80 || (k == begin && text_[k] > 'Z')) return false;
      rand = rand || text_[k] > 'Z' || at - begin == 4;  // "Ksh28.7 billion", "Rs1.2 crore": with their scale only
    }
    while (at < end_ && digit(text_[at])) ++at;
    const bool decimals = at + 1 < end_ && (text_[at] == '.' || text_[at] == ',') && digit(text_[at + 1]);
    if (decimals && !rand) return true;
    while (decimals && at < end_ && (digit(text_[at]) || text_[at] == '.' || text_[at] == ',')) ++at;
    while (at < end_ && (text_[at] == ' ' || text_[at] == '\xc2' || text_[at] == '\xa0')) ++at;
    for (const std::string_view scale : {"million", "billion", "trillion", "thousand", "mn", "bn", "crore"}) {  // "RM63 billion"
      if (text_.substr(at, scale.size()) == scale) return true;
    }
    return false;
  }

  // Whether an apostrophe within a word belongs to it ("d'Ivoire"): letters follow, and not the s of a possessive.
  bool joins(std::size_t at, std::size_t mark) const {
    const std::size_t next = at + mark;
    if (next >= end_ || !(letter(text_[next]) || static_cast<unsigned char>(text_[next]) >= 0xc3)) return false;
    return !(text_[next] == 's' && (next + 1 >= end_ || !letter(text_[next + 1])));
  }

  void number() {
    const std::size_t begin = i_;
    std::size_t i = i_;
    while (i < end_) {
      if (digit(text_[i])) {
        ++i;
      } else if ((text_[i] == '.' || text_[i] == ',' || text_[i] == '\'') && i + 1 < end_ && digit(text_[i + 1])) {
        ++i;
      } else if (const std::size_t blank = group_blank(i); blank && i - begin <= 12) {
        i += blank;
      } else {
        break;
      }
    }
    const std::string_view tail = text_.substr(i, 2);
    const bool ends = i + 2 >= end_ || !letter(text_[i + 2]);
    if (i + 2 <= end_ && ends && (tail == "st" || tail == "nd" || tail == "rd" || tail == "th")) {
      add(Kind::ordinal, begin, i + 2);
      return;
    }
    if (i < end_ && text_[i] == 's' && i - begin == 4 && (i + 1 >= end_ || !letter(text_[i + 1]))) ++i;  // "1990s"
    const WordId id = i - begin <= 2 ? words_.find(text_.substr(begin, i - begin)) : 0;  // "Group of 77"
    add(Kind::number, begin, i).word = id;
  }

  // A no-break or thin blank within a number, before exactly three digits.
  std::size_t group_blank(std::size_t i) const {
    const Sign sign = static_cast<unsigned char>(text_[i]) >= 0x80 ? sign_at(text_, i, end_) : Sign{};
    if (!sign.blank) return 0;
    const std::size_t from = i + sign.length;
    for (std::size_t k = 0; k < 3; ++k) {
      if (from + k >= end_ || !digit(text_[from + k])) return 0;
    }
    return from + 3 < end_ && digit(text_[from + 3]) ? 0 : sign.length;
  }

  std::string_view text_;
  std::size_t end_;
  const Vocabulary& words_;
  std::vector<Token>& out_;
  std::size_t i_;
  bool spaced_ = true;
  std::string folded_;
};

constexpr std::size_t longest_sentence = 250;

// "… both countries.The visit": sentences whose blank a copied page has lost.
bool runs_on(std::string_view text, const Token& last, const Token& stop, const Token& next) {
  if (text[stop.begin] != '.' || stop.spaced || !next.is_word() || !next.capital || next.end - next.begin < 2) return false;
  const char second = text[next.begin + 1];
  if (second < 'a' || second > 'z') return next.end - next.begin == 1;
  if (last.is(Kind::close)) return true;
  return last.is_word() && last.end - last.begin >= 3 && text[last.end - 1] >= 'a' && text[last.end - 1] <= 'z' && next.word != 0;
}

}  // namespace

void read_tokens(std::string_view text, std::size_t begin, std::size_t end, const Vocabulary& words, std::vector<Token>& out) {
  Reader(text, begin, end, words, out).run();
}

namespace {

// What German puts an ordinal number with a full stop before.
bool is_counted(std::string_view word) {
  for (const std::string_view one : {"Halbjahr", "Quartal", "Platz", "Rang", "Stelle", "Mal", "Jahrestag", "Jahrestages", "Jahrestags", "Jubiläum", "Jahrhundert", "Jahrhunderts"}) {
    if (word == one) return true;
  }
  return false;
}

}  // namespace

void split_sentences(std::string_view text, const std::vector<Token>& tokens, std::size_t from, const std::vector<unsigned char>& stops,
                     std::vector<SentenceRange>& out) {
  std::size_t begin = from;
  const auto close = [&](std::size_t end) {
    if (end > begin) out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end;
  };
  for (std::size_t i = from; i < tokens.size(); ++i) {
    if (i - begin >= longest_sentence) close(i);
    if (!tokens[i].is(Kind::stop)) continue;
    if (i + 1 < tokens.size()) {
      const Token& next = tokens[i + 1];
      if (!next.spaced && !next.is(Kind::quote) && !next.is(Kind::close) && !(i > begin && runs_on(text, tokens[i - 1], tokens[i], next))) continue;
      if (next.is_word() && !next.capital) continue;
      if (i > begin) {
        const Token& last = tokens[i - 1];
        const std::size_t length = last.end - last.begin;
        if (last.is_word() && !tokens[i].spaced && text[tokens[i].begin] == '.') {
          if (length == 1 && last.capital) continue;  // an initial
          // "u.a. MAN", "e.g. Siemens"; "at 5 p.m." may end its sentence.
          if (length == 1 && text[last.begin] != 'm' && i >= begin + 3 && tokens[i - 2].is(Kind::stop) && tokens[i - 3].end - tokens[i - 3].begin == 1 && tokens[i - 3].end == tokens[i - 2].begin && !last.spaced) continue;
          if (length == 2 && last.capital && i >= begin + 2 && tokens[i - 2].capital && next.capital && text.substr(last.begin, 2).find_first_of("aeiouyAEIOUY") == std::string_view::npos) continue;  // "Th."
          if (last.word < stops.size() && (stops[last.word] & 1)) continue;
          if (last.capitals && next.is(Kind::number) && last.word < stops.size() && (stops[last.word] & 4)) continue;  // "KES. 463.38 million"
        }
        if (last.is(Kind::number) && length <= 2 && next.is_word() && next.word < stops.size() && (stops[next.word] & 2)) continue;  // "21. März"
        if (last.is(Kind::number) && length <= 3 && is_counted(text.substr(next.begin, next.end - next.begin))) continue;  // "1. Halbjahr", "den 10. Platz", "zum 65. Mal"
      }
      if (next.is(Kind::quote) || next.is(Kind::close)) {
        close(i + 2);
        continue;
      }
    }
    close(i + 1);
  }
  close(tokens.size());
}

}  // namespace comity::claims
