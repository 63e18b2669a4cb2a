#include "comity/formats/sdmx/detail/csv_rows.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include <fmt/format.h>

#include "comity/formats/delimited.hpp"
#include "comity/formats/detail/encoding.hpp"
#include "comity/formats/detail/local_file.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace comity::formats::sdmx::detail {
namespace {

constexpr std::size_t kPiece = 256u << 10, kPadding = 64;  // a piece stays in the processor's second cache
constexpr std::size_t kMore = 0, kOdd = SIZE_MAX;  // in place of the end of a quoted field

// The header, with all that can be wrong about a file as a whole.
std::vector<std::string> header_of(const std::filesystem::path& file, const CsvStart& start, const Limits& limits) {
  Dialect dialect;
  dialect.delimiter = start.layout.delimiter;
  dialect.skip_lines = start.lines;
  if (start.utf16) dialect.encoding = "utf-16";
  return open_delimited(file, dialect, limits)->columns();
}

// What was read already, then the rest of the file.
class Resumed : public BytesSource {
 public:
  Resumed(std::string bytes, std::unique_ptr<BytesSource> rest) : bytes_(std::move(bytes)), rest_(std::move(rest)) {}
  std::size_t read(char* to, std::size_t size) override {
    if (at_ == bytes_.size()) return rest_->read(to, size);
    const std::size_t n = std::min(size, bytes_.size() - at_);
    std::memcpy(to, bytes_.data() + at_, n);
    at_ += n;
    return n;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
  std::unique_ptr<BytesSource> rest_;
};

// A bit for each of 32 bytes that matters, and for each above 0x7F.
struct Masks {
  std::uint32_t special, high;
};
inline Masks look(const char* at, char delimiter) {
#ifdef __SSE2__
  const __m128i d = _mm_set1_epi8(delimiter), q = _mm_set1_epi8('"'), n = _mm_set1_epi8('\n'), z = _mm_setzero_si128();
  Masks out{0, 0};
  for (unsigned i = 0; i < 2; ++i) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * i));
    const __m128i hit = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, d), _mm_cmpeq_epi8(v, q)), _mm_or_si128(_mm_cmpeq_epi8(v, n), _mm_cmpeq_epi8(v, z)));
    out.special |= std::uint32_t(_mm_movemask_epi8(hit)) << (16 * i);
    out.high |= std::uint32_t(_mm_movemask_epi8(v)) << (16 * i);
  }
  return out;
#else
  Masks out{0, 0};
  for (unsigned i = 0; i < 32; ++i) {
    const char v = at[i];
    out.special |= std::uint32_t(v == delimiter || v == '"' || v == '\n' || v == 0) << i;
    out.high |= std::uint32_t(static_cast<unsigned char>(v) >> 7) << i;
  }
  return out;
#endif
}

}  // namespace

CsvRows::CsvRows(const std::filesystem::path& file, const CsvStart& begins, const Limits& limits)
    : file_(formats::detail::shown_name(file)), delimiter_(begins.layout.delimiter), limits_(limits), columns_(header_of(file, begins, limits)),
      source_(open_csv_bytes(file, limits, begins.utf16)), buffer_(kPiece + kPadding) {
  fill();
  const std::string_view start(buffer_.data(), end_);
  begin_ = last_ = (start.starts_with("\xef\xbb\xbf") ? 3 : 0) + begins.bytes;
  line_ += begins.lines;
  const auto first_end = start.find_first_of("\r\n", begin_);
  const bool lone_cr = first_end != std::string_view::npos && start[first_end] == '\r' && first_end + 1 < start.size() && start[first_end + 1] != '\n';
  if (lone_cr || first_end == std::string_view::npos) hand_over();
  next();  // the header
  has_last_ = false;
  problem_.clear();
}

// Reads on behind the bytes at hand; the row before stays.
bool CsvRows::fill() {
  const std::size_t keep = has_last_ ? last_ : begin_;
  std::memmove(buffer_.data(), buffer_.data() + keep, end_ - keep);
  end_ -= keep, begin_ -= keep, last_ = 0;
  if (end_ + kPadding >= buffer_.size()) buffer_.resize(2 * buffer_.size());
  const std::size_t had = end_;
  while (!at_end_ && end_ + kPadding < buffer_.size()) {
    const std::size_t n = source_->read(buffer_.data() + end_, buffer_.size() - kPadding - end_);
    at_end_ = n == 0;
    end_ += n;
  }
  return end_ > had;
}

// Bytes that the next row begins with as the row before did.
std::size_t CsvRows::shared_bytes(std::size_t limit) const {
  static_assert(std::endian::native == std::endian::little);
  const char *a = buffer_.data() + last_, *b = buffer_.data() + begin_;
  std::size_t i = 0;
  for (; i + 8 <= limit; i += 8) {
    std::uint64_t x, y;
    std::memcpy(&x, a + i, 8), std::memcpy(&y, b + i, 8);
    if (x != y) return i + std::size_t(std::countr_zero(x ^ y)) / 8;  // the first byte is the lowest
  }
  while (i < limit && a[i] == b[i]) ++i;
  return i;
}

CsvRows::Found CsvRows::scan() {
  std::size_t kept = 0;
  if (has_last_ && count_ > 0) {
    const std::size_t shared = shared_bytes(std::min<std::size_t>(row_[count_ - 1].behind, end_ - begin_));
    kept = std::min(first_changed_, count_ - 1);  // mostly what changed last time
    while (kept > 0 && row_[kept - 1].behind >= shared) --kept;
    while (kept + 1 < count_ && row_[kept].behind < shared) ++kept;
  }
  has_last_ = false;  // until the row is whole
  count_ = first_changed_ = kept;
  const std::size_t from = kept == 0 ? 0 : row_[kept - 1].behind + 1;
  bool high = false;
  const Found found = cut(from, high);
  return found == Found::row ? finish(high, from) : found;
}

// The fields from `from` bytes behind the row's beginning on.
CsvRows::Found CsvRows::cut(std::size_t from, bool& high) {
  const char* const row = buffer_.data() + begin_;
  const std::size_t size = end_ - begin_;
  const char delimiter = delimiter_;
  std::size_t begin = from, block = from;
  Masks masks = look(row + block, delimiter);
  std::uint32_t above = from < size && row[from] != '"' ? masks.high : 0;
  for (;;) {
    while (masks.special == 0) {
      block += 32;
      if (block >= size) break;
      masks = look(row + block, delimiter);
      above |= masks.high;
    }
    const std::size_t at = masks.special == 0 ? size : std::min(size, block + std::size_t(std::countr_zero(masks.special)));
    masks.special &= masks.special - 1;
    const char c = at < size ? row[at] : '\n';
    if (c == delimiter) {
      add_field(begin, at, at);
      begin = at + 1;
    } else if (c == '\n') {
      if (at == size && !at_end_) return Found::need_more;
      add_field(begin, at, at);
      next_begin_ = begin_ + std::min(at + 1, size);
      high |= above != 0;
      return Found::row;
    } else if (c == 0) {
      return Found::odd;
    } else if (at == begin) {
      const std::size_t behind = cut_quoted(at);
      if (behind == kOdd || behind == kMore) return behind == kOdd || at_end_ ? Found::odd : Found::need_more;
      high = has_quotes_ = true;
      if (behind >= size || row[behind] == '\n') {
        next_begin_ = begin_ + std::min(behind + 1, size);
        return Found::row;
      }
      begin = block = behind + 1;
      masks = look(row + block, delimiter);
      if (block >= size) masks.special = 0;
    }
  }
}

// The field whose quote stands `from` bytes behind the row's beginning, and what stands behind it: a delimiter, or the end of
// the row, which is the place that is given back.
std::size_t CsvRows::cut_quoted(std::size_t from) {
  const char* const row = buffer_.data() + begin_;
  const std::size_t size = end_ - begin_;
  Field field{};
  std::size_t behind = scan_quoted(from, field);
  if (behind == kOdd || behind == kMore) return behind;
  if (behind < size && row[behind] == '\r') ++behind;
  if (behind >= size && !at_end_) return kMore;
  if (behind < size && row[behind] != delimiter_ && row[behind] != '\n') return kOdd;
  add_field(field.begin, field.end, behind);
  row_[count_ - 1].lines = field.lines, row_[count_ - 1].quoted = true, row_[count_ - 1].doubled = field.doubled;
  return behind;
}

CsvRows::Found CsvRows::finish(bool high, std::size_t looked_from) {
  const char* const row = buffer_.data() + begin_;
  Field& last = row_[count_ - 1];
  if (!last.quoted && last.end > last.begin && row[last.end - 1] == '\r') --last.end;
  if (high && !formats::detail::is_utf8({row + looked_from, last.end - looked_from})) return Found::odd;
  lines_in_row_ = 1;
  for (std::size_t i = 0; has_quotes_ && i < count_; ++i) lines_in_row_ += row_[i].lines;
  if (count_ > 1 || last.quoted) return Found::row;
  return std::string_view(row, last.end).find_first_not_of(" \t\r\x1a") == std::string_view::npos ? Found::blank : Found::row;
}

// From the quote on, `from` bytes behind the row's beginning: the place behind the closing one.
std::size_t CsvRows::scan_quoted(std::size_t from, Field& field) const {
  const char* const row = buffer_.data() + begin_;
  const char* const end = buffer_.data() + end_;
  const char* at = row + from + 1;
  field.begin = std::uint32_t(from + 1), field.quoted = true;
  for (;;) {
    at = static_cast<const char*>(std::memchr(at, '"', std::size_t(end - at)));
    if (!at || (at + 1 == end && !at_end_)) return kMore;
    if (at + 1 == end || at[1] != '"') break;
    field.doubled = true;
    at += 2;
    if (at >= end) return kMore;
  }
  field.end = std::uint32_t(at - row);
  const std::string_view text(row + field.begin, field.end - field.begin);
  field.lines = std::uint32_t(std::count(text.begin(), text.end(), '\n'));
  if (field.lines > Dialect{}.quoted_lines || text.find('\0') != std::string_view::npos) return kOdd;
  return field.end + 1;
}

bool CsvRows::next() {
  if (!problem_.empty()) problem_.clear();
  for (;;) {
    if (splitter_) return next_odd();
    if (begin_ == end_ && !fill()) return false;
    const Found found = scan();
    if (found == Found::odd || (found == Found::need_more && (end_ - begin_ > limits_.record_bytes || !fill()))) hand_over();
    if (found == Found::odd || found == Found::need_more) continue;
    row_line_ = line_;
    line_ += lines_in_row_;
    last_ = begin_, begin_ = next_begin_;
    has_last_ = found == Found::row;
    if (found == Found::blank) continue;
    if (count_ != columns_.size()) check_count(count_);
    return true;
  }
}

// ---------------------------------------------------------------------------------------------- what is odd

void CsvRows::hand_over() {
  lines_before_ = line_ - 1;
  splitter_ = std::make_unique<formats::detail::Splitter>(std::make_unique<Resumed>(std::string(buffer_.data() + begin_, end_ - begin_), std::move(source_)),
                                                          formats::detail::SplitOptions{.delimiter = delimiter_, .record_bytes = limits_.record_bytes}, file_);
}

bool CsvRows::next_odd() {
  first_changed_ = 0;
  if (!splitter_->next(pieces_)) return false;
  row_line_ = pieces_.line + lines_before_;
  if (pieces_.unclosed || pieces_.nul || pieces_.behind_quote || pieces_.high) look_closer();
  check_count(pieces_.fields.size());
  return true;
}

std::string_view CsvRows::odd_field(std::size_t i) {
  if (i >= pieces_.fields.size()) return {};
  const auto& piece = pieces_.fields[i];
  const std::string_view text(piece.begin, std::size_t(piece.end - piece.begin));
  return piece.doubled ? unquoted(text, i) : text;
}

void CsvRows::look_closer() {
  if (pieces_.unclosed) add_problem(pieces_.quote_line == pieces_.line ? std::string("unclosed quote") : fmt::format("unclosed quote, opened on line {}", pieces_.quote_line + lines_before_));
  if (pieces_.nul) add_problem("NUL byte");
  if (pieces_.behind_quote) add_problem("text behind a closing quote");
  if (!pieces_.high || formats::detail::is_utf8(pieces_.raw)) return;
  const std::size_t at = formats::detail::find_invalid_utf8(pieces_.raw);
  add_problem(fmt::format("not UTF-8 (byte 0x{:02X} at {} of the record)", static_cast<unsigned char>(pieces_.raw[at]), at + 1));
  repair();
}

void CsvRows::check_count(std::size_t found) {
  if (found != columns_.size()) add_problem(fmt::format("{} field{} where the header has {}", found, found == 1 ? "" : "s", columns_.size()));
}

// Every field anew, with what is no UTF-8 replaced.
void CsvRows::repair() {
  std::vector<std::size_t> ends;
  repaired_.clear();
  for (const auto& piece : pieces_.fields) {
    formats::detail::append_repaired_utf8(repaired_, {piece.begin, std::size_t(piece.end - piece.begin)});
    ends.push_back(repaired_.size());
  }
  for (std::size_t i = 0; i < ends.size(); ++i) {
    pieces_.fields[i].begin = repaired_.data() + (i == 0 ? 0 : ends[i - 1]);
    pieces_.fields[i].end = repaired_.data() + ends[i];
  }
}

std::string_view CsvRows::unquoted(std::string_view text, std::size_t i) {
  if (scratch_.size() <= i) scratch_.resize(i + 1);
  auto& out = scratch_[i];
  out.clear();
  for (std::size_t at = 0; at < text.size(); ++at) {
    out += text[at];
    if (text[at] == '"') ++at;
  }
  return out;
}

}  // namespace comity::formats::sdmx::detail
