// The page of a pair: the dossier in the frame, with the way to its other length, its other side and its data. The text is
// the dossier's own (English); what surrounds it speaks the language of the interface.
#pragma once

#include <functional>
#include <string>

#include "comity/document/report.hpp"
#include "comity/pages/frame.hpp"

namespace comity::pages {

struct PairView {
  StateId a, b;
  bool full = false;        // the full profile, below the brief one: pair/DEU/KAZ/full/
  bool one_length = false;  // a site that writes one page a pair: the full text at pair/DEU/KAZ/
};

// What a dossier is on a page of any language: made once, framed in each.
struct PairText {
  std::string sections, text, charts;   // HTML, HTML, JSON
  std::string title, profile, edition, edition_date;
};
PairText pair_text(const document::Report& report);

// `text` is of the dossier of a and b, in this order.
std::string pair_page(const Site& site, const PairText& text, const PairView& view);
inline std::string pair_page(const Site& site, const document::Report& report, const PairView& view) { return pair_page(site, pair_text(report), view); }

// US dollars for one unit of some currencies, mean of each year, for switches of currency: {"EUR": {"2019": 1.1195}}. Rates of
// sources that `is_shown` refuses are left out.
std::string rates_json(const facts::Context& context, const std::function<bool(SourceId)>& is_shown = {});

}  // namespace comity::pages
