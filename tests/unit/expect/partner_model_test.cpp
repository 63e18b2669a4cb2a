// The model over one state's partners on made-up counts: what it expects, and that a partner's own count never reaches its own
// expectation.
#include <cmath>
#include <cstdint>

#include <gtest/gtest.h>

#include "comity/expect/partner_model.hpp"

namespace comity::expect {
namespace {

class Dice {
 public:
  double uniform() {
    state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
    return double(state_ >> 11) * 0x1p-53;
  }
  double poisson(double mean) {
    double count = 0;
    for (double left = uniform(), limit = std::exp(-mean); left > limit; left *= uniform()) ++count;
    return count;
  }

 private:
  std::uint64_t state_ = 5;
};

// Counts that grow with the root of GDP and fall with distance; every fifth partner shares the language.
std::vector<PartnerRow> world(int partners, bool random = false) {
  Dice dice;
  std::vector<PartnerRow> rows;
  for (int i = 0; i < partners; ++i) {
    PartnerRow row;
    row.log_gdp = 22 + 6 * dice.uniform(), row.log_population = row.log_gdp - 9 + 2 * dice.uniform();
    row.link = {6.5 + 3 * dice.uniform(), double(i < 3), double(i % 5 == 0), double(i % 4 == 0)};
    const double mean = random ? 3 : std::exp(-8 + 0.5 * row.log_gdp - 0.4 * row.link[0] + 0.5 * row.link[2]);
    row.value = dice.poisson(mean), row.may_teach = true;
    rows.push_back(row);
  }
  return rows;
}

TEST(PartnerModel, FindsWhatTheCountsWereMadeWith) {
  const auto rows = world(400);
  const auto model = expect_partners(rows);
  ASSERT_TRUE(model);
  EXPECT_EQ(model->taught, 400u);
  EXPECT_GT(model->explained, 0.6);
  double apart = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double mean = std::exp(-8 + 0.5 * rows[i].log_gdp - 0.4 * rows[i].link[0] + 0.5 * rows[i].link[2]);
    apart = std::max(apart, std::abs(std::log(model->rows[i]->expected / mean)));
  }
  EXPECT_LT(apart, 0.3);
}

TEST(PartnerModel, Rule29APartnersOwnCountDoesNotReachItsExpectation) {
  auto rows = world(150);
  const auto before = expect_partners(rows);
  rows[17].value += 60;
  const auto after = expect_partners(rows);
  ASSERT_TRUE(before && after);
  EXPECT_EQ(before->rows[17]->expected, after->rows[17]->expected);
  EXPECT_NE(before->rows[18]->expected, after->rows[18]->expected);
}

TEST(PartnerModel, DriversMultiplyToTheExpectation) {
  const auto model = expect_partners(world(150));
  ASSERT_TRUE(model);
  for (const auto& row : model->rows) {
    double product = row->typical * row->size;
    for (const double factor : row->driver) product *= factor;
    EXPECT_NEAR(product, row->expected, 1e-9 * row->expected);
  }
}

// Three neighbours cannot say what a fourth would have.
TEST(PartnerModel, ALinkOfAHandfulIsNotInTheModel) {
  const auto model = expect_partners(world(150));
  ASSERT_TRUE(model);
  for (const auto& row : model->rows) EXPECT_EQ(row->driver[1], 1);
  EXPECT_NE(model->rows[0]->driver[2], 1);
  EXPECT_EQ(model->rows[0]->driver[4], 1);  // agreements are not in it
}

TEST(PartnerModel, FourInFiveLieWithin) {
  const auto rows = world(300);
  const auto model = expect_partners(rows);
  ASSERT_TRUE(model);
  std::size_t within = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) within += rows[i].value >= model->rows[i]->low && rows[i].value <= model->rows[i]->high;
  EXPECT_NEAR(double(within) / double(rows.size()), 0.8, 0.05);
}

TEST(PartnerModel, CountsThatSizeAndDistanceDoNotExplainGiveNothing) { EXPECT_FALSE(expect_partners(world(150, true))); }

TEST(PartnerModel, TooFewPartnersGiveNothing) { EXPECT_FALSE(expect_partners(world(99))); }

TEST(PartnerModel, NoVisitsAtAllGiveNothing) {
  auto rows = world(150);
  for (auto& row : rows) row.value = 0;
  EXPECT_FALSE(expect_partners(rows));
}

}  // namespace
}  // namespace comity::expect
