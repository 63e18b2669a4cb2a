#include "comity/analysis/fixed_effects.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "comity/analysis/demean.hpp"

namespace comity::analysis {
namespace {

// Gives out levels in the order in which keys first come.
template <class Key>
struct Levels {
  std::unordered_map<Key, std::uint32_t> known;
  std::uint32_t of(const Key& key) { return known.try_emplace(key, static_cast<std::uint32_t>(known.size())).first->second; }
};

class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }
  std::uint32_t find(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::uint32_t> parent_;
};

std::uint32_t levels_used(const Grouping& of) {
  std::vector<bool> seen(of.levels, false);
  for (const std::uint32_t level : of.level) seen[level] = true;
  return static_cast<std::uint32_t>(std::ranges::count(seen, true));
}

bool is_nested(const Grouping& inner, const Grouping& outer) {
  std::vector<std::uint32_t> of(inner.levels, no_level);
  for (std::size_t i = 0; i < inner.level.size(); ++i) {
    auto& known = of[inner.level[i]];
    if (known == no_level) known = outer.level[i];
    if (known != outer.level[i]) return false;
  }
  return true;
}

// Levels in which a slope's variable does not vary beside its intercepts, or is zero throughout.
std::uint32_t idle_slopes(const Grouping& of, const std::vector<double>& slope, bool beside_intercepts) {
  std::vector<double> least(of.levels, std::numeric_limits<double>::infinity()), most(of.levels, -std::numeric_limits<double>::infinity());
  for (std::size_t i = 0; i < slope.size(); ++i) {
    auto level = of.level[i];
    least[level] = std::min(least[level], slope[i]), most[level] = std::max(most[level], slope[i]);
  }
  std::uint32_t idle = 0;
  for (std::size_t l = 0; l < least.size(); ++l) {
    if (least[l] <= most[l]) idle += beside_intercepts ? least[l] == most[l] : least[l] == 0 && most[l] == 0;
  }
  return idle;
}

}  // namespace

Grouping make_grouping(std::string name, std::span<const std::string_view> keys) {
  Grouping out{std::move(name), {}, 0};
  out.level.reserve(keys.size());
  Levels<std::string_view> levels;
  for (const auto key : keys) out.level.push_back(key.empty() ? no_level : levels.of(key));
  out.levels = static_cast<std::uint32_t>(levels.known.size());
  return out;
}

Grouping make_grouping(std::string name, std::span<const std::int64_t> keys) {
  Grouping out{std::move(name), {}, 0};
  out.level.reserve(keys.size());
  Levels<std::int64_t> levels;
  for (const auto key : keys) out.level.push_back(levels.of(key));
  out.levels = static_cast<std::uint32_t>(levels.known.size());
  return out;
}

Grouping cross_groupings(const Grouping& a, const Grouping& b) {
  Grouping out{a.name + "^" + b.name, {}, 0};
  out.level.resize(a.level.size(), no_level);
  const std::uint64_t cells = std::uint64_t(a.levels) * b.levels;
  if (cells <= std::max<std::uint64_t>(1u << 20, 4 * a.level.size())) {  // a table of all crossings is the quickest
    std::vector<std::uint32_t> of(cells, no_level);
    for (std::size_t i = 0; i < a.level.size(); ++i) {
      if (a.level[i] == no_level || b.level[i] == no_level) continue;
      auto& level = of[std::uint64_t(a.level[i]) * b.levels + b.level[i]];
      if (level == no_level) level = out.levels++;
      out.level[i] = level;
    }
    return out;
  }
  Levels<std::uint64_t> levels;
  for (std::size_t i = 0; i < a.level.size(); ++i) {
    if (a.level[i] != no_level && b.level[i] != no_level) out.level[i] = levels.of(std::uint64_t(a.level[i]) << 32 | b.level[i]);
  }
  out.levels = static_cast<std::uint32_t>(levels.known.size());
  return out;
}

std::uint32_t connected_sets(const Grouping& a, const Grouping& b, std::vector<std::uint32_t>& set_of_a, std::vector<std::uint32_t>& set_of_b) {
  Sets sets(std::size_t(a.levels) + b.levels);
  std::vector<bool> seen(std::size_t(a.levels) + b.levels, false);
  for (std::size_t i = 0; i < a.level.size(); ++i) {
    sets.join(a.level[i], a.levels + b.level[i]);
    seen[a.level[i]] = seen[a.levels + b.level[i]] = true;
  }
  std::vector<std::uint32_t> number(seen.size(), no_level);
  std::uint32_t count = 0;
  set_of_a.assign(a.levels, no_level), set_of_b.assign(b.levels, no_level);
  for (std::uint32_t l = 0; l < seen.size(); ++l) {
    if (!seen[l]) continue;
    auto& set = number[sets.find(l)];
    if (set == no_level) set = count++;
    (l < a.levels ? set_of_a[l] : set_of_b[l - a.levels]) = set;
  }
  return count;
}

std::vector<EffectSummary> summarize_effects(std::span<const Grouping> effects, std::span<const std::vector<double>> slopes, std::span<const Grouping> clusters, detail::Crew* crew) {
  std::vector<EffectSummary> out(effects.size());
  struct Pair {
    std::size_t before, effect;
    std::uint32_t sets = 0;
  };
  std::vector<std::size_t> intercepts;
  std::vector<Pair> pairs;
  for (std::size_t e = 0; e < effects.size(); ++e) {
    out[e].name = effects[e].name;
    out[e].is_slope = !slopes[e].empty();
    out[e].exact = !out[e].is_slope && intercepts.size() < 2;
    if (out[e].is_slope) continue;
    for (const std::size_t before : intercepts) pairs.push_back({before, e});
    intercepts.push_back(e);
  }
  detail::Crew alone(1);
  const std::size_t tasks = effects.size() + pairs.size();
  (crew ? *crew : alone).run(tasks, [&](std::size_t task) {
    if (task < pairs.size()) {
      std::vector<std::uint32_t> a, b;
      pairs[task].sets = connected_sets(effects[pairs[task].before], effects[pairs[task].effect], a, b);
      return;
    }
    const std::size_t e = task - pairs.size();
    out[e].levels = levels_used(effects[e]);
    for (const Grouping& cluster : clusters) out[e].nested_in.push_back(is_nested(effects[e], cluster));
  });
  for (const Pair& pair : pairs) out[pair.effect].redundant = std::max(out[pair.effect].redundant, pair.sets);
  for (std::size_t e = 0; e < effects.size(); ++e) {
    if (!out[e].is_slope) continue;
    const bool beside = std::ranges::any_of(intercepts, [&](std::size_t other) { return other < e && effects[other].level == effects[e].level; });
    out[e].redundant = idle_slopes(effects[e], slopes[e], beside);
  }
  return out;
}

std::size_t Estimate::count(Fate which) const { return static_cast<std::size_t>(std::ranges::count(fate, which)); }

std::size_t Estimate::parameters(bool count_redundant_exactly) const {
  std::size_t out = coefficients.size(), sets = 0;
  for (const EffectSummary& effect : effects) {
    out += effect.levels - (count_redundant_exactly ? effect.redundant : 0);
    sets += !effect.is_slope;
  }
  return count_redundant_exactly ? out : out - (sets > 0 ? sets - 1 : 0);
}

namespace {

// Two effects: walk each connected set from the second effect's first level, which is 0.
void recover_two(const Estimate& estimate, std::vector<RecoveredEffect>& out) {
  const Grouping &a = estimate.effect_levels[0], &b = estimate.effect_levels[1];
  connected_sets(a, b, out[0].set, out[1].set);
  std::vector<std::vector<std::uint32_t>> rows_a(a.levels), rows_b(b.levels);
  for (std::uint32_t i = 0; i < a.level.size(); ++i) rows_a[a.level[i]].push_back(i), rows_b[b.level[i]].push_back(i);
  std::vector<std::pair<bool, std::uint32_t>> reached;
  for (std::uint32_t start = 0; start < b.levels; ++start) {
    if (rows_b[start].empty() || !std::isnan(out[1].value[start])) continue;
    out[1].value[start] = 0;
    reached.assign(1, {true, start});
    while (!reached.empty()) {
      const auto [second, level] = reached.back();
      reached.pop_back();
      for (const std::uint32_t i : second ? rows_b[level] : rows_a[level]) {
        const std::uint32_t there = second ? a.level[i] : b.level[i];
        double& value = out[second ? 0 : 1].value[there];
        if (!std::isnan(value)) continue;
        value = estimate.effect_part[i] - out[second ? 1 : 0].value[level];
        reached.emplace_back(!second, there);
      }
    }
  }
}

// More effects, or slopes: least squares by the same projector, unweighted, since the part is a sum of effects exactly.
void recover_many(const Estimate& estimate, std::vector<RecoveredEffect>& out) {
  const std::size_t rows = estimate.effect_part.size(), effects = out.size();
  SweptShape shape;
  shape.begin = {0, static_cast<std::uint32_t>(rows)};
  shape.swept_slope.assign(rows, 0.0);  // nothing is swept: every effect is among the coefficients
  shape.blocks = effects;
  shape.code.resize(rows * effects), shape.slope.assign(rows * effects, 1.0);
  for (std::size_t e = 0; e < effects; ++e) {
    for (std::size_t i = 0; i < rows; ++i) {
      shape.code[i * effects + e] = shape.coefficients + estimate.effect_levels[e].level[i];
      if (!estimate.effect_slopes[e].empty()) shape.slope[i * effects + e] = estimate.effect_slopes[e][i];
    }
    shape.coefficients += estimate.effect_levels[e].levels;
  }
  detail::Crew crew(1);
  Projector projector(std::move(shape), crew);
  const std::vector<double> ones(rows, 1.0);
  projector.set_weights(ones.data());
  std::vector<double> b;
  projector.solve(estimate.effect_part.data(), 1, 1, b, 1e-12, 20000, nullptr);
  std::size_t at = 0;
  for (std::size_t e = 0; e < effects; ++e) {
    for (const std::uint32_t level : estimate.effect_levels[e].level) out[e].value[level] = b[at + level];
    at += estimate.effect_levels[e].levels;
  }
  for (std::size_t e = 1; e < effects; ++e) {
    if (!estimate.effect_slopes[e].empty() || !estimate.effect_slopes[0].empty()) continue;
    double sum = 0, count = 0;
    for (const double value : out[e].value) {
      if (!std::isnan(value)) sum += value, ++count;
    }
    for (double& value : out[e].value) value -= sum / count;
    for (double& value : out[0].value) value += sum / count;
  }
}

}  // namespace

std::vector<RecoveredEffect> recover_effects(const Estimate& estimate) {
  std::vector<RecoveredEffect> out;
  const auto& of = estimate.effect_levels;
  for (const Grouping& one : of) out.push_back({one.name, std::vector<double>(one.levels, std::nan("")), std::vector<std::uint32_t>(one.levels, 0)});
  const bool slopes = std::ranges::any_of(estimate.effect_slopes, [](const auto& s) { return !s.empty(); });
  if (of.size() == 1 && !slopes) {
    for (std::size_t i = 0; i < of[0].level.size(); ++i) out[0].value[of[0].level[i]] = estimate.effect_part[i];
  } else if (of.size() == 2 && !slopes) {
    recover_two(estimate, out);
  } else if (!of.empty() && !estimate.effect_part.empty()) {
    recover_many(estimate, out);
  }
  return out;
}

}  // namespace comity::analysis
