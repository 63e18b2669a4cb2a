// One figure out of two sets of books, by two methods, each with an interval. A reconciled figure is a help to
// calculation, never the figure that leads (rule 16). docs/mirror.md documents both methods.
#pragma once

#include "comity/analysis/mirror_flow.hpp"
#include "comity/analysis/mirror_margin.hpp"
#include "comity/analysis/mirror_reliability.hpp"

namespace comity::analysis {

// Free on board, at the exporter's border; US dollars; low <= value <= high.
struct Reconciled {
  double value = 0, low = 0, high = 0;
  double weight_of_export = 0;  // of the exporter's books in the value, 0 to 1
};

// "larger": the larger of the export and import / 1.08 (of the import as it is where it is valued FOB): what is booked was
// shipped, what is missing was not seen. The interval runs from the smaller to the larger of the two.
Reconciled reconcile_larger(const MirrorFlow& flow);

// "weighted": mean of the logarithms of the export and of the import less the margin, each weighted by the other side's
// unreliability. The interval is to hold nine in ten: `reliability.ninetieth` times the spread of the mean, widened where the
// two lie further apart than their reporters lead to expect (Birge's ratio).
Reconciled reconcile_weighted(const MirrorFlow& flow, const FreightMargin& margin, const Reliability& reliability);

}  // namespace comity::analysis
