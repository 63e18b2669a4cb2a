#include "comity/panel/panel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/panel/changes.hpp"
#include "comity/panel/counts.hpp"
#include "comity/panel/disputes.hpp"
#include "comity/panel/observations.hpp"
#include "comity/panel/organizations.hpp"
#include "comity/panel/resolve.hpp"
#include "comity/panel/status.hpp"
#include "comity/store/column_rows.hpp"

namespace comity::panel {
namespace {

// The columns that say which row it is.
std::vector<std::string> key_words(const Frame& frame) {
  std::vector<std::string> out{frame.system().scheme == "cow" ? "ccode" : frame.system().scheme == "gw" ? "gwcode" : "state", "year"};
  if (frame.step() != Step::year) out.emplace_back("month");
  if (frame.step() == Step::day) out.emplace_back("day");
  if (frame.marks_days()) out.emplace_back("common_day");
  return out;
}

bool is_key(const ColumnRequest& request) {
  if (!request.variable) return false;
  const Sort sort = request.variable->sort;
  return sort == Sort::code || sort == Sort::key || sort == Sort::period || sort == Sort::common_day;
}

std::vector<std::string> indicators_of(const Variable& variable) {
  switch (variable.sort) {
    case Sort::state:
    case Sort::pair:
    case Sort::rivalry_number: return {variable.indicator};
    case Sort::dispute: return dispute_indicators();
    case Sort::joint_igos: return {"igo_membership", "igo_observed"};
    case Sort::capital_distance: return {"capital_latitude", "capital_longitude"};
    case Sort::trade: return {"cow_smoothed_imports", "cow_reported_imports"};
    default: return {};
  }
}

// Joins the columns of one frame. What several columns share (a grid of states, the disputes) is made once, before the
// columns are filled side by side.
class Joiner {
 public:
  Joiner(store::Connection& connection, const world::Register& states, const Frame& frame, const PanelRequest& request)
      : shelf_(connection, states, frame), frame_(frame), request_(request) {}

  void prepare(const std::vector<ColumnRequest>& requests) {
    std::set<std::string> wanted;
    bool disputes = false, trade = false;
    for (const auto& one : requests) {
      if (!one.variable) continue;
      for (const auto& key : indicators_of(*one.variable)) wanted.insert(key);
      disputes |= one.variable->sort == Sort::dispute;
      trade |= one.variable->sort == Sort::trade;
      if (one.variable->sort == Sort::code && one.variable->indicator != frame_.system().scheme && !others_.contains(one.variable->indicator)) {
        others_[one.variable->indicator] = other_code_grid(shelf_, read_system(shelf_.connection(), shelf_.states(), one.variable->indicator, true));
      }
      shelf_.coverage(coverage_key(*one.variable));  // read here: columns are filled side by side
    }
    shelf_.load_series({wanted.begin(), wanted.end()});
    for (const auto& key : wanted) shelf_.coverage(key);
    if (trade && frame_.step() != Step::year) throw UsageError("flow is not given by month or day", "A figure is never spread over shorter periods.");
    if (disputes) disputes_.emplace(shelf_);
    if (trade) trade_.emplace(shelf_);
    for (const auto& one : requests) {
      if (!one.variable || (one.variable->sort != Sort::state && one.variable->sort != Sort::capital_distance)) continue;
      for (const auto& key : indicators_of(*one.variable)) {
        if (!grids_.contains(key)) grids_[key] = make_grid(frame_, shelf_.series(key), one.variable->rule, shelf_.coverage(key));
      }
    }
  }

  // Columns that ask the database are made one after the other; the others may be made at once.
  bool asks_database(const ColumnRequest& one) const {
    if (!one.variable) return true;
    switch (one.variable->sort) {
      case Sort::memberships:
      case Sort::agreements:
      case Sort::visits:
      case Sort::missions: return true;
      default: return false;
    }
  }

  Column make(const ColumnRequest& one, ColumnReport& report, std::vector<std::uint8_t>* absences) {
    describe(one, report);
    Column out = one.variable ? make_listed(one, report) : observation_column(shelf_, one, report, absences);
    for (const auto& change : one.changes) out = changed(frame_, out, change);
    if (!one.changes.empty()) out.rename(one.name);
    return out;
  }

  Shelf& shelf() { return shelf_; }

 private:
  Column make_listed(const ColumnRequest& one, ColumnReport& report) {
    const Variable& variable = *one.variable;
    Matching matching = shelf_.matching(variable.indicator);
    const auto pair = [&](bool by_item) {
      const std::string_view indicator = variable.indicator;
      const bool directed = indicator.starts_with("atop_") || indicator == "contiguity_peacesciencer";
      return pair_column(frame_, shelf_.series(variable.indicator), by_item ? Coverage{} : zero_coverage(variable.indicator), one.name, variable.rule, !directed, by_item);
    };
    std::optional<Column> out;
    switch (variable.sort) {
      case Sort::code:
        if (variable.indicator != frame_.system().scheme) {
          out = state_column(frame_, others_.at(variable.indicator), one.name, one.side);
          break;
        }
        [[fallthrough]];
      case Sort::key:
      case Sort::period:
      case Sort::common_day: out = frame_column(shelf_, one); break;
      case Sort::state: out = state_column(frame_, grids_.at(variable.indicator), one.name, one.side); break;
      case Sort::pair: out = pair(false); break;
      case Sort::rivalry_number: out = pair(true); break;
      case Sort::dispute:
        out = disputes_->column(one);
        report.dropped = disputes_->dropped();
        report.rule = whittling_rule;
        break;
      case Sort::joint_igos:
        out = joint_igos_column(frame_, shelf_.series("igo_membership"), shelf_.series("igo_observed"), one.name);
        break;
      case Sort::capital_distance:
        out = capital_distance_column(frame_, grids_.at("capital_latitude"), grids_.at("capital_longitude"), one.name);
        break;
      case Sort::trade:
        out = trade_->column(one);
        matching = trade_->matching();
        break;
      case Sort::memberships: out = shared_memberships_column(shelf_, one.name, matching = {}); break;
      case Sort::agreements: out = agreements_column(shelf_, one.name, matching = {}); break;
      case Sort::visits: out = visits_column(shelf_, one.name, std::string_view(variable.indicator) == "21", matching = {}); break;
      case Sort::missions: out = missions_column(shelf_, one.name, std::string_view(variable.indicator) == "21", matching = {}); break;
      case Sort::observation: break;
    }
    report.source_rows = matching.rows;
    report.unmatched = matching.unmatched;
    report.dropped += matching.dropped;
    return std::move(*out);
  }

  const Coverage& zero_coverage(const char* indicator) { return shelf_.coverage(indicator); }

  void describe(const ColumnRequest& one, ColumnReport& report) {
    report.name = one.name;
    report.is_key = is_key(one);
    if (!one.variable) {
      describe_observation(shelf_.connection(), one, report);
      return;
    }
    report.title = one.variable->title;
    report.unit = one.variable->unit;
    if (report.is_key) return;
    const Coverage& coverage = shelf_.coverage(coverage_key(*one.variable));
    report.sources = coverage.sources;
    report.from_year = coverage.from;
    report.to_year = coverage.to;
    report.absent_is_zero = coverage.absent_is_zero;
    report.note = coverage.note;
  }

  Shelf shelf_;
  const Frame& frame_;
  const PanelRequest& request_;
  std::map<std::string, Grid> grids_;
  std::map<std::string, Grid> others_;  // codes of lists of states beside the frame's own
  std::optional<Disputes> disputes_;
  std::optional<Trade> trade_;
};

// Calls work(i) for each i below count on several threads; the first exception is thrown again.
void side_by_side(int threads, std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failed;
  std::mutex mutex;
  const auto run = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failed) failed = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (int t = 1; t < threads; ++t) others.emplace_back(run);
    run();
  }
  if (failed) std::rethrow_exception(failed);
}

std::vector<ColumnRequest> requested(store::Connection& connection, const Frame& frame, const PanelRequest& request) {
  std::vector<std::string> words = request.preset.empty() ? key_words(frame) : preset_columns(request.preset);
  words.insert(words.end(), request.variables.begin(), request.variables.end());
  std::vector<ColumnRequest> out;
  for (const auto& word : words) {
    for (auto& one : resolve_word(connection, frame, word)) {
      if (std::ranges::find(out, one.name, &ColumnRequest::name) == out.end()) out.push_back(std::move(one));
    }
  }
  return out;
}

void keep_rows(Panel& panel, const std::vector<std::uint32_t>& rows) {
  for (auto& column : panel.columns) column.keep(rows);
  panel.rows = rows.size();
}

void filter(Panel& panel, const std::string& where, int threads) {
  store::Database memory({}, {.threads = threads});
  auto connection = memory.connect();
  std::vector<std::uint32_t> rows;
  try {
    rows = store::rows_where(connection, views_of(panel), panel.rows, where);
  } catch (const StoreError& error) {
    std::string what = error.what();
    what.resize(std::min({what.find("\n\nLINE"), what.find("\n  in: "), what.size()}));
    throw UsageError(fmt::format("--where: {}", what), "A condition in SQL over the panel's columns, for example --where \"year >= 1950 AND conttype = 1\".");
  }
  keep_rows(panel, rows);
}

// Lags and spells look beyond the years asked for: they are made in the whole frame, and the years cut out afterwards.
void cut_years(Panel& panel, int from, int to) {
  std::vector<std::uint32_t> rows;
  const auto* years = panel.column("year").as<std::int16_t>();
  for (std::size_t row = 0; row < panel.rows; ++row) {
    if (years[row] >= from && years[row] <= to) rows.push_back(static_cast<std::uint32_t>(row));
  }
  keep_rows(panel, rows);
  panel.frame_rows = panel.rows;
  panel.from_year = from;
  panel.to_year = to;
}

void count_all(Panel& panel, int threads) {
  const Column& year = panel.column("year");
  side_by_side(threads, panel.columns.size(), [&](std::size_t i) { count_cells(year, panel.columns[i], panel.reports[i]); });
}

bool has_changes(const PanelRequest& request) {
  return std::ranges::any_of(request.variables, [](const std::string& word) { return word.find(':') != std::string::npos; });
}

// The panel of single states first, then each of its rows once for every organisation.
Panel make_organization_panel(store::Connection& connection, const world::Register& states, const PanelRequest& request) {
  PanelRequest alone = request;
  alone.frame.unit = Unit::state_year;
  alone.where.clear();
  const Frame frame(read_system(connection, states, request.system, request.microstates), alone.frame);
  Shelf shelf(connection, states, frame);
  Panel panel = expand_by_organization(shelf, make_panel(connection, states, alone));
  if (!request.where.empty()) filter(panel, request.where, request.threads);
  count_all(panel, request.threads);
  return panel;
}

}  // namespace

std::string ColumnReport::surprise() const {
  if (is_key) return {};
  if (unmatched) return fmt::format("{}: {} of {} rows of the source are for nobody in the list of states", name, unmatched, source_rows);
  if (dropped) return fmt::format("{}: {} values gave way to another one of the same cell", name, dropped);
  if (values == 0) return fmt::format("{}: no cell has a value", name);
  return {};
}

const Column& Panel::column(std::string_view name) const {
  const auto found = std::ranges::find(columns, name, &Column::name);
  if (found == columns.end()) throw NotFound(fmt::format("the panel has no column '{}'", name));
  return *found;
}

Panel make_panel(store::Connection& connection, const world::Register& states, const PanelRequest& request) {
  if (request.frame.unit == Unit::state_organization_year) return make_organization_panel(connection, states, request);
  System system = read_system(connection, states, request.system, request.microstates);
  FrameRequest rows = request.frame;
  const Years asked = check_years(system, rows);
  const bool wide = has_changes(request) && (rows.from_year || rows.to_year);
  if (wide) rows.from_year = rows.to_year = 0;
  const Frame frame(std::move(system), rows);
  const auto requests = requested(connection, frame, request);
  Joiner joiner(connection, states, frame, request);
  joiner.prepare(requests);
  Panel panel;
  panel.rows = panel.frame_rows = frame.rows();
  panel.never_met = frame.never_met();
  panel.system = request.system;
  panel.unit = unit_name(frame.unit());
  panel.step = step_name(frame.step());
  panel.from_year = year_of(first_day_of(frame.step(), frame.first_period()));
  panel.to_year = year_of(first_day_of(frame.step(), frame.last_period()));
  panel.columns.resize(requests.size());
  panel.reports.resize(requests.size());
  std::vector<std::vector<std::uint8_t>> absences(requests.size());
  std::vector<std::size_t> free;
  const auto make = [&](std::size_t i) {
    panel.columns[i] = joiner.make(requests[i], panel.reports[i], request.status && !requests[i].variable ? &absences[i] : nullptr);
  };
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (request.status && !requests[i].variable) absences[i].resize(frame.rows());
    if (joiner.asks_database(requests[i])) {
      make(i);
    } else {
      free.push_back(i);
    }
  }
  side_by_side(request.threads, free.size(), [&](std::size_t i) { make(free[i]); });
  if (request.status) add_status(frame, absences, panel);
  if (wide) cut_years(panel, asked.from, asked.to);
  if (!request.where.empty()) filter(panel, request.where, request.threads);
  count_all(panel, request.threads);
  return panel;
}

}  // namespace comity::panel
