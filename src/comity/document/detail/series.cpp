#include "comity/document/detail/series.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "comity/base/number.hpp"
#include "comity/document/detail/inlines.hpp"

namespace comity::document {

std::vector<Series::Point> ordered_points(const Series& series) {
  std::vector<Series::Point> points;
  std::ranges::copy_if(series.points, std::back_inserter(points), [](const auto& p) { return std::isfinite(p.x); });
  std::ranges::stable_sort(points, {}, &Series::Point::x);
  return points;
}

bool is_finite_value(const Series::Point& point) { return point.y && std::isfinite(*point.y); }

bool is_drawn(const Series::Point& point, bool log_scale) {
  return is_finite_value(point) && !point.suspect && (!log_scale || *point.y > 0);
}

std::vector<std::vector<Series::Point>> joined_stretches(const Series& series, bool log_scale) {
  const auto points = ordered_points(series);
  std::vector<double> steps;
  for (std::size_t i = 1; i < points.size(); ++i) steps.push_back(points[i].x - points[i - 1].x);
  std::ranges::sort(steps);
  const double hole = steps.empty() ? 0 : 1.5 * std::max(steps[steps.size() / 2], 1e-9);
  std::vector<std::vector<Series::Point>> out;
  bool open = false;
  for (const auto& point : points) {
    if (!is_drawn(point, log_scale)) {
      open = false;
      continue;
    }
    if (!open || point.x - out.back().back().x > hole) out.emplace_back();
    out.back().push_back(point);
    open = true;
  }
  return out;
}

std::vector<GapRun> gap_runs(const Series& series) {
  std::vector<GapRun> out;
  bool open = false;
  for (const auto& point : ordered_points(series)) {
    if (point.y) {
      open = false;
    } else if (open && out.back().why == point.why) {
      out.back().to = point.x;
    } else {
      out.push_back({point.x, point.x, point.why});
      open = true;
    }
  }
  return out;
}

std::string gap_words(const LineChart& chart) {
  std::string out;
  for (const Series& series : chart.series) {
    std::string words;
    for (const GapRun& run : gap_runs(series)) {
      if (run.why.empty()) continue;
      words += words.empty() ? "" : "; ";
      words += run.from == run.to ? year_words(run.from) : fmt::format("{}–{}", year_words(run.from), year_words(run.to));
      words += ' ' + run.why;
    }
    if (words.empty()) continue;
    out += fmt::format("{}{}: {}.", out.empty() ? "" : " ", series.name, words);
  }
  return clean(out);
}

std::string suspect_words(const LineChart& chart) {
  std::string out;
  for (const Series& series : chart.series) {
    std::string words;
    for (const auto& point : ordered_points(series)) {
      if (!point.suspect) continue;
      words += words.empty() ? "" : ", ";
      words += year_words(point.x);
      if (!point.why.empty()) words += " (" + point.why + ')';
    }
    if (!words.empty()) out += fmt::format("{}{}: {}.", out.empty() ? "" : " ", series.name, words);
  }
  return clean(out);
}

void Range::include(double value) {
  low = empty ? value : std::min(low, value);
  high = empty ? value : std::max(high, value);
  empty = false;
}

Range x_range(const LineChart& chart) {
  Range range;
  for (const Series& series : chart.series) {
    for (const auto& point : series.points) {
      if (std::isfinite(point.x)) range.include(point.x);
    }
  }
  return range;
}

Range y_range(const LineChart& chart) {
  Range range;
  for (const Series& series : chart.series) {
    for (const auto& point : series.points) {
      if (is_finite_value(point) && (!chart.log_scale || *point.y > 0)) range.include(*point.y);
    }
  }
  if (!range.empty && !chart.log_scale) range.include(0);
  return range;
}

double round_step(double span, int most) {
  if (!(span > 0)) return 1;
  const double rough = span / std::max(most, 1);
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * power >= rough * (1 - 1e-9)) return factor * power;
  }
  return 10 * power;
}

std::vector<double> round_ticks(double low, double high, int most) {
  std::vector<double> out;
  const double step = round_step(high - low, most);
  for (double i = std::ceil(low / step - 1e-9); i * step <= high + step * 1e-9; ++i) out.push_back(i * step);
  return out;
}

std::vector<double> year_ticks(double low, double high, int most) {
  std::vector<double> out;
  double step = 100;
  for (const double years : {1.0, 2.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0}) {
    if (std::floor(high / years) - std::ceil(low / years) + 1 <= most) {
      step = years;
      break;
    }
  }
  for (double x = std::ceil(low / step) * step; x <= high + 1e-9; x += step) out.push_back(x);
  return out;
}

std::string when_words(const LineChart::Mark& mark) { return mark.when.empty() ? year_words(mark.x) : mark.when; }

std::string year_words(double x) {
  constexpr std::array<std::string_view, 12> months = {"January", "February", "March",     "April",   "May",      "June",
                                                       "July",    "August",   "September", "October", "November", "December"};
  const double year = std::floor(x + 1e-6);
  const auto month = static_cast<std::size_t>(std::clamp((x - year) * 12 + 1e-4, 0.0, 11.0));
  if (month == 0) return fmt::format("{:.0f}", year);
  return fmt::format("{}\u00a0{:.0f}", months[month], year);
}

namespace {

struct Scale {
  double by;
  std::string_view word;
};
Scale scale_of(double size) {
  if (size >= 1e12) return {1e12, "\u00a0trillion"};
  if (size >= 1e9) return {1e9, "\u00a0bn"};
  if (size >= 1e6) return {1e6, "\u00a0million"};
  return {1, ""};
}

std::string with_minus(std::string text) {
  if (text.starts_with('-')) text.replace(0, 1, "−");
  return text;
}

}  // namespace

std::string axis_words(double value, double step) {
  if (std::abs(value) < step * 1e-9) return "0";
  const Scale scale = scale_of(std::max(std::abs(value), step));
  const double unit = step / scale.by;
  const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(unit) - 1e-9)), 0, 3);
  // A step of 2.5 needs a place that its logarithm does not show.
  const double at = std::pow(10.0, decimals) * unit;
  const bool one_more = std::abs(at - std::round(at)) > 1e-6;
  return with_minus(human_number(value / scale.by, decimals + (one_more ? 1 : 0))).append(scale.word);
}

std::string value_words(double value) {
  const double size = std::abs(value);
  const Scale scale = scale_of(size);
  const double shown = value / scale.by;
  const double digits = std::abs(shown);
  const int decimals = scale.by == 1 ? (digits >= 100 || digits == std::floor(digits) ? 0 : digits >= 1 ? 1 : 3) : digits >= 100 ? 0 : digits >= 10 ? 1 : 2;
  return with_minus(human_number(shown, decimals)).append(scale.word);
}

std::string value_words(double value, std::string_view unit) {
  std::string out = value_words(value);
  if (unit == "percent" || unit == "%") return out + "\u00a0%";
  if (!unit.empty()) out += "\u00a0";
  return out.append(unit);
}

const Series::Point* last_drawn(std::span<const Series::Point> points, bool log_scale) {
  for (std::size_t i = points.size(); i-- > 0;) {
    if (is_drawn(points[i], log_scale)) return &points[i];
  }
  return nullptr;
}

}  // namespace comity::document
