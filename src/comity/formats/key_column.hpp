// The keys of one column as numbers, given out in the order in which keys first come. For estimators, which ask only which rows share a
// key; not for codes of states.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace comity::formats {

inline constexpr std::uint32_t no_key = 0xffffffff;  // the cell is missing

struct KeyColumn {
  std::vector<std::uint32_t> code;  // of each row; no_key: missing
  std::vector<std::string> text;    // of each code
  std::size_t blanks = 0;           // cells with blanks around the key, which are taken off
  std::size_t first_blank = 0;      // row of the first, 1-based
};

// Neighbouring rows mostly share their key, or the one after it is the one that came after it before: years go round.
class KeyReader {
 public:
  explicit KeyReader(KeyColumn& into) : into_(into) {}

  void add(std::string_view cell) {
    if (guess_ < into_.text.size() && into_.text[guess_] == cell) {  // the same as in the row before
      into_.code.push_back(guess_);
      return;
    }
    const std::uint32_t after = guess_ < after_.size() ? after_[guess_] : no_key;
    add_code(after != no_key && into_.text[after] == cell ? after : find(cell));
  }
  void add_missing() { into_.code.push_back(no_key); }
  // The number of a key as it is: neither missing nor with blanks.
  std::uint32_t number(std::string_view key);

 private:
  void add_code(std::uint32_t code) {
    into_.code.push_back(code);
    if (code == no_key) return;
    if (guess_ < after_.size()) after_[guess_] = code;
    guess_ = code;
  }
  std::uint32_t find(std::string_view cell);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  KeyColumn& into_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> known_;
  std::vector<std::uint32_t> after_;  // of each code: which came after it last
  std::uint32_t guess_ = no_key;
};

}  // namespace comity::formats
