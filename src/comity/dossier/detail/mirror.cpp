#include "comity/dossier/detail/mirror.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "comity/dossier/detail/policy.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

Book book_of(const Shelf& shelf, StateId reporter, StateId other, bool exports) {
  Book out{exports ? reporter : other, exports ? other : reporter, reporter, exports, {}};
  out.series = series_of(shelf, exports ? "goods_exports" : "goods_imports", out.from, out.to, reporter);
  return out;
}

std::set<int> years_of(const std::vector<const Book*>& books, bool statements) {
  std::set<int> out;
  for (const Book* book : books) {
    for (const FactSeries& s : book->series) {
      if (s.statement && !statements) continue;
      for (const Observation* o : s.cells) {
        if (speaks_for_itself(*o)) out.insert(o->year());
      }
    }
  }
  return out;
}

std::optional<int> common_year(const TradeBooks& books, StateId a, StateId b, bool statements) {
  const std::set<int> of_a = years_of(books.of(a), statements), of_b = years_of(books.of(b), statements);
  std::vector<int> both;
  std::ranges::set_intersection(of_a, of_b, std::back_inserter(both));
  return both.empty() ? std::nullopt : std::optional(both.back());
}

}  // namespace

const Observation* Book::at(int year) const {
  const Observation* out = nullptr;
  for (const FactSeries& s : series) {
    const Observation* o = s.at(year);
    if (!o || !speaks_for_itself(*o)) continue;
    // The best series first; an origin that is known goes before one that is not.
    if (!out || (out->origin == facts::Origin::unknown && o->origin != facts::Origin::unknown && !s.statement)) out = o;
  }
  return out;
}

const Observation* Book::at(int year, SourceId source) const {
  for (const FactSeries& s : series) {
    const Observation* o = s.source == source ? s.at(year) : nullptr;
    if (o && speaks_for_itself(*o)) return o;
  }
  return nullptr;
}

const Observation* Book::newest() const {
  std::optional<int> year;
  for (const FactSeries& s : series) {
    const Observation* o = s.last_usable();
    if (o && (!year || o->year() > *year)) year = o->year();
  }
  return year ? at(*year) : nullptr;
}

const FactSeries* Book::series_with(const Observation& o) const {
  const auto it = std::ranges::find_if(series, [&](const FactSeries& s) { return s.at(o.year()) == &o; });
  return it == series.end() ? nullptr : &*it;
}

std::vector<const Book*> TradeBooks::of(StateId reporter) const {
  std::vector<const Book*> out;
  for (const Book* book : all()) {
    if (book->reporter == reporter) out.push_back(book);
  }
  return out;
}

std::vector<const FactSeries*> TradeBooks::series() const {
  std::vector<const FactSeries*> out;
  for (const Book* book : all()) {
    for (const FactSeries& one : book->series) out.push_back(&one);
  }
  return out;
}

bool TradeBooks::any() const {
  return std::ranges::any_of(all(), [](const Book* b) { return !b->series.empty(); });
}

bool TradeBooks::any_figure() const {
  return std::ranges::any_of(all(), [](const Book* b) { return b->newest() != nullptr; });
}

TradeBooks trade_books(const Shelf& shelf) {
  const StateId a = shelf.facts.a, b = shelf.facts.b;
  TradeBooks out{book_of(shelf, a, b, true), book_of(shelf, a, b, false), book_of(shelf, b, a, true), book_of(shelf, b, a, false), std::nullopt};
  out.common_year = common_year(out, a, b, false);
  if (!out.common_year) out.common_year = common_year(out, a, b, true);
  return out;
}

Ends latest_balance(const TradeBooks& books, StateId reporter) {
  const auto own = books.of(reporter);
  const std::set<int> years = years_of(own, true);
  for (auto year = years.rbegin(); year != years.rend(); ++year) {
    for (const FactSeries& s : own[0]->series) {
      const Observation* x = s.at(*year);
      if (!x || !speaks_for_itself(*x)) continue;
      const Observation* m = own[1]->at(*year, s.source);
      if (m && m->currency == x->currency && m->variant == x->variant) return {x, m};
    }
  }
  return {};
}

Ends latest_growth(const Shelf& shelf, const Book& book) {
  const Observation* last = book.newest();
  const FactSeries* s = last ? book.series_with(*last) : nullptr;
  const Observation* before = s ? s->at(last->year() - 1) : nullptr;
  if (!before || !speaks_for_itself(*before) || before->value <= 0) return {};
  // Of nine and ten rounded millions a step of a tenth is as well none.
  constexpr double ten_millions = 1e7;
  if (std::min(before->value, last->value) < ten_millions && reading_of(shelf, last->from_where.source, "rounding")) return {};
  if (before->variant != last->variant || before->valuation != last->valuation || last->is(facts::implausible_jump) || break_between(shelf, *before, *last)) return {};
  return {last, before};
}

Ends latest_mirror(const TradeBooks& books, StateId exporter) {
  const Book& sold = books.a_exports.reporter == exporter ? books.a_exports : books.b_exports;
  const Book& bought = books.a_exports.reporter == exporter ? books.b_imports : books.a_imports;
  const std::set<int> years = years_of({&sold}, true);
  for (auto year = years.rbegin(); year != years.rend(); ++year) {
    const Observation* x = sold.at(*year);
    const Observation* m = bought.at(*year);
    if (x && m) return {x, m};
  }
  return {};
}

namespace {

// Half the unit of a source that rounds, in the figure's currency; 0 of one that does not.
double half_unit(const Shelf& shelf, const Observation& o) {
  constexpr double half_million = 5e5;
  return o.from_where.source && reading_of(shelf, o.from_where.source, "rounding") ? half_million : 0;
}

}  // namespace

Distance distance_of(const Shelf& shelf, const Observation& one, double value, const Observation& other, double other_value) {
  const bool first_above = value > other_value;
  const Observation &above = first_above ? one : other, &below = first_above ? other : one;
  const double high = std::max(value, other_value), low = std::min(value, other_value);
  const double stated = high / low;
  const double least = std::max(1.0, (high - half_unit(shelf, above)) / (low + half_unit(shelf, below)));
  constexpr double matters = 1.1;
  return stated / least < matters ? Distance{stated, false} : Distance{least, true};
}

bool within_margin(const Ends& mirror, double sold, double bought) {
  return mirror.other->valuation == facts::Valuation::cif && mirror.one->valuation != facts::Valuation::cif && bought > sold && bought < usual_margin * sold;
}

namespace {

void add_hubs(std::vector<document::Inlines>& out, const Shelf& shelf) {
  for (const StateId state : {shelf.facts.a, shelf.facts.b}) {
    for (const PolicyRow* row : policies_of(shelf, "transit_hubs", state)) out.push_back(policy_sentence(shelf, *row));
  }
}

}  // namespace

std::vector<document::Inlines> mirror_readings(const Shelf& shelf, const Ends& mirror, double factor) {
  std::vector<document::Inlines> out;
  if (!mirror) return out;
  const Observation &sold = *mirror.one, &bought = *mirror.other;
  if (sold.is(facts::incomplete_books) && bought.value > sold.value && factor >= 1.02) {
    out.push_back(plain(fmt::format("{} exports by partner of {} add up to well under its total by another source: what is missing from this copy may be the difference.",
                                    capitalised(possessive(in_text(shelf.state(sold.reporter)))), sold.year())));
  }
  // Oil moves what the buyer books up and what the seller books away, not the other way round; a few millions are no cargo of it.
  constexpr double small = 50e6;
  if ((bought.value > sold.value || factor >= 1.2) && std::max(bought.value, sold.value) >= small) {
    for (const PolicyRow* row : policies_of(shelf, "oil_first_destination", sold.from, sold.year())) out.push_back(policy_sentence(shelf, *row));
  }
  if (factor >= 1.1) add_hubs(out, shelf);
  for (const Observation* o : {&sold, &bought}) {
    for (const PolicyRow* row : remarks_on(shelf, *o)) {
      if (row->kind == "customs_union" || (row->kind == "wider_territory" && holds_in(*row, o->year()))) out.push_back(policy_sentence(shelf, *row));
    }
  }
  if (bought.valuation == facts::Valuation::cif && sold.valuation == facts::Valuation::fob && factor >= 1.02 && factor < usual_margin && bought.value > sold.value) {
    out.push_back(plain("The buyer counts freight and insurance to its border (CIF), the seller does not: a tenth of difference is usual."));
  }
  return out;
}

}  // namespace comity::dossier
