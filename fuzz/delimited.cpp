// Any bytes as delimited text, in a dialect that their first byte chooses; where nothing is quoted, held against a
// count of lines made another way. And cut twice, once out of a buffer so small that every record meets its edge.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "comity/formats/delimited.hpp"
#include "comity/formats/detail/splitter.hpp"
#include "memory_file.hpp"
#include "read_records.hpp"

namespace {

using comity::formats::Dialect;

Dialect choose(unsigned byte) {
  Dialect dialect;
  dialect.delimiter = ",;\t|"[byte & 3];
  dialect.quote = byte & 4 ? 0 : '"';
  static constexpr const char* kEncodings[] = {"utf-8", "cp1252", "utf-8|cp1252", "utf-16"};
  dialect.encoding = kEncodings[(byte >> 3) & 3];
  dialect.header_row = byte & 32 ? 0 : 1;
  dialect.trim = byte & 64;
  dialect.trailing_delimiter = byte & 128;
  dialect.ragged = byte % 3 == 0;
  dialect.comment = byte % 5 == 0 ? '#' : 0;
  dialect.null_text = byte % 7 == 0 ? "NA" : "";
  dialect.quoted_lines = byte % 11;
  return dialect;
}

// Lines that hold more than space; -1 where lines are not the whole story.
long count_lines(std::string_view text) {
  if (text.find_first_of("\"\r#") != std::string_view::npos) return -1;
  long count = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    count += text.substr(0, end).find_first_not_of(" \t\x1a") != std::string_view::npos;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return count;
}

// Gives its bytes a few at a time.
class Trickle : public comity::formats::BytesSource {
 public:
  Trickle(std::string_view text, std::size_t step) : text_(text), step_(step) {}
  std::size_t read(char* to, std::size_t capacity) override {
    const std::size_t n = text_.copy(to, std::min(step_, capacity));
    text_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view text_;
  std::size_t step_;
};

// All that a splitter says about a text.
std::string split(std::string_view text, const Dialect& dialect, std::size_t buffer, std::size_t step) {
  using namespace comity::formats::detail;
  SplitOptions options{dialect.delimiter, dialect.quote, dialect.comment, dialect.trim, dialect.quoted_lines};
  options.buffer_bytes = buffer;
  Splitter splitter(std::make_unique<Trickle>(text, step), options, "fuzz");
  std::string out;
  for (Pieces pieces; splitter.next(pieces);) {
    out += std::to_string(pieces.line) + (pieces.unclosed ? 'u' + std::to_string(pieces.quote_line) : "") + (pieces.behind_quote ? "b" : "") + (pieces.nul ? "n" : "");
    out.append("<").append(pieces.raw).append(">");
    for (const Piece& piece : pieces.fields) out.append(piece.begin, piece.end).append(piece.quoted ? "q" : "p").append(piece.doubled ? "d|" : "|");
    const bool high = std::any_of(pieces.raw.begin(), pieces.raw.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; });
    require(pieces.high || !high, "bytes above 0x7F are seen");
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Dialect dialect = choose(data[0]);
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const MemoryFile file(text.data(), text.size());
  const long records = read_records([&] { return comity::formats::open_delimited(file.path(), dialect); }, true);
  const long lines = count_lines(text);
  if (records >= 0 && lines >= 0 && dialect.encoding != "utf-16" && dialect.delimiter != '\t') {
    require(records == lines - (dialect.header_row ? 1 : 0) || text.starts_with("\x1f\x8b") || text.starts_with("\xef\xbb\xbf"), "every line that is not blank is a record");
  }
  const std::string whole = split(text, dialect, text.size() + 128, text.size() + 1);
  require(split(text, dialect, 1, 1) == whole && split(text, dialect, 64, 7) == whole, "records do not depend on the buffer");
  return 0;
}
