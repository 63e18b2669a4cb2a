// Compiled for processors of this class; nothing elsewhere (CMakeLists.txt).
#if defined(__AVX2__)
#include "comity/analysis/detail/inner_loop_bodies.hpp"
#endif
