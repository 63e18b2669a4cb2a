#include "comity/panel/observations.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::panel {
namespace {

struct Given {
  std::string source, reporter;
  bool of_pairs = false;
  int months = 0;
  std::int64_t figures = 0;
};

struct Word {
  std::string indicator, source, ending;
};

// "goods_imports_12@cow_trade_4_0" in its parts. Endings: 1, 2, _12, _21.
Word parts_of(const std::string& word) {
  Word out;
  const auto at = word.find('@');
  out.indicator = word.substr(0, at);
  if (at != std::string::npos) out.source = word.substr(at + 1);
  return out;
}

bool is_indicator(store::Connection& connection, const std::string& key, bool& undirected) {
  auto result = connection.query(fmt::format("SELECT undirected FROM indicator WHERE key = {}", store::sql_text(key)));
  const auto chunk = result.next();
  if (!chunk || !chunk.rows()) return false;
  undirected = chunk.get<bool>(0, 0);
  return true;
}

std::vector<Given> given(store::Connection& connection, const std::string& indicator) {
  std::vector<Given> out;
  auto result = connection.query(fmt::format(
      "SELECT s.key, o.reporter_kind::VARCHAR, o.to_state IS NOT NULL, o.period_months::INTEGER, count(*) FROM observation o JOIN source s ON s.id = o.source "
      "WHERE o.indicator = (SELECT id FROM indicator WHERE key = {}) AND s.role NOT IN ('fixture', 'document') AND o.product = 'total' AND o.period_start IS NOT NULL GROUP BY ALL ORDER BY ALL",
      store::sql_text(indicator)));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      out.push_back({std::string(chunk.text(0, i)), std::string(chunk.text(1, i)), chunk.get<bool>(2, i), chunk.get<std::int32_t>(3, i), chunk.get<std::int64_t>(4, i)});
    }
  }
  return out;
}

bool fits(Step step, int months) {
  if (step == Step::year) return months == 12 || months == 0;
  return step == Step::month ? months == 1 : months == 0;
}

// The source asked for, or the one with the most figures.
std::string choose_source(const std::vector<Given>& all, const Word& word) {
  std::vector<std::pair<std::int64_t, std::string>> count;
  std::string names;
  for (const Given& one : all) {
    auto found = std::ranges::find(count, one.source, &std::pair<std::int64_t, std::string>::second);
    if (found == count.end()) {
      names += (names.empty() ? "" : ", ") + one.source;
      count.push_back({0, one.source});
      found = count.end() - 1;
    }
    found->first += one.figures;
  }
  if (word.source.empty()) return std::ranges::max_element(count, {}, &std::pair<std::int64_t, std::string>::first)->second;
  if (std::ranges::find(count, word.source, &std::pair<std::int64_t, std::string>::second) == count.end()) {
    throw NotFound(fmt::format("'{}' gives no {}", word.source, word.indicator), "It comes from: " + names + ".");
  }
  return word.source;
}

}  // namespace

std::vector<ColumnRequest> observation_columns(store::Connection& connection, const Frame& frame, const std::string& asked) {
  Word word = parts_of(asked);
  bool undirected = false;
  if (!is_indicator(connection, word.indicator, undirected)) {
    for (const char* ending : {"_12", "_21", "1", "2"}) {
      if (!word.indicator.ends_with(ending)) continue;
      const std::string stem = word.indicator.substr(0, word.indicator.size() - std::string_view(ending).size());
      if (!is_indicator(connection, stem, undirected)) continue;
      word.indicator = stem;
      word.ending = ending;
      break;
    }
    if (!is_indicator(connection, word.indicator, undirected)) return {};
  }
  auto all = given(connection, word.indicator);
  if (all.empty()) return {};
  if (std::ranges::none_of(all, [&](const Given& one) { return fits(frame.step(), one.months); })) {
    throw UsageError(fmt::format("{} is not given by {}", word.indicator, frame.step() == Step::year ? "year" : frame.step() == Step::month ? "month" : "day"),
                     "A figure is never spread over shorter periods; take the step that the source has with --step.");
  }
  std::erase_if(all, [&](const Given& one) { return !fits(frame.step(), one.months); });
  if (!frame.pairs() && std::ranges::all_of(all, &Given::of_pairs)) {
    throw UsageError(fmt::format("{} is a figure of two states; a panel of states has no place for it", word.indicator), "Take --unit directed-dyad-year or dyad-year.");
  }
  const std::string source = choose_source(all, word);
  std::vector<ColumnRequest> out;
  const auto add = [&](std::string name, Side side, bool back, const std::string& reporter) {
    ColumnRequest request;
    request.name = std::move(name);
    request.side = side;
    request.back = back;
    request.indicator = word.indicator;
    request.source = source;
    request.reporter = reporter;
    out.push_back(std::move(request));
  };
  if (std::ranges::any_of(all, [&](const Given& one) { return one.source == source && !one.of_pairs; })) {
    if (!frame.pairs()) add(word.indicator, Side::one, false, "");
    if (frame.pairs() && word.ending != "2") add(word.indicator + "1", Side::one, false, "");
    if (frame.pairs() && word.ending != "1") add(word.indicator + "2", Side::two, false, "");
    return out;
  }
  std::vector<std::string> reporters;
  for (const Given& one : all) {
    if (one.source == source && std::ranges::find(reporters, one.reporter) == reporters.end()) reporters.push_back(one.reporter);
  }
  for (const bool back : {false, true}) {
    if (undirected && back) continue;
    if ((word.ending == "_12" && back) || (word.ending == "_21" && !back)) continue;
    for (const auto& reporter : reporters) {
      std::string name = word.indicator + (undirected ? "" : back ? "_21" : "_12");
      if (reporters.size() > 1) name += reporter == "third" ? "_by3" : (reporter == "from_side") != back ? "_by1" : "_by2";
      add(name, Side::pair, back, reporter);
    }
  }
  return out;
}

Column observation_column(Shelf& shelf, const ColumnRequest& request, ColumnReport& report, std::vector<std::uint8_t>* absences) {
  const Frame& frame = shelf.frame();
  const bool of_pairs = request.side == Side::pair;
  std::vector<std::uint64_t> taken(frame.rows() / 64 + 1);
  std::vector<Cell> cells;
  // Of several variants the one with the most figures speaks; the others would be another method or revision.
  auto result = shelf.connection().query(fmt::format(
      "WITH o AS (SELECT * FROM observation WHERE indicator = (SELECT id FROM indicator WHERE key = {0}) AND source = (SELECT id FROM source WHERE key = {1}) AND product = 'total' "
      "AND period_start IS NOT NULL AND period_months IN ({2}) AND to_state IS {3} {4}), "
      "v AS (SELECT coalesce(variant, '') AS variant FROM o GROUP BY ALL ORDER BY count(*) DESC, variant LIMIT 1) "
      "SELECT from_state, coalesce(to_state, 0)::USMALLINT, period_start, coalesce(value, 0), value IS NOT NULL, enum_code(absence)::UTINYINT, flags & 1 FROM o "
      "WHERE coalesce(variant, '') = (SELECT variant FROM v) ORDER BY pair, period_start, from_state, reporter, currency, key",
      store::sql_text(request.indicator), store::sql_text(request.source), frame.step() == Step::year ? "12, 0" : frame.step() == Step::month ? "1" : "0",
      of_pairs ? "NOT NULL" : "NULL", of_pairs ? fmt::format("AND reporter_kind = '{}'", request.reporter) : ""));
  bool undirected = false;
  is_indicator(shelf.connection(), request.indicator, undirected);
  const auto put = [&](std::int64_t row, double value, bool has, std::uint8_t absence) {
    if (row < 0) return;
    const auto at = static_cast<std::size_t>(row);
    if (get_bit(taken.data(), at)) {
      ++report.dropped;
      return;
    }
    set_bit(taken.data(), at);
    if (has) cells.push_back({static_cast<std::uint32_t>(at), value});
    if (absences) (*absences)[at] = static_cast<std::uint8_t>(absence + 1);
  };
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      ++report.source_rows;
      const std::int32_t period = period_of(frame.step(), chunk.day(2, i));
      const world::DaySpan days{first_day_of(frame.step(), period), last_day_of(frame.step(), period)};
      // A zero that other figures contradict is no value (rule 12).
      const bool has = chunk.get<bool>(4, i) && chunk.get<std::uint32_t>(6, i) == 0;
      const StateId from{chunk.get<std::uint16_t>(0, i)}, to{chunk.get<std::uint16_t>(1, i)};
      std::int32_t one = -1, two = -1;
      if (!(of_pairs ? shelf.members_of(from, to, days, one, two) : shelf.member_of(from, days, one))) {
        ++report.unmatched;
        continue;
      }
      const double value = chunk.get<double>(3, i);
      const std::uint8_t absence = chunk.get<std::uint8_t>(5, i);
      if (of_pairs) {
        const auto a = static_cast<std::size_t>(request.back ? two : one), b = static_cast<std::size_t>(request.back ? one : two);
        put(frame.row(a, b, period), value, has, absence);
        if (undirected) put(frame.row(b, a, period), value, has, absence);
        continue;
      }
      for (std::size_t other = 0; other < (frame.pairs() ? frame.members() : 1); ++other) {
        const auto own = static_cast<std::size_t>(one);
        if (!frame.pairs()) put(frame.row(own, own, period), value, has, absence);
        if (frame.pairs() && other != own) put(request.side == Side::two ? frame.row(other, own, period) : frame.row(own, other, period), value, has, absence);
      }
    }
  }
  return column_of_cells(frame, cells, request.name);
}

}  // namespace comity::panel
