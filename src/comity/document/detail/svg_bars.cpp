#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "comity/document/detail/html_text.hpp"
#include "comity/document/detail/inlines.hpp"
#include "comity/document/detail/series.hpp"
#include "comity/document/detail/svg.hpp"

namespace comity::document {
namespace {

constexpr double row_height = 38, bar_height = 13, name_font = 13, value_font = 12.5;

std::string value_of(const BarChart::Bar& bar) { return bar.text.empty() ? value_words(bar.value) : clean(bar.text); }

}  // namespace

// The name above its bar, the value behind it: holds on a phone, needs no axis.
std::string svg_bars(const BarChart& chart, const std::string& id) {
  Range range;
  range.include(0);
  double text_width = 0;
  std::string words;
  for (const auto& bar : chart.bars) {
    if (!std::isfinite(bar.value)) continue;
    range.include(bar.value);
    text_width = std::max(text_width, text_px(value_of(bar), value_font));
    words += fmt::format("{}{}: {}", words.empty() ? "" : "; ", clean(bar.name), value_of(bar));
  }
  if (words.empty()) return {};
  const double room = 100 - std::clamp((text_width + 8) / narrow_page * 100, 10.0, 55.0);
  const double span = std::max(range.high - range.low, 1e-300);
  const double zero = -range.low / span * room;
  std::string out = svg_open(id, fmt::format(R"(class="drawing bars" width="100%" height="{}")", px(row_height * static_cast<double>(chart.bars.size()) + 2)),
                             chart.title, words);
  double top = 0;
  for (const auto& bar : chart.bars) {
    const bool drawn = std::isfinite(bar.value);
    const double length = drawn ? std::abs(bar.value) / span * room : 0;
    const double left = drawn && bar.value < 0 ? zero - length : zero;
    const std::string name = shortened(clean(bar.name), name_font, narrow_page);
    out += fmt::format(R"(<text class="bar-name{}" x="0" y="{}">{}<title>{}</title></text>)", bar.highlighted ? " strong" : "", px(top + 14), html_escaped(name),
                       html_escaped(bar.name));
    out += fmt::format(R"(<rect class="bar {}{}" x="{:.2f}%" y="{}" width="{:.2f}%" height="{}"/>)", hue_class(bar.hue), bar.highlighted ? "" : " plain", left,
                       px(top + 19), std::max(length, 0.15), px(bar_height));
    out += fmt::format(R"(<text class="bar-value" x="{:.2f}%" dx="6" y="{}">{}</text>)", left + length, px(top + 19 + bar_height - 2.5),
                       html_escaped(value_of(bar)));
    top += row_height;
  }
  if (range.low < 0) out += fmt::format(R"(<line class="zero" x1="{0:.2f}%" x2="{0:.2f}%" y1="0" y2="{1}"/>)", zero, px(top));
  return out + "</svg>";
}

}  // namespace comity::document
