// The page of a pair: the dossier in the frame, with the way to its other length, its other side and its data. The text is
// the dossier's own (English); what surrounds it speaks the language of the interface.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "comity/document/report.hpp"
#include "comity/facts/edition_changes.hpp"
#include "comity/pages/frame.hpp"

namespace comity::pages {

struct PairView {
  StateId a, b;
  bool full = false;        // the full profile, below the brief one: pair/DEU/KAZ/full/
  bool one_length = false;  // a site that writes one page a pair: the full text at pair/DEU/KAZ/
  const facts::EditionChanges* changes = nullptr;  // since the last edition; null: no former one was at hand
};

// What a dossier is on a page of one form of numbers: made once, framed in each language that writes them so.
struct PairText {
  std::string sections, text, charts;   // HTML, HTML, JSON
  std::string title, profile, edition, edition_date;
};
// `language`: of the interface: figures in tables, tiles and charts take its form, sentences stay.
PairText pair_text(const document::Report& report, std::string_view language = "en");
// One for each of the languages, drawn once for all of them.
std::vector<PairText> pair_texts(const document::Report& report, std::span<const std::string> languages);

// `text` is of the dossier of a and b, in this order.
std::string pair_page(const Site& site, const PairText& text, const PairView& view);
inline std::string pair_page(const Site& site, const document::Report& report, const PairView& view) { return pair_page(site, pair_text(report, site.words.language()), view); }

// US dollars for one unit of some currencies, mean of each year, for switches of currency: {"EUR": {"2019": 1.1195}}. Rates of
// sources that `is_shown` refuses are left out.
std::string rates_json(const facts::Context& context, const std::function<bool(SourceId)>& is_shown = {});

}  // namespace comity::pages
