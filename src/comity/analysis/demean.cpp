#include "comity/analysis/demean.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "comity/analysis/detail/sparse_factor.hpp"

namespace comity::analysis {
namespace {

// Pieces of work: enough for a few threads, and not so many that joining their sums costs more than making them. An even number where
// there are several: of three pieces one of two threads does two, and the other waits.
std::size_t chunk_count(std::size_t rows, std::size_t coefficients) {
  const auto pieces = std::clamp<std::size_t>(rows / std::max<std::size_t>(32768, 20 * coefficients), rows > 100000 ? 2 : 1, 16);
  return pieces > 1 ? pieces + pieces % 2 : pieces;
}

constexpr int rounds_before_factor = 40;
using detail::most_lanes;

}  // namespace

struct Projector::Factor {
  detail::SparseFactor sparse;
};

Projector::Projector(SweptShape shape, detail::Crew& crew) : shape_(std::move(shape)), crew_(crew) {
  const std::size_t groups = shape_.begin.size() - 1, rows = shape_.rows(), pieces = chunk_count(rows, shape_.coefficients);
  chunk_.push_back(0);
  for (std::size_t g = 0; g < groups; ++g) {
    largest_group_ = std::max<std::size_t>(largest_group_, shape_.begin[g + 1] - shape_.begin[g]);
    if (shape_.begin[g + 1] >= rows * chunk_.size() / pieces && chunk_.size() < pieces) chunk_.push_back(g + 1);
  }
  if (chunk_.back() != groups || chunk_.size() == 1) chunk_.push_back(groups);
  group_weight_.resize(groups);
  partial_.resize(chunks());
}

Projector::~Projector() = default;

std::string Projector::method() const {
  if (shape_.blocks == 0) return "one effect, swept out exactly";
  return std::string("largest effect swept out exactly, the others by conjugate gradient, ") + (factor_ ? "sparse Cholesky preconditioner" : "diagonal preconditioner");
}

void Projector::reduce(Lanes& out, std::size_t lanes) {
  const std::size_t size = shape_.coefficients * lanes, pieces = size > 16384 ? 4 : 1;
  out.resize(size);
  crew_.run(pieces, [&](std::size_t piece) {
    const std::size_t from = size * piece / pieces, to = size * (piece + 1) / pieces;
    std::copy(partial_[0].begin() + from, partial_[0].begin() + to, out.begin() + from);
    for (std::size_t c = 1; c < partial_.size(); ++c) {
      const double* add = partial_[c].data();
      for (std::size_t i = from; i < to; ++i) out[i] += add[i];
    }
  });
}

void Projector::set_weights(const double* weight) {
  weight_ = weight;
  const std::size_t blocks = shape_.blocks;
  const bool slopes = !shape_.slope.empty(), swept_slopes = !shape_.swept_slope.empty();
  crew_.run(chunks(), [&](std::size_t c) {
    auto& out = partial_[c];
    out.assign(shape_.coefficients, 0);
    for (std::size_t g = chunk_[c]; g < chunk_[c + 1]; ++g) {
      double sum = 0;
      for (std::size_t i = shape_.begin[g]; i < shape_.begin[g + 1]; ++i) sum += weight[i] * (swept_slopes ? shape_.swept_slope[i] * shape_.swept_slope[i] : 1);
      group_weight_[g] = sum;
      const double inverse = sum > 0 ? 1 / sum : 0;
      for (std::size_t i = shape_.begin[g]; i < shape_.begin[g + 1]; ++i) {
        const double swept = swept_slopes ? shape_.swept_slope[i] : 1;
        const double left = weight[i] * std::max(0.0, 1 - weight[i] * swept * swept * inverse);
        for (std::size_t q = 0; q < blocks; ++q) {
          const double s = slopes ? shape_.slope[i * blocks + q] : 1;
          out[shape_.code[i * blocks + q]] += left * s * s;
        }
      }
    }
  });
  if (blocks == 0) return;
  reduce(inverse_diagonal_, 1);
  const double largest = *std::ranges::max_element(inverse_diagonal_);
  for (double& d : inverse_diagonal_) d = d > largest * 1e-30 ? 1 / d : 0;
}

detail::Loops Projector::loops() const {
  const auto or_null = [](const std::vector<double>& of) { return of.empty() ? nullptr : of.data(); };
  return {shape_.begin.data(), shape_.code.data(), or_null(shape_.slope), or_null(shape_.swept_slope), weight_, group_weight_.data(), shape_.blocks};
}

void Projector::multiply(int lanes, const Lanes& p, Lanes& out) {
  crew_.run(chunks(), [&](std::size_t c) {
    auto& mine = partial_[c];
    mine.assign(std::size_t(shape_.coefficients) * lanes, 0);
    Lanes scratch(largest_group_ * lanes);
    fast_.multiply(lanes, loops(), chunk_[c], chunk_[c + 1], p.data(), mine.data(), scratch.data());
  });
  reduce(out, lanes);
}

void Projector::gradient(int columns, const double* v, std::size_t stride, Lanes& out) {
  const auto lanes = std::size_t(detail::lanes_of(columns));
  crew_.run(chunks(), [&](std::size_t c) {
    auto& mine = partial_[c];
    mine.assign(shape_.coefficients * lanes, 0);
    fast_.gradient(columns, loops(), chunk_[c], chunk_[c + 1], v, stride, mine.data());
  });
  reduce(out, lanes);
}

void Projector::restart(int lanes, const Lanes& r, Lanes& z, double* rz) {
  if (!factor_) return fast_.dot(lanes, shape_.coefficients, inverse_diagonal_.data(), r.data(), r.data(), rz);
  z.resize(r.size());
  factor_->sparse.solve(r.data(), z.data(), lanes);
  fast_.dot(lanes, shape_.coefficients, nullptr, r.data(), z.data(), rz);
}

Rounds Projector::solve_lanes(const double* v, std::size_t stride, int columns, double* b, std::size_t b_stride, double tolerance, int most_rounds, const double* scale) {
  const int lanes = detail::lanes_of(columns);
  const std::size_t coefficients = shape_.coefficients, size = coefficients * lanes;
  Lanes r, z, p(size), q, x(size);
  gradient(columns, v, stride, r);
  std::array<double, most_lanes> rz{}, goal{}, beta{}, pq{}, alpha{}, next{};
  restart(lanes, r, z, rz.data());
  for (int l = 0; l < columns; ++l) goal[l] = tolerance * tolerance * (scale ? scale[l] : rz[l]);
  const auto left = [&] {
    for (int l = 0; l < columns; ++l) {
      if (rz[l] > goal[l] && rz[l] > 1e-290) return true;
    }
    return false;
  };
  Rounds rounds;
  int since_restart = 0;
  for (; left(); ++rounds.rounds, ++since_restart) {
    if (rounds.rounds >= most_rounds) {
      rounds.converged = false;
      break;
    }
    if (since_restart == rounds_before_factor && make_factor()) {
      restart(lanes, r, z, rz.data());
      beta = {}, since_restart = rounds_before_factor + 1;
    }
    const double* const diagonal = factor_ ? nullptr : inverse_diagonal_.data();
    fast_.turn(lanes, coefficients, diagonal, factor_ ? z.data() : r.data(), beta.data(), p.data());
    multiply(lanes, p, q);
    fast_.dot(lanes, coefficients, nullptr, p.data(), q.data(), pq.data());
    for (int l = 0; l < lanes; ++l) alpha[l] = pq[l] > 0 && rz[l] > 1e-300 ? rz[l] / pq[l] : 0;
    fast_.advance(lanes, coefficients, diagonal, alpha.data(), p.data(), q.data(), x.data(), r.data(), next.data());
    if (factor_) restart(lanes, r, z, next.data());
    for (int l = 0; l < lanes; ++l) beta[l] = rz[l] > 1e-300 && alpha[l] != 0 ? next[l] / rz[l] : 0;
    rz = next;
    if (std::ranges::all_of(alpha, [](double a) { return a == 0; })) break;
  }
  // A factor made for other weights may have grown stale.
  if (factor_ && rounds.rounds > 3 * rounds_before_factor / 2) factor_.reset(), factor_tried_ = false;
  for (std::size_t i = 0; i < coefficients; ++i) {
    for (int l = 0; l < columns; ++l) b[i * b_stride + l] = x[i * lanes + l];
  }
  return rounds;
}

bool Projector::make_factor() {
  if (factor_tried_) return false;
  factor_tried_ = true;
  auto factor = std::make_unique<Factor>();
  if (!factor->sparse.make(shape_, weight_, group_weight_)) return false;
  factor_ = std::move(factor);
  return true;
}

Rounds Projector::solve(const double* v, std::size_t stride, int lanes, std::vector<double>& b, double tolerance, int most_rounds, const double* scale) {
  b.assign(std::size_t(shape_.coefficients) * lanes, 0.0);
  Rounds all;
  if (shape_.blocks == 0) return all;
  for (int from = 0; from < lanes; from += most_lanes) {
    const Rounds one = solve_lanes(v + from, stride, std::min(most_lanes, lanes - from), b.data() + from, std::size_t(lanes), tolerance, most_rounds, scale ? scale + from : nullptr);
    all.rounds += one.rounds;
    all.converged = all.converged && one.converged;
  }
  if (!all.converged) gave_up_ = true;
  return all;
}

void Projector::subtract(double* v, std::size_t stride, int lanes, const std::vector<double>& b) {
  if (shape_.blocks == 0) return;
  crew_.run(chunks(), [&](std::size_t c) { fast_.subtract(std::size_t(lanes), loops(), shape_.begin[chunk_[c]], shape_.begin[chunk_[c + 1]], v, stride, b.data()); });
}

}  // namespace comity::analysis
