// Collects names of states and writes the index of them (name_store.hpp). Used once per build of the program; the
// order in which names come does not matter for the bytes.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "comity/world/detail/name_store.hpp"

namespace comity::world::detail {

struct BookName {
  std::string text;
  StateId state;
  NameKind kind = NameKind::common;
  std::string language;  // CLDR's code; empty: none in particular
  DaySpan span;
  int order = 0;
};

class NameBook {
 public:
  NameBook();

  void add(BookName name);
  std::string bytes(std::uint64_t fingerprint) const;

 private:
  std::vector<std::uint32_t> fold_words_;
  FoldTable fold_;
  std::map<std::u32string, std::vector<BookName>> groups_;  // by folded letters
};

}  // namespace comity::world::detail
