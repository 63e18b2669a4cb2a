// Bytes in a publisher's encoding → UTF-8. Single-byte encodings by a table, all others by ICU as the file is read;
// also where a text is not UTF-8 and what to show instead.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "comity/formats/bytes_source.hpp"

namespace comity::formats::detail {

bool is_utf8(std::string_view text);
// Offset of the first byte that cannot be UTF-8; text.size() when all is well.
std::size_t find_invalid_utf8(std::string_view text);
// Each byte that is not UTF-8 becomes U+FFFD.
void append_repaired_utf8(std::string& out, std::string_view text);

// An encoding in which every byte is one character and the first 128 are ASCII.
class SingleByteEncoding {
 public:
  // nullptr when the encoding is of another kind. Throws DataError when nobody knows it.
  static std::unique_ptr<SingleByteEncoding> try_make(const std::string& name, const std::string& file);
  void append(std::string& out, std::string_view text) const;  // at most three bytes a character
  // Offset of the first byte that means nothing (unassigned, or a C1 control); text.size() when there is none.
  std::size_t find_meaningless(std::string_view text) const;

 private:
  struct Utf8 {
    char bytes[3];
    unsigned char size;
    bool meaningless;
  };
  std::array<Utf8, 256> table_{};
};

// A source that gives UTF-8, whatever `inner` is in. Bytes without a meaning become U+FFFD.
std::unique_ptr<BytesSource> make_transcoder(std::unique_ptr<BytesSource> inner, const std::string& encoding, const std::string& file);

}  // namespace comity::formats::detail
