#include "comity/expect/year_model.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "comity/analysis/fixed_effects.hpp"
#include "comity/analysis/ppml.hpp"
#include "comity/expect/intervals.hpp"

namespace comity::expect {
namespace {

constexpr std::size_t least_rows = 200, classes = 10;

// A pair and its reverse fall into the same part, by a hash that never changes.
int fold_of(const YearRow& row, int folds) {
  std::uint64_t h = (std::uint64_t(std::min(row.origin, row.destination)) << 32 | std::max(row.origin, row.destination)) + 0x9e3779b97f4a7c15ull;
  h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9ull;
  h = (h ^ (h >> 27)) * 0x94d049bb133111ebull;
  return int((h ^ (h >> 31)) % std::uint64_t(folds));
}

struct Fit {
  std::array<double, links> coefficient;
  std::vector<double> origin, destination;  // NaN: not known
  std::size_t rows = 0;

  double predict(const YearRow& row) const {
    double eta = origin[row.origin] + destination[row.destination];
    for (std::size_t k = 0; k < links; ++k) {
      if (!std::isnan(coefficient[k])) eta += coefficient[k] * row.link[k];
    }
    return eta;
  }
};

std::optional<Fit> fit(const std::vector<YearRow>& rows, std::uint32_t states, int folds, int left_out, int threads) {
  analysis::Problem problem;
  problem.x.resize(links);
  for (const char* name : link_names) problem.x_names.push_back(name);
  analysis::Effect origin{{"origin", {}, states}, {}}, destination{{"destination", {}, states}, {}};
  for (const YearRow& row : rows) {
    if (!row.may_teach || (left_out >= 0 && fold_of(row, folds) == left_out)) continue;
    problem.y.push_back(row.value);
    for (std::size_t k = 0; k < links; ++k) problem.x[k].push_back(row.link[k]);
    origin.of.level.push_back(row.origin), destination.of.level.push_back(row.destination);
  }
  problem.effects = {std::move(origin), std::move(destination)};
  const auto estimate = analysis::estimate_ppml(problem, {.threads = threads});
  if (!estimate.convergence.converged || estimate.rows < least_rows / 2) return std::nullopt;
  Fit out;
  out.rows = estimate.rows;
  out.coefficient.fill(std::nan(""));
  for (std::size_t k = 0; k < estimate.names.size(); ++k) {
    out.coefficient[std::size_t(std::ranges::find(link_names, estimate.names[k]) - link_names.begin())] = estimate.coefficients[k];
  }
  auto effects = analysis::recover_effects(estimate);
  // Sizes compare within one connected set only: the largest is kept.
  std::vector<std::size_t> members;
  for (const std::uint32_t set : effects[0].set) {
    if (set == analysis::no_level) continue;
    if (set >= members.size()) members.resize(set + 1);
    ++members[set];
  }
  const auto largest = std::uint32_t(std::ranges::max_element(members) - members.begin());
  for (auto& effect : effects) {
    for (std::size_t l = 0; l < effect.value.size(); ++l) {
      if (effect.set[l] != largest) effect.value[l] = std::nan("");
    }
  }
  out.origin = std::move(effects[0].value), out.destination = std::move(effects[1].value);
  return out;
}

// Against a pair of median size and distance with none of the links.
void set_drivers(const std::vector<YearRow>& rows, const std::vector<Fit>& fits, int folds, std::vector<std::optional<YearExpectation>>& out) {
  std::vector<double> distances;
  for (const YearRow& row : rows) distances.push_back(row.link[0]);
  const double distance = median(distances);
  std::vector<double> typical;
  for (const Fit& one : fits) {
    std::vector<double> sizes;
    for (const YearRow& row : rows) {
      const double size = one.origin[row.origin] + one.destination[row.destination];
      if (!std::isnan(size)) sizes.push_back(size);
    }
    typical.push_back(median(sizes));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!out[i]) continue;
    const auto f = std::size_t(fold_of(rows[i], folds));
    const Fit& one = fits[f];
    const double slope = std::isnan(one.coefficient[0]) ? 0 : one.coefficient[0];
    out[i]->typical = std::exp(typical[f] + slope * distance);
    out[i]->size = std::exp(one.origin[rows[i].origin] + one.destination[rows[i].destination] - typical[f]);
    for (std::size_t k = 0; k < links; ++k) {
      const double b = std::isnan(one.coefficient[k]) ? 0 : one.coefficient[k];
      out[i]->driver[k] = std::exp(b * (rows[i].link[k] - (k == 0 ? distance : 0)));
    }
  }
}

// More than a state has with everyone is no expectation of one partner: such a size was learned from a few partners and says nothing of
// one that outweighs them all (Greenland, whose exports go to Denmark, and the United States).
void drop_more_than_all(const std::vector<YearRow>& rows, std::uint32_t states, std::vector<std::optional<YearExpectation>>& out) {
  std::vector<double> sent(states, 0.0), received(states, 0.0);
  for (const YearRow& row : rows) {
    if (row.value > 0) sent[row.origin] += row.value, received[row.destination] += row.value;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (out[i] && out[i]->expected > std::min(sent[rows[i].origin], received[rows[i].destination])) out[i].reset();
  }
}

}  // namespace

std::optional<YearModel> expect_year(const std::vector<YearRow>& rows, int folds, int threads) {
  if (std::size_t(std::ranges::count_if(rows, &YearRow::may_teach)) < least_rows) return std::nullopt;
  std::uint32_t states = 0;
  for (const YearRow& row : rows) states = std::max({states, row.origin + 1, row.destination + 1});
  const auto all = fit(rows, states, folds, -1, threads);
  if (!all) return std::nullopt;
  std::vector<Fit> fits;
  for (int f = 0; f < folds; ++f) {
    auto one = fit(rows, states, folds, f, threads);
    if (!one) return std::nullopt;
    fits.push_back(std::move(*one));
  }
  YearModel out;
  out.taught = all->rows;
  out.coefficient = all->coefficient;
  out.rows.resize(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double eta = fits[std::size_t(fold_of(rows[i], folds))].predict(rows[i]);
    if (std::isfinite(eta) && eta < 600 && eta > -600) out.rows[i] = YearExpectation{.expected = std::exp(eta)};
  }
  drop_more_than_all(rows, states, out.rows);
  std::vector<double> actual;
  std::vector<bool> teaches;
  for (const YearRow& row : rows) actual.push_back(row.value), teaches.push_back(row.may_teach);
  set_intervals(actual, teaches, classes, out.rows);
  set_drivers(rows, fits, folds, out.rows);
  return out;
}

}  // namespace comity::expect
