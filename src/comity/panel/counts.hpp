// Variables from the edition's fact tables: trade, memberships, agreements, visits, missions. Each is read once for all of
// its columns.
#pragma once

#include "comity/panel/fill.hpp"

namespace comity::panel {

// Columns flow1, flow2, smoothflow1, smoothflow2. Frames of years only.
class Trade {
 public:
  explicit Trade(Shelf& shelf);
  Column column(const ColumnRequest& request) const;
  const Matching& matching() const { return matching_; }

 private:
  const Frame& frame_;
  std::vector<Cell> imports_of_one_, imports_of_two_, smooth_of_one_, smooth_of_two_;
  Matching matching_;
};

// Organisations of the dated table in which both are members on a common day of the period. Up to the year to which every
// organisation counted is complete; outside it the cell is missing.
Column shared_memberships_column(Shelf& shelf, const std::string& name, Matching& matching);
// Agreements in force on a day of the period. Only for pairs and periods of which a source of agreements speaks.
Column agreements_column(Shelf& shelf, const std::string& name, Matching& matching);
// Visits of the period from the first to the second (back: the other way). Zero only where a source that covers the visitor's
// state and the year has none.
Column visits_column(Shelf& shelf, const std::string& name, bool back, Matching& matching);
// Posts of embassy class by the list of the period that has most of them. Missing where no list of the period has one.
Column missions_column(Shelf& shelf, const std::string& name, bool back, Matching& matching);

}  // namespace comity::panel
