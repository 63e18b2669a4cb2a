// The loops over rows that take most of an estimate, written once and compiled for three classes of processors: with AVX-512, with
// AVX2 and FMA, and for all others. Which is taken is decided when the program starts. The bits of an answer are the same on one class
// whatever the number of threads, and differ in the last places between classes. Plain pointers: this header makes no code.
#pragma once

#include <cstddef>
#include <cstdint>

namespace comity::analysis::detail {

// What the loops read: rows in groups of the swept effect, and of each row the places of its coefficients (demean.hpp). Null: no slopes.
struct Loops {
  const std::uint32_t* begin;
  const std::uint32_t* code;
  const double *slope, *swept_slope, *weight, *group_weight;
  std::size_t blocks;
};

inline constexpr int most_lanes = 8;
// Systems are solved side by side in one, two, four or eight lanes; those beyond the last column stay zero.
constexpr int lanes_of(int columns) { return columns <= 2 ? columns : columns <= 4 ? 4 : 8; }

// Where a regressor's column of an estimate is, row by row; u: a column beside them, or null; b: coefficients of the effects of u.
struct Columns {
  const double *x, *u, *b;
  std::size_t columns;
};

// `first`, `last`: groups; of subtract rows. Coefficients lie `lanes` apart, of b as many as there are columns.
struct InnerLoops {
  // Adds to `into` D'W (D from - its mean along the swept effect). `scratch`: largest group × lanes.
  void (*multiply)(int lanes, const Loops& loops, std::size_t first, std::size_t last, const double* from, double* into, double* scratch);
  // Adds to `into` D'W (v - its mean along the swept effect). v: rows × stride, the first `columns` of each.
  void (*gradient)(int columns, const Loops& loops, std::size_t first, std::size_t last, const double* v, std::size_t stride, double* into);
  // v -= D b.
  void (*subtract)(std::size_t columns, const Loops& loops, std::size_t first, std::size_t last, double* v, std::size_t stride, const double* b);
  // p = z + beta p; with a diagonal z = r / diagonal, given as its inverse.
  void (*turn)(int lanes, std::size_t coefficients, const double* inverse_diagonal, const double* r_or_z, const double* beta, double* p);
  // x += alpha p, r -= alpha q; with a diagonal also the sums of r² over it.
  void (*advance)(int lanes, std::size_t coefficients, const double* inverse_diagonal, const double* alpha, const double* p, const double* q, double* x, double* r, double* sums);
  // Sums of a b, and of a b / diagonal.
  void (*dot)(int lanes, std::size_t coefficients, const double* inverse_diagonal, const double* a, const double* b, double* sums);
  // Adds to `sums` (lanes × lanes, upper triangle) v v' w: v the regressors, and u less the effects' part, all less their means along the
  // swept effect. `t`: largest group; `v`: twice the columns, and two.
  void (*cross)(const Columns& columns, const Loops& loops, std::size_t first, std::size_t last, double* sums, double* t, double* v);
  // The fit of u: what regressors (by beta) and effects explain, and of the rest its mean along the swept effect. `fit` may be u.
  void (*fit)(const Columns& columns, const double* beta, const Loops& loops, std::size_t first, std::size_t last, double* fit);
};

// Those that this processor can run, the plainest first, and how many.
std::size_t inner_loops_here(const InnerLoops* (&out)[3]);
// The last of them.
const InnerLoops& inner_loops();

namespace plain {
extern const InnerLoops inner_loops;
}
namespace v3 {
extern const InnerLoops inner_loops;
}
namespace v4 {
extern const InnerLoops inner_loops;
}

}  // namespace comity::analysis::detail
