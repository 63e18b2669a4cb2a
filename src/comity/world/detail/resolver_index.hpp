// What a Resolver holds: the bytes of its index, mapped or in memory, a view of them, and the register.
#pragma once

#include <memory>
#include <string>

#include "comity/world/detail/name_store.hpp"
#include "comity/world/resolver.hpp"

namespace comity::world {

struct Resolver::Index {
  std::shared_ptr<const Register> states;
  std::string memory;              // when made here
  const char* mapped = nullptr;    // else the file's bytes
  std::size_t mapped_size = 0;
  detail::NameStore store;

  Index() = default;
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;
  ~Index();
};

namespace detail {

// One name on its way to an answer. Each step fills `out` and says whether it has the last word.
struct Attempt {
  const NameStore& store;
  const Register& states;
  const ResolveOptions& options;
  std::string_view text;
  Folded name;
  std::uint64_t hash = 0;

  bool by_code(Resolution& out) const;
  bool by_letters(Resolution& out) const;    // the very name
  bool by_words(Resolution& out) const;      // its words in another order, or cut short
  bool by_beginnings(Resolution& out) const;  // each word the beginning of one of a name's: "United Arab Em."
  bool by_segments(Resolution& out) const;   // a name and a remark on it
  bool without_remark(Resolution& out) const;  // before "excluding", "formerly"
  bool without_form(Resolution& out) const;  // without the form of government
  bool without_suffix(Resolution& out) const;  // ... where it is the end of the word, as in Chinese
  bool by_mending(Resolution& out) const;    // bytes read in the wrong encoding
  bool by_edits(Resolution& out) const;      // a misspelling

  void fold(std::string_view of);
};

}  // namespace detail
}  // namespace comity::world
