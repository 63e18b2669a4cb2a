#include "comity/analysis/separation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <Eigen/Dense>

#include "comity/analysis/detail/finish.hpp"

namespace comity::analysis {
namespace {

using detail::Effects;
using detail::LeastSquares;

constexpr double heavy = 1e6;       // weight of the rows with a positive outcome, on which z must be zero
constexpr double nothing = 1e-4;    // of z, which begins at 1
constexpr int most_rectifications = 300;

std::vector<std::size_t> all_columns(const Problem& problem) {
  std::vector<std::size_t> out(problem.x.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  return out;
}

// For each regressor that the effects and the others absorb on the positive rows: its rest on the zero rows.
class Directions {
 public:
  Directions(const Problem& problem, const Effects& effects, const Options& options, const std::vector<Fate>& fate, detail::Crew& crew)
      : problem_(problem), effects_(effects) {
    auto positive = fate;
    for (std::size_t i = 0; i < fate.size(); ++i) {
      if (fate[i] == Fate::used && problem.y[i] == 0) positive[i] = Fate::missing, zeros_.push_back(i);
    }
    auto columns = all_columns(problem);
    auto sample = detail::make_sample(problem, effects, positive, columns, crew);
    if (sample.row.empty()) return;
    LeastSquares system(sample, crew, options.most_rounds);
    const std::vector<double> ones(sample.y.size(), 1.0);
    system.set_weights(ones.data());
    std::vector<Dropped> dropped;
    detail::choose_regressors(system, problem, columns, dropped);
    system.clean(1e-9);
    for (std::size_t k = 0; k < problem.x.size(); ++k) {
      if (std::ranges::find(columns, k) == columns.end()) add(k, columns, sample, system, ones);
    }
  }

  const std::vector<std::size_t>& zeros() const { return zeros_; }
  const std::vector<std::vector<double>>& columns() const { return columns_; }

 private:
  void add(std::size_t k, const std::vector<std::size_t>& others, const detail::Sample& sample, LeastSquares& system, const std::vector<double>& weight) {
    std::vector<double> target(sample.row.size()), beta, fit;
    for (std::size_t i = 0; i < target.size(); ++i) target[i] = problem_.x[k][sample.row[i]];
    system.step(target, 1e-10, beta, fit);
    for (std::size_t i = 0; i < target.size(); ++i) {
      for (std::size_t j = 0; j < others.size(); ++j) target[i] -= beta[j] * problem_.x[others[j]][sample.row[i]];
    }
    // The rest is a sum of effects on the positive rows; carried over to the zero rows.
    std::vector<double> b;
    system.projector().solve(target.data(), 1, 1, b, 1e-11, 4000, nullptr);
    const SweptShape& shape = system.projector().shape();
    const Grouping& swept = effects_.list[sample.swept]->of;
    std::vector<double> mean(swept.levels, 0), count(swept.levels, 0);
    for (std::size_t i = 0; i < target.size(); ++i) {
      double left = target[i];
      for (std::size_t q = 0; q < shape.blocks; ++q) left -= b[shape.code[i * shape.blocks + q]];
      mean[swept.level[sample.row[i]]] += weight[i] * left, count[swept.level[sample.row[i]]] += weight[i];
    }
    std::vector<double> z;
    double longest = 0;
    for (const std::size_t i : zeros_) {
      double value = problem_.x[k][i];
      for (std::size_t j = 0; j < others.size(); ++j) value -= beta[j] * problem_.x[others[j]][i];
      std::size_t offset = 0;
      for (std::size_t e = 0; e < effects_.list.size(); ++e) {
        if (e == sample.swept) continue;
        value -= b[offset + effects_.list[e]->of.level[i]];
        offset += effects_.list[e]->of.levels;
      }
      const std::uint32_t level = swept.level[i];
      value -= count[level] > 0 ? mean[level] / count[level] : 0;
      z.push_back(value), longest = std::max(longest, std::abs(value));
    }
    if (longest < 1e-7) return;
    for (double& value : z) value = std::abs(value) < 1e-7 * longest ? 0 : value / longest;
    columns_.push_back(std::move(z));
  }

  const Problem& problem_;
  const Effects& effects_;
  std::vector<std::size_t> zeros_;
  std::vector<std::vector<double>> columns_;
};

bool has_slopes(const Effects& effects) {
  return std::ranges::any_of(effects.list, [](const Effect* e) { return !e->slope.empty(); });
}

// u is projected on the directions and cut off at zero, until the projection has no negative part.
std::size_t simplex_test(const Problem& problem, const Effects& effects, const Options& options, detail::Crew& crew, std::vector<Fate>& fate) {
  if (problem.x.empty() || has_slopes(effects)) return 0;
  const Directions directions(problem, effects, options, fate, crew);
  if (directions.columns().empty()) return 0;
  const auto rows = Eigen::Index(directions.zeros().size()), columns = Eigen::Index(directions.columns().size());
  Eigen::MatrixXd z(rows, columns);
  for (Eigen::Index k = 0; k < columns; ++k) z.col(k) = Eigen::Map<const Eigen::VectorXd>(directions.columns()[std::size_t(k)].data(), rows);
  const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(z);
  Eigen::VectorXd u = Eigen::VectorXd::Ones(rows), fit;
  for (int round = 0; round < most_rectifications; ++round) {
    fit = z * qr.solve(u);
    if (fit.minCoeff() > -nothing || fit.maxCoeff() < nothing) break;
    u = fit.cwiseMax(0);
  }
  if (fit.minCoeff() <= -nothing) return 0;
  std::size_t marked = 0;
  for (Eigen::Index i = 0; i < rows; ++i) {
    if (fit[i] > nothing) fate[directions.zeros()[std::size_t(i)]] = Fate::separated_simplex, ++marked;
  }
  return marked;
}

std::size_t rectifier_test(const Problem& problem, const Effects& effects, const Options& options, detail::Crew& crew, const std::vector<bool>& fading, std::vector<Fate>& fate) {
  auto columns = all_columns(problem);
  auto sample = detail::make_sample(problem, effects, fate, columns, crew);
  if (sample.row.empty()) return 0;
  LeastSquares system(sample, crew, options.most_rounds);
  std::vector<double> weight(sample.y.size()), u(sample.y.size()), beta, fit;
  for (std::size_t i = 0; i < u.size(); ++i) weight[i] = sample.y[i] > 0 ? heavy : 1, u[i] = fading[sample.row[i]] ? 1 : 0;
  system.set_weights(weight.data());
  std::vector<Dropped> dropped;
  // Collinearity is judged under plain weights: a regressor that varies on zero rows alone is what is looked for.
  const std::vector<double> ones(sample.y.size(), 1.0);
  system.set_weights(ones.data());
  detail::choose_regressors(system, problem, columns, dropped);
  system.set_weights(weight.data());
  system.clean(1e-9);
  double most = 0;
  for (int round = 0; round < most_rectifications; ++round) {
    system.step(u, 1e-7, beta, fit);
    double least = 0;
    most = 0;
    for (std::size_t i = 0; i < u.size(); ++i) {
      if (sample.y[i] > 0) continue;
      least = std::min(least, fit[i]), most = std::max(most, fit[i]);
      u[i] = std::max(fit[i], 0.0);
    }
    if (most < nothing) return 0;
    if (least > -nothing * most) break;
    if (round + 1 == most_rectifications) return 0;
  }
  std::size_t marked = 0;
  for (std::size_t i = 0; i < u.size(); ++i) {
    if (sample.y[i] == 0 && fit[i] > 100 * nothing * most) fate[sample.row[i]] = Fate::separated_rectifier, ++marked;
  }
  return marked;
}

}  // namespace

std::size_t find_separation(const Problem& problem, const Options& options, const std::vector<bool>& fading, std::vector<Fate>& fate) {
  const Effects effects(problem);
  detail::Crew crew(options.threads);
  if (options.find_simplex_separation) {
    if (const std::size_t marked = simplex_test(problem, effects, options, crew, fate)) return marked;
  }
  return options.find_rectifier_separation ? rectifier_test(problem, effects, options, crew, fading, fate) : 0;
}

}  // namespace comity::analysis
