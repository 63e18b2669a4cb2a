// Estimation the slow way, to hold the fast one against: a dummy variable for every level of every effect, dense
// normal equations solved by a complete orthogonal decomposition, Newton to the last digit. Small problems only.
#pragma once

#include <cmath>
#include <set>

#include <Eigen/Dense>

#include "comity/analysis/estimation.hpp"

namespace comity::analysis::slow {

struct Answer {
  Eigen::VectorXd beta;      // of the regressors
  Eigen::VectorXd fitted;    // linear predictor of the rows kept
  std::vector<std::size_t> row;
  Eigen::MatrixXd x, bread;  // regressors cleaned of the effects under the last weights; (X'WX)^-1
  Eigen::VectorXd weight, residual;
  Eigen::Index rank = 0;     // of regressors and dummies
};

inline Eigen::MatrixXd dummies(const Problem& problem, const std::vector<std::size_t>& rows) {
  Eigen::Index columns = problem.effects.empty() ? 1 : 0;
  for (const Effect& effect : problem.effects) columns += effect.of.levels;
  Eigen::MatrixXd d = Eigen::MatrixXd::Zero(Eigen::Index(rows.size()), columns);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Eigen::Index at = 0;
    if (problem.effects.empty()) d(Eigen::Index(i), 0) = 1;
    for (const Effect& effect : problem.effects) {
      d(Eigen::Index(i), at + effect.of.level[rows[i]]) = effect.slope.empty() ? 1 : effect.slope[rows[i]];
      at += effect.of.levels;
    }
  }
  return d;
}

inline Answer estimate(const Problem& problem, bool poisson, const std::vector<std::size_t>& rows) {
  using namespace Eigen;
  const auto n = Index(rows.size()), k = Index(problem.x.size());
  const MatrixXd d = dummies(problem, rows);
  MatrixXd x(n, k), all(n, k + d.cols());
  VectorXd y(n), given(n), offset(n);
  for (Index i = 0; i < n; ++i) {
    const std::size_t r = rows[std::size_t(i)];
    for (Index j = 0; j < k; ++j) x(i, j) = problem.x[std::size_t(j)][r];
    y[i] = problem.y[r], given[i] = problem.weights.empty() ? 1 : problem.weights[r], offset[i] = problem.offset.empty() ? 0 : problem.offset[r];
  }
  all << x, d;
  Answer out;
  out.row = rows;
  VectorXd w = given, coefficients = VectorXd::Zero(all.cols()), eta = (y.array() + y.mean()).max(1e-10).log();
  if (!poisson) eta = y;
  for (int round = 0; round < (poisson ? 200 : 1); ++round) {
    VectorXd z = y - offset;
    if (poisson) {
      const ArrayXd mu = eta.array().exp();
      w = given.array() * mu;
      z = eta.array() - offset.array() + (y.array() - mu) / mu;
    }
    const VectorXd root = w.cwiseSqrt();
    CompleteOrthogonalDecomposition<MatrixXd> decomposition;
    decomposition.setThreshold(1e-11);
    decomposition.compute(root.asDiagonal() * all);
    coefficients = decomposition.solve(root.cwiseProduct(z));
    const VectorXd next = all * coefficients + offset;
    const double change = (next - eta).cwiseAbs().maxCoeff();
    eta = next;
    out.rank = decomposition.rank();
    if (change < 1e-13) break;
  }
  if (poisson) w = given.array() * eta.array().exp();
  const VectorXd root = w.cwiseSqrt();
  CompleteOrthogonalDecomposition<MatrixXd> effects;
  effects.setThreshold(1e-11);
  effects.compute(root.asDiagonal() * d);
  out.x = x - d * effects.solve(root.asDiagonal() * x);
  out.bread = (out.x.transpose() * w.asDiagonal() * out.x).inverse();
  out.beta = coefficients.head(k);
  out.fitted = eta;
  out.weight = w;
  out.residual = poisson ? VectorXd(y.array() - eta.array().exp()) : VectorXd(y - eta);
  return out;
}

}  // namespace comity::analysis::slow
