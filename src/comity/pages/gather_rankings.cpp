#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "comity/pages/detail/slices.hpp"
#include "comity/pages/gather.hpp"

namespace comity::pages {

std::string shown_facts(const facts::Context& context, const Limits& limits) {
  std::string ids;
  for (std::size_t id = 1; id < context.sources.size(); ++id) {
    const std::string& role = context.sources[id].role;
    if (role == "reference" || role == "estimation" || role == "fixture" || role == "document") ids += fmt::format("{}{}", ids.empty() ? "" : ", ", id);
  }
  return (ids.empty() ? std::string() : fmt::format(" AND source NOT IN ({})", ids)) + limits.facts;
}

std::vector<IndicatorId> rankable_indicators(const facts::Context& context) {
  // Figures that stand for a relation between two states and can be put in an order; expectations, ratios and texts cannot.
  static constexpr std::string_view keys[] = {"goods_exports", "goods_imports", "services_exports", "services_imports", "fdi_outward_stock", "fdi_inward_stock", "fdi_outflow", "fdi_inflow", "oda_gross_disbursement",
                                              "oda_commitment", "loan", "export_credit", "migrant_stock_born", "migrant_stock_citizen", "refugees", "asylum_seekers", "others_in_need", "students", "remittances", "flights",
                                              "un_vote_agreement", "shared_memberships", "border_km"};
  std::vector<IndicatorId> out;
  for (const auto key : keys) {
    if (const IndicatorId id = context.indicator(key)) out.push_back(id);
  }
  return out;
}

namespace {

std::string numbers_of(const std::vector<IndicatorId>& indicators) {
  std::string out;
  for (const IndicatorId id : indicators) out += fmt::format("{}{}", out.empty() ? "" : ", ", id.value);
  return out.empty() ? "0" : out;
}

}  // namespace

std::string usable_totals(const facts::Context& context, const Limits& limits) {
  if (limits.totals != "observation") return "true";  // it holds nothing else
  // Zeros that others contradict (flag 1) and estimates from the partner's books are not put in an order.
  return fmt::format("pair >= 65536 AND indicator IN ({}) AND (product = 'total' OR product IS NULL) AND value IS NOT NULL AND absence IN ('value', 'true_zero') AND flags & 1 = 0 "
                     "AND origin <> 'partner_based' AND period_months IN (0, 12) AND price_base IS NULL{}",
                     numbers_of(rankable_indicators(context)), shown_facts(context, limits));
}

Limits make_totals(store::Connection& connection, const facts::Context& context, const Limits& limits) {
  connection.run(fmt::format("CREATE TEMP TABLE usable_total AS SELECT pair, indicator, from_state, to_state, reporter, reporter_kind, period_start, period_months, at_end, variant, value, unit, currency, origin, key, source "
                             "FROM observation WHERE {} ORDER BY indicator, source, period_start", usable_totals(context, limits)));
  return {limits.facts, "usable_total"};
}

Slice read_slice(const store::Chunk& chunk, std::size_t row, std::size_t first) {
  Slice out;
  out.indicator = IndicatorId{chunk.get<std::uint16_t>(first, row)};
  out.source = SourceId{chunk.get<std::uint16_t>(first + 1, row)};
  out.variant = chunk.text(first + 2, row);
  const auto books = chunk.text(first + 3, row);
  out.books = books == "from_side" ? facts::Side::from_side : books == "to_side" ? facts::Side::to_side : facts::Side::third;
  out.period_start = chunk.day(first + 4, row);
  out.period_months = chunk.get<std::uint8_t>(first + 5, row);
  out.at_end = chunk.get<bool>(first + 6, row);
  out.unit = chunk.text(first + 7, row);
  out.currency = chunk.text(first + 8, row);
  out.estimated = chunk.get<bool>(first + 9, row);
  return out;
}

std::vector<Slice> gather_slices(store::Connection& connection, const facts::Context& context, const Limits& limits) {
  auto result = connection.query(fmt::format("SELECT {}, count(*)::UINTEGER FROM {} WHERE {} GROUP BY ALL ORDER BY ALL", slice_columns, limits.totals, usable_totals(context, limits)));
  std::map<std::uint16_t, std::vector<Slice>> all;
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      Slice slice = read_slice(chunk, i, 0);
      slice.pairs = chunk.get<std::uint32_t>(10, i);
      all[slice.indicator.value].push_back(std::move(slice));
    }
  }
  std::vector<Slice> out;
  for (auto& [indicator, slices] : all) {
    std::uint32_t most = 0;
    for (const auto& slice : slices) most = std::max(most, slice.pairs);
    // The newest of those that have nearly as many pairs as the largest: a new year that few have reported says little of all.
    const auto better = [&](const Slice& a, const Slice& b) {
      const bool wide_a = a.pairs * 10 >= most * 6, wide_b = b.pairs * 10 >= most * 6;
      if (wide_a != wide_b) return wide_a;
      if (a.estimated != b.estimated) return !a.estimated;
      return a.period_start != b.period_start ? a.period_start > b.period_start : a.pairs > b.pairs;
    };
    out.push_back(*std::ranges::min_element(slices, better));
  }
  const auto order = rankable_indicators(context);
  std::ranges::sort(out, {}, [&](const Slice& s) { return std::ranges::find(order, s.indicator) - order.begin(); });
  return out;
}

namespace {

std::string slice_condition(const Slice& slice) {
  const std::string_view books = slice.books == facts::Side::from_side ? "from_side" : slice.books == facts::Side::to_side ? "to_side" : "third";
  return fmt::format(" AND indicator = {} AND source = {} AND coalesce(variant, '') = {} AND reporter_kind = '{}' AND period_start = DATE '{}' AND period_months = {} AND at_end = {} AND coalesce(unit, '') = {} AND coalesce(currency, '') = {}",
                     slice.indicator.value, slice.source.value, store::sql_text(slice.variant), books, to_string(slice.period_start), slice.period_months, slice.at_end, store::sql_text(slice.unit), store::sql_text(slice.currency));
}

}  // namespace

std::vector<RankedRow> gather_ranking(store::Connection& connection, const facts::Context& context, const Slice& slice, const Limits& limits) {
  auto result = connection.query(fmt::format("SELECT from_state, to_state, coalesce(reporter, 0)::USMALLINT, value, source, key FROM {} WHERE {}{} ORDER BY value DESC, pair, from_state", limits.totals, usable_totals(context, limits), slice_condition(slice)));
  std::vector<RankedRow> out;
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      out.push_back({StateId{chunk.get<std::uint16_t>(0, i)}, StateId{chunk.get<std::uint16_t>(1, i)}, StateId{chunk.get<std::uint16_t>(2, i)}, chunk.get<double>(3, i), SourceId{chunk.get<std::uint16_t>(4, i)}, chunk.get<std::uint64_t>(5, i)});
    }
  }
  return out;
}

std::vector<ComparedSeries> gather_compare(store::Connection& connection, const facts::Context& context, std::string_view indicator, const std::vector<std::pair<StateId, StateId>>& pairs, const Limits& limits) {
  std::vector<ComparedSeries> out;
  const IndicatorId id = context.indicator(indicator);
  if (!id) return out;
  const bool symmetric = context.indicators[id.value].symmetric;
  for (const auto& [a, b] : pairs) {
    // One set of rows that may stand in one line: the longest, its own reporter's before the partner's.
    const std::string direction = symmetric ? std::string() : fmt::format(" AND from_state = {} AND to_state = {}", a.value, b.value);
    auto result = connection.query(fmt::format("SELECT {}, coalesce(reporter, 0)::USMALLINT, value FROM {} WHERE {} AND indicator = {} AND pair = {}{} ORDER BY period_start", slice_columns, limits.totals, usable_totals(context, limits), id.value,
                                               Pair(a, b).code(), direction));
    std::map<std::string, ComparedSeries> lines;
    while (const auto chunk = result.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) {
        Slice slice = read_slice(chunk, i, 0);
        auto& line = lines[fmt::format("{}|{}|{}|{}|{}", slice.source.value, slice.variant, static_cast<int>(slice.books), slice.unit, slice.currency)];
        const int year = year_of(slice.period_start);
        line.from = a, line.to = b, line.reporter = StateId{chunk.get<std::uint16_t>(10, i)};
        line.slice = std::move(slice);
        if (line.points.empty() || line.points.back().first != year) line.points.emplace_back(year, chunk.get<double>(11, i));
        else line.points.back().second = chunk.get<double>(11, i);
      }
    }
    const auto longest = std::ranges::max_element(lines, {}, [](const auto& line) { return std::pair(line.second.points.size(), line.second.slice.books != facts::Side::third); });
    if (longest != lines.end()) out.push_back(longest->second);
  }
  return out;
}

}  // namespace comity::pages
