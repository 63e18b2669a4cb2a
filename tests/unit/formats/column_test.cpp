#include "comity/base/column.hpp"

#include <bit>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace comity {
namespace {

bool same_bits(const Column& column, const std::vector<double>& values) {
  if (column.size() != values.size()) return false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::bit_cast<std::uint64_t>(column[i]) != std::bit_cast<std::uint64_t>(values[i])) return false;
  }
  return true;
}

TEST(Column, PackedItHoldsTheSameBits) {
  const std::vector<double> values = {0, 1, -0.0, 0.1, std::nan(""), std::numeric_limits<double>::infinity(), 1, 0, 0.1, 5e-324};
  Column column(values);
  column.pack();
  EXPECT_TRUE(column.is_packed());
  EXPECT_TRUE(same_bits(column, values));
  EXPECT_TRUE(same_bits(Column(column.values()), values));
  EXPECT_TRUE(same_bits(Column(column.take()), values));
}

TEST(Column, TwoHundredAndFiftySixValuesAreTheMost) {
  std::vector<double> values;
  for (int i = 0; i < 3000; ++i) values.push_back(i % 256 + 0.25);
  Column column(values);
  column.pack();
  EXPECT_TRUE(column.is_packed());
  EXPECT_TRUE(same_bits(column, values));
  values.push_back(-1);
  Column more(values);
  more.pack();
  EXPECT_FALSE(more.is_packed());
  EXPECT_TRUE(same_bits(more, values));
}

TEST(Column, WritingUnpacks) {
  Column column(std::size_t{4}, 2.0);
  column.pack();
  column.push_back(3);
  column[0] = 7;
  EXPECT_TRUE(same_bits(column, {7, 2, 2, 2, 3}));
  EXPECT_EQ(column.back(), 3);
  column.pack();
  column.transform([](double value) { return 2 * value; });
  EXPECT_TRUE(same_bits(column, {14, 4, 4, 4, 6}));
  EXPECT_TRUE(column.has([](double value) { return value == 6; }));
  EXPECT_FALSE(column.has([](double value) { return value == 7; }));
  EXPECT_TRUE(Column().empty());
}

}  // namespace
}  // namespace comity
