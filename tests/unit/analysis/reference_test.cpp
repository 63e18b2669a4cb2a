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

// --- the Advanced Guide's applications on its own panel, every fourth year, to the three decimals printed in its tables 1 and 3;
// M. Vargas Sepúlveda's replication for R (tradepolicy, chapter 1) prints the same with four ---

struct Printed {
  const char* term;
  double coefficient, error;
};

struct GuidePanel {
  reference::Columns data;
  std::vector<bool> in_sample;
  Grouping exporter_year, importer_year, pair, own;

  explicit GuidePanel(const std::filesystem::path& file) : data(file) {
    const auto year = data.numbers("year");
    for (const double y : year) in_sample.push_back(std::fmod(y - 1986, 4) == 0);
    exporter_year = data.group("exporter", "year"), importer_year = data.group("importer", "year");
    // Domestic trade has a pair of its own; "own" sets each country's domestic trade apart from all else.
    const auto &from = data.text.at("exporter"), &to = data.text.at("importer");
    std::vector<std::string> pairs, owns;
    for (std::size_t i = 0; i < data.rows; ++i) {
      pairs.push_back(std::min(from[i], to[i]) + std::max(from[i], to[i]));
      owns.push_back(from[i] == to[i] ? from[i] : "abroad");
    }
    pair = make_grouping("pair", std::vector<std::string_view>(pairs.begin(), pairs.end()));
    own = make_grouping("own", std::vector<std::string_view>(owns.begin(), owns.end()));
  }

  Problem problem(const std::vector<std::string>& x, bool abroad_only, bool logs, const std::vector<Grouping>& more) const {
    Problem p;
    p.y_name = "trade";
    p.y = data.numbers("trade");
    const auto &from = data.text.at("exporter"), &to = data.text.at("importer");
    for (std::size_t i = 0; i < p.y.size(); ++i) {
      if (!in_sample[i] || (abroad_only && from[i] == to[i])) p.y[i] = std::nan("");
      if (logs && !std::isnan(p.y[i])) p.y[i] = p.y[i] > 0 ? std::log(p.y[i]) : std::nan("");
    }
    for (const auto& name : x) {
      p.x_names.push_back(name);
      p.x.push_back(data.numbers(name == "log_dist" ? "dist" : name));
      if (name == "log_dist") p.x.back().transform([](double value) { return std::log(value); });
    }
    p.effects = {{exporter_year, {}}, {importer_year, {}}};
    for (const auto& effect : more) p.effects.push_back({effect, {}});
    p.clusters = {pair};
    return p;
  }
};

void expect_printed(const Estimate& estimate, Convention convention, const std::vector<Printed>& printed) {
  ASSERT_TRUE(estimate.convergence.converged) << estimate.convergence.diagnosis;
  const auto errors = covariance(estimate, ErrorKind::cluster, convention).standard_errors;
  for (const Printed& one : printed) {
    const auto k = std::size_t(std::ranges::find(estimate.names, one.term) - estimate.names.begin());
    ASSERT_LT(k, estimate.names.size()) << one.term;
    EXPECT_EQ(std::round(estimate.coefficients[k] * 1000) / 1000, one.coefficient) << one.term;
    EXPECT_EQ(std::round(errors[k] * 1000) / 1000, one.error) << one.term;
  }
}

TEST(Reference, AdvancedGuideTraditionalGravity) {
  NEEDS_FILE(file, "agtpa/agtpa_applications.csv.gz");
  const GuidePanel panel(file);
  const std::vector<std::string> x = {"log_dist", "cntg", "lang", "clny"};
  const Estimate ols = estimate_ols(panel.problem(x, true, true, {}));
  EXPECT_EQ(ols.rows, 25689u);
  expect_printed(ols, Convention::reghdfe, {{"log_dist", -1.216, 0.038}, {"cntg", 0.223, 0.203}, {"lang", 0.661, 0.082}, {"clny", 0.670, 0.149}});
  const Estimate ppml = estimate_ppml(panel.problem(x, true, false, {}));
  EXPECT_EQ(ppml.rows, 28152u);
  expect_printed(ppml, Convention::ppmlhdfe, {{"log_dist", -0.841, 0.032}, {"cntg", 0.437, 0.083}, {"lang", 0.247, 0.077}, {"clny", -0.222, 0.116}});
}

TEST(Reference, AdvancedGuideRegionalAgreements) {
  NEEDS_FILE(file, "agtpa/agtpa_applications.csv.gz");
  const GuidePanel panel(file);
  const std::vector<std::string> gravity = {"log_dist", "cntg", "lang", "clny", "rta"};
  expect_printed(estimate_ppml(panel.problem(gravity, true, false, {})), Convention::ppmlhdfe,
                 {{"log_dist", -0.822, 0.031}, {"cntg", 0.416, 0.083}, {"lang", 0.250, 0.077}, {"clny", -0.205, 0.114}, {"rta", 0.191, 0.066}});
  expect_printed(estimate_ppml(panel.problem(gravity, false, false, {panel.own})), Convention::ppmlhdfe,
                 {{"log_dist", -0.800, 0.030}, {"cntg", 0.393, 0.079}, {"lang", 0.244, 0.077}, {"clny", -0.182, 0.113}, {"rta", 0.409, 0.069}});
  expect_printed(estimate_ppml(panel.problem({"rta"}, false, false, {panel.pair})), Convention::ppmlhdfe, {{"rta", 0.557, 0.102}});
  expect_printed(estimate_ppml(panel.problem({"rta", "rta_lead4"}, false, false, {panel.pair})), Convention::ppmlhdfe, {{"rta", 0.520, 0.086}, {"rta_lead4", 0.077, 0.092}});
  expect_printed(estimate_ppml(panel.problem({"rta", "rta_lag4", "rta_lag8", "rta_lag12"}, false, false, {panel.pair})), Convention::ppmlhdfe,
                 {{"rta", 0.291, 0.089}, {"rta_lag4", 0.414, 0.067}, {"rta_lag8", 0.169, 0.043}, {"rta_lag12", 0.119, 0.030}});
}

// International borders of each year but the last: globalisation, which the agreements' coefficients took for theirs.
TEST(Reference, AdvancedGuideGlobalisation) {
  NEEDS_FILE(file, "agtpa/agtpa_applications.csv.gz");
  const GuidePanel panel(file);
  Problem problem = panel.problem({"rta", "rta_lag4", "rta_lag8", "rta_lag12"}, false, false, {panel.pair});
  const auto year = panel.data.numbers("year");
  const auto &from = panel.data.text.at("exporter"), &to = panel.data.text.at("importer");
  for (const int border : {1986, 1990, 1994, 1998, 2002}) {
    problem.x_names.push_back("border_" + std::to_string(border));
    auto& column = problem.x.emplace_back();
    for (std::size_t i = 0; i < year.size(); ++i) column.push_back(year[i] == border && from[i] != to[i]);
  }
  expect_printed(estimate_ppml(problem), Convention::ppmlhdfe,
                 {{"rta", 0.116, 0.087}, {"rta_lag4", 0.288, 0.062}, {"rta_lag8", 0.069, 0.048}, {"rta_lag12", 0.002, 0.029}, {"border_1986", -0.706, 0.048},
                  {"border_1990", -0.480, 0.043}, {"border_1994", -0.367, 0.033}, {"border_1998", -0.158, 0.023}, {"border_2002", -0.141, 0.017}});
}

}  // namespace
}  // namespace comity::analysis
