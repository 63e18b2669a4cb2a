#include "comity/analysis/standard_errors.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Eigenvalues>

#include "comity/analysis/fixed_effects.hpp"

namespace comity::analysis {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Sum over groups of the outer products of the groups' summed scores x·w·(y - fit).
Matrix meat(const Estimate& estimate, const Grouping* of) {
  const Design& design = estimate.design;
  const std::size_t columns = design.columns;
  Matrix out = Matrix::Zero(Eigen::Index(columns), Eigen::Index(columns));
  Matrix sums = Matrix::Zero(of ? Eigen::Index(of->levels) : 0, Eigen::Index(columns));
  for (std::size_t i = 0; i < design.residual.size(); ++i) {
    const double score = design.residual[i] * (design.given_weight.empty() ? 1 : design.given_weight[i]);
    const Eigen::Map<const Eigen::RowVectorXd> x(&design.x[i * columns], Eigen::Index(columns));
    if (of) {
      sums.row(of->level[i]) += score * x;
    } else {
      out.noalias() += (score * score) * (x.transpose() * x);
    }
  }
  if (of) out.noalias() = sums.transpose() * sums;
  return out;
}

// Cameron, Gelbach and Miller: over all non-empty sets of ways, odd ones added, even ones taken away.
Matrix clustered_meat(const Estimate& estimate) {
  const auto& ways = estimate.design.clusters;
  Matrix out = Matrix::Zero(Eigen::Index(estimate.design.columns), Eigen::Index(estimate.design.columns));
  for (unsigned set = 1; set < 1u << ways.size(); ++set) {
    Grouping crossed;
    int count = 0;
    for (std::size_t w = 0; w < ways.size(); ++w) {
      if (set >> w & 1) crossed = count++ == 0 ? ways[w] : cross_groupings(crossed, ways[w]);
    }
    out += (count % 2 ? 1.0 : -1.0) * meat(estimate, &crossed);
  }
  return out;
}

// Parameters as a convention counts them.
double parameters(const Estimate& estimate, ErrorKind kind, Convention convention) {
  double count = double(estimate.parameters(convention == Convention::reghdfe));
  if (kind != ErrorKind::cluster) return count;
  bool any_left = false;
  for (std::size_t e = 0; e < estimate.effects.size(); ++e) {
    const auto& effect = estimate.effects[e];
    const bool nested = std::ranges::find(effect.nested_in, true) != effect.nested_in.end();
    const double levels = effect.levels;
    if (nested && convention == Convention::fixest) count -= levels - 1;
    if (nested && convention == Convention::reghdfe) count -= levels - effect.redundant;
    any_left = any_left || !nested;
  }
  return convention == Convention::reghdfe && !any_left ? count + 1 : count;
}

}  // namespace

std::optional<Convention> try_convention(std::string_view name) {
  for (const Convention one : {Convention::fixest, Convention::ppmlhdfe, Convention::reghdfe, Convention::none}) {
    if (id_of(one) == name) return one;
  }
  return std::nullopt;
}

std::string_view id_of(Convention convention) {
  switch (convention) {
    case Convention::fixest: return "fixest";
    case Convention::ppmlhdfe: return "ppmlhdfe";
    case Convention::reghdfe: return "reghdfe";
    case Convention::none: break;
  }
  return "none";
}

std::string_view id_of(ErrorKind kind) { return kind == ErrorKind::iid ? "iid" : kind == ErrorKind::hetero ? "hetero" : "cluster"; }

Covariance covariance(const Estimate& estimate, ErrorKind kind, Convention convention) {
  Covariance out;
  const auto size = Eigen::Index(estimate.coefficients.size());
  if (size == 0) return out;
  const bool is_ppml = estimate.model == "ppml";
  if (is_ppml && convention == Convention::reghdfe) convention = Convention::ppmlhdfe;
  const double n = double(estimate.rows), k = parameters(estimate, kind, convention);
  std::size_t fewest = 0;
  for (const Grouping& way : estimate.design.clusters) {
    out.clusters.push_back(way.levels);
    fewest = fewest == 0 ? way.levels : std::min<std::size_t>(fewest, way.levels);
  }
  const Eigen::Map<const Matrix> bread(estimate.bread.data(), size, size);
  Matrix matrix;
  if (kind == ErrorKind::iid) {
    matrix = bread;
    if (!is_ppml) matrix *= estimate.deviance / (convention == Convention::none ? n : n - k);
    if (is_ppml && convention == Convention::fixest) out.factor = (n - 1) / (n - k);
  } else {
    matrix = bread * (kind == ErrorKind::hetero ? meat(estimate, nullptr) : clustered_meat(estimate)) * bread;
    const bool counts_parameters = convention == Convention::fixest || convention == Convention::reghdfe;
    if (counts_parameters) out.factor = kind == ErrorKind::hetero && convention == Convention::reghdfe ? n / (n - k) : (n - 1) / (n - k);
    if (convention == Convention::ppmlhdfe && kind == ErrorKind::hetero) out.factor = n / (n - 1);
    if (kind == ErrorKind::cluster && convention != Convention::none) out.factor *= double(fewest) / double(fewest - 1);
  }
  matrix *= out.factor;
  if (kind == ErrorKind::cluster && out.clusters.size() > 1) {
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> parts{Eigen::MatrixXd(matrix)};
    if (parts.eigenvalues().minCoeff() < 0) {
      matrix = parts.eigenvectors() * parts.eigenvalues().cwiseMax(0).asDiagonal() * parts.eigenvectors().transpose();
      out.mended = true;
    }
  }
  if (!is_ppml) out.degrees_of_freedom = kind == ErrorKind::cluster ? double(fewest) - 1 : n - k;
  out.matrix.assign(matrix.data(), matrix.data() + matrix.size());
  for (Eigen::Index i = 0; i < size; ++i) out.standard_errors.push_back(matrix(i, i) >= 0 && std::isfinite(matrix(i, i)) ? std::sqrt(matrix(i, i)) : std::nan(""));
  return out;
}

namespace {

// Regularised incomplete beta function by Lentz's continued fraction.
double incomplete_beta(double a, double b, double x) {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incomplete_beta(b, a, 1 - x);
  int sign = 0;
  const double front = std::exp(lgamma_r(a + b, &sign) - lgamma_r(a, &sign) - lgamma_r(b, &sign) + a * std::log(x) + b * std::log1p(-x)) / a;
  double f = 1, c = 1, d = 0;
  for (int i = 0; i <= 300; ++i) {
    const double m = i / 2;
    const double numerator = i == 0 ? 1 : i % 2 == 0 ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)) : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + numerator * d;
    d = 1 / (std::abs(d) < 1e-300 ? 1e-300 : d);
    c = 1 + numerator / (std::abs(c) < 1e-300 ? 1e-300 : c);
    f *= c * d;
    if (std::abs(1 - c * d) < 1e-14) break;
  }
  return front * (f - 1);
}

}  // namespace

double p_value(double t, double df) {
  if (std::isnan(t)) return t;
  return df > 0 ? incomplete_beta(df / 2, 0.5, df / (df + t * t)) : std::erfc(std::abs(t) / std::sqrt(2.0));
}

}  // namespace comity::analysis
