// Separation of each kind, singletons, collinear and absorbed regressors: found, named, and the rest estimated as if
// the rows had never been there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/analysis/ppml.hpp"
#include "comity/base/error.hpp"
#include "unit/analysis/slow_estimator.hpp"
#include "unit/analysis/small_problems.hpp"

namespace comity::analysis {
namespace {

using testing::HasSubstr;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// What is left equals the estimate on the other rows alone.
void expect_rest_estimated(const Problem& problem, const Estimate& estimate) {
  ASSERT_TRUE(estimate.convergence.converged) << estimate.convergence.diagnosis;
  Problem rest = problem;
  rest.x.clear(), rest.x_names = estimate.names;
  for (const auto& name : estimate.names) rest.x.push_back(problem.x[std::size_t(std::ranges::find(problem.x_names, name) - problem.x_names.begin())]);
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < estimate.fate.size(); ++i) {
    if (estimate.fate[i] == Fate::used) rows.push_back(i);
  }
  const auto slow = slow::estimate(rest, true, rows);
  for (std::size_t k = 0; k < rest.x.size(); ++k) EXPECT_NEAR(estimate.coefficients[k], slow.beta[Eigen::Index(k)], 1e-7) << rest.x_names[k];
}

TEST(Separation, LevelsOfZerosAreDropped) {
  auto problem = small::make_problem({.seed = 4});
  std::size_t zeros = 0;
  for (std::size_t i = 0; i < problem.y.size(); ++i) {
    if (problem.effects[1].of.level[i] == 3) problem.y[i] = 0, ++zeros;
  }
  const Estimate estimate = estimate_ppml(problem);
  EXPECT_EQ(estimate.count(Fate::separated_effect), zeros);
  for (std::size_t i = 0; i < problem.y.size(); ++i) EXPECT_EQ(estimate.fate[i] == Fate::separated_effect, problem.effects[1].of.level[i] == 3);
  expect_rest_estimated(problem, estimate);
}

TEST(Separation, ARegressorThatIsPositiveOnZerosAlone) {
  auto problem = small::make_problem({.seed = 5});
  problem.x_names.push_back("ban"), problem.x.emplace_back(problem.y.size(), 0.0);
  std::vector<std::size_t> banned;
  for (std::size_t i = 0; i < problem.y.size(); ++i) {
    if (problem.y[i] == 0 && i % 3 == 0) problem.x[2][i] = 1 + 0.1 * double(i % 5), banned.push_back(i);
  }
  ASSERT_GT(banned.size(), 5u);
  const Estimate estimate = estimate_ppml(problem);
  EXPECT_EQ(estimate.count(Fate::separated_simplex), banned.size());
  for (const std::size_t i : banned) EXPECT_EQ(estimate.fate[i], Fate::separated_simplex) << i;
  ASSERT_EQ(estimate.dropped.size(), 1u);
  EXPECT_EQ(estimate.dropped[0].name, "ban");
  expect_rest_estimated(problem, estimate);
}

TEST(Separation, ARegressorOfBothSignsOnZerosIsNoSeparation) {
  auto problem = small::make_problem({.seed = 5});
  problem.x_names.push_back("both"), problem.x.emplace_back(problem.y.size(), 0.0);
  int sign = 1;
  for (std::size_t i = 0; i < problem.y.size(); ++i) {
    if (problem.y[i] == 0) problem.x[2][i] = sign, sign = -sign;
  }
  const Estimate estimate = estimate_ppml(problem);
  EXPECT_EQ(estimate.rows, problem.y.size());
  expect_rest_estimated(problem, estimate);
}

// Two directions, neither of one sign, whose sum is: only their combination separates.
TEST(Separation, ACombinationOfRegressors) {
  auto problem = small::make_problem({.rows = 400, .seed = 6});
  for (const char* name : {"p", "q"}) problem.x_names.push_back(name), problem.x.emplace_back(problem.y.size(), 0.0);
  small::Dice dice(8);
  std::size_t separated = 0;
  for (std::size_t i = 0; i < problem.y.size(); ++i) {
    if (problem.y[i] != 0 || i % 2) continue;
    const double common = dice.normal();
    const bool in = i % 4 == 0;
    problem.x[2][i] = common + (in ? 0.8 : 0), problem.x[3][i] = -common + (in ? 0.4 : 0);
    separated += in;
  }
  const Estimate estimate = estimate_ppml(problem);
  EXPECT_EQ(estimate.count(Fate::separated_simplex) + estimate.count(Fate::separated_rectifier), separated);
  expect_rest_estimated(problem, estimate);
}

// One zero row ties two sets of levels together that meet nowhere else: an effect of one set can go to minus infinity
// against the other, and only the effects together show it.
TEST(Separation, EffectsTogether) {
  Problem problem;
  Effect a, b;
  a.of = {"a", {}, 6}, b.of = {"b", {}, 6};
  small::Dice dice(11);
  const auto add = [&](std::uint32_t i, std::uint32_t j, double y) { a.of.level.push_back(i), b.of.level.push_back(j), problem.y.push_back(y); };
  for (int copy = 0; copy < 3; ++copy) {
    for (std::uint32_t i = 0; i < 3; ++i) {
      for (std::uint32_t j = 0; j < 3; ++j) add(i, j, 1 + dice.uniform()), add(i + 3, j + 3, 1 + dice.uniform());
    }
  }
  add(0, 4, 0);
  problem.x_names = {"x"}, problem.x.resize(1);
  for (std::size_t i = 0; i < problem.y.size(); ++i) problem.x[0].push_back(dice.normal());
  problem.effects = {a, b};
  const Estimate estimate = estimate_ppml(problem);
  EXPECT_EQ(estimate.fate.back(), Fate::separated_rectifier);
  EXPECT_EQ(estimate.rows, problem.y.size() - 1);
  expect_rest_estimated(problem, estimate);
}

TEST(Separation, NothingIsFoundWhereNothingIs) {
  for (unsigned seed = 30; seed < 40; ++seed) {
    const auto problem = small::make_problem({.effects = 3, .seed = seed});
    const Estimate estimate = estimate_ppml(problem);
    EXPECT_EQ(estimate.count(Fate::separated_simplex) + estimate.count(Fate::separated_rectifier), 0u) << seed;
  }
}

TEST(Separation, SingletonsGoWhereAsked) {
  auto problem = small::make_problem({.seed = 12});
  auto& of = problem.effects[0].of;
  of.level[17] = of.levels++;
  EXPECT_EQ(estimate_ppml(problem).count(Fate::singleton), 0u);
  Options options;
  options.singletons = Singletons::drop;
  const Estimate dropped = estimate_ppml(problem, options);
  EXPECT_EQ(dropped.fate[17], Fate::singleton);
  EXPECT_EQ(dropped.rows, problem.y.size() - 1);
}

// A chain of a hundred thousand levels in which each drop makes the next singleton: linear, not quadratic.
TEST(Separation, ALongChainOfSingletonsEnds) {
  const std::uint32_t n = 100000;
  Problem problem;
  Effect a{{"a", {}, n}, {}}, b{{"b", {}, n + 1}, {}};
  for (std::uint32_t i = 0; i < n; ++i) {
    for (const std::uint32_t j : {i, i + 1}) a.of.level.push_back(i), b.of.level.push_back(j), problem.y.push_back(1);
  }
  problem.effects = {a, b};
  Options options;
  options.singletons = Singletons::drop;
  const Estimate estimate = estimate_ppml(problem, options);
  EXPECT_EQ(estimate.count(Fate::singleton), 2u * n);
  EXPECT_THAT(estimate.convergence.diagnosis, HasSubstr("no row is left"));
}

TEST(BadInput, AMillionSeparatedRows) {
  Problem problem;
  Effect a{{"a", {}, 500010}, {}};
  for (std::uint32_t i = 0; i < 1000000; ++i) a.of.level.push_back(10 + i / 2), problem.y.push_back(0);
  small::Dice dice(2);
  for (std::uint32_t i = 0; i < 100; ++i) a.of.level.push_back(i % 10), problem.y.push_back(dice.uniform());
  problem.x_names = {"x"}, problem.x.resize(1);
  for (std::size_t i = 0; i < problem.y.size(); ++i) problem.x[0].push_back(dice.uniform());
  problem.effects = {a};
  const Estimate estimate = estimate_ppml(problem);
  EXPECT_EQ(estimate.count(Fate::separated_effect), 1000000u);
  EXPECT_EQ(estimate.rows, 100u);
  EXPECT_TRUE(estimate.convergence.converged);
}

TEST(BadInput, IsRefusedWithRowAndColumn) {
  const auto message = [](auto change) {
    auto problem = small::make_problem({.weights = true, .seed = 13});
    problem.y_name = "trade";
    change(problem);
    try {
      estimate_ppml(problem);
    } catch (const DataError& error) {
      return std::string(error.what());
    }
    return std::string("nothing was thrown");
  };
  EXPECT_EQ(message([](Problem& p) { p.y[16] = -3; }), "row 17, column trade: -3 is negative");
  EXPECT_EQ(message([](Problem& p) { p.y[4] = std::numeric_limits<double>::infinity(); }), "row 5, column trade: inf is infinite");
  EXPECT_EQ(message([](Problem& p) { p.x[1][0] = -std::numeric_limits<double>::infinity(); }), "row 1, column x1: -inf is infinite");
  EXPECT_EQ(message([](Problem& p) { p.weights[9] = -1; }), "row 10, column weights: -1 is a negative weight");
}

TEST(BadInput, MissingValuesAndKeysAreCounted) {
  auto problem = small::make_problem({.seed = 14});
  problem.y[3] = nan, problem.x[0][7] = nan, problem.effects[1].of.level[9] = no_level;
  const Estimate estimate = estimate_ppml(problem);
  EXPECT_EQ(estimate.count(Fate::missing), 3u);
  for (const std::size_t i : {3u, 7u, 9u}) EXPECT_EQ(estimate.fate[i], Fate::missing);
  expect_rest_estimated(problem, estimate);
}

TEST(BadInput, NothingToEstimateIsSaid) {
  Problem empty;
  empty.x_names = {"x"}, empty.x.resize(1);
  EXPECT_THAT(estimate_ppml(empty).convergence.diagnosis, HasSubstr("no row is left"));
  Problem zeros;
  zeros.y = {0, 0, 0};
  const Estimate none = estimate_ppml(zeros);
  EXPECT_FALSE(none.convergence.converged);
  EXPECT_THAT(none.convergence.diagnosis, HasSubstr("3 in levels of an effect whose outcomes are all zero"));
  Problem one;
  one.y = {2}, one.x_names = {"x"}, one.x = {{1}};
  const Estimate single = estimate_ppml(one);
  EXPECT_TRUE(single.coefficients.empty());
  ASSERT_EQ(single.dropped.size(), 1u);
  EXPECT_THAT(single.dropped[0].reason, testing::AnyOf(HasSubstr("absorbed"), HasSubstr("constant")));
}

TEST(BadInput, AbsorbedAndCollinearRegressorsAreNamed) {
  auto problem = small::make_problem({.seed = 15});
  problem.x_names.push_back("of_level"), problem.x.emplace_back();
  problem.x_names.push_back("sum"), problem.x.emplace_back();
  for (std::size_t i = 0; i < problem.y.size(); ++i) {
    problem.x[2].push_back(std::sqrt(double(problem.effects[0].of.level[i])));
    problem.x[3].push_back(2 * problem.x[0][i] - problem.x[1][i] + 7);
  }
  const Estimate estimate = estimate_ppml(problem);
  ASSERT_EQ(estimate.dropped.size(), 2u);
  EXPECT_EQ(estimate.dropped[0].name, "of_level");
  EXPECT_EQ(estimate.dropped[0].reason, "absorbed by the fixed effects");
  EXPECT_EQ(estimate.dropped[1].name, "sum");
  EXPECT_EQ(estimate.dropped[1].reason, "collinear with x0, x1");
  expect_rest_estimated(problem, estimate);
}

TEST(BadInput, NonConvergenceIsAFlagWithADiagnosis) {
  const auto problem = small::make_problem({.seed = 16});
  Options options;
  options.most_iterations = 2;
  const Estimate estimate = estimate_ppml(problem, options);
  EXPECT_FALSE(estimate.convergence.converged);
  EXPECT_THAT(estimate.convergence.diagnosis, HasSubstr("2 iterations were not enough"));
}

}  // namespace
}  // namespace comity::analysis
