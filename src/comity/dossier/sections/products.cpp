// What is traded: the largest products each way in the newest year that one reporter gives by product, with their share in
// the same reporter's total where it has one. Classifications are not mixed.
#include <fmt/format.h>

#include <algorithm>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/mirror.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

// Products of one flow, one set of books, one source, one classification and one year: the newest such set.
std::vector<const Observation*> newest_products(const Shelf& shelf, StateId from) {
  std::vector<const Observation*> all;
  for (const std::string_view indicator : {"goods_exports", "goods_imports"}) {
    for (const Observation& o : shelf.observations(indicator)) {
      const bool part = !o.product.empty() && o.product != "total";
      if (!part || o.from != from || o.period_months != 12 || o.price_base || !speaks_for_itself(o) || o.is(facts::undated)) continue;
      if (o.value > 0 && is_within(shelf, o) && o.side != facts::Side::third && !is_fixture(shelf.source(o.from_where.source))) all.push_back(&o);
    }
  }
  if (all.empty()) return all;
  // The seller's books before the buyer's within a year; two-digit chapters before finer ones.
  const auto set = [](const Observation* o) {
    return std::tuple(o->period_start, o->side == facts::Side::from_side, -static_cast<int>(o->product.size()), o->product_scheme, o->from_where.source, o->currency);
  };
  const auto best = set(*std::ranges::max_element(all, {}, set));
  std::erase_if(all, [&](const Observation* o) { return set(o) != best; });
  std::ranges::stable_sort(all, std::greater<>(), &Observation::value);
  return all;
}

const Observation* total_of(const Book& book, const Observation& part) { return book.at(part.year(), part.from_where.source); }

void add_flow(document::Section& section, const Shelf& shelf, const TradeBooks& books, StateId from) {
  const auto products = newest_products(shelf, from);
  if (products.empty()) return;
  const Observation& first = *products.front();
  const Observation* total = nullptr;
  for (const Book* book : books.of(first.reporter)) {
    if (book->exports == (first.reporter == first.from)) total = total_of(*book, first);
  }
  document::Table table;
  table.caption = fmt::format("From {} to {}, {}, {}", in_text(shelf.state(first.from)), in_text(shelf.state(first.to)), period_words(first), reporter_words(shelf, first));
  table.columns = {{"Product", "", false}, {"Value", std::string(first.currency), true}, {"Share", "percent", true}};
  for (std::size_t i = 0; i < std::min<std::size_t>(products.size(), 8); ++i) {
    const Observation& o = *products[i];
    const bool same = total && total->currency == o.currency && total->value > 0;
    const std::string code = fmt::format("{} {}", o.product_scheme, o.product);
    table.rows.push_back({plain(o.note.empty() ? code : fmt::format("{} ({})", o.note, code)), Words(shelf).figure(o).cite(o).done(),
                          same ? Words(shelf).figure(percent(100 * o.value / total->value)).done() : plain("–")});
  }
  section.blocks.push_back(std::move(table));
  if (is_history(end_of(first), shelf.context)) section.blocks.push_back(Words(shelf).badge(age_badge(end_of(first), shelf.context)).text(" History, not the state of today.").paragraph());
}

}  // namespace

document::Section products_section(const Shelf& shelf) {
  document::Section section;
  section.id = "products";
  section.title = "What is traded";
  const TradeBooks books = trade_books(shelf);
  add_flow(section, shelf, books, shelf.facts.a);
  add_flow(section, shelf, books, shelf.facts.b);
  if (section.blocks.empty()) {
    section.blocks.push_back(gap("goods by product", "the sources of this edition, which hold totals only", "the customs offices, or the United Nations’ Comtrade"));
  }
  return section;
}

}  // namespace comity::dossier
