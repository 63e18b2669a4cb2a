#include "comity/panel/column.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <new>

namespace comity::panel {

std::size_t width(Kind kind) {
  switch (kind) {
    case Kind::int8: return 1;
    case Kind::int16:
    case Kind::text: return 2;
    case Kind::int32: return 4;
    case Kind::float64: return 8;
  }
  return 8;
}

Kind narrowest(std::span<const double> values) {
  double least = 0, most = 0;
  for (const double value : values) {
    if (value != std::trunc(value) || (value == 0 && std::signbit(value))) return Kind::float64;
    least = std::min(least, value);
    most = std::max(most, value);
  }
  const auto fits = [&]<class T>(T) { return least >= std::numeric_limits<T>::min() && most <= std::numeric_limits<T>::max(); };
  if (fits(std::int8_t{})) return Kind::int8;
  if (fits(std::int16_t{})) return Kind::int16;
  return fits(std::int32_t{}) ? Kind::int32 : Kind::float64;
}

namespace {

std::uint64_t low_bits(std::size_t count) { return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1; }

std::uint64_t read_bits(const std::uint64_t* bits, std::size_t from, std::size_t count) {
  const std::size_t shift = from % 64;
  std::uint64_t out = bits[from / 64] >> shift;
  if (shift + count > 64) out |= bits[from / 64 + 1] << (64 - shift);
  return out & low_bits(count);
}

void or_bits(std::uint64_t* bits, std::size_t at, std::size_t count, std::uint64_t value) {
  const std::size_t shift = at % 64;
  bits[at / 64] |= value << shift;
  if (shift + count > 64) bits[at / 64 + 1] |= value >> (64 - shift);
}

constexpr std::size_t long_column = std::size_t{4} << 20;  // two huge pages

}  // namespace

void Column::Free::operator()(void* memory) const { mapped ? static_cast<void>(munmap(memory, mapped)) : std::free(memory); }

template <class T>
std::unique_ptr<T[], Column::Free> Column::zeroed(std::size_t bytes) {
  if (bytes >= long_column) {
    void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    madvise(memory, bytes, MADV_HUGEPAGE);  // advice: where the kernel has none, ordinary pages do
    return {static_cast<T*>(memory), Free{bytes}};
  }
  void* memory = std::calloc(std::max<std::size_t>(bytes, 8), 1);
  if (!memory) throw std::bad_alloc();
  return {static_cast<T*>(memory), Free{}};
}

void set_bits(std::uint64_t* bits, std::size_t from, std::size_t count) {
  while (count > 0) {
    const std::size_t now = std::min<std::size_t>(count, 64 - from % 64);
    bits[from / 64] |= low_bits(now) << (from % 64);
    from += now;
    count -= now;
  }
}

void copy_bits(std::uint64_t* to, std::size_t at, const std::uint64_t* from, std::size_t start, std::size_t count) {
  while (count > 0) {
    const std::size_t now = std::min<std::size_t>(count, 64);
    or_bits(to, at, now, read_bits(from, start, now));
    at += now;
    start += now;
    count -= now;
  }
}

Column::Column(std::string name, Kind kind, std::size_t rows)
    : name_(std::move(name)),
      kind_(kind),
      rows_(rows),
      data_(zeroed<std::byte>(rows * width(kind))),
      valid_(zeroed<std::uint64_t>((rows / 64 + 2) * 8)) {}

double Column::at(std::size_t row) const {
  switch (kind_) {
    case Kind::int8: return as<std::int8_t>()[row];
    case Kind::int16:
    case Kind::text: return as<std::int16_t>()[row];
    case Kind::int32: return as<std::int32_t>()[row];
    case Kind::float64: return as<double>()[row];
  }
  return 0;
}

void Column::set(std::size_t row, double value) {
  with_type(*this, [&]<class T>(T* data) { data[row] = static_cast<T>(value); });
  set_bit(valid(), row);
}

std::size_t Column::missing() const {
  std::size_t found = 0;
  for (std::size_t word = 0; word <= rows_ / 64; ++word) found += count_bits(valid_[word]);
  return rows_ - found;
}

void Column::keep(std::span<const std::uint32_t> rows) {
  Column out(name_, kind_, rows.size());
  out.dictionary_ = std::move(dictionary_);
  const std::size_t size = width(kind_);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::memcpy(out.data_.get() + i * size, data_.get() + rows[i] * size, size);
    if (has(rows[i])) set_bit(out.valid(), i);
  }
  *this = std::move(out);
}

}  // namespace comity::panel
