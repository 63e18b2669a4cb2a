#include "comity/analysis/detail/sample.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/base/number.hpp"

namespace comity::analysis::detail {
namespace {

[[noreturn]] void refuse(std::size_t row, const std::string& column, double value, const char* what, const char* hint) {
  throw DataError(fmt::format("row {}, column {}: {} {}", row + 1, column, exact(value), what), hint);
}

template <class Numbers>
void check_finite(const Numbers& column, const std::string& name) {
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (std::isinf(column[i])) refuse(i, name, column[i], "is infinite", "Leave the row out, or leave the cell empty: a missing value is counted");
  }
}

void check_length(std::size_t rows, std::size_t length, const std::string& name) {
  if (length != rows) throw DataError(fmt::format("column {} has {} rows, the outcome has {}", name, length, rows));
}

// Rows of each level, for the long chains.
struct RowsOfLevel {
  std::vector<std::uint32_t> begin, row;

  RowsOfLevel() = default;
  RowsOfLevel(const Grouping& of, const std::vector<Fate>& fate) : begin(of.levels + 1, 0) {
    for (std::size_t i = 0; i < fate.size(); ++i) {
      if (fate[i] == Fate::used) ++begin[of.level[i] + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    row.resize(begin.back());
    auto place = begin;
    for (std::size_t i = 0; i < fate.size(); ++i) {
      if (fate[i] == Fate::used) row[place[of.level[i]]++] = static_cast<std::uint32_t>(i);
    }
  }
};

class LevelDropper {
 public:
  LevelDropper(const Problem& problem, const Effects& effects, bool zeros, bool singletons, std::vector<Fate>& fate, Crew& crew)
      : problem_(problem), zeros_(zeros), singletons_(singletons), fate_(fate), crew_(crew) {
    for (const Effect* effect : effects.list) {
      if (effect->slope.empty()) groups_.push_back(&effect->of);
    }
    rows_.resize(groups_.size()), positive_.resize(groups_.size());
    crew.run(groups_.size(), [&](std::size_t e) {
      const Grouping& of = *groups_[e];
      rows_[e].assign(of.levels, 0), positive_[e].assign(of.levels, 0);
      for (std::size_t i = 0; i < fate.size(); ++i) {
        if (fate[i] != Fate::used) continue;
        ++rows_[e][of.level[i]];
        positive_[e][of.level[i]] += problem.y[i] > 0;
      }
    });
  }

  std::size_t run() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> falling;  // effect, level
    for (std::uint32_t e = 0; e < groups_.size(); ++e) {
      for (std::uint32_t level = 0; level < groups_[e]->levels; ++level) {
        if (falls(e, level)) falling.emplace_back(e, level);
      }
    }
    if (falling.empty()) return 0;
    std::vector<RowsOfLevel> of(groups_.size());
    crew_.run(groups_.size(), [&](std::size_t e) { of[e] = RowsOfLevel(*groups_[e], fate_); });
    std::size_t dropped = 0;
    while (!falling.empty()) {
      const auto [e, level] = falling.back();
      falling.pop_back();
      if (!falls(e, level)) continue;
      const Fate fate = zeros_ && positive_[e][level] == 0 ? Fate::separated_effect : Fate::singleton;
      for (std::uint32_t k = of[e].begin[level]; k < of[e].begin[level + 1]; ++k) {
        const std::uint32_t i = of[e].row[k];
        if (fate_[i] != Fate::used) continue;
        fate_[i] = fate, ++dropped;
        for (std::uint32_t other = 0; other < groups_.size(); ++other) {
          const std::uint32_t there = groups_[other]->level[i];
          --rows_[other][there];
          positive_[other][there] -= problem_.y[i] > 0;
          if (other != e && falls(other, there)) falling.emplace_back(other, there);
        }
      }
    }
    return dropped;
  }

 private:
  bool falls(std::uint32_t e, std::uint32_t level) const {
    return rows_[e][level] > 0 && ((zeros_ && positive_[e][level] == 0) || (singletons_ && rows_[e][level] == 1));
  }

  const Problem& problem_;
  bool zeros_, singletons_;
  std::vector<Fate>& fate_;
  Crew& crew_;
  std::vector<const Grouping*> groups_;
  std::vector<std::vector<std::uint32_t>> rows_, positive_;
};

// Levels with a used row.
std::size_t levels_used(const Grouping& of, const std::vector<std::uint32_t>& rows) {
  std::vector<bool> seen(of.levels, false);
  for (const std::uint32_t i : rows) seen[of.level[i]] = true;
  return static_cast<std::size_t>(std::ranges::count(seen, true));
}

std::size_t choose_swept(const Effects& effects, const std::vector<std::uint32_t>& rows, Crew& crew) {
  std::vector<std::size_t> levels(effects.list.size());
  crew.run(levels.size(), [&](std::size_t e) {
    const bool intercepts = effects.list[e]->slope.empty();
    levels[e] = levels_used(effects.list[e]->of, rows) + (intercepts ? effects.list[e]->of.level.size() : 0);
  });
  return std::size_t(std::ranges::max_element(levels) - levels.begin());
}

// A slope beside intercepts of the same levels is taken from its mean in each level: the same model, and far better
// conditioned (a year beside the intercept of an exporter).
std::vector<double> centred_slope(const Effect& effect, const Effects& effects, const std::vector<std::uint32_t>& rows) {
  std::vector<double> slope(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) slope[i] = effect.slope[rows[i]];
  const bool beside = std::ranges::any_of(effects.list, [&](const Effect* other) { return other->slope.empty() && other->of.level == effect.of.level; });
  if (!beside) return slope;
  std::vector<double> sum(effect.of.levels, 0), count(effect.of.levels, 0);
  for (std::size_t i = 0; i < rows.size(); ++i) sum[effect.of.level[rows[i]]] += slope[i], ++count[effect.of.level[rows[i]]];
  for (std::size_t i = 0; i < rows.size(); ++i) slope[i] -= sum[effect.of.level[rows[i]]] / count[effect.of.level[rows[i]]];
  return slope;
}

SweptShape make_shape(const Effects& effects, std::size_t swept, const std::vector<std::uint32_t>& rows, Crew& crew) {
  SweptShape shape;
  const Grouping& of = effects.list[swept]->of;
  shape.begin.assign(of.levels + 1, 0);
  for (const std::uint32_t i : rows) ++shape.begin[of.level[i] + 1];
  std::partial_sum(shape.begin.begin(), shape.begin.end(), shape.begin.begin());
  if (!effects.list[swept]->slope.empty()) shape.swept_slope = centred_slope(*effects.list[swept], effects, rows);
  const bool slopes = std::ranges::any_of(effects.list, [](const Effect* e) { return !e->slope.empty(); });
  shape.blocks = effects.list.size() - 1;
  shape.code.resize(rows.size() * shape.blocks);
  if (slopes) shape.slope.assign(shape.code.size(), 1.0);
  std::size_t q = 0;
  for (std::size_t e = 0; e < effects.list.size(); ++e) {
    if (e == swept) continue;
    const Effect& effect = *effects.list[e];
    crew.run_rows(rows.size(), [&](std::size_t, std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) shape.code[i * shape.blocks + q] = shape.coefficients + effect.of.level[rows[i]];
    });
    if (!effect.slope.empty()) {
      const auto slope = centred_slope(effect, effects, rows);
      for (std::size_t i = 0; i < rows.size(); ++i) shape.slope[i * shape.blocks + q] = slope[i];
    }
    shape.coefficients += effect.of.levels;
    ++q;
  }
  return shape;
}

}  // namespace

Effects::Effects(const Problem& problem) {
  for (const Effect& effect : problem.effects) list.push_back(&effect);
  if (!list.empty()) return;
  constant.of.name = "(constant)";
  constant.of.level.assign(problem.y.size(), 0);
  constant.of.levels = 1;
  list.push_back(&constant);
}

namespace {

// Marks the rows of which f holds as missing.
template <class F>
void mark(std::vector<Fate>& fate, std::size_t first, std::size_t last, const F& f) {
  for (std::size_t i = first; i < last; ++i) {
    if (f(i)) fate[i] = Fate::missing;
  }
}

void check_lengths(const Problem& problem, const Effects& effects) {
  const std::size_t rows = problem.y.size();
  for (std::size_t k = 0; k < problem.x.size(); ++k) check_length(rows, problem.x[k].size(), problem.x_names[k]);
  if (!problem.offset.empty()) check_length(rows, problem.offset.size(), "offset");
  if (!problem.weights.empty()) check_length(rows, problem.weights.size(), "weights");
  for (const Effect* effect : effects.list) {
    check_length(rows, effect->of.level.size(), effect->of.name);
    if (!effect->slope.empty()) check_length(rows, effect->slope.size(), "slope of " + effect->of.name);
  }
  for (const Grouping& cluster : problem.clusters) check_length(rows, cluster.level.size(), cluster.name);
}

// Names the first value that no model can take, column by column. Only called where there is one, or to be sure.
void refuse_bad_values(const Problem& problem, const Effects& effects, bool is_count_model) {
  check_finite(problem.y, problem.y_name);
  for (std::size_t k = 0; k < problem.x.size(); ++k) check_finite(problem.x[k], problem.x_names[k]);
  check_finite(problem.offset, "offset");
  check_finite(problem.weights, "weights");
  for (const Effect* effect : effects.list) check_finite(effect->slope, "slope of " + effect->of.name);
  for (std::size_t i = 0; i < problem.y.size(); ++i) {
    if (!problem.weights.empty() && problem.weights[i] < 0) refuse(i, "weights", problem.weights[i], "is a negative weight", "Weights multiply a row's share of the likelihood: zero or more");
    if (is_count_model && problem.y[i] < 0) refuse(i, problem.y_name, problem.y[i], "is negative", "A Poisson model takes outcomes of zero or more; leave the row out, or estimate ols");
  }
}

}  // namespace

std::vector<Fate> first_fates(const Problem& problem, const Effects& effects, bool is_count_model, Crew& crew) {
  check_lengths(problem, effects);
  std::vector<Fate> fate(problem.y.size(), Fate::used);
  std::vector<std::uint8_t> bad(Crew::row_runs(fate.size()), 0);
  crew.run_rows(fate.size(), [&](std::size_t run, std::size_t first, std::size_t last) {
    bool any_bad = false;
    const auto take = [&](const auto& column) {
      for (std::size_t i = first; i < last; ++i) {
        const double value = column[i];
        if (std::isnan(value)) fate[i] = Fate::missing;
        any_bad = any_bad || std::isinf(value);
      }
    };
    take(problem.y);
    for (const Column& column : problem.x) {
      if (!column.is_packed() || column.has([](double value) { return !std::isfinite(value); })) take(column);
    }
    if (!problem.offset.empty()) take(problem.offset);
    if (!problem.weights.empty()) take(problem.weights);
    for (const Effect* effect : effects.list) {
      mark(fate, first, last, [&](std::size_t i) { return effect->of.level[i] == no_level; });
      if (!effect->slope.empty()) take(effect->slope);
    }
    for (const Grouping& cluster : problem.clusters) mark(fate, first, last, [&](std::size_t i) { return cluster.level[i] == no_level; });
    for (std::size_t i = first; i < last; ++i) {
      any_bad = any_bad || (is_count_model && problem.y[i] < 0);
      if (problem.weights.empty()) continue;
      any_bad = any_bad || problem.weights[i] < 0;
      if (fate[i] == Fate::used && problem.weights[i] == 0) fate[i] = Fate::no_weight;
    }
    bad[run] = any_bad;
  });
  if (std::ranges::find(bad, 1) != bad.end()) refuse_bad_values(problem, effects, is_count_model);
  return fate;
}

std::size_t drop_levels(const Problem& problem, const Effects& effects, bool zeros, bool singletons, std::vector<Fate>& fate, Crew& crew) {
  return zeros || singletons ? LevelDropper(problem, effects, zeros, singletons, fate, crew).run() : 0;
}

namespace {

// Used rows in the order of the swept effect's levels, and within one as they came.
std::vector<std::uint32_t> sorted_rows(const Grouping& swept, const std::vector<std::uint32_t>& used) {
  std::vector<std::uint32_t> place(swept.levels + 1, 0), row(used.size());
  for (const std::uint32_t i : used) ++place[swept.level[i] + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  for (const std::uint32_t i : used) row[place[swept.level[i]]++] = i;
  return row;
}

// Each column's mean over the rows, summed run by run.
std::vector<double> means(const Problem& problem, const std::vector<std::uint32_t>& row, const std::vector<std::size_t>& columns, Crew& crew) {
  std::vector<double> sums(Crew::row_runs(row.size()) * columns.size(), 0.0), mean(columns.size(), 0.0);
  crew.run_rows(row.size(), [&](std::size_t run, std::size_t first, std::size_t last) {
    for (std::size_t k = 0; k < columns.size(); ++k) {
      double sum = 0;
      const Column& column = problem.x[columns[k]];
      for (std::size_t i = first; i < last; ++i) sum += column[row[i]];
      sums[run * columns.size() + k] = sum;
    }
  });
  for (std::size_t at = 0; at < sums.size(); ++at) mean[at % columns.size()] += sums[at];
  for (double& one : mean) one /= double(row.size());
  return mean;
}

}  // namespace

Sample make_sample(const Problem& problem, const Effects& effects, const std::vector<Fate>& fate, const std::vector<std::size_t>& columns, Crew& crew) {
  Sample sample;
  {
    std::vector<std::uint32_t> used;
    used.reserve(std::size_t(std::ranges::count(fate, Fate::used)));
    for (std::size_t i = 0; i < fate.size(); ++i) {
      if (fate[i] == Fate::used) used.push_back(static_cast<std::uint32_t>(i));
    }
    sample.swept = choose_swept(effects, used, crew);
    sample.row = sorted_rows(effects.list[sample.swept]->of, used);
  }
  const std::size_t rows = sample.row.size(), width = columns.size();
  const bool intercept = std::ranges::any_of(effects.list, [](const Effect* e) { return e->slope.empty(); });
  const auto mean = intercept && rows > 0 ? means(problem, sample.row, columns, crew) : std::vector<double>(width, 0.0);
  sample.columns = width;
  sample.y.resize(rows), sample.x.resize(rows * width);
  sample.given_weight.resize(problem.weights.empty() ? 0 : rows), sample.offset.resize(problem.offset.empty() ? 0 : rows);
  crew.run_rows(rows, [&](std::size_t, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) sample.y[i] = problem.y[sample.row[i]];
    for (std::size_t i = first; i < last && !sample.given_weight.empty(); ++i) sample.given_weight[i] = problem.weights[sample.row[i]];
    for (std::size_t i = first; i < last && !sample.offset.empty(); ++i) sample.offset[i] = problem.offset[sample.row[i]];
    for (std::size_t block = first; block < last; block += 512) {  // of rows that stay near
      for (std::size_t k = 0; k < width; ++k) {
        const Column& column = problem.x[columns[k]];
        for (std::size_t i = block; i < std::min(last, block + 512); ++i) sample.x[i * width + k] = column[sample.row[i]] - mean[k];
      }
    }
  });
  sample.shape = make_shape(effects, sample.swept, sample.row, crew);
  return sample;
}

}  // namespace comity::analysis::detail
