// The estimators against dummy variables and dense algebra, over a grid of small problems.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/analysis/demean.hpp"
#include "comity/analysis/detail/sparse_factor.hpp"
#include "comity/analysis/ols.hpp"
#include "comity/analysis/ppml.hpp"
#include "comity/analysis/standard_errors.hpp"
#include "unit/analysis/slow_estimator.hpp"
#include "unit/analysis/small_problems.hpp"

namespace comity::analysis {
namespace {

std::vector<std::size_t> used_rows(const Estimate& estimate) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < estimate.fate.size(); ++i) {
    if (estimate.fate[i] == Fate::used) rows.push_back(i);
  }
  return rows;
}

// Scores summed by a grouping of the rows, outer products added.
Eigen::MatrixXd meat(const slow::Answer& slow, const Problem& problem, const std::function<std::size_t(std::size_t)>& group) {
  std::map<std::size_t, Eigen::VectorXd> sums;
  for (std::size_t i = 0; i < slow.row.size(); ++i) {
    const double w = problem.weights.empty() ? 1 : problem.weights[slow.row[i]];
    auto [it, fresh] = sums.try_emplace(group(slow.row[i]), Eigen::VectorXd::Zero(slow.x.cols()));
    it->second += w * slow.residual[Eigen::Index(i)] * slow.x.row(Eigen::Index(i)).transpose();
  }
  Eigen::MatrixXd out = Eigen::MatrixXd::Zero(slow.x.cols(), slow.x.cols());
  for (const auto& [key, sum] : sums) out += sum * sum.transpose();
  return out;
}

void expect_same(const Problem& problem, bool poisson, const std::string& what) {
  SCOPED_TRACE(what);
  const Estimate fast = poisson ? estimate_ppml(problem) : estimate_ols(problem);
  ASSERT_TRUE(fast.convergence.converged) << fast.convergence.diagnosis;
  const slow::Answer slow = slow::estimate(problem, poisson, used_rows(fast));
  ASSERT_EQ(fast.coefficients.size(), problem.x.size());
  for (std::size_t k = 0; k < problem.x.size(); ++k) EXPECT_NEAR(fast.coefficients[k], slow.beta[Eigen::Index(k)], 1e-8 * std::abs(slow.beta[Eigen::Index(k)])) << problem.x_names[k];
  std::map<std::size_t, double> fitted;
  for (std::size_t i = 0; i < slow.row.size(); ++i) fitted[slow.row[i]] = slow.fitted[Eigen::Index(i)];
  for (std::size_t i = 0; i < fast.fitted.size(); ++i) ASSERT_NEAR(fast.fitted[i], fitted[fast.design.row[i]], 1e-6);
  if (problem.effects.size() <= 2) {
    EXPECT_EQ(Eigen::Index(fast.parameters(true)), slow.rank);
  }
  EXPECT_GE(Eigen::Index(fast.parameters(true)), slow.rank);

  const auto compare = [&](const Covariance& covariance, const Eigen::MatrixXd& expected, const char* kind) {
    for (std::size_t k = 0; k < problem.x.size(); ++k) {
      const double error = std::sqrt(expected(Eigen::Index(k), Eigen::Index(k)));
      EXPECT_NEAR(covariance.standard_errors[k], error, 1e-6 * error) << kind;
    }
  };
  double rest = 0;
  for (Eigen::Index i = 0; i < slow.residual.size(); ++i) rest += slow.weight[i] * slow.residual[i] * slow.residual[i];
  const Eigen::MatrixXd iid = poisson ? slow.bread : Eigen::MatrixXd(slow.bread * rest / double(slow.row.size()));
  compare(covariance(fast, ErrorKind::iid, Convention::none), iid, "iid");
  compare(covariance(fast, ErrorKind::hetero, Convention::none), slow.bread * meat(slow, problem, [](std::size_t i) { return i; }) * slow.bread, "hetero");
  if (problem.clusters.empty()) return;
  const auto way = [&](std::size_t w) { return [&, w](std::size_t i) { return std::size_t(problem.clusters[w].level[i]); }; };
  Eigen::MatrixXd sum = meat(slow, problem, way(0));
  if (problem.clusters.size() == 2) {
    sum += meat(slow, problem, way(1)) - meat(slow, problem, [&](std::size_t i) { return std::size_t(problem.clusters[0].level[i]) * 1000 + problem.clusters[1].level[i]; });
  }
  const Covariance clustered = covariance(fast, ErrorKind::cluster, Convention::none);
  if (!clustered.mended) compare(clustered, slow.bread * sum * slow.bread, "clustered");
}

TEST(EstimatorGrid, EqualsDummyVariables) {
  unsigned seed = 1;
  for (const bool poisson : {true, false}) {
    for (int effects = 0; effects <= 4; ++effects) {
      for (const bool weights : {false, true}) {
        for (const bool offset : {false, true}) {
          for (const bool disconnected : {false, true}) {
            auto problem = small::make_problem({.effects = effects, .weights = weights, .offset = offset, .disconnected = disconnected, .poisson = poisson, .seed = seed++});
            if (effects > 0) problem.clusters.push_back(problem.effects[0].of);
            if (effects > 1 && weights) problem.clusters.push_back(problem.effects[1].of);
            expect_same(problem, poisson, fmt::format("poisson {} effects {} weights {} offset {} disconnected {}", poisson, effects, weights, offset, disconnected));
          }
        }
      }
    }
  }
}

TEST(EstimatorGrid, SlopesOfLevels) {
  for (const bool poisson : {true, false}) {
    for (const bool beside : {true, false}) {
      auto problem = small::make_problem({.effects = 2, .poisson = poisson, .seed = 77});
      small::Dice dice(5);
      Effect slope{problem.effects[0].of, {}};
      for (std::size_t i = 0; i < problem.y.size(); ++i) slope.slope.push_back(3 + dice.normal());
      if (!beside) problem.effects.erase(problem.effects.begin());
      problem.effects.push_back(slope);
      expect_same(problem, poisson, fmt::format("slopes, poisson {} beside intercepts {}", poisson, beside));
    }
  }
}

// Whatever comes together: one to four effects of unlike sizes, slopes, weights, offsets, missing cells anywhere, levels without a positive
// outcome, outcomes and regressors in units of any size, a regressor packed, clusters one way or two.
TEST(EstimatorGrid, RandomProblems) {
  const double nan = std::nan("");
  for (unsigned seed = 1; seed <= 48; ++seed) {
    small::Dice dice(1000 + seed);
    const auto chance = [&](double p) { return dice.uniform() < p; };
    const bool poisson = seed % 2 == 0;
    const int effects = 1 + int(seed / 2 % 4);
    auto p = small::make_problem({.rows = 200 + int(dice.uniform() * 100), .effects = effects, .regressors = 1 + int(dice.uniform() * 3), .levels = 5 + int(dice.uniform() * 6),
                                  .weights = chance(0.4), .offset = chance(0.4), .poisson = poisson, .seed = 500 + seed});
    const double unit = std::pow(10.0, std::floor(dice.uniform() * 13) - 6);
    for (double& y : p.y) y *= unit;
    for (std::size_t i = 0; i < p.y.size(); ++i) {
      p.x[0][i] *= 1e4;
      if (chance(0.02)) p.y[i] = nan;
      if (chance(0.02)) p.x[0][i] = nan;
      if (chance(0.02)) p.effects[0].of.level[i] = no_level;
      if (poisson && p.effects.back().of.level[i] == 1) p.y[i] = 0;
    }
    p.x.back().pack();
    if (chance(0.3)) {
      Effect slope{p.effects[0].of, {}};
      for (std::size_t i = 0; i < p.y.size(); ++i) slope.slope.push_back(2 + dice.normal());
      p.effects.push_back(slope);
    }
    p.clusters.push_back(p.effects[0].of);
    if (chance(0.5) && effects > 1) p.clusters.push_back(p.effects[1].of);
    expect_same(p, poisson, fmt::format("seed {}, poisson {} effects {} rows {} unit {}", seed, poisson, p.effects.size(), p.y.size(), unit));
  }
}

TEST(EstimatorGrid, TheBitsDoNotDependOnThreads) {
  auto problem = small::make_problem({.rows = 150000, .effects = 3, .regressors = 3, .levels = 900, .seed = 9});
  Options options;
  options.threads = 1;
  const Estimate one = estimate_ppml(problem, options);
  ASSERT_TRUE(one.convergence.converged) << one.convergence.diagnosis;
  for (const int threads : {2, 3, 5}) {
    options.threads = threads;
    const Estimate many = estimate_ppml(problem, options);
    EXPECT_EQ(one.coefficients, many.coefficients);
    EXPECT_EQ(one.bread, many.bread);
    EXPECT_EQ(one.fitted, many.fitted);
  }
}

// What one adds to all years and takes from all firms changes no fit: rounding in that direction must not come back a billion times as large.
TEST(EstimatorGrid, TheFactorDoesNotBlowUpWhatIsRedundant) {
  const std::uint32_t people = 60, years = 4, firms = 7;
  SweptShape shape;
  shape.blocks = 2, shape.coefficients = years + firms;
  for (std::uint32_t i = 0; i < people * years; ++i) {
    if (i % years == 0) shape.begin.push_back(i);
    shape.code.push_back(i % years), shape.code.push_back(years + i % firms);
  }
  shape.begin.push_back(people * years);
  const std::vector<double> weight(people * years, 1.0), group_weight(people, double(years));
  detail::SparseFactor factor;
  ASSERT_TRUE(factor.make(shape, weight.data(), group_weight));
  std::vector<double> rounding(shape.coefficients, 1e-9), z(shape.coefficients);
  for (std::uint32_t k = years; k < shape.coefficients; ++k) rounding[k] = -1e-9;
  factor.solve(rounding.data(), z.data(), 1);
  EXPECT_LT(*std::ranges::max_element(z), 1e-6);
  EXPECT_GT(*std::ranges::min_element(z), -1e-6);
}

// Each person meets ten neighbouring firms in turn: a ring of thousands, on which alternating projections creep.
TEST(EstimatorGrid, WeaklyConnectedDataAreNoTrouble) {
  const int people = 20000, years = 5, firms = people / 23;
  Problem p;
  Effect person, firm, year;
  person.of = {"person", {}, std::uint32_t(people)}, firm.of = {"firm", {}, std::uint32_t(firms)}, year.of = {"year", {}, std::uint32_t(years)};
  small::Dice dice(3);
  std::vector<double> of_person(people), of_firm(firms);
  for (double& v : of_person) v = 0.5 * dice.normal();
  for (double& v : of_firm) v = 0.5 * dice.normal();
  p.x_names = {"x1"}, p.x.resize(1);
  for (int i = 0; i < people * years; ++i) {
    const int a = i / years, b = i % firms, t = i % years;
    person.of.level.push_back(std::uint32_t(a)), firm.of.level.push_back(std::uint32_t(b)), year.of.level.push_back(std::uint32_t(t));
    p.x[0].push_back(dice.normal());
    p.y.push_back(std::exp(0.5 * p.x[0].back() + of_person[std::size_t(a)] + of_firm[std::size_t(b)] + 0.1 * dice.normal()));
  }
  p.effects = {person, firm, year};
  const Estimate ppml = estimate_ppml(p);
  ASSERT_TRUE(ppml.convergence.converged) << ppml.convergence.diagnosis;
  EXPECT_NEAR(ppml.coefficients[0], 0.5, 0.005);
  EXPECT_LT(ppml.convergence.most_rounds, 200);
  EXPECT_THAT(ppml.convergence.method, testing::HasSubstr("Cholesky"));
  for (double& y : p.y) y = std::log(y);
  const Estimate ols = estimate_ols(p);
  EXPECT_NEAR(ols.coefficients[0], 0.5, 0.005);
}

TEST(EstimatorGrid, EffectsAreRecovered) {
  for (int effects = 1; effects <= 3; ++effects) {
    const auto problem = small::make_problem({.effects = effects, .seed = 21});
    const Estimate estimate = estimate_ppml(problem);
    const auto recovered = recover_effects(estimate);
    ASSERT_EQ(recovered.size(), std::size_t(effects));
    for (std::size_t i = 0; i < estimate.rows; ++i) {
      double sum = 0;
      for (std::size_t e = 0; e < recovered.size(); ++e) sum += recovered[e].value[estimate.effect_levels[e].level[i]];
      ASSERT_NEAR(sum, estimate.effect_part[i], 1e-7);
    }
  }
}

}  // namespace
}  // namespace comity::analysis
