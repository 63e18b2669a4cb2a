#include "comity/panel/fill.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <numbers>

#include <fmt/format.h>

namespace comity::panel {

namespace {

std::size_t side_index(Side side, std::size_t i, std::size_t j) { return side == Side::two ? j : i; }

int year_of_period(const Frame& frame, std::int32_t period) {
  return frame.step() == Step::year ? period : year_of(first_day_of(frame.step(), period));
}

}  // namespace

Column frame_column(const Shelf& shelf, const ColumnRequest& request) {
  const Frame& frame = shelf.frame();
  const System& system = frame.system();
  if (request.variable->sort == Sort::code) {
    std::vector<double> codes;
    for (const Member& member : system.members) codes.push_back(member.code);
    Column out(request.name, narrowest(codes), frame.rows());
    with_type(out, [&]<class T>(T* data) {
      frame.each_run([&](const Run& run, std::size_t i, std::size_t j) {
        std::fill_n(data + run.row, run.last - run.first + 1, static_cast<T>(system.members[side_index(request.side, i, j)].code));
      });
    });
    set_bits(out.valid(), 0, frame.rows());
    return out;
  }
  if (request.variable->sort == Sort::key) {
    Column out(request.name, Kind::text, frame.rows());
    std::map<std::string, std::int16_t> numbers;
    for (const auto& state : shelf.states().states()) numbers[state.key] = 0;
    for (auto& [key, number] : numbers) {
      number = static_cast<std::int16_t>(out.dictionary().size());
      out.dictionary().push_back(key);
    }
    frame.each_run([&](const Run& run, std::size_t i, std::size_t j) {
      const std::size_t member = side_index(request.side, i, j);
      for (std::int32_t period = run.first; period <= run.last; ++period) {
        Day day = last_day_of(frame.step(), period);
        for (const auto& span : system.members[member].spans) {  // the last of its days in the period
          if (span.from <= day) day = std::min(day, std::max(span.to, first_day_of(frame.step(), period)));
        }
        const StateId state = shelf.state_of(member, day);
        if (!state.value) continue;
        out.as<std::int16_t>()[run.row + (period - run.first)] = numbers[shelf.states().state(state).key];
        set_bit(out.valid(), run.row + (period - run.first));
      }
    });
    return out;
  }
  if (request.variable->sort == Sort::common_day) {
    Column out(request.name, Kind::int8, frame.rows());
    frame.each_run([&](const Run& run, std::size_t, std::size_t) { std::fill_n(out.as<std::int8_t>() + run.row, run.last - run.first + 1, run.common_day ? 1 : 0); });
    set_bits(out.valid(), 0, frame.rows());
    return out;
  }
  Column out(request.name, request.name == "year" ? Kind::int16 : Kind::int8, frame.rows());
  frame.each_run([&](const Run& run, std::size_t, std::size_t) {
    for (std::int32_t period = run.first; period <= run.last; ++period) {
      int value = period;
      if (frame.step() != Step::year) {
        const std::chrono::year_month_day date(first_day_of(frame.step(), period));
        value = request.name == "year"    ? static_cast<int>(date.year())
                : request.name == "month" ? static_cast<int>(static_cast<unsigned>(date.month()))
                                          : static_cast<int>(static_cast<unsigned>(date.day()));
      }
      out.set(run.row + (period - run.first), value);
    }
  });
  return out;
}

Grid other_code_grid(const Shelf& shelf, const System& other) {
  const Frame& frame = shelf.frame();
  Grid grid;
  grid.periods = frame.periods();
  grid.values.resize(frame.members() * grid.periods);
  grid.valid.resize(frame.members() * grid.periods / 64 + 2);
  for (std::size_t m = 0; m < frame.members(); ++m) {
    const auto codes = shelf.codes_in(other, m);
    for (const auto& span : frame.system().members[m].spans) {
      const std::int32_t from = std::max(frame.first_period(), period_of(frame.step(), span.from)), to = std::min(frame.last_period(), period_of(frame.step(), span.to));
      for (std::int32_t period = from; period <= to; ++period) {
        const Day first = std::max(span.from, first_day_of(frame.step(), period)), last = std::min(span.to, last_day_of(frame.step(), period));
        Day latest = first_day;
        int code = 0;
        for (const auto& [candidate, days] : codes) {
          const Day to = std::min(days.to, last);
          if (std::max(days.from, first) > to || to < latest) continue;
          latest = to;
          code = candidate;
        }
        if (code) {
          const std::size_t cell = m * grid.periods + static_cast<std::size_t>(period - frame.first_period());
          grid.values[cell] = code;
          set_bit(grid.valid.data(), cell);
        }
      }
    }
  }
  return grid;
}

Grid make_grid(const Frame& frame, const std::vector<Span>& spans, Rule rule, const Coverage& coverage) {
  Grid out;
  out.periods = frame.periods();
  out.values.resize(frame.members() * out.periods);
  out.valid.resize(frame.members() * out.periods / 64 + 2);
  for (const Span& span : spans) {
    const std::int32_t from = std::max(frame.first_period(), period_of(frame.step(), span.first)), to = std::min(frame.last_period(), period_of(frame.step(), span.last));
    for (std::int32_t period = from; period <= to; ++period) {
      const std::size_t cell = static_cast<std::size_t>(span.from) * out.periods + static_cast<std::size_t>(period - frame.first_period());
      const bool set = get_bit(out.valid.data(), cell);
      if (set && rule == Rule::first) continue;
      double value = span.value;
      if (set && rule == Rule::least) value = std::min(value, out.values[cell]);
      if (set && rule == Rule::most) value = std::max(value, out.values[cell]);
      out.values[cell] = value;
      set_bit(out.valid.data(), cell);
    }
  }
  if (coverage.absent_is_zero) {
    for (std::int32_t period = frame.first_period(); period <= frame.last_period(); ++period) {
      if (!coverage.holds(year_of_period(frame, period))) continue;
      for (std::size_t m = 0; m < frame.members(); ++m) set_bit(out.valid.data(), m * out.periods + static_cast<std::size_t>(period - frame.first_period()));
    }
  }
  return out;
}

Column state_column(const Frame& frame, const Grid& grid, const std::string& name, Side side) {
  Column out(name, narrowest(grid.values), frame.rows());
  with_type(out, [&]<class T>(T* data) {
    const std::vector<T> values(grid.values.begin(), grid.values.end());
    frame.each_run([&](const Run& run, std::size_t i, std::size_t j) {
      const std::size_t start = side_index(side, i, j) * grid.periods + static_cast<std::size_t>(run.first - frame.first_period());
      const std::size_t count = static_cast<std::size_t>(run.last - run.first + 1);
      std::memcpy(data + run.row, values.data() + start, count * sizeof(T));
      copy_bits(out.valid(), run.row, grid.valid.data(), start, count);
    });
  });
  return out;
}

void fill_zeros(const Frame& frame, const Coverage& coverage, Column& column) {
  if (!coverage.absent_is_zero) return;
  // Values of cells without a bit are zero already: a column begins as zeros and clear() is never called before this.
  const std::int32_t from = period_of(frame.step(), make_day(coverage.from, 1, 1)), to = period_of(frame.step(), make_day(coverage.to, 12, 31));
  frame.each_run([&](const Run& run, std::size_t, std::size_t) {
    const std::int32_t first = std::max(run.first, from), last = std::min(run.last, to);
    if (first <= last) set_bits(column.valid(), run.row + static_cast<std::size_t>(first - run.first), static_cast<std::size_t>(last - first + 1));
  });
}

Column pair_column(const Frame& frame, const std::vector<Span>& spans, const Coverage& coverage, const std::string& name, Rule rule, bool symmetric, bool by_item) {
  std::vector<double> values;
  values.reserve(spans.size());
  for (const Span& span : spans) values.push_back(by_item ? span.item : span.value);
  Column out(name, narrowest(values), frame.rows());
  with_type(out, [&]<class T>(T* data) {
    const auto put = [&](std::size_t i, std::size_t j, std::int32_t from, std::int32_t to, T value) {
      for (const Run* run = frame.begin(i, j); run != frame.end(i, j); ++run) {
        const std::int32_t first = std::max(run->first, from), last = std::min(run->last, to);
        for (std::int32_t period = first; period <= last; ++period) {
          const std::size_t row = run->row + static_cast<std::size_t>(period - run->first);
          const bool set = out.has(row);
          if (set && (rule == Rule::first || (rule == Rule::least && data[row] <= value) || (rule == Rule::most && data[row] >= value))) continue;
          data[row] = value;
          set_bit(out.valid(), row);
        }
      }
    };
    for (std::size_t s = 0; s < spans.size(); ++s) {
      const Span& span = spans[s];
      if (span.to < 0) continue;
      const std::size_t i = static_cast<std::size_t>(span.from), j = static_cast<std::size_t>(span.to);
      const std::int32_t from = period_of(frame.step(), span.first), to = period_of(frame.step(), span.last);
      const T value = static_cast<T>(values[s]);
      if (frame.directed()) {
        put(i, j, from, to, value);
        if (symmetric) put(j, i, from, to, value);
      } else {
        put(std::min(i, j), std::max(i, j), from, to, value);
      }
    }
  });
  fill_zeros(frame, coverage, out);
  return out;
}

Column capital_distance_column(const Frame& frame, const Grid& latitude, const Grid& longitude, const std::string& name) {
  constexpr double radius = 6378.137;  // the equator's: what geosphere's spherical formulas take for the Earth
  constexpr double degree = std::numbers::pi / 180;
  Column out(name, Kind::float64, frame.rows());
  frame.each_run([&](const Run& run, std::size_t i, std::size_t j) {
    double known[4] = {1e9, 1e9, 1e9, 1e9}, distance = 0;
    for (std::int32_t period = run.first; period <= run.last; ++period) {
      const std::size_t p = static_cast<std::size_t>(period - frame.first_period());
      if (!latitude.has(i, p) || !latitude.has(j, p) || !longitude.has(i, p) || !longitude.has(j, p)) continue;
      const double place[4] = {latitude.at(i, p), longitude.at(i, p), latitude.at(j, p), longitude.at(j, p)};
      if (!std::equal(place, place + 4, known)) {
        std::copy_n(place, 4, known);
        const double a = place[0] * degree, b = place[2] * degree, turn = (place[3] - place[1]) * degree;
        const double across = std::hypot(std::cos(b) * std::sin(turn), std::cos(a) * std::sin(b) - std::sin(a) * std::cos(b) * std::cos(turn));
        distance = radius * std::atan2(across, std::sin(a) * std::sin(b) + std::cos(a) * std::cos(b) * std::cos(turn));
      }
      out.as<double>()[run.row + (period - run.first)] = distance;
      set_bit(out.valid(), run.row + static_cast<std::size_t>(period - run.first));
    }
  });
  return out;
}

Column joint_igos_column(const Frame& frame, const std::vector<Span>& memberships, const std::vector<Span>& observed, const std::string& name) {
  std::uint32_t most = 0;
  for (const Span& span : memberships) most = std::max(most, span.item);
  const std::size_t words = most / 64 + 1, periods = frame.periods();
  std::vector<std::uint64_t> sets(frame.members() * periods * words);
  for (const Span& span : memberships) {
    if (span.value != 1 && span.value != 2) continue;  // observers do not count
    const std::int32_t from = std::max(frame.first_period(), period_of(frame.step(), span.first)), to = std::min(frame.last_period(), period_of(frame.step(), span.last));
    for (std::int32_t period = from; period <= to; ++period) {
      set_bit(sets.data() + (static_cast<std::size_t>(span.from) * periods + static_cast<std::size_t>(period - frame.first_period())) * words, span.item);
    }
  }
  const Grid seen = make_grid(frame, observed, Rule::last, {});
  Column out(name, Kind::int16, frame.rows());
  frame.each_run([&](const Run& run, std::size_t i, std::size_t j) {
    for (std::int32_t period = run.first; period <= run.last; ++period) {
      const std::size_t p = static_cast<std::size_t>(period - frame.first_period());
      if (!seen.has(i, p) || !seen.has(j, p)) continue;
      const std::uint64_t* a = sets.data() + (i * periods + p) * words;
      const std::uint64_t* b = sets.data() + (j * periods + p) * words;
      std::size_t common = 0;
      for (std::size_t w = 0; w < words; ++w) common += count_bits(a[w] & b[w]);
      out.as<std::int16_t>()[run.row + (period - run.first)] = static_cast<std::int16_t>(common);
      set_bit(out.valid(), run.row + static_cast<std::size_t>(period - run.first));
    }
  });
  return out;
}

Column column_of_cells(const Frame& frame, const std::vector<Cell>& cells, const std::string& name) {
  std::vector<double> values;
  values.reserve(cells.size());
  for (const Cell& cell : cells) values.push_back(cell.value);
  Column out(name, narrowest(values), frame.rows());
  with_type(out, [&]<class T>(T* data) {
    for (const Cell& cell : cells) {
      data[cell.row] = static_cast<T>(cell.value);
      set_bit(out.valid(), cell.row);
    }
  });
  return out;
}

}  // namespace comity::panel
