// From a problem to the rows that an estimator works on: refuses what no model can take, leaves out what is missing
// or says nothing, and sorts the rest by the effect with the most levels.
#pragma once

#include "comity/analysis/demean.hpp"
#include "comity/analysis/estimation.hpp"

namespace comity::analysis::detail {

// The problem's effects, or one intercept for all rows where it has none.
struct Effects {
  explicit Effects(const Problem& problem);
  Effect constant;
  std::vector<const Effect*> list;
};

struct Sample {
  std::vector<std::uint32_t> row;          // of the problem
  std::vector<double> y, given_weight, offset;  // the latter two empty where all are 1, or 0
  std::size_t columns = 0;
  std::vector<double> x;                   // row by row, less their means where there is an intercept
  SweptShape shape;
  std::size_t swept = 0;                   // which effect
};

// Refuses infinite values, negative weights, negative outcomes of a count model and columns of different lengths
// (DataError with row and column), and says of each row whether it is used, missing or without weight.
std::vector<Fate> first_fates(const Problem& problem, const Effects& effects, bool is_count_model, Crew& crew);

// Leaves out levels whose outcomes are all zero (count models) and levels of one row, again and again until none is
// left. Linear in rows × effects, however long the chain. Returns how many rows it took.
std::size_t drop_levels(const Problem& problem, const Effects& effects, bool zeros, bool singletons, std::vector<Fate>& fate, Crew& crew);

Sample make_sample(const Problem& problem, const Effects& effects, const std::vector<Fate>& fate, const std::vector<std::size_t>& columns, Crew& crew);

}  // namespace comity::analysis::detail
