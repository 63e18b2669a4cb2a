// Average effects against their definition and against differences of whole estimates.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "comity/analysis/average_effects.hpp"
#include "comity/analysis/ols.hpp"
#include "comity/analysis/ppml.hpp"
#include "unit/analysis/small_problems.hpp"

namespace comity::analysis {
namespace {

std::vector<AverageEffect> effects_of(const Problem& problem, const Estimate& estimate, const Covariance& covariance) {
  std::vector<const Column*> x;
  for (const auto& name : estimate.names) x.push_back(&problem.x[std::size_t(std::ranges::find(problem.x_names, name) - problem.x_names.begin())]);
  return average_effects(estimate, covariance, x);
}

double weighted_mean(const Estimate& e, const std::vector<double>& of_rows) {
  double sum = 0, total = 0;
  for (std::size_t i = 0; i < e.rows; ++i) {
    const double weight = e.design.given_weight.empty() ? 1 : e.design.given_weight[i];
    sum += weight * of_rows[e.design.row[i]], total += weight;
  }
  return sum / total;
}

TEST(AverageEffects, OfAMeasureItIsTheCoefficientTimesTheMeanOutcome) {
  for (const bool weights : {false, true}) {
    const Problem problem = small::make_problem({.weights = weights, .seed = 7});
    const Estimate estimate = estimate_ppml(problem);
    const Covariance covariance = analysis::covariance(estimate, ErrorKind::hetero);
    const auto effect = effects_of(problem, estimate, covariance)[0];
    const double mean = weighted_mean(estimate, problem.y);
    EXPECT_FALSE(effect.is_switch);
    EXPECT_NEAR(effect.effect, estimate.coefficients[0] * mean, 1e-6 * std::abs(effect.effect));
    EXPECT_NEAR(effect.standard_error, covariance.standard_errors[0] * mean, 1e-6 * effect.standard_error);
  }
}

// The switched effect as a function of the coefficients, every other part of the model estimated anew.
double switched(const Problem& problem, std::vector<double> b, std::size_t k) {
  Problem held = problem;
  held.offset.resize(problem.y.size());
  for (std::size_t i = 0; i < problem.y.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) held.offset[i] += b[j] * problem.x[j][i];
  }
  held.x.clear(), held.x_names.clear();
  Options options;
  options.tolerance = 1e-13;
  const Estimate e = estimate_ppml(held, options);
  std::vector<double> change(problem.y.size());
  for (std::size_t i = 0; i < e.rows; ++i) {
    const std::uint32_t row = e.design.row[i];
    change[row] = std::exp(e.fitted[i] - b[k] * problem.x[k][row]) * (std::exp(b[k]) - 1);
  }
  return weighted_mean(e, change);
}

TEST(AverageEffects, OfASwitchItIsTheMeanOfWhatChangesAndItsErrorFollowsTheEffects) {
  const Problem problem = small::make_problem({.offset = false, .seed = 11});
  const Estimate estimate = estimate_ppml(problem);
  const Covariance covariance = analysis::covariance(estimate, ErrorKind::hetero);
  const auto effect = effects_of(problem, estimate, covariance)[1];
  ASSERT_TRUE(effect.is_switch);
  EXPECT_NEAR(effect.effect, switched(problem, estimate.coefficients, 1), 1e-6 * std::abs(effect.effect));
  std::vector<double> gradient;
  for (std::size_t j = 0; j < 2; ++j) {
    auto up = estimate.coefficients, down = estimate.coefficients;
    up[j] += 1e-4, down[j] -= 1e-4;
    gradient.push_back((switched(problem, up, 1) - switched(problem, down, 1)) / 2e-4);
  }
  double variance = 0;
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 2; ++j) variance += gradient[i] * covariance.matrix[i * 2 + j] * gradient[j];
  }
  EXPECT_NEAR(effect.standard_error, std::sqrt(variance), 1e-4 * effect.standard_error);
  EXPECT_NEAR(effect.percent, 100 * (std::exp(estimate.coefficients[1]) - 1), 1e-9);
}

TEST(AverageEffects, OfLeastSquaresTheyAreTheCoefficients) {
  const Problem problem = small::make_problem({.poisson = false, .seed = 3});
  const Estimate estimate = estimate_ols(problem);
  const auto effect = effects_of(problem, estimate, analysis::covariance(estimate, ErrorKind::hetero))[0];
  EXPECT_EQ(effect.effect, estimate.coefficients[0]);
  EXPECT_TRUE(std::isnan(effect.percent));
}

}  // namespace
}  // namespace comity::analysis
