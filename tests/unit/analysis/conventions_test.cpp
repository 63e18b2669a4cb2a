// Small-sample factors by the formulae written out, on problems whose levels are counted here.
#include <gtest/gtest.h>

#include "comity/analysis/ols.hpp"
#include "comity/analysis/ppml.hpp"
#include "comity/analysis/standard_errors.hpp"
#include "unit/analysis/small_problems.hpp"

namespace comity::analysis {
namespace {

// 240 rows, two regressors, effects of 8 and 9 levels, clusters of the first effect and of 5 sets of rows.
Problem made(bool poisson) {
  auto problem = small::make_problem({.poisson = poisson, .seed = 31});
  Grouping fives{"fives", {}, 5};
  for (std::size_t i = 0; i < problem.y.size(); ++i) fives.level.push_back(std::uint32_t(i % 5));
  problem.clusters = {problem.effects[0].of, fives};
  return problem;
}

Estimate with_ways(Estimate estimate, const std::vector<Grouping>& ways) {
  estimate.design.clusters = ways;
  return estimate;
}

double variance(const Estimate& estimate, ErrorKind kind, Convention convention, const FixestFactors& factors = {}) { return covariance(estimate, kind, convention, factors).matrix[0]; }

void expect_ratio(double found, double base, double factor) { EXPECT_NEAR(found, base * factor, 1e-12 * std::abs(base * factor)); }

class Conventions : public testing::TestWithParam<bool> {
 protected:
  bool poisson = GetParam();
  Estimate both = poisson ? estimate_ppml(made(true)) : estimate_ols(made(false));
  Estimate one = with_ways(both, {both.design.clusters[0]});
  double n = double(both.rows);
};

TEST_P(Conventions, FixestCountsEffects) {
  ASSERT_EQ(both.rows, 240u);
  const double none = variance(one, ErrorKind::cluster, Convention::none), g = 8.0 / 7;
  const auto with = [](EffectsCounted which) { return FixestFactors{.fixef_k = which}; };
  // Regressors 2; both effects 8 + 9 - 1; without the one in the cluster, which counts 1: 2 + 16 - 8 + 1.
  expect_ratio(variance(one, ErrorKind::cluster, Convention::fixest, with(EffectsCounted::none)), none, g * (n - 1) / (n - 2));
  expect_ratio(variance(one, ErrorKind::cluster, Convention::fixest, with(EffectsCounted::full)), none, g * (n - 1) / (n - 18));
  expect_ratio(variance(one, ErrorKind::cluster, Convention::fixest), none, g * (n - 1) / (n - 11));
  expect_ratio(variance(one, ErrorKind::cluster, Convention::fixest, {.adj = false}), none, g);
  expect_ratio(variance(one, ErrorKind::cluster, Convention::fixest, {.cluster_adj = false}), none, (n - 1) / (n - 11));
  const double white = variance(one, ErrorKind::hetero, Convention::none);
  expect_ratio(variance(one, ErrorKind::hetero, Convention::fixest), white, (n - 1) / (n - 18));
  expect_ratio(variance(one, ErrorKind::hetero, Convention::fixest, with(EffectsCounted::none)), white, (n - 1) / (n - 2));
  EXPECT_EQ(covariance(one, ErrorKind::cluster).parameters, 11);
}

// Sixty sets of neighbouring rows and forty of rows far apart; no effect is nested in either.
TEST_P(Conventions, FixestTwoWays) {
  auto problem = made(poisson);
  Grouping near{"near", {}, 60}, far{"far", {}, 40};
  for (std::uint32_t i = 0; i < problem.y.size(); ++i) near.level.push_back(i / 4), far.level.push_back(i % 40);
  problem.clusters = {near, far};
  const Estimate crossed = poisson ? estimate_ppml(problem) : estimate_ols(problem);
  const auto& ways = crossed.design.clusters;
  const Grouping cells = cross_groupings(ways[0], ways[1]);
  const double a = variance(with_ways(crossed, {ways[0]}), ErrorKind::cluster, Convention::none), b = variance(with_ways(crossed, {ways[1]}), ErrorKind::cluster, Convention::none),
               ab = variance(with_ways(crossed, {cells}), ErrorKind::cluster, Convention::none), g = cells.levels, k = (n - 1) / (n - 18);
  ASSERT_FALSE(covariance(crossed, ErrorKind::cluster, Convention::ppmlhdfe).mended);
  expect_ratio(variance(crossed, ErrorKind::cluster, Convention::fixest), a + b - ab, k * 40 / 39);
  expect_ratio(variance(crossed, ErrorKind::cluster, Convention::fixest, {.cluster_df_min = false}), a * 60 / 59 + b * 40 / 39 - ab * g / (g - 1), k);
  expect_ratio(variance(crossed, ErrorKind::cluster, Convention::ppmlhdfe), a + b - ab, 40.0 / 39);
}

TEST_P(Conventions, DegreesOfFreedomOfTests) {
  const auto degrees = [&](ErrorKind kind, const FixestFactors& factors) { return covariance(both, kind, Convention::fixest, factors).degrees_of_freedom; };
  EXPECT_EQ(degrees(ErrorKind::cluster, {}), poisson ? 0 : 4);  // a Poisson model is tested by the normal distribution
  EXPECT_EQ(degrees(ErrorKind::cluster, {.t_df_min = false}), poisson ? 0 : n - 11);
  EXPECT_EQ(degrees(ErrorKind::hetero, {}), poisson ? 0 : n - 18);
  EXPECT_EQ(degrees(ErrorKind::cluster, {.t_df = 30}), poisson ? 0 : 30);
}

TEST_P(Conventions, OthersByName) {
  const double clustered = variance(one, ErrorKind::cluster, Convention::none), white = variance(one, ErrorKind::hetero, Convention::none);
  if (poisson) {
    for (const Convention convention : {Convention::ppmlhdfe, Convention::reghdfe}) {
      expect_ratio(variance(one, ErrorKind::cluster, convention), clustered, 8.0 / 7);
      expect_ratio(variance(one, ErrorKind::hetero, convention), white, n / (n - 1));
      expect_ratio(variance(one, ErrorKind::iid, convention), variance(one, ErrorKind::iid, Convention::none), 1);
    }
    expect_ratio(variance(one, ErrorKind::iid, Convention::fixest), variance(one, ErrorKind::iid, Convention::none), (n - 1) / (n - 18));
    return;
  }
  // reghdfe: the second effect's redundant level is off, the nested effect counts nothing: 2 + 9 - 1.
  expect_ratio(variance(one, ErrorKind::cluster, Convention::reghdfe), clustered, 8.0 / 7 * (n - 1) / (n - 10));
  expect_ratio(variance(one, ErrorKind::hetero, Convention::reghdfe), white, n / (n - 18));
  const double iid = variance(one, ErrorKind::iid, Convention::none);  // residuals over n
  expect_ratio(variance(one, ErrorKind::iid, Convention::fixest), iid, n / (n - 18));
  expect_ratio(variance(one, ErrorKind::iid, Convention::fixest, {.adj = false}), iid, n / (n - 1));
}

INSTANTIATE_TEST_SUITE_P(Models, Conventions, testing::Bool(), [](const auto& info) { return info.param ? "ppml" : "ols"; });

// Slopes count in full, and are never nested.
TEST(FixestParameters, SlopesStay) {
  auto problem = small::make_problem({.poisson = false, .seed = 77});
  small::Dice dice(5);
  Effect slope{problem.effects[0].of, {}};
  for (std::size_t i = 0; i < problem.y.size(); ++i) slope.slope.push_back(dice.normal());
  problem.effects.push_back(slope);
  problem.clusters = {problem.effects[0].of};
  const Estimate estimate = estimate_ols(problem);
  EXPECT_EQ(covariance(estimate, ErrorKind::cluster).parameters, 2 + 1 + 8 + 8);  // regressors, nested effect, the other's 9 - 1, slopes
  EXPECT_EQ(covariance(estimate, ErrorKind::cluster, Convention::fixest, {.fixef_k = EffectsCounted::none}).parameters, 2 + 8);
}

}  // namespace
}  // namespace comity::analysis
