#include "comity/analysis/bias_correction.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <Eigen/LU>
#include <fmt/format.h>

#include "comity/analysis/fixed_effects.hpp"

namespace comity::analysis {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// One pair over all periods; a period without a row has weight 0.
struct Pair {
  std::uint32_t from = 0, to = 0;
  VectorXd weight, score;  // fitted mean; outcome less fitted mean
  MatrixXd x;              // cleaned regressors, periods × columns

  // Expected Hessian of the pair's likelihood once its own effect is profiled out.
  MatrixXd hessian() const {
    const double sum = weight.sum();
    MatrixXd out = weight.asDiagonal();
    if (sum > 0) out -= weight * weight.transpose() / sum;
    return out;
  }
  // Its third derivative along one regressor, which has weighted mean 0 within the pair.
  MatrixXd third(Index k) const {
    const double sum = weight.sum();
    const VectorXd wx = weight.cwiseProduct(x.col(k));
    MatrixXd out = -MatrixXd(wx.asDiagonal());
    if (sum > 0) out += (wx * weight.transpose() + weight * wx.transpose()) / sum;
    return out;
  }
};

std::vector<std::uint32_t> numbered(const Grouping& of, const std::vector<std::uint32_t>& row, std::uint32_t& count) {
  std::vector<std::uint32_t> number(of.levels, no_level), out;
  count = 0;
  for (const std::uint32_t i : row) {
    auto& n = number[of.level[i]];
    if (n == no_level) n = count++;
    out.push_back(n);
  }
  return out;
}

std::vector<Pair> gather_pairs(const Estimate& estimate, const std::vector<std::uint32_t>& from, const std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& period,
                               std::uint32_t periods) {
  const Design& design = estimate.design;
  const Grouping pairs = cross_groupings({"", from, *std::ranges::max_element(from) + 1}, {"", to, *std::ranges::max_element(to) + 1});
  std::vector<Pair> out(pairs.levels);
  for (std::size_t i = 0; i < from.size(); ++i) {
    Pair& pair = out[pairs.level[i]];
    if (pair.weight.size() == 0) {
      pair.from = from[i], pair.to = to[i];
      pair.weight = VectorXd::Zero(periods), pair.score = VectorXd::Zero(periods), pair.x = MatrixXd::Zero(periods, Index(design.columns));
    }
    pair.weight[period[i]] = design.weight[i];
    pair.score[period[i]] = design.residual[i] * (design.given_weight.empty() ? 1 : design.given_weight[i]);
    for (std::size_t k = 0; k < design.columns; ++k) pair.x(period[i], Index(k)) = design.x[i * design.columns + k];
  }
  return out;
}

MatrixXd pseudo_inverse(const MatrixXd& matrix) {
  const Eigen::SelfAdjointEigenSolver<MatrixXd> parts(matrix);
  const double least = parts.eigenvalues().cwiseAbs().maxCoeff() * 1e-12;
  const VectorXd inverse = parts.eigenvalues().unaryExpr([&](double value) { return value > least ? 1 / value : 0; });
  return parts.eigenvectors() * inverse.asDiagonal() * parts.eigenvectors().transpose();
}

// The bias that one side's effects bring, summed over its countries: for each regressor
//   -tr(H^-1 sum(H x s')) + 1/2 tr(H^-1 sum(G x) H^-1 sum(s s')).
VectorXd side(const std::vector<Pair>& pairs, std::uint32_t countries, bool of_exporters, Index periods, Index columns) {
  std::vector<MatrixXd> hessian(countries, MatrixXd::Zero(periods, periods)), scores = hessian;
  std::vector<std::vector<MatrixXd>> mixed(columns, hessian), third(columns, hessian);
  for (const Pair& pair : pairs) {
    const std::uint32_t c = of_exporters ? pair.from : pair.to;
    const MatrixXd h = pair.hessian();
    hessian[c] += h;
    scores[c] += pair.score * pair.score.transpose();
    for (Index k = 0; k < columns; ++k) {
      mixed[k][c] += (h * pair.x.col(k)) * pair.score.transpose();
      third[k][c] += pair.third(k);
    }
  }
  VectorXd out = VectorXd::Zero(columns);
  for (std::uint32_t c = 0; c < countries; ++c) {
    const MatrixXd inverse = pseudo_inverse(hessian[c]);
    for (Index k = 0; k < columns; ++k) out[k] += -(inverse * mixed[k][c]).trace() + 0.5 * (inverse * third[k][c] * inverse * scores[c]).trace();
  }
  return out;
}

// Inverse of the Hessian in the exporter-period and importer-period effects. Redundant directions get a small ridge:
// what is made of it does not depend on them.
MatrixXd effects_inverse(const std::vector<Pair>& pairs, std::uint32_t exporters, std::uint32_t importers, Index periods) {
  const Index size = Index(exporters + importers) * periods;
  MatrixXd c = MatrixXd::Zero(size, size);
  for (const Pair& pair : pairs) {
    const Index i = Index(pair.from) * periods, j = Index(exporters + pair.to) * periods;
    const MatrixXd h = pair.hessian();
    c.block(i, i, periods, periods) += h;
    c.block(j, j, periods, periods) += h;
    c.block(i, j, periods, periods) += h;
    c.block(j, i, periods, periods) += h;
  }
  const double largest = c.diagonal().maxCoeff();
  const VectorXd scale = c.diagonal().unaryExpr([&](double d) { return d > largest * 1e-28 ? 1 / std::sqrt(d) : 0; });
  MatrixXd scaled = scale.asDiagonal() * c * scale.asDiagonal();
  scaled.diagonal().array() += 1e-9;
  const Eigen::LLT<MatrixXd> factor(scaled);
  const MatrixXd inverse = factor.solve(MatrixXd::Identity(size, size));
  return scale.asDiagonal() * inverse * scale.asDiagonal();
}

std::vector<double> errors(const std::vector<Pair>& pairs, const MatrixXd& bread, const MatrixXd* effects, std::uint32_t exporters, Index periods) {
  MatrixXd meat = MatrixXd::Zero(bread.rows(), bread.cols());
  for (const Pair& pair : pairs) {
    VectorXd score = pair.score;
    if (effects) {
      const Index i = Index(pair.from) * periods, j = Index(exporters + pair.to) * periods;
      const MatrixXd spread = effects->block(i, i, periods, periods) + effects->block(i, j, periods, periods) + effects->block(j, i, periods, periods) +
                              effects->block(j, j, periods, periods) + pair.x * bread * pair.x.transpose();
      score = (MatrixXd::Identity(periods, periods) - pair.hessian() * spread).partialPivLu().solve(pair.score);
    }
    meat += (pair.x.transpose() * score) * (pair.x.transpose() * pair.score).transpose();
  }
  const MatrixXd v = bread * (meat + meat.transpose()) / 2 * bread * (double(pairs.size()) / double(pairs.size() - 1));
  std::vector<double> out;
  for (Index k = 0; k < v.rows(); ++k) out.push_back(v(k, k) >= 0 ? std::sqrt(v(k, k)) : std::nan(""));
  return out;
}

}  // namespace

BiasCorrection correct_three_way_bias(const Estimate& estimate, const Grouping& exporter, const Grouping& importer, const Grouping& period, std::size_t most_effects) {
  BiasCorrection out;
  if (estimate.model != "ppml" || estimate.coefficients.empty()) {
    out.remark = "the correction is for PPML with at least one regressor";
    return out;
  }
  std::uint32_t exporters = 0, importers = 0, periods = 0;
  const auto from = numbered(exporter, estimate.design.row, exporters), to = numbered(importer, estimate.design.row, importers),
             when = numbered(period, estimate.design.row, periods);
  const auto pairs = gather_pairs(estimate, from, to, when, periods);
  out.exporters = exporters, out.importers = importers, out.periods = periods, out.pairs = pairs.size();
  if (exporters < 2 || importers < 2 || periods < 2 || pairs.size() < 2) {
    out.remark = "the correction needs two exporters, two importers and two periods";
    return out;
  }
  const Index columns = Index(estimate.coefficients.size());
  const Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>> bread(estimate.bread.data(), columns, columns);
  const double all = double(pairs.size()), n_i = exporters, n_j = importers;
  const VectorXd b = side(pairs, exporters, true, periods, columns) / n_i, d = side(pairs, importers, false, periods, columns) / n_j;
  // Partners of an exporter are pairs / exporters on average; one country less is a degree of freedom lost.
  const VectorXd bias = all * (bread * (n_i / (n_i - 1) * b / (all / n_i) + n_j / (n_j - 1) * d / (all / n_j)));
  for (Index k = 0; k < columns; ++k) {
    out.bias.push_back(bias[k]);
    out.coefficients.push_back(estimate.coefficients[std::size_t(k)] - bias[k]);
  }
  out.plain_errors = errors(pairs, bread, nullptr, exporters, periods);
  const std::size_t effects = std::size_t(exporters + importers) * periods;
  if (effects > most_effects) {
    out.remark = fmt::format("corrected errors are not made: {} exporter-period and importer-period effects are more than {}", effects, most_effects);
    return out;
  }
  const MatrixXd inverse = effects_inverse(pairs, exporters, importers, periods);
  out.standard_errors = errors(pairs, bread, &inverse, exporters, periods);
  return out;
}

}  // namespace comity::analysis
