#include "comity/panel/status.hpp"

#include <algorithm>

namespace comity::panel {
namespace {

// In the order of the enumeration in the edition (store/schema.cpp).
const std::vector<std::string> kinds = {"value",        "true_zero",  "zero_or_not_reported", "below_unit", "confidential",  "not_reported",
                                        "suppressed_in_copy", "not_covered", "no_state",             "not_collected", "not_applicable"};
constexpr std::int16_t is_value = 0, not_reported = 5, not_covered = 7;

int year_of_period(const Frame& frame, std::int32_t period) {
  return frame.step() == Step::year ? period : year_of(first_day_of(frame.step(), period));
}

Column status_of(const Frame& frame, const Column& column, const ColumnReport& report, const std::vector<std::uint8_t>& absences) {
  Column out(column.name() + "_status", Kind::text, column.rows());
  out.dictionary() = kinds;
  frame.each_run([&](const Run& run, std::size_t, std::size_t) {
    for (std::int32_t period = run.first; period <= run.last; ++period) {
      const std::size_t row = run.row + static_cast<std::size_t>(period - run.first);
      const int year = year_of_period(frame, period);
      const bool covered = year >= report.from_year && year <= report.to_year;
      std::int16_t kind = covered ? not_reported : not_covered;
      if (!absences.empty() && absences[row] > 1) kind = static_cast<std::int16_t>(absences[row] - 1);
      if (column.has(row)) kind = is_value;
      out.set(row, kind);
    }
  });
  return out;
}

}  // namespace

void count_cells(const Column& year, const Column& column, ColumnReport& report) {
  report.missing = column.missing();
  report.values = column.rows() - report.missing;
  report.missing_covered = 0;
  if (report.missing == 0 || report.to_year < report.from_year) return;
  const auto* years = year.as<std::int16_t>();
  for (std::size_t start = 0; start < column.rows(); start += 64) {
    std::uint64_t missing = ~column.valid()[start / 64];
    const std::size_t count = std::min<std::size_t>(64, column.rows() - start);
    if (count < 64) missing &= (std::uint64_t{1} << count) - 1;
    if (missing == 0) continue;
    std::uint64_t covered = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const bool inside = years[start + i] >= report.from_year && years[start + i] <= report.to_year;
      covered |= static_cast<std::uint64_t>(inside) << i;
    }
    report.missing_covered += count_bits(missing & covered);
  }
}

void add_status(const Frame& frame, const std::vector<std::vector<std::uint8_t>>& absences, Panel& panel) {
  std::vector<Column> columns;
  std::vector<ColumnReport> reports;
  for (std::size_t i = 0; i < panel.columns.size(); ++i) {
    const bool is_key = panel.reports[i].is_key;
    std::optional<Column> status;
    if (!is_key) status = status_of(frame, panel.columns[i], panel.reports[i], absences[i]);
    ColumnReport about;
    about.name = panel.reports[i].name + "_status";
    about.title = "Why " + panel.reports[i].name + " is missing, or that it is a value";
    about.is_key = true;
    columns.push_back(std::move(panel.columns[i]));
    reports.push_back(std::move(panel.reports[i]));
    if (!status) continue;
    columns.push_back(std::move(*status));
    reports.push_back(std::move(about));
  }
  panel.columns = std::move(columns);
  panel.reports = std::move(reports);
}

std::vector<store::ColumnView> views_of(const Panel& panel) {
  std::vector<store::ColumnView> out;
  for (const Column& column : panel.columns) {
    const char* format = column.kind() == Kind::int8 ? "c" : column.kind() == Kind::int32 ? "i" : column.kind() == Kind::float64 ? "g" : "s";
    out.push_back({column.name(), format, column.as<std::byte>(), column.valid(), column.kind() == Kind::text ? &column.dictionary() : nullptr});
  }
  return out;
}

}  // namespace comity::panel
