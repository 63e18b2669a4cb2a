// Numbers behind the charts, for every renderer that draws one: which points may be drawn and joined, runs of gaps with
// their reasons, ranges, ticks, words for years and values on an axis. Not here: any drawing.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "comity/document/report.hpp"

namespace comity::document {

std::vector<Series::Point> ordered_points(const Series& series);  // by x
// A value that may stand on a line: there, finite, not suspect, above zero on a log scale.
bool is_drawn(const Series::Point& point, bool log_scale);
bool is_finite_value(const Series::Point& point);
// Stretches of drawn points without a gap, a suspect point or a hole between them: what a line may join. A hole is a
// step of more than 1.5 times the usual one (the median step of the series).
std::vector<std::vector<Series::Point>> joined_stretches(const Series& series, bool log_scale);

struct GapRun {
  double from = 0, to = 0;  // the first and the last point without a value
  std::string why;
};
std::vector<GapRun> gap_runs(const Series& series);
// "Imports: 2020–2023 confidential; 1997 not reported." Empty when no series has a gap with a reason.
std::string gap_words(const LineChart& chart);
std::string suspect_words(const LineChart& chart);  // years of points shown apart; may be empty

struct Range {
  double low = 0, high = 0;
  bool empty = true;
  void include(double value);
};
Range x_range(const LineChart& chart);  // gaps included
// Values drawn or suspect; zero is always inside on a linear scale.
Range y_range(const LineChart& chart);

// Round numbers at and inside the range, at most `most` of them.
std::vector<double> round_ticks(double low, double high, int most);
double round_step(double span, int most);
std::vector<double> year_ticks(double low, double high, int most);  // whole years
std::string year_words(double x);                    // "2017", "July 2017"
std::string when_words(const LineChart::Mark& mark);  // its words, or its x as a year
std::string axis_words(double value, double step);   // "2.5 bn", "400", "−3 million"
std::string value_words(double value);               // three digits or so: "5 770", "8.75 bn"
std::string value_words(double value, std::string_view unit);
// The last drawn point, or nullptr.
const Series::Point* last_drawn(std::span<const Series::Point> points, bool log_scale);

}  // namespace comity::document
