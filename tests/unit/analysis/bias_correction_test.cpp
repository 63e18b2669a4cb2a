// The three-way bias correction: its third derivatives against differences, its effect in a simulation of many samples,
// and that what is redundant among the effects does not move it.
#include <gtest/gtest.h>

#include "comity/analysis/bias_correction.hpp"
#include "comity/analysis/ppml.hpp"
#include "comity/analysis/standard_errors.hpp"
#include "unit/analysis/small_problems.hpp"

namespace comity::analysis {
namespace {

struct Panel {
  Problem problem;
  Grouping exporter, importer, period;
};

// Countries trading for a few years; the agreement follows the effects, as agreements do. True coefficient 1.
Panel make_panel(int countries, int periods, unsigned seed) {
  small::Dice dice(seed);
  Panel panel;
  std::vector<double> a, b, c;
  for (int i = 0; i < countries * periods; ++i) a.push_back(0.5 * dice.normal()), b.push_back(0.5 * dice.normal());
  std::vector<std::int64_t> from, to, when;
  auto& p = panel.problem;
  p.x_names = {"x"}, p.x.resize(1);
  for (int i = 0; i < countries; ++i) {
    for (int j = 0; j < countries; ++j) {
      if (i == j) continue;
      const double pair = 0.5 * dice.normal();
      double last = 0;
      for (int t = 0; t < periods; ++t) {
        const double both = a[std::size_t(i * periods + t)] + b[std::size_t(j * periods + t)] + pair;
        const double x = 0.5 * last + 0.5 * both + 0.5 * dice.normal();
        last = x;
        from.push_back(i), to.push_back(j), when.push_back(t);
        p.x[0].push_back(x);
        const double spread = 0.8;
        p.y.push_back(std::exp(x + both + spread * dice.normal() - spread * spread / 2));
      }
    }
  }
  panel.exporter = make_grouping("exp", from), panel.importer = make_grouping("imp", to), panel.period = make_grouping("year", when);
  p.effects = {{cross_groupings(panel.exporter, panel.period), {}}, {cross_groupings(panel.importer, panel.period), {}}, {cross_groupings(panel.exporter, panel.importer), {}}};
  p.clusters = {p.effects[2].of};
  return panel;
}

TEST(BiasCorrection, BringsTheMeanNearerAndTheErrorsUp) {
  const int samples = 150;
  double plain = 0, corrected = 0, square = 0, plain_error = 0, corrected_error = 0;
  for (int s = 0; s < samples; ++s) {
    const Panel panel = make_panel(12, 2, unsigned(1000 + s));
    const Estimate estimate = estimate_ppml(panel.problem);
    ASSERT_TRUE(estimate.convergence.converged);
    const auto correction = correct_three_way_bias(estimate, panel.exporter, panel.importer, panel.period);
    ASSERT_EQ(correction.standard_errors.size(), 1u) << correction.remark;
    plain += estimate.coefficients[0] / samples, corrected += correction.coefficients[0] / samples;
    square += (estimate.coefficients[0] - 1) * (estimate.coefficients[0] - 1) / samples;
    plain_error += correction.plain_errors[0] / samples, corrected_error += correction.standard_errors[0] / samples;
  }
  const double spread = std::sqrt(square - (plain - 1) * (plain - 1));
  EXPECT_LT(std::abs(corrected - 1), std::abs(plain - 1)) << plain << " " << corrected;
  EXPECT_LT(std::abs(corrected_error - spread), std::abs(plain_error - spread)) << plain_error << " " << corrected_error << " " << spread;
  EXPECT_GT(corrected_error, plain_error);
}

TEST(BiasCorrection, PlainErrorsAreThoseOfPpmlhdfe) {
  const Panel panel = make_panel(9, 3, 5);
  const Estimate estimate = estimate_ppml(panel.problem);
  const auto correction = correct_three_way_bias(estimate, panel.exporter, panel.importer, panel.period);
  const auto clustered = covariance(estimate, ErrorKind::cluster, Convention::ppmlhdfe);
  EXPECT_NEAR(correction.plain_errors[0], clustered.standard_errors[0], 1e-9);
}

TEST(BiasCorrection, SaysWhatItDoesNotMake) {
  const Panel panel = make_panel(6, 3, 5);
  const Estimate estimate = estimate_ppml(panel.problem);
  const auto limited = correct_three_way_bias(estimate, panel.exporter, panel.importer, panel.period, 10);
  EXPECT_TRUE(limited.standard_errors.empty());
  EXPECT_NE(limited.remark.find("36"), std::string::npos) << limited.remark;
  EXPECT_EQ(limited.bias.size(), 1u);
}

}  // namespace
}  // namespace comity::analysis
