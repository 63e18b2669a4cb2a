// Portfolio investment: shares, fund shares and debt securities of issuers in one of the two that residents of the other hold, in the
// holder's books alone. A figure of its own: never added to direct investment, and no sign of companies (rules.md 18).
#include <fmt/format.h>

#include <algorithm>

#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/investment_lines.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

void add_holding(document::List& list, const Shelf& shelf, const FactSeries& s) {
  const Observation* last = s.last_usable();
  const Observation* shown = last ? last : s.newest();  // a compiler's estimate where there is nothing else
  const auto hidden = withheld(s);
  if (!shown && hidden.empty()) return;
  Words words(shelf);
  words.text(fmt::format("{} holdings of securities from {}, {} ({}): ", capitalised(possessive(in_text(shelf.state(s.from)))), in_text(shelf.state(s.to)),
                         s.reporter ? fmt::format("as {} books them", in_text(shelf.state(s.reporter))) : "no reporter named", source_words(shelf, s)));
  if (shown) {
    words.figure(*shown).text(fmt::format(" {}", in_period(*shown))).age(end_of(*shown)).cite(*shown);
    if (shown->value < 0) words.text(" (negative: more was sold short than is held)");
    if (s.reporter && last) say_standing(words, shelf, *last, s.reporter, "its holdings abroad");
  }
  if (shown && !hidden.empty()) words.text(";");
  say_withheld(words, hidden);
  list.items.push_back(words.done());
}

}  // namespace

document::Section portfolio_section(const Shelf& shelf) {
  document::Section section;
  section.id = "portfolio";
  section.title = "Portfolio investment";
  document::List list;
  std::vector<FactSeries> all;
  for (const auto& [from, to] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
    for (FactSeries& s : series_of(shelf, "portfolio_assets", from, to)) {
      add_holding(list, shelf, s);
      all.push_back(std::move(s));
    }
  }
  if (list.items.empty()) {
    section.blocks.push_back(gap("securities of one held in the other", covering_words(shelf, "portfolio_assets"), "the central banks of either"));
    return section;
  }
  section.blocks.push_back(std::move(list));
  section.blocks.push_back(Words(shelf).text("Shares, fund shares and debt securities, without direct investment and reserves. They stand where the issuer is registered, so that funds and holding companies may "
                                             "hide other states, on both ends.").paragraph());
  std::vector<const FactSeries*> series;
  std::vector<std::string> heads;
  for (const FactSeries& s : all) {
    series.push_back(&s);
    heads.push_back(capitalised(fmt::format("{} in {}, {}", in_text(shelf.state(s.from)), in_text(shelf.state(s.to)), source_words(shelf, s))));
  }
  const bool several = std::ranges::any_of(all, [](const FactSeries& s) { return s.cells.size() > 1; });
  if (several) section.blocks.push_back(table_of(shelf, series, heads, "Securities held at the end of the year", 1e6, "", 1));
  return section;
}

}  // namespace comity::dossier
