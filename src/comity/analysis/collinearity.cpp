#include "comity/analysis/collinearity.hpp"

#include <cmath>

#include <Eigen/Cholesky>

namespace comity::analysis {
namespace {

constexpr double absorbed_below = 1e-10, collinear_below = 1e-9;

// "a, b": the columns before that make up this one.
std::string makers(const Eigen::VectorXd& share, const std::vector<std::size_t>& kept, const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t j = 0; j < kept.size(); ++j) {
    if (std::abs(share[Eigen::Index(j)]) > 1e-5) out += (out.empty() ? "" : ", ") + names[kept[j]];
  }
  return out;
}

}  // namespace

Collinearity find_collinearity(std::span<const double> products, std::span<const double> lengths, const std::vector<std::string>& names) {
  const std::size_t columns = lengths.size();
  const auto product = [&](std::size_t a, std::size_t b) { return products[a * columns + b]; };
  Collinearity found;
  for (std::size_t k = 0; k < columns; ++k) {
    const double own = product(k, k);
    if (!(own > absorbed_below * lengths[k]) || own <= 0) {
      found.dropped.push_back({names[k], lengths[k] > 0 ? "absorbed by the fixed effects" : "constant"});
      continue;
    }
    found.smallest = std::min(found.smallest, own / lengths[k]);
    const auto before = Eigen::Index(found.kept.size());
    // In units of the columns' own lengths.
    Eigen::MatrixXd left(before, before);
    Eigen::VectorXd right(before);
    for (Eigen::Index a = 0; a < before; ++a) {
      const double length = std::sqrt(product(found.kept[a], found.kept[a]));
      right[a] = product(found.kept[a], k) / length / std::sqrt(own);
      for (Eigen::Index b = 0; b < before; ++b) left(a, b) = product(found.kept[a], found.kept[b]) / length / std::sqrt(product(found.kept[b], found.kept[b]));
    }
    const Eigen::VectorXd share = before > 0 ? Eigen::VectorXd(left.ldlt().solve(right)) : Eigen::VectorXd();
    const double rest = 1 - (before > 0 ? share.dot(right) : 0);
    if (rest < collinear_below) {
      found.dropped.push_back({names[k], "collinear with " + makers(share, found.kept, names)});
      continue;
    }
    found.smallest = std::min(found.smallest, rest);
    found.kept.push_back(k);
  }
  return found;
}

}  // namespace comity::analysis
