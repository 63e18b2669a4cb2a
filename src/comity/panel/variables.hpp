// The columns that a panel can have, as one visible table: name, where it comes from, how several values of one period
// become one, unit and title. Besides these every indicator of the edition's observations is a variable (observations.cpp).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comity::panel {

// Where a column's cells come from.
enum class Sort {
  code,            // code of a side in a list: the frame's own, or that of the same state in another one
  key,             // the frame itself: the register's key of the state on the period's last day
  period,          // the frame itself
  common_day,      // the frame itself: whether the two exist on a common day of the period
  state,           // series of one member
  pair,            // series of a pair; undirected frames take the larger of the two directions
  rivalry_number,  // item of the rivalry series
  dispute,         // series of disputes, one dispute left of several by the whittling rule
  joint_igos,      // organisations in which both have full or associate status
  capital_distance,
  trade,           // COW trade as its publisher counts it: million USD, zeros kept
  memberships,     // organisations that both are members of (dated table)
  agreements,      // agreements in force
  visits,
  missions,
  observation,     // an indicator of the observation table
};
// How several values in one period become one.
enum class Rule { last, first, least, most };
// Whose the value is: the pair's, or of the first or second side. `each` stands in the table for both.
enum class Side { pair, one, two, each };

struct Variable {
  const char* name;       // "milex": its columns are milex1 and milex2, in frames of states milex
  Side side;
  Sort sort;
  const char* indicator;  // key of the series; for other sorts what they need
  Rule rule;
  const char* unit;
  const char* title;
};

std::span<const Variable> variables();

// A column as asked for.
struct ColumnRequest {
  std::string name;                    // as it is headed
  const Variable* variable = nullptr;  // null: an observation
  Side side = Side::pair;              // one, two or pair
  // observations
  std::string indicator, source;       // source empty: the one with the most figures
  bool back = false;                   // from the second side to the first
  std::string reporter;                // from_side, to_side, third
  // changes on top, in order: lag1, lead2, onset, duration, peace, peace3
  std::vector<std::string> changes;
};

// The 84 columns of peacesciencer's usual pipeline, in its order.
std::vector<std::string> preset_columns(std::string_view preset);  // throws UsageError naming the presets
std::vector<std::string> preset_names();

// The columns behind one word: "milex" gives both sides, "milex1" one; "polity2" is itself and not side 2 of "polity".
// Empty when the table does not know it.
std::vector<ColumnRequest> table_columns(std::string_view word, bool pairs);
// All names of the table, for messages and for `comity panel --list`.
std::vector<std::string> variable_names();

}  // namespace comity::panel
