#include "comity/dossier/detail/series.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/policy.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;
using facts::Origin;

int class_rank(std::string_view independence) {
  if (independence.starts_with("statistical_office") || independence == "depositary") return 0;
  if (independence == "scholarly") return 1;
  if (independence.starts_with("official")) return 2;
  return independence == "press" ? 3 : 4;
}

// A state's own office that keeps a series comes before those who compile it.
int series_rank(std::string_view independence) { return independence.starts_with("official") ? 0 : class_rank(independence); }

bool keeps_series(const Shelf& shelf, SourceId source, IndicatorId indicator) {
  return std::ranges::any_of(shelf.context.coverage, [&](const facts::Coverage& row) { return row.source == source && row.indicator == indicator; });
}

bool is_statement(const Shelf& shelf, const Observation& o) {
  return class_rank(shelf.source(o.from_where.source).independence) >= 2 && !keeps_series(shelf, o.from_where.source, o.indicator);
}

// Yearbooks of trade that hold the same year twice: the source's reading says that the newer book counts. Elsewhere a
// revision is a series of its own.
bool replaces_revisions(const Shelf& shelf, const Observation& o) {
  return shelf.context.indicators[o.indicator.value].id.starts_with("goods_") && reading_of(shelf, o.from_where.source, "revision");
}

// Of two cells for one period: the newer book, then the publisher's own before what was computed from its parts.
void add_cell(FactSeries& series, const Observation& o) {
  if (const Observation* had = series.cells.empty() ? nullptr : series.cells.back(); had && had->variant != o.variant && had->period_start == o.period_start) {
    if (o.has_value && (!had->has_value || o.variant > had->variant)) series.cells.back() = &o;
    return;
  }
  if (!series.cells.empty() && series.cells.back()->period_start == o.period_start && series.cells.back()->period_months == o.period_months) {
    const Observation& had = *series.cells.back();
    const bool better = (o.has_value && !had.has_value) || (had.origin == Origin::derived && o.origin != Origin::derived && o.has_value);
    if (better) series.cells.back() = &o;
    return;
  }
  series.cells.push_back(&o);
}

}  // namespace

const Observation* FactSeries::at(int year) const {
  const auto it = std::ranges::lower_bound(cells, year, {}, &Observation::year);
  return it != cells.end() && (*it)->year() == year ? *it : nullptr;
}

const Observation* FactSeries::last_usable() const {
  const auto it = std::ranges::find_if(cells.rbegin(), cells.rend(), [](const Observation* o) { return speaks_for_itself(*o); });
  return it == cells.rend() ? nullptr : *it;
}

const Observation* FactSeries::first_usable() const {
  const auto it = std::ranges::find_if(cells, [](const Observation* o) { return speaks_for_itself(*o); });
  return it == cells.end() ? nullptr : *it;
}

const Observation* FactSeries::newest() const {
  const auto it = std::ranges::find_if(cells.rbegin(), cells.rend(), [](const Observation* o) { return o->usable(); });
  return it == cells.rend() ? nullptr : *it;
}

int FactSeries::spacing() const {
  // Years of a series of every four that are missing leave steps of eight and sixteen.
  int out = 0;
  for (std::size_t i = 1; i < cells.size(); ++i) out = std::gcd(out, cells[i]->year() - cells[i - 1]->year());
  return cells.size() > 2 && out > 1 ? out : 1;
}

std::vector<facts::Provenance> FactSeries::from_where() const {
  std::vector<facts::Provenance> out;
  for (const Observation* o : cells) out.push_back(o->from_where);
  return out;
}

bool is_within(const Shelf& shelf, const Observation& o) {
  const Request& r = shelf.request;
  return (!r.since || o.year() >= r.since) && (!r.until || o.year() <= r.until);
}

bool is_estimate(const Observation& o) {
  // What a compiler makes of censuses is the count there is; what it makes of missing reports of money is none.
  return o.origin == Origin::partner_based || o.origin == Origin::modelled || (o.origin == Origin::compiler && !o.currency.empty());
}
bool is_suspect(const Observation& o) { return o.is(facts::suspect_zero); }

bool is_zero_like(const Observation& o) {
  if (o.has_value && o.value == 0) return true;
  return o.absence == Absence::zero_or_not_reported || o.absence == Absence::below_unit || o.absence == Absence::true_zero;
}

bool speaks_for_itself(const Observation& o) { return o.usable() && !is_estimate(o); }

namespace {

// Gathers what `wanted` takes of a direction into series: one reporter, source, variant, currency and price base each.
template <class Wanted>
std::vector<FactSeries> gather(const Shelf& shelf, std::string_view indicator, StateId from, StateId to, Wanted&& wanted) {
  std::vector<FactSeries> out;
  for (const Observation& o : shelf.observations(indicator)) {
    if (o.from != from || o.to != to || !wanted(o) || o.is(facts::undated) || !is_within(shelf, o)) continue;
    const facts::Text variant = !o.variant.empty() && replaces_revisions(shelf, o) ? facts::Text() : o.variant;
    const auto same = [&](const FactSeries& s) {
      return s.reporter == o.reporter && s.source == o.from_where.source && s.variant == variant && s.currency == o.currency && s.price_base == o.price_base;
    };
    auto it = std::ranges::find_if(out, same);
    if (it == out.end()) {
      out.push_back({indicator, from, to, o.reporter, o.from_where.source, variant, o.currency, is_statement(shelf, o), {}, o.price_base});
      it = out.end() - 1;
    }
    add_cell(*it, o);
  }
  std::ranges::stable_sort(out, {}, [&](const FactSeries& s) {
    const Observation* last = s.last_usable();
    const int newest = last ? -last->year() : 0;
    // Of two editions of one publisher's table that reach the same year, the later one is the revision.
    const auto as_of = try_parse_edtf(shelf.source(s.source).as_of);
    const auto known_to = as_of && as_of->known() ? -as_of->to.time_since_epoch().count() : 0;
    return std::tuple(s.statement, !last, s.statement ? newest : 0, series_rank(shelf.source(s.source).independence), newest, known_to, is_on_other_basis(s.variant));
  });
  return out;
}

bool is_whole_period(const Observation& o) { return o.period_months == 12 || o.period_months == 0 || o.at_end; }
bool may_speak(const Shelf& shelf, const Observation& o) {
  return is_whole_period(o) && !o.is(facts::planned) && !(o.from_where.source && is_fixture(shelf.source(o.from_where.source)));
}

}  // namespace

std::vector<FactSeries> series_of(const Shelf& shelf, std::string_view indicator, StateId from, StateId to, StateId reporter) {
  return gather(shelf, indicator, from, to, [&](const Observation& o) { return (!reporter || o.reporter == reporter) && is_headline(shelf, o); });
}

std::vector<FactSeries> constant_price_series_of(const Shelf& shelf, std::string_view indicator, StateId from, StateId to) {
  return gather(shelf, indicator, from, to,
                [&](const Observation& o) { return o.price_base != 0 && (o.product.empty() || o.product == "total") && may_speak(shelf, o); });
}

std::vector<FactSeries> part_series_of(const Shelf& shelf, std::string_view indicator, StateId from, StateId to, std::string_view product) {
  return gather(shelf, indicator, from, to, [&](const Observation& o) { return o.product == product && may_speak(shelf, o); });
}

std::string why_gap(const Shelf& shelf, const Observation& o) {
  if (is_estimate(o) && o.has_value) return "an estimate, left out";
  if (o.has_value && o.is(facts::incomplete_books)) return "incomplete books, left out";
  if (is_zero_like(o)) {
    for (const PolicyRow* row : remarks_on(shelf, o)) {
      if (row->kind == "customs_union" && !row->partners.empty()) return "not recorded within a customs union";
    }
  }
  return std::string(comity::words_for(o.absence));
}

std::string source_words(const Shelf& shelf, const FactSeries& s) {
  const std::string name = publisher_words(shelf.source(s.source));
  std::string out = s.variant.empty() ? name : fmt::format("{}, {}", name, s.variant);
  return s.price_base ? fmt::format("{}, in prices of {}", out, s.price_base) : out;
}

std::string source_line(const Shelf& shelf, const std::vector<const FactSeries*>& all) {
  std::vector<std::string> names;
  for (const FactSeries* s : all) {
    const facts::Source& source = shelf.source(s->source);
    std::string name = source.version.empty() ? publisher_words(source) : fmt::format("{} ({})", publisher_words(source), source.version);
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  return names.empty() ? "" : fmt::format("{}: {}.", names.size() == 1 ? "Source" : "Sources", fmt::join(names, "; "));
}

namespace {

std::string cell_text(const Shelf& shelf, const Observation* cell, double scale, int decimals) {
  if (!cell) return "–";
  if (is_suspect(*cell)) return "0, contradicted";
  if (!cell->has_value || (cell->absence != Absence::value && cell->absence != Absence::true_zero)) return why_gap(shelf, *cell);
  std::string out = hedge_words(cell->flags) + scaled_number(cell->value / scale, decimals);
  if (is_estimate(*cell)) out += ", estimate";
  return out;
}

}  // namespace

document::Table table_of(const Shelf& shelf, const std::vector<const FactSeries*>& all, const std::vector<std::string>& heads, std::string caption, double scale,
                         std::string_view unit, int decimals) {
  document::Table table;
  table.caption = std::move(caption);
  table.folded = true;
  table.columns.push_back({"Year", "", false});
  std::vector<document::Inlines> marks = {plain("Source")};
  std::set<int, std::greater<>> years;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string in = scale == 1e6 ? "million " : "";
    in += all[i]->currency.empty() ? unit : std::string_view(all[i]->currency);
    table.columns.push_back({heads[i], std::move(in), true});
    marks.push_back(Words(shelf).text(source_words(shelf, *all[i])).cite_rows(all[i]->from_where()).done());
    for (const Observation* o : all[i]->cells) years.insert(o->year());
  }
  table.rows.push_back(std::move(marks));
  for (const int year : years) {
    std::vector<document::Inlines> row = {plain(std::to_string(year))};
    for (const FactSeries* s : all) row.push_back(plain(cell_text(shelf, s->at(year), scale, decimals)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace comity::dossier
