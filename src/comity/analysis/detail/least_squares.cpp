#include "comity/analysis/detail/least_squares.hpp"

#include <algorithm>

#include <Eigen/Cholesky>


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

// X'WX, and X'Wt into with_u, where t is u less the effects' part b; all cleaned of the swept effect on the way.
std::vector<double> LeastSquares::cross(const std::vector<double>* u, const std::vector<double>& b, std::vector<double>* with_u) {
  const std::size_t columns = sample_.columns, lanes = columns + (u ? 1 : 0);
  if (columns == 0) return {};
  const Columns of{sample_.x.data(), u ? u->data() : nullptr, b.data(), columns};
  std::vector<std::vector<double>> sums(projector_.chunks());
  projector_.crew().run(projector_.chunks(), [&](std::size_t c) {
    std::vector<double> sum(lanes * lanes, 0), room(2 * lanes), t(projector_.largest_group());
    inner_loops().cross(of, projector_.loops(), projector_.chunk(c), projector_.chunk(c + 1), sum.data(), t.data(), room.data());
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
  const Columns of{sample_.x.data(), u.data(), b.data(), columns};
  projector_.crew().run(projector_.chunks(), [&](std::size_t c) {
    inner_loops().fit(of, beta.data(), projector_.loops(), projector_.chunk(c), projector_.chunk(c + 1), fit.data());
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
