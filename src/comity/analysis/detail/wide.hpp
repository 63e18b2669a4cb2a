// Inner loops are compiled twice, for processors with AVX2 and FMA and for all others; which is taken is decided when the
// program starts. The bits of an answer are the same on one class of processor whatever the number of threads, and differ in
// the last places between classes. Not under sanitizers, which start later than that choice.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define COMITY_WIDE [[gnu::target_clones("arch=x86-64-v3", "default")]]
#else
#define COMITY_WIDE
#endif
