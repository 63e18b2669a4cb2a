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

void check_finite(const std::vector<double>& column, const std::string& name) {
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
  LevelDropper(const Problem& problem, const Effects& effects, bool zeros, bool singletons, std::vector<Fate>& fate)
      : problem_(problem), zeros_(zeros), singletons_(singletons), fate_(fate) {
    for (const Effect* effect : effects.list) {
      if (!effect->slope.empty()) continue;
      groups_.push_back(&effect->of);
      rows_.emplace_back(effect->of.levels, 0), positive_.emplace_back(effect->of.levels, 0);
      for (std::size_t i = 0; i < fate.size(); ++i) {
        if (fate[i] != Fate::used) continue;
        ++rows_.back()[effect->of.level[i]];
        positive_.back()[effect->of.level[i]] += problem.y[i] > 0;
      }
    }
  }

  std::size_t run() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> falling;  // effect, level
    for (std::uint32_t e = 0; e < groups_.size(); ++e) {
      for (std::uint32_t level = 0; level < groups_[e]->levels; ++level) {
        if (falls(e, level)) falling.emplace_back(e, level);
      }
    }
    if (falling.empty()) return 0;
    std::vector<RowsOfLevel> of;
    for (const Grouping* group : groups_) of.emplace_back(*group, fate_);
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
  std::vector<const Grouping*> groups_;
  std::vector<std::vector<std::uint32_t>> rows_, positive_;
};

// Levels with a used row.
std::size_t levels_used(const Grouping& of, const std::vector<std::uint32_t>& rows) {
  std::vector<bool> seen(of.levels, false);
  for (const std::uint32_t i : rows) seen[of.level[i]] = true;
  return static_cast<std::size_t>(std::ranges::count(seen, true));
}

std::size_t choose_swept(const Effects& effects, const std::vector<std::uint32_t>& rows) {
  std::size_t best = 0, most = 0;
  for (std::size_t e = 0; e < effects.list.size(); ++e) {
    const bool intercepts = effects.list[e]->slope.empty();
    const std::size_t levels = levels_used(effects.list[e]->of, rows) + (intercepts ? effects.list[e]->of.level.size() : 0);
    if (levels > most) best = e, most = levels;
  }
  return best;
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

SweptShape make_shape(const Effects& effects, std::size_t swept, const std::vector<std::uint32_t>& rows) {
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
    for (std::size_t i = 0; i < rows.size(); ++i) shape.code[i * shape.blocks + q] = shape.coefficients + effect.of.level[rows[i]];
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

std::vector<Fate> first_fates(const Problem& problem, const Effects& effects, bool is_count_model) {
  const std::size_t rows = problem.y.size();
  std::vector<Fate> fate(rows, Fate::used);
  const auto take = [&](const std::vector<double>& column, const std::string& name) {
    check_length(rows, column.size(), name);
    check_finite(column, name);
    for (std::size_t i = 0; i < rows; ++i) {
      if (std::isnan(column[i])) fate[i] = Fate::missing;
    }
  };
  take(problem.y, problem.y_name);
  for (std::size_t k = 0; k < problem.x.size(); ++k) take(problem.x[k], problem.x_names[k]);
  if (!problem.offset.empty()) take(problem.offset, "offset");
  if (!problem.weights.empty()) take(problem.weights, "weights");
  const auto take_keys = [&](const Grouping& of) {
    check_length(rows, of.level.size(), of.name);
    for (std::size_t i = 0; i < rows; ++i) {
      if (of.level[i] == no_level) fate[i] = Fate::missing;
    }
  };
  for (const Effect* effect : effects.list) {
    take_keys(effect->of);
    if (!effect->slope.empty()) take(effect->slope, "slope of " + effect->of.name);
  }
  for (const Grouping& cluster : problem.clusters) take_keys(cluster);
  for (std::size_t i = 0; i < rows; ++i) {
    if (!problem.weights.empty() && problem.weights[i] < 0) refuse(i, "weights", problem.weights[i], "is a negative weight", "Weights multiply a row's share of the likelihood: zero or more");
    if (is_count_model && problem.y[i] < 0) refuse(i, problem.y_name, problem.y[i], "is negative", "A Poisson model takes outcomes of zero or more; leave the row out, or estimate ols");
    if (fate[i] == Fate::used && !problem.weights.empty() && problem.weights[i] == 0) fate[i] = Fate::no_weight;
  }
  return fate;
}

std::size_t drop_levels(const Problem& problem, const Effects& effects, bool zeros, bool singletons, std::vector<Fate>& fate) {
  return zeros || singletons ? LevelDropper(problem, effects, zeros, singletons, fate).run() : 0;
}

Sample make_sample(const Problem& problem, const Effects& effects, const std::vector<Fate>& fate, const std::vector<std::size_t>& columns) {
  Sample sample;
  std::vector<std::uint32_t> used;
  for (std::size_t i = 0; i < fate.size(); ++i) {
    if (fate[i] == Fate::used) used.push_back(static_cast<std::uint32_t>(i));
  }
  sample.swept = choose_swept(effects, used);
  const Grouping& of = effects.list[sample.swept]->of;
  std::vector<std::uint32_t> place(of.levels + 1, 0);
  for (const std::uint32_t i : used) ++place[of.level[i] + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  sample.row.resize(used.size());
  for (const std::uint32_t i : used) sample.row[place[of.level[i]]++] = i;
  const auto gather = [&](const std::vector<double>& from, std::vector<double>& to) {
    to.resize(from.empty() ? 0 : sample.row.size());
    for (std::size_t i = 0; i < to.size(); ++i) to[i] = from[sample.row[i]];
  };
  gather(problem.y, sample.y);
  gather(problem.weights, sample.given_weight);
  gather(problem.offset, sample.offset);
  sample.columns = columns.size();
  sample.x.resize(sample.row.size() * columns.size());
  const bool intercept = std::ranges::any_of(effects.list, [](const Effect* e) { return e->slope.empty(); });
  for (std::size_t k = 0; k < columns.size(); ++k) {
    const auto& column = problem.x[columns[k]];
    double mean = 0;
    for (std::size_t i = 0; i < sample.row.size(); ++i) mean += column[sample.row[i]];
    mean = intercept && !sample.row.empty() ? mean / double(sample.row.size()) : 0;
    for (std::size_t i = 0; i < sample.row.size(); ++i) sample.x[i * columns.size() + k] = column[sample.row[i]] - mean;
  }
  sample.shape = make_shape(effects, sample.swept, sample.row);
  return sample;
}

}  // namespace comity::analysis::detail
