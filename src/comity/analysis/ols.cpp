#include "comity/analysis/ols.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "comity/analysis/detail/finish.hpp"

namespace comity::analysis {
namespace {

constexpr double two_pi = 6.283185307179586477;

// Total, within and residual sums of squares, and the normal likelihood of fixest's feols.
void measure(Estimate& out, const std::vector<double>& y, const std::vector<double>& weight, const std::vector<double>& residual, const std::vector<double>& cleaned) {
  double weights = 0, sum = 0, squares = 0, rest = 0, within = 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    weights += weight[i], sum += weight[i] * y[i], squares += weight[i] * y[i] * y[i];
    rest += weight[i] * residual[i] * residual[i], within += weight[i] * cleaned[i] * cleaned[i];
  }
  const double total = squares - sum * sum / weights, rows = double(y.size());
  out.deviance = rest;
  out.log_likelihood = -rows / 2 * (std::log(two_pi * rest / rows) + 1);
  out.null_log_likelihood = -rows / 2 * (std::log(two_pi * total / rows) + 1);
  out.r2 = total > 0 ? 1 - rest / total : 0;
  out.within_r2 = within > 0 ? 1 - rest / within : 0;
}

}  // namespace

Estimate estimate_ols(const Problem& problem, const Options& options) {
  const detail::Effects effects(problem);
  detail::Crew crew(options.threads);
  auto fate = detail::first_fates(problem, effects, false, crew);
  detail::drop_levels(problem, effects, false, options.singletons == Singletons::drop, fate, crew);
  if (std::ranges::count(fate, Fate::used) == 0) return detail::empty_estimate("ols", problem, std::move(fate));
  std::vector<std::size_t> columns(problem.x.size());
  std::iota(columns.begin(), columns.end(), std::size_t{0});
  auto sample = detail::make_sample(problem, effects, fate, columns, crew);
  detail::LeastSquares system(sample, crew, options.most_rounds);
  std::vector<double> weight = sample.given_weight.empty() ? std::vector<double>(sample.y.size(), 1.0) : sample.given_weight;
  system.set_weights(weight.data());
  Estimate out;
  out.model = "ols";
  detail::choose_regressors(system, problem, columns, out.dropped);
  system.clean(1e-10);
  std::vector<double> target = sample.y, fit;
  for (std::size_t i = 0; i < sample.offset.size(); ++i) target[i] -= sample.offset[i];
  system.step(target, 1e-11, out.coefficients, fit);
  std::vector<double> residual(target.size()), linear(target.size()), cleaned(target.size());
  for (std::size_t i = 0; i < target.size(); ++i) {
    residual[i] = target[i] - fit[i], linear[i] = sample.y[i] - residual[i];
  }
  const std::vector<double> row_y = target, row_weight = weight;
  detail::fill_estimate(out, problem, effects, sample, system, columns, std::move(weight), residual, std::move(linear), options.keep_effects);
  // The outcome cleaned of the effects is the residual plus the cleaned regressors' part.
  for (std::size_t i = 0; i < cleaned.size(); ++i) {
    cleaned[i] = residual[i];
    for (std::size_t k = 0; k < columns.size(); ++k) cleaned[i] += out.design.x[i * columns.size() + k] * out.coefficients[k];
  }
  measure(out, row_y, row_weight, residual, cleaned);
  Convergence& convergence = out.convergence;
  convergence.iterations = 1;
  convergence.converged = !system.projector().gave_up();
  if (!convergence.converged) convergence.diagnosis = fmt::format("the effects could not be swept out within {} rounds: the data are too weakly connected for the tolerance", options.most_rounds);
  out.fate = std::move(fate);
  return out;
}

}  // namespace comity::analysis
