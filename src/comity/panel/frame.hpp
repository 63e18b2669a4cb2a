// The rows of a panel: which members of a list of states exist in which period, and which pairs of them exist on a common
// day. Made from the edition's lists (COW, Gleditsch-Ward) or from the register (ISO); today's date plays no part.
// Rows are ordered by first code, second code, period. Not here: any variable.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "comity/store/duckdb.hpp"
#include "comity/world/register.hpp"

namespace comity::panel {

enum class Unit { directed_dyad_year, dyad_year, state_year, state_organization_year };
enum class Step { year, month, day };

// A member of a list of states: one code. Not always one state: COW 365 is Russia, the Soviet Union and Russia again.
struct Member {
  std::uint16_t code = 0;
  std::string key;                    // the state's key where the list is the register's (ISO)
  std::vector<world::DaySpan> spans;  // when the list has it, ascending
  bool microstate = false;
};

// A list of states. `first` and `last` bound what it says anything about.
struct System {
  std::string scheme;            // cow, gw, iso
  std::vector<Member> members;   // ascending by code; for iso by key
  Day first{}, last{};
};

// Throws DataError when the edition holds no such list.
System read_system(store::Connection& connection, const world::Register& states, const std::string& scheme, bool microstates);

// Periods are counted: years as they are, months from year 0, days from 1970-01-01.
std::int32_t period_of(Step step, Day day);
Day first_day_of(Step step, std::int32_t period);
Day last_day_of(Step step, std::int32_t period);

struct FrameRequest {
  Unit unit = Unit::directed_dyad_year;
  Step step = Step::year;
  int from_year = 0, to_year = 0;  // 0 = as far as the list goes
  bool same_year = false;          // also pairs that exist in a common year but on no common day, marked
};

struct Years {
  int from, to;
};
// The years asked for. Throws UsageError: an empty range, years that the list does not cover.
Years check_years(const System& system, const FrameRequest& request);

// Rows of one pair (or one state) without a gap: periods first..last stand in rows row, row + 1, …
struct Run {
  std::int32_t first = 0, last = 0;
  std::uint32_t row = 0;
  bool common_day = true;
};

class Frame {
 public:
  // Throws UsageError: an empty range, years that the list does not cover, more rows than can be held.
  Frame(System system, const FrameRequest& request);

  const System& system() const { return system_; }
  Unit unit() const { return request_.unit; }
  Step step() const { return request_.step; }
  bool pairs() const { return request_.unit == Unit::directed_dyad_year || request_.unit == Unit::dyad_year; }
  bool directed() const { return request_.unit == Unit::directed_dyad_year; }
  bool marks_days() const { return request_.same_year; }
  std::size_t members() const { return system_.members.size(); }
  std::size_t rows() const { return rows_; }
  std::int32_t first_period() const { return first_; }
  std::int32_t last_period() const { return last_; }
  std::size_t periods() const { return static_cast<std::size_t>(last_ - first_ + 1); }
  // Pairs that exist in a common period but on no common day.
  std::size_t never_met() const { return never_met_; }

  // Runs of a pair of members; for frames of states of (i, i). Ascending.
  const Run* begin(std::size_t i, std::size_t j) const { return runs_.data() + start_[slot(i, j)]; }
  const Run* end(std::size_t i, std::size_t j) const { return runs_.data() + start_[slot(i, j) + 1]; }
  // Row of a pair in a period; -1 when there is none.
  std::int64_t row(std::size_t i, std::size_t j, std::int32_t period) const;
  // Calls work(run, i, j) for every run, in the order of rows.
  template <class Work>
  void each_run(Work work) const {
    for (std::size_t i = 0; i < members(); ++i) {
      for (std::size_t j = pairs() ? 0 : i; j < (pairs() ? members() : i + 1); ++j) {
        for (const Run* run = begin(i, j); run != end(i, j); ++run) work(*run, i, j);
      }
    }
  }

 private:
  std::size_t slot(std::size_t i, std::size_t j) const { return pairs() ? i * system_.members.size() + j : i; }
  void add(std::vector<std::pair<world::DaySpan, bool>>& spans);

  System system_;
  FrameRequest request_;
  std::int32_t first_ = 0, last_ = 0;
  std::vector<std::uint32_t> start_;
  std::vector<Run> runs_;
  std::size_t rows_ = 0, never_met_ = 0;
};

}  // namespace comity::panel
