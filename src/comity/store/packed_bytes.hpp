// Numbers as few bytes: the alphabet of a pair file (pair_file.hpp). Whatever the bytes, reading stays inside of them and ends in a value or in a
// StoreError.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "comity/base/error.hpp"

namespace comity::store {

class ByteWriter {
 public:
  // Seven bits a byte, the lowest first; the eighth says that more follow.
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void difference(std::int64_t before, std::int64_t now) { number(folded(static_cast<std::int64_t>(static_cast<std::uint64_t>(now) - static_cast<std::uint64_t>(before)))); }
  // Whole numbers are counted, others take eight bytes and one.
  void real(double value) {
    const bool small = value > -9e15 && value < 9e15;
    const auto counted = small ? static_cast<std::int64_t>(value) : 0;
    if (small && std::bit_cast<std::uint64_t>(static_cast<double>(counted)) == std::bit_cast<std::uint64_t>(value)) {
      number(folded(counted) << 1);
    } else {
      number(1);
      whole(std::bit_cast<std::uint64_t>(value));
    }
  }
  void whole(std::uint64_t value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void append(std::string_view bytes) { bytes_ += bytes; }
  void clear() { bytes_.clear(); }
  std::string_view bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  // 0, -1, 1, -2, … as 0, 1, 2, 3, …
  static std::uint64_t folded(std::int64_t value) { return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63); }
  std::string bytes_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  std::uint64_t number() {
    std::uint64_t out = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_ == end_) fail();
      const auto byte = static_cast<unsigned char>(*at_++);
      out |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return out;
    }
    fail();
  }
  std::int64_t difference(std::int64_t before) { return static_cast<std::int64_t>(static_cast<std::uint64_t>(before) + static_cast<std::uint64_t>(unfolded(number()))); }
  double real() {
    const std::uint64_t counted = number();
    return counted & 1 ? std::bit_cast<double>(whole()) : static_cast<double>(unfolded(counted >> 1));
  }
  std::uint64_t whole() {
    std::uint64_t out;
    std::memcpy(&out, take(sizeof out).data(), sizeof out);
    return out;
  }
  std::string_view text() { return take(number()); }
  // So many more bytes at least, before room is made for what they are to hold.
  void expect(std::uint64_t bytes) const {
    if (bytes > static_cast<std::uint64_t>(end_ - at_)) fail();
  }
  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }
  void expect_end() const {
    if (at_ != end_) fail();
  }
  [[noreturn]] static void fail() { throw StoreError("the file of pairs beside the edition is damaged", "Delete it (FILE.pairs): the edition is read without it, and comity build makes it anew."); }

 private:
  static std::int64_t unfolded(std::uint64_t value) { return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1); }
  std::string_view take(std::uint64_t size) {
    expect(size);
    const std::string_view out(at_, static_cast<std::size_t>(size));
    at_ += size;
    return out;
  }
  const char *at_, *end_;
};

}  // namespace comity::store
