#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "comity/document/detail/html_text.hpp"
#include "comity/document/detail/inlines.hpp"
#include "comity/document/detail/series.hpp"
#include "comity/document/detail/svg.hpp"

namespace comity::document {
namespace {

// Percent of the width: the axis words to the left, the lines' own labels to the right.
constexpr double plot_left = 9, plot_right = 73, label_left = 75.5;
constexpr double label_font = 11.5, value_font = 13, label_line = 13.5, least_height = 230, lane = 15, mark_lane = 15;

class Chart {
 public:
  Chart(const LineChart& chart, const std::string& id) : chart_(chart), id_(id) {}

  std::string draw() {
    x_ = x_range(chart_);
    Range y = y_range(chart_);
    if (x_.empty || y.empty) return {};
    make_scale(y);
    make_labels(wide_labels_, wide_page);
    make_labels(narrow_labels_, narrow_page);
    place_marks();
    make_heights();
    std::string body = grid() + year_axis() + lanes() + marks() + bands();
    for (const Series& series : chart_.series) body += line(series);
    for (const Series& series : chart_.series) body += points(series);
    body += labels(wide_labels_, "wide") + labels(narrow_labels_, "narrow");
    return svg_open(id_, fmt::format(R"(class="drawing lines" width="100%" height="{}")", px(height_)), chart_.title, description()) + body + "</svg>";
  }

 private:
  struct Label {
    const Series* series = nullptr;
    Series::Point point;
    std::string value;
    std::vector<std::string> name;
    double height = 0, top = 0;
  };

  // --- scales -----------------------------------------------------------------------------------------------------
  double place(double value) const { return chart_.log_scale ? std::log10(value) : value; }
  double x_part(double x) const { return x_.high > x_.low ? (x - x_.low) / (x_.high - x_.low) : 0.5; }
  double x_percent(double x) const { return plot_left + 1 + x_part(x) * (plot_right - plot_left - 1.5); }
  double y_px(double value) const { return plot_top_ + (1 - (place(value) - low_) / (high_ - low_)) * plot_height_; }

  // The scale ends on round numbers, so that nothing stands above the highest grid line.
  void make_scale(const Range& y) {
    if (chart_.log_scale) {
      low_ = std::floor(std::log10(y.low) + 1e-9);
      high_ = std::max(std::ceil(std::log10(y.high) - 1e-9), low_ + 1);
      for (double power = low_; power <= high_; ++power) ticks_.push_back(std::pow(10, power));
      step_ = ticks_.front();
      return;
    }
    const double span = y.high > y.low ? y.high - y.low : std::max(std::abs(y.high), 1.0);
    step_ = round_step(span, 4);
    low_ = std::floor(y.low / step_ + 1e-9) * step_;
    high_ = std::max(std::ceil(y.high / step_ - 1e-9) * step_, low_ + step_);
    for (double i = 0; low_ + i * step_ <= high_ + step_ * 1e-6; ++i) ticks_.push_back(low_ + i * step_);
  }

  void make_heights() {
    double labels = 0;
    for (const Label& label : narrow_labels_) labels += label.height + 6;
    plot_top_ = 22 + mark_lane * static_cast<double>(mark_lanes_);
    plot_height_ = std::max(labels - lane, least_height);
    std::size_t count = 0;
    for (const Series& series : chart_.series) count += gap_runs(series).empty() ? 0 : 1;
    axis_ = plot_top_ + plot_height_;
    lanes_height_ = static_cast<double>(count) * lane;
    height_ = axis_ + lanes_height_ + 24;
  }

  // --- what stands behind the lines -------------------------------------------------------------------------------
  std::string grid() const {
    std::string out;
    for (std::size_t i = 0; i < ticks_.size(); ++i) {
      const double y = y_px(ticks_[i]);
      const bool zero = !chart_.log_scale && std::abs(ticks_[i]) < step_ * 1e-6;
      out += fmt::format(R"(<line class="{}" x1="{}%" x2="{}%" y1="{}" y2="{}"/>)", zero ? "zero" : "grid", px(zero || i + 1 == ticks_.size() ? 0 : plot_left), px(plot_right), px(y), px(y));
      const bool top = i + 1 == ticks_.size();
      // The highest one carries the unit, above its line where nothing is drawn.
      out += fmt::format(R"(<text class="tick" x="0" y="{}">{}</text>)", px(top ? y - 6 : y + 4), html_escaped(tick_words(ticks_[i], top)));
    }
    return out;
  }
  std::string tick_words(double value, bool with_unit) const {
    if (chart_.log_scale) return with_unit ? value_words(value, clean(chart_.unit)) : value_words(value);
    const double most = std::max(std::abs(ticks_.front()), std::abs(ticks_.back()));
    const double scale = most >= 1e12 ? 1e12 : most >= 1e9 ? 1e9 : most >= 1e6 ? 1e6 : 1;
    const std::string_view word = scale == 1e12 ? " trillion" : scale == 1e9 ? " billion" : scale == 1e6 ? " million" : "";
    std::string out = axis_words(value / scale, step_ / scale);
    if (!with_unit) return out;
    const std::string unit = clean(chart_.unit);
    return fmt::format("{}{}{}{}", out, word, unit.empty() ? "" : "\u00a0", unit == "percent" ? "%" : unit);
  }

  std::string year_axis() const {
    std::string out;
    auto years = year_ticks(x_.low, x_.high, 6);
    if (years.empty()) years = {std::floor(x_.low)};
    for (const double year : years) {
      const double x = x_percent(std::max(year, x_.low));
      out += fmt::format(R"(<line class="tick-mark" x1="{0:.2f}%" x2="{0:.2f}%" y1="{1}" y2="{2}"/>)", x, px(axis_ + lanes_height_), px(axis_ + lanes_height_ + 4));
      out += fmt::format(R"(<text class="tick" text-anchor="middle" x="{:.2f}%" y="{}">{:.0f}</text>)", x, px(axis_ + lanes_height_ + 17), year);
    }
    return out;
  }

  // One lane per series with gaps, under the axis: a dotted line where there is no figure, and why, where it fits.
  std::string lanes() const {
    std::string out;
    double y = axis_ + lane / 2 + 2;
    for (const Series& series : chart_.series) {
      const auto runs = gap_runs(series);
      if (runs.empty()) continue;
      for (std::size_t i = 0; i < runs.size(); ++i) {
        const GapRun& run = runs[i];
        const double from = x_percent(run.from), to = x_percent(run.to);
        const std::string years = run.from == run.to ? year_words(run.from) : fmt::format("{}–{}", year_words(run.from), year_words(run.to));
        const std::string why = clean(run.why.empty() ? "no figure" : run.why);
        out += fmt::format(R"(<line class="gap {}" x1="{:.2f}%" x2="{:.2f}%" y1="{}" y2="{}"><title>{}: {} {}</title></line>)", hue_class(series.hue),
                           std::max(from - 0.6, 0.0), to + 0.6, px(y), px(y), html_escaped(series.name), html_escaped(years), html_escaped(why));
        const double free_from = i > 0 ? x_percent(runs[i - 1].to) : plot_left, free_to = i + 1 < runs.size() ? x_percent(runs[i + 1].from) : plot_right;
        out += gap_word(why, from, to, free_from, free_to, y + 3.5);
      }
      y += lane;
    }
    return out;
  }

  // On the dots, else behind them, else before them; nowhere when there is no room (the words under the chart have all).
  static std::string gap_word(const std::string& why, double from, double to, double free_from, double free_to, double y) {
    const double width = text_px(why, 10.5) / narrow_page * 100 + 2;
    double x = (from + to) / 2;
    std::string_view anchor = "middle";
    if (to - from < width) {
      const bool behind = to + width + 1 <= free_to, before = from - width - 1 >= free_from;
      if (!behind && !before) return {};
      x = behind ? to + 1.5 : from - 1.5;
      anchor = behind ? "start" : "end";
    }
    return fmt::format(R"(<text class="gap-word" text-anchor="{}" x="{:.2f}%" y="{}">{}</text>)", anchor, x, px(y), html_escaped(why));
  }

  // --- marks: vertical lines with words, in as many lanes above the plot as they need -----------------------------
  void place_marks() {
    std::vector<double> ends;  // per lane, in pixels of a narrow page
    for (const auto& mark : chart_.marks) {
      if (!std::isfinite(mark.x) || mark.x < x_.low || mark.x > x_.high) continue;
      PlacedMark placed;
      placed.x = x_percent(mark.x);
      placed.words = shortened(clean(mark.text), 11, narrow_page * 0.6);
      placed.full = mark.text;
      const double width = text_px(placed.words, 11) + 8, at = placed.x / 100 * narrow_page;
      placed.to_left = at + width > narrow_page;
      const double from = placed.to_left ? at - width : at;
      while (placed.lane < ends.size() && ends[placed.lane] > from) ++placed.lane;
      if (placed.lane == ends.size()) ends.push_back(0);
      ends[placed.lane] = from + width;
      marks_.push_back(std::move(placed));
    }
    mark_lanes_ = ends.size();
  }
  std::string marks() const {
    std::string out;
    for (const PlacedMark& mark : marks_) {
      const double y = 11 + mark_lane * static_cast<double>(mark.lane);
      out += fmt::format(R"(<line class="break" x1="{0:.2f}%" x2="{0:.2f}%" y1="{1}" y2="{2}"/>)", mark.x, px(y - 8), px(axis_));
      out += fmt::format(R"(<text class="break-word" text-anchor="{}" x="{:.2f}%" dx="{}" y="{}">{}<title>{}</title></text>)", mark.to_left ? "end" : "start", mark.x,
                         mark.to_left ? -4 : 4, px(y), html_escaped(mark.words), html_escaped(mark.full));
    }
    return out;
  }

  // --- lines ------------------------------------------------------------------------------------------------------
  // Paths cannot be given in percent: they live in a part of 1000 units that stretches with the page.
  std::string stretched(const std::string& paths) const {
    return fmt::format(R"(<svg x="0" y="0" width="100%" height="{0}" viewBox="0 0 1000 {0}" preserveAspectRatio="none" aria-hidden="true">{1}</svg>)", px(height_), paths);
  }
  std::string at(const Series::Point& point) const { return fmt::format("{} {}", px(x_percent(point.x) * 10), px(y_px(*point.y))); }

  std::string bands() const {
    std::string paths;
    for (const auto& [first, second] : chart_.bands) {
      if (first >= chart_.series.size() || second >= chart_.series.size() || first == second) continue;
      paths += band(chart_.series[first], chart_.series[second]);
    }
    return paths.empty() ? paths : stretched(paths);
  }
  // Only between points of both that stand at the same time, next to each other in both.
  std::string band(const Series& one, const Series& other) const {
    std::string out;
    for (const auto& upper : joined_stretches(one, chart_.log_scale)) {
      for (const auto& lower : joined_stretches(other, chart_.log_scale)) {
        std::string there, back;
        std::size_t count = 0;
        for (const auto& point : upper) {
          const auto match = std::ranges::find_if(lower, [&](const auto& p) { return std::abs(p.x - point.x) < 1e-6; });
          if (match == lower.end()) continue;
          there += (count++ == 0 ? "M" : "L") + at(point);
          back = "L" + at(*match) + back;
        }
        if (count > 1) out += fmt::format(R"(<path class="band {}" d="{}{}Z"/>)", hue_class(one.hue), there, back);
      }
    }
    return out;
  }

  std::string line(const Series& series) const {
    std::string d;
    for (const auto& stretch : joined_stretches(series, chart_.log_scale)) {
      for (std::size_t i = 0; stretch.size() > 1 && i < stretch.size(); ++i) d += (i == 0 ? "M" : "L") + at(stretch[i]);
    }
    if (d.empty()) return {};
    return stretched(fmt::format(R"(<path class="line {}{}" d="{}"/>)", hue_class(series.hue), series.dashed ? " dashed" : "", d));
  }

  std::string points(const Series& series) const {
    std::string out;
    const auto all = ordered_points(series);
    const bool few = all.size() <= 30;
    const auto* last = last_drawn(all, chart_.log_scale);
    for (const auto& point : all) {
      if (!is_finite_value(point) || (chart_.log_scale && *point.y <= 0)) continue;
      const double x = x_percent(point.x), y = y_px(*point.y);
      std::string_view kind = point.suspect ? "suspect" : &point == last ? "dot last" : few || alone(all, point) ? "dot" : "";
      const double radius = point.suspect ? 3.6 : &point == last ? 3.4 : 2;
      if (!kind.empty()) out += fmt::format(R"(<circle class="{} {}" cx="{:.2f}%" cy="{}" r="{}"/>)", kind, hue_class(series.hue), x, px(y), radius);
      const std::string note = point.suspect ? fmt::format(" (suspect{}{})", point.why.empty() ? "" : ": ", point.why) : "";
      out += fmt::format(R"(<circle class="hit" cx="{:.2f}%" cy="{}" r="6"><title>{}: {}{}, {}</title></circle>)", x, px(y), html_escaped(year_words(point.x)),
                         html_escaped(value_words(*point.y, clean(chart_.unit))), html_escaped(note), html_escaped(series.name));
      if (!point.label.empty() && &point != last) {
        out += fmt::format(R"(<text class="point-label" text-anchor="middle" x="{:.2f}%" y="{}">{}</text>)", x, px(y - 8), html_escaped(point.label));
      }
    }
    return out;
  }
  // A point without a neighbour has no line to stand on.
  bool alone(const std::vector<Series::Point>& all, const Series::Point& point) const {
    const auto i = static_cast<std::size_t>(&point - all.data());
    const bool before = i > 0 && is_drawn(all[i - 1], chart_.log_scale), after = i + 1 < all.size() && is_drawn(all[i + 1], chart_.log_scale);
    return !before && !after;
  }

  // --- direct labels ----------------------------------------------------------------------------------------------
  // The words break differently on a phone: two sets, of which the style shows one.
  void make_labels(std::vector<Label>& labels, double page) const {
    const double width = (100 - label_left) / 100 * page;
    // Many lines get short labels, or the chart would be as tall as they are.
    const std::size_t lines = chart_.series.size() > 4 ? 2 : 5;
    for (const Series& series : chart_.series) {
      const auto points = ordered_points(series);
      const auto* last = last_drawn(points, chart_.log_scale);
      if (!last) continue;
      Label label{&series, *last, clean(last->label), text_lines(clean(series.name), label_font, width, lines), 0, 0};
      if (label.value.empty()) label.value = value_words(*last->y);
      // A line that ends early says when.
      if (x_part(last->x) < 0.97) label.name.insert(label.name.begin(), "in " + year_words(last->x));
      label.height = 21 + label_line * static_cast<double>(label.name.size());
      labels.push_back(std::move(label));
    }
  }

  // From the top down, each as near to its line as those above allow; then up again where the bottom is passed.
  void place_labels(std::vector<Label>& labels) const {
    std::ranges::stable_sort(labels, {}, [&](const Label& l) { return y_px(*l.point.y); });
    double free = plot_top_ - 16;
    for (Label& label : labels) {
      label.top = std::max(y_px(*label.point.y) - 3, free);
      free = label.top + label.height + 6;
    }
    double limit = axis_ + lanes_height_ + 20;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
      label->top = std::min(label->top, limit - label->height);
      limit = label->top - 6;
    }
  }

  std::string labels(std::vector<Label>& labels, std::string_view variant) const {
    place_labels(labels);
    std::string out = fmt::format("<g class=\"{}\">", variant);
    for (const Label& label : labels) {
      const double x = x_percent(label.point.x), y = y_px(*label.point.y), anchor = label.top + 5;
      if (x < plot_right - 2 || std::abs(anchor - y) > 7) {
        out += fmt::format(R"(<line class="leader" x1="{:.2f}%" y1="{}" x2="{}%" y2="{}"/>)", x + 0.8, px(y), px(label_left - 0.6), px(anchor - 1));
      }
      // A part of its own begins at a percentage and counts in pixels inside.
      out += fmt::format(R"(<svg class="label {}" x="{}%" y="{}" overflow="visible" width="1" height="1">)", hue_class(label.series->hue), px(label_left), px(label.top));
      out += fmt::format(R"(<path class="line{}" d="M0 3h18"/><text class="label-value" x="0" y="17">{}</text>)", label.series->dashed ? " dashed" : "",
                         html_escaped(label.value));
      double line = 17 + label_line;
      for (const std::string& words : label.name) {
        out += fmt::format(R"(<text class="label-name" x="0" y="{}">{}</text>)", px(line), html_escaped(words));
        line += label_line;
      }
      out += "</svg>";
    }
    return out + "</g>";
  }

  std::string description() const {
    std::string out;
    for (const Series& series : chart_.series) {
      const auto stretches = joined_stretches(series, chart_.log_scale);
      if (stretches.empty()) continue;
      const auto &first = stretches.front().front(), &last = stretches.back().back();
      out += fmt::format("{}{}{}: {} in {}, {} in {}.", out.empty() ? "" : " ", clean(series.name), series.dashed ? " (dashed)" : "", value_words(*first.y, chart_.unit),
                         year_words(first.x), value_words(*last.y, chart_.unit), year_words(last.x));
    }
    if (const std::string gaps = gap_words(chart_); !gaps.empty()) out += " No figure: " + gaps;
    return out;
  }

  struct PlacedMark {
    double x = 0;
    bool to_left = false;
    std::size_t lane = 0;
    std::string words, full;
  };

  const LineChart& chart_;
  std::string id_;
  Range x_;
  double low_ = 0, high_ = 1, step_ = 1;
  std::vector<double> ticks_;
  std::vector<Label> wide_labels_, narrow_labels_;
  std::vector<PlacedMark> marks_;
  std::size_t mark_lanes_ = 0;
  double plot_top_ = 0, plot_height_ = 0, axis_ = 0, lanes_height_ = 0, height_ = 0;
};

}  // namespace

std::string svg_line_chart(const LineChart& chart, const std::string& id) { return Chart(chart, id).draw(); }

}  // namespace comity::document
