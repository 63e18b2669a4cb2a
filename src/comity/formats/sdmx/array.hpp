// Plain values in a row that grow by appending: as std::vector, but large ones grow in place (the system moves pages, no
// byte is copied) in large pages, and what is appended is not first set to zero. Not for types with constructors.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

#include "comity/formats/sdmx/detail/large_memory.hpp"

namespace comity::formats::sdmx {

template <typename T>
class Array {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Array() = default;
  Array(Array&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)), capacity_(std::exchange(other.capacity_, 0)) {}
  Array& operator=(Array&& other) noexcept {
    if (this == &other) return *this;
    std::swap(data_, other.data_), std::swap(size_, other.size_), std::swap(capacity_, other.capacity_);
    return *this;
  }
  ~Array() { is_large() ? detail::free_large(data_, capacity_ * sizeof(T)) : std::free(data_); }

  std::size_t size() const { return size_; }
  std::size_t capacity() const { return capacity_; }
  bool empty() const { return size_ == 0; }
  const T* data() const { return data_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  T operator[](std::size_t i) const { return data_[i]; }

  // Room for `count` more, to be filled by the caller.
  T* extend(std::size_t count) {
    if (size_ + count > capacity_) grow(size_ + count);
    T* added = data_ + size_;
    size_ += count;
    return added;
  }
  void append(const T* from, std::size_t count) {
    if (count > 0) std::memcpy(static_cast<void*>(extend(count)), from, count * sizeof(T));
  }
  void append_zeros(std::size_t count) {
    if (count > 0) std::memset(static_cast<void*>(extend(count)), 0, count * sizeof(T));
  }

 private:
  static_assert(detail::kLargePage % sizeof(T) == 0);
  bool is_large() const { return capacity_ * sizeof(T) >= detail::kLargePage; }
  void grow(std::size_t needed) {
    std::size_t capacity = capacity_ + capacity_ / 2 + 1024;
    if (capacity < needed) capacity = needed;
    capacity * sizeof(T) >= detail::kLargePage / 2 ? grow_large(capacity * sizeof(T)) : grow_small(capacity);  // half of one is worth a whole
  }
  void grow_small(std::size_t capacity) {
    void* const larger = std::realloc(data_, capacity * sizeof(T));
    if (!larger) throw std::bad_alloc();
    data_ = static_cast<T*>(larger);
    capacity_ = capacity;
  }
  void grow_large(std::size_t bytes) {
    bytes = (bytes + detail::kLargePage - 1) / detail::kLargePage * detail::kLargePage;
    void* const larger = is_large() ? detail::grow_large(data_, capacity_ * sizeof(T), bytes) : detail::grow_large(nullptr, 0, bytes);
    if (!is_large()) {
      if (size_ > 0) std::memcpy(larger, static_cast<const void*>(data_), size_ * sizeof(T));
      std::free(data_);
    }
    data_ = static_cast<T*>(larger);
    capacity_ = bytes / sizeof(T);
  }

  T* data_ = nullptr;
  std::size_t size_ = 0, capacity_ = 0;
};

}  // namespace comity::formats::sdmx
