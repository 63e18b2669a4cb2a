// What a Register holds once it is loaded. Immutable afterwards, so every thread may read it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "comity/world/detail/code_index.hpp"
#include "comity/world/detail/name_index.hpp"
#include "comity/world/detail/texts.hpp"
#include "comity/world/register.hpp"

namespace comity::world {

namespace detail {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return hash_text(text, false); }
};
template <class Value>
using TextMap = std::unordered_map<std::string_view, Value, TextHash, std::equal_to<>>;

struct Tables {
  Texts texts;
  std::string image;                       // where the texts are when the tables were read from an image
  std::vector<State> states;
  std::vector<std::uint16_t> place_of_id;  // id → place in states, plus one; 0 is none
  TextMap<StateId> keys;
  CodeIndex codes;
  NameIndex names;
  struct NonState {
    std::string_view name, kind;
  };
  TextMap<NonState> non_states;                // by folded name
  TextMap<std::vector<StateId>> ambiguous;     // by folded name, candidates in the table's order
  std::vector<Lineage> lineage;
  std::vector<Capital> capitals;               // ordered by state, then first day
  TextMap<std::string_view> cities;            // folded name of a place → city of today
  std::vector<Region> regions;                 // members of a region include those of its parts
};

// Reads and checks every table of the folder.
void load_tables(const std::filesystem::path& folder, Tables& tables);

}  // namespace detail

struct Register::Tables : detail::Tables {};

}  // namespace comity::world
