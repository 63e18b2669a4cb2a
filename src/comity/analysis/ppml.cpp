#include "comity/analysis/ppml.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include <fmt/format.h>

#include "comity/analysis/detail/finish.hpp"
#include "comity/analysis/separation.hpp"

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
      : problem_(problem), effects_(effects), options_(options), columns_(problem.x.size()) {
    std::iota(columns_.begin(), columns_.end(), std::size_t{0});
    sample_ = detail::make_sample(problem, effects, fate, columns_);
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
    next_ = {}, step_ = {}, last_fit_ = {};  // the answer needs their room
    std::vector<double> residual(sample_.y.size());
    for (std::size_t i = 0; i < residual.size(); ++i) residual[i] = sample_.y[i] - std::exp(linear_[i]);
    detail::fill_estimate(out, problem_, effects_, sample_, *system_, columns_, std::move(weight_), std::move(residual), std::move(linear_));
    if (system_->projector().gave_up() && convergence.diagnosis.empty()) {
      convergence.converged = false;
      convergence.diagnosis = fmt::format("the effects could not be swept out within {} rounds: the data are too weakly connected for the tolerance", options_.most_rounds);
    }
    return out;
  }

  // Rows of zero outcome whose fit goes, or has gone, to zero: where separation is to be looked for.
  std::vector<bool> fading_rows() const {
    std::vector<bool> out(problem_.y.size(), false);
    double least = 0;
    for (const double y : sample_.y) least = y > 0 && (least == 0 || y < least) ? y : least;
    for (std::size_t i = 0; i < sample_.y.size(); ++i) {
      if (sample_.y[i] == 0 && (last_fit_[i] < -0.05 || linear_[i] < std::log(least) - 11.5)) out[sample_.row[i]] = true;
    }
    return out;
  }

  bool converged() const { return converged_; }

 private:
  double given(std::size_t i) const { return sample_.given_weight.empty() ? 1 : sample_.given_weight[i]; }

  void start() {
    const std::size_t rows = sample_.y.size();
    double sum = 0, weights = 0, least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < rows; ++i) {
      sum += given(i) * sample_.y[i], weights += given(i);
      if (sample_.y[i] > 0) least = std::min(least, sample_.y[i]);
    }
    mean_ = sum / weights;
    // Begins at the outcomes themselves; zeros a little below the least of them, so that they weigh little at first.
    const double zero = std::clamp(least / 10, mean_ * 1e-6, mean_ / 10);
    linear_.resize(rows), next_.resize(rows), weight_.resize(rows), step_.resize(rows), last_fit_.resize(rows);
    constant_ = 0;
    for (std::size_t i = 0; i < rows; ++i) {
      const double y = sample_.y[i], mu = y > 0 ? y : zero;
      // The first step is from no linear predictor of the model: it is fitted whole.
      linear_[i] = sample_.offset.empty() ? 0 : sample_.offset[i];
      weight_[i] = given(i) * mu, step_[i] = std::log(mu) - linear_[i] + y / mu - 1;
      if (y > 0) constant_ += given(i) * (y * std::log(y) - y);
    }
    deviance_ = std::numeric_limits<double>::infinity();
  }

  // Sum of y·η - exp(η); sets weights and Newton's u = (y - μ)/μ on the way.
  double gain(const std::vector<double>& linear) {
    auto& projector = system_->projector();
    const auto& begin = projector.shape().begin;
    std::vector<double> sums(projector.chunks());
    projector.crew().run(projector.chunks(), [&](std::size_t c) {
      double sum = 0;
      for (std::size_t i = begin[projector.chunk(c)]; i < begin[projector.chunk(c + 1)]; ++i) {
        const double mu = std::exp(linear[i]), y = sample_.y[i], given_weight = given(i);
        sum += given_weight * (y * linear[i] - mu);
        weight_[i] = given_weight * mu, step_[i] = y / mu - 1;
      }
      sums[c] = sum;
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
  }

  // Newton's step, shortened while the deviance rises. False when it cannot go on.
  bool step() {
    std::vector<double> change;
    system_->step(step_, last_step_ > 1e-3 ? 3e-3 : 1e-4, change, last_fit_);
    double square = 0, weights = 0;
    for (std::size_t i = 0; i < weight_.size(); ++i) square += weight_[i] * last_fit_[i] * last_fit_[i], weights += weight_[i];
    last_step_ = std::sqrt(square / weights);
    if (!std::isfinite(last_step_)) {
      diagnosis_ = fmt::format("the fitted values left the range of numbers in iteration {}", iteration_);
      return false;
    }
    double share = 1, found = 0;
    for (int halving = 0;; ++halving, share /= 2) {
      for (std::size_t i = 0; i < next_.size(); ++i) next_[i] = std::max(linear_[i] + share * last_fit_[i], std::log(mean_) - 200);
      found = 2 * (constant_ - gain(next_));
      if (std::isfinite(found) && (found <= deviance_ + 1e-9 * (0.1 + std::abs(deviance_)) || last_step_ < 1e-5)) break;
      if (halving == 30) {
        diagnosis_ = fmt::format("no step of iteration {} lowers the deviance", iteration_);
        return false;
      }
    }
    linear_.swap(next_);
    double moved = 0;
    for (std::size_t k = 0; k < beta_.size(); ++k) {
      beta_[k] += share * change[k];
      moved = std::max(moved, std::abs(change[k]) / std::max(std::abs(beta_[k]), 1e-3));
    }
    last_change_ = std::isfinite(deviance_) ? std::abs(found - deviance_) / (0.1 + std::abs(found)) : 1;
    deviance_ = found;
    // Newton's error is squared from step to step: what is left after a step of the root of the tolerance is far below it.
    const double root = std::sqrt(options_.tolerance);
    converged_ = share == 1 && last_change_ <= options_.tolerance * 10 && last_step_ <= root / 10 && moved <= root;
    if (!converged_ && iteration_ == options_.most_iterations) {
      diagnosis_ = fmt::format("{} iterations were not enough: the last one changed the deviance by {:.1e} of itself and a fitted value by {:.1e} on the root mean square", iteration_,
                               last_change_, last_step_);
    }
    return true;
  }

  void measure(Estimate& out) {
    double likelihood = 0, null = 0, sum_y = 0, sum_mu = 0, yy = 0, mm = 0, ym = 0, weights = 0, deviance = 0;
    for (std::size_t i = 0; i < sample_.y.size(); ++i) {
      const double y = sample_.y[i], mu = std::exp(linear_[i]), w = given(i), log_y = y > 0 ? std::log(y) : 0;
      const double factorial = log_factorial(y, log_y);
      likelihood += w * (y * linear_[i] - mu - factorial);
      null += w * (y * std::log(mean_) - mean_ - factorial);
      deviance += 2 * w * (y > 0 ? y * (log_y - linear_[i]) - (y - mu) : mu);
      weights += w, sum_y += w * y, sum_mu += w * mu, yy += w * y * y, mm += w * mu * mu, ym += w * y * mu;
    }
    out.log_likelihood = likelihood, out.null_log_likelihood = null, out.deviance = deviance;
    out.r2 = null != 0 ? 1 - likelihood / null : 0;
    const double covariance = ym - sum_y * sum_mu / weights, vy = yy - sum_y * sum_y / weights, vm = mm - sum_mu * sum_mu / weights;
    out.within_r2 = vy > 0 && vm > 0 ? covariance * covariance / (vy * vm) : 0;
  }

  const Problem& problem_;
  const Effects& effects_;
  const Options& options_;
  Sample sample_;
  std::optional<LeastSquares> system_;
  std::vector<std::size_t> columns_;
  std::vector<Dropped> dropped_;
  std::vector<double> beta_, linear_, next_, weight_, step_, last_fit_;
  double mean_ = 0, constant_ = 0, deviance_ = 0, last_change_ = 1, last_step_ = 1;
  int iteration_ = 0;
  bool converged_ = false;
  std::string diagnosis_;
};

}  // namespace

Estimate estimate_ppml(const Problem& problem, const Options& options) {
  const Effects effects(problem);
  auto fate = detail::first_fates(problem, effects, true);
  detail::Crew crew(options.threads);
  const bool singletons = options.singletons == Singletons::drop;
  for (bool may_be_separated = options.find_simplex_separation || options.find_rectifier_separation;;) {
    detail::drop_levels(problem, effects, options.find_effect_separation, singletons, fate);
    if (std::ranges::count(fate, Fate::used) == 0) return detail::empty_estimate("ppml", problem, std::move(fate));
    Poisson poisson(problem, effects, options, crew, fate);
    poisson.fit();
    if (may_be_separated) {
      const auto fading = poisson.fading_rows();
      if (std::ranges::find(fading, true) != fading.end() && find_separation(problem, options, fading, fate) > 0) continue;
    }
    Estimate out = poisson.answer();
    out.fate = std::move(fate);
    return out;
  }
}

}  // namespace comity::analysis
