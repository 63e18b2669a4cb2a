#include "comity/analysis/detail/inner_loops.hpp"

namespace comity::analysis::detail {

const InnerLoops& inner_loops() {
#if defined(COMITY_INNER_LOOPS_BY_CLASS)
  static const InnerLoops& of_this_processor = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") ? v4::inner_loops
                                               : __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")                                           ? v3::inner_loops
                                                                                                                                                        : plain::inner_loops;
  return of_this_processor;
#else
  return plain::inner_loops;
#endif
}

}  // namespace comity::analysis::detail
