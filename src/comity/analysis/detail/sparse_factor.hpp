// A sparse Cholesky factor of the normal equations that are left once the largest effect is swept out, as a
// preconditioner for weakly connected data. Made only where it stays sparse.
#pragma once

#include <memory>
#include <vector>

namespace comity::analysis {
struct SweptShape;
}

namespace comity::analysis::detail {

class SparseFactor {
 public:
  SparseFactor();
  ~SparseFactor();
  // False when the factor would be too large to be worth it.
  bool make(const SweptShape& shape, const double* weight, const std::vector<double>& group_weight);
  // z = (factored matrix)^-1 r, for coefficients × lanes.
  void solve(const double* r, double* z, int lanes) const;

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace comity::analysis::detail
