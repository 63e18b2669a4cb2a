// Cuts delimited bytes into records and fields without copying: 64 bytes at a time, a bit for every byte that can
// matter. Recovers from a quote that is never closed. Knows bytes only, no encoding and no header.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "comity/formats/bytes_source.hpp"

namespace comity::formats::detail {

struct Piece {
  const char* begin;
  const char* end;
  bool quoted;   // stood in quotes, which are not part of it
  bool doubled;  // holds doubled quotes that mean one
};

// Valid until the next call.
struct Pieces {
  std::vector<Piece> fields;
  std::string_view raw;        // without its line end
  std::uint64_t line = 0;      // on which it begins
  std::uint64_t quote_line = 0;  // on which the unclosed quote stands
  bool unclosed = false;       // a quote was opened and never closed; the record ends with that line
  bool behind_quote = false;   // text between a closing quote and the delimiter
  bool nul = false;
  bool high = false;           // may hold bytes above 0x7F
};

struct SplitOptions {
  char delimiter = ',';
  char quote = '"';
  char comment = 0;
  bool spaces_before_quote = false;
  std::size_t quoted_lines = 500;
  std::uint64_t record_bytes = 16u << 20;
  std::size_t buffer_bytes = 1u << 20;  // to begin with; it grows with the longest record
};

// A scan's place in the bytes: the block of 64 it stands in, with a bit for every byte that matters and for every
// byte above 0x7F. Copied into a local for the length of a scan, so that it lives in registers.
struct Window {
  const char* data = nullptr;
  std::size_t end = 0;  // of the bytes at hand
  char delimiter = ',', quote = '\n', cr = '\n';  // a quote or CR that does not matter is '\n'
  std::size_t block = 0;
  std::uint64_t mask = 0, high_mask = 0;
  bool high = false;  // a byte above 0x7F since the record's beginning

  void load(std::size_t at);
  std::size_t advance();  // offset of the next byte that matters; end when there is none
};

class Splitter {
 public:
  Splitter(std::unique_ptr<BytesSource> source, const SplitOptions& options, std::string file);

  // The first bytes of the file, at most 4096; nothing is taken.
  std::string_view head();
  void skip_bytes(std::size_t n) { begin_ += n, window_valid_ = false; }  // a byte order mark
  void skip_line();
  // False at the end. Blank lines and comments are passed over. Throws DataError when a record is longer than the limit.
  bool next(Pieces& out);

 private:
  enum class Outcome { record, need_more, unclosed };
  Outcome scan(Pieces& out, std::size_t literal_from);
  Outcome scan_quoted(Window& w, std::size_t field, std::size_t start, Pieces& out, Piece& piece);
  Outcome leave_open(Outcome outcome, std::size_t opened_at, bool over_lines);
  Window open_window();
  void close_window(const Window& w, std::size_t next_begin, std::uint64_t lines);
  bool scan_plain(Pieces& out);
  bool fill();
  bool to_line_end();
  void skip_comments();
  void choose_line_end();
  [[noreturn]] void fail_too_long() const;

  std::unique_ptr<BytesSource> source_;
  SplitOptions options_;
  std::string file_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  // the bytes not yet given out
  bool at_end_ = false, lone_cr_ = false;
  std::uint64_t line_ = 1;
  Window window_;
  bool window_valid_ = false;
  bool try_plain_ = false;
  std::uint64_t scanned_ = 63;  // by scan(), since the start
  // What the last scan found out when it did not end in a record.
  std::size_t opened_at_ = 0, next_begin_ = 0;
  std::uint64_t lines_in_record_ = 0, lines_before_quote_ = 0;
  bool in_quotes_over_lines_ = false;
};

}  // namespace comity::formats::detail
