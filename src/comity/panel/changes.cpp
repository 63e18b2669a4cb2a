#include "comity/panel/changes.hpp"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::panel {
namespace {

// "lag3" with the stem "lag" → 3; 0 when it is not of that form.
int number_behind(const std::string& change, std::string_view stem) {
  if (!change.starts_with(stem)) return 0;
  int number = 0;
  const char* end = change.data() + change.size();
  const auto [at, problem] = std::from_chars(change.data() + stem.size(), end, number);
  return problem == std::errc() && at == end && number > 0 ? number : 0;
}

// Values `distance` periods away (negative: before).
Column shifted(const Frame& frame, const Column& column, std::int32_t distance, const std::string& name) {
  Column out(name, column.kind(), column.rows());
  out.dictionary() = column.dictionary();
  frame.each_run([&](const Run& run, std::size_t i, std::size_t j) {
    for (std::int32_t period = run.first; period <= run.last; ++period) {
      const std::int32_t there = period + distance;
      const std::int64_t from = there >= run.first && there <= run.last ? run.row + (there - run.first) : frame.row(i, j, there);
      if (from >= 0 && column.has(static_cast<std::size_t>(from))) out.set(run.row + static_cast<std::size_t>(period - run.first), column.at(static_cast<std::size_t>(from)));
    }
  });
  return out;
}

enum class Spell { onset, duration, peace };

// Walks each pair in the order of its periods; a gap between runs begins anew.
Column spells(const Frame& frame, const Column& column, Spell what, int power, const std::string& name) {
  Column out(name, power > 1 ? Kind::float64 : what == Spell::onset ? Kind::int8 : Kind::int32, column.rows());
  frame.each_run([&](const Run& run, std::size_t, std::size_t) {
    std::int64_t length = 0, peace = 0;
    for (std::size_t row = run.row; row <= run.row + static_cast<std::size_t>(run.last - run.first); ++row) {
      if (!column.has(row)) {
        length = 0;
        ++peace;
        continue;
      }
      const bool on = column.at(row) != 0;
      length = on ? length + 1 : 0;
      if (what == Spell::onset) out.set(row, length == 1);
      if (what == Spell::duration) out.set(row, static_cast<double>(length));
      if (what == Spell::peace) out.set(row, power == 1 ? static_cast<double>(peace) : std::pow(static_cast<double>(peace) / 10, power));
      peace = on ? 0 : peace + 1;
    }
  });
  return out;
}

}  // namespace

void check_change(const std::string& word, const std::string& change) {
  if (number_behind(change, "lag") || number_behind(change, "lead") || change == "onset" || change == "duration" || change == "peace") return;
  const int power = number_behind(change, "peace");
  if (power >= 1 && power <= 3) return;
  throw UsageError(fmt::format("'{}' in '{}' is no change of a variable", change, word), "Behind the colon may stand lagN, leadN, onset, duration, peace, peace2 or peace3.");
}

Column changed(const Frame& frame, const Column& column, const std::string& change) {
  const std::string name = column.name() + "_" + change;
  if (const int n = number_behind(change, "lag")) return shifted(frame, column, -n, name);
  if (const int n = number_behind(change, "lead")) return shifted(frame, column, n, name);
  if (change == "onset") return spells(frame, column, Spell::onset, 1, name);
  if (change == "duration") return spells(frame, column, Spell::duration, 1, name);
  return spells(frame, column, Spell::peace, std::max(1, number_behind(change, "peace")), name);
}

}  // namespace comity::panel
