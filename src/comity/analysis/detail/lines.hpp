// Numbers that begin where a line of the cache begins, so that a vector of eight lies in one line.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace comity::analysis::detail {

template <class T>
struct LineAllocator {
  using value_type = T;
  static constexpr std::align_val_t line{64};

  LineAllocator() = default;
  template <class U>
  LineAllocator(const LineAllocator<U>&) {}
  T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), line)); }
  void deallocate(T* at, std::size_t) { ::operator delete(at, line); }
  friend bool operator==(const LineAllocator&, const LineAllocator&) { return true; }
};

template <class T>
using Lines = std::vector<T, LineAllocator<T>>;

}  // namespace comity::analysis::detail
