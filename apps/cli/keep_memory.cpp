#include "apps/cli/keep_memory.hpp"

#include <malloc.h>

namespace comity::cli {

void keep_memory() {
  constexpr int piece = 32 << 20;
  ::mallopt(M_TOP_PAD, piece);
  ::mallopt(M_MMAP_THRESHOLD, piece);
  ::mallopt(M_TRIM_THRESHOLD, 8 * piece);
}

}  // namespace comity::cli
