#include "comity/world/detail/fold_table.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <map>
#include <vector>

#include "comity/base/error.hpp"

namespace comity::world::detail {

bool is_unspaced(char32_t c) {
  if (c < 0xe00) return false;
  return (c >= 0xe00 && c <= 0xeff) || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) || (c >= 0x3040 && c <= 0x30ff) ||
         (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(at++);
  if (first < 0x80) return first;
  const int more = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
  if (more == 0 || first >= 0xf5) return 0xffffffffu;
  char32_t c = first & (0x3fu >> more);
  for (int i = 0; i < more; ++i) {
    const unsigned next = byte(at + static_cast<std::size_t>(i));
    if ((next & 0xc0) != 0x80) return 0xffffffffu;
    c = c << 6 | (next & 0x3fu);
  }
  if ((more == 2 && (c < 0x800 || (c >= 0xd800 && c < 0xe000))) || (more == 3 && (c < 0x10000 || c > 0x10ffff))) return 0xffffffffu;
  at += static_cast<std::size_t>(more);
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += {static_cast<char>(0xc0 | c >> 6), static_cast<char>(0x80 | (c & 0x3f))};
  } else if (c < 0x10000) {
    out += {static_cast<char>(0xe0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3f)), static_cast<char>(0x80 | (c & 0x3f))};
  } else {
    out += {static_cast<char>(0xf0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3f)), static_cast<char>(0x80 | (c >> 6 & 0x3f)), static_cast<char>(0x80 | (c & 0x3f))};
  }
}

namespace {

// Apostrophes of all kinds, the signs that some languages use as letters like them, soft hyphen, zero width.
bool is_joining(char32_t c) {
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02bb || c == 0x02bc || c == 0xb4 || c == 0xad || (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff || c == 0x640 || (c >= 0xfe00 && c <= 0xfe0f);
}

// Letters that ICU does not take apart and that are written one for the other; 0: as it is.
char32_t alike(char32_t c) {
  switch (c) {
    case 0x649: case 0x6cc: case 0x6d2: case 0x6d0: return 0x64a;                       // yeh
    case 0x6a9: case 0x6aa: return 0x643;                                               // kaf
    case 0x629: case 0x6c1: case 0x6be: case 0x6c3: case 0x6d5: return 0x647;           // heh
    case 0xf8: return 'o';
    case 0x111: case 0xf0: case 0x256: return 'd';
    case 0x142: return 'l';
    case 0x127: return 'h';
    case 0x131: case 0x138: return c == 0x131 ? U'i' : U'k';
    case 0x14b: return 'n';
    case 0x167: return 't';
    case 0x25b: return 'e';  // letters of the African alphabet, which some countries write otherwise
    case 0x254: return 'o';
    case 0x253: return 'b';
    case 0x257: return 'd';
    case 0x199: return 'k';
    case 0x263: return 'g';
    case 0x28b: return 'v';
    case 0x269: return 'i';
    default: return c;
  }
}

using Letters = std::vector<std::uint32_t>;

std::uint32_t plain(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
  return c == '.' ? FoldTable::full_stop : c == '&' ? FoldTable::ampersand : FoldTable::word_end;
}

Letters letters_of(char32_t c, const icu::Normalizer2& decomposer) {
  UErrorCode error = U_ZERO_ERROR;
  switch (c) {
    case 0xe6: case 0xc6: return {'a', 'e'};
    case 0x153: case 0x152: return {'o', 'e'};
    case 0xfe: case 0xde: return {'t', 'h'};
    default: break;
  }
  if (is_hangul(c)) return {c};
  icu::UnicodeString parts = decomposer.normalize(icu::UnicodeString(static_cast<UChar32>(c)), error);
  parts.foldCase();
  Letters out;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(parts.char32At(i));
    const auto whole = static_cast<UChar32>(part);
    if (u_getCombiningClass(whole) != 0) continue;
    if (part < 0x80) {
      if (plain(part) < 0x80) out.push_back(plain(part));
    } else if (u_isalnum(whole) || u_charType(whole) == U_COMBINING_SPACING_MARK || u_charType(whole) == U_NON_SPACING_MARK) {
      out.push_back(alike(part));
    }
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> FoldTable::make() {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* decomposer = icu::Normalizer2::getNFKDInstance(error);
  if (decomposer == nullptr) throw DataError("ICU has no table of decompositions", "Install the data of ICU (libicu).");
  constexpr std::size_t page_count = 0x1100;
  std::vector<std::uint32_t> index(page_count), pages, sequences;
  std::map<std::vector<std::uint32_t>, std::uint32_t> known;
  std::vector<std::uint32_t> page(256);
  for (std::size_t number = 0; number < page_count; ++number) {
    for (std::size_t i = 0; i < 256; ++i) {
      const auto c = static_cast<char32_t>(number * 256 + i);
      const auto whole = static_cast<UChar32>(c);
      std::uint32_t& code = page[i];
      if (is_joining(c)) {
        code = drop;
      } else if (c < 0x80) {
        code = plain(c);
      } else if (!u_isdefined(whole) || (c >= 0xd800 && c < 0xe000)) {
        code = word_end;
      } else {
        const Letters letters = letters_of(c, *decomposer);
        if (letters.size() == 1) {
          code = letters[0];
        } else if (letters.empty()) {
          code = u_getCombiningClass(whole) != 0 ? drop : word_end;
        } else {
          code = sequence | static_cast<std::uint32_t>(letters.size()) << 24 | static_cast<std::uint32_t>(sequences.size());
          sequences.insert(sequences.end(), letters.begin(), letters.end());
        }
      }
    }
    const auto [at, added] = known.try_emplace(page, static_cast<std::uint32_t>(pages.size() / 256));
    if (added) pages.insert(pages.end(), page.begin(), page.end());
    index[number] = at->second;
  }
  std::vector<std::uint32_t> out{static_cast<std::uint32_t>(pages.size())};
  out.insert(out.end(), index.begin(), index.end());
  out.insert(out.end(), pages.begin(), pages.end());
  out.insert(out.end(), sequences.begin(), sequences.end());
  return out;
}

FoldTable::FoldTable(std::span<const std::uint32_t> words) : index_(words.data() + 1), pages_(index_ + 0x1100), sequences_(pages_ + words[0]) {}

namespace {

// Puts the letters of a name together and judges each word when it ends.
class Words {
 public:
  explicit Words(Folded& out) : out_(out) { out_.size = 0, out_.words = 0, out_.too_long = false; }

  void letter(std::uint32_t c) {
    if (out_.size < Folded::capacity) {
      out_.letters[out_.size++] = c;
    } else {
      out_.too_long = true;
    }
  }
  // A full stop ends "St." and "Rep." but joins the initials of "U.S.S.R.".
  void dot() {
    if (out_.size - begin_ == 1 || initials_) {
      initials_ = true;
    } else {
      end();
    }
  }
  void end() {
    initials_ = false;
    const std::size_t length = out_.size - begin_;
    if (length == 0) return;
    if (is(U"the")) {
      out_.size = begin_;
      return;
    }
    if (is(U"st")) spell(U"saint");
    if (is(U"ste")) spell(U"sainte");
    if (out_.words == Folded::most_words) {
      out_.too_long = true;
      return;
    }
    out_.starts[out_.words++] = static_cast<std::uint8_t>(begin_);
    begin_ = out_.size;
    out_.starts[out_.words] = static_cast<std::uint8_t>(begin_);
  }
  void word(std::u32string_view text) {
    end();
    for (const char32_t c : text) letter(c);
    end();
  }

 private:
  bool is(std::u32string_view word) const { return std::u32string_view(out_.letters.data() + begin_, out_.size - begin_) == word; }
  void spell(std::u32string_view text) {
    out_.size = begin_;
    for (const char32_t c : text) letter(c);
  }

  Folded& out_;
  std::uint16_t begin_ = 0;
  bool initials_ = false;
};

}  // namespace

void FoldTable::fold(std::string_view name, Folded& out) const {
  Words words(out);
  for (std::size_t at = 0; at < name.size() && !out.too_long;) {
    const auto byte = static_cast<unsigned char>(name[at]);
    const std::uint32_t code = byte < 0x80 ? (++at, pages_[index_[0] * 256u + byte]) : of(next_code_point(name, at));
    if (code < sequence) {
      words.letter(code);
    } else if (code >= ampersand) {
      if (code == word_end) words.end();
      if (code == full_stop) words.dot();
      if (code == ampersand) words.word(U"and");
    } else {
      for (const std::uint32_t c : letters(code)) words.letter(c);
    }
  }
  words.end();
}

}  // namespace comity::world::detail
