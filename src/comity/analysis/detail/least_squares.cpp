#include "comity/analysis/detail/least_squares.hpp"

#include <algorithm>

#include <Eigen/Cholesky>

#include "comity/analysis/detail/wide.hpp"

namespace comity::analysis::detail {

LeastSquares::LeastSquares(Sample& sample, Crew& crew, int most_rounds) : sample_(sample), projector_(std::move(sample.shape), crew), most_(most_rounds) {}

void LeastSquares::note(const Rounds& rounds) {
  rounds_ += rounds.rounds;
  worst_ = std::max(worst_, rounds.rounds);
}

void LeastSquares::clean(double tolerance) {
  const std::size_t columns = sample_.columns, rows = sample_.y.size();
  if (columns == 0) return;
  if (lengths_.empty()) {
    // Squares, sums and, last, the weights of each run of rows, added in order.
    const std::size_t width = 2 * columns + 1, runs = Crew::row_runs(rows);
    std::vector<double> sums(runs * width, 0.0), all(width, 0.0);
    projector_.crew().run_rows(rows, [&](std::size_t run, std::size_t first, std::size_t last) {
      double* const sum = &sums[run * width];
      for (std::size_t i = first; i < last; ++i) {
        sum[2 * columns] += weight_[i];
        for (std::size_t k = 0; k < columns; ++k) {
          const double x = sample_.x[i * columns + k];
          sum[k] += weight_[i] * x * x, sum[columns + k] += weight_[i] * x;
        }
      }
    });
    for (std::size_t at = 0; at < sums.size(); ++at) all[at % width] += sums[at];
    for (std::size_t k = 0; k < columns; ++k) lengths_.push_back(std::max(0.0, all[k] - all[columns + k] * all[columns + k] / all[2 * columns]));
  }
  std::vector<double> b;
  note(projector_.solve(sample_.x.data(), columns, int(columns), b, tolerance, most_, lengths_.data()));
  projector_.subtract(sample_.x.data(), columns, int(columns), b);
}

void LeastSquares::keep(const std::vector<std::size_t>& columns) {
  const std::size_t had = sample_.columns, have = columns.size();
  for (std::size_t i = 0; i < sample_.y.size(); ++i) {
    for (std::size_t k = 0; k < have; ++k) sample_.x[i * have + k] = sample_.x[i * had + columns[k]];
  }
  sample_.x.resize(sample_.y.size() * have);
  std::vector<double> lengths;
  for (const std::size_t k : columns) lengths.push_back(lengths_[k]);
  lengths_ = std::move(lengths);
  sample_.columns = have;
}

namespace {

struct CrossLoops {
  const SweptShape& shape;
  const double *x, *u, *b, *weight, *group_weight;  // u: null for X'WX alone
  std::size_t columns, lanes;
};

// Sums over the groups' rows of the upper triangle of v v' w, v the regressors and u less the effects' part b, all cleaned of the
// swept effect. L: the lanes, where there is a loop for that many; 0: any. `t` has room for the rows of the largest group.
template <int L, bool U>
COMITY_WIDE void cross_groups(const CrossLoops& loops, std::size_t first, std::size_t last, double* sum, double* t, double* mean, double* v) {
  const SweptShape& shape = loops.shape;
  const std::size_t lanes = L > 0 ? std::size_t(L) : loops.lanes, columns = L > 0 ? std::size_t(U ? L - 1 : L) : loops.columns, blocks = shape.blocks;
  const double* const swept_slope = shape.swept_slope.empty() ? nullptr : shape.swept_slope.data();
  const double* const slope = shape.slope.empty() ? nullptr : shape.slope.data();
  for (std::size_t g = first; g < last; ++g) {
    const std::size_t begin = shape.begin[g], end = shape.begin[g + 1];
    for (std::size_t k = 0; k < lanes; ++k) mean[k] = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const double w = loops.weight[i] * (swept_slope ? swept_slope[i] : 1);
      const double* x = loops.x + i * columns;
      for (std::size_t k = 0; k < columns; ++k) mean[k] += w * x[k];
      if (!U) continue;
      double left = loops.u[i];
      for (std::size_t q = 0; q < blocks; ++q) left -= loops.b[shape.code[i * blocks + q]] * (slope ? slope[i * blocks + q] : 1);
      t[i - begin] = left, mean[columns] += w * left;
    }
    const double inverse = loops.group_weight[g] > 0 ? 1 / loops.group_weight[g] : 0;
    for (std::size_t k = 0; k < lanes; ++k) mean[k] *= inverse;
    for (std::size_t i = begin; i < end; ++i) {
      const double swept = swept_slope ? swept_slope[i] : 1, w = loops.weight[i];
      const double* x = loops.x + i * columns;
      for (std::size_t k = 0; k < columns; ++k) v[k] = x[k] - swept * mean[k];
      if (U) v[columns] = t[i - begin] - swept * mean[columns];
      for (std::size_t k = 0; k < columns; ++k) {
        const double wv = w * v[k];
        for (std::size_t j = k; j < lanes; ++j) sum[k * lanes + j] += wv * v[j];
      }
    }
  }
}

template <int L>
void cross_in_registers(const CrossLoops& loops, std::size_t first, std::size_t last, double* sum, double* t) {
  double mean[L], v[L], sums[L * L] = {};
  loops.u ? cross_groups<L, true>(loops, first, last, sums, t, mean, v) : cross_groups<L, false>(loops, first, last, sums, t, mean, v);
  std::copy(sums, sums + L * L, sum);
}

}  // namespace

namespace {

struct FitLoops {
  const SweptShape& shape;
  const double *x, *u, *b, *beta, *weight, *group_weight;
  std::size_t columns;
};

// The fit of u: what regressors and coefficients explain, and of the rest its mean along the swept effect. `fit` may be u.
template <int K>
COMITY_WIDE void fit_groups(const FitLoops& loops, std::size_t first, std::size_t last, double* fit) {
  const SweptShape& shape = loops.shape;
  const std::size_t columns = K > 0 ? std::size_t(K) : loops.columns, blocks = shape.blocks;
  const double* const swept_slope = shape.swept_slope.empty() ? nullptr : shape.swept_slope.data();
  const double* const slope = shape.slope.empty() ? nullptr : shape.slope.data();
  for (std::size_t g = first; g < last; ++g) {
    double mean = 0;
    for (std::size_t i = shape.begin[g]; i < shape.begin[g + 1]; ++i) {
      double made = 0;
      for (std::size_t q = 0; q < blocks; ++q) made += loops.b[shape.code[i * blocks + q]] * (slope ? slope[i * blocks + q] : 1);
      for (std::size_t k = 0; k < columns; ++k) made += loops.x[i * columns + k] * loops.beta[k];
      mean += loops.weight[i] * (swept_slope ? swept_slope[i] : 1) * (loops.u[i] - made);
      fit[i] = made;
    }
    mean *= loops.group_weight[g] > 0 ? 1 / loops.group_weight[g] : 0;
    for (std::size_t i = shape.begin[g]; i < shape.begin[g + 1]; ++i) fit[i] += mean * (swept_slope ? swept_slope[i] : 1);
  }
}

}  // namespace

// X'WX, and X'Wt into with_u, where t is u less the effects' part b; all cleaned of the swept effect on the way.
std::vector<double> LeastSquares::cross(const std::vector<double>* u, const std::vector<double>& b, std::vector<double>* with_u) {
  const std::size_t columns = sample_.columns, lanes = columns + (u ? 1 : 0);
  const CrossLoops loops{projector_.shape(), sample_.x.data(), u ? u->data() : nullptr, b.data(), weight_, projector_.group_weights().data(), columns, lanes};
  std::vector<std::vector<double>> sums(projector_.chunks());
  projector_.crew().run(projector_.chunks(), [&](std::size_t c) {
    std::vector<double> sum(lanes * lanes, 0), mean(lanes), v(lanes), t(projector_.largest_group());
    const std::size_t first = projector_.chunk(c), last = projector_.chunk(c + 1);
    switch (lanes) {
      case 1: cross_in_registers<1>(loops, first, last, sum.data(), t.data()); break;
      case 2: cross_in_registers<2>(loops, first, last, sum.data(), t.data()); break;
      case 3: cross_in_registers<3>(loops, first, last, sum.data(), t.data()); break;
      case 4: cross_in_registers<4>(loops, first, last, sum.data(), t.data()); break;
      case 5: cross_in_registers<5>(loops, first, last, sum.data(), t.data()); break;
      case 6: cross_in_registers<6>(loops, first, last, sum.data(), t.data()); break;
      case 7: cross_in_registers<7>(loops, first, last, sum.data(), t.data()); break;
      case 8: cross_in_registers<8>(loops, first, last, sum.data(), t.data()); break;
      default:
        if (u) {
          cross_groups<0, true>(loops, first, last, sum.data(), t.data(), mean.data(), v.data());
        } else {
          cross_groups<0, false>(loops, first, last, sum.data(), t.data(), mean.data(), v.data());
        }
    }
    sums[c] = std::move(sum);
  });
  for (std::size_t c = 1; c < sums.size(); ++c) {
    for (std::size_t i = 0; i < sums[0].size(); ++i) sums[0][i] += sums[c][i];
  }
  std::vector<double> products(columns * columns);
  for (std::size_t k = 0; k < columns; ++k) {
    for (std::size_t j = k; j < columns; ++j) products[k * columns + j] = products[j * columns + k] = sums[0][k * lanes + j];
    if (with_u) (*with_u)[k] = sums[0][k * lanes + columns];
  }
  return products;
}

std::vector<double> LeastSquares::products() { return cross(nullptr, {}, nullptr); }

void LeastSquares::step(const std::vector<double>& u, double tolerance, std::vector<double>& beta, std::vector<double>& fit) {
  const SweptShape& shape = projector_.shape();
  const std::size_t columns = sample_.columns;
  std::vector<double> b;
  note(projector_.solve(u.data(), 1, 1, b, tolerance, most_, nullptr));
  beta.assign(columns, 0);
  if (columns > 0) {
    std::vector<double> right(columns);
    const auto products = cross(&u, b, &right);
    using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::Map<const Rows> left(products.data(), Eigen::Index(columns), Eigen::Index(columns));
    Eigen::Map<Eigen::VectorXd>(beta.data(), Eigen::Index(columns)) = Eigen::MatrixXd(left).ldlt().solve(Eigen::Map<const Eigen::VectorXd>(right.data(), Eigen::Index(columns)));
  }
  fit.resize(u.size());
  projector_.crew().run(projector_.chunks(), [&](std::size_t c) {
    const FitLoops loops{shape, sample_.x.data(), u.data(), b.data(), beta.data(), weight_, projector_.group_weights().data(), columns};
    const std::size_t first = projector_.chunk(c), last = projector_.chunk(c + 1);
    switch (columns) {
      case 1: return fit_groups<1>(loops, first, last, fit.data());
      case 2: return fit_groups<2>(loops, first, last, fit.data());
      case 3: return fit_groups<3>(loops, first, last, fit.data());
      case 4: return fit_groups<4>(loops, first, last, fit.data());
      case 5: return fit_groups<5>(loops, first, last, fit.data());
      case 6: return fit_groups<6>(loops, first, last, fit.data());
      default: return fit_groups<0>(loops, first, last, fit.data());
    }
  });
}

void LeastSquares::finish() {
  const SweptShape& shape = projector_.shape();
  const std::size_t columns = sample_.columns;
  projector_.crew().run(projector_.chunks(), [&](std::size_t c) {
    std::vector<double> mean(columns);
    for (std::size_t g = projector_.chunk(c); g < projector_.chunk(c + 1); ++g) {
      std::ranges::fill(mean, 0.0);
      for (std::size_t i = shape.begin[g]; i < shape.begin[g + 1]; ++i) {
        const double w = weight_[i] * (shape.swept_slope.empty() ? 1 : shape.swept_slope[i]);
        for (std::size_t k = 0; k < columns; ++k) mean[k] += w * sample_.x[i * columns + k];
      }
      const double inverse = projector_.group_weight(g) > 0 ? 1 / projector_.group_weight(g) : 0;
      for (std::size_t i = shape.begin[g]; i < shape.begin[g + 1]; ++i) {
        const double swept = shape.swept_slope.empty() ? inverse : inverse * shape.swept_slope[i];
        for (std::size_t k = 0; k < columns; ++k) sample_.x[i * columns + k] -= swept * mean[k];
      }
    }
  });
}

}  // namespace comity::analysis::detail
