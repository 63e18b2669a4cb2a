// One weighted least squares problem after another over the same rows, regressors and effects, as reweighting needs
// them: the regressors are kept cleaned of the effects from one to the next, so that each has little left to do.
#pragma once

#include <vector>

#include "comity/analysis/demean.hpp"
#include "comity/analysis/detail/sample.hpp"

namespace comity::analysis::detail {

class LeastSquares {
 public:
  // Takes the sample's x and cleans it in place.
  LeastSquares(Sample& sample, Crew& crew, int most_rounds);

  void set_weights(const double* weight) { weight_ = weight, projector_.set_weights(weight); }
  // Cleans the regressors to `tolerance` of their lengths under the present weights.
  void clean(double tolerance);
  // Squared lengths of the regressors, less their weighted means, as they came.
  const std::vector<double>& lengths() const { return lengths_; }
  // Drops columns: keeps those named, in their order.
  void keep(const std::vector<std::size_t>& columns);

  // Fits u on the regressors and the effects: coefficients into beta, fitted values into fit. Needs clean() before.
  // `tolerance`: of the gradient of the effects, against the first one. `fit` may be `u` itself.
  void step(const std::vector<double>& u, double tolerance, std::vector<double>& beta, std::vector<double>& fit);
  // X'WX of the cleaned regressors under the present weights.
  std::vector<double> products();
  // Takes the swept effect out of x, so that x is wholly clean. For the end.
  void finish();

  Projector& projector() { return projector_; }
  int rounds() const { return rounds_; }
  int most_rounds() const { return worst_; }

 private:
  std::vector<double> cross(const std::vector<double>* u, const std::vector<double>& b, std::vector<double>* with_u);
  void note(const Rounds& rounds);

  Sample& sample_;
  Projector projector_;
  const double* weight_ = nullptr;
  int most_ = 0, rounds_ = 0, worst_ = 0;
  std::vector<double> lengths_;
};

}  // namespace comity::analysis::detail
