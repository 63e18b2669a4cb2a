#include "comity/dossier/detail/trade_sides.hpp"

#include <algorithm>
#include <set>

#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

struct Books {
  std::vector<const Observation*> exports, imports;
};

Books books_of(const Shelf& shelf, StateId reporter, StateId other) {
  return {pick_all(shelf, {"goods_exports", reporter, other, reporter, true}), pick_all(shelf, {"goods_imports", other, reporter, reporter, true})};
}

std::set<int> years_of(const Books& books) {
  std::set<int> out;
  for (const auto* list : {&books.exports, &books.imports}) {
    for (const Observation* o : *list) {
      if (o->usable()) out.insert(o->year());
    }
  }
  return out;
}

// The best of a year; `beside` draws to its own source, so that a balance compares like with like.
const Observation* of_year(const Shelf& shelf, const std::vector<const Observation*>& all, int year, const Observation* beside) {
  const Observation* out = nullptr;
  const auto merit = [&](const Observation* o) {
    const bool together = beside && o->from_where.source == beside->from_where.source && o->currency == beside->currency;
    const facts::Source& source = shelf.source(o->from_where.source);
    return std::tuple(together, -nearness(source), source.as_of, !is_on_other_basis(o->variant));
  };
  for (const Observation* o : all) {
    if (o->usable() && o->year() == year && (!out || merit(o) > merit(out))) out = o;
  }
  return out;
}

TradeSide side(const Shelf& shelf, const Books& books, StateId reporter, int year) {
  TradeSide out{reporter, of_year(shelf, books.exports, year, nullptr), nullptr};
  out.imports = of_year(shelf, books.imports, year, out.exports);
  return out;
}

}  // namespace

constexpr int most_years_behind = 5;

TradeSides latest_trade(const Shelf& shelf) {
  const Books a = books_of(shelf, shelf.facts.a, shelf.facts.b), b = books_of(shelf, shelf.facts.b, shelf.facts.a);
  const std::set<int> years_a = years_of(a), years_b = years_of(b);
  std::vector<int> both;
  std::ranges::set_intersection(years_a, years_b, std::back_inserter(both));
  TradeSides out;
  // A year of both that lies long before the newest of one tells of the past: then each speaks of its own newest year.
  const int newest = std::max(years_a.empty() ? 0 : *years_a.rbegin(), years_b.empty() ? 0 : *years_b.rbegin());
  out.common = !both.empty() && newest - both.back() <= most_years_behind;
  if (out.common) out.year = both.back();
  out.a = side(shelf, a, shelf.facts.a, out.common ? out.year : years_a.empty() ? 0 : *years_a.rbegin());
  out.b = side(shelf, b, shelf.facts.b, out.common ? out.year : years_b.empty() ? 0 : *years_b.rbegin());
  return out;
}

}  // namespace comity::dossier
