// Texts by number in the order in which they come first: what a walk over all facts asks for every text of every one of them. One flat table, so
// that a text costs two looks into memory and not four. Not shared between threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace comity::store {

class TextNumbers {
 public:
  // From 0. `text` is kept as a copy of our own where it is new.
  std::uint32_t of(std::string_view text);
  // Lives as long as this does.
  std::string_view text(std::uint32_t number) const { return texts_[number]; }
  std::size_t size() const { return texts_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0, number = 0;  // number: one more than it is; 0: free
  };
  void grow();
  std::string_view copy(std::string_view text);

  std::vector<Slot> slots_;  // a power of two, half of them free
  std::vector<std::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_ = 0;  // bytes of the last block
  char* next_ = nullptr;
};

}  // namespace comity::store
