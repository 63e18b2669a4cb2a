// The walk over all pairs gives what a session gives for one, in order, whatever is asked for. On the base edition.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/store/edition.hpp"

namespace comity::store {
namespace {

struct Sizes {
  std::size_t observations, events, missions, agreements, presences, alone;
  bool operator==(const Sizes&) const = default;
};

Sizes sizes_of(const facts::PairFacts& f) {
  return {f.observations.size(), f.events.size(), f.missions.size(), f.agreements.size(), f.presences.size(), f.of_a->memberships.size() + f.of_b->observations.size()};
}

class EachPair : public testing::Test {
 protected:
  void SetUp() override {
    const char* file = std::getenv("COMITY_TEST_EDITION");
    if (!file || !std::filesystem::exists(file)) GTEST_SKIP() << "COMITY_TEST_EDITION is not there";
    edition_ = std::make_unique<Edition>(file, world::Register::load(COMITY_SOURCE_DIR "/data"));
  }
  std::map<std::uint32_t, Sizes> walk(const std::vector<SourceId>& sources, const std::vector<std::string>& indicators = {}) const {
    std::map<std::uint32_t, Sizes> out;
    std::uint32_t last = 0;
    edition_->for_each_pair(
        1,
        [&](std::size_t, const facts::PairFacts& f) {
          const std::uint32_t code = Pair(f.a, f.b).code();
          EXPECT_GT(code, last);
          last = code;
          out.emplace(code, sizes_of(f));
        },
        indicators, sources);
    return out;
  }
  std::unique_ptr<Edition> edition_;
};

TEST_F(EachPair, SourcesByNameAreTheirFactsAlone) {
  std::vector<SourceId> all;
  for (std::size_t id = 1; id < edition_->context().sources.size(); ++id) all.push_back(SourceId(static_cast<std::uint16_t>(id)));
  ASSERT_GT(all.size(), 50u);
  const auto pairs = walk({});
  EXPECT_EQ(pairs.size(), edition_->pair_count());
  EXPECT_EQ(walk(all), pairs);
  EXPECT_LT(walk({all[0]}).size(), pairs.size());
}

// Held against what a pair that has such figures holds when it is asked for alone.
TEST_F(EachPair, IndicatorsByNameAreTheirFiguresAlone) {
  const auto wanted = edition_->context().indicator("goods_trade_total");
  Session session(*edition_);
  const auto all = walk({});
  const auto some = walk({}, {"goods_trade_total"});
  std::size_t found = 0, passed_over = 0;
  for (const auto& [code, sizes] : some) {
    passed_over += all.at(code).observations - sizes.observations;
    EXPECT_EQ(sizes.events, all.at(code).events) << code;
    if (sizes.observations == 0) continue;
    const Pair pair(code);
    const auto alone = session.pair_facts(pair.low, pair.high).observations;
    EXPECT_EQ(sizes.observations, std::size_t(std::ranges::count(alone, wanted, &facts::Observation::indicator))) << code;
    found += sizes.observations;
  }
  EXPECT_GT(found, 0u);
  EXPECT_GT(passed_over, 0u);
}

// The walk takes the tables' order for granted, so it says where that is broken, and gives no pair twice.
TEST_F(EachPair, FactsOutOfTheirOrderAreAnError) {
  const auto file = std::filesystem::temp_directory_path() / fmt::format("comity-each-pair-{}.duckdb", ::getpid());
  std::filesystem::copy_file(std::getenv("COMITY_TEST_EDITION"), file, std::filesystem::copy_options::overwrite_existing);
  std::filesystem::permissions(file, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
  {
    Database database(file, {});
    auto connection = database.connect();
    connection.run("CREATE TEMP TABLE turned AS SELECT * FROM event ORDER BY pair DESC, key; TRUNCATE event; INSERT INTO event SELECT * FROM turned; CHECKPOINT");
  }
  const Edition turned(file, world::Register::load(COMITY_SOURCE_DIR "/data"));
  EXPECT_THROW(turned.for_each_pair(1, [](std::size_t, const facts::PairFacts&) {}, {}, {}), StoreError);
  std::filesystem::remove(file);
}

TEST_F(EachPair, AsOnePairAlone) {
  Session session(*edition_);
  std::size_t number = 0;
  for (const auto& [code, sizes] : walk({})) {
    if (number++ % 40 != 0) continue;
    const Pair pair(code);
    EXPECT_EQ(sizes_of(session.pair_facts(pair.low, pair.high)), sizes) << code;
  }
}

}  // namespace
}  // namespace comity::store
