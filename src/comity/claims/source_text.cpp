#include "comity/claims/source_text.hpp"

#include <algorithm>
#include <array>

namespace comity::claims {
namespace {

// 0x80 to 0x9f of Windows-1252; 0 = not used.
constexpr std::array<char16_t, 32> windows = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
                                              0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                                              0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  } else {
    out += static_cast<char>(0xf0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3f));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  }
}

// Sequences of UTF-8 in the first part of the text: well formed, and broken ones.
struct Sequences {
  std::size_t good = 0, bad = 0, control = 0, nul = 0;
};

Sequences count_sequences(std::string_view bytes) {
  Sequences out;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c < 0x80) {
      out.nul += c == 0;
      out.control += c < 9 || (c > 13 && c < 27);
      ++i;
      continue;
    }
    const std::size_t length = c >= 0xc2 && c <= 0xdf ? 2 : c >= 0xe0 && c <= 0xef ? 3 : c >= 0xf0 && c <= 0xf4 ? 4 : 1;
    std::size_t have = 1;
    while (have < length && i + have < bytes.size() && (static_cast<unsigned char>(bytes[i + have]) & 0xc0) == 0x80) ++have;
    if (length > 1 && (have == length || i + have == bytes.size())) {
      ++out.good;
    } else {
      ++out.bad;
    }
    i += have;
  }
  return out;
}

void convert_utf16(std::string_view bytes, bool little, std::string& out) {
  out.reserve(bytes.size());
  const auto unit = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(little ? b << 8 | a : a << 8 | b);
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xd800 && c < 0xdc00 && i + 3 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low >= 0xdc00 && low < 0xe000) {
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        i += 2;
      }
    }
    if (c >= 0xd800 && c < 0xe000) c = 0xfffd;
    append_utf8(out, c);
  }
}

}  // namespace

void read_source_text(std::string_view original, SourceText& out) {
  const std::string_view sample = original.substr(0, 1 << 16);
  const auto starts = [&](std::string_view mark) { return original.substr(0, mark.size()) == mark; };
  const auto zeros = [&](std::size_t from) {
    std::size_t n = 0;
    for (std::size_t i = from; i < sample.size(); i += 2) n += sample[i] == 0;
    return n;
  };
  const bool le = starts("\xff\xfe"), be = starts("\xfe\xff");
  const bool likely_le = !be && zeros(1) * 5 > sample.size() * 2 && zeros(0) == 0, likely_be = !le && zeros(0) * 5 > sample.size() * 2 && zeros(1) == 0;
  if (le || be || likely_le || likely_be) {
    out.encoding = le || likely_le ? "utf-16le" : "utf-16be";
    out.mark = le || be ? 2 : 0;
    convert_utf16(original.substr(out.mark), le || likely_le, out.converted);
    out.text = out.converted;
    return;
  }
  const Sequences seen = count_sequences(sample);
  out.binary = seen.nul > 0 || seen.control * 20 > sample.size();
  if (seen.bad == 0 || seen.good * 4 >= seen.bad) {  // sequences of UTF-8 do not come about by chance
    out.encoding = "utf-8";
    out.mark = starts("\xef\xbb\xbf") ? 3 : 0;
    out.text = original.substr(out.mark);
    return;
  }
  out.encoding = "windows-1252";
  if (out.binary) return;
  out.converted.reserve(original.size() + original.size() / 8);
  for (const char byte : original) {
    const auto c = static_cast<unsigned char>(byte);
    const char32_t windows_c = c >= 0x80 && c < 0xa0 ? windows[c - 0x80] : c;
    append_utf8(out.converted, windows_c ? windows_c : 0xfffd);
  }
  out.text = out.converted;
}

Places::Place Places::at(std::size_t text_byte) {
  const std::size_t end = std::min(text_byte, source_.text.size());
  for (; done_ < end; ++done_) {
    const auto c = static_cast<unsigned char>(source_.text[done_]);
    if ((c & 0xc0) == 0x80) continue;
    ++points_;
    units_ += c >= 0xf0 ? 2 : 1;
  }
  const bool marked = source_.mark > 0;
  Place out{points_ + marked, 0};
  if (source_.encoding == "utf-8") {
    out.byte = source_.mark + end;
  } else if (source_.encoding == "windows-1252") {
    out.byte = points_;
  } else {
    out.byte = source_.mark + 2 * units_;
  }
  return out;
}

}  // namespace comity::claims
