#include "comity/formats/sdmx/detail/json_splitter.hpp"

#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace comity::formats::sdmx::detail {
namespace {

constexpr std::size_t kBlock = 64;

inline std::int64_t count_bits(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555;
  bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
  return std::int64_t(((bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F) * 0x0101010101010101 >> 56);
}

}  // namespace

// A bit for each of 64 bytes that matters, by what it is.
struct JsonSplitter::Brackets {
  std::uint64_t quotes = 0, back = 0, open = 0, close = 0;
};

inline JsonSplitter::Brackets JsonSplitter::look(const char* at) {
  Brackets out;
#ifdef __SSE2__
  const auto bits = [](__m128i equal) { return std::uint64_t(unsigned(_mm_movemask_epi8(equal))); };
  for (unsigned i = 0; i < kBlock; i += 16) {
    const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + i));
    const __m128i folded = _mm_or_si128(text, _mm_set1_epi8(0x20));  // [ and { , ] and } are 0x20 apart
    out.quotes |= bits(_mm_cmpeq_epi8(text, _mm_set1_epi8('"'))) << i;
    out.back |= bits(_mm_cmpeq_epi8(text, _mm_set1_epi8('\\'))) << i;
    out.open |= bits(_mm_cmpeq_epi8(folded, _mm_set1_epi8('{'))) << i;
    out.close |= bits(_mm_cmpeq_epi8(folded, _mm_set1_epi8('}'))) << i;
  }
#else
  for (unsigned i = 0; i < kBlock; ++i) {
    const char c = at[i];
    out.quotes |= std::uint64_t(c == '"') << i;
    out.back |= std::uint64_t(c == '\\') << i;
    out.open |= std::uint64_t(c == '{' || c == '[') << i;
    out.close |= std::uint64_t(c == '}' || c == ']') << i;
  }
#endif
  return out;
}

void JsonSplitter::feed(std::string_view piece) {
  std::size_t i = 0;
  while (i < piece.size()) {
    if (in_bulk_) {
      const std::size_t used = feed_bulk(piece.data() + i, piece.size() - i);
      i += used;
      at_ += used;
    } else {
      feed_skeleton(piece[i]);
      ++i, ++at_;
    }
  }
}

// An object "series" or "observations" directly in an element of "dataSets".
bool JsonSplitter::at_bulk() const {
  if (key_ != "series" && key_ != "observations") return false;
  return open_.size() >= 2 && !open_.back().array && open_[open_.size() - 2].array && open_[open_.size() - 2].key == "dataSets";
}

void JsonSplitter::feed_skeleton(char c) {
  skeleton_ += c;
  if (in_string_) {
    if (escaped_) {
      escaped_ = false;
    } else if (c == '\\') {
      escaped_ = true;
    } else if (c == '"') {
      in_string_ = false;
      return;
    }
    if (last_string_.size() < 64) last_string_ += c;
    return;
  }
  switch (c) {
    case '"': in_string_ = true, last_string_.clear(); break;
    case ':': key_ = last_string_; break;
    case ',': key_.clear(); break;
    case '{':
      if (at_bulk()) {
        bulks_.push_back({open_[open_.size() - 2].children - 1, key_ == "series", {}});
        bulks_.back().blocks.push_back({at_ + 1, 0});
        in_bulk_ = true, bulk_depth_ = 0;
        break;
      }
      [[fallthrough]];
    case '[':
      if (!open_.empty()) ++open_.back().children;
      open_.push_back({c == '[', key_, 0});
      key_.clear();
      ++depth_;
      break;
    case '}':
    case ']':
      if (!open_.empty()) open_.pop_back();
      key_.clear();
      --depth_;
      break;
    default: break;
  }
}

// A bracket was closed; true when it was that of the bulk.
bool JsonSplitter::close_in_bulk(std::uint64_t behind) {
  auto& blocks = bulks_.back().blocks;
  if (--bulk_depth_ < 0) {
    blocks.back().to = behind - 1;
    in_bulk_ = false;
    skeleton_ += '}';
    key_.clear();
    return true;
  }
  if (bulk_depth_ == 0 && behind - blocks.back().from >= block_bytes_) {
    blocks.back().to = behind;
    blocks.push_back({behind, 0});
  }
  return false;
}

// One of the characters that matter; true when the bulk ends there.
inline bool JsonSplitter::meet(char c, std::uint64_t here) {
  if (here == skip_) return false;
  if (in_string_) {
    if (c == '\\') skip_ = here + 1;
    if (c == '"') in_string_ = false;
    return false;
  }
  if (c == '"') in_string_ = true;
  if (c == '{' || c == '[') ++bulk_depth_;
  return (c == '}' || c == ']') && close_in_bulk(here + 1);
}

// 64 bytes in which nothing can end, neither the bulk nor a block, are counted as a whole. False where they are to be
// looked at one by one.
inline bool JsonSplitter::pass_over(const Brackets& found, std::uint64_t here) {
  if (found.back != 0 || skip_ == here) return false;
  // From each opening quote up to its closing one, as every bit is the sum of those before it.
  std::uint64_t inside = found.quotes;
  for (unsigned by = 1; by < 64; by *= 2) inside ^= inside << by;
  if (in_string_) inside = ~inside;
  const std::int64_t closed = count_bits(found.close & ~inside);
  const bool block_is_full = here + kBlock - bulks_.back().blocks.back().from >= block_bytes_;
  if (bulk_depth_ - closed < (block_is_full ? 1 : 0)) return false;
  bulk_depth_ += count_bits(found.open & ~inside) - closed;
  in_string_ = inside >> 63;
  return true;
}

std::size_t JsonSplitter::feed_bulk(const char* bytes, std::size_t size) {
  std::size_t i = 0;
  for (; i + kBlock <= size; i += kBlock) {
    const Brackets found = look(bytes + i);
    if (pass_over(found, at_ + i)) continue;
    for (std::uint64_t mask = found.quotes | found.back | found.open | found.close; mask != 0; mask &= mask - 1) {
      const std::size_t hit = i + std::size_t(std::countr_zero(mask));
      if (meet(bytes[hit], at_ + hit)) return hit + 1;
    }
  }
  for (; i < size; ++i) {
    if (meet(bytes[i], at_ + i)) return i + 1;
  }
  return size;
}

}  // namespace comity::formats::sdmx::detail
