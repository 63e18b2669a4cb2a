#include "comity/analysis/mirror_margin.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>
#include <vector>

#include "comity/analysis/detail/small_system.hpp"

namespace comity::analysis {
namespace {

constexpr std::size_t terms = 5;
using Row = std::array<double, terms>;

Row row_of(const MirrorFlow& f) {
  return {1, std::log(f.distance_km / 1000), f.contiguous ? 1.0 : 0.0, static_cast<double>(f.landlocked), (f.year - 2000) / 10.0};
}

double product(const Row& a, const Row& b) {
  double out = 0;
  for (std::size_t i = 0; i < terms; ++i) out += a[i] * b[i];
  return out;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

// Terms that no flow or every flow has (no landlocked state, one year) cannot be told from the constant: a breath of
// ridge leaves their coefficient at nought.
std::optional<Row> least_squares(const std::vector<Row>& rows, const std::vector<double>& y, const std::vector<double>& weights) {
  SmallSystem<terms> system;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (weights[i] > 0) system.add(rows[i], y[i], weights[i]);
  }
  for (std::size_t i = 1; i < terms; ++i) system.add_ridge(i, 1e-6);
  return system.solve();
}

}  // namespace

double log_ratio(const MirrorFlow& flow) { return std::log(flow.imported / flow.exported); }

double FreightMargin::of(const MirrorFlow& flow) const {
  if (!flow.imported_with_freight) return 0;
  if (!converged || flow.distance_km <= 0) return std::log(1.08);
  const double margin = product({constant, log_distance, contiguous, landlocked, decade}, row_of(flow));
  return std::clamp(margin, 0.0, std::log(2.0));
}

FreightMargin fit_margin(std::span<const MirrorFlow> flows, double least) {
  std::vector<Row> rows;
  std::vector<double> y, weights;
  for (const MirrorFlow& f : flows) {
    if (!f.independent || !f.imported_with_freight || f.distance_km <= 0 || std::min(f.exported, f.imported) < least) continue;
    rows.push_back(row_of(f));
    y.push_back(log_ratio(f));
    weights.push_back(std::abs(y.back()) < std::log(3.0) ? 1 : 0);
  }
  FreightMargin out;
  if (rows.size() < 50) return out;
  auto fitted = least_squares(rows, y, weights);
  while (fitted && !out.converged && out.rounds < 100) {
    ++out.rounds;
    std::vector<double> rest(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) rest[i] = std::abs(y[i] - product(*fitted, rows[i]));
    out.spread = 1.4826 * median(rest);
    const double far = 4.685 * std::max(out.spread, 1e-9);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double u = rest[i] / far;
      weights[i] = u < 1 ? (1 - u * u) * (1 - u * u) : 0;
    }
    const auto next = least_squares(rows, y, weights);
    if (!next) break;
    double moved = 0;
    for (std::size_t i = 0; i < terms; ++i) moved = std::max(moved, std::abs((*next)[i] - (*fitted)[i]));
    fitted = next;
    out.converged = moved < 1e-8;
  }
  if (fitted) std::tie(out.constant, out.log_distance, out.contiguous, out.landlocked, out.decade) = std::tuple_cat(*fitted);
  out.flows = static_cast<std::size_t>(std::ranges::count_if(weights, [](double w) { return w > 0; }));
  return out;
}

}  // namespace comity::analysis
