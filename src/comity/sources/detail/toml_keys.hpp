// One table of a TOML file, key by key: each key is asked for once by name, and finish() finds those that nobody asked for, so that a
// misspelt key is an error with its line. Hides the TOML library, which is slow to compile, in one file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace comity::sources {

class TomlKeys {
 public:
  // `where` is what errors call the file; `manual` the page that lists its keys. Throws NotFound, DataError (file, line).
  static TomlKeys parse(const std::filesystem::path& file, std::string where, std::string manual);

  // Each leaves `out` alone where the key is not there, and throws DataError (line) where it is of another sort.
  void text(const char* key, std::string& out);
  void required(const char* key, std::string& out);  // throws DataError when it is missing
  void flag(const char* key, bool& out);
  void character(const char* key, char& out);
  void list(const char* key, std::vector<std::string>& out);
  void numbers(const char* key, std::vector<int>& out);
  void years(const char* key, int& from, int& to);   // [first, last]
  template <class Number>
  void number(const char* key, Number& out) {
    if (const auto value = whole(key)) out = static_cast<Number>(*value);
  }
  // [key] of texts or of lists of texts: name → its values, one for a text.
  std::map<std::string, std::vector<std::string>> lists(const char* key);
  // [[key]], in the file's order.
  std::vector<TomlKeys> tables(const char* key);
  // Throws DataError for a key that was not asked for.
  void finish() const;

  const std::string& where() const { return where_; }

 private:
  struct File;
  TomlKeys(std::shared_ptr<const File> file, const void* table, std::string where, std::string manual)
      : file_(std::move(file)), table_(table), where_(std::move(where)), manual_(std::move(manual)) {}
  std::optional<std::int64_t> whole(const char* key);

  std::shared_ptr<const File> file_;
  const void* table_;
  std::string where_, manual_;
  std::set<std::string> seen_;
};

}  // namespace comity::sources
