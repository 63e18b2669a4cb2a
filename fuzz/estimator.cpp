// Any bytes as a small problem: an estimate ends, accounts for every row, and where it says that it converged its
// numbers are numbers.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "comity/analysis/ols.hpp"
#include "comity/analysis/ppml.hpp"
#include "comity/analysis/standard_errors.hpp"
#include "comity/base/error.hpp"

namespace {

using namespace comity::analysis;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

// Two bytes of shape, then rows of bytes: outcome, regressors, levels.
Problem problem_of(const std::uint8_t* data, std::size_t size) {
  Problem p;
  const std::size_t regressors = data[0] % 4, effects = data[0] / 4 % 4, row_bytes = 1 + regressors + effects;
  p.x.resize(regressors);
  for (std::size_t k = 0; k < regressors; ++k) p.x_names.push_back("x" + std::to_string(k));
  for (std::size_t e = 0; e < effects; ++e) p.effects.push_back({{"e" + std::to_string(e), {}, 16}, {}});
  for (std::size_t at = 2; at + row_bytes <= size && p.y.size() < 300; at += row_bytes) {
    const std::uint8_t y = data[at];
    p.y.push_back(y == 255 ? std::nan("") : y < 64 ? 0 : std::ldexp(double(y), int(data[1] % 60) - 30));
    for (std::size_t k = 0; k < regressors; ++k) p.x[k].push_back((double(data[at + 1 + k]) - 128) / 16);
    for (std::size_t e = 0; e < effects; ++e) p.effects[e].of.level.push_back(data[at + 1 + regressors + e] % 17 == 16 ? no_level : data[at + 1 + regressors + e] % 17);
  }
  if (effects > 0) p.clusters.push_back(p.effects[0].of);
  return p;
}

void check(const Estimate& e, const Problem& p) {
  require(e.fate.size() == p.y.size(), "every row has a fate");
  require(e.count(Fate::used) == e.rows, "the used rows are counted");
  require(e.names.size() + e.dropped.size() == p.x.size(), "every regressor is kept or dropped with a reason");
  require(e.convergence.converged || !e.convergence.diagnosis.empty(), "what did not converge has a diagnosis");
  if (!e.convergence.converged) return;
  for (const double b : e.coefficients) require(std::isfinite(b), "coefficients are numbers");
  covariance(e, p.clusters.empty() ? ErrorKind::hetero : ErrorKind::cluster);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  const Problem problem = problem_of(data, size);
  Options options;
  options.threads = 1;
  if (data[1] & 64) options.singletons = Singletons::drop;
  try {
    check(data[1] & 128 ? estimate_ols(problem, options) : estimate_ppml(problem, options), problem);
  } catch (const comity::DataError&) {
  }
  return 0;
}
