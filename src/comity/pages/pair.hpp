// The page of a pair: the dossier in the frame, with the way to its other length, its other side and its data. The text is
// the dossier's own (English); what surrounds it speaks the language of the interface.
#pragma once

#include "comity/document/report.hpp"
#include "comity/pages/frame.hpp"

namespace comity::pages {

struct PairView {
  StateId a, b;
  bool full = false;        // the full profile, below the brief one: pair/DEU/KAZ/full/
  bool one_length = false;  // a site that writes one page a pair: the full text at pair/DEU/KAZ/
};

// `report` is the dossier of a and b, in this order.
std::string pair_page(const Site& site, const document::Report& report, const PairView& view);

}  // namespace comity::pages
