// The distinct texts of a column, numbered as they come: code 0 is "no value", a text has a code from 1. One look-up of
// a text is a hash and a comparison; the same text as last time, or the one that followed it, costs a comparison.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace comity::formats::sdmx {

class Dictionary {
 public:
  std::uint32_t code(std::string_view text);                       // adds it when it is new
  std::uint32_t try_find(std::string_view text) const;             // 0 when it is not there
  std::string_view text(std::uint32_t code) const { return texts_[code]; }  // "" for 0
  std::uint32_t size() const { return std::uint32_t(texts_.size()) - 1; }
  std::size_t bytes() const { return bytes_; }
  // Rises with every clear(): codes of another generation mean something else.
  std::uint64_t generation() const { return generation_; }
  void clear();

 private:
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
  std::uint32_t last_ = 0;
  std::uint64_t generation_ = 0;
};

}  // namespace comity::formats::sdmx
