#include "comity/analysis/detail/inner_loops.hpp"

namespace comity::analysis::detail {

std::size_t inner_loops_here(const InnerLoops* (&out)[3]) {
  std::size_t count = 0;
  out[count++] = &plain::inner_loops;
#if defined(COMITY_INNER_LOOPS_BY_CLASS)
  const bool v3 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (v3) out[count++] = &v3::inner_loops;
  if (v3 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) out[count++] = &v4::inner_loops;
#endif
  return count;
}

const InnerLoops& inner_loops() {
  static const InnerLoops& of_this_processor = [&]() -> const InnerLoops& {
    const InnerLoops* here[3];
    return *here[inner_loops_here(here) - 1];
  }();
  return of_this_processor;
}

}  // namespace comity::analysis::detail
