// Bytes of a document → UTF-8 text, knowing for every place of the text where it stands in the original bytes. The first
// stage. Encodings: UTF-8, UTF-16 (with or without a mark), and Windows-1252 for what is not UTF-8. A few broken bytes in
// UTF-8 stay as they are. Not for markup: that is the next stage.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace comity::claims {

struct SourceText {
  std::string_view text;      // into `original` where that is UTF-8, else into `converted`
  std::string converted;
  std::string encoding;       // "utf-8", "utf-16le", "utf-16be", "windows-1252"
  bool binary = false;        // it holds NULs or is mostly control characters: no text
  std::size_t mark = 0;       // bytes of a byte order mark, in front

  SourceText() = default;
  SourceText(const SourceText&) = delete;
  SourceText& operator=(const SourceText&) = delete;
};

// `original` must outlive the result. Memory: nothing for UTF-8, else up to three times the bytes.
void read_source_text(std::string_view original, SourceText& out);

// Walks the text once, from front to back, and says where a place of it stands in the original. Places must not go back.
class Places {
 public:
  explicit Places(const SourceText& source) : source_(source) {}
  struct Place {
    std::size_t code_points = 0, byte = 0;
  };
  Place at(std::size_t text_byte);

 private:
  const SourceText& source_;
  std::size_t done_ = 0, points_ = 0, units_ = 0;
};

}  // namespace comity::claims
