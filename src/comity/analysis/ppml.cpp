#include "comity/analysis/ppml.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include <fmt/format.h>

#include "comity/analysis/detail/finish.hpp"
#include "comity/analysis/separation.hpp"
#include "comity/base/give_back.hpp"

namespace comity::analysis {
namespace {

using detail::Effects;
using detail::LeastSquares;
using detail::Sample;

// log of the gamma function of y + 1, by Stirling's series shifted to where it is exact to double precision. Ours,
// because std::lgamma writes a global and costs more than the rest of an iteration.
double log_factorial(double y, double log_y) {
  if (y == 0 || y == 1) return 0;
  double shift = 0, z = y, log_z = log_y;
  if (z < 12) {
    double product = 1;
    for (; z < 12; ++z) product *= z + 1;
    shift = std::log(product), log_z = std::log(z);
  }
  const double r = 1 / z, r2 = r * r;
  return (z + 0.5) * log_z - z + 0.91893853320467274178 + r * (1.0 / 12 - r2 * (1.0 / 360 - r2 * (1.0 / 1260 - r2 * (1.0 / 1680 - r2 / 1188)))) - shift;
}

class Poisson {
 public:
  Poisson(const Problem& problem, const Effects& effects, const Options& options, detail::Crew& crew, const std::vector<Fate>& fate)
      : problem_(problem), effects_(effects), options_(options), crew_(crew), columns_(problem.x.size()) {
    std::iota(columns_.begin(), columns_.end(), std::size_t{0});
    sample_ = detail::make_sample(problem, effects, fate, columns_, crew);
    system_.emplace(sample_, crew, options.most_rounds);
    beta_.assign(columns_.size(), 0);
  }

  void fit() {
    start();
    for (iteration_ = 1; iteration_ <= options_.most_iterations; ++iteration_) {
      system_->set_weights(weight_.data());
      if (iteration_ == 1) {
        detail::choose_regressors(*system_, problem_, columns_, dropped_);
        beta_.assign(columns_.size(), 0);
      } else if (last_step_ > 0.02) {
        system_->clean(3e-3);  // the weights have moved: a rough cleaning keeps Newton's direction good
      }
      if (!step()) return;
      if (converged_) break;
    }
    iteration_ = std::min(iteration_, options_.most_iterations);
    system_->set_weights(weight_.data());
    system_->clean(1e-9);
  }

  Estimate answer() {
    Estimate out;
    out.model = "ppml";
    out.coefficients = beta_;
    out.dropped = dropped_;
    Convergence& convergence = out.convergence;
    convergence.converged = converged_;
    convergence.iterations = iteration_;
    convergence.last_change = last_change_, convergence.last_step = last_step_;
    convergence.diagnosis = diagnosis_;
    measure(out);
    crew_.run_rows(step_.size(), [&](std::size_t, std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) step_[i] = sample_.y[i] - mean(i);
    });
    give_back(sample_.y);
    detail::fill_estimate(out, problem_, effects_, sample_, *system_, columns_, std::move(weight_), std::move(step_), std::move(linear_), options_.keep_effects);
    if (system_->projector().gave_up() && convergence.diagnosis.empty()) {
      convergence.converged = false;
      convergence.diagnosis = fmt::format("the effects could not be swept out within {} rounds: the data are too weakly connected for the tolerance", options_.most_rounds);
    }
    return out;
  }

  // Rows of zero outcome whose fit goes, or has gone, to zero: where separation is to be looked for. Empty: none.
  std::vector<bool> fading_rows() const {
    std::vector<std::uint8_t> any(detail::Crew::row_runs(sample_.y.size()), 0);
    const double low = std::log(least_) - 11.5;
    const auto fades = [&](std::size_t i) { return sample_.y[i] == 0 && (falls_[i] || linear_[i] < low); };
    crew_.run_rows(sample_.y.size(), [&](std::size_t run, std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last && !any[run]; ++i) any[run] = fades(i);
    });
    if (std::ranges::find(any, 1) == any.end()) return {};
    std::vector<bool> out(problem_.y.size(), false);
    for (std::size_t i = 0; i < sample_.y.size(); ++i) out[sample_.row[i]] = fades(i);
    return out;
  }

  bool converged() const { return converged_; }

 private:
  double given(std::size_t i) const { return sample_.given_weight.empty() ? 1 : sample_.given_weight[i]; }
  // The fitted mean, of which the weight is made.
  double mean(std::size_t i) const { return sample_.given_weight.empty() ? weight_[i] : weight_[i] / sample_.given_weight[i]; }

  void start() {
    const std::size_t rows = sample_.y.size();
    struct Sums {
      double y = 0, weights = 0, least = std::numeric_limits<double>::infinity(), constant = 0;
    };
    std::vector<Sums> sums(detail::Crew::row_runs(rows));
    crew_.run_rows(rows, [&](std::size_t run, std::size_t first, std::size_t last) {
      Sums sum;
      for (std::size_t i = first; i < last; ++i) {
        const double y = sample_.y[i];
        sum.y += given(i) * y, sum.weights += given(i);
        if (y > 0) sum.least = std::min(sum.least, y);
      }
      sums[run] = sum;
    });
    Sums all;
    for (const Sums& sum : sums) all.y += sum.y, all.weights += sum.weights, all.least = std::min(all.least, sum.least);
    mean_ = all.y / all.weights, least_ = all.least, floor_ = std::log(mean_) - 200;
    // Begins at the outcomes themselves; zeros a little below the least of them, so that they weigh little at first.
    const double zero = std::clamp(least_ / 10, mean_ * 1e-6, mean_ / 10), log_zero = std::log(zero);
    linear_.resize(rows), weight_.resize(rows), step_.resize(rows), falls_.resize(rows);
    crew_.run_rows(rows, [&](std::size_t run, std::size_t first, std::size_t last) {
      double constant = 0;
      for (std::size_t i = first; i < last; ++i) {
        const double y = sample_.y[i], mu = y > 0 ? y : zero, log_mu = y > 0 ? std::log(y) : log_zero;
        // The first step is from no linear predictor of the model: it is fitted whole.
        linear_[i] = sample_.offset.empty() ? 0 : sample_.offset[i];
        weight_[i] = given(i) * mu, step_[i] = log_mu - linear_[i] + y / mu - 1;
        if (y > 0) constant += given(i) * (y * log_mu - y);
      }
      sums[run].constant = constant;
    });
    constant_ = 0;
    for (const Sums& sum : sums) constant_ += sum.constant;
    deviance_ = std::numeric_limits<double>::infinity();
  }

  double moved(std::size_t i, double share) const { return std::max(linear_[i] + share * step_[i], floor_); }

  // Sum of y·η - exp(η) at a share of the step; sets the weights there. With the whole step also its length, by the weights before.
  double gain(double share) {
    const bool whole = share == 1;
    struct Sums {
      double gain = 0, square = 0, weights = 0;
    };
    std::vector<Sums> sums(detail::Crew::row_runs(step_.size()));
    crew_.run_rows(step_.size(), [&](std::size_t run, std::size_t first, std::size_t last) {
      Sums sum;
      for (std::size_t i = first; i < last; ++i) {
        if (whole) sum.square += weight_[i] * step_[i] * step_[i], sum.weights += weight_[i], falls_[i] = step_[i] < -0.05;
        const double eta = moved(i, share), mu = std::exp(eta), given_weight = given(i);
        sum.gain += given_weight * (sample_.y[i] * eta - mu);
        weight_[i] = given_weight * mu;
      }
      sums[run] = sum;
    });
    Sums all;
    for (const Sums& sum : sums) all.gain += sum.gain, all.square += sum.square, all.weights += sum.weights;
    if (whole) last_step_ = std::sqrt(all.square / all.weights);
    return all.gain;
  }

  // Goes there, and makes Newton's next right side, (y - μ)/μ.
  void go(double share) {
    crew_.run_rows(step_.size(), [&](std::size_t, std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) linear_[i] = moved(i, share), step_[i] = sample_.y[i] / mean(i) - 1;
    });
  }

  // Weights as they were before a step that was not taken.
  bool stay() {
    for (std::size_t i = 0; i < weight_.size(); ++i) weight_[i] = given(i) * std::exp(linear_[i]);
    return false;
  }

  // Newton's step, shortened while the deviance rises. False when it cannot go on.
  bool step() {
    std::vector<double> change;
    system_->step(step_, last_step_ > 1e-3 ? 3e-3 : 1e-4, change, step_);
    double share = 1, found = 0;
    for (int halving = 0;; ++halving, share /= 2) {
      found = 2 * (constant_ - gain(share));
      if (!std::isfinite(last_step_)) {
        diagnosis_ = fmt::format("the fitted values left the range of numbers in iteration {}", iteration_);
        return stay();
      }
      if (std::isfinite(found) && (found <= deviance_ + 1e-9 * (0.1 + std::abs(deviance_)) || last_step_ < 1e-5)) break;
      if (halving == 30) {
        diagnosis_ = fmt::format("no step of iteration {} lowers the deviance", iteration_);
        return stay();
      }
    }
    go(share);
    double most = 0;
    for (std::size_t k = 0; k < beta_.size(); ++k) {
      beta_[k] += share * change[k];
      most = std::max(most, std::abs(change[k]) / std::max(std::abs(beta_[k]), 1e-3));
    }
    last_change_ = std::isfinite(deviance_) ? std::abs(found - deviance_) / (0.1 + std::abs(found)) : 1;
    deviance_ = found;
    // Newton's error is squared from step to step: what is left after a step of the root of the tolerance is far below it.
    const double root = std::sqrt(options_.tolerance);
    converged_ = share == 1 && last_change_ <= options_.tolerance * 10 && last_step_ <= root / 10 && most <= root;
    if (!converged_ && iteration_ == options_.most_iterations) {
      diagnosis_ = fmt::format("{} iterations were not enough: the last one changed the deviance by {:.1e} of itself and a fitted value by {:.1e} on the root mean square", iteration_,
                               last_change_, last_step_);
    }
    return true;
  }

  struct Measures {
    double likelihood = 0, null = 0, y = 0, mu = 0, yy = 0, mm = 0, ym = 0, weights = 0, deviance = 0;
    void add(const Measures& o) {
      likelihood += o.likelihood, null += o.null, y += o.y, mu += o.mu, yy += o.yy, mm += o.mm, ym += o.ym, weights += o.weights, deviance += o.deviance;
    }
  };

  void measure(Estimate& out) const {
    std::vector<Measures> sums(detail::Crew::row_runs(sample_.y.size()));
    const double log_mean = std::log(mean_);
    crew_.run_rows(sample_.y.size(), [&](std::size_t run, std::size_t first, std::size_t last) {
      Measures sum;
      for (std::size_t i = first; i < last; ++i) {
        const double y = sample_.y[i], mu = mean(i), w = given(i), log_y = y > 0 ? std::log(y) : 0;
        const double factorial = log_factorial(y, log_y);
        sum.add({w * (y * linear_[i] - mu - factorial), w * (y * log_mean - mean_ - factorial), w * y, w * mu, w * y * y, w * mu * mu, w * y * mu, w,
                 2 * w * (y > 0 ? y * (log_y - linear_[i]) - (y - mu) : mu)});
      }
      sums[run] = sum;
    });
    Measures all;
    for (const Measures& sum : sums) all.add(sum);
    out.log_likelihood = all.likelihood, out.null_log_likelihood = all.null, out.deviance = all.deviance;
    out.r2 = all.null != 0 ? 1 - all.likelihood / all.null : 0;
    const double covariance = all.ym - all.y * all.mu / all.weights, vy = all.yy - all.y * all.y / all.weights, vm = all.mm - all.mu * all.mu / all.weights;
    out.within_r2 = vy > 0 && vm > 0 ? covariance * covariance / (vy * vm) : 0;
  }

  const Problem& problem_;
  const Effects& effects_;
  const Options& options_;
  detail::Crew& crew_;
  Sample sample_;
  std::optional<LeastSquares> system_;
  std::vector<std::size_t> columns_;
  std::vector<Dropped> dropped_;
  std::vector<double> beta_;
  // Of each row: the linear predictor; the weight, which holds the fitted mean; Newton's right side, and once that is solved the step.
  std::vector<double> linear_, weight_, step_;
  std::vector<std::uint8_t> falls_;  // the last step lowered it by more than a little
  double mean_ = 0, least_ = 0, floor_ = 0, constant_ = 0, deviance_ = 0, last_change_ = 1, last_step_ = 1;
  int iteration_ = 0;
  bool converged_ = false;
  std::string diagnosis_;
};

}  // namespace

Estimate estimate_ppml(const Problem& problem, const Options& options) {
  const Effects effects(problem);
  detail::Crew crew(options.threads);
  auto fate = detail::first_fates(problem, effects, true, crew);
  const bool singletons = options.singletons == Singletons::drop;
  for (bool may_be_separated = options.find_simplex_separation || options.find_rectifier_separation;;) {
    detail::drop_levels(problem, effects, options.find_effect_separation, singletons, fate, crew);
    if (std::ranges::count(fate, Fate::used) == 0) return detail::empty_estimate("ppml", problem, std::move(fate));
    Poisson poisson(problem, effects, options, crew, fate);
    poisson.fit();
    if (may_be_separated) {
      const auto fading = poisson.fading_rows();
      if (!fading.empty() && find_separation(problem, options, fading, fate) > 0) continue;
    }
    Estimate out = poisson.answer();
    out.fate = std::move(fate);
    return out;
  }
}

}  // namespace comity::analysis
