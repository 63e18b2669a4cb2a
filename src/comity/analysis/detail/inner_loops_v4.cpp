// Compiled for processors of this class; nothing elsewhere (CMakeLists.txt).
#if defined(__AVX512F__)
#include "comity/analysis/detail/inner_loop_bodies.hpp"
#endif
