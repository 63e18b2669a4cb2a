#include "comity/analysis/mirror_score.hpp"

#include <algorithm>
#include <cmath>

#include "comity/analysis/mirror_margin.hpp"
#include "comity/analysis/mirror_reliability.hpp"

namespace comity::analysis {
namespace {

// What is known of the guesses of one method in one direction.
struct Tally {
  std::vector<double> errors;  // ln(guess / actual)
  std::size_t inside = 0;
  bool has_interval = false;

  void add(double error) { errors.push_back(error); }
  void add(double error, double half) {
    add(error);
    has_interval = true;
    inside += std::abs(error) <= half ? 1 : 0;
  }
};

MirrorScore score_of(const Tally& tally, const char* method, bool import_hidden) {
  MirrorScore out;
  out.method = method;
  out.import_hidden = import_hidden;
  out.flows = tally.errors.size();
  if (tally.errors.empty()) return out;
  const double n = static_cast<double>(out.flows);
  std::vector<double> distances;
  for (const double e : tally.errors) {
    out.mean_bias += e / n;
    distances.push_back(std::abs(e));
  }
  std::ranges::sort(distances);
  out.median_error = distances[distances.size() / 2];
  const auto share_below = [&](double bound) { return static_cast<double>(std::ranges::upper_bound(distances, bound) - distances.begin()) / n; };
  out.within_a_tenth = share_below(std::log(1.1));
  out.within_a_quarter = share_below(std::log(1.25));
  out.within_a_factor_of_two = share_below(std::log(2.0));
  if (tally.has_interval) out.interval_holds = static_cast<double>(tally.inside) / n;
  return out;
}

int fold_of(const MirrorFlow& f, int folds) {
  // Multiplied by a large odd number, so that neighbours in number do not share a fold.
  return static_cast<int>((Pair(f.exporter, f.importer).code() * 2654435761U >> 8) % static_cast<unsigned>(folds));
}

}  // namespace

std::vector<MirrorScore> score_mirror(std::span<const MirrorFlow> flows, int folds, double least) {
  std::vector<MirrorFlow> usable;
  for (const MirrorFlow& f : flows) {
    if (f.independent && std::min(f.exported, f.imported) >= least) usable.push_back(f);
  }
  if (usable.size() < 100) return {};
  Tally same[2], flat[2], fitted[2];
  for (int fold = 0; fold < folds; ++fold) {
    std::vector<MirrorFlow> others;
    for (const MirrorFlow& f : usable) {
      if (fold_of(f, folds) != fold) others.push_back(f);
    }
    const FreightMargin margin = fit_margin(others, least);
    const Reliability reliability = fit_reliability(others, margin);
    for (const MirrorFlow& f : usable) {
      if (fold_of(f, folds) != fold) continue;
      const double actual = log_ratio(f), eight = f.imported_with_freight ? std::log(1.08) : 0, ours = margin.of(f);
      const double half = reliability.ninetieth * reliability.expected(f);
      // Import hidden: guess = export × margin. Export hidden: guess = import / margin. The errors mirror each other.
      for (const int hidden : {0, 1}) {
        const double sign = hidden == 0 ? 1 : -1;
        same[hidden].add(sign * -actual);
        flat[hidden].add(sign * (eight - actual));
        fitted[hidden].add(sign * (ours - actual), half);
      }
    }
  }
  std::vector<MirrorScore> out;
  for (const int hidden : {0, 1}) {
    out.push_back(score_of(same[hidden], "same", hidden == 0));
    out.push_back(score_of(flat[hidden], "larger", hidden == 0));
    out.push_back(score_of(fitted[hidden], "weighted", hidden == 0));
  }
  return out;
}

}  // namespace comity::analysis
