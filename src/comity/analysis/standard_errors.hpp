// Standard errors of an estimate, by how rows may depend on each other and by whose small-sample convention.
//
//   iid      (X'WX)^-1, for OLS times the residual variance; for PPML the Poisson variance is believed
//   hetero   sandwich, each row its own (White 1980)
//   cluster  sandwich over one or several ways of clustering (Cameron, Gelbach and Miller 2011): the ways added, their
//            crossings taken away. A matrix that is not positive semi-definite is mended by cutting off negative
//            eigenvalues, and says so.
//
// Conventions of small-sample factors; n rows, K parameters, G clusters (of the way with the fewest):
//   fixest    (n-1)/(n-K), and G/(G-1) when clustered. K: regressors and effects' levels, one less for each effect after
//             the first; effects nested within a cluster count 1 when clustered. What of it may be asked otherwise: FixestFactors.
//   ppmlhdfe  PPML: n/(n-1) for hetero, G/(G-1) when clustered, none for iid
//   reghdfe   OLS, as fixest with redundant levels counted exactly and nested effects counting 0, but not less than one in all;
//             for PPML the same as ppmlhdfe
//   none      no factors (iid OLS: residual variance over n)
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "comity/analysis/estimation.hpp"

namespace comity::analysis {

enum class ErrorKind : std::uint8_t { iid, hetero, cluster };
enum class Convention : std::uint8_t { fixest, ppmlhdfe, reghdfe, none };

std::optional<Convention> try_convention(std::string_view name);
std::string_view id_of(Convention convention);
std::string_view id_of(ErrorKind kind);

enum class EffectsCounted : std::uint8_t { none, nested, full };

// The arguments of fixest's ssc(), with what it does unasked; by their names there. Of no effect on other conventions.
struct FixestFactors {
  bool adj = true;                                   // (n-1)/(n-K)
  EffectsCounted fixef_k = EffectsCounted::nested;   // which effects K counts: none, those not nested in a cluster (a nested one as 1), all
  bool force_exact = false;                          // with full: K less every redundant level, not one for each effect after the first
  bool cluster_adj = true;                           // G/(G-1)
  bool cluster_df_min = true;                        // with the fewest clusters for the whole sum; else each of its terms with its own
  bool t_df_min = true;                              // tests with the fewest clusters less one; else with n-K
  double t_df = 0;                                   // or with so many degrees of freedom
};

struct Covariance {
  std::vector<double> matrix;           // columns × columns
  std::vector<double> standard_errors;  // NaN where the factor has no degrees of freedom left
  std::vector<std::size_t> clusters;    // how many, of each way
  double factor = 1;                    // of the whole matrix
  double parameters = 0;                // K, as the convention counts it
  double degrees_of_freedom = 0;        // of t tests; 0: the normal distribution
  bool mended = false;
};

// Clusters by all the ways of the problem (`clusters` of the estimate's design). A matrix of several ways that is not positive semi-definite is
// mended; by fixest's convention only where a variance is negative, as there.
Covariance covariance(const Estimate& estimate, ErrorKind kind, Convention convention = Convention::fixest, const FixestFactors& fixest = {});

// Of |t| with df degrees of freedom (0: normal), two-sided.
double p_value(double t, double df);

}  // namespace comity::analysis
