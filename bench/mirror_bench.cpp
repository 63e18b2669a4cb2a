// How well do the methods of docs/mirror.md guess a side that is hidden? Usage: mirror_bench EDITION. Checks that the methods
// keep what they promise (a value inside its interval, a larger that is no smaller than either side) before it prints the score.
#include <cmath>
#include <cstdio>

#include <fmt/format.h>

#include "comity/analysis/mirror_reconcile.hpp"
#include "comity/analysis/mirror_score.hpp"
#include "comity/base/error.hpp"
#include "comity/sources/mirror_facts.hpp"

namespace {

using namespace comity;

bool keeps_its_promises(const std::vector<analysis::MirrorFlow>& flows, const analysis::FreightMargin& margin, const analysis::Reliability& reliability) {
  for (const auto& flow : flows) {
    const auto larger = analysis::reconcile_larger(flow), weighted = analysis::reconcile_weighted(flow, margin, reliability);
    const double bought = flow.imported / std::exp(margin.of(flow));
    const bool between = weighted.value >= std::min(flow.exported, bought) * 0.999999 && weighted.value <= std::max(flow.exported, bought) * 1.000001;
    if (larger.value < flow.exported || larger.low > larger.value || !between || weighted.low > weighted.value || weighted.value > weighted.high) {
      fmt::print(stderr, "wrong: exporter {}, importer {}, {}: {} and {}\n", flow.exporter.value, flow.importer.value, flow.year, flow.exported, flow.imported);
      return false;
    }
  }
  return true;
}

}  // namespace

int main(int count, char** words) try {
  if (count != 2) {
    fmt::print(stderr, "Usage: {} EDITION\n", words[0]);
    return 2;
  }
  store::Database database(words[1], {.read_only = true});
  auto connection = database.connect();
  const auto flows = sources::mirror_flows(connection);
  const auto margin = analysis::fit_margin(flows);
  const auto reliability = analysis::fit_reliability(flows, margin);
  if (!keeps_its_promises(flows, margin, reliability)) return 1;
  fmt::print("{} flows, {} independent\n", flows.size(), reliability.flows);
  fmt::print("margin: constant {:.4f}, ln(km/1000) {:.4f}, border {:.4f}, landlocked {:.4f}, decade {:.4f}; spread {:.3f}, {} flows, {} rounds, {}\n", margin.constant, margin.log_distance,
             margin.contiguous, margin.landlocked, margin.decade, margin.spread, margin.flows, margin.rounds, margin.converged ? "converged" : "NOT CONVERGED: 8 per cent is used");
  fmt::print("distance: mean {:.3f}; variance explained by exporter {:.1f} %, importer {:.1f} %, year {:.1f} %; ninetieth percentile {:.2f} times the predicted\n", reliability.overall,
             100 * reliability.explained_by_exporter, 100 * reliability.explained_by_importer, 100 * reliability.explained_by_year, reliability.ninetieth);
  fmt::print("{:10} {:8} {:>7} {:>13} {:>9} {:>9} {:>10} {:>10} {:>10}\n", "method", "hidden", "flows", "median error", "bias", "within .1", "within .25", "factor 2", "90 % holds");
  for (const auto& s : analysis::score_mirror(flows)) {
    fmt::print("{:10} {:8} {:7} {:13.3f} {:+9.3f} {:8.1f}% {:9.1f}% {:9.1f}% {:>10}\n", s.method, s.import_hidden ? "import" : "export", s.flows, s.median_error, s.mean_bias, 100 * s.within_a_tenth,
               100 * s.within_a_quarter, 100 * s.within_a_factor_of_two, s.interval_holds < 0 ? "" : fmt::format("{:.1f}%", 100 * s.interval_holds));
  }
  return 0;
} catch (const comity::Error& error) {
  fmt::print(stderr, "{}\n{}\n", error.what(), error.hint());
  return 1;
}
