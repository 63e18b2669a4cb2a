#include "comity/panel/counts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::panel {
namespace {

struct Reach {
  std::int32_t from, to;
};
Reach reach(const Frame& frame, Day first, Day last) {
  return {std::max(frame.first_period(), period_of(frame.step(), std::max(first, make_day(1500, 1, 1)))),
          std::min(frame.last_period(), period_of(frame.step(), std::min(last, make_day(3000, 12, 31))))};
}

// Adds one to every row of a pair of members in a reach of periods.
void count_up(const Frame& frame, Column& column, std::size_t i, std::size_t j, Reach reach) {
  for (const Run* run = frame.begin(i, j); run != frame.end(i, j); ++run) {
    for (std::int32_t period = std::max(run->first, reach.from); period <= std::min(run->last, reach.to); ++period) {
      ++column.as<std::int32_t>()[run->row + (period - run->first)];
      set_bit(column.valid(), run->row + static_cast<std::size_t>(period - run->first));
    }
  }
}

void count_pair(Shelf& shelf, Column& column, StateId a, StateId b, Day first, Day last, bool both_ways) {
  for (const auto& x : shelf.parts_of(a)) {
    for (const auto& y : shelf.parts_of(b)) {
      const Day from = std::max({x.days.from, y.days.from, first}), to = std::min({x.days.to, y.days.to, last});
      if (from > to || x.member == y.member) continue;
      const Reach periods = reach(shelf.frame(), from, to);
      count_up(shelf.frame(), column, static_cast<std::size_t>(x.member), static_cast<std::size_t>(y.member), periods);
      if (both_ways) count_up(shelf.frame(), column, static_cast<std::size_t>(y.member), static_cast<std::size_t>(x.member), periods);
    }
  }
}

// Nothing counted is zero only where a source declares that what it does not list does not exist; what most declare is that a
// blank is not covered, and then nothing follows from it. Each source speaks for its own years.
void cover(Shelf& shelf, const std::string& coverage, Column& column) {
  auto result = shelf.connection().query(fmt::format(
      "SELECT c.from_year, c.to_year FROM coverage c JOIN source s ON s.id = c.source WHERE s.role <> 'fixture' AND c.from_year > 0 AND c.blank = 'true_zero' AND c.indicator LIKE {} ORDER BY ALL",
      store::sql_text(coverage)));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      Coverage covered;
      covered.from = chunk.get<std::int16_t>(0, i);
      covered.to = chunk.get<std::int16_t>(1, i);
      covered.absent_is_zero = true;
      fill_zeros(shelf.frame(), covered, column);
    }
  }
}

Day day_or(const store::Chunk& chunk, std::size_t column, std::size_t row, Day otherwise) {
  const auto date = try_parse_edtf(chunk.text(column, row));
  return date && date->known() ? date->from : otherwise;
}

// One treaty in two lists counts once. Two lists mean the same one where pair, kind and year of signature agree; a treaty with
// investment provisions is, in the lists of trade agreements, the trade agreement that holds them. Two treaties of one list are two.
class TreatiesOfLists {
 public:
  bool has_from_another_list(std::uint16_t a, std::uint16_t b, std::string_view kind, std::string_view signed_year, std::uint16_t source) {
    if (signed_year.empty()) return false;
    if (kind == "treaty_with_investment_provisions") kind = "trade_agreement";
    const auto [place, fresh] = lists_.try_emplace({a, b, std::string(kind), std::string(signed_year)}, source);
    return !fresh && place->second != source;
  }

 private:
  std::map<std::tuple<std::uint16_t, std::uint16_t, std::string, std::string>, std::uint16_t> lists_;
};

}  // namespace

Column shared_memberships_column(Shelf& shelf, const std::string& name, Matching& matching) {
  Column out(name, Kind::int32, shelf.frame().rows());
  struct Stay {
    StateId state;
    Day from, to;
  };
  std::map<std::string, std::vector<Stay>> stays;
  auto result = shelf.connection().query(
      "SELECT m.organization, m.state, coalesce(m.date_from, ''), coalesce(m.date_to, ''), coalesce(o.coverage_to, s.as_of, '') FROM membership m "
      "JOIN source s ON s.id = m.source LEFT JOIN organization o ON o.key = m.organization WHERE m.kind = 'member' AND s.role <> 'fixture' ORDER BY ALL");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      ++matching.rows;
      const Day from = day_or(chunk, 2, i, last_day);
      if (from == last_day) {  // an unknown beginning cannot be counted
        ++matching.unmatched;
        continue;
      }
      const auto known = try_parse_edtf(chunk.text(4, i));  // an open end is the end of coverage
      stays[std::string(chunk.text(0, i))].push_back(
          {StateId{chunk.get<std::uint16_t>(1, i)}, from, std::min(day_or(chunk, 3, i, last_day), known && known->known() ? known->to : last_day)});
    }
  }
  for (const auto& [organization, list] : stays) {
    for (std::size_t a = 0; a < list.size(); ++a) {
      for (std::size_t b = 0; b < list.size(); ++b) {
        if (list[a].state == list[b].state) continue;
        const Day from = std::max(list[a].from, list[b].from), to = std::min(list[a].to, list[b].to);
        if (from <= to) count_pair(shelf, out, list[a].state, list[b].state, from, to, false);
      }
    }
  }
  cover(shelf, "memberships", out);
  return out;
}

Column agreements_column(Shelf& shelf, const std::string& name, Matching& matching) {
  Column out(name, Kind::int32, shelf.frame().rows());
  TreatiesOfLists treaties;
  auto result = shelf.connection().query(
      "SELECT a.state_a, a.state_b, coalesce(a.a_in_force, a.in_force, ''), coalesce(a.b_in_force, a.in_force, ''), coalesce(a.terminated, ''), coalesce(s.as_of, ''), "
      "a.kind, left(coalesce(a.signed_on, ''), 4), a.source FROM agreement a JOIN source s ON s.id = a.source WHERE s.role <> 'fixture' ORDER BY s.key, a.rowid");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      ++matching.rows;
      if (treaties.has_from_another_list(chunk.get<std::uint16_t>(0, i), chunk.get<std::uint16_t>(1, i), chunk.text(6, i), chunk.text(7, i), chunk.get<std::uint16_t>(8, i))) {
        ++matching.dropped;
        continue;
      }
      const Day from = std::max(day_or(chunk, 2, i, last_day), day_or(chunk, 3, i, last_day));
      if (from == last_day) {  // not in force, or nobody says since when
        ++matching.unmatched;
        continue;
      }
      const auto known = try_parse_edtf(chunk.text(5, i));
      const Day last = std::min(day_or(chunk, 4, i, last_day), known && known->known() ? known->to : last_day);  // an open end is the end of coverage
      count_pair(shelf, out, StateId{chunk.get<std::uint16_t>(0, i)}, StateId{chunk.get<std::uint16_t>(1, i)}, from, last, true);
    }
  }
  cover(shelf, "agreements:%", out);
  return out;
}

Column visits_column(Shelf& shelf, const std::string& name, bool back, Matching& matching) {
  const Frame& frame = shelf.frame();
  Column out(name, Kind::int32, frame.rows());
  auto result = shelf.connection().query(
      "SELECT e.actor_state, e.state_a, e.state_b, e.day_from, e.day_to FROM event e JOIN source s ON s.id = e.source "
      "WHERE e.kind = 'visit' AND e.status = 'asserted' AND s.role <> 'fixture' ORDER BY e.rowid");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      ++matching.rows;
      if (chunk.is_null(0, i) || chunk.is_null(2, i) || chunk.is_null(3, i) || period_of(frame.step(), chunk.day(3, i)) != period_of(frame.step(), chunk.day(4, i))) {
        ++matching.unmatched;
        continue;
      }
      const StateId visitor{chunk.get<std::uint16_t>(0, i)};
      const StateId a{chunk.get<std::uint16_t>(1, i)}, b{chunk.get<std::uint16_t>(2, i)};
      const StateId host = visitor == a ? b : a;
      std::int32_t one = -1, two = -1;
      if (!shelf.members_of(visitor, host, {chunk.day(3, i), chunk.day(4, i)}, one, two)) {
        ++matching.unmatched;
        continue;
      }
      const std::int32_t period = period_of(frame.step(), chunk.day(3, i));
      count_up(frame, out, static_cast<std::size_t>(back ? two : one), static_cast<std::size_t>(back ? one : two), {period, period});
    }
  }
  // Zero only where a source that declares so covers the visitor's state and the year.
  auto covers = shelf.connection().query(
      "SELECT DISTINCT t.id, c.from_year, c.to_year FROM coverage c JOIN source s ON s.id = c.source, state t "
      "WHERE c.indicator LIKE 'events:visit%' AND s.role <> 'fixture' AND c.blank = 'true_zero' AND c.from_year > 0 AND (c.reporters = 'all' OR list_contains(string_split(c.reporters, '|'), t.key)) ORDER BY ALL");
  while (const auto chunk = covers.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const Reach years = reach(frame, make_day(chunk.get<std::int16_t>(1, i), 1, 1), make_day(chunk.get<std::int16_t>(2, i), 12, 31));
      for (const auto& part : shelf.parts_of(StateId{chunk.get<std::uint16_t>(0, i)})) {
        for (std::size_t other = 0; other < frame.members(); ++other) {
          const auto own = static_cast<std::size_t>(part.member);
          const std::size_t x = back ? other : own, y = back ? own : other;
          for (const Run* run = frame.begin(x, y); run != frame.end(x, y); ++run) {
            const std::int32_t first = std::max(run->first, years.from), last = std::min(run->last, years.to);
            if (first <= last) set_bits(out.valid(), run->row + static_cast<std::size_t>(first - run->first), static_cast<std::size_t>(last - first + 1));
          }
        }
      }
    }
  }
  return out;
}

Column missions_column(Shelf& shelf, const std::string& name, bool back, Matching& matching) {
  const Frame& frame = shelf.frame();
  auto result = shelf.connection().query(
      "SELECT m.sending, m.receiving, edtf_day, count(*) FROM (SELECT sending, receiving, source, try_cast(left(as_listed_on || '-01-01', 10) AS DATE) AS edtf_day FROM mission "
      "WHERE kind IN ('embassy', 'high_commission', 'nunciature') AND resident AND as_listed_on IS NOT NULL) m JOIN source s ON s.id = m.source "
      "WHERE s.role <> 'fixture' AND edtf_day IS NOT NULL GROUP BY m.sending, m.receiving, edtf_day, s.key ORDER BY ALL");
  std::map<std::uint32_t, double> most;
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      ++matching.rows;
      const std::int32_t period = period_of(frame.step(), chunk.day(2, i));
      std::int32_t one = -1, two = -1;
      if (!shelf.members_of(StateId{chunk.get<std::uint16_t>(0, i)}, StateId{chunk.get<std::uint16_t>(1, i)},
                            {first_day_of(frame.step(), period), last_day_of(frame.step(), period)}, one, two)) {
        ++matching.unmatched;
        continue;
      }
      const std::int64_t row = frame.row(static_cast<std::size_t>(back ? two : one), static_cast<std::size_t>(back ? one : two), period);
      if (row >= 0) most[static_cast<std::uint32_t>(row)] = std::max(most[static_cast<std::uint32_t>(row)], static_cast<double>(chunk.get<std::int64_t>(3, i)));
    }
  }
  std::vector<Cell> cells;
  for (const auto& [row, posts] : most) cells.push_back({row, posts});
  return column_of_cells(frame, cells, name);
}

}  // namespace comity::panel
