#include "comity/analysis/mirror_reliability.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace comity::analysis {
namespace {

constexpr double least_share = 0.01;
constexpr double farthest = 3;

template <class Key>
double share_of(const std::map<Key, double>& shares, Key key, double otherwise) {
  const auto it = shares.find(key);
  return it == shares.end() ? otherwise : it->second;
}

struct Seen {
  const MirrorFlow* flow;
  double distance;
};

// One pass of backfitting over one kind of key: the mean of what the other shares leave, drawn towards `mean`.
template <class KeyOf, class Left, class Key>
double refit(const std::vector<Seen>& seen, KeyOf key_of, Left left, double mean, double shrink, std::map<Key, double>& shares) {
  std::map<Key, std::pair<double, double>> sums;
  for (const Seen& s : seen) {
    auto& [sum, count] = sums[key_of(*s.flow)];
    sum += left(s);
    ++count;
  }
  double moved = 0;
  for (const auto& [key, pair] : sums) {
    const double share = (pair.first + shrink * mean) / (pair.second + shrink);
    double& now = shares[key];
    moved = std::max(moved, std::abs(share - now));
    now = share;
  }
  return moved;
}

// Part of the variance of `distances` that a map of shares accounts for.
template <class KeyOf, class Key>
double explained(const std::vector<Seen>& seen, KeyOf key_of, const std::map<Key, double>& shares, double variance) {
  if (variance <= 0) return 0;
  double sum = 0, squares = 0;
  for (const Seen& s : seen) {
    const double share = shares.at(key_of(*s.flow));
    sum += share;
    squares += share * share;
  }
  const double n = static_cast<double>(seen.size());
  return (squares / n - sum / n * sum / n) / variance;
}

}  // namespace

double Reliability::exporter(StateId state) const { return share_of(as_exporter, state, overall > 0 ? std::max(overall / 2, least_share) : 0.25); }
double Reliability::importer(StateId state) const { return share_of(as_importer, state, overall > 0 ? std::max(overall / 2, least_share) : 0.25); }
double Reliability::expected(const MirrorFlow& f) const {
  return std::max(exporter(f.exporter) + importer(f.importer) + share_of(of_year, f.year, 0.0), 2 * least_share);
}

Reliability fit_reliability(std::span<const MirrorFlow> flows, const FreightMargin& margin, double shrink) {
  std::vector<Seen> seen;
  double sum = 0, squares = 0;
  for (const MirrorFlow& f : flows) {
    if (!f.independent) continue;
    const double distance = std::min(std::abs(log_ratio(f) - margin.of(f)), farthest);
    seen.push_back({&f, distance});
    sum += distance;
    squares += distance * distance;
  }
  Reliability out;
  out.flows = seen.size();
  if (seen.empty()) return out;
  const double n = static_cast<double>(seen.size());
  out.overall = sum / n;
  const double half = out.overall / 2;
  const auto exporter_of = [](const MirrorFlow& f) { return f.exporter; };
  const auto importer_of = [](const MirrorFlow& f) { return f.importer; };
  const auto year_of = [](const MirrorFlow& f) { return f.year; };
  for (const Seen& s : seen) {
    out.as_exporter[s.flow->exporter] = out.as_importer[s.flow->importer] = half;
    out.of_year[s.flow->year] = 0;
  }
  for (int round = 0; round < 50; ++round) {
    double moved = refit(seen, exporter_of, [&](const Seen& s) { return s.distance - out.as_importer[s.flow->importer] - out.of_year[s.flow->year]; }, half, shrink, out.as_exporter);
    moved = std::max(moved, refit(seen, importer_of, [&](const Seen& s) { return s.distance - out.as_exporter[s.flow->exporter] - out.of_year[s.flow->year]; }, half, shrink,
                                  out.as_importer));
    moved = std::max(moved, refit(seen, year_of, [&](const Seen& s) { return s.distance - out.as_exporter[s.flow->exporter] - out.as_importer[s.flow->importer]; }, 0, shrink,
                                  out.of_year));
    if (moved < 1e-6) break;
  }
  const double variance = squares / n - out.overall * out.overall;
  out.explained_by_exporter = explained(seen, exporter_of, out.as_exporter, variance);
  out.explained_by_importer = explained(seen, importer_of, out.as_importer, variance);
  out.explained_by_year = explained(seen, year_of, out.of_year, variance);
  for (auto* shares : {&out.as_exporter, &out.as_importer}) {
    for (auto& [state, share] : *shares) share = std::max(share, least_share);
  }
  std::vector<double> times;
  times.reserve(seen.size());
  for (const Seen& s : seen) times.push_back(s.distance / out.expected(*s.flow));
  const auto ninth = times.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(times.size() - 1) * 0.9);
  std::ranges::nth_element(times, ninth);
  out.ninetieth = *ninth;
  return out;
}

}  // namespace comity::analysis
