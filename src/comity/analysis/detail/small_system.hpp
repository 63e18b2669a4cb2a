// Normal equations of a least-squares problem with a handful of terms, solved by Cholesky's method. For the few terms of
// the CIF margin; not for panels with fixed effects.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

namespace comity::analysis {

template <std::size_t terms>
class SmallSystem {
 public:
  using Row = std::array<double, terms>;

  void add(const Row& row, double y, double weight) {
    for (std::size_t i = 0; i < terms; ++i) {
      right_[i] += weight * row[i] * y;
      for (std::size_t j = 0; j <= i; ++j) left_[i][j] += weight * row[i] * row[j];
    }
  }
  void add_ridge(std::size_t term, double size) { left_[term][term] += size; }

  // Nothing when the terms are not independent.
  std::optional<Row> solve() const {
    auto l = left_;
    for (std::size_t i = 0; i < terms; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        double sum = left_[i][j];
        for (std::size_t k = 0; k < j; ++k) sum -= l[i][k] * l[j][k];
        if (i != j) {
          l[i][j] = sum / l[j][j];
        } else {
          if (!(sum > 0)) return std::nullopt;
          l[i][i] = std::sqrt(sum);
        }
      }
    }
    Row out = right_;
    for (std::size_t i = 0; i < terms; ++i) {
      for (std::size_t k = 0; k < i; ++k) out[i] -= l[i][k] * out[k];
      out[i] /= l[i][i];
    }
    for (std::size_t i = terms; i-- > 0;) {
      for (std::size_t k = i + 1; k < terms; ++k) out[i] -= l[k][i] * out[k];
      out[i] /= l[i][i];
    }
    return out;
  }

 private:
  std::array<Row, terms> left_{};  // lower triangle
  Row right_{};
};

}  // namespace comity::analysis
