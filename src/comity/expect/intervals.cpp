#include "comity/expect/intervals.hpp"

#include <algorithm>

#include "comity/expect/year_model.hpp"

namespace comity::expect {
namespace {

double quantile(const std::vector<double>& sorted, double q) {
  const double at = q * double(sorted.size() - 1);
  const auto i = std::size_t(at);
  return i + 1 < sorted.size() ? sorted[i] + (at - double(i)) * (sorted[i + 1] - sorted[i]) : sorted.back();
}

}  // namespace

void set_intervals(std::span<const double> actual, const std::vector<bool>& teaches, std::size_t classes, std::vector<std::optional<YearExpectation>>& out) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < actual.size(); ++i) {
    if (out[i]) order.push_back(i);
  }
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return std::pair(out[a]->expected, a) < std::pair(out[b]->expected, b); });
  for (std::size_t c = 0; c < classes; ++c) {
    const std::size_t from = order.size() * c / classes, to = order.size() * (c + 1) / classes;
    std::vector<double> ratios;
    for (std::size_t k = from; k < to; ++k) {
      if (teaches[order[k]]) ratios.push_back(actual[order[k]] / out[order[k]]->expected);
    }
    if (ratios.size() < 20) {
      for (std::size_t k = from; k < to; ++k) out[order[k]].reset();
      continue;
    }
    std::ranges::sort(ratios);
    const double low = quantile(ratios, 0.1), high = quantile(ratios, 0.9);
    for (std::size_t k = from; k < to; ++k) out[order[k]]->low = low * out[order[k]]->expected, out[order[k]]->high = high * out[order[k]]->expected;
  }
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace comity::expect
