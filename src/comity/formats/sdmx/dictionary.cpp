#include "comity/formats/sdmx/dictionary.hpp"

#include <cstring>

namespace comity::formats::sdmx {
namespace {

constexpr std::size_t kBlock = 16u << 10;

// Eight bytes at a time; the texts are short, and nobody chooses them against us that a slow look-up would not stop.
std::uint32_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size() * 0x9E3779B97F4A7C15ull;
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= 8; left -= 8, at += 8) {
    std::uint64_t word;
    std::memcpy(&word, at, 8);
    hash = (hash ^ word) * 0xFF51AFD7ED558CCDull;
    hash ^= hash >> 32;
  }
  std::uint64_t word = 0;
  std::memcpy(&word, at, left);
  hash = (hash ^ word) * 0xC4CEB9FE1A85EC53ull;
  return std::uint32_t(hash >> 32) ^ std::uint32_t(hash >> 7);
}

}  // namespace

std::uint32_t Dictionary::look_up(std::string_view text) {
  if (slots_.size() < 2 * texts_.size()) grow();
  const std::uint32_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    Slot& slot = slots_[i];
    if (slot.code == 0) {
      slot = {hash, std::uint32_t(texts_.size())};
      texts_.push_back(keep(text));
      if (text.size() == 1) letters_[static_cast<unsigned char>(text[0])] = slot.code;
      return slot.code;
    }
    if (slot.hash == hash && texts_[slot.code] == text) return slot.code;
  }
}

std::uint32_t Dictionary::try_find(std::string_view text) const {
  if (slots_.empty()) return 0;
  const std::uint32_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask; slots_[i].code != 0; i = (i + 1) & mask) {
    if (slots_[i].hash == hash && texts_[slots_[i].code] == text) return slots_[i].code;
  }
  return 0;
}

void Dictionary::grow() {
  std::vector<Slot> larger(slots_.empty() ? 64 : 2 * slots_.size());
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.code == 0) continue;
    std::size_t i = slot.hash & mask;
    while (larger[i].code != 0) i = (i + 1) & mask;
    larger[i] = slot;
  }
  slots_ = std::move(larger);
}

std::string_view Dictionary::keep(std::string_view text) {
  bytes_ += text.size() + sizeof(std::string_view) + 2 * sizeof(Slot);
  if (text.size() > left_) {
    const std::size_t size = std::max(kBlock, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    at_ = blocks_.back().get();
    left_ = size;
  }
  std::memcpy(at_, text.data(), text.size());
  const std::string_view kept(at_, text.size());
  at_ += text.size();
  left_ -= text.size();
  return kept;
}

void Dictionary::clear() {
  texts_.resize(1);
  slots_.clear();
  blocks_.clear();
  left_ = bytes_ = 0;
  last_ = 0;
  std::memset(letters_, 0, sizeof letters_);
  ++generation_;
}

}  // namespace comity::formats::sdmx
