// Estimates of others on the same data: fixest 0.12.2 with tight tolerances, and the tables of the Advanced Guide to
// Trade Policy Analysis (Yotov, Piermartini, Monteiro and Larch 2016) to the digits printed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/analysis/ols.hpp"
#include "comity/analysis/ppml.hpp"
#include "comity/analysis/standard_errors.hpp"
#include "unit/analysis/reference_data.hpp"

namespace comity::analysis {
namespace {

void expect_relative(double found, double expected, double tolerance, const std::string& what) {
  EXPECT_NEAR(found, expected, tolerance * std::abs(expected)) << what;
}

std::vector<double> logs(std::vector<double> values) {
  for (double& value : values) value = std::log(value);
  return values;
}

TEST(Reference, FixestOnTheSyntheticPanel) {
  NEEDS_FILE(panel, "gravity/g200k.csv.gz");
  NEEDS_FILE(answers, "gravity/g200k_coefs.csv");
  const reference::Columns data(panel), expected(answers);
  Problem problem;
  problem.y_name = "trade";
  problem.x_names = {"rta", "cu", "sanct", "contig_t", "lndist_t"};
  for (const auto& name : problem.x_names) problem.x.push_back(data.numbers(name));
  problem.effects = {{data.group("exp", "year"), {}}, {data.group("imp", "year"), {}}, {data.group("exp", "imp"), {}}};
  problem.clusters = {problem.effects[2].of};
  problem.y = data.numbers("trade");
  int compared = 0;
  for (const char* model : {"fepois", "feols_log_pos"}) {
    const bool poisson = std::string(model) == "fepois";
    if (!poisson) {
      for (double& y : problem.y) y = y > 0 ? std::log(y) : std::nan("");
    }
    const Estimate estimate = poisson ? estimate_ppml(problem) : estimate_ols(problem);
    ASSERT_TRUE(estimate.convergence.converged);
    for (std::size_t row = 0; row < expected.rows; ++row) {
      if (expected.text.at("model")[row] != model || expected.text.at("settings")[row] == "default") continue;
      const auto value = [&](const char* column) { return std::strtod(expected.text.at(column)[row].c_str(), nullptr); };
      const std::string term = expected.text.at("term")[row];
      const auto k = std::size_t(std::ranges::find(estimate.names, term) - estimate.names.begin());
      ASSERT_LT(k, estimate.names.size());
      expect_relative(estimate.coefficients[k], value("coef"), 1e-8, term);
      expect_relative(covariance(estimate, ErrorKind::cluster, Convention::fixest).standard_errors[k], value("se_cluster_pair_default_ssc"), 1e-6, term);
      expect_relative(covariance(estimate, ErrorKind::cluster, Convention::none).standard_errors[k], value("se_cluster_pair_no_ssc"), 1e-6, term);
      expect_relative(covariance(estimate, ErrorKind::iid, Convention::fixest).standard_errors[k], value("se_iid"), 1e-6, term);
      EXPECT_EQ(estimate.rows, std::size_t(value("nobs")));
      expect_relative(estimate.log_likelihood, value("loglik"), 1e-9, "likelihood");
      expect_relative(estimate.deviance, value("deviance_or_ssr"), 1e-9, "deviance");
      ++compared;
    }
  }
  EXPECT_EQ(compared, 10);
}

TEST(Reference, FixestOnEuropeanTrade) {
  NEEDS_FILE(panel, "fixest-trade/trade.csv");
  NEEDS_FILE(answers, "gravity/fixest_trade_coefs.csv");
  const reference::Columns data(panel), expected(answers);
  ASSERT_EQ(expected.rows, 8u);
  for (std::size_t row = 0; row < expected.rows; ++row) {
    const bool poisson = expected.text.at("model")[row] == "fepois";
    const std::string spec = expected.text.at("spec")[row];
    SCOPED_TRACE(spec);
    Problem problem;
    problem.y_name = "Euros";
    problem.y = poisson ? data.numbers("Euros") : logs(data.numbers("Euros"));
    problem.x_names = {"log(dist_km)"};
    problem.x = {logs(data.numbers("dist_km"))};
    std::string effects = spec.substr(spec.find('|') + 2);
    for (std::size_t at = 0; at < effects.size();) {
      const auto end = std::min(effects.find(" + ", at), effects.size());
      const std::string one = effects.substr(at, end - at);
      const auto hat = one.find('^');
      problem.effects.push_back({hat == std::string::npos ? data.group(one) : data.group(one.substr(0, hat), one.substr(hat + 1)), {}});
      at = end + 3;
    }
    problem.clusters = {data.group("Origin", "Destination")};
    const Estimate estimate = poisson ? estimate_ppml(problem) : estimate_ols(problem);
    ASSERT_TRUE(estimate.convergence.converged) << estimate.convergence.diagnosis;
    const auto value = [&](const char* column) { return std::strtod(expected.text.at(column)[row].c_str(), nullptr); };
    expect_relative(estimate.coefficients[0], value("coef_tight"), 1e-8, "coefficient");
    expect_relative(covariance(estimate, ErrorKind::cluster, Convention::fixest).standard_errors[0], value("se_cluster_OD_default_ssc"), 1e-6, "cluster");
    expect_relative(covariance(estimate, ErrorKind::cluster, Convention::none).standard_errors[0], value("se_cluster_OD_no_ssc"), 1e-6, "cluster, no factors");
    expect_relative(covariance(estimate, ErrorKind::iid, Convention::fixest).standard_errors[0], value("se_iid"), 1e-6, "iid");
    expect_relative(estimate.log_likelihood, value("loglik"), 1e-9, "likelihood");
  }
}

}  // namespace
}  // namespace comity::analysis
