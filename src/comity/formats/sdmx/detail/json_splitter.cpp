#include "comity/formats/sdmx/detail/json_splitter.hpp"

#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace comity::formats::sdmx::detail {

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

std::size_t JsonSplitter::feed_bulk(const char* bytes, std::size_t size) {
  // One of the characters that matter, at offset i; true when the bulk ends there.
  const auto meet = [&](std::size_t i) {
    const std::uint64_t here = at_ + i;
    if (here == skip_) return false;
    const char c = bytes[i];
    if (in_string_) {
      if (c == '\\') skip_ = here + 1;
      if (c == '"') in_string_ = false;
      return false;
    }
    if (c == '"') in_string_ = true;
    if (c == '{' || c == '[') ++bulk_depth_;
    return (c == '}' || c == ']') && close_in_bulk(here + 1);
  };
  std::size_t i = 0;
#ifdef __SSE2__
  const __m128i quote = _mm_set1_epi8('"'), back = _mm_set1_epi8('\\'), open = _mm_set1_epi8('{'), close = _mm_set1_epi8('}'), small = _mm_set1_epi8(0x20);
  for (; i + 16 <= size; i += 16) {
    const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
    const __m128i folded = _mm_or_si128(text, small);  // [ and { , ] and } are 0x20 apart
    const __m128i hits = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(text, quote), _mm_cmpeq_epi8(text, back)), _mm_or_si128(_mm_cmpeq_epi8(folded, open), _mm_cmpeq_epi8(folded, close)));
    for (auto mask = unsigned(_mm_movemask_epi8(hits)); mask != 0; mask &= mask - 1) {
      const std::size_t hit = i + std::size_t(std::countr_zero(mask));
      if (meet(hit)) return hit + 1;
    }
  }
#endif
  for (; i < size; ++i) {
    if (meet(i)) return i + 1;
  }
  return size;
}

}  // namespace comity::formats::sdmx::detail
