// The yearly model on made-up states: what it expects, and that a pair's own figures never reach its own expectation.
#include <cmath>
#include <cstdint>

#include <gtest/gtest.h>

#include "comity/expect/year_model.hpp"

namespace comity::expect {
namespace {

double uniform(std::uint64_t& state) {
  state = state * 6364136223846793005ull + 1442695040888963407ull;
  return double(state >> 11) * 0x1p-53;
}

double normal(std::uint64_t& state) {
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += uniform(state);
  return sum;
}

std::vector<YearRow> world(std::uint32_t states, double spread) {
  std::uint64_t dice = 99;
  std::vector<double> size, x, y;
  for (std::uint32_t s = 0; s < states; ++s) size.push_back(normal(dice)), x.push_back(uniform(dice) * 9000), y.push_back(uniform(dice) * 9000);
  std::vector<YearRow> rows;
  for (std::uint32_t i = 0; i < states; ++i) {
    for (std::uint32_t j = 0; j < states; ++j) {
      if (i == j) continue;
      YearRow row;
      row.origin = i, row.destination = j, row.may_teach = true;
      const double distance = std::hypot(x[i] - x[j], y[i] - y[j]) + 50;
      row.link = {std::log(distance), double(distance < 900), double((i + j) % 5 == 0), double(i % 7 == j % 7), double((i * j) % 3 == 0)};
      const double eta = 15 + size[i] + size[j] - row.link[0] + 0.5 * row.link[1] + 0.4 * row.link[2] + 0.3 * row.link[3] + 0.2 * row.link[4];
      row.value = std::exp(eta + spread * normal(dice) - spread * spread / 2);
      rows.push_back(row);
    }
  }
  return rows;
}

TEST(YearModel, FindsWhatTheWorldIsMadeOf) {
  const auto model = expect_year(world(60, 0.5));
  ASSERT_TRUE(model);
  EXPECT_NEAR(model->coefficient[0], -1, 0.05);
  EXPECT_NEAR(model->coefficient[2], 0.4, 0.1);
  EXPECT_EQ(model->taught, 60u * 59);
}

TEST(YearModel, Rule29APairsOwnFiguresDoNotReachItsExpectation) {
  auto rows = world(40, 0.5);
  const auto before = expect_year(rows);
  ASSERT_TRUE(before);
  std::size_t reverse = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].origin == rows[100].destination && rows[i].destination == rows[100].origin) reverse = i;
  }
  rows[100].value *= 50;
  rows[reverse].value = 0;
  const auto after = expect_year(rows);
  ASSERT_TRUE(after);
  EXPECT_EQ(before->rows[100]->expected, after->rows[100]->expected);
  EXPECT_EQ(before->rows[reverse]->expected, after->rows[reverse]->expected);
  EXPECT_NE(before->rows[101]->expected, after->rows[101]->expected);
}

// A state that is known by one small partner: of larger ones more would be expected than it has with all.
TEST(YearModel, NoMoreThanAllThatAStateHas) {
  auto rows = world(40, 0.5);
  double all = 0;
  for (YearRow& row : rows) {
    if (row.origin != 0) continue;
    row.may_teach = row.destination <= 3;
    if (row.may_teach) all += row.value;
    else row.value = 0;
  }
  const auto model = expect_year(rows);
  ASSERT_TRUE(model);
  std::size_t with = 0, without = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].origin != 0) continue;
    if (model->rows[i]) EXPECT_LE(model->rows[i]->expected, all);
    ++(model->rows[i] ? with : without);
  }
  EXPECT_GT(with, 0u);
  EXPECT_GT(without, 0u);
}

TEST(YearModel, FourInFiveLieWithin) {
  const auto rows = world(60, 0.8);
  const auto model = expect_year(rows);
  ASSERT_TRUE(model);
  std::size_t within = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) within += rows[i].value >= model->rows[i]->low && rows[i].value <= model->rows[i]->high;
  EXPECT_NEAR(double(within) / double(rows.size()), 0.8, 0.01);
}

TEST(YearModel, DriversMultiplyToTheExpectation) {
  const auto model = expect_year(world(40, 0.5));
  ASSERT_TRUE(model);
  for (const auto& row : model->rows) {
    double product = row->typical * row->size;
    for (const double factor : row->driver) product *= factor;
    EXPECT_NEAR(product, row->expected, 1e-9 * row->expected);
  }
}

TEST(YearModel, WhatMayNotTeachIsStillExpected) {
  auto rows = world(40, 0.5);
  rows[7].may_teach = false, rows[7].value = 1e30;
  const auto model = expect_year(rows);
  ASSERT_TRUE(model);
  ASSERT_TRUE(model->rows[7]);
  EXPECT_LT(model->rows[7]->expected, 1e12);
  for (auto& row : rows) row.may_teach = row.may_teach && row.origin != 3;
  const auto without = expect_year(rows);
  ASSERT_TRUE(without);
  for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(without->rows[i].has_value(), rows[i].origin != 3);
}

TEST(YearModel, TooFewRowsGiveNothing) { EXPECT_FALSE(expect_year(world(12, 0.5))); }

}  // namespace
}  // namespace comity::expect
