// The distinct texts of a column, numbered as they come: code 0 is "no value", a text has a code from 1. One look-up of
// a text is a hash and a comparison; the same text as last time, or the one that followed it, costs a comparison; a single
// letter (statuses, frequencies) a look into a row of 256.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace comity::formats::sdmx {

class Dictionary {
 public:
  // Adds it when it is new.
  [[gnu::always_inline]] std::uint32_t code(std::string_view text) {
    if (text.size() == 1) {
      if (const std::uint32_t known = letters_[static_cast<unsigned char>(text[0])]; known != 0) return last_ = known;
    } else if (last_ != 0) {
      if (same(texts_[last_], text)) return last_;
      if (last_ + 1 < texts_.size() && same(texts_[last_ + 1], text)) return ++last_;
    }
    return last_ = look_up(text);
  }
  std::uint32_t try_find(std::string_view text) const;             // 0 when it is not there
  std::string_view text(std::uint32_t code) const { return texts_[code]; }  // "" for 0
  std::uint32_t size() const { return std::uint32_t(texts_.size()) - 1; }
  std::size_t bytes() const { return bytes_; }
  // Rises with every clear(): codes of another generation mean something else.
  std::uint64_t generation() const { return generation_; }
  void clear();

 private:
  // Codes are short: two loads that may overlap are less than a call of memcmp.
  static bool same(std::string_view a, std::string_view b) {
    const std::size_t size = a.size();
    if (size != b.size()) return false;
    const auto load = [](const char* at, auto word) {
      std::memcpy(&word, at, sizeof word);
      return word;
    };
    const char *x = a.data(), *y = b.data();
    if (size >= 8) {
      constexpr std::uint64_t kWord = 0;
      if (load(x, kWord) != load(y, kWord) || load(x + size - 8, kWord) != load(y + size - 8, kWord)) return false;
      return size <= 16 || std::memcmp(x, y, size) == 0;
    }
    if (size >= 4) {
      constexpr std::uint32_t kWord = 0;
      return load(x, kWord) == load(y, kWord) && load(x + size - 4, kWord) == load(y + size - 4, kWord);
    }
    return size == 0 || (x[0] == y[0] && x[size - 1] == y[size - 1] && x[size / 2] == y[size / 2]);
  }
  std::uint32_t look_up(std::string_view text);
  void grow();
  std::string_view keep(std::string_view text);

  struct Slot {
    std::uint32_t hash = 0, code = 0;
  };
  std::vector<std::string_view> texts_{std::string_view("")};
  std::vector<Slot> slots_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_ = 0, bytes_ = 0;
  char* at_ = nullptr;
  std::uint32_t letters_[256] = {};  // code of each text of one byte
  std::uint32_t last_ = 0;
  std::uint64_t generation_ = 0;
};

}  // namespace comity::formats::sdmx
