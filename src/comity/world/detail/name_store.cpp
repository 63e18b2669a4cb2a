#include "comity/world/detail/name_store.hpp"

#include <cstring>

#include "comity/base/error.hpp"

namespace comity::world::detail {
namespace {

constexpr std::string_view magic = "COMITYNM";

[[noreturn]] void fail(const char* why) { throw DataError(std::string("the index of names ") + why, "Delete it; it is made anew."); }

}  // namespace

// Head: magic, version, number of sections, fingerprint, total size; then (offset, bytes) of each section.
template <class T>
std::span<const T> NameStore::section(std::string_view bytes, Section which) const {
  std::uint64_t place[2];
  std::memcpy(place, bytes.data() + 32 + 16 * static_cast<std::size_t>(which), 16);
  if (place[0] > bytes.size() || place[1] > bytes.size() - place[0] || place[0] % 8 != 0) fail("is cut short");
  return {reinterpret_cast<const T*>(bytes.data() + place[0]), static_cast<std::size_t>(place[1]) / sizeof(T)};
}

NameStore::NameStore(std::string_view bytes) {
  constexpr std::size_t head = 32 + 16 * static_cast<std::size_t>(Section::count);
  if (bytes.size() < head || bytes.substr(0, 8) != magic) fail("is none");
  std::uint32_t numbers[2];
  std::memcpy(numbers, bytes.data() + 8, 8);
  if (numbers[0] != version || numbers[1] != static_cast<std::uint32_t>(Section::count)) fail("is of another version of the program");
  std::memcpy(&fingerprint_, bytes.data() + 16, 8);
  std::uint64_t size = 0;
  std::memcpy(&size, bytes.data() + 24, 8);
  if (size != bytes.size()) fail("is cut short");
  fold_ = FoldTable(section<std::uint32_t>(bytes, Section::fold));
  letters_ = section<char32_t>(bytes, Section::letters).data();
  texts_ = section<char>(bytes, Section::texts).data();
  groups_ = section<NameGroup>(bytes, Section::groups);
  rows_ = section<NameRow>(bytes, Section::rows);
  language_lists_ = section<std::uint16_t>(bytes, Section::language_lists).data();
  const auto names = section<char>(bytes, Section::languages);
  for (std::string_view rest(names.data(), names.size()); !rest.empty();) {
    const auto end = rest.find('\n');
    language_names_.push_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  slots_ = section<NameSlot>(bytes, Section::slots);
  bags_ = section<NameSlot>(bytes, Section::bags);
  initials_ = section<NameSlot>(bytes, Section::initials);
  prefixes_ = section<std::uint32_t>(bytes, Section::prefixes);
  deletes_ = section<std::uint32_t>(bytes, Section::deletes);
  delete_groups_ = section<std::uint32_t>(bytes, Section::delete_groups);
  bloom_ = section<std::uint64_t>(bytes, Section::bloom);
  edges_ = section<std::uint64_t>(bytes, Section::edges);
  own_groups_ = section<std::uint32_t>(bytes, Section::own_groups);
}

std::uint32_t NameStore::find(std::u32string_view letters, std::uint64_t hash) const {
  const std::uint64_t mixed = finished(hash);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = mixed & mask; slots_[at].group != 0; at = (at + 1) & mask) {
    if (slots_[at].tag == static_cast<std::uint32_t>(mixed >> 32) && this->letters(groups_[slots_[at].group - 1]) == letters) return slots_[at].group - 1;
  }
  return none;
}

bool NameStore::has_known_edge(std::u32string_view text) const {
  if (text.size() < edge_letters) return false;
  const auto is_set = [&](std::size_t bit) { return (edges_[bit >> 6] >> (bit & 63) & 1) != 0; };
  return is_set(edge_bit(text.substr(0, edge_letters), text.size(), false)) || is_set(edge_bit(text.substr(text.size() - edge_letters), text.size(), true));
}

std::uint32_t NameStore::find_bag(std::uint64_t bag) const {
  const std::uint64_t mixed = finished(bag);
  const std::size_t mask = bags_.size() - 1;
  for (std::size_t at = mixed & mask; bags_[at].group != 0; at = (at + 1) & mask) {
    if (bags_[at].tag == static_cast<std::uint32_t>(mixed >> 32)) return bags_[at].group - 1;
  }
  return none;
}

bool NameStore::begins_name(std::uint64_t hash) const {
  const std::uint64_t mixed = finished(hash);
  const std::size_t mask = prefixes_.size() - 1;
  const auto tag = static_cast<std::uint32_t>(mixed >> 32) | 1u;
  for (std::size_t at = mixed & mask; prefixes_[at] != 0; at = (at + 1) & mask) {
    if (prefixes_[at] == tag) return true;
  }
  return false;
}

}  // namespace comity::world::detail
