// Sweeps fixed effects out of columns by weighted least squares. The effect with the most levels is swept exactly,
// group by group, for rows come sorted by it; the coefficients of the others solve the normal equations of what is
// left (a Schur complement) by conjugate gradient with several right-hand sides at once. The preconditioner is the
// diagonal; where that converges slowly, as on weakly connected data, and the complement is sparse, it is a sparse
// Cholesky factor, kept while the weights change little. Not here: which rows there are (detail/sample.hpp).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "comity/analysis/detail/crew.hpp"
#include "comity/analysis/detail/inner_loops.hpp"
#include "comity/analysis/detail/lines.hpp"
#include "comity/base/give_back.hpp"

namespace comity::analysis {

// Rows sorted by the swept effect: group g is rows begin[g] … begin[g+1]-1.
struct SweptShape {
  std::vector<std::uint32_t> begin;  // first rows of the groups, and the number of rows
  std::vector<double> swept_slope;   // per row; empty: intercepts
  std::size_t blocks = 0;            // effects beside the swept one
  std::vector<std::uint32_t> code;   // rows × blocks: place among all coefficients
  std::vector<double> slope;         // rows × blocks; empty: intercepts all
  std::uint32_t coefficients = 0;

  std::size_t rows() const { return begin.back(); }
};

struct Rounds {
  int rounds = 0;
  bool converged = true;
};

class Projector {
 public:
  Projector(SweptShape shape, detail::Crew& crew);
  ~Projector();

  const SweptShape& shape() const { return shape_; }
  std::size_t chunks() const { return chunk_.size() - 1; }
  // The groups of a chunk: chunk(c) … chunk(c + 1) - 1. Fixed by the data alone.
  std::size_t chunk(std::size_t c) const { return chunk_[c]; }
  detail::Crew& crew() { return crew_; }

  // One weight a row, positive; the pointer must live until the next call.
  void set_weights(const double* weight);
  double group_weight(std::size_t group) const { return group_weight_[group]; }
  const std::vector<double>& group_weights() const { return group_weight_; }
  std::size_t largest_group() const { return largest_group_; }  // in rows
  detail::Loops loops() const;  // under the present weights

  // Coefficients b (coefficients × lanes, row by row, from zero) such that v - D b is orthogonal to all effects once
  // the swept one is taken out. v: rows × stride, its first `lanes` columns. Stops when the gradient of a column has
  // fallen to `tolerance` of its length, whose square is scale[lane], or without scale of its first gradient.
  Rounds solve(const double* v, std::size_t stride, int lanes, std::vector<double>& b, double tolerance, int most_rounds, const double* scale);

  // v -= D b, in place.
  void subtract(double* v, std::size_t stride, int lanes, const std::vector<double>& b);

  // "swept only", "conjugate gradient, diagonal preconditioner", "…, sparse Cholesky preconditioner"
  std::string method() const;
  bool gave_up() const { return gave_up_; }
  // Frees what grows with the rows; nothing can be solved any more.
  void forget_rows() { give_back(shape_.code, shape_.slope, shape_.swept_slope, partial_, group_weight_); }

 private:
  struct Factor;
  using Lanes = detail::Lines<double>;  // coefficients × lanes
  void gradient(int columns, const double* v, std::size_t stride, Lanes& out);
  // D'W (D p less what the swept effect takes).
  void multiply(int lanes, const Lanes& p, Lanes& out);
  // r'z of each lane, z being r preconditioned; z itself where there is a factor.
  void restart(int lanes, const Lanes& r, Lanes& z, double* rz);
  Rounds solve_lanes(const double* v, std::size_t stride, int columns, double* b, std::size_t b_stride, double tolerance, int most_rounds, const double* scale);
  void reduce(Lanes& out, std::size_t lanes);
  bool make_factor();

  SweptShape shape_;
  detail::Crew& crew_;
  const detail::InnerLoops& fast_ = detail::inner_loops();
  std::vector<std::size_t> chunk_;
  const double* weight_ = nullptr;
  std::vector<double> group_weight_;
  Lanes inverse_diagonal_;
  std::vector<Lanes> partial_;  // per chunk, coefficients × lanes
  std::size_t largest_group_ = 0;
  std::unique_ptr<Factor> factor_;
  bool factor_tried_ = false, gave_up_ = false, used_gradient_ = false;
};

}  // namespace comity::analysis
