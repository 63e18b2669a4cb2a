#include "comity/analysis/detail/sparse_factor.hpp"

#include <Eigen/SparseCholesky>

#include "comity/analysis/demean.hpp"

namespace comity::analysis::detail {
namespace {

using Matrix = Eigen::SparseMatrix<double, Eigen::ColMajor, int>;

// Eigen knows the size of the factor after ordering, before the work is done.
struct Cholesky : Eigen::SimplicialLDLT<Matrix> {
  double entries() const { return m_nonZerosPerCol.cast<double>().sum(); }
  double operations() const { return m_nonZerosPerCol.cast<double>().array().square().sum(); }

  // Of redundant coefficients only the ridge is left as a pivot. Solved for, they would carry the rounding of r a billion times over, which
  // near the end outweighs the step: they are held at nothing instead. Any one of a redundant set does.
  void pin(const std::vector<double>& diagonal) {
    for (std::size_t k = 0; k < diagonal.size(); ++k) {
      double& pivot = m_diag[m_P.size() > 0 ? m_P.indices()[Eigen::Index(k)] : Eigen::Index(k)];
      if (pivot < 1e-8 * diagonal[k]) pivot = 1e300;
    }
  }
};

constexpr double most_products = 6e7;    // pairs of coefficients within groups
constexpr double most_entries = 3e7;     // of the factor
constexpr double most_operations = 1e10;

}  // namespace

struct SparseFactor::Inner {
  Cholesky cholesky;
};

SparseFactor::SparseFactor() = default;
SparseFactor::~SparseFactor() = default;

bool SparseFactor::make(const SweptShape& shape, const double* weight, const std::vector<double>& group_weight) {
  const std::size_t groups = shape.begin.size() - 1, blocks = shape.blocks;
  double products = 0;
  for (std::size_t g = 0; g < groups; ++g) {
    const double entries = double(shape.begin[g + 1] - shape.begin[g]) * double(blocks);
    products += entries * entries / 2;
  }
  if (products > most_products) return false;
  std::vector<Eigen::Triplet<double, int>> triplets;
  triplets.reserve(std::size_t(products) + shape.coefficients);
  const auto slope = [&](std::size_t place) { return shape.slope.empty() ? 1.0 : shape.slope[place]; };
  const auto swept = [&](std::size_t row) { return shape.swept_slope.empty() ? 1.0 : shape.swept_slope[row]; };
  std::vector<double> diagonal(shape.coefficients, 0.0);
  for (std::size_t g = 0; g < groups; ++g) {
    const double inverse = group_weight[g] > 0 ? 1 / group_weight[g] : 0;
    for (std::size_t i = shape.begin[g]; i < shape.begin[g + 1]; ++i) {
      for (std::size_t q = 0; q < blocks; ++q) {
        const std::size_t place = i * blocks + q;
        const int a = int(shape.code[place]);
        diagonal[a] += weight[i] * slope(place) * slope(place);
        for (std::size_t j = shape.begin[g]; j <= i; ++j) {
          for (std::size_t s = 0; s < blocks; ++s) {
            const std::size_t other = j * blocks + s;
            const int b = int(shape.code[other]);
            if (j == i && s > q) break;
            double value = -weight[i] * swept(i) * slope(place) * weight[j] * swept(j) * slope(other) * inverse;
            if (i == j) value += weight[i] * slope(place) * slope(other);
            // A pair of entries that share their coefficient stands twice in the full matrix.
            if (a == b && (i != j || s != q)) value *= 2;
            triplets.emplace_back(std::max(a, b), std::min(a, b), value);
          }
        }
      }
    }
  }
  // The matrix is singular where effects are redundant; a small ridge makes it definite and changes nothing that counts.
  for (std::size_t k = 0; k < diagonal.size(); ++k) triplets.emplace_back(int(k), int(k), diagonal[k] * 1e-9 + 1e-290);
  Matrix matrix(shape.coefficients, shape.coefficients);
  matrix.setFromTriplets(triplets.begin(), triplets.end());
  give_back(triplets);
  auto inner = std::make_unique<Inner>();
  inner->cholesky.analyzePattern(matrix);
  if (inner->cholesky.entries() > most_entries || inner->cholesky.operations() > most_operations) return false;
  inner->cholesky.factorize(matrix);
  if (inner->cholesky.info() != Eigen::Success || (inner->cholesky.vectorD().array() <= 0).any()) return false;
  inner->cholesky.pin(diagonal);
  inner_ = std::move(inner);
  return true;
}

void SparseFactor::solve(const double* r, double* z, int lanes) const {
  using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const auto size = inner_->cholesky.rows();
  const Eigen::Map<const Rows> right(r, size, lanes);
  Eigen::Map<Rows> out(z, size, lanes);
  const Eigen::MatrixXd solved = inner_->cholesky.solve(Eigen::MatrixXd(right));
  out = solved;
}

}  // namespace comity::analysis::detail
