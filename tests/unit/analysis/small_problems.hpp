// Small made-up problems with fixed seeds: rows of a few crossed groups, outcomes from a model of their own.
#pragma once

#include <cmath>
#include <random>
#include <string>

#include "comity/analysis/estimation.hpp"
#include "comity/analysis/fixed_effects.hpp"

namespace comity::analysis::small {

struct Recipe {
  int rows = 240, effects = 2, regressors = 2, levels = 8;
  bool weights = false, offset = false, disconnected = false, poisson = true;
  unsigned seed = 1;
};

// Uniform numbers that are the same everywhere (std::uniform_real_distribution need not be).
class Dice {
 public:
  explicit Dice(unsigned seed) : state_(seed * 2654435761u + 12345u) {}
  double uniform() {
    state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
    return double(state_ >> 11) * 0x1p-53;
  }
  double normal() {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += uniform();
    return sum;
  }

 private:
  std::uint64_t state_;
};

inline Problem make_problem(const Recipe& recipe) {
  Dice dice(recipe.seed);
  Problem p;
  std::vector<std::vector<double>> value(std::size_t(recipe.effects));
  for (int e = 0; e < recipe.effects; ++e) {
    Effect effect;
    effect.of.name = "e" + std::to_string(e);
    effect.of.levels = std::uint32_t(recipe.levels + e);
    for (std::uint32_t l = 0; l < effect.of.levels; ++l) value[std::size_t(e)].push_back(0.7 * dice.normal());
    p.effects.push_back(std::move(effect));
  }
  for (int k = 0; k < recipe.regressors; ++k) p.x_names.push_back("x" + std::to_string(k)), p.x.emplace_back();
  for (int i = 0; i < recipe.rows; ++i) {
    double eta = 0;
    const bool second_half = recipe.disconnected && dice.uniform() < 0.5;
    for (int e = 0; e < recipe.effects; ++e) {
      auto& of = p.effects[std::size_t(e)].of;
      std::uint32_t level = std::uint32_t(dice.uniform() * of.levels);
      // Two sets of levels that never meet.
      if (recipe.disconnected) level = level / 2 * 2 + (second_half ? 1 : 0);
      if (level >= of.levels) level -= 2;
      of.level.push_back(level);
      eta += value[std::size_t(e)][level];
    }
    for (int k = 0; k < recipe.regressors; ++k) {
      p.x[std::size_t(k)].push_back(k == 1 ? double(dice.uniform() < 0.4) : dice.normal());
      eta += (k ? -0.4 : 0.3) * p.x[std::size_t(k)].back();
    }
    if (recipe.weights) p.weights.push_back(0.5 + 2 * dice.uniform());
    if (recipe.offset) p.offset.push_back(dice.normal()), eta += p.offset.back();
    p.y.push_back(recipe.poisson ? (dice.uniform() < 0.25 ? 0 : std::exp(eta + 0.5 * dice.normal())) : eta + dice.normal());
  }
  return p;
}

}  // namespace comity::analysis::small
