// One flow of goods as both sides book it: what the mirror functions compare, reconcile and are scored on. Which facts
// may stand for a side (no estimates, no suspect zeros) is decided where flows are gathered, not here (rules 7, 12).
#pragma once

#include "comity/base/ids.hpp"

namespace comity::analysis {

struct MirrorFlow {
  StateId exporter, importer;
  int year = 0;
  double exported = 0;            // in the exporter's books, free on board; US dollars, greater than 0
  double imported = 0;            // in the importer's books; US dollars, greater than 0
  bool imported_with_freight = true;  // CIF, or not known (the usual case); false: FOB
  double distance_km = 0;         // between the capitals of that year; 0 = not known
  bool contiguous = false;        // a common land border, today
  int landlocked = 0;             // how many of the two: 0, 1, 2
  bool independent = true;        // both sides are reports; false: one is an estimate or not known to be none
};

// Natural logarithm of importer's over exporter's figure.
double log_ratio(const MirrorFlow& flow);

}  // namespace comity::analysis
