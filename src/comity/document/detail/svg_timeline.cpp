#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "comity/document/detail/html_text.hpp"
#include "comity/document/detail/inlines.hpp"
#include "comity/document/detail/series.hpp"
#include "comity/document/detail/svg.hpp"

namespace comity::document {
namespace {

constexpr double date_font = 11, text_font = 12, label_height = 30, lane_step = 36, first_lane = 14, axis_words_height = 18;
constexpr std::size_t lanes_a_side = 4;

// One axis; labels above and below it wherever they and their lines are free of each other.
class TimelineDrawing {
 public:
  TimelineDrawing(const Timeline& timeline, double width) : width_(width), text_width_(width > 500 ? 215 : 135) {
    for (const auto& entry : timeline.entries) {
      if (!std::isfinite(entry.from) || !std::isfinite(entry.to)) continue;
      entries_.push_back(&entry);
      range_.include(entry.from);
      range_.include(entry.to);
    }
    std::ranges::stable_sort(entries_, [](const auto* one, const auto* other) { return one->from < other->from; });
    if (!entries_.empty() && range_.high - range_.low < 1) {
      range_.low -= 0.5;
      range_.high += 0.5;
    }
  }

  bool empty() const { return entries_.empty(); }

  std::string draw(const std::string& id, std::string_view variant, std::string_view title) {
    // The latest first: what is newest is looked for most.
    for (auto it = entries_.rbegin(); it != entries_.rend(); ++it) place(**it);
    const double above = extent(true), below = extent(false);
    const double axis = above + 8, height = axis + below + axis_words_height + 6;
    std::string out = svg_open(id, fmt::format(R"(class="drawing timeline {}" viewBox="0 0 {} {}" width="{}" height="{}")", variant, px(width_), px(height), px(width_), px(height)),
                               title, fmt::format("{} entries, listed below.", entries_.size()));
    out += axis_line(axis);
    for (const Placed& placed : placed_) out += label(placed, axis);
    for (const auto* entry : entries_) out += sign(*entry, axis);
    return out + "</svg>";
  }

 private:
  struct Placed {
    const Timeline::Entry* entry;
    bool above;
    std::size_t lane;
    double x;      // where its line meets the axis
    Box box;       // relative to the axis: above is negative
    bool to_left;
    std::string date, text;
  };

  double x_of(double year) const { return 8 + (year - range_.low) / (range_.high - range_.low) * (width_ - 16); }
  // Below the axis stand the years first.
  static double lane_edge(bool above, std::size_t lane) {
    return above ? -first_lane - lane_step * static_cast<double>(lane) : first_lane + axis_words_height + lane_step * static_cast<double>(lane);
  }

  bool fits(const Box& box, double x) const {
    if (box.left < 0 || box.right > width_) return false;
    const Box stem = stem_of(box, x);
    return std::ranges::none_of(placed_, [&](const Placed& other) {
      const Box wide{other.box.left - 7, other.box.top - 1, other.box.right + 7, other.box.bottom + 1};
      return box.overlaps(wide) || stem.overlaps(other.box) || box.overlaps(stem_of(other.box, other.x));
    });
  }
  static Box stem_of(const Box& box, double x) {
    return box.top < 0 ? Box{x - 1, box.bottom, x + 1, 0} : Box{x - 1, 0, x + 1, box.top};
  }

  void place(const Timeline::Entry& entry) {
    const std::string date = shortened(clean(entry.date), date_font, text_width_), text = shortened(clean(entry.text), text_font, text_width_);
    const double width = std::max(text_px(date, date_font), text_px(text, text_font)) + 4;
    const double x = x_of((entry.from + entry.to) / 2);
    for (std::size_t lane = 0; lane < lanes_a_side; ++lane) {
      for (const bool above : {true, false}) {
        for (const bool to_left : {false, true}) {
          const double left = to_left ? x - width + 3 : x - 3, edge = lane_edge(above, lane);
          const Box box{left, above ? edge - label_height : edge, left + width, above ? edge : edge + label_height};
          if (!fits(box, x)) continue;
          placed_.push_back({&entry, above, lane, x, box, to_left, date, text});
          return;
        }
      }
    }
  }

  double extent(bool above) const {
    double out = above ? 8 : axis_words_height;
    for (const Placed& placed : placed_) {
      if (placed.above == above) out = std::max(out, above ? -placed.box.top : placed.box.bottom);
    }
    return out;
  }

  std::string axis_line(double axis) const {
    std::string out = fmt::format(R"(<line class="axis" x1="0" x2="{}" y1="{}" y2="{}"/>)", px(width_), px(axis), px(axis));
    for (const double year : year_ticks(range_.low, range_.high, static_cast<int>(width_ / 62))) {
      const double x = x_of(year);
      if (x < 14 || x > width_ - 14) continue;
      out += fmt::format(R"(<line class="tick-mark" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/><text class="tick" text-anchor="middle" x="{0}" y="{3}">{4:.0f}</text>)", px(x),
                         px(axis - 4), px(axis + 4), px(axis + axis_words_height), year);
    }
    return out;
  }

  std::string label(const Placed& placed, double axis) const {
    const double near = placed.above ? axis + placed.box.bottom : axis + placed.box.top;
    const double x = placed.to_left ? placed.box.right - 2 : placed.box.left + 2;
    const std::string_view anchor = placed.to_left ? "end" : "start";
    std::string out = fmt::format(R"(<line class="stem" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>)", px(placed.x), px(axis), px(near));
    out += fmt::format(R"(<text class="event-date" text-anchor="{}" x="{}" y="{}">{}</text>)", anchor, px(x), px(axis + placed.box.top + 11), html_escaped(placed.date));
    out += fmt::format(R"(<text class="event" text-anchor="{}" x="{}" y="{}">{}<title>{}</title></text>)", anchor, px(x), px(axis + placed.box.top + 25),
                       html_escaped(placed.text), html_escaped(placed.entry->text));
    return out;
  }

  // A day is a dot, a span or an uncertain date a bar as long as it may be.
  std::string sign(const Timeline::Entry& entry, double axis) const {
    const double from = x_of(std::min(entry.from, entry.to)), to = x_of(std::max(entry.from, entry.to));
    const std::string words = html_escaped(entry.date + ": " + entry.text);
    if (to - from > 3) {
      return fmt::format(R"(<rect class="span {}" x="{}" y="{}" width="{}" height="8" rx="4"><title>{}</title></rect>)", hue_class(entry.hue), px(from), px(axis - 4), px(to - from), words);
    }
    return fmt::format(R"(<circle class="dot {}" cx="{}" cy="{}" r="4"><title>{}</title></circle>)", hue_class(entry.hue), px((from + to) / 2), px(axis), words);
  }

  double width_, text_width_;
  std::vector<const Timeline::Entry*> entries_;
  Range range_;
  std::vector<Placed> placed_;
};

}  // namespace

std::string svg_timeline(const Timeline& timeline, const std::string& id) {
  TimelineDrawing wide(timeline, wide_page), narrow(timeline, narrow_page);
  if (wide.empty()) return {};
  return wide.draw(id + "-wide", "wide", timeline.title) + narrow.draw(id + "-narrow", "narrow", timeline.title);
}

}  // namespace comity::document
