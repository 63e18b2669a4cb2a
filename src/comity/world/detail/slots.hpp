// From a 64-bit hash to the group of rows that share it: open addressing, filled once, then only read. The rows
// are kept sorted by hash, so that a group is a run of them. The reader compares the text itself: a hash is no proof.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace comity::world::detail {

// FNV-1a, letters of ASCII counted as capitals when `fold` says so. Short texts only.
inline std::uint64_t hash_text(std::string_view text, bool fold, std::uint64_t seed = 0xcbf29ce484222325u) {
  std::uint64_t hash = seed;
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (fold && byte >= 'a' && byte <= 'z') byte = static_cast<unsigned char>(byte - 32);
    hash = (hash ^ byte) * 0x100000001b3u;
  }
  return hash;
}

class Slots {
 public:
  struct Group {
    std::uint64_t hash = 0;
    std::uint32_t first = 0, count = 0;  // count 0: nothing
  };

  // `hashes` ascending; groups are its runs of equal values.
  void fill(std::span<const std::uint64_t> hashes) {
    slots_.assign(std::bit_ceil(hashes.size() * 2 + 2), {});
    for (std::uint32_t i = 0; i < hashes.size();) {
      std::uint32_t end = i + 1;
      while (end < hashes.size() && hashes[end] == hashes[i]) ++end;
      std::size_t at = place(hashes[i]);
      while (slots_[at].count != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = {hashes[i], i, end - i};
      i = end;
    }
  }

  Group find(std::uint64_t hash) const {
    if (slots_.empty()) return {};
    for (std::size_t at = place(hash); slots_[at].count != 0; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].hash == hash) return slots_[at];
    }
    return {};
  }

 private:
  // FNV leaves its low bits weak for texts of one letter; the high ones are mixed in.
  std::size_t place(std::uint64_t hash) const { return static_cast<std::size_t>(hash ^ (hash >> 32)) & (slots_.size() - 1); }

  std::vector<Slots::Group> slots_;
};

}  // namespace comity::world::detail
