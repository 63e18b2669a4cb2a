#include "comity/formats/detail/splitter.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>
#include <cstring>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::formats::detail {
namespace {

constexpr std::size_t kBlock = 64;
constexpr std::size_t kHead = 4096;
constexpr std::size_t kNone = std::size_t(-1);

struct Masks {
  std::uint64_t special, high;
};

// Reads 64 bytes, which the buffer's padding allows anywhere. A quote or CR that does not matter is passed as '\n'.
Masks look(const char* at, char delimiter, char quote, char cr) {
#if defined(__SSE2__)
  const __m128i d = _mm_set1_epi8(delimiter), q = _mm_set1_epi8(quote), c = _mm_set1_epi8(cr), n = _mm_set1_epi8('\n'), z = _mm_setzero_si128();
  Masks out{0, 0};
  for (unsigned i = 0; i < 4; ++i) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * i));
    const __m128i hit = _mm_or_si128(_mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, d), _mm_cmpeq_epi8(v, q)), _mm_or_si128(_mm_cmpeq_epi8(v, n), _mm_cmpeq_epi8(v, c))),
                                     _mm_cmpeq_epi8(v, z));
    out.special |= std::uint64_t(unsigned(_mm_movemask_epi8(hit))) << (16 * i);
    out.high |= std::uint64_t(unsigned(_mm_movemask_epi8(v))) << (16 * i);
  }
  return out;
#else
  Masks out{0, 0};
  for (unsigned i = 0; i < kBlock; ++i) {
    const char v = at[i];
    out.special |= std::uint64_t(v == delimiter || v == quote || v == '\n' || v == cr || v == 0) << i;
    out.high |= std::uint64_t(static_cast<unsigned char>(v) >> 7) << i;
  }
  return out;
#endif
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\x1a") == std::string_view::npos; }

}  // namespace

// Forced inline: both are the inside of every loop below.
[[gnu::always_inline]] inline void Window::load(std::size_t at) {
  const Masks found = look(data + at, delimiter, quote, cr);
  block = at, mask = found.special, high_mask = found.high;
  if (end - at < kBlock) {
    const std::uint64_t inside = (std::uint64_t(1) << (end - at)) - 1;
    mask &= inside, high_mask &= inside;
  }
}

[[gnu::always_inline]] inline std::size_t Window::advance() {
  while (mask == 0) {
    if (end - block <= kBlock) return end;
    load(block + kBlock);
    high |= high_mask != 0;
  }
  const std::size_t at = block + std::size_t(std::countr_zero(mask));
  mask &= mask - 1;
  return at;
}

Splitter::Splitter(std::unique_ptr<BytesSource> source, const SplitOptions& options, std::string file)
    : source_(std::move(source)), options_(options), file_(std::move(file)), buffer_(std::max<std::size_t>(options.buffer_bytes, 1) + kBlock) {}

std::string_view Splitter::head() {
  while (end_ - begin_ < kHead && fill()) {
  }
  return {buffer_.data() + begin_, std::min(end_ - begin_, kHead)};
}

// Reads until the buffer is full; the bytes not yet given out move to its front. False when nothing was left to read.
bool Splitter::fill() {
  window_valid_ = false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_, begin_ = 0;
  }
  if (end_ + kBlock >= buffer_.size()) buffer_.resize((buffer_.size() - kBlock) * 2 + kBlock);
  const std::size_t before = end_;
  while (!at_end_ && end_ + kBlock < buffer_.size()) {
    const std::size_t n = source_->read(buffer_.data() + end_, buffer_.size() - kBlock - end_);
    if (n == 0) at_end_ = true;
    end_ += n;
  }
  return end_ > before;
}

// The first line end of the file decides: a lone CR makes it a file of CR lines, else CR is a character like others.
void Splitter::choose_line_end() {
  for (;;) {
    const std::string_view start(buffer_.data() + begin_, end_ - begin_);
    const std::size_t first = start.find_first_of("\r\n");
    const bool known = first != std::string_view::npos && (start[first] == '\n' || first + 1 < start.size());
    if (known) lone_cr_ = start[first] == '\r' && start[first + 1] != '\n';
    if (known || start.size() > options_.record_bytes || !fill()) return;
  }
}

// Moves behind the line end; false at the end of the file.
bool Splitter::to_line_end() {
  window_valid_ = false;
  for (;;) {
    const char* from = buffer_.data() + begin_;
    const char* to = buffer_.data() + end_;
    const char* at = lone_cr_ ? std::find_if(from, to, [](char c) { return c == '\r' || c == '\n'; })
                              : static_cast<const char*>(std::memchr(from, '\n', end_ - begin_));
    if (at && at != to) {
      begin_ = std::size_t(at - buffer_.data()) + 1;
      if (*at == '\r' && begin_ < end_ && buffer_[begin_] == '\n') ++begin_;
      ++line_;
      return true;
    }
    begin_ = end_;
    if (!fill()) return false;
  }
}

void Splitter::skip_line() {
  if (line_ == 1) choose_line_end();
  to_line_end();
}

void Splitter::skip_comments() {
  while (options_.comment && (begin_ < end_ || fill()) && buffer_[begin_] == options_.comment && to_line_end()) {
  }
}

bool Splitter::next(Pieces& out) {
  if (line_ == 1) choose_line_end();
  for (;;) {
    skip_comments();
    if (begin_ == end_ && !fill()) return false;
    std::size_t literal_from = kNone;
    Outcome outcome = Outcome::record;
    if (!try_plain_ || !scan_plain(out)) {
      outcome = scan(out, literal_from);
      // Quotes tend to come again, so looking twice at every record would be a waste; but ask again now and then.
      try_plain_ = !lone_cr_ && (++scanned_ & 63) == 0;
    }
    while (outcome != Outcome::record) {
      if (outcome == Outcome::need_more && end_ - begin_ > options_.record_bytes) {
        if (!in_quotes_over_lines_) fail_too_long();
        outcome = Outcome::unclosed;
      }
      if (outcome == Outcome::unclosed) {
        literal_from = opened_at_ - begin_;
        window_valid_ = false;
      } else {
        fill();
      }
      outcome = scan(out, literal_from == kNone ? kNone : literal_from + begin_);
    }
    if (out.raw.size() > options_.record_bytes) fail_too_long();
    out.unclosed = literal_from != kNone;
    out.line = line_;
    out.quote_line = line_ + lines_before_quote_;
    begin_ = next_begin_;
    line_ += lines_in_record_;
    if (out.fields.size() == 1 && !out.fields[0].quoted && !out.unclosed && is_blank(out.raw)) continue;
    return true;
  }
}

void Splitter::fail_too_long() const {
  throw DataError(fmt::format("{}, line {}: a record longer than {} bytes", file_, line_, options_.record_bytes),
                  "Check the delimiter, the line ends and the quote character declared for this file; raise the limit if the record is right.");
}

// The window on the record that begins at begin_: where the last one ended, if the buffer still stands.
Window Splitter::open_window() {
  Window w = window_;
  if (!window_valid_) {
    w.data = buffer_.data(), w.end = end_, w.delimiter = options_.delimiter;
    w.quote = options_.quote ? options_.quote : '\n', w.cr = lone_cr_ ? '\r' : '\n';
    w.load(begin_);
  }
  w.high = begin_ - w.block < kBlock && (w.high_mask >> (begin_ - w.block)) != 0;
  return w;
}

void Splitter::close_window(const Window& w, std::size_t next_begin, std::uint64_t lines) {
  window_ = w;
  window_valid_ = next_begin - w.block <= kBlock;
  next_begin_ = next_begin, lines_in_record_ = lines;
}

// The common record, cut with as little work as can be: no field begins with a quote, no NUL, no lone CR as a line
// end, and it ends inside the buffer. False when it is another one: then scan() looks at it.
bool Splitter::scan_plain(Pieces& out) {
  Window w = open_window();
  std::size_t count = 0, room = out.fields.size();
  Piece* fields = out.fields.data();
  const char* const begin = w.data + begin_;
  const char* field = begin;
  for (;;) {
    const std::size_t place = w.advance();
    if (place == w.end) return false;
    const char* at = w.data + place;
    if (*at == w.delimiter) {
      if (count == room) {
        room = 2 * room + 16;
        out.fields.resize(room);
        fields = out.fields.data();
      }
      fields[count++] = {field, at, false, false};
      field = at + 1;
    } else if (*at == '\n') {
      const char* stop = at > begin && at[-1] == '\r' ? at - 1 : at;
      out.fields.resize(count + 1);
      out.fields[count] = {field, std::max(stop, field), false, false};
      out.raw = {begin, std::size_t(stop - begin)};
      out.high = w.high, out.nul = out.behind_quote = false;
      close_window(w, place + 1, 1);
      return true;
    } else if (*at == 0 || at == field || options_.spaces_before_quote) {
      return false;
    }
  }
}

// Notes where a quote was opened whose end was not found, for next() to decide what it is.
Splitter::Outcome Splitter::leave_open(Outcome outcome, std::size_t opened_at, bool over_lines) {
  opened_at_ = opened_at, lines_before_quote_ = lines_in_record_;
  in_quotes_over_lines_ = over_lines;
  return outcome;
}

// The field whose opening quote stands at `start`, up to what is behind its closing quote.
Splitter::Outcome Splitter::scan_quoted(Window& w, std::size_t field, std::size_t start, Pieces& out, Piece& piece) {
  const char* const data = w.data;
  const std::size_t end = w.end;
  std::uint64_t lines = 0;
  std::size_t at;
  w.advance();  // the opening quote
  for (;;) {
    at = w.advance();
    if (at == end) return leave_open(at_end_ ? Outcome::unclosed : Outcome::need_more, start, lines > 0);
    const char c = data[at];
    if (c == w.quote) {
      if (at + 1 == end && !at_end_) return Outcome::need_more;
      if (at + 1 == end || data[at + 1] != c) break;
      piece.doubled = true;
      w.advance();
    } else if (c == '\r' || (c == '\n' && !(lone_cr_ && data[at - 1] == '\r'))) {
      ++lines;
    } else if (c == 0) {
      out.nul = true;
    }
    if (lines > options_.quoted_lines) return leave_open(Outcome::unclosed, start, true);
  }
  piece.begin = data + start + 1, piece.end = data + at, piece.quoted = true;
  std::size_t behind = at + 1;
  if (options_.spaces_before_quote) {
    while (behind < end && (data[behind] == ' ' || data[behind] == '\t')) ++behind;
  }
  if (!lone_cr_ && behind < end && data[behind] == '\r') ++behind;
  if (behind < end && data[behind] != w.delimiter && data[behind] != '\n' && !(lone_cr_ && data[behind] == '\r')) {
    // A quote that closes over lines only to have text behind it is the opening quote of a later field.
    if (lines > 0) return leave_open(Outcome::unclosed, start, true);
    out.behind_quote = true;
    piece = {data + field, data + field, false, false};
  }
  lines_in_record_ += lines;
  return Outcome::record;
}

// One record from begin_ on. From literal_from on, quotes mean nothing; the one that stands there is left out.
Splitter::Outcome Splitter::scan(Pieces& out, std::size_t literal_from) {
  Window w = open_window();
  window_valid_ = false;
  const char* const data = w.data;
  const std::size_t end = w.end;
  in_quotes_over_lines_ = false;
  lines_in_record_ = 0;
  if (literal_from == kNone) lines_before_quote_ = 0;
  out.fields.clear();
  out.nul = out.behind_quote = false;
  for (std::size_t field = begin_;;) {
    std::size_t start = field;
    if (options_.spaces_before_quote) {
      while (start < end && (data[start] == ' ' || data[start] == '\t')) ++start;
    }
    Piece piece{data + field, data + field, false, false};
    if (options_.quote && start < end && data[start] == options_.quote && start < literal_from) {
      const Outcome outcome = scan_quoted(w, field, start, out, piece);
      if (outcome != Outcome::record) return outcome;
    } else if (start == literal_from) {
      piece.begin = data + start + 1;
    }
    // The delimiter or line end behind the field.
    std::size_t at = w.advance();
    for (; at != end && data[at] != w.delimiter && data[at] != '\n' && !(lone_cr_ && data[at] == '\r'); at = w.advance()) {
      if (data[at] == 0) out.nul = true;
    }
    if (at == end && !at_end_) return Outcome::need_more;
    const bool ends = at == end || data[at] != w.delimiter;
    if (!piece.quoted) {
      piece.end = data + at;
      if (ends && !lone_cr_ && piece.end > piece.begin && piece.end[-1] == '\r') --piece.end;
    }
    out.fields.push_back(piece);
    field = at + 1;
    if (!ends) continue;
    std::size_t next_begin = at == end ? end : at + 1;
    if (lone_cr_ && at != end && data[at] == '\r') {
      if (next_begin == end && !at_end_) return Outcome::need_more;
      if (next_begin < end && data[next_begin] == '\n') w.advance(), ++next_begin;
    }
    out.raw = {data + begin_, at - begin_};
    if (!lone_cr_ && out.raw.ends_with('\r')) out.raw.remove_suffix(1);
    out.high = w.high;
    close_window(w, next_begin, lines_in_record_ + 1);
    return Outcome::record;
  }
}

}  // namespace comity::formats::detail
