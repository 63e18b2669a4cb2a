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
  bool display = false;  // what the language calls the state in lists: one per language and state
};

class NameBook {
 public:
  NameBook();

  void add(BookName name);
  // Adds names only where nothing else is called so: second spellings that must not compete.
  void add_further(BookName name);
  std::string bytes(std::uint64_t fingerprint);

 private:
  std::u32string folded(std::string_view text) const;
  void settle_further();

  std::vector<BookName> further_;
  std::vector<std::uint32_t> fold_words_;
  FoldTable fold_;
  std::map<std::u32string, std::vector<BookName>> groups_;  // by folded letters
};

}  // namespace comity::world::detail
