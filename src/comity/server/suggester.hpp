// What somebody who types the beginning of a name may mean: states by any name in any language and script, best first.
// Not here: what a whole name means (world::Resolver).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comity/world/resolver.hpp"

namespace comity::server {

struct Suggestion {
  StateId state;
  std::string_view name;      // the name that begins so, as its source writes it
  std::string_view language;  // of that name; empty: of none in particular
};

class Suggester {
 public:
  // Sorts all names of the index (about a fifth of a second). The resolver must outlive it.
  explicit Suggester(const world::Resolver& resolver);

  // At most `most` states: those that exist before those that did, whole names before beginnings, short names before long ones.
  std::vector<Suggestion> suggest(std::string_view typed, std::size_t most) const;

 private:
  struct Entry {
    std::string folded;
    StateId state;
    std::string_view name, language;
    bool current;
  };
  std::vector<Entry> entries_;  // by folded
};

}  // namespace comity::server
