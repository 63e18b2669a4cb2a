// A few numbers side by side, in the vectors of the processors that the file is compiled for. Only for inner_loop_bodies.hpp, which is
// compiled once for each class of processors, in a namespace of the class so that no two are taken for one.
#pragma once

#if defined(__AVX512F__)
#include <immintrin.h>
#define COMITY_CLASS v4
#elif defined(__AVX2__)
#define COMITY_CLASS v3
#else
#define COMITY_CLASS plain
#endif
#define COMITY_IN [[gnu::always_inline]] inline

namespace comity::analysis::detail::COMITY_CLASS {

template <int L>
struct LanesOf;
// One, two, four or eight lanes. load_first and store_first touch only the first K places; the lanes behind are zero.
template <int L>
using Lanes = typename LanesOf<L>::type;

struct One {
  double v = 0;

  COMITY_IN static One load(const double* at) { return {*at}; }
  template <int K>
  COMITY_IN static One load_first(const double* at) { return {*at}; }
  COMITY_IN void store(double* at) const { *at = v; }
  template <int K>
  COMITY_IN void store_first(double* at) const { *at = v; }
  template <int K>
  COMITY_IN void set(double value) { v = value; }
  template <int K>
  COMITY_IN double get() const { return v; }
  COMITY_IN One plus(One b) const { return {v + b.v}; }
  COMITY_IN One plus(double s, One b) const { return {v + s * b.v}; }
  COMITY_IN One plus(One a, One b) const { return {v + a.v * b.v}; }
  COMITY_IN One minus(One b) const { return {v - b.v}; }
  COMITY_IN One minus(double s, One b) const { return {v - s * b.v}; }
  COMITY_IN One minus(One a, One b) const { return {v - a.v * b.v}; }
  COMITY_IN One times(double s) const { return {v * s}; }
};

template <int L, class V>
struct Vector {
  V v{};

  COMITY_IN static Vector load(const double* at) {
    Vector out;
    __builtin_memcpy(&out.v, at, sizeof(V));
    return out;
  }
  template <int K>
  COMITY_IN static Vector load_first(const double* at) {
    if constexpr (K == L) return load(at);
#if defined(__AVX512F__)
    if constexpr (L == 8) return {V(_mm512_maskz_loadu_pd((1 << K) - 1, at))};
#endif
    Vector out;
    for (int k = 0; k < K; ++k) out.v[k] = at[k];
    return out;
  }
  COMITY_IN void store(double* at) const { __builtin_memcpy(at, &v, sizeof(V)); }
  template <int K>
  COMITY_IN void store_first(double* at) const {
    if constexpr (K == L) return store(at);
#if defined(__AVX512F__)
    if constexpr (L == 8) return _mm512_mask_storeu_pd(at, (1 << K) - 1, __m512d(v));
#endif
    for (int k = 0; k < K; ++k) at[k] = v[k];
  }
  template <int K>
  COMITY_IN void set(double value) { v[K] = value; }
  template <int K>
  COMITY_IN double get() const { return v[K]; }
  COMITY_IN Vector plus(Vector b) const { return {v + b.v}; }
  COMITY_IN Vector plus(double s, Vector b) const { return {v + s * b.v}; }
  COMITY_IN Vector plus(Vector a, Vector b) const { return {v + a.v * b.v}; }
  COMITY_IN Vector minus(Vector b) const { return {v - b.v}; }
  COMITY_IN Vector minus(double s, Vector b) const { return {v - s * b.v}; }
  COMITY_IN Vector minus(Vector a, Vector b) const { return {v - a.v * b.v}; }
  COMITY_IN Vector times(double s) const { return {v * s}; }
};

// Twice as many lanes as the processor has.
template <int L>
struct Halves {
  static constexpr int half = L / 2;
  Lanes<half> low, high;

  COMITY_IN static Halves load(const double* at) { return {Lanes<half>::load(at), Lanes<half>::load(at + half)}; }
  template <int K>
  COMITY_IN static Halves load_first(const double* at) {
    if constexpr (K <= half) return {Lanes<half>::template load_first<K>(at), {}};
    else return {Lanes<half>::load(at), Lanes<half>::template load_first<K - half>(at + half)};
  }
  COMITY_IN void store(double* at) const { low.store(at), high.store(at + half); }
  template <int K>
  COMITY_IN void store_first(double* at) const {
    if constexpr (K <= half) low.template store_first<K>(at);
    else low.store(at), high.template store_first<K - half>(at + half);
  }
  template <int K>
  COMITY_IN void set(double value) {
    if constexpr (K < half) low.template set<K>(value);
    else high.template set<K - half>(value);
  }
  template <int K>
  COMITY_IN double get() const {
    if constexpr (K < half) return low.template get<K>();
    else return high.template get<K - half>();
  }
  COMITY_IN Halves plus(Halves b) const { return {low.plus(b.low), high.plus(b.high)}; }
  COMITY_IN Halves plus(double s, Halves b) const { return {low.plus(s, b.low), high.plus(s, b.high)}; }
  COMITY_IN Halves plus(Halves a, Halves b) const { return {low.plus(a.low, b.low), high.plus(a.high, b.high)}; }
  COMITY_IN Halves minus(Halves b) const { return {low.minus(b.low), high.minus(b.high)}; }
  COMITY_IN Halves minus(double s, Halves b) const { return {low.minus(s, b.low), high.minus(s, b.high)}; }
  COMITY_IN Halves minus(Halves a, Halves b) const { return {low.minus(a.low, b.low), high.minus(a.high, b.high)}; }
  COMITY_IN Halves times(double s) const { return {low.times(s), high.times(s)}; }
};

typedef double Two __attribute__((vector_size(16)));
template <> struct LanesOf<1> { using type = One; };
template <> struct LanesOf<2> { using type = Vector<2, Two>; };
#if defined(__AVX2__) || defined(__AVX512F__)
typedef double Four __attribute__((vector_size(32)));
template <> struct LanesOf<4> { using type = Vector<4, Four>; };
#else
template <> struct LanesOf<4> { using type = Halves<4>; };
#endif
#if defined(__AVX512F__)
typedef double Eight __attribute__((vector_size(64)));
template <> struct LanesOf<8> { using type = Vector<8, Eight>; };
#else
template <> struct LanesOf<8> { using type = Halves<8>; };
#endif

}  // namespace comity::analysis::detail::COMITY_CLASS
