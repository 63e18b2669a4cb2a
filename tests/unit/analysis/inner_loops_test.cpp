// The inner loops of each class of processors that this one can run, against sums written out plainly.
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "comity/analysis/detail/inner_loops.hpp"
#include "unit/analysis/small_problems.hpp"

namespace comity::analysis::detail {
namespace {

using Numbers = std::vector<double>;

// Groups of unlike length, one of them of one row and one without weight, over a few effects of seven levels each.
struct World {
  explicit World(std::size_t effects, bool slopes, std::size_t columns) : dice(unsigned(1 + effects + 10 * columns)), blocks(effects), coefficients(7 * effects) {
    for (const std::uint32_t length : {5u, 1u, 8u, 3u, 6u}) begin.push_back(begin.back() + length);
    const std::size_t rows = begin.back();
    for (std::size_t i = 0; i < rows; ++i) {
      weight.push_back(i >= 6 && i < 14 && i % 2 ? 0 : 0.2 + dice.uniform());
      for (std::size_t q = 0; q < blocks; ++q) code.push_back(std::uint32_t(7 * q + dice.uniform() * 7));
    }
    if (slopes) slope = some(rows * blocks), swept_slope = some(rows);
    x = some(rows * columns), u = some(rows);
    for (std::size_t g = 0; g + 1 < begin.size(); ++g) {
      group_weight.push_back(0);
      for (std::size_t i = begin[g]; i < begin[g + 1]; ++i) group_weight.back() += weight[i] * swept(i) * swept(i);
    }
  }
  Numbers some(std::size_t count) {
    Numbers out;
    for (std::size_t i = 0; i < count; ++i) out.push_back(dice.normal());
    return out;
  }
  Loops loops() const { return {begin.data(), code.data(), slope.empty() ? nullptr : slope.data(), swept_slope.empty() ? nullptr : swept_slope.data(), weight.data(), group_weight.data(), blocks}; }
  std::size_t rows() const { return begin.back(); }
  std::size_t groups() const { return begin.size() - 1; }
  double swept(std::size_t i) const { return swept_slope.empty() ? 1 : swept_slope[i]; }
  double factor(std::size_t i, std::size_t q) const { return slope.empty() ? 1 : slope[i * blocks + q]; }

  // D b of one lane, and a column less its mean along the swept effect.
  Numbers made(const Numbers& b, std::size_t lanes, std::size_t lane) const {
    Numbers out(rows(), 0.0);
    for (std::size_t i = 0; i < rows(); ++i) {
      for (std::size_t q = 0; q < blocks; ++q) out[i] += factor(i, q) * b[code[i * blocks + q] * lanes + lane];
    }
    return out;
  }
  Numbers cleaned(Numbers v) const {
    for (std::size_t g = 0; g < groups(); ++g) {
      double mean = 0;
      for (std::size_t i = begin[g]; i < begin[g + 1]; ++i) mean += weight[i] * swept(i) * v[i];
      mean = group_weight[g] > 0 ? mean / group_weight[g] : 0;
      for (std::size_t i = begin[g]; i < begin[g + 1]; ++i) v[i] -= swept(i) * mean;
    }
    return v;
  }
  // D'W v of one lane.
  Numbers back(const Numbers& v) const {
    Numbers out(coefficients, 0.0);
    for (std::size_t i = 0; i < rows(); ++i) {
      for (std::size_t q = 0; q < blocks; ++q) out[code[i * blocks + q]] += factor(i, q) * weight[i] * v[i];
    }
    return out;
  }

  small::Dice dice;
  std::size_t blocks, coefficients;
  std::vector<std::uint32_t> begin{0}, code;
  Numbers weight, slope, swept_slope, group_weight, x, u;
};

void expect_near(const Numbers& found, const Numbers& wanted, const char* what) {
  ASSERT_EQ(found.size(), wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i) ASSERT_NEAR(found[i], wanted[i], 1e-12) << what << " " << i;
}

Numbers column_of(const Numbers& all, std::size_t columns, std::size_t k) {
  Numbers out;
  for (std::size_t i = k; i < all.size(); i += columns) out.push_back(all[i]);
  return out;
}

void check(const InnerLoops& fast, World& w, std::size_t columns) {
  const auto lanes = columns <= most_lanes ? std::size_t(lanes_of(int(columns))) : 0;
  const Numbers b = w.some(w.coefficients * columns);
  Numbers left = w.x;
  fast.subtract(columns, w.loops(), 0, w.rows(), left.data(), columns, b.data());
  for (std::size_t k = 0; k < columns; ++k) {
    Numbers wanted = column_of(w.x, columns, k);
    const Numbers made = w.made(b, columns, k);
    for (std::size_t i = 0; i < w.rows(); ++i) wanted[i] -= made[i];
    expect_near(column_of(left, columns, k), wanted, "subtract");
  }
  if (lanes > 0) {
    Numbers gradient(w.coefficients * lanes, 0.0), out(gradient), scratch(8 * lanes), p = w.some(gradient.size());
    fast.gradient(int(columns), w.loops(), 0, w.groups(), w.x.data(), columns, gradient.data());
    fast.multiply(int(lanes), w.loops(), 0, w.groups(), p.data(), out.data(), scratch.data());
    for (std::size_t k = 0; k < lanes; ++k) {
      expect_near(column_of(gradient, lanes, k), k < columns ? w.back(w.cleaned(column_of(w.x, columns, k))) : Numbers(w.coefficients, 0.0), "gradient");
      expect_near(column_of(out, lanes, k), w.back(w.cleaned(w.made(p, lanes, k))), "multiply");
    }
  }
  // Products of the regressors and of u less its effects' part; and the fit of u.
  const Numbers of_u = w.some(w.coefficients), beta = w.some(columns), part = w.made(of_u, 1, 0);
  const std::size_t width = columns + 1;
  std::vector<Numbers> clean;
  for (std::size_t k = 0; k < columns; ++k) clean.push_back(w.cleaned(column_of(w.x, columns, k)));
  Numbers rest = w.u, made = part;
  for (std::size_t i = 0; i < w.rows(); ++i) rest[i] -= part[i];
  clean.push_back(w.cleaned(rest));
  for (const bool with_u : {true, false}) {
    const std::size_t wide = with_u ? width : columns;
    Numbers sums(wide * wide, 0.0), t(8), room(2 * width);
    fast.cross({w.x.data(), with_u ? w.u.data() : nullptr, of_u.data(), columns}, w.loops(), 0, w.groups(), sums.data(), t.data(), room.data());
    for (std::size_t k = 0; k < columns; ++k) {
      for (std::size_t j = k; j < wide; ++j) {
        double wanted = 0;
        for (std::size_t i = 0; i < w.rows(); ++i) wanted += w.weight[i] * clean[k][i] * clean[j][i];
        ASSERT_NEAR(sums[k * wide + j], wanted, 1e-12) << "cross " << k << " " << j;
      }
    }
  }
  for (std::size_t i = 0; i < w.rows(); ++i) {
    for (std::size_t k = 0; k < columns; ++k) made[i] += w.x[i * columns + k] * beta[k];
  }
  Numbers fit(w.rows()), beyond = w.u;
  for (std::size_t i = 0; i < w.rows(); ++i) beyond[i] -= made[i];
  const Numbers uncleaned = w.cleaned(beyond);
  for (std::size_t i = 0; i < w.rows(); ++i) made[i] += beyond[i] - uncleaned[i];
  fast.fit({w.x.data(), w.u.data(), of_u.data(), columns}, beta.data(), w.loops(), 0, w.groups(), fit.data());
  expect_near(fit, made, "fit");
}

TEST(InnerLoops, EachClassOfProcessorsSumsTheSame) {
  const InnerLoops* here[3];
  const std::size_t count = inner_loops_here(here);
  ASSERT_GE(count, 1u);
  for (std::size_t c = 0; c < count; ++c) {
    for (std::size_t effects = 1; effects <= 4; ++effects) {
      for (const bool slopes : {false, true}) {
        for (std::size_t columns = 1; columns <= 10; ++columns) {
          SCOPED_TRACE(testing::Message() << "class " << c << ", " << effects << " effects, slopes " << slopes << ", " << columns << " columns");
          World world(effects, slopes, columns);
          check(*here[c], world, columns);
          if (HasFatalFailure()) return;
        }
      }
    }
  }
}

TEST(InnerLoops, TheStepsOfConjugateGradient) {
  const InnerLoops* here[3];
  const std::size_t count = inner_loops_here(here), size = 5;
  small::Dice dice(4);
  const auto some = [&](std::size_t n) {
    Numbers out;
    for (std::size_t i = 0; i < n; ++i) out.push_back(dice.normal());
    return out;
  };
  for (std::size_t c = 0; c < count; ++c) {
    for (const std::size_t lanes : {1u, 2u, 4u, 8u}) {
      const Numbers diagonal = some(size), alpha = some(lanes), beta = some(lanes), q = some(size * lanes);
      for (const bool with : {false, true}) {
        Numbers p = some(size * lanes), x = some(size * lanes), r = some(size * lanes), sums(lanes, 0.0);
        Numbers turned = p, moved = x, rest = r, squares(lanes, 0.0), products(lanes, 0.0);
        for (std::size_t at = 0; at < size * lanes; ++at) {
          const double d = with ? diagonal[at / lanes] : 1;
          products[at % lanes] += d * q[at] * r[at];
          turned[at] = d * r[at] + beta[at % lanes] * p[at];
          moved[at] += alpha[at % lanes] * turned[at], rest[at] -= alpha[at % lanes] * q[at];
          if (with) squares[at % lanes] += d * rest[at] * rest[at];
        }
        const double* const over = with ? diagonal.data() : nullptr;
        here[c]->dot(int(lanes), size, over, q.data(), r.data(), sums.data());
        expect_near(sums, products, "dot");
        here[c]->turn(int(lanes), size, over, r.data(), beta.data(), p.data());
        expect_near(p, turned, "turn");
        here[c]->advance(int(lanes), size, over, alpha.data(), p.data(), q.data(), x.data(), r.data(), sums.data());
        expect_near(x, moved, "advance");
        expect_near(r, rest, "advance");
        expect_near(sums, squares, "advance");
      }
    }
  }
}

}  // namespace
}  // namespace comity::analysis::detail
