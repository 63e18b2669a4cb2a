#include "comity/analysis/mirror_reconcile.hpp"

#include <algorithm>
#include <cmath>

namespace comity::analysis {

Reconciled reconcile_larger(const MirrorFlow& flow) {
  const double bought = flow.imported_with_freight ? flow.imported / 1.08 : flow.imported;
  return {std::max(flow.exported, bought), std::min(flow.exported, bought), std::max(flow.exported, bought), flow.exported >= bought ? 1.0 : 0.0};
}

Reconciled reconcile_weighted(const MirrorFlow& flow, const FreightMargin& margin, const Reliability& reliability) {
  const double sold = std::log(flow.exported), bought = std::log(flow.imported) - margin.of(flow);
  const double of_exporter = reliability.exporter(flow.exporter), of_importer = reliability.importer(flow.importer);
  const double weight = of_importer / (of_exporter + of_importer);
  const double value = weight * sold + (1 - weight) * bought;
  // Shares of the distance are shares of its variance: the variance of the mean is the product of the two.
  const double expected = reliability.expected(flow), scale = expected / (of_exporter + of_importer);
  const double spread = std::sqrt(of_exporter * of_importer) * scale;
  // Mean absolute distance to standard deviation of a normal distribution: sqrt(pi / 2).
  const double birge = std::max(1.0, std::abs(sold - bought) / (1.2533 * expected));
  const double half = reliability.ninetieth * spread * birge;
  return {std::exp(value), std::exp(value - half), std::exp(value + half), weight};
}

}  // namespace comity::analysis
