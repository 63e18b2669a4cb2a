#include "comity/panel/frame.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::panel {

namespace chr = std::chrono;
using world::DaySpan;

std::int32_t period_of(Step step, Day day) {
  if (step == Step::day) return static_cast<std::int32_t>(day.time_since_epoch().count());
  const chr::year_month_day date(day);
  const int year = static_cast<int>(date.year());
  return step == Step::year ? year : year * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

Day first_day_of(Step step, std::int32_t period) {
  if (step == Step::day) return Day(chr::days(period));
  return step == Step::year ? make_day(period, 1, 1) : make_day(period / 12, static_cast<unsigned>(period % 12) + 1, 1);
}

Day last_day_of(Step step, std::int32_t period) { return first_day_of(step, period + 1) - chr::days(1); }

namespace {

// The lists of states are spans of the indicator system_member; microstates are marked by another one.
System read_list(store::Connection& connection, const std::string& scheme, bool microstates) {
  System out;
  out.scheme = scheme;
  const auto spans = [&](const char* indicator) {
    return connection.query(fmt::format(
        "SELECT from_code, day_from, day_to FROM series WHERE indicator = (SELECT id FROM indicator WHERE key = '{}') AND scheme = {} ORDER BY from_code, day_from", indicator,
        store::sql_text(scheme)));
  };
  std::map<std::uint16_t, Member> members;
  auto result = spans("system_member");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      Member& member = members[chunk.get<std::uint16_t>(0, i)];
      member.code = chunk.get<std::uint16_t>(0, i);
      member.spans.push_back({chunk.day(1, i), chunk.day(2, i)});
    }
  }
  auto small = spans("system_microstate");
  while (const auto chunk = small.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) members[chunk.get<std::uint16_t>(0, i)].microstate = true;
  }
  if (members.empty()) {
    throw DataError(fmt::format("the edition holds no list of states '{}'", scheme), "Build it with the source isard: comity build --data DIR.");
  }
  out.first = last_day;
  out.last = first_day;
  for (auto& [code, member] : members) {
    for (const DaySpan& span : member.spans) {
      out.first = std::min(out.first, span.from);
      out.last = std::max(out.last, span.to);
    }
    if (microstates || !member.microstate) out.members.push_back(std::move(member));
  }
  return out;
}

// The register's states that have or had a code of ISO 3166. Its days are open where nobody gives one.
System read_register(store::Connection& connection, const world::Register& states) {
  System out;
  out.scheme = "iso";
  for (const auto& state : states.states()) {
    if (state.kind == "territory" || (states.code("iso3", state.id).empty() && states.code("iso3_former", state.id).empty())) continue;
    if (state.spans.empty()) continue;
    out.members.push_back({state.id.value, state.key, state.spans, false});
  }
  std::ranges::sort(out.members, {}, &Member::key);
  out.first = make_day(1816, 1, 1);
  out.last = last_day_of(Step::year, year_of(parse_day(connection.text("SELECT value FROM edition WHERE name = 'date'"))));
  return out;
}

}  // namespace

System read_system(store::Connection& connection, const world::Register& states, const std::string& scheme, bool microstates) {
  if (scheme == "iso") return read_register(connection, states);
  return read_list(connection, scheme, microstates);
}

Frame::Frame(System system, const FrameRequest& request) : system_(std::move(system)), request_(request) {
  const Years years = check_years(system_, request_);
  first_ = period_of(request_.step, make_day(years.from, 1, 1));
  last_ = period_of(request_.step, make_day(years.to, 12, 31));
  start_.push_back(0);
  std::vector<std::pair<DaySpan, bool>> spans;
  const std::size_t n = members();
  for (std::size_t i = 0; i < n; ++i) {
    if (!pairs()) {
      spans.clear();
      for (const DaySpan& span : system_.members[i].spans) spans.push_back({span, true});
      add(spans);
      continue;
    }
    for (std::size_t j = 0; j < n; ++j) {
      spans.clear();
      if (i != j && (directed() || i < j)) {
        for (const DaySpan& a : system_.members[i].spans) {
          for (const DaySpan& b : system_.members[j].spans) {
            const DaySpan both{std::max(a.from, b.from), std::min(a.to, b.to)};
            if (both.from <= both.to) {
              spans.push_back({both, true});
            } else if (period_of(request_.step, both.from) == period_of(request_.step, both.to)) {
              spans.push_back({{both.from, both.from}, false});  // one ended before the other began, in the same period
            }
          }
        }
      }
      add(spans);
    }
  }
}

Years check_years(const System& system, const FrameRequest& request) {
  const int from = year_of(system.first), to = year_of(system.last);
  const Years asked{request.from_year ? request.from_year : from, request.to_year ? request.to_year : to};
  if (asked.from > asked.to) throw UsageError(fmt::format("the years {} to {} are none", asked.from, asked.to), "Give the earlier year with --from.");
  if (asked.from < from || asked.to > to) {
    throw UsageError(fmt::format("the list of states '{}' covers {} to {}, not {} to {}", system.scheme, from, to, asked.from, asked.to),
                     "Outside these years nobody says which states there are.");
  }
  return asked;
}

// The spans of one pair as runs of periods. A period in which the two share a day and another in which they do not may
// touch; spans that meet in one period become one run.
void Frame::add(std::vector<std::pair<DaySpan, bool>>& spans) {
  std::vector<Run> found;
  std::ranges::sort(spans, {}, [](const auto& span) { return span.first.from; });
  for (const auto& [span, common] : spans) {
    Run run{std::max(first_, period_of(request_.step, span.from)), std::min(last_, period_of(request_.step, span.to)), 0, common};
    if (run.first > run.last) continue;
    if (!found.empty() && found.back().last >= run.first) {
      if (!common) continue;  // they met in this period on another day
      if (!found.back().common_day) {
        found.pop_back();
      } else {
        run.first = found.back().last + 1;
        if (run.first > run.last) continue;
      }
    }
    found.push_back(run);
  }
  for (Run& run : found) {
    if (!run.common_day) {
      ++never_met_;
      if (!request_.same_year) continue;
    }
    run.row = static_cast<std::uint32_t>(rows_);
    rows_ += static_cast<std::size_t>(run.last - run.first + 1);
    runs_.push_back(run);
  }
  if (rows_ > 200'000'000) {
    throw UsageError("the panel would have more than 200 million rows", "Give fewer years with --from and --to, or a longer step.");
  }
  start_.push_back(static_cast<std::uint32_t>(runs_.size()));
}

std::int64_t Frame::row(std::size_t i, std::size_t j, std::int32_t period) const {
  for (const Run* run = begin(i, j); run != end(i, j); ++run) {
    if (period >= run->first && period <= run->last) return run->row + (period - run->first);
  }
  return -1;
}

}  // namespace comity::panel
