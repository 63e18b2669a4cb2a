// Trade in services each way, in each one's books; few states publish it by partner.
#include <fmt/format.h>

#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/series.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

// A database for estimation has goods and services in one figure, in constant prices: said apart, compared with nothing.
void add_both_together(document::List& list, const Shelf& shelf, StateId from, StateId to) {
  for (const FactSeries& s : constant_price_series_of(shelf, "goods_services_trade", from, to)) {
    const facts::Observation* o = s.newest();
    if (!o) continue;
    Words words(shelf);
    words.text(fmt::format("Goods and services together, {} to {}: ", in_text(shelf.state(from)), in_text(shelf.state(to)))).figure(*o);
    words.text(fmt::format(" {} ({}; no state’s own figure, not to be compared with goods alone)", in_period(*o), source_words(shelf, s))).age(end_of(*o)).cite(*o);
    list.items.push_back(words.done());
  }
}

}  // namespace

document::Section services_section(const Shelf& shelf) {
  document::Section section;
  section.id = "services";
  section.title = "Trade in services";
  document::List list;
  std::vector<FactSeries> kept;
  std::vector<std::string> heads;
  for (const auto& [from, to] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
    for (const bool exports : {true, false}) {
      for (FactSeries& s : series_of(shelf, exports ? "services_exports" : "services_imports", from, to, exports ? from : to)) {
        if (const facts::Observation* o = s.last_usable()) {
          Words words(shelf);
          words.text(fmt::format("From {} to {}: ", in_text(shelf.state(from)), in_text(shelf.state(to)))).figure(*o);
          words.text(fmt::format(" {} ({}, {})", in_period(*o), reporter_words(shelf, *o), source_words(shelf, s))).age(end_of(*o)).cite(*o);
          list.items.push_back(words.done());
        }
        heads.push_back(capitalised(fmt::format("{} to {}, {} {}", in_text(shelf.state(from)), in_text(shelf.state(to)), possessive(in_text(shelf.state(s.reporter))), exports ? "exports" : "imports")));
        kept.push_back(std::move(s));
      }
    }
  }
  const bool any = !kept.empty();
  for (const auto& [from, to] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) add_both_together(list, shelf, from, to);
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
  if (any) {
    std::vector<const FactSeries*> all;
    for (const FactSeries& s : kept) all.push_back(&s);
    section.blocks.push_back(table_of(shelf, all, heads, "Trade in services, every source in its own currency", 1e6, "", 1));
  } else {
    section.blocks.push_back(gap("trade in services", covering_words(shelf, "services_exports"), "the central banks, which keep the balance of payments by partner"));
  }
  return section;
}

}  // namespace comity::dossier
