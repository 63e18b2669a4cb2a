// One column of a panel as a plain array in the narrowest type that holds its values, with a bit a row that says whether
// there is one. Laid out as Apache Arrow does, so that writers pass it on without a copy.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comity::panel {

enum class Kind : std::uint8_t { int8, int16, int32, float64, text };  // text: int16 codes into a dictionary

std::size_t width(Kind kind);
// The narrowest kind that holds every value exactly.
Kind narrowest(std::span<const double> values);

// Bits, lowest first.
void set_bits(std::uint64_t* bits, std::size_t from, std::size_t count);
void copy_bits(std::uint64_t* to, std::size_t at, const std::uint64_t* from, std::size_t start, std::size_t count);  // `to` holds zeros there
// std::popcount is a call on processors of no known kind; this is not.
inline std::size_t count_bits(std::uint64_t word) {
  word -= word >> 1 & 0x5555555555555555;
  word = (word & 0x3333333333333333) + (word >> 2 & 0x3333333333333333);
  return ((word + (word >> 4)) & 0x0f0f0f0f0f0f0f0f) * 0x0101010101010101 >> 56;
}
inline bool get_bit(const std::uint64_t* bits, std::size_t i) { return bits[i / 64] >> (i % 64) & 1; }
inline void set_bit(std::uint64_t* bits, std::size_t i) { bits[i / 64] |= std::uint64_t{1} << (i % 64); }
inline void clear_bit(std::uint64_t* bits, std::size_t i) { bits[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }

class Column {
 public:
  Column() = default;
  Column(std::string name, Kind kind, std::size_t rows);  // every cell missing

  const std::string& name() const { return name_; }
  void rename(std::string name) { name_ = std::move(name); }
  Kind kind() const { return kind_; }
  std::size_t rows() const { return rows_; }
  bool has(std::size_t row) const { return get_bit(valid(), row); }
  // The value as a double; meaningless where there is none.
  double at(std::size_t row) const;
  void set(std::size_t row, double value);
  void clear(std::size_t row) { clear_bit(valid(), row); }
  std::size_t missing() const;

  template <class T>
  T* as() { return reinterpret_cast<T*>(data_.get()); }
  template <class T>
  const T* as() const { return reinterpret_cast<const T*>(data_.get()); }
  std::uint64_t* valid() { return valid_.get(); }
  const std::uint64_t* valid() const { return valid_.get(); }
  std::vector<std::string>& dictionary() { return dictionary_; }
  const std::vector<std::string>& dictionary() const { return dictionary_; }

  // Keeps the rows named, ascending.
  void keep(std::span<const std::uint32_t> rows);

 private:
  struct Free {
    explicit Free(std::size_t bytes) : mapped(bytes) {}
    Free() : Free(0) {}
    std::size_t mapped;  // bytes of a mapping of its own; 0: from the heap
    void operator()(void* memory) const;
  };
  template <class T>
  static std::unique_ptr<T[], Free> zeroed(std::size_t bytes);
  std::string name_;
  Kind kind_ = Kind::float64;
  std::size_t rows_ = 0;
  // Pages that no value is written to cost nothing; long columns lie in huge pages, which cost a fifth to touch.
  std::unique_ptr<std::byte[], Free> data_;
  std::unique_ptr<std::uint64_t[], Free> valid_;
  std::vector<std::string> dictionary_;
};

// Calls work with a pointer of the column's own type. Text columns are their codes.
template <class Work>
void with_type(Column& column, Work work) {
  switch (column.kind()) {
    case Kind::int8: return work(column.as<std::int8_t>());
    case Kind::int16:
    case Kind::text: return work(column.as<std::int16_t>());
    case Kind::int32: return work(column.as<std::int32_t>());
    case Kind::float64: return work(column.as<double>());
  }
}

}  // namespace comity::panel
