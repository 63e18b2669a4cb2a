// What an estimator is asked and what it answers, for PPML and OLS with high-dimensional fixed effects: columns of
// numbers, groups of rows, one fate a row, coefficients with all that standard errors need. No files, no formulas in
// text (the edges read those); a fit that did not converge is an answer with a flag and a diagnosis, never an error.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "comity/base/column.hpp"

namespace comity::analysis {

inline constexpr std::uint32_t no_level = 0xffffffff;  // the row's key is missing

// A partition of the rows: exporters in years, pairs. level[i] is 0 … levels-1, or no_level.
struct Grouping {
  std::string name;
  std::vector<std::uint32_t> level;
  std::uint32_t levels = 0;
};

// One set of fixed effects: an intercept for each level, or, with `slope`, a coefficient of that variable for each level.
struct Effect {
  Grouping of;
  std::vector<double> slope;  // empty: intercepts
};

// Rows are the same in every column. NaN is a missing value: such a row is left out and counted. Infinite values,
// negative weights and (for PPML) negative outcomes are refused with row and column.
struct Problem {
  std::string y_name = "y";
  std::vector<double> y;
  std::vector<std::string> x_names;
  std::vector<Column> x;
  std::vector<double> weights, offset;  // empty: none. Weights multiply each row's share of the likelihood
  std::vector<Effect> effects;          // none: one intercept for all rows
  std::vector<Grouping> clusters;       // for standard errors, each one way
};

// What became of a row.
enum class Fate : std::uint8_t {
  used,
  missing,              // a NaN or a missing key
  no_weight,            // weight 0
  singleton,            // the only row of a level (dropped where asked)
  separated_effect,     // all outcomes of one of its levels are 0
  separated_simplex,    // a combination of regressors predicts its zero perfectly
  separated_rectifier,  // so does a combination of regressors and effects
};

enum class Singletons : std::uint8_t { keep, drop };

struct Options {
  double tolerance = 1e-9;        // of the last step: relative change of the deviance, and of coefficients against their size
  int most_iterations = 100;      // of reweighting
  int most_rounds = 4000;         // of conjugate gradient within one
  int threads = 2;                // the bits of the answer do not depend on it
  Singletons singletons = Singletons::keep;
  bool find_effect_separation = true;
  bool find_simplex_separation = true;
  bool find_rectifier_separation = true;
  bool keep_effects = true;       // effect_levels, effect_slopes and effect_part of the answer, for recover_effects; else empty, and memory saved
};

struct Dropped {
  std::string name;    // of a regressor
  std::string reason;  // "absorbed by the fixed effects", "collinear with rta, cu"
};

// One effect after estimation, with what counts for the degrees of freedom.
struct EffectSummary {
  std::string name;
  std::uint32_t levels = 0;     // with a used row
  std::uint32_t redundant = 0;  // not identified beside the effects before it: exact for the first two, a lower bound after
  bool exact = true;
  bool is_slope = false;
  std::vector<bool> nested_in;  // per cluster of the problem: every level lies in one cluster
};

struct Convergence {
  bool converged = false;
  int iterations = 0;        // of reweighting; 1 for OLS
  int rounds = 0;            // of conjugate gradient, in all
  int most_rounds = 0;       // in one solution
  double last_change = 0;    // relative change of the deviance in the last step
  double last_step = 0;      // largest change of a linear predictor in the last step, among the used rows
  std::string method;        // how the effects were swept out
  std::string diagnosis;     // empty when all is well
};

// The used rows, in the order of the solver (row[i] is the row of the problem), with the regressors cleaned of the
// effects: what standard errors, bias correction and recovery of effects are made from.
struct Design {
  std::vector<std::uint32_t> row;
  std::size_t columns = 0;             // regressors kept
  std::vector<double> x;               // cleaned regressors, row by row, `columns` each
  std::vector<double> weight;          // of the last least squares: given weight (times fitted mean for PPML)
  std::vector<double> residual;        // y - fitted
  std::vector<double> given_weight;    // empty: all 1
  std::vector<Grouping> clusters;      // over the used rows, levels without gaps
};

struct Estimate {
  std::string model;                    // "ppml", "ols"
  std::string y_name;
  std::vector<std::string> names;       // of the regressors kept
  std::vector<double> coefficients;
  std::vector<double> bread;            // inverse of X'WX over the cleaned regressors, columns × columns
  std::vector<Dropped> dropped;
  std::vector<Fate> fate;               // per row of the problem
  std::size_t rows = 0;                 // used
  std::vector<EffectSummary> effects;
  std::vector<Grouping> effect_levels;  // of the used rows in the design's order; levels as in the problem
  std::vector<std::vector<double>> effect_slopes;
  std::vector<double> fitted;           // linear predictor of the used rows, the offset within
  std::vector<double> effect_part;      // of which the fixed effects
  double log_likelihood = 0, null_log_likelihood = 0;  // of a model with one intercept
  double deviance = 0;                  // Poisson deviance, or the sum of squared residuals
  double r2 = 0, within_r2 = 0;         // PPML: 1 - ll/ll0, and the squared correlation of outcome and fit; OLS: overall, within
  Convergence convergence;
  Design design;

  std::size_t count(Fate which) const;
  // Parameters: regressors, and levels of the effects that are not redundant (or, as fixest counts, one for each effect
  // after the first).
  std::size_t parameters(bool count_redundant_exactly) const;
};

}  // namespace comity::analysis
