#include "comity/formats/sdmx/records.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "comity/base/number.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/detail/names.hpp"
#include "comity/formats/sdmx/detail/number_columns.hpp"
#include "comity/formats/sdmx/detail/order.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx {
namespace {

constexpr std::array<const char*, 7> kWorkedOut = {"_structure", "_action", "_series", "_value", "_absence", "_period_from", "_period_to"};

class SdmxRecords : public RecordReader {
 public:
  SdmxRecords(const std::filesystem::path& file, ReadOptions options, Structures structures) : path_(file), structures_(std::move(structures)), options_(options) {
    if (!structures_.artefacts.empty()) options_.structures = &structures_;
    reader_ = open_data(file, options_);
    if (reader_->format().starts_with("SDMX-ML") || lacks_measure()) look_ahead();
    has_batch_ = reader_->next();
    set_columns(known_.empty() ? reader_->components() : known_);
  }

  const std::vector<std::string>& columns() const override { return columns_; }

  bool next(Record& out) override {
    while (has_batch_ && row_ == reader_->batch().rows) {
      has_batch_ = reader_->next();
      row_ = problem_ = 0;
    }
    out.raw = {};
    if (!has_batch_) return next_message(out);
    fill(out);
    ++row_;
    return true;
  }

 private:
  struct Days {
    std::string from, to;
    bool known = false;
  };

  // Of SDMX-CSV, whose header says so before anything is read.
  bool lacks_measure() const {
    if (!reader_->format().starts_with("SDMX-CSV") || options_.structures) return false;
    ReadOptions quick = options_;
    const auto first = open_data(path_, quick);
    first->next();
    return detail::none_is_measure(first->components());
  }

  void look_ahead() {
    ReadOptions quick = options_;
    quick.lines = false;
    const auto first = open_data(path_, quick);
    detail::NumberColumns numbers;
    while (first->next()) {
      if (!options_.structures) numbers.look_at(*first);
    }
    known_ = first->components();
    bool again = first->counts().late_groups > 0 && !options_.groups_anywhere;
    options_.groups_anywhere |= again;
    if (!options_.structures && detail::none_is_measure(known_)) {
      options_.measures = numbers.ids(known_);
      for (auto& one : known_) {
        if (std::find(options_.measures.begin(), options_.measures.end(), one.id) != options_.measures.end()) one.kind = Kind::measure, again = true;
      }
    }
    if (again) reader_ = open_data(path_, options_);
  }

  void set_columns(const std::vector<Component>& components) {
    for (const std::size_t at : detail::in_order(components)) ids_.push_back(components[at].id);
    own_ = ids_.size();
    columns_ = ids_;
    columns_.insert(columns_.end(), kWorkedOut.begin(), kWorkedOut.end());
    formats::detail::make_column_names(columns_);
  }

  // The batch's column of each of ours; more may come with later batches.
  void find_positions() {
    const auto& components = reader_->components();
    if (found_ == components.size()) return;
    found_ = components.size();
    positions_.assign(own_, std::nullopt);
    time_.reset(), year_start_.reset();
    for (std::size_t at = 0; at < components.size(); ++at) {
      const auto mine = std::find(ids_.begin(), ids_.end(), components[at].id);
      if (mine != ids_.end()) positions_[std::size_t(mine - ids_.begin())] = at;
      if (components[at].kind == Kind::time && !time_) time_ = at;
      if (components[at].id == "REPORTING_YEAR_START_DAY") year_start_ = at;
    }
  }

  void fill(Record& out) {
    find_positions();
    const Batch& batch = reader_->batch();
    out.fields.resize(columns_.size());
    out.is_null.assign(columns_.size(), false);
    for (std::size_t i = 0; i < own_; ++i) {
      const bool there = positions_[i] && *positions_[i] < batch.columns.size() && !batch.columns[*positions_[i]].is_null(row_);
      out.fields[i] = there ? batch.columns[*positions_[i]].text(row_) : std::string_view();
      out.is_null[i] = !there;
    }
    what_is_wrong_.clear();
    for (; problem_ < batch.problems.size() && batch.problems[problem_].row <= row_; ++problem_) {
      what_is_wrong_ += (what_is_wrong_.empty() ? "" : "; ") + batch.problems[problem_].what;
    }
    work_out(out, batch);
    out.number = ++number_;
    out.line = batch.lines[row_];
    out.problem = what_is_wrong_;
  }

  void work_out(Record& out, const Batch& batch) {
    const DataSet& data_set = reader_->data_sets()[batch.data_sets[row_]];
    set(out, 0, data_set.structure);
    set(out, 1, id_of(data_set.action));
    series_ = batch.series[row_] == 0 ? "" : std::to_string(batch.series[row_]);
    set(out, 2, series_);
    value_.clear();
    if (batch.absences[row_] == Absence::value) append_exact(value_, batch.values[row_]);
    set(out, 3, value_);
    set(out, 4, id_of(batch.absences[row_]));
    const Days& days = days_of(batch);
    set(out, 5, days.from);
    set(out, 6, days.to);
  }

  void set(Record& out, std::size_t which, std::string_view text) {
    out.fields[own_ + which] = text;
    out.is_null[own_ + which] = text.empty();
  }

  const Days& days_of(const Batch& batch) {
    static const Days kNone;
    if (!time_ || batch.columns[*time_].is_null(row_)) return kNone;
    const std::string_view text = batch.columns[*time_].text(row_);
    const std::string_view start = year_start_ ? batch.columns[*year_start_].text(row_) : std::string_view();
    if (text != days_text_ || start != days_start_) {
      days_text_ = text, days_start_ = start;
      const auto period = try_parse_period(text, try_parse_year_start(start).value_or(YearStart{}));
      days_.known = period.has_value();
      days_.from = period ? to_string(period->from) : "";
      days_.to = period ? to_string(period->to) : "";
    }
    if (!days_.known) what_is_wrong_ += fmt::format("{}{} '{}' is no time period", what_is_wrong_.empty() ? "" : "; ", reader_->components()[*time_].id, shortened(text));
    return days_;
  }

  bool next_message(Record& out) {
    const auto& messages = reader_->footer();
    while (message_ < messages.size() && !messages[message_].means_partial()) ++message_;
    if (message_ == messages.size()) return false;
    out.fields.assign(columns_.size(), {});
    out.is_null.assign(columns_.size(), true);
    what_is_wrong_ = "the publisher says that this is not all: " + messages[message_].words();
    out.problem = what_is_wrong_;
    out.number = ++number_;
    out.line = messages[message_++].line;
    return true;
  }

  std::filesystem::path path_;
  Structures structures_;
  ReadOptions options_;
  std::unique_ptr<DataReader> reader_;
  std::vector<Component> known_;
  std::vector<std::string> ids_, columns_;
  std::size_t own_ = 0, found_ = SIZE_MAX, row_ = 0, problem_ = 0, message_ = 0;
  std::vector<std::optional<std::size_t>> positions_;
  std::optional<std::size_t> time_, year_start_;
  bool has_batch_ = false;
  std::uint64_t number_ = 0;
  std::string what_is_wrong_, series_, value_, days_text_, days_start_;
  Days days_;
};

}  // namespace

std::unique_ptr<RecordReader> open_sdmx_records(const std::filesystem::path& file, ReadOptions options) { return std::make_unique<SdmxRecords>(file, options, Structures{}); }

std::unique_ptr<RecordReader> open_sdmx_records(const std::filesystem::path& file, const std::vector<std::filesystem::path>& structure_files, const Limits& limits) {
  Structures all;
  for (const auto& one : structure_files) all.add(read_structures(one, limits), formats::detail::shown_name(one));
  ReadOptions options;
  options.limits = limits;
  return std::make_unique<SdmxRecords>(file, options, std::move(all));
}

}  // namespace comity::formats::sdmx
