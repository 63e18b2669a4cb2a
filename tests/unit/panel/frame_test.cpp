#include "tests/unit/panel/little_edition.hpp"

#include <set>

#include "comity/base/error.hpp"

namespace comity::panel::test {
namespace {

Frame frame(LittleEdition& edition, FrameRequest request, const char* scheme = "cow", bool microstates = true) {
  return Frame(read_system(edition.connection(), edition.states(), scheme, microstates), request);
}

std::set<std::tuple<int, int, int>> rows(const Frame& frame) {
  std::set<std::tuple<int, int, int>> out;
  std::uint32_t next = 0;
  frame.each_run([&](const panel::Run& run, std::size_t i, std::size_t j) {
    EXPECT_EQ(run.row, next) << "rows stand in the order of codes and periods";
    for (std::int32_t period = run.first; period <= run.last; ++period, ++next) {
      EXPECT_TRUE(out.emplace(frame.system().members[i].code, frame.system().members[j].code, period).second) << "every row is unique";
    }
  });
  EXPECT_EQ(next, frame.rows());
  return out;
}

TEST(Frame, only_pairs_that_exist_on_a_common_day) {
  LittleEdition edition;
  const auto all = rows(frame(edition, {}));
  EXPECT_TRUE(all.contains({260, 265, 1990}));
  EXPECT_FALSE(all.contains({255, 265, 1990})) << "the GDR ended the day before";
  EXPECT_FALSE(all.contains({255, 260, 1990})) << "one state, two codes, never on one day";
  EXPECT_FALSE(all.contains({220, 2, 1943})) << "France was not in the list";
  EXPECT_TRUE(all.contains({220, 2, 1942}) && all.contains({220, 2, 1944}));
  EXPECT_TRUE(all.contains({255, 705, 1991}));
  EXPECT_FALSE(all.contains({255, 705, 1990}));
}

TEST(Frame, no_pair_year_before_either_states_first_common_day) {
  LittleEdition edition;
  const Frame made = frame(edition, {});
  made.each_run([&](const panel::Run& run, std::size_t i, std::size_t j) {
    bool common = false;
    for (const auto& a : made.system().members[i].spans) {
      for (const auto& b : made.system().members[j].spans) {
        const Day from = std::max(a.from, b.from), to = std::min(a.to, b.to);
        common |= from <= to && year_of(from) == run.first && year_of(to) >= run.last;
      }
    }
    EXPECT_TRUE(common) << made.system().members[i].code << "-" << made.system().members[j].code << " " << run.first;
  });
}

TEST(Frame, pairs_of_one_year_but_no_day_are_marked_when_asked_for) {
  LittleEdition edition;
  FrameRequest request;
  request.same_year = true;
  const Frame made = frame(edition, request);
  bool found = false;
  made.each_run([&](const panel::Run& run, std::size_t i, std::size_t j) {
    const bool is_it = made.system().members[i].code == 255 && made.system().members[j].code == 265 && run.first <= 1990 && run.last >= 1990;
    if (is_it) {
      found = true;
      EXPECT_FALSE(run.common_day);
    }
  });
  EXPECT_TRUE(found);
  EXPECT_EQ(made.rows(), frame(edition, {}).rows() + made.never_met());
}

TEST(Frame, undirected_has_each_pair_once_lower_code_first) {
  LittleEdition edition;
  FrameRequest request;
  request.unit = Unit::dyad_year;
  const auto half = rows(frame(edition, request));
  const auto all = rows(frame(edition, {}));
  EXPECT_EQ(half.size() * 2, all.size());
  for (const auto& [one, two, year] : half) EXPECT_LT(one, two);
}

TEST(Frame, months_and_days) {
  LittleEdition edition;
  FrameRequest request;
  request.step = Step::month;
  request.from_year = request.to_year = 1990;
  const auto months = rows(frame(edition, request));
  EXPECT_TRUE(months.contains({255, 2, 1990 * 12 + 9}));
  EXPECT_FALSE(months.contains({255, 2, 1990 * 12 + 8}));
  EXPECT_TRUE(months.contains({260, 2, 1990 * 12 + 9})) << "it existed on two days of October";
  request.step = Step::day;
  const Frame days = frame(edition, request);
  EXPECT_EQ(days.row(0, 0, 0), -1);
  EXPECT_EQ(period_of(Step::day, make_day(1990, 10, 3)) - period_of(Step::day, make_day(1990, 10, 2)), 1);
}

TEST(Frame, microstates_may_be_left_out) {
  LittleEdition edition;
  FrameRequest request;
  request.unit = Unit::state_year;
  EXPECT_EQ(frame(edition, request, "gw").members(), 2u);
  EXPECT_EQ(frame(edition, request, "gw", false).members(), 1u);
}

TEST(Frame, iso_takes_the_registers_own_states) {
  LittleEdition edition;
  FrameRequest request;
  request.unit = Unit::state_year;
  request.from_year = 1989;
  request.to_year = 1992;
  const Frame made = frame(edition, request, "iso");
  std::set<std::string> keys;
  made.each_run([&](const panel::Run&, std::size_t i, std::size_t) { keys.insert(made.system().members[i].key); });
  EXPECT_TRUE(keys.contains("SUN") && keys.contains("RUS") && keys.contains("DDR") && keys.contains("DEU"));
  EXPECT_FALSE(keys.contains("GUF")) << "a territory is no state";
}

TEST(Frame, empty_ranges_and_years_beyond_the_list_are_errors) {
  LittleEdition edition;
  FrameRequest request;
  request.from_year = 2000;
  request.to_year = 1990;
  EXPECT_THROW(frame(edition, request), UsageError);
  request.to_year = 2025;
  EXPECT_THROW(frame(edition, request), UsageError) << "nobody says which states there are; nothing depends on today's date";
  EXPECT_THROW(read_system(edition.connection(), edition.states(), "none", true), DataError);
}

}  // namespace
}  // namespace comity::panel::test
