#include "comity/expect/partner_model.hpp"

#include <algorithm>
#include <cmath>

#include "comity/analysis/ppml.hpp"
#include "comity/expect/intervals.hpp"

namespace comity::expect {
namespace {

constexpr std::size_t least_rows = 100, classes = 4, least_with_link = 10;
constexpr double least_explained = 0.25;
constexpr std::size_t columns = 2 + partner_links;  // log GDP, log population, the links
constexpr std::size_t no_row = std::size_t(-1);

using Values = std::array<double, columns>;

Values values_of(const PartnerRow& row) {
  Values out{row.log_gdp, row.log_population};
  std::ranges::copy(row.link, out.begin() + 2);
  return out;
}

struct Fit {
  double constant = 0;
  Values coefficient{};  // 0: not in the model
  std::size_t rows = 0;

  double predict(const PartnerRow& row) const {
    const Values x = values_of(row);
    double eta = constant;
    for (std::size_t k = 0; k < columns; ++k) eta += coefficient[k] * x[k];
    return eta;
  }
};

// Whether each column is in the model: sizes and distance always, links where enough partners have and lack them.
std::array<bool, columns> chosen(const std::vector<PartnerRow>& rows) {
  std::array<bool, columns> out{true, true, true};
  for (std::size_t k = 1; k < partner_links; ++k) {
    const auto have = std::size_t(std::ranges::count_if(rows, [&](const PartnerRow& row) { return row.may_teach && row.link[k] > 0; }));
    const auto lack = std::size_t(std::ranges::count_if(rows, [&](const PartnerRow& row) { return row.may_teach && row.link[k] == 0; }));
    out[2 + k] = have >= least_with_link && lack >= least_with_link;
  }
  return out;
}

std::optional<Fit> fit(const std::vector<PartnerRow>& rows, const std::array<bool, columns>& in_model, std::size_t left_out) {
  analysis::Problem problem;
  std::vector<std::size_t> column_of;
  for (std::size_t k = 0; k < columns; ++k) {
    if (in_model[k]) column_of.push_back(k), problem.x_names.push_back(std::to_string(k));
  }
  problem.x.resize(column_of.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].may_teach || i == left_out) continue;
    problem.y.push_back(rows[i].value);
    const Values x = values_of(rows[i]);
    for (std::size_t k = 0; k < column_of.size(); ++k) problem.x[k].push_back(x[column_of[k]]);
  }
  const auto estimate = analysis::estimate_ppml(problem, {.threads = 1});
  if (!estimate.convergence.converged || estimate.rows == 0) return std::nullopt;
  Fit out;
  out.rows = estimate.rows;
  for (std::size_t k = 0; k < estimate.names.size(); ++k) out.coefficient[std::stoul(estimate.names[k])] = estimate.coefficients[k];
  // The intercept is what the regressors leave of any row's linear predictor.
  const std::uint32_t row = estimate.design.row[0];
  out.constant = estimate.fitted[0];
  for (std::size_t k = 0; k < column_of.size(); ++k) out.constant -= out.coefficient[column_of[k]] * problem.x[k][row];
  return out;
}

double deviance(double y, double mean) { return 2 * ((y > 0 ? y * std::log(y / mean) : 0) - (y - mean)); }

// Of the deviance around the mean, both made without the row's own count.
double explained_share(const std::vector<PartnerRow>& rows, const std::vector<std::optional<YearExpectation>>& out) {
  double sum = 0, count = 0, left = 0, around = 0;
  for (const PartnerRow& row : rows) {
    if (row.may_teach) sum += row.value, ++count;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].may_teach || !out[i]) continue;
    left += deviance(rows[i].value, out[i]->expected);
    around += deviance(rows[i].value, (sum - rows[i].value) / (count - 1));
  }
  return around > 0 ? 1 - left / around : 0;
}

}  // namespace

std::optional<PartnersModel> expect_partners(const std::vector<PartnerRow>& rows) {
  if (std::size_t(std::ranges::count_if(rows, &PartnerRow::may_teach)) < least_rows) return std::nullopt;
  const auto in_model = chosen(rows);
  Values middle{};  // of a typical partner: median sizes and distance, no links
  for (std::size_t k = 0; k < 3; ++k) {
    std::vector<double> column;
    for (const PartnerRow& row : rows) column.push_back(values_of(row)[k]);
    middle[k] = median(std::move(column));
  }
  const auto all = fit(rows, in_model, no_row);
  if (!all) return std::nullopt;
  PartnersModel out;
  out.taught = all->rows;
  std::vector<double> actual;
  std::vector<bool> teaches;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto one = rows[i].may_teach ? fit(rows, in_model, i) : all;
    if (!one) return std::nullopt;
    YearExpectation expectation{.expected = std::exp(one->predict(rows[i]))};
    const Values x = values_of(rows[i]);
    expectation.typical = std::exp(one->constant + one->coefficient[0] * middle[0] + one->coefficient[1] * middle[1] + one->coefficient[2] * middle[2]);
    expectation.size = std::exp(one->coefficient[0] * (x[0] - middle[0]) + one->coefficient[1] * (x[1] - middle[1]));
    expectation.driver.fill(1);
    for (std::size_t k = 0; k < partner_links; ++k) expectation.driver[k] = std::exp(one->coefficient[2 + k] * (x[2 + k] - middle[2 + k]));
    out.rows.push_back(expectation);
    actual.push_back(rows[i].value), teaches.push_back(rows[i].may_teach);
  }
  out.explained = explained_share(rows, out.rows);
  if (!(out.explained >= least_explained)) return std::nullopt;
  set_intervals(actual, teaches, classes, out.rows);
  return out;
}

}  // namespace comity::expect
