#include "comity/analysis/standard_errors.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Eigenvalues>

#include "comity/analysis/fixed_effects.hpp"

namespace comity::analysis {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Sum over groups of the outer products of the groups' summed scores x·w·(y - fit). `of`: null where each row is a group.
Matrix meat(const Estimate& estimate, const Grouping* of) {
  const Design& design = estimate.design;
  const std::size_t columns = design.columns;
  Matrix out = Matrix::Zero(Eigen::Index(columns), Eigen::Index(columns));
  std::vector<double> sums((of ? of->levels : 1) * columns, 0.0);
  const auto add = [&](const double* sum) {
    for (std::size_t k = 0; k < columns; ++k) {
      for (std::size_t j = 0; j <= k; ++j) out(Eigen::Index(k), Eigen::Index(j)) += sum[k] * sum[j];
    }
  };
  for (std::size_t i = 0; i < design.residual.size(); ++i) {
    const double score = design.residual[i] * (design.given_weight.empty() ? 1 : design.given_weight[i]);
    const double* const x = &design.x[i * columns];
    double* const sum = &sums[(of ? of->level[i] : 0) * columns];
    for (std::size_t k = 0; k < columns; ++k) sum[k] = score * x[k] + (of ? sum[k] : 0);
    if (!of) add(sum);
  }
  for (std::size_t g = 0; of && g < of->levels; ++g) add(&sums[g * columns]);
  return out.selfadjointView<Eigen::Lower>();
}

double of_clusters(std::size_t clusters) { return double(clusters) / double(clusters - 1); }

// Cameron, Gelbach and Miller: over all non-empty sets of ways, odd ones added, even ones taken away. `own_factors`: each times its own G/(G-1).
Matrix clustered_meat(const Estimate& estimate, bool own_factors) {
  const auto& ways = estimate.design.clusters;
  Matrix out = Matrix::Zero(Eigen::Index(estimate.design.columns), Eigen::Index(estimate.design.columns));
  for (unsigned set = 1; set < 1u << ways.size(); ++set) {
    Grouping crossed;
    const Grouping* of = nullptr;
    int count = 0;
    for (std::size_t w = 0; w < ways.size(); ++w) {
      if (!(set >> w & 1)) continue;
      if (count++ > 0) crossed = cross_groupings(*of, ways[w]);
      of = count == 1 ? &ways[w] : &crossed;
    }
    out += (count % 2 ? 1.0 : -1.0) * (own_factors ? of_clusters(of->levels) : 1.0) * meat(estimate, of);
  }
  return out;
}

std::size_t intercept_sets(const Estimate& estimate) {
  return std::size_t(std::ranges::count_if(estimate.effects, [](const EffectSummary& effect) { return !effect.is_slope; }));
}

// K as fixest counts it.
double fixest_parameters(const Estimate& estimate, ErrorKind kind, const FixestFactors& how) {
  double levels = 0, nested_levels = 0, nested_sets = 0;
  for (const auto& effect : estimate.effects) {
    if (effect.is_slope) continue;
    levels += effect.levels;
    if (std::ranges::find(effect.nested_in, true) != effect.nested_in.end()) nested_levels += effect.levels, ++nested_sets;
  }
  const double full = double(estimate.parameters(false)), later = std::max(0.0, double(intercept_sets(estimate)) - 1);
  if (how.fixef_k == EffectsCounted::none) return full - (levels > 0 ? levels - later : 0);
  if (how.fixef_k == EffectsCounted::full) return how.force_exact ? double(estimate.parameters(true)) : full;
  return kind == ErrorKind::cluster ? std::max(full - nested_levels + nested_sets, double(estimate.coefficients.size()) + 1) : full;
}

// As reghdfe counts: redundant levels taken off, nested effects with all theirs, but one for all of them.
double reghdfe_parameters(const Estimate& estimate, ErrorKind kind) {
  double count = double(estimate.parameters(true));
  if (kind != ErrorKind::cluster) return count;
  bool any_left = false;
  for (const auto& effect : estimate.effects) {
    const bool nested = std::ranges::find(effect.nested_in, true) != effect.nested_in.end();
    if (nested) count -= double(effect.levels) - effect.redundant;
    any_left = any_left || !nested;
  }
  return any_left ? count : count + 1;
}

// Cuts off negative eigenvalues, by fixest only where a variance is negative. Whether it had to.
bool mend(Matrix& matrix, bool negative_variances_only) {
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> parts{Eigen::MatrixXd(matrix)};
  const bool bad = negative_variances_only ? matrix.diagonal().minCoeff() < 0 : parts.eigenvalues().minCoeff() < 0;
  if (bad) matrix = parts.eigenvectors() * parts.eigenvalues().cwiseMax(0).asDiagonal() * parts.eigenvectors().transpose();
  return bad;
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

Covariance covariance(const Estimate& estimate, ErrorKind kind, Convention convention, const FixestFactors& fixest) {
  Covariance out;
  const auto size = Eigen::Index(estimate.coefficients.size());
  if (size == 0) return out;
  const bool is_ppml = estimate.model == "ppml", by_fixest = convention == Convention::fixest;
  if (is_ppml && convention == Convention::reghdfe) convention = Convention::ppmlhdfe;
  const double n = double(estimate.rows), k = convention == Convention::reghdfe ? reghdfe_parameters(estimate, kind) : fixest_parameters(estimate, kind, by_fixest ? fixest : FixestFactors{});
  out.parameters = k;
  std::size_t fewest = 0;
  for (const Grouping& way : estimate.design.clusters) {
    out.clusters.push_back(way.levels);
    fewest = fewest == 0 ? way.levels : std::min<std::size_t>(fewest, way.levels);
  }
  const Eigen::Map<const Matrix> bread(estimate.bread.data(), size, size);
  const bool own_factors = by_fixest && fixest.cluster_adj && !fixest.cluster_df_min;
  Matrix matrix;
  if (kind == ErrorKind::iid) {
    matrix = bread;
    if (!is_ppml) matrix *= estimate.deviance / (convention == Convention::none ? n : by_fixest ? n - 1 : n - k);
  } else {
    matrix = bread * (kind == ErrorKind::hetero ? meat(estimate, nullptr) : clustered_meat(estimate, own_factors)) * bread;
    if (convention == Convention::reghdfe) out.factor = kind == ErrorKind::hetero ? n / (n - k) : (n - 1) / (n - k);
    if (convention == Convention::ppmlhdfe && kind == ErrorKind::hetero) out.factor = n / (n - 1);
    const bool of_all = by_fixest ? fixest.cluster_adj && fixest.cluster_df_min : convention != Convention::none;
    if (kind == ErrorKind::cluster && of_all) out.factor *= of_clusters(fewest);
  }
  if (by_fixest && fixest.adj) out.factor *= (n - 1) / (n - k);
  matrix *= out.factor;
  if (kind == ErrorKind::cluster && out.clusters.size() > 1) out.mended = mend(matrix, by_fixest);
  if (!is_ppml) out.degrees_of_freedom = kind == ErrorKind::cluster && (!by_fixest || fixest.t_df_min) ? double(fewest) - 1 : n - k;
  if (!is_ppml && by_fixest && fixest.t_df > 0) out.degrees_of_freedom = fixest.t_df;
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
