#include "comity/analysis/demean.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "comity/analysis/detail/sparse_factor.hpp"
#include "comity/analysis/detail/wide.hpp"

namespace comity::analysis {
namespace {

// Pieces of work: enough for a few threads, and not so many that joining their sums costs more than making them. An even number where
// there are several: of three pieces one of two threads does two, and the other waits.
std::size_t chunk_count(std::size_t rows, std::size_t coefficients) {
  const auto pieces = std::clamp<std::size_t>(rows / std::max<std::size_t>(32768, 12 * coefficients), rows > 100000 ? 2 : 1, 16);
  return pieces > 1 ? pieces + pieces % 2 : pieces;
}

constexpr int rounds_before_factor = 40;
constexpr int most_lanes = 8;

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

void Projector::reduce(std::vector<double>& out, std::size_t lanes) {
  const std::size_t size = shape_.coefficients * lanes, pieces = size > 65536 ? 8 : 1;
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

namespace {

// What the inner loops read. B: how many effects are not swept, where it is known and there are no slopes; 0: any, slopes too.
struct Loops {
  const std::uint32_t* begin;
  const std::uint32_t* code;
  const double *slope, *swept_slope, *weight, *group_weight;
  std::size_t blocks;

  Loops(const SweptShape& shape, const double* weights, const std::vector<double>& group_weights)
      : begin(shape.begin.data()), code(shape.code.data()), slope(shape.slope.empty() ? nullptr : shape.slope.data()),
        swept_slope(shape.swept_slope.empty() ? nullptr : shape.swept_slope.data()), weight(weights), group_weight(group_weights.data()), blocks(shape.blocks) {}
  int known_blocks() const { return slope || swept_slope || blocks > 3 ? 0 : int(blocks); }
};

// One group at a time: t = D p, minus its weighted mean along the swept effect, times the weight, back into D'.
template <int L, int B>
COMITY_WIDE void multiply_groups(const Loops& loops, std::size_t first, std::size_t last, const double* from, double* into, double* scratch) {
  const std::size_t blocks = B > 0 ? std::size_t(B) : loops.blocks;
  for (std::size_t g = first; g < last; ++g) {
    const std::size_t begin = loops.begin[g], end = loops.begin[g + 1];
    double mean[L] = {};
    double* t = scratch;
    for (std::size_t i = begin; i < end; ++i, t += L) {
      const std::uint32_t* code = loops.code + i * blocks;
      double s[L] = {};
      for (std::size_t q = 0; q < blocks; ++q) {
        const double* coefficient = from + std::size_t(code[q]) * L;
        const double factor = B == 0 && loops.slope ? loops.slope[i * blocks + q] : 1;
        for (int l = 0; l < L; ++l) s[l] += factor * coefficient[l];
      }
      const double w = B == 0 && loops.swept_slope ? loops.weight[i] * loops.swept_slope[i] : loops.weight[i];
      for (int l = 0; l < L; ++l) t[l] = s[l], mean[l] += w * s[l];
    }
    const double inverse = loops.group_weight[g] > 0 ? 1 / loops.group_weight[g] : 0;
    for (int l = 0; l < L; ++l) mean[l] *= inverse;
    t = scratch;
    for (std::size_t i = begin; i < end; ++i, t += L) {
      const std::uint32_t* code = loops.code + i * blocks;
      const double w = loops.weight[i], swept = B == 0 && loops.swept_slope ? loops.swept_slope[i] : 1;
      double d[L];
      for (int l = 0; l < L; ++l) d[l] = w * (t[l] - swept * mean[l]);
      for (std::size_t q = 0; q < blocks; ++q) {
        double* place = into + std::size_t(code[q]) * L;
        const double factor = B == 0 && loops.slope ? loops.slope[i * blocks + q] : 1;
        for (int l = 0; l < L; ++l) place[l] += factor * d[l];
      }
    }
  }
}

template <int L, int B>
COMITY_WIDE void gradient_groups(const Loops& loops, std::size_t first, std::size_t last, const double* v, std::size_t stride, double* into) {
  const std::size_t blocks = B > 0 ? std::size_t(B) : loops.blocks;
  for (std::size_t g = first; g < last; ++g) {
    const std::size_t begin = loops.begin[g], end = loops.begin[g + 1];
    double mean[L] = {};
    for (std::size_t i = begin; i < end; ++i) {
      const double w = B == 0 && loops.swept_slope ? loops.weight[i] * loops.swept_slope[i] : loops.weight[i];
      for (int l = 0; l < L; ++l) mean[l] += w * v[i * stride + l];
    }
    const double inverse = loops.group_weight[g] > 0 ? 1 / loops.group_weight[g] : 0;
    for (int l = 0; l < L; ++l) mean[l] *= inverse;
    for (std::size_t i = begin; i < end; ++i) {
      const double w = loops.weight[i], swept = B == 0 && loops.swept_slope ? loops.swept_slope[i] : 1;
      double d[L];
      for (int l = 0; l < L; ++l) d[l] = w * (v[i * stride + l] - swept * mean[l]);
      for (std::size_t q = 0; q < blocks; ++q) {
        double* place = into + std::size_t(loops.code[i * blocks + q]) * L;
        const double factor = B == 0 && loops.slope ? loops.slope[i * blocks + q] : 1;
        for (int l = 0; l < L; ++l) place[l] += factor * d[l];
      }
    }
  }
}

// Calls f.operator()<B>() with the number of effects as a constant where there is a loop for it.
template <class F>
void with_blocks(int known, const F& f) {
  switch (known) {
    case 1: return f.template operator()<1>();
    case 2: return f.template operator()<2>();
    case 3: return f.template operator()<3>();
    default: return f.template operator()<0>();
  }
}

}  // namespace

template <int L>
void Projector::multiply(const std::vector<double>& p, std::vector<double>& out) {
  const Loops loops(shape_, weight_, group_weight_);
  crew_.run(chunks(), [&](std::size_t c) {
    auto& mine = partial_[c];
    mine.assign(shape_.coefficients * L, 0);
    std::vector<double> scratch(largest_group_ * L);
    with_blocks(loops.known_blocks(), [&]<int B>() { multiply_groups<L, B>(loops, chunk_[c], chunk_[c + 1], p.data(), mine.data(), scratch.data()); });
  });
  reduce(out, L);
}

template <int L>
void Projector::gradient(const double* v, std::size_t stride, std::vector<double>& out) {
  const Loops loops(shape_, weight_, group_weight_);
  crew_.run(chunks(), [&](std::size_t c) {
    auto& mine = partial_[c];
    mine.assign(shape_.coefficients * L, 0);
    with_blocks(loops.known_blocks(), [&]<int B>() { gradient_groups<L, B>(loops, chunk_[c], chunk_[c + 1], v, stride, mine.data()); });
  });
  reduce(out, L);
}

template <int L>
void Projector::precondition(const std::vector<double>& r, std::vector<double>& z) {
  z.resize(r.size());
  if (factor_) {
    factor_->sparse.solve(r.data(), z.data(), L);
    return;
  }
  for (std::size_t i = 0; i < shape_.coefficients; ++i) {
    for (int l = 0; l < L; ++l) z[i * L + l] = inverse_diagonal_[i] * r[i * L + l];
  }
}

namespace {

template <int L>
std::array<double, L> dot(const std::vector<double>& a, const std::vector<double>& b) {
  std::array<double, L> sum{};
  for (std::size_t i = 0; i < a.size(); i += L) {
    for (int l = 0; l < L; ++l) sum[l] += a[i + l] * b[i + l];
  }
  return sum;
}

}  // namespace

template <int L>
Rounds Projector::solve_lanes(const double* v, std::size_t stride, double* b, std::size_t b_stride, double tolerance, int most_rounds, const double* scale) {
  std::vector<double> r, z, p, q, x(std::size_t(shape_.coefficients) * L, 0.0);
  gradient<L>(v, stride, r);
  precondition<L>(r, z);
  auto rz = dot<L>(r, z);
  std::array<double, L> goal;
  for (int l = 0; l < L; ++l) goal[l] = tolerance * tolerance * (scale ? scale[l] : rz[l]);
  const auto left = [&] {
    for (int l = 0; l < L; ++l) {
      if (rz[l] > goal[l] && rz[l] > 1e-290) return true;
    }
    return false;
  };
  Rounds rounds;
  p = z;
  int since_restart = 0;
  for (; left(); ++rounds.rounds, ++since_restart) {
    if (rounds.rounds >= most_rounds) {
      rounds.converged = false;
      break;
    }
    if (since_restart == rounds_before_factor && make_factor()) {
      precondition<L>(r, z);
      rz = dot<L>(r, z), p = z, since_restart = rounds_before_factor + 1;
    }
    multiply<L>(p, q);
    const auto pq = dot<L>(p, q);
    std::array<double, L> alpha{};
    for (int l = 0; l < L; ++l) alpha[l] = pq[l] > 0 && rz[l] > 1e-300 ? rz[l] / pq[l] : 0;
    for (std::size_t i = 0; i < x.size(); i += L) {
      for (int l = 0; l < L; ++l) x[i + l] += alpha[l] * p[i + l], r[i + l] -= alpha[l] * q[i + l];
    }
    precondition<L>(r, z);
    const auto next = dot<L>(r, z);
    std::array<double, L> beta{};
    for (int l = 0; l < L; ++l) beta[l] = rz[l] > 1e-300 && alpha[l] != 0 ? next[l] / rz[l] : 0;
    for (std::size_t i = 0; i < p.size(); i += L) {
      for (int l = 0; l < L; ++l) p[i + l] = z[i + l] + beta[l] * p[i + l];
    }
    rz = next;
    if (std::ranges::all_of(alpha, [](double a) { return a == 0; })) break;
  }
  // A factor made for other weights may have grown stale.
  if (factor_ && rounds.rounds > 3 * rounds_before_factor / 2) factor_.reset(), factor_tried_ = false;
  for (std::size_t i = 0; i < shape_.coefficients; ++i) {
    for (int l = 0; l < L; ++l) b[i * b_stride + l] = x[i * L + l];
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
    const double* column = v + from;
    double* into = b.data() + from;
    const auto run = [&]<int L>() { return solve_lanes<L>(column, stride, into, lanes, tolerance, most_rounds, scale ? scale + from : nullptr); };
    Rounds one;
    switch (std::min(most_lanes, lanes - from)) {
      case 1: one = run.template operator()<1>(); break;
      case 2: one = run.template operator()<2>(); break;
      case 3: one = run.template operator()<3>(); break;
      case 4: one = run.template operator()<4>(); break;
      case 5: one = run.template operator()<5>(); break;
      case 6: one = run.template operator()<6>(); break;
      case 7: one = run.template operator()<7>(); break;
      default: one = run.template operator()<8>(); break;
    }
    all.rounds += one.rounds;
    all.converged = all.converged && one.converged;
  }
  if (!all.converged) gave_up_ = true;
  return all;
}

namespace {

// v -= D b, row by row. L: the lanes, where there is a loop for that many; 0: any.
template <int L>
COMITY_WIDE void subtract_rows(const Loops& loops, std::size_t first, std::size_t last, double* v, std::size_t stride, std::size_t any_lanes, const double* b) {
  const std::size_t lanes = L > 0 ? std::size_t(L) : any_lanes;
  for (std::size_t i = first; i < last; ++i) {
    for (std::size_t q = 0; q < loops.blocks; ++q) {
      const double* coefficient = b + std::size_t(loops.code[i * loops.blocks + q]) * lanes;
      const double factor = loops.slope ? loops.slope[i * loops.blocks + q] : 1;
      for (std::size_t l = 0; l < lanes; ++l) v[i * stride + l] -= factor * coefficient[l];
    }
  }
}

}  // namespace

void Projector::subtract(double* v, std::size_t stride, int lanes, const std::vector<double>& b) {
  if (shape_.blocks == 0) return;
  const Loops loops(shape_, weight_, group_weight_);
  crew_.run(chunks(), [&](std::size_t c) {
    const std::size_t first = shape_.begin[chunk_[c]], last = shape_.begin[chunk_[c + 1]];
    switch (lanes) {
      case 1: return subtract_rows<1>(loops, first, last, v, stride, 1, b.data());
      case 2: return subtract_rows<2>(loops, first, last, v, stride, 2, b.data());
      case 3: return subtract_rows<3>(loops, first, last, v, stride, 3, b.data());
      case 4: return subtract_rows<4>(loops, first, last, v, stride, 4, b.data());
      case 5: return subtract_rows<5>(loops, first, last, v, stride, 5, b.data());
      case 6: return subtract_rows<6>(loops, first, last, v, stride, 6, b.data());
      default: return subtract_rows<0>(loops, first, last, v, stride, std::size_t(lanes), b.data());
    }
  });
}

}  // namespace comity::analysis
