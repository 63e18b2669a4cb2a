// Codes of a column for a whole message, one, two or four bytes each: as many as the largest so far needs. Most columns
// of statistics have fewer than 256 different texts, and memory is what limits a message's columns.
#pragma once

#include <algorithm>
#include <cstdint>

#include "comity/formats/sdmx/array.hpp"

namespace comity::formats::sdmx {

class Codes {
 public:
  std::size_t size() const { return width_ == 1 ? ones_.size() : width_ == 2 ? twos_.size() : fours_.size(); }
  std::uint32_t operator[](std::size_t row) const { return width_ == 1 ? ones_[row] : width_ == 2 ? twos_[row] : fours_[row]; }
  std::size_t bytes() const { return ones_.capacity() + 2 * twos_.capacity() + 4 * fours_.capacity(); }
  int width() const { return width_; }

  // `largest` is not below any of them.
  void append(const std::uint32_t* codes, std::size_t count, std::uint32_t largest) {
    if (width_ == 1 && largest > UINT8_MAX) widen(ones_, twos_, 2);
    if (width_ == 2 && largest > UINT16_MAX) widen(twos_, fours_, 4);
    if (width_ == 1) std::copy_n(codes, count, ones_.extend(count));
    if (width_ == 2) std::copy_n(codes, count, twos_.extend(count));
    if (width_ == 4) fours_.append(codes, count);
  }
  void append_zeros(std::size_t count) {
    if (width_ == 1) ones_.append_zeros(count);
    if (width_ == 2) twos_.append_zeros(count);
    if (width_ == 4) fours_.append_zeros(count);
  }

 private:
  template <typename Narrow, typename Wide>
  void widen(Array<Narrow>& from, Array<Wide>& to, int width) {
    std::copy_n(from.data(), from.size(), to.extend(from.size()));
    from = Array<Narrow>();
    width_ = width;
  }

  int width_ = 1;
  Array<std::uint8_t> ones_;
  Array<std::uint16_t> twos_;
  Array<std::uint32_t> fours_;
};

}  // namespace comity::formats::sdmx
