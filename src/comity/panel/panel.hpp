// A panel: the rows of a frame and the columns asked for, joined from one edition, with a report of what was matched, lost and
// not covered. No value stands outside what its source covers; a missing cell can say why (status columns).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "comity/panel/column.hpp"
#include "comity/panel/frame.hpp"

namespace comity::panel {

struct PanelRequest {
  FrameRequest frame;
  std::string system = "cow";   // cow, gw, iso
  bool microstates = true;      // Gleditsch and Ward's list with its microstates
  std::string preset;           // columns by the name of a preset; empty: those of `variables`
  std::vector<std::string> variables;  // words: "milex", "milex1", "goods_imports@cow_trade_4_0", "gmlmidongoing:peace"
  std::string where;            // SQL over the panel's own columns; empty: every row
  bool status = false;          // beside each variable a column <name>_status
  int threads = 1;
};

// What one column is and how it was joined: a line of the codebook and of the join report.
struct ColumnReport {
  std::string name, title, unit, rule;
  std::vector<std::string> sources;    // ids
  int from_year = 0, to_year = -1;     // coverage as the sources declare it; empty when none does
  bool absent_is_zero = false;
  bool is_key = false;                 // identifies the row: no join
  std::size_t source_rows = 0;         // rows of the edition that speak of it
  std::size_t unmatched = 0;           // of these for nobody in the list of states
  std::size_t dropped = 0;             // gave way to another value of the same cell
  std::size_t values = 0, missing = 0;  // cells of the panel
  std::size_t missing_covered = 0;     // of the missing ones: inside the declared years
  std::string note;
  // Why --strict fails; empty when nothing surprises.
  std::string surprise() const;
};

struct Panel {
  std::vector<Column> columns;
  std::vector<ColumnReport> reports;  // one a column
  std::size_t rows = 0, frame_rows = 0, never_met = 0;
  std::string unit, system, step;
  int from_year = 0, to_year = 0;

  const Column& column(std::string_view name) const;  // throws NotFound
};

// Throws UsageError: an unknown variable (with the nearest names), a variable that the unit or step cannot have, a bad
// condition; DataError when the edition lacks a list of states.
Panel make_panel(store::Connection& connection, const world::Register& states, const PanelRequest& request);

// Every word that --variables knows for this edition, sorted.
std::vector<std::string> known_words(store::Connection& connection);

}  // namespace comity::panel
