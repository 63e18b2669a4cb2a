// Figures hundreds of times above, or a thousand times below, those of their own series on either side: one ship or one transaction, or a
// slip of the source. Shown as published; a reader is told.
#pragma once

#include "comity/dossier/detail/series.hpp"

namespace comity::dossier {

struct OutOfLine {
  const facts::Observation *before, *figure, *after;  // neighbours in the series that speak for themselves
};

// Of money alone, from ten million units of currency on (a first sale after none is no wonder); series that a source keeps, no statements.
std::vector<OutOfLine> out_of_line(const FactSeries& series);

// A sentence for each, at most two; the larger ones first. Nothing where there is none.
void add_out_of_line(document::Section& section, const Shelf& shelf, const std::vector<const FactSeries*>& all);

}  // namespace comity::dossier
