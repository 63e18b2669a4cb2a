// COW trade as its publisher counts it: imports in whole million USD, the publisher's zeros kept. The reported figures are
// observations of states; those smoothed otherwise are spans of codes.
#include <set>

#include "comity/panel/counts.hpp"

namespace comity::panel {

namespace {

struct Flow {
  std::int32_t importer, exporter, year;
  double value;
};

// Reported imports, in million USD, by members. The source's rows are by code and year; the edition has them by state, and a
// year of two codes (255 and 260 in 1990) goes to the one of the pair's last common day.
std::vector<Flow> reported(Shelf& shelf, Matching& matching) {
  std::vector<Flow> out;
  // Years of states that are two members at once are told by code.
  std::set<std::pair<int, std::uint16_t>> by_code;
  for (const Span& span : shelf.series("cow_reported_imports")) {
    const int year = year_of(span.first);
    out.push_back({span.to, span.from, year, span.value / 1e6});
    for (const std::int32_t member : {span.from, span.to}) {
      for (const auto& other : shelf.shared_states(static_cast<std::size_t>(member), {make_day(year, 1, 1), make_day(year, 12, 31)})) by_code.emplace(year, other.value);
    }
  }
  auto result = shelf.connection().query(
      "SELECT from_state, to_state, year(period_start)::INTEGER, value, absence = 'below_unit' FROM observation "
      "WHERE indicator = (SELECT id FROM indicator WHERE key = 'goods_imports') AND source = (SELECT id FROM source WHERE key = 'cow_trade_4_0')");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const bool zero = chunk.get<bool>(4, i);
      if (chunk.is_null(3, i) && !zero) continue;  // not reported
      const int year = chunk.get<std::int32_t>(2, i);
      const StateId exporter{chunk.get<std::uint16_t>(0, i)}, importer{chunk.get<std::uint16_t>(1, i)};
      if (by_code.contains({year, exporter.value}) || by_code.contains({year, importer.value})) continue;
      ++matching.rows;
      Flow flow{-1, -1, year, zero ? 0 : chunk.get<double>(3, i) / 1e6};
      if (!shelf.members_of(exporter, importer, {make_day(flow.year, 1, 1), make_day(flow.year, 12, 31)}, flow.exporter, flow.importer)) {
        ++matching.unmatched;
        continue;
      }
      out.push_back(flow);
    }
  }
  return out;
}

}  // namespace

Trade::Trade(Shelf& shelf) : frame_(shelf.frame()) {
  for (const Flow& flow : reported(shelf, matching_)) {
    const auto put = [&](std::vector<Cell>& cells, std::int32_t one, std::int32_t two) {
      const std::int64_t row = frame_.row(static_cast<std::size_t>(one), static_cast<std::size_t>(two), flow.year);
      if (row >= 0) cells.push_back({static_cast<std::uint32_t>(row), flow.value});
    };
    put(imports_of_one_, flow.importer, flow.exporter);
    put(imports_of_two_, flow.exporter, flow.importer);
  }
  for (const Span& span : shelf.series("cow_smoothed_imports")) {
    for (std::int32_t year = year_of(span.first); year <= year_of(span.last); ++year) {
      const auto put = [&](std::vector<Cell>& cells, std::int32_t one, std::int32_t two) {
        const std::int64_t row = frame_.row(static_cast<std::size_t>(one), static_cast<std::size_t>(two), year);
        if (row >= 0) cells.push_back({static_cast<std::uint32_t>(row), span.value / 1e6});
      };
      put(smooth_of_one_, span.to, span.from);
      put(smooth_of_two_, span.from, span.to);
    }
  }
}

Column Trade::column(const ColumnRequest& request) const {
  std::vector<Cell> cells = request.side == Side::two ? imports_of_two_ : imports_of_one_;
  if (std::string_view(request.variable->indicator) == "smooth") {
    const auto& smooth = request.side == Side::two ? smooth_of_two_ : smooth_of_one_;
    cells.insert(cells.end(), smooth.begin(), smooth.end());  // later cells win
  }
  return column_of_cells(frame_, cells, request.name);
}

}  // namespace comity::panel
