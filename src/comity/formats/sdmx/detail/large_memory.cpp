#include "comity/formats/sdmx/detail/large_memory.hpp"

#include <cstdint>
#include <cstdlib>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace comity::formats::sdmx::detail {

#ifdef __linux__

namespace {

// Addresses that nothing uses, at a boundary of large pages: only there can the system lay one down, or move it whole.
char* reserve(std::size_t size) {
  const std::size_t wanted = size + kLargePage;
  void* const found = mmap(nullptr, wanted, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (found == MAP_FAILED) throw std::bad_alloc();
  char* const begin = static_cast<char*>(found);
  const std::size_t in_front = (kLargePage - reinterpret_cast<std::uintptr_t>(begin) % kLargePage) % kLargePage;
  if (in_front > 0) munmap(begin, in_front);
  if (in_front < kLargePage) munmap(begin + in_front + size, kLargePage - in_front);
  return begin + in_front;
}

}  // namespace

void* grow_large(void* old, std::size_t old_size, std::size_t size) {
  if (old) {
    if (void* const same = mremap(old, old_size, size, 0); same != MAP_FAILED) return same;
  }
  char* const place = reserve(size);
  void* const grown = old ? mremap(old, old_size, size, MREMAP_MAYMOVE | MREMAP_FIXED, place)
                          : mmap(place, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  if (grown == MAP_FAILED) {
    munmap(place, size);
    throw std::bad_alloc();
  }
  if (!old) madvise(grown, size, MADV_HUGEPAGE);  // a wish: without it the pages are small, and all else is the same
  return grown;
}

void free_large(void* memory, std::size_t size) { munmap(memory, size); }

#else

void* grow_large(void* old, std::size_t, std::size_t size) {
  void* const grown = std::realloc(old, size);
  if (!grown) throw std::bad_alloc();
  return grown;
}

void free_large(void* memory, std::size_t) { std::free(memory); }

#endif

}  // namespace comity::formats::sdmx::detail
