// The index of names as it lies in a file: arrays of small records behind a table of sections, ready to be mapped and
// used as they are. A group is one folded name; its rows say what the name stands for, on which days and in which
// languages. Not here: what a name means on a day (meaning.hpp), where names come from (name_sources.hpp).
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "comity/base/date.hpp"
#include "comity/world/detail/fold_table.hpp"
#include "comity/world/register.hpp"

namespace comity::world::detail {

enum class NameKind : std::uint8_t {
  own,        // the name of states.csv
  listed,     // a row of names.csv
  former,     // a row of names.csv of that kind
  common,     // what a language calls the state: means on a day what the state's own name means on it
  official,   // its full form, or another spelling, in a language
  adjective,
  capital,
  part,       // a part of the state
  non_state,
  asked,      // ambiguous_names.csv; the days on which free text must be asked back
  phrase,     // holds a state's name and is not it: "Gulf of Guinea"
};

// In a list of languages: the name is the one that the language shows.
constexpr std::uint16_t display_bit = 0x8000;

struct NameRow {
  std::uint32_t name = 0;       // in the texts
  std::uint16_t name_size = 0;
  std::uint16_t state = 0;      // 0: none
  std::int32_t from = 0, to = 0;
  std::uint32_t languages = 0;  // first, in the lists of languages
  std::uint16_t language_count = 0;
  NameKind kind = NameKind::own;
  std::uint8_t order = 0;       // among the candidates of a declared name

  DaySpan span() const { return {Day{std::chrono::days{from}}, Day{std::chrono::days{to}}}; }
};

struct NameGroup {
  std::uint32_t letters = 0;  // in the letters
  std::uint16_t size = 0, rows = 0;
  std::uint32_t first = 0;    // row
};

struct NameSlot {
  std::uint32_t tag = 0, group = 0;  // group: plus one; 0 is free
};

// Hash of folded letters, by parts: the hash of a name without one letter costs no more than a few operations.
constexpr std::uint64_t hash_base = 0x9ddfea08eb382d69u;
inline std::uint64_t letter_hash(char32_t c) {
  const std::uint64_t mixed = (c + 0x9e3779b97f4a7c15u) * 0xbf58476d1ce4e5b9u;
  return mixed ^ (mixed >> 29);
}
inline std::uint64_t add_letter(std::uint64_t hash, char32_t c) { return hash * hash_base + letter_hash(c); }
inline std::uint64_t finished(std::uint64_t hash) {
  hash ^= hash >> 32;
  hash *= 0x94d049bb133111ebu;
  return hash ^ (hash >> 29);
}
inline std::uint64_t hash_letters(std::u32string_view text) {
  std::uint64_t hash = 1;
  for (const char32_t c : text) hash = add_letter(hash, c);
  return hash;
}

enum class Section : std::uint32_t { fold, letters, texts, groups, rows, language_lists, languages, slots, bags, initials, prefixes, deletes, delete_groups, bloom, edges, own_groups, count };

// The first or the last letters of a name with a length, as a bit of the section of edges.
constexpr std::size_t edge_letters = 3, edge_bits = std::size_t{1} << 21;
inline std::size_t edge_bit(std::u32string_view edge, std::size_t length, bool last) {
  return static_cast<std::size_t>(finished(add_letter(hash_letters(edge), static_cast<char32_t>(length * 2 + last)))) & (edge_bits - 1);
}

// The bytes of an index, looked at. Cheap to copy; whoever holds the bytes keeps them.
class NameStore {
 public:
  static constexpr std::uint32_t version = 1;
  static constexpr std::uint32_t none = 0xffffffffu;

  NameStore() = default;
  // Throws DataError when the bytes are no index of this version or are cut short.
  explicit NameStore(std::string_view bytes);

  std::uint64_t fingerprint() const { return fingerprint_; }
  const FoldTable& fold_table() const { return fold_; }
  std::span<const NameGroup> groups() const { return groups_; }
  std::span<const NameRow> rows(const NameGroup& group) const { return rows_.subspan(group.first, group.rows); }
  std::u32string_view letters(const NameGroup& group) const { return {letters_ + group.letters, group.size}; }
  std::string_view text(const NameRow& row) const { return {texts_ + row.name, row.name_size}; }
  std::span<const std::uint16_t> languages(const NameRow& row) const { return {language_lists_ + row.languages, row.language_count}; }
  std::span<const std::string_view> language_names() const { return language_names_; }
  // The group of the state's own name; none for a state without.
  std::uint32_t own_group(StateId state) const { return state.value < own_groups_.size() ? own_groups_[state.value] : none; }

  // `hash` as of hash_letters(), not finished. None when there is no such name.
  std::uint32_t find(std::u32string_view letters, std::uint64_t hash) const;
  std::uint32_t find_bag(std::uint64_t bag) const;
  // Whether some name goes on behind these letters at the end of a word.
  bool begins_name(std::uint64_t hash) const;
  // Whether some name of about this length begins or ends with the same three letters: without it, nothing is looked for
  // within a few edits.
  bool has_known_edge(std::u32string_view text) const;
  // Calls work(group) for each name with the same first letters of its words.
  template <class Work>
  void each_with_initials(std::uint64_t hash, Work work) const;
  // Calls work(group) for each name that gives a text with this hash when one or two letters are left out.
  template <class Work>
  void each_deletion(std::uint64_t hash, Work work) const;

 private:
  template <class T>
  std::span<const T> section(std::string_view bytes, Section which) const;

  std::uint64_t fingerprint_ = 0;
  FoldTable fold_;
  std::span<const NameGroup> groups_;
  std::span<const NameRow> rows_;
  const char32_t* letters_ = nullptr;
  const char* texts_ = nullptr;
  const std::uint16_t* language_lists_ = nullptr;
  std::vector<std::string_view> language_names_;
  std::span<const NameSlot> slots_, bags_, initials_;
  std::span<const std::uint32_t> prefixes_, deletes_, delete_groups_, own_groups_;
  std::span<const std::uint64_t> bloom_, edges_;
};

template <class Work>
void NameStore::each_with_initials(std::uint64_t hash, Work work) const {
  const std::uint64_t mixed = finished(hash);
  const std::size_t mask = initials_.size() - 1;
  for (std::size_t at = mixed & mask; initials_[at].group != 0; at = (at + 1) & mask) {
    if (initials_[at].tag == static_cast<std::uint32_t>(mixed >> 32)) work(initials_[at].group - 1);
  }
}

// The buckets are by the upper 16 bits; within, the tag is the 32 bits below.
template <class Work>
void NameStore::each_deletion(std::uint64_t hash, Work work) const {
  const std::uint64_t mixed = finished(hash);
  if (bloom_.empty()) return;
  const std::uint64_t bit = mixed & (bloom_.size() * 64 - 1);
  if (!(bloom_[bit >> 6] >> (bit & 63) & 1)) return;
  const std::size_t bucket = mixed >> 48;
  const auto tag = static_cast<std::uint32_t>(mixed >> 16);
  for (std::uint32_t at = deletes_[bucket]; at < deletes_[bucket + 1]; ++at) {
    if (delete_groups_[2 * at] == tag) work(delete_groups_[2 * at + 1]);
  }
}

}  // namespace comity::world::detail
