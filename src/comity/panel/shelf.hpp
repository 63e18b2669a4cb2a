// What a panel needs of an edition, read once: spans of series and figures of observations, carried from the codes or states
// they were given for to the members of the frame's list; and what each source claims to cover. Knows no column.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "comity/panel/frame.hpp"

namespace comity::panel {

// One value of the series table, or one observation, for members of the frame. `to` is -1 for a value of one member alone.
// Days are clipped to those on which the members are the ones meant.
struct Span {
  std::int32_t from = 0, to = -1;  // indexes of members
  std::uint32_t item = 0;
  Day first{}, last{};
  double value = 0;
};

// What the sources of an indicator claim together.
struct Coverage {
  int from = 0, to = -1;        // years; to < from: nothing is declared
  bool absent_is_zero = false;  // inside these years no row means zero
  std::vector<std::string> sources;
  std::string note;
  bool holds(int year) const { return year >= from && year <= to; }
};

// What became of the rows of an indicator on their way into the frame.
struct Matching {
  std::size_t rows = 0;       // read
  std::size_t unmatched = 0;  // of these: for nobody in the frame's list
  std::size_t dropped = 0;    // of these: gave way to another row that says the same
};

class Shelf {
 public:
  Shelf(store::Connection& connection, const world::Register& states, const Frame& frame);

  // Reads several indicators of the series table in one pass. Those not read before are empty.
  void load_series(const std::vector<std::string>& indicators);
  const std::vector<Span>& series(const std::string& indicator) const;
  const Coverage& coverage(const std::string& indicator);
  const Matching& matching(const std::string& indicator) const;

  const Frame& frame() const { return frame_; }
  const world::Register& states() const { return states_; }
  store::Connection& connection() { return connection_; }

  // Members of the frame's list that are this state, each with its days. Empty when there is none.
  struct Part {
    std::int32_t member;
    world::DaySpan days;
  };
  const std::vector<Part>& parts_of(StateId state) const;
  // A year's figure of a pair of states belongs to the members that they are on the last day on which both exist in it.
  // False when the list does not have both in the year.
  bool members_of(StateId a, StateId b, const world::DaySpan& period, std::int32_t& one, std::int32_t& two) const;
  bool member_of(StateId state, const world::DaySpan& period, std::int32_t& one) const;
  // The state that a member of the list is on a day; none when the register does not know.
  StateId state_of(std::size_t member, Day day) const;
  // States that the member is within the days and that are another member too within them.
  std::vector<StateId> shared_states(std::size_t member, const world::DaySpan& days) const;
  // Codes in another list of the states that a member is, each with days on which that list has it as the same state.
  std::vector<std::pair<int, world::DaySpan>> codes_in(const System& other, std::size_t member) const;

 private:
  using Parts = std::vector<Part>;
  const std::map<std::uint16_t, Parts>& translation(const std::string& scheme);
  void read_codes();
  void place(const std::string& indicator, const std::string& scheme, std::uint16_t from, std::uint16_t to, Span span);

  struct Held {
    std::uint16_t state;
    world::DaySpan days;
  };
  store::Connection& connection_;
  const world::Register& states_;
  const Frame& frame_;
  std::map<std::string, std::map<std::uint16_t, std::vector<Held>>> codes_;  // scheme → code → states
  std::vector<std::vector<Held>> members_;                                   // member → states
  std::vector<Parts> of_state_;                                              // state id → members
  std::map<std::string, std::map<std::uint16_t, Parts>> translations_;
  std::map<std::string, std::vector<Span>> series_;
  std::map<std::string, Matching> matching_;
  std::map<std::string, Coverage> coverage_;
  std::map<std::string, std::vector<std::string>> series_sources_;  // indicator → sources that give it as a series
};

}  // namespace comity::panel
