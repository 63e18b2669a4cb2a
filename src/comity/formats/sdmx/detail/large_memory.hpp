// Memory for columns of many megabytes: it grows where it stands or by moving pages, never by copying bytes, and is asked
// of the system in pages of two megabytes, so that filling it costs a few hundred page faults fewer per megabyte. Sizes
// are multiples of kLargePage. For Array; small memory is malloc's.
#pragma once

#include <cstddef>

namespace comity::formats::sdmx::detail {

inline constexpr std::size_t kLargePage = std::size_t{2} << 20;

// `size` bytes that hold what the first `old_size` of `old` held (nullptr, 0: nothing). Throws std::bad_alloc; `old` is then as it was.
void* grow_large(void* old, std::size_t old_size, std::size_t size);
void free_large(void* memory, std::size_t size);

}  // namespace comity::formats::sdmx::detail
