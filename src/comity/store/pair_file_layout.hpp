// Where things lie in a pair file: for pair_file.cpp, which reads it, and write_pair_file.cpp alone. Numbers as the machine has them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace comity::store {

inline constexpr char pair_file_magic[9] = "COMITYPF";

struct PairSection {
  std::uint64_t at, count;  // in bytes from the beginning, divisible by eight; how many
};

struct PairEntry {
  std::uint64_t at, size;
  std::uint64_t hash;  // of those bytes, begun with the code
};

struct PairHead {
  char magic[8];
  std::uint32_t packing, schema;
  std::uint64_t size;                       // of this file
  std::uint64_t edition_size, edition_head;  // of the edition's file: its size, and a hash of its first bytes
  std::uint64_t seal_at;                    // where in it the edition's hash stands
  char seal[64];                            // that hash
  PairSection codes, entries, context, texts, ends, dates;
  std::uint64_t pairs;  // so many entries are those of pairs with facts
  std::uint64_t context_hash;
  std::uint64_t hash;  // of all before it
};

std::uint64_t head_hash_of(int edition);
std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed);
std::uint32_t schema_number();

}  // namespace comity::store
