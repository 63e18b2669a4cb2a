#include "comity/store/text_numbers.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace comity::store {

std::uint32_t TextNumbers::of(std::string_view text) {
  if (2 * texts_.size() >= slots_.size()) grow();
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && texts_[slots_[at].number - 1] == text) return slots_[at].number - 1;
  }
  texts_.push_back(copy(text));
  slots_[at] = {hash, static_cast<std::uint32_t>(texts_.size())};
  return static_cast<std::uint32_t>(texts_.size() - 1);
}

void TextNumbers::grow() {
  std::vector<Slot> larger(std::max<std::size_t>(1024, 2 * slots_.size()));
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == 0) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].number != 0) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

std::string_view TextNumbers::copy(std::string_view text) {
  if (text.size() > left_) {
    left_ = std::max<std::size_t>(text.size(), 65536);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
    next_ = blocks_.back().get();
  }
  if (!text.empty()) std::memcpy(next_, text.data(), text.size());
  const std::string_view out(next_, text.size());
  next_ += text.size(), left_ -= text.size();
  return out;
}

}  // namespace comity::store
