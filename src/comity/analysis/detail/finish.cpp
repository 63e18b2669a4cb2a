#include "comity/analysis/detail/finish.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Cholesky>
#include <fmt/format.h>

#include "comity/analysis/collinearity.hpp"
#include "comity/analysis/fixed_effects.hpp"

namespace comity::analysis::detail {

void choose_regressors(LeastSquares& system, const Problem& problem, std::vector<std::size_t>& columns, std::vector<Dropped>& dropped) {
  std::vector<std::string> names;
  for (const std::size_t k : columns) names.push_back(problem.x_names[k]);
  system.clean(1e-3);
  auto found = find_collinearity(system.products(), system.lengths(), names);
  // A column that is nearly gone after coarse cleaning may be gone altogether: look closer.
  if (found.smallest < 1e-3 || !found.dropped.empty()) {
    system.clean(1e-8);
    found = find_collinearity(system.products(), system.lengths(), names);
  }
  if (found.dropped.empty()) return;
  dropped.insert(dropped.end(), found.dropped.begin(), found.dropped.end());
  system.keep(found.kept);
  std::vector<std::size_t> left;
  for (const std::size_t k : found.kept) left.push_back(columns[k]);
  columns = std::move(left);
}

namespace {

std::vector<double> inverse_of(const std::vector<double>& products, std::size_t columns) {
  using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  std::vector<double> out(products.size());
  const auto size = Eigen::Index(columns);
  // In units of the columns' own lengths, so that a distance in metres beside a dummy loses no digits.
  const Eigen::Map<const Rows> matrix(products.data(), size, size);
  const Eigen::VectorXd scale = matrix.diagonal().array().sqrt().inverse();
  const Eigen::MatrixXd scaled = scale.asDiagonal() * matrix * scale.asDiagonal();
  Eigen::Map<Rows>(out.data(), size, size) = scale.asDiagonal() * scaled.ldlt().solve(Eigen::MatrixXd::Identity(size, size)) * scale.asDiagonal();
  return out;
}

Grouping over_rows(const Grouping& of, const std::vector<std::uint32_t>& row) {
  Grouping out{of.name, {}, of.levels};
  out.level.reserve(row.size());
  for (const std::uint32_t i : row) out.level.push_back(of.level[i]);
  return out;
}

// Levels numbered without gaps, in the order of their first rows.
Grouping without_gaps(Grouping of) {
  std::vector<std::uint32_t> number(of.levels, no_level);
  of.levels = 0;
  for (auto& level : of.level) {
    if (number[level] == no_level) number[level] = of.levels++;
    level = number[level];
  }
  return of;
}

}  // namespace

void fill_estimate(Estimate& out, const Problem& problem, const Effects& effects, Sample& sample, LeastSquares& system,
                   const std::vector<std::size_t>& columns, std::vector<double> weight, std::vector<double> residual, std::vector<double> linear, bool keep_effects) {
  Crew& crew = system.projector().crew();
  out.y_name = problem.y_name;
  out.rows = sample.row.size();
  for (const std::size_t k : columns) out.names.push_back(problem.x_names[k]);
  out.bread = inverse_of(system.products(), columns.size());
  system.finish();
  system.projector().forget_rows();
  Design& design = out.design;
  design.row = std::move(sample.row);
  design.columns = columns.size();
  design.x = std::move(sample.x);
  design.weight = std::move(weight), design.residual = std::move(residual), design.given_weight = std::move(sample.given_weight);
  const std::size_t clusters = problem.clusters.size();
  design.clusters.resize(clusters), out.effect_levels.resize(effects.list.size()), out.effect_slopes.resize(effects.list.size());
  crew.run(clusters + effects.list.size(), [&](std::size_t task) {
    if (task < clusters) {
      design.clusters[task] = without_gaps(over_rows(problem.clusters[task], design.row));
      return;
    }
    const Effect& effect = *effects.list[task - clusters];
    out.effect_levels[task - clusters] = over_rows(effect.of, design.row);
    if (effect.slope.empty()) return;
    for (const std::uint32_t i : design.row) out.effect_slopes[task - clusters].push_back(effect.slope[i]);
  });
  out.effects = summarize_effects(out.effect_levels, out.effect_slopes, design.clusters, &crew);
  if (keep_effects) {
    out.effect_part = linear;
    for (std::size_t i = 0; i < out.effect_part.size(); ++i) {
      if (!sample.offset.empty()) out.effect_part[i] -= sample.offset[i];
      for (std::size_t k = 0; k < columns.size(); ++k) out.effect_part[i] -= out.coefficients[k] * problem.x[columns[k]][design.row[i]];
    }
  } else {
    give_back(out.effect_levels, out.effect_slopes);
  }
  out.fitted = std::move(linear);
  out.convergence.method = system.projector().method();
  out.convergence.rounds = system.rounds();
  out.convergence.most_rounds = system.most_rounds();
}

Estimate empty_estimate(const char* model, const Problem& problem, std::vector<Fate> fate) {
  Estimate out;
  out.model = model;
  out.y_name = problem.y_name;
  out.fate = std::move(fate);
  for (const auto& name : problem.x_names) out.dropped.push_back({name, "no row is left"});
  std::string why;
  const auto say = [&](Fate which, const char* what) {
    if (const auto count = out.count(which)) why += fmt::format("{}{} {}", why.empty() ? "" : ", ", count, what);
  };
  say(Fate::missing, "with missing values");
  say(Fate::no_weight, "with weight 0");
  say(Fate::singleton, "alone in a level of an effect");
  say(Fate::separated_effect, "in levels of an effect whose outcomes are all zero");
  say(Fate::separated_simplex, "separated by regressors");
  say(Fate::separated_rectifier, "separated by regressors and effects");
  out.convergence.diagnosis = fmt::format("no row is left to estimate from: {}", why.empty() ? "there was none" : why);
  return out;
}

}  // namespace comity::analysis::detail
