// The walk over all pairs gives what a session gives for one, in order, whatever is asked for. On the base edition.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>

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
  std::map<std::uint32_t, Sizes> walk(const std::vector<SourceId>& sources) const {
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
        {}, sources);
    return out;
  }
  std::unique_ptr<Edition> edition_;
};

// A list of many sources must change neither what is found nor its order.
TEST_F(EachPair, AllSourcesByNameAreAllSources) {
  std::vector<SourceId> all;
  for (std::size_t id = 1; id < edition_->context().sources.size(); ++id) all.push_back(SourceId(static_cast<std::uint16_t>(id)));
  ASSERT_GT(all.size(), 50u);
  const auto pairs = walk({});
  EXPECT_EQ(pairs.size(), edition_->pair_count());
  EXPECT_EQ(walk(all), pairs);
  EXPECT_LT(walk({all[0]}).size(), pairs.size());
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
