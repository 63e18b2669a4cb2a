// How far pairs lie from what is expected of them: the interval of an expectation is that of the ratios of actual to
// expected figures among pairs of like expectation, none of which taught its own. No standard error of a coefficient.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace comity::expect {

struct YearExpectation;

// Sets low and high of every expectation: the rows are put in order of what is expected and cut into `classes` of like
// size; in each a tenth of the ratios lie below and a tenth above. teaches[i]: the figure is a plain one, whose ratio
// counts. An expectation whose class has fewer than 20 such figures is taken away.
void set_intervals(std::span<const double> actual, const std::vector<bool>& teaches, std::size_t classes, std::vector<std::optional<YearExpectation>>& out);

double median(std::vector<double> values);

}  // namespace comity::expect
