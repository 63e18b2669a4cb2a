// Texts of the register's tables, kept for as long as the register lives, in few large pieces: a view handed out
// stays good, and loading ten thousand short texts costs no ten thousand allocations. Not for anything that shrinks.
#pragma once

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace comity::world::detail {

class Texts {
 public:
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > left_) grow(text.size());
    char* place = at_;
    std::memcpy(place, text.data(), text.size());
    at_ += text.size();
    left_ -= text.size();
    return {place, text.size()};
  }

 private:
  void grow(std::size_t least) {
    left_ = std::max<std::size_t>(least, 64 * 1024);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
    at_ = blocks_.back().get();
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* at_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace comity::world::detail
