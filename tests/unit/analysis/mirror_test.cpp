#include <gmock/gmock.h>

#include <cmath>
#include <random>

#include "comity/analysis/detail/small_system.hpp"
#include "comity/analysis/mirror_reconcile.hpp"
#include "comity/analysis/mirror_score.hpp"

namespace comity::analysis::test {
namespace {

// A made-up world of 30 states and 12 years whose margin and whose reporters' errors are known. The generator is fixed.
struct MadeUp {
  std::vector<MirrorFlow> flows;
  // Odd states keep their books well, even ones badly.
  static double spread_of(StateId state) { return state.value % 2 ? 0.05 : 0.4; }
  static double margin_of(const MirrorFlow& f) { return 0.04 + 0.03 * std::log(f.distance_km / 1000) - 0.02 * f.contiguous + 0.03 * f.landlocked - 0.01 * (f.year - 2000) / 10.0; }

  MadeUp() {
    std::mt19937 generator(20261126);
    std::normal_distribution<double> normal;
    const auto drawn = [&](double spread) { return spread * normal(generator); };
    for (std::uint16_t x = 1; x <= 30; ++x) {
      for (std::uint16_t m = 1; m <= 30; ++m) {
        if (x == m) continue;
        for (int year = 1996; year < 2008; ++year) {
          MirrorFlow f{StateId(x), StateId(m), year, 0, 0, true, 300.0 + 137.0 * ((x * 31 + m * 17) % 90), (x + m) % 9 == 0, x % 7 == 0 ? 1 : 0, true};
          const double truth = 2e7 * std::exp(drawn(1.5)) + 1e7;
          f.exported = truth * std::exp(drawn(spread_of(f.exporter)));
          f.imported = truth * std::exp(margin_of(f) + drawn(spread_of(f.importer)));
          // One in fifty is a misprint.
          if (generator() % 50 == 0) f.imported *= 30;
          flows.push_back(f);
        }
      }
    }
  }
};

const MadeUp& made_up() {
  static const MadeUp world;
  return world;
}

TEST(SmallSystem, SolvesWhatCanBeCheckedByHand) {
  SmallSystem<2> system;  // y = 1 + 2 x
  for (const double x : {0.0, 1.0, 2.0, 3.0}) system.add({1, x}, 1 + 2 * x, 1);
  const auto found = system.solve();
  ASSERT_TRUE(found);
  EXPECT_NEAR((*found)[0], 1, 1e-12);
  EXPECT_NEAR((*found)[1], 2, 1e-12);
  SmallSystem<2> flat;
  flat.add({1, 1}, 1, 1);
  EXPECT_FALSE(flat.solve());
}

TEST(MirrorMargin, FindsTheMarginBehindMisprints) {
  const auto margin = fit_margin(made_up().flows);
  ASSERT_TRUE(margin.converged);
  EXPECT_NEAR(margin.constant, 0.04, 0.02);
  EXPECT_NEAR(margin.log_distance, 0.03, 0.01);
  EXPECT_NEAR(margin.contiguous, -0.02, 0.03);
  EXPECT_NEAR(margin.landlocked, 0.03, 0.03);
  EXPECT_NEAR(margin.decade, -0.01, 0.03);
  const MirrorFlow far{StateId(1), StateId(2), 2000, 1, 1, true, 8000, false, 0, true};
  EXPECT_NEAR(margin.of(far), 0.04 + 0.03 * std::log(8.0), 0.02);
}

TEST(MirrorMargin, NoneWhereTheImporterValuesFreeOnBoard) {
  const auto margin = fit_margin(made_up().flows);
  MirrorFlow flow = made_up().flows.front();
  flow.imported_with_freight = false;
  EXPECT_EQ(margin.of(flow), 0);
}

TEST(MirrorMargin, TooFewFlowsGiveTheFlatMargin) {
  const auto margin = fit_margin({made_up().flows.data(), 20});
  EXPECT_FALSE(margin.converged);
  EXPECT_NEAR(margin.of(made_up().flows.front()), std::log(1.08), 1e-12);
}

TEST(MirrorReliability, TellsGoodBooksFromBadOnes) {
  const auto margin = fit_margin(made_up().flows);
  const auto reliability = fit_reliability(made_up().flows, margin);
  for (std::uint16_t good = 1; good < 30; good += 2) {
    EXPECT_LT(reliability.exporter(StateId(good)), reliability.exporter(StateId(good + 1))) << good;
    EXPECT_LT(reliability.importer(StateId(good)), reliability.importer(StateId(good + 1))) << good;
  }
  EXPECT_NEAR(reliability.exporter(StateId(999)), reliability.overall / 2, 1e-12);
  EXPECT_GT(reliability.explained_by_exporter, 0.02);
}

TEST(MirrorReliability, Rule07EstimatesAreNoVoice) {
  auto flows = made_up().flows;
  const auto before = fit_reliability(flows, {});
  for (int i = 0; i < 500; ++i) {
    MirrorFlow estimate = flows[static_cast<std::size_t>(i)];
    estimate.imported = 1.10 * estimate.exported;
    estimate.independent = false;
    flows.push_back(estimate);
  }
  const auto after = fit_reliability(flows, {});
  EXPECT_EQ(after.flows, before.flows);
  EXPECT_EQ(after.as_exporter, before.as_exporter);
}

TEST(MirrorReconcile, LargerIsTheLargerWithoutFreight) {
  MirrorFlow f{StateId(1), StateId(2), 2012, 100, 216, true, 1000, false, 0, true};
  EXPECT_DOUBLE_EQ(reconcile_larger(f).value, 200);
  EXPECT_DOUBLE_EQ(reconcile_larger(f).low, 100);
  EXPECT_DOUBLE_EQ(reconcile_larger(f).weight_of_export, 0);
  f.imported_with_freight = false;
  EXPECT_DOUBLE_EQ(reconcile_larger(f).value, 216);
  f.exported = 500;
  EXPECT_DOUBLE_EQ(reconcile_larger(f).value, 500);
  EXPECT_DOUBLE_EQ(reconcile_larger(f).weight_of_export, 1);
}

TEST(MirrorReconcile, WeightedLeansToTheBetterBooks) {
  const auto margin = fit_margin(made_up().flows);
  const auto reliability = fit_reliability(made_up().flows, margin);
  const MirrorFlow good_exporter{StateId(3), StateId(4), 2001, 1e8, 2e8, true, 1000, false, 0, true};
  const MirrorFlow good_importer{StateId(4), StateId(3), 2001, 1e8, 2e8, true, 1000, false, 0, true};
  EXPECT_GT(reconcile_weighted(good_exporter, margin, reliability).weight_of_export, 0.6);
  EXPECT_LT(reconcile_weighted(good_importer, margin, reliability).weight_of_export, 0.4);
  for (const auto& f : made_up().flows) {
    const auto r = reconcile_weighted(f, margin, reliability);
    EXPECT_LE(r.low, r.value);
    EXPECT_LE(r.value, r.high);
  }
}

// Two sides further apart than their reporters lead to expect make the interval wider, not narrower.
TEST(MirrorReconcile, SurpriseWidensTheInterval) {
  const auto margin = fit_margin(made_up().flows);
  const auto reliability = fit_reliability(made_up().flows, margin);
  const auto width = [&](double imported) {
    const auto r = reconcile_weighted({StateId(3), StateId(5), 2001, 1e8, imported, true, 1000, false, 0, true}, margin, reliability);
    return std::log(r.high / r.low);
  };
  EXPECT_GT(width(1e9), 2 * width(1.08e8));
}

TEST(MirrorScore, TheFittedMarginBeatsNone) {
  const auto scores = score_mirror(made_up().flows);
  ASSERT_EQ(scores.size(), 6u);
  const auto of = [&](const char* method, bool import_hidden) {
    for (const auto& s : scores) {
      if (s.method == method && s.import_hidden == import_hidden) return s;
    }
    return MirrorScore{};
  };
  for (const bool hidden : {true, false}) {
    EXPECT_LT(of("weighted", hidden).median_error, of("same", hidden).median_error);
    EXPECT_NEAR(of("weighted", hidden).interval_holds, 0.9, 0.04);
    EXPECT_EQ(of("larger", hidden).interval_holds, -1);
  }
}

TEST(MirrorScore, NothingToScoreGivesNothing) { EXPECT_TRUE(score_mirror({made_up().flows.data(), 20}).empty()); }

}  // namespace
}  // namespace comity::analysis::test
