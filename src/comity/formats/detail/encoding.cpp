#include "comity/formats/detail/encoding.hpp"

#include <simdjson.h>
#include <unicode/ucnv.h>

#include <cstring>
#include <vector>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::formats::detail {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& encoding, const std::string& file) {
  UErrorCode status = U_ZERO_ERROR;
  Converter c(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status) || encoding.empty()) {
    throw DataError(fmt::format("{}: unknown encoding '{}'", file, encoding),
                    "Use a name such as utf-8, utf-16, cp1252, latin1, cp1251, gb18030, or utf-8|cp1252 for a mixture.");
  }
  return c;
}

// Length of the well-formed sequence at the front of text; 0 when there is none.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto tail = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
  const unsigned char a = byte(0);
  if (a < 0x80) return 1;
  if (a < 0xC2) return 0;
  if (a < 0xE0) return tail(1) ? 2 : 0;
  if (a < 0xF0) {
    if (!tail(1) || !tail(2)) return 0;
    if (a == 0xE0 && byte(1) < 0xA0) return 0;
    if (a == 0xED && byte(1) > 0x9F) return 0;
    return 3;
  }
  if (a > 0xF4 || !tail(1) || !tail(2) || !tail(3)) return 0;
  if (a == 0xF0 && byte(1) < 0x90) return 0;
  if (a == 0xF4 && byte(1) > 0x8F) return 0;
  return 4;
}

class Transcoder : public BytesSource {
 public:
  Transcoder(std::unique_ptr<BytesSource> inner, const std::string& encoding, const std::string& file)
      : inner_(std::move(inner)), from_(open_converter(encoding, file)), to_(open_converter("UTF-8", file)), file_(file), in_(1 << 16), pivot_(1 << 14) {
    pivot_from_ = pivot_to_ = pivot_.data();
  }

  std::size_t read(char* to, std::size_t capacity) override {
    char* at = to;
    while (at == to && !done_) {
      if (next_ == in_end_ && !ended_) {
        const std::size_t n = inner_->read(in_.data(), in_.size());
        next_ = in_.data(), in_end_ = in_.data() + n, ended_ = n == 0;
      }
      UErrorCode status = U_ZERO_ERROR;
      ucnv_convertEx(to_.get(), from_.get(), &at, to + capacity, &next_, in_end_, pivot_.data(), &pivot_from_, &pivot_to_,
                     pivot_.data() + pivot_.size(), first_, ended_, &status);
      first_ = false;
      if (status == U_BUFFER_OVERFLOW_ERROR) continue;
      if (U_FAILURE(status)) throw DataError(fmt::format("{}: cannot be converted to UTF-8 ({})", file_, u_errorName(status)), "Check the declared encoding.");
      done_ = ended_;
    }
    return std::size_t(at - to);
  }

 private:
  std::unique_ptr<BytesSource> inner_;
  Converter from_, to_;
  std::string file_;
  std::vector<char> in_;
  std::vector<UChar> pivot_;
  UChar *pivot_from_ = nullptr, *pivot_to_ = nullptr;
  const char *next_ = nullptr, *in_end_ = nullptr;
  bool first_ = true, ended_ = false, done_ = false;
};

}  // namespace

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t n = utf8_length(text.substr(i));
    if (n == 0) return i;
    i += n;
  }
  return text.size();
}

void append_repaired_utf8(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t good = find_invalid_utf8(text);
    out += text.substr(0, good);
    text.remove_prefix(good);
    if (text.empty()) return;
    out += kReplacement;
    text.remove_prefix(1);
  }
}

std::unique_ptr<SingleByteEncoding> SingleByteEncoding::try_make(const std::string& name, const std::string& file) {
  const Converter c = open_converter(name, file);
  if (ucnv_getMaxCharSize(c.get()) != 1) return nullptr;
  auto out = std::make_unique<SingleByteEncoding>();
  for (int i = 0; i < 256; ++i) {
    UErrorCode status = U_ZERO_ERROR;
    const char byte = char(i);
    const char* from = &byte;
    UChar32 code = ucnv_getNextUChar(c.get(), &from, from + 1, &status);
    if (U_FAILURE(status) || code > 0xFFFF) code = 0xFFFD;
    if (i < 0x80 && code != i) return nullptr;  // EBCDIC and the like: commas are elsewhere
    Utf8& entry = out->table_[std::size_t(i)];
    if (code < 0x80) {
      entry = {{char(code)}, 1, false};
    } else if (code < 0x800) {
      entry = {{char(0xC0 | (code >> 6)), char(0x80 | (code & 63))}, 2, code < 0xA0};
    } else {
      entry = {{char(0xE0 | (code >> 12)), char(0x80 | ((code >> 6) & 63)), char(0x80 | (code & 63))}, 3, code == 0xFFFD};
    }
  }
  return out;
}

void SingleByteEncoding::append(std::string& out, std::string_view text) const {
  for (const char c : text) {
    const Utf8& entry = table_[static_cast<unsigned char>(c)];
    out.append(entry.bytes, entry.size);
  }
}

std::size_t SingleByteEncoding::find_meaningless(std::string_view text) const {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (table_[static_cast<unsigned char>(text[i])].meaningless) return i;
  }
  return text.size();
}

std::unique_ptr<BytesSource> make_transcoder(std::unique_ptr<BytesSource> inner, const std::string& encoding, const std::string& file) {
  return std::make_unique<Transcoder>(std::move(inner), encoding, file);
}

}  // namespace comity::formats::detail
