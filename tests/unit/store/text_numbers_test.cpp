#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "comity/store/text_numbers.hpp"

namespace comity::store {
namespace {

TEST(TextNumbers, AreGivenAsTextsComeAndKept) {
  TextNumbers numbers;
  EXPECT_EQ(numbers.of("b"), 0u);
  EXPECT_EQ(numbers.of(""), 1u);
  EXPECT_EQ(numbers.of("a"), 2u);
  EXPECT_EQ(numbers.of("b"), 0u);
  EXPECT_EQ(numbers.of(""), 1u);
  EXPECT_EQ(numbers.size(), 3u);
}

// Beyond several doublings of the table and many blocks, one longer than a block; views given out before stay what they were, also where all moves.
TEST(TextNumbers, OfManyTextsStayWhereTheyAre) {
  TextNumbers numbers;
  const std::string longest(100'000, 'x');
  std::vector<std::string_view> views;
  for (std::uint32_t i = 0; i < 50'000; ++i) {
    const std::string text = i == 777 ? longest : "text " + std::to_string(i * 7919);
    ASSERT_EQ(numbers.of(text), i);
    views.push_back(numbers.text(i));
  }
  const TextNumbers moved = std::move(numbers);
  for (std::uint32_t i = 0; i < 50'000; ++i) {
    ASSERT_EQ(views[i], i == 777 ? longest : "text " + std::to_string(i * 7919));
    ASSERT_EQ(moved.text(i).data(), views[i].data());
  }
}

}  // namespace
}  // namespace comity::store
