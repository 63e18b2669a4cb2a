// What pages say themselves, in the language of the interface: words of data/pages/words.csv, and the names of states as
// that language writes them. Not here: facts, and the text of a dossier (English).
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "comity/world/register.hpp"
#include "comity/world/resolver.hpp"

namespace comity::pages {

class Words {
 public:
  // `language` is a column of the table ("en", "de"). Throws DataError: no such language, a key twice, an empty text.
  static Words load(const std::filesystem::path& data_folder, std::string_view language);

  const std::string& language() const { return language_; }
  // The text of a key. Throws DataError where the table has none: every key that code asks for is in it, by test.
  std::string_view operator()(std::string_view key) const;
  // ... with {0}, {1}, … replaced. Nothing is escaped here.
  std::string with(std::string_view key, std::initializer_list<std::string_view> values) const;
  // Empty where there is none: for keys made from data, such as "indicator.goods_exports".
  std::string_view find(std::string_view key) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::string language_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> texts_;
};

// The languages that the table has, in its order: the first stands at the root of a site, the others in folders.
std::vector<std::string> languages_of_words(const std::filesystem::path& data_folder);

// The name of every state in one language: CLDR's where it has one, else the register's English one.
class StateNames {
 public:
  // `names` may be null: the register's names then.
  StateNames(const world::Register& states, const world::Resolver* names, std::string_view language);
  std::string_view of(StateId state) const;

 private:
  std::vector<std::string> names_;  // by StateId
};

}  // namespace comity::pages
