// The folded form of names. Plain ASCII, Latin with accents and Cyrillic go by small tables of our own; anything
// else by ICU's decomposition, which costs more.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>

#include "comity/base/error.hpp"
#include "comity/world/register.hpp"

namespace comity::world {
namespace {

// U+00C0..U+017F without accents, in small letters; capitals stand for two letters, the blank for × and ÷.
constexpr std::string_view latin =
    "aaaaaaAceeeeiiii"   // C0
    "Dnooooo ouuuuyTS"   // D0; D7 is the multiplication sign
    "aaaaaaAceeeeiiii"   // E0
    "Dnooooo ouuuuyTy"   // F0
    "aaaaaaccccccccdd"   // 100
    "ddeeeeeeeeeegggg"   // 110
    "gggghhhhiiiiiiii"   // 120
    "iiJJjjkkklllllll"   // 130
    "lllnnnnnnnnnoooo"   // 140
    "ooOOrrrrrrssssss"   // 150
    "ssttttttuuuuuuuu"   // 160
    "uuuuwwyyyzzzzzzs";  // 170

// Builds the words one by one, so that each can be judged when it ends.
class Folder {
 public:
  explicit Folder(std::size_t size) { out_.reserve(size + 8); }

  void letter(char c) {
    out_ += c;
  }
  void letters(std::string_view text) { out_ += text; }

  // A full stop ends "St." and "Rep." but joins the initials of "U.S.S.R.".
  void dot() {
    const std::size_t length = out_.size() - begin_;
    if (length == 1 || initials_) {
      initials_ = true;
    } else {
      end_word();
    }
  }

  void end_word() {
    const std::string_view word = std::string_view(out_).substr(begin_);
    initials_ = false;
    if (word.empty()) return;
    if (word == "the") {
      out_.resize(begin_);
      return;
    }
    if (word == "st") {
      out_.replace(begin_, 2, "saint");
    } else if (word == "ste") {
      out_.replace(begin_, 3, "sainte");
    }
    out_ += ' ';
    begin_ = out_.size();
  }

  void ampersand() {
    end_word();
    out_ += "and";
    end_word();
  }

  std::string take() {
    end_word();
    if (!out_.empty()) out_.pop_back();
    return std::move(out_);
  }

 private:
  std::string out_;
  std::size_t begin_ = 0;  // of the word being built
  bool initials_ = false;
};

// True when the byte was dealt with as ASCII.
void fold_ascii(Folder& out, char c) {
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
    out.letter(c);
  } else if (c >= 'A' && c <= 'Z') {
    out.letter(static_cast<char>(c + 32));
  } else if (c == '.') {
    out.dot();
  } else if (c == '&') {
    out.ampersand();
  } else if (c != '\'' && c != '`') {  // "Cote d'Ivoire" keeps its letters together
    out.end_word();
  }
}

void append_utf8(Folder& out, UChar32 c) {
  std::array<char, 4> bytes;
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, c);
  out.letters({bytes.data(), static_cast<std::size_t>(size)});
}

bool fold_latin(Folder& out, UChar32 c) {
  if (c < 0xC0 || c > 0x17F) return false;
  const char letter = latin[static_cast<std::size_t>(c - 0xC0)];
  switch (letter) {
    case 'A': out.letters("ae"); break;
    case 'O': out.letters("oe"); break;
    case 'J': out.letters("ij"); break;
    case 'T': out.letters("th"); break;
    case 'S': out.letters("ss"); break;
    case 'D': out.letter('d'); break;
    case ' ': out.end_word(); break;
    default: out.letter(letter);
  }
  return true;
}

// Russian in small letters, without the marks of Й and Ё (as the decomposition would have it).
bool fold_cyrillic(Folder& out, UChar32 c) {
  if (c < 0x401 || c > 0x451) return false;
  if (c >= 0x410 && c <= 0x42F) c += 0x20;
  if (c == 0x439) c = 0x438;
  if (c == 0x401 || c == 0x451) c = 0x435;
  if (c < 0x430 || c > 0x44F) return false;
  append_utf8(out, c);
  return true;
}

bool is_joining(UChar32 c) {  // apostrophes of all kinds, soft hyphen, zero width
  return c == 0x2018 || c == 0x2019 || c == 0x02BB || c == 0x02BC || c == 0xB4 || c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0xFEFF;
}

void fold_any(Folder& out, UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  static const icu::Normalizer2* const decomposer = icu::Normalizer2::getNFKDInstance(error);
  if (decomposer == nullptr) throw DataError("ICU has no table of decompositions", "Install the data of ICU (libicu).");
  icu::UnicodeString parts = decomposer->normalize(icu::UnicodeString(c), error);
  parts.foldCase();
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (u_getCombiningClass(part) != 0) continue;
    if (part < 0x80) {
      fold_ascii(out, static_cast<char>(part));
    } else if (u_isalnum(part) || u_charType(part) == U_COMBINING_SPACING_MARK || u_charType(part) == U_NON_SPACING_MARK) {
      append_utf8(out, part);
    } else {
      out.end_word();
    }
  }
}

}  // namespace

std::string fold_name(std::string_view name) {
  Folder out(name.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(name.data());
  const auto size = static_cast<std::int32_t>(name.size());
  for (std::int32_t i = 0; i < size;) {
    if (bytes[i] < 0x80) {
      fold_ascii(out, name[static_cast<std::size_t>(i++)]);
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) continue;  // no UTF-8: the byte is passed over
    if (is_joining(c) || fold_latin(out, c) || fold_cyrillic(out, c)) continue;
    fold_any(out, c);
  }
  return out.take();
}

}  // namespace comity::world
