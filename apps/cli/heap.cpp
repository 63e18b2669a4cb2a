#include "apps/cli/heap.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace comity::cli {

void take_large_heap() {
  constexpr int piece = 32 << 20;  // of addresses; memory is what is touched
  ::mallopt(M_TOP_PAD, piece);
  ::mallopt(M_MMAP_THRESHOLD, piece);   // large blocks too come from there
  ::mallopt(M_TRIM_THRESHOLD, 8 * piece);  // and little is given back, of other threads' memory too
  const auto begin = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  std::free(std::malloc(256 << 10));  // more than is left of the heap at hand: it grows by a piece
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  constexpr std::uintptr_t large = 2 << 20;
  const std::uintptr_t from = (begin + large - 1) / large * large, to = end / large * large;
  if (from < to) ::madvise(reinterpret_cast<void*>(from), to - from, MADV_HUGEPAGE);  // if not, then not
}

}  // namespace comity::cli
