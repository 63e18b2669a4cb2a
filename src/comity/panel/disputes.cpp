#include "comity/panel/disputes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "comity/base/error.hpp"

namespace comity::panel {

const char* const whittling_rule =
    "Of several disputes of a pair in a year one is kept: one that began in the year before one that goes on; then the highest level of deaths (unknown between 0 and 1), the "
    "highest hostility, the longest shortest and longest duration, reciprocated before not, the earliest month, the lowest number.";

namespace {

enum Field : std::size_t { ongoing, onset, sidea, orig, fatality, fatalpre, hiact, hostlev, all_fatality, all_hostlev, recip, mindur, maxdur, stmon, field_count };

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

std::size_t field_of(std::string_view indicator) {
  const auto& names = dispute_indicators();
  return static_cast<std::size_t>(std::ranges::find(names, indicator) - names.begin());
}

}  // namespace

const std::vector<std::string>& dispute_indicators() {
  static const std::vector<std::string> names = {"gml_ongoing",  "gml_onset",           "gml_sidea",           "gml_orig",          "gml_fatality",       "gml_fatalpre",       "gml_hiact",
                                                 "gml_hostlev",  "gml_dispute_fatality", "gml_dispute_hostlev", "gml_dispute_recip", "gml_dispute_mindur", "gml_dispute_maxdur", "gml_dispute_stmon"};
  return names;
}

bool Disputes::before(const Record& a, const Record& b) {
  const auto rank = [](const Record& r) {
    const double deaths = r.values[all_fatality] == -9 ? 0.5 : r.values[all_fatality];
    return std::make_tuple(-(r.values[onset] == 1 ? 1.0 : 0.0), -deaths, -r.values[all_hostlev], -r.values[mindur], -r.values[maxdur], -r.values[recip], r.values[stmon], r.item);
  };
  return rank(a) < rank(b);
}

Disputes::Disputes(Shelf& shelf) : frame_(shelf.frame()), coverage_(shelf.coverage("gml_ongoing")) {
  const auto key = [](const Record& r) { return std::make_tuple(r.from, r.to, r.period, r.item); };
  for (const Span& span : shelf.series("gml_ongoing")) {
    const std::int32_t from = std::max(frame_.first_period(), period_of(frame_.step(), span.first)), to = std::min(frame_.last_period(), period_of(frame_.step(), span.last));
    for (std::int32_t period = from; period <= to; ++period) {
      Record record{span.from, span.to, period, span.item, {}};
      record.values.fill(nothing);
      records_.push_back(record);
    }
  }
  std::ranges::sort(records_, {}, key);
  const auto find = [&](std::int32_t from, std::int32_t to, std::int32_t period, std::uint32_t item) -> Record* {
    const auto wanted = std::make_tuple(from, to, period, item);
    const auto found = std::ranges::lower_bound(records_, wanted, {}, key);
    return found != records_.end() && key(*found) == wanted ? &*found : nullptr;
  };
  for (std::size_t field = 0; field < field_count; ++field) {
    for (const Span& span : shelf.series(dispute_indicators()[field])) {
      const std::int32_t from = std::max(frame_.first_period(), period_of(frame_.step(), span.first)), to = std::min(frame_.last_period(), period_of(frame_.step(), span.last));
      for (std::int32_t period = from; period <= to; ++period) {
        if (Record* record = find(span.from, span.to, period, span.item)) record->values[field] = span.value;
      }
    }
  }
  for (std::size_t i = 0; i < records_.size();) {
    std::size_t best = i, end = i;
    for (; end < records_.size() && records_[end].from == records_[i].from && records_[end].to == records_[i].to && records_[end].period == records_[i].period; ++end) {
      if (before(records_[end], records_[best])) best = end;
    }
    const Record& record = records_[best];
    const std::int64_t row = frame_.row(static_cast<std::size_t>(record.from), static_cast<std::size_t>(record.to), record.period);
    if (row >= 0) {
      dropped_ += end - i - 1;
      const Record* mirror = find(record.to, record.from, record.period, record.item);
      kept_.push_back({static_cast<std::uint32_t>(row), best, mirror ? static_cast<std::size_t>(mirror - records_.data()) : records_.size()});
    }
    i = end;
  }
}

Column Disputes::column(const ColumnRequest& request) const {
  const std::string_view indicator = request.variable->indicator;
  std::vector<Cell> cells;
  for (const Kept& kept : kept_) {
    const std::size_t number = request.side == Side::two ? kept.two : kept.one;
    if (number == records_.size()) continue;
    const Record& record = records_[number];
    double value = nothing;
    if (indicator == "number") {
      value = record.item;
    } else if (indicator == "init") {
      value = record.values[sidea] == 1 || record.values[orig] == 0 ? 1 : 0;
    } else {
      value = record.values[field_of(indicator)];
      if (indicator == "gml_onset" && std::isnan(value)) value = 0;
    }
    if (!std::isnan(value)) cells.push_back({kept.row, value});
  }
  Column out = column_of_cells(frame_, cells, request.name);
  if (indicator == "gml_ongoing" || indicator == "gml_onset") fill_zeros(frame_, coverage_, out);
  return out;
}

}  // namespace comity::panel
