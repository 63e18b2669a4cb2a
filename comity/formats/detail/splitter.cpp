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
constexpr std::size_t kStart = 1u << 20;
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

Splitter::Splitter(std::unique_ptr<BytesSource> source, const SplitOptions& options, std::string file)
    : source_(std::move(source)), options_(options), file_(std::move(file)), buffer_(kStart + kBlock) {}

std::string_view Splitter::head() {
  while (end_ - begin_ < 4096 && fill()) {
  }
  return {buffer_.data() + begin_, std::min<std::size_t>(end_ - begin_, 4096)};
}

// Reads until the buffer is full; the bytes not yet given out move to its front. False when nothing was left to read.
bool Splitter::fill() {
  block_valid_ = false;
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
  head();
  const std::string_view start(buffer_.data() + begin_, end_ - begin_);
  const std::size_t first = start.find_first_of("\r\n");
  lone_cr_ = first != std::string_view::npos && start[first] == '\r' && first + 1 < start.size() && start[first + 1] != '\n';
}

// Moves behind the line end; false at the end of the file.
bool Splitter::to_line_end() {
  block_valid_ = false;
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
        block_valid_ = false;
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

// The common record, cut with as little work as can be: no field begins with a quote, no NUL, no lone CR as a line
// end, and it ends inside the buffer. False when it is another one: then scan() looks at it.
bool Splitter::scan_plain(Pieces& out) {
  const char* const data = buffer_.data();
  const std::size_t end = end_;
  const char delimiter = options_.delimiter, quote_or = options_.quote ? options_.quote : '\n';
  std::size_t block = block_;
  std::uint64_t mask = mask_, high_mask = high_mask_, high = 0;
  if (!block_valid_ || begin_ - block >= kBlock) {
    if (end - begin_ < kBlock) return false;
    block = begin_;
    const Masks found = look(data + block, delimiter, quote_or, '\n');
    mask = found.special, high_mask = found.high;
  }
  high = high_mask >> (begin_ - block);
  std::size_t count = 0, room = out.fields.size();
  Piece* fields = out.fields.data();
  const char* field = data + begin_;
  for (;;) {
    while (mask == 0) {
      block += kBlock;
      if (end < block + kBlock) return false;
      const Masks found = look(data + block, delimiter, quote_or, '\n');
      mask = found.special, high |= high_mask = found.high;
    }
    const char* at = data + block + std::size_t(std::countr_zero(mask));
    mask &= mask - 1;
    const char c = *at;
    if (c == delimiter) {
      if (count == room) {
        room = 2 * room + 16;
        out.fields.resize(room);
        fields = out.fields.data();
      }
      fields[count++] = {field, at, false, false};
      field = at + 1;
    } else if (c == '\n') {
      const char* stop = at > data + begin_ && at[-1] == '\r' ? at - 1 : at;
      out.fields.resize(count + 1);
      out.fields[count] = {field, std::max(stop, field), false, false};
      out.raw = {data + begin_, std::size_t(stop - (data + begin_))};
      out.high = high != 0, out.nul = out.behind_quote = false;
      next_begin_ = std::size_t(at - data) + 1, lines_in_record_ = 1;
      block_ = block, mask_ = mask, high_mask_ = high_mask, block_valid_ = true;
      return true;
    } else if (c == 0 || at == field || options_.spaces_before_quote) {
      return false;
    }
  }
}

// One record from begin_ on. From literal_from on, quotes mean nothing; the one that stands there is left out.
Splitter::Outcome Splitter::scan(Pieces& out, std::size_t literal_from) {
  const char* const data = buffer_.data();
  const std::size_t end = end_;
  const char delimiter = options_.delimiter, quote = options_.quote;
  const char quote_or = quote ? quote : '\n', cr_or = lone_cr_ ? '\r' : '\n';
  std::size_t block = block_;
  std::uint64_t mask = mask_, high_mask = high_mask_;
  const auto load = [&](std::size_t at) __attribute__((always_inline)) {
    const Masks found = look(data + at, delimiter, quote_or, cr_or);
    block = at, mask = found.special, high_mask = found.high;
    if (end - at < kBlock) {
      const std::uint64_t inside = (std::uint64_t(1) << (end - at)) - 1;
      mask &= inside, high_mask &= inside;
    }
  };
  bool high = false;
  // Offset of the next byte that matters; end when there is none.
  const auto advance = [&]() __attribute__((always_inline)) -> std::size_t {
    while (mask == 0) {
      if (end - block <= kBlock) return end;
      load(block + kBlock);
      high |= high_mask != 0;
    }
    const std::size_t at = block + std::size_t(std::countr_zero(mask));
    mask &= mask - 1;
    return at;
  };

  if (!block_valid_) load(begin_);
  block_valid_ = false;
  high = begin_ - block < kBlock && (high_mask >> (begin_ - block)) != 0;
  std::uint64_t lines = 0;
  in_quotes_over_lines_ = false;
  if (literal_from == kNone) lines_before_quote_ = 0;
  out.fields.clear();
  out.nul = out.behind_quote = false;

  const auto finish = [&](std::size_t record_end, std::size_t next_begin) {
    out.raw = {data + begin_, record_end - begin_};
    if (!lone_cr_ && out.raw.ends_with('\r')) out.raw.remove_suffix(1);
    out.high = high;
    next_begin_ = next_begin, lines_in_record_ = lines + 1;
    block_ = block, mask_ = mask, high_mask_ = high_mask;
    block_valid_ = next_begin - block <= kBlock;
  };
  std::size_t field = begin_;
  for (;;) {
    std::size_t start = field;
    if (options_.spaces_before_quote) {
      while (start < end && (data[start] == ' ' || data[start] == '\t')) ++start;
    }
    Piece piece{data + field, data + field, false, false};
    std::size_t at;
    if (quote && start < end && data[start] == quote && start < literal_from) {
      advance();  // the opening quote
      std::uint64_t lines_here = 0;
      const auto unclosed = [&] {
        opened_at_ = start, lines_before_quote_ = lines;
        return Outcome::unclosed;
      };
      for (;;) {
        at = advance();
        if (at == end) {
          in_quotes_over_lines_ = lines_here > 0;
          opened_at_ = start, lines_before_quote_ = lines;
          return at_end_ ? Outcome::unclosed : Outcome::need_more;
        }
        const char c = data[at];
        if (c == quote) {
          if (at + 1 == end && !at_end_) return Outcome::need_more;
          if (at + 1 == end || data[at + 1] != quote) break;
          piece.doubled = true;
          advance();
        } else if (c == '\n' && !(lone_cr_ && data[at - 1] == '\r')) {
          ++lines_here;
        } else if (c == '\r') {
          ++lines_here;
        } else if (c == 0 && delimiter != 0) {
          out.nul = true;
        }
        if (lines_here > options_.quoted_lines) return unclosed();
      }
      piece.begin = data + start + 1, piece.end = data + at, piece.quoted = true;
      std::size_t behind = at + 1;
      if (options_.spaces_before_quote) {
        while (behind < end && (data[behind] == ' ' || data[behind] == '\t')) ++behind;
      }
      if (!lone_cr_ && behind < end && data[behind] == '\r') ++behind;
      if (behind == end && !at_end_) return Outcome::need_more;
      if (behind < end && data[behind] != delimiter && data[behind] != '\n' && !(lone_cr_ && data[behind] == '\r')) {
        if (lines_here > 0) return unclosed();
        out.behind_quote = true;
        piece = {data + field, data + field, false, false};
      }
      lines += lines_here;
    } else if (start == literal_from) {
      piece.begin = data + start + 1;
    }
    // The delimiter or line end behind the field.
    for (at = advance(); at != end; at = advance()) {
      const char c = data[at];
      if (c == delimiter || c == '\n' || (lone_cr_ && c == '\r')) break;
      if (c == 0) out.nul = true;
    }
    if (at == end && !at_end_) return Outcome::need_more;
    const bool ends = at == end || data[at] != delimiter;
    if (!piece.quoted) {
      piece.end = data + at;
      if (ends && !lone_cr_ && piece.end > piece.begin && piece.end[-1] == '\r') --piece.end;
    }
    out.fields.push_back(piece);
    if (!ends) {
      field = at + 1;
      continue;
    }
    std::size_t next_begin = at == end ? end : at + 1;
    if (lone_cr_ && at != end && data[at] == '\r') {
      if (next_begin == end && !at_end_) return Outcome::need_more;
      if (next_begin < end && data[next_begin] == '\n') advance(), ++next_begin;
    }
    finish(at, next_begin);
    return Outcome::record;
  }
}

}  // namespace comity::formats::detail
