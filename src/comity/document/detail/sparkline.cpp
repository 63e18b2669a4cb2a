#include "comity/document/detail/sparkline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "comity/document/detail/inlines.hpp"
#include "comity/document/detail/series.hpp"
#include "comity/document/detail/terminal.hpp"

namespace comity::document {
namespace {

constexpr std::array<std::string_view, 8> heights = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, 8> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

struct Grid {
  double first = 0, step = 1;  // x of the first mark; years a mark stands for
  std::size_t marks = 1;
};

// One mark per usual step of the series, or per several of them where they would not fit.
Grid make_grid(const LineChart& chart, std::size_t most) {
  const Range x = x_range(chart);
  double step = 1;
  for (const Series& series : chart.series) {
    const auto points = ordered_points(series);
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (points[i].x > points[i - 1].x) step = std::min(step, points[i].x - points[i - 1].x);
    }
  }
  step = std::max(step, 1.0 / 12);
  const auto count = [&](double s) { return static_cast<std::size_t>(std::floor((x.high - x.low) / s + 1e-6)) + 1; };
  double wide = step;
  for (int times = 2; count(wide) > most; ++times) wide = step * times;
  return {x.low, wide, count(wide)};
}

enum class Mark { nothing, gap, suspect, value };

std::string sparkline(const Series& series, const LineChart& chart, const Grid& grid, const Range& y) {
  std::vector<Mark> marks(grid.marks, Mark::nothing);
  std::vector<double> values(grid.marks, 0);  // the last value a mark stands for
  for (const auto& point : ordered_points(series)) {
    const auto at = std::min(static_cast<std::size_t>((point.x - grid.first) / grid.step + 1e-6), grid.marks - 1);
    if (is_drawn(point, chart.log_scale)) {
      marks[at] = Mark::value;
      values[at] = *point.y;
    } else if (marks[at] != Mark::value) {
      marks[at] = std::max(marks[at], point.suspect ? Mark::suspect : Mark::gap);
    }
  }
  const auto place = [&](double v) { return chart.log_scale ? std::log10(v) : v; };
  const double low = place(y.low), span = place(y.high) - low;
  std::string out;
  for (std::size_t i = 0; i < grid.marks; ++i) {
    if (marks[i] == Mark::value) {
      const double part = span > 0 ? (place(values[i]) - low) / span : 1;
      out += heights[static_cast<std::size_t>(std::clamp(part * 8, 0.0, 7.0))];
    } else {
      out += marks[i] == Mark::gap ? "·" : marks[i] == Mark::suspect ? "?" : " ";
    }
  }
  return out;
}

std::string scale_line(const LineChart& chart, const Grid& grid, const Range& y) {
  std::string out = fmt::format("{} to {}", value_words(y.low), value_words(y.high, clean(chart.unit)));
  if (chart.log_scale) out += ", log scale";
  if (grid.step > 1.5) out += fmt::format(", one mark for {:.0f} years", grid.step);
  return out;
}

}  // namespace

std::vector<std::string> sparkline_rows(const LineChart& chart, std::size_t width) {
  const Range x = x_range(chart), y = y_range(chart);
  if (x.empty || y.empty) return {};
  std::size_t name_width = 0, last_width = 0;
  std::vector<std::string> last;
  for (const Series& series : chart.series) {
    name_width = std::max(name_width, display_width(clean(series.name)));
    const auto points = ordered_points(series);
    const auto* point = last_drawn(points, chart.log_scale);
    last.push_back(!point ? "" : fmt::format("{} in {}", point->label.empty() ? value_words(*point->y) : clean(point->label), year_words(point->x)));
    last_width = std::max(last_width, display_width(last.back()));
  }
  name_width = std::min(name_width, width * 3 / 10);
  last_width = std::min(last_width, width / 4);
  const std::string from = fmt::format("{:.0f}", std::floor(x.low)), to = fmt::format("{:.0f}", std::floor(x.high));
  const std::size_t taken = name_width + display_width(from) + display_width(to) + last_width + 6;
  const Grid grid = make_grid(chart, width > taken + 4 ? width - taken : 4);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const auto names = wrap(clean(chart.series[i].name), name_width);
    const auto ends = wrap(last[i], last_width);
    for (std::size_t line = 0; line < std::max(names.size(), ends.size()); ++line) {
      std::string row = pad_right(line < names.size() ? names[line] : "", name_width) + "  ";
      row += line == 0 ? fmt::format("{} {} {}", from, sparkline(chart.series[i], chart, grid, y), to)
                       : std::string(display_width(from) + display_width(to) + grid.marks + 2, ' ');
      if (line < ends.size()) row += "  " + ends[line];
      while (row.ends_with(' ')) row.pop_back();
      out.push_back(std::move(row));
    }
  }
  for (const std::string& line : wrap(scale_line(chart, grid, y), width - name_width - 2)) out.push_back(std::string(name_width + 2, ' ') + line);
  return out;
}

std::vector<std::string> bar_rows(const BarChart& chart, std::size_t width) {
  std::size_t name_width = 0, text_width = 0;
  double most = 0;
  const auto text_of = [](const BarChart::Bar& bar) { return bar.text.empty() ? value_words(bar.value) : clean(bar.text); };
  for (const auto& bar : chart.bars) {
    name_width = std::max(name_width, display_width(clean(bar.name)));
    text_width = std::max(text_width, display_width(text_of(bar)));
    if (std::isfinite(bar.value)) most = std::max(most, std::abs(bar.value));
  }
  name_width = std::min(name_width, width * 2 / 5);
  text_width = std::min(text_width, width / 3);
  const std::size_t room = width - name_width - text_width - 4;
  std::vector<std::string> out;
  for (const auto& bar : chart.bars) {
    const double part = most > 0 && std::isfinite(bar.value) ? std::abs(bar.value) / most : 0;
    const auto units = static_cast<std::size_t>(std::lround(part * static_cast<double>(room) * 8));
    const std::string drawn = (bar.value < 0 ? repeat("░", units / 8) : repeat("█", units / 8)) + std::string(bar.value < 0 ? "" : eighths[units % 8]);
    const auto names = wrap(clean(bar.name), name_width);
    const auto texts = wrap(text_of(bar), text_width);
    for (std::size_t line = 0; line < std::max(names.size(), texts.size()); ++line) {
      std::string row = pad_right(line < names.size() ? names[line] : "", name_width) + "  ";
      row += pad_left(line < texts.size() ? texts[line] : "", text_width) + "  " + (line == 0 ? drawn : "");
      while (row.ends_with(' ')) row.pop_back();
      out.push_back(std::move(row));
    }
  }
  return out;
}

}  // namespace comity::document
