#include "comity/analysis/average_effects.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace comity::analysis {
namespace {

// The effect of one regressor and its derivative by each coefficient, both as means over the rows.
struct Mean {
  double effect = 0;
  std::vector<double> by_coefficient;
};

Mean mean_change(const Estimate& e, std::size_t k, const Column& x, bool is_switch) {
  const std::size_t columns = e.design.columns;
  const double b = e.coefficients[k];
  double total = 0, sum = 0;
  std::vector<double> moved(columns, 0.0);  // of the sum, when a coefficient moves the effects
  for (std::size_t i = 0; i < e.rows; ++i) {
    const double weight = e.design.given_weight.empty() ? 1 : e.design.given_weight[i];
    const double at_zero = weight * std::exp(e.fitted[i] - (is_switch ? b * x[e.design.row[i]] : 0));
    total += weight;
    sum += at_zero;
    for (std::size_t j = 0; j < columns; ++j) {
      const double own = is_switch && j == k ? x[e.design.row[i]] : 0;
      moved[j] += at_zero * (e.design.x[i * columns + j] - own);
    }
  }
  const double factor = is_switch ? std::exp(b) - 1 : b, slope = is_switch ? std::exp(b) : 1;
  Mean out{factor * sum / total, std::vector<double>(columns)};
  for (std::size_t j = 0; j < columns; ++j) out.by_coefficient[j] = (factor * moved[j] + (j == k ? slope * sum : 0)) / total;
  return out;
}

double delta_error(const std::vector<double>& gradient, const std::vector<double>& covariance) {
  double variance = 0;
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    for (std::size_t j = 0; j < gradient.size(); ++j) variance += gradient[i] * covariance[i * gradient.size() + j] * gradient[j];
  }
  return std::sqrt(variance);
}

}  // namespace

std::vector<AverageEffect> average_effects(const Estimate& estimate, const Covariance& covariance, const std::vector<const Column*>& x) {
  std::vector<AverageEffect> out;
  for (std::size_t k = 0; k < estimate.names.size(); ++k) {
    AverageEffect one;
    one.name = estimate.names[k];
    const Column& column = *x[k];
    one.is_switch = std::ranges::all_of(estimate.design.row, [&](std::uint32_t row) { return column[row] == 0 || column[row] == 1; });
    const double b = estimate.coefficients[k], error = covariance.standard_errors[k];
    if (estimate.model == "ols") {
      one.effect = b, one.standard_error = error;
      one.percent = one.percent_error = std::numeric_limits<double>::quiet_NaN();
    } else {
      const Mean mean = mean_change(estimate, k, *x[k], one.is_switch);
      one.effect = mean.effect, one.standard_error = delta_error(mean.by_coefficient, covariance.matrix);
      one.percent = 100 * (std::exp(b) - 1), one.percent_error = 100 * std::exp(b) * error;
    }
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace comity::analysis
